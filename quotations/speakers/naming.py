"""From a noun phrase to a speaker: the fullest name that the text has for a person, a body, a source or a document."""

from dataclasses import replace

from quotations.matching import forms_of, word_form
from quotations.model import Member, Span, Speaker, SpeakerKind
from quotations.page.marks import MARKS
from quotations.people.bodies import LEAD
from quotations.people.entities import Body, after_letters, joined, key_of, name_of, named
from quotations.people.registry import Registry
from quotations.phrases.nouns import NounPhrase, parse, parse_attached
from quotations.phrases.things import tells
from quotations.phrases.walk import Part
from quotations.speakers.documents import MINISTRY, Documents
from quotations.speakers.later import named_later
from quotations.speakers.pairs import two
from quotations.speakers.reviews import PAPER
from quotations.speakers.roles import AGAIN, lands_of
from quotations.speakers.surveys import asked, is_share
from quotations.speakers.turns import Turns
from quotations.words import wordclass as wc
from quotations.words.phrase_words import OF_NAMES, ONE
from quotations.words.text import Text
from quotations.words.wordclass import Word, classify

# They stand for nobody in particular, and for no body named before.
_SOME = forms_of(
    "البعض بعضنا بعضهم كثيرون الكثيرون آخرون الآخرون الجميع كلاهما الاثنان الطرفان الجانبان هؤلاء "
    "أولئك اثنان اثنتان الباقون غيرهم والبعض"
)
_SOMEBODY = forms_of("أحدهم أحدهما إحداهن إحداهما")
_OTHER = {classify(form).stem for form in forms_of("آخر أخرى ثاني ثانية")}
_NAMED = forms_of("شركة مؤسسة مجموعة منظمة جمعية حركة بنك مصرف موقع منصة تطبيق")  # before a name of its own
_OF_ONE = forms_of("عبري مذكور عملاق شهير")  # what tells a body from no other of its kind in the text


