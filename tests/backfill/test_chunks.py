"""What is read, cut into what one process handles: nothing twice, nothing left out, each position one to go on from."""

from dataclasses import replace

import pytest
from aiokafka import TopicPartition

from streams.backfill.chunks import Chunk, cut
from streams.backfill.pace import Pace
from streams.backfill.selection import Selection
from streams.kafka.bounded import Stretch
from tests.core.samples import record

ALL = Selection()
EVEN = Selection(since=1)


def stretch(sizes: list[int], position: int) -> Stretch:
    """Records at every second offset from 10 on, each second one stamped 0."""
    records = [
        replace(record(b"x" * size, offset=10 + 2 * number), timestamp=1 - number % 2)
        for number, size in enumerate(sizes)
    ]
    return Stretch(TopicPartition("articles.raw", 2), records, position)


def shape(chunks: list[Chunk]) -> list[tuple[list[int], int, int]]:
    return [([each.offset for each in chunk.records], chunk.position, chunk.read) for chunk in chunks]


def test_a_chunk_ends_before_the_record_that_is_one_too_many() -> None:
    chunks = list(cut(stretch([1] * 5, 99), ALL, limit=2))
    assert shape(chunks) == [([10, 12], 14, 2), ([14, 16], 18, 2), ([18], 99, 1)]
    assert {chunk.partition for chunk in chunks} == {2}


def test_what_is_not_selected_is_read_and_passed_over() -> None:
    assert shape(list(cut(stretch([1] * 6, 22), EVEN, limit=2))) == [([10, 14], 18, 4), ([18], 22, 2)]


def test_large_records_make_short_chunks_and_one_that_is_larger_still_is_alone() -> None:
    chunks = cut(stretch([600_000, 500_000, 400_000, 3_000_000, 1], 20), ALL)
    assert shape(list(chunks)) == [([10], 12, 1), ([12, 14], 16, 2), ([16], 18, 1), ([18], 20, 1)]


@pytest.mark.parametrize("selection", [ALL, Selection(since=5)])
def test_a_stretch_without_anything_to_do_still_leads_on(selection: Selection) -> None:
    sizes = [] if selection is ALL else [1, 1]
    assert shape(list(cut(stretch(sizes, 30), selection))) == [([], 30, len(sizes))]


def test_the_pace_is_kept_on_the_average_and_what_was_missed_is_not_made_up_for() -> None:
    now = 100.0
    pace = Pace(10, clock=lambda: now)
    assert [pace.delay(5), pace.delay(5)] == [0.0, pytest.approx(0.5)]
    now = 110.0
    assert [pace.delay(20), pace.delay(1)] == [0.0, pytest.approx(2.0)]


def test_without_a_rate_there_is_no_delay() -> None:
    assert [Pace(None).delay(10**9) for _ in range(2)] == [0.0, 0.0]
