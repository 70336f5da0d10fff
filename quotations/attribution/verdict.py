"""Whether a marked span is somebody's words: a small model over eleven named features.

Nearly half of the marked spans of newswire hold names, titles of works and emphasis (46 % have two words or fewer), and
no single sign tells them from a quoted fragment. The weights are learned (`bench/train.py`) and lie in
`weights/verdict.json`.
"""

import json
import math
import re
from collections import Counter
from functools import cache
from importlib.resources import files

from quotations.attribution.links import Link
from quotations.matching import forms_of, word_form
from quotations.page.marks import Marked
from quotations.phrases.nouns import parse
from quotations.reports.events import Report
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.morphology import is_future
from quotations.words.text import Text
from quotations.words.wordclass import classify

NAMES = (
    "opened",  # a colon or أن stands right before
    "lead",  # the cue reaches the mark with nothing but subject and frame, or marks of its own, between
    "clause",  # inside an unmarked clause that somebody says
    "evaluates",  # the cue names or judges: وصف، اتهم
    "length",  # log2 of the words, at most 5
    "name_before",  # قناة، حركة، فيلم right before, and 2 for تحت عنوان
    "verbal",  # it begins as names hardly do: a verb, its particle (لم، هل), a preposition, an accusative, أسفه
    "name_like",  # the share of words that are names, numbers, Latin or unknown
    "indefinite",  # it begins with two ordinary words without the article: خطوة خطيرة; names are mostly definite
    "construct",  # four words or fewer, a noun and its definite genitive: طريق اللؤلؤ; not تحسين الطريق
    "repeated",  # three words or fewer, marked three times or more: a name the text keeps in marks
)


_PARTICLES = forms_of("إذ بل لكن حيث لم لن لا هل قد لقد ليس ليست كان كانت كنا كنت أن إن إنه إنها سوف نحن أنا إذا لو")
_NAMING = forms_of("حول مثل مثلا منها منهم بعنوان باسم بينها بينهم يدعى تدعى بشعار وسم هاشتاغ")
_NAMED = wc.GIVEN | wc.SURNAME | wc.PLACE | wc.BODY_NAME | wc.MEDIA_NAME | wc.HEAD
_SURA = word_form("سورة")
_DEGREES = forms_of("غير عدم شديد شديدة بالغ بالغة كامل كاملة كل بعض جميع أي قليل كثير مزيد")  # no name begins so
_MASDAR = re.compile(r"ا\w{2,5}ا\w|ا\w\wا\wه|ت\w{2,3}ي\w|ت\w\wيه")  # إطلاق, إراقة, استعمال, تحرير, تسمية
_VERB_ENDINGS = ("ته", "تها", "تهم", "ون", "تت")  # behind a definite noun
_LONGEST_NAME = 12  # words
_NO_NOUN = wc.FUNCTION | wc.DEMONSTRATIVE
_ENOUGH = 5  # words in marks that are no name
_IDENTITY = forms_of("اسمه اسمها اسمهم أسمائهم")
_WITHHELD = forms_of("عن ذكر كشف نشر")
_TITLED = forms_of("عنوان شعار اسم مسمى بعنوان باسم")


@cache
def weights() -> dict[str, float]:
    """Feature name to weight, and "bias"."""
    data: dict[str, float] = json.loads(
        files("quotations.weights").joinpath("verdict.json").read_text(encoding="utf-8")
    )
    return data


def probability(features: dict[str, float]) -> float:
    """The probability that the span is somebody's words."""
    w = weights()
    z = w["bias"] + sum(w.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-z))


class Repetition:
    """How often each marked form stands in the text: counted once a text, in linear time."""

    def __init__(self, text: Text, marked: list[Marked]) -> None:
        self._marked = Counter(self._key(text, m) for m in marked)

    @staticmethod
    def _key(text: Text, m: Marked) -> tuple[str, ...]:
        return tuple(text.forms[m.first : min(m.last, m.first + 8) + 1])

    def repeated(self, text: Text, m: Marked) -> bool:
        """Whether it is short and marked three times or more: a name the text keeps in marks."""
        key = self._key(text, m)
        return len(key) <= 3 and self._marked[key] > 2


