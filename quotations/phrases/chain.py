"""One noun of a phrase: it opens the chain, goes on with it, closes it, or belongs to another phrase."""

from quotations.phrases.signs import Signs
from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.morphology import is_masdar
from quotations.words.wordclass import Word, classify


class Nouns(Signs):
    """The steps that read nouns, adjectives and the first word of a name."""

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
                if flags & wc.GIVEN:
                    continue
                if (
                    self.closed
                    and not self.open
                    and self.head >= 0
                    and j > self.first
                    and (self.name_first < 0 or self.name_last == j - 1)
                ):
                    return 0
                self._head(j, flags, False)
                self.open, self.closed = False, True
                return self._take(j, len(parts))
        return 0

    def _noun(self, j: int, word: Word) -> int:
        step = self._given(j, word) if word.flags & wc.GIVEN and not word.definite else None
        if step is not None:
            return step
        if self.head_flags & wc.HONORIFIC and self.last == self.head == j - 1 and self._is_none_of_his(word):
            return 0
        if self.closed:
            if self._begins_another(j, word):
                return 0
        elif self._breaks_off(j, word):
            return 0
        step = self._listed(j, word)
        if step is not None:
            return step
        if word.definite:
            return self._definite(j, word)
        if self.forms[j][0].isdigit():
            own = self.head >= 0 and not (self.closed and self.head_flags & wc.PERSON_HEAD)
            return self._take(j) if own and not self._counts_others(j) else 0
        if word.flags & wc.COMMON:
            return self._ordinary(j)
        return self._plural_before_genitive(j) or self._unknown(j, word)

    def _is_none_of_his(self, word: Word) -> bool:
        """وردد سموه عبارة الترحيب: behind an honorific with its pronoun stands the verb's object."""
        own = wc.GIVEN | wc.SURNAME | wc.TITLE
        return not word.definite and bool(word.flags & wc.COMMON) and not word.flags & own and self._is_highness()

    def _counts_others(self, j: int) -> bool:
        """احتجزت قوات الأمن اليمنية 4 أشخاص: a number behind an adjective counts what follows it."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        before, after = classify(self.forms[j - 1]), classify(self.forms[j + 1])
        counted = not after.definite and not after.prep and not after.flags & wc.FUNCTION
        return bool(before.flags & wc.NISBA) and before.definite and counted and bool(after.flags)

    def _given(self, j: int, word: Word) -> int | None:
        """A given name: a person's, or part of a body's."""
        flags = word.flags
        if j == self.first and self._object_follows(j, flags):
            return self._name(j)
        if flags & wc.COMMON and not self._apposed and not (self._name_goes_on(j) or self._fills_place(j)):
            return None
        if flags & (wc.TITLE | wc.ORGANIZATION) and self._next_is_complement(j):
            return None
        if self._waits_for_name(j) and (not self.closed or self._bears_name(j)):
            return self._embedded(j)
        people = wc.PERSON_HEAD | wc.UNNAMED
        if (
            self.open
            and self.head_flags & words.IMPERSONAL & ~wc.DOCUMENT
            and not self.head_flags & (people | wc.GROUP)
        ):
            self.open = self._joins(j)
            self.closed = not self.open
            return self._take(j)  # مؤسسة محمد بن راشد: a body's name
        if self.closed or self.head < 0 or self.head_flags & people:
            return self._name(j)
        return None

    def _fills_place(self, j: int) -> bool:
        """قال مفيد ظاهر إن, قال جان-بيير …: what is ordinary elsewhere, where no object can stand."""
        if j + 1 < self.end and self.forms[j + 1] == "-":
            return self._hyphenated(j + 1)
        if j != self.first or j + 1 >= self.end or not self.text.words[j + 1] or not self._behind_objectless():
            return False
        w = classify(self.forms[j + 1])
        return not (w.definite or w.prep or w.conj or w.flags & ~(wc.COMMON | wc.SURNAME)) and self._ends_name(j + 2)

    def _surname_behind(self, j: int, word: Word) -> bool:
        """رئيس المجلس حاكم الزاملي: an office before a word that no list knows, after a finished title, is a name."""
        if word.definite or word.conj or word.prep or j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        return w.definite and not w.flags & ~wc.SURNAME and not w.prep and not w.conj and w.stem[-1] == "ي"

    def _object_follows(self, j: int, flags: int) -> bool:
        """استنكر قاسم محاولات القوى: a name that is a participle or an adjective too, before a construct chain."""
        participle = len(self.forms[j]) == 4 and (self.forms[j][1] == "ا" or self.forms[j][2] == "ي")
        if not participle or flags & ~(wc.GIVEN | wc.SURNAME | wc.COMMON) or not flags & wc.COMMON:
            return False
        if j + 2 >= self.end or not all(self.text.words[j + 1 : j + 3]) or self.forms[j + 2] in words.OF_NAMES:
            return False
        noun, last = classify(self.forms[j + 1]), classify(self.forms[j + 2])
        plain = not noun.definite and not noun.prep and not noun.conj and noun.flags & (wc.COMMON | wc.PORTFOLIO)
        names = wc.GIVEN | wc.SURNAME | wc.NISBA | wc.FUNCTION | wc.HEAD
        return bool(plain) and not noun.flags & names and last.definite and not last.conj and not last.prep

    def _begins_another(self, j: int, word: Word) -> bool:
        """Whether a noun after a finished phrase (`closed`) is none of its own: the verb's object."""
        flags = word.flags
        if word.definite and self.last == j - 1 and self._goes_with_previous(word, classify(self.forms[j - 1])):
            return False
        if j > self.first and (self._is_object(j, word) or self._are_some(j, word)):
            return True
        nouns = wc.PORTFOLIO | wc.DOCUMENT | wc.ORGANIZATION | wc.MEDIA | wc.GROUP
        another = bool(flags & nouns) and not flags & (wc.NISBA | wc.PERSON_HEAD | wc.SURNAME)
        if self.head < 0 and self.first == self.last == j - 1 and another:
            return classify(self.forms[j - 1]).definite  # حث الزرقا القوى السياسية, نصح الحداد مجلس الوزراء
        if self.open or self.head < 0:
            return self.head < 0 and self._are_told(j, word)
        if not word.definite and (
            self._is_indefinite_object(j, word)
            or (self._is_highness() and not word.flags & (wc.PERSON_HEAD | wc.GIVEN))
        ):
            return True
        own = wc.GIVEN | wc.SURNAME | wc.NISBA | wc.HEAD
        if flags & (wc.PLACE | wc.BODY_NAME) and self.name_first < 0 and not flags & own:
            if self.head_flags & wc.HONORIFIC and self.last == self.head + (self.forms[self.last] == ".") == j - 1:
                return False  # د. السويد
            return not (self._is_of_town(j) or (self._apposed and self._name_is_next(j)))  # حاكم العاصمة باريس فلان
        if self._is_plain_noun(j, word) or self._is_of_deed(j, word):
            return True
        if word.stem == words.ORGANIZING and word.definite and self.forms[j - 1][-1] == "ه":
            return not classify(self.forms[j - 1]).flags & wc.ORGANIZATION
        return word.definite and j > self.first and (another or self._is_object_of_one(j, word))

    def _is_of_deed(self, j: int, word: Word) -> bool:
        """قرار الاتحاد المحلي القاضي بتأجيل …, خطة الوزارة الرامية إلى …: a participle that tells of the deed, or of
        the body, is none of its name; الخاص may be (القوات الخاصة)."""
        body = self.head_flags & words.IMPERSONAL and not self.head_flags & (wc.PERSON_HEAD | wc.DOCUMENT)
        return bool(body) and word.stem not in words.SPECIALS and self._is_relation(j, word)

    def _goes_with_previous(self, word: Word, previous: Word) -> bool:
        """المسؤول الرفيع المستوى; اتحاد الناشرين العرب: a people's name is an adjective behind a plural."""
        many = (
            word.stem in words.MANY
            and previous.definite
            and (previous.flags & wc.PLURAL or previous.stem.endswith(("ين", "ون", "ات")))
        )
        return bool(many) or (previous.stem, word.stem) in words.COMPOUNDS or previous.stem in words.DEGREES

    def _is_indefinite_object(self, j: int, word: Word) -> bool:
        """اعتقلت القوات حاكم …, أعلن وزير الداخلية قرار …, وانتقد المتحدث باسم اللجنة بعض الصحف."""
        flags, named = word.flags, word.flags & (wc.GIVEN | wc.SURNAME)
        if word.stem in words.QUANTIFIERS:
            return True
        if self.last != j - 1 or named:
            return False
        body = bool(self.head_flags & words.IMPERSONAL) and not self.head_flags & wc.PERSON_HEAD
        definite = classify(self.forms[j - 1]).definite
        if flags & (wc.PERSON_HEAD | wc.GROUP):
            others = flags & wc.PLURAL and not flags & (wc.MASCULINE | wc.FEMININE) and not (self.plural or self.joined)
            return body or bool(others and definite)  # وصف المحلل وزراء الحكومة
        if flags & wc.ORGANIZATION and not flags & wc.NISBA and definite:
            one = flags & wc.PLURAL or classify(self.forms[self.head]).definite
            if not body:  # طالب مدير البرنامج حكومة كذا, but behind قال a preposition is left out
                takes = not (self.plural or self._behind_objectless() or self.head_flags & wc.HONORIFIC)
                return takes and self._name_ahead(j + 1, min(j + 5, self.end)) < 0
            return bool(one)  # دعا البنك الدولي دول …, أبلغت الشرطة الفرنسية إدارة …
        deed = body and definite and flags & wc.NISBA and self._definite_follows(j)  # وصف البيت الأبيض عملية البناء
        return bool(deed or flags & wc.DOCUMENT) and not flags & wc.ORGANIZATION

    def _is_object_of_one(self, j: int, word: Word) -> bool:
        """ناشد المجلس الأعلى التدخل, اتهمت النقابة المهندسين: a deed or many people behind a finished phrase."""
        previous = classify(self.forms[j - 1])
        body = self.head_flags & words.IMPERSONAL and not self.head_flags & wc.PERSON_HEAD
        if body and not word.flags & ~(wc.COMMON | wc.OCCASION) and is_masdar(word.stem):
            return previous.definite
        many = word.flags & wc.PLURAL and word.flags & (wc.PERSON_HEAD | wc.GROUP)
        if word.flags & wc.NISBA:  # an adjective of many, but behind one body: ضابط موال للبلدية المعارضين
            body = self.head_flags & wc.PERSON_HEAD and previous.flags & wc.ORGANIZATION and previous.definite
            many = many and body and word.stem[0] == "م" and word.stem.endswith("ين")
        one = not (self.plural or self.joined or previous.flags & wc.PLURAL)
        surname = self.forms[j][-1] == "ي"  # الحدادي: the construct plural has no article
        return bool(many) and one and not surname and not self.forms[j - 1].endswith(("ين", "ون"))

    def _is_plain_noun(self, j: int, word: Word) -> bool:
        """السلطات الفرنسية القطعة, شرطة باريس القطعة: a noun that is no adjective, behind another one with the article
        or behind a place."""
        plain = word.definite and j > self.first and not word.flags & ~wc.COMMON and word.stem in words.PLAIN_NOUNS
        surname = self.head == j - 1 and self.head_flags & wc.HONORIFIC  # الدكتور الحجر
        previous = classify(self.forms[j - 1])
        return plain and (previous.definite or bool(previous.flags & wc.PLACE and self.head >= 0)) and not surname

    def _listed(self, j: int, word: Word) -> int | None:
        """Heads, bodies, places and adjectives."""
        flags = word.flags
        if not flags & wc.HEAD and (self._acts(j, word) if j == self.first else self._are_counted(j, word)):
            flags |= wc.GROUP | wc.PLURAL if self.forms[self.first] not in words.ONE_OF else wc.UNNAMED
        if flags & wc.TITLE and self._apposed and self._surname_behind(j, word):
            return self._name(j)
        if word.definite and word.stem in words.ROYAL and self._waits_for_name(j) and self._name_follows(j):
            return 1 + self._embedded(j + 1, royal=True)
        if flags & (wc.HEAD | wc.BODY_NAME | wc.MEDIA_NAME):
            return self._take_head(j, word, flags)
        if flags & wc.PLACE:
            return self._place(j, word)
        if flags & wc.COMMON and self._is_called(j, word):
            return self._name(j)
        if flags & wc.NISBA and self.head >= 0:
            if word.definite:
                self.closed, self.open = True, False
            elif not self.closed:
                self.open = False
            return self._take(j)
        return None

    def _take_head(self, j: int, word: Word, flags: int = 0) -> int:
        """An office, a source, a body by its head or by its name; `flags` where its neighbours give it others."""
        flags = flags or word.flags
        self._head(j, flags, word.definite)
        proper = flags & (wc.BODY_NAME | wc.MEDIA_NAME)
        owned = flags & wc.UNNAMED and self.forms[j].endswith(("هم", "هن"))  # أحدهم
        owned = owned or (flags & wc.HONORIFIC and self.text.last_letter(j) == "ه")  # سموه
        adjective = flags & wc.NISBA and self.head_flags & flags & wc.UNNAMED and self.head == j - 1  # مصدر مطلع
        self.open = not (word.definite or proper or owned or adjective)
        self.closed = self.closed or word.definite or bool(proper or owned)
        return self._take(j)

    def _place(self, j: int, word: Word) -> int:
        """A place; behind an honorific it is a surname (د. السويد)."""
        if word.definite and self._apposed and self.head_flags & wc.HONORIFIC and not word.flags & wc.NISBA:
            return self._name(j)
        self._head(j, word.flags, True)
        self.open, self.closed = False, True
        return self._take(j)

    def _is_called(self, j: int, word: Word) -> bool:
        """السيد أكبر الباكور, رئيس الوزراء بشر الحداد: an ordinary word before a surname is a first name."""
        plain = word.flags & wc.COMMON and not word.definite and not word.flags & (wc.HEAD | wc.FUNCTION)
        if not plain or word.prep or word.conj or not self._apposed or self.name_first >= 0 or self.last != j - 1:
            return False
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        after = classify(self.forms[j + 1])
        if not after.definite or after.flags & ~wc.SURNAME or after.prep or after.conj:
            return False
        if self.head == j - 1 and self.head_flags & wc.HONORIFIC:
            return True
        noun = word.flags & ~wc.COMMON or word.stem in words.PLAIN_NOUNS or is_masdar(word.stem)
        return bool(after.flags) and not noun and classify(self.forms[j - 1]).definite

    def _acts(self, j: int, word: Word) -> bool:
        """المتحاورون, السياسيون: the nominative of many who do something; فعاليات لبنانية."""
        if word.stem in words.ACTORS and j + 1 < self.end and self.text.words[j + 1]:
            following = classify(self.forms[j + 1])
            return bool(following.flags & wc.NISBA) and not following.definite and not following.conj
        stem = word.stem
        if not word.definite and not word.prep and j + 1 < self.end and self.text.words[j + 1]:
            following, people = classify(self.forms[j + 1]), wc.COMMON | wc.NISBA | wc.TITLE
            if following.flags & wc.NISBA and self.forms[j + 1].endswith("ون") and not following.definite:
                return True  # موردون محليون
            if stem[-1] == "و" and len(stem) > 4 and following.definite:
                return bool(classify(stem[:-1]).flags & people or classify(stem[:-1] + "ي").flags & people)
        if stem.endswith("يان") and word.flags & wc.NISBA and not word.prep:
            return True  # اقتصاديان
        many = word.definite and not word.prep and stem.endswith("ون")
        return many and ((stem[0] == "م" and len(stem) > 5) or (stem.endswith("يون") and len(stem) > 5))

    def _are_counted(self, j: int, word: Word) -> bool:
        """عدد من المستفيدين من المشروع, بعض مرافقي الوفد: behind a word of quantity participles are people."""
        if self.head >= 0 or word.prep or word.conj or classify(self.forms[self.first]).stem not in words.OF:
            return False
        if self.forms[self.first] in words.ONE_OF and any(
            classify(form).flags & wc.PERSON_HEAD for form in self.forms[j + 1 : min(j + 3, self.end)]
        ):
            return False  # أحد المستفيدين المهندس سليم الحداد
        owned = not word.definite and self.text.last_letter(j) == "ي" and self._definite_follows(j)
        return (word.definite or owned) and bool(words.PARTICIPLES.fullmatch(word.stem))

    def _definite(self, j: int, word: Word) -> int:
        """A definite noun that no list of heads has: it closes the chain, or looks definite only (اليستير بانكروف)."""
        first = self.head < 0 and j == self.first
        adjective = self._apposed and word.stem[-1] == "ي" and self._name_follows(j)  # الشاعر العصامي سليم حداد
        if not word.flags & ~wc.SURNAME and (self._apposed or first) and self._foreign_follows(j) and not adjective:
            return self._name(j)
        if self.closed and not self.open and self._new_phrase(j, word):
            return 0
        self.open, self.closed = False, True
        return self._take(j)

    def _ordinary(self, j: int) -> int:
        """An ordinary indefinite noun: one more of the chain, or a first name before an unknown word (دوري غولد)."""
        if self._apposed and not self.plural and j + 1 < self.end and self.text.words[j + 1]:
            after = classify(self.forms[j + 1])
            if not after.flags & ~wc.SURNAME and not after.prep and not after.conj and not after.definite:
                return 0 if self._is_possessed(j + 1, after) else self._name(j)  # جدد السفير قلق بلاده
        if (self._apposed or j == self.first) and j + 1 < self.end and self.forms[j + 1] in words.SON:
            return self._name(j)  # الدكتور سهل بن …, الأستاذ عابدين ولد …
        if self.closed and not self.open:
            return 0
        some = self.head_flags & (wc.UNNAMED | wc.GROUP)
        finished = self._is_described(j) or (self.head == self.last == j - 1 and self.forms[j - 1].endswith("ون"))
        if some and finished and not (self._agrees_with_previous(j) or classify(self.forms[j]).stem in words.MANY):
            return 0  # مصدر أمني أردني نبأ …, خبراء محليون سبب …, صناعيون ارتفاع …: the object
        if self.head < 0 and self.last >= self.first and self.name_first < 0 and not self.open:
            return 0
        self.open = True
        return self._take(j)

    def _agrees_with_previous(self, j: int) -> bool:
        previous, form = self.forms[j - 1], self.forms[j]
        if form in words.OTHERS:
            return self._closes(j) or self._ends_after(j)  # مصدر أمني آخر إن
        if previous.endswith(("ون", "ين", "يان")):
            return form.endswith(("ون", "ين", "ان"))
        return form[-1] in "هي" if previous[-1] == "ه" else form[0] == "م"

    def _unknown(self, j: int, word: Word) -> int:
        """An indefinite word that no list knows: the complement of an open chain, else a name."""
        flags = word.flags
        if self._is_son(j) and (self.head < 0 or self.head_flags & wc.HONORIFIC):
            return self._name(j)  # سعادة نوار بنت …
        if self._is_purpose(j):
            self.open, self.closed = False, True
            return self._take(j, 2) if self.head >= 0 and self.last == j - 1 else 0
        if self._is_abstract(j, word) or self._is_no_part(j):
            chain = not self.closed and self.last == j - 1 and j > self.first and self.head >= 0
            chain = chain and not self._is_no_part(j)
            return self._take(j) if chain else 0
        if self.open and self.head >= 0 and not self.closed:
            self.closed = bool(flags & wc.SURNAME and not self._joins(j))
            self.open = not self.closed
            return self._take(j)
        if flags & (wc.ADDRESSEE | wc.OCCASION):
            return self._take(j) if self.head >= 0 or j == self.first or not self.closed else 0
        if self.open and self.head >= 0:
            self.open, self.proper = False, True
            return self._name(j) if self.head_flags & wc.HONORIFIC else self._take(j)
        body = self.head_flags & words.IMPERSONAL and not self.head_flags & wc.PERSON_HEAD
        if self.closed and (body or self._is_of_body(j, flags)):
            predicate = self.feminine and words.PARTICIPLE.fullmatch(self.forms[j])  # ظلت المندوبية السامية متشائمة
            surnames = flags & classify(self.forms[j - 1]).flags & wc.SURNAME  # مصرف جولدمان ساكس
            verb = self.forms[j][0] in "يتس" and not surnames
            return 0 if verb or predicate else self._take(j)
        sources = self.head_flags & (wc.UNNAMED | wc.GROUP) and not self.head_flags & wc.HONORIFIC
        if sources and not flags & wc.GIVEN and (self.plural or not self._is_definite()):
            return self._take(j) if not self.proper and self.last == j - 1 and not self.closed else 0
        if self.closed or self.head < 0 or self.head_flags & wc.HONORIFIC:
            return self._name(j)
        return self._take(j)

    def _is_abstract(self, j: int, word: Word) -> bool:
        """Whether the word ends as abstract nouns do and no name (إمكانية)."""
        if word.flags & (wc.GIVEN | wc.SURNAME) or self.open or self.forms[j].startswith("ابو"):
            return False
        return self.text.raw.endswith("ية", 0, self.text.ends[j]) and not self._foreign_follows(j, True)

    def _new_phrase(self, j: int, word: Word) -> bool:
        """Whether a definite noun after a closed chain is no adjective of it (طالبت المعارضة الحكومة)."""
        if self.head_flags & wc.PLACE and not self.head_flags & wc.PERSON_HEAD:
            return True
        if word.flags & wc.NISBA or (word.stem in words.PATIENTS and words.UPON & {*self.forms[j + 1 : j + 2]}):
            return False
        many = self.head == j - 1 or (self.head == j - 2 and self.forms[j - 1].endswith(("ون", "ين")))
        if many and self.forms[self.head].endswith(("ون", "ين")) and self.plural:
            return not word.stem.endswith(("ون", "ين", "جدد", "كبار", "ه")[: 5 if self.head == j - 1 else 4])
        if self.proper or (
            self.head < 0 and self.first == self.last and word.flags & wc.COMMON and not word.flags & wc.SURNAME
        ):
            return True
        if self.head == self.first == self.last and self.feminine and self.head_flags & wc.ORGANIZATION:
            return not word.stem.endswith(("ه", "ا", "ي"))
        return False
