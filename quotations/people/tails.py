"""Where a body's phrase ends before what is none of its name: a verb's object or complement, a measure, a person.

A chain of nouns is closed by a definite noun or a proper name; behind it stand adjectives in agreement and complements
by a preposition, no other noun without one (Wright, A Grammar of the Arabic Language, vol. II, §§ 75-92, 136-139).
"""

from quotations.matching import forms_of
from quotations.page.marks import MARKS
from quotations.words import wordclass as wc
from quotations.words.morphology import is_masdar
from quotations.words.phrase_words import IN_NAMES, OF, ORDINALS, QUANTIFIERS
from quotations.words.text import Text
from quotations.words.wordclass import Word, classify

_NAMES = wc.MEDIA_NAME | wc.BODY_NAME | wc.PLACE | wc.GIVEN | wc.SURNAME
_PLACES = wc.PLACE | wc.BODY_NAME | wc.ORGANIZATION | wc.MEDIA | wc.NAME_MARK
_ADJECTIVES = wc.NISBA | wc.DEMONSTRATIVE | wc.SAME
_UNITS = forms_of("% ٪ نقطة")
_HUNDRED = forms_of("المئة المائة")
_NOBLE = forms_of("الشريف")  # الأزهر الشريف
_OUR = (*wc.HIS, "نا")
_CLOSING = MARKS | {")", "."}  # they may end a name
_THEIRS, _TWO = ("هم", "هن", "ها"), ("تين", "تان")


def own_end(text: Text, first: int, last: int) -> int:
    """The last token of what is a body's own in its phrase.

    >>> t = Text("المصرف المركزي الأوروبي 1.5 في المئة"); t.slice(0, own_end(t, 0, 5))
    'المصرف المركزي الأوروبي'
    """
    return _Walk(text, first).end(last) if last > first else last


