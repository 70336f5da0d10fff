"""Pairing of quotation marks, whatever order they are stored in and whichever are missing.

A mark's part is read from what stands beside it, not from its shape: in older newswire » opens and « closes (71 of 72
sentences of UD Arabic-PADT), on the web both orders occur, spaced or not, and ASCII marks have no direction at all. A
mark that pairs with nothing never voids the rest: it is left over, or its words end where their paragraph ends.
"""

from typing import Literal

from quotations.page.marked import MARKS, STYLES, Marked, Open, Style
from quotations.page.unclosed import MAX_TOKENS, is_led, paragraph_end, resumes, words_of
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.landmarks import Landmark
from quotations.words.text import Text
from quotations.words.wordclass import classify

__all__ = ["MARKS", "Marked", "pair"]

Role = Literal["open", "close", "unknown"]
_MARKS_AND_BREAKS = Landmark(MARKS | {"\n"})
_BY_SHAPE: dict[str, Role] = {
    **dict.fromkeys(("«", "‹", "《", "<<", "“", "„", "‟", "‘", "‚", "``", "〝"), "open"),
    **dict.fromkeys(("»", "›", "》", ">>", "”", "″", "’", "〞"), "close"),
}
_PROCLITICS = frozenset(["و", "ب", "ل", "ك", "ف", "لل", "ال", "وب", "ول", "بال", "ولل", "فل", "وال"])
_ENDS = frozenset({"\n", ".", ",", "،", "؛", ":", "؟", "!", "?", ")", "]", ";", "..", "...", "…"})
_MAX_OPEN = 4  # marks open at once: a deeper one is taken for noise, so that the work stays linear
_MAX_PARAGRAPHS = 8  # over how many line breaks one pair of marks may run
_ONE_SENTENCE = 60


def _behind_proclitic(text: Text, i: int, left: bool, previous: str, following: str) -> bool:
    """و«…», ب"…", لـ "…"; not «جي إل ال».: the mark behind a proclitic that stands alone opens."""
    if not i or not text.words[i - 1]:
        return False
    if not left:
        return previous in ("بـ", "لـ", "و", "ب", "ل", "ك")
    alone = i < 2 or text.starts[i - 1] != text.ends[i - 2] or text.forms[i - 2] in STYLES
    return previous in _PROCLITICS and alone and following not in _ENDS


def _role(text: Text, i: int, style: Style) -> Role:
    """What the neighbours say: a mark that touches only the word after it opens, only the word before it closes."""
    raw, start, end = text.raw, text.starts[i], text.ends[i]
    before = raw[start - 1] if start else "\n"
    after = raw[end] if end < len(raw) else "\n"
    left, right = not before.isspace(), not after.isspace()
    form = text.forms
    previous = form[i - 1] if i else "\n"
    following = form[i + 1] if i + 1 < len(form) else "\n"
    if _behind_proclitic(text, i, left, previous, following):
        return "open"
    touches_word_before = left and (text.words[i - 1] or previous in ".؟!?…)%]" or previous.startswith(".."))
    dots = following == "…" or following.startswith("..")
    if dots and touches_word_before and _BY_SHAPE.get(form[i]) == "close":
        return "close"  # «المدى».. ثم
    touches_word_after = right and i + 1 < len(form) and (text.words[i + 1] or following in "([#@" or dots)
    if style == "single":
        if touches_word_after and not left:
            return "open"
        return "close" if touches_word_before and not touches_word_after else "unknown"
    if touches_word_after and not touches_word_before:
        return "open"
    if touches_word_before and not touches_word_after:
        return "close"
    if not right and previous == ":" and following != "\n":
        return "open"
    if left and previous == ":":
        return "open"
    if following in _ENDS and not touches_word_after:
        return "close" if previous != ":" else "unknown"
    return "unknown"


def pair(text: Text) -> tuple[list[Marked], list[int]]:
    """All pairs of marks of `text`, in the order of their opening, and the tokens of the marks that pair with nothing.

    >>> [Text(s).slice(m.first, m.last) for s in ('قال »نعم« ومضى',) for m in pair(Text(s))[0]]
    ['نعم']
    """
    pairing = _Pairing(text)
    for k, i in enumerate(pairing.places):
        form = text.forms[i]
        if form == "\n":
            pairing.line_ends(i)
        else:
            pairing.mark(k, i, form, STYLES[form])
    return pairing.result()


