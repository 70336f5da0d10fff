"""A real Apache Kafka 4.x (KRaft, one node) from its jars: fetched by Maven once; start, stop, kill, start again."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from streams.children import start_child, stop_child
from streams.embedded import HOST, answers

REPOSITORY = Path(__file__).parents[2]
DEFAULT_VERSION = "4.3.1"
_POM = Path(__file__).with_name("kafka.pom.xml")

# Several brokers run at a time on a small machine, most of them briefly: little memory, and no time for what pays only
# in a process that lives long.
_JAVA = (
    "java",
    "-Xmx256m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
)

# One node does everything; what is spared is only time (no delay at the first join, few internal partitions, a log
# cleaner that looks more often).
_PROPERTIES = """\
process.roles=broker,controller
node.id=1
controller.quorum.bootstrap.servers={host}:{controller_port}
controller.listener.names=CONTROLLER
listeners=PLAINTEXT://{host}:{port},CONTROLLER://{host}:{controller_port}
advertised.listeners=PLAINTEXT://{host}:{port}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs={data}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=2
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
log.cleaner.backoff.ms=500
log.cleaner.dedupe.buffer.size=16777216
"""


class ApacheKafkaError(Exception):
    """The broker could not be fetched or started; the message holds the end of the log."""


def missing_programs() -> list[str]:
    """Which of the programs that a Kafka from its jars needs are not on this machine."""
    return [program for program in ("java", "mvn") if shutil.which(program) is None]


def fetch_jars(version: str) -> Path:
    """The directory of the jars below `.cache/kafka`, filled by Maven at the first call.

    Raises ApacheKafkaError with Maven's output where they cannot be had.
    """
    directory = REPOSITORY / ".cache" / "kafka" / version
    if directory.is_dir():
        return directory
    directory.parent.mkdir(parents=True, exist_ok=True)
    with _one_at_a_time(directory.parent):
        if directory.is_dir():  # fetched meanwhile
            return directory
        with tempfile.TemporaryDirectory(dir=directory.parent) as temporary:  # renamed when whole
            jars = Path(temporary, "jars")
            maven = ["mvn", "--batch-mode", "--quiet", "--file", str(_POM), f"-Dkafka.version={version}"]
            command = [*maven, "dependency:copy-dependencies", f"-DoutputDirectory={jars}"]
            result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
            if result.returncode != 0:
                raise ApacheKafkaError(f"Maven could not fetch Apache Kafka {version}:\n{result.stdout[-3000:]}")
            jars.rename(directory)
    return directory


@contextmanager
def _one_at_a_time(directory: Path) -> Iterator[None]:
    """Of several test processes, one at a time is in the block."""
    import fcntl  # not on Windows, where the suite runs as far as it can

    descriptor = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def free_ports(count: int) -> list[int]:
    """Ports of 127.0.0.1 that nobody listens on now, all different."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind((HOST, 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


class ApacheKafka:
    """One node with its data below `home`; ports and data stay over `stop`, `kill` and another `start`.

    `properties` are further lines of `server.properties`, which override the ones above; `storage` are further
    arguments of the tool that formats the storage (`--add-scram`, say).
    """

    def __init__(
        self,
        home: Path,
        version: str = DEFAULT_VERSION,
        properties: Iterable[str] = (),
        storage: Sequence[str] = (),
    ) -> None:
        self.home = home
        self.version = version
        self.port, controller_port = free_ports(2)
        self._storage = storage
        self._log: IO[bytes] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        home.mkdir(parents=True, exist_ok=True)
        self.configuration = home / "server.properties"
        text = _PROPERTIES.format(host=HOST, port=self.port, controller_port=controller_port, data=home / "data")
        self.configuration.write_text(text + "\n".join(properties) + "\n")

    @property
    def bootstrap_servers(self) -> str:
        """`host:port` for clients."""
        return f"{HOST}:{self.port}"

    @property
    def log(self) -> Path:
        """What the broker wrote, over all its starts."""
        return self.home / "broker.log"

    def start(self, seconds: float = 60) -> None:
        """Start (formatting the storage at first) and return when it answers; raises ApacheKafkaError."""
        self.launch()
        self.wait_until_it_answers(seconds)

    def launch(self) -> None:
        """Start (formatting the storage at first) and return at once; to be called in the main thread."""
        if not (self.home / "data").exists():
            self._format()
        self._log = self.log.open("ab")
        self._process = start_child([*self._java(), "kafka.Kafka", str(self.configuration)], output=self._log)

    def wait_until_it_answers(self, seconds: float = 60) -> None:
        """Return when it does; kills it and raises ApacheKafkaError where it ends or does not within `seconds`."""
        deadline = time.monotonic() + seconds
        while not answers(HOST, self.port):
            if not self.running() or time.monotonic() > deadline:
                self.kill()
                raise ApacheKafkaError(f"Apache Kafka {self.version} did not start:\n{self.log.read_text()[-3000:]}")
            time.sleep(0.1)

    def running(self) -> bool:
        """Whether the process is alive (frozen counts)."""
        return self._process is not None and self._process.poll() is None

    def send_signal(self, number: signal.Signals) -> None:
        """Send the running broker a signal; does nothing where it does not run."""
        if self._process is not None:
            self._process.send_signal(number)

    def stop(self, seconds: float = 30) -> None:
        """Stop in order (SIGTERM); kill it after `seconds`."""
        self._end(signal.SIGTERM, seconds)

    def kill(self) -> None:
        """Kill -9: a crash of the machine, as far as the process can tell."""
        self._end(signal.SIGKILL, 30)

    def tool(self, name: str, *arguments: str) -> str:
        """Run one of Kafka's own command-line classes (`kafka.admin.AclCommand`, say) and return what it printed.

        Raises ApacheKafkaError with its output where it fails.
        """
        result = subprocess.run(
            [*self._java(), name, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if result.returncode != 0:
            raise ApacheKafkaError(f"{name} failed:\n{result.stdout}{result.stderr}")
        return result.stdout

    def _end(self, how: signal.Signals, seconds: float) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            try:
                self._process.wait(seconds)
            except subprocess.TimeoutExpired:
                stop_child(self._process, grace=0)
            self._process = None
        if self._log is not None:
            self._log.close()
            self._log = None

    def _format(self) -> None:
        identity = "AqwalTestCluster000000"  # 22 characters of URL-safe base64: a UUID in Kafka's way of writing
        arguments = ["format", "--standalone", "--cluster-id", identity, "--config", str(self.configuration)]
        self.tool("kafka.tools.StorageTool", *arguments, *self._storage)

    def _java(self) -> list[str]:
        return [*_JAVA, "-cp", f"{fetch_jars(self.version)}{os.sep}*"]
