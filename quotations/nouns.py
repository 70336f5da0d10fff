"""Noun phrases that can speak: from their first word to where they end, with the name and the title told apart.

The grammar is the one of Arabic news: a chain of nouns is open while its last noun is indefinite (مدير مكتب …) and closes
with a definite one (… الرئاسة); adjectives follow; after a closed chain an indefinite word begins a name in apposition
(المتحدث باسم الشرطة ميكي روزنفيلد), and after a name a title may follow (صائب عريقات الأمين العام لمنظمة …).
"""

from dataclasses import dataclass

from quotations import wordclass as wc
from quotations.cues import lookup
from quotations.matching import word_form
from quotations.model import SpeakerKind
from quotations.text import Text
from quotations.wordclass import Word, classify

_MAX_TOKENS = 26
_MARKS_OPEN = frozenset('«»"“”„‹<<')
_IN_NAMES = frozenset(
    map(
        word_form,
        "بن ابن بنت آل أبو أبا أبي أم عبد ولد بو ولد سيدي مولاي دي فان فون دو لا لو ماك ذو ذي بني سان دا ديل".split(),
    )
)
_OF = frozenset(
    map(
        word_form,
        "أحد إحدى أحدى أبرز بعض عدد كبير كبار معظم غالبية جميع كل مجموعة عشرات مئات كثير عديد أكثر عموم باقي سائر إحد نصف فريق".split(),
    )
)


@dataclass(slots=True)
class NounPhrase:
    """Tokens `first` to `last`; `name` are the tokens of a person's name (empty range where there is none)."""

    first: int
    last: int
    kind: SpeakerKind
    name_first: int = -1
    name_last: int = -1
    head: int = -1
    feminine: bool | None = None
    plural: bool = False
    joined: bool = False  # several speakers: الوزير ونائبه

    @property
    def has_name(self) -> bool:
        return self.name_first >= 0


def parse(text: Text, i: int, end: int) -> NounPhrase | None:
    """The noun phrase that begins at token `i` and ends before token `end`; None where none begins there.

    >>> t = Text("المتحدث باسم الشرطة ميكي روزنفيلد إن"); p = parse(t, 0, 5); t.slice(p.name_first, p.name_last)
    'ميكي روزنفيلد'
    """
    parser = _Parser(text, i, min(end, i + _MAX_TOKENS, len(text)))
    return parser.run()


def begins_phrase(word: Word, form: str) -> bool:
    """Whether a noun phrase may begin with this word."""
    if word.prep and not word.flags & wc.GIVEN:
        return False
    if word.flags & wc.FUNCTION and not word.flags & (wc.HEAD | wc.PLACE | wc.BODY_NAME | wc.GIVEN):
        return False
    if word.conj and not word.definite and not word.flags & wc.HEAD:
        return False
    return not (word.flags & wc.OCCASION and not word.flags & (wc.DOCUMENT | wc.HEAD))


