"""Noun phrases that can speak: from their first word to where they end, with the name and the title told apart.

The grammar is the one of Arabic news: a chain of nouns is open while its last noun is indefinite (مدير مكتب …) and
closes with a definite one (… الرئاسة); adjectives follow; after a closed chain an indefinite word begins a name in
apposition (المتحدث باسم البلدية جوني بانكروف), and after a name a title may follow (سليم عطوان الأمين العام لمنظمة …).

The walk is one class in layers: `walk` (state), `outside`, `name_words`, `names`, `place`, `conjunctions`, `clauses`,
`complements`, `signs`, `chain`, `starts`, `results`, and here the order of the steps.
"""

from functools import lru_cache

from quotations.phrases import traits
from quotations.phrases.results import Results
from quotations.phrases.walk import NounPhrase
from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.text import Text
from quotations.words.wordclass import Word, classify

__all__ = ["NounPhrase", "parse", "parse_attached"]


def parse(text: Text, i: int, end: int) -> NounPhrase | None:
    """The noun phrase that begins at token `i` and ends before token `end`; None where none begins there.

    >>> t = Text("المتحدث باسم البلدية جوني بانكروف إن"); p = parse(t, 0, 5); t.slice(p.name_first, p.name_last)
    'جوني بانكروف'
    """
    place = i, min(end, i + words.MAX_TOKENS, len(text))
    known = _phrases_of(text)
    if place not in known:
        known[place] = _Parser(text, *place).run()
    return known[place]


@lru_cache(maxsize=2)
def _phrases_of(_text: Text) -> dict[tuple[int, int], NounPhrase | None]:
    """What `parse` has found in one text: several stages ask for the phrase at one place."""
    return {}


def parse_attached(text: Text, i: int, end: int) -> NounPhrase | None:
    """Like `parse`, for a first word with an attached preposition, which does not hinder it (لوزارة، للمتحدث)."""
    parser = _Parser(text, i, min(end, i + words.MAX_TOKENS, len(text)))
    word = classify(text.forms[i])
    step = parser._phrase(i) or parser._noun(i, word._replace(prep="", conj=""))
    np = parser.run(i + step)
    if np is not None:
        elided = word.prep == "ل" and word.definite
        np.cut = len(word.conj) + (0 if elided else len(word.prep))
    return np


_SOURCES = wc.UNNAMED | wc.GROUP | wc.DOCUMENT | wc.TITLE  # an indefinite one may take a clause without a pronoun


