"""Verses and hadith, with or without a verb that leads to them: a reference says whose they are ([البقرة: 219], رواه
مسلم), what stands before them, a vowel sign over every letter, or that the words are the Quran's."""

from dataclasses import dataclass

from quotations.lexicon import words
from quotations.matching import forms_of
from quotations.page.marks import Marked
from quotations.page.quran import of_quran
from quotations.words.formulas import GOD, PROPHET, formula
from quotations.words.landmarks import Landmark
from quotations.words.text import Text
from quotations.words.wordclass import FUNCTION, GIVEN, classify

OPENING = {"(": ")", "[": "]", "{": "}", "﴿": "﴾"}
_CLOSING = {close: opening for opening, close in OPENING.items()} | {"﴾": "﴿", "﴿": "﴾"}
_MARKS = frozenset('"“”„«»')
_BEFORE_REFERENCE = Landmark({*_MARKS, *OPENING, *"}﴾"})
_OF_REFERENCE = frozenset({"الايه", "ايه", "الايات", "سوره", "من", "رقم", "الكريمه"})
_LONGEST = 400  # tokens of the longest passage looked back over
_VOCALISED = 0.6  # vowel signs a letter
_VOCALISED_IN_BRACES = 0.25
_FULLY = 0.9  # where a word fewer than elsewhere is enough
_BRACES = {"{": "}", "}": "{", "﴿": "﴾", "﴾": "﴿"}  # in either order; a newspaper has no other use for them
WORDS = 4
_REACH = 14
_TRANSMITTED = forms_of("رواه أخرجه خرجه صححه حسنه ضعفه رواهما أخرجاه وصححه")
_COLLECTIONS = _TRANSMITTED | {"متفق"}  # رواه مسلم, متفق عليه
_SOURCES = _COLLECTIONS | forms_of("سورة صحيح حديث")
_SON = forms_of("بن ابن")  # أحمد بن حنبل
_COLLECTED = 4  # tokens from the verb to a collector of hadith: رواه الإمام أحمد
_NOT_SCRIPTURE = 80  # tokens to the other bracket, where the first words bear no vowel signs
_OPENS = frozenset("([{]«\"“'")
_BETWEEN = frozenset({"،", ",", ".", "..", "…", "-", "–", "—"})
_NUMBER_OF = forms_of("آية الآية رقم")
_VERSE = forms_of("الآية آية والآية بالآية للآية")
_HADITH = forms_of("الحديث حديث والحديث بالحديث وحديث للحديث لحديث")
_OF_HADITH = forms_of("الشريف النبوي القدسي رضي الصحيح")
HADITH = forms_of("الحديث حديث")
_SORTS = forms_of("الشريف النبوي القدسي الصحيح الحسن المشهور المرفوع المأثور")  # of hadith
_NEAR = 4
_ANNOUNCED = 8  # tokens back to what announces the words


@dataclass(frozen=True, slots=True)
class Verse:
    """Tokens `first` to `last` are the words; `reference` the tokens that name sura and verse."""

    first: int
    last: int
    reference: tuple[int, int]
    whose: str = GOD


def verses(text: Text) -> list[Verse]:
    """The verses of a text in order: in brackets with a reference behind, (وَتِلْكَ الأيَّامُ …) [آل عمران: 140], or
    with their vowel signs alone, in brackets or on a numbered line of their own."""
    out: list[Verse] = []
    floor = 0
    for j in text.where(_BEFORE_REFERENCE):
        if not j:
            continue
        inside = reference(text, j)
        if inside is None:
            whole = _vocalised(text, j, floor) or _numbered_line(text, j, floor)
            if whole is not None:
                out.append(whole)
                floor = whole.last + 1
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


def _vocalised(text: Text, j: int, floor: int) -> Verse | None:
    """(فَاسْتَجَابَ لَهُمْ رَبُّهُمْ): words in brackets that bear all their vowel signs, as many of them do in braces, that
    are the Quran's, or that a collector of hadith is named behind."""
    braces = text.forms[j] in _BRACES
    close = _BRACES[text.forms[j]] if braces else OPENING.get(text.forms[j])
    if close is None or j < floor or not text.words[j + 1]:
        return None
    enough = _VOCALISED_IN_BRACES if braces else _VOCALISED
    signs = braces or vocalised(text, j + 1, j + 2)
    farthest = min(j + (_LONGEST if signs else _NOT_SCRIPTURE), len(text))
    end = next((k for k in range(j + 1, farthest) if text.forms[k] in (close, text.forms[j])), -1)
    if end < 0 or text.forms[end] != close:
        return None
    share = _share_of_signs(text, j + 1, end - 1) if signs else 0.0
    words_in = sum(text.words[j + 1 : end])
    shown = share > enough and (words_in >= WORDS or (words_in == WORDS - 1 and share > _FULLY))
    quran = of_quran(text, j + 1, end - 1)
    if not (shown or quran or (words_in >= WORDS and transmitted(text, end + 1))):
        return None
    behind = next((k for k in range(end + 1, min(end + 3, len(text))) if text.forms[k] in OPENING), -1)
    if behind > 0 and reference(text, behind) is not None:
        return None  # the reference leads to them
    return Verse(j + 1, _without_number(text, end - 1), (j + 1, j + 1), GOD if quran else _whose(text, j, end))


