"""The text of one field as tokens: the form in which every later stage reads it.

A token is a word, a number, one mark of punctuation, or a line break. Spans are made from tokens, and tokens know their
code points, so every offset that leaves the engine is exact.
"""

from bisect import bisect_left, bisect_right
from functools import lru_cache

import regex

from quotations.matching import word_form
from quotations.model import Span

_CONTROLS = "\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_TOKEN = regex.compile(
    rf"""
      \p{{N}}+(?:[.,٫٬:/]\p{{N}}+)*                # a number, a score, a date: no sentence ends inside it
    | \p{{L}}[\p{{L}}\p{{M}}\p{{Nd}}\u0640{_CONTROLS}]*  # a word with its vowel marks, tatweel and controls
    | ''|``|<<|>>                                   # doubled marks
    | \.{{2,}}|…                                    # an omission
    | \r?\n|[\r\u2028\u2029\u0085]                  # a line break
    | [^\s\p{{M}}{_CONTROLS}]                       # any other sign
    """,
    regex.VERBOSE,
)
_TRAILING_CONTROLS = regex.compile(rf"[{_CONTROLS}]+$")
_BREAKS = {"\n", "\r", "\r\n", "\u2028", "\u2029", "\u0085"}

_form = lru_cache(maxsize=1 << 15)(word_form)


class Text:
    """Parallel lists, one item a token: `forms` (matching form; "\n" for any line break), `starts`, `ends`."""

    __slots__ = ("ends", "forms", "raw", "starts", "words")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.forms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[bool] = []  # True where the token is a word or a number
        for match in _TOKEN.finditer(raw):
            token = match.group()
            is_word = token[0].isalnum()
            end = match.end()
            if is_word:
                form = _form(token) or token
                if not token[-1].isalnum():
                    end -= len(token) - len(_TRAILING_CONTROLS.sub("", token))
            else:
                form = "\n" if token in _BREAKS else token
            self.forms.append(form)
            self.starts.append(match.start())
            self.ends.append(end)
            self.words.append(is_word)

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, first: int, last: int) -> Span:
        """The code points from token `first` to token `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def slice(self, first: int, last: int) -> str:
        """The words from token `first` to token `last`, both included, as they stand."""
        return self.raw[self.starts[first] : self.ends[last]]

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def token_before(self, offset: int) -> int:
        """The last token that starts before `offset`; -1 where there is none."""
        return bisect_left(self.starts, offset) - 1

    def token_covering(self, offset: int) -> int:
        """The last token that starts at or before `offset`."""
        return bisect_right(self.starts, offset) - 1
