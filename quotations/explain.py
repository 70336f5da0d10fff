"""Why each marked span of an article is a quotation or none, who was considered as its speaker, and why one won."""

from dataclasses import dataclass

from quotations.attribution.finder import THRESHOLD
from quotations.attribution.found import Found
from quotations.attribution.one_pass import Attribution
from quotations.attribution.verdict import weights
from quotations.fields import fields_of
from quotations.model import Article, Span, TextField
from quotations.page.marks import Marked
from quotations.words.text import Text


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody considered as the speaker, and how likely it is: `won` for the likeliest, unless nobody is likelier."""

    name: str
    why: str
    probability: float
    won: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """One marked span with the engine's verdict and the steps that led there.

    `evidence` holds what each feature adds to the log odds, the strongest first; it is empty where no model was asked:
    no cue governs the span, or the place of the span alone decided.
    """

    field: TextField
    span: Span
    text: str
    accepted: bool
    because: str
    rule: str | None
    cue: str | None
    probability: float | None
    evidence: tuple[tuple[str, float], ...]
    candidates: tuple[Candidate, ...]


def explain(article: Article) -> list[Explanation]:
    """One explanation for each outermost pair of marks, in reading order, the title's first."""
    out: list[Explanation] = []
    for field, attribution in fields_of(article):
        accepted = {f.mark.opening: f for f in attribution.run() if f.mark is not None}
        judged = {c.mark.opening: c for c in attribution.candidates if c.mark is not None}
        out += [
            _explain(attribution.text, field, m, accepted.get(m.opening), judged.get(m.opening), attribution)
            for m in attribution.top
        ]
    return out


def _explain(
    text: Text, field: TextField, m: Marked, accepted: Found | None, judged: Found | None, attribution: Attribution
) -> Explanation:
    found = accepted or judged
    span = text.span(m.first, m.last)
    r = found.report if found else None
    model = judged is not None and (accepted is None or accepted is judged)
    return Explanation(
        field=field,
        span=span,
        text=text.raw[span.start : span.end],
        accepted=accepted is not None,
        because=_because(accepted, judged),
        rule=found.rule if found else None,
        cue=text.slice(r.first, r.last) if r else None,
        probability=round(judged.probability, 3) if judged is not None and model else None,
        evidence=_evidence(judged) if judged is not None and model else (),
        candidates=_candidates(attribution, accepted),
    )


def _because(accepted: Found | None, judged: Found | None) -> str:
    if accepted is not None and accepted is not judged:
        return "its place decides"
    if judged is None:
        return "no cue governs it, or it is part of a name"
    return f"the model gives it {judged.probability:.2f}; {THRESHOLD} is needed"


def _evidence(judged: Found) -> tuple[tuple[str, float], ...]:
    w = weights()
    parts = [
        ("bias", w["bias"]),
        *((name, w.get(name, 0.0) * value) for name, value in judged.features.items() if value),
    ]
    return tuple((name, round(value, 2)) for name, value in sorted(parts, key=lambda part: -abs(part[1])))


def _candidates(attribution: Attribution, accepted: Found | None) -> tuple[Candidate, ...]:
    if accepted is None or accepted.report is None:
        return ()
    looked = attribution.speakers.considered.get(accepted.report.first, [])
    ranked = sorted(looked, key=lambda c: -c.probability)
    return tuple(Candidate(c.speaker.name or "?", c.why, round(c.probability, 3), c.won) for c in ranked)
