"""What each line of a scraped page is: headline, body, something related, or furniture that says nothing.

Scrapers deliver more than the article: menus, walls of other headlines on one line, bylines and dates before it; share
buttons, key words, lists of links, comments and whole other stories after it. Each story is a scope of its own, and so
is each line of a list, so that no speaker is carried from one to the next.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Literal

import regex

from quotations.lexicon import rows
from quotations.lexicon import words as listed
from quotations.matching import matching_form
from quotations.model import Block
from quotations.words.cues import lookup
from quotations.words.landmarks import Landmark
from quotations.words.text import Text

Label = Literal["before", "after", "list", "label"]

# Where a line may fall apart: three spaces or more, a tab, a bullet or a bar with spaces around it.
_GAP = regex.compile(r"(?<=\S)(?:[^\S\r\n]{3,}|[^\S\r\n]?\t[^\S\r\n]*|[^\S\r\n][•●▪■►|·][^\S\r\n])(?=\S)")
_MAY_GAP = re.compile(r"[^\S\r\n]{3}|\t|[•●▪■►|·]")  # what every gap holds; the first look costs a fifth of the second
_SEPARATORS = frozenset("•●▪■►|·")
_CLOSING = frozenset("\"»«”’'″)›“") | {"''", ">>"}
_ENDS = frozenset({".", "؟", "!", "?"})
_OMISSIONS = frozenset({"..", "...", "…", "...."})
SENTENCE_ENDS = _ENDS | _OMISSIONS
_DATE_WORDS = listed("date_words.txt")
_SHORT = 14  # words: no headline, link or label is longer; a paragraph of prose may be shorter
_PROSE = 8  # words: a line that ends in a full stop and has as many is prose
_STORY = 22  # words: among links, only a paragraph of more begins another story
_TAGS = 40  # words: the longest list of key words
_ENTRY = 30  # words: the longest first sentence in an index
_FEWEST_ENTRIES = 3
_MANY_HEADLINES = 8  # lines: more than a headline with its sub-headlines, captions and dateline
_OWN_HEADLINES = 3  # of so many, those right above the story are its own


@dataclass(slots=True)
class Line:
    """Tokens `first` to `last` of one line, or of one piece of a wall; `scope` is the number of its story."""

    first: int
    last: int
    paragraph: int
    scope: int = 0
    block: Block = "body"
    furniture: bool = False  # nobody speaks here
    wall: bool = False
    label: Label | None = None
    words: int = 0
    ends: bool = False  # a full stop, a question or an exclamation mark stands last


def blocks(text: Text) -> list[Line]:
    """The lines of `text` in order, without the empty ones, each with its block and scope; linear in their length."""
    lines: list[Line] = []
    gaps = [text.token_at(m.end()) for m in _GAP.finditer(text.raw)] if _MAY_GAP.search(text.raw) else []
    for number, (first, last) in enumerate(paragraphs(text)):
        for piece, wall in _pieces(text, first, last, gaps):
            for part in _before_heading(text, *piece):
                for line in _labelled(text, part):
                    line.paragraph, line.wall = number, wall or line.wall
                    lines.append(line)
    _place(text, lines)
    return lines


def paragraphs(text: Text) -> list[tuple[int, int]]:
    """The first and the last token of each line that holds a word."""
    out: list[tuple[int, int]] = []
    forms, words = text.forms, text.words
    first, size = 0, len(text)
    while first < size:
        end = forms.index("\n", first)
        if True in words[first:end]:
            out.append((first, end - 1))
        first = end + 1
    return out


# -- walls ------------------------------------------------------------------------------------------------------------


def _pieces(text: Text, first: int, last: int, gaps: list[int]) -> list[tuple[tuple[int, int], bool]]:
    """A line falls apart into the headlines of a wall, or into paragraphs that lost their line breaks."""
    at = gaps[bisect_left(gaps, first + 1) : bisect_left(gaps, last + 1)]
    if not at:
        return [((first, last), False)]
    ends = [k - 2 if text.forms[k - 1] in _SEPARATORS else k - 1 for k in at]
    bounds = list(zip([first, *at], [*ends, last], strict=True))
    short = sum(text.words[first : last + 1]) <= _SHORT * len(bounds)
    stops = [_stops(text, a, b) for a, b in bounds]
    if len(bounds) == 2:
        label = _label(text, *bounds[0])
        parts = (short and not stops[1]) or label is not None or _is_tag_or_date(text, *bounds[0])
        if parts or stops[0]:
            return [(b, False) for b in bounds]
        return [((first, last), False)]
    if short and 3 * sum(stops) < len(bounds):
        return [(b, True) for b in bounds]
    out: list[tuple[tuple[int, int], bool]] = []
    start = first
    for (_, end), stop in zip(bounds, stops, strict=True):
        if stop or end == last:
            out.append(((start, end), False))
            start = end + 1
    return out


def _stops(text: Text, first: int, last: int) -> bool:
    """Whether a full stop, a question or an exclamation mark ends these tokens, also inside a closing mark."""
    forms = text.forms
    while last > first and forms[last] in _CLOSING:
        last -= 1
    return forms[last] in _ENDS


# -- furniture --------------------------------------------------------------------------------------------------------


@cache
def _labels() -> dict[str, tuple[tuple[tuple[str, ...], Label], ...]]:
    """The phrases of page furniture by their first word, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Label]]] = {}
    for phrase, kind in rows("boilerplate.tsv"):
        parts = tuple(matching_form(phrase).split(" "))
        table.setdefault(parts[0], []).append((parts, kind))  # type: ignore[arg-type]
    return {word: tuple(sorted(entries, key=lambda e: -len(e[0]))) for word, entries in table.items()}


