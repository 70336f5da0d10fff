"""Interviews: what somebody answers, without marks and without a cue, turn by turn.

Three forms are read: سؤال: … جواب: … (س/ج); a name and a colon before each turn; question lines that end in ؟, each
with its answer below. The last is also how explainers and readers' questions are written, so it counts only where the
introduction names a person, the text says that it is an interview or sets off both sides, and the two address each
other.
"""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from quotations.attribution.found import Found
from quotations.attribution.one_pass import Attribution
from quotations.lexicon import of_class
from quotations.matching import forms_of
from quotations.model import Kind, Speaker
from quotations.page.blocks import Label, label_of, paragraphs
from quotations.page.marks import Marked
from quotations.people.entities import Entity, key_of
from quotations.phrases.nouns import NounPhrase, parse
from quotations.reports.events import Report
from quotations.speakers.candidates import again
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.text import Text
from quotations.words.wordclass import classify

_QUESTION = forms_of("س سؤال السؤال")
_ANSWER = forms_of("ج جواب الجواب")
_AFTER_KEYWORD = frozenset(":/-–—.)ـ")
_BULLETS = frozenset('-–—*•●▪■►ـ@{}#>·+|?«»"“”')
_WORDS = {
    kind: of_class("interview_words.tsv", kind) for kind in ("interview", "first", "second", "no-pronoun", "you-said")
}
_DASHES = frozenset("-–—ـ/")
_LONGEST_QUESTION = 60  # words
_LABEL = 5  # words: no name with its title before a colon is longer
_HEADING = 5  # tokens: a heading between two answers
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
    is_heading: bool  # a few words without a full stop
    answers: bool = False  # a cue or a title stands before the colon


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
    answers = _keyword_turns(lines) or _named_turns(lines) or _question_lines(text, lines)
    if not answers or not attribution.sentences:
        return found
    first_question = _begins(lines, answers)
    guest = _guest(attribution, found, first_question) if any(a.by is None for a in answers) else None
    if guest is None and any(a.by is None for a in answers):
        return found
    kept = _outside(found, first_question, answers[-1].last)
    if 2 * sum(first_question <= f.first <= answers[-1].last and f.kind == "direct" for f in kept) > len(answers):
        return found  # the writer tells what was answered
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
    if guest is not None:
        kept += _held_up(attribution, guest, answers, first_question)
    return kept


def _with_blanks(text: Text) -> list[tuple[tuple[int, int], bool]]:
    spans = paragraphs(text)
    return [(span, n == 0 or span[0] - spans[n - 1][1] > 2) for n, span in enumerate(spans)]


def _paragraph(text: Text, span: tuple[int, int], after_blank: bool) -> _Paragraph:
    forms, words = text.forms, text.words
    first, last = span
    k = first
    while k < last and (forms[k] in _BULLETS or not forms[k].strip("\u0640-")):
        k += 1
    p = _Paragraph(first, last, after_blank, forms[first] if k > first else "", k, "", (), -1, False, False)
    p.is_heading = last - first < _HEADING and words[last]
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
        cue = any(lookup(form)[0] for form in label)
        p.answers = len(label) <= 2 and (cue or (len(label) == 1 and bool(classify(label[0]).flags & wc.TITLE)))
        if 0 < len(label) <= _LABEL and kind is None and not cue:
            p.label = label
        if p.answers or p.label:
            p.colon = colon
    return p


# -- the three forms --------------------------------------------------------------------------------------------------


def _keyword_turns(lines: list[_Paragraph]) -> list[_Answer]:
    """سؤال: … جواب: …, س1/ … ج1/ …"""
    turns = Counter(p.keyword for p in lines)
    if min(turns["q"], turns["a"]) < _FEWEST:
        return []
    return _collect(lines, [p.keyword for p in lines], named=False)


