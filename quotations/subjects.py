"""The subject of a verb of reporting: after it (VS), before it (SV), or before the relative pronoun."""

from quotations import wordclass as wc
from quotations.cues import CueForm, lookup
from quotations.formulas import formula
from quotations.marks import Marked
from quotations.matching import forms_of, word_form
from quotations.nouns import NounPhrase, parse, parse_attached
from quotations.phrase_words import AS_FOR
from quotations.reading import AS, NEGATIONS, OPENING_MARKS, PREPOSITIONS, SPEAKS, Report
from quotations.sentences import Sentence
from quotations.things import is_thing
from quotations.unlisted import Unlisted
from quotations.wordclass import classify

_RULES = forms_of("قانون دستور نظام مادة معيار لائحة عقد اتفاق اتفاقية نص فصل بند خطة قرار مرسوم برنامج")
_STANDARDS = forms_of(
    "تصنيف منهج منهجية منهاج عدد ترتيب نسبة نسب حجم طبيعة نوع أهمية حاجة ظروف درجة مستوى علم قرعة أولوية أولويات أصول "
    "معايير أسس مبدأ مبادئ ضوابط قواعد آلية آليات شروط خطط جدول مواعيد موعد توقيت سعر أسعار إمكانات إمكانيات قدرة رغبة "
    "مواصفات خطوات إجراءات أحكام بنود مقتضيات تعليمات أوامر متطلبات احتياجات حالة وضع نظرية فلسفة عادة تقاليد أعراف "
    "دليل نموذج هدف أهداف سياسة سياسات استراتيجية أنظمة قوانين إعلان نتيجة مراحل فئة فئات مقاييس"
)  # what is done in accordance with it, or goes by it
_SOURCES = ([word_form("مصادر")], [word_form("مصادرها")], [word_form("مصدر")], [word_form("مصادره")])
_SHORT = frozenset(
    "عنه عنها له لها لهم فيه فيها لي لنا به بها عليه عليها اليه اليها منه منها بذلك".split()
)  # قال عنه فلان
_NO_SUBJECT_BEFORE = AS | NEGATIONS | forms_of("ما لما قد وقد كان وكان سبق حيث إذ")
_TRANSITIVE = forms_of(
    "دعا طالب حث ناشد اتهم وصف اعتبر انتقد هاجم هدد اخبر ابلغ سال وعد حمل شبه خاطب طلب رفض سمى اسمى نشر كشف "
    "اعلن عبر اعرب ابدى وجه سجل ثمن ادان شجب استنكر امر نقل ختم واصل تابع جدد كرر ردد لاحظ ابرز اظهر اثبت وجد "
    "شرح عرف توقع قدر"
)
_TOLD = forms_of("أبلغ أخبر وعد حذر ذكر أعلم أقنع")  # who hears it may stand right before the clause
_JUDGES = forms_of("وصف اتهم شبه")  # somebody, by ب: وصف القرار بأنه خطأ
_ABOUT = forms_of("عن وعن حول وحول بشأن وبشأن بخصوص وبخصوص")
_ABOUT_IT = (["انه"], ["انها"], ["بانه"], ["بانها"])
_HAD_THEN = forms_of("فقد فلقد")
_LONGEST_TOPIC = 40  # tokens
_HAD = forms_of("كان وكان كانت وكانت كانوا يكون تكون ويكون وتكون فكان")
_ALREADY = forms_of("قد")
_HEARD = forms_of("سمعت وسمعت سمعنا وسمعنا سمعته رأيت ورأيت رأينا")
_DASHES = frozenset("-–—ـ")


