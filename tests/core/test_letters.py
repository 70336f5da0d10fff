"""Dead letters: nothing of the original is lost that fits, and what does not fit is said."""

import pytest

from schemas.dead_letter import PREFIX, DeadLetterHeaders
from streams.core.handle import handle
from streams.core.letters import reject
from streams.core.options import SMALLEST_LETTER, HandleOptions
from streams.core.records import Headers, Record, Rejected
from tests.core.samples import NOW, STAMP, record, rejected

SMALL = HandleOptions(max_letter_bytes=SMALLEST_LETTER)
OPTIONS = HandleOptions()


def letter_of(given: Record, options: HandleOptions = OPTIONS, detail: str = "why") -> Rejected:
    return reject(given, "broker-refused", detail, options, now=NOW, exception="module.Error")


def sent_back(letter: Rejected, offset: int) -> Record:
    message = letter.letter
    return Record("articles.raw", 0, offset, NOW - 1, message.key, message.value, message.headers)


def test_headers_say_why_and_whence() -> None:
    read = DeadLetterHeaders.decode(letter_of(record(b"x")).letter.headers)
    assert read == DeadLetterHeaders(
        reason="broker-refused",
        message="why",
        exception="module.Error",
        topic="articles.raw",
        partition=2,
        offset=7,
        timestamp=STAMP,
    )
    assert (read.attempts, read.omitted) == (1, None)


def test_all_values_are_text() -> None:
    headers = dict(letter_of(record(b"x")).letter.headers)
    assert headers[PREFIX + "offset"] == b"7"
    assert headers[PREFIX + "attempts"] == b"1"
    assert PREFIX + "omitted" not in headers


def test_a_record_without_timestamp_gives_a_letter_without_one() -> None:
    letter = letter_of(record(b"x", timestamp=-1)).letter
    assert letter.timestamp is None
    assert DeadLetterHeaders.decode(letter.headers).timestamp is None


def test_a_letter_sent_back_keeps_its_first_position_and_counts_its_attempts() -> None:
    first = letter_of(record(b"x", headers=(("mine", b"1"), ("mine", None))))
    second = rejected(handle(sent_back(first, 90), OPTIONS, now=NOW))
    third = rejected(handle(sent_back(second, 91), OPTIONS, now=NOW))
    read = DeadLetterHeaders.decode(third.letter.headers)
    assert (read.topic, read.partition, read.offset, read.timestamp) == ("articles.raw", 2, 7, STAMP)
    assert (read.attempts, read.reason) == (3, "invalid-json")
    assert third.letter.value == b"x"
    assert third.letter.headers[:2] == (("mine", b"1"), ("mine", None))
    names = [name for name, _ in third.letter.headers if name.startswith(PREFIX)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("key", "value", "headers", "omitted"),
    [
        pytest.param(b"k", b"v" * 9000, (("h", b"1"),), "value", id="value"),
        pytest.param(b"k", b"v", (("h", b"1" * 9000),), "value,headers", id="headers"),
        pytest.param(b"k" * 9000, b"v", (("h", b"1"),), "value,headers,key", id="key"),
        pytest.param(b"k", None, (("h", b"1" * 9000),), "value,headers", id="headers of a null value"),
        pytest.param(b"k", b"v", (("h", None),) * 3000, "value,headers", id="many headers"),
    ],
)
def test_what_does_not_fit_is_left_out_and_said(
    key: bytes, value: bytes | None, headers: Headers, omitted: str
) -> None:
    letter = letter_of(record(value, key=key, headers=headers), SMALL).letter
    read = DeadLetterHeaders.decode(letter.headers)
    assert read.omitted == omitted
    assert (read.topic, read.partition, read.offset) == ("articles.raw", 2, 7)
    assert letter.size <= SMALLEST_LETTER
    assert letter.value is None
    assert letter.key == (None if "key" in omitted else key)
    assert ("h" in dict(letter.headers)) == ("headers" not in omitted)
    assert letter.partition_key == key


def test_the_smallest_limit_holds_the_largest_headers_of_ours() -> None:
    given = Record("t" * 249, 2**31 - 1, 2**63 - 1, 2**62, b"k" * 9000, b"v" * 9000, (("h", b"1" * 9000),))
    letter = reject(given, "engine-error", "𝒳" * 9000, SMALL, now=NOW, exception="𝒳" * 9000).letter
    assert letter.size <= SMALLEST_LETTER
    assert DeadLetterHeaders.decode(letter.headers).message == "𝒳" * 1000


def test_a_letter_whose_value_was_left_out_withdraws_nothing_when_it_is_sent_back() -> None:
    first = letter_of(record(b"v" * 9000), SMALL)
    again = rejected(handle(sent_back(first, 90), OPTIONS, now=NOW))
    assert again.reason == "missing-value"
    read = DeadLetterHeaders.decode(again.letter.headers)
    assert (read.offset, read.attempts, read.omitted) == (7, 2, "value")


def test_a_letter_sent_back_with_its_value_again_lacks_nothing_any_more() -> None:
    first = letter_of(record(b"v" * 9000), SMALL)
    back = sent_back(first, 90)
    whole = Record(back.topic, back.partition, back.offset, back.timestamp, back.key, b"v" * 9000, back.headers)
    read = DeadLetterHeaders.decode(rejected(handle(whole, OPTIONS, now=NOW)).letter.headers)
    assert (read.attempts, read.omitted) == (2, None)


@pytest.mark.parametrize(
    "forged",
    [
        ((PREFIX + "attempts", b"9"),),
        ((PREFIX + "reason", b"no such"), (PREFIX + "attempts", b"\xff")),
        (("reason", b"engine-error"), ("message", b"m"), ("topic", b"t"), ("partition", b"1"), ("offset", b"1")),
    ],
)
def test_headers_that_are_not_a_letters_are_no_earlier_attempt(forged: Headers) -> None:
    read = DeadLetterHeaders.decode(letter_of(record(b"x", headers=forged)).letter.headers)
    assert (read.topic, read.offset, read.attempts) == ("articles.raw", 7, 1)
