"""How far around a mention the like of what it means is looked for."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")

# How many of the like are looked at around a mention: an article names a few ministers, a text made to be slow names
# thousands.
NEAR = 64


def nearest_first(items: list[tuple[int, T]], before: int) -> Iterator[tuple[int, T]]:
    """The items before token `before`, the nearest first, then those after it; `items` are in reading order."""
    at = bisect_left(items, before, key=lambda item: item[0])
    yield from reversed(items[max(0, at - NEAR) : at])
    yield from items[at : at + NEAR]
