"""What is sent back of a dead letter: the record whole, or nothing and the reason."""

from dataclasses import replace

import pytest

from schemas.dead_letter import PREFIX, DeadLetterHeaders
from streams.core.handle import handle
from streams.core.letters import reject
from streams.core.options import SMALLEST_LETTER, HandleOptions
from streams.core.records import Headers, Record
from streams.core.sending_back import NotSendableError, sent_back
from tests.core.samples import NOW, STAMP, record, rejected

OPTIONS = HandleOptions()
SMALL = HandleOptions(max_letter_bytes=SMALLEST_LETTER)
HEADERS: Headers = (("mine", b"1"), ("mine", None))


def letter_of(given: Record, options: HandleOptions = OPTIONS) -> tuple[Record, DeadLetterHeaders]:
    message = reject(given, "engine-error", "why", options, now=NOW).letter
    letter = Record("articles.rejected", 1, 30, message.timestamp or NOW, message.key, message.value, message.headers)
    return letter, DeadLetterHeaders.decode(message.headers)


def test_the_record_is_sent_as_it_was_with_its_own_time_and_the_headers_that_count_on() -> None:
    letter, why = letter_of(record(b"x", headers=HEADERS))
    message = sent_back(letter, why)
    assert (message.key, message.value, message.timestamp, message.partition_key) == (b"key", b"x", STAMP, b"key")
    assert message.headers == letter.headers
    again = Record("articles.raw", 2, 90, STAMP, message.key, message.value, message.headers)
    read = DeadLetterHeaders.decode(rejected(handle(again, OPTIONS, now=NOW)).letter.headers)
    assert (read.attempts, read.offset) == (2, 7)


def test_a_record_without_a_time_is_sent_with_none() -> None:
    assert sent_back(*letter_of(record(b"x", timestamp=-1))).timestamp is None


@pytest.mark.parametrize(
    "original",
    [
        pytest.param(record(b"v" * 9000, headers=HEADERS), id="value"),
        pytest.param(record(b"v", headers=(("h", b"1" * 9000),)), id="value and headers"),
        pytest.param(record(b"v", key=b"k" * 9000), id="value, headers and key"),
        pytest.param(record(None, headers=(("h", b"1" * 9000),)), id="headers of a withdrawal"),
        pytest.param(record(b"v" * 9000, timestamp=-1), id="value of a record without a time"),
    ],
)
def test_what_had_been_left_out_comes_from_the_original(original: Record) -> None:
    letter, why = letter_of(original, SMALL)
    assert why.omitted
    message = sent_back(letter, why, original)
    assert (message.key, message.value, message.partition_key) == (original.key, original.value, original.key)
    assert message.headers[: len(original.headers)] == original.headers
    assert DeadLetterHeaders.decode(message.headers) == why.model_copy(update={"omitted": None})
    assert PREFIX + "omitted" not in dict(message.headers)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"timestamp": STAMP + 1}, id="another time"),
        pytest.param({"key": b"other"}, id="another key"),
        pytest.param({"headers": ()}, id="other headers"),
    ],
)
def test_another_record_at_the_originals_place_is_not_sent(other: dict[str, object]) -> None:
    original = record(b"v" * 9000, headers=HEADERS)
    letter, why = letter_of(original, SMALL)
    with pytest.raises(NotSendableError, match=r"another record lies at articles\.raw/2/7"):
        sent_back(letter, why, replace(original, **other))  # type: ignore[arg-type]


def test_nothing_is_sent_without_the_original_of_what_had_been_left_out() -> None:
    with pytest.raises(NotSendableError, match="value had been left out, and the original is gone"):
        sent_back(*letter_of(record(b"v" * 9000), SMALL))


def test_a_record_of_neither_key_nor_value_is_not_sent() -> None:
    with pytest.raises(NotSendableError, match="neither"):
        sent_back(*letter_of(record(None, key=None)))
