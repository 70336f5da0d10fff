"""One pass from first to last: each reporting event gets its speaker, each pair of marks its verdict."""

from quotations.attribution.channels import set_media
from quotations.attribution.finder import Finder
from quotations.attribution.found import Found
from quotations.attribution.nested import Nested
from quotations.attribution.usage import Usage
from quotations.model import Speaker
from quotations.page.marks import Marked
from quotations.page.sentences import Sentence, Stories
from quotations.people.registry import Registry
from quotations.reports.events import Reader, Report
from quotations.speakers.resolution import Speakers
from quotations.words.text import Text


class Attribution(Finder):
    """The pass over one field's text."""

    def __init__(
        self, text: Text, sentences: list[Sentence], marked: list[Marked], elsewhere: Registry | None = None
    ) -> None:
        """`elsewhere` are the people of another field of the same article: the body's, for the title."""
        self.marked = marked
        self.registry = Registry(text, [(s.first, s.last) for s in sentences])
        reader = Reader(text, sentences, marked)
        reader.known = self.registry.last_names | (elsewhere.last_names if elsewhere else set())
        speakers = Speakers(text, self.registry, reader.is_speaker)
        speakers.namer.stories = Stories(text, sentences)
        speakers.namer.elsewhere = elsewhere
        super().__init__(text, sentences, marked, reader, speakers, Usage(text, marked))

    def run(self) -> list[Found]:
        """Every quotation of the text, in reading order of its sentences; behind them those within marked ones."""
        by_sentence = self.marks_by_sentence()
        nested = Nested(self, by_sentence, self.marked)
        within: list[Found] = []
        for n, s in enumerate(self.sentences):
            reports = self.reader.read(n)
            speakers = self.speakers.of(n, s, reports)
            set_media(self.text, reports, speakers)
            found = self.find(n, reports, speakers, by_sentence.get(n, []))
            for f in found:
                f.chance = self.speakers.chances.get(f.report.first, 1.0) if f.report is not None else 1.0
                within += nested.within(f)
            self._last_cue = self._open_cue(n, s, reports, speakers)
        self.found += within
        return self.found

    def _open_cue(
        self, n: int, s: Sentence, reports: list[Report], speakers: list[Speaker]
    ) -> tuple[int, Report, Speaker] | None:
        """A strong cue whose line ends without its words and without a full stop, or any right before its colon: the
        next line may hold them."""
        if self.forms[s.last] in {".", "؟", "!"}:
            return None
        if not reports and self._last_cue is not None and self._last_cue[0] == n - 1:
            same = self.sentences[n - 1].paragraph == s.paragraph  # وقال في رد على سؤال ... خصوصا ما يتعلق بكذا
            return (n, *self._last_cue[1:]) if same else None
        for r, speaker in zip(reports, speakers, strict=True):
            opens = self.forms[s.last] == ":" and r is reports[-1]  # رسالة قالت فيها:, ويواصل المؤلفان:
            strong = r.first - s.first <= 2 and r.form is not None and r.form.strength == "s"
            if r.form and r.content in ("none", "bare", "colon") and (opens or strong):
                return n, r, speaker
        return None
