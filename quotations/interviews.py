"""Interviews: what somebody answers, without marks and without a cue, turn by turn.

Three forms are read: سؤال: … جواب: … (س/ج); a name and a colon before each turn; question lines that end in ؟, each with
its answer below. The last is also how explainers and readers' questions are written, so it counts only where the
introduction names a person, the text says that it is an interview or sets off both sides, and the two address each other.
"""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from quotations.attribution import Attribution, Found
from quotations.blocks import Label, label_of, paragraphs
from quotations.cues import lookup
from quotations.marks import Marked
from quotations.matching import word_form
from quotations.model import Speaker
from quotations.nouns import NounPhrase, parse
from quotations.people import Entity
from quotations.reports import Report
from quotations.speakers import again, key_of
from quotations.text import Text


def _forms(text: str) -> frozenset[str]:
    return frozenset(map(word_form, text.split()))


_QUESTION = _forms("س سؤال السؤال")
_ANSWER = _forms("ج جواب الجواب")
_AFTER_KEYWORD = frozenset(":/-–—.)ـ")
_BULLETS = frozenset('-–—*•●▪■►ـ@{}#>·+|«»"“”')
_INTERVIEW = _forms(
    """حوار الحوار حوارا حوارنا الحوارية حوارها حواره مقابلة المقابلة لقاء اللقاء لقاءنا لقائنا حاورته حاوره حاورها حاورناه حاورناها حاورنا حاورت
    التقينا التقيناه التقيناها التقت التقته التقتها والتقينا فالتقينا استضاف استضافت استضفنا استقبلنا جلسنا سألناه سألناها الحديث حديث حديثنا دردشة
    الدردشة"""
)
# Words by which the two address each other; a question may also end a word in ك or كم (رأيك، استعدادكم).
_FIRST_PERSON = _forms(
    """أنا نحن كنت كنا لي لنا لدي لدينا عندي عندنا إنني إني إننا أعتقد نعتقد أرى نرى أظن أحب نحب بدأت بدأنا وأنا ونحن أشعر أريد نريد أتمنى نتمنى مني
    منا علي علينا فأنا فنحن حياتي رأيي نأمل نحاول نحرص نعمل أعمل أحاول لأنني لأني لأننا نفسي معي معنا إلينا أقول نقول بأنني وكنت عملي عملنا لست
    ظننت عزفت تعلمت عملت قدمت قمنا قمت عدت وجدت رأيت لعبت درست ولدت"""
)
_SECOND_PERSON = _forms(
    "ترى ترون تعتقد تعتقدون تعتقدين تتوقع ماذا حدثنا حدثينا حدثونا حضرتك سيادتكم أنت أنتم تقول تقيم تقيمون تنوي تنوون كنت قلت"
)
_NO_PRONOUN = _forms("ذلك كذلك لذلك هناك هنالك تلك وذلك وهناك بذلك أولئك بنك البنك شك ملك الملك")
_LONGEST_QUESTION = 60  # words
_LABEL = 5  # words: no name with its title before a colon is longer
_FEWEST = 3  # questions and answers without names
_INTRODUCTION = 400  # tokens after an interview is announced in which its questions begin


@dataclass(slots=True)
class _Paragraph:
    """One line: its sign (a bullet), where its words begin, its label and whether it asks."""

    first: int
    last: int
    after_blank: bool
    bullet: str
    begins: int  # the first word after a bullet
    keyword: str  # "q", "a" or ""
    label: tuple[str, ...]  # the words before a colon
    colon: int
    asks: bool


@dataclass(slots=True)
class _Answer:
    first: int
    last: int
    by: _Paragraph | None  # the line whose label names the speaker


def with_answers(attribution: Attribution, found: list[Found]) -> list[Found]:
    """`found` with an interview's answers in it, where the text is one, and without what is reported inside of them.

    What somebody else said, quoted in an answer in marks and with its speaker, stays.
    """
    text = attribution.text
    if text.forms.count("؟") + text.forms.count("?") < 2:
        return found
    lines = [_paragraph(text, span, after_blank) for span, after_blank in _with_blanks(text)]
    answers = _keyword_turns(lines)
    if not answers:
        answers = _named_turns(text, lines)
    if not answers:
        answers = _question_lines(text, lines)
    if not answers or not attribution.sentences:
        return found
    first_question = _begins(lines, answers)
    guest = _guest(attribution, first_question) if any(a.by is None for a in answers) else None
    if guest is None and any(a.by is None for a in answers):
        return found
    kept = _outside(found, first_question, answers[-1].last)
    starts = [s.first for s in attribution.sentences]
    for answer in answers:
        if _is_marked(answer, attribution.top):
            continue
        n = max(0, bisect_right(starts, answer.first) - 1)
        speaker, report = guest, None
        if answer.by is not None:
            speaker, report = _named(attribution, answer.by, n)
        if speaker is not None:
            kept.append(Found("interview", answer.first, answer.last, report, speaker, n, "interview"))
    return kept


