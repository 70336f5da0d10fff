"""Words of a person's name that look like others: والت, باسهل, علي, باسم, and the words before which a name goes on."""

from quotations.phrases.ali import is_upon, writes_ala
from quotations.phrases.outside import Outside
from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.repeated import repeated
from quotations.words.wordclass import Word, classify


class NameWords(Outside):
    """The steps over words that are names in their place only."""

    def _only_looks_prefixed(self, j: int, word: Word) -> bool:
        """والت ويتمان, برهان غليون: a rare name whose first letter looks like a proclitic before an ordinary word.

        After a verb no subject begins with و, and after ب or ل nobody but a name is said twice in a row in one text.
        """
        if (
            not (word.conj or word.prep)
            or word.definite
            or word.flags & ~(wc.COMMON | wc.SURNAME | wc.GIVEN)
            or j + 1 >= self.end
            or not self.text.words[j + 1]
        ):
            return False
        w = classify(self.forms[j + 1])
        if w.prep or w.conj or w.definite or w.flags & ~(wc.SURNAME | wc.GIVEN) or lookup(self.forms[j + 1])[0]:
            return False
        if word.conj and word.stem in words.VERBS:
            return False  # وحاول فان دايك
        return word.conj == "و" or repeated(self.text).again(self.forms[j], self.forms[j + 1])

    def _only_looks_prepositional(self, j: int, word: Word) -> bool:
        """هديل محمد باسهل مشرفة …, مايك بروك، الصحافي …: a surname, not ب and a word, for a title follows."""
        if (
            word.prep != "ب"
            or word.conj
            or word.definite
            or word.flags & ~(wc.COMMON | wc.SURNAME | wc.GIVEN)
            or self.name_last != j - 1
        ):
            return False
        if repeated(self.text).again(self.forms[j - 1], self.forms[j]):
            return True
        k = j + 1
        comma = k < self.end and self.forms[k] in "،,"
        k += comma
        if k >= self.end or not self.text.words[k]:
            return False
        w = classify(self.forms[k])
        office = bool(w.flags & wc.TITLE) and not w.conj and not w.prep
        return office and (comma or not w.definite or not word.flags)

    def _ali_goes_on(self, j: int) -> bool:
        """Whether علي inside a phrase is the name; in Egypt both words have ي, some hands write both with ى."""
        if j == self.first:
            return False
        written = self.text.last_letter(j)
        following = classify(self.forms[j + 1]) if self.text.words[j + 1] else None
        named = bool(
            following
            and following.flags & (wc.GIVEN | wc.SURNAME)
            and (not following.flags & wc.COMMON or self._ends(j + 2))
            and not following.prep
        )
        if written == "ى":
            rank = self.last == j - 1 and classify(self.forms[j - 1])
            named = named or bool(
                following and following.flags & wc.GIVEN and not following.prep and self._foreign_follows(j + 1, True)
            )
            return bool(
                rank
                and rank.definite
                and rank.flags & wc.TITLE
                and named
                and not self.open
                and not self._governed(j, "علي")
            )
        strange = following and following.definite and not following.flags & ~wc.SURNAME
        if strange and self.head == j - 1 == self.last and self.head_flags & wc.HONORIFIC:
            return True  # سعادة علي القطيطي
        if self.title_after or not (self.name_first >= 0 or self.closed):
            return False
        if named or following is None:
            return True
        in_name = self.name_first >= 0 and self.name_last == j - 1
        return writes_ala(self.text) or (in_name and self.name_first == j - 1 and not following.flags & wc.COMMON)

    def _goes_on_as_name(self, j: int, word: Word) -> bool:
        """عبد الله الثاني, جيرارد فان بوهيمن, عبد الله فوال."""
        form = self.forms[j]
        if form in words.ORDINALS or self._stands_alone(j):
            return True
        if form in ("لا", "لو"):  # سالفاتوري لا فورا, برونو لو باتر; not لا يستبعد
            verbal = self.forms[j + 1 : j + 2] and self.forms[j + 1][0] in "يتنا"
            return self.name_first == self.name_last == j - 1 and self._foreign_follows(j) and not verbal
        if form in words.IN_NAMES and word.flags & wc.THAT:
            return self.text.alif(j) == "ا" and self._foreign_follows(j)
        looks_joined = word.conj == "ف" and not word.definite and not word.prep
        verb = any(r.shape in ("past", "present") for r in lookup(form)[0])  # مريم فتقول
        return looks_joined and not verb and not word.flags & wc.FUNCTION and self.name_first == j - 1

    def _follows_honorific(self, j: int, word: Word) -> bool:
        """السيد كابيليني, السيدة لوران: behind an honorific alone what no list knows is a surname, no preposition."""
        title = self.head_flags & wc.HONORIFIC and self.head == self.last == j - 1 and self.closed
        return bool(title) and not (word.flags or word.definite or word.conj) and len(word.stem) > 3

    def _names_body(self, j: int, word: Word) -> bool:
        """معهد بكلفير: a body's noun without the article waits for its name, and what no list knows
        is one, no preposition."""
        if not self.open or self.last != j - 1 or word.definite or word.conj or word.flags & ~(wc.GIVEN | wc.SURNAME):
            return False
        body = classify(self.forms[j - 1])
        return bool(body.flags & wc.ORGANIZATION) and not body.definite and len(word.stem) > 3

    def _stands_alone(self, j: int) -> bool:
        """عبد الكريم خلف، إن: a preposition that governs nothing is a surname."""
        if self.forms[j] not in words.NAMES_TOO or not self._in_name_at(j):
            return False
        return self._ends(j + 1) or bool(classify(self.forms[j + 1]).flags & (wc.TITLE | wc.PREPOSITION))

    def _names_with_god(self, j: int, word: Word) -> bool:
        """محمد عبد الرحمن جاب الله, سليم الجار الله: behind a name a word before الله is one of it, no verb of speech
        and no blessing."""
        if self.name_last != j - 1 or j >= self.end - 1 or word.prep or word.conj or word.flags & wc.FUNCTION:
            return False
        form = self.forms[j]
        return form not in words.BLESSINGS and form[0] not in "يتن" and not lookup(form)[0]

    def _is_called_so(self, j: int) -> bool:
        """رجل يدعى سليم حداد: the name of somebody without the article; from the next token on it is one."""
        person = self.head_flags & (wc.PERSON_HEAD | wc.UNNAMED) and not self.head_flags & wc.ORGANIZATION
        if not person or self.last != j - 1 or self.name_first >= 0 or classify(self.forms[self.head]).definite:
            return False
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        if w.definite or w.prep or w.conj or w.flags & ~(wc.GIVEN | wc.SURNAME | wc.COMMON):
            return False
        self.name_at, self.open, self.closed = j + 1, False, True
        return True

    def _is_behind_von(self, j: int) -> bool:
        """فون دير لاين, فان دن بروك: the article of the Germans and the Dutch, and what it stands before."""
        before = self.forms[j - 1]
        if before in words.VON:
            return self.forms[j] in words.DER
        return before in words.DER and j - 2 >= self.name_first and self.forms[j - 2] in words.VON

    def _in_name_at(self, j: int) -> bool:
        """Whether the word before token `j` is a name's."""
        return self.name_first >= 0 and self.name_last == j - 1

    def _is_relative(self, j: int) -> bool:
        """ماهر مرجان ابن خال الرئيس, ابن جلدتها: whose son he is, and no part of the name."""
        if j + 1 >= self.end:
            return False
        return bool(classify(self.forms[j + 1]).flags & wc.KIN) or self.forms[j + 1].endswith(("ها", "هم", "هما"))

    def _given_phrase(self, j: int) -> int:
        """A given name of several words (بان كي، سيف الإسلام) where a name may begin or go on."""
        for parts, flags in wc.phrases().get(self.forms[j], ()):
            stop = j + len(parts)
            if flags & wc.GIVEN and stop <= self.end and tuple(self.forms[j:stop]) == parts:
                if is_upon(self.text, stop - 1) and not self._strange_follows(stop - 1):
                    continue  # وضع محمد على المائدة …
                waits = j == self.first or (self.closed and self.head_flags & wc.PERSON_HEAD)
                if self.name_last != j - 1 if self.name_first >= 0 else not waits:
                    return 0
                for k in range(j, stop):
                    self._name(k)
                return len(parts)
        return 0

    def _embedded(self, j: int, royal: bool = False) -> int:
        """مدير مركز محمد بن سليم, حزب نور الدين, مدير فعاليات عيد النهر: the name of a body in an office, not of its
        holder; a king (`royal`) goes by one name (مدير مستشفى الملك كمال سليم الحداد)."""
        k = j + 1
        while k < self.end and k - j < 5 and self.text.words[k]:
            w = classify(self.forms[k])
            joins = self.forms[k] in words.IN_NAMES or self.forms[k] in words.OF_FAITH or self._joins(k - 1)
            if not joins and (
                (royal and not w.definite)
                or w.prep
                or w.conj
                or w.flags & (wc.HONORIFIC | wc.FUNCTION | wc.NISBA)
                or w.flags & wc.HEAD
                or not w.flags & (wc.GIVEN | wc.SURNAME | wc.PLACE)
            ):
                break
            k += 1
        self.open, self.closed = False, True
        return self._take(j, k - j)

    def _is_called_basim(self, j: int) -> bool:
        """المهندس باسم بن عودة: the given name after a title that speaks for nobody."""
        if (
            not self.head_flags & wc.PERSON_HEAD
            or self.head_flags & wc.SPOKESPERSON
            or self.head != j - 1
            or not self.closed
        ):
            return False
        return bool(self.head_flags & wc.HONORIFIC) or (j + 1 < self.end and self.forms[j + 1] in words.IN_NAMES)

    def _surname_follows(self, j: int) -> bool:
        """محمد صاحب الدراجي: a word that is a title too stands between a given name and a surname with the article."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        return (
            w.definite
            and bool(w.flags & wc.SURNAME)
            and not w.flags & (wc.NISBA | wc.PORTFOLIO | wc.PLACE)
            and not w.conj
            and not w.prep
        )

    def _strange_follows(self, j: int) -> bool:
        """Whether a word with the article follows that is a surname or that no list knows."""
        w = classify(self.forms[j + 1]) if j + 1 < self.end and self.text.words[j + 1] else None
        return w is not None and w.definite and not (w.flags & ~wc.SURNAME or w.conj or w.prep)

    def _is_origin(self, j: int, word: Word) -> bool:
        """كاليداسة الهندي: the adjective of a country after a foreign name is no surname."""
        if (
            not (word.flags & wc.NISBA and word.definite)
            or word.flags & (wc.SURNAME | wc.GIVEN)
            or word.conj
            or word.prep
        ):
            return False
        return not any(
            self._named_word(k).flags & wc.GIVEN or self.forms[k] in words.JOINS  # عبد السلام النهري
            for k in range(self.name_first, j)
            if self.text.words[k]
        )

    def _name_begins(self, k: int, w: Word) -> bool:
        """Whether a person's name begins at token `k`: a given name, or an honorific before one."""
        if w.definite and w.flags & wc.HONORIFIC and k + 1 < self.end and self.text.words[k + 1]:
            k += 1
            w = classify(self.forms[k])
        if self.forms[k] == "علي":
            return self._ali_begins(k) and self.text.last_letter(k) == "ي"
        return (
            bool(w.flags & wc.GIVEN)
            and (not w.flags & wc.COMMON or self._name_goes_on(k))
            and not w.definite
            and not w.prep
            and not w.conj
        )

    def _title_begins(self, j: int) -> bool:
        """محمد الشيوخ نائب رئيس …: an indefinite office after a definite word shows that this was the surname."""
        if j >= self.end or not self.text.words[j]:
            return False
        w = classify(self.forms[j])
        if w.definite and w.flags & wc.SPOKESPERSON and not w.conj and not w.prep:
            return True
        return bool(w.flags & wc.TITLE) and not w.definite and not w.conj and not w.prep and not w.flags & wc.GIVEN

    def _waits_for_name(self, j: int) -> bool:
        """مدير مركز …, مدير فعاليات …: a noun that is no person's stands open before token `j`."""
        if not self.open or self.last != j - 1 or j == self.first:
            return False
        office = classify(self.forms[j - 1]).flags
        bodies = wc.ORGANIZATION | wc.NAME_MARK | wc.PORTFOLIO | wc.OCCASION
        return bool(office & bodies) and not office & wc.PERSON_HEAD

    def _bears_name(self, j: int) -> bool:
        """الأستاذ في جامعة ابن زهر, الطبيبة بمستشفى سيدي فرج: whose name a body bears in which somebody is."""
        if not self._waits_for_name(j) or j - 2 < self.first or j == self.name_at:
            return False
        body = classify(self.forms[j - 1])
        within = body.prep or classify(self.forms[j - 2]).flags & wc.PREPOSITION
        return bool(within) and bool(body.flags & wc.ORGANIZATION)

    def _name_follows(self, j: int) -> bool:
        return j + 1 < self.end and self.text.words[j + 1] and bool(classify(self.forms[j + 1]).flags & wc.GIVEN)

    def _name_is_next(self, j: int) -> bool:
        return j + 1 < self.end and self.text.words[j + 1] and self._name_begins(j + 1, classify(self.forms[j + 1]))

    @property
    def _apposed(self) -> bool:
        """Whether a finished title waits for its name."""
        return self.closed and not self.open and bool(self.head_flags & wc.PERSON_HEAD)

    def _is_of_body(self, j: int, flags: int) -> bool:
        """متحدثة باسم دار هاربر فورد: two surnames are the body's name; who speaks for it has no article, and none."""
        nameless = self.head_flags & wc.SPOKESPERSON and not classify(self.forms[self.head]).definite
        same = flags == wc.SURNAME == classify(self.forms[j - 1]).flags
        return bool(nameless) and same and self.last == j - 1 > self.head

    def _is_son(self, j: int) -> bool:
        return j + 1 < self.end and self.forms[j + 1] in ("بن", "بنت")

    def _is_described(self, j: int) -> bool:
        """Whether an adjective stands last after its head, or is one (اقتصاديان)."""
        adjective = self.head == j - 1 and classify(self.forms[j - 1]).flags & wc.NISBA
        if adjective and self.forms[j - 1].endswith(("يون", "يان")):
            return True
        last = self.head >= 0 and self.last == j - 1 > self.head and not self.open
        return last and bool(classify(self.forms[j - 1]).flags & wc.NISBA)
