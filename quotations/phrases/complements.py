"""What hangs on a noun by a preposition: المشرف على الفريق, الأمين العام لمنظمة كذا."""

from quotations.phrases.clauses import PhraseClauses
from quotations.words import phrase_words as words
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.morphology import is_masdar
from quotations.words.wordclass import Word, classify


class Complements(PhraseClauses):
    """The steps over prepositions with their nouns."""

    def _preposition(self, j: int, word: Word) -> int:
        """في، ب، ل، من، لدى, … inside a title (السفير في العراق, الأمين العام لمنظمة); elsewhere the phrase ends."""
        if (self.name_first >= 0 and not self.title_after) or self._is_highness():
            return 0
        if self._takes_up(j):
            return self._take(j)
        inside = self.forms[j] == "من" and j + 1 < self.end and self.forms[j + 1] in words.INSIDE
        return self._from_inside(j) if inside else self._with_noun(j, word)

    def _with_noun(self, j: int, word: Word) -> int:
        """A preposition and what it governs."""
        attached = bool(word.prep)
        at = j if attached else j + 1
        if at < self.end and self.forms[at] in words.MARKS_OPEN:
            step = self._title_in_marks(at) if self.forms[j] in ("ل", "لـ") else 0
            return step + at - j if step else self._marked_before_name(j, at) or self._in_marks(j, at)
        if at >= self.end or not self.text.words[at] or self.forms[at][0].isdigit():
            return 0
        target = word if attached else classify(self.forms[at])
        if (not attached and target.prep) or self._is_owned(at, target):
            return 0  # معماري في مقدمته, مجموعة كذا بعلامتيها
        own = self._is_issued(word, target) or self._is_governed(j, word, target) or self._is_part(j, target)
        own = own or self._is_cause(j, target)
        if own or (word.prep == "ل" and self._is_whose(j, target)):
            return self._take_complement(j, attached, target)
        if target.stem in words.FRAMES:
            return 0  # وزارة الدفاع في وقت سابق
        if self._is_of_year(j, word) or self._is_commissioned(j, target):
            return self._take(j, 2)
        of_document = self._is_of_document(word, target)
        blocked = wc.OCCASION | wc.ADVERB | wc.TIME | wc.ADDRESSEE | wc.PRONOUN | wc.THAT | wc.RELATIVE
        places = wc.ORGANIZATION | wc.PORTFOLIO | wc.PLACE
        if target.flags & blocked and not target.flags & places and not of_document:
            told = wc.ADDRESSEE | (wc.OCCASION if word.prep == "ل" else 0)  # الزائر للفعاليات فلان
            return self._before_name(j, attached, target) if not target.flags & blocked & ~told else 0
        framed = target.flags & wc.OCCASION and target.stem not in words.BODIES_TOO and not of_document
        if framed or not self._fits(j, at, word, target):
            return self._before_name(j, attached, target)
        return self._take_complement(j, attached, target)

    def _takes_up(self, j: int) -> bool:
        """مقربون منه, المسؤولة عنها, المديرة العامة لها كلودي زردان: the preposition of an office with a pronoun."""
        form = self.forms[j]
        if form not in words.TAKEN_UP or self.last != j - 1:
            return False
        if form[0] == "ل" and j + 2 < self.end and all(self.text.words[j + 1 : j + 3]):
            named = self._name_begins(j + 1, classify(self.forms[j + 1])) or (
                self._foreign_follows(j) and self._foreign_follows(j + 1)
            )
            return named and self.closed and bool(self.head_flags & wc.PERSON_HEAD)
        prep = next((prep for prep in ("من", "عن") if form.startswith(prep)), "")
        return bool(prep) and self._governed(j, prep)

    def _from_inside(self, j: int) -> int:
        """مصادر من داخل الشركة."""
        if not self.head_flags & (wc.UNNAMED | wc.GROUP) or self.last != j - 1:
            return 0
        self.last = j
        step = self._preposition(j + 1, classify(self.forms[j + 1]))
        if not step:
            self.last = j - 1
        return step + 1 if step else 0

    def _is_highness(self) -> bool:
        """نوه سموه بالمبادرات: سموه and معاليه take no complement."""
        if not self.head_flags & wc.HONORIFIC or self.head < 0 or self.last != self.head:
            return False
        return self.text.last_letter(self.head) == "ه"

    def _is_of_document(self, word: Word, target: Word) -> bool:
        """بيان للجيش."""
        return word.prep == "ل" and bool(self.head_flags & wc.DOCUMENT) and target.definite

    def _is_of_year(self, j: int, word: Word) -> bool:
        """قانون المالية لسنة 2026, التقرير السنوي لعام 2019."""
        document = self.head_flags & wc.DOCUMENT and word.prep == "ل" and word.stem in words.YEARS
        return bool(document) and j + 1 < self.end and self.forms[j + 1][0].isdigit()

    def _is_commissioned(self, j: int, target: Word) -> bool:
        """استطلاع للرأي بتكليف من الصحيفة, دراسة بتمويل من الوزارة."""
        led = self.head_flags & wc.DOCUMENT and classify(self.forms[j]).prep == "ب" and target.stem in words.ORDERS
        return bool(led) and self.forms[j + 1 : j + 2] == ["من"] and self.last == j - 1

    def _is_issued(self, word: Word, target: Word) -> bool:
        """دراسة لمجلة …: whose document it is; a talk (تصريح لصحيفة …) is for them."""
        if word.prep != "ل" or not self.head_flags & wc.DOCUMENT or not target.flags & (wc.MEDIA | wc.ORGANIZATION):
            return False
        return classify(self.forms[self.head]).stem not in words.TALKS

    def _is_governed(self, j: int, word: Word, target: Word) -> bool:
        """Whether the preposition belongs to an adjective or an office before it, and not to the verb's frame."""
        form = self.forms[j]
        if not self._governed(j, word.prep or form) or target.flags & (wc.PRONOUN | wc.THAT | wc.RELATIVE | wc.ADVERB):
            return False
        if word.prep == "ل" and target.flags & (wc.MEDIA | wc.MEDIA_NAME):
            return False
        if word.prep == "ب" and not target.flags & ~wc.COMMON and self._is_placed():
            return False  # ويقر خبراء محليون بالخطأ في …
        if form == "علي" and (target.stem in words.STRESSED or (is_masdar(target.stem) and not target.definite)):
            return False  # شدد المشرف على ضرورة …, أكد المسؤول على تطوير …
        if form == "علي" and self._is_stressed(j):
            return False
        described = self.head_flags & wc.UNNAMED and self.head == j - 2 and not classify(self.forms[j - 1]).definite
        if form == "عن" and not target.definite and not target.flags & ~wc.COMMON and described:
            return False  # أفاد مسؤولون محليون عن إصابة …
        if form != "في" or classify(self.forms[j - 1]).stem.startswith("مشارك"):
            return True
        place = target.stem in words.BODIES_TOO or target.flags & (wc.ORGANIZATION | wc.PLACE)
        return bool(place) or not target.flags & (wc.OCCASION | wc.DOCUMENT | wc.TIME)  # قال الباحث في مقابلة

    def _is_stressed(self, j: int) -> bool:
        """أكد المسؤولون على متابعة كذا: behind a verb that takes على itself, it is the verb's where the office takes
        others too (مسؤول عن), and the office's where it takes no other (المشرف على كذا)."""
        verbs = lookup(self.forms[self.first - 1])[0] if self.first else []
        if not any(r.facts & vf.ON_CLAUSE for r in verbs):
            return False
        beside = self.forms[max(self.first, j - 2) : j]
        return any(prep != "علي" for form in beside for prep in words.GOVERNED.get(classify(form).stem, ()))

    def _is_placed(self) -> bool:
        """مسؤول بالوزارة, باحث بجامعة …: ب behind these means where they are."""
        return self.head >= self.last - 1 and classify(self.forms[self.head]).stem.startswith(words.PLACED)

    def _is_cause(self, j: int, target: Word) -> bool:
        """المبادرة المدنية من أجل النهر: what a movement or an alliance is for."""
        if self.forms[j] != "من" or target.stem != "اجل" or self.last != j - 1 or not self.closed or self.open:
            return False
        return self.head >= 0 and classify(self.forms[self.head]).stem in words.MOVEMENTS

    def _is_part(self, j: int, target: Word) -> bool:
        """بعض من السكان, عدد متزايد من خبراء المناخ."""
        if self.forms[j] != "من" or self.last != j - 1 or self.last - self.first >= 2:
            return False
        if classify(self.forms[self.first]).stem not in words.OF:
            return False
        if target.flags & (wc.GROUP | wc.TITLE):
            return True
        return target.definite and not target.flags & (wc.TIME | wc.PRONOUN | wc.RELATIVE)

    def _fits(self, j: int, at: int, word: Word, target: Word) -> bool:
        """Whether head, preposition and noun make one phrase by their classes."""
        form, flags = self.forms[j], target.flags
        places = wc.ORGANIZATION | wc.PLACE | wc.PORTFOLIO | wc.BODY_NAME
        people = self.head_flags & (wc.PERSON_HEAD | wc.UNNAMED | wc.GROUP)
        marked = at + 1 < self.end and self.forms[at + 1] in words.MARKS_OPEN
        if (form == "في" and (people or marked)) or self._place_follows(at):
            places |= wc.NAME_MARK  # في مستوطنة "…", بمنطقة نجران
        if self.head < 0:
            alone = self.last == self.first and self.name_first < 0 and form in ("في", "من")
            kinds = wc.PLACE | wc.ORGANIZATION | (0 if classify(self.forms[self.first]).definite else wc.COMMON)
            return alone and bool(flags & kinds) and not flags & wc.OCCASION
        if not self.head_flags & wc.HEAD:
            others = wc.MEDIA | wc.PLACE | wc.PERSON_HEAD | wc.GROUP
            body = self.head_flags & wc.BODY_NAME and word.prep == "ل"
            return bool(body and flags & wc.PORTFOLIO and not flags & others)
        if word.prep == "ل":
            return self._fits_for(word, target, places)
        if word.prep == "ب":
            deed = target.stem in words.DEEDS and not target.definite and self.head_flags & wc.ORGANIZATION
            return bool(flags & (places | wc.MEDIA)) and not deed
        if form in ("في", "لدي", "داخل", "خارج", "قرب"):
            return self._fits_in(at, word, target, places)
        return form == "من" and self._fits_from(target, places)

    def _fits_for(self, word: Word, target: Word, places: int) -> bool:
        """ل: for a body or a portfolio, no person and no outlet that is told something."""
        flags = target.flags
        person = flags & wc.PERSON_HEAD and not flags & wc.ORGANIZATION
        alone = self.last == self.head and classify(self.forms[self.head]).definite
        if alone and self.head_flags & wc.ORGANIZATION and not target.definite:
            return False  # انتظر المحكمة لتمثيل …
        if self._is_of_document(word, target) or target.stem in words.PURPOSES:
            return True  # صاحب محل لبيع …
        if person or flags & (wc.MEDIA_NAME | wc.MEDIA):
            return False
        office = self.head_flags & (wc.TITLE | wc.DOCUMENT | wc.ORGANIZATION) and self.closed
        plain = flags & wc.COMMON or (not flags and target.stem.endswith("ات"))
        noun = not flags & (wc.GROUP | wc.UNNAMED) and (target.definite or plain)
        return bool(flags & places or (office and noun))

    def _is_whose(self, j: int, target: Word) -> bool:
        """المكتب السياسي لأنصار الله, الاتحاد العام للتجار: whose body it is; journalists are told something."""
        if self.head >= 0 and self.closed and self._phrase_size(j, target, wc.BODY_NAME):
            return True
        people = target.definite and target.flags & wc.NISBA and target.stem.endswith("ين")
        if people and self.head_flags & wc.UNNAMED and target.stem not in words.PRESS:
            return True  # مصادر قيادية للحوثيين
        head = classify(self.forms[self.head]).stem if self.head == self.first else ""
        if head == words.AGENCY and target.definite and target.stem in words.NEWS:
            return True  # وكالة كيودو اليابانية للأنباء
        if head in words.SITES:
            return classify(self.forms[j - 1]).definite and not target.flags & wc.DOCUMENT  # الموقع الرسمي لقناة …
        many = (target.definite or self._definite_follows(j)) and target.flags & (wc.GROUP | wc.PLURAL)
        many = many and (target.stem not in words.PRESS or self._many_described(j))
        noun = j - 1
        while many and noun > self.first and classify(self.forms[noun]).flags & wc.NISBA:
            noun -= 1
        return bool(many and noun < j - 1 and classify(self.forms[noun]).flags & wc.ORGANIZATION)

    def _many_described(self, j: int) -> bool:
        """النقابة الوطنية للصحفيين التونسيين: journalists with an adjective are whose body it is, and told nothing."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        adjective = w.flags & wc.NISBA or w.flags & (wc.GROUP | wc.PLURAL)
        return w.definite and bool(adjective) and not w.prep and not w.conj

    def _fits_in(self, at: int, word: Word, target: Word, places: int) -> bool:
        """في, لدى, داخل: in a place or a body."""
        flags = target.flags
        document = self.head_flags & wc.DOCUMENT
        if document and flags & (wc.DOCUMENT | wc.NAME_MARK):
            return False
        if flags & (places & ~wc.PORTFOLIO | wc.MEDIA) or (not word.prep and self._place_follows(at)):
            return True
        if not self.head_flags & wc.PERSON_HEAD and self.head_flags & wc.ORGANIZATION:
            deed = self.last > self.head and not classify(self.forms[self.last]).flags & ~wc.COMMON
            if not deed and (target.stem in words.PLAIN_NOUNS or not (target.definite or self._ends_after(at))):
                return False  # توقف الزوار في مقهى الضفة, but لجنة الفصل في العقود
        if document or not (target.definite or not flags):
            return False
        if flags & wc.DOCUMENT and self.plural and self.head_flags & (wc.GROUP | wc.UNNAMED):
            return False  # وقال تجار بالقرية في الرسالة …
        return target.definite or not self._is_construct(at)

    def _is_construct(self, at: int) -> bool:
        """توقف الكاتب في تسليط الضوء: an unknown noun with its complement, no place."""
        if at + 1 >= self.end or not self.text.words[at + 1]:
            return False
        w = classify(self.forms[at + 1])
        return w.definite and not w.prep and not w.conj and not w.flags & ~wc.COMMON

    def _fits_from(self, target: Word, places: int) -> bool:
        """من: sources and groups from anywhere, others from a place or a body."""
        flags = target.flags
        if flags & wc.TIME:
            return False
        anywhere = target.definite or not flags or flags & (wc.GROUP | wc.TITLE | wc.NISBA)
        if anywhere and self.head_flags & (wc.UNNAMED | wc.GROUP | wc.ORGANIZATION):
            return True
        return bool(flags & places & ~wc.PORTFOLIO) or bool(self.head_flags & flags & wc.DOCUMENT)

    def _take_complement(self, j: int, attached: bool, target: Word) -> int:
        """Take a preposition with its noun; an indefinite one waits for its own complement (في حي …، بمنطقة نجران)."""
        waits = wc.HEAD | wc.NAME_MARK | wc.PORTFOLIO | wc.COMMON
        waiting = bool(target.flags & waits) or (not target.flags and target.stem.endswith("ات"))
        named = target.flags & (wc.PLACE | wc.BODY_NAME) and not target.flags & wc.ORGANIZATION  # لبورصة البحرين
        self.open = (not target.definite and waiting and not named) or bool(
            target.stem in words.SIDES or target.flags & wc.DEMONSTRATIVE
        )
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
            if prep in words.GOVERNED.get(w.stem, ()):
                return True
            if not w.flags & wc.NISBA:
                return False
        return False

    def _marked_before_name(self, j: int, at: int) -> int:
        """الرئيس التنفيذي لـ«تمكين» فلان, مدير المركز في 'ماس' فلان: a body in marks, the person's name behind it."""
        if not self.head_flags & wc.PERSON_HEAD or not self.closed or self.last != j - 1:
            return 0
        close = next((k for k in range(at + 2, min(at + 6, self.end)) if self.forms[k] in words.MARKS_CLOSE), -1)
        if close < 0 or close + 1 >= self.end or not self.text.words[close + 1]:
            return 0
        if not self._name_begins(close + 1, classify(self.forms[close + 1])):
            return 0
        self.open, self.name_at = False, close + 1
        return self._take(j, close + 1 - j)

    def _in_marks(self, j: int, at: int) -> int:
        """السفارة في "واشنطن", الأعضاء في "لجنة السلام", لواء في "جيش" كذا, المركز التابع لـ"قسد": a place or a body in
        marks belongs to the phrase as without them; behind ل a single word may be an outlet that is told something."""
        close = next((k for k in range(at + 2, min(at + 7, self.end)) if self.forms[k] in words.MARKS_CLOSE), -1)
        target, prep = classify(self.forms[at + 1]), self.forms[j].removesuffix("ـ")
        if close < 0 or self.last != j - 1 or prep not in ("في", "ل") or target.prep:
            return 0
        bodies = wc.ORGANIZATION | wc.PLACE | wc.BODY_NAME | wc.NAME_MARK
        alone = close == at + 2
        waits = alone and not target.definite and not target.flags & (wc.PLACE | wc.BODY_NAME)
        if not (prep == "ل" and self._governed(j, prep)) or self.head_flags & (wc.UNNAMED | wc.GROUP):
            word = classify(self.forms[j])._replace(prep="ل" if prep == "ل" else "")
            outlet = target.flags & (wc.MEDIA_NAME | wc.DOCUMENT | wc.OCCASION)
            outlet = outlet or (prep == "ل" and alone and (target.definite or target.flags & wc.PLACE))
            if outlet or not target.flags & bodies or not self._fits(j, at + 1, word, target):
                return 0
            if waits and not (close + 1 < self.end and classify(self.forms[close + 1]).definite):
                return 0
        self.closed, self.open, self.proper = True, waits, not waits
        return self._take(j, close + 1 - j)

    def _before_name(self, j: int, attached: bool, target: Word) -> int:
        """Any complement belongs to a title where the person's name closes it (مدير الصحة بقبلي علي الطبال)."""
        person = target.flags & wc.PERSON_HEAD and not (target.definite and target.flags & wc.PLURAL)
        told = wc.MEDIA_NAME | wc.GIVEN
        if self.name_first >= 0 or not self.head_flags & wc.PERSON_HEAD or person or target.flags & told:
            return 0
        if not attached and self.forms[j] not in ("في", "من", "علي", "عن", "لدي"):
            return 0
        first = j + (1 if attached else 2)
        k = self._name_ahead(first, min(first + 7, self.end))
        if k < 0:
            return 0
        if not classify(self.forms[k - 1]).definite and not (k == j + 1 and attached):
            return 0
        self.name_at = k
        step = self._take_complement(j, attached, target)
        self.open = self.open and k > j + step
        return step