def _with_blanks(text: Text) -> list[tuple[tuple[int, int], bool]]:
    spans = paragraphs(text)
    return [(span, n == 0 or span[0] - spans[n - 1][1] > 2) for n, span in enumerate(spans)]


def _paragraph(text: Text, span: tuple[int, int], after_blank: bool) -> _Paragraph:
    forms, words = text.forms, text.words
    first, last = span
    k = first
    while k < last and not words[k] and forms[k] in _BULLETS:
        k += 1
    p = _Paragraph(first, last, after_blank, forms[first] if k > first else "", k, "", (), -1, False)
    end = last
    while end > k and not words[end] and forms[end] not in "؟?":
        end -= 1
    p.asks = forms[end] in ("؟", "?") and end - k <= _LONGEST_QUESTION
    word = forms[k].rstrip("0123456789")
    if word in _QUESTION or word in _ANSWER:
        j = k + 1
        while j < last and j - k < 3 and forms[j].isdigit():
            j += 1
        if j < last and forms[j] in _AFTER_KEYWORD:
            p.keyword, p.colon = "q" if word in _QUESTION else "a", j
            return p
    colon = next((j for j in range(k, min(last, k + 2 * _LABEL)) if forms[j] == ":"), -1)
    if colon > k:
        label = tuple(forms[j] for j in range(k, colon) if words[j])
        kind: Label | None = label_of(text, k, colon)
        if 0 < len(label) <= _LABEL and kind is None and not any(lookup(form)[0] for form in label):
            p.label, p.colon = label, colon
    return p


# -- the three forms --------------------------------------------------------------------------------------------------------


def _keyword_turns(lines: list[_Paragraph]) -> list[_Answer]:
    """سؤال: … جواب: …, س1/ … ج1/ …"""
    turns = Counter(p.keyword for p in lines)
    if min(turns["q"], turns["a"]) < _FEWEST:
        return []
    return _collect(lines, [p.keyword for p in lines], named=False)


def _named_turns(text: Text, lines: list[_Paragraph]) -> list[_Answer]:
    """A name and a colon before each turn of those who answer; those who ask have their own, or none."""
    labels = Counter(p.label for p in lines if p.label)
    asking = Counter(p.label for p in lines if p.label and p.asks)
    askers = {label for label, n in asking.items() if n >= 2 and n * 3 >= labels[label] * 2}
    roles = ["q" if p.label in askers or (p.asks and labels[p.label] < 2) else "" for p in lines]
    follows = Counter[tuple[str, ...]]()
    for k, p in enumerate(lines):
        if (
            k
            and p.label
            and labels[p.label] >= 2
            and p.label not in askers
            and (roles[k - 1] == "q" or lines[k - 1].label in follows)
        ):
            follows[p.label] += 1
    answerers = {label for label, n in follows.items() if n >= 2 and n * 3 >= labels[label] * 2}
    for k, p in enumerate(lines):
        if p.label in answerers:
            roles[k] = "a"
    questions, answers = roles.count("q"), roles.count("a")
    if questions < 2 or answers < 2 or questions + answers < (4 if askers else 2 * _FEWEST):
        return []
    return _collect(lines, roles, named=True)


def _question_lines(text: Text, lines: list[_Paragraph]) -> list[_Answer]:
    """Question lines, each with its answer below it."""
    asked = [k for k, p in enumerate(lines[:-1]) if p.asks and not lines[k + 1].asks]
    if len(asked) < _FEWEST:
        return []
    signs = Counter(lines[k].bullet for k in asked)
    sign, n = signs.most_common(1)[0]
    answers = [lines[k + 1] for k in asked]
    own_sign = bool(sign) and n * 5 >= len(asked) * 4 and sum(p.bullet == sign for p in answers) * 5 <= len(answers)
    roles = ["q" if (p.bullet == sign if own_sign else p.asks) else "" for p in lines]
    for k in range(asked[0]):
        roles[k] = ""
    both = own_sign and sum(p.bullet not in ("", sign) for p in answers) * 3 >= len(answers) * 2
    said = any(
        form in _INTERVIEW for form in text.forms[max(0, lines[asked[0]].first - _INTRODUCTION) : lines[asked[0]].first]
    )
    if not (said or both) or not _talk_to_each_other(text, [lines[k] for k in asked], answers):
        return []
    return _collect(lines, roles, named=False)


def _talk_to_each_other(text: Text, questions: list[_Paragraph], answers: list[_Paragraph]) -> bool:
    """Whether at least every third answer says أنا or نحن, and as many questions turn to somebody."""
    said = sum(any(form in _FIRST_PERSON for form in text.forms[p.first : p.last + 1]) for p in answers)
    asked = sum(any(_is_second_person(form) for form in text.forms[p.first : p.last + 1]) for p in questions)
    return said * 3 >= len(answers) and asked * 3 >= len(questions)


def _is_second_person(form: str) -> bool:
    if form in _SECOND_PERSON:
        return True
    return len(form) > 2 and form.endswith(("ك", "كم")) and form not in _NO_PRONOUN and not form.startswith("ال")


