"""What the stages look for in a text, found for all of them in one pass over its words.

A stage that asked every word of a text itself would pay for the look-up what all of them pay together here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import compress, count

from quotations.words.memo import Memo


class Landmark:
    """A class of words or signs that a stage looks for, told by the matching form alone: listed, or by a `test`."""

    __slots__ = ("bit",)

    def __init__(self, listed: Iterable[str] = (), test: Callable[[str], object] | None = None) -> None:
        self.bit = 1 << next(_NUMBERS)
        for form in listed:
            _LISTED[form] = _LISTED.get(form, 0) | self.bit
        if test is not None:
            _TESTS.append((self.bit, test))
        _BITS.clear()  # what was told of a form before this one was thought of


_NUMBERS = count()
_LISTED: dict[str, int] = {}  # forms to the bits of the landmarks that list them
_TESTS: list[tuple[int, Callable[[str], object]]] = []


def _bits(form: str) -> int:
    bits = _LISTED.get(form, 0)
    for bit, test in _TESTS:
        if test(form):
            bits |= bit
    return bits


_BITS = Memo(_bits)


class Landmarks:
    """Where the landmarks of one text stand."""

    __slots__ = ("_bits", "_found", "_places")

    def __init__(self, forms: list[str]) -> None:
        self._bits = list(map(_BITS.__getitem__, forms))
        self._found = list(compress(range(len(forms)), self._bits))
        self._places: dict[int, list[int]] = {}

    def where(self, wanted: Landmark, first: int, last: int) -> list[int]:
        """The tokens from `first` to `last`, both included, that are `wanted`, in order."""
        bit = wanted.bit
        places = self._places.get(bit)
        if places is None:
            bits = self._bits
            places = self._places[bit] = [k for k in self._found if bits[k] & bit]
        return places[bisect_left(places, first) : bisect_right(places, last)]
