"""Whom a role without a name means: الوزير, المصدر نفسه, المسؤول, سموه."""

from abc import ABC, abstractmethod
from dataclasses import replace
from functools import cache

from quotations.lexicon import rows
from quotations.matching import forms_of, word_form
from quotations.model import Speaker
from quotations.page.marks import MARKS
from quotations.page.sentences import Stories
from quotations.people.descriptions import name_end
from quotations.people.entities import Entity, after_letters, bare, key_of, masculine, name_of
from quotations.people.registry import Registry
from quotations.people.tails import own_end
from quotations.phrases.nouns import NounPhrase
from quotations.speakers.later import is_one
from quotations.speakers.turns import Turn, Turns
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.phrase_words import AS_FOR, HIS_PART, ITSELF, THOSE
from quotations.words.text import Text
from quotations.words.wordclass import Word, classify

AGAIN = frozenset({"نفس", "ذات"})
_ANYBODY = forms_of("متحدث متحدثة مسؤول مسؤولة")  # with the article: whoever has spoken, by whatever title
_WITNESSES = forms_of("شهود شاهد شاهدان")
_OF_PEOPLE = ("ون", "ين", "ان")  # endings of many of them
_SON = {(form,) for form in forms_of("بن ابن بنت آل")}
_AUTHORS = forms_of("كاتب كاتبة مؤلف مؤلفة")
_LEAD = 120  # tokens from an office in a story's first words to the name
_TOP = forms_of("وزير وزيرة رئيس رئيسة ملك ملكة أمير سلطان")  # nobody calls them no more than an official
_FORMER, _IN_NAME_OF = word_form("سابق"), word_form("باسم")
_NOW = forms_of("حالي حالية")  # they tell no office from another
_LEFT_OVER = frozenset("(،,:؛-–")  # they end no name
# Before whoever speaks for the first time: من جانبه, بدوره, أما.
_OTHERS = HIS_PART | AS_FOR | forms_of("بدوره بدورها وبدوره وبدورها جهة أخرى صعيد")
# Of whom one speaks by an honorific with a pronoun: سموه of a prince, معاليه of a minister.
_STYLES = {
    word_form(style): forms_of(offices)
    for style, offices in (
        ("سمو", "سمو أمير أميرة شيخ شيخة"), ("جلالت", "جلالة ملك ملكة سلطان خادم"), ("فخامت", "فخامة رئيس رئيسة"),
        ("معالي", "معالي وزير وزيرة"), ("دولت", "دولة رئيس رئيسة"), ("فضيلت", "فضيلة شيخ مفتي إمام"),
        ("سماحت", "سماحة شيخ مفتي سيد"), ("سعادت", "سعادة سفير سفيرة وكيل وكيلة مدير محافظ"),
    )
}  # fmt: skip


