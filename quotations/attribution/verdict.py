"""Whether a marked span is somebody's words: a small model over twelve named features.

Nearly half of the marked spans of newswire hold names, titles of works and emphasis (46 % have two words or fewer), and
no single sign tells them from a quoted fragment. The weights are learned (`bench/train.py`) and lie in
`weights/verdict.json`.
"""

import json
import math
from functools import cache
from importlib.resources import files

from quotations.attribution.links import Link
from quotations.attribution.usage import Usage
from quotations.matching import forms_of, word_form
from quotations.page.blocks import SENTENCE_ENDS
from quotations.page.marks import Marked
from quotations.phrases.nouns import parse
from quotations.reports.cue_choice import IDENTITY
from quotations.reports.events import Report
from quotations.reports.reading import WHAT
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.memo import Memo
from quotations.words.morphology import is_future, is_masdar
from quotations.words.phrase_words import DEGREES
from quotations.words.text import Text
from quotations.words.wordclass import classify

NAMES = (
    "opened",  # a colon or أن stands right before
    "lead",  # the cue reaches the mark with nothing but subject and frame, or marks of its own, between; less if weak
    "clause",  # inside an unmarked clause that somebody says, or in what is demanded; less far from the cue
    "evaluates",  # the cue judges, or tells what somebody thinks of it: وصف، اتهم، رحب; not سمى, but ما سماه
    "length",  # log2 of the words, at most 5, and at most 3 where the closing mark is missing
    "name_before",  # قناة، حركة، فيلم right before, or what is called so (يسمى), and 3 for تحت عنوان, المسمى
    "verbal",  # it begins as names hardly do: a verb, its particle (لم، هل), a preposition, an accusative, أسفه
    "name_like",  # share of names, numbers, Latin, unknown words; 1 if glossed in Latin, 0 if a preposition joins few
    "indefinite",  # it begins with ordinary words without the article: خطوة خطيرة, كارثة; -1 for طريق اللؤلؤ, as names
    "repeated",  # three words or fewer, marked three times or more: a name the text keeps in marks; less if said again
    "ends",  # the sentence ends behind it; half where a comma or another phrase follows; a name's clause goes on
    "habit",  # how long the text's other marked spans are: above 0 it marks speech, below it names
)


_PARTICLES = forms_of("إذ بل لكن حيث لم لن لا هل قد لقد ليس ليست كان كانت كنا كنت أن إن إنه إنها سوف نحن أنا إذا لو")
_NAMING = forms_of("حول مثل مثلا منها منهم بعنوان باسم بينها بينهم يدعى تدعى بشعار وسم هاشتاغ")
_LIKE = word_form("مثل")
_CALLED = forms_of("المسمى المسماة المعنون المعنونة الموسوم الموسومة الملقب الملقبة يسمى تسمى")  # «…», or by it
_WHOM = forms_of("من ممن بمن لمن عمن")  # من سماهم «…»
_KNOWN = _CALLED | forms_of("المعروف المعروفة الشهير الشهيرة يعرف تعرف عرف عرفت سمي سميت لقب لقبت يلقب تلقب")  # by «…»
_BY = forms_of("ب باسم")
_SURA = word_form("سورة")
_DEGREES = forms_of("غير عدم كامل كاملة كل بعض جميع أي مزيد")  # no name begins so
_SHORTEST_PARTICIPLE = 5  # letters
_VERB_ENDINGS = ("ته", "تها", "تهم", "ون", "تت")  # behind a definite noun
_LONGEST_NAME = 12  # words
_NO_NOUN = wc.FUNCTION | wc.DEMONSTRATIVE
_WEAK = 0.7  # of a cue with other everyday meanings
_HALF = 32  # tokens from the cue at which a clause says half as much
_INFORMED = 0.6  # what it says where the cue tells of facts
_UNCLOSED = 3.0  # most of what the length of words says whose end is not marked
_ENOUGH = 5  # words in marks that are no name
_STOPS = SENTENCE_ENDS | {"\n"}
_COMMAS = frozenset({"،", ",", "؛", ";"})
_OPENS = wc.PREPOSITION | wc.CONJUNCTION | wc.ADVERB | wc.TIME | wc.THAT  # another phrase
_JOINS = forms_of("و أو")
_HALF_ENDS = 0.5
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