class _Parser:
    """One walk over the words; every attribute is what the words so far have made known."""

    def __init__(self, text: Text, first: int, end: int) -> None:
        self.text, self.forms, self.first, self.end = text, text.forms, first, end
        self.last = first - 1
        self.name_first = self.name_last = -1
        self.head = -1
        self.head_flags = 0
        self.open = False  # the chain waits for a complement
        self.closed = False  # a definite noun has closed it
        self.title_after = False
        self.joined = False
        self.plural = False
        self.feminine: bool | None = None

    def run(self, j: int = -1) -> NounPhrase | None:
        """Walk from token `j` (the first, unless it has been read already)."""
        if j < 0:
            j = self.first
            if j >= self.end or not self.text.words[j] or not begins_phrase(classify(self.forms[j]), self.forms[j]):
                return None
        while j < self.end:
            step = self._word(j) if self.text.words[j] else self._sign(j)
            if step <= 0:
                break
            j += step
        if self.last < self.first:
            return None
        return self._result()

    def _result(self) -> NounPhrase:
        return NounPhrase(
            self.first,
            self.last,
            self._kind(),
            self.name_first,
            self.name_last,
            self.head,
            self.feminine,
            self.plural,
            self.joined,
        )

    def _kind(self) -> SpeakerKind:
        flags = self.head_flags
        if self.joined:
            return "group"
        if flags & wc.PERSON_HEAD and not (flags & wc.ORGANIZATION and self.head_is_body):
            return "group" if self.plural and self.name_first < 0 else "person"
        if flags & wc.UNNAMED and self.name_first < 0:
            return "unnamed_source"
        if flags & wc.GROUP:
            return "group"
        if flags & wc.DOCUMENT:
            return "document"
        if flags & (wc.ORGANIZATION | wc.MEDIA | wc.BODY_NAME | wc.MEDIA_NAME | wc.PLACE):
            return "organization"
        return "person"

    @property
    def head_is_body(self) -> bool:
        return not self.head_flags & (wc.HONORIFIC | wc.SPOKESPERSON)

    # -- one step -----------------------------------------------------------------------------------------------

    def _word(self, j: int) -> int:
        form = self.forms[j]
        word = classify(form)
        flags = word.flags
        if j > self.first and not (
            form == "علي" and self.text.raw[self.text.ends[j] - 1] == "ي" and (self.name_first >= 0 or self.closed)
        ):
            if flags & wc.SAME and not word.prep:
                return self._take(j)
            if flags & wc.THAT or flags & (wc.PRONOUN | wc.RELATIVE):
                return 0
            if word.conj and not word.prep:
                return self._conjunction(j, word)
            if self._is_verb(j, word):
                return 0
            if flags & wc.PREPOSITION or word.prep:
                return self._preposition(j, word)
            if flags & wc.FUNCTION and not flags & (wc.HEAD | wc.PLACE | wc.GIVEN | wc.SURNAME):
                return 0
        if form == "علي" and self.text.raw[self.text.ends[j] - 1] == "ي" and (self.name_first >= 0 or self.closed):
            return self._name(j)  # the given name, not the preposition على
        if len(form) == 1 and j + 1 < self.end and self.forms[j + 1] in "./-":
            return self._abbreviation(j)
        phrase = self._phrase(j)
        if phrase:
            return phrase
        if form == "باسم" and self.head_flags & wc.PERSON_HEAD:
            self.open = True
            return self._take(j)
        if flags & wc.DEMONSTRATIVE:
            self.open = True
            return self._take(j)
        if word.stem in _OF and not word.definite and not self.closed and self.name_first < 0:
            if self.head < 0:
                self.open = True
                if j + 1 < self.end and self.forms[j + 1] == "من":
                    return self._take(j, 2)
            return self._take(j)
        if form in _IN_NAMES and (self.name_first >= 0 or self.closed or self.head < 0):
            return self._name(j)
        if self.name_first >= 0 and not self.title_after:
            return self._after_name(j, word)
        return self._noun(j, word)

    def _abbreviation(self, j: int) -> int:
        """د. and م. before a name."""
        self._head(j, wc.TITLE | wc.HONORIFIC, True)
        self.closed, self.open = True, False
        return self._take(j, 2)

    def _phrase(self, j: int) -> int:
        """A name of several words from the lexicons (الأمم المتحدة، فرانس برس)."""
        form = self.forms[j]
        for parts, flags in wc.phrases().get(form, ()):
            stop = j + len(parts)
            if stop <= self.end and tuple(self.forms[j:stop]) == parts:
                self._head(j, flags, False)
                self.open, self.closed = False, True
                return self._take(j, len(parts))
        return 0

    def _noun(self, j: int, word: Word) -> int:
        flags = word.flags
        if (
            flags & wc.GIVEN
            and not word.definite
            and not (flags & (wc.TITLE | wc.ORGANIZATION) and self._next_is_complement(j))
        ):
            if self.closed or self.head < 0 or self.head_flags & (wc.PERSON_HEAD | wc.UNNAMED):
                return self._name(j)
        if flags & (wc.HEAD | wc.BODY_NAME | wc.MEDIA_NAME):
            self._head(j, flags, word.definite)
            self.open = not word.definite and not flags & (wc.BODY_NAME | wc.MEDIA_NAME)
            self.closed = self.closed or word.definite or bool(flags & (wc.BODY_NAME | wc.MEDIA_NAME))
            return self._take(j)
        if flags & wc.PLACE:
            self._head(j, flags, True)
            self.open, self.closed = False, True
            return self._take(j)
        if flags & wc.NISBA and (self.head >= 0):
            if word.definite:
                self.closed, self.open = True, False
            elif not word.definite and self.head >= 0 and not self.closed:
                self.open = self.open and not flags & wc.NISBA
            return self._take(j)
        if word.definite:
            if self.closed and self.head >= 0 and not self.open and self._names_follow(j):
                return self._name(j)
            self.open, self.closed = False, True
            return self._take(j)
        # an indefinite word that no list knows: the complement of an open chain, else a name
        if self.open and self.head >= 0 and not self.closed:
            return self._take(j)
        if self.open and self.head >= 0 and self.closed:
            self.open = False
            return self._take(j) if not self.head_flags & wc.HONORIFIC else self._name(j)
        if self.closed or self.head < 0 or self.head_flags & wc.HONORIFIC:
            return self._name(j)
        return self._take(j)

    def _names_follow(self, j: int) -> bool:
        return False

    def _next_is_complement(self, j: int) -> bool:
        """Whether a word that is both a title and a given name (أمين، عميد) goes on as a title."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        following = classify(self.forms[j + 1])
        return following.definite and bool(following.flags & (wc.PORTFOLIO | wc.ORGANIZATION | wc.PLACE | wc.NISBA))

    def _after_name(self, j: int, word: Word) -> int:
        """Inside a name: its next word, or the title that follows it."""
        flags = word.flags
        length = self.name_last - self.name_first + 1
        if self.name_last == j - 1 and length < 6:
            is_title = flags & (wc.HEAD | wc.HONORIFIC) and not flags & (wc.GIVEN | wc.SURNAME)
            if not is_title and not (flags & wc.NISBA and not word.definite and length > 1):
                if not flags & wc.FUNCTION or flags & (wc.GIVEN | wc.SURNAME):
                    return self._name(j)
        if flags & wc.HEAD:
            self.title_after, self.closed = True, word.definite
            self.open = not word.definite
            self._head(j, flags, word.definite)
            return self._take(j)
        return 0

    def _conjunction(self, j: int, word: Word) -> int:
        """و + a noun goes on with a portfolio (الخارجية والتعاون) or joins another speaker (الوزير ونائبه)."""
        if word.conj != "و" or word.flags & wc.FUNCTION & ~wc.TIME or lookup(self.forms[j])[0]:
            return 0
        if self.name_first >= 0 and not self.title_after:
            if word.flags & (wc.GIVEN | wc.HEAD) and (
                word.definite or word.flags & (wc.GIVEN | wc.TITLE | wc.ORGANIZATION)
            ):
                self.joined = True
                self.plural = True
                self.name_first = self.name_last = -1
                return self._take(j)
            return 0
        if word.definite or word.flags & (wc.HEAD | wc.PORTFOLIO | wc.NISBA | wc.PLACE | wc.BODY_NAME):
            if (
                word.flags & (wc.PLACE | wc.BODY_NAME | wc.HEAD)
                and self.head == self.first
                and self.head_flags & (wc.PLACE | wc.BODY_NAME | wc.ORGANIZATION | wc.UNNAMED | wc.GROUP | wc.MEDIA)
            ):
                self.joined = True
            self.closed = True
            self.open = not word.definite and bool(word.flags & wc.HEAD)
            return self._take(j)
        return 0

    def _preposition(self, j: int, word: Word) -> int:
        """في، ب، ل، من، لدى, … inside a title (السفير في العراق, أستاذ بجامعة, الأمين العام لمنظمة); elsewhere the phrase ends."""
        if self.name_first >= 0 and not self.title_after:
            return 0
        attached = bool(word.prep)
        target_at = j if attached else j + 1
        if target_at >= self.end or not self.text.words[target_at]:
            return 0
        target = word if attached else classify(self.forms[target_at])
        if not attached and target.prep:
            return 0
        blocked = wc.OCCASION | wc.TIME | wc.ADDRESSEE | wc.PRONOUN | wc.THAT | wc.RELATIVE
        if target.flags & blocked and not target.flags & (wc.ORGANIZATION | wc.PORTFOLIO | wc.PLACE):
            return 0
        form = self.forms[j]
        place_like = wc.ORGANIZATION | wc.PLACE | wc.PORTFOLIO | wc.BODY_NAME
        ok = False
        if not self.head_flags & (wc.HEAD | wc.PLACE):
            ok = False
        elif attached and word.prep == "ل":
            person = target.flags & wc.PERSON_HEAD and not target.flags & wc.ORGANIZATION
            ok = bool(target.flags & place_like) and not person and not target.flags & wc.MEDIA_NAME
            ok = ok or (
                target.definite
                and not target.flags
                and self.head_flags & (wc.TITLE | wc.DOCUMENT | wc.ORGANIZATION) != 0
            )
        elif attached and word.prep == "ب":
            ok = bool(target.flags & (place_like | wc.MEDIA))
        elif form in ("في", "لدي", "داخل", "خارج", "قرب"):
            ok = bool(target.flags & (place_like | wc.MEDIA | wc.NISBA)) or (target.definite and not target.flags)
        elif form == "من":
            ok = bool(self.head_flags & (wc.UNNAMED | wc.GROUP | wc.ORGANIZATION)) or bool(target.flags & place_like)
            ok = ok and not target.flags & wc.TIME
        elif form in ("علي", "عن", "حول"):
            ok = (
                target.definite
                and bool(self.head_flags & (wc.TITLE | wc.GROUP | wc.UNNAMED))
                and self.last == j - 1
                and j - self.first <= 3
                and form != "حول"
            )
        if not ok:
            return 0
        step = 1 if attached else 2
        self.open = not target.definite and bool(target.flags & wc.HEAD)
        self.closed = True
        return self._take(j, step)

    def _sign(self, j: int) -> int:
        """Commas before an apposition, brackets, dots of abbreviations, a marked name after its head."""
        form = self.forms[j]
        if form == "." and self.last == j - 1 and len(self.forms[j - 1]) == 1:
            return self._skip(j)
        if (
            form in "/-ـ"
            and j + 1 < self.end
            and self.last == j - 1
            and self.text.words[j + 1]
            and self.head >= 0
            and self.text.starts[j + 1] - self.text.ends[j] <= 1
        ):
            return self._skip(j)
        if form == "(":
            return self._bracket(j)
        if form in _MARKS_OPEN:
            return self._marked_name(j)
        if form in "،,":
            return self._apposition(j)
        return 0

    def _bracket(self, j: int) -> int:
        for k in range(j + 1, min(j + 7, self.end)):
            if self.forms[k] == ")":
                after = k + 1
                if self.last == j - 1:
                    self.closed = self.closed or self.open
                    self.last = k
                    return after - j
                return 0
        return 0

    def _marked_name(self, j: int) -> int:
        """قناة "…", «ابن عم» الجاني: up to four words in marks that belong to the name."""
        if self.head_flags & (wc.DOCUMENT | wc.TITLE) and not self.open and not self.head_flags & wc.KIN:
            return 0
        for k in range(j + 2, min(j + 7, self.end)):
            if self.forms[k] in '»«"”“„›>>':
                self.closed, self.open = True, False
                self.last = k
                return k + 1 - j
        return 0

    def _apposition(self, j: int) -> int:
        """The comma of an apposition: title، name، or name، title، ."""
        k = j + 1
        if k >= self.end or not self.text.words[k] or self.last != j - 1:
            return 0
        word = classify(self.forms[k])
        if (
            word.conj
            or word.prep
            or self._is_verb(k, word)
            or word.flags & wc.FUNCTION & ~wc.TIME
            and not word.flags & (wc.HEAD | wc.GIVEN)
        ):
            return 0
        inner: NounPhrase | None
        if self.name_first < 0 and self.head >= 0 and self.head_flags & wc.PERSON_HEAD and not word.definite:
            if not word.flags & wc.FUNCTION and (
                not word.flags & wc.HEAD or word.flags & wc.GIVEN or word.flags & wc.HONORIFIC
            ):
                inner = parse(self.text, k, self.end)
                if inner and inner.has_name and inner.name_first <= k + 2:
                    self.name_first, self.name_last = inner.name_first, inner.name_last
                    self.last = inner.last if inner.last <= inner.name_last + 1 else inner.name_last
                    return self.last + 1 - j
        if (
            self.name_first < 0
            and self.head >= 0
            and self.head_flags & wc.PERSON_HEAD
            and word.flags & (wc.HONORIFIC | wc.TITLE)
        ):
            inner = parse(self.text, k, self.end)
            if inner and inner.has_name:
                self.name_first, self.name_last, self.last = inner.name_first, inner.name_last, inner.last
                return self.last + 1 - j
        if (
            self.name_first >= 0
            and not self.title_after
            and word.flags & (wc.TITLE | wc.SPOKESPERSON)
            and not word.flags & wc.GIVEN
        ):
            inner = parse(self.text, k, self.end)
            if inner and not inner.has_name:
                after = inner.last + 1
                if (
                    after >= self.end
                    or self.forms[after] in "،,:"
                    or not self.text.words[after]
                    or classify(self.forms[after]).flags & (wc.THAT | wc.PREPOSITION | wc.TIME | wc.ADVERB)
                    or classify(self.forms[after]).prep
                ):
                    self.title_after = True
                    self._head(k, word.flags, word.definite)
                    self.last = inner.last
                    return self.last + 1 - j
        return 0

    # -- taking words ---------------------------------------------------------------------------------------------

    def _is_verb(self, j: int, word: Word) -> bool:
        """Whether a word is a verb of reporting or another frequent verb, and no name."""
        readings, _ = lookup(self.forms[j])
        if not readings or word.flags & (wc.GIVEN | wc.HEAD | wc.PORTFOLIO | wc.SURNAME) or word.definite:
            return bool(word.flags & wc.AUXILIARY) and not word.flags & wc.HEAD
        return any(r.shape in ("past", "present", "participle") for r in readings)

    def _head(self, j: int, flags: int, definite: bool) -> None:
        if self.head >= 0:
            if not self.title_after and flags & wc.PERSON_HEAD and self.head_flags & wc.HONORIFIC:
                self.head_flags |= flags
            return
        self.head, self.head_flags = j, flags
        self.plural = bool(flags & wc.PLURAL) and not flags & (wc.MASCULINE | wc.FEMININE)
        if flags & wc.FEMININE and not flags & wc.MASCULINE:
            self.feminine = True
        elif flags & wc.MASCULINE and not flags & wc.FEMININE:
            self.feminine = False

    def _take(self, j: int, count: int = 1) -> int:
        self.last = j + count - 1
        return count

    def _skip(self, j: int) -> int:
        return 1

    def _name(self, j: int) -> int:
        if self.name_first < 0:
            self.name_first = j
        elif self.name_last != j - 1:
            return self._take(j)
        self.name_last = j
        self.open, self.closed = False, True
        return self._take(j)


def parse_attached(text: Text, i: int, end: int) -> NounPhrase | None:
    """Like `parse`, for a first word with an attached preposition (لوزارة، للمتحدث): the preposition does not hinder it."""
    parser = _Parser(text, i, min(end, i + _MAX_TOKENS, len(text)))
    word = classify(text.forms[i])
    step = parser._noun(i, word._replace(prep="", conj=""))
    return parser.run(i + step)
