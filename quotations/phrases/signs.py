"""Signs inside a noun phrase: commas of appositions, brackets, marks around a name, dots and dashes."""

from quotations.phrases.complements import Complements
from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.wordclass import Word, classify

_FRAME = 12  # tokens between a name in marks and the particle
_LONGEST_TITLE = 14  # tokens of a document's name in marks


class Signs(Complements):
    """The steps over everything that is no word."""

    def _sign(self, j: int) -> int:
        """Commas before an apposition, brackets, dots of abbreviations, a marked name after its head."""
        form = self.forms[j]
        if form == "." and self.last == j - 1 and (len(self.forms[j - 1]) == 1 or self._dotted(j)):
            return 1
        if form == "-" and self.name_last == j - 1 and self._hyphenated(j):
            return 1
        if (
            form in "/-ـ"
            and j + 1 < self.end
            and self.last == j - 1
            and self.text.words[j + 1]
            and self.head >= 0
            and self.text.starts[j + 1] - self.text.ends[j] <= 1
            and (form == "/" or self.text.starts[j] == self.text.ends[j - 1])
        ):
            return 1
        if form == "(":
            return self._bracket(j)
        if form in words.MARKS_OPEN:
            return self._marked_name(j)
        if form in "،," or (form == "؛" and self.name_last == j - 1):
            return self._apposition(j)
        return 0

    def _hyphenated(self, j: int) -> bool:
        """جان-كلود, بالعيد-الخياري: a hyphen without spaces inside a name."""
        starts, ends = self.text.starts, self.text.ends
        tight = starts[j] == ends[j - 1] and j + 1 < self.end and starts[j + 1] == ends[j]
        return tight and self._foreign_follows(j)

    def _bracket(self, j: int) -> int:
        for k in range(j + 1, min(j + 7, self.end)):
            if self.forms[k] == ")":
                after = k + 1
                if self.last == j - 1:
                    self.closed = self.closed or self.open
                    self.last = k
                    return after - j
                return 0
        return 0

    def _marked_name(self, j: int) -> int:
        """قناة "…", «ابن عم» الجاني, المدير "فلان": up to four words in marks that belong to the name."""
        if step := self._title_in_marks(j):
            return step
        close = next((k for k in range(j + 2, min(j + 7, self.end)) if self.forms[k] in words.MARKS_CLOSE), -1)
        accusative = self.text.tanwin.issuperset((j + 1, j + 2))  # تعده البلدية «عملا متسرعا»: what is said of it
        before = self.forms[j - 1]  # يتهم المحافظون «سليم» بأنه …: many have no one name
        many = self.plural and self.head == j - 1 and before.startswith("ال") and before.endswith("ون")
        if close < 0 or accusative or many or self._opens_inside(j, close):
            return 0
        inside = self._marked_words(j, close)
        if self.closed and not self.open and inside and inside[0].flags & wc.ADVERB:
            return 0  # استنكرت تونس "بشدة" …
        proper = bool(inside) and all(
            not w.flags & ~(wc.GIVEN | wc.SURNAME | wc.BODY_NAME | wc.MEDIA_NAME | wc.NISBA)
            and not w.prep
            and not w.conj
            for w in inside
        )
        if (
            self.head_flags & wc.PERSON_HEAD
            and self.closed
            and not self.open
            and self.name_first < 0
            and inside  # السيد «...،»: signs alone hide a name
            and (proper or self._is_given_in_marks(inside))
            and (len(inside) > 1 or (self.head_flags & wc.HONORIFIC and self.head == j - 1))
            and (
                len(inside) == 1
                or inside[0].flags & wc.GIVEN
                or (self.head_flags & wc.HONORIFIC and not inside[0].definite)
            )
        ):
            for k in range(j + 1, close):
                self._name(k)
            self.last = close
            return close + 1 - j
        called = len(inside) < 4 and self._is_said_behind(close + 1, inside)
        if step := self._lone_marked_name(j, close, inside, called):
            return step
        impersonal = self._may_be_called(j)
        if not (
            self.last == j - 1 and impersonal and self.closed and (proper or called) and inside
        ):  # شركة السوق «تداول»
            if not self.open and self.head != j - 1 and not self._name_after_mark(j):
                return 0
            if (
                self.head_flags & (wc.DOCUMENT | wc.TITLE)
                and not self.open
                and not self.head_flags & wc.KIN
                and not self._name_after_mark(j)
            ):
                return 0
        waits = len(inside) == 1 and not inside[0].definite and inside[0].flags & wc.ORGANIZATION  # باسم "جيش" الاحتلال
        waits = waits and self.open and close + 1 < self.end and classify(self.forms[close + 1]).definite
        self.closed, self.open = not waits, bool(waits)
        self.last = close
        return close + 1 - j

    def _opens_inside(self, j: int, k: int) -> bool:
        """وأضافت الصحيفة "لاحظ «الزهريون» أن …": whether the mark at `k` opens another pair within the one that opens
        at `j`, so that these are words and no name."""
        outer, inner = self.forms[j], self.forms[k]
        return outer in '"“”' and inner in "«'‘" and self.text.starts[k] > self.text.ends[k - 1]

    def _marked_words(self, j: int, close: int) -> list[Word]:
        return [classify(self.forms[k]) for k in range(j + 1, close) if self.text.words[k]]

    def _may_be_called(self, j: int) -> bool:
        """Whether a body stands right before the mark at `j`, or that of a source (مصدر في حركة كذا "…")."""
        if self.head < 0:
            return classify(self.forms[self.first]).stem in words.OF
        kinds = words.IMPERSONAL
        if self.head < j - 1 == self.last:
            kinds |= wc.UNNAMED | wc.GROUP
        none = wc.PERSON_HEAD | wc.DOCUMENT | wc.PLACE | wc.BODY_NAME | wc.MEDIA_NAME
        return bool(self.head_flags & kinds and not self.head_flags & none)

    def _is_said_behind(self, k: int, inside: list[Word]) -> bool:
        """منظمة كذا "سياج" إن, "سياج"، في بيان، إن, "سياج" إلى أن: what is said follows marks with a name, at once or
        behind a frame; وصفت المنظمة "الحرب" بأنها is none."""
        if not inside or k >= self.end or self.forms[k][0] == "ب":
            return False
        if classify(self.forms[k]).flags & wc.THAT:
            return True
        adjective = len(inside) == 1 and inside[0].definite and not self._may_be_surname(inside[0])
        frame = self.forms[k] in "،," or classify(self.forms[k]).flags & wc.PREPOSITION
        return bool(frame) and not adjective and self._leads_to_particle(k)

    def _leads_to_particle(self, k: int) -> bool:
        """Whether a particle stands behind the frame at `k`, no other verb of reporting and no mark before it."""
        for n in range(k, min(k + _FRAME, self.end)):
            if classify(self.forms[n]).flags & wc.THAT:
                return True
            if self.forms[n] in ".:" or self.forms[n] in words.MARKS_OPEN or (n > k and lookup(self.forms[n])[0]):
                return False
        return False

    def _lone_marked_name(self, j: int, close: int, inside: list[Word], called: bool) -> int:
        """العقيد "الشمردلي" إن, والد الطفل "فادي" المصاب: one name in marks right behind a finished title; the lists
        know it, or the words follow. It is no adjective, and not the name of him who is named by his kin."""
        titled = self.head_flags & wc.PERSON_HEAD and self.closed and not self.open and self.name_first < 0
        behind = self.last == j - 1 and (self.head == j - 1 or self.head_flags & wc.KIN)
        if not titled or not behind or self.plural or len(inside) != 1 or inside[0].prep or inside[0].conj:
            return 0
        w = inside[0]
        known = w.flags & wc.GIVEN and not w.flags & ~(wc.GIVEN | wc.SURNAME)
        if not known and not (called and (self._may_be_surname(w) or not w.flags | w.definite)):
            return 0
        if not self.head_flags & wc.KIN:
            for k in range(j + 1, close):
                self._name(k)
        self.closed, self.open, self.last = True, False, close
        return close + 1 - j

    def _may_be_surname(self, w: Word) -> bool:
        """A name that the lists know, or one that has the ending of a nisba and is no adjective of theirs; with the
        article no plural before its genitive has it (الحدادي)."""
        named = w.flags & (wc.GIVEN | wc.SURNAME) and not w.flags & ~(wc.GIVEN | wc.SURNAME | wc.COMMON)
        strange = not w.flags or w.flags & wc.PLURAL
        return bool(named or (strange and w.definite and w.stem.endswith("ي")))

    def _title_in_marks(self, j: int) -> int:
        """اعتبر تقرير "التحالف من أجل …" أن, أفاد بلاغ ل"مؤسسة كذا" أنه: however long, a name in marks right behind a
        document without the article, where what it says follows."""
        head = j - 1 if self.last == j - 1 else j - 2
        between = self.forms[head + 1 : j] in ([], ["ل"], ["لـ"])
        document = head == self.head == self.last and self.open and self.head_flags & wc.DOCUMENT
        if not between or not document:
            return 0
        close = next((k for k in range(j + 2, min(j + _LONGEST_TITLE, self.end - 1)) if self._closes_mark(j, k)), -1)
        if close < 0 or not classify(self.forms[close + 1]).flags & wc.THAT:
            return 0
        self.closed, self.open, self.last = True, False, close
        return close + 1 - j

    def _closes_mark(self, j: int, k: int) -> bool:
        return self.forms[k] in words.MARKS_CLOSE and (self.forms[k] != self.forms[j] or self.forms[j] in "\"'")

    def _is_given_in_marks(self, inside: list[Word]) -> bool:
        """الدكتورة «هدى العلي»: the first name is an ordinary word too, nothing behind it."""
        own = wc.GIVEN | wc.SURNAME
        rest = all(
            not w.flags & ~(own | wc.COMMON * bool(w.flags & own)) and not w.prep and not w.conj for w in inside[1:]
        )
        return bool(inside and inside[0].flags & wc.GIVEN and not inside[0].flags & wc.FUNCTION) and rest

    def _name_after_mark(self, j: int) -> bool:
        """المتحدث باسم الهيئة «…» فلان, رئيس الجهاز «…»، فلان، إن: a name of a body in marks, then the person's."""
        for k in range(j + 2, min(j + 5, self.end - 1)):
            if self.forms[k] in words.MARKS_CLOSE:
                k += 1 + (self.forms[k + 1] in "،," and k + 2 < self.end)
                return self.text.words[k] and bool(classify(self.forms[k]).flags & wc.GIVEN)
        return False

    def _apposition(self, j: int) -> int:
        """The comma of an apposition: title، name، or name، title، ."""
        k = j + 1
        if k >= self.end or self.last != j - 1:
            return 0
        if self.forms[k] == "(" and self.head_flags & words.IMPERSONAL:
            self.last = j
            step = self._bracket(k)
            self.last = self.last if step else j - 1
            return step + 1 if step else 0
        word = classify(self.forms[k])
        if self.text.words[k] and word.flags & (wc.PREPOSITION | wc.TIME) and self.closed and self.name_first < 0:
            return self._name_behind_insertion(j)
        if not self.text.words[k] or not self._may_appose(k, word):
            return 0
        if self.name_first >= 0:
            return self._title_behind(j, word)
        return self._name_behind(j, word) if self.head >= 0 and self.head_flags & wc.PERSON_HEAD else 0

    def _name_behind_insertion(self, j: int) -> int:
        """نائب مدير الحرس، عند الجسر القديم، أرييل بوغان، …: the name behind a frame set between commas."""
        if not self.head_flags & wc.PERSON_HEAD:
            return 0
        comma = next((k for k in range(j + 3, min(j + 8, self.end)) if not self.text.words[k]), -1)
        if comma < 0 or self.forms[comma] not in "،," or comma + 1 >= self.end or not self.text.words[comma + 1]:
            return 0
        step = self._between_commas(comma + 1)
        return step + comma + 1 - j if step else 0

    def _may_appose(self, k: int, word: Word) -> bool:
        if self._is_accusative(k):
            return False  # أوباما، شريكاً
        function = word.flags & wc.FUNCTION & ~wc.TIME and not word.flags & (wc.HEAD | wc.GIVEN)
        return not (word.conj or word.prep or function or self._is_verb(k, word))

    def _name_behind(self, j: int, word: Word) -> int:
        """رئيس الوكالة، مارك هيدون."""
        k = j + 1
        if self.closed:
            step = self._between_commas(k)
            if step:
                return step + 1
        nameable = not word.flags & wc.HEAD or word.flags & (wc.GIVEN | wc.HONORIFIC)
        bare = not word.definite and not word.flags & wc.FUNCTION and nameable
        inner = self._parse(k) if bare or word.flags & (wc.HONORIFIC | wc.TITLE) else None
        if inner is None or not inner.has_name:
            return 0
        if bare and inner.name_first <= k + 2:
            self.name_first, self.name_last = inner.name_first, inner.name_last
            self.last = inner.last if inner.last <= inner.name_last + 1 else inner.name_last
            return self.last + 1 - j
        if word.flags & (wc.HONORIFIC | wc.TITLE):
            self.name_first, self.name_last, self.last = inner.name_first, inner.name_last, inner.last
            return self.last + 1 - j
        return 0

    def _title_behind(self, j: int, word: Word) -> int:
        """ليتا تيلور، الباحثة في مجال المناخ."""
        k = j + 1
        if self.title_after or not word.flags & (wc.TITLE | wc.SPOKESPERSON) or word.flags & wc.GIVEN:
            return 0
        inner = self._parse(k)
        if inner is None or inner.has_name or not self._may_end(inner.last + 1):
            return 0
        self.title_after = True
        self._head(k, word.flags, word.definite)
        self.last = inner.last
        return self.last + 1 - j

    def _may_end(self, k: int) -> bool:
        """Whether a phrase may end before token `k`: a sign, a particle or a preposition stands there."""
        if k >= self.end or not self.text.words[k]:
            return True
        w = classify(self.forms[k])
        return bool(w.prep) or bool(w.flags & (wc.THAT | wc.PREPOSITION | wc.TIME | wc.ADVERB))

    def _between_commas(self, first: int) -> int:
        """The name that alone fills the space between commas after a title (المتحدث باسم الحكومة، راجح بادي، إن)."""
        strange = False
        for k in range(first, min(first + 6, self.end)):
            if not self.text.words[k]:
                if self.forms[k] not in "،," or k - first < 2 or not strange:
                    return 0
                self.open = False
                for n in range(first, k):
                    self.name_first = first
                    self.name_last = self.last = n
                return k - first
            w = classify(self.forms[k])
            named = w.flags & (wc.GIVEN | wc.SURNAME) or (self.forms[k] == "علي" and self._ali_begins(k))
            if (
                w.conj
                or (w.flags & (wc.FUNCTION | wc.NISBA | wc.ORGANIZATION | wc.PORTFOLIO) and not named)
                or (w.flags & wc.HEAD and not named)
                or (k == first and w.definite and self.text.alif(k) != "إ")
            ):
                return 0
            if w.prep and not (w.flags in (0, wc.COMMON) and not w.definite):
                return 0
            strange = strange or bool(named) or not w.flags or (k == first + 1 and w.definite and w.stem[-1] == "ي")
        return 0
