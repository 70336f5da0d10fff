"""The same figures by outlet, kind of marks, kind of quotation or way of naming the speaker."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from streams.evaluation.by import By
from streams.evaluation.comparison import Comparison
from streams.evaluation.figures import precision_recall_f1
from streams.evaluation.records import Family, Found, GoldArticle, GoldEntry

_MARKS = {"«": "« »", "»": "« »", '"': '" "', "“": "“ ”", "”": "“ ”", "„": "“ ”", "″": "“ ”", "'": "' '", "‘": "' '"}
_BEFORE = re.compile(r"(\S)\s*\Z")
_AFTER = re.compile(r"\s*[.،,؛!؟?…]*\s*(\S)")


@dataclass(slots=True)
class Group:
    """Counts of one group: hits where their annotated entry belongs, spurious ones where they belong themselves."""

    family: Family
    name: str
    hits: int = 0
    missed: int = 0
    spurious: int = 0
    right: int = 0

    @property
    def gold(self) -> int:
        return self.hits + self.missed

    @property
    def spans(self) -> list[float]:
        return precision_recall_f1(self.hits, self.hits + self.spurious, self.gold)

    @property
    def end_to_end(self) -> list[float]:
        return precision_recall_f1(self.right, self.hits + self.spurious, self.gold)

    def as_dict(self) -> dict[str, object]:
        counts = {"gold": self.gold, "pred": self.hits + self.spurious, "right": self.right}
        return {
            "family": self.family,
            "name": self.name,
            **counts,
            "spans": self.spans,
            "end_to_end": self.end_to_end,
        }


def breakdown(comparisons: Sequence[Comparison], by: By) -> list[Group]:
    """The groups, the largest first within each family."""
    key = _KEYS[by]
    groups: dict[tuple[Family, str], Group] = {}

    def group(c: Comparison, quotation: GoldEntry | Found) -> Group:
        name = key(c, quotation)
        return groups.setdefault((c.family, name), Group(c.family, name))

    for c in comparisons:
        for pair in c.pairs:
            g = group(c, pair.gold)
            g.hits += 1
            g.right += pair.speaker_right
        for entry in c.missed:
            group(c, entry).missed += 1
        for found in c.spurious:
            group(c, found).spurious += 1
    order: dict[Family, int] = defaultdict(lambda: len(order))
    return sorted(groups.values(), key=lambda g: (order[g.family], -g.gold, -g.spurious, g.name))


def marks_of(article: GoldArticle, start: int, end: int) -> str:
    """The marks around a span of the body: the pair's name, `mixed`, `one missing` or `none`."""
    before, after = _BEFORE.search(article.body[max(0, start - 4) : start]), _AFTER.match(article.body[end : end + 8])
    left = _MARKS.get(before[1]) if before else None
    right = _MARKS.get(after[1]) if after else None
    if left == right:
        return left or "none"
    return "mixed" if left and right else "one missing"


def _outlet(c: Comparison, _: GoldEntry | Found) -> str:
    return c.article.outlet or "(not named)"


def _marks(c: Comparison, quotation: GoldEntry | Found) -> str:
    return marks_of(c.article, quotation.start, quotation.end)


def _kind(c: Comparison, quotation: GoldEntry | Found) -> str:
    return quotation.kind or c.family


def _resolution(_: Comparison, quotation: GoldEntry | Found) -> str:
    return (quotation.how if isinstance(quotation, GoldEntry) else quotation.resolution) or "none"


_KEYS: dict[By, Callable[[Comparison, GoldEntry | Found], str]] = {
    By.OUTLET: _outlet,
    By.MARKS: _marks,
    By.KIND: _kind,
    By.RESOLUTION: _resolution,
}
