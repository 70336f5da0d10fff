"""Where an unmarked clause ends: with its sentence, or where the writer's own reporting goes on."""

from bisect import bisect_right
from collections.abc import Sequence

from quotations import wordclass as wc
from quotations.cues import lookup
from quotations.matching import forms_of
from quotations.scripture import OPENING, names_source
from quotations.sentences import Sentence
from quotations.text import Text
from quotations.wordclass import classify

_STOPS = frozenset({".", "،", ",", "؛", ":", "-", "–", "..", "...", "…"})
_OCCASIONS = forms_of("قبل عقب ردا تعليقا")
_TURNS = forms_of(
    "لكن لكنه لكنها لكنهم لكنهما لكنهن ولكن ولكنه ولكنها ولكنهم ولكنهما ولكنهن "
    "بيد غير إلا إذ حيث كما فيما بينما وفيما وبينما بحيث ثم "
    "بعدما فقد"
)


class Ends:
    """The ends that the cues and connectives of one sentence set; each clause takes the first after its beginning."""

    def __init__(self, text: Text, s: Sentence, cuts: Sequence[tuple[int, int]]) -> None:
        """`cuts`: (token of a cue that ends what stands before, last token before it), in order."""
        self.text, self.s = text, s
        self.cuts = sorted({*cuts, *self._allusions()})
        self.at = [at for at, _ in self.cuts]

    def _allusions(self) -> list[tuple[int, int]]:
        """…، في إشارة إلى …, وذلك في سياق …: the writer explains what was meant, or when it was said."""
        forms = self.text.forms
        return [
            (k, k - 1)
            for k in range(self.s.first + 1, self.s.last)
            if (forms[k] == "في" and forms[k + 1] == "اشاره") or (forms[k] == "وذلك" and forms[k + 1] in _OCCASIONS)
        ]

    def after(self, start: int, limit: int) -> int:
        """The last token of the clause that begins at `start` and cannot go beyond `limit`."""
        n = bisect_right(self.at, start)
        end = min(limit, self.cuts[n][1]) if n < len(self.cuts) else limit
        return trimmed(self.text, start, end)


def trimmed(text: Text, first: int, end: int) -> int:
    """The clause's last token without final punctuation, a bare وذلك and a reference in brackets."""
    forms = text.forms
    while end > first:
        if (not text.words[end] and forms[end] in _STOPS) or forms[end] == "وذلك":
            end -= 1
        elif (
            forms[end] in OPENING.values()
            and (opening := _opening(text, first, end)) > first
            and names_source(text, opening)
        ):
            end = opening - 1
        elif forms[end] in OPENING.values() and forms[end] == ")" and _opening(text, first, end) < first:
            end -= 1
        else:
            break
    return end


def _opening(text: Text, first: int, end: int) -> int:
    """The opening bracket of a short bracket that closes at `end`; -1 where the clause has none."""
    for k in range(end - 1, max(first - 1, end - 12), -1):
        if text.forms[k] in OPENING:
            return k
    return -1 if end - first < 12 else end


def before_turn(text: Text, first: int, k: int) -> int:
    """The last token before the connective that leads to the cue at `k`: …، إلا أن مصدرا أعلن → the comma."""
    start = k
    for j in range(k - 1, max(first, k - 6), -1):
        form = text.forms[j]
        if not text.words[j]:
            break
        if form in _TURNS and (form not in ("الا", "غير") or text.forms[j + 1].startswith("ان")):
            start = j
            break
        if form == "حين" and text.forms[j - 1] == "في":
            start = j - 1
            break
    return start - 1


def is_conjoined(text: Text, k: int) -> bool:
    """وأضاف, و قال: the cue has و."""
    return (text.forms[k][0] in "وف" and lookup(text.forms[k])[1] > 0) or text.forms[k - 1] == "و"


def comma_before(text: Text, k: int) -> bool:
    """Whether a pause stands before the token."""
    return not text.words[k - 1] and not classify(text.forms[k - 1]).flags & wc.FUNCTION
