"""Headers to and from Kafka's pairs of text and bytes."""

import pytest
from pydantic import ValidationError

from schemas.dead_letter import DeadLetterHeaders
from schemas.headers import EventHeaders, format_source, parse_source
from schemas.processed import SourcePosition
from schemas.record_headers import RecordHeaders
from schemas.retry_note import RetryNoteHeaders, is_retry_note
from tests.schemas.examples import EVENT_HEADERS, LETTER_HEADERS, NOTE_HEADERS


def pairs(texts: dict[str, str]) -> tuple[tuple[str, bytes], ...]:
    return tuple((name, text.encode()) for name, text in texts.items())


MODELS = [(EventHeaders, EVENT_HEADERS), (DeadLetterHeaders, LETTER_HEADERS), (RetryNoteHeaders, NOTE_HEADERS)]


@pytest.mark.parametrize(("model", "texts"), MODELS)
def test_headers_are_read_as_they_were_written(model: type[RecordHeaders], texts: dict[str, str]) -> None:
    others = (("traceparent", b"00-1"), ("null", None), ("bytes", b"\xff"))
    assert model.decode(others + pairs(texts)).encode() == pairs(texts)


@pytest.mark.parametrize(("model", "texts"), MODELS)
def test_a_missing_header_is_an_error(model: type[RecordHeaders], texts: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        model.decode(pairs(texts)[:1] + pairs(texts)[2:])


def test_a_note_is_told_from_a_dead_letter() -> None:
    assert is_retry_note(pairs(NOTE_HEADERS))
    assert not is_retry_note(pairs(LETTER_HEADERS))


def test_a_source_is_read_as_it_was_written() -> None:
    position = SourcePosition(topic="a.b_c-d", partition=3, offset=2**62)
    assert format_source(position) == "a.b_c-d/3/4611686018427387904"
    assert parse_source(format_source(position)) == position


@pytest.mark.parametrize("text", ["", "t", "t/1", "t/x/1", "t/1/", "t/-1/0"])
def test_what_is_no_source_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_source(text)
