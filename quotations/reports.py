"""Reporting events: every cue of a sentence with what it governs, before anybody is decided to be the speaker."""

from dataclasses import dataclass
from typing import Literal

from quotations import wordclass as wc
from quotations.clauses import Ends, before_turn, comma_before, is_conjoined, trimmed
from quotations.cues import CueForm, jussives, lookup
from quotations.marks import Marked
from quotations.matching import word_form
from quotations.nouns import NounPhrase, parse, parse_attached
from quotations.scripture import OPENING, Verse, verses
from quotations.sentences import Sentence
from quotations.text import Text
from quotations.wordclass import classify

Content = Literal["mark", "that", "colon", "bare", "before", "none"]
Style = Literal["finite", "participle", "masdar", "preposition", "colon"]
Tokens = tuple[int, int]


def _forms(text: str) -> frozenset[str]:
    return frozenset(map(word_form, text.split()))


_NEGATIONS = _forms("لم لا لن ولم ولا ولن فلم فلا فلن ألم دون بدون غير عدم ليس وليس")
_WITHOUT = _forms("دون بدون ودون رفض رافضا رافضة ورفض ورفضت رفضت")
_NOT_CONTENT_BEFORE_THAT = _forms(
    "بعد قبل منذ دون بدون غير الا رغم برغم مع ومع لولا بمجرد شرط بشرط قبيل عقب حيث لو اجل أي علما طالما يمكن ويمكن يجب ويجب ينبغي يتعين لابد بد كان كون يكفي مدى سوى بيد المعروف المتوقع المؤكد الواضح المقرر المفترض الممكن المرجح المحتمل الملاحظ الطبيعي الضروري المهم المستبعد"
)
_SO_FAR_FROM = _forms(
    "على في من عن إلى بـ ب"
)  # particles after these belong to a noun, where the cue stands far (على أن تعقد)
_OBJECT_CLAUSE = _forms("وصف اعتبر قدر شبه اتهم")  # وصفها بأنها …: an object, then بأن
_SEEMS = _forms("تبين وتبين يتبين اتضح يظهر ويظهر تظهر يبدو")  # impersonal without a subject: it turned out
_WITHHOLDS = _forms("طلب اشترط رفض فضل ذكر كشف نشر اراد آثر")
_IDENTITY = _forms("اسمه اسمها اسمهم أسمائهم هويته هويتها هويتهم هوياتهم الاسم الهوية اسميهما هويتهما")
_FRAMES = _forms("في وفي خلال وخلال عبر وعبر ضمن")
_SINCE = _forms("بعد قبل منذ إلى دون بدون وبعد وقبل")
_PLATFORMS = _forms("موقع منصة حساب حسابه حسابها صفحته صفحتها صفحة")
_BEGINS = _forms("أما فيما بينما إذ حيث كما في وفيما وبينما لكن غير إلا")
_JUSSIVE_AFTER = _forms("لم ولم فلم ألم")
_REVEALS = _forms("كشف عبر أعرب أبدى")
_MEANWHILE = _forms("فيما بينما في وفيما وبينما")
_WHAT = _forms("ما لما بما فيما مما ومما وما")
_WERE = _forms("كان كانت كانوا كن")
_PURPOSE = _forms("أن ان كي حتى لكي")
_PREPOSITIONS = _forms("بحسب حسب وفق وفقا طبقا وبحسب وحسب ووفق ووفقا وطبقا فبحسب فوفق نقلا")
_AS = _forms("كما حسبما وفقما بحسبما مثلما وكما وحسبما حسبما")
_EXPRESSION = _forms(
    "قول قوله قولها قولهم تعبير تعبيره تعبيرها تعبيرهم وصف وصفه وصفها وصفهم زعم زعمه زعمها زعمهم رايه رايها رايهم راي لسان"
)
_DEMAND = _forms("ضرورة أهمية وجوب")
_RULES = _forms("قانون دستور نظام مادة معيار لائحة عقد اتفاق اتفاقية نص فصل بند خطة قرار مرسوم برنامج")
_REPORTS = _forms("تقرير دراسة بيان بلاغ استطلاع وثيقة تقارير دراسات مذكرة")
_NO_CLAUSE = _forms("تحدث رد علق تكلم واصل ختم اختتم خاطب وجه رفض")
_TELLS = _forms("أخبر أبلغ سأل طمأن ذكر حذر وعد اعتبر أعلم نبه هدد")
_NAME_PARTS = _forms("ابن بن أبو أبي آل بنت ابنة")
_STANDS = _forms("جاء وجاء ورد وورد جاءت وجاءت وردت ووردت ويرد ونقرأ يرد")
_INTERVIEWS = _forms("مقابلة حوار حديث تصريح تصريحات لقاء اتصال مقابلات")
_QUESTION = _forms("هل كيف لماذا متى أين ماذا عما كم")
_IMPERSONAL = _forms("يذكر يشار يتوقع يعتقد يلاحظ يرجح ينتظر ويذكر ويشار ويتوقع ويعتقد ويلاحظ ويرجح يقال ويقال")
_TRANSITIVE = _forms(
    "دعا طالب حث ناشد اتهم وصف اعتبر انتقد هاجم هدد اخبر ابلغ سال وعد حمل شبه خاطب طلب رفض سمى اسمى نشر كشف اعلن عبر اعرب ابدى وجه سجل ثمن ادان شجب استنكر امر نقل ختم واصل تابع جدد كرر ردد لاحظ ابرز اظهر اثبت وجد شرح عرف توقع قدر"
)
_RELAY = _forms("نقل اورد نشر")
_OPENING_MARKS = frozenset("«»\"“”„‹<<''‘″‟")
_CLOSING_MARKS = frozenset("«»\"“”„›>>''’″‟")
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
_DASHES = frozenset("-–—ـ")
_MAX_REGION = 48


@dataclass(slots=True)
class Report:
    """One reporting event. `np` is the overt speaker, None where the subject is dropped; spans are token ranges."""

    sentence: int
    first: int
    last: int
    style: Style
    form: CueForm | None
    np: NounPhrase | None = None
    subject_first: bool = False
    content: Content = "none"
    content_at: int = -1
    content_end: int = -1
    region: Tokens = (0, -1)
    medium: Tokens | None = None
    addressee: Tokens | None = None
    occasion: Tokens | None = None
    negated: bool = False
    main: int = -1  # index of the report whose subject this participle or masdar shares
    relay: int = -1  # where the preposition begins that names the medium at the sentence's end
    cueless: bool = False  # a verse that only its reference names
    own_source: bool = False  # نقلت … عن فلان: np is whom they quote, medium who relays


