"""One pass from first to last: each reporting event gets its speaker, each pair of marks its verdict."""

from dataclasses import dataclass, field

from quotations import wordclass as wc
from quotations.marks import Marked
from quotations.matching import word_form
from quotations.model import UNKNOWN, Resolution, Span, Speaker
from quotations.nouns import NounPhrase, parse
from quotations.people import Entity, Registry, bare
from quotations.reports import Reader, Report, Tokens
from quotations.sentences import Sentence
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


@dataclass(slots=True)
class _Turn:
    """Who spoke last in a story."""

    speaker: Speaker
    feminine: bool | None
    plural: bool
    sentence: int


class Attribution:
    """The pass over one field's text."""

    def __init__(self, text: Text, sentences: list[Sentence], marked: list[Marked]) -> None:
        self.text, self.forms, self.words = text, text.forms, text.words
        self.sentences, self.marked = sentences, marked
        self.registry = Registry(text)
        self.reader = Reader(text, sentences, marked)
        self.reader.known = self.registry.last_names
        self.found: list[Found] = []
        self.turns: dict[int, _Turn] = {}  # story -> who spoke last
        self.rejected: list[tuple[Marked, str]] = []
        self.taken: set[int] = set()
        self.top = [m for m in marked if m.depth == 0]

    def run(self) -> list[Found]:
        by_sentence = self._marks_by_sentence()
        for n, s in enumerate(self.sentences):
            reports = self.reader.read(n)
            speakers = self._speakers(n, s, reports)
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

    # -- speakers -----------------------------------------------------------------------------------------------------

    def _speakers(self, n: int, s: Sentence, reports: list[Report]) -> list[Speaker]:
        """The speaker of each report, in order; the story's turn moves on with each."""
        out: list[Speaker] = []
        for r in reports:
            if r.np is not None:
                speaker = self._resolve(r.np, s, r)
            elif r.main >= 0:
                speaker = out[r.main]
            elif r.style in ("participle", "masdar"):
                speaker = self._main_subject(s, r) or self._carried(s, r, n, reports, out)
            else:
                speaker = self._carried(s, r, n, reports, out)
            out.append(speaker)
            if r.style != "preposition" or r.content != "none":
                self._turn(s, r, speaker, n)
        return out

    def _turn(self, s: Sentence, r: Report, speaker: Speaker, n: int) -> None:
        if speaker.kind == "unknown":
            return
        if r.content == "none" and r.form and not (r.np is not None and (r.form.strength == "s" or r.np.has_name or r.np.kind == "person") and not r.subject_first):
            return
        if r.style == "preposition" and r.np is not None and r.np.kind in ("organization", "document"):
            return
        feminine = r.np.feminine if r.np else None
        plural = bool(r.np and (r.np.plural or r.np.joined))
        if r.form and r.np and feminine is None and r.form.gender in "mf" and r.style == "finite":
            feminine = r.form.gender == "f"
        previous = self.turns.get(s.scope)
        if r.np is None and previous:
            feminine, plural = previous.feminine, previous.plural
        self.turns[s.scope] = _Turn(speaker, feminine, plural, n)

    def _carried(self, s: Sentence, r: Report, n: int, reports: list[Report], out: list[Speaker]) -> Speaker:
        """The dropped subject: the sentence's own, where the verb is not its first word; else who spoke last in this story."""
        if r.first > s.first + 1 and r.style == "finite":
            for k in range(len(out) - 1, -1, -1):
                other = reports[k]
                if other.np is not None and other.style in ("finite", "colon") and self._agree(r, other.np.feminine, other.np.plural or other.np.joined):
                    return self._again(out[k])
            main = self._main_subject(s, r)
            if main is not None:
                return self._again(main)
        turn = self.turns.get(s.scope)
        if turn is None or n - turn.sentence > _MAX_CONTINUED:
            return self._main_subject(s, r) or UNKNOWN
        if not self._agree(r, turn.feminine, turn.plural):
            return self._main_subject(s, r) or UNKNOWN
        return self._again(turn.speaker)

    def _agree(self, r: Report, feminine: bool | None, plural: bool) -> bool:
        """Whether a verb without a subject may have a speaker of this gender and number."""
        form = r.form
        if form is None or r.style != "finite" or feminine is None or plural:
            return True
        return form.number != "s" or (form.gender == "f") == feminine

    def _again(self, sp: Speaker) -> Speaker:
        return Speaker(sp.mention, sp.mention_span, sp.name, sp.title, sp.kind, sp.key, "continued", sp.members)

    def _main_subject(self, s: Sentence, r: Report) -> Speaker | None:
        """The subject of the sentence's first verb, for a participle without a report before it (استقبل الوزير …، مؤكدا أن)."""
        for start in (s.first + 1, s.first, s.first + 2):
            if start >= r.first or not self.words[start]:
                continue
            np = parse(self.text, start, r.first)
            if np is None or np.kind not in ("person", "organization", "unnamed_source", "group"):
                continue
            if np.head < 0 and not (np.has_name and self.registry.by_name(self._name_forms(np))):
                continue
            if (
                r.form
                and np.feminine is not None
                and r.form.gender in "mf"
                and not np.plural
                and (r.form.gender == "f") != np.feminine
            ):
                continue
            return self._resolve(np, s, r)
        return None

    def _name_forms(self, np: NounPhrase) -> tuple[str, ...]:
        return tuple(self.forms[k] for k in range(np.name_first, np.name_last + 1) if self.words[k])

    def _resolve(self, np: NounPhrase, s: Sentence, r: Report) -> Speaker:
        text = self.text
        span = text.span(np.first, np.last)
        if np.cut:
            span = Span(_after_letters(text.raw, span.start, np.cut), span.end)
        mention = text.raw[span.start : span.end]
        if np.fixed:
            return Speaker(mention, span, np.fixed, None, "scripture", _key(np.fixed), "explicit")
        if np.has_name:
            forms = self._name_forms(np)
            entity = self.registry.by_name(forms)
            name = (
                text.slice(entity.first, entity.last)
                if entity and len(entity.forms) >= len(forms)
                else text.slice(np.name_first, np.name_last)
            )
            return self._person(mention, span, name, np, "explicit")
        if np.kind == "person" and np.head < 0:
            entity = self.registry.by_name(tuple(self.forms[k] for k in range(np.first, np.last + 1) if self.words[k]))
            if entity:
                return self._person(mention, span, text.slice(entity.first, entity.last), np, "explicit")
        stems = [
            classify(self.forms[k]).stem
            for k in range(np.first, np.last + 1)
            if self.words[k] and not classify(self.forms[k]).flags & wc.DEMONSTRATIVE
        ]
        stems = [x for x in stems if x not in ("نفسه", "ذاته", "نفسها", "ذاتها")]
        if np.kind == "person" and stems and not np.joined:
            entity = self.registry.by_title(stems, np.first, len(text))
            if entity:
                return self._person(mention, span, text.slice(entity.first, entity.last), np, "title")
            turn = self.turns.get(s.scope)
            if turn and turn.speaker.kind == "person" and len(stems) == 1 and classify(self.forms[np.first]).definite:
                if np.feminine is None or turn.feminine is None or np.feminine == turn.feminine:
                    sp = turn.speaker
                    return Speaker(mention, span, sp.name, None, sp.kind, sp.key, "title", sp.members)
        if stems and not np.joined:
            earlier = self.registry.body(stems, np.first, 0)
            if earlier is not None and classify(self.forms[np.first]).definite | bool(
                classify(self.forms[np.first]).flags & wc.DEMONSTRATIVE
            ):
                name = text.slice(earlier.first, earlier.last)
                return Speaker(mention, span, name, None, np.kind, _key(name), "title")
        return Speaker(mention, span, mention, None, np.kind, _key(mention), "explicit")

    def _person(self, mention: str, span: object, name: str, np: NounPhrase, how: Resolution) -> Speaker:
        title = None
        if np.has_name and np.first < np.name_first:
            title = self.text.slice(np.first, np.name_first - 1).strip(" ،,.")
        elif np.has_name and np.last > np.name_last:
            title = self.text.slice(np.name_last + 1, np.last).strip(" ،,.")
        elif not np.has_name and how == "title":
            title = mention
        return Speaker(mention, span, name, title or None, "person", _key(name), how)  # type: ignore[arg-type]

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
                sp = last.speaker
                carried = Speaker(
                    sp.mention, sp.mention_span, sp.name, sp.title, sp.kind, sp.key, "continued", sp.members
                )
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


def _after_letters(raw: str, start: int, count: int) -> int:
    """The offset after `count` letters, vowel marks and tatweel passed over."""
    while count and start < len(raw):
        count -= raw[start].isalpha() and raw[start] != "\u0640"
        start += 1
    while start < len(raw) and not raw[start].isalnum():
        start += 1
    return start


def _key(name: str) -> str:
    """The grouping form of a name: its words in matching form without the article."""
    return " ".join(bare(word_form(w)) for w in name.split())
