"""علي the name and على the preposition, which have one matching form."""

from functools import lru_cache

from quotations.matching import word_form
from quotations.words import wordclass as wc
from quotations.words.text import Text
from quotations.words.wordclass import Word

ALI = Word(wc.GIVEN, "", "", False, word_form("علي"))  # the word inside a name
_IN = word_form("في")


@lru_cache(maxsize=2)
def writes_ala(text: Text) -> bool:
    """Whether the writer keeps ى and ي apart, so that علي is the name."""
    return any(form == ALI.stem and text.last_letter(k) == "ى" for k, form in enumerate(text.forms))


@lru_cache(maxsize=2)
def _writes_fi(text: Text) -> bool:
    """Whether the writer ends words in ي: في, not فى as in Egypt."""
    return any(form == _IN and text.last_letter(k) == "ي" for k, form in enumerate(text.forms))


def is_upon(text: Text, j: int) -> bool:
    """Whether على at token `j`, with ى where the writer has ي too, is the preposition and no name.

    >>> t = Text("وضع سليم على كتفه في البيت"); is_upon(t, 2)
    True
    """
    return text.forms[j] == ALI.stem and text.last_letter(j) == "ى" and _writes_fi(text)
