"""The text of one field as tokens: the form in which every later stage reads it.

A token is a word, a number, one mark of punctuation, or a line break. Spans are made from tokens, and tokens know their
code points, so every offset that leaves the engine is exact.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate, compress, count, repeat
from operator import contains, itemgetter

from quotations.matching import lost_spaces, word_form
from quotations.model import Span
from quotations.words.landmarks import Landmark, Landmarks
from quotations.words.memo import Memo

_CONTROLS = "\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"  # vowel marks and other combining signs
# The standard library's module: on this pattern it takes half the time of `regex`. One group around the whole, so that
# `split` gives gaps and tokens by turns, without an object for each match.
_TOKEN = re.compile(
    rf"""(
      \d+(?:[.,٫٬:/]\d+)*                   # a number, a score, a date: no sentence ends inside it
    | [^\W_]++(?:[{_MARKS}{_CONTROLS}]++[^\W_]*+)*+  # a word with its vowel marks, tatweel and controls
    | ''|``|<<|>>                           # doubled marks
    | \.{{2,}}                              # an omission
    | \r?\n|[\r\u2028\u2029\u0085]          # a line break
    | [^\s{_MARKS}{_CONTROLS}]              # any other sign
    )""",
    re.VERBOSE,
)
_TRAILING = re.compile(rf"[{_CONTROLS}]+$")
_HAS_CONTROLS = re.compile(rf"[{_CONTROLS}]")
_BREAKS = frozenset({"\n", "\r", "\r\n", "\u2028", "\u2029", "\u0085"})
_TANWIN = "\u064b"
_LOST_COMMAS = 5  # "?" in mid-line that a text has at least where they stand for its commas
_BEYOND = 4  # line breaks behind the last token: as far as anything looks without asking where the text ends
_ALIFS = frozenset("أإآاٱ")  # one letter in matching form
_TATWEEL = "\u0640"  # alone it is a dash, though Unicode counts it among the letters


def _form(token: str) -> str:
    if token[0].isalnum():
        return word_form(token) or _TATWEEL
    return "\n" if token in _BREAKS else token


_FORMS = Memo(_form)


def _parted(token: str) -> Iterator[str]:
    """A token, or the words that have lost the space between them, with nothing between."""
    last = 0
    for at in lost_spaces(token):
        yield from (token[last:at], "")
        last = at
    yield token[last:]


class Text:
    """Parallel lists, one item a token: `forms` (matching form; "\\n" for any line break), `starts`, `ends`, `words`.

    `words` is True where the token is a word or a number. `tanwin` are the tokens written with the accusative's sign.
    Behind the last of the `len(text)` tokens each list holds a few more line breaks, without a code point: what looks
    beside the last token, or (from -1 on) beside the first one, sees the end of a line.
    """

    __slots__ = ("_landmarks", "_size", "ends", "forms", "raw", "starts", "tanwin", "words")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._landmarks: Landmarks | None = None
        pieces = _TOKEN.split(raw)
        if lost_spaces(raw):
            pieces = [part for k, piece in enumerate(pieces) for part in (_parted(piece) if k % 2 else (piece,))]
        ends = list(accumulate(map(len, pieces)))
        tokens = pieces[1::2]
        self.starts = ends[:-1:2]
        self.ends = ends[1::2]
        self.forms = list(map(_FORMS.__getitem__, tokens))
        self.words = list(map(str.isalnum, map(itemgetter(0), tokens)))
        if _TATWEEL in self.forms:
            self.words = [word and form != _TATWEEL for word, form in zip(self.words, self.forms, strict=True)]
        if raw.count("?") >= _LOST_COMMAS:
            self._restore_commas()
        self.tanwin = frozenset(compress(count(), map(contains, tokens, repeat(_TANWIN))) if _TANWIN in raw else ())
        self._size = len(tokens)
        if _HAS_CONTROLS.search(raw):
            for k, token in enumerate(tokens):
                trailing = _TRAILING.search(token)
                if trailing and trailing.start():
                    self.ends[k] -= trailing.end() - trailing.start()
        self.forms += ["\n"] * _BEYOND
        self.words += [False] * _BEYOND
        self.starts += [len(raw)] * _BEYOND
        self.ends += [len(raw)] * _BEYOND

    def _restore_commas(self) -> None:
        """وأوضح الوزير? في بيان له? أن …: old encodings lose the Arabic comma. More of these than of other commas stand
        before a word of their own line; a question ends its line, or the text has ؟."""
        forms = self.forms
        lost = [
            k
            for k in range(1, len(forms) - 1)
            if forms[k] == "?" and self.words[k + 1] and forms[k + 1].isalpha() and forms[k - 1] not in "(?؟!\n"
        ]
        if len(lost) >= _LOST_COMMAS and len(lost) > forms.count("،") + forms.count(",") and "؟" not in forms:
            for k in lost:
                forms[k] = "،"

    def __len__(self) -> int:
        return self._size

    def span(self, first: int, last: int) -> Span:
        """The code points from token `first` to token `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def slice(self, first: int, last: int) -> str:
        """The words from token `first` to token `last`, both included, as they stand."""
        return self.raw[self.starts[first] : self.ends[last]]

    def alif(self, k: int) -> str:
        """The first alif of the word at token `k` as it is written, which its matching form does not tell: إ of إن and
        فإن, أ of أن and سأعمل, آ of آن, ا where a hamza is left out; "" where the word has no alif.

        >>> t = Text("فإن أنّ الآن علم"); [t.alif(k) for k in range(4)]
        ['إ', 'أ', 'ا', '']
        """
        return next((letter for letter in self._written(k) if letter in _ALIFS), "")

    def last_letter(self, k: int) -> str:
        """The last letter of the word at token `k` as it is written, which its matching form does not tell: ة or ه, ى
        or ي, no vowel mark; "" where the token is no word.

        >>> t = Text("مدرسةً مدرسه على،"); [t.last_letter(k) for k in range(4)]
        ['ة', 'ه', 'ى', '']
        """
        return next((letter for letter in reversed(self._written(k)) if letter.isalnum() and letter != _TATWEEL), "")

    def _written(self, k: int) -> str:
        return unicodedata.normalize("NFKC", self.raw[self.starts[k] : self.ends[k]])

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """The same tokens without line breaks at either end; `last` is before `first` where nothing is left."""
        while first <= last and self.forms[first] == "\n":
            first += 1
        while last >= first and self.forms[last] == "\n":
            last -= 1
        return first, last

    def matching(self, first: int, last: int) -> str:
        """The matching form of the words from token `first` to token `last`, both included: punctuation left out."""
        return " ".join([self.forms[k] for k in range(first, last + 1) if self.words[k]])

    def where(self, wanted: Landmark, first: int = 0, last: int | None = None) -> list[int]:
        """The tokens from `first` to `last`, both included (to the end where None), that are `wanted`, in order."""
        if self._landmarks is None:
            self._landmarks = Landmarks(self.forms[: self._size])
        return self._landmarks.where(wanted, first, self._size if last is None else last)

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset)
