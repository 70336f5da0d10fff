"""Datelines: where a story comes from, القاهرة (رويترز) -, واشنطن -- , سبق - الرياض:, and nobody's words or subject."""

from collections.abc import Callable
from functools import reduce
from operator import or_

from quotations.words import wordclass as wc
from quotations.words.text import Text
from quotations.words.wordclass import classify

_DASHES = frozenset({"-", "–", "—", "--", "ـ"})
_RULES = _DASHES | {"/"}  # in a line that a colon ends
_LONGEST = 10  # tokens
_OUTLET = wc.MEDIA | wc.MEDIA_NAME
_ORIGINS = frozenset({"المصدر", "مصدر", "العدد", "رابط", "كلمات", "تصوير", "تويتر", "بقلم", "كتب"})


def behind(text: Text, first: int, stop: int) -> int:
    """The first token behind the dateline that begins at token `first`, before `stop`; `first` where none does."""
    dash = next((k for k in range(first, min(first + _LONGEST, stop)) if text.forms[k] in _DASHES), -1)
    if dash > first and (after := _behind_letters(text, dash)):
        return after
    if dash <= first + 1 or dash + 1 >= len(text):
        return first
    twice = text.forms[dash + 1] in _DASHES
    return dash + 1 + twice if twice or _names_agency(text, dash) else first


def _behind_letters(text: Text, dash: int) -> int:
    """القاهرة-ا ف ب -: the token behind an agency's letters between dashes; 0 where none stand there."""
    k = dash + 1
    while text.words[k] and len(text.forms[k]) == 1 and not text.forms[k].isdigit():
        k += 1
    return k + 1 if k > dash + 2 and text.forms[k] in _DASHES else 0


def _names_agency(text: Text, dash: int) -> bool:
    """Whether an outlet in brackets stands before a dash, (رويترز) –, not somebody's age or party."""
    name = text.forms[dash - 2]
    return text.forms[dash - 1] == ")" and (
        (name.isascii() and name.isalpha()) or bool(classify(name).flags & wc.MEDIA_NAME)
    )


def is_dateline(text: Text, first: int, colon: int, names_outlet: Callable[[int], bool]) -> bool:
    """Whether what a colon ends is one: سبق - الرياض:, لوزان - أ ف ب:, هونج كونج رويترز:, المصدر: …

    Not so وزير خارجية كذا لرويترز:, where the outlet is whom somebody has told.
    """
    told = _told(text, first, colon)
    if told and _RULES.isdisjoint(text.forms[first:told]):
        return False
    flags = [classify(text.forms[k]).flags for k in range(first, colon) if text.words[k]]
    if not flags:
        return False
    every = reduce(or_, flags, 0)
    place, dash = every & wc.PLACE, not _RULES.isdisjoint(text.forms[first:colon])
    named = 1 if text.forms[first] == "مصدر" else 3  # «مصدر:» names where it comes from, «مصدر أمني:» speaks
    source = text.forms[first] in _ORIGINS and colon - first <= named
    # هونج كونج رويترز: — an agency's name last, behind a place that no list knows
    agency = colon - first > 1 and bool(flags[-1] & wc.MEDIA_NAME) and not classify(text.forms[colon - 1]).prep
    agency = agency and not reduce(or_, flags[:-1], 0) & (wc.HEAD | wc.GIVEN | wc.PREPOSITION)
    if source or agency or (dash and place):
        return True
    return bool(dash or place) and (bool(every & wc.MEDIA_NAME) or any(names_outlet(k) for k in range(first, colon)))


def _told(text: Text, first: int, colon: int) -> int:
    """The token behind `first` at which «to an outlet» begins (لرويترز, لـ«النهر»); 0 where none does."""
    for k in range(first + 1, colon):
        to = text.forms[k] == "ل" and k + 1 < colon
        if to or (text.words[k] and classify(text.forms[k]).prep == "ل" and classify(text.forms[k]).flags & _OUTLET):
            return k
    return 0