_LABELLING = Landmark(_labels())


def _label(text: Text, first: int, last: int) -> tuple[Label, int] | None:
    """The class of the furniture that a line begins with, and the token after the label."""
    forms, words = text.forms, text.words
    while first <= last and not words[first]:
        first += 1
    if first > last:
        return None
    for parts, kind in _labels().get(forms[first], ()):
        k = first
        for part in parts:
            while k <= last and not words[k] and forms[k] not in ":،.":
                k += 1
            if k > last or forms[k] != part:
                break
            k += 1
        else:
            return kind, k
    return None


def label_of(text: Text, first: int, last: int) -> Label | None:
    """The class of the furniture with which these tokens begin."""
    found = _label(text, first, last)
    return found[0] if found else None


def _before_heading(text: Text, first: int, last: int) -> list[tuple[int, int]]:
    """… انتهى الاجتماع. رابط الخبر: عنوان آخر: a heading of links with its colon, right behind a paragraph's last
    sentence, heads a line of its own."""
    for k in text.where(_LABELLING, max(first + 1, last - 2 * _SHORT), last - 1):
        if text.forms[k - 1] in _ENDS or text.forms[k - 1] in _CLOSING:
            found = _label(text, k, last)
            if found is not None and found[0] == "list" and text.forms[found[1] : found[1] + 1] == [":"]:
                return [(first, k - 1), (k, last)]
    return [(first, last)]


def _labelled(text: Text, tokens: tuple[int, int]) -> list[Line]:
    """The line, or its label as furniture and the rest, where the rest says something of its own."""
    first, last = tokens
    line = Line(first, last, 0, words=sum(text.words[first : last + 1]), ends=_stops(text, first, last))
    if line.words > _TAGS:
        return [line]
    found = _label(text, first, last)
    if found is None:
        line.furniture = line.words <= _SHORT and _is_tag_or_date(text, first, last)
        return [line]
    kind, after = found
    colon = after <= last and text.forms[after] == ":"
    rest = Line(after + 1 if colon else after, last, 0, ends=line.ends)
    while rest.first <= last and not text.words[rest.first] and text.forms[rest.first] in "-–—|()/#":
        rest.first += 1
    rest.words = sum(text.words[rest.first : last + 1])
    if not _is_label(text, line, rest, kind, after, colon):
        return [line]
    line.furniture, line.label = True, kind
    speaks = any(form == ":" or (form in _CLOSING and form != ")") for form in text.forms[rest.first : last + 1])
    if rest.words >= 3 and (kind == "list" or speaks):
        line.last, rest.wall = rest.first - 1, kind == "list"
        return [line, rest]
    return [line]


def _is_label(text: Text, line: Line, rest: Line, kind: Label, after: int, colon: bool) -> bool:
    """Whether a line that begins like furniture is no sentence that happens to begin so."""
    if not rest.words:
        return True
    if kind == "label":
        return colon and rest.words <= _PROSE and not rest.ends
    if kind == "before":
        bread = text.forms[after] in "»›>/|\\" and line.words <= _SHORT
        return bread or (not line.ends and rest.words <= (5 if colon else 2))
    if kind == "list":
        return rest.words <= _SHORT and (colon or not line.ends)
    return (colon and (rest.words <= 10 or not rest.ends)) or rest.words <= 10


