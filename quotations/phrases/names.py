"""Names inside a noun phrase: where a person's name goes on and ends."""

from quotations.matching import forms_of
from quotations.phrases.name_words import NameWords
from quotations.words import phrase_words as words
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.morphology import is_masdar
from quotations.words.repeated import repeated
from quotations.words.wordclass import Word, classify

_OF_OFFICE = forms_of("في لدى بين")


class Names(NameWords):
    """The steps that read a person's name."""

    def _after_name(self, j: int, word: Word) -> int:
        """Inside a name: its next word, or the title that follows it."""
        flags = word.flags
        if word.prep and word.flags & ~(wc.GIVEN | wc.SURNAME):
            return self._name(j) if self._only_looks_prepositional(j, word) else self._preposition(j, word)
        counts = word.stem in words.QUANTIFIERS and not self._ends(j + 1)  # دعا سليم الحداد جميع الأطراف
        if self._is_object(j, word) or self._is_phrase(j) or counts:
            return 0
        if self.name_last == j - 1 and self.name_last - self.name_first < 5:
            if self._is_origin(j, word):
                self.title_after = True
                return self._take(j)
            if self._in_name(j, word):
                return self._name(j)
            if self._is_new_name(j, word):
                self.name_first = self.name_last = -1
                self.closed, self.open = True, False
                return self._noun(j, word)
        if flags & (wc.PERSON_HEAD | wc.UNNAMED | wc.GROUP):
            if self._are_others(j, word) or self._is_anothers_office(j, word):
                return 0
            self.title_after, self.closed = True, word.definite
            self.open = not word.definite
            self._head(j, flags, word.definite)
            return self._take(j)
        return 0

    def _are_others(self, j: int, word: Word) -> bool:
        """وطالب المقدم سليم أصحاب المحلات, خاطب حداد جمهور الندوة: one person is not many: the verb's object."""
        if self.plural or self.joined or word.flags & (wc.MASCULINE | wc.FEMININE | wc.UNNAMED):
            return False
        known = classify(self.forms[j - 1]).flags & (wc.GIVEN | wc.SURNAME)
        if self.head < 0 and self.name_first == j - 1 and not known:
            return False  # وحلل باحثون: the first word may be a verb
        family = self.forms[j][-1] == "ي" and not self._adjective_follows(j)
        return bool(word.flags & (wc.GROUP | wc.PLURAL)) and not family

    def _is_anothers_office(self, j: int, word: Word) -> bool:
        """استقبل الأمير سليم الحداد رئيس البلدية كمال السعيد: the office has its own name behind it; not مستشار الرئيس
        كمال السعيد, whose name is of whom it serves. A lone word before it may be no name (سئل رئيس البلدية)."""
        named = classify(self.forms[self.name_first]).flags & wc.GIVEN or 0 <= self.head < self.name_first
        if not named or self.name_last == self.name_first or self.joined or word.conj or word.prep:
            return False
        np = self._parse(j) if word.flags & wc.TITLE and not word.flags & (wc.KIN | wc.UNNAMED) else None
        if np is None or np.head != j or np.name_last == np.name_first or np.name_first <= j + 1:
            return False
        first, before = classify(self.forms[np.name_first]), classify(self.forms[np.name_first - 1])
        if not first.flags & wc.GIVEN or first.definite or first.prep or not before.definite:
            return False
        between = (classify(f).flags for f in self.forms[j + 1 : np.name_first])
        return not any(x & (wc.PERSON_HEAD | wc.UNNAMED) and not x & wc.PLURAL for x in between)

    def _in_name(self, j: int, word: Word) -> bool:
        """Whether the word after a name still belongs to it."""
        flags, form = word.flags, self.forms[j]
        length = self.name_last - self.name_first + 1
        previous = self._named_word(j - 1)
        known = previous.flags & (wc.GIVEN | wc.SURNAME) or not previous.flags
        known = known and not (previous.flags == wc.SURNAME and word.flags & wc.COMMON)  # الرئيس بوتين الحق في …
        if (
            (form in words.OF_FAITH and not previous.definite)
            or (form in words.OF_NAMES and known)
            or self._is_of_god(j, word)
        ):
            return True
        named = bool(flags & (wc.GIVEN | wc.SURNAME))
        if self._is_past_name(j, word, length):
            return False
        if length == 1 and self._is_middle(j, word):
            return True
        plain = flags & (wc.COMMON | wc.OCCASION | wc.DOCUMENT) or word.stem in words.PLAIN_NOUNS
        common = (
            (plain or self._is_one_noun_more(j, word)) and not named and not (length < 4 and self._said_again(j, word))
        )
        if word.definite and j + 1 < self.end and self._is_whose_life(j, word):
            return False
        if common and self._is_ordinary(j, word, length):
            return False
        titled = 0 <= self.head < self.name_first and (not previous.flags & wc.SURNAME or form[:2] == "ال")
        introduced = length == 1 and (previous.flags & wc.GIVEN or titled)  # سمى الرئيس بوتين أوكرانيا
        if flags & wc.PLACE and not flags & wc.SURNAME and not introduced:
            return False
        if flags & (wc.HEAD | wc.HONORIFIC):
            decided = (self._definite_title if form.startswith("ال") else self._title)(j, flags, length, named)
            if decided is not None:
                return decided
        if flags & wc.NISBA and not word.definite and length > 1 and not named:
            # محمد سيد طنطاوي, عبد الرضا عباسيان, not علي حسن مصري الجنسية
            last = length == 2 or self.forms[j - 2] in words.SON  # سليم بن علي صحراوي
            return form.endswith(("اوي", "يان")) or (last and self._closes(j) and self._behind_objectless())
        return named or not (flags & wc.FUNCTION or self._is_entitled(form, flags))

    def _is_middle(self, j: int, word: Word) -> bool:
        """محمد صاحب الدراجي, محمد راتب الشامي, خالد مرضي العنزي: a title or an ordinary word between a first name and
        a family's name."""
        if word.flags & wc.HONORIFIC:
            return not self.forms[j].startswith("ال") and self._surname_follows(j)
        kinds = wc.COMMON | (wc.PLURAL | wc.TITLE | wc.GROUP | wc.ADDRESSEE if word.flags & wc.PLURAL else 0)
        if word.flags & ~kinds or word.definite or word.prep or word.conj or j + 1 >= self.end:
            return False
        w = classify(self.forms[j + 1])
        family = w.definite and w.flags & wc.SURNAME and not w.flags & (wc.HEAD | wc.PORTFOLIO | wc.PLACE)
        if not family or w.prep or w.conj or not self._named_word(j - 1).flags & wc.GIVEN:
            return False
        return self.forms[j + 1][-1] == "ي" and (0 <= self.head < self.name_first or self._ends_name(j + 2))

    def _ends_name(self, k: int) -> bool:
        """Whether a name may end before token `k`: what is said, a sign, a frame, who he is."""
        if self._ends(k):
            return True
        w = classify(self.forms[k])
        office = w.flags & wc.TITLE and not w.definite
        return not w.conj and bool(w.flags & (wc.PREPOSITION | wc.RELATIVE | wc.TIME) or office)

    def _is_entitled(self, form: str, flags: int) -> bool:
        """بعنوان, بصفة: a word before the title of a work that has its preposition in it."""
        prefixed = flags & wc.NAME_MARK and form[0] == "ب" and len(form) > 4
        return bool(prefixed and classify(form[1:]).flags & (wc.NAME_MARK | wc.COMMON))

    def _is_apart(self, j: int, office: Word) -> bool:
        """الحداد أمس, الحداد عن السدود: a time, and a preposition that tells no more of an office (المهندس في …)."""
        if j >= self.end:
            return False
        w = classify(self.forms[j])
        apart = w.flags & wc.PREPOSITION and not w.prep and self.forms[j] not in _OF_OFFICE
        return bool(w.flags & wc.TIME or apart) and not self._takes(office, self.forms[j])

    def _is_one_noun_more(self, j: int, word: Word) -> bool:
        """أماط فلان البرقان اللثام عن …: behind a surname with its article one noun more, and only here."""
        before = self.forms[j - 1]
        if not word.definite or word.flags or self.forms[j][-1] == "ي" or not classify(before).definite:
            return False
        if before in words.OF_NAMES or self.name_last - self.name_first < 1 or self.forms[j - 2] in words.JOINS:
            return False
        return not classify(word.stem).flags & (wc.GIVEN | wc.SURNAME)

    def _is_past_name(self, j: int, word: Word, length: int) -> bool:
        """سليم الحداد فاكتفى بـ…, سليم الحداد صباح اليوم: the next clause, and the time."""
        if self._is_year(j):
            return True
        digit = self.forms[j][0].isdigit()
        if length == 1 and not digit:
            rank = word.flags & wc.HONORIFIC and word.definite
            named = j + 1 < self.end and self._name_begins(j + 1, classify(self.forms[j + 1]))
            return bool(rank) and named  # كرم الأمير سليم بن …: a verb that is a name too
        if (not word.flags and self.forms[j].startswith("فا")) or digit:
            return True
        if not word.flags and self.forms[j][0] == "ل" and len(self.forms[j]) > 5 and is_masdar(self.forms[j][1:]):
            return True  # سليم الحداد لتسليط الضوء
        if self.forms[j + 1 : j + 2] == ["عن"] and any(
            r.shape in ("past", "present") for r in lookup(self.forms[j])[0]
        ):
            return True  # سليم حداد يعرب عن …
        return bool(word.flags & wc.TIME) and self._time_follows(j)

    def _is_year(self, j: int) -> bool:
        """سليم الحداد العام الماضي: no more of the name, and no office in general."""
        return self.forms[j : j + 1] == [words.YEAR] and j + 1 < self.end and self.forms[j + 1] in words.WHEN

    def _time_follows(self, j: int) -> bool:
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        return bool(w.flags & wc.TIME) or w.stem == "يوم" or self.forms[j + 1][0].isdigit()

    def _is_ordinary(self, j: int, word: Word, length: int) -> bool:
        """Whether an ordinary word after a name is none of it: an object (أضاف توريس الهدف الثالث), not بطرس حرب."""
        noun = word.stem in words.PLAIN_NOUNS or word.flags & wc.PORTFOLIO or is_masdar(word.stem)
        bracket = length > 1 and self.forms[j + 1 : j + 2] == ["("] and j + 2 < self.end
        if bracket and classify(self.forms[j + 2]).flags & wc.TITLE:
            return False  # كمال محمد قلم (أستاذ الزراعة)
        if 1 < length < 7 and self._is_family(j, word):
            return False
        if word.definite and noun and not repeated(self.text).again(self.forms[j - 1], self.forms[j]):
            return length > 1 or not (self._closes(j) or self._is_described_next(j))
        if length > 1 and not noun and not word.definite and word.stem[-1] not in "ها":
            goes_on = j + 1 < self.end and self.forms[j + 1] not in ".!؟" and self._ends_after(j)
            return not (goes_on and self._behind_objectless())  # قال حسن كريم خضير قائد …
        if word.flags & wc.OCCASION and not word.definite and length == 1 and self.text.last_letter(j) == "ة":
            return not self._closes(j)  # انتقد ياغي زيارة الوفد
        given = length == 1 and self._named_word(j - 1).flags & wc.GIVEN
        if given and words.PARTICIPLE.fullmatch(word.stem) and not word.definite:
            return True  # فرناندا مرتبطة بعقد
        also = self.text.words[j + 1] and bool(classify(self.forms[j + 1]).conj)
        titled = 0 <= self.head < self.name_first
        if (
            length == 1
            and also
            and not word.definite
            and ((titled and given) or (len(word.stem) > 3 and word.stem[-1] == "ي"))
        ):
            return False  # رئيس الشركة سليم جواهري وأعضاء …, وزير الري بطرس حرب وعدد …
        return length > 1 or not (word.definite or self._ends_after(j))

    def _is_family(self, j: int, word: Word) -> bool:
        """محمد بن سليم العلوي وهو …, سليم عوض الله المدني إن: a family's name, which looks like an adjective."""
        if not word.definite or word.prep or word.conj or word.stem in words.PLAIN_NOUNS:
            return False
        doing = word.stem[0] == "م" or word.stem[1] == "ا"  # المتوجه إلى …, القادم من …
        ends = self._ends(j + 1) or (not doing and self._is_apart(j + 1, word))
        if word.stem[-1] != "ي" and not (ends and self._behind_objectless()):
            return False  # قال سعيد شاهين المرر إن, قال عبد السلام الهدهد خلال …
        if word.flags & (wc.HEAD | wc.PORTFOLIO | wc.TIME | wc.PLACE):
            return False
        previous = classify(self.forms[j - 1])
        known = previous.flags & (wc.GIVEN | wc.SURNAME) or self.forms[j - 1] in words.OF_NAMES
        known = known or self.forms[j - 2] in words.JOINS  # عبد السلام النهري
        return bool(known) and (self._closes(j) or (self._ends(j + 1) or self._behind_objectless()))

    def _is_whose_life(self, j: int, word: Word) -> bool:
        """عابد المشرف على المسابقة, سليم مقداد المولود في …: what he does, where he was born, what he has won."""
        if word.flags & wc.TITLE and self._takes(word, self.forms[j + 1]):
            return True
        if word.stem.removesuffix("ه") not in words.BORN:
            return False
        w = classify(self.forms[j + 1])
        return bool(w.prep) or bool(w.flags & (wc.PREPOSITION | wc.RELATIVE)) or self.forms[j + 1][0].isdigit()

    def _behind_objectless(self) -> bool:
        """قال المهندس …: no object follows such a verb."""
        if self.first == 0:
            return False
        return any(r.facts & vf.NO_OBJECT and not r.has_object for r in lookup(self.forms[self.first - 1])[0])

    def _behind_report(self) -> bool:
        """Whether a finite verb of reporting stands right before the phrase."""
        verbs = lookup(self.forms[self.first - 1])[0] if self.first else []
        return any(r.shape in ("past", "present") for r in verbs)

    def _is_described_next(self, j: int) -> bool:
        """علي القيم معاون …, زين العابدين بن …: a title or more of the name follows."""
        if j + 1 >= self.end:
            return True
        w = classify(self.forms[j + 1])
        return self._joins(j + 1) or (bool(w.flags & wc.TITLE) and not w.conj and not w.prep)

    def _is_of_god(self, j: int, word: Word) -> bool:
        """سليم أمان الله."""
        plain = not word.definite and not word.prep and not word.conj and not word.flags & ~(wc.COMMON | wc.SURNAME)
        return plain and j + 1 < self.end and self.forms[j + 1] in words.OF_NAMES

    def _takes(self, word: Word, prep: str) -> bool:
        return prep in words.GOVERNED.get(word.stem, ())

    def _said_again(self, j: int, word: Word) -> bool:
        plain = not word.definite and not word.prep and not word.conj
        return plain and repeated(self.text).again(self.forms[j - 1], self.forms[j])

    def _definite_title(self, j: int, flags: int, length: int, named: bool) -> bool | None:
        """Whether a title with the article is the surname after all; None where nothing says that it is a title."""
        if length > 1 and flags & wc.SURNAME and (self._closes(j) or self._is_apart(j + 1, classify(self.forms[j]))):
            return True  # حسن عبد الله الشيخ
        if flags & wc.PLURAL and self.forms[j][-1] == "ي":
            return True  # الدراجي: the construct plural دراجي takes no article
        if flags & wc.TITLE and {*self.forms[j + 1 : j + 2]} & words.GENERAL and not self._is_year(j + 1):
            return False  # سليم حداد الأمين العام
        roles = wc.SPOKESPERSON | wc.ORGANIZATION
        adjective = self._adjective_follows(j) and not self._is_year(j + 1)
        if length == 1 and not adjective and (named or not flags & (roles | wc.HONORIFIC)):
            return None
        return (length == 1 or bool(flags & wc.SURNAME)) and self._title_begins(j + 1) and not flags & roles

    def _title(self, j: int, flags: int, length: int, named: bool) -> bool | None:
        """Whether an indefinite title is the surname (قاسم حداد) or an office (أرشافين قائد الفريق)."""
        if j + 1 < self.end and self.forms[j + 1] in ("عام", "سر", "صندوق"):
            return False
        if length == 1 and flags & wc.SURNAME and not flags & (wc.GIVEN | wc.HONORIFIC) and self._title_begins(j + 1):
            return True  # زهير حداد رئيس اللجنة
        if length == 1 and (self._closes(j) or self._stands_before_frame(j)):
            return True
        if flags & wc.PLURAL and self.forms[j][-1] == "ي" and length > 1:
            return not self._has_genitive(j)  # سليم بن خالد حدادي
        return False if not named or (flags & wc.TITLE and self._has_complement(j)) else None

    def _has_genitive(self, j: int) -> bool:
        """أبلغ سليم حداد محافظي الأقاليم: of a plural in ـي the genitive tells, whatever it is."""
        following = classify(self.forms[j + 1])
        noun = following.definite and not following.prep and not following.flags & (wc.TITLE | wc.RELATIVE)
        return noun or self._has_complement(j)

    def _stands_before_frame(self, j: int) -> bool:
        """الوزير نبيل قسيس في لقاء: behind a title and a first name no other office comes before a preposition."""
        titled = 0 <= self.head < self.name_first
        if not (titled or self._behind_objectless()) or j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        prep = self.forms[j + 1]
        w = classify(prep)
        office, others = classify(self.forms[j]), wc.UNNAMED | wc.SPOKESPERSON | wc.KIN | words.IMPERSONAL
        framed = w.flags & wc.PREPOSITION and not w.prep and not self._takes(office, prep)
        framed = framed or (titled and w.conj == "و")  # الوزير نبيل قسيس وعدد من …
        return bool(framed and office.flags & wc.TITLE) and not office.flags & others

    def _is_new_name(self, j: int, word: Word) -> bool:
        """وكيل جامعة الملك عبد العزيز الدكتور فلان: the first name was a body's, the title begins the person's."""
        if not (
            word.flags & wc.HONORIFIC
            and word.definite
            and self.head_flags & wc.PERSON_HEAD
            and self.head < self.name_first
        ):
            return False
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        return bool(w.flags & wc.GIVEN or not w.flags) and not w.definite and not w.prep and not w.conj
