"""The words of the Quran, known by their triples: a passage in marks or brackets needs neither cue nor reference."""

import sys
from array import array
from base64 import b64decode
from functools import cache
from zlib import crc32

from quotations.lexicon import rows
from quotations.matching import word_form
from quotations.words.text import Text

_WITHOUT = str.maketrans("", "", "اء")  # the letters in which spellings of the Quran differ (الكتب, الكتاب)
_LEAST = 4  # words: of three, many are a name or a title that a writer took from there
_SPOILT = 3  # triples by one misspelt word
_SHARE = 0.6  # of the triples: a misspelt word spoils three, dots for words left out spoil two


def skeleton(word: str) -> str:
    """A word in the spelling in which the Quran's words are compared; empty where nothing of it counts."""
    return word_form(word).translate(_WITHOUT)


def triple(one: str, two: str, three: str) -> int:
    """The number of three following words, as `lexicon/quran.txt` holds it."""
    return crc32(f"{one} {two} {three}".encode())


@cache
def _triples() -> frozenset[int]:
    numbers = array("I")
    numbers.frombytes(b64decode("".join(row[0] for row in rows("quran.txt"))))
    if sys.byteorder == "big":
        numbers.byteswap()
    return frozenset(numbers)


def of_quran(text: Text, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` are words of the Quran, in any spelling, four at least. Source of the words: the
    Tanzil text, from which `bench/quran.py` computes the data file."""
    known = _triples()
    one = two = ""
    count = found = 0
    for k in range(first, last + 1):
        word = text.forms[k].translate(_WITHOUT) if text.words[k] else ""
        if not word or word.isdigit():
            continue  # a sign, the number of a verse
        count += 1
        if count > 2:
            found += triple(one, two, word) in known
            if count > _LEAST and not found:
                return False
        one, two = two, word
    return count >= _LEAST and found >= _SHARE * (count - 2)


def recited_to(text: Text, first: int, last: int) -> int:
    """The last token of the words of the Quran that begin at token `first`, four at least, and end by token `last`; -1
    where none begin there."""
    known = _triples()
    one = two = ""
    count = spoilt = 0
    end = -1
    for k in range(first, last + 1):
        word = text.forms[k].translate(_WITHOUT) if text.words[k] else ""
        if not word or word.isdigit():
            continue
        count += 1
        if count > 2:
            if triple(one, two, word) in known:
                end, spoilt = (k if count >= _LEAST else end), 0
            elif (spoilt := spoilt + 1) > _SPOILT or count <= _LEAST:
                break
        one, two = two, word
    return end
