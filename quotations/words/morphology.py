"""What the letters of a word alone say: a verb in the future, the gender of a verb's subject, a verbal noun.

The patterns are those of the derived stems (Wright, A Grammar of the Arabic Language, vol. I, §§ 195-230), in matching
form, in which the hamzas of إفعال and انفعال look alike.
"""

import re

from quotations.words.cues import lookup
from quotations.words.memo import Memo
from quotations.words.phrase_words import VERBS
from quotations.words.wordclass import AUXILIARY, COMMON, HIS, classify

_MASDAR = re.compile(
    r"(?!\w+يه$)(?:است\w{2}ا\w|ا\wت\w?ا\w|ان\w{2}ا\w|ا\w{2}ا\w|ت\w{2}ي\w|ت[^اوي]{3}|ت\wا\w{2})"
)  # استقبال, اعتزام, انسحاب, إبقاء, تأكيد, تدخل, تعاون; not تقنية


_OWNED_MUFAALA = re.compile(r"م\wا\w{2}ت(?:هم|ها|ه)")  # مناشدته, مطالبتها


def is_masdar(stem: str) -> bool:
    """Whether a stem has the letters of a verbal noun.

    >>> is_masdar("ابقاء"), is_masdar("تاكيد"), is_masdar("كتاب")
    (True, True, False)
    """
    return _MASDAR.fullmatch(stem) is not None


def is_owned_masdar(form: str) -> bool:
    """A verbal noun with its pronoun: اعتزامه, تأكيدها, مناشدته."""
    if _OWNED_MUFAALA.fullmatch(form):
        return True
    return any(form.endswith(pronoun) and is_masdar(form[: -len(pronoun)]) for pronoun in HIS)


_OF_VERBS_ONLY = re.compile(r"(?!ت\w{2}ي\w$|\w+ان$|تست\w+ي$)(?:[يت]ت[^اويه][^وي]\w{1,2}|[يت]تا\w[^اي]|[يت]ست[^ا]\w{2})")


def looks_verbal(form: str) -> bool:
    """Whether a word that no list knows has the letters of a verb in the third person and of no name or noun: يتأفف,
    تتناسب, يستنجد (the fifth, sixth and tenth stems: Wright, A Grammar of the Arabic Language, vol. I, §§ 46-65).

    >>> [looks_verbal(form) for form in ("يتقبل", "وتستنجد", "تتميم", "ويتمان")]
    [True, True, False, False]
    """
    bare = form if form.startswith("ويت") else form.removeprefix("و")  # ويتفيلد: many a foreign name begins so
    return bare[0:1] in ("ي", "ت") and bool(_OF_VERBS_ONLY.fullmatch(bare)) and not classify(form).flags & ~COMMON


def is_listed_verb(form: str) -> bool:
    """Whether a word is a verb in the third person of which a list knows or that is one by its letters, with or without
    و."""
    return form.removeprefix("و") in VERBS or bool(classify(form).flags & AUXILIARY) or looks_verbal(form)


def is_feminine(verb: str) -> bool | None:
    """Whether the subject behind a verb in the third person is feminine; None where a ت at its head tells nothing.

    >>> [is_feminine(verb) for verb in ("وكانت", "بات", "يثبت", "تبقي")]
    [True, False, False, None]
    """
    verb = verb.removeprefix("و")
    if verb[-1:] == "ت" and verb[0] != "ي" and not is_listed_verb(verb + "ت"):  # بات: باتت
        return True
    return None if verb[:1] == "ت" else False


def _is_future(form: str) -> bool:
    verb = form.removeprefix("و").removeprefix("س")
    if len(verb) < 4 or form.removeprefix("و") == verb or verb[0] not in "يتن":
        return False
    return verb[0] == "ي" or "ي" + verb[1:] in VERBS or bool(classify(verb).flags or lookup(verb)[0])


# سيتخذ, وستكون, سنبني, not ستارلي: what stands behind the س is a word of its own.
is_future = Memo(_is_future).__getitem__
