"""Which records a replay takes: by their stamps, by their outlets."""

from datetime import UTC, datetime

import pytest

from streams.backfill.selection import Selection, parse_bound
from streams.core.stamp import milliseconds
from tests.core.samples import record

JANUARY, FEBRUARY = (milliseconds(datetime(2024, month, 1, tzinfo=UTC)) for month in (1, 2))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("0", 0),
        ("1200", 1200),
        ("2024", 2024),
        ("2024-01-01", datetime(2024, 1, 1, tzinfo=UTC)),
        ("2024-01-01T12:30:00", datetime(2024, 1, 1, 12, 30, tzinfo=UTC)),
        ("2024-01-01T12:30:00+03:00", datetime(2024, 1, 1, 9, 30, tzinfo=UTC)),
    ],
)
def test_a_bound_is_an_offset_or_a_moment(text: str, bound: object) -> None:
    assert parse_bound(text) == bound


@pytest.mark.parametrize("text", ["", "-1", "yesterday", "01.02.2024", "١٢", "2024-13-01", "1e3"])
def test_anything_else_is_no_bound(text: str) -> None:
    with pytest.raises(ValueError, match="neither an offset nor a moment"):
        parse_bound(text)


def test_a_part_of_a_millisecond_counts_as_a_whole_one() -> None:
    moment = datetime(2024, 1, 1, microsecond=5_000, tzinfo=UTC)
    assert milliseconds(moment) == JANUARY + 5
    assert milliseconds(moment.replace(microsecond=5_001)) == JANUARY + 6


def test_a_range_of_time_has_its_first_moment_and_not_its_last() -> None:
    month = Selection(JANUARY, FEBRUARY)
    taken = [stamp for stamp in (JANUARY - 1, JANUARY, FEBRUARY - 1, FEBRUARY) if month.takes(record(timestamp=stamp))]
    assert taken == [JANUARY, FEBRUARY - 1]


@pytest.mark.parametrize("selection", [Selection(since=0), Selection(until=FEBRUARY), Selection(since=-JANUARY)])
def test_what_has_no_stamp_lies_in_no_range_of_time(selection: Selection) -> None:
    assert not selection.takes(record(timestamp=-1))
    assert Selection().takes(record(timestamp=-1))


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        ({"body": "x", "outlet": "الضفاف"}, True),
        ({"body": "x", "outlet": "المرفأ"}, True),
        ({"body": "x", "outlet": "الضفاف "}, False),
        ({"body": "x", "outlet": None}, False),
        ({"body": "x", "outlet": 7}, False),
        ({"body": "x"}, False),
        (b"no JSON", False),
        (b"\xff", False),
        (None, True),  # a withdrawal
        (b'\xef\xbb\xbf{"outlet": "\xd8\xa7\xd9\x84\xd8\xb6\xd9\x81\xd8\xa7\xd9\x81"}', True),
    ],
)
def test_an_outlet_is_taken_by_its_name(value: object, taken: bool) -> None:
    assert Selection(outlets=frozenset({"الضفاف", "المرفأ"})).takes(record(value)) is taken