class Namer(Documents):
    """Names the speakers of one text by its registry and by who spoke last."""

    def __init__(self, text: Text, registry: Registry, turns: Turns) -> None:
        super().__init__(text, registry, turns)
        self._phrases: dict[tuple[int, int, SpeakerKind], tuple[tuple[str, ...], tuple[str, ...], bool]] = {}
        self._persons: dict[tuple[int, ...], Speaker] = {}  # what `resolve` has answered for phrases with a name

    def name_forms(self, np: NounPhrase) -> tuple[str, ...]:
        """The words of a phrase's name in matching form, without a proclitic (وهدى العلي)."""
        forms = [self.forms[k] for k in range(np.name_first, np.name_last + 1) if self.words[k]]
        if np.name_first == np.first:
            forms[0] = forms[0][np.cut :]
        return tuple(forms)

    def _kind(self, np: NounPhrase) -> SpeakerKind:
        """What speaks: of many people (أحد السكان) one without a name is a source, no group."""
        one = np.kind == "group" and not np.joined and classify(self.forms[np.first]).stem in ONE
        return "unnamed_source" if one else np.kind

    def name_of(self, np: NounPhrase, scope: int) -> str:
        """Who a phrase names, without more words than it has: but for a name and a single noun (المنظمة)."""
        if np.has_name or np.first == np.last or np.kind == "organization":
            return self.resolve(np, scope).name or ""
        return self._phrase(np)

    def resolve(self, np: NounPhrase, scope: int) -> Speaker:
        """The speaker whom a noun phrase names, by the fullest name that the text has for him."""
        if not np.has_name or np.joined or np.fixed:
            return self._resolve(np, scope)
        place = np.first, np.last, np.name_first, np.name_last, np.cut
        if place not in self._persons:  # a name means the same wherever the story stands
            self._persons[place] = self._resolve(np, scope)
        return self._persons[place]

    def _resolve(self, np: NounPhrase, scope: int) -> Speaker:
        raw = self.text.raw
        span = self.text.span(np.first, np.last)
        if np.cut:
            span = Span(after_letters(raw, span.start, np.cut), span.end)
        said = Speaker(raw[span.start : span.end], span, None, None, self._kind(np), None, "explicit")
        if np.fixed:
            return named(said, np.fixed, "explicit")
        if is_share(self.text, np.first, np.last) and (of := asked(self.text, np.first)) is not None:
            return named(said, self.text.slice(*of), "title", "group")
        if np.joined:
            members = tuple(Member(name, key_of(name)) for name in (self._member(part, scope) for part in np.members))
            return replace(named(said, self._joined(np, said), "explicit"), kind="group", members=members)
        if (both := two(self.text, self.registry, np)) is not None:
            names = [self.resolve(one, scope).name or "" for one in both]
            members = tuple(Member(name, key_of(name)) for name in names)
            together = self.text.slice(both[0].name_first, both[1].name_last)
            return replace(named(said, together, "title"), kind="group", members=members)
        alias = self._alias(np) if np.has_name else None
        if alias is not None and alias.np.first != np.first and not self._is_surname(np):
            return named(said, self._phrase(alias.np), "alias", alias.np.kind)
        outer = self.registry.containing(self.registry.stems(np.first, np.last)) if self._is_marked(np) else None
        if outer is not None:
            return named(said, self._phrase(outer.np), "alias", outer.np.kind)
        if np.has_name:
            return self._person(said, self._full(np), np)
        forms, stems, definite = self._words_of(np)
        return (
            self._surname(said, np, forms)
            or self._same_again(said, scope, forms, stems, definite)
            or self._described(said, np, scope, stems, definite)
            or self._body(said, np, scope, stems, definite)
        )

    def _words_of(self, np: NounPhrase) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
        """The words of a phrase without a name, their stems, and whether it is definite."""
        place = np.first, np.last, np.kind
        if place not in self._phrases:
            stems = self.registry.stems(np.first, np.last)
            forms = tuple(
                [self.forms[k][np.cut * (k == np.first) :] for k in range(np.first, np.last + 1) if self.words[k]]
            )
            self._phrases[place] = forms, stems, self._is_definite(np, forms)
        return self._phrases[place]

    def _is_definite(self, np: NounPhrase, forms: tuple[str, ...]) -> bool:
        first = classify(self.forms[np.first])
        definite = first.definite or bool(first.flags & (wc.DEMONSTRATIVE | wc.HONORIFIC)) or forms[0] in AGAIN
        if np.kind == "person" and len(forms) > 1 and not definite:
            second = classify(forms[1])
            definite = second.definite and not second.prep  # مدير الكرة is as definite as المدير
            definite = definite or (len(forms) > 2 and bool(second.flags & wc.PLACE))  # لاعب برشلونة السابق
        return definite

    def _alias(self, np: NounPhrase) -> Body | None:
        """The body that a name of nobody stands for: «مراسي», and نوركو where the text has شركة نوركو للشحن."""
        stems = self.registry.stems(np.first, np.last)
        alias = self.registry.alias(stems, np.first)
        if alias is not None or np.name_first > np.first or len(stems) > 3 or not self._is_strange(np):
            return alias
        person = self.registry.by_name(self.name_forms(np))
        return self.registry.bearing(stems) if person is None or not (person.sure or len(person.forms) > 1) else None

    def _is_strange(self, np: NounPhrase) -> bool:
        """Whether no list knows the words of a phrase."""
        return all(not classify(self.forms[k]).flags for k in range(np.first, np.last + 1) if self.words[k])

    def _is_surname(self, np: NounPhrase) -> bool:
        """مجموعة «هافن» of ليلى هافن: whoever bears the name of a body is meant by it, and not the body."""
        person = self.registry.by_name(self.name_forms(np))
        return person is not None and person.sure and len(person.forms) > 1

    def _is_marked(self, np: NounPhrase) -> bool:
        """Whether marks stand around a phrase: وأشارت «النهر اليوم» إلى …."""
        beside = self.forms[max(0, np.first - 1)], self.forms[min(len(self.text) - 1, np.last + 1)]
        return MARKS.issuperset(beside)

    def _joined(self, np: NounPhrase, said: Speaker) -> str:
        """Several who speak together as they stand, without the title before the first of them: وزير الري سليم الحداد
        ونائبه."""
        part = np.members[0]
        first = (parse_attached if part.cut else parse)(self.text, part.first, part.last + 1)
        if first is None or not first.has_name or first.joined or first.name_first == first.first:
            return said.mention or ""
        return self.text.slice(first.name_first, np.last)

    def _member(self, part: Part, scope: int) -> str:
        """One of several who speak together, by the fullest name (قال الوزير ونائبه هدى العلي)."""
        np = (parse_attached if part.cut else parse)(self.text, part.first, part.last + 1)
        if np is None or np.joined:
            start = after_letters(self.text.raw, self.text.starts[part.first], part.cut)
            return self.text.raw[start : self.text.ends[part.last]]
        return self.resolve(np, scope).name or ""

    def _surname(self, said: Speaker, np: NounPhrase, forms: tuple[str, ...]) -> Speaker | None:
        """A surname that also reads as an ordinary noun (الطيار): the person who bears it, with the title before it."""
        first, last = classify(forms[0]), classify(forms[-1])
        adjective = last.flags & wc.NISBA and last.definite == first.definite
        surname = (last.definite or first.definite) and not adjective and not last.prep and not last.conj
        letter = len(forms[0]) == 1 and np.head == np.first  # د.
        office = first.flags & wc.PERSON_HEAD and not first.flags & wc.KIN and forms[-1] not in OF_NAMES
        titled = len(forms) == 2 and surname and (letter or bool(office))
        if titled:
            forms = forms[1:]  # اللواء الحداد, الشيخ جوهري
        if len(forms) > 2 or classify(forms[0]).flags & (wc.DEMONSTRATIVE | wc.ORGANIZATION | wc.DOCUMENT):
            return None
        for registry in filter(None, (self.registry, self.elsewhere)):
            entity = registry.by_name(forms)
            if entity and entity.sure and len(entity.forms) > len(forms):
                return self._person(said, name_of(registry.text, entity), np, np.last * titled)
        own = last.flags & (wc.GIVEN | wc.SURNAME) and not last.flags & (wc.HEAD | wc.COMMON | wc.NISBA)
        if titled and (letter or (own and first.flags & wc.HONORIFIC and first.definite)):
            return self._person(said, self.text.slice(np.last, np.last), np, np.last)
        return None

    def _described(
        self, said: Speaker, np: NounPhrase, scope: int, stems: tuple[str, ...], definite: bool
    ) -> Speaker | None:
        """A title or a document: the person or the body behind it, where the text tells."""
        if np.first == np.last and self.forms[np.first] in _SOME:
            return named(said, said.mention or "", "explicit", "group")
        if np.first == np.last and self.forms[np.first] in _SOMEBODY:
            return named(said, said.mention or "", "explicit", "unnamed_source")
        if not stems:
            return named(said, said.mention or "", "explicit")
        if np.kind == "document":
            return self._document(said, np, scope, stems, definite)
        if np.kind == "person" and (np.head >= 0 or classify(self.forms[np.first]).flags & wc.NISBA):
            behind = self._by_role(np, scope, stems, definite)
            if behind is not None:
                return replace(behind, mention=said.mention, mention_span=said.mention_span, title=said.mention)
        later = named_later(self.text, self.registry, np) if np.kind == "person" and np.head >= 0 else None
        if later is not None and self._may_reach(scope, later):
            return named(said, self._full(later), "title", "person", said.mention)
        if np.kind in ("person", "unnamed_source") and (entity := self.named_next(np, scope)) is not None:
            return named(said, self._entity_name(entity), "title", "person", said.mention)
        return None

    def _may_reach(self, scope: int, np: NounPhrase) -> bool:
        """Whether a name belongs to the story of somebody's words."""
        return not self.stories or self.stories.reaches(scope, self.forms[np.name_last], by_whole_title=False)

    def _spoke_last(self, stems: tuple[str, ...], scope: int) -> str | None:
        """The body that spoke last of those with this head: التلفزيون is «…» whom the story has just heard.

        Whoever has spoken since for another of the kind (مدير المركز الفلاني) leaves that open.
        """
        cited, turns = self.turns.cited.get(scope), self.turns.recent(scope)
        if cited is not None and cited.sentence > max((turn.sentence for turn in turns), default=-1):
            turns = (cited, *turns)  # …، وفقا لصحيفة «كذا». وأضافت الصحيفة
        for turn in turns:
            words = [classify(word_form(w)).stem for w in (turn.speaker.name or "").split()]
            if turn.speaker.kind == "organization" and 1 < len(words) < 7 and words[0] == stems[0]:
                return turn.speaker.name
            if turn.paper and words and stems[0] in PAPER and words[0] not in PAPER:
                return turn.speaker.name  # كتبت «النهر» تحت عنوان «…». وأضافت الصحيفة
            if any(classify(word_form(w)).stem == stems[0] for w in (turn.speaker.title or "").split()):
                return None
        return None

    def _body(self, said: Speaker, np: NounPhrase, scope: int, stems: tuple[str, ...], definite: bool) -> Speaker:
        """A body or a source by its fullest phrase in the text: the one in front of its short name, its head alone."""
        alias = self.registry.alias(stems, np.first) or self.registry.same_marked(np)
        if alias is not None and alias.np.first != np.first:
            return named(said, self._phrase(alias.np), "alias")
        spoke = self._spoke_last(stems, scope) if definite and len(stems) == 1 and np.kind == "organization" else None
        if spoke is not None:
            return named(said, spoke, "title")
        place = len(stems) == 1 and not classify(self.forms[np.first]).flags & wc.HEAD and np.kind == "organization"
        place = place and bool(classify(self.forms[np.first]).flags & wc.PLACE)  # اليمن is no اليمن الدولة العربية
        body = None if place or self._is_new(np) else self.registry.body(stems, np.first)
        if body is not None and (definite or body.stems[: len(stems)] == stems or self._is_idafa_of(np, stems, body)):
            return named(said, self._phrase(body.np), "title" if definite else "explicit")
        if body is None and definite and len(stems) == 1 and np.head < 0 and np.kind == "person":
            whole = self.registry.abbreviated(stems[0])
            if whole is not None:
                return named(said, self._phrase(whole.np), "alias", "organization")
        known = len(stems) > 1 or bool(classify(self.forms[np.first]).flags & (wc.MEDIA_NAME | wc.BODY_NAME))
        if body is None and np.kind == "organization" and known:
            outer = self.registry.containing(stems)
            head = classify(self.forms[np.first]).flags & (wc.ORGANIZATION | wc.MEDIA)
            if outer is not None and (not head or outer.stems[0] in MINISTRY):
                return named(said, self._phrase(outer.np), "explicit")
        again = self._called_anew(np, scope, stems) if body is None and definite and len(stems) > 1 else None
        if again is not None:
            return replace(again, mention=said.mention, mention_span=said.mention_span, title=None, resolution="title")
        return named(said, self._phrase(np), "explicit", "document" if tells(self.text, np) else said.kind)

    def _called_anew(self, np: NounPhrase, scope: int, stems: tuple[str, ...]) -> Speaker | None:
        """The only one of its kind to have spoken, called by the same noun and by what the reader knows of it: قالت
        شركة نوركو إن …. وأضافت الشركة الهولندية أن …; قال مصدر في الوزارة …. وتابع المصدر الحكومي.

        The press varies how it calls those it goes on to quote; another of the kind is introduced without the article
        or by a name. Nobody of another country is meant, nor whoever another adjective tells from the one before
        (المدير الفني, المدير الإداري), and no many, of whom there are always more.
        """
        words = [classify(self.forms[k]) for k in range(max(np.head, np.first) + 1, np.last + 1) if self.words[k]]
        heads = (w for w in words if w.flags & wc.HEAD and not w.flags & wc.NISBA)
        if any(heads) or not all(w.definite and not w.prep and not w.conj for w in words):
            return None  # more than adjectives
        if np.kind == "group" or np.plural or stems[-1] in _OTHER:
            return None
        found: Speaker | None = None
        for turn in self.turns.recent(scope):
            name = turn.speaker.name or ""
            called = [classify(word_form(w)) for w in name.split()]
            if not called or called[0].stem != stems[0] or not _is_like(turn.speaker.kind, np.kind):
                continue
            if found is not None and found.name == name:
                continue
            office = np.kind != "organization" and len(called) > 1 and _is_body(called[1])  # مسؤول الشركة
            lands, theirs = lands_of(set(stems)), lands_of({w.stem for w in called})
            if found is not None or office or (lands and theirs and not lands & theirs):
                return None
            if len(called) > 1 and not theirs and all(w.definite for w in called):
                return None
            found = turn.speaker
        if found is None and np.kind == "organization" and not self._is_listed(np.first, wc.BODY_NAME | wc.MEDIA_NAME):
            return self._only_named(np, stems)
        return found

    def _only_named(self, np: NounPhrase, stems: tuple[str, ...]) -> Speaker | None:
        """The one body of the kind that the text has named before, where the reader knows from where it is: نشرت صحيفة
        «النهر» …. وأضافت الصحيفة البريطانية أن …"""
        of_one = all(lands_of({x}) or x.removesuffix("ه") in _OF_ONE for x in stems[1:])
        if not of_one or not (classify(self.forms[np.first]).flags & wc.MEDIA or stems[0] in _NAMED):
            return None
        body = self.registry.only_named(stems[0], np.first)
        theirs = lands_of(set(body.stems)) if body is not None else set()
        if body is None or (theirs and not theirs & lands_of(set(stems))):
            return None
        span = self.text.span(np.first, np.last)
        return named(Speaker(None, span, None, None, "organization", None, "title"), self._phrase(body.np), "title")

    def _is_new(self, np: NounPhrase) -> bool:
        """قال مصدر عسكري: without the article it is another one than مصدر عسكري في كذا, but in a first sentence."""
        if np.kind not in ("unnamed_source", "group") or np.first < LEAD:
            return False
        return not any(classify(self.forms[k]).definite for k in range(np.first, np.last + 1) if self.words[k])

    def _is_idafa_of(self, np: NounPhrase, stems: tuple[str, ...], body: Body) -> bool:
        """مندوبية التخطيط for المندوبية السامية للتخطيط: the same head, its adjectives left out."""
        if len(stems) < 2 or stems[1] not in body.stems[2:] or self._is_listed(np.first, wc.BODY_NAME):
            return False
        words = [classify(self.forms[k]) for k in range(body.np.first + 1, body.np.last + 1) if self.words[k]]
        at = next((k for k, w in enumerate(words) if w.stem == stems[1]), 0)
        described = all(w.definite and not w.prep and not w.conj for w in words[:at])
        return at > 0 and words[at].prep == "ل" and described and body.stems[at + 1 : at + len(stems)] == stems[1:]

    def _full(self, np: NounPhrase) -> str:
        whole = self.name_forms(np)
        two = self.registry.are_two(whole)  # أخبر كيم بوتين: the second is the object
        forms = whole[:1] if two else self.registry.without_tail(whole, np.name_first)
        cut = len(forms) < len(whole) and not two
        found = self.registry.by_name(forms)
        entity = found and self.registry.spelled_right(found)
        if entity and (cut or entity is not found or len(joined(entity.forms)) > len(joined(forms))):
            return self._entity_name(entity)
        fuller = self.elsewhere.by_name(forms) if self.elsewhere else None
        if self.elsewhere and fuller and fuller.sure and len(fuller.forms) > len(forms):
            return name_of(self.elsewhere.text, fuller)
        if len(forms) == 1 and not two:
            around = self.registry.around(forms[0])
            if around:
                return self.text.slice(*around)
            variant = self.registry.spelled_otherwise(forms[0])
            if variant is not None:
                return self._entity_name(variant)
        start = self.text.starts[np.name_first]
        start = after_letters(self.text.raw, start, np.cut if np.name_first == np.first else 0)
        return self.text.raw[start : self.text.ends[np.name_first if two else np.name_last]]

    def _person(self, said: Speaker, name: str, np: NounPhrase, surname: int = 0) -> Speaker:
        """A person, with the title before the name, before the surname at token `surname`, or the one behind it."""
        first, last = np.first, (surname or np.name_first) - 1
        if last < first and np.has_name:
            first, last = np.name_last + 1, np.last
        body = np.kind == "organization" and self._is_marked(np)  # وعلمت «النهر» أن
        kind: SpeakerKind = "organization" if body else "person"
        return named(said, name, "explicit", kind, self._title(np, first, last) or None)

    def _title(self, np: NounPhrase, first: int, last: int) -> str:
        """The office in these tokens: without a preposition before it (للرئيس), the mark that opens the name behind it
        (السيد "سليم حداد") and brackets, in which an age or a year may stand instead."""
        while first <= last and not self.words[first]:
            close = next((k for k in range(first + 1, last + 1) if self.forms[k] == ")"), -1)
            if self.forms[first] == "(" and close > 0:
                inside = [classify(f).flags for f in self.forms[first + 1 : close] if f[0].isalnum()]
                if self.forms[first + 1][0].isdigit() or not any(flags & wc.PERSON_HEAD for flags in inside):
                    first = close
                elif close == last:
                    last -= 1
            first += 1
        while first <= last and not self.words[last] and self._is_loose(first, last):
            last -= 1
        if first > last:
            return ""
        start = after_letters(self.text.raw, self.text.starts[first], np.cut if first == np.first else 0)
        title = self.text.raw[start : self.text.ends[last]].strip()
        elided = first == np.first and title[:2] == "لل" and classify(self.forms[first]).prep == "ل"
        return "ال" + title[wc.lam_letters(self.forms[first]) :] if elided else title

    def _is_loose(self, first: int, last: int) -> bool:
        """Whether the sign at token `last` ends nothing that begins in these tokens: a mark without its partner."""
        form = self.forms[last]
        if form in MARKS:
            return sum(f in MARKS for f in self.forms[first : last + 1]) % 2 == 1
        return form != ")" and not (form == "." and len(self.forms[last - 1]) == 1)  # د.


def _is_like(a: SpeakerKind, b: SpeakerKind) -> bool:
    """Whether two kinds are one for whom a new phrase takes up: an official may be a source."""
    return a == b or {a, b} == {"person", "unnamed_source"}


def _is_body(w: Word) -> bool:
    return bool(w.flags & (wc.ORGANIZATION | wc.MEDIA)) and not w.prep
