"""Which particle (أن, إن, بأن) opens the words of a cue, and which belongs to something between them."""

from quotations.lexicon import of_class
from quotations.matching import forms_of
from quotations.reports.bare import Bare
from quotations.reports.reading import AND_THAT, LIKELY, OF_TIME, PRETEXTS, WHAT, Report
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import SAY, lookup
from quotations.words.formulas import formula
from quotations.words.phrase_words import VERBS
from quotations.words.wordclass import classify

_NOT_CONTENT_BEFORE_THAT = LIKELY | forms_of(
    "يبدو تبدو بدا حين حتى يعني تعني بعد قبل منذ دون بدون غير الا رغم برغم مع ومع لولا بمجرد شرط بشرط قبيل "
    "عقب حيث بحيث لو اجل أي علما طالما يمكن ويمكن يجب ويجب ينبغي يتعين لابد بد كان كون يكفي مدى سوى بيد شأنه شأنها "
    "شأنهم شأن رغما شريطة منطلق سيما لاسيما"
)
_BEFORE_NOW = forms_of("سبق يسبق وسبق")  # الجسر الذي سبق أن أغلق
_BECAUSE_WE = forms_of("لأننا لأنني لأني ولأننا ولأنني")
_WERE = forms_of("كان كانت كانوا لم")
_SO_FAR_FROM = forms_of(
    "على في من عن إلى بـ ب"
)  # particles after these belong to a noun, where the cue stands far (على أن تعقد)
_BESIDES = forms_of("خاصة خصوصا سيما لاسيما علما ذلك بالإضافة وخاصة وخصوصا")  # خاصة وأن: no words begin
_ADDED_TO = frozenset({("اضافه", "الي"), ("بالاضافه", "الي"), ("اضافه", "ل"), ("فضلا", "عن"), ("ناهيك", "عن")})
_NOTING = ["مع", "العلم"]
_SAME = forms_of("ذاته ذاتها نفسه نفسها")
_WHEN = OF_TIME | _SAME | forms_of("العام الشهر الأسبوع اليوم الوقت وقت لاحق سابق")  # قررت العام الماضي بأن
_CLOSES = (
    wc.PLACE
    | wc.GIVEN
    | wc.SURNAME
    | wc.TIME
    | wc.NISBA
    | wc.MEDIA_NAME
    | wc.BODY_NAME
    | wc.HEAD
    | wc.ADVERB
    | wc.PORTFOLIO
)  # classes of the last word of a subject or a frame
_TAKE_CLAUSE = PRETEXTS | of_class("nouns.tsv", "clause")
_OF = forms_of("من منه منها منهم")
TAKE = forms_of("إلى على عن من")  # with these a cue takes its object: لفت إلى, حذر من
_LONGEST_LIST = 16  # tokens between a cue and the clause beside its noun
_IF_NOT = ["ان", "لم"]
_LINKED, _B_C, _SPORTS = forms_of("لينكد لنكد"), ["بي", "سي"], (["سبورت"], ["سبورتس"])  # names with an N
_TOPIC = 7  # tokens from the verb back to the particle before its subject
_GOD = forms_of("الله المولى ربه الرب")


