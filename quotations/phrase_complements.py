"""What hangs on a noun: conjunctions, prepositions with their nouns, clauses up to a name."""

from quotations import phrase_words as words
from quotations import wordclass as wc
from quotations.cues import lookup
from quotations.phrase_names import Names
from quotations.wordclass import Word, classify


class Complements(Names):
    """The steps over و, over prepositions and over clauses."""

    def _conjunction(self, j: int, word: Word) -> int:
        """و + a noun goes on with a portfolio (الخارجية والتعاون) or joins another speaker (الوزير ونائبه)."""
        if (
            word.conj == "و"
            and word.stem in words.SIDES
            and self.name_first < 0
            and self.head >= 0
            and self._place_follows(j)
        ):
            self.open = True
            return self._take(j)
        if word.conj == "و" and self.open and self.head == j - 1 and word.flags & wc.PERSON_HEAD and not word.definite:
            self.head_flags = word.flags  # مؤسسة ورئيسة المركز: two offices of one person
            self.plural = False
            return self._take(j)
        if word.conj != "و" or word.flags & wc.FUNCTION & ~wc.TIME or lookup(self.forms[j])[0]:
            return 0
        if self.name_first >= 0 and not self.title_after:
            if (word.flags & (wc.GIVEN | wc.HEAD) or (self.joined and word.flags & wc.NISBA)) and (
                word.definite or word.flags & (wc.GIVEN | wc.TITLE | wc.ORGANIZATION)
            ):
                self.joined = True
                self.plural = True
                self.name_first = self.name_last = -1
                return self._take(j)
            return 0
        if self.title_after and word.flags & wc.GIVEN and not word.definite and self._name_goes_on(j):
            self.joined = self.plural = True  # فلان الوزير المكلف وفلان كاتب الدولة
            self.title_after, self.name_first, self.name_last = False, -1, -1
            return self._name(j)
        if word.definite or word.flags & (wc.HEAD | wc.PORTFOLIO | wc.NISBA | wc.PLACE | wc.BODY_NAME):
            offices = word.flags & self.head_flags & wc.PERSON_HEAD and not (word.flags | self.head_flags) & wc.PLURAL
            if not offices and (
                word.flags & (wc.PLACE | wc.BODY_NAME | wc.HEAD)
                and self.head == self.first
                and self.head_flags & (wc.PLACE | wc.BODY_NAME | wc.ORGANIZATION | wc.UNNAMED | wc.GROUP | wc.MEDIA)
            ):
                self.joined = True
            self.closed = True
            waits = wc.HEAD | wc.NAME_MARK | wc.PORTFOLIO
            self.open = (
                not word.definite and bool(word.flags & waits) and not word.flags & (wc.NISBA | wc.PLACE | wc.BODY_NAME)
            )
            return self._take(j)
        return 0

    def _preposition(self, j: int, word: Word) -> int:
        """في، ب، ل، من، لدى, … inside a title (السفير في العراق, أستاذ بجامعة, الأمين العام لمنظمة); elsewhere the phrase ends."""
        if self.name_first >= 0 and not self.title_after:
            return 0
        attached, form = bool(word.prep), self.forms[j]
        target_at = j if attached else j + 1
        if target_at >= self.end or not self.text.words[target_at]:
            return 0
        target = word if attached else classify(self.forms[target_at])
        if not attached and self._is_owned(target_at, target):
            return 0  # معماري في مقدمته
        if (not attached and target.prep) or self.forms[target_at][0].isdigit():
            return 0
        blocked = wc.OCCASION | wc.ADVERB | wc.TIME | wc.ADDRESSEE | wc.PRONOUN | wc.THAT | wc.RELATIVE
        of_document = attached and word.prep == "ل" and bool(self.head_flags & wc.DOCUMENT) and target.definite
        issued = word.prep == "ل" and self.head_flags & wc.DOCUMENT and target.flags & (wc.MEDIA | wc.ORGANIZATION)
        if issued and classify(self.forms[self.head]).stem not in words.TALKS:
            return self._take_complement(j, attached, target)  # دراسة لمجلة …
        governed = self._governed(j, word.prep or form)
        framed = (
            target.flags & (wc.OCCASION | wc.DOCUMENT | wc.TIME)
            and target.stem not in words.BODIES_TOO
            and not target.flags & (wc.ORGANIZATION | wc.PLACE)
        )
        framed = (framed and form == "في" and not classify(self.forms[j - 1]).stem.startswith("مشارك")) or (
            form == "علي" and target.stem in words.STRESSED
        )
        if (
            governed
            and not framed
            and not target.flags & (wc.PRONOUN | wc.THAT | wc.RELATIVE | wc.ADVERB)
            and (word.prep != "ل" or not target.flags & (wc.MEDIA | wc.MEDIA_NAME))
        ):
            return self._take_complement(j, attached, target)
        some = (
            form == "من"
            and classify(self.forms[self.first]).stem in words.OF
            and self.last - self.first < 2
            and self.last == j - 1
        )
        if (some and target.definite and not target.flags & (wc.TIME | wc.PRONOUN | wc.RELATIVE)) or (
            some and target.flags & (wc.GROUP | wc.TITLE)
        ):
            return self._take_complement(j, attached, target)
        if (
            target.flags & blocked
            and not target.flags & (wc.ORGANIZATION | wc.PORTFOLIO | wc.PLACE)
            and not of_document
        ):
            return self._before_name(j, attached, target) if not target.flags & blocked & ~wc.ADDRESSEE else 0
        if target.flags & wc.OCCASION and target.stem not in words.BODIES_TOO and not of_document:
            return self._before_name(j, attached, target)
        place_like = wc.ORGANIZATION | wc.PLACE | wc.PORTFOLIO | wc.BODY_NAME
        if form == "في" or self._place_follows(target_at):
            place_like |= wc.NAME_MARK  # في مستوطنة "…", بمنطقة نجران
        ok = False
        if self.head < 0:
            ok = (
                form in ("في", "من")
                and self.last == self.first
                and self.name_first < 0
                and bool(target.flags & (wc.PLACE | wc.ORGANIZATION | wc.COMMON))
                and not target.flags & wc.OCCASION
            )
        elif not self.head_flags & wc.HEAD:
            ok = (
                bool(self.head_flags & wc.BODY_NAME)
                and word.prep == "ل"
                and bool(target.flags & wc.PORTFOLIO)
                and not target.flags & (wc.MEDIA | wc.PLACE | wc.PERSON_HEAD | wc.GROUP)
            )
        elif attached and word.prep == "ل":
            person = target.flags & wc.PERSON_HEAD and not target.flags & wc.ORGANIZATION
            ok = bool(target.flags & place_like) and not person and not target.flags & (wc.MEDIA_NAME | wc.MEDIA)
            office = self.head_flags & (wc.TITLE | wc.DOCUMENT | wc.ORGANIZATION) and self.closed
            heard = wc.MEDIA_NAME | wc.MEDIA | wc.GROUP | wc.UNNAMED
            ok = (
                ok
                or of_document
                or bool(
                    office and not person and not target.flags & heard and (target.definite or target.flags & wc.COMMON)
                )
            )
        elif attached and word.prep == "ب":
            ok = bool(target.flags & (place_like | wc.MEDIA))
        elif form in ("في", "لدي", "داخل", "خارج", "قرب"):
            local = place_like & ~wc.PORTFOLIO | wc.MEDIA
            ok = bool(target.flags & local) or (not attached and self._place_follows(target_at))
            ok = ok or (not self.head_flags & wc.DOCUMENT and (target.definite or not target.flags))
            ok = ok and not (self.head_flags & wc.DOCUMENT and target.flags & (wc.DOCUMENT | wc.NAME_MARK))
        elif form == "من":
            several = self.head_flags & (wc.UNNAMED | wc.GROUP | wc.ORGANIZATION)
            ok = bool(
                several and (target.definite or not target.flags or target.flags & (wc.GROUP | wc.TITLE | wc.NISBA))
            ) or bool(target.flags & place_like & ~wc.PORTFOLIO)
            ok = ok or bool(self.head_flags & target.flags & wc.DOCUMENT)
            ok = ok and not target.flags & wc.TIME
        if not ok:
            return self._before_name(j, attached, target)
        return self._take_complement(j, attached, target)

    def _take_complement(self, j: int, attached: bool, target: Word) -> int:
        """Take a preposition with its noun; an indefinite one waits for its own complement (في حي …، بمنطقة نجران)."""
        waits = wc.HEAD | wc.NAME_MARK | wc.PORTFOLIO | wc.COMMON
        self.open = (
            not target.definite and bool(target.flags & waits) and not target.flags & (wc.PLACE | wc.BODY_NAME)
        ) or target.stem in words.SIDES
        self.closed = True
        self.proper = bool(target.flags & wc.PLACE) or (not target.definite and not target.flags)
        size = self._phrase_size(j, target) if attached else self._phrase_size(j + 1, None)
        if size:
            self.open = False
        return self._take(j, (max(size, 1) if attached else max(size, 1) + 1))

    def _governed(self, j: int, prep: str) -> bool:
        """Whether one of the last words is an adjective or office that takes this preposition (المشرف العام على …)."""
        if self.last != j - 1:
            return False
        for k in (j - 1, j - 2):
            if k < self.first or not self.text.words[k]:
                return False
            w = classify(self.forms[k])
            for end in words.GOVERNING_ENDS:
                if w.stem.endswith(end) and prep in words.GOVERNING.get(
                    w.stem[: len(w.stem) - len(end)] if end else w.stem, ()
                ):
                    return True
            if not w.flags & wc.NISBA:
                return False
        return False

    def _before_name(self, j: int, attached: bool, target: Word) -> int:
        """A complement of any kind belongs to a title where the person's name closes it (مدير الصحة بقبلي علي الطبال)."""
        if (
            self.name_first >= 0
            or not self.head_flags & wc.PERSON_HEAD
            or target.flags & (wc.PERSON_HEAD | wc.MEDIA_NAME | wc.GIVEN)
        ):
            return 0
        if not attached and self.forms[j] not in ("في", "من", "علي", "عن", "لدي"):
            return 0
        k = j + (1 if attached else 2)
        for k in range(k, min(k + 4, self.end)):
            if not self.text.words[k]:
                return 0
            w = classify(self.forms[k])
            if self._name_begins(k, w):
                previous = classify(self.forms[k - 1])
                if not previous.definite and not (k == j + 1 and attached):
                    return 0
                self.name_at = k
                step = self._take_complement(j, attached, target)
                self.open = self.open and k > j + step
                return step
            if w.prep or w.conj or w.flags & (wc.FUNCTION | wc.PERSON_HEAD) or lookup(self.forms[k])[0]:
                return 0
        return 0

    def _issuer(self, j: int) -> int:
        """دراسة أجرتها منظمة …: the clause that names a document's author is part of it."""
        if not self.head_flags & wc.DOCUMENT or j + 1 >= self.end:
            return 0
        if self.forms[j + 1] in words.MARKS_OPEN:
            close = next((k for k in range(j + 3, min(j + 8, self.end)) if self.forms[k] in '»«"”“„›>>'), -1)
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
        for k in range(j + 1, min(j + 7, self.end)):
            if not self.text.words[k]:
                return 0
            w = classify(self.forms[k])
            if w.flags & wc.THAT or (lookup(self.forms[k])[0] and not w.definite and not w.flags & wc.GIVEN):
                return 0
            if k > j + 1 and self._name_begins(k, w):
                previous = classify(self.forms[k - 1])
                if not previous.definite or previous.flags & wc.PERSON_HEAD:
                    return 0
                self.open = False
                return self._take(j, k - j)
        return 0