class Subjects(Unlisted):
    """Finds the subjects of cues."""

    def _subject_after(self, s: Sentence, r: Report, k: int, following: int) -> NounPhrase | None:
        """The subject right after its verb (VS), past short insertions."""
        form = r.form
        if form is None or (form.number == "p" and form.shape in ("past", "present")):
            return None  # قالوا, يقولون have their subject inside
        end = min(s.last + 1, following if following > k else s.last + 1)
        k = self._past_insertions(k, end)
        if k in self.top:
            return self._marked_subject(s, k)
        if k < end and self.forms[k] == "(":
            return self._bracketed_subject(k, end)
        if k < end and self._is_no_subject(k):
            return None
        np = (self._in_waw(k, end) or parse(self.text, k, end)) if k < end else None
        if np is not None:
            speech = next((j for j in range(k + 1, np.last + 1) if self.forms[j] in SPEAKS), -1)
            np = parse(self.text, k, speech) if speech > 0 else np  # قال فلان كنا …: no name
        if np is not None:
            self._take_surname(np, end)
            if is_thing(self.text, np):
                return None  # أكد حرص الوزير على أن …: the object
        if np is not None and self._is_known_alone(np) and not self._plausible(np, end):
            np = NounPhrase(k, k, "person", k, k)
        if np is None or not self._agrees(form, np) or not self._plausible(np, end):
            return self._unlisted(s, r, k, end)
        return self._of_transitive(s, r, form, np) if form.lemma in _TRANSITIVE else np

    def _past_insertions(self, k: int, end: int) -> int:
        """The token behind a time and a pronoun that stand between verb and subject."""
        start = k
        while (
            k < end
            and self.words[k]
            and classify(self.forms[k]).flags & (wc.ADVERB | wc.TIME)
            and not classify(self.forms[k]).flags & wc.HEAD
        ):
            k += 1
        if start < k < end - 1 and self.forms[k] == "،" and self.words[k + 1]:
            k += bool(classify(self.forms[k + 1]).flags & wc.PERSON_HEAD)  # وقال آنذاك، الناطق باسم …
        if k < end and self.words[k] and self.forms[k] in _SHORT and not formula(self.text, k):  # قال عليه السلام
            k += 1  # «… قال (عنه) فلان»
        return k

    def _take_surname(self, np: NounPhrase, end: int) -> None:
        """وقال الدكتور حواس: a surname of the text that is an ordinary word too, behind a title that stands alone."""
        k = np.last + 1
        alone = np.head == np.last and np.kind == "person" and k < end and self.words[k]
        if alone and self.forms[k] in self.known and not classify(self.forms[k]).flags & (wc.FUNCTION | wc.HEAD):
            np.last = np.name_first = np.name_last = k

    def _in_waw(self, k: int, end: int) -> NounPhrase | None:
        """قالت وايدي: the surname of somebody in the text, though it looks as if it began with و."""
        form = self.forms[k]
        if form[0] != "و" or not (form in self.known or self._must_be_name(k)):
            return None
        np = parse(self.text, k, end)
        return np if np is not None and np.name_first == k and not np.cut else NounPhrase(k, k, "person", k, k)

    def _of_transitive(self, s: Sentence, r: Report, form: CueForm, np: NounPhrase) -> NounPhrase | None:
        """The subject in the phrase behind a verb that takes an object; None where the phrase is the object."""
        if form.lemma in _JUDGES and not form.has_object and self._is_judged(np):
            return self._without_object(np)
        if not self._is_subject(np, form) or self._has_its_own(s, r, np) or self._is_besought(form, np):
            return None
        goes_on = r.first > s.first and self.forms[r.first][0] == "و" and form.cls == "demand"
        if goes_on and (np.plural or np.kind in ("group", "organization")):
            return None  # …، وحث زعماء العالم على …: whom the sentence's subject asks
        return np

    def _has_its_own(self, s: Sentence, r: Report, np: NounPhrase) -> bool:
        """يصف تجربته, لينتقد فلانا: a thing that is somebody's, or whoever follows a purpose, is the object."""
        cut = lookup(self.forms[r.first])[1]
        if r.form is not None and r.form.shape == "present" and cut and self.forms[r.first][cut - 1] == "ل":
            return r.form.strength != "s"
        first = self.text.slice(np.first, np.first)
        w = classify(self.forms[np.first])
        owned = first.endswith(("ته", "تها", "تهم"))
        return np.head < 0 and owned and not w.flags & (wc.GIVEN | wc.SURNAME) and not self._known_name(np)

    def _marked_subject(self, s: Sentence, k: int) -> NounPhrase | None:
        """A name in marks right after its verb (وأعلنت «…» عن, قال "فلان"، الخبير …, ونفى "فلان" أن): the
        subject, not the words."""
        m = self.top[k]
        if m.closing < 0 or m.last - m.first > 4 or m.closing + 1 > s.last:
            return None
        if m.first == m.last and self.forms[m.first] in self.known:
            return NounPhrase(m.first, m.last, "person", m.first, m.last)  # وأشاد "الحداد" بالعمل
        after = m.closing + 1
        if self._is_spoken_mark(m, after):
            return None
        form = self.forms[after]
        w = classify(form) if self.words[after] else None
        goes_on = form in "(:" or (form in "،," and self._content_follows(s, after + 1))
        if w is not None:
            sourced = form == "من" and self.forms[after + 1 : after + 2] in _SOURCES  # علمت «كذا» من مصادرها أن
            goes_on = (
                sourced
                or bool(w.flags & wc.THAT)
                or (
                    (form in ("عن", "علي", "في", "الي", "خلال") or form in PREPOSITIONS or bool(w.flags & wc.NISBA))
                    and (form in ("عن", "علي", "الي") or self._content_follows(s, after))
                )
            )
        if not goes_on:
            return None
        return NounPhrase(
            m.first,
            m.last,
            "organization" if m.last == m.first and not classify(self.forms[m.first]).definite else "person",
            m.first,
            m.last,
        )

    def _is_no_subject(self, k: int) -> bool:
        """ويضيف لفرانس برس, though the text knows a «برس»; وأعلن قريباً: no subject behind its verb is accusative."""
        return (self.forms[k][0] == "ل" and self._media_phrase(k, "ل")) or "\u064b" in self.text.slice(k, k)

    def _is_spoken_mark(self, m: Marked, after: int) -> bool:
        """قال «لن نعود» في بيان, قال «هذا غريب» مضيفا أن …: no name begins so, or whoever spoke goes on."""
        k = after + (self.forms[after] in "،,")
        if k >= len(self.forms) or classify(self.forms[k]).flags & wc.THAT:
            return False  # وقالت «لا مانشا»، إن …
        first = classify(self.forms[m.first])
        clause = self.forms[m.first] in NEGATIONS | SPEAKS or first.flags & wc.THAT
        if m.last > m.first and (clause or lookup(self.forms[m.first])[0]):
            return True
        return any(f.shape == "participle" and f.strength == "s" for f in lookup(self.forms[k])[0])

    def _agrees(self, form: CueForm, np: NounPhrase) -> bool:
        if np.feminine is None or np.plural or np.joined:
            return True
        if np.has_name and np.kind == "person":
            return True
        if form.gender == "f":
            return np.feminine
        return not np.feminine or np.kind == "group"

    def _plausible(self, np: NounPhrase, end: int) -> bool:
        """A phrase of words that no list knows is a speaker only where content or its frame follows at once."""
        if np.head >= 0 or np.fixed or self._known_name(np):
            return True
        if np.has_name and any(
            classify(self.forms[k]).flags & wc.GIVEN for k in range(np.name_first, np.name_last + 1)
        ):
            return True
        k = np.last + 1
        if k >= len(self.forms):
            return False
        form = self.forms[k]
        if form in OPENING_MARKS or form == ":":
            return True
        if not self.words[k]:
            return np.has_name and form in "،,("
        w = classify(form)
        if not np.has_name:
            return bool(w.flags & wc.THAT)
        return (
            bool(w.flags & (wc.THAT | wc.TIME | wc.ADVERB | wc.PREPOSITION | wc.RELATIVE | wc.PRONOUN))
            or bool(w.prep)
            or bool(lookup(form)[0])
        )

    def _is_subject(self, np: NounPhrase, form: CueForm) -> bool:
        """Whether the phrase after a verb that takes an object is its subject: a person, or the verb agrees
        with it in the feminine."""
        if np.kind in ("person", "unnamed_source", "document") and (
            np.has_name or np.head >= 0 or self._known_name(np)
        ):
            return True
        if np.fixed:
            return True
        if np.head < 0:
            return self._known_name(np)
        following = classify(self.forms[np.last + 1]) if np.last + 1 < len(self.forms) else None
        thinks = following is not None and following.flags & wc.THAT and self.forms[np.last + 1][0] != "ب"
        if thinks and form.lemma not in _TOLD:
            return True  # اعتبر الاتحاد أن …: the clause is the object
        told = np.feminine is None and form.lemma in _TOLD
        return form.gender == "f" or np.plural or not (np.feminine or told)

    def _is_judged(self, np: NounPhrase) -> bool:
        """ووصف الوزير بأنه …, ووصفت الأنباء التي تصلها بالكاذبة: the one phrase before ب is the object."""
        k = np.last + 1
        if k >= len(self.forms) or not self.words[k]:
            return False
        if classify(self.forms[k]).flags & wc.RELATIVE and np.kind in ("unnamed_source", "document"):
            return True
        return (self.forms[k] in ("ب", "بـ") and k + 1 in self.top) or (self._that(k) and self.forms[k][0] == "ب")

    def _without_object(self, np: NounPhrase) -> NounPhrase | None:
        """وصف الحداد القرار بأنه …: the subject of two phrases that look like one; None where they are one."""
        for k in range(np.first + 1, np.last + 1):
            w = classify(self.forms[k])
            if not self.words[k] or not w.definite or w.prep or w.conj:
                continue
            if w.flags & (wc.NISBA | wc.GIVEN | wc.SURNAME | wc.HONORIFIC):
                continue
            left = parse(self.text, np.first, k)
            before = classify(self.forms[k - 1])
            closed = before.definite or before.flags & (wc.NISBA | wc.GIVEN | wc.SURNAME)
            if left is not None and left.last == k - 1 and closed and (left.head >= 0 or self._known_name(left)):
                return left
        return None

    def _subject_before(self, s: Sentence, r: Report) -> None:
        """SV: a noun phrase that ends right before its verb, also past a comma."""
        stop = s.first - 1 if self._is_topic_or_dateline(s, r) else self._before(s, r.first - 1, "،,-–")
        if stop >= s.first and self.forms[stop] == "قد":
            self._subject_within(s, r, stop)
            if r.np is None and self.forms[stop - 1] in _HAD:
                stop = self._before(s, stop - 2, "،,")  # مسؤولون كانوا قد قالوا
        if stop < s.first or (self.words[stop] and self.forms[stop] in _NO_SUBJECT_BEFORE):
            return
        relative = self.words[stop] and bool(classify(self.forms[stop]).flags & wc.RELATIVE)
        if relative:
            stop = self._before(s, stop - 1, "،,")
        starts = self._phrase_starts(s, stop, relative)
        if relative and self.words[stop] and classify(self.forms[stop]).flags & wc.DOCUMENT:
            starts.append(stop)  # عرض فلان الإحصائيات التي تظهر أن …
        for b in starts:
            attached = relative and classify(self.forms[b]).prep
            np = (parse_attached if attached else parse)(self.text, b, stop + 1)
            if (
                np is None
                or np.last < stop
                or is_thing(self.text, np)
                or not (np.head >= 0 or np.has_name or np.fixed or self._known_name(np))
            ):
                continue
            if relative and np.kind == "document" and self.forms[r.last + 1 : r.last + 2] in _ABOUT_IT:
                return  # التقرير الذي قال إنه منحاز: what is spoken of
            if (r.form is None or self._fits(r.form, np)) and (b == s.first or self._stands_free(np, relative)):
                r.np, r.subject_first = np, True
                return

    def _turned_to(self, s: Sentence, r: Report, form: CueForm) -> NounPhrase | None:
        """أما مدير البلدية فقال, أما الوزارة، فقد أكدت: whom the text turns to is the subject of the verb behind ف."""
        stop = r.first - 1 if self.forms[r.first - 1] in _HAD_THEN else r.first
        led = stop < r.first or (self.forms[r.first][0] == "ف" and lookup(self.forms[r.first])[1])
        if not led or self.forms[s.first] not in AS_FOR or not 1 < stop - s.first <= _LONGEST_TOPIC:
            return None
        np = parse(self.text, s.first + 1, stop)
        if np is None or not self._fits(form, np) or not (self.is_speaker(np) or (np.has_name and np.last >= stop - 2)):
            return None
        if np.feminine is not None and not np.plural and not np.has_name and np.feminine != (form.gender == "f"):
            return None  # أما الأزمة فقال إنها …: of what he spoke
        answered = any(classify(f).conj == "ف" and not classify(f).flags for f in self.forms[np.last + 1 : stop])
        return None if answered else np

    def _is_topic_or_dateline(self, s: Sentence, r: Report) -> bool:
        """وعن لاعبي المنتخب قال: …, what he speaks of; واشنطن (CNN) -- قالت …, where the story comes from."""
        if self.forms[r.first - 1] in _DASHES and self.forms[r.first - 2] in _DASHES:
            return True
        if self.forms[s.first] not in _ABOUT or r.first - s.first > _LONGEST_TOPIC:
            return False
        return not any(self.forms[k] in "،," for k in range(s.first, r.first))

    def _look_before(self, s: Sentence, r: Report, form: CueForm) -> None:
        """The subject before the verb, where none stands behind it.

        الوزير يصف القرار بأنه …: whoever heads the sentence judges, and whoever stands behind the verb is judged.
        """
        behind = r.np
        if behind is not None and self.forms[r.first - 1] in _ALREADY:
            self._subject_within(s, r, r.first - 1)  # وكان فلان قد دعا المجلس إلى …
            if r.np is not behind:
                r.subject_first = False
                return
        if behind is not None and not (form.strength == "e" and form.shape == "present"):
            return
        r.np = None
        self._subject_before(s, r)
        if behind is not None and (r.np is None or r.np.first > s.first + 1):
            r.np, r.subject_first = behind, False

    def _subject_within(self, s: Sentence, r: Report, stop: int) -> None:
        """وكان فلان قد قال, أن يكون فلان قد قال: the subject stands between the auxiliary and قد."""
        for k in range(stop - 1, max(s.first - 1, stop - 16), -1):
            if self.forms[k] in _HAD:
                np = parse(self.text, k + 1, stop)
                if (
                    np is not None
                    and np.last == self._before(s, stop - 1, "،,")
                    and r.form is not None
                    and self._fits(r.form, np)
                ):
                    r.np, r.subject_first = np, True
                return

    def _before(self, s: Sentence, k: int, signs: str) -> int:
        """The last token up to `k` that is none of `signs`."""
        while k >= s.first and not self.words[k] and self.forms[k] in signs:
            k -= 1
        return k

    def _phrase_starts(self, s: Sentence, stop: int, relative: bool) -> list[int]:
        """Where a phrase that ends at `stop` may begin: behind function words and signs, at a word with a
        conjunction; before a `relative` clause at an office too (التقت الوكالة أستاذ الآثار فلانا، الذي قال)."""
        low = max(s.first, stop - 18)
        starts = {low}
        for k in range(low, stop + 1):
            if not self.words[k]:
                if self.forms[k] not in "().-/":
                    starts.add(k + 1)
                continue
            w = classify(self.forms[k])
            if self.forms[k] in _HEARD:
                starts = {k + 1}  # سمعت فلانا يقول
            if w.flags & wc.FUNCTION or w.conj or w.prep:
                starts.add(k + 1)
            if w.conj or (relative and w.flags & wc.PERSON_HEAD):
                starts.add(k)
        return sorted(b for b in starts if b <= stop)

    def _fits(self, form: CueForm, np: NounPhrase) -> bool:
        """Whether verb and subject before it agree, in number too (SV: الوزراء قالوا)."""
        several = np.plural or np.joined or np.kind in ("group", "organization")
        return self._agrees(form, np) and (form.number != "p" or several)

    def _stands_free(self, np: NounPhrase, relative: bool) -> bool:
        """Whether a phrase inside a sentence is a subject: named or with a head, and no preposition's object."""
        if np.head < 0 and not np.fixed and not self._known_name(np) and not self._has_given_name(np):
            return False
        before = np.first - 1
        governed = self.words[before] and bool(classify(self.forms[before]).flags & wc.PREPOSITION)
        return relative or not governed or self.forms[before] in ("حسب", "بحسب")

    def _has_given_name(self, np: NounPhrase) -> bool:
        return any(classify(self.forms[k]).flags & wc.GIVEN for k in range(np.first, np.last + 1))

    def _is_standard(self, np: NounPhrase) -> bool:
        """Whether something is only done in accordance with it (حسب تصنيف الاتحاد), or goes by it (حسب الحاجة)."""
        return classify(self.forms[np.first]).stem in _STANDARDS

    def _can_speak(self, np: NounPhrase) -> bool:
        """Whether what stands after بحسب or وفق can be whose words they are: no standard, law or measure."""
        if np.fixed or self._known_name(np):
            return True
        if is_thing(self.text, np):
            return False
        if np.kind == "document":
            return classify(self.forms[np.head]).stem not in _RULES if np.head >= 0 else True
        if np.head < 0:
            given = (classify(self.forms[k]).flags & wc.GIVEN for k in range(np.name_first, np.name_last + 1))
            return np.has_name and np.name_first <= np.first + 1 and any(given)
        return np.head - np.first <= 2
