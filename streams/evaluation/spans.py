"""Which found span is which annotated one."""

from collections.abc import Sequence
from typing import Protocol


class Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def overlap(a: Spanned, b: Spanned) -> float:
    """Intersection over union of two spans, 0 to 1."""
    inter = min(a.end, b.end) - max(a.start, b.start)
    return inter / (max(a.end, b.end) - min(a.start, b.start)) if inter > 0 else 0.0


def match(found: Sequence[Spanned], gold: Sequence[Spanned], threshold: float) -> list[tuple[int, int]]:
    """Pairs of indices into `found` and `gold`, one to one, best overlap first, none below `threshold`."""
    candidates = sorted(
        (
            (score, i, j)
            for i, f in enumerate(found)
            for j, g in enumerate(gold)
            if (score := overlap(f, g)) >= threshold
        ),
        reverse=True,
    )
    used_found: set[int] = set()
    used_gold: set[int] = set()
    pairs = []
    for _, i, j in candidates:
        if i not in used_found and j not in used_gold:
            used_found.add(i)
            used_gold.add(j)
            pairs.append((i, j))
    return pairs
