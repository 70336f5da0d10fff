"""Paragraphs and sentences, cut after the marks are known, and which of them belong to which story of the page."""

from dataclasses import dataclass

from quotations.lexicon import rows
from quotations.marks import Marked
from quotations.matching import matching_form
from quotations.model import Block
from quotations.text import Text

_STOPS = frozenset({".", "؟", "!", "?", "..", "...", "…", "....", "؟!"})
_BULLETS = frozenset({"•", "-", "–", "*", "·", "▪", "■", "►", "»", "|"})
_LONG = 22  # words: a line of more is a paragraph of a story, not another story's headline
_MAX_RELATED = 60


@dataclass(slots=True)
class Sentence:
    """Tokens `first` to `last` without the final punctuation; `scope` is the story's number on the page."""

    first: int
    last: int
    paragraph: int
    scope: int
    block: Block


def cut(text: Text, marked: list[Marked]) -> list[Sentence]:
    """The sentences of `text`; no sentence ends inside a pair of marks."""
    inside = _inside(marked)
    out: list[Sentence] = []
    paragraph, first = 0, 0
    forms, size = text.forms, len(text)
    jump = dict(inside)
    j = 0
    while j < size:
        form = forms[j]
        if j in jump:
            last = jump[j]
            ends = (
                last < size
                and last > 0
                and forms[last - 1] in _STOPS
                and last + 1 < size
                and not _goes_on(forms, last + 1)
            )
            j = last + 1
            if ends:
                _append(out, text, first, j - 1, paragraph)
                first = j
            continue
        if form == "\n":
            _append(out, text, first, j - 1, paragraph)
            paragraph += 1
            first = j + 1
        elif form in _STOPS and _is_stop(text, j):
            _append(out, text, first, j, paragraph)
            first = j + 1
        j += 1
    _append(out, text, first, size - 1, paragraph)
    _stories(text, out)
    return out


def _goes_on(forms: list[str], k: int) -> bool:
    return forms[k] in {",", "،", ".", "؛"}


def _inside(marked: list[Marked]) -> list[tuple[int, int]]:
    """Where each outermost pair of marks opens and where it ends."""
    return [(m.opening, m.closing if m.closing >= 0 else m.last) for m in marked if m.depth == 0]


def _is_stop(text: Text, j: int) -> bool:
    if text.forms[j] != ".":
        return True
    if j and text.words[j - 1] and len(text.forms[j - 1]) == 1 and not text.forms[j - 1].isdigit():
        return False  # د. فلان، أ.ب
    after = text.ends[j]
    # A full stop with no space after it ends a sentence (scraped text loses spaces), except in latin names and numbers.
    return not (after < len(text.raw) and text.raw[after].isascii() and text.raw[after].isalnum())


def _append(out: list[Sentence], text: Text, first: int, last: int, paragraph: int) -> None:
    while first <= last and text.forms[first] == "\n":
        first += 1
    if first <= last and any(text.words[first : last + 1]):
        out.append(Sentence(first, last, paragraph, 0, "body"))


def _stories(text: Text, sentences: list[Sentence]) -> None:
    """Set each sentence's block and story: what follows a label of page furniture is related, until prose begins again."""
    if not sentences:
        return
    labels = _labels()
    scope, related = 0, 0
    paragraphs: dict[int, list[Sentence]] = {}
    for s in sentences:
        paragraphs.setdefault(s.paragraph, []).append(s)
    ids = list(paragraphs)
    for n, pid in enumerate(ids):
        line = paragraphs[pid]
        first, last = line[0].first, line[-1].last
        count = sum(text.words[first : last + 1])
        label = _label(text, first, last, labels)
        if label and n > 0:
            if label == "after":
                scope += 1
                related = 1
            for s in line:
                s.scope, s.block = scope, "related"
            continue
        prose = count > _LONG and text.forms[last] in _STOPS or count > 2 * _LONG
        if related and not prose:
            scope += 1  # in a list of headlines no speaker carries from one line to the next
            related += 1
            for s in line:
                s.scope, s.block = scope, "related"
            continue
        if related:
            related = 0
            scope += 1
        headline = n == 0 and len(ids) > 1 and count <= _LONG and text.forms[last] not in {".", "..."}
        for s in line:
            s.scope, s.block = scope, "headline" if headline else "body"


def _labels() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, kind in rows("boilerplate.tsv"):
        parts = tuple(matching_form(phrase).split(" "))
        if parts and parts[0]:
            table.setdefault(parts[0], []).append((parts, kind))
    return table


def _label(text: Text, first: int, last: int, labels: dict[str, list[tuple[tuple[str, ...], str]]]) -> str | None:
    """The class of the furniture label that a line begins with; a long line is no label."""
    words = [text.forms[k] for k in range(first, min(last + 1, first + 16)) if text.words[k]]
    if not words:
        return None
    for parts, kind in labels.get(words[0], ()):
        if tuple(words[: len(parts)]) == parts and len(words) <= len(parts) + (10 if kind != "before" else 2):
            return kind
    return None