def _numbered_line(text: Text, j: int, floor: int) -> Verse | None:
    """سَيَقُولُ السُّفَهَاءُ … (142): a line of a commentary that bears all its vowel signs and ends with its number."""
    if text.forms[j] != "(" or text.forms[j + 2] != ")" or not text.forms[j + 1].isdigit():
        return None
    if text.forms[j + 3] != "\n":
        return None
    first = j
    while first > max(floor, j - _LONGEST) and text.forms[first - 1] != "\n":
        first -= 1
    if first and text.forms[first - 1] != "\n":
        return None
    if sum(text.words[first:j]) < WORDS or not vocalised(text, first, j - 1):
        return None
    return Verse(first, j - 1, (first, first))


def transmitted(text: Text, k: int) -> bool:
    """Whether token `k` begins what tells who handed a hadith down: رواه مسلم, (متفق عليه), صححه الحاكم,
    (البخاري). Source: the takhrij of Arabic prose; `lexicon/collectors.txt` has the collectors that it cites."""
    k = next((at for at in range(k, min(k + 3, len(text))) if text.words[at] or text.forms[at] == "\n"), -1)
    if k < 0:
        return False
    form, known = text.forms[k], words("collectors.txt")
    if form == "متفق":
        return text.forms[k + 1 : k + 2] == ["عليه"]
    if form not in _TRANSMITTED:
        return form in known and text.forms[k - 1] == "(" and text.forms[k + 1 : k + 2] == [")"]
    at = next((at for at in range(k + 1, min(k + 1 + _COLLECTED, len(text))) if text.forms[at] in known), -1)
    return at >= 0 and not _is_first_name(text, at)


def _is_first_name(text: Text, k: int) -> bool:
    """أخرجه أحمد الحداد: whether a collector's name at token `k` is the first name of somebody else."""
    w = classify(text.forms[k])
    if not w.flags & GIVEN or w.definite or k + 1 >= len(text) or not text.words[k + 1]:
        return False
    following = classify(text.forms[k + 1])
    return not (following.conj or following.prep or following.flags & FUNCTION or text.forms[k + 1] in _SON)


def _whose(text: Text, opening: int, closing: int) -> str:
    """The Prophet's where he is honoured before the bracket, or the collection is named behind it; else God's."""
    if transmitted(text, closing + 1) or any(
        text.forms[k] in _COLLECTIONS for k in range(closing + 1, min(closing + 3, len(text)))
    ):
        return PROPHET
    told = False
    k = max(0, opening - _REACH)
    while k < opening:
        found = formula(text, k)
        if found is not None and k + found[1] <= opening:
            told = found[0] == PROPHET
            k += found[1]
        else:
            told = told and text.forms[k] not in {".", "\n"}
            k += 1
    return PROPHET if told else GOD


def vocalised(text: Text, first: int, last: int) -> bool:
    """Whether nearly every letter bears its vowel sign, as in the Quran and nowhere else in a newspaper."""
    return _share_of_signs(text, first, last) > _VOCALISED


def _share_of_signs(text: Text, first: int, last: int) -> float:
    """Vowel signs a letter."""
    raw = text.raw[text.starts[first] : text.ends[last]]
    signs = sum("\u064b" <= c <= "\u0652" for c in raw)
    letters = sum("\u0621" <= c <= "\u064a" for c in raw)
    return signs / letters if letters else 0.0


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
    return text.forms[j] in OPENING and (text.forms[j + 1] in _SOURCES or reference(text, j) is not None)


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


def reference_behind(text: Text, m: Marked) -> tuple[int, int] | None:
    """The tokens that name sura and verse behind the marks: «…» (يوسف: 38), «…» سورة هود الآية 61, «…» ]الكهف:46[."""
    size, k = len(text), m.closing + 1
    if m.closing < 0:
        return None
    for _ in range(2):
        k += k < size and text.forms[k] in _BETWEEN
    if k >= size:
        return None
    if text.forms[k] in _OPENS:
        return reference(text, k)
    last = _unbracketed(text, k)
    return (k, last) if last >= k else None


def _unbracketed(text: Text, k: int) -> int:
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
    for k in range(colon - 1, max(-1, colon - _ANNOUNCED), -1):
        if text.forms[k] in _VERSE and colon - k <= _NEAR:
            return GOD, k
        if text.forms[k] in _HADITH and honoured:
            return PROPHET, k
        honoured = honoured or text.forms[k] in _OF_HADITH
    return "", -1


def hadith(text: Text, k: int) -> int:
    """The last token of الحديث الشريف, الحديث النبوي الصحيح, حديث رسول الله at token `k`; -1 where it is none."""
    last = k
    if text.forms[k] == "حديث":
        honoured = formula(text, k + 1)
        return k + honoured[1] if honoured is not None and honoured[0] == PROPHET else -1
    while text.forms[last + 1] in _SORTS:
        last += 1
    return last


def is_vocalised(text: Text, m: Marked) -> bool:
    """Whether nearly every letter bears its vowel sign, as in the Quran and nowhere else in a newspaper."""
    return sum(text.words[m.first : m.last + 1]) >= WORDS and vocalised(text, m.first, m.last)