def features_of(text: Text, m: Marked, link: Link, r: Report, repetition: Repetition) -> dict[str, float]:
    """The features of one marked span, by the names of `NAMES`."""
    before = m.opening - 1
    words = [k for k in range(m.first, min(m.last, m.first + 40) + 1) if text.words[k]]
    classes = [classify(text.forms[k]) for k in words]
    total = len(words) or 1
    whole = _is_body(text, m, total)
    names = total if whole else sum(_is_name(text, k, w) for k, w in zip(words, classes, strict=True))
    name_before = _names(text, before, m.first, total)
    titled = name_before and _is_titled(text, before)
    name_before = name_before and (titled or total <= _LONGEST_NAME)
    in_subject = r.np is not None and r.np.last == before and not (total <= 3 and _goes_on(text, m))
    return {
        "opened": float(
            before >= 0 and (text.forms[before] == ":" or bool(classify(text.forms[before]).flags & wc.THAT))
        ),
        "lead": float(link.relation in ("lead", "after", "coordinated") or _is_closed(m, link, r)),
        "clause": float(link.relation == "clause"),
        "evaluates": float(r.form is not None and r.form.strength == "e"),
        "length": min(5.0, math.log2(total)),
        "name_before": float(name_before and not in_subject) + titled,
        "verbal": float(bool(words) and not name_before and _begins_clause(text, words[0], classes[0])),
        "name_like": names / total,
        "indefinite": float(_is_indefinite(text, words, classes)),
        "construct": float(_is_construct(text, words, classes)),
        "repeated": float(repetition.repeated(text, m)),
    }


def is_name(text: Text, m: Marked) -> bool:
    """Whether what stands before the marks, or their words, show a name: the title of a book, a body, a slogan."""
    words = sum(text.words[m.first : m.last + 1])
    return _names(text, m.opening - 1, m.first, words) or _is_body(text, m, words)


def _is_indefinite(text: Text, words: list[int], classes: list[wc.Word]) -> bool:
    """خطوة خطيرة, عملا إرهابيا: two ordinary words without the article, and no genitive with one (حال سوق النهر)."""
    if len(words) < 2 or not all(_is_ordinary(text, k, w) for k, w in zip(words[:2], classes[:2], strict=True)):
        return False
    return not (2 < len(words) < _ENOUGH and classes[2].definite and not classes[2].prep)


def _is_ordinary(text: Text, k: int, w: wc.Word) -> bool:
    if w.definite or w.prep or w.flags & (wc.GIVEN | wc.PLACE | wc.BODY_NAME | wc.MEDIA_NAME | wc.FUNCTION):
        return False
    if not w.flags and text.forms[k].endswith(("ي", "يه")) and text.words[k - 1] and len(text.forms[k]) > 4:
        return True  # رد إيجابي
    return bool(w.flags & (wc.COMMON | wc.NISBA | wc.HEAD)) or _inflected(text.forms[k])


def _is_construct(text: Text, words: list[int], classes: list[wc.Word]) -> bool:
    """طريق اللؤلؤ, حافة نهر المدينة: a noun and its definite genitive, as most names of several words are."""
    if not 2 <= len(words) < _ENOUGH:
        return False
    first, form = classes[0], text.forms[words[0]]
    if not first.flags or first.definite or first.prep or first.conj or first.flags & _NO_NOUN or form in _DEGREES:
        return False
    if _is_owned(text, words[0]) or (form[0] in "يتن" and _is_verbal(form) and not first.flags & wc.COMMON):
        return False
    if not first.flags & (wc.HEAD | wc.NAME_MARK) and _MASDAR.fullmatch(form):
        return False
    chained = len(words) > 2 and classes[1].flags & wc.COMMON and not classes[1].definite
    rest = classes[2:] if chained else classes[1:]
    return all(w.definite and not w.prep for w in rest) and not rest[0].conj  # not وقف العمل فورا


def _is_closed(m: Marked, link: Link, r: Report) -> bool:
    """شبكة «معقدة»، على حد قول فلان: the attribution stands right behind the marks."""
    return link.relation == "closes" and m.closing >= 0 and r.first - m.closing <= 2


def _goes_on(text: Text, m: Marked) -> bool:
    """Whether a word follows the marks: أكدت شركة «النهر» أن …, not قالت الشركة «سنعود»."""
    return 0 <= m.closing < len(text) - 1 and text.words[m.closing + 1]


def _is_body(text: Text, m: Marked, total: int) -> bool:
    """Whether the words are the whole name of a body, or of a sura: وشددت «الشركة الوطنية للنقل» على …."""
    if total > 8:
        return False
    first = classify(text.forms[m.first])
    if first.flags & wc.ORGANIZATION and total > 1:
        np = parse(text, m.first, m.last + 1)
        return np is not None and np.last >= m.last and np.kind == "organization"
    return first.stem == _SURA


