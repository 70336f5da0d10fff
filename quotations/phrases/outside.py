"""What is no part of a noun phrase: verbs of any kind, a verb's object, nouns with a pronoun."""

import re

from quotations.phrases.ali import writes_ala
from quotations.phrases.traits import TRAITS, VERBAL
from quotations.phrases.walk import Walk
from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.morphology import is_masdar, is_owned_masdar, looks_verbal
from quotations.words.wordclass import Word, classify, without_pronoun

_PARTICIPLE = re.compile(r"م(?:ست\w{3}|ت\w{4}|نت\w{2})ا")


class Outside(Walk):
    """The words before which a phrase ends, or with which none begins."""

    def _is_verb(self, j: int, word: Word) -> bool:
        """Whether a word is a verb of reporting or another frequent verb, and no name."""
        if not TRAITS[self.forms[j]] & VERBAL:
            return bool(word.flags & wc.AUXILIARY) and not word.flags & wc.HEAD
        if self._only_looks_future(j, word) or (word.flags & wc.SPOKESPERSON and self.forms[j + 1 : j + 2] == ["باسم"]):
            return False  # لكن متحدثا باسم الشرطة
        if self._is_listed_verb(j, word) or self._is_plural_past(j, word):
            return True
        readings, cut = lookup(self.forms[j])
        if cut and self.forms[j][0] == "ف" and self.first and self.forms[self.first - 1] in words.AS_FOR:
            return True  # أما سليم الحداد فرأى أن
        if self.forms[j][0] == "ف" and not word.flags and self.name_first == self.name_last == j - 1 >= self.first:
            return False  # جان فيردون: no clause with ف after a single name
        if readings and self._is_names_last(j):
            return False
        if self.text.last_letter(j) == "ى" and any(r.shape in ("past", "present") for r in readings):
            return True  # روى, فيرى: the verb, not Roy, not Ferry
        if self.forms[j][-1] == "ا" and any(r.shape == "participle" for r in readings) and self.name_last != j - 1:
            return True  # الوزير مشيرا
        if not readings or word.flags & (wc.GIVEN | wc.HEAD | wc.PORTFOLIO | wc.SURNAME) or word.definite:
            return bool(word.flags & wc.AUXILIARY) and not word.flags & wc.HEAD
        return any(
            r.shape in ("past", "present", "participle") or (r.shape == "masdar" and r.has_object) for r in readings
        )

    def _is_plural_past(self, j: int, word: Word) -> bool:
        """بعض السكان بدأوا, لم يعرفوا: no noun ends so, and few names do."""
        form = self.forms[j]
        return len(form) > 4 and form.endswith("وا") and not word.flags & ~wc.COMMON and self.name_last != j - 1

    def _only_looks_future(self, j: int, word: Word) -> bool:
        """سابين روهان, not سأبين: no hamza, and no past begins so (ساهم)."""
        form = self.forms[j]
        if not form.startswith("سا") or word.flags or self.text.alif(j) != "ا":
            return False
        past = any(form.removesuffix(suffix) + "ت" in words.VERBS for suffix in ("", "ت", "وا", *words.OBJECTS))
        return not past and not any(r.shape == "past" for r in lookup(form)[0])

    def _is_names_last(self, j: int) -> bool:
        """زاده, شبه, جون راي: a name's last word may look like a verb with its object, and like one with ى (رأى) where
        the writer keeps ي and ى apart."""
        if self.name_first < 0 or self.name_last != j - 1:
            return False
        readings = lookup(self.forms[j])[0]
        if all(r.strength == "w" and r.has_object for r in readings):
            return True
        past = self.forms[j][-1] == "ي" and all(r.shape == "past" for r in readings)
        return past and self.text.last_letter(j) == "ي" and writes_ala(self.text)

    def _is_listed_verb(self, j: int, word: Word) -> bool:
        """رسمت, تتضمن, فجرها: a third person of a verb of any kind, with or without its object; خرج before a name."""
        if word.prep or word.flags & ~wc.COMMON or not TRAITS[self.forms[j]] & VERBAL:
            return False
        form = self.forms[j][len(word.conj) :]
        if word.definite:
            return form in words.VERBS  # ألقت
        if form[0] == "ل" != form and form[1] != "ا" and self.name_first == self.name_last == j - 1 >= self.first:
            return False  # ماري ليندرس
        if (
            form in words.VERBS or (form[:2] == "لا" and form[2:] in words.VERBS) or looks_verbal(self.forms[j])
        ):  # لايزال
            return True
        if j == self.first and form + "ت" in words.VERBS and j + 1 < self.end and self.text.words[j + 1]:
            following = classify(self.forms[j + 1])
            named = following.flags & wc.GIVEN and (not following.flags & wc.COMMON or self._name_goes_on(j + 1))
            office = following.definite and following.flags & wc.TITLE and not following.flags & wc.PLURAL
            if (named or office) and not following.prep:
                return True  # خرج سليم الحداد, قدم الفنان
        for suffix in words.OBJECTS:
            stem = form[: -len(suffix)]
            if suffix == "ه" and self.name_last == j - 1 >= self.first:
                return False  # زاده, شبه
            if form.endswith(suffix) and len(stem) > 2 and (stem in words.VERBS or stem + "ت" in words.VERBS):
                return suffix != "ه" or self.text.last_letter(j) == "ه"
        return False

    def _is_object(self, j: int, word: Word) -> bool:
        """The verb's object after a finished phrase: an accusative (بيانا، موقفًا), a noun with a pronoun (زملاءها)."""
        form = self.forms[j]
        if word.flags & (wc.GIVEN | wc.SURNAME | wc.PLACE) or word.conj or word.prep or self.open:
            return False
        if j in self._tanwin and self._is_accusative(j):
            return True
        if word.flags & wc.NISBA or form[-1] not in "هما":  # as every pronoun and every accusative ends
            return False
        if self._is_masdar(j, word):
            return True
        if self.name_last == j - 1 > self.name_first >= 0 and self._closes_name(j):
            return False
        for suffix in ("هما", "ها", "هم", "ه"):
            if (
                len(form) > len(suffix) + 2
                and form.endswith(suffix)
                and (suffix != "ه" or (self.text.last_letter(j) == "ه" and (form[-2] == "ت" or not self._may_close(j))))
            ):
                noun, flags = without_pronoun(form, suffix)
                return bool(flags & (wc.COMMON | wc.HEAD)) or noun in words.PLAIN_NOUNS
        if len(form) > 3 and form[-1] == "ا" and not word.definite and not word.flags & wc.HEAD:
            base = classify(form[:-1])
            ordinary = base.flags & wc.COMMON and not base.prep and not base.conj
            return bool(ordinary) and not self._is_name_in_a(j, word)
        return False

    def _may_close(self, j: int) -> bool:
        """عبده, زاده: whether a word in ه may close a name: its second, or before a pause, a verb, an office."""
        if self.name_last != j - 1:
            return False
        following = classify(self.forms[j + 1]) if j + 1 < self.end else None
        office = following is not None and following.flags & wc.PERSON_HEAD and not following.prep
        return self.name_last == self.name_first or bool(office) or self._closes(j)

    def _closes_name(self, j: int) -> bool:
        """غيلدور نيم براهما وهو …: the last of three words that no list knows, before a pause or who he is."""
        strange = all(not classify(self.forms[k]).flags for k in range(self.name_first, j + 1))
        following = classify(self.forms[j + 1]) if j + 1 < self.end and self.text.words[j + 1] else None
        return strange and (self._closes(j) or bool(following and following.conj and following.flags & wc.PRONOUN))

    def _is_name_in_a(self, j: int, word: Word) -> bool:
        """وزيرة الإعلام دورا أكونييلي, سليم زهرا إن …: a name, though it looks like an ordinary noun's accusative."""
        if self.name_first < 0:
            if is_masdar(self.forms[j][:-1]):
                return False  # قدم الفنان اعتذارا جميلا
            return not word.flags and bool(self.head_flags & wc.PERSON_HEAD) and self._foreign_follows(j)
        return self.name_first == self.name_last == j - 1 and self._closes(j)

    def _is_accusative(self, j: int) -> bool:
        """كلاماً, صوراً: an object is written with its ending, a name never is."""
        return j in self._tanwin and self.forms[j] not in words.THEN  # رئيس الهيئة سابقاً

    def _is_masdar(self, j: int, word: Word) -> bool:
        """اعتزامه, تأكيدها: a masdar with its pronoun."""
        if self.name_last == j - 1 > self.name_first >= 0 and not word.flags and _PARTICIPLE.fullmatch(self.forms[j]):
            return True  # سليم الحداد مستعرضا
        if word.definite or word.flags & ~wc.COMMON or not is_owned_masdar(self.forms[j]):
            return False
        return self.text.last_letter(j) in ("ه", "ا", "م")

    def _is_owned(self, j: int, word: Word) -> bool:
        """Whether a noun carries a pronoun: مقدمته, كتابه, بيانها."""
        form = self.forms[j]
        if word.flags & (wc.GIVEN | wc.SURNAME | wc.PLACE):
            return False
        if word.definite and not word.prep and form[:2] != "ال" and self.text.last_letter(j) == "ه":
            return True  # في تفسيره
        return len(form) > 4 and form.endswith(("ها", "ته")) and self.text.last_letter(j) in ("ه", "ا")

    def _is_possessed(self, j: int, word: Word) -> bool:
        """تجربته, تحياتهم, عشبه: an ordinary noun with its pronoun, which is no office, kin or body of anybody."""
        if word.flags or word.definite or word.prep:
            return False
        form = self.forms[j][len(word.conj) :]
        if form[0] == "ل" and len(form) > 5 and form.endswith(("ها", "هم", "يه")):
            return True  # لمضيفيه
        for suffix in words.PRONOUNS:
            if not form.endswith(suffix) or len(form) < len(suffix) + 3:
                continue
            if suffix == "ه" and self.text.last_letter(j) != "ه":
                return False
            return bool(without_pronoun(form, suffix)[1] & wc.COMMON)
        return False

    def _is_theirs(self, j: int, word: Word) -> bool:
        """واصلت مسؤولة محلية تنديدها, نسي صياد تونسي شبكته: a noun with its pronoun behind an adjective without the
        article; behind a document it may be a verb (دراسة جديدة قادها …)."""
        if word.flags & wc.NISBA or self.head_flags & wc.DOCUMENT or self.forms[j].startswith(words.NAMED):
            return False
        return not self._is_accusative(self.first) and self._is_object(j, word)

    def _are_some(self, j: int, word: Word) -> bool:
        """ورفض الشمري بعض الانتقادات: a quantity right behind a word that stands alone."""
        if self.forms[j] in words.SOME:
            return True  # تضيف الخدمة الجديدة العديد من …
        before = classify(self.forms[j - 1]) if self.last == j - 1 else None
        if before and before.flags & wc.SAME and word.definite and not word.flags & (wc.NISBA | wc.HEAD):
            return True  # لفتت المسؤولة نفسها الانتباه
        return self.head < 0 and not self.open and self.last == j - 1 and word.stem in words.QUANTIFIERS

    def _are_told(self, j: int, word: Word) -> bool:
        """وطالب الحدادي المزارعين بترشيد …: many with the article right behind a surname that stands alone."""
        alone = self.first == self.last == j - 1 and self.name_first < 0
        if not alone or not word.definite or not word.flags & wc.PLURAL or word.prep or word.conj:
            return False
        before = classify(self.forms[j - 1])
        return before.definite and not before.flags & ~wc.SURNAME and before.stem[-1] == "ي"

    def _is_of_town(self, j: int) -> bool:
        """في العاصمة السودانية الخرطوم, في العاصمة بيروت: a town by its name behind the word for what it is."""
        k = j - 1
        if self.last != k:
            return False
        while k > self.first and classify(self.forms[k]).flags & wc.NISBA and classify(self.forms[k]).definite:
            k -= 1
        town = classify(self.forms[k])
        return town.definite and town.stem in words.TOWNS and self.forms[j] not in words.COUNTRIES

    def _plural_before_genitive(self, j: int) -> int:
        """المعلمين حاملي الأوسمة, تشغيل لاجئي فلسطين: the step over a plural before its genitive, in the genitive
        itself."""
        if len(self.forms[j]) < 5 or self.forms[j][-1] != "ي" or j + 1 >= self.end or not self.text.words[j + 1]:
            return 0
        if self.last != j - 1 or self.head < 0 or self.head_flags & wc.PERSON_HEAD or self.name_first >= 0:
            return 0
        of, before = classify(self.forms[j + 1]), classify(self.forms[j - 1])
        many = classify(self.forms[j] + "ن").flags & wc.PLURAL
        if not many and not (before.definite and before.stem.endswith("ين")):
            return 0
        if not (of.definite or of.flags & wc.PLACE) or of.prep or of.conj or of.flags & (wc.NISBA | wc.FUNCTION):
            return 0
        self.open = True
        return self._take(j)

    def _has_measure(self, j: int) -> bool:
        """الصحيفة الأكثر انتشارا, المناطق الأشد فقرا: an elative with the noun that tells in what (Wright II, § 44)."""
        if self.last != j - 1 or j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w, before = classify(self.forms[j + 1]), classify(self.forms[j - 1])
        noun = not (w.definite or w.prep or w.conj or w.flags & (wc.FUNCTION | wc.HEAD | wc.GIVEN | wc.SURNAME))
        accusative = self.forms[j + 1][-1] == "ا" or self.text.last_letter(j + 1) == "ة"
        return before.definite and noun and accusative and self.name_last != j - 1

    def _is_no_part(self, j: int) -> bool:
        """باحثون يكتشفون, مراقبين عددوا, مجموعة رونو بعلامتيها: what many do, and what a body has, is no part of the
        phrase."""
        form = self.forms[j]
        if len(form) < 5 or classify(form).flags:
            return False
        owned = form.endswith(("ها", "هم", "هما"))
        if owned and ((form[0] == "ب" and len(form) > 6) or (self.plural and self.head_flags & wc.UNNAMED)):
            return True  # لم تخف مصادر رسمية قلقها
        return self.plural and ((form[0] in "يت" and form.endswith("ون")) or form.endswith("وا"))