def _collect(lines: list[_Paragraph], roles: list[str], *, named: bool) -> list[_Answer]:
    """The answers: from a question, or a label, to the next; the last one ends with its paragraph."""
    out: list[_Answer] = []
    expected, is_open = False, False
    last_turn = max(k for k, role in enumerate(roles) if role)
    by_label = "a" in roles
    for k, p in enumerate(lines):
        if roles[k] == "q":
            expected, is_open = True, False
        elif roles[k] == "a":
            out.append(_Answer(p.colon + 1, p.last, p if named else None))
            expected, is_open = False, True
        elif expected and not by_label:
            out.append(_Answer(p.begins, p.last, None))
            expected, is_open = False, True
        elif is_open and (k < last_turn or (k > last_turn and not p.after_blank)):
            out[-1].last = p.last
        elif k > last_turn:
            break
    return [a for a in out if a.first <= a.last]


def _begins(lines: list[_Paragraph], answers: list[_Answer]) -> int:
    """The first token of the line above the first answer: its question."""
    before = [p.first for p in lines if p.last < answers[0].first]
    own = next((p.first for p in lines if p.first <= answers[0].first <= p.last), answers[0].first)
    return before[-1] if before else own


# -- who answers ----------------------------------------------------------------------------------------------------------------


def _guest(attribution: Attribution, end: int) -> Speaker | None:
    """The person whom the introduction names: after the word for an interview, most often, or with a title."""
    text = attribution.text
    announced = [k for k in range(min(end, len(text))) if text.forms[k] in _INTERVIEW]
    best: tuple[int, int, Entity] | None = None
    for entity in attribution.registry.people:
        if entity.first >= end or len(entity.forms) < 2 or not entity.sure or _in_byline(text, entity.first):
            continue
        near = any(0 < entity.first - a <= 12 for a in announced)
        times = text.forms[:end].count(entity.forms[-1])
        score = 3 * near + min(times, 4) + bool(entity.titled) + len(entity.forms)
        if best is None or (score, -entity.first) > best[:2]:
            best = (score, -entity.first, entity)
    if best is None:
        return None
    np = _titled(text, best[2], end)
    n = max(0, bisect_right([s.first for s in attribution.sentences], best[2].first) - 1)
    if np is not None:
        return again(attribution.speakers.resolve(np, attribution.sentences[n]))
    name = text.slice(best[2].first, best[2].last)
    return Speaker(name, text.span(best[2].first, best[2].last), name, None, "person", key_of(name), "continued")


def _titled(text: Text, entity: Entity, end: int) -> NounPhrase | None:
    """The longest phrase with a title that holds the name where it stands first."""
    for first in range(max(0, entity.first - 8), entity.first + 1):
        if text.words[first]:
            np = parse(text, first, end)
            if np is not None and np.first == first and np.name_first == entity.first and np.head in (first, -1):
                return np
    return None


def _in_byline(text: Text, k: int) -> bool:
    """كتب: فلان, حاورته فلانة, حوار – فلان: who asks, not who answers."""
    first = k
    while first > 0 and text.forms[first - 1] != "\n" and k - first < 4:
        first -= 1
    return (first == 0 or text.forms[first - 1] == "\n") and label_of(text, first, k) == "before"


def _named(attribution: Attribution, p: _Paragraph, n: int) -> tuple[Speaker, Report]:
    """Whom a label names, by the fullest name that the text has for it."""
    text, s = attribution.text, attribution.sentences[n]
    np = parse(text, p.begins, p.colon)
    report = Report(n, p.colon, p.colon, "colon", None, np)
    if np is not None and np.first == p.begins and np.last >= p.colon - 2:
        return attribution.speakers.resolve(np, s), report
    last = p.colon - 1
    mention, span = text.slice(p.begins, last), text.span(p.begins, last)
    entity = attribution.registry.by_name(p.label)
    name = text.slice(entity.first, entity.last) if entity is not None and not entity.conj else mention
    return Speaker(mention, span, name, None, "person", key_of(name), "explicit"), report


def _outside(found: list[Found], first: int, last: int) -> list[Found]:
    """What was found outside the interview's tokens, or is another's in it; `part_of` follows the moved indices."""
    stays = [not first <= f.first <= last or _is_of_another(f) for f in found]
    moved = list(accumulate(stays, initial=0))
    kept = [f for f, stay in zip(found, stays, strict=True) if stay]
    for f in kept:
        f.part_of = moved[f.part_of] if f.part_of >= 0 and stays[f.part_of] else -1
    return kept


def _is_of_another(f: Found) -> bool:
    """Whether words in marks inside an answer have a speaker of their own, named right there."""
    return f.mark is not None and f.report is not None and f.report.np is not None and f.report.style != "colon"


def _is_marked(answer: _Answer, marks: list[Marked]) -> bool:
    """Whether a pair of marks holds the whole answer: it is a quotation like any other then."""
    return any(m.opening <= answer.first + 1 and m.last >= answer.last - 2 for m in marks if m.opening <= answer.last)
