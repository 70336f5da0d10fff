"""What a text says again: an index of its words, made when somebody asks for it first."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from quotations.words.text import Text


class Repeated:
    """Where the words of one text stand, and which of them stand side by side more than once."""

    def __init__(self, forms: list[str]) -> None:
        self._forms = forms
        self._looked_at = 0  # words behind which the second of a pair has been looked for
        self._places: dict[str, list[int]] | None = None
        self._pairs: Counter[tuple[str, str]] | None = None

    def places(self, form: str) -> Sequence[int]:
        """The tokens with this form, in order."""
        if self._places is None:
            self._places = defaultdict(list)
            for k, each in enumerate(self._forms):
                self._places[each].append(k)
        return self._places.get(form, ())

    def again(self, first: str, second: str) -> bool:
        """Whether these two words stand side by side more than once."""
        forms = self._forms
        if self._pairs is None:
            places = self.places(first)
            self._looked_at += len(places)
            if self._looked_at <= len(forms):  # linear work, and mostly less than counting every pair
                return sum([forms[k + 1 : k + 2] == [second] for k in places]) > 1
            self._pairs = Counter(pairwise(forms))
        return self._pairs[first, second] > 1


@lru_cache(maxsize=2)
def repeated(text: Text) -> Repeated:
    """What is said again in `text`: more likely a name."""
    return Repeated(text.forms)
