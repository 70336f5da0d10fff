"""The replay itself: read, handled in child processes, delivered in order, noted in the manifest."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from aiokafka import TopicPartition

from schemas.backfill import BackfillRange, BackfillRun
from streams.backfill.chunks import RECORDS, Chunk, cut
from streams.backfill.pace import Pace
from streams.backfill.selection import selection_of
from streams.backfill.targets import Memory
from streams.core.records import Outcome, Processed, Record
from streams.kafka.bounded import Range, Reader
from streams.worker.deliver import Delivery
from streams.worker.pause import GivenWayError

_BATCH = 20  # chunks that are delivered together, at most


class Engine(Protocol):
    """What handles records: `EnginePool`."""

    async def handle(self, records: Sequence[Record]) -> list[Outcome]:
        """The outcomes in the order of `records`."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a replay works with. `ahead`: chunks that may wait for their delivery; `every`: seconds between saves."""

    reader: Reader
    engine: Engine
    delivery: Delivery
    save: Callable[[BackfillRun], Awaitable[None]]
    told: Callable[[BackfillRun], None]
    pace: Pace
    memory: Memory | None
    ahead: int
    every: float


_Work = tuple[Chunk, asyncio.Task[list[Outcome]]]


class Replay:
    """Goes on with `run`. What is handled by several processes at a time is delivered in the order it was read in."""

    def __init__(self, run: BackfillRun, means: Means) -> None:
        self._run = run
        self._ranges = {each.partition: each for each in run.ranges}
        self._means = means
        self._selection = selection_of(run)
        self._queue: asyncio.Queue[_Work | None] = asyncio.Queue(means.ahead)
        self._waiting: deque[_Work | None] = deque()
        self._tasks: set[asyncio.Task[list[Outcome]]] = set()
        self._failure: BaseException | None = None
        self._saved = time.monotonic()

    async def finish(self, stop: asyncio.Event) -> BackfillRun:
        """Work until the end or until `stop`, then end what is begun; the manifest as it was saved last.

        Raises BackfillError, ReadError or UndeliverableError: then what was saved last is where to go on from.
        """
        feeding = asyncio.create_task(self._feed(stop))
        try:
            while chunks := await self._next_chunks():
                try:
                    await self._deliver(chunks)
                except GivenWayError:  # told to stop while a topic refuses: the rest is undone
                    break
                if time.monotonic() - self._saved >= self._means.every:
                    await self._save()
            if self._failure is not None:
                await self._save()
                raise self._failure
        finally:
            for task in (feeding, *self._tasks):
                task.cancel()
            await asyncio.gather(feeding, *self._tasks, return_exceptions=True)
        if all(each.position == each.end for each in self._ranges.values()):
            self._run = self._run.model_copy(update={"state": "done"})
        await self._save()
        return self._run

    async def _feed(self, stop: asyncio.Event) -> None:
        """Put what is to be delivered into the queue, and None after it; a failure waits until it is delivered."""
        reading, stopping = asyncio.create_task(self._read()), asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({reading, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if reading.done():
                self._failure = reading.exception()
        finally:
            for task in (reading, stopping):
                task.cancel()
            await asyncio.gather(reading, stopping, return_exceptions=True)
        await self._queue.put(None)

    async def _read(self) -> None:
        topic = self._run.topic
        ranges = [Range(TopicPartition(topic, r.partition), r.position, r.end) for r in self._ranges.values()]
        rate = self._means.pace.rate
        limit = RECORDS if rate is None else min(RECORDS, max(1, int(rate)))
        async for stretch in self._means.reader.read(ranges):
            for chunk in cut(stretch, self._selection, limit):
                await asyncio.sleep(self._means.pace.delay(len(chunk.records)))
                self._hold_memory(chunk)
                await self._queue.put((chunk, self._start(chunk)))

    def _hold_memory(self, chunk: Chunk) -> None:
        if self._means.memory is not None:
            now = time.time_ns() // 1_000_000
            for record in chunk.records:
                place = f"{record.topic}/{record.partition}/{record.offset}"
                self._means.memory.check(record.timestamp, now, place)

    def _start(self, chunk: Chunk) -> asyncio.Task[list[Outcome]]:
        task = asyncio.create_task(self._handle(chunk.records))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _handle(self, records: Sequence[Record]) -> list[Outcome]:
        return await self._means.engine.handle(records) if records else []

    async def _next_chunks(self) -> list[tuple[Chunk, list[Outcome]]]:
        """The next chunk, and those after it that are handled already; none at the end."""
        if not self._waiting:
            self._waiting.append(await self._queue.get())
        chunks: list[tuple[Chunk, list[Outcome]]] = []
        while self._waiting and (work := self._waiting[0]) is not None and len(chunks) < _BATCH:
            chunk, task = work
            if chunks and not task.done():
                break
            chunks.append((chunk, await task))
            self._waiting.popleft()
            if not self._queue.empty():
                self._waiting.append(self._queue.get_nowait())
        return chunks

    async def _deliver(self, chunks: Sequence[tuple[Chunk, list[Outcome]]]) -> None:
        handled = [pair for chunk, outcomes in chunks for pair in zip(chunk.records, outcomes, strict=True)]
        refused = {(record.partition, record.offset) for record, _ in await self._means.delivery.deliver(handled)}
        for chunk, outcomes in chunks:
            done = [
                outcome
                for record, outcome in zip(chunk.records, outcomes, strict=True)
                if isinstance(outcome, Processed) and (record.partition, record.offset) not in refused
            ]
            self._ranges[chunk.partition] = _after(self._ranges[chunk.partition], chunk, done)
        self._means.told(self._now())

    def _now(self) -> BackfillRun:
        return self._run.model_copy(update={"ranges": tuple(self._ranges.values()), "updated_at": datetime.now(UTC)})

    async def _save(self) -> None:
        self._run = self._now()
        await self._means.save(self._run)
        self._saved = time.monotonic()


def _after(before: BackfillRange, chunk: Chunk, done: Sequence[Processed]) -> BackfillRange:
    return before.model_copy(
        update={
            "position": chunk.position,
            "read": before.read + chunk.read,
            "articles": before.articles + len(done),
            "rejected": before.rejected + len(chunk.records) - len(done),
            "quotes": before.quotes + sum(len(outcome.quotes) for outcome in done),
        }
    )