class _Walk:
    """The words of one phrase, from the second on."""

    def __init__(self, text: Text, first: int) -> None:
        self.text, self.forms, self.words = text, text.forms, text.words
        self.first = first
        self.head = classify(self.forms[first])
        self.closed = self._closes(first, self.head)
        self.apart = 0  # brackets and marks that are open
        self.of_person = False  # حكومة الرئيس فلان
        self.deed = False  # behind a masdar, whose complements are the body's: الهيئة الوطنية لمكافحة الإفلات من العقاب

    def end(self, last: int) -> int:
        """The last token before what is none of the body's."""
        k = self.first + 1
        while k <= last:
            step = self._step(k, last)
            if not step:
                break
            k += step
        k = min(k, last + 1)
        while k - 1 > self.first and not self.words[k - 1] and self.forms[k - 1] not in _CLOSING:
            k -= 1
        return last if k > last else k - 1

    def _step(self, k: int, last: int) -> int:
        """How many tokens belong to the body at token `k`; 0 where another begins."""
        form, w = self.forms[k], classify(self.forms[k])
        if not self.words[k]:
            self.apart = max(0, self.apart + (form == "(") - (form == ")"))
            if form in MARKS:
                self.apart = 0 if self.apart else 1
            self.closed = True
            return 1
        if self.apart or w.flags & wc.CONJUNCTION:
            return 1
        if w.flags & wc.PREPOSITION and not w.definite:
            return self._preposition(k, last)
        if w.prep and not w.conj:
            if self.closed and not self.deed and self._is_verbs(k, w):
                return 0
            self.deed = self.deed or w.prep == "ل"
        elif self.closed and self._is_another(k, last, w):
            return 0
        elif w.flags & wc.NISBA and not w.definite:
            return 1
        self.closed = self._closes(k, w)
        self.of_person = self.of_person or bool(w.flags & wc.PERSON_HEAD)
        return 1

    def _closes(self, k: int, w: Word) -> bool:
        form = self.forms[k]
        if form in IN_NAMES or w.stem in OF or form[0].isdigit():
            return False
        return w.definite or bool(w.flags & _NAMES) or not w.flags

    def _preposition(self, k: int, last: int) -> int:
        """A preposition behind a closed chain leads to where the body is, or to what a masdar or a body without the
        article takes (قوات من الجيش)."""
        if k == last or not self.words[k + 1]:
            return 1
        form, w = self.forms[k], classify(self.forms[k + 1])
        if self.closed and not self.deed:
            before = classify(self.forms[k - 1])
            formed = self._is_participle(k - 1) and not before.stem.endswith(("ي", "يه"))  # المشكلة من كذا
            if form == "من" and before.definite and w.stem != "اجل" and not formed:
                return 0
            if form == "في" and not (w.flags & _PLACES or self._is_strange(k + 1, w) or self._is_participle(k - 1)):
                return 0
        self.deed = self.deed or w.stem == "اجل"
        self.closed = self._closes(k + 1, w)
        return 2

    def _is_strange(self, k: int, w: Word) -> bool:
        """A word that no list knows: a place abroad."""
        return not w.flags and not w.definite and not w.prep and not self.text.slice(k, k).endswith(_OUR)

    def _is_participle(self, k: int) -> bool:
        """الشركة المتخصصة في كذا, منظمات معنية بالحوار: what takes a preposition itself."""
        w = classify(self.forms[k])
        deed = w.stem[0] == "م" or w.stem[1:2] + w.stem[-1] == "اه" or is_masdar(w.stem)
        return self.words[k] and len(w.stem) > 3 and deed

    def _is_verbs(self, k: int, w: Word) -> bool:
        """دعت الحكومة للتراجع, طالب القطاع الخاص برؤية: what the verb takes by an attached preposition."""
        if w.prep == "ل":
            return k == self.first + 1 and self.head.definite and (is_masdar(w.stem) or not w.definite)
        before = classify(self.forms[k - 1]).definite and not self._is_participle(k - 1)
        return w.prep == "ب" and before and not (w.flags & _PLACES & ~wc.NAME_MARK or self._is_called(k, w))

    def _is_called(self, k: int, w: Word) -> bool:
        """بمدينة حلب, بقرية الوادي: a kind of place before its name."""
        if not w.flags & wc.NAME_MARK or not self.words[k + 1]:
            return False
        name = classify(self.forms[k + 1])
        return name.definite or bool(name.flags & _NAMES) or not name.flags

    def _is_another(self, k: int, last: int, w: Word) -> bool:
        """Whether a word without a preposition behind a closed chain begins something else."""
        if w.conj:
            return self._is_second(k, last, w)
        before = classify(self.forms[k - 1] if self.words[k - 1] else "")
        described = before.definite and bool(before.flags & wc.NISBA)
        if self.forms[k][0].isdigit():
            units = self.forms[k + 1 : k + 3]
            return described or (bool(units) and (units[0] in _UNITS or units[-1] in _HUNDRED))
        if w.definite:
            return self._is_another_definite(k, last, w, before, described)
        if w.flags & _ADJECTIVES and not w.flags & ~(wc.NISBA | wc.COMMON):
            return before.definite  # … لكرة القدم نهائي
        if w.flags & wc.GIVEN:
            return described and not self.of_person
        if not w.flags:  # كتائب النهر سفينتين, شركة كذا ومقرها
            form = self.forms[k]
            return (before.definite and form.endswith(_TWO)) or (form[0] == "و" and form.endswith(_THEIRS))
        if w.flags & (_NAMES | wc.FUNCTION | _ADJECTIVES) or not w.flags & (wc.COMMON | wc.HEAD):
            return False
        strange = not before.flags and k < last and self.words[k + 1] and not classify(self.forms[k + 1]).flags
        return not (strange and self.words[k - 1]) and w.stem not in QUANTIFIERS and self.forms[k - 1] not in IN_NAMES

    def _is_another_definite(self, k: int, last: int, w: Word, before: Word, described: bool) -> bool:
        """The same of a word with the article: whoever speaks, another body, a noun that does not agree."""
        if w.flags & (wc.DEMONSTRATIVE | wc.SAME):
            return False
        if w.flags & wc.HONORIFIC and self.forms[k] not in _NOBLE:
            return self.words[k - 1]
        if k < last and self.words[k + 1] and self.forms[k + 1].endswith(_THEIRS):
            return not classify(self.forms[k + 1]).flags & wc.FUNCTION  # الحزب البالغ عددهم
        if w.flags & _NAMES or not described:
            return False
        if w.flags & wc.ORGANIZATION and w.flags & wc.NISBA:
            return self._disagrees(before, w)
        if w.flags & wc.NISBA:
            return False
        body = bool(w.flags & (wc.ORGANIZATION | wc.MEDIA))
        return body or (not w.flags & wc.PORTFOLIO and self._disagrees(before, w))

    def _is_second(self, k: int, last: int, w: Word) -> bool:
        """منظمة كذا والثانية, الحركة الوطنية وفاعلين, شركة كذا ومقرها: و before no more of the name."""
        if "ال" + w.stem in ORDINALS:
            return True
        if w.flags & wc.PLACE and not any(classify(f).flags & wc.PLACE for f in self.forms[self.first : k]):
            return True  # الاتحاد الأوروبي وبريطانيا, not بنك الكويت والشرق الأوسط
        alone = k == last or not self.words[k + 1] or not classify(self.forms[k + 1]).definite
        plain = not (w.definite or w.prep or w.flags & _NAMES) and len(w.stem) > 3
        return alone and plain and classify(self.forms[k - 1]).definite

    def _disagrees(self, before: Word, w: Word) -> bool:
        """السلطات الصينية الطريق, الجيش الليبي المدينة: a noun, for an adjective would agree with the one before it or
        with the body."""
        feminine = before.stem.endswith("ه")
        if feminine != (self.head.stem.endswith(("ه", "ات")) or bool(self.head.flags & wc.FEMININE)):
            return False
        elative = feminine and len(w.stem) < 5 and w.stem[-1] in "اي"  # العليا
        return w.stem.endswith(("ه", "ات", "اء")) != feminine and not elative
