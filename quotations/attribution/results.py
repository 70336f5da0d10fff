"""From what the pass found, as tokens, to the engine's results, as code points."""

from collections import Counter
from collections.abc import Callable
from functools import cache

from quotations.attribution.confidence import confidence, turns
from quotations.attribution.found import Found
from quotations.model import Cue, Family, Quotation, Span, TextField, TextRef
from quotations.page.marks import Marked
from quotations.page.sentences import Sentence
from quotations.people.entities import after_letters
from quotations.reports.events import Report, Tokens
from quotations.words.text import Text
from quotations.words.wordclass import classify

Seen = Counter[tuple[Family, str]]


def results(
    text: Text,
    sentences: list[Sentence],
    marked: list[Marked],
    found: list[Found],
    field: TextField,
    base: int,
    seen: Seen,
) -> list[Quotation]:
    """The quotations of one field in the order of their spans.

    `base` is the index of the first; `seen` counts forms over all fields.
    """
    order = sorted(range(len(found)), key=lambda n: (found[n].first, -found[n].last))
    place = {n: base + k for k, n in enumerate(order)}
    matching = cache(text.matching)
    ordinals = _ordinals(matching, marked, found, order, seen)
    enclosing = _enclosing(found, order)
    often = turns(found)
    out: list[Quotation] = []
    for n in order:
        f = found[n]
        span, s, r = text.span(f.first, f.last), sentences[f.sentence], f.report
        words = text.raw[span.start : span.end]
        within = enclosing.get(n, -1)
        out.append(
            Quotation(
                field=field,
                kind=f.kind,
                family=family(f),
                span=span,
                text=words,
                normalized_text=matching(f.first, f.last),
                ordinal=ordinals[n],
                sentence=Span(min(text.starts[s.first], span.start), max(text.ends[s.last], span.end)),
                interruptions=tuple(text.span(*part) for part in f.interruptions),
                block=s.block,
                cue=_cue(text, r),
                speaker=f.speaker,
                medium=_ref(text, r.medium if r else None),
                addressee=_ref(text, r.addressee if r else None),
                occasion=_ref(text, r.occasion if r else None),
                within=place[within] if within >= 0 else None,
                part_of=place[f.part_of] if f.part_of >= 0 else None,
                confidence=confidence(f, often[f.speaker.key]),
                rule=f.rule,
            )
        )
    return out


def family(f: Found) -> Family:
    """Whether the words stand in marks."""
    return "unmarked" if f.kind in ("indirect", "interview") else "marked"


def _ordinals(
    matching: Callable[[int, int], str], marked: list[Marked], found: list[Found], order: list[int], seen: Seen
) -> dict[int, int]:
    """The ordinal of each quotation among the spans of its family with the same form.

    Every pair of marks counts, accepted or not, so that an engine that accepts one span more changes no other's id.
    """
    places = {f.mark.opening: n for n, f in enumerate(found) if f.mark is not None}
    out: dict[int, int] = {}

    def count(kind: Family, first: int, last: int) -> int:
        key = (kind, matching(first, last))
        seen[key] += 1
        return seen[key] - 1

    for m in marked:
        ordinal = count("marked", m.first, m.last)
        if m.opening in places:
            out[places[m.opening]] = ordinal
    for n in order:
        if n not in out:
            out[n] = count(family(found[n]), found[n].first, found[n].last)
    return out


def _enclosing(found: list[Found], order: list[int]) -> dict[int, int]:
    """The nearest quotation around each: `order` sorts by first token, the longest first."""
    out: dict[int, int] = {}
    stack: list[int] = []
    for n in order:
        while stack and found[stack[-1]].last < found[n].last:
            stack.pop()
        if stack:
            out[n] = stack[-1]
        stack.append(n)
    return out


def _cue(text: Text, r: Report | None) -> Cue | None:
    if r is None or r.cueless:
        return None
    word = text.forms[r.first]
    lemma = r.form.lemma if r.form else classify(word).stem if r.style == "masdar" else word  # باتهامات: اتهامات
    return Cue(
        text.slice(r.first, r.last), text.span(r.first, r.last), lemma, r.form.cls if r.form else "say", r.negated
    )


def _ref(text: Text, tokens: Tokens | None) -> TextRef | None:
    """The words of a frame's part, without the preposition written with its first word (لوكالة كذا → وكالة كذا)."""
    if tokens is None:
        return None
    span, w = text.span(*tokens), classify(text.forms[tokens[0]])
    if w.prep == "ل" and not text.forms[tokens[0]].startswith("لل"):
        span = Span(after_letters(text.raw, span.start, 1), span.end)
        span = Span(span.start + (text.raw[span.start] == "ـ"), span.end)  # لـCNN
    return TextRef(text.raw[span.start : span.end], span)
