"""What one sentence gives: its marked words and its clauses, each under the report that governs it."""

from dataclasses import replace

from quotations.attribution.comments import named_behind
from quotations.attribution.found import Found
from quotations.attribution.links import Link, Linker
from quotations.attribution.usage import Usage
from quotations.attribution.verdict import features_of, is_name, probability
from quotations.matching import forms_of
from quotations.model import Kind, Speaker
from quotations.page.blocks import SENTENCE_ENDS
from quotations.page.marks import MARKS, Marked
from quotations.page.quran import of_quran
from quotations.page.scripture import WORDS, announced, is_vocalised, reference, reference_behind, transmitted
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.reports.events import Reader, Report
from quotations.speakers.candidates import again
from quotations.speakers.resolution import Speakers
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.formulas import GOD, PROPHET
from quotations.words.text import Text
from quotations.words.wordclass import classify

THRESHOLD = 0.5
_LED = frozenset({"cue-lead", "interrupted"})
_LOOSE = frozenset({"cue-far", "cue-clause", "cue-coordinated"})
_REPLY = 6  # tokens from the verb of a reply to its colon
_LONGEST_TURN = 24  # sentences behind the first one in the words behind a colon
_CLAUSE = 5  # words in marks behind a particle that are no name
_UTTERANCE = 8  # words in marks that are no name wherever they stand
_UNLED = 0.6  # what the place of such words says of them: less than most cues
_HEADS = forms_of("كما وقد ثم فقد")
_PAUSES = SENTENCE_ENDS - {"."}


