"""Who is who in one story: full names, titles and bodies, collected before anything is attributed."""

from collections import defaultdict
from dataclasses import dataclass, field

from quotations import wordclass as wc
from quotations.cues import lookup
from quotations.matching import word_form
from quotations.nouns import NounPhrase, parse, parse_attached
from quotations.text import Text
from quotations.wordclass import classify

_SPEAKING_ROLES = frozenset(
    map(
        word_form,
        "متحدث ناطق محدث متكلم محاضر ضيف مصدر مسؤول قيادي خبير محلل نجم كاتب باحث رئيس وزير مدير نائب محافظ والي عميد زعيم أمين لاعب مدرب".split(),
    )
)


@dataclass(slots=True)
class Entity:
    """One name as it stands in the text: `forms` in matching form, at tokens `first` to `last` where it stands first."""

    forms: tuple[str, ...]
    first: int
    last: int
    titles: set[str] = field(default_factory=set)
    feminine: bool | None = None
    at: list[int] = field(default_factory=list)
    titled: int = 0  # how often a title stands with it

    @property
    def sure(self) -> bool:
        """Whether anything but its place makes it a name."""
        classes = [classify(form) for form in self.forms]
        if all(w.flags & wc.COMMON and not w.flags & (wc.GIVEN | wc.SURNAME) for w in classes):
            return False
        return self.titled > 0 or bool(classes[0].flags & wc.GIVEN and not classes[0].conj)


def joined(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Names of two words written as one, so that أبو زكي and أبوزكي are the same."""
    out: list[str] = []
    for form in forms:
        if out and out[-1] in ("ابو", "ابا", "ابي", "عبد", "بو"):
            out[-1] += form
        else:
            out.append(form)
    return tuple(out)


def bare(form: str) -> str:
    """A word without the article."""
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


class Registry:
    """The people and bodies that a text names, by the words of their names and titles."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.people: list[Entity] = []
        self.bodies: list[NounPhrase] = []
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._by_forms: dict[tuple[str, ...], Entity] = {}
        self._scan()

    # -- collecting ---------------------------------------------------------------------------------------------------

    def _scan(self) -> None:
        forms, words, size = self.text.forms, self.text.words, len(self.text)
        j = 0
        while j < size:
            if not words[j]:
                j += 1
                continue
            if j + 2 < size and words[j + 1] and any(r.shape in ("past", "present") and r.strength == "s" for r in lookup(forms[j])[0]):
                np = parse(self.text, j + 1, size)
                if np is not None and np.has_name:
                    self.add(np)
                j += 1
                continue
            w = classify(forms[j])
            if (
                w.flags & (wc.PERSON_HEAD | wc.GIVEN | wc.ORGANIZATION | wc.UNNAMED | wc.MEDIA)
                and not w.flags & wc.PREPOSITION
            ):
                np = parse_attached(self.text, j, size) if w.prep or w.conj else parse(self.text, j, size)
                if np is not None:
                    self.add(np)
                    j = max(j + 1, np.name_first if np.name_first > j else np.last)
                    continue
            j += 1

    def add(self, np: NounPhrase) -> None:
        """Learn from one noun phrase: its name with its title, or the body it names."""
        if np.has_name:
            self._add_person(np)
        elif np.kind in ("organization", "unnamed_source", "group", "person", "document"):
            self.bodies.append(np)

    def _add_person(self, np: NounPhrase) -> None:
        forms = tuple(self.text.forms[k] for k in range(np.name_first, np.name_last + 1) if self.text.words[k])
        if not forms:
            return
        entity = self._by_forms.get(forms)
        if entity is None:
            entity = Entity(forms, np.name_first, np.name_last)
            self._by_forms[forms] = entity
            self.people.append(entity)
            for form in dict.fromkeys(map(bare, joined(forms))):
                self._by_word[form].append(entity)
        entity.at.append(np.first)
        for k in range(np.first, np.last + 1):
            if not np.name_first <= k <= np.name_last and self.text.words[k]:
                word = classify(self.text.forms[k])
                if word.flags & (wc.PERSON_HEAD | wc.UNNAMED):
                    entity.titled += 1
                entity.titles.add(word.stem)
        if np.feminine is not None and entity.feminine is None:
            entity.feminine = np.feminine

    # -- finding ------------------------------------------------------------------------------------------------------

    @property
    def last_names(self) -> set[str]:
        """Every word of a name that may stand alone for its bearer."""
        out: set[str] = set()
        for entity in self.people:
            if len(entity.forms) > 1 and entity.sure:
                out.add(entity.forms[-1])
                out.add(bare(entity.forms[-1]))
                out.add("ال" + entity.forms[-1])
                if not classify(entity.forms[0]).flags & wc.HEAD:
                    out.add(entity.forms[0])
        return out

    def by_name(self, forms: tuple[str, ...]) -> Entity | None:
        """The fullest name that these words may stand for: it holds them all, the last or the first in its place."""
        mine = [bare(f) for f in joined(forms) if f]
        if not mine:
            return None
        best: Entity | None = None
        best_score = -1
        for entity in self._by_word.get(mine[-1], ()):
            theirs = [bare(f) for f in joined(entity.forms)]
            if not all(word in theirs for word in mine):
                continue
            if theirs[-1] == mine[-1] or (theirs[0] == mine[0] and (len(mine) > 1 or entity.sure)):
                score = 100 * entity.sure + 10 * min(len(theirs), 4) + min(len(entity.at), 5) + len(theirs) + 3 * (theirs[-1] == mine[-1])
                if score > best_score:
                    best, best_score = entity, score
        return best

    def by_title(self, words: list[str], before: int, after_limit: int) -> Entity | None:
        """The person whose title holds these words: the nearest before `before`, else the first up to `after_limit`."""
        wanted = set(words)
        head = words[0]
        best: tuple[int, int, Entity] | None = None
        for entity in self.people:
            if head not in entity.titles or not entity.sure:
                continue
            hits = len(wanted & entity.titles)
            if hits < len(wanted):
                continue
            earlier = [p for p in entity.at if p < before]
            score = (1, earlier[-1]) if earlier else (0, -entity.at[0])
            if best is None or score > best[:2]:
                best = (score[0], score[1], entity)
        return best[2] if best else None

    def body(self, words: list[str], before: int, low: int) -> NounPhrase | None:
        """The fullest earlier phrase with the same head and all these words: الوزارة for وزارة الخارجية."""
        wanted = set(words)
        for np in reversed([b for b in self.bodies if low <= b.first < before]):
            have = [classify(self.text.forms[k]).stem for k in range(np.first, np.last + 1) if self.text.words[k]]
            if have and words[0] in have[:2] and wanted <= set(have) and len(have) > len(words):
                return np
        return None
