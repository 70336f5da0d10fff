"""Where a text has more of a lone name that no list knows: يورام كديلين for كديلين."""

from collections import defaultdict

from quotations.matching import word_form
from quotations.phrases.ali import is_upon
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.morphology import is_future, looks_verbal
from quotations.words.phrase_words import BLESSINGS, OBJECTS, VERBS
from quotations.words.repeated import repeated
from quotations.words.text import Text
from quotations.words.wordclass import classify

_OF_VERBS = "يتنوف"  # letters with which a verb begins
_OF_OTHERS = ("ه", "ها", "هم", "هما", "نا", "ني", "ين", "ون", "ات")  # pronouns, and many
_IN_THE_NAME = word_form("باسم")
# What an office behind a surname is held of; a place, or another title, may be a surname itself (شيخ, ملك).
_COMPLEMENTS = wc.PORTFOLIO | wc.ORGANIZATION | wc.MEDIA | wc.BODY_NAME | wc.MEDIA_NAME


def whole(text: Text, form: str) -> tuple[int, int] | None:
    """Where a lone unknown name stands with more of it: words before a surname, or behind a first name.

    >>> t = Text("وصل يورام كديلين أمس. ثم تحدث كديلين."); t.slice(*(whole(t, "كديلين") or (0, 0)))
    'يورام كديلين'
    """
    seen: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    places = repeated(text).places(form)[:40]
    for at in places:
        if is_upon(text, at):
            continue
        for first, last in ((at - 2, at), (at - 1, at), (at, at + 1), (at, at + 2)):
            if (
                first >= 0
                and last < len(text)
                and not _is_title(text.forms[first])
                and all(k == at or _may_be_name(text, k, k > at) for k in range(first, last + 1))
            ):
                seen[tuple(text.forms[first : last + 1])].append((first, last))
    best: tuple[int, int] | None = None
    best_score = 0
    for forms, spans in seen.items():
        given = bool(classify(forms[0]).flags & wc.GIVEN)
        score = 10 * min(len(spans), 3) * (len(spans) > 1) + 15 * given + len(forms)
        if (
            given or len(spans) > 1 or (spans[0][0] < spans[0][1] and len(places) > 1 and forms[-1] == form)
        ) and score > best_score:
            best, best_score = spans[0], score
    return best


def _may_be_name(text: Text, k: int, behind: bool) -> bool:
    """Whether the word at token `k` may be a name's, before a surname or `behind` a first name."""
    form = text.forms[k]
    if not text.words[k] or form[0].isdigit():
        return False
    if not behind and form == "الان" and text.alif(k) == "آ":
        return True  # آلان, not الآن
    w = classify(form)
    verb = is_future(form) or looks_verbal(form) or (not behind and _is_verb(form))
    if not w.flags & wc.GIVEN and (verb or form.endswith("وا")):
        return False  # دخلوا, سيتخذ, يسعى, يستخدمها: verbs
    if behind and form[-1] == "ا" and not form.endswith("يا") and classify(form[:-1]).flags & wc.COMMON:
        return False  # موقفا: an object
    if behind and w.flags & wc.TITLE and classify(text.forms[k + 1]).flags & _COMPLEMENTS:
        return False  # مالك الشركة
    if w.flags & wc.GIVEN and not w.flags & wc.FUNCTION:
        return form not in BLESSINGS or text.forms[k + 1 : k + 2] != ["الله"]  # عمر رضي الله عنه
    return not w.flags and not w.conj and not w.prep and not w.definite and len(w.stem) > 2 and not lookup(form)[0]


def is_first_and_last(text: Text, form: str, first: int, last: int) -> bool:
    """Whether two words are a first name and `form` as a surname: neither looks like a verb, has a pronoun, or is an
    object."""
    before, w = text.forms[first], classify(text.forms[first])
    if last != first + 1 or text.forms[last] != form or first in text.tanwin or last in text.tanwin:
        return False
    if form[0] in _OF_VERBS or form.endswith(_OF_OTHERS) or w.definite or w.prep or before == _IN_THE_NAME:
        return False
    return bool(w.flags & wc.GIVEN) or not (before[0] in _OF_VERBS or before.endswith(("ت", *_OF_OTHERS)))


def _is_verb(form: str) -> bool:
    """A third person of a listed verb, with or without its object (ه alone ends names, too)."""
    objects = (suffix for suffix in OBJECTS if suffix != "ه" and form.endswith(suffix))
    return form in VERBS or looks_verbal(form) or any(form.removesuffix(suffix) in VERBS for suffix in objects)


def _is_title(form: str) -> bool:
    """الأمير, السيد: a first name too, but before a lone name the title of whoever has it."""
    w = classify(form)
    return w.definite and bool(w.flags & wc.HONORIFIC)