def _named_turns(lines: list[_Paragraph]) -> list[_Answer]:
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
    answerers = {label for label, n in follows.items() if n >= 2 and n * 3 >= labels[label] * 2 and _names(label)}
    for k, p in enumerate(lines):
        if p.label in answerers:
            roles[k] = "a"
    questions, answers = roles.count("q"), roles.count("a")
    if questions < 2 or answers < 2 or questions + answers < (4 if askers else 2 * _FEWEST):
        return []
    return _collect(lines, roles, named=True)


def _names(label: tuple[str, ...]) -> bool:
    """Whether a label may be who speaks: with a name or a title in it, or ending in a word that no list knows."""
    classes = [classify(form) for form in label]
    if any(w.flags & (wc.GIVEN | wc.SURNAME | wc.PERSON_HEAD) and not w.flags & wc.FUNCTION for w in classes):
        return True
    return not classes[-1].flags & ~wc.NISBA


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
    first = lines[asked[0]].first
    said = any(form in _WORDS["interview"] for form in text.forms[max(0, first - _INTRODUCTION) : first])
    if not (said or both) or not _talk_to_each_other(text, [lines[k] for k in asked], answers):
        return []
    return _collect(lines, roles, named=False)


def _talk_to_each_other(text: Text, questions: list[_Paragraph], answers: list[_Paragraph]) -> bool:
    """Whether at least every third answer says أنا or نحن, and as many questions turn to somebody."""
    said = sum(any(form in _WORDS["first"] for form in text.forms[p.first : p.last + 1]) for p in answers)
    asked = sum(any(_is_second_person(form) for form in text.forms[p.first : p.last + 1]) for p in questions)
    return said * 3 >= len(answers) and asked * 3 >= len(questions)


def _is_second_person(form: str) -> bool:
    if form in _WORDS["second"]:
        return True
    return (
        len(form) > 2 and form.endswith(("ك", "كم")) and form not in _WORDS["no-pronoun"] and not form.startswith("ال")
    )


def _collect(lines: list[_Paragraph], roles: list[str], *, named: bool) -> list[_Answer]:
    """The answers: from a question, or a label, to the next; the last one ends with its paragraph."""
    out: list[_Answer] = []
    expected, is_open = False, False
    last_turn = max(k for k, role in enumerate(roles) if role)
    by_label = "a" in roles
    for k, p in enumerate(lines):
        if roles[k] == "q":
            if is_open and lines[k - 1].is_heading and out[-1].first < lines[k - 1].first:
                out[-1].last = lines[k - 2].last
            expected, is_open = True, False
        elif roles[k] == "a":
            out.append(_Answer(p.colon + 1, p.last, p if named else None))
            expected, is_open = False, True
        elif expected and not by_label:
            out.append(_Answer(_behind_cue(p), p.last, None))
            expected, is_open = False, True
        elif is_open and (k < last_turn or (k > last_turn and not p.after_blank)):
            out[-1].last = p.last
        elif k > last_turn:
            break
    return [a for a in out if a.first <= a.last]


def _behind_cue(p: _Paragraph) -> int:
    """أجاب: …, رد قائلا: …, الوزير: …: the answer begins after the colon."""
    return p.colon + 1 if p.answers else p.begins


def _begins(lines: list[_Paragraph], answers: list[_Answer]) -> int:
    """The first token of the line above the first answer: its question."""
    before = [p.first for p in lines if p.last < answers[0].first]
    own = next((p.first for p in lines if p.first <= answers[0].first <= p.last), answers[0].first)
    return before[-1] if before else own


# -- who answers ------------------------------------------------------------------------------------------------------


