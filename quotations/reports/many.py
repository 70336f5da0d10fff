"""Who the many are before a verb in the plural: لكن كثيرا من التجار في السوق يقولون, في أعين السكان، الذين يرون."""

from quotations.matching import forms_of, with_and
from quotations.phrases.nouns import NounPhrase, parse
from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.text import Text
from quotations.words.wordclass import classify

_LONGEST = 14  # tokens from the clause's beginning to its verb
_BUT = with_and("لكن لأن")
_EVEN = forms_of("حتى أيضا")
_SOME = forms_of("كثيرا عديدا عددا بعضا")  # accusatives behind إن and لكن
_MANY = ("ون", "ين", "ات")


def many_before(text: Text, low: int, stop: int) -> NounPhrase | None:
    """The phrase of many that ends at token `stop`, right before a verb in the plural; it follows أن or لكن, or stands
    before a relative pronoun. None where no such phrase does; nothing before token `low` is looked at.

    >>> t = Text("لكن كثيرا من التجار في السوق يقولون إن"); p = many_before(t, 0, 5); t.slice(p.first, p.last)
    'كثيرا من التجار في السوق'
    """
    if text.words[stop] and classify(text.forms[stop]).flags & wc.RELATIVE:
        last = stop - 1 - (text.forms[stop - 1] in "،,")
        if text.forms[stop] not in words.THOSE_WHO:
            return None
        return _antecedent(text, max(low, last - _LONGEST), last)
    start = _clause_start(text, max(low, stop - _LONGEST), stop)
    np = _some(text, start, stop) if 0 <= start <= stop else None
    if np is None or (np.has_name and not text.forms[np.first].endswith("ون")) or text.forms[np.first][0] in "يت":
        return None  # أنهم يمتلكون …
    many = np.kind == "group" or np.plural or text.forms[np.first].endswith("ون")
    if not many or any(classify(f).flags & wc.DEMONSTRATIVE for f in text.forms[np.first : np.last + 1]):
        return None
    after = classify(text.forms[np.last + 1])
    last = np.last if np.last < stop and after.flags & (wc.TIME | wc.ADVERB) else stop
    return NounPhrase(np.first, last, "group", head=np.head, plural=True, cut=np.cut)


def clause_noun(text: Text, low: int, stop: int, feminine: bool | None) -> NounPhrase | None:
    """The noun behind أن, لكن or their like (اسم إنّ) that a verb behind token `stop` has as its subject, whatever it
    means: nothing but its own words stands between. `feminine` is the verb's gender, None where it is in the plural.

    >>> t = Text("إلا أن الجباية البلدية أكدت أن"); p = clause_noun(t, 0, 3, True); t.slice(p.first, p.last)
    'الجباية البلدية'
    """
    start = _clause_start(text, max(low, stop - _LONGEST), stop)
    while 0 <= start < stop and text.forms[start] in _EVEN:
        start += 1
    if not 0 <= start <= stop:
        return None
    first, form = classify(text.forms[start]), text.forms[start]
    no_noun = first.prep or first.conj or first.flags & (wc.FUNCTION | wc.TIME) or form.endswith("ما")  # لطالما
    own = not first.flags & wc.HEAD and text.slice(start, start).endswith((*wc.HIS, "نا"))  # إن فحوصها أظهرت أن
    if not text.words[start] or no_noun or own:
        return None
    np = parse(text, start, stop + 1)
    last = np.last if np is not None else start
    if last < stop:
        described = classify(text.forms[last + 1]).flags & wc.RELATIVE
        if not described and not all(_goes_on(text, k) for k in range(last + 1, stop + 1)):
            return None
        last = last if described else stop
    ending = text.last_letter(start) == "ة" or first.stem.endswith("ات")
    if feminine is not None and (not first.definite and start == last and first.flags & wc.COMMON):
        return None
    if feminine is False and ending:
        return None
    if feminine and not ending and first.flags & wc.MASCULINE:
        return None
    if np is not None and np.last == last:
        return np
    return NounPhrase(start, last, "group" if feminine is None else "organization", head=start, plural=feminine is None)


def _goes_on(text: Text, k: int) -> bool:
    """Whether a noun's own words may go on with token `k`: what is definite, or belongs to the noun before."""
    w = classify(text.forms[k])
    return text.words[k] and w.definite and not w.conj and not w.prep


def _clause_start(text: Text, low: int, stop: int) -> int:
    """Where the clause begins whose verb follows token `stop`: behind أن or لكن (أن كثيرا من التجار); -1 where a verb
    or a sign stands between, or where neither stands after token `low`."""
    for k in range(stop, low - 1, -1):
        form = text.forms[k]
        if not text.words[k]:
            return -1
        w = classify(form)
        if w.flags & wc.THAT or form in _BUT:
            return k + 1
        finite = any(r.shape in ("past", "present") for r in lookup(form)[0]) and not w.definite
        if (finite and not w.flags & (wc.GIVEN | wc.SURNAME | wc.HEAD)) or form in words.VERBS:
            return -1
    return -1


def _some(text: Text, start: int, stop: int) -> NounPhrase | None:
    """The phrase at token `start`, an accusative of quantity (كثيرا من) among them."""
    if text.forms[start] in _SOME and text.forms[start + 1 : start + 2] == ["من"] and start + 2 <= stop:
        np = parse(text, start + 2, stop + 1)
        return NounPhrase(start, np.last if np else start + 2, "group", plural=True)
    return parse(text, start, stop + 1)


def _antecedent(text: Text, low: int, last: int) -> NounPhrase | None:
    """The people right before الذين, with their adjectives (رأي الخبراء العرب الذين)."""
    first = last + 1
    for k in range(last, low - 1, -1):
        w = classify(text.forms[k])
        several = w.stem.endswith(_MANY) or w.flags & (wc.GROUP | wc.PLURAL) or w.stem in words.MANY
        if not text.words[k] or not w.definite or w.prep or not several:
            break
        first = k
    if first > last:
        return None
    return NounPhrase(first, last, "group", plural=True)
