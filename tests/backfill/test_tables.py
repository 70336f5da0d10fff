"""What is said of a run: what is gone already, how far it has come, how fast."""

from datetime import UTC, datetime

import pytest

from schemas.backfill import BackfillRange, BackfillRun
from streams.cli.backfill.display import Speed
from streams.cli.backfill.options import as_partitions
from streams.cli.backfill.tables import plan_lines, share_done, summary
from tests.schemas.examples import RUN


def run(*ranges: BackfillRange, **changes: object) -> BackfillRun:
    return BackfillRun.model_validate(RUN).model_copy(update={"ranges": ranges, "since": None, **changes})


def half(partition: int = 0, **changes: int) -> BackfillRange:
    values = {
        "partition": partition,
        "start": 10,
        "end": 30,
        "position": 20,
        "articles": 8,
        "rejected": 2,
        "quotes": 16,
    }
    return BackfillRange(**(values | changes))


def test_what_is_deleted_already_is_a_warning_with_its_place() -> None:
    lines = list(plan_lines(run(half(), half(3, cut=7))))
    assert lines[1:] == ["WARNING: articles.raw/3: 7 records of the range are deleted already"]
    timed = list(plan_lines(run(half(3, cut=7), since=datetime(2024, 3, 1, tzinfo=UTC))))
    assert timed[1:] == ["WARNING: articles.raw/3: 7 records before it, some of its time maybe, are deleted already"]


def test_the_summary_counts_over_all_partitions() -> None:
    said = summary(run(half(), half(1, position=30, deleted=4)))
    assert said.endswith("running, 75.0%, 16 articles, 32 quotations, 4 dead letters, 4 deleted offsets passed over")


def test_a_run_without_any_offset_is_at_its_end() -> None:
    assert share_done(run(half(start=30, position=30))) == 1.0


def test_the_speed_is_that_of_this_process_and_gives_the_time_left() -> None:
    now = 5.0
    speed = Speed(clock=lambda: now)
    assert speed.of(run(half())) == (0.0, None)
    now = 7.0
    rate, left = speed.of(run(half(position=25, articles=27, rejected=3)))
    assert (rate, left) == (10.0, pytest.approx(2.0))


def test_partitions_are_numbers_and_ranges_of_them() -> None:
    assert as_partitions("0,3,5-7") == [0, 3, 5, 6, 7]
    assert as_partitions(None) is None
