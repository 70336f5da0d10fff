"""What is asked of every word again and again, computed once for each spelling."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_CACHED = 1 << 16


class Memo(dict[str, T]):
    """A function of one word as a look-up, `memo[word]`; emptied when it has grown, so that no stream fills the memory.

    >>> lengths = Memo(len); lengths["قال"], dict(lengths)
    (3, {'قال': 3})
    """

    __slots__ = ("_compute",)

    def __init__(self, compute: Callable[[str], T]) -> None:
        super().__init__()
        self._compute = compute

    def __missing__(self, word: str) -> T:
        if len(self) >= _CACHED:
            self.clear()
        value = self[word] = self._compute(word)
        return value
