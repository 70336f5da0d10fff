"""The matching form: the spelling in which words are compared.

Arabic is written with and without vowel marks, with stretched letters, with hamzas left out, and scraped text carries
bidi controls, presentation forms and Persian letters. Nothing of that changes the word, so look-ups and comparisons use
this form; offsets never do, they stay in the text as published.
"""

import re
import unicodedata

import regex

# Vowel marks and Quranic signs, the dagger alif, tatweel, zero-width and bidi controls, the byte order mark.
_DROPPED = (
    *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6EE), 0x640, *range(0x200B, 0x2010),
    *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF,
)  # fmt: skip
_COMPOSED_OTHERWISE = re.compile(r"[\uFB50-\uFDFF\uFE70-\uFEFC\u0653-\u0655]")
_PRESENTATION = re.compile(r"[\uFB50-\uFDFF\uFE70-\uFEFC]")
_DECOMPOSED = re.compile(r"[\u0627\u0648\u064A][\u0653-\u0655]")
_LETTERS = str.maketrans(
    {
        **dict.fromkeys(map(chr, _DROPPED)),
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
        "ؤ": "ء", "ئ": "ء",  # مسؤول and مسئول are one word
        "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه",
        "٠": "0", "١": "1", "٢": "2", "٣": "3", "٤": "4", "٥": "5", "٦": "6", "٧": "7", "٨": "8", "٩": "9",
        "۰": "0", "۱": "1", "۲": "2", "۳": "3", "۴": "4", "۵": "5", "۶": "6", "۷": "7", "۸": "8", "۹": "9",
    }
)  # fmt: skip


def word_form(word: str) -> str:
    """The matching form of one word.

    >>> word_form("وأكّــدَ"), word_form("مسئول") == word_form("مسؤول"), word_form("ﷲ")
    ('واكد', True, 'الله')
    """
    if word.isascii():
        return word.lower()
    if _COMPOSED_OTHERWISE.search(word):  # hardly any word
        if _PRESENTATION.search(word):
            word = unicodedata.normalize("NFKC", word)
        if _DECOMPOSED.search(word):
            word = unicodedata.normalize("NFC", word)
    return word.translate(_LETTERS).lower()


def forms_of(words: str) -> frozenset[str]:
    """The words of a list, with spaces between, in matching form."""
    return frozenset(map(word_form, words.split()))


def with_and(words: str) -> frozenset[str]:
    """The words of a list in matching form, each of them with «و» before it too: أما, وأما."""
    forms = forms_of(words)
    return forms | {"و" + form for form in forms}


_HAMZA = "[\u0653-\u0655]?"  # written after its letter
_BEGINS_WORD = f"[آ-غف-ي]{_HAMZA}(?:[ء-غف-ي]{_HAMZA}){{2}}|(?:[أإ]|ا[\u0654\u0655])ن|في|من|عن"
_GLUED = re.compile(rf"[ةى](?:{_BEGINS_WORD})")
_LOST_SPACE = re.compile(rf"(?:(?<=[^\W\d_][ةى])|(?<=[^\W\d_]{_HAMZA[:-1]}[ةى]))(?={_BEGINS_WORD})")
_SHADDA = "\u0651"
# Four letters are no pronoun: أنّ + هما.
_GLUED_PARTICLE = re.compile(r"(?<![^\W_])[وف]?ب?[أإ]ن\u064e?\u0651\u064e?(?=[ء-غف-ي]{4})")


def lost_spaces(text: str) -> list[int]:
    """Where a space has been lost behind ة or ى, which end a word (الجمهوريةنشر, رأىأستاذ; not شىء, not إلىها),
    or behind a particle with its shadda and no pronoun (أنّالجسر, not أنّهما).

    >>> lost_spaces("البلديةنشرت ما رأىأستاذ"), lost_spaces("قال إنّالجسر وإنّهما وأنَّهم")
    ([7, 18], [7])
    """
    lost = [lost.start() for lost in _LOST_SPACE.finditer(text)] if _GLUED.search(text) else []
    if _SHADDA in text and (particles := [lost.end() for lost in _GLUED_PARTICLE.finditer(text)]):
        lost = sorted({*lost, *particles})
    return lost


_BETWEEN_WORDS = regex.compile(r"[^\p{L}\p{M}\p{N}\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069]+")


def matching_form(text: str) -> str:
    """The matching form of a text: its words' forms with one space between, punctuation left out.

    >>> matching_form("«إنَّ   الأمرَ، واضحٌ!»")
    'ان الامر واضح'
    """
    if _GLUED.search(text):
        text = _LOST_SPACE.sub(" ", text)
    return " ".join(form for form in map(word_form, _BETWEEN_WORDS.split(text)) if form)