class Finder:
    """Finds what the reports of one sentence after the other govern, and keeps it in `found`; `candidates` keeps every
    linked mark with its features, accepted or not."""

    def __init__(
        self,
        text: Text,
        sentences: list[Sentence],
        marked: list[Marked],
        reader: Reader,
        speakers: Speakers,
        usage: Usage,
    ) -> None:
        self.text, self.forms, self.words = text, text.forms, text.words
        self.sentences = sentences
        self.top = [m for m in marked if m.depth == 0]
        self.reader, self.speakers, self.usage = reader, speakers, usage
        self.found: list[Found] = []
        self.candidates: list[Found] = []
        self._last_cue: tuple[int, Report, Speaker] | None = None  # a report without content at its sentence's end

    def find(self, n: int, reports: list[Report], speakers: list[Speaker], marks: list[Marked]) -> list[Found]:
        """What sentence `n` gives, whose reports have these speakers and in which these marks stand."""
        known = len(self.found)
        if marks:
            self._marked(n, self.sentences[n], reports, speakers, marks)
        if reports:
            self._unmarked(n, self.sentences[n], reports, speakers, marks, known)
        return self.found[known:]

    def marks_by_sentence(self) -> dict[int, list[Marked]]:
        """The outermost marks of each sentence that has any."""
        out: dict[int, list[Marked]] = {}
        n = 0
        for m in self.top:
            while n + 1 < len(self.sentences) and self.sentences[n].last < m.opening:
                n += 1
            if self.sentences and self.sentences[n].first <= m.opening <= self.sentences[n].last:
                out.setdefault(n, []).append(m)  # marks in the page's furniture stand in no sentence
        return out

    # -- marks --------------------------------------------------------------------------------------------------------

    def _marked(self, n: int, s: Sentence, reports: list[Report], speakers: list[Speaker], marks: list[Marked]) -> None:
        linker = Linker(self.text, s, reports)
        previous: tuple[Marked, Link] | None = None
        cut_by: dict[int, int] = {}  # report -> the found quotation that it cut («…»، قال فلان، «…»)
        named = _named(reports)
        for m in marks:
            if m.first in named or (self.forms[m.last][0].isdigit() and reference(self.text, m.opening)):
                continue  # «…» «الزمر: 36»
            link = linker.link(m, previous)
            found = self._interrupted(n, s, m) if link is None or link.relation in ("far", "clause") else None
            if found is None and link is not None:
                r = reports[link.report]
                features = features_of(self.text, m, link, r, self.usage)
                found = Found(
                    link.kind,
                    m.first,
                    m.last,
                    r,
                    speakers[link.report],
                    n,
                    f"cue-{link.relation}",
                    m,
                    features,
                    probability(features),
                )
                self.candidates.append(found)
                if found.probability < THRESHOLD:
                    found = None
                else:
                    previous = (m, link)
                    if link.relation == "after":
                        cut_by[link.report] = len(self.found)
                    elif link.relation in ("lead", "coordinated"):
                        found.part_of = cut_by.get(link.report, -1)
            found = (
                self._scripture(n, s, m, found) or found or self._named_behind(n, s, m) or self._without_cue(n, s, m)
            )
            if found is None and link is None:
                found = self._inside_without_cue(n, s, m, reports, speakers)
            if found is not None:
                self.found.append(found)

    def _interrupted(self, n: int, s: Sentence, m: Marked) -> Found | None:
        """«…، تقول فلانة، …» under one pair of marks: the writer's words stand inside."""
        if m.last - m.first < 7:
            return None
        for j in range(m.first + 2, m.last - 1):
            if self.forms[j - 1] not in "،,-–" or not self.words[j] or self.forms[j][0] in "وف":
                continue
            readings, _ = lookup(self.forms[j])
            form = next((f for f in readings if f.strength == "s" and f.shape in ("past", "present")), None)
            np = parse(self.text, j + 1, m.last + 1) if form else None
            if form is None or np is None or np.last + 1 > m.last or self.forms[np.last + 1] not in "،,-–":
                continue
            if not (np.has_name or np.head >= 0):
                continue
            r = Report(n, j, j, "finite", form, np)
            found = Found("direct", m.first, m.last, r, self.speakers.namer.resolve(np, s.scope), n, "interrupted", m)
            found.interruptions.append((j - 1, np.last + 1))
            return found
        return None

    def _scripture(self, n: int, s: Sentence, m: Marked, found: Found | None) -> Found | None:
        """«…» (يوسف: 38): a verse is God's word whoever recites it; where no cue leads to them, so are words that bear
        all their vowel signs."""
        if found is not None and found.speaker.kind == "scripture":
            return None
        span, whose = reference_behind(self.text, m), GOD
        said = span is not None
        if span is None and not (found is not None and found.rule in _LED and found.speaker.name):
            if m.closing >= 0 and m.last - m.first >= WORDS - 1 and transmitted(self.text, m.closing + 1):
                span, whose = (m.first, m.first), PROPHET
            elif of_quran(self.text, m.first, m.last):
                span = (m.first, m.first)
        if span is None:
            if found is not None and not (found.rule in _LOOSE and is_vocalised(self.text, m)):
                return None
            whose, at = announced(self.text, m)
            said = at >= 0
            if not said and not is_vocalised(self.text, m):
                return None
            whose, span = whose or GOD, (at, at) if said else (m.first, m.first)
        np = NounPhrase(*span, "document", feminine=False, fixed=whose)
        speaker = replace(self.speakers.namer.resolve(np, s.scope), kind="scripture")
        if not said:
            speaker = replace(speaker, mention=None, mention_span=None)
        led = found.report if found is not None and found.rule == "cue-lead" else None  # وقال الخطيب: «…» (يوسف: 38)
        r = led or Report(n, *span, "preposition", None, np, cueless=True)
        return Found("direct", m.first, m.last, r, speaker, n, "verse", m)

    def _named_behind(self, n: int, s: Sentence, m: Marked) -> Found | None:
        """Marks that open a sentence, whose words are given to somebody only behind them."""
        if m.opening > s.first + 1 or m.closing < 0 or m.last == m.first or is_name(self.text, m):
            return None
        np = named_behind(self.text, self.sentences, n, m, self.reader.is_speaker)
        if np is None:
            return None
        r = Report(n, np.first, np.last, "preposition", None, np, cueless=True)
        return Found("direct", m.first, m.last, r, self.speakers.namer.resolve(np, s.scope), n, "signed", m)

    def _without_cue(self, n: int, s: Sentence, m: Marked) -> Found | None:
        """A line of marks alone: it goes on from the quotation, or from the open cue, of the line before. A colon there
        leads to any line that marks open."""
        if m.opening > s.first + 1:
            return None
        opened = self._last_cue if self._last_cue is not None and self._last_cue[0] == n - 1 else None
        led = opened is not None and self.forms[self.sentences[n - 1].last] == ":"
        length = sum(self.words[m.first : m.last + 1])
        if length < (3 if led or s.block == "headline" else 5) or not (led or m.last >= s.last - 3):
            return None
        if opened is not None:
            return Found("direct", m.first, m.last, opened[1], opened[2], n, "cue-line-before", m)
        if self.found:
            last = self.found[-1]
            near = n - last.sentence <= 1 and self.sentences[last.sentence].scope == s.scope
            if near and (last.kind == "direct" or length >= 8 or s.block == "headline"):
                part = len(self.found) - 1 if last.mark is not None else -1
                return Found(
                    "direct", m.first, m.last, None, again(last.speaker), n, "paragraph-goes-on", m, part_of=part
                )
        return None

    def _inside_without_cue(
        self, n: int, s: Sentence, m: Marked, reports: list[Report], speakers: list[Speaker]
    ) -> Found | None:
        """والسبب أنه «…»; لم يعد ممكنا «…»: so many marked words, to which no cue leads, are those of the one who spoke
        last in the sentence, or in the one before."""
        length = sum(self.words[m.first : m.last + 1])
        previous = self.forms[m.opening - 1] if m.opening else ""
        that = classify(previous).flags & wc.THAT
        if m.closing < 0 or s.block == "headline" or previous == ":":
            return None
        if length < (_CLAUSE if that else _UTTERANCE) or is_name(self.text, m):
            return None
        kind: Kind = "direct" if that else "mixed"
        before = [k for k, r in enumerate(reports) if r.last < m.opening]
        if before:
            k = before[-1]
            r, speaker = reports[k], speakers[k]
            return Found(kind, m.first, m.last, r, speaker, n, "paragraph-goes-on", m, probability=_UNLED)
        if not self.found or self.found[-1].speaker.name is None:
            return None
        last = self.found[-1]
        if n - last.sentence > 1 or self.sentences[last.sentence].scope != s.scope or last.speaker.kind == "scripture":
            return None
        np = self._heads(s, m.opening)
        speaker = self.speakers.namer.resolve(np, s.scope) if np is not None else again(last.speaker)
        return Found(kind, m.first, m.last, None, speaker, n, "paragraph-goes-on", m, probability=_UNLED)

    def _heads(self, s: Sentence, end: int) -> NounPhrase | None:
        """كما توقفت النقابة عند «…»: the subject of a sentence that no cue opens, behind its verb."""
        k = s.first + 1 + (self.forms[s.first] in _HEADS)
        verb = classify(self.forms[k - 1])
        if k >= end or not self.words[k] or verb.definite or verb.flags & ~wc.COMMON or verb.prep:
            return None
        np = parse(self.text, k, end)
        return np if np is not None and np.head >= 0 and self.reader.is_speaker(np) else None

    # -- unmarked -----------------------------------------------------------------------------------------------------

    def _unmarked(
        self, n: int, s: Sentence, reports: list[Report], speakers: list[Speaker], marks: list[Marked], known: int
    ) -> None:
        governing = {
            id(f.report)
            for f in self.found[known:]
            if f.kind == "direct" or not (f.report is not None and f.report.content == "before")
        }
        led = {id(f.report) for f in self.found[known:]}  # reports whose marked words are somebody's, not a name
        for k, r in enumerate(reports):
            if r.content in ("that", "colon", "bare") and r.content_end - r.content_at >= (r.content != "that"):
                first, last = r.content_at, r.content_end
                if r.content == "colon" and last >= s.last - 1:
                    last = self._over_pauses(n, last)
                first, last = self.text.trimmed(first, last)
                if self._is_marked_whole(marks, first, last) or True not in self.words[first : last + 1]:
                    continue
                bare = r.cueless and r.np is not None and r.np.first == r.content_at  # a verse that nothing names
                self.found.append(
                    Found(
                        "indirect",
                        first,
                        self._end_of_clause(marks, first, last),
                        r,
                        replace(speakers[k], mention=None, mention_span=None) if bare else speakers[k],
                        n,
                        f"clause-{r.content}",
                    )
                )
            elif r.content == "mark" and r.clause is not None:
                first, last = r.clause[0], self._end_of_clause(marks, *r.clause)
                self.found.append(Found("indirect", first, last, r, speakers[k], n, "clause-that"))
            elif r.content == "before" and id(r) not in governing:
                first, last = max(s.first, r.content_at), r.first - 1
                while last > first and (not self.words[last] or self.forms[last] == "وذلك"):
                    last -= 1
                last = next((m.closing for m in marks if first <= m.opening < last <= m.last < m.closing), last)
                if last - first >= 3 and not any(
                    o.content not in ("none", "before")
                    and 0 <= min(o.first, o.content_at) < r.first
                    and (o.content != "mark" or id(o) in led)
                    and not self.reader.tells_of_a_noun(o)
                    for o in reports
                ):  # أفادت الإذاعة، نقلا عن فلان، بأن …: it stands between a verb and its words
                    self.found.append(Found("indirect", first, last, r, speakers[k], n, "clause-before"))

    def _over_pauses(self, n: int, last: int) -> int:
        """Words after a colon go on over «..», questions and exclamations, to the full stop or the paragraph's end."""
        end = min(n + _LONGEST_TURN, len(self.sentences) - 1)
        while (
            n < end
            and self.forms[self.sentences[n].last] in _PAUSES
            and self.sentences[n + 1].paragraph == self.sentences[n].paragraph
        ):
            following = self.sentences[n + 1]
            readings, cut = lookup(self.forms[following.first])
            if any(f.strength == "s" and f.shape == ("past" if cut else "participle") for f in readings):
                break  # .. وأضاف: …, .. مضيفا أن …
            if self._replies(following):
                break
            n += 1
            last = following.last
        while last > 0 and not self.words[last] and self.forms[last] in {".", "..", "...", "،"}:
            last -= 1
        return last

    def _replies(self, s: Sentence) -> bool:
        """…؟ قال الدليل: …, …؟ ثم قال: …: whether a sentence begins somebody's turn, with a verb and a colon."""
        near = range(s.first + 1, min(s.first + _REPLY, s.last + 1))
        colon = next((k for k in near if self.forms[k] == ":"), s.first)
        said = (f for k in range(s.first, colon) for f in lookup(self.forms[k])[0])
        return any(f.strength == "s" and f.shape == "past" for f in said)

    def _is_marked_whole(self, marks: list[Marked], first: int, last: int) -> bool:
        return any(
            first - 1 <= m.opening <= first and (m.closing if m.closing >= 0 else m.last) >= last - 1 for m in marks
        )

    def _end_of_clause(self, marks: list[Marked], first: int, last: int) -> int:
        """A clause never ends inside a pair of marks, nor with a mark that pairs with nothing."""
        for m in marks:
            if m.opening <= last < m.last and m.opening > first:
                return m.last
        paired = {m.closing for m in marks}
        while last > first and (self.forms[last] == "\n" or (self.forms[last] in MARKS and last not in paired)):
            last -= 1
        return last


def _named(reports: list[Report]) -> set[int]:
    """The tokens of speakers' and media's names: marks among them are part of a name."""
    parts = [(r.np.first, r.np.last) for r in reports if r.np is not None]
    parts += [r.medium for r in reports if r.medium is not None]
    return {k for first, last in parts for k in range(first, last + 1)}
