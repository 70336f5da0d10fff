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

    def _issuer(self, j: int, at: int) -> int:
        """دراسة أجرتها منظمة …, دراسة قامت بها منظمة …: the clause at `j` that names a document's author, who stands at
        token `at`, is part of it."""
        if not self.head_flags & wc.DOCUMENT or at >= self.end:
            return 0
        if self.forms[at] in words.MARKS_OPEN:
            close = next((k for k in range(at + 2, min(at + 7, self.end)) if self.forms[k] in words.MARKS_CLOSE), -1)
            self.open, self.closed = False, True
            return self._take(j, close + 1 - j) if close > 0 else 0
        if not self.text.words[at] or classify(self.forms[at]).flags & wc.DOCUMENT:
            return 0
        author = self._parse(at)
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
            far = k - j > 6 and not w.flags & wc.HONORIFIC  # الوزير الذي يقود بعثة المدينة إلى كذا الشيخ فلان
            if k > j + 1 and not far and self._name_begins(k, w):
                previous = classify(self.forms[k - 1])
                if not previous.definite or previous.flags & wc.PERSON_HEAD:
                    return 0
                self.open = False
                return self._take(j, k - j)
        return 0

    def _restrictive(self, j: int) -> int:
        """قال السكان الذين عادوا إلى بيوتهم إن, وبينت الأرقام التي وضعتها الإدارة أن: which of many speak, up to their
        words; of one alone such a clause tells more, and is no part of his phrase."""
        if not self.plural or self.joined or self.name_first >= 0 or self.last != j - 1 or not self._behind_report():
            return 0
        if self.forms[j] == "الذي" or (self.forms[j] == "التي" and not self._is_idafa()):
            return 0  # أحد الركاب الذي …, القائمون على الشركة التي …
        if self.forms[j] != "التي" and self.last > self.first:
            return 0  # أهالي الحي الذين …: their complement has said which
        for k in range(j + 1, min(j + 10, self.end)):
            at = k + (self.forms[k] in "،,")
            if at < self.end and classify(self.forms[at]).flags & wc.THAT:
                end = k - bool(classify(self.forms[k - 1]).flags & wc.PREPOSITION)  # … إلى أن
                return self._take(j, end - j) if end > j + 2 else 0
            if not self.text.words[k] or any(
                r.strength == "s" and r.shape != "masdar" for r in lookup(self.forms[k])[0]
            ):
                return 0
        return 0

    def _is_idafa(self) -> bool:
        """Whether the phrase is its noun with a complement and adjectives, without a preposition."""
        inside = [classify(self.forms[k]) for k in range(self.first, self.last + 1)]
        return inside[0].stem not in words.OF and not any(w.prep or w.flags & wc.PREPOSITION for w in inside)

    def _asyndetic(self, j: int, word: Word) -> int:
        """مصدر لم يذكر اسمه أن, تقارير صدرت هذا الأسبوع أن: the clause on an indefinite source, up to its words."""
        if self.name_first >= 0 or self.last != j - 1 or word.conj or self._is_definite():
            return 0
        source = self.head_flags & (wc.UNNAMED | wc.GROUP) or (self.head_flags & wc.DOCUMENT and self.plural)
        told = self.head_flags & (wc.UNNAMED | wc.GROUP | wc.TITLE) and self._behind_objectless()
        if not self._opens_clause(j, word, bool(told)) or not (source or told):
            return 0
        for k in range(j + 1, min(j + 10, self.end)):
            w = classify(self.forms[k])
            if not self.text.words[k]:
                follows = k + 1 < self.end and self.text.words[k + 1] and classify(self.forms[k + 1]).flags & wc.THAT
                pauses = self.forms[k] in "،,:" or self.forms[k] in words.MARKS_OPEN
                ends = (follows and self.forms[k] in "،,") or (told and pauses)
                return self._take_clause(j, k) if ends else 0
            if w.flags & wc.THAT or (told and k > j + 2 and self._is_addressed(k, w)):
                return self._take_clause(j, k)
            if k > j + 1 and any(r.strength == "s" and r.shape != "masdar" for r in lookup(self.forms[k])[0]):
                return 0
        return 0

    def _take_clause(self, j: int, end: int) -> int:
        if end <= j + 1:
            return 0
        self.clause_at = j
        return self._take(j, end - j)

    def _opens_clause(self, j: int, word: Word, told: bool) -> bool:
        """Whether a verb that is none of reporting stands at token `j`; behind قال also يعمل."""
        if self.forms[j] == "لم":
            return True
        if lookup(self.forms[j])[0]:
            return False
        return self._is_listed_verb(j, word) or (told and bool(word.flags & wc.AUXILIARY))

    def _is_addressed(self, k: int, word: Word) -> bool:
        """… يعمل في السوق لوكالة كذا إن: whom a source told it."""
        return self._told(k) or (word.prep == "ل" and bool(word.flags & (wc.MEDIA | wc.ADDRESSEE)))