def features_of(text: Text, m: Marked, link: Link, r: Report, usage: Usage) -> dict[str, float]:
    """The features of one marked span, by the names of `NAMES`."""
    before = m.opening - 1
    words = [k for k in range(m.first, min(m.last, m.first + 40) + 1) if text.words[k]]
    classes = [classify(text.forms[k]) for k in words]
    total = len(words) or 1
    whole = _is_body(text, m, total) or _is_glossed(text, m)
    names = total if whole else _names_in(text, words, classes)
    name_before = _names(text, before, m.first, total)
    titled = name_before and _is_titled(text, before)
    name_before = name_before and (titled or total <= _LONGEST_NAME)
    in_subject = r.np is not None and r.np.last == before and not (total <= 3 and _goes_on(text, m))
    apposed = link.relation == "after" or (r.np is not None and r.np.last == before)  # قال فلان «صياد» إن …
    return {
        "opened": float(
            before >= 0 and (text.forms[before] == ":" or bool(classify(text.forms[before]).flags & wc.THAT))
        ),
        "lead": _reached(text, m, link, r, total),
        "clause": _said(m, link, r),
        "evaluates": float(_judges(text, r)),
        "length": min(5.0 if m.closing >= 0 else _UNCLOSED, math.log2(total)),
        "name_before": float((name_before and not in_subject) or _called(text, r)) + 2 * titled,
        "verbal": float(bool(words) and not name_before and _begins_clause(text, words[0], classes[0])),
        "name_like": names / total,
        "indefinite": float(_is_indefinite(text, words, classes) and not (total == 1 and apposed))
        - _is_construct(text, words, classes),
        "repeated": usage.repeated(m, words),
        "ends": _ends(text, m),
        "habit": usage.habit(m),
    }


def is_name(text: Text, m: Marked) -> bool:
    """Whether what stands before the marks, or their words, show a name: the title of a book, a body, a slogan."""
    words = sum(text.words[m.first : m.last + 1])
    return _names(text, m.opening - 1, m.first, words) or _is_body(text, m, words)


def _is_indefinite(text: Text, words: list[int], classes: list[wc.Word]) -> bool:
    """خطوة خطيرة, عملا إرهابيا, كارثة: ordinary words without the article, and no genitive with one (حال سوق النهر)."""
    if len(words) == 1:
        form, w = text.forms[words[0]], classes[0]
        noun = w.flags & (wc.COMMON | wc.NISBA) and _is_ordinary(text, words[0], w)
        return bool(noun and len(form) > 2 and form not in _PARTICLES and not lookup(form)[0])  # كارثة, محبط
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
    if form in DEGREES or form.removesuffix("ه") in DEGREES:
        return False  # طويلة الأمد, أحادي الجانب
    if _is_owned(text, words[0]) or (form[0] in "يتن" and _is_verbal(form) and not first.flags & wc.COMMON):
        return False
    if not first.flags & (wc.HEAD | wc.NAME_MARK) and is_masdar(form):
        return False
    if any(_is_owned(text, k) for k in words[1:]):
        return False  # بيع داره
    chained = len(words) > 2 and classes[1].flags & wc.COMMON and not classes[1].definite
    rest = classes[2:] if chained else classes[1:]
    return all(w.definite and not w.prep for w in rest) and not rest[0].conj  # not وقف العمل فورا


def _is_closed(m: Marked, link: Link, r: Report) -> bool:
    """شبكة «معقدة»، على حد قول فلان: the attribution stands right behind the marks."""
    return link.relation == "closes" and m.closing >= 0 and r.first - m.closing <= 2


def _reached(text: Text, m: Marked, link: Link, r: Report, total: int) -> float:
    """How directly the cue leads to the marks; less where it has other everyday meanings."""
    if link.relation not in ("lead", "after", "coordinated") and not _is_closed(m, link, r):
        return 0.0
    if link.relation == "after" and total < _ENOUGH - 1 and m.opening and text.words[m.opening - 1]:
        return 0.0  # وبالنسبة إلى «النهر»، قال فلان إن: they end what the verb stands behind
    return _WEAK if r.form is not None and r.form.strength == "w" else 1.0


def _said(m: Marked, link: Link, r: Report) -> float:
    """How surely the marks stand among somebody's words: in a clause that is said, or in what is demanded (دعا السكان
    إلى «ضبط النفس»). Less far from the cue, and where it tells of facts rather than of opinions (أفاد بأن)."""
    demands = r.form is not None and r.form.cls == "demand"
    if link.relation != "clause" and not (link.relation == "far" and demands):
        return 0.0
    near = 1 / (1 + max(0, m.opening - r.last) / _HALF)
    return near * (_INFORMED if r.form is not None and r.form.facts & vf.INFORMS else 1.0)


