"""What a text says again. Most texts are asked about a few words only: an index of all of them is made late."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from quotations.words.text import Text

_FEW = 12  # questions; with more of them, looking through the text for each would no longer be linear work


class Repeated:
    """Where the words of one text stand, and which of them stand side by side more than once."""

    def __init__(self, forms: list[str]) -> None:
        self._forms = forms
        self._asked = 0
        self._places: dict[str, list[int]] | None = None
        self._pairs: Counter[tuple[str, str]] | None = None

    def places(self, form: str) -> Sequence[int]:
        """The tokens with this form, in order."""
        if self._places is None:
            if self._asks_little():
                return self._look_for(form)
            self._places = defaultdict(list)
            for k, each in enumerate(self._forms):
                self._places[each].append(k)
        return self._places.get(form, ())

    def again(self, first: str, second: str) -> bool:
        """Whether these two words stand side by side more than once."""
        forms = self._forms
        if self._pairs is None:
            if self._asks_little():
                return sum([forms[k + 1 : k + 2] == [second] for k in self._look_for(first)]) > 1
            self._pairs = Counter(pairwise(forms))
        return self._pairs[first, second] > 1

    def _asks_little(self) -> bool:
        self._asked += 1
        return self._asked <= _FEW

    def _look_for(self, form: str) -> list[int]:
        out, k = [], -1
        for _ in range(self._forms.count(form)):
            k = self._forms.index(form, k + 1)
            out.append(k)
        return out


@lru_cache(maxsize=2)
def repeated(text: Text) -> Repeated:
    """What is said again in `text`: more likely a name."""
    return Repeated(text.forms)
