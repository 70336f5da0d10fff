"""Whom a dual means without their names: التقى الوزير سليم الحداد ونظيره كمال السعيد. وأكد الوزيران أن ….

The dual counts exactly two, so that with the article it takes up the two who were named side by side last (Wright, A
Grammar of the Arabic Language, vol. I, § 294).
"""

from quotations.matching import forms_of
from quotations.people.registry import Registry
from quotations.phrases.nouns import NounPhrase
from quotations.words import wordclass as wc
from quotations.words.text import Text
from quotations.words.wordclass import classify

_REACH = 400  # tokens from the dual back to the names
_PEOPLE = forms_of("رجل شخص شاب شابة فتى فتاة سيدة شقيق شقيقة صديق صديقة زميل زميلة متهم متهمة مرشح مرشحة")


def two(text: Text, registry: Registry, np: NounPhrase) -> tuple[NounPhrase, NounPhrase] | None:
    """The phrases of the two people whom a dual takes up."""
    noun = one_of_two(text, np)
    if noun is None:
        return None
    second: NounPhrase | None = None
    for first in registry.phrases_before(np.first, _REACH):
        if (
            second is not None
            and first.has_name
            and _are_joined(text, first, second)
            and _are(text, first, second, noun)
        ):
            return first, second
        second = first if first.has_name and classify(text.forms[first.first]).conj else None
    return None


def one_of_two(text: Text, np: NounPhrase) -> str | None:
    """The singular of a dual with the article that people are called by: باحث of الباحثان; None for any other word."""
    w = classify(text.forms[np.first])
    dual = text.forms[np.first].removeprefix(w.conj)
    if np.has_name or np.joined or not w.definite or not dual.endswith(("ان", "تين")) or w.flags & wc.MASCULINE:
        return None
    if any(not text.forms[k].endswith(("ان", "تين")) for k in range(np.first + 1, np.last + 1)):
        return None
    noun = dual.removeprefix("ال")[:-2]
    noun = noun[:-1] + "ه" if noun.endswith("ت") else noun
    return noun if noun in _PEOPLE or classify(noun).flags & wc.PERSON_HEAD else None


def _are_joined(text: Text, first: NounPhrase, second: NounPhrase) -> bool:
    """Whether two phrases stand side by side, no third before or behind them."""
    after = classify(text.forms[second.last + 1]) if second.last + 1 < len(text) else classify("")
    more = after.conj and after.flags & (wc.GIVEN | wc.PERSON_HEAD)
    return second.first == first.last + 1 and not classify(text.forms[first.first]).conj and not more


def _are(text: Text, first: NounPhrase, second: NounPhrase, noun: str) -> bool:
    """Whether both may be called by a noun: neither has a title, or one has this one."""
    titles = {
        classify(text.forms[k]).stem
        for np in (first, second)
        for k in range(np.first, np.last + 1)
        if not np.name_first <= k <= np.name_last and classify(text.forms[k]).flags & wc.PERSON_HEAD
    }
    return noun in _PEOPLE or not titles or any(title.startswith(noun.removesuffix("ه")) for title in titles)
