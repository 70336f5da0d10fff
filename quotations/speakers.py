"""From a noun phrase, or none, to a speaker: names, titles, bodies, dropped subjects, and who spoke last in each story."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from quotations import wordclass as wc
from quotations.model import UNKNOWN, Resolution, Span, Speaker
from quotations.matching import word_form
from quotations.nouns import NounPhrase, parse
from quotations.people import Entity, Registry, bare
from quotations.reports import Report
from quotations.sentences import Sentence
from quotations.text import Text
from quotations.wordclass import classify

_SOME = frozenset(map(word_form, "البعض بعضنا بعضهم أحدهم إحداهن كثيرون الكثيرون آخرون الآخرون الجميع كلاهما الاثنان الطرفان الجانبان هؤلاء الباقون غيرهم والبعض".split()))
_MAX_CONTINUED = 14  # sentences over which a dropped subject reaches back


@dataclass(slots=True)
class Turn:
    """Who spoke last in a story, with the agreement a later verb must show."""

    speaker: Speaker
    feminine: bool | None
    plural: bool
    sentence: int


class Speakers:
    """Resolves the speakers of reports in reading order; `turns` holds the last speaker of each story."""

    def __init__(self, text: Text, registry: Registry, reader_knows: Callable[[NounPhrase], bool]) -> None:
        self.text, self.forms, self.words = text, text.forms, text.words
        self.registry = registry
        self.reader_knows = reader_knows
        self.turns: dict[int, Turn] = {}
        self.recent: dict[int, deque[Turn]] = {}  # story -> its last turns, the newest last
        self.distances: dict[int, int] = {}  # sentence -> how many sentences back its dropped subject was found
        self.topics: dict[int, Turn] = {}  # story -> the person whom its last sentences without a report are about
        self.issuers: dict[tuple[int, str], str] = {}  # story and kind of document -> the body that issued it

    def of(self, n: int, s: Sentence, reports: list[Report]) -> list[Speaker]:
        """The speaker of each report of sentence `n`, in order; the story's turn moves on with each."""
        out: list[Speaker] = []
        if not reports:
            self._note_topic(n, s)
        embedded = _embedded(reports)
        for k, r in enumerate(reports):
            if r.np is not None:
                speaker = self.resolve(r.np, s)
            elif r.main >= 0 and out[r.main].kind != "unknown" and embedded[r.main] <= embedded[k]:
                speaker = out[r.main]
            else:
                speaker = self._without_subject(s, n, k, reports, out, embedded)
            out.append(speaker)
            if not embedded[k]:
                self._move_on(s, r, speaker, n)
        return out

    def _without_subject(self, s: Sentence, n: int, k: int, reports: list[Report], out: list[Speaker], embedded: list[bool]) -> Speaker:
        """A participle shares its sentence's subject; a verb carries on the sentence's, else the story's."""
        r = reports[k]
        if r.style in ("participle", "masdar"):
            main = self._main_subject(s, r)
            if main is not None:
                return main
        before = [(other, out[i]) for i, other in enumerate(reports[:k]) if embedded[k] or not embedded[i]]
        return self._carried(s, r, n, before)

    def _note_topic(self, n: int, s: Sentence) -> None:
        """A sentence that reports nothing may still say whom the next one is about (ظهر فلان …. وقال: …)."""
        for start in (s.first + 1, s.first):
            if start > s.last or not self.words[start]:
                continue
            np = parse(self.text, start, s.last + 1)
            if np is None or np.joined or not (np.has_name or np.kind == "person"):
                continue
            entity = self.registry.by_name(self._name_forms(np)) if np.has_name else None
            alone = np.head < 0 and np.first == np.last
            known = self.registry.by_name((self.forms[np.first],)) if alone and not np.has_name else None
            if (entity and entity.sure) or (alone and np.has_name and self.registry.around(self.forms[np.first])) or (known and known.sure) or (np.kind == "person" and np.head >= 0 and not np.plural):
                self.topics[s.scope] = Turn(self.resolve(np, s), np.feminine, False, n)
                return

    def _move_on(self, s: Sentence, r: Report, speaker: Speaker, n: int) -> None:
        if speaker.kind == "unknown" or (r.np is not None and not self.reader_knows(r.np)):
            return
        if r.content == "none" and r.form:
            plain = r.np is not None and not r.subject_first and (r.form.strength == "s" or r.np.has_name or r.np.kind == "person")
            if not plain:
                return
        if r.style == "preposition" and r.np is not None and r.np.kind in ("organization", "document"):
            return
        if speaker.kind in ("organization", "group") and speaker.name and r.occasion:
            document = classify(self.forms[r.occasion[0]])
            if document.flags & wc.DOCUMENT:
                self.issuers[s.scope, document.stem] = speaker.name
        feminine = r.np.feminine if r.np else None
        plural = bool(r.np and (r.np.plural or r.np.joined))
        if r.form and r.np and feminine is None and r.form.gender in "mf" and r.style == "finite":
            feminine = r.form.gender == "f"
        previous = self.turns.get(s.scope)
        if r.np is None and previous:
            feminine, plural = previous.feminine, previous.plural
        self.turns[s.scope] = turn = Turn(speaker, feminine, plural, n)
        self.recent.setdefault(s.scope, deque(maxlen=4)).append(turn)

    # -- no subject of its own ----------------------------------------------------------------------------------------

    def _carried(self, s: Sentence, r: Report, n: int, before: list[tuple[Report, Speaker]]) -> Speaker:
        """The dropped subject: the sentence's own, where the verb is not its first word; else who spoke last in this story."""
        if r.first > s.first + 1 and r.style == "finite":
            for other, speaker in reversed(before):
                if other.np is not None and other.style in ("finite", "colon") and agree(r, other.np.feminine, other.np.plural or other.np.joined):
                    return again(speaker)
            main = self._main_subject(s, r)
            if main is not None:
                return again(main)
        turn = self._before(s, r, n)
        if turn is None or n - turn.sentence > _MAX_CONTINUED:
            main = self._main_subject(s, r)
            return again(main) if main else UNKNOWN
        self.distances[n] = n - turn.sentence
        return again(turn.speaker)

    def _before(self, s: Sentence, r: Report, n: int) -> Turn | None:
        """Who spoke last, or for a verb that may begin anew (وقال, not وأضاف) whom the text has turned to since."""
        turn, topic = self._turn(s, r, n), self.topics.get(s.scope)
        adds = r.form is not None and r.form.cls == "add"
        if topic is None or n - topic.sentence > 2 or not agree(r, topic.feminine, False):
            return turn
        if turn is None or (not adds and topic.sentence > turn.sentence and topic.speaker.kind == "person"):
            return topic
        return turn

    def _turn(self, s: Sentence, r: Report, n: int) -> Turn | None:
        """The last speaker who agrees with the verb; a body may be taken up in either gender (أفاد المجلس …. وقالت: …)."""
        recent = self.recent.get(s.scope, ())
        for turn in reversed(recent):
            if n - turn.sentence <= _MAX_CONTINUED and agree(r, turn.feminine, turn.plural):
                return turn
        if recent and recent[-1].speaker.kind in ("organization", "document", "group") and n - recent[-1].sentence <= 2:
            return recent[-1]
        return None

    def _main_subject(self, s: Sentence, r: Report) -> Speaker | None:
        """The subject of the sentence's first verb, for a report without one (استقبل الوزير …، مؤكدا أن)."""
        for start in (s.first + 1, s.first, s.first + 2):
            if start >= r.first or not self.words[start]:
                continue
            np = parse(self.text, start, r.first)
            if np is None or np.kind not in ("person", "organization", "unnamed_source", "group"):
                continue
            if np.head < 0 and not (np.has_name and self.registry.by_name(self._name_forms(np))):
                continue
            if r.form and np.feminine is not None and r.form.gender in "mf" and not np.plural and (r.form.gender == "f") != np.feminine:
                continue
            return self.resolve(np, s)
        return None

    # -- a noun phrase ------------------------------------------------------------------------------------------------

    def _name_forms(self, np: NounPhrase) -> tuple[str, ...]:
        return tuple(self.forms[k] for k in range(np.name_first, np.name_last + 1) if self.words[k])

    def resolve(self, np: NounPhrase, s: Sentence) -> Speaker:
        """The speaker whom a noun phrase names, by the fullest name that the text has for him."""
        raw = self.text.raw
        span = self.text.span(np.first, np.last)
        if np.cut:
            span = Span(after_letters(raw, span.start, np.cut), span.end)
        mention = raw[span.start : span.end]
        if np.fixed:
            return Speaker(mention, span, np.fixed, None, "scripture", key_of(np.fixed), "explicit")
        if np.joined:
            return Speaker(mention, span, mention, None, "group", key_of(mention), "explicit")
        if np.has_name:
            return self._person(mention, span, self._full(np), np, "explicit")
        first = classify(self.forms[np.first])
        forms = tuple(self.forms[k] for k in range(np.first, np.last + 1) if self.words[k])
        if len(forms) <= 2 and not first.flags & (wc.DEMONSTRATIVE | wc.ORGANIZATION | wc.DOCUMENT):
            entity = self.registry.by_name(forms)
            if entity and entity.sure and len(entity.forms) > len(forms):
                return self._person(mention, span, self._entity_name(entity), np, "explicit")
        stems = self.registry.stems(np.first, np.last)
        if not stems:
            return Speaker(mention, span, mention, None, np.kind, key_of(mention), "explicit")
        definite = first.definite or bool(first.flags & wc.DEMONSTRATIVE) or forms[0] in ("نفس", "ذات")
        if np.kind == "document":
            return self._document(np, s, mention, span, stems, definite)
        turn = self.turns.get(s.scope)
        same = forms[0] in ("نفس", "ذات") or any(classify(f).flags & wc.SAME for f in forms[1:]) or (stems == ("مصدر",) and definite)
        if same and turn is not None and turn.speaker.name:
            return replace(turn.speaker, mention=mention, mention_span=span, title=None, resolution="title")
        if len(forms) == 1 and forms[0] in _SOME:
            return Speaker(mention, span, mention, None, "group", key_of(mention), "explicit")
        if np.kind in ("person", "unnamed_source"):
            named = self._by_role(np, s, stems, definite)
            if named is not None:
                return replace(named, mention=mention, mention_span=span, title=mention)
        alias = self.registry.aliases.get(stems)
        if alias is not None and alias.np.first != np.first:
            name = self._phrase(alias.np)
            return Speaker(mention, span, name, None, np.kind, key_of(name), "alias")
        body = self.registry.body(stems, np.first)
        if body is None and np.kind == "organization" and len(stems) >= 1 and (len(stems) > 1 or first.flags & (wc.MEDIA_NAME | wc.BODY_NAME)):
            outer = self.registry.containing(stems)
            if outer is not None:
                name = self._phrase(outer.np)
                return Speaker(mention, span, name, None, np.kind, key_of(name), "explicit")
        if body is not None and (definite or body.stems[: len(stems)] == stems):
            name = self._phrase(body.np)
            return Speaker(mention, span, name, None, np.kind, key_of(name), "title" if definite else "explicit")
        return Speaker(mention, span, self._phrase(np), None, np.kind, key_of(mention), "explicit")

    def _by_role(self, np: NounPhrase, s: Sentence, stems: tuple[str, ...], definite: bool) -> Speaker | None:
        """The person behind a title or a description: by the title's words, else who spoke last, else who was named last with the like."""
        entity = self.registry.by_title(stems, np.first)
        if entity is None and definite:
            turn = self.turns.get(s.scope)
            nisba = {x for x in stems[1:] if classify("ال" + x).flags & wc.NISBA}
            if turn and turn.speaker.kind == "person" and turn.speaker.name != turn.speaker.mention or turn and turn.speaker.title:
                if np.feminine is None or turn.feminine is None or np.feminine == turn.feminine:
                    return replace(turn.speaker, resolution="title")
            honorific = len(stems) == 1 and np.head >= 0 and bool(classify(self.forms[np.head]).flags & wc.HONORIFIC)
            entity = self.registry.last_titled(np.first) if honorific else self.registry.nearest_person(np.first, tuple(nisba) or stems)
        if entity is None:
            return None
        name = self._entity_name(entity)
        return Speaker(None, None, name, None, "person", key_of(name), "title")

    def _document(self, np: NounPhrase, s: Sentence, mention: str, span: Span, stems: tuple[str, ...], definite: bool) -> Speaker:
        """A document speaks for the body that issued it: the one its phrase names, else the one named with it before."""
        issuer = self._issuer(np)
        if issuer:
            self.issuers[s.scope, stems[0]] = issuer
        elif definite and len(stems) <= 2:
            body = self.registry.body(stems[:1], np.first)
            issuer = self._issuer(body.np) if body else None
            if issuer is None:
                issuer = self.issuers.get((s.scope, stems[0]))
            if issuer is None and body is not None:
                name = self._phrase(body.np)
                return Speaker(mention, span, name, None, "document", key_of(name), "title")
        if issuer:
            return Speaker(mention, span, issuer, None, "document", key_of(issuer), "title")
        return Speaker(mention, span, mention, None, "document", key_of(mention), "explicit")

    def _issuer(self, np: NounPhrase) -> str | None:
        """The body in a document's own phrase, by its fullest name: بيان للجيش, تقرير صندوق النقد الدولي."""
        for k in range(np.head + 1, min(np.last, np.head + 4) + 1):
            if not self.words[k]:
                continue
            w = classify(self.forms[k])
            if w.flags & (wc.ORGANIZATION | wc.BODY_NAME | wc.MEDIA | wc.MEDIA_NAME) or wc.phrases().get(self.forms[k]):
                stems = self.registry.stems(k, np.last)
                body = self.registry.aliases.get(stems) or self.registry.body(stems, np.first)
                if body is not None and (w.definite or body.stems[: len(stems)] == stems):
                    return self._phrase(body.np)
                span = self.text.span(k, np.last)
                return self.text.raw[after_letters(self.text.raw, span.start, len(w.prep) if not (w.prep == "ل" and w.definite) else 0) : span.end]
        return None

    def _full(self, np: NounPhrase) -> str:
        forms = self._name_forms(np)
        own = self.text.slice(np.name_first, np.name_last)
        entity = self.registry.by_name(forms)
        if entity and len(entity.forms) > len(forms):
            return self._entity_name(entity)
        if len(forms) == 1:
            around = self.registry.around(forms[0])
            if around:
                return self.text.slice(*around)
        return own

    def _entity_name(self, entity: Entity) -> str:
        start = self.text.starts[entity.first]
        if entity.conj:
            start = after_letters(self.text.raw, start, 1)
        return self.text.raw[start : self.text.ends[entity.last]]

    def _phrase(self, np: NounPhrase) -> str:
        """A phrase as a name: without a proclitic and a bracket at its end."""
        last = np.last
        if self.forms[last] == ")":
            while last > np.first and self.forms[last] != "(":
                last -= 1
            last -= 1
        return self.text.raw[after_letters(self.text.raw, self.text.starts[np.first], np.cut) : self.text.ends[last]]

    def _person(self, mention: str, span: Span, name: str, np: NounPhrase, how: Resolution) -> Speaker:
        title = None
        if np.has_name and np.first < np.name_first:
            title = self.text.slice(np.first, np.name_first - 1).strip(" ،,.")
        elif np.has_name and np.last > np.name_last:
            title = self.text.slice(np.name_last + 1, np.last).strip(" ،,.")
        return Speaker(mention, span, name, title or None, "person", key_of(name), how)


