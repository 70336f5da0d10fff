"""`aqwal rejected` as far as it needs no broker."""

import pytest
import typer
from typer.testing import CliRunner

from streams.cli import app
from streams.cli.rejected.options import chosen_by, position_of
from streams.cli.rejected.reading import moment_text
from streams.cli.rejected.show import value_text


@pytest.mark.parametrize(
    ("text", "milliseconds"),
    [
        ("1970-01-02", 86_400_000),
        ("1970-01-02T00:00:01", 86_401_000),
        ("1970-01-02T00:00:01.5Z", 86_401_500),
        ("1970-01-02T03:00:00+03:00", 86_400_000),
    ],
)
def test_times_are_utc_unless_they_say_otherwise(text: str, milliseconds: int) -> None:
    assert chosen_by(None, text, None, None, only_open=False).since == milliseconds


@pytest.mark.parametrize("words", [("yesterday", None), ("", None), ("17", None), (None, "2024-13-01")])
def test_what_is_no_time_is_refused(words: tuple[str | None, str | None]) -> None:
    with pytest.raises(typer.BadParameter):
        chosen_by(None, *words, None, only_open=False)


def test_an_unknown_reason_is_refused_with_the_known_ones() -> None:
    with pytest.raises(typer.BadParameter, match="invalid-json"):
        chosen_by(["no-such-reason"], None, None, None, only_open=False)


def test_a_position_is_partition_and_offset() -> None:
    assert position_of("3/17") == (3, 17)


@pytest.mark.parametrize("text", ["3", "3/", "/17", "-3/17", "3/17/1", "3/x", "٣/١٧", f"0/{10**18}"])
def test_what_is_no_position_is_refused(text: str) -> None:
    with pytest.raises(typer.BadParameter):
        position_of(text)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (b'"\\u0642\\u0627\\u0644"', '"قال"'),
        (b'"\\\\u0642"', '"\\\\u0642"'),
        (b'"\\u0022\\u001b\\ud83d\\n"', '"\\u0022\\u001b\\ud83d\\n"'),
        (b"\xff\xd9\x82", "\\xffق"),
        (b"\\", "\\"),
    ],
)
def test_a_value_is_shown_as_the_same_json_with_its_letters_readable(value: bytes, shown: str) -> None:
    assert value_text(value, None) == shown


def test_a_long_value_is_cut_and_says_so() -> None:
    assert value_text("قال".encode(), 2) == "قا…\n(1 code points more; --whole shows them)"
    assert value_text("قال".encode(), 3) == "قال"


def test_a_record_without_a_time_or_with_one_beyond_all_calendars_has_no_date() -> None:
    assert [moment_text(stamp) for stamp in (-1, 2**62, 0)] == ["-", "-", "1970-01-01 00:00:00"]


@pytest.mark.parametrize("words", [[], ["--each"], ["--help"], ["show", "--help"], ["retry", "--help"]])
def test_without_a_subcommand_the_letters_are_listed(words: list[str]) -> None:
    result = CliRunner().invoke(app, ["rejected", *words], env={"AQWAL_GROUP": "not a group"})
    asked_for_help = "--help" in words
    assert result.exit_code == (0 if asked_for_help else 2)
    assert ("AQWAL_GROUP" in result.output) is not asked_for_help