def _ends(text: Text, m: Marked) -> float:
    """Whether nothing goes on behind the marks, as it does behind a name (شركة «النور» بدأت العمل): the sentence ends,
    or half as surely their phrase does, at a comma, a preposition, an adverb, another verb of reporting or its
    particle, or a conjunction that joins no other marks."""
    k = m.closing + 1
    if k <= 0:
        return 0.0
    form = text.forms[k]
    if form in _STOPS:
        return 1.0
    if form in _COMMAS:
        return _HALF_ENDS
    w = classify(form)
    goes_on = not (w.prep or w.conj or w.flags & _OPENS or lookup(form)[0])
    joins = form in _JOINS and text.forms[k + 1] == text.forms[m.opening]  # «…» و«…»
    return 0.0 if goes_on or joins else _HALF_ENDS


def _judges(text: Text, r: Report) -> bool:
    return r.form is not None and (bool(r.form.facts & (vf.JUDGED | vf.GOES_ON)) or _calls(text, r))


def _calls(text: Text, r: Report) -> bool:
    """ما يسميه «…», مما أسماه فلان «…», من سماهم «…»: his word for it."""
    if r.form is None or not (r.form.facts & vf.NAMES and r.form.has_object) or not r.first:
        return False
    return text.forms[r.first - 1] in WHAT | _WHOM


def _called(text: Text, r: Report) -> bool:
    """العملية التي تسمى «النسر», القرية التي يسميها السكان «النهر»: a name, not what somebody thinks of it."""
    return r.form is not None and bool(r.form.facts & vf.NAMES) and not _calls(text, r)


def _goes_on(text: Text, m: Marked) -> bool:
    """Whether a word follows the marks: أكدت شركة «النهر» أن …, not قالت الشركة «سنعود»."""
    return m.closing >= 0 and text.words[m.closing + 1]


def _is_body(text: Text, m: Marked, total: int) -> bool:
    """Whether the words are the whole name of a body, or of a sura: وشددت «الشركة الوطنية للنقل» على …."""
    if total > 8:
        return False
    first = classify(text.forms[m.first])
    if first.flags & wc.ORGANIZATION and total > 1:
        np = parse(text, m.first, m.last + 1)
        return np is not None and np.last >= m.last and np.kind == "organization"
    return first.stem == _SURA


def _is_glossed(text: Text, m: Marked) -> bool:
    """«نخلة» (Palm): the name in Latin letters follows in brackets."""
    k = m.closing + 1
    return k > 0 and text.forms[k] == "(" and text.forms[k + 1].isascii() and text.forms[k + 1][0].isalpha()


def _names(text: Text, k: int, at: int, total: int) -> bool:
    """Whether what stands before the mark names rather than speaks (قناة، حركة, تحت عنوان:, حول, مثل); its first word
    is token `at`, and `total` their number."""
    while k >= 0 and text.forms[k] in ":،":
        k -= 1
    if k < 0 or not text.words[k]:
        return False
    form = text.forms[k]
    w = classify(form)
    if text.forms[k + 1] in ":،":
        return w.stem in _TITLED
    if form in _NAMING or _is_called(text, k):
        return form != _LIKE or "\u0651" not in text.slice(k, k)  # مثّل «تراجعا», the verb
    if text.forms[k - 1] in WHAT | _WHOM and any(f.facts & vf.NAMES and f.has_object for f in lookup(form)[0]):
        return False  # ما سماه «…»: his word for it
    if form in IDENTITY and text.forms[k - 1] in _WITHHELD:
        return False  # طالبا عدم الكشف عن اسمه «…»
    if (w.flags | classify(text.forms[at]).flags) & wc.RELATIVE:
        return False  # الدولة التي «…», الدولة «التي …»
    described = w.definite and not w.prep and k > 0 and text.words[k - 1]  # القناة الفضائية «…»
    head = classify(text.forms[k - 1]) if described and not _heads(w) else w
    first = classify(text.forms[at])
    accusative = at in text.tanwin
    verb = _is_verbal(text.forms[at]) or is_future(text.forms[at])
    verb = verb or _predicates(text, at, first)
    goes_on = first.prep or accusative or verb or first.flags & (wc.COMMON | wc.FUNCTION)
    predicate = head.definite and not first.definite and goes_on  # القرار «خطأ كبير», المدخل «وسط الناس»
    if described and not head.definite and not first.definite:  # مؤتمر المدينة «يرمي إلى ذلك»
        begins = text.forms[at]
        verb = bool(lookup(begins)[0]) or begins.startswith("ي")
        predicate = total > 2 and bool(first.prep or verb or begins in _PARTICLES)
    return _heads(head) and not predicate


