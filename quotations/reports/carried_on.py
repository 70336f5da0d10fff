"""A clause that goes on in the next sentence: وقالت الشرطة إن المدينة هادئة. وإن التحقيق مستمر."""

from quotations.matching import forms_of
from quotations.page.sentences import Sentence
from quotations.reports.joining import Joining
from quotations.reports.reading import AND_THAT, Report

_COUNTED = AND_THAT | forms_of("أن أنه أنها أنهم إن إنه إنها إنهم")
_AT_THE_END = 3  # tokens of final punctuation, a closing bracket


class CarriedOn(Joining):
    """Knows where the last clause ended."""

    def _carried_on(self, n: int, s: Sentence, reports: list[Report]) -> Report | None:
        """The report of a sentence that begins with «وأن» right behind one whose clause ran to its end."""
        if not n or self.open_clause != n - 1 or s.last - s.first < _AT_THE_END:
            return None
        at = self._past_number(s)
        if self.forms[at] not in (AND_THAT if at == s.first else _COUNTED):
            return None
        before = self.sentences[n - 1]
        if before.scope != s.scope or before.paragraph != s.paragraph or self._is_although(at):
            return None
        if any(r.first <= at for r in reports):
            return None
        r = Report(n, at, at, "preposition", None)
        self._begin(s, r, at + 1)
        return r

    def _past_number(self, s: Sentence) -> int:
        """3) أن …, - أن …: where the words begin behind an item's number or dash."""
        at = s.first
        while at < s.first + _AT_THE_END and at < s.last and not self.forms[at].isalpha():
            at += 1
        return at

    def _note_end(self, n: int, s: Sentence, reports: list[Report]) -> None:
        """Remember the sentence where somebody's clause behind a particle is the last thing in it."""
        if any(
            r.content == "that" and r.content_end >= s.last - _AT_THE_END and not r.cueless and not r.negated
            for r in reports
        ):
            self.open_clause = n