class Roles(ABC):
    """Knows who holds a role by the text's registry, and by who spoke last."""

    def __init__(self, text: Text, registry: Registry, turns: Turns) -> None:
        self.text, self.forms, self.words = text, text.forms, text.words
        self.registry = registry
        self.turns = turns
        self.stories: Stories | None = None
        self.elsewhere: Registry | None = None  # the people of another field of the article

    @abstractmethod
    def resolve(self, np: NounPhrase, scope: int) -> Speaker:
        """The speaker whom a noun phrase names, by the fullest name that the text has for him."""

    def _same_again(
        self, said: Speaker, scope: int, forms: tuple[str, ...], stems: tuple[str, ...], definite: bool
    ) -> Speaker | None:
        """المصدر ذاته, نفس المتحدث, المسؤول: the last of that kind to speak, else whoever spoke last."""
        again = forms[0] in AGAIN or forms[-1] == ITSELF or any(classify(f).flags & wc.SAME for f in forms[1:])
        described = definite and said.kind in ("person", "unnamed_source")
        pointed = len(stems) == 1 and bool(classify(forms[0]).flags & wc.DEMONSTRATIVE)  # وتؤكد هذه المصادر
        turn = None
        if stems and (again or described or pointed):
            recent = self.turns.recent(scope)
            turn = next((t for t in recent if self._is_called(t.speaker, stems, again or pointed)), None)
        if turn is None and described and len(stems) == 1 and stems[0] in _ANYBODY:
            turn = self._nameless(scope)
        if len(forms) == 1 and forms[0] in THOSE:
            turn = next((t for t in self.turns.recent(scope) if self._are_many(t)), None)
        if turn is None and again:
            turn = self.turns.last(scope)
        elif turn is None and definite and stems == ("مصدر",):
            turn = self.turns.last(scope)
            if turn is not None and self._is_outlet(turn.speaker):
                turn = None  # علمت صحيفة كذا …. وتوقع المصدر: a source of its own
        elif turn is None and definite and stems == ("مصادر",) and self.registry.body(stems, len(self.text)) is None:
            turn = next((t for t in self.turns.recent(scope) if self._may_be_sources(t.speaker)), None)
        if turn is None or not turn.speaker.name:
            return None
        return replace(
            turn.speaker, mention=said.mention, mention_span=said.mention_span, title=None, resolution="title"
        )

    def _are_many(self, turn: Turn) -> bool:
        """Whether هؤلاء may take up who spoke: people by their word, some or a number of them, not المصادر."""
        word = classify(word_form((turn.speaker.name or "").split(" ")[0]))
        if turn.speaker.kind not in ("group", "unnamed_source") or word.stem in THOSE:
            return False
        people = word.flags & wc.GROUP or word.stem.endswith(_OF_PEOPLE) or word.stem in _WITNESSES
        return bool(turn.plural or (word.flags & wc.PLURAL and (people or not turn.feminine)))

    def _is_outlet(self, speaker: Speaker) -> bool:
        head = classify(word_form((speaker.name or "").split(" ")[0])).flags
        return speaker.kind == "organization" and bool(head & (wc.MEDIA | wc.MEDIA_NAME))

    def _may_be_sources(self, speaker: Speaker) -> bool:
        """قيادات ميدانية, مسؤولون, whom المصادر takes up; witnesses tell what they saw."""
        head = word_form((speaker.name or "").split(" ")[0])
        return speaker.kind in ("unnamed_source", "group") and not speaker.members and head not in _WITNESSES

    def _nameless(self, scope: int) -> Turn | None:
        """The last person to speak, if the text tells no name but only a title (مدير قسم السدود في المجموعة)."""
        people = (t for t in self.turns.recent(scope) if t.speaker.kind in ("person", "unnamed_source"))
        last = next(people, None)
        if last is None or last.plural or last.speaker.title is not None or last.speaker.name != last.speaker.mention:
            return None
        return last if classify(word_form((last.speaker.name or "").split(" ")[0])).flags & wc.PERSON_HEAD else None

    def _is_called(self, speaker: Speaker, stems: tuple[str, ...], pointed: bool) -> bool:
        """Whether an unnamed speaker's own phrase begins with the same noun and holds all these words.

        المسؤول takes up مسؤول رفيع; only هذا المسؤول and المسؤول ذاته (`pointed`) take up a phrase with the article.
        """
        if speaker.kind not in ("person", "unnamed_source") or speaker.name != speaker.mention:
            return False
        called = [classify(word_form(w)) for w in (speaker.name or "").split()]
        same = bool(called) and called[0].stem in (stems[0], stems[0] + "ا")
        return same and (pointed or not called[0].definite) and set(stems[1:]) <= {w.stem for w in called}

    def _by_role(self, np: NounPhrase, scope: int, stems: tuple[str, ...], definite: bool) -> Speaker | None:
        """The person behind a title: by its words, else who spoke last, else who was named last with the like."""
        if len(stems) == 1 and np.head == np.first and (honoured := self._honoured(np, scope, stems[0])) is not None:
            return honoured
        entity = self.registry.by_title(tuple(x for x in stems if x not in _NOW) or stems, np.first)
        whole = entity is not None and len(stems) > 1
        if entity is None and definite:
            for turn in self.turns.recent(scope):
                if self._may_be(turn, np, stems):
                    return replace(turn.speaker, resolution="title")
            entity = self._titled_before(np, stems) or self._author(np, stems)
        if entity is None and self.elsewhere and len(stems) > 1 and (other := self.elsewhere.by_title(stems, 0)):
            name = name_of(self.elsewhere.text, other)
            return Speaker(None, None, name, None, "person", key_of(name), "title")
        if entity is None and len(stems) > 1 and (only := self._alone(np, scope)) is not None:
            return replace(only.speaker, resolution="title")
        if entity is None or (self.stories and not self.stories.reaches(scope, entity.forms[-1], by_whole_title=whole)):
            return None
        name = self._entity_name(entity)
        return Speaker(None, None, name, None, "person", key_of(name), "title")

    def _alone(self, np: NounPhrase, scope: int) -> Turn | None:
        """The only one who has spoken, by name, where an office of one holder is named that nobody in the text has:
        الرئيس السابق لبلدية …, مدير المنتخب. من جانبه before it announces another."""
        spoken = self.turns.speakers(scope)
        if len(spoken) != 1 or not self._is_named_person(spoken[0].speaker) or not is_one(self.text, np):
            return None
        head = classify(self.forms[np.head]).flags if np.head >= 0 else 0
        other = head & (wc.SPOKESPERSON | wc.KIN | wc.UNNAMED) or not head & wc.TITLE or np.plural or np.joined
        before = self.forms[max(0, np.first - 4) : np.first]
        if other or not _OTHERS.isdisjoint(before) or not _same_gender(np.feminine, spoken[0].feminine):
            return None
        entity = self.registry.by_written(spoken[0].speaker.name or "")
        words = {classify(f).stem for f in self.forms[np.head : np.last + 1]}
        theirs = entity.titles if entity is not None else set()
        if lands_of(words) and lands_of(theirs) and not lands_of(words) & lands_of(theirs):
            return None
        office = any(classify(x).flags & wc.TITLE and not classify(x).flags & wc.HONORIFIC for x in theirs)
        return spoken[0] if not office or theirs & words - _TOP - {"عام"} - _countries().keys() else None

    def _honoured(self, np: NounPhrase, scope: int, stem: str) -> Speaker | None:
        """سموه: who spoke last of those who are so addressed, else who was named last of them; where the text addresses
        nobody so, `_titled_before` decides."""
        style = next((offices for begin, offices in _STYLES.items() if stem in (begin + "ه", begin + "ها")), None)
        if style is None:
            return None
        for turn in self.turns.recent(scope):
            if self._is_named_person(turn.speaker):
                entity = self.registry.by_written(turn.speaker.name or "")
                if entity is not None and entity.titles & style:
                    return replace(turn.speaker, resolution="title")
        entity = self.registry.nearest_person(np.first, tuple(style))
        if entity is None or (self.stories and not self.stories.reaches(scope, entity.forms[-1], by_whole_title=False)):
            return None
        name = self._entity_name(entity)
        return Speaker(None, None, name, None, "person", key_of(name), "title")

    def named_next(self, np: NounPhrase, scope: int) -> Entity | None:
        """Whom a story's first words mean by an office alone: the next to speak, if what he is called agrees.

        قال مسؤول فرنسي إن …. وقال السفير الفرنسي فلان …
        """
        begun = any(not turn.headline for turn in self.turns.recent(scope))
        if begun or np.plural or np.joined or np.head < 0:
            return None
        head = classify(self.forms[np.head])
        if not head.flags & wc.PERSON_HEAD or head.flags & wc.PLURAL:
            return None
        at, entity = self.registry.next_titled(np.last)
        if entity is None or at - np.last > _LEAD:
            return None
        speaks = self.forms[at - 1] == "عن" or bool(lookup(self.forms[at - 1])[0])
        if not speaks or (entity.titles & _TOP and head.stem not in entity.titles and "ناءب" not in entity.titles):
            return None
        if not _same_gender(np.feminine, entity.feminine):
            return None
        mine = {classify(self.forms[k]).stem for k in range(np.head + 1, np.last + 1) if self.words[k]}
        lands, theirs = lands_of(mine), lands_of(entity.titles)
        called = any(title.startswith(head.stem) and len(title) - len(head.stem) < 2 for title in entity.titles)
        if lands and theirs:
            return entity if lands & theirs else None
        return entity if called and len(head.stem) > 2 else None

    def _may_be(self, turn: Turn, np: NounPhrase, stems: tuple[str, ...]) -> bool:
        """Whether a title may mean who spoke: of the same gender, and not of another office with a name of its own.

        المسؤول الحكومي may be any official who has spoken; مدير الكرة must share a word with his title.
        """
        if not self._is_named_person(turn.speaker) or not _same_gender(np.feminine, turn.feminine):
            return False
        classes = [classify(self.forms[k]) for k in range(np.first, np.last + 1) if self.words[k]]
        entity = self.registry.by_written(turn.speaker.name or "")
        if entity is not None and stems[-1] in _TOP and classes[-1].definite and not entity.titles & {stems[-1]}:
            return all(classify(x).flags & wc.HONORIFIC for x in entity.titles)  # جلالة الملك is no party's leader
        head = next((k for k, w in enumerate(classes) if not w.flags & wc.HONORIFIC), 0)
        called = turn.speaker.title is not None or turn.speaker.name != turn.speaker.mention
        if not called and not self._is_plain(np, classes):
            return False
        if entity is not None and _is_another(classes[head:], entity):
            return False
        shared = stems if classes[head].definite or len(stems) <= head + 1 else stems[head + 1 :]
        return (
            all((w.definite or w.flags & wc.HONORIFIC) and not w.prep for w in classes)
            or entity is None
            or all(classify(x).flags & wc.HONORIFIC for x in entity.titles)
            or bool(entity.titles & set(shared))
        )

    def _is_plain(self, np: NounPhrase, classes: list[Word]) -> bool:
        """Whether a role may be anybody's of whom the text says no more than his name (الكاتب, الناشط الحقوقي): no زعيم
        الحزب, and none that a name stands with (الإمام الشافعي, المؤرخ الإنجليزي ويلز)."""
        if not classes[0].definite or (len(classes) > 1 and classes[0].flags & wc.HONORIFIC):
            return False
        if any(not w.flags and not w.definite and not w.prep for w in classes[1:]):
            return False
        after = self.forms[np.last + 1]
        return not self.words[np.last + 1] or bool(classify(after).flags) or bool(lookup(after)[0])

    def _author(self, np: NounPhrase, stems: tuple[str, ...]) -> Entity | None:
        """الكاتب, المؤلف of a text that calls nobody so: whom it names first (أصدر فلان كتابا. … ويقول الكاتب إن)."""
        if len(stems) > 1 or stems[0] not in _AUTHORS or not self.registry.people:
            return None
        first = min(self.registry.people[:4], key=lambda e: e.first)
        agrees = _same_gender(np.feminine, first.feminine)
        return first if first.sure and len(first.forms) > 1 and first.first < _LEAD and agrees else None

    def _is_named_person(self, speaker: Speaker) -> bool:
        if speaker.title is not None or speaker.kind != "person":
            return speaker.title is not None
        return speaker.name != speaker.mention or self._has_name(speaker)

    def _has_name(self, speaker: Speaker) -> bool:
        """Whether somebody who is mentioned by his whole name has one, and is not called by what he is (جار الضحية)."""
        entity = self.registry.by_written(speaker.name or "")
        if entity is None or len(entity.forms) < 2 or not entity.sure:
            return False
        first = classify(entity.forms[0])
        return bool(first.flags & wc.GIVEN) or not (first.flags or first.definite or entity.words[0] == "بن")

    def _titled_before(self, np: NounPhrase, stems: tuple[str, ...]) -> Entity | None:
        """الدكتورة, and معاليه of nobody so addressed: the titled person named last; else the one whose title shares an
        adjective or a word."""
        if len(stems) == 1 and np.head >= 0 and classify(self.forms[np.head]).flags & wc.HONORIFIC:
            return self.registry.last_titled(np.first)
        nisba = tuple(x for x in stems[1:] if classify("ال" + x).flags & wc.NISBA)
        entity = self.registry.nearest_person(np.first, nisba or stems)
        words = [classify(self.forms[k]) for k in range(max(np.head, np.first), np.last + 1) if self.words[k]]
        return None if entity is not None and _is_another(words, entity) else entity

    def _entity_name(self, entity: Entity) -> str:
        """The name by its fullest form: فلان بن فلان may be فلان بن فلان بن فلان elsewhere."""
        fuller, size = self.registry.by_name(entity.forms), len(entity.forms)
        if fuller is not None and size == 1 and bare(fuller.forms[-1]) == bare(entity.forms[0]):
            entity = fuller  # الحداد، مدير المعهد is named نبيل الحداد elsewhere
        elif fuller is not None and fuller.forms[0] == entity.forms[0]:
            son = fuller.forms[:size] == entity.forms and fuller.forms[size : size + 1] in _SON
            between = len(fuller.forms) > size > 1 and fuller.forms[-1] == entity.forms[-1]
            entity = fuller if son or between else entity  # نبيل الحداد is نبيل بن سعد الحداد
        return name_of(self.text, entity)

    def _body_end(self, first: int, last: int) -> int:
        """The last token of a body's name: what only tells of it and what is another's are left out."""
        return name_end(self.text, first, own_end(self.text, first, last))

    def _opens_nothing(self, first: int, last: int) -> bool:
        """Whether the sign at token `last` is left over at the end of a name: a comma, a bracket that opens, a mark
        whose partner is not in the name."""
        form = self.forms[last]
        if form in MARKS:
            return sum(f in MARKS for f in self.forms[first : last + 1]) % 2 == 1
        return not self.words[last] and form in _LEFT_OVER

    def _phrase(self, np: NounPhrase) -> str:
        """A phrase as a name: without a proclitic, a bracket at its end and what only tells of it."""
        last = self._body_end(np.first, np.last) if np.kind == "organization" else np.last
        if self.forms[last] == ")":
            last = next((k for k in range(last, np.first, -1) if self.forms[k] == "("), last) - 1
        while last > np.first and self._opens_nothing(np.first, last):
            last -= 1
        start = self.text.starts[np.first]
        if self.forms[np.first].startswith("لل") and classify(self.forms[np.first]).prep == "ل":
            start = after_letters(self.text.raw, start, wc.lam_letters(self.forms[np.first]))
            return "ال" + self.text.raw[start : self.text.ends[last]]  # للمركز
        return self.text.raw[after_letters(self.text.raw, start, np.cut) : self.text.ends[last]]