def _is_titled(text: Text, k: int) -> bool:
    """تحت عنوان «…», وشعارها: «…»: what stands before the mark says itself that a name follows."""
    while k > 0 and text.forms[k] in ":،":
        k -= 1
    return classify(text.forms[k]).stem in _TITLED or _is_called(text, k)


def _is_called(text: Text, k: int) -> bool:
    """المسمى «…», المعروف بـ«…», يعرف باسم «…»: what ends with token `k` tells what something is called."""
    return text.forms[k] in _CALLED or (text.forms[k] in _BY and text.forms[k - 1] in _KNOWN)


def _predicates(text: Text, at: int, first: wc.Word) -> bool:
    """جعلته, يقبعون: a verb's ending on a word that no list has; or such a word where the marks hold four or more."""
    if first.flags:
        return False
    form = text.forms[at]
    goes_on = all(text.words[at : at + 4]) and not form.isascii()
    return (len(form) > 3 and form.endswith(_VERB_ENDINGS)) or goes_on


def _heads(w: wc.Word) -> bool:
    return bool(w.flags & (wc.NAME_MARK | wc.ORGANIZATION | wc.MEDIA)) and not w.flags & wc.FUNCTION


def _is_verbal(form: str) -> bool:
    return form in _PARTICLES or _is_verb(form)


def _begins_clause(text: Text, k: int, w: wc.Word) -> bool:
    """لن نعود, وسط الحشد, للمواقف, انحيازاً إلى, أسفه: names hardly begin so."""
    form = text.forms[k]
    alone = not text.words[k + 1]
    if alone and (form in _PARTICLES or text.last_letter(k) == "ة"):
        return False  # صوتوا بـ«لا»; سريعة
    if _is_verbal(form) or w.prep or w.flags & (wc.PREPOSITION | wc.ADVERB):
        return True
    if not w.flags and len(form) > 4 and is_future(form) and text.words[k + 1]:
        return True  # سنبني الجسر
    return k in text.tanwin or (not w.definite and _is_owned(text, k))


def _is_owned(text: Text, k: int) -> bool:
    """أسفه, غضبها: an ordinary noun with a pronoun; ة is none."""
    form = text.forms[k]
    if text.last_letter(k) == "ة":
        return False
    stems = (form[: -len(owner)] for owner in wc.HIS if form.endswith(owner))
    return any(len(stem) > 2 and classify(stem).flags & wc.COMMON for stem in stems)


def _names_in(text: Text, words: list[int], classes: list[wc.Word]) -> int:
    """How many of the words are names; none where a preposition joins so few: الموت لأعداء الوطن, إلى آخر نفس."""
    if len(words) < _ENOUGH and any(w.prep or w.flags & wc.PREPOSITION for w in classes[1:]):
        return 0
    return sum(_is_name(text, k, w) for k, w in zip(words, classes, strict=True))


def _is_name(text: Text, k: int, w: wc.Word) -> bool:
    form = text.forms[k]
    if form.isascii() or len(form) == 1:
        return True
    if w.flags & (wc.GIVEN | wc.PLACE | wc.BODY_NAME | wc.MEDIA_NAME | wc.MEDIA | wc.ORGANIZATION):
        return not w.flags & wc.FUNCTION
    if w.flags & wc.SURNAME and not w.flags & (wc.FUNCTION | wc.COMMON):
        return True
    if w.flags or w.definite or w.prep or w.conj or _inflected(form) or is_masdar(form):
        return False
    return not (is_future(form) or form.endswith("وا") or _is_participle(text, k))


def _is_participle(text: Text, k: int) -> bool:
    """متوازنون, محرّضة, مستفز: by its letters, which hardly a foreign name has."""
    form = text.forms[k]
    if form[0] != "م" or len(form) < _SHORTEST_PARTICIPLE:
        return False
    return form.endswith("ون") or text.last_letter(k) == "ة" or form.startswith(("مست", "متم", "متو", "متر"))


def _is_inflected(form: str) -> bool:
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


_inflected = Memo(_is_inflected).__getitem__


def _is_verb(form: str) -> bool:
    if lookup(form)[0]:
        return True
    if len(form) < 4 or form[0] not in "يتنس" or form.endswith("ات"):
        return False
    return bool(classify(form).flags & wc.COMMON) or _inflected(form)
