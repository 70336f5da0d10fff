"""و inside a noun phrase: more of a portfolio, another office, another speaker."""

from quotations.phrases.place import NamesByPlace
from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.wordclass import Word, classify


class Conjunctions(NamesByPlace):
    """The steps over و."""

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
            if self.plural:
                self._join(j)  # علماء وأكاديميون
            else:
                self.head_flags = word.flags  # مؤسسة ورئيسة المركز: two offices of one person
            return self._take(j)
        deed = word.definite and self._adjective_follows(j)  # هيئة الرقابة والادعاء العام
        if word.conj != "و" or word.flags & wc.FUNCTION & ~wc.TIME or (lookup(self.forms[j])[0] and not deed):
            return 0
        if self.name_first >= 0 and not self.title_after:
            return self._behind_name(j, word)
        if self.title_after and word.flags & wc.GIVEN and not word.definite and self._name_goes_on(j):
            self._join(j)
            self.plural = True  # فلان الوزير المكلف وفلان كاتب الدولة
            self.title_after, self.name_first, self.name_last = False, -1, -1
            return self._name(j)
        if self._is_relation(j, word):
            return 0
        if word.definite or word.flags & (wc.HEAD | wc.PORTFOLIO | wc.NISBA | wc.PLACE | wc.BODY_NAME):
            offices = word.flags & self.head_flags & wc.PERSON_HEAD and not (word.flags | self.head_flags) & wc.PLURAL
            if not offices and (
                (word.flags & (wc.BODY_NAME | wc.HEAD) or word.flags & self.head_flags & wc.PLACE)
                and self.head == self.first
                and self.head_flags & (wc.PLACE | wc.BODY_NAME | wc.ORGANIZATION | wc.UNNAMED | wc.GROUP | wc.MEDIA)
                and not (deed and lookup(self.forms[j])[0])
                and not self._is_more_of_idafa(j, word)
            ):
                self._join(j)
            self.closed = True
            waits = wc.HEAD | wc.NAME_MARK | wc.PORTFOLIO
            adjective = word.flags & wc.NISBA and not (word.flags & wc.PORTFOLIO and self._definite_follows(j))
            proper = adjective or word.flags & (wc.PLACE | wc.BODY_NAME)
            self.open = not word.definite and bool(word.flags & waits) and not proper
            return self._take(j)
        return 0

    def _is_more_of_idafa(self, j: int, word: Word) -> bool:
        """هيئة شؤون الأسرى والمحررين: a plural in the genitive behind another one is no subject beside the body."""
        before = classify(self.forms[j - 1])
        many = before.flags & wc.PLURAL or before.stem.endswith(("ين", "ات"))
        return word.definite and word.stem.endswith("ين") and j - 1 > self.head and before.definite and bool(many)

    def _is_its_second_office(self, j: int) -> bool:
        """صاحب الفكرة ومطلقها سليم حداد, مخرجة العمل وكاتبته هدى العلي: what else its holder is, before the name."""
        one = self.head_flags & wc.PERSON_HEAD and self.closed and not self.open and not self.plural
        if not one or self.name_first >= 0:
            return False
        noun = self.forms[j][1:]
        ending = next((pronoun for pronoun in ("ها", "هم", "ه") if noun.endswith(pronoun)), "")
        if not ending or self.text.last_letter(j) == "ة" or classify(noun).flags & wc.GIVEN:
            return False
        agent = noun.removesuffix(ending).removesuffix("ت")
        flags = classify(agent).flags
        office = flags & wc.TITLE or (len(agent) == 4 and (agent[0] == "م" or agent[1] == "ا"))
        return bool(office) and not flags & wc.KIN and self._name_is_next(j)

    def _is_relation(self, j: int, word: Word) -> bool:
        """… الصادر عن الشركة والمنشور على …, القرار القاضي بكذا: a participle that tells of a document or a deed."""
        related = word.definite and word.stem.removesuffix("ه") in words.RELATED
        if not related or j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        return self.forms[j + 1] in ("علي", "في", "عن", "من", "الي") or classify(self.forms[j + 1]).prep in ("ب", "ل")

    def _behind_name(self, j: int, word: Word) -> int:
        """و behind a name: another speaker, another office of the same one, or more of a foreign name."""
        if self._only_looks_joined(j, word):
            return self._name(j)
        if self._is_second_office(j, word):
            self.title_after, self.open, self.closed = True, True, False
            return self._take(j)
        if self._is_second_of_two(j, word):
            self._join(j)
            self.plural = True
            self.name_first = self.name_last = -1
            return self._name(j)
        if (word.flags & (wc.GIVEN | wc.HEAD) or (self.joined and word.flags & wc.NISBA)) and (
            word.definite or word.flags & (wc.GIVEN | wc.TITLE | wc.ORGANIZATION)
        ):
            self._join(j)
            self.plural = True
            self.name_first = self.name_last = -1
            return self._take(j)
        return 0

    def _is_second_of_two(self, j: int, word: Word) -> bool:
        """الباحثان جون هارتن وكينيث بالوري: behind a dual with the article no list need know the second name."""
        dual = classify(self.forms[self.first])
        two = dual.definite and dual.stem.endswith(("ان", "تين")) and self.first == self.head
        if not two or self.joined or self.name_first <= self.first or self.text.slice(j, j).startswith("وال"):
            return False
        return not word.flags & ~(wc.GIVEN | wc.SURNAME | wc.COMMON) and not lookup(self.forms[j])[0]

    def _only_looks_joined(self, j: int, word: Word) -> bool:
        """جو وينسار: an ordinary indefinite noun joins no foreign name."""
        ordinary = not word.flags & ~wc.COMMON and not word.definite and not word.prep
        alone = self.name_first == self.name_last == j - 1 and not classify(self.forms[j - 1]).flags & wc.COMMON
        return ordinary and alone and self._closes_or_frames(j)

    def _closes_or_frames(self, j: int) -> bool:
        return self._closes(j) or bool(classify(self.forms[j + 1]).flags & (wc.PREPOSITION | wc.TIME | wc.ADVERB))

    def _is_second_office(self, j: int, word: Word) -> bool:
        """مساعد المدير الدكتور فلان ورئيس القسم: an office without a name behind a titled name is his too."""
        offices = wc.TITLE & word.flags and not word.flags & (wc.PLURAL | wc.GIVEN | wc.KIN | wc.HONORIFIC)
        if not offices or word.definite or self.joined or not 0 <= self.head < self.name_first:
            return False
        other = self._parse(j)
        return other is not None and not other.has_name and not other.joined

    def _definite_follows(self, j: int) -> bool:
        """الاتصالات وتقنية المعلومات: a noun, not the adjective that is written like it."""
        return j + 1 < self.end and self.text.words[j + 1] and classify(self.forms[j + 1]).definite