class _Pairing:
    """One walk over the marks; `open` are those that wait for their closing mark, the outermost first."""

    def __init__(self, text: Text) -> None:
        self.text, self.forms = text, text.forms
        self.places = text.where(_MARKS_AND_BREAKS)
        self.open: list[Open] = []
        self.found: list[Marked] = []
        self.left_over: list[int] = []

    def result(self) -> tuple[list[Marked], list[int]]:
        if _closes_inner(self.text, self.open, self.found):
            self.open.clear()
        if self.open:
            _unclosed(self.text, self.open, paragraph_end(self.text, self.open[0].at), self.found, self.left_over)
        words = self.text.words
        found = [m for m in self.found if True in words[m.first : m.last + 1]]  # «…» says nothing
        found.sort(key=lambda m: (m.opening, -m.closing))
        _nest(found)
        return found, sorted(self.left_over)

    def line_ends(self, i: int) -> None:
        if self.open:
            _paragraph_ends(self.text, i, self.open, self.found, self.left_over)

    def mark(self, k: int, i: int, form: str, style: Style) -> None:
        role = _role(self.text, i, style)
        same = any(o.style == style for o in self.open)
        if style == "single" and (role == "unknown" or (role == "close" and not same)):
            return  # an apostrophe
        self._give_up_stale(i)
        same = same and bool(self.open)
        if role == "open" and same:
            role, same = self._opens_inside(k, i, style)
        shifted = role == "close" and not same and self._opens_after_all(k, i, form, style)
        if shifted:
            role = "open"
        elif role == "open" and same and self.open[-1].shifted and self._closes_after_all(k, i, style):
            role = "close"
        if not self.open:
            if role == "close" and _BY_SHAPE.get(form) != "open":
                self.left_over.append(i)
            else:
                self.open.append(Open(i, style, shifted=shifted))
            return
        if role == "unknown":
            soon = _closes_soon(self.text, i, style)
            role = "open" if soon else self._guess(i, form, style)
        if role == "close":
            self._close(i, style)
        elif len(self.open) < _MAX_OPEN:
            self.open.append(Open(i, style, shifted=shifted))

    def _is_letter(self, k: int, i: int, style: Style) -> bool:
        """المنتخب «ب», المجموعة "ب", الكوكب "س 12 ب" هو: a proclitic that the only open mark stands right before is a
        letter, and so is one with a space behind the mark, where no closing one follows."""
        if len(self.open) != 1 or self.text.ends[i - 1] < self.text.starts[i]:
            return False
        if self.open[0].at == i - 2:
            return True
        after = self._next(k, style)
        spaced = self.text.ends[i] < self.text.starts[i + 1]
        return spaced and not (after >= 0 and _role(self.text, after, style) == "close")

    def _opens_inside(self, k: int, i: int, style: Style) -> tuple[Role, bool]:
        """The part of a mark that opens while others of its style wait, and whether they wait still. They do not where
        the writer reports again (… أمس. وأضاف "نعم …", …، مؤكدا أن "الجسر آمن") and no closing ones follow for them."""
        if self._is_letter(k, i, style):
            return "close", True
        end = resumes(self.text, i, self.open[0].at)
        if end < 0 or not self._stays_open(k, style):
            return "open", True
        _unclosed(self.text, self.open, end, self.found, self.left_over)
        self.open.clear()
        return "open", False

    def _stays_open(self, k: int, style: Style) -> bool:
        """Whether the open marks have no closing one behind the pair that mark `k` opens, or only one that stands
        behind a further report."""
        depth, outer = 1, self.open[0].at
        for n in range(k + 1, len(self.places)):
            i = self.places[n]
            form = self.forms[i]
            if form == "\n" or i - outer > MAX_TOKENS:
                return True
            if STYLES[form] != style:
                continue
            role = _role(self.text, i, style)
            if role == "open" and depth == 0 and resumes(self.text, i, outer) >= 0:
                return True
            depth += 1 if role == "open" else -1
            if depth < 0:
                return False
        return True

    def _opens_after_all(self, k: int, i: int, form: str, style: Style) -> bool:
        """وأضاف" أن …, برنامج" تعليم وعلم": a mark that touches the word before it opens where a cue leads to it, or
        where it is straight, a word follows, and the next one closes, too."""
        if not i or not self.text.words[i - 1]:
            return False
        if lookup(self.forms[i - 1])[0]:
            return True
        after = self._next(k, style)
        if after < 0 or not self.text.words[i + 1] or _BY_SHAPE.get(form) == "open":
            return False
        if is_led(self.text, i):
            return True
        tanwin = self.forms[i - 1].endswith("ا")  # أطرافا" على إلمام: vowel signs that became marks
        if style != "ascii" or tanwin or after - i > _ONE_SENTENCE or "." in self.forms[i:after]:
            return False
        return _role(self.text, after, style) == "close"

    def _closes_after_all(self, k: int, i: int, style: Style) -> bool:
        """وقال" نعم "وختم: the spaces of both marks stand on the wrong side, unless this one has a closing one."""
        after = self._next(k, style)
        inner = after >= 0 and _role(self.text, after, style) == "close"
        return not inner and self.text.ends[i - 1] < self.text.starts[i]

    def _guess(self, i: int, form: str, style: Style) -> Role:
        """A mark whose neighbours say nothing, with another one open: it closes that, unless its shape says otherwise
        (« الجسر « … ») and the open one has its space on the same side (not «الجسر « ثم)."""
        top = self.open[-1]
        if style != top.style:
            return _BY_SHAPE.get(form, "open")
        if style == "ascii" or form != self.forms[top.at] or _BY_SHAPE.get(form) != "open":
            return "close"
        text = self.text
        touches = text.ends[top.at] == text.starts[top.at + 1]
        spaced = text.ends[i] < text.starts[i + 1]
        return "close" if touches and spaced and text.words[i - 1] and not is_led(text, i) else "open"

    def _next(self, k: int, style: Style) -> int:
        """The next mark of this style in the paragraph, past three others at most; else -1."""
        for i in self.places[k + 1 : k + 5]:
            if self.forms[i] == "\n":
                return -1
            if STYLES[self.forms[i]] == style:
                return i
        return -1

    def _give_up_stale(self, i: int) -> None:
        """All of them at once, so that the scan for the stale one's end is paid for once in that many tokens."""
        if self.open and i - self.open[0].at > MAX_TOKENS:
            end = min(i, paragraph_end(self.text, self.open[0].at))
            _unclosed(self.text, self.open[:1], end, self.found, self.left_over)
            self.left_over += [mark.at for mark in self.open[1:]]
            self.open.clear()

    def _close(self, i: int, style: Style) -> None:
        """Close the innermost open mark of the same style, else of any; marks opened since pair with nothing."""
        size = len(self.open)
        k = next((k for k in range(size - 1, -1, -1) if self.open[k].style == style), size - 1)
        if self.open[k].style != style and style == "single":
            return
        self.left_over += [stray.at for stray in self.open[k + 1 :]]
        _closed(self.found, self.text, self.open[k], i)
        del self.open[k:]


