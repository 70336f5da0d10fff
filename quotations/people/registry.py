"""Who is who in one text: full names, titles and bodies, collected before anything is attributed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

from quotations.matching import word_form
from quotations.people.bodies import Bodies
from quotations.people.entities import Entity, bare, bones_of, is_name, is_slip, joined, masculine
from quotations.people.near import NEAR, nearest_first
from quotations.people.wholes import is_first_and_last, whole
from quotations.phrases.nouns import NounPhrase, parse, parse_attached
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.landmarks import Landmark
from quotations.words.memo import Memo
from quotations.words.morphology import is_feminine, is_listed_verb, is_masdar
from quotations.words.phrase_words import PLAIN_NOUNS
from quotations.words.repeated import repeated
from quotations.words.text import Text
from quotations.words.wordclass import classify

_LONGEST_TITLE = 22  # tokens: in what runs on for longer no body is sought
_WITHIN = 12  # phrases of people, and of bodies, that are looked at behind one another
_WANTED = wc.PERSON_HEAD | wc.GIVEN | wc.ORGANIZATION | wc.UNNAMED | wc.GROUP | wc.MEDIA | wc.DOCUMENT


def _role(form: str) -> Literal["", "cue", "head", "ali", "acts"]:
    """What a word announces: a verb its subject ("cue" where it surely reports, else "acts"), a title, a name or a body
    its phrase ("head"); علي ("ali") is mostly على, and the name before بن.
    """
    if form == "علي":
        return "ali"
    if not form[0].isalnum():
        return ""
    readings = lookup(form)[0]
    if readings and any(r.shape in ("past", "present") and r.strength == "s" for r in readings):
        return "cue"
    flags = classify(form).flags
    if flags & _WANTED and not flags & wc.PREPOSITION:
        return "head"
    return "acts" if is_listed_verb(form) else ""


_ROLES = Memo(_role)
_ANNOUNCING = Landmark(test=_role)


class Registry(Bodies):
    """The people and bodies that a text names, by the words of their names and titles."""

    def __init__(self, text: Text, parts: Iterable[tuple[int, int]] | None = None) -> None:
        """Read the tokens of `parts` (first and last of each, all where None): not the furniture of a page."""
        super().__init__(text)
        self.people: list[Entity] = []
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._by_forms: dict[tuple[str, ...], Entity] = {}
        self._by_title: dict[str, list[tuple[int, Entity]]] = defaultdict(list)
        self._titled: list[tuple[int, Entity]] = []
        self.named: list[tuple[int, NounPhrase]] = []
        self._names: dict[tuple[str, ...], Entity | None] = {}  # what `by_name` has answered
        self._written: dict[str, Entity | None] = {}  # what `by_written` has answered
        self._swollen: dict[tuple[str, ...], bool] = {}  # what `_is_swollen` has answered
        self._wholes: dict[str, tuple[int, int] | None] = {}  # what `around` has answered
        self._right: dict[tuple[str, ...], Entity] = {}  # what `spelled_right` has answered
        self._by_bones: dict[str, list[Entity]] | None = None  # by surname, made when first asked for
        for first, last in [(0, len(text) - 1)] if parts is None else parts:
            self._scan(first, last)

    # -- collecting ---------------------------------------------------------------------------------------------------

    def _scan(self, first: int, last: int) -> None:
        forms, words, size = self.text.forms, self.text.words, last + 1
        name = -1  # where the name begins whose title is read once more for the bodies in it
        free = first  # what stands before it has been read
        within = range(0)  # the words behind the first of the name read last
        for j in self.text.where(_ANNOUNCING, first, last):
            if j < free or not words[j]:
                continue
            role = _ROLES[forms[j]]
            if role == "cue":
                if j + 2 < size and words[j + 1]:
                    np = parse(self.text, j + 1, size)
                    if np is not None and np.has_name:
                        self.add(np)
                        self._speaking(np)
            elif role == "acts":
                self._acting(j + 1, last)
            elif role == "head" or (j + 1 < size and forms[j + 1] in ("بن", "ابن")):
                w = classify(forms[j])
                end = name if name > j else size
                np = parse_attached(self.text, j, end) if w.prep or w.conj else parse(self.text, j, end)
                if np is not None:
                    if np.name_first not in within:
                        self.add(np)
                        within = self._behind_first(np) or within
                    name = np.name_first if np.name_first > j else name
                    free = self._next_inside(j, np)

    def _acting(self, j: int, last: int) -> None:
        """كانت هالفن تنتظر, where the text has تارا هالفن elsewhere: whoever is the subject of any verb and has a first
        name is somebody, though no list knows either word."""
        form = self.text.forms[j]
        w = classify(form)
        if j > last or not self.text.words[j] or w.flags or w.definite or w.prep or w.conj or form[0].isdigit():
            return
        place = self.around(form)
        if place is None or not is_first_and_last(self.text, form, *place):
            return
        near = self._by_word.get(bare(form), ())[:NEAR]
        known = next((e for e in near if e.forms[-1] == form and len(e.forms) > 1), None)
        forms = self.text.forms[place[0]], form
        if known is None or known.forms == forms:
            entity = self._entity(forms, *place)
            entity.speaks = True
            if entity.feminine is None:
                entity.feminine = is_feminine(self.text.forms[j - 1])
            self.named.append((j, NounPhrase(j, j, "person", j, j, feminine=entity.feminine)))

    def _next_inside(self, j: int, np: NounPhrase) -> int:
        """Where to read on: a body named inside a title (الأمين العام لحزب …) is learned too, and whoever stands inside
        a phrase that is nobody's name (كتاب جديد للناقد فلان, حكومة الرئيس فلان)."""
        if np.last - np.first > _LONGEST_TITLE:
            return np.last
        end = np.name_first if np.name_first > j else np.last
        inside = wc.ORGANIZATION | wc.MEDIA
        people = 0 if np.has_name else wc.GIVEN if np.kind == "person" else wc.GIVEN | wc.PERSON_HEAD
        for k in range(j + 1, end):
            flags = classify(self.text.forms[k]).flags if self.text.words[k] else 0
            if flags & inside or (flags & people and not flags & wc.PLURAL):
                return k
        return max(j + 1, end)

    def _behind_first(self, np: NounPhrase) -> range:
        """الدكتور سالم بن سعد: who is named in full is not بن سعد, or سعد, as well; not so behind an ordinary word."""
        if not np.has_name or np.joined:
            return range(0)
        forms = self.text.forms
        first = classify(forms[np.name_first])
        son = np.name_first < np.name_last and forms[np.name_first + 1] in ("بن", "بنت")
        title = np.first < np.name_first and classify(forms[np.name_first - 1]).definite and not first.definite
        strange = title and not first.flags and not forms[np.name_first].endswith(("ها", "هم"))
        if son or strange or (first.flags & wc.GIVEN and not first.flags & wc.COMMON):
            return range(np.name_first + 1, np.name_last + 1)
        return range(0)

    def add(self, np: NounPhrase) -> None:
        """Learn from one noun phrase: its name with its title, or the body it names; of several, from each."""
        for part in np.members:
            one = (parse_attached if part.cut else parse)(self.text, part.first, part.last + 1)
            if one is not None and not one.joined:
                self.add(one)
        if np.has_name and not np.joined:
            self._add_person(np)
        if not np.joined and np.head >= 0:
            self.add_body(np)

    def _speaking(self, np: NounPhrase) -> None:
        """Note that somebody stands behind a verb of reporting: of two of one surname a later verb means him."""
        entity = self._by_forms.get(tuple(self.text.forms[np.name_first : np.name_last + 1]))
        if entity is not None:
            entity.speaks = True

    def _add_person(self, np: NounPhrase) -> None:
        forms = tuple(self.text.forms[k] for k in range(np.name_first, np.name_last + 1) if self.text.words[k])
        if not forms:
            return
        cut = np.cut if np.name_first == np.first and len(forms[0]) > 3 else 0
        if cut and (forms[0][0] == "و" or classify(forms[0][cut:]).flags & wc.GIVEN):
            cut = 1 if forms[0][0] == "و" and not classify(forms[0][cut:]).flags & wc.GIVEN else cut
            forms = (forms[0][cut:], *forms[1:])
        else:
            cut = 0
        entity = self._entity(forms, np.name_first, np.name_last, cut)
        entity.times += np.name_first != entity.last_first
        entity.last_first = np.name_first
        self.named.append((np.first, np))
        titled = False
        for k in range(np.first, np.last + 1):
            if not np.name_first <= k <= np.name_last and self.text.words[k]:
                word = classify(self.text.forms[k])
                titled = titled or bool(word.flags & (wc.PERSON_HEAD | wc.UNNAMED))
                stem = masculine(word.stem)
                entity.titles.update((word.stem, stem))
                self._by_title[stem].append((np.first, entity))
        entity.titled += titled
        if titled or entity.titled:
            self._titled.append((np.first, entity))
        if np.feminine is not None and entity.feminine is None:
            entity.feminine = np.feminine

    def _entity(self, forms: tuple[str, ...], first: int, last: int, cut: int = 0) -> Entity:
        """Whoever bears this name; who stands at tokens `first` to `last` where nobody has had it so far."""
        entity = self._by_forms.get(forms)
        if entity is None:
            words = tuple(map(bare, joined(forms)))
            entity = self._by_forms[forms] = Entity(forms, words, first, last, cut)
            self.people.append(entity)
            for form in dict.fromkeys((*words, bare(forms[-1]))):  # عبد الرزاق is رزاق too
                self._by_word[form].append(entity)
        return entity

    # -- finding ------------------------------------------------------------------------------------------------------

    @property
    def last_names(self) -> set[str]:
        """Every word of a sure name that may stand alone for its bearer."""
        out: set[str] = set()
        for entity in self.people:
            if len(entity.forms) > 1 and entity.sure:
                last = entity.forms[-1]
                out.update((last, bare(last), "ال" + last))
                if not classify(entity.forms[0]).flags & wc.HEAD:
                    out.add(entity.forms[0])
        return out

    def by_name(self, forms: tuple[str, ...]) -> Entity | None:
        """The fullest name that these words may stand for: it holds them all, the last or the first in its place."""
        if forms not in self._names:
            self._names[forms] = self._fullest(forms)
        return self._names[forms]

    def by_written(self, name: str) -> Entity | None:
        """The same for a name as somebody writes it."""
        if name not in self._written:
            self._written[name] = self.by_name(tuple(map(word_form, name.split())))
        return self._written[name]

    def _fullest(self, forms: tuple[str, ...]) -> Entity | None:
        mine = [bare(f) for f in joined(forms) if f]
        if not mine:
            return None
        best: Entity | None = None
        best_score = -1
        for entity in self._by_word.get(mine[-1], ())[:NEAR]:
            theirs = entity.words
            last = bare(entity.forms[-1])
            if not all(word in theirs or word == last for word in mine) or self.are_two(entity.forms):
                continue
            if (
                theirs[-1] == mine[-1]
                or mine[0] == "ال"  # آل مسفر
                or (last == mine[-1] != "الله")
                or (theirs[0] == mine[0] and (len(mine) > 1 or entity.sure))
            ):
                rest = entity.forms[1:] in self._by_forms and not self._begins_name(entity)
                start = self._is_swollen(entity)
                score = (
                    100 * entity.sure
                    - 100 * (rest or start)
                    + 10 * min(len(theirs), 4)
                    + min(entity.weight, 5)
                    + len(theirs)
                    + 3 * (theirs[-1] == mine[-1])
                )
                if score > best_score:
                    best, best_score = entity, score
        return best

    def _begins_name(self, entity: Entity) -> bool:
        """Whether a name's first word is its own: a listed one, or one right behind a verb of reporting or a title that
        is no verb and no noun of an action (كفاح محمود، المستشار …)."""
        first = entity.forms[0]
        if is_name(first):
            return True
        flags = classify(first).flags
        if flags & ~wc.COMMON or lookup(first)[0] or first in PLAIN_NOUNS or is_masdar(first):
            return False
        return entity.speaks and (not flags or entity.titled > 0)

    def _is_swollen(self, entity: Entity) -> bool:
        """Whether a name is a shorter one of the text with a word behind it: an office, or once by chance."""
        if entity.forms not in self._swollen:
            self._swollen[entity.forms] = self._has_tail(entity)
        return self._swollen[entity.forms]

    def _has_tail(self, entity: Entity) -> bool:
        if len(self.without_tail(entity.forms, entity.first)) < len(entity.forms):
            return True
        shorter = self._by_forms.get(entity.forms[:-1])
        if shorter is None or len(entity.forms) < 3:
            return False
        flags = classify(entity.forms[-1]).flags
        usual = shorter.weight > (2 if flags & wc.SURNAME else 1)
        return bool(flags & wc.HEAD) or (entity.times == 1 and usual)

    def without_tail(self, forms: tuple[str, ...], at: int) -> tuple[str, ...]:
        """A name at token `at` without the word behind it that is none of it: انتقد الحدادي التأخير.

        Who was named before without that word, with a title or in full, has it only here and only once.
        """
        for size in range(len(forms) - 1, 0, -1):
            head, tail = forms[:size], classify(forms[size])
            if tail.flags & (wc.GIVEN | wc.SURNAME) or repeated(self.text).again(head[-1], forms[size]):
                continue
            known = self._by_forms.get(head)
            often = known is not None and known.weight > 1 and (tail.definite or tail.flags & wc.COMMON)
            if size == 1 and classify(head[0]).flags & (wc.GIVEN | wc.HEAD):
                continue
            if size == 1 and not often:
                near = self._by_word.get(bare(head[0]), ())[:NEAR]
                known = next((e for e in near if len(e.forms) > 1 and e.forms[-1] == head[0]), None)
            if known is not None and known.first < at and (known.sure or (size == 1 and often)):
                return head
        return forms

    def are_two(self, forms: tuple[str, ...]) -> bool:
        """Whether two words side by side are two people: one who is named alone elsewhere, and another's surname."""
        if len(forms) != 2 or forms[:1] not in self._by_forms:
            return False
        known = self._by_forms.get(forms)
        if known is not None and known.titled:
            return False
        others = self._by_word.get(bare(forms[1]), ())[:NEAR]
        return any(e.titled and e.forms[-1] == forms[1] and forms[0] not in e.forms[:-1] != () for e in others)

    def spelled_otherwise(self, form: str) -> Entity | None:
        """كادلين where the text has said يورام كديلين: a foreign surname that differs in its vowels alone.

        Only where one person fits, and the word is no first name and stands in no other name.
        """
        flags = classify(form).flags
        bones = bones_of(form)
        known = self.by_name((form,))
        if len(bones) < 3 or form.startswith("ال") or flags & ~wc.SURNAME or (known and len(known.forms) > 1):
            return None
        if self._by_bones is None:
            self._by_bones = defaultdict(list)
            for entity in self.people:
                if len(entity.forms) > 1 and entity.sure:
                    self._by_bones[bones_of(entity.forms[-1])].append(entity)
        like = self._by_bones.get(bones, ())[:NEAR]
        return like[0] if len({e.forms for e in like}) == 1 and like[0].forms[-1][0] == form[0] else None

    def spelled_right(self, entity: Entity) -> Entity:
        """Whoever the text names more often by a name that differs in a letter (عبد الرزق: عبد الرزاق), of no other
        gender."""
        if len(entity.words) < 2:
            return entity
        if entity.forms not in self._right:
            near = (*self._by_word.get(entity.words[-1], ())[:NEAR], *self._by_word.get(entity.words[0], ())[:NEAR])
            near = tuple(e for e in near if {e.feminine, entity.feminine} != {True, False})
            better = [e for e in near if e.weight > entity.weight and is_slip(entity.words, e.words)]
            self._right[entity.forms] = max(better, key=lambda e: e.weight, default=entity)
        return self._right[entity.forms]

    def around(self, form: str) -> tuple[int, int] | None:
        """Where a lone unknown name stands with more of it (see `whole`)."""
        if form not in self._wholes:
            self._wholes[form] = whole(self.text, form)
        return self._wholes[form]

    def by_title(self, words: tuple[str, ...], before: int) -> Entity | None:
        """The person whose title holds these words: the nearest before token `before`, else the first after it."""
        wanted = {masculine(word) for word in words}
        for _, entity in nearest_first(self._by_title.get(masculine(words[0]), []), before):
            if wanted <= entity.titles and entity.sure and not self._is_doubtful(entity):
                return entity
        return None

    def _is_doubtful(self, entity: Entity) -> bool:
        """Whether a name is doubtful, and the text has no more of it."""
        return entity.doubtful and self.by_name(entity.forms) in (entity, None)

    def nearest_person(self, before: int, words: tuple[str, ...]) -> Entity | None:
        """The person named last before `before` whose title shares a word with these."""
        wanted = set(words)
        for at, entity in nearest_first(self._titled, before):
            if at < before and wanted & entity.titles and not self._is_doubtful(entity):
                return entity
        return None

    def last_titled(self, before: int) -> Entity | None:
        """The titled person named last before `before`, for سموه and معاليه."""
        near = nearest_first(self._titled, before)
        return next((entity for at, entity in near if at < before and not self._is_doubtful(entity)), None)

    def next_titled(self, after: int) -> tuple[int, Entity | None]:
        """The titled person named next behind token `after`, and where."""
        at = bisect_left(self._titled, after + 1, key=lambda item: item[0])
        return self._titled[at] if at < len(self._titled) else (-1, None)

    def phrases_before(self, before: int, reach: int) -> Iterator[NounPhrase]:
        """The phrases that name people and bodies in the `reach` tokens before token `before`, the nearest first."""
        people = bisect_left(self.named, before, key=lambda item: item[0])
        bodies = bisect_left(self._phrases, before, key=lambda np: np.first)
        near = {np.first: np for np in self._phrases[max(0, bodies - _WITHIN) : bodies]}
        near.update(self.named[max(0, people - _WITHIN) : people])
        found: list[NounPhrase] = []
        for at in sorted(near):
            if at >= before - reach and not (found and found[-1].name_first <= at <= found[-1].name_last):
                found.append(near[at])  # not الحداد of سليم الحداد
        return reversed(found)
