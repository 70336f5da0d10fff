"""Verses and hadith in marks: what stands behind the marks, before them, or over their letters tells whose they are."""

from quotations.lexicon import words
from quotations.marks import Marked
from quotations.matching import forms_of
from quotations.reading import Tokens
from quotations.scripture import WORDS, reference, vocalised
from quotations.text import Text

GOD, PROPHET = "الله", "النبي"
_OPENING = frozenset("([{]«\"“'")
_BETWEEN = frozenset({"،", ",", ".", "..", "…", "-", "–", "—"})
_NUMBER_OF = forms_of("آية الآية رقم")
_VERSE = forms_of("الآية آية والآية بالآية للآية")
_HADITH = forms_of("الحديث حديث والحديث بالحديث وحديث للحديث لحديث")
_OF_HADITH = forms_of("الشريف النبوي القدسي رضي الصحيح")
_NEAR = 4
_REACH = 8  # tokens back to what announces the words


def reference_behind(text: Text, m: Marked) -> Tokens | None:
    """The tokens that name sura and verse behind the marks: «…» (يوسف: 38), «…» سورة هود الآية 61, «…» ]الكهف:46[."""
    size, k = len(text), m.closing + 1
    if m.closing < 0:
        return None
    for _ in range(2):
        k += k < size and text.forms[k] in _BETWEEN
    if k >= size:
        return None
    if text.forms[k] in _OPENING:
        return reference(text, k)
    last = _bare(text, k)
    return (k, last) if last >= k else None


def _bare(text: Text, k: int) -> int:
    """The last token of النساء:85, يوسف آية رقم 62, سورة هود (الآية 61) at `k`; -1 where it is none."""
    size = len(text)
    named = text.forms[k] == "سوره"
    first = k + named
    end = next(
        (j for j in (first + 2, first + 1) if j <= size and " ".join(text.forms[first:j]) in words("suras.txt")), -1
    )
    if end < 0:
        return -1
    j = end
    while j < size and j - end < 4 and (text.forms[j] in ":،(" or text.forms[j] in _NUMBER_OF):
        j += 1
    numbered = j < size and j > end and text.forms[j][0].isdigit()
    return j if numbered else end - 1 if named else -1


def announced(text: Text, m: Marked) -> tuple[str, int]:
    """الآية: «…», حديث فلان رضي الله عنه: «…»: whom the words before the colon give the marked ones to, and the token
    that says so; ("", -1) where none does."""
    colon = m.opening - 1
    if colon < 0 or text.forms[colon] != ":":
        return "", -1
    honoured = False
    for k in range(colon - 1, max(-1, colon - _REACH), -1):
        if text.forms[k] in _VERSE and colon - k <= _NEAR:
            return GOD, k
        if text.forms[k] in _HADITH and honoured:
            return PROPHET, k
        honoured = honoured or text.forms[k] in _OF_HADITH
    return "", -1


def is_vocalised(text: Text, m: Marked) -> bool:
    """Whether nearly every letter bears its vowel sign, as in the Quran and nowhere else in a newspaper."""
    return sum(text.words[m.first : m.last + 1]) >= WORDS and vocalised(text, m.first, m.last)
