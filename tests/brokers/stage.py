"""Four topics of their own on a broker under test, the real workers on them, and a look at what they publish."""

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition

from schemas.dead_letter import DeadLetterHeaders
from schemas.processed import ArticleProcessed
from schemas.record_headers import Headers
from schemas.retry_note import RetryNoteHeaders, is_retry_note
from streams.children import start_child, stop_child
from streams.kafka.admin import open_admin
from streams.kafka.topics import ensure_topics
from streams.settings import Settings
from tests.brokers.fixtures import Broker

Position = tuple[int, int]  # partition and offset of an input record
AQWAL = (sys.executable, "-c", "from streams.cli import main; main()")
WORKER = (*AQWAL, "worker")


class Worker:
    """`aqwal worker`, or another `command`, as a process of its own, in a directory of its own."""

    def __init__(self, environment: dict[str, str], directory: Path, command: Sequence[str] = WORKER) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self.log_file = directory / "worker.log"
        self._log = self.log_file.open("ab")
        self.process: subprocess.Popen[bytes] = start_child(
            command, output=self._log, environment=environment, directory=directory
        )

    @property
    def log(self) -> str:
        return self.log_file.read_text(errors="replace")

    def kill(self) -> None:
        """Kill -9; does nothing where it has ended."""
        self.process.kill()
        self.process.wait()
        self._log.close()

    def freeze(self) -> None:
        """SIGSTOP: it lives, and does nothing."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """The end of `freeze`."""
        self.process.send_signal(signal.SIGCONT)

    def stop(self, seconds: float = 30) -> int:
        """SIGTERM; the exit code."""
        stop_child(self.process, grace=seconds)
        self._log.close()
        return self.process.returncode

    def wait(self, seconds: float = 60) -> int:
        """The exit code of a worker that ends by itself; raises subprocess.TimeoutExpired where it does not."""
        return self.process.wait(seconds)


class Stage:
    """Topics named after a test; `settings` are further AQWAL_* settings, by field name."""

    def __init__(self, broker: Broker, directory: Path, **settings: Any) -> None:
        self.broker = broker
        self._directory = directory
        self._workers: list[Worker] = []
        self._processes: list[subprocess.Popen[bytes]] = []
        name = f"t{uuid.uuid4().hex[:8]}"
        topics = {f"topic_{role}": f"{name}.{role}" for role in ("raw", "quotes", "processed", "rejected", "runs")}
        values = topics | {"group": name, "bootstrap_servers": broker.bootstrap_servers} | settings
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("AQWAL_")}
        self.environment |= broker.environment
        self.environment |= {f"AQWAL_{key.upper()}": str(value) for key, value in values.items()}
        for key in [key for key in os.environ if key.startswith("AQWAL_")]:
            assert key.startswith("AQWAL_TEST_"), f"{key} is set: the suite brings settings of its own"
        self.settings = Settings(_env_file=None, **({"broker": _kind(broker)} | values))

    async def create_topics(self, partitions: int = 4, raw_config: dict[str, str] | None = None) -> None:
        """The four topics as `aqwal topics` makes them; `raw_config` is for that of the articles."""
        if raw_config:
            async with open_admin(self.settings) as admin:
                await admin.create(self.settings.topic_raw, partitions, 1, raw_config)
        async for finding in ensure_topics(self.settings, partitions):
            assert finding.level != "error", finding

    def start_worker(self, command: Sequence[str] = (*AQWAL, "worker")) -> Worker:
        """Another worker; the stage ends it at last."""
        worker = Worker(self.environment, self._directory / f"worker-{len(self._workers)}", command)
        self._workers.append(worker)
        return worker

    def write(self, name: str, content: bytes) -> None:
        """A file for a command to read."""
        (self._directory / name).write_bytes(content)

    def command(self, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run another `aqwal` command with this stage's settings, in its directory."""
        return subprocess.run(
            [*AQWAL, *arguments],
            env=self.environment,
            cwd=self._directory,
            input=stdin,
            capture_output=True,
            check=False,
            timeout=120,
        )

    def background(self, *arguments: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        """Start another `aqwal` command; the stage ends it at last."""
        process = subprocess.Popen(
            [*AQWAL, *arguments],
            env=self.environment,
            cwd=self._directory,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._processes.append(process)
        return process

    def close(self) -> None:
        """Kill whatever still runs."""
        for worker in self._workers:
            worker.kill()
        for process in self._processes:
            process.kill()
            process.communicate()

    @asynccontextmanager
    async def producer(self, **arguments: Any) -> AsyncIterator[AIOKafkaProducer]:
        """A plain producer, unless `arguments` say otherwise, that leaves limits to the broker."""
        defaults = {"enable_idempotence": False, "acks": "all", "max_request_size": 16 * 1024 * 1024}
        bootstrap = self.broker.bootstrap_servers
        producer = AIOKafkaProducer(bootstrap_servers=bootstrap, **(defaults | arguments))
        await producer.start()
        try:
            yield producer
        finally:
            await producer.stop()

    async def send(
        self,
        value: bytes | None,
        key: bytes | None = None,
        headers: Headers = (),
        *,
        timestamp: int | None = None,
        partition: int | None = None,
        **arguments: Any,
    ) -> Position:
        """Put one record on the topic of the articles; `arguments` are the producer's."""
        async with self.producer(**arguments) as producer:
            if key is None and value is None:  # which the client sends only in a batch that one makes oneself
                batch = producer.create_batch()
                batch.append(key=None, value=None, timestamp=timestamp, headers=list(headers))
                metadata = await (await producer.send_batch(batch, self.settings.topic_raw, partition=partition or 0))
                return metadata.partition, metadata.offset
            metadata = await producer.send_and_wait(
                self.settings.topic_raw,
                value,
                key=key,
                headers=list(headers),
                timestamp_ms=timestamp,
                partition=partition,
            )
        return metadata.partition, metadata.offset

    async def send_all(self, values: Sequence[tuple[bytes, bytes]]) -> list[Position]:
        """Put (key, value) pairs on the topic of the articles."""
        async with self.producer(linger_ms=20, max_batch_size=256 * 1024) as producer:
            futures = [await producer.send(self.settings.topic_raw, value, key=key) for key, value in values]
            sent = [await future for future in futures]
        return [(metadata.partition, metadata.offset) for metadata in sent]

    @asynccontextmanager
    async def watch(self) -> AsyncIterator["Watch"]:
        """What has been and is being published, from the beginning."""
        async with self.reader(*self.settings.topics) as (consumer, partitions):
            yield Watch(self, consumer, partitions)

    @asynccontextmanager
    async def reader(self, *topics: str) -> AsyncIterator[tuple[AIOKafkaConsumer, list[TopicPartition]]]:
        """A consumer at the beginning of all partitions of `topics`, which must exist."""
        consumer = AIOKafkaConsumer(
            bootstrap_servers=self.broker.bootstrap_servers,
            group_id=None,
            enable_auto_commit=False,
            auto_offset_reset="none",
            isolation_level="read_committed",
            fetch_max_wait_ms=50,
            max_partition_fetch_bytes=16 * 1024 * 1024,
        )
        await consumer.start()
        try:
            async with open_admin(self.settings) as admin:
                counts = await admin.partition_counts(topics)
            assert len(counts) == len(topics), counts
            partitions = [TopicPartition(topic, number) for topic in counts for number in range(counts[topic])]
            consumer.assign(partitions)
            for partition, start in (await consumer.beginning_offsets(partitions)).items():
                consumer.seek(partition, start)
            yield consumer, partitions
        finally:
            await consumer.stop()


@dataclass(frozen=True)
class Letter:
    """A dead letter and its decoded headers; `original` are the headers that the input record had."""

    record: ConsumerRecord
    why: DeadLetterHeaders
    original: list[tuple[str, bytes | None]]


class Watch:
    """All records of a stage's topics, as far as they have been read, and the account that they give."""

    def __init__(self, stage: Stage, consumer: AIOKafkaConsumer, partitions: list[TopicPartition]) -> None:
        self.stage = stage
        self._consumer = consumer
        self._partitions = partitions
        self.records: dict[str, list[ConsumerRecord]] = {topic: [] for topic in stage.settings.topics}

    @property
    def inputs(self) -> list[ConsumerRecord]:
        return self.records[self.stage.settings.topic_raw]

    @property
    def quotes(self) -> list[ConsumerRecord]:
        return self.records[self.stage.settings.topic_quotes]

    @property
    def markers(self) -> list[tuple[ConsumerRecord, ArticleProcessed]]:
        records = self.records[self.stage.settings.topic_processed]
        return [(record, ArticleProcessed.model_validate_json(record.value)) for record in records]

    @property
    def letters(self) -> list[Letter]:
        rejected = self.records[self.stage.settings.topic_rejected]
        records = [record for record in rejected if not is_retry_note(record.headers)]
        whys = [DeadLetterHeaders.decode(record.headers) for record in records]
        return [
            Letter(record, why, list(record.headers)[: -len(why.encode())])
            for record, why in zip(records, whys, strict=True)
        ]

    @property
    def notes(self) -> list[RetryNoteHeaders]:
        """What was sent back of the dead letters."""
        rejected = self.records[self.stage.settings.topic_rejected]
        return [RetryNoteHeaders.decode(record.headers) for record in rejected if is_retry_note(record.headers)]

    def marked(self) -> list[Position]:
        """The input records that have a marker, repeats and all."""
        return [(marker.source.partition, marker.source.offset) for _, marker in self.markers]

    def rejected(self) -> list[Position]:
        """The input records that have a dead letter, repeats and all."""
        return [(letter.why.partition, letter.why.offset) for letter in self.letters]

    def marker_of(self, position: Position) -> ArticleProcessed:
        """The marker of an input record; raises KeyError where it has none."""
        return {(m.source.partition, m.source.offset): m for _, m in self.markers}[position]

    def letter_of(self, position: Position) -> Letter:
        """The dead letter of an input record; raises KeyError where it has none."""
        return {(letter.why.partition, letter.why.offset): letter for letter in self.letters}[position]

    def quotes_of(self, position: Position) -> list[ConsumerRecord]:
        """The quotations out of an input record, as they were published."""
        source = f"{self.stage.settings.topic_raw}/{position[0]}/{position[1]}".encode()
        return [record for record in self.quotes if dict(record.headers)["aqwal-source"] == source]

    async def until(self, holds: Callable[[], bool], seconds: float = 60) -> None:
        """Read on until `holds`; fails with the workers' last words where it does not within `seconds`."""
        deadline = time.monotonic() + seconds
        while not holds():
            await self._read()
            assert time.monotonic() < deadline, self._state()

    async def accounted(self, positions: Sequence[Position], seconds: float = 60) -> None:
        """Read on until each of `positions` has its marker or its dead letter."""
        wanted = set(positions)
        await self.until(lambda: wanted <= {*self.marked(), *self.rejected()}, seconds)

    async def drain(self) -> None:
        """Read up to what are the ends of all topics now."""
        ends = await self._consumer.end_offsets(self._partitions)
        for partition, end in ends.items():
            while await self._consumer.position(partition) < end:
                await self._read()
        # The embedded broker gives the offset after the first record of the last batch as the end.
        while await self._read():
            pass

    async def _read(self) -> int:
        batches = await self._consumer.getmany(timeout_ms=200)
        for partition, records in batches.items():
            self.records[partition.topic] += records
        return len(batches)

    def _state(self) -> str:
        counts = {topic: len(records) for topic, records in self.records.items()}
        logs = "\n".join(f"--- worker {number}\n{w.log[-2500:]}" for number, w in enumerate(self.stage._workers))
        return f"not within the time; read so far: {counts}\n{logs}"


def _kind(broker: Broker) -> str:
    return broker.environment.get("AQWAL_BROKER", "kafka")
