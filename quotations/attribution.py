"""One pass from first to last: each reporting event gets its speaker, each pair of marks its verdict."""

from dataclasses import dataclass, field

from quotations import wordclass as wc
from quotations.marks import Marked
from quotations.model import Speaker
from quotations.people import Registry
from quotations.reports import Reader, Report
from quotations.sentences import Sentence
from quotations.speakers import Speakers, again
from quotations.text import Text
from quotations.wordclass import classify

_MAX_CONTINUED = 14  # sentences over which a dropped subject reaches back


@dataclass(slots=True)
class Found:
    """A quotation as tokens, before it is turned into the engine's result."""

    kind: str
    first: int
    last: int
    report: Report | None
    speaker: Speaker
    sentence: int
    rule: str
    features: dict[str, float] = field(default_factory=dict)
    part_of: int = -1
    mark: int = -1


class Attribution:
    """The pass over one field's text."""

    def __init__(self, text: Text, sentences: list[Sentence], marked: list[Marked]) -> None:
        self.text, self.forms, self.words = text, text.forms, text.words
        self.sentences, self.marked = sentences, marked
        self.registry = Registry(text)
        self.reader = Reader(text, sentences, marked)
        self.reader.known = self.registry.last_names
        self.speakers = Speakers(text, self.registry)
        self.found: list[Found] = []
        self.rejected: list[tuple[Marked, str]] = []
        self.taken: set[int] = set()
        self.top = [m for m in marked if m.depth == 0]

    def run(self) -> list[Found]:
        by_sentence = self._marks_by_sentence()
        for n, s in enumerate(self.sentences):
            reports = self.reader.read(n)
            speakers = self.speakers.of(n, s, reports)
            self._marked(n, s, reports, speakers, by_sentence.get(n, []))
            self._unmarked(n, s, reports, speakers)
        return self.found

    def _marks_by_sentence(self) -> dict[int, list[Marked]]:
        out: dict[int, list[Marked]] = {}
        n = 0
        for m in self.top:
            while n + 1 < len(self.sentences) and self.sentences[n].last < m.opening:
                n += 1
            out.setdefault(n, []).append(m)
        return out

    # -- marks --------------------------------------------------------------------------------------------------------

    def _marked(self, n: int, s: Sentence, reports: list[Report], speakers: list[Speaker], marks: list[Marked]) -> None:
        previous: Found | None = None
        for m in marks:
            found = self._judge(n, s, m, reports, speakers, previous)
            if found is not None:
                found.mark = m.opening
                self.found.append(found)
                previous = found

    def _judge(
        self, n: int, s: Sentence, m: Marked, reports: list[Report], speakers: list[Speaker], previous: Found | None
    ) -> Found | None:
        length = sum(self.words[m.first : m.last + 1])
        # 1. a cue leads right to the mark
        for k, r in enumerate(reports):
            if r.content == "mark" and r.content_at == m.opening:
                kind = self._kind(m, r, length)
                if kind == "mixed" and self._scare(m, length, r, True):
                    return None
                return Found(kind, m.first, m.last, r, speakers[k], n, "cue-before" if r.style != "colon" else "colon")
        # 2. a cue follows
        after = self._cue_after(m, s, reports)
        if after is not None and (length >= 3 or not self._scare(m, length, None, False)):
            return Found(
                "direct" if length >= 3 else "mixed", m.first, m.last, reports[after], speakers[after], n, "cue-after"
            )
        # 3. inside an unmarked clause
        inside = [
            k
            for k, r in enumerate(reports)
            if r.content in ("that", "colon", "bare") and r.content_at <= m.opening <= r.content_end
        ]
        if inside:
            k = inside[-1]
            if self._scare(m, length, reports[k], False):
                return None
            return Found("mixed", m.first, m.last, reports[k], speakers[k], n, "inside-clause")
        # 4. goes on from the mark before it in the sentence
        if (
            previous is not None
            and previous.report is not None
            and m.opening - previous.last <= 9
            and not self._scare(m, length, previous.report, False)
        ):
            return Found(
                previous.kind if length > 3 else "mixed",
                m.first,
                m.last,
                previous.report,
                previous.speaker,
                n,
                "coordinated",
            )
        # 5. before a closing preposition of reporting
        for k, r in enumerate(reports):
            if r.content == "before" and r.first > m.opening:
                if self._scare(m, length, r, False):
                    return None
                whole = m.opening <= s.first + 1 and length > 4
                return Found("direct" if whole else "mixed", m.first, m.last, r, speakers[k], n, "cue-closes")
        # 6. a cue earlier in the sentence, without content of its own
        for k in range(len(reports) - 1, -1, -1):
            r = reports[k]
            if r.first < m.opening and r.content == "none" and m.opening - r.last < 40:
                evaluates = r.form is not None and r.form.strength == "e"
                if (length >= 4 or evaluates) and not self._scare(m, length, r, evaluates):
                    return Found("mixed", m.first, m.last, r, speakers[k], n, "cue-far")
                return None
        # 7. a paragraph of its own after a quotation: the same speaker goes on
        if m.opening <= s.first + 1 and length >= 5 and m.last >= s.last - 3 and self.found:
            last = self.found[-1]
            if n - last.sentence <= 1 and last.kind == "direct" and self.sentences[last.sentence].scope == s.scope:
                carried = again(last.speaker)
                return Found(
                    "direct", m.first, m.last, None, carried, n, "paragraph-goes-on", part_of=len(self.found) - 1
                )
        return None

    def _kind(self, m: Marked, r: Report, length: int) -> str:
        before = self.forms[m.opening - 1] if m.opening else ""
        if before == ":" or r.style == "colon":
            return "direct" if length > 1 else "direct"
        if r.form and r.form.strength == "e":
            return "mixed"
        w = classify(before)
        if length <= 2:
            return "mixed"
        if w.flags & wc.THAT or not self.words[m.opening - 1]:
            return "direct"
        if w.flags & wc.PREPOSITION or before in ("بـ", "لـ", "ب", "ل") or m.opening - r.last > 14:
            return "mixed"
        return "direct"

    def _cue_after(self, m: Marked, s: Sentence, reports: list[Report]) -> int | None:
        end = m.closing if m.closing >= 0 else m.last
        for k, r in enumerate(reports):
            if r.style == "finite" and end < r.first <= end + 3 and not r.subject_first:
                between = self.forms[end + 1 : r.first]
                if (
                    all(not w.isalnum() for w in between)
                    and (r.np is not None or r.form and r.form.lemma == "قال")
                    and self.forms[r.first][0] != "و"
                ):
                    return k
        return None

    def _scare(self, m: Marked, length: int, r: Report | None, near: bool) -> bool:
        """A name, a title of a work, an emphasis: no words of a speaker."""
        before = self.forms[m.opening - 1] if m.opening else ""
        if m.opening and self.words[m.opening - 1]:
            w = classify(before)
            if w.flags & (wc.NAME_MARK | wc.ORGANIZATION | wc.MEDIA) and length <= 4:
                return True
        if length <= 1 and not near:
            return True
        if length <= 3 and not near:
            if all(
                classify(self.forms[k]).flags & (wc.GIVEN | wc.PLACE | wc.BODY_NAME | wc.MEDIA_NAME | wc.SURNAME)
                for k in range(m.first, m.last + 1)
                if self.words[k]
            ):
                return True
        return length <= 2 and not near

    # -- unmarked -------------------------------------------------------------------------------------------------------

    def _unmarked(self, n: int, s: Sentence, reports: list[Report], speakers: list[Speaker]) -> None:
        for k, r in enumerate(reports):
            if r.content in ("that", "colon", "bare") and r.content_end - r.content_at >= 1:
                first, last = r.content_at, r.content_end
                if self._is_marked_whole(first, last):
                    continue
                last = self._with_marks(first, last)
                self.found.append(Found("indirect", first, last, r, speakers[k], n, f"clause-{r.content}"))
            elif r.content == "before" and not any(f.report is r for f in self.found):
                first, last = s.first, r.first - 1
                while last > first and not self.words[last]:
                    last -= 1
                if last - first >= 3 and not any(o.content_at >= 0 and o.content_at < r.first for o in reports):
                    self.found.append(Found("indirect", first, last, r, speakers[k], n, "clause-before"))

    def _is_marked_whole(self, first: int, last: int) -> bool:
        return any(
            m.opening <= first + 1 and (m.closing if m.closing >= 0 else m.last) >= last - 1
            for m in self.top
            if abs(m.opening - first) <= 1
        )

    def _with_marks(self, first: int, last: int) -> int:
        """A clause never ends inside a pair of marks."""
        for m in self.top:
            if m.opening <= last < m.last and m.opening > first:
                return m.last
        return last