class _Parser(Results):
    """The walk itself: which step the next word or sign calls for."""

    def _parse(self, j: int) -> NounPhrase | None:
        return parse(self.text, j, self.end)

    def run(self, j: int = -1) -> NounPhrase | None:
        """Walk from token `j` (the first, unless it has been read already)."""
        if j < 0:
            j = self.first
            if j >= self.end or not self.text.words[j]:
                return None
            start = traits.TRAITS[self.forms[j]]
            if start & traits.HEADS:
                j += self._take_head(j, classify(self.forms[j]))
            elif start & traits.STRANGE_START:
                begun = self._strange_start(j)
                if not isinstance(begun, int):
                    return begun
                j += begun
            elif not self._may_begin(j):
                return None
        while j < self.end:
            step = self._word(j) if self.text.words[j] else self._sign(j)
            if step <= 0:
                break
            j += step
        return self._result() if self.last >= self.first else None

    # -- one word -------------------------------------------------------------------------------------------------
    # A step returns how many tokens it has taken, 0 where the phrase ends; None leaves the word to the next step.

    def _word(self, j: int) -> int:
        form = self.forms[j]
        may, word = traits.TRAITS[form], classify(form)
        if j == self.first:
            return 0 if may & traits.ODD and self._told(j) else self._content(j, word, may, sure=False)
        if j in self._tanwin and self._is_accusative(j) and not self._is_accusative(self.first):
            return 0
        beside = self._behind_sign(j, word) if self.forms[j - 1] in ".-" else 0
        if beside:
            return beside
        if may & traits.ODD:
            step = self._odd(j, form, word)
            if step is not None:
                return step
        office = may & traits.JOINS and not word.conj and self._is_its_second_office(j)
        if self.name_first < 0 and self.last == j - 1 and self._apposed and not office:
            by_place = self._name_by_place(j)
            if by_place:
                return by_place
        sure = self.name_last == j - 1 and (self._joins(j - 1) or self._is_behind_von(j))
        sure = sure or (form == "علي" and self._ali_goes_on(j))
        sure = sure or (j + 1 < self.end and self.forms[j + 1] == "الله" and self._names_with_god(j, word))
        if not sure and j != self.name_at:
            step = self._beside_nouns(j, word, may)
            if step is not None:
                return step
        return self._content(j, word, may, sure)

    def _behind_sign(self, j: int, word: Word) -> int:
        """سوزان ج. باركلي, جيه.إل.إل, جان-كلود: what a dot or a hyphen inside a name leads to."""
        if self.last != j - 2 or j - 2 < self.first:
            return 0
        if self.forms[j - 1] == "-":
            return self._name(j) if self.name_last == j - 2 and self._hyphenated(j - 1) else 0
        if self._dotted(j - 1) or self._is_behind_initial(j, word):
            return self._name(j) if self.name_last == j - 2 else self._take(j)
        return 0

    def _beside_nouns(self, j: int, word: Word, may: int) -> int | None:
        """The steps that come before nouns and names, each where the word's form or the walk so far calls for it."""
        step = None
        if may & traits.GOES_ON:
            step = self._inside(j, word)
        if step is None and may & traits.NAMES_TOO and self._in_name_at(j):
            step = self._inside_name(j, word)
        if step is None and may & traits.JOINS:
            step = self._joint(j, word)
        if step is None and may & traits.FUNCTIONAL:
            step = self._particle(j, word, may)
        return step

    def _inside(self, j: int, word: Word) -> int | None:
        """Words that go on with a phrase whatever else they are elsewhere."""
        form = self.forms[j]
        if self._is_blessing(j):
            return 0
        given = self._given_phrase(j)
        if given:
            return given
        if (word.flags & wc.SAME and not word.prep) or self._is_itself(j):
            return self._take(j)
        if self._goes_with_word_before(j):
            return self._name(j) if self.name_last == j - 1 else self._take(j)
        if form in words.ELATIVES and self._has_measure(j):
            self.open, self.closed = False, True
            return self._take(j, 2)
        if form == "عام" and self.open and self.last == j - 1 and classify(self.forms[j - 1]).flags & wc.TITLE:
            return self._take(j)  # مدير عام …
        if form == words.SPECIAL and self.head == j - 1 == self.last and self.head_flags & wc.UNNAMED and self.open:
            return self._take(j)  # مصادر خاصة, no adverb (خاصة أن)
        if form == "غير" and self._is_negated(j):
            return self._take(j, 2)
        if form in words.THEN and self.closed and self.head_flags & wc.PERSON_HEAD and self.name_first < 0:
            return self._take(j) if self._goes_on_then(j) else None
        return None

    def _goes_with_word_before(self, j: int) -> bool:
        """الصف الحادي عشر, تونس العاصمة, لاعب خط وسط المنتخب."""
        form, before = self.forms[j], self.forms[j - 1]
        if self.last != j - 1:
            return False
        if (before, form) in words.COMPOUNDS:
            return self.open
        capital = form == words.CAPITAL and classify(before).flags & wc.PLACE
        return bool(capital) or (form in words.TEN and before in words.TENTHS)

    def _is_itself(self, j: int) -> bool:
        """المصدر عينه, not the sample (عينة)."""
        return self.forms[j] == words.ITSELF and self.text.last_letter(j) == "ه" and j == self.last + 1

    def _goes_on_then(self, j: int) -> bool:
        """قائد الفرقة سابقا، فلان, قائد الفرقة سابقا وقائد المنطقة, الناطق حينها سليم حداد: an office goes on behind
        the time when it was held."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return j + 1 < self.end and self.forms[j + 1] in "،,"
        w = classify(self.forms[j + 1])
        office = w.conj == "و" and not w.prep and bool(w.flags & wc.TITLE)
        return office or self._name_begins(j + 1, w)

    def _inside_name(self, j: int, word: Word) -> int | None:
        """Words that go on with a name, and إمام behind one."""
        if self._goes_on_as_name(j, word):
            return self._name(j)
        if self._is_imam(j):
            self.title_after, self.open, self.closed = True, True, False
            self._head(j, wc.TITLE | wc.MASCULINE, False)
            return self._take(j)
        return None

    def _is_negated(self, j: int) -> bool:
        """الهجرة غير الشرعية, منظمات غير حكومية: an adjective of the noun before it."""
        if self.last != j - 1 or j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        definite, w = classify(self.forms[j - 1]).definite, classify(self.forms[j + 1])
        adjective = definite or (bool(w.flags & wc.NISBA) and self.head == j - 1)
        return w.definite == definite and adjective and not w.prep and not w.conj

    def _joint(self, j: int, word: Word) -> int | None:
        """Conjunctions and clauses."""
        if word.flags & (wc.THAT | wc.PRONOUN | wc.RELATIVE):
            return self._restrictive(j) or self._leap(j) if word.flags & wc.RELATIVE else 0
        if self.forms[j] == "و" and j + 1 < self.end and self.text.words[j + 1]:
            step = self._conjunction(j + 1, classify(self.forms[j + 1])._replace(conj="و"))
            return step + 1 if step else 0
        if word.conj and not word.prep and not self._is_its_second_office(j):
            return self._conjunction(j, word) or (self._leap(j) if word.stem == "غير" else 0)
        if self.forms[j] in words.ISSUED:
            return self._issuer(j, j + 1)
        if self.forms[j] in words.DID and self.forms[j + 1 : j + 2] and self.forms[j + 1] in words.IT:
            return self._issuer(j, j + 2)
        if self.forms[j][0] == "و" and self._is_its_second_office(j):
            return self._take(j)
        return None

    def _particle(self, j: int, word: Word, may: int) -> int | None:
        """Verbs, prepositions and other words of function."""
        form, flags = self.forms[j], word.flags
        verbal = bool(may & traits.VERBAL or flags & wc.AUXILIARY)
        clause = self._asyndetic(j, word) if self.head_flags & _SOURCES and (verbal or form == "لم") else 0
        if form in words.CALLED and self._is_called_so(j):
            return self._take(j)
        if clause or (verbal and self._is_verb(j, word)):
            return clause
        if flags & wc.PREPOSITION:
            return self._preposition(j, word)
        if word.prep:
            plain = not flags & ~(wc.GIVEN | wc.SURNAME)
            in_name = self._in_name_at(j) and (plain or self._only_looks_prepositional(j, word))
            if not in_name and self._follows_honorific(j, word):
                return self._name(j)
            if self._names_body(j, word):
                self.open, self.closed = False, True
                return self._take(j)
            if not in_name:
                return self._preposition(j, word)
        if flags & wc.FUNCTION and not flags & (wc.HEAD | wc.PLACE | wc.GIVEN | wc.SURNAME):
            return 0
        return None

    def _content(self, j: int, word: Word, may: int, sure: bool) -> int:
        """Nouns, names and what stands before them."""
        if j > self.first and self.open and self._joins(j - 1):
            self.open, self.closed = False, True
            return self._take(j)
        if sure or (j == self.name_at and not word.definite):
            return self._name(j)
        step = self._unusual(j, word, may) if may & traits.UNUSUAL else None
        if step is not None:
            return step
        if self.name_first >= 0 and not self.title_after:
            return self._after_name(j, word)
        return self._noun(j, word)

    def _unusual(self, j: int, word: Word, may: int) -> int | None:
        """Abbreviations, listed names of several words, determiners, and words that stand in names only."""
        if len(self.forms[j]) == 1 and self.name_last == j - 1 >= self.first and self.forms[j + 1 : j + 2] == ["."]:
            return self._name(j)  # سوزان ج. باركلي
        if len(self.forms[j]) == 1 and j + 1 < self.end and self.forms[j + 1] in "./-":
            return self._abbreviation(j)
        phrase = self._phrase(j) if may & traits.LISTED_PHRASE else 0
        if phrase or (may & traits.LISTED_PHRASE and self._apposed and self._is_outlet(j)):
            return phrase  # أبلغ الناطق باسم المنظمة فرانس برس أن: whom he told
        step = self._determiner(j, word) if may & traits.DETERMINES else None
        if step is not None:
            return step
        if self.forms[j] in words.IN_NAMES and (self.name_first >= 0 or self.closed or self.head < 0):
            return self._embedded(j) if self._bears_name(j) else self._name(j)
        return None

    def _determiner(self, j: int, word: Word) -> int | None:
        """باسم, demonstratives and quantifiers."""
        form = self.forms[j]
        if form == "باسم" and (self.head >= 0 or self.last >= self.first) and not self.head_flags & wc.HONORIFIC:
            self.open = True
            return self._take(j) if self.head_flags & wc.PERSON_HEAD else 0
        if form == "ذلك" and j == self.first and self._indefinite_follows(j):
            self.first = j + 1  # أوضح ذلك مدير …: the object
            return 1
        if word.flags & wc.DEMONSTRATIVE:
            if j > self.first and not self.open:
                return 0
            self.open = True
            return self._take(j)
        counts = word.stem in words.OF and not (word.flags & wc.ORGANIZATION and self._is_named(j + 1))
        if counts and not word.definite and not self.closed and self.name_first < 0:
            if self.head < 0:
                self.open = True
                if j + 1 < self.end and self.forms[j + 1] == "من":
                    return self._take(j, 2)
            return self._take(j)
        return None

    def _is_named(self, j: int) -> bool:
        """مجموعة رونو, مجموعة «النهر», مجموعة (إم تو): a word that no list knows, marks or a bracket name a body, and
        count nobody."""
        if j >= self.end or not self.text.words[j]:
            return j < self.end and (self.forms[j] == "(" or self.forms[j] in words.MARKS_OPEN)
        w = classify(self.forms[j])
        strange = not w.flags and not w.definite and not w.prep and not w.conj
        return strange and self.forms[j].isalpha() and w.stem[-2:] not in ("ين", "ات")
