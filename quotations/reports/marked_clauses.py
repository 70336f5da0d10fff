"""Clauses that begin with marked words and go on unmarked: قال إن «…» لأن …, قال إن «…» وإن …."""

from quotations.matching import forms_of
from quotations.reports.clauses import Ends
from quotations.reports.contents import Contents
from quotations.reports.reading import AS, OUGHT, PREPOSITIONS, Report, Tokens
from quotations.words.cues import lookup

_CLAUSE_GOES_ON = 4  # words behind the mark that a clause begins with, at least
_ANOTHER = PREPOSITIONS | AS | forms_of("فيما بينما حيث ثم لكن إذ قبل بعد عقب خلال")  # the writer's own
_COMMENTED = (["علي", "حد"], ["علي", "لسان"], ["في", "اشاره"], ["من", "جهه"], ["من", "جانبه"])


class MarkedClauses(Contents):
    """Finds what of a clause stands behind the marks that it begins with."""

    def _past_mark(self, r: Report, ends: Ends, limit: int) -> Tokens | None:
        """قال إن «الجسر القديم آمن تماما» لأن العمل فيه انتهى: a clause that begins with marked words and goes on
        behind them; or the next one (إن «…» وإن العمل انتهى)."""
        m = self.top.get(r.content_at)
        if m is None or m.closing < 0 or self._is_aside(m.opening - 1):
            return None
        if not (self._that(m.opening - 1) or self.forms[m.opening - 1] in OUGHT):
            return None
        k = m.closing + 1
        if k + _CLAUSE_GOES_ON > limit or not self.words[k] or self.forms[k] in _ANOTHER:
            return None
        if any(f.shape == "participle" for f in lookup(self.forms[k])[0]):
            return None  # إن «…» مشيرا إلى …; not إن «تجار السوق» رفضوا العرض
        start = m.opening
        if self._that(k) and self.forms[k][0] == "و" and not self._is_although(k) and k + 1 not in self.top:
            start = k + 1
        elif self.forms[k][0] == "و" or self.forms[k : k + 2] in _COMMENTED:
            return None
        end = ends.after(m.closing, limit)
        return (start, end) if sum(self.words[k : end + 1]) >= _CLAUSE_GOES_ON else None
