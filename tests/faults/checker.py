"""The account of a run: what was read, set against what must be there. Pure: entries in, a verdict out."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.brokers.stage import Position
from tests.faults.consumer import Consumer
from tests.faults.entries import Event, Letter
from tests.faults.expected import Expected

# Why a record that could be read may be a dead letter all the same, while the brokers are made to refuse its events.
REFUSALS = ("result-too-large", "broker-refused")
_SHOWN = 5  # of each sort of finding


@dataclass
class Verdict:
    """Numbers of records. `duplicates` are byte-identical repeats; `refused` ended as dead letters for a refusal that
    was part of a fault; `both` have a marker besides such a letter. `findings`: by sort, whatever must not be."""

    inputs: int = 0
    marked: int = 0
    rejected: int = 0
    refused: int = 0
    both: int = 0
    quotes: int = 0
    duplicates: int = 0
    findings: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def good(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def lines(self) -> list[str]:
        """For people: the numbers, and the first findings of each sort."""
        sorts = {sort: len(self.findings.get(sort, ())) for sort in SORTS}
        numbers = (
            f"records in {self.inputs}: with a marker {self.marked}, with a dead letter {self.rejected}, "
            f"of these refused by a fault {self.refused} (and processed later {self.both}); "
            f"quotations {self.quotes}; byte-identical duplicates {self.duplicates}"
        )
        counts = ", ".join(f"{sort} {number}" for sort, number in sorts.items())
        details = [f"  {sort}: {text}" for sort, texts in self.findings.items() for text in texts[:_SHOWN]]
        return [numbers, counts, *details]


LOST = "lost"
INCOMPLETE = "markers without all their quotations"
WRONG_DUPLICATE = "wrong duplicates"
DIFFERING = "differing events"
UNEXPLAINED = "unexplained dead letters"
STRAY = "events of no input record"
ORDER = "out of order"
CONSUMER = "consumers led astray"
SORTS = (LOST, INCOMPLETE, WRONG_DUPLICATE, DIFFERING, UNEXPLAINED, STRAY, ORDER, CONSUMER)


class Checker:
    """Takes the events of each topic in the order of their offsets. `expected`: of every input record, by position."""

    def __init__(self, expected: Mapping[Position, Expected]) -> None:
        self._expected = expected
        self._verdict = Verdict(inputs=len(expected))
        self._quotes: dict[Position, dict[bytes, bytes]] = {}
        self._markers: dict[Position, bytes] = {}
        self._letters: dict[Position, bytes] = {}
        self._refused: set[Position] = set()
        self._last_quote: dict[bytes, int] = {}
        self._last_marker: dict[bytes, int] = {}
        self._consumer = Consumer()

    def quote(self, event: Event) -> None:
        """A record of the topic of the quotations."""
        if (expected := self._of_an_input(event)) is None:
            return
        if self._is_first(self._quotes.setdefault(event.source, {}), event.key, event, expected.quotes.get(event.key)):
            self._verdict.quotes += 1
            self._in_order(expected, event, self._last_quote)
        self._consumer.quote(event)

    def marker(self, event: Event) -> None:
        """A record of the topic of the markers."""
        if (expected := self._of_an_input(event)) is None:
            return
        if self._is_first(self._markers, event.source, event, expected.marker):
            self._in_order(expected, event, self._last_marker)
        self._consumer.marker(event)

    def letter(self, letter: Letter, *, refusing: bool) -> None:
        """A record of the topic of the dead letters; `refusing`: written while the brokers were made to refuse."""
        if (expected := self._of_an_input(letter)) is None:
            return
        if expected.letter is not None:
            self._is_first(self._letters, letter.source, letter, expected.letter)
        elif refusing and letter.reason in REFUSALS and letter.original == expected.original:
            self._refused.add(letter.source)
        else:
            self._find(UNEXPLAINED, f"{letter.source}: {letter.reason}, at {letter.place}")

    def verdict(self) -> Verdict:
        """To be asked when everything was read."""
        for position, expected in self._expected.items():
            if position in self._markers:
                if missing := len(expected.quotes.keys() - self._quotes.get(position, {}).keys()):
                    self._find(INCOMPLETE, f"{position}: {missing} missing")
            elif position not in self._letters and position not in self._refused:
                self._find(LOST, str(position))
        self._ask_the_consumer()
        self._verdict.marked = len(self._markers)
        self._verdict.rejected = len(self._letters) + len(self._refused)
        self._verdict.refused = len(self._refused)
        self._verdict.both = len(self._refused & self._markers.keys())
        return self._verdict

    def _of_an_input(self, entry: Event | Letter) -> Expected | None:
        expected = self._expected.get(entry.source)
        if expected is None:
            self._find(STRAY, str(entry))
        return expected

    def _is_first(self, seen: dict[Any, bytes], key: object, entry: Event | Letter, expected: bytes | None) -> bool:
        """Whether `entry` is the first of its kind, which must be as `expected`; a repeat must be as the first."""
        if key not in seen:
            seen[key] = entry.fingerprint
            if entry.fingerprint != expected:
                self._find(DIFFERING, str(entry))
            return True
        if entry.fingerprint == seen[key]:
            self._verdict.duplicates += 1
        else:
            self._find(WRONG_DUPLICATE, str(entry))
        return False

    def _in_order(self, expected: Expected, event: Event, last: dict[bytes, int]) -> None:
        """What is published for the first time must not come after what is of a later record of the article.

        Repeats may: whoever starts again begins at what was committed, and a frozen member writes late what another has
        written already.
        """
        article = expected.article or b""
        if last.get(article, -1) > event.source[1]:
            self._find(ORDER, f"{article!r}: {event} after offset {last[article]}")
        last[article] = max(last.get(article, -1), event.source[1])

    def _ask_the_consumer(self) -> None:
        newest: dict[bytes, Position] = {}
        for position in sorted(self._markers):
            if (article := self._expected[position].article) is not None:
                newest[article] = position
        for article, position in newest.items():
            wanted = self._expected[position].quotes
            held = self._consumer.quotes_of(article)
            for key, event in held.items():
                # A later revision that was refused may have got a part of its quotations out.
                if event.source[1] > position[1] and event.source in self._refused:
                    continue
                if wanted.get(key) != event.fingerprint:
                    self._find(CONSUMER, f"{article!r}: {key!r} is not as {position} says")
            if missing := len(wanted.keys() - held.keys()):
                self._find(CONSUMER, f"{article!r}: {missing} missing after {position}")

    def _find(self, sort: str, text: str) -> None:
        self._verdict.findings[sort].append(text)
