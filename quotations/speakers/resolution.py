"""Who speaks in each reporting event: the subject it names, or the one that it leaves out."""

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from quotations.model import UNKNOWN, Speaker
from quotations.page.sentences import Sentence
from quotations.people.registry import Registry
from quotations.phrases.nouns import NounPhrase
from quotations.reports.events import Report
from quotations.speakers.asked import asked
from quotations.speakers.candidates import Candidates, acts, again, is_free
from quotations.speakers.choice import probabilities
from quotations.speakers.first_verb import FirstVerb
from quotations.speakers.inside import WHEN, before_when, clause_subject, embedded_in, main_subject
from quotations.speakers.issuers import behind_clause, issuers, own_document
from quotations.speakers.naming import Namer
from quotations.speakers.owners import owner
from quotations.speakers.reviews import paper
from quotations.speakers.turns import MAX_CONTINUED, Turn, Turns, agree, agreement, opens_below
from quotations.words import wordclass as wc
from quotations.words.cues import SAY
from quotations.words.formulas import GOD, HONOURED, PROPHET, formula
from quotations.words.phrase_words import ONE
from quotations.words.text import Text
from quotations.words.wordclass import classify

_REACH = 80  # tokens back to somebody who was only named
_VERSE = 24  # tokens back to a bracket within which nobody speaks
_NAMED = 8  # of these, at most
_CLAUSE = 20  # tokens back to a body that only acts in the clause
_VERB_AND_SUBJECT = 2  # a sentence in which somebody acts has a verb, a subject and its full stop
_NEAREST = 24  # speakers of one sentence, from the last back, who may speak in it again


class Considered(NamedTuple):
    """Somebody who was considered as the speaker of one report, why, and how likely it is."""

    speaker: Speaker
    why: str
    probability: float
    won: bool
    features: dict[str, float]


class _Mention(NamedTuple):
    """Somebody who is only named: gender and number, in which sentence, and the sign `only`."""

    agreement: tuple[bool | None, bool]
    sentence: int
    only: float


