"""Everything that was published in a run, read from the start and set against what `handle` makes of the inputs."""

import asyncio
import multiprocessing
from collections import deque
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import ConsumerRecord

from streams.core.records import Record
from streams.worker.startup import make_plan
from tests.brokers.stage import Position, Stage
from tests.faults.checker import Checker, Verdict
from tests.faults.entries import Event, letter_entry, marker_entry, quote_entry
from tests.faults.expected import Expected, expect

_CHUNK = 500  # records that a process handles at a time
_PROCESSES = 2
_WAITING = 8  # chunks, at most


class Account:
    """Of one stage. A topic that is about to be deleted is put into the archive first."""

    def __init__(self, stage: Stage, partitions: int) -> None:
        self._stage = stage
        self._partitions = partitions
        settings = stage.settings
        self._entry_of: dict[str, Callable[[Any], Event]] = {
            settings.topic_quotes: quote_entry,
            settings.topic_processed: marker_entry,
        }
        self._archive: dict[str, list[Event]] = {topic: [] for topic in self._entry_of}
        self._refusing: list[tuple[dict[int, int], dict[int, int]]] = []  # ends of the dead letters' partitions

    async def archive(self, topic: str) -> None:
        """Keep what lies in `topic`, which may then be deleted."""
        self._archive[topic] += [self._entry_of[topic](record) async for record in self._read(topic)]

    @asynccontextmanager
    async def refusing(self) -> AsyncIterator[None]:
        """While the block lasts, the broker refuses events: dead letters for that are part of the fault."""
        start = await self._ends(self._stage.settings.topic_rejected)
        yield
        self._refusing.append((start, await self._ends(self._stage.settings.topic_rejected)))

    async def settle(self) -> Verdict:
        """Read every topic from the start, and check."""
        checker = Checker(await self._expected())
        settings = self._stage.settings
        for topic, check in ((settings.topic_quotes, checker.quote), (settings.topic_processed, checker.marker)):
            for event in self._archive[topic]:
                check(event)
            async for record in self._read(topic):
                check(self._entry_of[topic](record))
        async for record in self._read(settings.topic_rejected):
            letter = letter_entry(record)
            checker.letter(letter, refusing=self._was_refusing(letter.place))
        return checker.verdict()

    async def _expected(self) -> dict[Position, Expected]:
        options = (await make_plan(self._stage.settings)).options
        expected: dict[Position, Expected] = {}
        waiting: deque[tuple[list[Record], asyncio.Future[list[Expected]]]] = deque()
        chunk: list[Record] = []
        with ProcessPoolExecutor(_PROCESSES, multiprocessing.get_context("spawn")) as pool:

            async def collect(limit: int) -> None:
                while len(waiting) > limit:
                    records, future = waiting.popleft()
                    for record, result in zip(records, await future, strict=True):
                        expected[record.partition, record.offset] = result

            def send() -> None:
                job = pool.submit(expect, chunk, options, self._partitions)
                waiting.append((chunk, asyncio.wrap_future(job)))

            async for record in self._read(self._stage.settings.topic_raw):
                chunk.append(_input(record))
                if len(chunk) == _CHUNK:
                    send()
                    chunk = []
                    await collect(_WAITING)
            send()
            await collect(0)
        return expected

    async def _read(self, topic: str) -> AsyncIterator[ConsumerRecord]:
        """From the start to what is the end now."""
        async with self._stage.reader(topic) as (consumer, partitions):
            ends = await consumer.end_offsets(partitions)
            while any([await consumer.position(partition) < end for partition, end in ends.items()]):
                batches = await consumer.getmany(timeout_ms=500)
                for records in batches.values():
                    for record in records:
                        yield record

    async def _ends(self, topic: str) -> dict[int, int]:
        async with self._stage.reader(topic) as (consumer, partitions):
            return {partition.partition: end for partition, end in (await consumer.end_offsets(partitions)).items()}

    def _was_refusing(self, place: Position) -> bool:
        number, offset = place
        return any(start[number] <= offset < end[number] for start, end in self._refusing)


def _input(record: ConsumerRecord) -> Record:
    return Record(
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        timestamp=record.timestamp,
        key=record.key,
        value=record.value,
        headers=tuple(record.headers),
    )