def _guest(attribution: Attribution, found: list[Found], end: int) -> Speaker | None:
    """The person whom the introduction names: whose words it reports, after the word for an interview, most often."""
    text = attribution.text
    announced = [k for k in range(min(end, len(text))) if text.forms[k] in _WORDS["interview"]]
    spoke = Counter(f.speaker.name for f in found if f.first < end and f.kind != "interview")
    before = Counter(text.forms[:end])
    best: tuple[int, int, Entity] | None = None
    for entity in attribution.registry.people:
        first, last = entity.first, entity.last
        if first >= end or len(entity.forms) < 2 or not entity.sure or not _is_named(text, first, last):
            continue
        score = min(max(before[entity.forms[0]], before[entity.forms[-1]]), 4) + bool(entity.titled) + len(entity.forms)
        surname = classify(entity.forms[-1]).flags
        score -= 4 * bool(surname & wc.COMMON and not surname & (wc.GIVEN | wc.SURNAME))
        score += 3 * any(0 < first - a <= 12 for a in announced)
        score += 3 * (last + 1 < end and text.forms[last + 1] in (":", "ل", "لـ"))
        score += 3 * min(spoke[text.slice(first, last)], 2)
        if best is None or (score, -first) > best[:2]:
            best = (score, -first, entity)
    if best is None:
        return None
    np = _titled(text, best[2], end)
    n = max(0, bisect_right([s.first for s in attribution.sentences], best[2].first) - 1)
    if np is not None:
        return again(attribution.speakers.namer.resolve(np, attribution.sentences[n].scope))
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


def _is_named(text: Text, first: int, last: int) -> bool:
    """Whether a name is one of a person who may answer: no number, and no byline (حاورته فلانة, الخرطوم – فلان:)."""
    forms, line = text.forms, first
    words = [classify(form) for form in forms[first : last + 1]]
    if words[-1].conj or not words[0].flags & wc.GIVEN or any(c.isdigit() for c in "".join(forms[first : last + 1])):
        return False
    while line > 0 and forms[line - 1] != "\n" and first - line < 6:
        line -= 1
    if line and forms[line - 1] != "\n":
        return True
    signed = forms[first - 1] in _DASHES or forms[last + 1] in _DASHES
    colon = any(form in ":\n" for form in forms[last + 1 : last + 4])
    return not (signed and colon) and label_of(text, line, first) != "before"


def _named(attribution: Attribution, p: _Paragraph, n: int) -> tuple[Speaker, Report]:
    """Whom a label names, by the fullest name that the text has for it."""
    text, s = attribution.text, attribution.sentences[n]
    np = parse(text, p.begins, p.colon)
    report = Report(n, p.colon, p.colon, "colon", None, np)
    entity = attribution.registry.by_name(p.label)
    full = (entity.first, entity.last) if entity is not None and not entity.cut else None
    if full is None and len(p.label) == 1 and not classify(p.label[0]).flags & wc.PERSON_HEAD:
        full = attribution.registry.around(p.label[0])
    if full is None and np is not None and np.first == p.begins and np.last >= p.colon - 2:
        return attribution.speakers.namer.resolve(np, s.scope), report
    last = p.colon - 1
    mention, span = text.slice(p.begins, last), text.span(p.begins, last)
    name = text.slice(*full) if full is not None else mention
    return Speaker(mention, span, name, None, "person", key_of(name), "explicit"), report


def _held_up(attribution: Attribution, guest: Speaker, answers: list[_Answer], first: int) -> list[Found]:
    """What the questions quote from him who answers: قلت مرة إن «…»."""
    text, out = attribution.text, []
    starts = [a.first for a in answers]
    known = {f.mark.opening for f in attribution.found if f.mark is not None and _is_of_another(f)}
    for m in attribution.top:
        n = bisect_right(starts, m.opening) - 1
        if (
            not first <= m.opening <= answers[-1].last
            or (n >= 0 and m.opening <= answers[n].last)
            or m.opening in known
        ):
            continue
        near = range(m.opening - 1, max(first, m.opening - 5), -1)
        cue = next((k for k in near if text.forms[k] in _WORDS["you-said"]), -1)
        if cue >= 0:
            s = max(0, bisect_right([x.first for x in attribution.sentences], m.opening) - 1)
            readings, _ = lookup(text.forms[cue])
            report = Report(s, cue, cue, "finite", readings[0] if readings else None)
            kind: Kind = "direct" if sum(text.words[m.first : m.last + 1]) >= _FEWEST else "mixed"
            out.append(Found(kind, m.first, m.last, report, guest, s, "interview-question", m))
    return out


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
