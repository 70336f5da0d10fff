"""Clauses inside a noun phrase: who issued a document, what stands between title and name, who a source is."""

from quotations.phrases.conjunctions import Conjunctions
from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.wordclass import Word, classify


class PhraseClauses(Conjunctions):
    """The steps over clauses."""

    def _name_ahead(self, first: int, stop: int) -> int:
        """Where a person's name begins behind nouns and adjectives only, -1 where none does; one further away than
        three words must be followed by what he says (… سعيد الحمد إن)."""
        for k in range(first, stop):
            if not self.text.words[k]:
                return -1
            w = classify(self.forms[k])
            if self._name_begins(k, w):
                return k if k - first < 4 or self._words_follow(k + 1) else -1
            joins = w.conj and not (w.conj == "و" and w.definite)
            if w.prep or joins or w.flags & (wc.FUNCTION | wc.PERSON_HEAD) or lookup(self.forms[k])[0]:
                return -1
        return -1

    def _words_follow(self, first: int) -> bool:
        """Whether a name that goes on at token `first` ends before أن, a colon or marks."""
        for k in range(first, min(first + 4, self.end)):
            if not self.text.words[k]:
                return self.forms[k] == ":" or self.forms[k] in words.MARKS_OPEN
            w = classify(self.forms[k])
            if w.flags & wc.THAT:
                return True
            if w.flags & ~(wc.GIVEN | wc.SURNAME | wc.COMMON):
                return False
        return False

    def _issuer(self, j: int) -> int:
        """دراسة أجرتها منظمة …: the clause that names a document's author is part of it."""
        if not self.head_flags & wc.DOCUMENT or j + 1 >= self.end:
            return 0
        if self.forms[j + 1] in words.MARKS_OPEN:
            close = next((k for k in range(j + 3, min(j + 8, self.end)) if self.forms[k] in words.MARKS_CLOSE), -1)
            self.open, self.closed = False, True
            return self._take(j, close + 1 - j) if close > 0 else 0
        if not self.text.words[j + 1]:
            return 0
        author = self._parse(j + 1)
        if author is None or author.head < 0:
            return 0
        self.open, self.closed = False, True
        return self._take(j, author.last + 1 - j)

    def _leap(self, j: int) -> int:
        """Over a relative clause to the name that it keeps from its title (مدير الشركة التي تستغل القطار فلان)."""
        if self.name_first >= 0 or not self.head_flags & wc.PERSON_HEAD or not self.closed:
            return 0
        for k in range(j + 1, self.end):
            if not self.text.words[k]:
                return 0
            w = classify(self.forms[k])
            if w.flags & wc.THAT or (lookup(self.forms[k])[0] and not w.definite and not w.flags & wc.GIVEN):
                return 0
            far = k - j > 6 and not w.flags & wc.HONORIFIC  # الوزير الذي يترأس وفد بلاده في كذا الشيخ فلان
            if k > j + 1 and not far and self._name_begins(k, w):
                previous = classify(self.forms[k - 1])
                if not previous.definite or previous.flags & wc.PERSON_HEAD:
                    return 0
                self.open = False
                return self._take(j, k - j)
        return 0

    def _asyndetic(self, j: int, word: Word) -> int:
        """مصدر لم يذكر اسمه أن, تقارير صدرت هذا الأسبوع أن: the clause on an indefinite source, up to its words."""
        source = self.head_flags & (wc.UNNAMED | wc.GROUP) or (self.head_flags & wc.DOCUMENT and self.plural)
        if not source or self.name_first >= 0 or self.last != j - 1 or self._is_definite():
            return 0
        verb = self._is_listed_verb(j, word) and not lookup(self.forms[j])[0]
        if word.conj or not (verb or self.forms[j] == "لم"):
            return 0
        for k in range(j + 1, min(j + 10, self.end)):
            w = classify(self.forms[k])
            if not self.text.words[k]:
                follows = k + 1 < self.end and self.text.words[k + 1] and classify(self.forms[k + 1]).flags & wc.THAT
                return self._take(j, k - j) if follows and self.forms[k] in "،," and k > j + 1 else 0
            if w.flags & wc.THAT:
                return self._take(j, k - j) if k > j + 1 else 0
            if k > j + 1 and any(r.strength == "s" and r.shape != "masdar" for r in lookup(self.forms[k])[0]):
                return 0
        return 0
