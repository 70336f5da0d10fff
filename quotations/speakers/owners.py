"""Whose words something holds in which they are said: مداخلة لمدير المعهد فلان أكد فيها, خطبة فلان التي قال فيها."""

from quotations.matching import forms_of
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse, parse_attached
from quotations.reports.events import Report
from quotations.words import wordclass as wc
from quotations.words.text import Text
from quotations.words.wordclass import classify

_INSIDE = forms_of("فيها فيه خلالها خلاله")
_SENT = forms_of("رسالة رسائل برقية مذكرة شكوى رد طلب")  # ل leads to who gets it
_OTHERS = forms_of("مقولة أقوال كلام رأي آراء قصيدة نص مشاركة")
_FAR = 25  # tokens back to what holds the words
_NEAR = 6  # tokens from there to whose it is


def owner(text: Text, s: Sentence, r: Report) -> NounPhrase | None:
    """The person whose speech or text a verb's فيها or خلاله means; None where the sentence names nobody so."""
    inside = text.forms[r.last + 1 : r.last + 2]
    if r.style != "finite" or not inside or inside[0] not in _INSIDE:
        return None
    feminine = inside[0][-1] == "ا"
    for k in range(r.first - 1, max(s.first, r.first - _FAR) - 1, -1):
        w = classify(text.forms[k])
        held = w.flags & (wc.OCCASION | wc.DOCUMENT) or w.stem in _OTHERS
        if text.words[k] and held and (text.forms[k].endswith(("ه", "ات", "ء")) or w.stem[0] == "ا") == feminine:
            return _of(text, k, w.stem, r.first)
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
        if w.flags & (wc.PREPOSITION | wc.RELATIVE):
            return None
        if w.prep and (not attached or stem in _SENT):
            return None
        if not attached and text.slice(j, j).endswith(("ه", "ها", "هُ")):
            continue  # كتبه, ألقاها
        np = parse_attached(text, j, end) if attached else parse(text, j, end)
        if np is not None and np.kind == "person" and (np.has_name or np.head >= 0):
            return np
        if attached:
            return None
    return None
