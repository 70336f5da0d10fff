"""Who is quoted within a quotation: «… وقد أكدت اللجنة أن الجسر آمن …» holds the committee's words, too."""

from dataclasses import replace

from quotations.attribution.channels import set_media
from quotations.attribution.finder import Finder
from quotations.attribution.found import Found
from quotations.matching import forms_of
from quotations.model import Speaker
from quotations.page.marks import Marked
from quotations.page.sentences import Sentence, cut_inside
from quotations.reports.events import Reader, Report
from quotations.speakers.candidates import again
from quotations.words.wordclass import classify

_LEAST = 6  # tokens in marks: fewer hold no report with its subject and its words
# No colon's: tales have turns («قال التاجر: … فقال الصياد: …»).
_LED = frozenset({"cue-lead", "cue-after", "cue-far", "clause-that", "clause-before"})
_VIEWS = frozenset({"believe", "expect"})
_PURPOSE = forms_of("أن كي لكي حتى")
_OURS = "نا"  # أكدنا, حزبنا: the speaker's own


class Nested(Finder):
    """Reads marked words once more, as sentences of their own.

    Only a strong verb counts there, and only with its subject beside it: who speaks tells more often what others think
    than what they said, and «قالوا» points at people whom only his listeners know.
    """

    def __init__(self, outer: Finder, marks: dict[int, list[Marked]], marked: list[Marked]) -> None:
        """`marks` are the outermost ones of each sentence of `outer`, `marked` all marks of the text in order."""
        inner = [replace(m, depth=0) for m in marked if m.depth == 1]
        sentences: list[Sentence] = []
        self._places: dict[int, range] = {}
        at = 0
        for n, tops in marks.items():
            for m in tops:
                while at < len(inner) and inner[at].opening < m.first:
                    at += 1
                first = at
                while at < len(inner) and inner[at].opening <= m.last:
                    at += 1
                if m.last - m.first + 1 >= _LEAST:
                    parts = cut_inside(outer.text, m, outer.sentences[n], inner[first:at])
                    self._places[m.opening] = range(len(sentences), len(sentences) + len(parts))
                    sentences += parts
        reader = Reader(outer.text, sentences, inner, outer.reader.passages)
        reader.known = outer.reader.known
        super().__init__(outer.text, sentences, inner, reader, outer.speakers, outer.usage)
        self._marks = self.marks_by_sentence()

    def within(self, f: Found) -> list[Found]:
        """What others are quoted with in the words of a marked quotation."""
        if f.mark is None or f.speaker.kind == "scripture":
            return []
        out: list[Found] = []
        for n in self._places.get(f.mark.opening, ()):
            reports = self.reader.read(n)
            whose = self._whose(reports, self.sentences[n], f.speaker)
            if not whose:
                continue
            speakers = [whose.get(k, f.speaker) for k in range(len(reports))]
            set_media(self.text, reports, speakers)
            theirs = {id(reports[k]) for k in whose}
            for inner in self.find(n, reports, speakers, self._marks.get(n, [])):
                if id(inner.report) in theirs and inner.rule in _LED:
                    inner.sentence = f.sentence
                    out.append(inner)
        return out

    def _whose(self, reports: list[Report], s: Sentence, outer: Speaker) -> dict[int, Speaker]:
        """The speaker of each report that is somebody else's than `outer`, by its number."""
        out: dict[int, Speaker] = {}
        for k, r in enumerate(reports):
            if r.np is None:
                if r.main in out:
                    out[k] = again(out[r.main])
            elif self._is_told(r):
                speaker = self.speakers.namer.resolve(r.np, s.scope)
                if speaker.name is not None and speaker.key != outer.key:
                    out[k] = speaker
        return out

    def _is_told(self, r: Report) -> bool:
        """Whether a verb of saying stands with whoever said it, neither who speaks nor anybody, nor who only should."""
        if r.np is None or r.cueless or r.anybody or r.form is None or r.form.strength != "s" or r.form.cls in _VIEWS:
            return False
        ours = self.forms[r.first].endswith(_OURS) or self.forms[r.np.first].endswith(_OURS)
        told = classify(self.forms[r.np.first]).prep == "ل"  # وتقول للسكان إنهم
        wished = r.form.shape == "present" and self.forms[r.first - 1] in _PURPOSE  # نريد أن تؤكد اللجنة أن …
        return not (ours or told or wished) and self.reader.is_speaker(r.np)
