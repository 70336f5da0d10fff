"""Who speaks in each reporting event: the subject it names, or the one that it leaves out."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from quotations import wordclass as wc
from quotations.cues import SAY
from quotations.datelines import behind
from quotations.inside import clause_subject, from_whom
from quotations.issuers import behind_clause, issuers, own_document
from quotations.matching import forms_of
from quotations.model import UNKNOWN, Speaker
from quotations.naming import Namer
from quotations.nouns import NounPhrase, parse
from quotations.owners import owner
from quotations.people import Registry
from quotations.reports import Report
from quotations.sentences import Sentence
from quotations.text import Text
from quotations.turns import Turn, Turns, agree, agreement
from quotations.wordclass import classify

_SIDES = forms_of("جهته جهتها جهتهم جانبه جانبها جانبهم ناحيته ناحيتها")  # من جهته
_LEADING = forms_of("كما وكما وقد فقد لقد ولقد ثم حيث بينما فيما وفيما")
_ON = forms_of("عن وعن حول وحول في وفي")
_THAT = (["ذلك"], ["هذا"])
_TURNS_FROM = forms_of("في وفي من ومن على وعلى إلى إثر وإثر بعد وبعد عقب وعقب مع ومع")
_TURNS_TO = forms_of(
    "ذلك سياق السياق إطار الإطار وقت غضون المقابل مقابل الأثناء صعيد الصعيد جهة ناحية جانب جانبه موضوع"
)
_ANOTHER = forms_of("ذلك متصل آخر أخرى ثانية ذاته نفسه ذاتها نفسها لاحق سابق مواز مماثل")
_FRAME = 10  # tokens of a frame before the sentence's first verb
_ONE = forms_of("أحد إحدى أحدى وأحد وإحدى")  # of many
_REACH = 60  # tokens back to somebody who was only named: where nobody else can have spoken


class Considered(NamedTuple):
    """Somebody who was considered as the speaker of one report, and why; the first that fits wins."""

    speaker: Speaker
    why: str
    fits: bool


_NEAREST = 24  # speakers of one sentence, from the last back, who may speak in it again


class Speakers:
    """Decides on the speakers of reports in reading order. `considered` keeps, report by report, who was looked at."""

    def __init__(self, text: Text, registry: Registry, can_speak: Callable[[NounPhrase], bool]) -> None:
        self.text, self.forms, self.words = text, text.forms, text.words
        self.registry = registry
        self.can_speak = can_speak
        self.turns = Turns()
        self.namer = Namer(text, registry, self.turns)
        self.distances: dict[int, int] = {}  # sentence -> how many sentences back its dropped subject was found
        self._cues_here: set[int] = set()  # first tokens of the reports in the sentence that is being read
        self._begins = (-1, 0)  # the story that is being read, and its first token
        self.considered: dict[int, list[Considered]] = {}  # first token of the cue -> who was looked at

    def of(self, n: int, s: Sentence, reports: list[Report]) -> list[Speaker]:
        """The speaker of each report of sentence `n`, in order; the story's turn moves on with each."""
        out: list[Speaker] = []
        spoke: tuple[list[tuple[Report, Speaker]], list[tuple[Report, Speaker]]] = ([], [])  # all, and outside clauses
        if s.scope != self._begins[0]:
            self._begins = (s.scope, s.first)
        for document, np in issuers(self.text, s):
            if np.kind != "person" or (s.scope, document) not in self.namer.issuers:  # who wrote it speaks for nobody
                self.namer.note_issuer(s.scope, document, self.namer.name_of(np, s.scope))
        if not reports:
            self.turns.may_have_topic(n, s)
        embedded = _embedded(reports)
        self._cues_here = {r.first for r in reports}
        for k, r in enumerate(reports):
            before = spoke[0 if embedded[k] else 1]
            shared = 0 <= r.main < k and embedded[r.main] <= embedded[k] and self._may_go_on(reports[r.main], r)
            main = out[r.main] if shared else None
            speaker = self._choose(n, r, iter(()) if r.anybody else self._candidates(n, s, r, main, before))
            out.append(speaker)
            if _names_speaker(r):
                spoke[0].append((r, speaker))
            if not embedded[k]:
                self._move_on(s, r, speaker, n)
                if _names_speaker(r):
                    spoke[1].append((r, speaker))
        return out

    def _may_go_on(self, main: Report, r: Report) -> bool:
        """Whether a participle may share the subject of the verb before it (not أعلن الوزير …، مؤكدة)."""
        np = main.np
        if r.style != "participle" or r.form is None or np is None or np.kind != "person" or np.feminine is None:
            return True
        forms = {f.gender for f in (main.form, r.form) if f is not None}
        return len(forms) < 2 or agree(r, *self._agreement(np), person=True)

    def _choose(self, n: int, r: Report, candidates: Iterator[tuple[Speaker, str, bool, int]]) -> Speaker:
        looked: list[Considered] = []
        self.considered[r.first] = looked
        for speaker, why, fits, sentence in candidates:
            looked.append(Considered(speaker, why, fits))
            if fits:
                if sentence < n:
                    self.distances[n] = n - sentence
                return speaker
        return UNKNOWN

    def _candidates(
        self, n: int, s: Sentence, r: Report, main: Speaker | None, before: list[tuple[Report, Speaker]]
    ) -> Iterator[tuple[Speaker, str, bool, int]]:
        """Who may speak, the likeliest first: the speaker, why, whether it fits, and the sentence where it is found."""
        if r.np is not None:
            yield self.namer.resolve(r.np, s.scope), "named right there", True, n
            return
        if main is not None:
            yield main, "shares the subject of the verb before it", main.kind != "unknown", n
        subject = self._main_subject(s, r)
        if r.style in ("participle", "masdar") and subject is not None:
            yield subject, "subject of the sentence's first verb", True, n
        holder = owner(self.text, s, r)
        if holder is not None and self.can_speak(holder):
            fits = agree(r, *self._agreement(holder), holder.kind == "person")
            yield again(self.namer.resolve(holder, s.scope)), "whose words it holds", fits, n
        clause = clause_subject(self.text, s, r) or from_whom(self.text, s, r)
        if clause is not None and (r.style == "masdar" or self._may_be_inside(clause, r)):
            yield self.namer.resolve(clause, s.scope), "subject of the clause", True, n
        if r.first > s.first + 1 and r.style == "finite":
            yield from self._in_sentence(n, r, before, subject)
        for turn, why, fits in self.turns.candidates(s.scope, r, n, self._topic):
            yield again(turn.speaker), why, fits, turn.sentence
        if subject is not None:
            yield again(subject), "subject of the sentence's first verb", True, n
        if r.style == "finite":
            yield from self._only_named(n, s, r)

    def _in_sentence(
        self, n: int, r: Report, before: list[tuple[Report, Speaker]], subject: Speaker | None
    ) -> Iterator[tuple[Speaker, str, bool, int]]:
        """Whoever has spoken, or is spoken of, earlier in the same sentence."""
        for other, speaker in reversed(before[-_NEAREST:]):
            if other.np is not None and self.can_speak(other.np):
                fits = agree(r, *self._agreement(other.np), other.np.kind == "person")
                yield again(speaker), "spoke earlier in the sentence", fits, n
        if subject is not None:
            here = self.forms[r.first - 1] == "قد"  # وكان فلان قد قال: named with the verb
            yield subject if here else again(subject), "subject of the sentence's first verb", True, n

    def _may_be_inside(self, np: NounPhrase, r: Report) -> bool:
        """Whether a phrase inside a clause is somebody who agrees with its verb."""
        somebody = np.kind == "group" or self._is_main(np)
        return somebody and agree(r, *self._agreement(np), np.kind == "person")

    def _only_named(self, n: int, s: Sentence, r: Report) -> Iterator[tuple[Speaker, str, bool, int]]:
        """Whoever was named in the sentences before, though they have not spoken."""
        for np in self.registry.named_before(s.first, min(_REACH, s.first - self._begins[1])):
            if self.can_speak(np):
                speaker = again(self.namer.resolve(np, s.scope))
                fits = agree(r, *self._agreement(np), np.kind == "person")
                if np.feminine is None:  # what was said before tells
                    fits &= all(t.agrees(r) for t in self.turns.recent(s.scope) if t.speaker.name == speaker.name)
                yield speaker, "named last", fits, n

    def _main_subject(self, s: Sentence, r: Report) -> Speaker | None:
        """The subject of the sentence's first verb, for a report without one (استقبل الوزير …، مؤكدا أن)."""
        head = self._first_verb(s, r)
        if head < 0:
            return None  # وعن مجاملة اللاعبين قال: the sentence begins with what he was asked about
        for start in self._subject_starts(head):
            if start >= r.first or not self.words[start] or (start > s.first and self._governs(start - 1)):
                continue
            if self.text.slice(start, start).endswith("نا"):
                continue  # توقفنا جميعنا
            np = parse(self.text, start, r.first)
            if np is not None and np.kind == "document" and start == head + 1:
                return None  # وشكر البيان رجال كذا … وقال
            if np is None or np.kind not in ("person", "organization", "unnamed_source", "group"):
                continue
            if not self._is_main(np):
                continue
            if np.first < behind(self.text, s.first, r.first):
                continue  # القاهرة (رويترز) - قال
            if not self._may_share(np, r, by_verb=self.forms[start - 1][-1] == "ت"):
                continue
            return self.namer.resolve(np, s.scope)
        return None

    def _is_main(self, np: NounPhrase) -> bool:
        """Whether a phrase near a sentence's first verb is sure enough to be its subject: an office, a known name."""
        if np.head < 0:
            return np.has_name and self.registry.by_name(self.namer.name_forms(np)) is not None
        return np.head - np.first <= 2 or np.has_name

    def _may_share(self, np: NounPhrase, r: Report, by_verb: bool) -> bool:
        """Whether a subject agrees with a later verb of its sentence; `by_verb` says that its own verb is feminine
        (عرضت المدير هدى العلي البرنامج، فقالت)."""
        feminine = True if by_verb and np.kind == "person" and np.has_name else np.feminine
        if r.form is None or feminine is None or r.form.gender not in "mf" or np.plural:
            return True
        return (r.form.gender == "f") == feminine

    def _subject_starts(self, head: int) -> tuple[int, ...]:
        """Where the subject of the verb at `head` may begin: behind it; at it where it is none (مدير البلدية يرى)."""
        first = classify(self.forms[head])
        titled = first.flags & wc.PERSON_HEAD and not first.prep
        titled = titled and any(classify(form).definite for form in self.forms[head + 1 : head + 2])
        if self._opens_clause(head):
            return (head + 1, head)  # وذكرت أن المحكمة …، كما أكدت: nobody of the clause
        return (head, head + 1, head + 2) if titled else (head + 1, head, head + 2)

    def _first_verb(self, s: Sentence, r: Report) -> int:
        """Where the sentence's first verb may stand: at its head, behind من جهته, behind the comma of a frame that
        opens it (سياسيا، تراجعت موسكو …); -1 behind any other preposition."""
        if self.forms[s.first + 1 : s.first + 2] and self.forms[s.first + 1] in _SIDES:
            return s.first + 2
        if self.forms[s.first] in _LEADING:
            return s.first + 1  # كما تقدم مدير كذا بالشكر
        if self.forms[s.first] in _ON and self.forms[s.first + 1 : s.first + 2] in _THAT and s.first + 4 < r.first:
            return s.first + 2 + classify(self.forms[s.first + 2]).definite  # عن ذلك تحدث المدير, في هذا السياق …
        if self.forms[s.first] in _TURNS_FROM and self.forms[s.first + 1] in _TURNS_TO and s.first + 4 < r.first:
            after = s.first + 2
            return after + (self.forms[after] in _ANOTHER)  # في سياق متصل أصدرت المنظمة …, إثر ذلك أطلق المدير …
        if (story := behind(self.text, s.first, r.first)) > s.first:
            return story  # القاهرة، مصر (وكالة كذا) -- خصص الرئيس …
        frame = classify(self.forms[s.first]).flags & (wc.PREPOSITION | wc.TIME | wc.ADVERB)
        comma = next((k for k in range(s.first + 1, min(s.first + _FRAME, r.first)) if self.forms[k] in "،,"), -1)
        if comma > 0 and (frame or comma == s.first + 1):
            return comma + 1
        return -1 if self._governs(s.first) else s.first

    def _agreement(self, np: NounPhrase) -> tuple[bool | None, bool]:
        return agreement(np, one=self.forms[np.first] in _ONE)

    def _in_brackets(self, s: Sentence, k: int) -> bool:
        """Whether token `k` stands within a few words of an open bracket: (رواه فلان) is a reference, nobody's turn."""
        for j in range(k - 1, max(s.first, k - 6) - 1, -1):
            if self.forms[j] in "()":
                return self.forms[j] == "("
        return False

    def _governs(self, k: int) -> bool:
        """Whether a preposition stands at token `k`, so that what follows is no subject (وعن سبب … قال)."""
        return bool(classify(self.forms[k]).flags & wc.PREPOSITION)

    def _opens_clause(self, verb: int) -> bool:
        """Whether a particle right behind a verb that reports opens its clause, as behind no يذكر أن."""
        following = self.forms[verb + 1 : verb + 2]
        return verb in self._cues_here and bool(following) and bool(classify(following[0]).flags & wc.THAT)

    # -- the memory of the story --------------------------------------------------------------------------------------

    def _topic(self, n: int, s: Sentence) -> Turn | None:
        """Whom a sentence that reports nothing is about; the next one may report what they said."""
        for start in (s.first + 1, s.first):
            if start > s.last or not self.words[start]:
                continue
            np = parse(self.text, start, s.last + 1)
            if np is not None and not np.joined and self._is_topic(np):
                return Turn(self.namer.resolve(np, s.scope), np.feminine, False, n)
        return None

    def _is_topic(self, np: NounPhrase) -> bool:
        if np.head >= 0:
            return np.kind == "person" and not np.plural
        if np.has_name:
            entity = self.registry.by_name(self.namer.name_forms(np))
            if entity is not None and entity.sure:
                return True
        if np.first != np.last:
            return False
        form = self.forms[np.first]
        known = self.registry.by_name((form,))
        return (known is not None and known.sure) or (np.has_name and self.registry.around(form) is not None)

    def _move_on(self, s: Sentence, r: Report, speaker: Speaker, n: int) -> None:
        """Note who has spoken, unless the report is too weak to make anybody the story's speaker."""
        np = r.np
        if speaker.kind == "unknown" or self._in_brackets(s, r.first):
            return
        if speaker.kind == "scripture" and r.style == "masdar":
            return  # استند إلى قول الرسول: «…»: he speaks of it, and goes on
        reported = r.content != "none" and r.style in ("finite", "colon") and (not r.form or r.form.strength == "s")
        if np is not None and not self.can_speak(np) and not reported:
            return
        if r.content == "none" and r.form:
            plain = (
                np is not None
                and not r.subject_first
                and (r.form.strength == "s" or np.has_name or np.kind == "person" or self._demands(s, r))
            )
            if not plain:
                return
        if r.style == "preposition" and np is not None and np.kind in ("organization", "document"):
            return
        if speaker.kind != "document" and speaker.name:
            self._note_document(s, r, speaker.name)
        feminine, plural = self._agreement_of(s, r, speaker)
        self.turns.add(s.scope, Turn(speaker, feminine, plural, n))

    def _agreement_of(self, s: Sentence, r: Report, speaker: Speaker) -> tuple[bool | None, bool]:
        """Gender and number of who has spoken, by the phrase, by what was known of them, by the verb."""
        np = r.np
        if np is None:
            before = next((t for t in self.turns.recent(s.scope) if t.speaker.name == speaker.name), None)
            if before is not None:
                return before.feminine, before.plural
            if speaker.kind == "person" and r.form and r.form.number == "s" and r.style == "finite":
                return r.form.gender == "f", False  # عرضت فلان برنامجها، فقالت
            return None, speaker.kind == "group"
        feminine, plural = self._agreement(np)
        agrees = r.form and r.form.gender in "mf" and r.style == "finite" and not r.own_source
        if r.form and agrees and not plural and (feminine is None or np.kind == "person"):
            feminine = r.form.gender == "f"  # قالت القاضي هدى العلي
        return feminine, plural

    def _demands(self, s: Sentence, r: Report) -> bool:
        """وطلبت الوزارة من سفاراتها …: a body that asks for something at the head of a sentence has spoken."""
        head = s.first + (self.forms[s.first] == "كما")
        return r.form is not None and r.form.cls == "demand" and r.first == head

    def _note_document(self, s: Sentence, r: Report, name: str) -> None:
        """Who spoke in a document (قالت الوزارة في بيان) is whom البيان speaks for later on."""
        document = own_document(self.text, r.first, r.content_at if r.content_at > r.first else s.last)
        if document is None and r.occasion and classify(self.forms[r.occasion[0]]).flags & wc.DOCUMENT:
            document = classify(self.forms[r.occasion[0]]).stem
        document = document or behind_clause(self.text, max(r.first, r.content_at), s.last)
        if document is not None:
            self.namer.note_issuer(s.scope, document, name)


def _names_speaker(r: Report) -> bool:
    """Whether a report names who may speak again in its sentence."""
    speaks = r.style in ("finite", "colon") or (r.style == "preposition" and r.form is not None)
    return speaks and r.np is not None


def _embedded(reports: list[Report]) -> list[bool]:
    """Which reports stand inside the clause of another: their speakers take no turn (أكد الوزير أن المجلس يرى أن …),
    unless it is all that a narrator has to say (عن أنس قال: قال النبي …)."""
    out: list[bool] = []
    inside = -1  # the last token of the clauses read so far
    said = {r.first for r in reports if r.np is not None and r.form is not None and r.form.lemma == SAY}
    for r in reports:
        out.append(r.first <= inside)
        narrates = r.first in said and r.content_at in said
        if r.content in ("that", "colon", "bare") and r.first > inside and not narrates:
            inside = r.content_end
    return out


def again(speaker: Speaker) -> Speaker:
    """The same speaker where the subject is dropped."""
    return replace(speaker, resolution="continued") if speaker.kind != "unknown" else speaker