def _closes_soon(text: Text, i: int, style: Style) -> bool:
    """A mark with spaces around it, inside others, whose closing mark comes soon: … من " المارينز" بشكل …"."""
    for j in range(i + 2, min(i + 5, len(text))):
        if STYLES.get(text.forms[j]) == style:
            return _role(text, j, style) == "close"
    return False


def _closed(found: list[Marked], text: Text, mark: Open, closing: int) -> None:
    """Append the words between `mark` and `closing`, white space and line breaks trimmed."""
    first, last = text.trimmed(mark.at + 1, closing - 1)
    if found and (found[-1].opening, found[-1].closing) == (first, last):
        inner = found.pop()  # ""…"", «"…"»: two pairs around the same words are one
        first, last = inner.first, inner.last
    found.append(Marked(mark.at, closing, first, last, mark.style, 0))


def _unclosed(text: Text, marks: list[Open], end: int, found: list[Marked], left_over: list[int]) -> None:
    """What `marks`, the outermost first, open where no closing one follows before token `end`."""
    unclosed: list[Marked] = []
    for mark in marks:
        covered = bool(unclosed) and mark.at <= unclosed[-1].last
        words = None if covered else words_of(text, mark, end, found)
        if words is None:
            left_over.append(mark.at)
        else:
            unclosed.append(Marked(mark.at, -1, *words, mark.style, 0))
    found += unclosed


def _paragraph_ends(text: Text, i: int, open_marks: list[Open], found: list[Marked], left_over: list[int]) -> None:
    """At a line break: a mark stays open only where the next lines show its closing mark before any other opens."""
    outer = open_marks[0]
    outer.breaks += 1
    if outer.breaks <= _MAX_PARAGRAPHS and _closes_later(text, i, outer):
        left_over.extend(mark.at for mark in open_marks[1:])
        del open_marks[1:]
        return
    if _closes_inner(text, open_marks, found):
        open_marks.clear()
        return
    _unclosed(text, open_marks, i, found, left_over)
    open_marks.clear()


def _closes_inner(text: Text, open_marks: list[Open], found: list[Marked]) -> bool:
    """قال: “سنبني الجسر “ثم غادر: two marks of one shape that wait in one paragraph, where no cue leads to the second,
    are a pair with the space on the wrong side."""
    if len(open_marks) != 2:
        return False
    first, second = open_marks
    i = second.at
    if first.style != second.style or text.forms[first.at] != text.forms[i] or first.breaks > 1:
        return False
    if i - first.at < 3 or not text.words[i - 1] or text.ends[i - 1] == text.starts[i] or is_led(text, i):
        return False
    if classify(text.forms[i - 1]).flags & (wc.THAT | wc.PREPOSITION) or lookup(text.forms[i - 1])[0]:
        return False
    if found and found[-1].opening > i:
        return False
    _closed(found, text, first, i)
    return True


def _closes_later(text: Text, i: int, mark: Open) -> bool:
    """Whether the first mark of this style in the following lines is a closing one."""
    for j in range(i + 1, min(len(text), mark.at + MAX_TOKENS)):
        style = STYLES.get(text.forms[j])
        if style == mark.style:
            role = _role(text, j, style)
            return role == "close" or (
                role == "unknown"
                and _BY_SHAPE.get(text.forms[j]) == "close"
                and _BY_SHAPE.get(text.forms[mark.at]) != "close"
            )
    return False


def _nest(found: list[Marked]) -> None:
    stack: list[int] = []
    for n, m in enumerate(found):
        while stack and found[stack[-1]].last < m.first:
            stack.pop()
        m.depth, m.parent = len(stack), stack[-1] if stack else -1
        stack.append(n)
