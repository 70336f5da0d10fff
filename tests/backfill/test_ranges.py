"""The offsets of a replay and what is read of them, on a real Apache Kafka."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiokafka import TopicPartition

from streams.backfill.ranges import Planned, plan_ranges
from streams.backfill.selection import Bound, Selection
from streams.core.stamp import milliseconds
from streams.kafka.bounded import DeletedError, Range, open_reader
from tests.backfill.conftest import delete_records
from tests.brokers.fixtures import PARTITIONS, Broker
from tests.brokers.stage import Stage

pytestmark = pytest.mark.kafka

DAY = datetime(2024, 3, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def partitions_of(stage: Stage) -> list[TopicPartition]:
    return [TopicPartition(stage.settings.topic_raw, number) for number in range(PARTITIONS)]


async def fill(stage: Stage, stamps: Sequence[datetime], partition: int = 0) -> None:
    async with stage.producer() as producer:
        for number, stamp in enumerate(stamps):
            await producer.send_and_wait(
                stage.settings.topic_raw, b"%d" % number, partition=partition, timestamp_ms=milliseconds(stamp)
            )


async def plan(stage: Stage, since: Bound | None, until: Bound | None, **options: bool) -> list[Planned]:
    async with open_reader(stage.settings) as reader:
        return await plan_ranges(reader, partitions_of(stage), since, until, **options)


def offsets(planned: Sequence[Planned]) -> list[tuple[int, int]]:
    return [(each.range.start, each.range.end) for each in planned]


async def read(stage: Stage, ranges: Sequence[Range], selection: Selection | None = None) -> list[tuple[int, int]]:
    """Partition and offset of every record, in the order in which they come."""
    async with open_reader(stage.settings) as reader:
        return [
            (record.partition, record.offset)
            async for stretch in reader.read(ranges)
            for record in stretch.records
            if selection is None or selection.takes(record)
        ]


async def test_without_bounds_all_that_is_there_is_read(stage: Stage) -> None:
    await fill(stage, [DAY] * 1_200)
    await fill(stage, [DAY] * 3, partition=2)
    planned = await plan(stage, None, None)
    assert offsets(planned) == [(0, 1_200), (0, 0), (0, 3)]
    await fill(stage, [DAY] * 5, partition=2)  # after the ends were frozen
    found = await read(stage, [each.range for each in planned])
    assert sorted(found) == [(0, number) for number in range(1_200)] + [(2, number) for number in range(3)]
    assert [place for place in found if place[0] == 0] == [(0, number) for number in range(1_200)]


async def test_offsets_bound_every_partition(stage: Stage) -> None:
    await fill(stage, [DAY] * 10)
    await fill(stage, [DAY] * 4, partition=1)
    assert offsets(await plan(stage, 3, 7)) == [(3, 7), (3, 4), (0, 0)]
    assert offsets(await plan(stage, 20, 30)) == [(10, 10), (4, 4), (0, 0)]


async def test_time_is_exact_to_the_record_at_both_ends(stage: Stage) -> None:
    millisecond = timedelta(milliseconds=1)
    await fill(stage, [DAY - millisecond, DAY, DAY, DAY + HOUR - millisecond, DAY + HOUR])
    planned = await plan(stage, DAY, DAY + HOUR)
    assert offsets(planned)[0] == (1, 5)
    selection = Selection(milliseconds(DAY), milliseconds(DAY + HOUR))
    assert await read(stage, [each.range for each in planned], selection) == [(0, 1), (0, 2), (0, 3)]
    assert offsets(await plan(stage, DAY, DAY + HOUR, assume_ordered=True))[0] == (1, 4)


async def test_an_archive_written_after_live_records_is_found(stage: Stage) -> None:
    live, archive = [DAY + 24 * HOUR] * 5, [DAY, DAY + HOUR]
    await fill(stage, live + archive + live)
    planned = await plan(stage, DAY, DAY + 2 * HOUR)
    selection = Selection(milliseconds(DAY), milliseconds(DAY + 2 * HOUR))
    assert await read(stage, [each.range for each in planned], selection) == [(0, 5), (0, 6)]
    # Who says that the records are in order gets what was said.
    assert offsets(await plan(stage, DAY, DAY + 2 * HOUR, assume_ordered=True))[0] == (0, 0)


async def test_a_partition_with_nothing_so_late_begins_at_its_end(stage: Stage) -> None:
    await fill(stage, [DAY] * 4)
    await fill(stage, [DAY, DAY + HOUR], partition=1)
    assert offsets(await plan(stage, DAY + HOUR, None)) == [(4, 4), (1, 2), (0, 0)]


async def test_what_lies_in_an_open_transaction_is_beyond_the_end(stage: Stage) -> None:
    await fill(stage, [DAY] * 2)
    async with stage.producer(transactional_id=stage.settings.group, enable_idempotence=True) as producer:
        async with producer.transaction():
            await producer.send_and_wait(stage.settings.topic_raw, b"in it", partition=0)
            await fill(stage, [DAY] * 2)  # after its beginning, hence not readable yet either
            assert offsets(await plan(stage, None, None))[0] == (0, 2)
        # The transaction's own marker has an offset, and no record.
        planned = await plan(stage, None, None)
        assert offsets(planned)[0] == (0, 6)
        assert len(await read(stage, [each.range for each in planned])) == 5


async def test_reading_ends_at_a_range_that_ends_in_an_aborted_transaction(stage: Stage) -> None:
    await fill(stage, [DAY])
    async with stage.producer(transactional_id=stage.settings.group, enable_idempotence=True) as producer:
        await producer.begin_transaction()
        for _ in range(3):
            await producer.send_and_wait(stage.settings.topic_raw, b"aborted", partition=0)
        await producer.abort_transaction()
    planned = await plan(stage, None, None)
    assert offsets(planned)[0] == (0, 5)
    assert await read(stage, [each.range for each in planned]) == [(0, 0)]
    assert await read(stage, [Range(partitions_of(stage)[0], 2, 4)]) == []


async def test_what_is_deleted_already_is_told(stage: Stage) -> None:
    await fill(stage, [DAY + number * HOUR for number in range(10)])
    await delete_records(stage, before=6)
    planned = {
        "all": await plan(stage, None, None),
        "offsets": await plan(stage, 4, None),
        "kept": await plan(stage, 6, None),
        "gone": await plan(stage, 2, 5),
        "time": await plan(stage, DAY + 8 * HOUR, None),
    }
    first = {name: ((each := found[0]).range.start, each.range.end, each.cut) for name, found in planned.items()}
    assert first == {
        "all": (6, 10, 6),
        "offsets": (6, 10, 2),
        "kept": (6, 10, 0),
        "gone": (5, 5, 3),
        "time": (8, 10, 6),
    }


async def test_what_is_deleted_before_it_is_read_is_an_error_with_its_place(stage: Stage) -> None:
    await fill(stage, [DAY] * 10)
    planned = await plan(stage, None, None)
    await delete_records(stage, before=6)
    with pytest.raises(DeletedError, match="offsets 0 to 5 are deleted") as caught:
        await read(stage, [each.range for each in planned])
    assert (caught.value.position, caught.value.begin) == (0, 6)


async def test_many_partitions_are_read_whole_though_few_at_a_time(apache_kafka: Broker, tmp_path: Path) -> None:
    wide = Stage(apache_kafka, tmp_path)
    await wide.create_topics(40)
    async with wide.producer() as producer:
        for number in range(40):
            sent = [await producer.send(wide.settings.topic_raw, b"x", partition=number) for _ in range(20)]
            await asyncio.gather(*sent)
    ranges = [Range(TopicPartition(wide.settings.topic_raw, number), 0, 20) for number in range(40)]
    found = await read(wide, ranges)
    assert sorted(found) == [(partition, offset) for partition in range(40) for offset in range(20)]