class Reader:
    """Reads the reports of one sentence after the other."""

    def __init__(self, text: Text, sentences: list[Sentence], marked: list[Marked]) -> None:
        self.text, self.forms, self.words = text, text.forms, text.words
        self.sentences = sentences
        self.top = {m.opening: m for m in marked if m.depth == 0}
        self.marked_starts = {m.first for m in marked if m.depth == 0}
        self.verses = self._verses_by_sentence()
        self.known: set[str] = set()  # last names that the registry knows

    def _verses_by_sentence(self) -> dict[int, list[Verse]]:
        out: dict[int, list[Verse]] = {}
        n = 0
        for v in verses(self.text):
            while n + 1 < len(self.sentences) and self.sentences[n].last < v.first:
                n += 1
            if self.sentences and self.sentences[n].first <= v.first <= self.sentences[n].last:
                out.setdefault(n, []).append(v)
        return out

    def read(self, n: int) -> list[Report]:
        """The reports of sentence `n`, in the order of their cues."""
        s = self.sentences[n]
        found: list[Report] = []
        cues = self._cues(s)
        positions = [j for j, _ in cues if not self._attributes(s, j)]
        k = 0
        for j, form in cues:
            while k < len(positions) and positions[k] <= j:
                k += 1
            following = positions[k] if k < len(positions) else s.last + 1
            report = self._report(n, s, j, form, following)
            if report is not None:
                found.append(report)
        contents = {r.content_at for r in found if r.content in ("colon", "that")}
        found += [r for r in self._prepositions(n, s, found) if r.first not in contents]
        label = self._label(n, s, found)
        if label:
            found.append(label)
        found.sort(key=lambda r: r.first)
        self._chain(found)
        found = self._relays(found)
        found = self._verses(n, s, found)
        self._brackets(s, found)
        ends = Ends(self.text, s, self._cuts(s, found))
        for r in found:
            if r.content in ("that", "colon", "bare") and r.content_end < 0:
                r.content_end = ends.after(r.content_at, s.last if r.relay < 0 else r.relay - 1)
        self._quoted_by_outlet(found)
        self._within(found)
        self._denied(found)
        return found

    def _denied(self, reports: list[Report]) -> None:
        """نفى أن يكون قال: …, نفت ما قاله فلان من أن …: what stands in a denied clause is not asserted either."""
        until, pending = -1, False
        for r in reports:
            denies = r.negated or (r.form is not None and r.form.cls == "deny")
            relative = r.first > 0 and self.forms[r.first - 1] in _WHAT
            if r.first <= until or (pending and relative and not denies):
                r.negated = True
            if denies and r.content in ("that", "colon") and r.content_end > until:
                until = r.content_end
            pending = denies and r.content == "none"

    def _within(self, reports: list[Report]) -> None:
        """قال إنه يأمل بأن …: a view inside somebody's clause is part of what is said, not a report of the writer's."""
        last, first, outer = -1, -1, False
        for r in reports:
            if (
                r.first <= last
                and r.first > first
                and outer
                and r.content == "that"
                and r.form is not None
                and r.form.strength != "s"
            ):
                if r.content_end <= last and r.style == "finite":
                    r.content, r.content_at, r.content_end = "none", -1, -1
            elif r.content in ("that", "colon") and r.content_end > last:
                first, last, outer = r.content_at, r.content_end, r.style != "preposition"

    # -- where clauses end ----------------------------------------------------------------------------------------

    def _cuts(self, s: Sentence, reports: list[Report]) -> list[tuple[int, int]]:
        """The cues at which a clause that stands before them ends, each with the last token before it."""
        out: list[tuple[int, int]] = []
        for r in reports:
            k = r.first
            if k <= s.first + 1:
                continue
            if r.style == "participle":
                if r.content != "none" or comma_before(self.text, k):
                    out.append((k, k - 1))
            elif r.style == "preposition":
                closes = r.content == "before" and (self._is_last(s, r) or self.forms[k - 1] == "وذلك")
                if comma_before(self.text, k) and (closes or (r.content == "that" and not r.cueless)):
                    out.append((k, k - 1))
            elif r.style == "finite" and is_conjoined(self.text, k):
                if self._goes_on(r):
                    out.append((k, k - 2 if self.forms[k - 1] == "و" else k - 1))
            elif r.style == "finite":
                start = min(k, r.np.first) if r.np else k
                end = before_turn(self.text, s.first, start)
                if end < start - 1 and self._turns(r, end + 1):
                    out.append((min(k, end + 1), end))
        return out

    def _goes_on(self, r: Report) -> bool:
        """وأضاف …, وكشف عن …: the writer's next report, not a verb of the clause."""
        if r.form is None or (r.content != "none" and comma_before(self.text, r.first)):
            return True
        if r.form.shape != "past":
            return False
        about = self.forms[r.first + 1] == "عن" or (
            r.np is not None and self.forms[min(r.np.last + 1, len(self.forms) - 1)] == "عن"
        )
        return r.form.strength == "s" or (about and r.form.lemma in _REVEALS)

    def _turns(self, r: Report, at: int) -> bool:
        """Whether the connective at `at` turns to another report: فيما قال …, في حين أعرب فلان عن …."""
        if r.form is None:
            return False
        said = r.form.strength != "w" or (r.form.shape == "past" and r.form.cls == "say")
        if r.content != "none":
            return said
        return self.forms[at] in _MEANWHILE and r.form.shape == "past" and r.np is not None and r.form.cls == "say"

    def _is_last(self, s: Sentence, r: Report) -> bool:
        """Whether nothing but its own frame follows an attribution (…، على حد تعبيره)."""
        end = max(part[1] for part in ((r.last, r.np.last if r.np else r.last), r.region, r.medium or (0, 0)))
        return not any(self.words[end + 1 : s.last + 1])

    # -- verses and brackets ----------------------------------------------------------------------------------------

    def _verses(self, n: int, s: Sentence, reports: list[Report]) -> list[Report]:
        """Verses that a reference names are God's words, with or without a cue of their own."""
        found = [v for v in self.verses.get(n, [])]
        if not found:
            return reports
        out = [r for r in reports if not any(v.first <= r.first <= v.last for v in found)]
        for v in found:
            led = next(
                (
                    r
                    for r in out
                    if r.content in ("that", "colon", "bare", "mark") and v.first - 2 <= r.content_at <= v.first
                ),
                None,
            )
            if led is None:
                led = Report(
                    n,
                    *v.reference,
                    "preposition",
                    None,
                    NounPhrase(*v.reference, "document", feminine=False, fixed="الله"),
                    cueless=True,
                )
                out.append(led)
            led.content, led.content_at, led.content_end = "that", v.first, v.last
        out.sort(key=lambda r: r.first)
        return out

    def _brackets(self, s: Sentence, reports: list[Report]) -> None:
        """قال: (…): words in brackets end with them."""
        for r in reports:
            at = r.content_at
            if r.content not in ("that", "colon", "bare") or r.content_end >= 0 or self.forms[at] not in OPENING:
                continue
            closing = next((k for k in range(at + 1, s.last + 1) if self.forms[k] == OPENING[self.forms[at]]), -1)
            if closing - at > 4 or closing < 0:
                r.content_at = at + 1
                r.content_end = closing - 1 if closing > 0 else -1

    # -- cues -----------------------------------------------------------------------------------------------------

    def _end_of_mark(self, j: int) -> int:
        m = self.top[j]
        return m.closing if m.closing >= 0 else m.last

    def _cues(self, s: Sentence) -> list[tuple[int, CueForm]]:
        out: list[tuple[int, CueForm]] = []
        j = s.first
        while j <= s.last:
            if j in self.top:
                j = self._end_of_mark(j) + 1
                continue
            if self.words[j]:
                readings, cut = lookup(self.forms[j])
                if not readings and j > s.first and self.forms[j - 1] in _JUSSIVE_AFTER:
                    readings = jussives().get(self.forms[j], ())
                if readings:
                    form = self._choose(s, j, readings, cut)
                    if form is not None and not self._inserted(s, j, form):
                        out.append((j, form))
            j += 1
        return out

    def _attributes(self, s: Sentence, j: int) -> bool:
        """…، بحسب ما نقل فلان، …: a verb inside an attribution that may stand between a cue and its words."""
        return j - 2 > s.first and self.forms[j - 1] in ("ما", "لما") and self.forms[j - 2] in _PREPOSITIONS

    def _inserted(self, s: Sentence, j: int, form: CueForm) -> bool:
        """A weak verb inside somebody's description: مصدر طلب عدم ذكر اسمه, ما يسمى المجلس, أبحاثهم التي نشرت في مجلة …."""
        if form.strength == "s" and form.lemma != "ذكر" or j == s.first:
            return False
        if form.lemma in _WITHHOLDS and any(self.forms[k] in _IDENTITY for k in range(j + 1, min(j + 5, s.last + 1))):
            return True
        previous = self.forms[j - 1]
        if previous == "ان" and j - 2 >= s.first and self.forms[j - 2] in _SINCE:
            return True  # بعد أن أبلغته الصحيفة
        if form.lemma in ("سمي", "اسمي") and previous in _WHAT:
            return True
        if form.shape == "participle" or not self.words[j - 1] or not classify(previous).flags & wc.RELATIVE:
            return False
        near = range(j + 1, min(j + 5, s.last + 1))
        return not any(
            k in self.top or self.forms[k] == ":" or (self.words[k] and classify(self.forms[k]).flags & wc.THAT)
            for k in near
        )

    def _choose(self, s: Sentence, j: int, readings: tuple[CueForm, ...], cut: int) -> CueForm | None:
        """The reading that the neighbours allow, None where the word is no cue here."""
        previous = self.forms[j - 1] if j > s.first else ""
        following = self.forms[j + 1] if j < s.last else ""
        before = classify(previous) if previous and self.words[j - 1] else None
        for form in readings:
            if form.shape in ("past", "present"):
                if before and before.flags & wc.PREPOSITION and not cut:
                    continue
                if previous in _NAME_PARTS or self._first_person(j, form, cut):
                    continue
                if (
                    form.strength == "w"
                    and form.shape == "present"
                    and (previous in _PURPOSE or (cut and self.forms[j][cut - 1] == "ل"))
                ):
                    continue  # ليظهر أن, أن تعرف أن: what is wished, not reported
                if (
                    before
                    and before.flags & wc.DEMONSTRATIVE
                    and not before.definite
                    and form.strength == "w"
                    and not cut
                ):
                    continue
                looks_like_noun = form.shape == "past" and form.gender == "m" and form.number == "s"
                if (
                    form.strength == "w"
                    and not cut
                    and before is not None
                    and looks_like_noun
                    and not self._may_precede_verb(before, previous)
                ):
                    continue
                if form.lemma == "عبر" and "عن" not in self.forms[j + 1 : j + 9]:
                    continue
                if form.lemma == "بين" and form.shape == "past" and form.gender == "m" and not self._is_bayyana(j):
                    continue
                return form
            if form.shape == "participle":
                if before and before.flags & wc.PREPOSITION:
                    continue
                return form
            if form.lemma in ("صرح", "علق") and before and before.flags & wc.PREPOSITION:
                continue  # في تصريح, ضمن تصريح: where it was said
            if self._masdar_reports(j, following):
                return form
        return None

    def _first_person(self, j: int, form: CueForm, cut: int) -> bool:
        """أعتقد, أعترف: the hamza is written in the first person of the present only, not in the past (اعتقد)."""
        if (
            form.shape != "past"
            or len(form.lemma) < 5
            or form.lemma[0] != "ا"
            or form.lemma[2] not in "تن"
            and form.lemma[1:3] != "ست"
            and form.lemma[1] != "ن"
        ):
            return False
        return self.text.raw[self.text.starts[j] + cut] == "أ"

    def _may_precede_verb(self, before: wc.Word, previous: str) -> bool:
        """What stands before a verb without و: a particle, its subject, never an indefinite ordinary noun."""
        if previous == "عدم":
            return False
        if before.flags & (
            wc.CONJUNCTION | wc.RELATIVE | wc.THAT | wc.ADVERB | wc.TIME | wc.AUXILIARY | wc.PRONOUN | wc.SAME
        ):
            return True
        return (
            before.definite
            or not before.flags & wc.COMMON
            or bool(before.flags & (wc.HEAD | wc.NISBA | wc.GIVEN | wc.SURNAME))
        )

    def _is_bayyana(self, j: int) -> bool:
        """بيّن, not the preposition بين: the shadda is written, or أن or a colon comes within three words."""
        if "\u0651" in self.text.raw[self.text.starts[j] : self.text.ends[j]]:
            return True
        for k in range(j + 1, min(j + 9, len(self.forms))):
            form = self.forms[k]
            if form in _OPENING_MARKS or form == ":" or (self.words[k] and classify(form).flags & wc.THAT):
                return not any(self.words[i] and classify(self.forms[i]).conj == "و" for i in range(j + 1, k))
        return False

    def _masdar_reports(self, j: int, following: str) -> bool:
        if following in _OPENING_MARKS or following == ":":
            return True
        if not following:
            return False
        if classify(following).flags & wc.THAT:
            return True
        for k in range(j + 1, min(j + 5, len(self.forms))):
            form = self.forms[k]
            if form == ":" or form in _OPENING_MARKS:
                return self.forms[j].startswith(("بقول", "بالقول", "قول", "وقول"))
            if self.words[k] and classify(form).flags & wc.THAT:
                return True
        return False

    # -- what a cue governs ---------------------------------------------------------------------------------------

    def _report(self, n: int, s: Sentence, j: int, form: CueForm, following: int) -> Report | None:
        style: Style = "finite" if form.shape in ("past", "present", "passive") else form.shape  # type: ignore[assignment]
        r = Report(n, j, j, style, form)
        r.negated = self._negated(s, j, form)
        k = j + 1
        if style == "finite":
            r.np = self._subject_after(s, r, k, following)
            if r.np:
                k = r.np.last + 1
                if k < len(self.forms) and self.forms[k] in _CLOSING_MARKS and r.np.first - 1 in self.top:
                    k += 1
        elif style == "masdar" and not form.has_object:
            np = parse(self.text, k, following)
            if np and self._plausible(np, following):
                r.np, k = np, np.last + 1
        self._region(s, r, k, following)
        if style == "finite" and r.np is None and not (lookup(self.forms[j])[1] and self.forms[j][0] in "وف"):
            self._subject_before(s, r)
        if form.strength != "s" and r.content == "bare":
            r.content = "none"
        if style == "finite" and r.medium is None and j - s.first > 3 and self.forms[s.first] in _FRAMES:
            self._leading_frame(s, r)
        if style == "masdar" and r.content == "none":
            return None
        if r.np is None and (
            self.forms[j] in _SEEMS or form.shape == "present" and j > s.first and self.forms[j - 1] in _WHAT
        ):
            return None  # مما يشير إلى أن: what the writer concludes
        if j - 2 > s.first and self.forms[j - 1] in _WERE and self.forms[j - 2] == "اذا":
            return None  # سئلوا عما إذا كانوا يرون أن: what is asked, not what they said
        if form.shape == "masdar" and r.np is None and self.forms[j] in ("القول", "والقول"):
            return None  # يمكن القول إن: the writer's own
        if self.forms[j] in _IMPERSONAL and r.np is None and r.content == "that" and r.content_at - j <= 3:
            return None  # يذكر أن, يشار إلى أن: the writer's own
        return r

    def _leading_frame(self, s: Sentence, r: Report) -> None:
        """وفي تصريح لصحيفة كذا، قال فلان: the frame stands before the verb, closed by a comma."""
        stop = next((k for k in range(s.first, min(r.first, s.first + 30)) if self.forms[k] in "،,"), -1)
        if stop < 0 or (lookup(self.forms[r.first])[1] and self.forms[r.first][0] == "و"):
            return
        target = classify(self.forms[s.first + 1])
        if self.words[s.first + 1] and target.flags & wc.OCCASION:
            r.occasion = r.occasion or (s.first + 1, self._occasion_end(s.first + 1, stop))
            self._frame_parts(s, r, r.occasion[1] + 1, stop)
            r.medium = r.medium or self._outlet_inside((s.first + 1, stop - 1), stop)

    def _negated(self, s: Sentence, j: int, form: CueForm) -> bool:
        """لم يؤكد, لا يعتقد أن, ما قال, دون أن يؤكد; not the relative ما (بحسب ما ذكر)."""
        if j == s.first:
            return False
        previous = self.forms[j - 1]
        if previous in ("ما", "وما", "فما"):
            return form.shape == "past" and (previous != "ما" or j - 2 < s.first or not self.words[j - 2])
        if previous in ("ان", "قد") and j - 2 >= s.first:
            return self.forms[j - 2] in _WITHOUT
        return previous in _NEGATIONS

    def _subject_after(self, s: Sentence, r: Report, k: int, following: int) -> NounPhrase | None:
        """The subject right after its verb (VS), past short insertions."""
        form = r.form
        assert form is not None
        if form.number == "p" and form.shape in ("past", "present"):
            return None  # قالوا, يقولون have their subject inside
        end = min(s.last + 1, following if following > k else s.last + 1)
        while (
            k < end
            and self.words[k]
            and classify(self.forms[k]).flags & (wc.ADVERB | wc.TIME)
            and not classify(self.forms[k]).flags & wc.HEAD
        ):
            k += 1
        # «… قال (عنه) فلان»
        if (
            k < end
            and self.words[k]
            and self.forms[k]
            in (
                "عنه",
                "عنها",
                "له",
                "لها",
                "لهم",
                "فيه",
                "فيها",
                "لي",
                "لنا",
                "به",
                "بها",
                "عليه",
                "عليها",
                "اليه",
                "اليها",
                "منه",
                "منها",
            )
        ):
            k += 1
        if k in self.top:
            return self._marked_subject(s, k)
        np = parse(self.text, k, end) if k < end else None
        if np is None or not self._agrees(form, np) or not self._plausible(np, end):
            return None
        if form.lemma in _TRANSITIVE:
            if not self._is_subject(np, form):
                return None
            goes_on = r.first > s.first and self.forms[r.first][0] == "و" and form.cls == "demand"
            if goes_on and (np.plural or np.kind in ("group", "organization")):
                return None  # …، وحث زعماء العالم على …: whom the sentence's subject asks
        return np

    def _marked_subject(self, s: Sentence, k: int) -> NounPhrase | None:
        """A name in marks right after its verb (وأعلنت «…» عن, قال "فلان"، الخبير …, ونفى "فلان" أن): the subject, not the words."""
        m = self.top[k]
        if m.closing < 0 or m.last - m.first > 4 or m.closing + 1 > s.last:
            return None
        after = m.closing + 1
        form = self.forms[after]
        w = classify(form) if self.words[after] else None
        goes_on = form in "(:" or (form in "،," and self._content_follows(s, after + 1))
        if w is not None:
            goes_on = (
                bool(w.flags & wc.THAT)
                or (form in ("عن", "علي", "في", "الي", "خلال") or bool(w.flags & wc.NISBA))
                and (form in ("عن", "علي", "الي") or self._content_follows(s, after))
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

    def _content_follows(self, s: Sentence, k: int) -> bool:
        for j in range(k, min(s.last + 1, k + 30)):
            if j in self.top or self.forms[j] == ":" or (self.words[j] and classify(self.forms[j]).flags & wc.THAT):
                return True
        return False

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
        if form in _OPENING_MARKS or form == ":":
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

    def is_speaker(self, np: NounPhrase) -> bool:
        """Whether a phrase is a person, a body or a source by more than its place."""
        if np.head >= 0 or np.fixed or np.joined or self._known_name(np):
            return True
        if not np.has_name:
            return False
        classes = [classify(self.forms[k]) for k in range(np.name_first, np.name_last + 1) if self.words[k]]
        return any(w.flags & wc.GIVEN and not w.flags & wc.COMMON for w in classes) or all(
            not w.flags & ~wc.SURNAME and not w.definite for w in classes
        )

    def _known_name(self, np: NounPhrase) -> bool:
        return self.forms[np.last] in self.known or (np.has_name and self.forms[np.name_last] in self.known)

    def _is_subject(self, np: NounPhrase, form: CueForm) -> bool:
        """Whether the phrase after a verb that takes an object is its subject: a person, or the verb agrees with it in the feminine."""
        if np.kind in ("person", "unnamed_source", "document") and (
            np.has_name or np.head >= 0 or self._known_name(np)
        ):
            return True
        if np.fixed:
            return True
        if np.head < 0:
            return self._known_name(np)
        return form.gender == "f" or np.feminine is False or np.plural

    def _region(self, s: Sentence, r: Report, k: int, following: int) -> None:
        """Walk from the subject to where the content begins, reading medium, addressee and occasion on the way."""
        start = k
        forms, words = self.forms, self.words
        stop = min(s.last, k + _MAX_REGION)
        while k <= stop:
            form = forms[k]
            if k == following:
                break
            if k in self.top:
                if self._is_medium_mark(k, r):
                    end = self._end_of_mark(k)
                    r.medium = r.medium or (self.top[k].first, self.top[k].last)
                    k = end + 1
                    continue
                if self._is_inserted_name(k, r):
                    k = self._end_of_mark(k) + 1
                    continue
                if self._leads_to(r, start, k) and not self._that_after_mark(s, k):
                    r.content, r.content_at = "mark", k
                    break
                k = self._end_of_mark(k) + 1
                continue
            if form == ":":
                if (
                    r.form is not None
                    and r.form.strength != "s"
                    and k + 1 not in self.top
                    and not self._leads_near(r, k)
                ):
                    break
                after = k + 1
                if not any(self.words[after : s.last + 1]) and not any(j in self.top for j in range(after, s.last + 1)):
                    self._next_line(s, r)
                elif after in self.top:
                    r.content, r.content_at = "mark", after
                elif after <= s.last:
                    if words[after] and classify(forms[after]).flags & wc.THAT:
                        after += 1
                        if after in self.top:
                            r.content, r.content_at = "mark", after
                            break
                    r.content, r.content_at = "colon", after
                break
            if words[k]:
                w = classify(form)
                if w.flags & wc.THAT and form not in ("انما",) and self._opens_clause(r, k):
                    after = k + 1
                    if after <= s.last and forms[after] in ":،" and after + 1 <= s.last:
                        after += 1
                    if after in self.top and not self._short_mark(s, after):
                        r.content, r.content_at = "mark", after
                    elif after <= s.last:
                        r.content, r.content_at = "that", after
                    break
                if self._is_demand(r, k, w):
                    after = k + 2 if self.forms[k + 1] in ("ان", "انه", "انها") else k + 1
                    r.content, r.content_at = "that", after
                    break
                if form in _QUESTION and r.form and r.form.cls == "ask" and k - r.last < 10:
                    r.content, r.content_at = "that", k
                    break
                step = self._adjunct(s, r, k, following)
                if step:
                    k = step
                    continue
            k += 1
        r.region = (start, k - 1)
        if (
            r.content == "none"
            and k > s.last
            and r.form
            and r.form.lemma in ("قال", "اضاف", "تابع")
            and r.style == "finite"
        ):
            self._bare(s, r, start)

    def _next_line(self, s: Sentence, r: Report) -> None:
        """قال الشاعر: and a new line: the words are the line below."""
        n = r.sentence + 1
        if n >= len(self.sentences) or (r.form is not None and r.form.strength != "s"):
            return
        below = self.sentences[n]
        if (
            below.scope == s.scope
            and below.first not in self.top
            and self.words[below.first]
            and below.last - below.first >= 3
        ):
            at = below.first + 1 if classify(self.forms[below.first]).flags & wc.THAT else below.first
            r.content, r.content_at, r.content_end = "colon", at, trimmed(self.text, at, below.last)

    def _is_demand(self, r: Report, k: int, w: wc.Word) -> bool:
        """أكد ضرورة …, شدد على أهمية أن …: what ought to be; أهمية only before أن or a verbal noun (أهمية فتح قنوات)."""
        stem = self.forms[k] if self.forms[k] in _DEMAND else w.stem if w.prep else ""
        if (
            stem not in _DEMAND
            or r.form is None
            or r.form.cls not in ("say", "demand", "believe", "add")
            or k + 1 >= len(self.forms)
        ):
            return False
        if (
            stem == "اهميه"
            and classify(self.forms[k + 1]).definite
            or self.forms[k - 1] == "مدي"
            or not self.words[k + 1]
        ):
            return False
        near = k - max(r.last, r.np.last if r.np and not r.subject_first else 0) <= 4
        return near or self.forms[k - 1] == "علي" or bool(w.prep)

    def _bare(self, s: Sentence, r: Report, start: int) -> None:
        """قال and أضاف at the head of a sentence with neither particle nor mark: the words begin after subject and frame."""
        if r.first - s.first > 1 or r.form is None or r.form.has_object or r.form.shape != "past":
            return
        ends = [part[1] + 1 for part in (r.medium, r.addressee, r.occasion) if part is not None]
        k = max([start, *ends])
        while k <= s.last and not self.words[k]:
            k += 1
        if s.last - k < 5:
            return
        w = classify(self.forms[k])
        if w.prep or (w.flags & wc.PREPOSITION and self.forms[k] != "علي"):
            return
        r.content, r.content_at = "bare", k

    def _leads_to(self, r: Report, start: int, k: int) -> bool:
        """Whether a cue reaches a mark without a particle: nothing stands between but its subject, its frame and a preposition."""
        previous = self.forms[k - 1]
        strong = r.form is not None and r.form.strength == "s"
        if strong and (previous in "،,." or k - start <= 3):
            return True
        for j in range(start, k):
            if not self.words[j]:
                continue
            w = classify(self.forms[j])
            if self._framed(r, j) or (w.flags & (wc.ADVERB | wc.TIME | wc.CONJUNCTION) and not w.prep):
                continue
            if w.flags & wc.PREPOSITION or self.forms[j] in ("ب", "ل", "بـ", "لـ"):
                continue
            if strong and j - start < 8 and not w.flags & (wc.NAME_MARK | wc.ORGANIZATION | wc.MEDIA):
                continue
            if r.form is not None and r.form.strength == "e" and j - start < 6:
                continue
            return False
        return True

    def _framed(self, r: Report, j: int) -> bool:
        return any(part is not None and part[0] - 1 <= j <= part[1] for part in (r.medium, r.addressee, r.occasion))

    def _opens_clause(self, r: Report, k: int) -> bool:
        previous = self.forms[k - 1]
        if previous in _NOT_CONTENT_BEFORE_THAT and self.forms[k].startswith("ان"):
            return False
        if self.forms[k].startswith("فا"):
            return r.form is None  # فإن … opens the clause of بحسب …، not of a verb
        if r.form is None:
            return True
        if r.form.has_object and r.form.lemma in _OBJECT_CLAUSE and self.forms[k].startswith("بان"):
            return True
        if r.form.lemma in _NO_CLAUSE or (r.form.strength != "s" and r.form.has_object and r.form.lemma not in _TELLS):
            return False
        return r.form.strength == "s" or self._leads_near(r, k) or self._leads_far(r, k)

    def _leads_far(self, r: Report, k: int) -> bool:
        """كشف تقرير حديث صادر عن … أن: a weak cue with its own subject leads over any frame, but not to an infinitive's أن."""
        if (
            r.np is None
            or r.form is None
            or r.form.strength != "w"
            or r.form.has_object
            or (r.form.cls == "demand" and not self.forms[k].startswith("بان"))
        ):
            return False
        previous = self.forms[k - 1]
        if not self.words[k - 1]:
            return True
        w = classify(previous)
        return previous not in _SO_FAR_FROM and (w.definite or previous[0].isdigit() or bool(w.flags & _CLOSES))

    def _leads_near(self, r: Report, k: int) -> bool:
        """Whether a cue with other everyday meanings stands close enough: its subject, its frame and one more word between."""
        start = max(r.last, r.np.last if r.np and not r.subject_first else r.last) + 1
        plain = [j for j in range(start, k) if self.words[j] and not self._framed(r, j)]
        return sum(not classify(self.forms[j]).flags & wc.FUNCTION for j in plain) <= 1

    def _that_after_mark(self, s: Sentence, k: int) -> bool:
        """التقرير الذي أنجز حول «…»، أن …: the marks belong to the frame, the words begin after أن."""
        k = self._end_of_mark(k) + 1
        if k <= s.last and self.forms[k] in "،,":
            k += 1
        return (
            k <= s.last
            and self.words[k]
            and bool(classify(self.forms[k]).flags & wc.THAT)
            and not classify(self.forms[k]).conj
        )

    def _short_mark(self, s: Sentence, k: int) -> bool:
        """أن "إسرائيل" تواجه …: a name in marks begins the clause, which goes on behind it."""
        m = self.top[k]
        after = m.closing + 1
        return (
            m.closing >= 0
            and m.last - m.first <= 1
            and after < s.last
            and self.words[after]
            and not classify(self.forms[after]).conj
        )

    def _is_medium_mark(self, k: int, r: Report) -> bool:
        """لـ"رويترز", لصحيفة "…", مع قناة «…»: a short marked name after ل or after the head of an outlet."""
        m = self.top[k]
        if m.last - m.first > 4:
            return False
        previous = self.forms[k - 1]
        if previous in ("لـ", "ل"):
            office = r.np is not None and r.np.last == k - 2 and r.np.last != r.np.name_last and r.np.kind == "person"
            return not office  # المتحدث الرسمي لـ«…»
        w = classify(previous) if self.words[k - 1] else None
        return bool(w and w.flags & wc.MEDIA and not w.definite)

    def _is_inserted_name(self, k: int, r: Report) -> bool:
        """A short name in marks after a noun that names (حركة «…», هيئة "…"), not the content."""
        m = self.top[k]
        if m.last - m.first > 3 or m.closing < 0:
            return False
        previous = self.forms[k - 1]
        if not self.words[k - 1]:
            return False
        w = classify(previous)
        return bool(w.flags & (wc.NAME_MARK | wc.ORGANIZATION | wc.MEDIA)) and k - 1 > r.last

    def _adjunct(self, s: Sentence, r: Report, k: int, following: int) -> int:
        """Medium, addressee, occasion, source beside the cue; returns the token after what was read, 0 for nothing."""
        form = self.forms[k]
        w = classify(form)
        limit = min(s.last + 1, following)
        if not w.prep and form[0] == "ل" and len(form) == 3 and self._media_phrase(k, "ل"):
            w = w._replace(prep="ل")  # لبي بي سي
        if w.prep == "ل" or form in ("لـ", "ل", "الي", "مع", "عبر", "علي"):
            at = k if w.prep else k + 1
            if at < limit and at not in self.top and self.words[at]:
                target = w if w.prep else classify(self.forms[at])
                if (
                    target.flags & (wc.MEDIA | wc.MEDIA_NAME)
                    and not target.flags & wc.OCCASION
                    or self._media_phrase(at, w.prep)
                    or (
                        target.flags & wc.ORGANIZATION
                        and self._interviewed(r, form, w.prep)
                        and not target.flags & wc.OCCASION
                    )
                ):
                    last = self._media_end(at, limit)
                    r.medium = r.medium or (at, last)
                    return last + 1
                if (
                    form not in ("مع", "عبر", "علي")
                    and target.flags & (wc.ADDRESSEE | wc.PERSON_HEAD | wc.GROUP)
                    and r.addressee is None
                    and (form != "الي" or target.flags & wc.ADDRESSEE)
                ):
                    np = parse(self.text, at, limit) if not w.prep else None
                    last = np.last if np else self._attached_end(at, limit)
                    r.addressee = (at, last)
                    return last + 1
        if form in ("في", "خلال", "عبر", "اثناء", "علي", "عقب", "بعد", "ضمن") and k + 1 < limit and self.words[k + 1]:
            target = classify(self.forms[k + 1])
            if target.stem in _PLATFORMS and (last := self._platform_end(k + 1, limit)) > 0:
                r.medium = r.medium or (k + 1, last)
                return last + 1
            if target.flags & (wc.OCCASION | wc.DOCUMENT | wc.MEDIA):
                last = self._occasion_end(k + 1, limit)
                if r.occasion is None:
                    r.occasion = (k + 1, last)
                    r.medium = r.medium or self._outlet_inside(r.occasion, limit)
                return last + 1
        if form == "عن" and r.form and r.form.lemma == "نقل" and not r.own_source:
            np = parse(self.text, k + 1, limit)
            if np and r.np:
                r.medium, r.np, r.own_source = (r.np.first, r.np.last), np, True
                return np.last + 1
        if form == "نقلا" and k + 2 < limit and self.forms[k + 1] == "عن" and r.np and not r.own_source:
            np = parse(self.text, k + 2, limit)
            if np and (r.np.kind == "document" or np.kind in ("person", "unnamed_source")):
                r.medium, r.np, r.own_source = (r.np.first, r.np.last), np, True
                return np.last + 1
            if np:
                return np.last + 1
        return 0

    def _platform_end(self, at: int, limit: int) -> int:
        """The last token of موقع التواصل الاجتماعي «…», منصة إكس, حسابه على تويتر; 0 where no platform is named."""
        named, last = False, at
        for k in range(at + 1, min(at + 8, limit)):
            if k in self.top:
                return self._end_of_mark(k) if self.top[k].last - self.top[k].first <= 3 else 0
            w = classify(self.forms[k]) if self.words[k] else None
            if w is None or w.flags & wc.THAT or lookup(self.forms[k])[0] and not w.definite:
                break
            if w.flags & wc.MEDIA_NAME or w.stem in ("تواصل", "فايسبوك", "فيسبوك", "اكس"):
                named = True
            elif named and not w.definite:
                break
            last = k
        return last if named else 0

    def _interviewed(self, r: Report, form: str, prep: str) -> bool:
        """في مقابلة مع …, في تصريح لـ…: whoever follows is who was told."""
        if r.occasion is None or not (prep == "ل" or form in ("مع", "لـ", "ل")):
            return False
        return classify(self.forms[r.occasion[0]]).stem in _INTERVIEWS

    def _media_phrase(self, at: int, prep: str) -> bool:
        """Whether an outlet's name stands at `at`: فرانس برس, لبي بي سي, للجزيرة نت."""
        form = self.forms[at]
        stem = form if not prep else "ال" + form[2:] if form.startswith("لل") else form[1:]
        for parts, flags in wc.phrases().get(stem, ()):
            if flags & wc.MEDIA_NAME and tuple(self.forms[at + 1 : at + len(parts)]) == parts[1:]:
                return True
        if not form.startswith("لل") or not prep or not classify(stem).flags & wc.MEDIA_NAME:
            return False
        after = at + 1  # للحياة: a paper's name where the words follow at once
        return after < len(self.forms) and (
            self.forms[after] in "،,:" or after in self.top or bool(classify(self.forms[after]).flags & wc.THAT)
        )

    def _names_agency(self, k: int) -> bool:
        """أنباء, a name in marks or an agency's name: وكالة رويترز, not وكالة الطاقة الذرية."""
        if k in self.top or not self.words[k]:
            return k in self.top
        w = classify(self.forms[k])
        return w.stem == "انباء" or bool(w.flags & wc.MEDIA_NAME) or self._media_phrase(k, w.prep)

    def _outlet_inside(self, part: Tokens, limit: int) -> Tokens | None:
        """The outlet inside a frame: مقاله الذي نشرته صحيفة كذا, بيان نقلته وكالة كذا."""
        for k in range(part[0], part[1] + 1):
            if not self.words[k] or k in self.top:
                continue
            w = classify(self.forms[k])
            if (
                w.flags & wc.MEDIA
                and not w.definite
                and not w.flags & wc.OCCASION
                and w.stem not in ("موقع", "برنامج", "مواقع")
            ):
                last = self._media_end(k, limit)
                if w.stem != "وكاله" or any(self._names_agency(q) for q in range(k + 1, last + 1)):
                    return (k, last)
        return None

    def _media_end(self, at: int, limit: int) -> int:
        """The last token of an outlet's name: words up to a stop, a bracket, or its marked name."""
        k = at + 1
        while k < limit and k - at < 9:
            form = self.forms[k]
            if k in self.top:
                if self.top[k].last - self.top[k].first > 4:
                    break
                k = self._end_of_mark(k) + 1
                continue
            if form == "(":
                close = next((c for c in range(k + 1, min(k + 7, limit)) if self.forms[c] == ")"), -1)
                if close < 0:
                    break
                k = close + 1
                continue
            if not self.words[k]:
                break
            w = classify(form)
            if w.flags & wc.FUNCTION or w.prep or w.conj or lookup(form)[0]:
                break
            k += 1
        return k - 1

    def _attached_end(self, at: int, limit: int) -> int:
        k = at + 1
        while k < limit and k - at < 5 and self.words[k]:
            w = classify(self.forms[k])
            if w.flags & wc.FUNCTION or w.prep or w.conj or lookup(self.forms[k])[0]:
                break
            k += 1
        return k - 1

    def _occasion_end(self, at: int, limit: int) -> int:
        k = at + 1
        while k < limit and k - at < 14:
            form = self.forms[k]
            if k in self.top or form in ":،,؛" or (not self.words[k] and form not in "()-/"):
                break
            if self.words[k]:
                w = classify(form)
                if w.flags & wc.THAT or (lookup(form)[0] and not w.definite and lookup(form)[0][0].shape != "masdar"):
                    break
                if w.prep == "ل" or form in ("لـ", "مع"):
                    break
                if w.flags & wc.TITLE and not w.prep and k - at > 1:
                    break
            k += 1
        return k - 1

    # -- subject before the verb ----------------------------------------------------------------------------------

    def _subject_before(self, s: Sentence, r: Report) -> None:
        """SV: a noun phrase that ends right before its verb, also past a comma."""
        end = r.first
        stop = end - 1
        while stop >= s.first and not self.words[stop] and self.forms[stop] in "،,-–":
            stop -= 1
        if stop < s.first or self.forms[r.first - 1] in _DASHES and self.forms[r.first - 2] in _DASHES:
            return  # واشنطن (CNN) -- قالت …: where the story comes from is no subject
        before = self.forms[stop]
        w = classify(before) if self.words[stop] else None
        if w and before in _AS | _NEGATIONS | {"ما", "لما", "قد", "وقد", "كان", "وكان", "سبق", "حيث", "اذ"}:
            return
        relative = False
        if w and w.flags & wc.RELATIVE:
            relative, stop = True, stop - 1
            while stop >= s.first and not self.words[stop] and self.forms[stop] in "،,":
                stop -= 1
        low = max(s.first, stop - 18)
        starts = [low]
        for k in range(low, stop + 1):
            if (
                not self.words[k]
                or classify(self.forms[k]).flags & (wc.FUNCTION)
                or classify(self.forms[k]).conj
                or classify(self.forms[k]).prep
            ):
                if not (self.forms[k] in "().-/" and not self.words[k]):
                    starts.append(k + 1)
                if self.words[k] and classify(self.forms[k]).conj:
                    starts.append(k)
        for b in sorted(set(starts)):
            if b > stop:
                break
            np = parse_attached(self.text, b, stop + 1) if relative else parse(self.text, b, stop + 1)
            if np and np.last >= stop and (np.head >= 0 or np.has_name):
                if r.form and (
                    not self._agrees(r.form, np)
                    or (r.form.number == "p" and not (np.plural or np.joined or np.kind in ("group", "organization")))
                ):
                    continue
                if (
                    np.head < 0
                    and not self._known_name(np)
                    and not any(classify(self.forms[q]).flags & wc.GIVEN for q in range(np.first, np.last + 1))
                    and b > s.first
                ):
                    continue
                if (
                    b > s.first
                    and self.words[b - 1]
                    and classify(self.forms[b - 1]).flags & wc.PREPOSITION
                    and not relative
                    and self.forms[b - 1] not in ("حسب", "بحسب")
                ):
                    continue
                r.np, r.subject_first = np, True
                return

    # -- prepositions of reporting, the colon alone -----------------------------------------------------------------

    def _prepositions(self, n: int, s: Sentence, reports: list[Report]) -> list[Report]:
        out: list[Report] = []
        taken = {r.first: r for r in reports}
        j = s.first
        while j <= s.last:
            if j in self.top:
                j = self._end_of_mark(j) + 1
                continue
            form = self.forms[j]
            found_in = self._stands_in(n, s, j)
            if found_in is not None:
                out.append(found_in)
                j = found_in.np.last + 1 if found_in.np else j + 1
                continue
            if self.words[j] and (form in _PREPOSITIONS or form in _AS or (form == "علي" and j + 2 <= s.last)):
                r = self._preposition(n, s, j, taken)
                if r is not None:
                    out.append(r)
                    j = max(j, r.last)
            j += 1
        return out

    def _stands_in(self, n: int, s: Sentence, j: int) -> Report | None:
        """وجاء في البيان: …, وورد في التقرير أن …: a document speaks. And بما نصه: …, ما نصه: …."""
        form = self.forms[j]
        aside = j > s.first and self.forms[j - 1] in ("كما", "ما", "لما", "حسبما", "وكما")
        if form in _STANDS and not aside and j + 2 <= s.last and self.forms[j + 1] == "في":
            np = parse(self.text, j + 2, s.last + 1)
            if np is None or not (np.kind == "document" or np.kind == "person" and np.head < 0):
                return None
            r = Report(n, j, j + 1, "finite", None, np)
            self._region(s, r, np.last + 1, s.last + 1)
            return r if r.content in ("mark", "that", "colon") else None
        return None

    def _preposition(self, n: int, s: Sentence, j: int, taken: dict[int, Report]) -> Report | None:
        form = self.forms[j]
        k = j + 1
        last = j
        if form == "علي":
            if self.forms[k] in ("حد", "لسان"):
                if self.forms[k] == "حد" and k + 1 <= s.last and self.forms[k + 1] in _EXPRESSION:
                    last = k + 1
                elif self.forms[k] == "لسان":
                    last = k
                else:
                    return None
                k = last + 1
            elif self.forms[k] == "ما" and k + 1 in taken:
                pass
            else:
                return None
        if k <= s.last and self.forms[k] in ("ل", "لـ"):
            k += 1
        if (
            k <= s.last
            and self.forms[k] in ("ما", "لما", "بما")
            or form in _AS
            or form == "علي"
            and self.forms[k] == "ما"
        ):
            verb = k if form in _AS else k + 1
            other = taken.get(verb)
            if other is None or other.style != "finite":
                return None
            if form == "علي" and other.form is not None and other.form.cls != "say":
                return None  # ما تشنه على ما تعتبره …: no attribution
            m = self.top.get(other.content_at) if other.content == "mark" else None
            if m is not None and m.closing >= 0 and m.last - m.first <= 4 and other.np is None:
                other.np = NounPhrase(m.first, m.last, "organization", head=m.first)  # بحسب ما كشفت "…"
                other.content, other.content_at = "none", -1
            elif other.content == "mark" and form not in _AS:
                return None
            if form in ("كما", "وكما") and j - s.first <= 2:
                return None  # كما أعلن فلان أن …: "also", not "as"
            if other.np is None:
                return None
            if other.content == "colon" and form in _AS:
                return None  # كما قال تعالى: …: the words follow
            other.first, other.style = j, "preposition"
            self._frame(s, other, other.np.last + 1)
            return None
        if form == "نقلا":
            if k > s.last or self.forms[k] != "عن":
                return None
            last, k = k, k + 1
        if k > s.last:
            return None
        if self.forms[k] in _EXPRESSION and form != "علي":
            last, k = k, k + 1
            if self.forms[last][-1] in "هم" and self.forms[last] not in ("قول", "تعبير", "وصف", "زعم", "راي"):
                r = Report(n, j, last, "preposition", None)
                r.content = "before"
                return r
        target = classify(self.forms[k]) if self.words[k] else None
        np = None
        if target is not None and target.prep == "ل" and form in ("وفقا", "ووفقا", "طبقا", "وطبقا"):
            np = parse_attached(self.text, k, s.last + 1)
        elif k in self.top and self.top[k].last - self.top[k].first < 5:
            m = self.top[k]
            np = NounPhrase(m.first, m.last, "organization", head=m.first)
        elif target is not None:
            np = parse(self.text, k, s.last + 1)
        own = self.forms[last][-1] in "هم" and last > j
        if np is None and not own:
            return None
        if np is not None and not self._can_speak(np):
            return None
        r = Report(n, j, last, "preposition", None, np)
        self._frame(s, r, (np.last if np else last) + 1)
        return r

    def _can_speak(self, np: NounPhrase) -> bool:
        """Whether what stands after بحسب or وفق can be whose words they are: no standard, law or measure."""
        if np.fixed or self._known_name(np):
            return True
        if np.kind == "document":
            return classify(self.forms[np.head]).stem not in _RULES if np.head >= 0 else True
        if np.head < 0:
            return np.has_name and any(
                classify(self.forms[k]).flags & wc.GIVEN for k in range(np.name_first, np.name_last + 1)
            )
        return np.head - np.first <= 2

    def _frame(self, s: Sentence, r: Report, k: int) -> None:
        """A preposition of reporting opens its sentence (بحسب فلان، …) or closes it (…، بحسب فلان)."""
        opens = next(
            (
                j
                for j in range(k, min(k + 3, s.last))
                if self.forms[j].startswith("فان") and classify(self.forms[j]).flags & wc.THAT
            ),
            -1,
        )
        if opens < 0 and self.forms[s.first] in ("وذلك", "ذلك", "وهذا") and r.first == s.first + 1:
            return  # وذلك حسب فلان: of the sentence before
        if opens >= 0 or r.first - s.first <= 2:
            while k <= s.last and (
                self.forms[k] in "،,:" or self.forms[k] in ("فان", "فانه", "فانها", "ان", "انه", "انها", "فانهم")
            ):
                k += 1
                if self.forms[k - 1] == ":" and k in self.top:
                    break
            if k <= s.last:
                if k in self.top:
                    r.content, r.content_at = "mark", k
                else:
                    r.content, r.content_at = "that", k
            return
        r.content, r.content_at = "before", self._clause_start(s, r.first)
        self._frame_parts(s, r, k, min(k + 6, s.last + 1))

    def _label(self, n: int, s: Sentence, reports: list[Report]) -> Report | None:
        """فلان: … — a noun phrase and a colon at the head of a sentence, with no cue before the colon."""
        for k in range(s.first, min(s.last, s.first + 16)):
            if self.forms[k] == ":":
                break
            if k in self.top and self.top[k].last - self.top[k].first > 4:
                return None
        else:
            return None
        if any(r.first < k for r in reports):
            return None
        if any(self.forms[j] == "(" for j in range(s.first, k)) and not any(
            self.forms[j] == ")" for j in range(s.first, k)
        ):
            return None
        first = s.first
        while first < k and not self.words[first] and first not in self.top:
            first += 1
        np = parse(self.text, first, k)
        if (
            np is None
            or k - np.last > 6
            or not self._label_goes_on(np.last + 1, k)
            or (np.head > np.first + 1 and np.name_first != np.first)
        ):
            return None
        if self._is_dateline(s, first, k) or not self.is_speaker(np) or self._is_outlet_line(np, k):
            return None
        if np.kind == "document" and classify(self.forms[np.head]).stem not in _REPORTS:
            return None
        if np.kind == "person" and np.head < 0 and not np.has_name:
            if not self._known_name(np):
                return None
        if (
            np.head < 0
            and np.has_name
            and not self._known_name(np)
            and not any(classify(self.forms[q]).flags & wc.GIVEN for q in range(np.first, np.last + 1))
        ):
            return None
        r = Report(n, k, k, "colon", None, np)
        self._frame_parts(s, r, np.last + 1, k)
        after = k + 1
        if after > s.last:
            return None
        if after in self.top:
            r.content, r.content_at = "mark", after
        else:
            r.content, r.content_at = "colon", after
        return r

    def _clause_start(self, s: Sentence, k: int) -> int:
        """Where the clause begins that an attribution at `k` closes: …، أما فيروس كذا فيؤدي إلى …، بحسب دراسة."""
        for j in range(k - 5, s.first + 3, -1):
            if self.forms[j - 1] in "،,؛" and self.words[j] and j not in self.top:
                if self.forms[j] in _BEGINS:
                    after = j + 1
                    if self.forms[j] in ("في", "وفي") and self.forms[after] != "حين":
                        continue
                    after += self.forms[j] in ("في", "وفي")
                    return after + (classify(self.forms[after]).flags & wc.THAT > 0)
        return s.first

    def _label_goes_on(self, at: int, colon: int) -> bool:
        """فلان لوكالة كذا:, فلان (رئيس النادي):, فلان في مقابلة: — a label's speaker is followed by its frame, never by a verb."""
        if at >= colon or not self.words[at]:
            return True
        w = classify(self.forms[at])
        return (
            w.prep == "ل"
            or bool(w.flags & (wc.PREPOSITION | wc.TIME | wc.ADVERB))
            or self.forms[at] in ("ردا", "تعليقا")
        )

    def _frame_parts(self, s: Sentence, r: Report, k: int, stop: int) -> int:
        """Medium, addressee and occasion between `k` and `stop`, where nothing else need follow; the token after them."""
        while k < stop:
            step = self._adjunct(s, r, k, stop) if self.words[k] else 0
            k = step or k + 1
        return k

    def _is_outlet_line(self, np: NounPhrase, k: int) -> bool:
        """سبق: أعلنت …, صنعاء: اختتام …: an outlet or a place before the news, not before its own words."""
        flags = classify(self.forms[np.first]).flags
        if np.has_name or flags & wc.HEAD or np.first != np.last or k + 1 >= len(self.forms) or not self.words[k + 1]:
            return False
        if flags & wc.MEDIA_NAME:
            return True
        after = classify(self.forms[k + 1])
        return bool(flags & wc.PLACE) and not after.definite and bool(after.flags & wc.COMMON)

    def _is_dateline(self, s: Sentence, first: int, colon: int) -> bool:
        """سبق - الرياض:, لوزان - أ ف ب:, هونج كونج رويترز: — where a story comes from, and nobody's words."""
        flags = [classify(self.forms[k]).flags for k in range(first, colon) if self.words[k]]
        place = any(f & wc.PLACE for f in flags)
        dash = any(self.forms[k] in "-ـ–—/" for k in range(first, colon))
        media = any(f & wc.MEDIA_NAME for f in flags) or any(self._media_phrase(k, "") for k in range(first, colon))
        named = 1 if self.forms[first] == "مصدر" else 3  # «مصدر:» names where it comes from, «مصدر أمني:» speaks
        source = (
            self.forms[first] in ("المصدر", "مصدر", "العدد", "رابط", "كلمات", "تصوير", "تويتر", "بقلم", "كتب")
            and colon - first <= named
        )
        return source or (dash and (place or media)) or (place and media)

    # -- joining -----------------------------------------------------------------------------------------------------

    def _chain(self, reports: list[Report]) -> None:
        """Participles and masdars share the subject of the report before them in the sentence."""
        main = -1
        for n, r in enumerate(reports):
            if r.style in ("participle", "masdar") and r.np is None:
                r.main = main
            elif r.style in ("finite", "colon") or r.np is not None:
                main = n

    def _is_outlet(self, np: NounPhrase) -> bool:
        """An outlet by its head or its name: وكالة رويترز, "وول ستريت جورنال"."""
        return np.first in self.marked_starts or any(
            classify(self.forms[k]).flags & (wc.MEDIA | wc.MEDIA_NAME) or self._media_phrase(k, "")
            for k in range(np.first, min(np.last, np.first + 3) + 1)
            if self.words[k]
        )

    def _quoted_by_outlet(self, reports: list[Report]) -> None:
        """ذكرت صحيفة كذا أن فلانا قال …: the outlet is the medium of what he said, and its own clause holds nothing else."""
        outer: Report | None = None
        for r in reports:
            if (
                outer is not None
                and r.first <= outer.content_end
                and r.np is not None
                and r.style == "finite"
                and r.content != "none"
            ):
                if outer.np is not None and r.np.first > outer.np.last:
                    r.medium = r.medium or (outer.np.first, outer.np.last)
                    if (
                        min(r.first, r.np.first) <= outer.content_at
                        and r.form is not None
                        and r.form.strength == "s"
                        and r.content != "before"
                    ):
                        outer.content = "none"
                        outer = None
            elif r.content == "that" and r.np is not None and r.style == "finite" and self._is_outlet(r.np):
                outer = r

    def _relays(self, reports: list[Report]) -> list[Report]:
        """A body that closes somebody else's report (قال فلان إن …، بحسب وكالة …) is the medium, not a second speaker."""
        out: list[Report] = []
        index: dict[int, int] = {}
        governed: list[Report] = []
        for n, r in enumerate(reports):
            if (
                r.style == "preposition"
                and r.content == "before"
                and r.np is not None
                and r.np.kind in ("organization", "document")
            ):
                if governed:
                    for o in governed:
                        if self._is_outlet(r.np):
                            o.medium = o.medium or (r.np.first, r.np.last)
                            o.relay = r.first
                    governed.clear()
                    continue
            elif r.content in ("that", "mark", "colon") and r.style != "preposition":
                governed.append(r)
            index[n] = len(out)
            if r.main >= 0:
                r.main = index.get(r.main, -1)
                if r.main >= 0:
                    r.medium = r.medium or out[r.main].medium
            out.append(r)
        return out