class Speakers:
    """Decides on the speakers of reports in reading order. `considered` keeps, report by report, who was looked at."""

    def __init__(self, text: Text, registry: Registry, can_speak: Callable[[NounPhrase], bool]) -> None:
        self.text, self.forms, self.words = text, text.forms, text.words
        self.registry = registry
        self.can_speak = can_speak
        self.turns = Turns()
        self.namer = Namer(text, registry, self.turns)
        self.first_verb = FirstVerb(text, self.namer)
        self._starts: list[int] = []  # the first tokens of the sentences read so far
        self.chances: dict[int, float] = {}  # first token of the cue -> the probability of the speaker it was given
        self._cues_here: set[int] = set()  # first tokens of the reports in the sentence that is being read
        self._before: tuple[Sentence | None, set[int]] = (None, set())  # the sentence before, its cues' first tokens
        self._named_at = -1  # the last cue whose subject is named, outside anybody's clause
        self._begins = (-1, 0)  # the story that is being read, and its first token
        self._mentions: dict[tuple[int, bool], _Mention | None] = {}  # what `_only_named` has answered
        self._issued_here: set[str] = set()  # the documents whose issuer the sentence tells
        self.considered: dict[int, list[Considered]] = {}  # first token of the cue -> who was looked at

    def of(self, n: int, s: Sentence, reports: list[Report]) -> list[Speaker]:
        """The speaker of each report of sentence `n`, in order; the story's turn moves on with each."""
        out: list[Speaker] = []
        spoke: list[tuple[Report, Speaker, bool]] = []  # and whether inside somebody's clause
        self._starts.append(s.first)
        if s.scope != self._begins[0]:
            self._begins = (s.scope, s.first)
        self._note_issuers(s)
        if (np := paper(self.text, s, self._before[0])) is not None:
            self.turns.add(s.scope, Turn(self.namer.resolve(np, s.scope), True, False, n, paper=True))
        embedded = embedded_in(reports)
        self._cues_here = {r.first for r in reports}
        for k, r in enumerate(reports):
            shared = 0 <= r.main < k and embedded[r.main] <= embedded[k] and self._may_go_on(reports[r.main], r)
            main = out[r.main] if shared else None
            if r.anybody:
                speaker = UNKNOWN
            elif (known := self._known(s, r, main, reports)) is not None:
                speaker, why = known
                self.considered[r.first] = [Considered(speaker, why, 1.0, True, {})]
                goes_on = r.np is None and speaker is main  # as sure as whom the verb before it means
                self.chances[r.first] = self.chances[reports[r.main].first] if goes_on else 1.0
            else:
                speaker = self._choose(n, r, self._candidates(n, s, r, embedded[k], spoke))
            out.append(speaker)
            if _names_speaker(r):
                spoke.append((r, speaker, embedded[k]))
            if not embedded[k]:
                self._named_at = r.first if r.np is not None else self._named_at
                self._move_on(s, r, speaker, n)
        self._before = (s, self._cues_here)
        return out

    def _may_go_on(self, main: Report, r: Report) -> bool:
        """Whether a participle may share the subject of the verb before it (not أعلنت الشركة …، مؤكدا), or a finite
        verb that finds a word for its object (انتقد الوزير ما وصفه بـ«…»)."""
        np, verb = main.np, main.form
        if r.style == "finite" and r.form is not None and verb is not None:
            alike = (r.form.gender, r.form.number) == (verb.gender, verb.number)
            told = np is not None and (np.joined or np.feminine is not None)
            return alike and (np is None or not told or np.feminine == (r.form.gender == "f"))
        if r.style != "participle" or r.form is None or verb is None or verb.gender == r.form.gender:
            return True
        told = verb.number == r.form.number == "s" and {verb.gender, r.form.gender} == {"m", "f"}
        if np is None or np.kind in ("organization", "document"):
            return main.style != "finite" or not told
        return np.kind != "person" or np.feminine is None or agree(r, *self._agreement(np), person=True)

    def _known(self, s: Sentence, r: Report, main: Speaker | None, reports: list[Report]) -> tuple[Speaker, str] | None:
        """The speaker whom grammar tells, and why: nobody else is considered."""
        if r.np is not None:
            return self.namer.resolve(r.np, s.scope), "named right there"
        if main is not None and main.kind != "unknown":
            return main, "shares the subject of the verb before it"
        holder = owner(self.text, s, r)
        agrees = holder is not None and agree(r, *self._agreement(holder), holder.kind == "person")
        if holder is not None and agrees and self.can_speak(holder):
            return again(self.namer.resolve(holder, s.scope)), "whose words it holds"
        clause = clause_subject(self.text, s, r)
        if clause is not None and self._may_be_inside(clause, r):
            return self.namer.resolve(clause, s.scope), "subject of the clause"
        before = self._before[0] or s
        answers = asked(self.text, max(self._begins[1], self._named_at + 1, before.first), r)
        if answers is not None and agree(r, *self._agreement(answers), person=True):
            return again(self.namer.resolve(answers, s.scope)), "was asked"
        ahead = main_subject(self.text, s, r, reports)
        if ahead is not None and self.can_speak(ahead) and self._may_be_inside(ahead, r):
            return again(self.namer.resolve(ahead, s.scope)), "subject of the verb behind the clause"
        near = before_when(self.text, s, r)
        if near is not None and self._may_be_inside(near, r):
            return again(self.namer.resolve(near, s.scope)), "stands right before when it was said"
        return None

    def _may_be_inside(self, np: NounPhrase, r: Report) -> bool:
        """Whether a phrase inside a clause is somebody who agrees with its verb."""
        somebody = np.kind in ("group", "scripture") or self.first_verb.is_main(np)
        return somebody and agree(r, *self._agreement(np), np.kind == "person")

    def _choose(self, n: int, r: Report, candidates: Candidates) -> Speaker:
        """The likeliest candidate, unless nobody is likelier."""
        every = candidates.likely()
        chances = probabilities([features for _, features in every])
        best = max(range(len(every)), key=chances.__getitem__, default=-1)
        nobody = 1 - sum(chances)
        if best >= 0 and chances[best] <= nobody:
            best = -1
        self.considered[r.first] = [
            Considered(c.speaker, c.why, chances[k], k == best, features) for k, (c, features) in enumerate(every)
        ]
        if best < 0:
            return UNKNOWN
        self.chances[r.first] = chances[best]
        chosen = every[best][0]
        return again(chosen.speaker) if chosen.dropped else chosen.speaker

    def _candidates(
        self, n: int, s: Sentence, r: Report, embedded: bool, before: list[tuple[Report, Speaker, bool]]
    ) -> Candidates:
        """Who may speak; `embedded` says that the report stands inside another's clause, as does each of those
        `before` it in the sentence whose third value is True."""
        out = Candidates(self.text, self.registry, n, r)
        self._who_speak_here(out, n, embedded, before)
        clause = self.first_verb.of_clause(s, r, self._cues_here)
        found = clause or self.first_verb.of(s, r, self._cues_here)
        if found is not None and not _is_covered(r, found[1]):
            subject, np = found
            shares = r.style != "finite" or self.forms[r.first - 1] == "قد"  # وكان فلان قد قال: named with the verb
            why = "subject of the clause" if clause else "subject of the sentence's first verb"
            out.add(subject, self._agreement(np), n, why, not shares, subject=1, sure=float(np.head >= 0))
        own = self._is_own(s, r)
        for k, turn in enumerate(self.turns.speakers(s.scope)):
            if n - turn.sentence <= MAX_CONTINUED:
                signs = {} if k or (own and turn.sentence < n) else {"last": 1.0, "adds": float(out.adds)}
                why = "spoke before that" if k else "spoke last"
                out.add(turn.speaker, (turn.feminine, turn.plural), turn.sentence, why, **signs)
        self._who_acted_before(out, n, s, r)
        if out.spoke(GOD) or (r.form is not None and r.form.lemma == SAY):
            self._prophet(out, n, s, r)
        self._named(out, s, r, own)
        return out

    def _who_speak_here(
        self, out: Candidates, n: int, embedded: bool, before: list[tuple[Report, Speaker, bool]]
    ) -> None:
        """Whoever has spoken earlier in the same sentence."""
        here = 1.0
        for other, speaker, inside in reversed(before[-_NEAREST:]):
            if other.np is not None and self.can_speak(other.np):
                signs = {"here": here} if inside == embedded else {}
                here = 0.0 if signs else here
                out.add(speaker, self._agreement(other.np), n, "spoke earlier in the sentence", **signs)

    def _who_acted_before(self, out: Candidates, n: int, s: Sentence, r: Report) -> None:
        """زار الوزير المصنع. وقال إن …: where nobody spoke in the sentence before, the person who is its subject, or
        many for a verb in the plural, whatever they did."""
        before, cues = self._before
        last = self.turns.last(s.scope)
        if before is None or before.scope != s.scope or (last is not None and last.sentence >= n - 1):
            return
        if before.last - before.first < _VERB_AND_SUBJECT:
            return
        found = self.first_verb.of(before, r, cues)
        if found is None:
            return
        subject, np = found
        many = r.form is not None and r.form.number != "s" and np.kind == "group"
        if (many or self._may_be_meant(np, many=False)) and np.kind != "organization":
            out.add(subject, self._agreement(np), n - 1, "subject of the sentence before")

    def _prophet(self, out: Candidates, n: int, s: Sentence, r: Report) -> None:
        """قال تعالى …. وقال: «…»: where God has spoken, whoever is honoured as the Prophet may be the next; elsewhere
        within the sentence (وصدق رسول الله إذ يقول: «…»)."""
        since = max(self._begins[1], self._starts[max(0, n - MAX_CONTINUED)]) if out.spoke(GOD) else s.first
        for at in reversed(self.text.where(HONOURED, since, r.first)[-_NEAREST:]):
            found = formula(self.text, at)
            if found and found[0] == PROPHET:
                np = NounPhrase(at, at + found[1] - 1, "scripture", feminine=False, fixed=PROPHET)
                out.add(self.namer.resolve(np, s.scope), (False, False), self._sentence_of(at), "named", only=1)
                return

    def _named(self, out: Candidates, s: Sentence, r: Report, own: bool) -> None:
        """Whoever was named in the sentences before, though they have not spoken; who acts in the clause before the
        verb is likelier, a body there only, and so is any person of its own sentence where the verb tells when."""
        count = 0
        many = r.form is not None and r.form.number == "p"
        shares = r.style in ("finite", "participle") or self.forms[r.first].startswith("بال")  # بالقول, not قوله
        for np in self.registry.phrases_before(r.first, min(_REACH, r.first - self._begins[1])):
            if np.last >= r.first:
                continue
            meant = self._only_named(np, many)
            far = meant is None or meant.only == 1
            if far and shares and np.first > max(s.first, r.first - _CLAUSE) and acts(self.text, np, r.first):
                meant = _Mention(self._agreement(np), out.n, 0.5) if self._may_be_meant(np, many) else None
            if own and meant is not None and np.kind == "person" and np.first >= s.first:
                meant = meant._replace(only=0.5)
            if meant is not None:
                out.add(self.namer.resolve(np, s.scope), meant.agreement, meant.sentence, "named", only=meant.only)
                count += 1
                if count == _NAMED:
                    return

    def _is_own(self, s: Sentence, r: Report) -> bool:
        """وقد صدق فلان عندما قال: whether a verb tells when something was that the sentence tells of a person."""
        if r.style != "finite" or self.forms[r.first - 1] not in WHEN:
            return False
        for np in self.registry.phrases_before(r.first, r.first - s.first):
            if np.first >= s.first and np.last < r.first and np.kind == "person" and self._may_be_meant(np, many=False):
                return agree(r, *self._agreement(np), person=True)
        return False

    def _only_named(self, np: NounPhrase, many: bool) -> _Mention | None:
        """What a phrase of the registry says of who is only named in it; None where they cannot be meant."""
        key = id(np), many  # verbs near each other ask for the same phrases, which live as long as the registry
        if key not in self._mentions:
            self._mentions[key] = self._mention(np) if self._may_be_meant(np, many) else None
        return self._mentions[key]

    def _mention(self, np: NounPhrase) -> _Mention | None:
        at = self._sentence_of(np.first)
        only = 0.5 if is_free(self.text, np, self._starts[at]) else 1.0
        if only == 1 and np.kind != "person":
            return None  # a body or a source that does nothing says nothing
        return _Mention(self._agreement(np), at, only)

    def _may_be_meant(self, np: NounPhrase, many: bool) -> bool:
        """Whether who is only named may be meant: one person or one body, sure to be one, or `many` by many; nobody of
        a verse in brackets."""
        if self._in_brackets(np.first - _VERSE, np.first):
            return False
        if many and np.kind in ("group", "unnamed_source") and np.plural and not np.joined:
            owned = self.text.slice(np.first, np.first).endswith(("ين", "ها", "هم", "ه"))  # مثمنين, حلفاءها: an object
            return not owned and self.can_speak(np)
        if np.joined or np.kind not in ("person", "organization", "unnamed_source") or not self.can_speak(np):
            return False
        if np.kind != "person" or np.head >= 0:
            return np.kind != "person" or np.has_name or not np.plural
        entity = self.registry.by_name(self.namer.name_forms(np)) if np.has_name else None
        return entity is not None and entity.sure

    def _sentence_of(self, token: int) -> int:
        return max(0, bisect_right(self._starts, token) - 1)

    def _agreement(self, np: NounPhrase) -> tuple[bool | None, bool]:
        return agreement(np, one=classify(self.forms[np.first]).stem in ONE)

    def _in_brackets(self, first: int, k: int) -> bool:
        """Whether a bracket that opens behind token `first` stands open at token `k`: (رواه فلان) is a reference,
        nobody's turn."""
        for j in range(k - 1, max(0, first) - 1, -1):
            if self.forms[j] in "()":
                return self.forms[j] == "("
        return False

    # -- the memory of the story --------------------------------------------------------------------------------------

    def _move_on(self, s: Sentence, r: Report, speaker: Speaker, n: int) -> None:
        """Note who has spoken, unless the report is too weak to make anybody the story's speaker."""
        np = r.np
        if speaker.kind == "unknown" or self._in_brackets(max(s.first, r.first - _VERSE), r.first):
            return
        if r.style == "masdar" and r.form is None:
            return  # وردا على اتهامات فلان بأن …، قال الوزير: nobody speaks, his words are spoken of
        if speaker.kind == "scripture" and r.style in ("masdar", "preposition"):
            return  # استند إلى قول الرسول: «…»: he speaks of it, and goes on
        leads = r.content != "none" or (r.first == max(self._cues_here) and opens_below(self.text, s, r))
        reported = leads and r.style in ("finite", "colon") and (not r.form or r.form.strength == "s")
        if np is not None and not self.can_speak(np) and not reported:
            return
        if not leads and r.form and not r.titled:
            plain = (
                np is not None
                and not r.subject_first
                and (r.form.strength == "s" or np.has_name or np.kind == "person" or self._demands(s, r))
            )
            if not plain:
                return
        body = np is not None and np.head >= 0 and classify(self.forms[np.head]).flags & wc.ORGANIZATION
        if (speaker.kind != "document" or body) and speaker.name:  # قالت المبادرة في رسالتها
            self._note_document(s, r, speaker.name)
        turn = Turn(speaker, *self._agreement_of(s, r, speaker), n, s.block == "headline", r.titled)
        if r.style == "preposition" and np is not None and np.kind in ("organization", "document"):
            self.turns.cited[s.scope] = turn
        else:
            self.turns.add(s.scope, turn)

    def _agreement_of(self, s: Sentence, r: Report, speaker: Speaker) -> tuple[bool | None, bool]:
        """Gender and number of who has spoken, by the phrase, by what was known of them, by the verb."""
        np = r.np
        if np is None:
            before = next((t for t in self.turns.recent(s.scope) if t.speaker.name == speaker.name), None)
            told = r.form is not None and r.form.number == "s" and r.style in ("finite", "participle")
            if before is not None and (before.feminine is not None or before.plural):
                return before.feminine, before.plural
            if speaker.kind == "person" and r.form and told and r.form.gender in "mf":
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

    def _note_issuers(self, s: Sentence) -> None:
        """Note whose the documents are of which a sentence tells who issued them."""
        self._issued_here.clear()
        for at, np in issuers(self.text, s):
            if classify(self.forms[np.first]).flags & wc.DEMONSTRATIVE:
                continue  # أصدرته هذه الشركات
            document = classify(self.forms[at]).stem
            if not classify(self.forms[np.head]).flags & wc.MEDIA:  # بيان نشرته وكالة كذا: of whoever speaks in it
                self._issued_here.add(document)
            if np.kind != "person" or (s.scope, document) not in self.namer.issuers:  # who wrote it speaks for nobody
                name = self.namer.name_of(np, s.scope)
                self.namer.note_issuer(s.scope, document, name)
                if np.kind != "person":
                    self.namer.issued_at[at] = name

    def _note_document(self, s: Sentence, r: Report, name: str) -> None:
        """Who spoke in a document (قالت الوزارة في بيان) is whom البيان speaks for later on."""
        document = own_document(self.text, r.first, r.content_at if r.content_at > r.first else s.last)
        if document is None and r.occasion and classify(self.forms[r.occasion[0]]).flags & wc.DOCUMENT:
            document = classify(self.forms[r.occasion[0]]).stem
        document = document or behind_clause(self.text, max(r.first, r.content_at), s.last)
        if document is not None and document not in self._issued_here:
            self.namer.note_issuer(s.scope, document, name)


def _names_speaker(r: Report) -> bool:
    """Whether a report names who may speak again in its sentence."""
    speaks = r.style in ("finite", "colon") or (r.style == "preposition" and r.form is not None)
    return speaks and r.np is not None


def _is_covered(r: Report, np: NounPhrase) -> bool:
    """والعمال، كما يقول، أصحاب حق: whoever the words are about that an attribution without a name covers."""
    return r.style == "preposition" and r.content == "that" and r.content_at <= np.first <= r.content_end
