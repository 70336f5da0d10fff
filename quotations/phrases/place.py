"""What only its place shows: a name between a finished title and what is said, what belongs to a rank, adverbs."""

from quotations.phrases.names import Names
from quotations.phrases.traits import is_adverb
from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.morphology import is_masdar
from quotations.words.wordclass import Word, classify


class NamesByPlace(Names):
    """The steps over words that are something else elsewhere."""

    def _name_by_place(self, j: int) -> int:
        """المتحدث باسم البلدية بهيج سرور إن, المهندسة لطفية الساقي: two to four words between a finished title and what
        is said are its holder's name, whatever else they mean."""
        if self.plural or self._is_purpose(j) or self._is_outlet(j):
            return 0  # أعضاء اللجنة يجتمعون
        alone, k, strange, plain = self._behind_objectless(), j, False, False
        while k < self.end and self.text.words[k]:
            w = classify(self.forms[k])
            if k > j and self.forms[k - 1] not in words.IN_NAMES and self._is_past(k, w):
                break
            if (
                k - j > 3
                or (k > j and classify(self.forms[k - 1]).definite)
                or not self._may_be_named(k, w, k == j, alone)
            ):
                return 0
            strange = strange or bool(w.flags & (wc.GIVEN | wc.SURNAME)) or not w.flags
            plain = plain or w.stem in words.PLAIN_NOUNS
            k += 1
        said = k < self.end and (self.forms[k] == ":" or bool(classify(self.forms[k]).flags & wc.THAT))
        if (
            not 1 < k - j < 5
            or not (alone or (said and (strange or not plain)))
            or not (strange or (said and k - j == 2))
        ):
            return 0
        first, last = classify(self.forms[j]), classify(self.forms[k - 1])
        if last.definite and last.flags & ~wc.SURNAME and not (strange and alone):
            return 0
        if k - j > 2 and first.flags & ~(wc.GIVEN | wc.SURNAME) and not first.flags & wc.GIVEN:
            return 0
        if last.definite and last.stem in words.GOVERNED:
            return 0  # … المكلفة بالملف
        for n in range(j, k):
            self._name(n)
        return k - j

    def _is_purpose(self, j: int) -> bool:
        """مدير المعهد الأهلي لتعليب السمك: ل before a masdar with its object, not a name like لويس."""
        if self.forms[j][0] != "ل" or j + 1 >= self.end or not is_masdar(self.forms[j][1:]):
            return False
        w = classify(self.forms[j + 1])
        return self.closed and w.definite and not w.prep and not w.conj and not w.flags & (wc.SURNAME | wc.NISBA)

    def _may_be_named(self, k: int, w: Word, first: bool, alone: bool) -> bool:
        """Whether a word may be part of a name that only its place shows: no verb, no office, no word of function."""
        form = self.forms[k]
        if (
            (k in self._tanwin and self._is_accusative(k))
            or form in words.BLESSINGS
            or form == "باسم"
            or not form[0].isalpha()
        ):
            return False
        if form in words.IN_NAMES or (not first and self.forms[k - 1] in words.IN_NAMES):
            return not first or form not in ("لا", "لو")  # لا يستبعد
        named = w.flags & (wc.GIVEN | wc.SURNAME)
        if form == "علي" and first and k + 1 < self.end:
            following = classify(self.forms[k + 1])
            return following.definite and not following.flags & ~wc.SURNAME
        if w.flags & (wc.FUNCTION | wc.PLACE | wc.TITLE | wc.DEMONSTRATIVE | wc.KIN) and not named:
            return False
        if w.flags & (wc.HEAD | wc.PORTFOLIO | wc.OCCASION) and not named and not w.definite and not alone:
            return False
        if w.conj or w.prep:
            return not w.flags & ~wc.SURNAME and not (first and w.prep)
        if w.stem in words.OF or (first and (w.definite or w.flags & (wc.NISBA | wc.ORGANIZATION))):
            return False
        return not self._is_verb(k, w)

    def _is_past(self, k: int, w: Word) -> bool:
        """Whether what follows a name begins here: أن, a frame, another of his titles."""
        if w.flags & (wc.THAT | wc.RELATIVE | wc.TIME | wc.PREPOSITION) and not w.flags & (wc.GIVEN | wc.SURNAME):
            return True
        if w.flags & wc.TITLE and self.forms[k + 1] in words.GENERAL:
            return True  # … الأمين العام
        if self.forms[k] == "اول" and self.forms[k + 1] in ("امس", "من"):
            return True
        if w.prep and w.flags & ~(wc.SURNAME | wc.COMMON):
            return True
        if w.flags & wc.TITLE and w.flags & (wc.GIVEN | wc.SURNAME) and self._next_is_complement(k):
            office = w.definite or w.prep or w.conj or classify(self.forms[k + 1]).flags & wc.TITLE
            return not office  # السيد زيدان مالك الشركة
        return bool(w.flags & wc.TITLE) and not w.flags & (wc.GIVEN | wc.SURNAME) and not w.definite and not w.conj

    def _is_behind_initial(self, j: int, word: Word) -> bool:
        """سوزان ج. هارلي: the initial of a second name, and the last one."""
        if len(self.forms[j - 2]) != 1 or not self.name_first < self.name_last == j - 2:
            return False
        return not word.definite and not word.conj and not word.prep and not word.flags & ~(wc.GIVEN | wc.SURNAME)

    def _odd(self, j: int, form: str, word: Word) -> int | None:
        """Whom an outlet told something, whose son somebody is, باسم as a name, what belongs to a rank, and adverbs."""
        if self._told(j) or (form == "ابن" and self._in_name_at(j) and self._is_relative(j)):
            return 0
        if form in words.WITH_MADDA and self.text.alif(j) == "آ" and (self._apposed or self.head < 0):
            return self._name(j)  # الوزير آلان دوبري, not الآن
        if form == "باسم":
            return self._name(j) if self._is_called_basim(j) else None
        if form == "اول" and self.forms[j + 1 : j + 2] in (["امس"], ["من"]):
            return 0  # أردوغان أول أمس
        previous = classify(self.forms[j - 1])
        ranked = previous.stem in words.RANKS and (self.head == j - 1 or (previous.definite and self.name_first < 0))
        if form in words.OF_RANKS and self.last == j - 1 and ranked:
            self.closed, self.open = self.closed or previous.definite, False
            return self._take(j)
        if form in words.UPON and self.last == j - 1 and previous.definite and previous.stem in words.PATIENTS:
            feminine = wc.FEMININE if form.endswith("ها") else wc.MASCULINE
            self._head(j - 1, wc.TITLE | feminine if form[-1] in "هها" else wc.GROUP | wc.PLURAL, True)
            return self._take(j)
        if self.head < 0 or self.name_first >= 0:
            adverb = is_adverb(form, word) and not self.forms[self.first].endswith("ا")
            return 0 if adverb else None
        return None

    def _breaks_off(self, j: int, word: Word) -> bool:
        """Whether a noun behind an unfinished phrase is none of its own, as behind a plural that keeps its ن: it has no
        genitive, and no adjective with the article without one of its own (اتهم معارضون الرئيس بـ…, وصف خبراء محليون
        القرار), but for what tells of which degree (مسؤولون رفيعون المستوى)."""
        before = classify(self.forms[j - 1])
        last = self.last == j - 1 and (self.head == j - 1 or before.flags & wc.NISBA)
        many = self.plural and last and self.forms[j - 1].endswith("ون")
        if many and word.definite and not before.definite and before.stem.removesuffix("ون") not in words.DEGREES:
            return True
        done = not self.open and self.head >= 0
        return done and (self._is_told(j, word) or self._is_aim(j, word) or self._is_theirs(j, word))

    def _is_told(self, j: int, word: Word) -> bool:
        """أفاد مسؤول محلي صحيفة …, كاتب سعودي مقالة: a body or a text behind an indefinite person with an adjective."""
        bodies = wc.MEDIA | wc.MEDIA_NAME | wc.ORGANIZATION | (wc.DOCUMENT if self.head_flags & wc.TITLE else 0)
        told = word.flags & bodies or (
            self.head_flags & wc.UNNAMED and word.flags & wc.TITLE and not word.flags & (wc.NISBA | wc.KIN)
        )
        return bool(told) and not word.definite and self._is_described(j)

    def _is_aim(self, j: int, word: Word) -> bool:
        """وانتقدت وسائل إعلام محلية التحقيق: a noun with the article behind an adjective without it."""
        names = wc.NISBA | wc.PERSON_HEAD | wc.GIVEN | wc.SURNAME
        if not word.definite or word.prep or word.conj or word.flags & names:
            return False
        adjective = classify(self.forms[j - 1])
        plain = not adjective.definite and not adjective.flags & ~(wc.NISBA | wc.COMMON)
        if not plain or not self._is_described(j) or not words.RELATIONAL.fullmatch(adjective.stem):
            return False
        feminine = adjective.stem.endswith(("ه", "ات"))
        if self.plural:
            return feminine or adjective.stem.endswith(("ون", "ين"))
        return self.feminine is None or feminine == self.feminine
