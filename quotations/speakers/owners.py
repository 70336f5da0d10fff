"""Whose words something holds in which they are said: مداخلة لمدير المعهد أكد فيها, ألقى فلان كلمة جاء فيها."""

from quotations.lexicon import of_class
from quotations.matching import forms_of
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse, parse_attached
from quotations.reports.events import Report
from quotations.reports.stands import TENOR
from quotations.words import wordclass as wc
from quotations.words.text import Text
from quotations.words.wordclass import classify

_INSIDE = forms_of("فيها فيه خلالها خلاله")
_SENT = forms_of("رسالة رسائل برقية مذكرة شكوى رد طلب")  # ل leads to who gets it
_OTHERS = forms_of("مقولة أقوال كلام رأي آراء قصيدة نص مشاركة")
_GIVES = of_class("issuing_verbs.tsv", "document") | of_class("issuing_verbs.tsv", "words")
_BY_IT = forms_of("بها به")
_FAR = 25  # tokens back to what holds the words
_NEAR = 6  # tokens from there to whose it is
_VERB = 14  # tokens from there back to the verb of who gives it
_BESIDE = 4  # tokens from an office without its name to what it gives
_PHRASE = 10  # tokens of who stands before that verb


def owner(text: Text, s: Sentence, r: Report) -> NounPhrase | None:
    """Whose speech or text a verb's فيها or خلاله means, or who gives it; None where the sentence names nobody so."""
    inside = _inside(text, r)
    if not inside:
        return None
    feminine = inside[-1] == "ا"
    for k in range(r.first - 1, max(s.first, r.first - _FAR) - 1, -1):
        w = classify(text.forms[k])
        if text.words[k] and not w.flags and text.forms[k].endswith("ا"):
            w = classify(text.forms[k][:-1])  # بيانا
        held = (w.flags & (wc.OCCASION | wc.DOCUMENT) and not w.flags & wc.ORGANIZATION) or w.stem in _OTHERS
        if w.definite and classify(text.forms[k - 1]).flags & wc.PERSON_HEAD:
            continue  # ولي العهد
        if text.words[k] and held and (w.stem.endswith(("ه", "ات", "ء")) or w.stem[0] == "ا") == feminine:
            return _of(text, k, w.stem, r.first) or _giver(text, s, k, r.first)
    return None


def _inside(text: Text, r: Report) -> str:
    """The word that takes up what holds the words: قالت (فيها), (جاء فيه), (نصه); none elsewhere."""
    if r.style != "finite":
        return ""
    if r.form is None and (text.forms[r.last] in _INSIDE or text.forms[r.last] in TENOR):
        return text.forms[r.last]
    after = text.forms[r.last + 1]
    return after if after in _INSIDE else ""


def _giver(text: Text, s: Sentence, k: int, end: int) -> NounPhrase | None:
    """أصدر المجلس بيانا جاء فيه, أن الوزير أجرى مقابلة قال فيها: the subject of the verb that gives the noun at `k`."""
    for verb in range(k - 1, max(s.first, k - _VERB) - 1, -1):
        form = text.forms[verb]
        if form not in _GIVES and not (form[0] in "وف" and form[1:] in _GIVES):
            continue
        np = parse(text, verb + 1, end) if verb + 1 < k else None
        if np is not None and np.last < k and (np.has_name or np.head >= 0):
            return np if np.has_name or k - np.last <= _BESIDE else None
        for start in range(max(s.first, verb - _PHRASE), verb):
            np = parse(text, start, verb) if text.words[start] else None
            if np is not None and np.last == verb - 1 and (np.has_name or np.head >= 0):
                return np
        return None
    return None


def _of(text: Text, k: int, stem: str, end: int) -> NounPhrase | None:
    """Whose the noun at `k` is: in the genitive, behind ل, or the subject of a verb that takes it up (ألقاها فلان)."""
    for j in range(k + 1, min(k + 1 + _NEAR, end)):
        if not text.words[j]:
            return None
        w = classify(text.forms[j])
        attached = w.prep == "ل"
        if text.forms[j] == "من" and j == k + 1:
            continue  # كلمة من المدير فلان قال فيها
        if text.forms[j] in _BY_IT or (not attached and _is_passed_over(text, j)):
            continue
        if w.flags & (wc.PREPOSITION | wc.RELATIVE) or (w.prep and (not attached or stem in _SENT)):
            return None
        np = parse_attached(text, j, end) if attached else parse(text, j, end)
        if np is not None and np.kind == "person" and (np.has_name or np.head >= 0):
            return np
        if attached:
            return None
    return None


def _is_passed_over(text: Text, j: int) -> bool:
    """Whether a verb that takes up the noun before it, or an adjective of that noun, stands at `j`: ألقاها, (أدلى) بها,
    بيانا (صحفيا)."""
    form = text.forms[j]
    if text.slice(j, j).endswith(("ه", "ها", "هُ")) or form in _GIVES:
        return True
    return form.endswith("ا") and bool(classify(form).flags & wc.NISBA)