def _is_tag_or_date(text: Text, first: int, last: int) -> bool:
    """A line of hashtags, of Latin words, or of a date and a time."""
    forms = text.forms
    words = [k for k in range(first, min(last, first + 3 * _SHORT) + 1) if text.words[k]]
    if all(k > first and forms[k - 1] in "#_" for k in words):
        return True
    return all(forms[k].isascii() or forms[k] in _DATE_WORDS for k in words) and not any(
        form in _CLOSING for form in forms[first : last + 1]
    )


# -- stories ----------------------------------------------------------------------------------------------------------


def _place(text: Text, lines: list[Line]) -> None:
    """Set block and scope of each line, reading the page from its top."""
    if _is_index(text, lines):
        for number, line in enumerate(lines):
            line.scope, line.block = number, "related"
    else:
        _place_stories(text, lines)


def _place_stories(text: Text, lines: list[Line]) -> None:
    start = _above(lines)
    scope, story = start, start
    state: Literal["body", "aside", "list"] = "body"
    begun = next((k for k, line in enumerate(lines) if _is_prose(line)), len(lines))
    for k, line in enumerate(lines):
        if line.block != "body":
            continue
        line.scope = story
        if line.furniture:
            if k > begun:
                state = _after_label(state, line, k, lines)
            continue
        if line.wall or (state == "list" and not _begins_story(text, line)):
            scope += 1
            line.scope, line.block = scope, "related"
        elif state == "list":
            scope += 1
            story = line.scope = scope
            state = "body"
        elif state == "aside":
            if _is_prose(line) or _goes_on(text, line):
                state = "body"
            else:
                state = "list"
                scope += 1
                line.scope, line.block = scope, "related"


def _is_index(text: Text, lines: list[Line]) -> bool:
    """A page of other articles' headlines or first sentences: each is cut off, or the page's first line says so.

    None has a second sentence, and none is a paragraph; with one article of its own the page is no index.
    """
    plain = [line for line in lines if not line.furniture and not line.wall]
    if len(plain) < _FEWEST_ENTRIES or any(line.words > _ENTRY for line in plain):
        return False
    cut_off = sum(text.forms[line.last] in _OMISSIONS for line in plain)
    headed = any(line.label == "list" for line in takewhile(lambda line: line.furniture, lines))
    if not headed and cut_off * 5 < len(plain) * 4:
        return False
    return not any(_ENDS & set(text.forms[line.first : line.last]) for line in plain)


def _after_label(state: str, line: Line, k: int, lines: list[Line]) -> Literal["body", "aside", "list"]:
    """What to expect behind furniture: after a button, or a label with one link on its line, the story may go on."""
    if state == "list":
        return "list"
    if line.label == "list":
        inline = k + 1 < len(lines) and lines[k + 1].paragraph == line.paragraph
        return "aside" if inline else "list"
    return "aside" if line.label == "after" else state  # type: ignore[return-value]


def _above(lines: list[Line]) -> int:
    """Place what stands above the first paragraph: the headline with what belongs to it, and walls of other headlines.

    Returns the scope of the story.
    """
    begun = next((k for k, line in enumerate(lines) if _is_prose(line)), -1)
    if begun < 0:
        plain = [line for line in lines if not line.furniture and not line.wall]
        if len(plain) > 1 and not plain[0].ends:
            plain[0].block = "headline"
            plain[0].scope = len(lines)
        return len(lines)
    plain = [line for line in lines[:begun] if not line.furniture and not line.wall]
    others = plain[:-_OWN_HEADLINES] if len(plain) > _MANY_HEADLINES else []
    for line in plain[len(others) :]:
        line.block, line.scope = "headline", len(lines)
    for scope, line in enumerate(others):
        line.block, line.scope = "related", scope
    return len(lines)


def _is_prose(line: Line) -> bool:
    if line.furniture or line.wall:
        return False
    return line.words > _SHORT or (line.ends and line.words >= _PROSE)


def _begins_story(text: Text, line: Line) -> bool:
    """Among links and first sentences, a full paragraph: long, or two sentences and a full stop."""
    if not line.ends or line.words <= _PROSE:
        return line.words > 2 * _STORY
    return line.words > _STORY or "." in text.forms[line.first : line.last - 2]


def _goes_on(text: Text, line: Line) -> bool:
    """وأضاف …: the story goes on after an advertisement or a button."""
    first = line.first
    while first < line.last and not text.words[first]:
        first += 1
    return text.forms[first][0] == "و" and lookup(text.forms[first])[1] > 0
