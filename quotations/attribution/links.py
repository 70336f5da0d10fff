"""Which reporting event governs a pair of marks, by where the two stand."""

from dataclasses import dataclass
from typing import Literal

from quotations.matching import word_form
from quotations.model import Kind
from quotations.page.marks import Marked
from quotations.page.sentences import Sentence
from quotations.reports.events import Report
from quotations.words import wordclass as wc
from quotations.words.cues import SAY, lookup
from quotations.words.text import Text
from quotations.words.wordclass import classify

_THUS = [word_form(words).split() for words in ("هكذا", "بهذه الكلمات", "بهذه العبارة", "بهذه العبارات", "بهذا")]
_CLAUSE = 4  # words in marks that hold a clause have more
_INSERTED = 12  # tokens from an inserted attribution to the words
Relation = Literal["lead", "after", "clause", "coordinated", "closes", "far"]


@dataclass(frozen=True, slots=True)
class Link:
    """A pair of marks governed by report number `report` of its sentence."""

    report: int
    relation: Relation
    kind: Kind


class Linker:
    """Links the marks of one sentence to its reports."""

    def __init__(self, text: Text, sentence: Sentence, reports: list[Report]) -> None:
        self.text, self.forms, self.words = text, text.forms, text.words
        self.sentence, self.reports = sentence, reports

    def link(self, m: Marked, previous: tuple[Marked, Link] | None) -> Link | None:
        """The report that governs `m`; `previous` is the sentence's mark before it with its link."""
        length = sum(self.words[m.first : m.last + 1])
        for k, r in enumerate(self.reports):
            if r.content == "mark" and r.content_at == m.opening:
                return Link(k, "lead", self._kind(m, r, length))
        inside = [
            k
            for k, r in enumerate(self.reports)
            if r.content in ("that", "colon", "bare") and r.content_at <= m.opening <= r.content_end
        ]
        after = self._after(m)
        if after is not None and not (inside and self._tells_else(after)):
            return Link(after, "after", "direct" if length >= 3 else "mixed")
        if inside:
            return Link(
                self._innermost(inside), "clause", "direct" if length > _CLAUSE and self._first_person(m) else "mixed"
            )
        if (
            previous is not None
            and m.opening - previous[0].last <= 9
            and previous[1].relation in ("lead", "after", "coordinated")
        ):
            return Link(previous[1].report, "coordinated", previous[1].kind if length > 3 else "mixed")
        for k, r in enumerate(self.reports):
            if r.content == "before" and r.first > m.opening:
                whole = m.opening <= self.sentence.first + 1 and length > 4
                return Link(k, "closes", "direct" if whole else "mixed")
        for k in range(len(self.reports) - 1, -1, -1):
            r = self.reports[k]
            if r.first < m.opening and m.opening - r.last < 40 and r.content != "before":
                return Link(k, "far", "direct" if self._whole(m, r, length) else "mixed")
        return self._inserted_before(m, length)

    def _inserted_before(self, m: Marked, length: int) -> Link | None:
        """تقوم الخطة، بحسب فلان، على «…»: an attribution of the sentence stands before its marked words."""
        for k in range(len(self.reports) - 1, -1, -1):
            r = self.reports[k]
            named = length < 4 and r.np is not None and r.np.last == m.opening - 1  # بحسب منظمة «السنبلة»
            if r.content == "before" and 0 < m.opening - r.last <= _INSERTED and not named:
                return Link(k, "far", "direct" if self._whole(m, r, length) else "mixed")
        return None

    def _innermost(self, inside: list[int]) -> int:
        """قال الوزير إن الحراس يعتقدون أن الصيادين «غرباء»: of the reports `inside` whose clauses marked words stand,
        the last, but whoever tells of others' view words it; an outlet passes it on as it was worded."""
        if len(inside) < 2:
            return inside[-1]
        outer, view = self.reports[inside[-2]], self.reports[inside[-1]]
        held = view.form is not None and view.form.cls in ("believe", "expect") and view.form.shape == "present"
        if not held or outer.style != "finite" or outer.np is None or view.first < outer.content_at:
            return inside[-1]
        outlet = outer.np.head >= 0 and classify(self.forms[outer.np.head]).flags & (wc.MEDIA | wc.MEDIA_NAME)
        return inside[-1] if outlet else inside[-2]

    def _whole(self, m: Marked, r: Report, length: int) -> bool:
        """Whether marks far from their cue hold a statement of their own."""
        if self.forms[m.opening - 1] == ":":
            return True
        if length > _CLAUSE and self._that(m.first):
            return True
        strong = r.form is not None and r.form.strength == "s"
        return length > 6 and (self._first_person(m) or (strong and length > 12))

    def _first_person(self, m: Marked) -> bool:
        return any(
            self.forms[k] in ("لقد", "انا", "نحن", "انني", "اننا", "لست", "كنت", "كنا")
            for k in range(m.first, m.first + 4)
        )

    def _that(self, k: int) -> bool:
        """إلى «أن العمل بدأ»: the particle of a clause stands in the marks."""
        return bool(classify(self.forms[k]).flags & wc.THAT)

    def _kind(self, m: Marked, r: Report, length: int) -> Kind:
        """Direct where the marks hold the statement, mixed where they hold a part of the writer's sentence."""
        at = m.opening - 1
        before = self.forms[at] if m.opening else ""
        w = classify(before)
        judges = r.form is not None and r.form.strength == "e"
        opened = w.flags & wc.THAT and length > 3 and not (judges and before[0] == "ب")  # وصفه بأنه «…» names him
        if before == ":" or r.style == "colon" or opened or (length > _CLAUSE and self._that(m.first)):
            return "direct"
        if judges or length <= 2:
            return "mixed"
        if w.flags & wc.THAT or not self.words[at]:
            return "direct"
        if w.flags & wc.PREPOSITION or before in ("بـ", "لـ", "ب", "ل") or self._is_topic(at, r):
            return "mixed"
        ends = m.closing >= self.sentence.last - 1 or m.closing < 0
        return "mixed" if at - r.last > 13 and not (ends and length > 3) else "direct"

    def _is_topic(self, k: int, r: Report) -> bool:
        """شدد فلان على ضرورة «…»: token `k` is what the cue's preposition governs, right behind its subject."""
        said = max(r.last, r.np.last if r.np else -1)
        return k - 2 == said and self.forms[k - 1] in ("علي", "الي")

    def _tells_else(self, k: int) -> bool:
        """إن الطريق «مغلق»، أشار المدير إلى خطة: a verb of pointing with its own object follows, and takes no words
        from the clause before."""
        r = self.reports[k]
        at = (r.np.last if r.np is not None else r.last) + 1
        return r.form is not None and r.form.lemma != SAY and self.forms[at : at + 1] in (["الي"], ["علي"], ["عن"])

    def _after(self, m: Marked) -> int | None:
        """«…»، قال فلان; «…»، هكذا قال فلان: a verb with its subject right behind the marks, or a comma."""
        end = m.closing if m.closing >= 0 else m.last
        for k, r in enumerate(self.reports):
            if r.style != "finite" or r.subject_first or not end < r.first <= end + 5 or lookup(self.forms[r.first])[1]:
                continue  # «…»، فردت فلانة: what follows is hers
            between = [self.forms[j] for j in range(end + 1, r.first) if self.words[j]]
            present = r.form is not None and r.form.strength == "s" and r.form.shape == "present"
            goes_on = present and self.forms[end + 1] in "،,-–"  # «…»، يضيف
            named = r.np is not None or goes_on or (r.form is not None and r.form.lemma == SAY)
            if named and (not between or between in _THUS):
                return k
        return None