def _is_another(office: list[Word], entity: Entity) -> bool:
    """Whether an office is not what somebody is called: المتحدث باسم الحركة is not its leader, and محافظ المصرف المركزي
    not the minister of the country."""
    if office[0].flags & wc.SPOKESPERSON and any(w.stem == _IN_NAME_OF for w in office):
        return not any(classify(x).flags & wc.SPOKESPERSON for x in entity.titles)
    if office[0].definite or len(office) < 2 or not office[0].flags & wc.TITLE or office[0].flags & wc.HONORIFIC:
        return False
    if any(w.stem == _FORMER for w in office):
        return False  # لاعب المنتخب السابق may be its coach today
    called = any(classify(x).flags & wc.TITLE and not classify(x).flags & wc.HONORIFIC for x in entity.titles)
    return called and masculine(office[0].stem) not in entity.titles


def _same_gender(a: bool | None, b: bool | None) -> bool:
    return a is None or b is None or a == b


@cache
def _countries() -> dict[str, str]:
    """Countries and towns and their adjectives, each to the country's or town's name (فرنسي to فرنسا)."""
    out: dict[str, str] = {}
    for place, _, nisba, _ in rows("places.tsv"):
        name = word_form(place)
        out[name] = name
        if nisba != "-":
            out.update((word_form(nisba + end), name) for end in ("", "ة", "ون", "ين"))
    return out


def lands_of(stems: set[str]) -> set[str]:
    """The countries and towns among these words, their adjectives among them."""
    return {_countries()[x] for x in stems if x in _countries()}
