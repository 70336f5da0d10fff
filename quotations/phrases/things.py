"""Chains that a thing heads: حرص الوزير, توثيق الهجوم, منطق المصلحة. Who stands inside them does not speak."""

from quotations.lexicon import of_class
from quotations.phrases.walk import NounPhrase
from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.morphology import is_masdar
from quotations.words.text import Text
from quotations.words.wordclass import classify

# Plain nouns that are people, or a part of them, or stand before whoever speaks (نفس المصدر).
PEOPLE = of_class("nouns.tsv", "people")
TELLING = of_class("nouns.tsv", "telling")  # تفاصيل الحادث تشير إلى أن
_NAMED = wc.HEAD | wc.GIVEN | wc.SURNAME | wc.PLACE | wc.BODY_NAME | wc.MEDIA_NAME | wc.PORTFOLIO
_KNOWN = wc.HEAD | wc.COMMON | wc.NISBA | wc.PLACE | wc.DEMONSTRATIVE


def is_thing(text: Text, np: NounPhrase) -> bool:
    """Whether an ordinary noun or a masdar without the article opens the phrase before more of it.

    >>> from quotations.phrases.nouns import parse
    >>> t = Text("حرص وزير الصحة على"); is_thing(t, parse(t, 0, 3))
    True
    """
    first = classify(text.forms[np.first])
    if np.last == np.first or np.fixed or np.kind == "document" or np.head == np.first:
        return False
    if first.definite or first.prep or first.flags & _NAMED or not first.flags & (wc.COMMON | wc.NAME_MARK):
        return False
    stem = first.stem
    if stem in PEOPLE or stem in TELLING or stem in words.OF:
        return False
    form = text.forms[np.first + 1]
    after = classify(form)
    plain = first.flags & wc.COMMON and (stem in words.PLAIN_NOUNS or is_masdar(stem))
    if np.name_first == np.first or not plain:
        return bool(plain or np.kind in ("person", "group")) and _is_of_a_thing(form)  # ظاهرة إقبال اللاعبين
    names = after.flags & (wc.GIVEN | wc.SURNAME) and not after.flags & wc.HEAD
    return text.words[np.first + 1] and not names and bool(after.definite or after.flags & _KNOWN)


def _is_of_a_thing(form: str) -> bool:
    """Whether a word that may be more of a name is what another noun is of: موقف بلاده, فكرة إنشاء."""
    if form.startswith("ال") or classify(form).flags & (wc.GIVEN | wc.SURNAME | wc.HEAD):
        return False  # أوان الكويتية
    if is_masdar(form) and classify(form).flags & wc.COMMON:
        return True
    return any(wc.without_pronoun(form, pronoun)[1] & wc.COMMON for pronoun in wc.HIS if form.endswith(pronoun))


def tells(text: Text, np: NounPhrase) -> bool:
    """Whether a phrase that names nobody is something that tells: an ordinary noun, a masdar or a plural in ـات.

    >>> from quotations.phrases.nouns import parse
    >>> [tells(t, parse(t, 0, len(t))) for t in map(Text, ("المشاهدات الأولية", "التصميم", "الشابة", "الحداد"))]
    [True, True, False, False]
    """
    if np.kind != "person" or np.head >= 0 or np.has_name or np.joined or np.fixed:
        return False
    first = classify(text.forms[np.first])
    if not first.definite or first.flags & (_NAMED | wc.NISBA) or first.stem in PEOPLE:
        return False
    if first.stem in words.PLAIN_NOUNS or first.stem.endswith("ات"):
        return True
    return bool(first.flags & wc.COMMON) and is_masdar(first.stem) and not first.stem.endswith("ان")
