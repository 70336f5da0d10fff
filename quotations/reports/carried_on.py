"""A clause that goes on in the next sentence: وقالت الشرطة إن المدينة هادئة. وإن التحقيق مستمر."""

from quotations.matching import forms_of
from quotations.page.sentences import Sentence
from quotations.reports.joining import Joining
from quotations.reports.reading import Report

_GOES_ON = forms_of("وأن وأنه وأنها وأنهم وأنهما وأنهن وإن وإنه وإنها وإنهم وبأن وبأنه وبأنها")
_AT_THE_END = 3  # tokens of final punctuation, a closing bracket


class CarriedOn(Joining):
    """Knows where the last clause ended."""

    def _carried_on(self, n: int, s: Sentence, reports: list[Report]) -> Report | None:
        """The report of a sentence that begins with «وأن» right behind one whose clause ran to its end."""
        if self.open_clause != n - 1 or self.forms[s.first] not in _GOES_ON or s.last - s.first < _AT_THE_END:
            return None
        before = self.sentences[n - 1]
        if before.scope != s.scope or before.paragraph != s.paragraph or self._is_although(s.first):
            return None
        if any(r.first <= s.first for r in reports):
            return None
        r = Report(n, s.first, s.first, "preposition", None)
        self._begin(s, r, s.first + 1)
        return r

    def _note_end(self, n: int, s: Sentence, reports: list[Report]) -> None:
        """Remember the sentence where somebody's clause behind a particle is the last thing in it."""
        if any(
            r.content == "that" and r.content_end >= s.last - _AT_THE_END and not r.cueless and not r.negated
            for r in reports
        ):
            self.open_clause = n