def _names(text: Text, k: int, at: int, total: int) -> bool:
    """Whether what stands before the mark names rather than speaks (قناة، حركة, تحت عنوان:, حول, مثل); its first word
    is token `at`, and `total` their number."""
    while k >= 0 and text.forms[k] in ":،":
        k -= 1
    if k < 0 or not text.words[k]:
        return False
    form = text.forms[k]
    w = classify(form)
    if k < len(text) - 1 and text.forms[k + 1] in ":،":
        return w.stem in _TITLED
    if form in _NAMING:
        return True
    if form in _IDENTITY and text.forms[k - 1] in _WITHHELD:
        return False  # طالبا عدم الكشف عن اسمه «…»
    if w.flags & wc.RELATIVE:
        return False  # الدولة التي «…»
    described = w.definite and not w.prep and k > 0 and text.words[k - 1]  # القناة الفضائية «…»
    head = classify(text.forms[k - 1]) if described and not _heads(w) else w
    first = classify(text.forms[at])
    accusative = "\u064b" in text.raw[text.starts[at] : text.ends[at]]
    verb = _is_verbal(text.forms[at]) or is_future(text.forms[at])
    verb = verb or _predicates(text, at, first)
    goes_on = first.prep or accusative or verb or first.flags & (wc.COMMON | wc.FUNCTION)
    predicate = head.definite and not first.definite and goes_on  # القرار «خطأ كبير», المدخل «وسط الناس»
    if described and not head.definite and not first.definite:  # مؤتمر المدينة «يرمي إلى ذلك»
        predicate = bool(lookup(text.forms[at])[0] or text.forms[at].startswith("ي") or first.prep) and total > 2
    return _heads(head) and not predicate


def _is_titled(text: Text, k: int) -> bool:
    """تحت عنوان «…», وشعارها: «…»: what stands before the mark says itself that a name follows."""
    while k > 0 and text.forms[k] in ":،":
        k -= 1
    return classify(text.forms[k]).stem in _TITLED


def _predicates(text: Text, at: int, first: wc.Word) -> bool:
    """جعلته, يقبعون: a verb's ending on a word that no list has; or such a word where the marks hold four or more."""
    if first.flags:
        return False
    form = text.forms[at]
    goes_on = at + 3 < len(text) and all(text.words[at : at + 4]) and not form.isascii()
    return (len(form) > 3 and form.endswith(_VERB_ENDINGS)) or goes_on


def _heads(w: wc.Word) -> bool:
    return bool(w.flags & (wc.NAME_MARK | wc.ORGANIZATION | wc.MEDIA)) and not w.flags & wc.FUNCTION


def _is_verbal(form: str) -> bool:
    return form in _PARTICLES or _is_verb(form)


def _begins_clause(text: Text, k: int, w: wc.Word) -> bool:
    """لن نعود, وسط الحشد, للمواقف, انحيازاً إلى, أسفه: names hardly begin so."""
    form = text.forms[k]
    if _is_verbal(form) or w.prep or w.flags & (wc.PREPOSITION | wc.ADVERB):
        return True
    if not w.flags and len(form) > 4 and is_future(form) and k < len(text) - 1 and text.words[k + 1]:
        return True  # سنبني الجسر
    return "\u064b" in text.raw[text.starts[k] : text.ends[k]] or (not w.definite and _is_owned(text, k))


def _is_owned(text: Text, k: int) -> bool:
    """أسفه, غضبها: an ordinary noun with a pronoun; ة is none."""
    form = text.forms[k]
    if text.raw[text.ends[k] - 1] == "ة":
        return False
    stems = (form[: -len(owner)] for owner in wc.HIS if form.endswith(owner))
    return any(len(stem) > 2 and classify(stem).flags & wc.COMMON for stem in stems)


def _is_name(text: Text, k: int, w: wc.Word) -> bool:
    form = text.forms[k]
    if form.isascii():
        return True
    if w.flags & (wc.GIVEN | wc.PLACE | wc.BODY_NAME | wc.MEDIA_NAME | wc.MEDIA | wc.ORGANIZATION):
        return not w.flags & wc.FUNCTION
    return not w.flags and not w.definite and not w.prep and not w.conj and not _inflected(form)


def _inflected(form: str) -> bool:
    """Whether an unlisted word is an ordinary one with an ending or a present's first letter: أيامه، اجتماعا، نتأخر."""
    stems = [form[1:]] if form[0] in "سينت" and len(form) > 4 else []
    stems.append(form)
    for stem in list(stems):
        stems += [
            stem[: -len(end)]
            for end in ("ه", "ها", "هم", "نا", "ا", "وا", "ني", "ك")
            if stem.endswith(end) and len(stem) - len(end) >= 3
        ]
    stems += [stem[:-1] + "ه" for stem in stems if stem.endswith("ت")]
    return any(stem != form and classify(stem).flags & wc.COMMON for stem in stems)


def _is_verb(form: str) -> bool:
    if lookup(form)[0]:
        return True
    return len(form) > 3 and form[0] in "يتنس" and (bool(classify(form).flags & wc.COMMON) or _inflected(form))