def _embedded(reports: list[Report]) -> list[bool]:
    """Which reports stand inside the clause of another: their speakers take no turn (أكد الوزير أن المجلس يرى أن …)."""
    out: list[bool] = []
    inside = -1  # the last token of the clauses read so far
    for r in reports:
        out.append(r.first <= inside)
        if r.content in ("that", "colon", "bare") and r.first > inside:
            inside = r.content_end
    return out


def agree(r: Report, feminine: bool | None, plural: bool) -> bool:
    """Whether a verb without a subject may have a speaker of this gender and number."""
    form = r.form
    if form is None or r.style != "finite" or feminine is None or plural:
        return True
    return form.number != "s" or (form.gender == "f") == feminine


def again(speaker: Speaker) -> Speaker:
    """The same speaker where the subject is dropped."""
    return replace(speaker, resolution="continued") if speaker.kind != "unknown" else speaker


def after_letters(raw: str, start: int, count: int) -> int:
    """The offset after `count` letters, vowel marks and tatweel passed over."""
    if not count:
        return start
    while count and start < len(raw):
        count -= raw[start].isalpha() and raw[start] != "\u0640"
        start += 1
    while start < len(raw) and not raw[start].isalnum():
        start += 1
    return start


def key_of(name: str) -> str:
    """The grouping form of a name: its words in matching form without the article."""
    return " ".join(bare(word_form(w)) for w in name.split())
