"""Sentences, cut after the marks are known: none ends inside a pair of marks, or runs from one block into another."""

from dataclasses import dataclass
from itertools import pairwise

from quotations.matching import forms_of, word_form
from quotations.model import Block
from quotations.page.blocks import SENTENCE_ENDS, Line, blocks
from quotations.page.marks import Marked
from quotations.words import wordclass as wc
from quotations.words.landmarks import Landmark
from quotations.words.text import Text
from quotations.words.wordclass import classify

_STOPPING = Landmark(SENTENCE_ENDS)
_GOES_ON = frozenset({",", "،", ".", "؛"})
_COMMAS = frozenset({",", "،", "؛", ";", ":", "-", "–"})
_WANTS = wc.PREPOSITION | wc.CONJUNCTION | wc.RELATIVE | wc.THAT
_STANDS_ALONE = forms_of("قبل بعد ضوء أمام خلف وراء فوق تحت داخل خارج هذا بدون هدف جانب")
_ETC = word_form("إلخ")
_BROKEN = 6  # words that a line broken in mid-sentence has at least
# A text without full stops would be one sentence, and what later stages do for each sentence (look back for a subject,
# compare each report with the others) would grow with the square of its length. No writer's sentence comes near this.
_LONGEST = 600


@dataclass(slots=True)
class Sentence:
    """Tokens `first` to `last` with the final punctuation; `scope` is the number of its story on the page."""

    first: int
    last: int
    paragraph: int
    scope: int
    block: Block


def cut(text: Text, marked: list[Marked]) -> list[Sentence]:
    """The sentences of `text` in order, page furniture left out; at most 600 tokens outside marks each."""
    spans = [(m.opening, m.closing if m.closing >= 0 else m.last) for m in marked if m.depth == 0]
    lines = blocks(text)
    out: list[Sentence] = []
    if not lines:
        return out
    first, at = 0, 0
    for end in _ends(text, spans, _line_ends(text, lines)):
        while first < end and text.forms[first] == "\n":
            first += 1
        while at + 1 < len(lines) and lines[at].last < first:
            at += 1
        while lines[at].furniture and at + 1 < len(lines) and lines[at + 1].first <= end:
            at += 1  # a mark that opens in furniture and closes behind it takes no sentence away
            first = lines[at].first
        line = lines[at]
        if not line.furniture and True in text.words[first : end + 1]:
            for a, b in _bounded(text, spans, first, end):
                out.append(Sentence(a, b, line.paragraph, line.scope, line.block))
        first = end + 1
    return out


def cut_inside(text: Text, m: Marked, around: Sentence, inner: list[Marked]) -> list[Sentence]:
    """The sentences inside one pair of marks, of which `inner` are the pairs right within it, and `around` is the
    sentence that holds it."""
    spans = [(i.opening, i.closing if i.closing >= 0 else i.last) for i in inner]
    line_ends = [j for j in range(m.first, m.last) if text.forms[j] == "\n"]
    out: list[Sentence] = []
    first = m.first
    for end in _ends(text, spans, [*line_ends, m.last], m.first, m.last):
        if True in text.words[first : end + 1]:
            parts = _bounded(text, spans, first, end)
            out += [Sentence(a, b, around.paragraph, around.scope, around.block) for a, b in parts]
        first = end + 1
    return out


class Stories:
    """Which words stand in which story of a page, so that nobody is taken from one into another."""

    def __init__(self, text: Text, sentences: list[Sentence]) -> None:
        self._words: dict[int, set[str]] = {}
        self._links = {s.scope for s in sentences if s.block == "related"}
        if sentences and any(s.scope != sentences[0].scope for s in sentences):  # most pages have only one
            for s in sentences:
                self._words.setdefault(s.scope, set()).update(text.forms[s.first : s.last + 1])

    def reaches(self, scope: int, name: str, *, by_whole_title: bool) -> bool:
        """Whether a title in the story `scope` may stand for the person with this last name.

        A link that gives an office's whole name (وزير النقل: …) may mean who holds it in the page's own story.
        """
        if scope not in self._words or name in self._words[scope]:
            return True
        own = (words for story, words in self._words.items() if story not in self._links)
        return by_whole_title and scope in self._links and any(name in words for words in own)


def _line_ends(text: Text, lines: list[Line]) -> list[int]:
    """The last token of each line, but for one that breaks off in mid-sentence."""
    broken = [_goes_on(text, line, below) for line, below in pairwise(lines)]
    return [line.last for line, on in zip(lines, [*broken, False], strict=True) if not on]


def _goes_on(text: Text, line: Line, below: Line) -> bool:
    """… في الطريق إلى ⏎ المدينة; … الفريق ⏎ الذي فاز …: a line that ends with a word that wants another, or a longer
    one before a relative pronoun."""
    apart = line.furniture or below.furniture or line.wall or below.wall
    if apart or line.block != "body" or below.block != "body" or line.scope != below.scope or line.words < _BROKEN:
        return False
    if not text.words[line.last] or not text.words[below.first]:
        return False
    form, w = text.forms[line.last], classify(text.forms[line.last])
    wants = bool(w.flags & _WANTS) and not w.flags & ~(_WANTS | wc.FUNCTION) and form not in _STANDS_ALONE
    wants = wants and not form.endswith(wc.HIS) and text.forms[below.first] != "من"  # عليه; من جانبه
    relative = classify(text.forms[below.first]).flags & wc.RELATIVE
    return wants or (relative > 0 and line.words >= 2 * _BROKEN and below.words >= _BROKEN)


