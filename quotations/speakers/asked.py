"""Who was asked and answers: سئل فلان عن كذا فقال, قيل لفلان: …؟ قال, يا رسول الله …؟ قال."""

from quotations.matching import forms_of, with_and
from quotations.phrases.nouns import NounPhrase, parse, parse_attached
from quotations.reports.events import Report
from quotations.words.formulas import PROPHET, formula
from quotations.words.phrase_words import MARKS_OPEN
from quotations.words.text import Text
from quotations.words.wordclass import classify

_ASKED = with_and("سئل سئلت")  # not يسأل, which nothing tells from «he asks»
_TOLD = with_and("قيل")
_CALL = forms_of("يا")
_ANSWERS = forms_of("قال قالت فقال فقالت أجاب أجابت فأجاب فأجابت رد ردت فرد فردت أجابه فأجابه")
_FAR = 45  # tokens from the question back to who is asked


def asked(text: Text, since: int, r: Report) -> NounPhrase | None:
    """Who was asked before a verb of answering without a subject, from token `since` on; the nearest question decides,
    and it may not say whom it asks."""
    if r.style != "finite" or text.forms[r.first] not in _ANSWERS:
        return None
    answered, said = text.forms[r.first][0] == "ف", False
    for k in range(r.first - 1, max(since, r.first - _FAR) - 1, -1):
        form = text.forms[k]
        answered = answered or form == "؟"
        if form in _ASKED:
            return _somebody(text, parse(text, k + 1, r.first))
        if form in _TOLD:
            attached = classify(text.forms[k + 1]).prep == "ل"
            return _somebody(text, parse_attached(text, k + 1, r.first)) if attached else None
        if form in _CALL and answered and not said and (found := formula(text, k + 1)) and found[0] == PROPHET:
            return NounPhrase(k + 1, k + found[1], "scripture", feminine=False, fixed=PROPHET)
        said = said or form in _ANSWERS
        if said and not answered:
            return None
    return None


def _somebody(text: Text, np: NounPhrase | None) -> NounPhrase | None:
    """A person, by name or by office, or one who is honoured; no office before a name in marks (الإمام «…»)."""
    if np is None or np.joined or np.kind not in ("person", "scripture"):
        return None
    office = np.head >= 0 and text.forms[np.last + 1] not in MARKS_OPEN
    return np if np.fixed or np.has_name or office else None
