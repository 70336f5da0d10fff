"""Verses of the Quran that a reference names, (…) [البقرة: 219], whether or not a verb of speech leads to them."""

from dataclasses import dataclass

from quotations.landmarks import Landmark
from quotations.lexicon import words
from quotations.text import Text

OPENING = {"(": ")", "[": "]", "{": "}", "﴿": "﴾"}
_CLOSING = {close: opening for opening, close in OPENING.items()} | {"﴾": "﴿", "﴿": "﴾"}
_MARKS = frozenset('"“”„«»')
_BEFORE_REFERENCE = Landmark(frozenset({*_MARKS, *OPENING}).__contains__)
_OF_REFERENCE = frozenset({"الايه", "ايه", "الايات", "سوره", "من", "رقم", "الكريمه"})
_LONGEST = 400  # tokens of the longest passage looked back over
_SOURCES = frozenset({"متفق", "رواه", "اخرجه", "سوره", "صحيح", "حديث"})


@dataclass(frozen=True, slots=True)
class Verse:
    """Tokens `first` to `last` are the words; `reference` the tokens that name sura and verse."""

    first: int
    last: int
    reference: tuple[int, int]


def verses(text: Text) -> list[Verse]:
    """The verses in brackets that a reference in brackets follows, in order: (وَتِلْكَ الأيَّامُ …) [آل عمران: 140]."""
    out: list[Verse] = []
    floor = 0
    for j in text.where(_BEFORE_REFERENCE):
        inside = reference(text, j) if j else None
        if inside is None:
            continue
        k = j - 1
        while k > floor and text.forms[k] in {"،", ",", "."}:
            k -= 1
        if text.forms[k] not in _CLOSING or k <= floor:
            continue
        opening = _opening(text, k, floor)
        last = _without_number(text, k - 1)
        if opening >= 0 and last - opening >= 2:
            out.append(Verse(opening + 1, last, inside))
            floor = inside[1] + 1
    return out


def reference(text: Text, j: int) -> tuple[int, int] | None:
    """The tokens inside the bracket or mark at `j`, where they name a sura with a verse or after the word سورة."""
    size = len(text)
    end = j + 1
    close = "[" if text.forms[j] == "]" else OPENING.get(text.forms[j])
    while (
        end < size and end - j < 12 and text.forms[end] != close and not (close is None and text.forms[end] in _MARKS)
    ):
        if text.forms[end] == "\n":
            return None
        end += 1
    if end >= size or end - j < 2 or end - j >= 12:
        return None
    inner = [text.forms[k] for k in range(j + 1, end) if text.words[k]]
    named = "سوره" in inner  # (الآية 272 من سورة البقرة)
    letters = " ".join(f for f in inner if not f[0].isdigit() and f not in _OF_REFERENCE)
    numbered = any(f[0].isdigit() for f in inner)
    return (j + 1, end - 1) if letters in words("suras.txt") and (named or numbered) else None


def names_source(text: Text, j: int) -> bool:
    """Whether the bracket at `j` holds where the words come from: (متفق عليه), (رواه الترمذي), (التوبة 67)."""
    return (
        text.forms[j] in OPENING
        and j + 1 < len(text)
        and (text.forms[j + 1] in _SOURCES or reference(text, j) is not None)
    )


def _opening(text: Text, closing: int, floor: int) -> int:
    """The bracket that the one at `closing` closes, -1 where there is none since token `floor`."""
    close = text.forms[closing]
    opening = _CLOSING[close]
    depth = 0
    for k in range(closing, max(floor - 1, closing - _LONGEST), -1):
        if text.forms[k] == close:
            depth += 1
        elif text.forms[k] == opening:
            depth -= 1
            if depth == 0:
                return k
    return -1


def _without_number(text: Text, last: int) -> int:
    """The last token before the verse's number in brackets: … مَشِيدٍ (45)}."""
    if text.forms[last] == ")" and last >= 2 and text.forms[last - 1][0].isdigit() and text.forms[last - 2] == "(":
        last -= 3
    return last
