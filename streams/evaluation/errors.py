"""Every error, one value each."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Literal

from streams.evaluation.comparison import Comparison
from streams.evaluation.records import Family


@dataclass(frozen=True, slots=True)
class Error:
    """A quotation that was missed, found where there is none, or given to a wrong speaker."""

    article_id: str
    family: Family
    what: Literal["missed", "spurious", "speaker"]
    text: str
    gold_speaker: str | None
    found_speaker: str | None
    rule: str | None
    start: int

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


def errors(comparisons: Iterable[Comparison]) -> Iterator[Error]:
    """All errors, by family, article and place in the text; names as full as they are known."""
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
                Error(
                    c.article.id,
                    c.family,
                    "speaker",
                    p.gold.text,
                    p.gold.name or p.gold.speaker,
                    p.found.name or p.found.mention,
                    p.found.rule,
                    p.gold.start,
                )
                for p in c.pairs
                if not p.speaker_right
            ),
        ]
        yield from sorted(found, key=lambda error: error.start)
