"""Whom a bare share of a survey stands for: سئل أفراد العينة …، فقال 77% إنهم …."""

from quotations.lexicon import of_class
from quotations.matching import forms_of
from quotations.phrases.nouns import parse
from quotations.words.text import Text
from quotations.words.wordclass import classify

_ASKED = of_class("nouns.tsv", "asked")
_MEMBERS = forms_of("أفراد مفردات")  # أفراد العينة
_SAMPLE = forms_of("عينة دراسة استطلاع استبيان بحث")
_UNITS = forms_of("% ٪ في المائة المئة بالمائة بالمئة")
_REACH = 400  # tokens back to where those asked were named


def is_share(text: Text, first: int, last: int) -> bool:
    """Whether a phrase is nothing but a number with its percent sign."""
    if not text.forms[first][0].isdigit() and text.forms[first] not in _UNITS:
        return False
    forms = [f for f in text.forms[first : last + 1] if f not in _UNITS]
    return len(forms) <= 1 and all(f[0].isdigit() for f in forms)


def asked(text: Text, before: int) -> tuple[int, int] | None:
    """The tokens that name those asked, the last time before token `before`."""
    for k in range(before - 1, max(-1, before - _REACH), -1):
        w = classify(text.forms[k])
        sample = w.stem in _MEMBERS and k + 1 < before and classify(text.forms[k + 1]).stem in _SAMPLE
        if sample or (w.definite and not w.prep and w.stem in _ASKED):
            np = parse(text, k, before)
            return (k, np.last) if np is not None else (k, k + sample)
    return None
