"""A replay beside live traffic that is killed again and again: what came of it, and of the live group."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.structs import OffsetAndMetadata

from schemas.backfill import BackfillRun
from schemas.headers import parse_source
from streams.backfill.runs import load_runs
from streams.kafka.admin import open_admin
from streams.kafka.bounded import Range, open_reader
from tests.backfill.archive import SINCE, UNTIL, feed_archive, feed_live
from tests.brokers.articles import articles
from tests.brokers.stage import AQWAL, Position, Stage, Worker

_STALLED = 300.0  # seconds without a new marker
_BEFORE = 200  # live articles before the archive


@dataclass
class Report:
    """What was seen. All of `wrong` must be 0."""

    wanted: int = 0
    live: int = 0
    kills: list[tuple[int, int]] = field(default_factory=list)  # markers at each, and offsets the manifest had then
    markers: int = 0
    repeats: int = 0  # markers of the replay beyond one a record: what the kills cost
    lags: list[int] = field(default_factory=list)  # of the live group, twice a second
    seconds: float = 0.0
    verdict: str = ""
    wrong: dict[str, int] = field(default_factory=dict)


class Ordeal:
    """On the topics of `stage`; `rate`: live articles a second."""

    def __init__(self, stage: Stage, *, count: int, kills: int, partitions: int, seed: int, rate: float = 5.0) -> None:
        self._stage = stage
        self._count = count
        self._kills = kills
        self._partitions = [TopicPartition(stage.settings.topic_raw, number) for number in range(partitions)]
        self._chance = random.Random(seed)  # noqa: S311 - to be repeated
        self._rate = rate
        self.report = Report()

    async def undergo(self) -> Report:
        """All of it, from the empty topics on."""
        stage, report = self._stage, self.report
        await stage.create_topics(len(self._partitions))
        before = set(await stage.send_all(articles(_BEFORE, prefix="before")))
        wanted = await feed_archive(stage, self._count, len(self._partitions), self._chance)
        await self._commit_ends()  # the live group has read all that, some time ago
        stage.start_worker()
        live: set[Position] = set()
        async with self._watched_group(live):
            begin = time.monotonic()
            run_id = await self._replay(len(wanted))
            report.seconds = time.monotonic() - begin
        verified = stage.start_worker((*AQWAL, "backfill", "verify", run_id))
        code = verified.wait(3_600)
        report.verdict = verified.log
        report.wanted, report.live = len(wanted), len(live)
        report.wrong["verify does not say that it is proven"] = int(code != 0)
        await self._reconcile(run_id, wanted, live, before)
        return report

    async def _commit_ends(self) -> None:
        settings = self._stage.settings
        async with AIOKafkaConsumer(
            bootstrap_servers=settings.bootstrap_servers, group_id=settings.group, enable_auto_commit=False
        ) as consumer:
            consumer.assign(self._partitions)
            ends = await consumer.end_offsets(self._partitions)
            await consumer.commit({at: OffsetAndMetadata(end, "") for at, end in ends.items()})

    @asynccontextmanager
    async def _watched_group(self, live: set[Position]) -> AsyncIterator[None]:
        """Live traffic and a look at the group while the body runs; at its end, the group has caught up."""
        feeding = asyncio.create_task(feed_live(self._stage, self._rate, live))
        watching = asyncio.create_task(self._watch_group())
        try:
            yield
        finally:
            feeding.cancel()
            with suppress(asyncio.CancelledError):
                await feeding
            deadline = time.monotonic() + 120
            while self.report.lags[-1] and time.monotonic() < deadline:  # noqa: ASYNC110 - the other task has no end
                await asyncio.sleep(0.5)
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
            self.report.wrong["records that the live group has not come to in the end"] = self.report.lags[-1]

    async def _watch_group(self) -> None:
        before: dict[TopicPartition, int] = {}
        self.report.wrong["offsets of the live group that went back"] = 0
        async with open_admin(self._stage.settings) as admin, open_reader(self._stage.settings) as reader:
            while True:
                committed = await admin.committed(self._stage.settings.group, self._partitions)
                ends = {at: edge.end for at, edge in (await reader.edges(self._partitions)).items()}
                offsets = {at: each.offset for at, each in committed.items()}
                back = [at for at, offset in offsets.items() if offset < before.get(at, 0)]
                self.report.wrong["offsets of the live group that went back"] += len(back)
                self.report.lags.append(sum(ends[at] - offset for at, offset in offsets.items()))
                before = offsets
                await asyncio.sleep(0.5)

    async def _replay(self, wanted: int) -> str:
        bounds = ("--from", f"{SINCE:%Y-%m-%d}", "--to", f"{UNTIL:%Y-%m-%d}")
        process = self._start(*bounds)
        marks = sorted(self._chance.uniform(0.02, 0.95) * wanted for _ in range(self._kills))
        for mark in marks:
            seen = await self._until_markers(mark, process)
            process.kill()
            run = await self._run()
            self.report.kills.append((seen, sum(each.position - each.start for each in run.ranges)))
            process = self._start("resume", run.run_id)
        code = await asyncio.to_thread(process.wait, 3_600)
        self.report.wrong["replay that did not end with 0"] = int(code != 0)
        return (await self._run()).run_id

    def _start(self, *arguments: str) -> Worker:
        return self._stage.start_worker((*AQWAL, "backfill", *arguments))

    async def _run(self) -> BackfillRun:
        async with open_admin(self._stage.settings) as admin, open_reader(self._stage.settings) as reader:
            (run,) = (await load_runs(self._stage.settings, admin, reader)).values()
            return run

    async def _until_markers(self, mark: float, process: Worker) -> int:
        """Return when so many markers lie there; raises where the process ends before, or none comes any more."""
        topic = self._stage.settings.topic_processed
        partitions = [TopicPartition(topic, each.partition) for each in self._partitions]
        last, since = -1, time.monotonic()
        async with open_reader(self._stage.settings) as reader:
            while last < mark:
                seen = sum(edge.end for edge in (await reader.edges(partitions)).values())
                if seen > last:
                    last, since = seen, time.monotonic()
                ended = process.process.poll() is not None
                assert not ended, f"ended before it could be killed:\n{process.log[-3_000:]}"
                assert time.monotonic() - since < _STALLED, f"no marker for long:\n{process.log[-3_000:]}"
                await asyncio.sleep(0.1)
        return last

    async def _reconcile(self, run_id: str, wanted: set[Position], live: set[Position], before: set[Position]) -> None:
        """By what the topics hold, and not by what the product says of it."""
        replayed, lived = await self._ends()
        report = self.report
        report.markers = replayed.total()
        report.repeats = replayed.total() - len(replayed)
        report.wrong |= {
            "records of the range without an end": len(wanted - replayed.keys()),
            "records outside of the range that were replayed": len(replayed.keys() - wanted),
            "live articles without an end": len(live - lived.keys()),
            "records that the live worker was not to read": len(lived.keys() - live),
            "live articles with two ends": lived.total() - len(lived),
        }
        assert not before & wanted, "the test has mixed up its own records"

    async def _ends(self) -> tuple[Counter[Position], Counter[Position]]:
        """Markers and dead letters by their input records: the replay's, the live worker's."""
        settings = self._stage.settings
        replayed, lived = Counter[Position](), Counter[Position]()
        async with open_reader(settings) as reader:
            topics = (settings.topic_processed, settings.topic_rejected)
            partitions = [TopicPartition(topic, each.partition) for topic in topics for each in self._partitions]
            edges = await reader.edges(partitions)
            async for stretch in reader.read(Range(at, edge.begin, edge.end) for at, edge in edges.items()):
                for record in stretch.records:
                    headers = {name: (value or b"").decode() for name, value in record.headers}
                    if "aqwal-source" in headers:
                        source = parse_source(headers["aqwal-source"])
                        position = source.partition, source.offset
                    else:
                        position = int(headers["__aqwal.errors.partition"]), int(headers["__aqwal.errors.offset"])
                    run = headers.get("aqwal-replay") or headers.get("__aqwal.errors.replay")
                    (replayed if run else lived)[position] += 1
        return replayed, lived
