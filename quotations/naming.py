"""From a noun phrase to a speaker: the fullest name that the text has for a person, a body, a source or a document."""

from dataclasses import replace

from quotations import wordclass as wc
from quotations.cues import lookup
from quotations.entities import Entity, bare, joined
from quotations.marks import MARKS
from quotations.matching import forms_of, word_form
from quotations.model import Member, Resolution, Span, Speaker
from quotations.nouns import NounPhrase, parse, parse_attached
from quotations.people import Registry
from quotations.phrase_walk import Part
from quotations.sentences import Stories
from quotations.surveys import asked, is_share
from quotations.text import Text
from quotations.turns import Turn, Turns
from quotations.wordclass import classify

# They stand for nobody in particular, and for no body named before.
_SOME = forms_of(
    "البعض بعضنا بعضهم أحدهم إحداهن كثيرون الكثيرون آخرون الآخرون الجميع كلاهما الاثنان الطرفان الجانبان هؤلاء "
    "الباقون غيرهم والبعض"
)
_MINISTRY = forms_of("وزارة")  # a body of the name alone: الخارجية for وزارة الخارجية
_AGAIN = frozenset({"نفس", "ذات"})


class Namer:
    """Names the speakers of one text by its registry and by who spoke last."""

    def __init__(self, text: Text, registry: Registry, turns: Turns) -> None:
        self.text, self.forms, self.words = text, text.forms, text.words
        self.registry = registry
        self.turns = turns
        self.issuers: dict[tuple[int, str], str] = {}  # story and kind of document -> the body that issued it
        self.stories: Stories | None = None
        self.elsewhere: Registry | None = None  # the people of another field of the article

    def note_issuer(self, scope: int, document: str, body: str) -> None:
        """A body spoke in a document (قالت الوزارة في بيان): later البيان is its word."""
        self.issuers[scope, document] = body

    def name_forms(self, np: NounPhrase) -> tuple[str, ...]:
        """The words of a phrase's name in matching form, without a proclitic (وهدى العلي)."""
        forms = [self.forms[k] for k in range(np.name_first, np.name_last + 1) if self.words[k]]
        if np.name_first == np.first:
            forms[0] = forms[0][np.cut :]
        return tuple(forms)

    def name_of(self, np: NounPhrase, scope: int) -> str:
        """Who a phrase names, without more words than it has: but for a name and a single noun (المنظمة)."""
        if np.has_name or np.first == np.last:
            return self.resolve(np, scope).name or ""
        return self._phrase(np)

    def resolve(self, np: NounPhrase, scope: int) -> Speaker:
        """The speaker whom a noun phrase names, by the fullest name that the text has for him."""
        raw = self.text.raw
        span = self.text.span(np.first, np.last)
        if np.cut:
            span = Span(after_letters(raw, span.start, np.cut), span.end)
        said = Speaker(raw[span.start : span.end], span, None, None, np.kind, None, "explicit")
        if np.fixed:
            return _named(said, np.fixed, "explicit")
        if is_share(self.text, np.first, np.last) and (of := asked(self.text, np.first)) is not None:
            return replace(_named(said, self.text.slice(*of), "title"), kind="group")
        if np.joined:
            members = tuple(Member(name, key_of(name)) for name in (self._member(part, scope) for part in np.members))
            return replace(_named(said, said.mention or "", "explicit"), kind="group", members=members)
        alias = self.registry.aliases.get(self.registry.stems(np.first, np.last)) if np.has_name else None
        if alias is not None and alias.np.first != np.first:
            return replace(_named(said, self._phrase(alias.np), "alias"), kind=alias.np.kind)
        outer = self.registry.containing(self.registry.stems(np.first, np.last)) if self._is_marked(np) else None
        if outer is not None:
            return replace(_named(said, self._phrase(outer.np), "alias"), kind=outer.np.kind)
        if np.has_name:
            return self._person(said, self._full(np), np)
        forms = tuple(self.forms[k] for k in range(np.first, np.last + 1) if self.words[k])
        stems = self.registry.stems(np.first, np.last)
        first = classify(self.forms[np.first])
        definite = first.definite or bool(first.flags & (wc.DEMONSTRATIVE | wc.HONORIFIC)) or forms[0] in _AGAIN
        if np.kind == "person" and len(forms) > 1 and not definite:
            second = classify(forms[1])
            definite = second.definite and not second.prep  # مدير الكرة is as definite as المدير
        return (
            self._surname(said, np, forms)
            or self._same_again(said, scope, forms, stems, definite)
            or self._described(said, np, scope, stems, definite)
            or self._body(said, np, stems, definite)
        )

    def _is_marked(self, np: NounPhrase) -> bool:
        """Whether marks stand around a phrase: وأشارت «النهر اليوم» إلى …."""
        beside = self.forms[max(0, np.first - 1)], self.forms[min(len(self.text) - 1, np.last + 1)]
        return MARKS.issuperset(beside)

    def _member(self, part: Part, scope: int) -> str:
        """One of several who speak together, by the fullest name (قال الوزير ونائبه هدى العلي)."""
        np = (parse_attached if part.cut else parse)(self.text, part.first, part.last + 1)
        if np is None or np.joined:
            start = after_letters(self.text.raw, self.text.starts[part.first], part.cut)
            return self.text.raw[start : self.text.ends[part.last]]
        return self.resolve(np, scope).name or ""

    def _surname(self, said: Speaker, np: NounPhrase, forms: tuple[str, ...]) -> Speaker | None:
        """A surname that also reads as an ordinary noun (الطيار): the person who bears it."""
        first, last = classify(forms[0]), classify(forms[-1])
        adjective = last.flags & wc.NISBA and last.definite == first.definite
        surname = (last.definite or first.definite) and not adjective and not last.prep and not last.conj
        if len(forms) == 2 and surname and first.flags & wc.PERSON_HEAD:
            forms = forms[1:]  # اللواء الحداد, الشيخ جوهري
        if len(forms) > 2 or classify(forms[0]).flags & (wc.DEMONSTRATIVE | wc.ORGANIZATION | wc.DOCUMENT):
            return None
        for registry in filter(None, (self.registry, self.elsewhere)):
            entity = registry.by_name(forms)
            if entity and entity.sure and len(entity.forms) > len(forms):
                return self._person(said, name_of(registry.text, entity), np)
        return None

    def _same_again(
        self, said: Speaker, scope: int, forms: tuple[str, ...], stems: tuple[str, ...], definite: bool
    ) -> Speaker | None:
        """المصدر ذاته, نفس المتحدث, المسؤول: the last of that kind to speak, else whoever spoke last."""
        again = forms[0] in _AGAIN or any(classify(f).flags & wc.SAME for f in forms[1:])
        described = definite and said.kind in ("person", "unnamed_source")
        pointed = len(stems) == 1 and bool(classify(forms[0]).flags & wc.DEMONSTRATIVE)  # وتؤكد هذه المصادر
        turn = None
        if stems and (again or described or pointed):
            recent = self.turns.recent(scope)
            turn = next((t for t in recent if self._is_called(t.speaker, stems, again or pointed)), None)
        if turn is None and (again or (stems == ("مصدر",) and definite)):
            turn = self.turns.last(scope)
        if turn is None or not turn.speaker.name:
            return None
        return replace(
            turn.speaker, mention=said.mention, mention_span=said.mention_span, title=None, resolution="title"
        )

    def _is_called(self, speaker: Speaker, stems: tuple[str, ...], pointed: bool) -> bool:
        """Whether an unnamed speaker's own phrase begins with the same noun and holds all these words.

        المسؤول takes up مسؤول رفيع; only هذا المسؤول and المسؤول ذاته (`pointed`) take up a phrase with the article.
        """
        if speaker.kind not in ("person", "unnamed_source") or speaker.name != speaker.mention:
            return False
        called = [classify(word_form(w)) for w in (speaker.name or "").split()]
        same = bool(called) and called[0].stem in (stems[0], stems[0] + "ا")
        return same and (pointed or not called[0].definite) and set(stems[1:]) <= {w.stem for w in called}

    def _described(
        self, said: Speaker, np: NounPhrase, scope: int, stems: tuple[str, ...], definite: bool
    ) -> Speaker | None:
        """A title or a document: the person or the body behind it, where the text tells."""
        if not stems:
            return _named(said, said.mention or "", "explicit")
        if len(stems) == 1 and self.forms[np.first] in _SOME:
            return replace(_named(said, said.mention or "", "explicit"), kind="group")
        if np.kind == "document":
            return self._document(said, np, scope, stems, definite)
        if np.kind == "person" and (np.head >= 0 or classify(self.forms[np.first]).flags & wc.NISBA):
            behind = self._by_role(np, scope, stems, definite)
            if behind is not None:
                return replace(behind, mention=said.mention, mention_span=said.mention_span, title=said.mention)
        return None

    def _body(self, said: Speaker, np: NounPhrase, stems: tuple[str, ...], definite: bool) -> Speaker:
        """A body or a source by its fullest phrase in the text: the one in front of its short name, its head alone."""
        alias = self.registry.aliases.get(stems)
        if alias is not None and alias.np.first != np.first:
            return _named(said, self._phrase(alias.np), "alias")
        body = self.registry.body(stems, np.first)
        if body is not None and (definite or body.stems[: len(stems)] == stems):
            return _named(said, self._phrase(body.np), "title" if definite else "explicit")
        known = len(stems) > 1 or bool(classify(self.forms[np.first]).flags & (wc.MEDIA_NAME | wc.BODY_NAME))
        if body is None and np.kind == "organization" and known:
            outer = self.registry.containing(stems)
            head = classify(self.forms[np.first]).flags & (wc.ORGANIZATION | wc.MEDIA)
            if outer is not None and (not head or outer.stems[0] in _MINISTRY):
                return _named(said, self._phrase(outer.np), "explicit")
        return _named(said, self._phrase(np), "explicit")

    def _by_role(self, np: NounPhrase, scope: int, stems: tuple[str, ...], definite: bool) -> Speaker | None:
        """The person behind a title: by its words, else who spoke last, else who was named last with the like."""
        entity = self.registry.by_title(stems, np.first)
        whole = entity is not None and len(stems) > 1
        if entity is None and definite:
            for turn in self.turns.recent(scope):
                if self._may_be(turn, np, stems):
                    return replace(turn.speaker, resolution="title")
            entity = self._titled_before(np, stems)
        if entity is None and self.elsewhere and len(stems) > 1 and (other := self.elsewhere.by_title(stems, 0)):
            name = name_of(self.elsewhere.text, other)
            return Speaker(None, None, name, None, "person", key_of(name), "title")
        if entity is None or (self.stories and not self.stories.reaches(scope, entity.forms[-1], by_whole_title=whole)):
            return None
        name = self._entity_name(entity)
        return Speaker(None, None, name, None, "person", key_of(name), "title")

    def _may_be(self, turn: Turn, np: NounPhrase, stems: tuple[str, ...]) -> bool:
        """Whether a title may mean who spoke: of the same gender, and not of another office with a name of its own.

        المسؤول الحكومي may be any official who has spoken; مدير الكرة must share a word with his title.
        """
        if not self._is_named_person(turn.speaker) or not _same_gender(np.feminine, turn.feminine):
            return False
        classes = [classify(self.forms[k]) for k in range(np.first, np.last + 1) if self.words[k]]
        entity = self.registry.by_name(tuple(word_form(w) for w in (turn.speaker.name or "").split()))
        return (
            all((w.definite or w.flags & wc.HONORIFIC) and not w.prep for w in classes)
            or entity is None
            or not entity.titles
            or bool(entity.titles & set(stems))
        )

    def _is_named_person(self, speaker: Speaker) -> bool:
        return speaker.title is not None or (speaker.kind == "person" and speaker.name != speaker.mention)

    def _titled_before(self, np: NounPhrase, stems: tuple[str, ...]) -> Entity | None:
        """سموه and معاليه: the titled person named last; else the one whose title shares an adjective or a word."""
        if len(stems) == 1 and np.head >= 0 and classify(self.forms[np.head]).flags & wc.HONORIFIC:
            return self.registry.last_titled(np.first)
        nisba = tuple(x for x in stems[1:] if classify("ال" + x).flags & wc.NISBA)
        return self.registry.nearest_person(np.first, nisba or stems)

    def _document(self, said: Speaker, np: NounPhrase, scope: int, stems: tuple[str, ...], definite: bool) -> Speaker:
        """A document speaks for the body that issued it: the one it names, else the one named with it before."""
        issuer = self._issuer(np)
        if issuer:
            self.issuers[scope, stems[0]] = issuer
        elif definite and len(stems) <= 2:
            body = self.registry.body(stems[:1], np.first)
            issuer = self.issuers.get((scope, stems[0])) or (self._issuer(body.np) if body else None)
            if issuer is None and body is not None:
                return _named(said, self._phrase(body.np), "title")
        return _named(said, issuer or said.mention or "", "title" if issuer else "explicit")

    def _issuer(self, np: NounPhrase) -> str | None:
        """The body in a document's own phrase, by its fullest name: بيان للجيش, تقرير صندوق النقد الدولي."""
        bodies = wc.ORGANIZATION | wc.BODY_NAME | wc.MEDIA | wc.MEDIA_NAME
        for k in range(np.head + 1, min(np.last, np.head + 4) + 1):
            w = classify(self.forms[k])
            if not self.words[k] or not (w.flags & bodies or self._is_listed(k, bodies)):
                continue
            if any(form.has_object for form in lookup(self.forms[k])[0]):
                continue  # تقرير نشرته الصحيفة: the verb
            stems = self.registry.stems(k, np.last)
            body = self.registry.aliases.get(stems) or self.registry.body(stems, np.first, same=bool(w.prep))
            if body is not None and (w.definite or body.stems[: len(stems)] == stems):
                return self._phrase(body.np)
            span = self.text.span(k, np.last)
            if w.prep == "ل" and w.definite:  # للجيش is written for ل and الجيش
                return "ال" + self.text.raw[after_letters(self.text.raw, span.start, 2) : span.end]
            return self.text.raw[after_letters(self.text.raw, span.start, len(w.prep)) : span.end]
        person = self.registry.by_name((self.forms[np.last],)) if np.last > np.head else None  # بيان الزاملي
        return self._entity_name(person) if person and person.sure and len(person.forms) > 1 else None

    def _is_listed(self, k: int, flags: int) -> bool:
        """Whether a name of several words that is listed as one of these begins at token `k`."""
        return any(
            listed & flags and tuple(self.forms[k + 1 : k + len(parts)]) == parts[1:]
            for parts, listed in wc.phrases().get(self.forms[k], ())
        )

    def _full(self, np: NounPhrase) -> str:
        whole = self.name_forms(np)
        two = self.registry.are_two(whole)  # أخبر كيم بوتين: the second is the object
        forms = whole[:1] if two else self.registry.without_tail(whole, np.name_first)
        cut = len(forms) < len(whole) and not two
        entity = self.registry.by_name(forms)
        if entity and (cut or len(joined(entity.forms)) > len(joined(forms))):
            return self._entity_name(entity)
        fuller = self.elsewhere.by_name(forms) if self.elsewhere else None
        if self.elsewhere and fuller and fuller.sure and len(fuller.forms) > len(forms):
            return name_of(self.elsewhere.text, fuller)
        if len(forms) == 1 and not two:
            around = self.registry.around(forms[0])
            if around:
                return self.text.slice(*around)
        start = self.text.starts[np.name_first]
        start = after_letters(self.text.raw, start, np.cut if np.name_first == np.first else 0)
        return self.text.raw[start : self.text.ends[np.name_first if two else np.name_last]]

    def _entity_name(self, entity: Entity) -> str:
        return name_of(self.text, entity)

    def _phrase(self, np: NounPhrase) -> str:
        """A phrase as a name: without a proclitic and a bracket at its end."""
        last = np.last
        if self.forms[last] == ")":
            while last > np.first and self.forms[last] != "(":
                last -= 1
            last -= 1
        return self.text.raw[after_letters(self.text.raw, self.text.starts[np.first], np.cut) : self.text.ends[last]]

    def _person(self, said: Speaker, name: str, np: NounPhrase) -> Speaker:
        title = None
        if np.has_name and np.first < np.name_first:
            title = self.text.slice(np.first, np.name_first - 1).strip(" ،,.")
        elif np.has_name and np.last > np.name_last:
            title = self.text.slice(np.name_last + 1, np.last).strip(" ،,.")
        return replace(_named(said, name, "explicit"), title=title or None, kind="person")


def name_of(text: Text, entity: Entity) -> str:
    """A name as it stands in `text` for the first time."""
    start = text.starts[entity.first]
    if entity.conj:
        start = after_letters(text.raw, start, 1)
    return text.raw[start : text.ends[entity.last]]


def _named(said: Speaker, name: str, how: Resolution) -> Speaker:
    return replace(said, name=name, key=key_of(name), resolution=how)


def _same_gender(a: bool | None, b: bool | None) -> bool:
    return a is None or b is None or a == b


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