class Particles(Bare):
    """Judges the particles behind a cue."""

    def _is_aside(self, k: int) -> bool:
        """وإن كان, يعني أن, خاصة وأن, إضافة إلى أن: a particle that begins nobody's words."""
        previous = self.forms[k - 1]
        hamza = self.text.alif(k)
        if hamza == "آ" or (hamza != "أ" and self.forms[k : k + 2] == _IF_NOT):
            return True  # في آن واحد; لا تفيد إن لم تنفذ
        if previous == "." and self.text.ends[k - 1] == self.text.starts[k] and self.words[k - 2]:
            return True  # (سي.ان.ان): letters
        if self.forms[k] == "ان" and self._is_letter(k):
            return True
        if self.forms[k] == "وان" and self._is_although(k):
            return True
        if self.forms[k].startswith("ان") and (
            previous in _NOT_CONTENT_BEFORE_THAT or (previous[0] in "وف" and previous[1:] in _NOT_CONTENT_BEFORE_THAT)
        ):
            return True
        if self.forms[k] in ("ان", "وان") and previous in _BEFORE_NOW:
            return True
        if self.forms[k] in _BECAUSE_WE:
            return True
        if previous in _BESIDES:
            if classify(self.forms[k - 2]).flags & wc.UNNAMED and not classify(self.forms[k - 2]).definite:
                return False  # أكدت مصادر خاصة أن
            return previous != "ذلك" or not self.forms[k].startswith("بان")
        return (self.forms[k - 2], previous) in _ADDED_TO or self.forms[k - 2 : k] == _NOTING

    def _is_letter(self, k: int) -> bool:
        """سي إن إن, سي إن بي سي, إن بي سي, بي إن سبورتس, لينكد إن: a letter of a Latin name, which the third إن of
        «قالت سي إن إن إن» is not, nor that of «قالت بي بي سي إن»."""
        at = k - 1 - (self.forms[k - 1] == "ان")  # where the C of CNN stands
        of_cnn = self.forms[at] == "سي" and self.forms[at - 1] != "بي"
        sports = self.forms[k - 1] == "بي" and self.forms[k + 1 : k + 2] in _SPORTS
        return of_cnn or sports or self.forms[k - 1] in _LINKED or self.forms[k + 1 : k + 3] == _B_C

    def _opens_clause(self, r: Report, k: int) -> bool:
        if self._is_aside(k):
            return False
        if self.forms[k].startswith("فا"):
            return r.form is None  # فإن … opens the clause of بحسب …، not of a verb
        if r.form is None:
            return True
        judged = r.form.facts & vf.VIEWED and self.forms[k].startswith("بان")  # وصف فلان القرار أمس بأنه …
        if judged or (r.form.cls == "demand" and self._is_asked(r, k)):
            return True
        said = self._has_said_it(r) or self._is_beside(r, k) or self._is_of_something_between(r, k)
        also = self.forms[k - 1] == "كما" and r.form.strength != "s"  # …، كما أن الجسر قديم: what a writer adds
        if said or also or self._is_proviso(r, k) or self._is_anothers_verb(r, k) or self._decides(r, k):
            return False
        if r.negated and r.form.cls == "add":
            return self._leads_near(r, k)  # لم تضف شيئا …: to add in earnest
        if r.form.facts & vf.ABOUT_CLAUSE and self.forms[k - 1] == "عن" and not r.form.has_object:
            return True
        if r.form.facts & vf.BY_CLAUSE and self.forms[k].startswith("بان"):
            return self._leads_near(r, k)  # رد الوزير بأن …
        if r.form.facts & vf.NO_CLAUSE or (r.form.strength != "s" and r.form.has_object and not r.form.facts & vf.TOLD):
            return False
        return (
            r.form.strength == "s"
            or self._leads_near(r, k)
            or self._leads_far(r, k)
            or self._leads_over_insertion(r, k)
            or self._is_added(r, k)
        )

    def _is_added(self, r: Report, k: int) -> bool:
        """وطالب السكان بفتح الجسر وأن ينظف النهر, لافتا إلى قلة الماء، وأن …: a clause beside the noun that the cue
        takes with its preposition."""
        if (
            r.form is None
            or r.form.strength != "w"
            or r.form.has_object
            or r.negated
            or "أ" not in self.text.slice(k, k)
        ):
            return False
        at = (r.np.last if r.np is not None and not r.subject_first else r.last) + 1
        if self.forms[k] not in AND_THAT or not at < k - 1 <= at + _LONGEST_LIST or not self.words[at]:
            return False
        w = classify(self.forms[at])
        takes = self.forms[at] in TAKE or (w.prep == "ب" and r.form.cls == "demand")
        others = (self.forms[j] for j in range(at, k))
        return takes and not any(f in VERBS or classify(f).flags & (wc.THAT | wc.RELATIVE) for f in others)

    def _is_beside(self, r: Report, k: int) -> bool:
        """قالت إنها دعت الناس إلى العمل، وإنها …, قال إن العمال أكدوا حضورهم وإنه …: another clause beside the one in
        which the verb stands."""
        if self.forms[k][0] != "و":
            return False
        for j in range(r.first - 1, max(r.first - _TOPIC, -1), -1):
            if self._that(j):
                return True
            w = classify(self.forms[j])
            if not self.words[j] or w.flags & wc.FUNCTION or w.conj or (lookup(self.forms[j])[0] and not w.definite):
                return False
        return False

    def _is_of_something_between(self, r: Report, k: int) -> bool:
        """أعلن إنشاء لجنة يحق لها أن تراجع …, أكد استعداده للعمل إن وافقوا: an infinitive or an «if» that belongs
        to what stands between the verb and it."""
        if r.form is None or r.form.cls not in ("say", "add") or not (self._is_infinitive(k) or self._is_if(k)):
            return False
        return not self._leads_near(r, k) or (r.negated and self._is_if(k))

    def _is_infinitive(self, k: int) -> bool:
        """أن يعود, وأن تفتح, not أن تطوير المدينة: a present tense behind the particle."""
        if self.forms[k] not in ("ان", "وان", "بان") or k + 1 >= len(self.text):
            return False
        if self.text.alif(k) == "إ":
            return False
        verb = self.forms[k + 1]
        w = classify(verb)
        if w.definite or w.flags & (wc.GIVEN | wc.SURNAME | wc.PLACE | wc.HEAD | wc.TIME) or verb[0] not in "يتن":
            return False
        if w.flags & wc.AUXILIARY or (verb[0] == "ي" and len(verb) > 3 and not w.flags):
            return True
        return verb in VERBS or "ي" + verb[1:] in VERBS

    def _is_if(self, k: int) -> bool:
        """إن وافقوا, وإن عاد, not إن الجسر: the particle that a past tense follows, with its hamza."""
        if self.forms[k] not in ("ان", "وان") or "إ" not in self.text.slice(k, k) or k + 1 >= len(self.text):
            return False
        return self._is_past(k + 1)

    def _is_past(self, k: int) -> bool:
        """عاد, وافقوا: whether a verb in the past, and no noun of the same letters, stands at token `k`."""
        verb = self.forms[k]
        w = classify(verb)
        if w.definite or w.flags or verb[0] in "يتن":
            return False
        return verb in VERBS or any(verb.removesuffix(person) + "ت" in VERBS for person in ("", "وا", "ا"))

    def _decides(self, r: Report, k: int) -> bool:
        """قرر الاتحاد أن تقام المباراة, اتفقوا على أن يعودوا: what is to be done, not what is said; يأمل أن: hoped."""
        if r.form is not None and r.form.facts & vf.WISH and r.style == "finite":
            return True
        if r.form is None or not r.form.facts & vf.TO_DO or self.forms[k] != "ان":
            return False
        return self._is_until(k) or self._is_infinitive(k)

    def _is_until(self, k: int) -> bool:
        """انتهت التجارب إلى أن أقاموا مصنعا, إلى أن صار فقيرا: no verb in the past follows the أن of a report."""
        if self.forms[k - 1] != "الي" or k + 1 >= len(self.text):
            return False
        verb = self.forms[k + 1]
        return verb.endswith("وا") or bool(classify(verb).flags & wc.AUXILIARY) or self._is_past(k + 1)

    def _is_proviso(self, r: Report, k: int) -> bool:
        """تعلن النتائج غدا، على أن تسلم الجوائز لاحقا: on condition that, behind a pause."""
        if self.forms[k] != "ان" or self.forms[k - 1] != "علي" or self.words[k - 2]:
            return False
        return r.form is None or not r.form.facts & vf.ON_CLAUSE

    def _is_anothers_verb(self, r: Report, k: int) -> bool:
        """قال وهو لا يعلم أنه …, أشار إلى الأرقام فنجد أن …: the verb right before the particle governs it."""
        previous = self.forms[k - 1]
        if r.form is None or r.form.strength != "s":
            return False
        if k - r.last <= 2 or not self.words[k - 1] or self.text.alif(k) == "إ":
            return False
        stem = previous[1:] if previous[0] in "وف" else previous
        if stem.startswith("ن"):
            stem = "ي" + stem[1:]  # نجد أن
        return stem in VERBS and not classify(previous).flags & ~wc.COMMON

    def _has_said_it(self, r: Report) -> bool:
        """هكذا قالها فلان; not ما قاله فلان من أن …. And سائلا الله أن …: a prayer."""
        if r.form is not None and r.form.cls == "ask":
            asked = max(r.last, r.np.last if r.np is not None and not r.subject_first else 0)
            return self.forms[asked] in _GOD or self.forms[asked + 1] in _GOD
        said = r.form is not None and r.form.has_object and r.form.lemma == SAY and r.style == "finite"
        return said and self.forms[r.first - 1] not in WHAT

    def _is_asked(self, r: Report, k: int) -> bool:
        """طالب سكان القرى بأن …, مطالبا الجامعة العربية أن …: whom it asks stands between."""
        if self.forms[r.last + 1] in _GOD:
            return False  # داعيا الله أن …: a prayer
        far = k - r.last
        if self.forms[k].startswith("ان") and self._is_its_preposition(r, k - 1):
            return True  # دعا فلان المنظمات الدولية إلى أن …
        if self.forms[k] == "ان" and self._is_asked_of(r, k):
            return True
        asked = self.forms[k] == "ان" and 1 < far <= 4 and r.form is not None and r.form.shape == "participle"
        return asked or (self.forms[k].startswith("بان") and far <= 6)

    def _is_asked_of(self, r: Report, k: int) -> bool:
        """طلب الوزير من مدير المدرسة سليم الحداد أن …: of whom, right behind the verb or its subject."""
        at = (r.np.last if r.np is not None and not r.subject_first else r.last) + 1
        if r.form is None or r.form.has_object or self.forms[at] not in _OF or not 1 < k - at <= _LONGEST_LIST:
            return False
        plain = (self.words[j] and self.forms[j] not in VERBS for j in range(at, k))
        return classify(self.forms[k + 1]).prep == "" and self.forms[k + 1][0] in "يتا" and all(plain)

    def _is_its_preposition(self, r: Report, k: int) -> bool:
        """دعا … إلى أن, حث … على أن: the preposition at `k` with which the verb takes its clause."""
        facts = r.form.facts if r.form is not None else 0
        return bool(facts & (vf.TO_CLAUSE if self.forms[k] == "الي" else vf.ON_CLAUSE if self.forms[k] == "علي" else 0))

    def _is_although(self, k: int) -> bool:
        """وإن كان …, وإن رحبت …: a verb after it, where the particle of a clause has a noun."""
        if self.forms[k + 1] in _WERE:
            return True
        finite = any(f.shape == "past" and f.gender == "f" for f in lookup(self.forms[k + 1])[0])
        return finite and self.text.alif(k) == "إ"

    def _leads_far(self, r: Report, k: int) -> bool:
        """كشف تقرير حديث صادر عن … أن: a weak cue with its own subject leads over any frame, but not to an
        infinitive's أن."""
        if (
            r.np is None
            or r.form is None
            or not (r.form.strength == "w" or r.form.cls == "believe")
            or r.form.has_object
            or (r.form.cls == "demand" and not self.forms[k].startswith("بان"))
        ):
            return False
        previous = self.forms[k - 1]
        if not self.words[k - 1] or self._is_its_preposition(r, k - 1):
            return True
        if previous in _TAKE_CLAUSE or (r.form.strength == "e" and not self._is_view(k)):
            return False
        w = classify(previous)
        closes = w.definite or previous[0].isdigit() or bool(w.flags & _CLOSES) or self._is_his(k - 1)
        closes = closes or (r.form.cls != "ask" and self._may_be_name(k - 1))
        if r.form.cls == "believe" and not r.subject_first:  # واعتبر الشباب الذين … أن: his description stands between
            closes = closes or bool(classify(self.forms[r.np.last + 1]).flags & wc.RELATIVE)
        return previous not in _SO_FAR_FROM and (closes or (not w.flags & wc.FUNCTION and self._states(r, k)))

    def _is_his(self, k: int) -> bool:
        """في نهاية حديثه أن, في الوقت نفسه أن: a frame's last noun with its pronoun, as definite as with ال."""
        form = self.forms[k]
        owned = form.endswith(wc.HIS) and self.text.slice(k, k)[-1] != "ة"
        same = form in _SAME and classify(self.forms[k - 1]).definite  # not آلت على نفسها أن
        return same or (owned and bool(classify(form).flags & (wc.OCCASION | wc.DOCUMENT)))

    def _may_be_name(self, k: int) -> bool:
        """Whether no list knows the word at `k`, and no verb looks like it: the end of a name (… يان برازدل أن)."""
        form, w = self.forms[k], classify(self.forms[k])
        verb = form in VERBS or form[0] in "يتن" or self.text.slice(k, k).endswith(("ت", "وا", "نا", "ى"))
        return not (w.flags or w.prep or w.conj or verb or lookup(form)[0]) and not (
            classify(self.forms[k - 1]).flags & (wc.FUNCTION | wc.COMMON)
        )

    def _leads_over_insertion(self, r: Report, k: int) -> bool:
        """مبرزا، في هذا الصدد، أن …, ولاحظ في السياق ذاته، أنه …: a phrase with its preposition stands between a weak
        cue that names no subject and its particle, and a comma closes it."""
        if r.form is None or r.form.has_object or self.words[k - 1] or r.form.cls == "demand":
            return False
        at = r.last + 1 + (self.forms[r.last + 1] in "،,-–")
        if at >= k - 1 or not self.words[at] or not classify(self.forms[at]).flags & wc.PREPOSITION:
            return False
        if self.forms[at] in ("علي", "الي", "عن", "من"):
            return False  # لفت إلى الأمر، أن: its own preposition
        return not any(not self.words[j] or self._reports(j) for j in range(at, k - 1))

    def _reports(self, k: int) -> bool:
        return any(f.strength == "s" and f.shape != "masdar" for f in lookup(self.forms[k])[0])

    def _is_view(self, k: int) -> bool:
        """… أن النشاط قديم, … أنه قديم: what somebody holds, no infinitive (… استطاعوا أن ينتجوا), no «if»."""
        if self.text.alif(k) == "إ" or k + 1 >= len(self.text):
            return False
        return self.forms[k] not in ("ان", "بان") or self.forms[k + 1][0] not in "يتن"

    def _states(self, r: Report, k: int) -> bool:
        """ذكرت دراسة أجريت في بلدة صغيرة أن النوم …: a text states, where a noun and no verb (an infinitive) stands
        behind the particle at `k`."""
        after = k + 1
        if r.np is None or r.np.kind != "document" or not self.words[after]:
            return False
        return self.forms[after][0] not in "يتن" or classify(self.forms[after]).definite

    def _leads_near(self, r: Report, k: int) -> bool:
        """Whether a cue with other everyday meanings stands close enough: its subject, its frame and one more
        word between."""
        start = max(r.last, r.np.last if r.np and not r.subject_first else r.last) + 1
        honoured = formula(self.text, start) if r.form is not None and r.form.cls in ("demand", "ask") else None
        start += honoured[1] - 1 if honoured is not None else 0  # وسأل الله عز وجل أن: one who is asked
        plain = [j for j in range(start, k) if self.words[j] and not self._framed(r, j)]
        if any(self._reports(j) for j in plain):
            return False  # مما يشير إلى أن: another verb's clause
        plainly = wc.FUNCTION | (wc.DEMONSTRATIVE if self._that(k) else 0)  # في هذا الصدد أن, not يبرز هذا السؤال:
        return sum(not classify(f).flags & plainly and f not in _WHEN for f in (self.forms[j] for j in plain)) <= 1
