"""Noun phrases that can speak: where they end, whose name they hold, of what kind they are.

The table `noun_phrases.tsv` has one line a mechanism; what follows the speaker there shows where the phrase must stop.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from quotations.phrases.nouns import NounPhrase, parse, parse_attached
from quotations.words.text import Text
from quotations.words.wordclass import classify


class Row(NamedTuple):
    """One line of the table; "-" stands for none, and for a gender that is not asked."""

    label: str
    text: str
    phrase: str
    name: str
    kind: str
    gender: str
    number: str


_LINES = Path(__file__).with_name("noun_phrases.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [Row(*line.split("\t")) for line in _LINES if line and line[0] != "#"]

# Label to reason: rows that the engine does not get right yet. One that it does is an error, to be taken off this list.
KNOWN_FAILURES: dict[str, str] = {
    "apposition behind an insertion": "a clause between two commas hides the name behind it",
    "name that is an ordinary noun": "an unlisted title would explain the words as well",
}


def marked(row: Row) -> object:
    """The row as a parameter, a known failure as a strict one."""
    reason = KNOWN_FAILURES.get(row.label)
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(row, id=row.label, marks=marks)


def phrase_of(text: Text) -> NounPhrase | None:
    """The phrase at the head of a text, with the preposition that its first word carries."""
    attached = classify(text.forms[0]).prep
    return parse_attached(text, 0, len(text)) if attached else parse(text, 0, len(text))


@pytest.mark.parametrize("row", [marked(row) for row in ROWS])
def test_phrase(row: Row) -> None:
    text = Text(row.text)
    np = phrase_of(text)
    if row.phrase == "-":
        assert np is None
        return
    assert np is not None
    name = text.slice(np.name_first, np.name_last) if np.has_name and not np.joined else "-"
    found = (text.slice(np.first, np.last), name, np.kind, "p" if np.plural else "s")
    assert found == (row.phrase, row.name, row.kind, row.number)
    if row.gender != "-":
        assert np.feminine == (row.gender == "f")


def test_labels_are_unlike_and_known_failures_are_among_them() -> None:
    labels = [row.label for row in ROWS]
    assert len(set(labels)) == len(labels)
    assert set(labels) >= KNOWN_FAILURES.keys()


def test_a_pair_said_twice_is_a_name() -> None:
    """بتراس غولمن, where no list knows either word: said twice in one text, ب is no preposition."""
    text = Text("بتراس غولمن إن. ثم عاد بتراس غولمن إلى")
    np = parse(text, 0, 3)
    assert np is not None
    assert text.slice(np.name_first, np.name_last) == "بتراس غولمن"


def test_a_phrase_with_its_preposition() -> None:
    text = Text("لوزارة الصحة فإن")
    np = parse_attached(text, 0, len(text))
    assert np is not None
    assert text.raw[text.starts[np.first] + np.cut : text.ends[np.last]] == "وزارة الصحة"


def test_a_phrase_ends_where_its_caller_says() -> None:
    text = Text("وزير الصحة سليم عطوان إن")
    np = parse(text, 0, 2)
    assert np is not None
    assert (np.last, np.has_name) == (1, False)


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("الوزير سالم العوضي ونائبه حسن مراد إن", ["الوزير سالم العوضي", "نائبه حسن مراد"]),
        ("مصر والأردن وقطر في بيان", ["مصر", "الأردن", "قطر"]),
        ("الوزير سالم العوضي إن", []),
    ],
)
def test_members(words: str, members: list[str]) -> None:
    text = Text(words)
    np = parse(text, 0, len(text))
    assert np is not None
    found = [text.raw[text.starts[part.first] + part.cut : text.ends[part.last]] for part in np.members]
    assert found == members
