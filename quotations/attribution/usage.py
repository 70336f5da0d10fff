"""How a text uses marks, for speech or for names, and what it says again: signs of what one marked span is."""

import math
from collections import Counter

from quotations.page.marks import Marked
from quotations.words.memo import Memo
from quotations.words.text import Text
from quotations.words.wordclass import classify

_NAME_LENGTH = 1.0  # log2 of the words of most names in marks
_LONG = 4.0  # log2 of words, beyond which a span is speech all the same
_FEW = 6  # spans that a habit would have to outweigh
_SAME = 3  # tokens behind marks, the same where a sentence stands in the text again
_AGAIN = 0.25  # what log2 of 1 and how often the words stand elsewhere says, of three marks of their own

_stem = Memo(lambda form: classify(form).stem).__getitem__


class Usage:
    """The marked spans and the words of one text, counted once in linear time."""

    def __init__(self, text: Text, marked: list[Marked]) -> None:
        self._text = text
        places = {(self._key(m), self._behind(m)) for m in marked}
        self._marked = Counter(key for key, _ in places)
        self._lengths = {self._key(m): self._length(m) - _NAME_LENGTH for m in marked if m.depth == 0}
        self._sum = sum(self._lengths.values())
        self._stems: Counter[str] | None = None

    def _key(self, m: Marked) -> tuple[str, ...]:
        return tuple(self._text.forms[m.first : min(m.last, m.first + 8) + 1])

    def _behind(self, m: Marked) -> tuple[str, ...]:
        """The words that go on behind the marks: a headline, the first line and a link say one thing thrice."""
        goes_on = m.closing >= 0 and self._text.words[m.closing + 1]
        return tuple(self._text.forms[m.closing + 1 : m.closing + 1 + _SAME]) if goes_on else (str(m.opening),)

    def _length(self, m: Marked) -> float:
        return min(_LONG, math.log2(max(1, sum(self._text.words[m.first : m.last + 1]))))

    def habit(self, m: Marked) -> float:
        """How much longer than a name's two words the other marked spans are in the mean, each counted once however
        often it stands, and drawn towards 0 where there are few: above 0 the text marks speech, below it names."""
        own = self._lengths.get(self._key(m))  # None for marks within marks
        return min(1.0, (self._sum - (own or 0.0)) / (len(self._lengths) - (own is not None) + _FEW))

    def repeated(self, m: Marked, words: list[int]) -> float:
        """1 where it is short and marked three times or more: a name the text keeps in marks; less where one or two
        words stand elsewhere in the text with or without marks: what it is about."""
        key = self._key(m)
        if len(key) <= 3 and self._marked[key] > 2:
            return 1.0
        if not 0 < len(words) < 3:
            return 0.0
        if self._stems is None:
            self._stems = Counter(map(_stem, self._text.forms))
        stems = Counter(_stem(self._text.forms[k]) for k in words)
        return min(1.0, _AGAIN * math.log2(1 + min(self._stems[stem] - own for stem, own in stems.items())))
