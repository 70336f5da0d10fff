"""What a run would replay: its ranges read and counted, and nothing written."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from aiokafka import TopicPartition

from schemas.backfill import BackfillRun
from streams.backfill.selection import selection_of
from streams.backfill.targets import shortest_memory
from streams.kafka.admin import Admin
from streams.kafka.bounded import Range, Reader


@dataclass(slots=True)
class Counted:
    """Of one partition: records read, those selected, and the stamps of the oldest and newest of these (or None)."""

    read: int = 0
    selected: int = 0
    oldest: int | None = None
    newest: int | None = None


async def rehearse(run: BackfillRun, reader: Reader) -> dict[int, Counted]:
    """By partition. Stamps are milliseconds since the epoch; a record without one counts, but is neither."""
    selection = selection_of(run)
    counted = {each.partition: Counted() for each in run.ranges}
    ranges = [Range(TopicPartition(run.topic, each.partition), each.start, each.end) for each in run.ranges]
    async for stretch in reader.read(ranges):
        tally = counted[stretch.partition.partition]
        tally.read += len(stretch.records)
        for record in stretch.records:
            if selection.takes(record):
                tally.selected += 1
                if record.timestamp >= 0:
                    stamps = [record.timestamp, *(s for s in (tally.oldest, tally.newest) if s is not None)]
                    tally.oldest, tally.newest = min(stamps), max(stamps)
    return counted


async def hold_memory(run: BackfillRun, counted: Mapping[int, Counted], admin: Admin) -> None:
    """Raise BackfillError where a topic that is there to publish to would lose the oldest record."""
    outputs = await admin.partition_counts([run.quotes.topic, run.processed.topic, run.rejected.topic])
    memory = await shortest_memory(admin, list(outputs))
    oldest = min((tally.oldest for tally in counted.values() if tally.oldest is not None), default=None)
    if memory is not None and oldest is not None:
        memory.check(oldest, time.time_ns() // 1_000_000, "the oldest record")
