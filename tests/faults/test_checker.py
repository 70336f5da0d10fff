"""The checker finds what must not be: each is seeded into an account that is otherwise right."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from streams.core.handle import handle
from streams.core.letters import reject
from streams.core.options import HandleOptions
from streams.core.records import Headers, Message, Processed, Record
from tests.brokers.articles import BAD, article
from tests.faults import checker
from tests.faults.checker import Checker, Verdict
from tests.faults.entries import letter_entry, marker_entry, quote_entry
from tests.faults.expected import expect

OPTIONS = HandleOptions()
NOW = 1_750_000_000_000  # milliseconds since the epoch


@dataclass(frozen=True)
class Stored:
    """A record as it lies in a topic of one partition."""

    key: bytes | None
    value: bytes | None
    headers: Headers
    timestamp: int
    offset: int = 0
    partition: int = 0


def _stored(message: Message) -> Stored:
    return Stored(message.key, message.value, message.headers, message.timestamp or 0)


def _input(offset: int, key: bytes, value: bytes | None) -> Record:
    return Record("articles", 0, offset, NOW + offset, key, value, (("traceparent", b"00-1"),))


INPUTS = [
    _input(0, b"a", article("a", statements=2)),
    _input(1, b"b", article("b")),
    _input(2, b"x", BAD["cut-json"].value),
    _input(3, b"a", article("a", statements=3)),
    _input(4, b"b", None),
]


@dataclass
class Topics:
    """What the topics hold; right, until a test changes it. `refusing`: while the dead letters were written."""

    quotes: list[Stored] = field(default_factory=list)
    markers: list[Stored] = field(default_factory=list)
    letters: list[Stored] = field(default_factory=list)
    refusing: bool = False

    def verdict(self) -> Verdict:
        check = Checker({(0, one.offset): due for one, due in zip(INPUTS, expect(INPUTS, OPTIONS, 1), strict=True)})
        for quote in self.quotes:
            check.quote(quote_entry(quote))
        for marker in self.markers:
            check.marker(marker_entry(marker))
        for letter in self.letters:
            check.letter(letter_entry(letter), refusing=self.refusing)
        return check.verdict()


@pytest.fixture
def topics() -> Topics:
    topics = Topics()
    for record in INPUTS:
        outcome = handle(record, OPTIONS, now=NOW + 100)
        if isinstance(outcome, Processed):
            topics.quotes += map(_stored, outcome.quotes)
            topics.markers.append(_stored(outcome.marker))
        else:
            topics.letters.append(_stored(outcome.letter))
    return topics


def _refused(record: Record, reason: str = "result-too-large") -> Stored:
    return _stored(reject(record, reason, "a fault", OPTIONS, now=NOW + 100).letter)  # type: ignore[arg-type]


def _found(topics: Topics) -> set[str]:
    return set(topics.verdict().findings)


def test_a_right_account_is_good(topics: Topics) -> None:
    verdict = topics.verdict()
    assert verdict.good, verdict.lines()
    assert (verdict.inputs, verdict.marked, verdict.rejected, verdict.duplicates) == (5, 4, 1, 0)
    assert verdict.quotes == len(topics.quotes) == 12


def test_repeats_that_are_the_same_byte_for_byte_are_counted_and_good(topics: Topics) -> None:
    topics.quotes += topics.quotes
    topics.markers += topics.markers
    topics.letters += topics.letters
    verdict = topics.verdict()
    assert verdict.good, verdict.lines()
    assert (verdict.duplicates, verdict.quotes) == (12 + 4 + 1, 12)


@pytest.mark.parametrize("of", ["markers", "letters"])
def test_a_loss_is_found(topics: Topics, of: str) -> None:
    getattr(topics, of).pop()
    assert _found(topics) == {checker.LOST}


def test_a_marker_without_all_its_quotations_is_found(topics: Topics) -> None:
    del topics.quotes[4]  # of the article that is withdrawn later, so that no consumer minds
    assert _found(topics) == {checker.INCOMPLETE}


def test_a_consumer_that_misses_a_quotation_of_the_newest_revision_is_found(topics: Topics) -> None:
    del topics.quotes[-1]
    assert _found(topics) == {checker.INCOMPLETE, checker.CONSUMER}


CHANGES: dict[str, Callable[[Stored], Stored]] = {
    "value": lambda record: replace(record, value=(record.value or b"") + b" "),
    "headers": lambda record: replace(record, headers=(("traceparent", b"00-2"), *record.headers[1:])),
    "timestamp": lambda record: replace(record, timestamp=record.timestamp + 1),
    "partition": lambda record: replace(record, partition=1),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("of", ["quotes", "markers", "letters"])
def test_an_event_that_differs_is_found(topics: Topics, of: str, change: str) -> None:
    records = getattr(topics, of)
    records[0] = CHANGES[change](records[0])
    assert checker.DIFFERING in _found(topics)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("of", ["quotes", "markers", "letters"])
def test_a_duplicate_that_differs_is_found(topics: Topics, of: str, change: str) -> None:
    records = getattr(topics, of)
    records.append(CHANGES[change](records[0]))
    assert checker.WRONG_DUPLICATE in _found(topics)


def test_a_quotation_that_the_article_does_not_have_is_found(topics: Topics) -> None:
    topics.quotes.insert(0, replace(topics.quotes[0], key=b"another"))
    assert _found(topics) == {checker.DIFFERING}


def test_an_event_of_no_input_record_is_found(topics: Topics) -> None:
    headers = tuple((k, b"articles/0/77" if k == "aqwal-source" else v) for k, v in topics.quotes[0].headers)
    topics.quotes.append(replace(topics.quotes[0], headers=headers))
    assert _found(topics) == {checker.STRAY}


@pytest.mark.parametrize("of", ["quotes", "markers"])
def test_a_later_revision_before_an_earlier_one_is_found(topics: Topics, of: str) -> None:
    getattr(topics, of).reverse()
    assert _found(topics) == {checker.ORDER}


def test_what_a_frozen_member_writes_late_is_no_finding(topics: Topics) -> None:
    topics.quotes += topics.quotes[:4]  # the first revision of an article that has a second by now
    topics.markers.append(topics.markers[0])
    assert topics.verdict().good


def test_a_readable_record_among_the_dead_letters_is_found(topics: Topics) -> None:
    topics.letters.append(_refused(INPUTS[0]))
    assert _found(topics) == {checker.UNEXPLAINED}


def test_a_refusal_that_is_part_of_a_fault_is_an_end_like_any_other(topics: Topics) -> None:
    topics.refusing = True
    topics.letters.append(_refused(INPUTS[3]))
    del topics.markers[2]
    del topics.quotes[-3]  # some of its quotations got through, but for one
    verdict = topics.verdict()
    assert verdict.good, verdict.lines()
    assert (verdict.refused, verdict.both) == (1, 0)


def test_a_refused_record_that_was_processed_later_counts_as_processed(topics: Topics) -> None:
    topics.refusing = True
    topics.letters.append(_refused(INPUTS[0]))
    verdict = topics.verdict()
    assert verdict.good, verdict.lines()
    assert (verdict.refused, verdict.both, verdict.marked) == (1, 1, 4)


def test_another_reason_is_not_excused_by_the_fault(topics: Topics) -> None:
    topics.refusing = True
    topics.letters.append(_refused(INPUTS[0], "engine-error"))
    assert _found(topics) == {checker.UNEXPLAINED}


def test_a_refused_record_whose_dead_letter_is_not_the_original_is_found(topics: Topics) -> None:
    topics.refusing = True
    topics.letters.append(replace(_refused(INPUTS[0]), value=b"{}"))
    assert _found(topics) == {checker.UNEXPLAINED}