def _ends(
    text: Text, spans: list[tuple[int, int]], line_ends: list[int], start: int = 0, stop: int | None = None
) -> list[int]:
    """The last token of each sentence, of those from `start` to `stop`: a full stop or a line's end outside marks, or a
    mark that holds a full stop."""
    forms, size = text.forms, len(text)
    found = set(line_ends)
    found.update(j for j in text.where(_STOPPING, start, stop) if forms[j] not in ".?" or _is_stop(text, j))
    found.difference_update([j for j in found if len(forms[j]) > 1 and j + 2 < size and _only_pause(forms, j)])
    candidates = sorted(found)
    out: list[int] = []
    k, count = 0, len(candidates)
    for opening, end in spans:
        while k < count and candidates[k] < opening:
            out.append(candidates[k])
            k += 1
        while k < count and candidates[k] < end:
            k += 1
        follows = forms[end + 1] if end + 1 < size else "\n"
        # Also where the closing mark stands on a line of its own, which is no line with words and has no end.
        ends = follows == "\n" or (end > 0 and forms[end - 1] in SENTENCE_ENDS and follows not in _GOES_ON)
        if ends and not (k < count and candidates[k] == end):
            out.append(end)
    out += candidates[k:]
    return out


def _only_pause(forms: list[str], j: int) -> bool:
    """… آمن..، والطريق; … آمن.. وأن الطريق; … آمن... كما أنه; … والجسور... إلخ: dots within a sentence."""
    after = forms[j + 1]
    if after in "،," or after == _ETC:
        return True
    w = classify(forms[j + 2] if after == "كما" else after)
    return bool(w.flags & wc.THAT) and (after == "كما" or after[0] == "و")


def _is_stop(text: Text, j: int) -> bool:
    if j and text.words[j - 1] and len(text.forms[j - 1]) == 1 and not text.forms[j - 1].isdigit():
        return False  # د. فلان، أ.ب
    if text.forms[j + 1 : j + 2] and len(text.forms[j + 1]) == 1 and text.words[j + 1] and _touches(text, j):
        return False  # (سعاد.ب)
    if text.forms[j] == "?":
        return not _stands_for_percent(text, j)
    if _in_abbreviation(text, j) or _in_short_bracket(text, j):
        return False
    after = text.ends[j]
    # A full stop with no space after it ends a sentence (scraped text loses spaces), except in latin names and numbers.
    return not (after < len(text.raw) and text.raw[after].isascii() and text.raw[after].isalnum())


def _touches(text: Text, j: int) -> bool:
    """Whether a full stop has no space on either side and the letter behind it stands alone."""
    last = j + 2 >= len(text) or text.forms[j + 2] == ")"
    return (
        j > 0
        and text.words[j - 1]
        and text.ends[j - 1] == text.starts[j]
        and text.ends[j] == text.starts[j + 1]
        and last
    )


def _stands_for_percent(text: Text, j: int) -> bool:
    """بلغت النسبة 45? من الإجمالي، ثم 12?، …: old encodings lose the percent sign; a question ends its line or has
    ؟."""
    glued = j > 0 and text.forms[j - 1][0].isdigit() and text.ends[j - 1] == text.starts[j]
    return glued and (text.words[j + 1] or text.forms[j + 1] in ",،")


def _in_short_bracket(text: Text, j: int) -> bool:
    """(النهر. نت): a full stop between the words of a name in brackets."""
    near = range(j + 1, min(j + 3, len(text)))
    return any(text.forms[k] == ")" for k in near) and "(" in text.forms[max(0, j - 3) : j]


def _in_abbreviation(text: Text, j: int) -> bool:
    """جيه.إل.إل, سي.ان.ان: short words with two or more full stops between them and no space."""

    def joins(k: int) -> bool:
        inside = k > 0 and text.forms[k] == "." and text.words[k - 1] and text.words[k + 1]
        return (
            inside
            and text.ends[k - 1] == text.starts[k]
            and text.ends[k] == text.starts[k + 1]
            and max(len(text.forms[k - 1]), len(text.forms[k + 1])) <= 4
        )

    return joins(j) and (joins(j - 2) or joins(j + 2))


def _bounded(text: Text, spans: list[tuple[int, int]], first: int, last: int) -> list[tuple[int, int]]:
    """The sentence, in parts of at most `_LONGEST` tokens outside marks; no part ends inside a pair of marks."""
    if last - first < _LONGEST:
        return [(first, last)]
    jump = dict(spans)
    out: list[tuple[int, int]] = []
    j, outside, comma = first, 0, -1
    while j <= last:
        if outside == _LONGEST:
            end = comma if comma >= first else j - 1
            out.append((first, end))
            first, outside, comma = end + 1, 0, -1
            j = first
            continue
        if j in jump:
            j = min(jump[j], last) + 1
            continue
        if text.forms[j] in _COMMAS and outside > _LONGEST // 2:
            comma = j
        outside += 1
        j += 1
    out.append((first, last))
    return [(a, b) for a, b in out if True in text.words[a : b + 1]]
