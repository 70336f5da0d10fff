"""Who issued a document that speaks: أصدرت الوزارة بيانا …, تقرير صادر عن المنظمة …, دراسة أجرتها الجامعة …,
دراسة قامت بها الجامعة …."""

from collections.abc import Iterator
from dataclasses import replace

from quotations.lexicon import of_class
from quotations.matching import forms_of
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.words import wordclass as wc
from quotations.words.landmarks import Landmark
from quotations.words.phrase_words import DID, ISSUED, IT, MARKS_CLOSE, MARKS_OPEN
from quotations.words.text import Text
from quotations.words.wordclass import classify, without_pronoun

_ISSUES = of_class("issuing_verbs.tsv", "document")
_FROM = forms_of("صادر الصادر صادرة الصادرة صدر صدرت يصدر تصدر")
_REVEALED, _OF_THEM = forms_of("كشف كشفت أعلن أعلنت"), forms_of("عنه عنها")
_WHAT = forms_of("ما عما مما بما لما فيما وما")  # ما قامت به الشركة: no document
_ISSUING = Landmark(proclitic + form for form in ISSUED | _FROM | _ISSUES | _REVEALED | DID for proclitic in ("", "و"))
_BEHIND = 10  # tokens between the verb and what was issued
_OWN = 16  # tokens between a verb of reporting and the speaker's document
_NAME = 14  # tokens of a name in marks at most
_BEFORE = 10  # tokens between the document and the words that tell who issued it


def issuers(text: Text, s: Sentence) -> Iterator[tuple[int, NounPhrase]]:
    """The documents of a sentence, by the token of their noun, each with the noun phrase of whoever issued it."""
    for k in text.where(_ISSUING, s.first, s.last - 1) if s.first < s.last else ():
        form = text.forms[k]
        plain = form[1:] if form[0] == "و" and form not in _ISSUES else form  # وجه
        at, begins, end = -1, k + 1, s.last + 1
        of_it = (plain in _REVEALED and text.forms[k + 1] in _OF_THEM) or (
            plain in DID and text.forms[k + 1] in IT and text.forms[k - 1] not in _WHAT
        )
        if plain in ISSUED or of_it:
            begins += of_it
            at = _document(text, range(k - 1, max(s.first, k - _BEFORE) - 1, -1))
        elif plain in _FROM and (preposition := _past_time(text, k + 1, s.last)) > 0:
            at, begins = _document(text, range(k - 1, max(s.first, k - _BEFORE) - 1, -1)), preposition + 1
        elif plain in _FROM and (source := _source(text, k, s.last)) > 0:
            at, begins = _document(text, range(k + 1, source)), source + 1
        elif plain in _ISSUES and text.words[k + 1]:
            at = end = _document(text, range(k + 2, min(s.last, k + _BEHIND) + 1))
        while begins < end and classify(text.forms[begins]).flags & (wc.TIME | wc.ADVERB):
            begins += 1  # تقرير أصدرته مؤخرا وكالة كذا
        np = _named(text, begins, end) if at >= 0 and begins < end else None
        if np is None or not (np.head >= 0 or np.has_name):
            continue
        if np.kind != "document" or classify(text.forms[np.head]).flags & wc.ORGANIZATION:  # أصدرت المبادرة بلاغا
            yield at, np


def _named(text: Text, first: int, end: int) -> NounPhrase | None:
    """The phrase that begins at token `first`; in marks it goes on to the last of them: أنجزه "تحالف … من أجل …"."""
    if text.forms[first] not in MARKS_OPEN or first + 1 >= end:
        return parse(text, first, end)
    np = parse(text, first + 1, end)
    close = next((k for k in range(first + 2, min(end, first + _NAME)) if text.forms[k] in MARKS_CLOSE), -1)
    return np if np is None or close <= np.last or np.kind != "organization" else replace(np, last=close - 1)


def own_document(text: Text, first: int, last: int) -> str | None:
    """The stem of the document of their own in which somebody speaks: … في تقريرها السنوي."""
    for k in range(first, min(last, first + _OWN)):
        if text.forms[k] == "في" and text.words[k + 1]:
            for pronoun in wc.HIS:
                noun, flags = without_pronoun(text.forms[k + 1], pronoun)
                if len(noun) > 2 and flags & wc.DOCUMENT:
                    return classify(noun).stem
    return None


def behind_clause(text: Text, first: int, last: int) -> str | None:
    """The stem of the document that is named behind somebody's words: …، في بيان صدر أمس."""
    for k in range(first + 1, last):
        if text.forms[k] == "في" and text.forms[k - 1] in '،,»"”':
            w = classify(text.forms[k + 1])
            if text.words[k + 1] and w.flags & wc.DOCUMENT and not w.definite:
                return w.stem
    return None


def _past_time(text: Text, k: int, last: int) -> int:
    """صادر عن المجلس, صادر اليوم الاثنين عن المجلس: where the preposition stands; 0 where there is none."""
    while k < last and text.words[k] and classify(text.forms[k]).flags & wc.TIME:
        k += 1
    return k if text.forms[k] in ("عن", "من") else 0


def _source(text: Text, k: int, last: int) -> int:
    """صدر تقرير جديد عن المنظمة: where عن stands behind the verb at token `k` and its document; 0 where nowhere."""
    return next((j for j in range(k + 2, min(k + 6, last)) if text.forms[j] == "عن"), 0)


def _document(text: Text, tokens: range) -> int:
    """The first of these tokens that is a document, -1 where none is; one with a preposition may be what another is for
    (التقرير الأولي لملاحظة الانتخابات الذي أنجزه …)."""
    found = [j for j in tokens if text.words[j] and classify(text.forms[j]).flags & wc.DOCUMENT]
    return next((j for j in found if not classify(text.forms[j]).prep), found[0] if found else -1)
