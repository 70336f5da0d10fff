"""The Apache Kafka that the faults befall: it can be frozen, cut down, filled up, and told to refuse the workers."""

import asyncio
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from streams.embedded import HOST
from tests.brokers.apache_kafka import ApacheKafka, free_ports

USER, PASSWORD = "worker", "of-the-worker"
PRINCIPAL = f"User:{USER}"
_ROOM = 6 * 1024**3  # bytes of the disk, while it is not full; a tmpfs takes only what lies in it

_LAST_BIT = 64 * 1024  # bytes
_TRIES = 20


class FaultyKafka(ApacheKafka):
    """One node with an authorizer. The harness comes without a name and may do everything, the workers as `USER`."""

    def __init__(self, home: Path) -> None:
        (port,) = free_ports(1)
        super().__init__(home, properties=["", *_SECURITY])
        text = self.configuration.read_text()
        for name in ("listeners", "advertised.listeners"):
            text = text.replace(f"\n{name}=", f"\n{name}=SASL_PLAINTEXT://{HOST}:{port},")
        text = text.replace("protocol.map=", "protocol.map=SASL_PLAINTEXT:SASL_PLAINTEXT,")
        self.configuration.write_text(text)
        self.worker_environment = {
            "AQWAL_BOOTSTRAP_SERVERS": f"{HOST}:{port}",
            "AQWAL_SECURITY_PROTOCOL": "SASL_PLAINTEXT",
            "AQWAL_ALLOW_PLAINTEXT_PASSWORD": "true",
            "AQWAL_SASL_MECHANISM": "PLAIN",
            "AQWAL_SASL_USERNAME": USER,
            "AQWAL_SASL_PASSWORD": PASSWORD,
        }

    async def bring_up(self) -> None:
        """Start it, after its end in whatever way; the harness goes on meanwhile."""
        self.kill()  # closes the log of one that has ended by itself
        self.launch()
        await asyncio.to_thread(self.wait_until_it_answers)

    def freeze(self) -> None:
        """Out of reach: connections stay open and new ones are taken, but nothing answers."""
        self.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """The end of `freeze`."""
        self.send_signal(signal.SIGCONT)

    async def permit_workers(self) -> None:
        """Let the workers do everything, until they are denied something."""
        everything = ["--operation", "All", "--topic", "*", "--group", "*", "--cluster"]
        await self._acl("--add", "--allow-principal", PRINCIPAL, *everything)

    async def deny(self, operation: str, kind: str, name: str) -> None:
        """Deny the workers an operation (`Write`) on a resource: its kind (`topic`, `group`) and name."""
        await self._acl("--add", "--deny-principal", PRINCIPAL, "--operation", operation, f"--{kind}", name)

    async def allow_again(self, operation: str, kind: str, name: str) -> None:
        """The end of `deny`."""
        denied = ["--deny-principal", PRINCIPAL, "--operation", operation, f"--{kind}", name]
        await self._acl("--remove", "--force", *denied)

    async def _acl(self, *arguments: str) -> None:
        servers = ["--bootstrap-server", self.bootstrap_servers]
        await asyncio.to_thread(self.tool, "org.apache.kafka.tools.AclCommand", *servers, *arguments)


_SECURITY = [
    # A deleted topic stays deleted until somebody makes it anew, with the right number of partitions.
    "auto.create.topics.enable=false",
    "sasl.enabled.mechanisms=PLAIN",
    "listener.name.sasl_plaintext.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule "
    f'required user_{USER}="{PASSWORD}";',
    "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
    "super.users=User:ANONYMOUS",
]


class Disk:
    """A file system in memory of its own, which can be full. Needs the right to mount."""

    def __init__(self, path: Path, size: int = _ROOM) -> None:
        self.path = path
        self._size = size

    def fill(self) -> None:
        """Leave no room but a last bit: the file system shrinks, so that no memory is spent on ballast."""
        for attempt in range(_TRIES):
            state = os.statvfs(self.path)
            size = (state.f_blocks - state.f_bfree) * state.f_frsize + _LAST_BIT
            try:
                _run("mount", "-o", f"remount,size={size}", str(self.path))
                break
            except OSError:  # more than that has been written meanwhile
                if attempt == _TRIES - 1:
                    raise

    def free(self) -> None:
        """The end of `fill`."""
        _run("mount", "-o", f"remount,size={self._size}", str(self.path))

    @contextmanager
    def mounted(self) -> Iterator["Disk"]:
        """Mount it for the block; raises OSError where that is not permitted."""
        self.path.mkdir(parents=True, exist_ok=True)
        _run("mount", "-t", "tmpfs", "-o", f"size={self._size}", "tmpfs", str(self.path))
        try:
            yield self
        finally:
            _run("umount", "--lazy", str(self.path))


def _run(*command: str) -> None:
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise OSError(f"{' '.join(command)}: {result.stderr.strip()}")
