"""Edited articles in random order, replays of old ranges, a worker frozen and thawed, compaction: what comes of it."""

import asyncio
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from aiokafka import ConsumerRecord

from streams.kafka.admin import open_admin
from tests.brokers.articles import articles
from tests.brokers.stage import Position, Stage
from tests.retract.editions import Edition, editions

COMPACTED = {
    "cleanup.policy": "compact",
    "segment.ms": "1000",
    "min.cleanable.dirty.ratio": "0.01",
    "max.compaction.lag.ms": "1000",
    "min.compaction.lag.ms": "0",
    "delete.retention.ms": str(7 * 24 * 3_600_000),
    "retention.ms": "-1",
}
_FROZEN = 9.0  # seconds; a session lasts six
_REPLAYS = 3
_PATIENCE = 120.0  # seconds for the log cleaner

Table = dict[str, bytes]


@dataclass
class Seen:
    """Records of the topic of the quotations, and how many vanished, at the stages of the run."""

    wrong_before: int = 0
    published: int = 0
    vanished_before: int = 0
    retracted: str = ""
    again: str = ""
    vanished_after: int = 0
    seconds: dict[str, float] = field(default_factory=dict)


class Correction:
    """On the topics of `stage`. `count` articles, of which `edited` come in three revisions."""

    def __init__(self, stage: Stage, *, count: int, edited: int, partitions: int, seed: int) -> None:
        self._stage = stage
        self._partitions = partitions
        self._chance = random.Random(seed)  # noqa: S311 - to be repeated
        self._records, self._newest = editions(count, edited, seed)
        self.seen = Seen()

    async def make_topics(self) -> None:
        """The four, that of the quotations compacted as soon as can be."""
        async with open_admin(self._stage.settings) as admin:
            await admin.create(self._stage.settings.topic_quotes, self._partitions, 1, COMPACTED)
        await self._stage.create_topics(self._partitions)

    async def publish(self) -> None:
        """Publish and process; one worker is frozen past its session meanwhile, and thawed."""
        begin = time.monotonic()
        frozen, _ = self._stage.start_worker(), self._stage.start_worker()
        async with self._stage.watch() as seen:
            sent = [await self._send(self._records[:100])]
            await seen.accounted(sent[0], 120)
            sending = asyncio.create_task(self._send(self._records[100:]))
            await seen.until(lambda: len(seen.markers) > len(self._records) // 4, 600)
            frozen.freeze()
            await asyncio.sleep(_FROZEN)
            frozen.thaw()
            await seen.accounted([*sent[0], *await sending], 1_800)
        self.seen.seconds["published and processed"] = time.monotonic() - begin

    async def _send(self, records: list[Edition]) -> list[Position]:
        async with self._stage.producer(linger_ms=20) as producer:
            topic = self._stage.settings.topic_raw
            futures = [
                await producer.send(topic, each.value, key=each.key, timestamp_ms=each.timestamp) for each in records
            ]
            sent = [await future for future in futures]
        return [(metadata.partition, metadata.offset) for metadata in sent]

    async def replay(self) -> None:
        """Replay old ranges, some of which overlap."""
        begin = time.monotonic()
        end = len(self._records) // self._partitions
        for _ in range(_REPLAYS):
            first = self._chance.randrange(end // 2)
            last = first + end // 3
            done = await asyncio.to_thread(self._run, "backfill", "--from", str(first), "--to", str(last))
            assert done[0] == 0, done[1]
        self.seen.seconds["replayed"] = time.monotonic() - begin

    async def compact(self) -> int:
        """Publish a little more, so that segments are closed, and wait for the log cleaner; how much has vanished."""
        before = len(await self.quotations())
        await asyncio.sleep(1.5)  # a segment's time
        late = articles(40 * self._partitions, prefix=f"late-{time.monotonic_ns()}")
        self._newest += [value for _, value in late]
        async with self._stage.watch() as seen:
            await seen.accounted(await self._stage.send_all(late), 300)
        self.seen.published = before + 2 * len(late)
        deadline = time.monotonic() + _PATIENCE
        left = self.seen.published
        while time.monotonic() < deadline:
            now = len(await self.quotations())
            if now == left < self.seen.published:  # it has stopped
                break
            left = now
            await asyncio.sleep(2)
        return self.seen.published - left

    async def quotations(self) -> list[ConsumerRecord]:
        """All records of their topic that are still there."""
        records: list[ConsumerRecord] = []
        async with self._stage.reader(self._stage.settings.topic_quotes) as (consumer, partitions):
            for partition, end in (await consumer.end_offsets(partitions)).items():
                while await consumer.position(partition) < end:
                    for batch in (await consumer.getmany(timeout_ms=200)).values():
                        records += batch
        return records

    async def table(self) -> Table:
        """The last record of each key, but for deletions: what any sink makes of the topic that upserts by key."""
        last = {record.key.decode(): record.value for record in await self.quotations()}
        return {key: value for key, value in last.items() if value is not None}

    async def expected(self) -> Table:
        """What `aqwal extract` finds in the newest revisions."""
        self._stage.write("newest.jsonl", b"".join(value + b"\n" for value in self._newest))
        worker = self._stage.settings.kinds
        done = await asyncio.to_thread(self._run, "extract", "--kinds", ",".join(worker), "newest.jsonl")
        assert done[0] == 0, done[1]
        return {json.loads(line)["quote_id"]: line for line in done[2].splitlines()}

    async def retract(self, *options: str) -> str:
        """What `aqwal retract` told."""
        begin = time.monotonic()
        code, told, _ = await asyncio.to_thread(self._run, "retract", "--once", *options)
        self.seen.seconds[f"retract {' '.join(options)}"] = time.monotonic() - begin
        assert code == 0, told
        return told

    def _run(self, *arguments: str) -> tuple[int, str, bytes]:
        process = self._stage.background(*arguments)
        out, err = process.communicate(timeout=1_800)
        return process.returncode, err.decode(), out


def differences(left: Table, right: Table) -> int:
    """Rows that only one of the two has, or that differ."""
    return sum(left.get(key) != right.get(key) for key in {*left, *right})


Done = Callable[[str], None]


async def correct(correction: Correction, done: Done) -> Seen:
    """The whole run; raises AssertionError where the table is not what it should be."""
    seen = correction.seen
    await correction.make_topics()
    await correction.publish()
    done("processed")
    await correction.replay()
    done("replayed")
    seen.vanished_before = await correction.compact()
    expected = await correction.expected()
    seen.wrong_before = differences(await correction.table(), expected)
    done(f"compacted: {seen.vanished_before} records vanished, {seen.wrong_before} rows are wrong")
    seen.retracted = await correction.retract()
    done(seen.retracted)
    assert differences(await correction.table(), expected) == 0
    seen.again = await correction.retract("--state", "state.sqlite")
    done(seen.again)
    seen.vanished_after = await correction.compact()
    done(f"compacted: {seen.vanished_after} records vanished")
    assert differences(await correction.table(), await correction.expected()) == 0
    return seen
