"""Every error, one value each."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Literal

from streams.evaluation.comparison import Comparison, Pair
from streams.evaluation.records import Family

What = Literal["missed", "spurious", "speaker", "name", "kind", "cue", "medium"]


@dataclass(frozen=True, slots=True)
class Error:
    """A quotation that was missed, found where there is none, or found with something wrong in it.

    `annotated` and `found` are what differs: names of speakers, as full as they are known, of `missed`, `spurious`,
    `speaker` (a wrong one) and `name` (the right one, not by the full name); else the kinds, the cues or the media.
    `start` counts code points of the body.
    """

    article_id: str
    family: Family
    what: What
    text: str
    annotated: str | None
    found: str | None
    rule: str | None
    start: int

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


def errors(comparisons: Iterable[Comparison]) -> Iterator[Error]:
    """All errors, by family, article and place in the text; one quotation may have several."""
    for c in comparisons:
        found = [
            *(
                Error(c.article.id, c.family, "missed", g.text, g.name or g.speaker, None, None, g.start)
                for g in c.missed
            ),
            *(
                Error(c.article.id, c.family, "spurious", f.text, None, f.name or f.mention, f.rule, f.start)
                for f in c.spurious
            ),
            *(
                Error(c.article.id, c.family, what, p.gold.text, annotated, found, p.found.rule, p.gold.start)
                for p in c.pairs
                for what, annotated, found in _differences(p, c.family)
            ),
        ]
        yield from sorted(found, key=lambda error: error.start)


def _differences(pair: Pair, family: Family) -> Iterator[tuple[What, str | None, str | None]]:
    found, gold = pair.found, pair.gold
    if not pair.full_name_right:
        yield "name" if pair.speaker_right else "speaker", gold.name or gold.speaker, found.name or found.mention
    if family == "quotes" and found.kind != gold.kind:
        yield "kind", gold.kind, found.kind
    if not pair.cue_right:
        yield "cue", gold.cue, found.cue
    if (found.medium or gold.via) and not pair.medium_right:
        yield "medium", gold.via, found.medium
