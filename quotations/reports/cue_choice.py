"""Which words of a sentence are cues: of the readings that the lexicon allows, the one that the neighbours allow."""

from functools import cache

from quotations.matching import forms_of, word_form
from quotations.page.marks import MARKS
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import parse
from quotations.reports.bayyana import Bayyana
from quotations.reports.reading import AS, NEGATIONS, OUGHT, PREPOSITIONS, WHAT
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import CueForm, after_what, jussives, lookup
from quotations.words.formulas import before_blessing
from quotations.words.landmarks import Landmark
from quotations.words.phrase_words import HAD, SON, TAKEN_UP, VERBS
from quotations.words.vowels import is_first_person
from quotations.words.wordclass import classify

_WITHOUT = forms_of("دون بدون ودون رفض رافضا رافضة ورفض ورفضت رفضت")
_WITHHOLDING = forms_of(
    "طالبا طالبة طالبين مفضلا مفضلة مشترطا مشترطة رافضا رافضة طلب طلبت فضل فضلت رفض رفضت اشترط اشترطت"
)
IDENTITY = forms_of("اسمه اسمها اسمهم أسمائهم هويته هويتها هويتهم هوياتهم الاسم الهوية اسميهما هويتهما")
_SAID_THERE = forms_of("صرح علق")  # في تصريح, ضمن تعليق: where it was said
_SINCE = forms_of("بعد قبل منذ إلى دون بدون وبعد وقبل")
_JUSSIVE_AFTER = forms_of("لم ولم فلم ألم")
_HAND_DOWN = word_form("روى")
_AS_HANDED_DOWN = forms_of("فيما كما")
_RELATIVE_WHAT = forms_of("ما لما مما بما")
_PURPOSE = forms_of("أن ان كي حتى لكي")
_NAME_PARTS = forms_of("ابن بن أبو أبي آل بنت ابنة")
_TOLD = forms_of("ل إلى مع") | {"لـ"}  # الذي تحدث لـ«الوادي»
_FATHER_OF = forms_of("ابن بن أبو آل")  # أبو منبهة, but قال أبي مؤكدا أن
_HE = forms_of("هو وهو فهو هي وهي فهي")
_I = forms_of("كنت وكنت أنا وأنا أنني أني لأنني لأني كأنني إنني وإنني")
_NOT_BEFORE_RELAYED = WHAT | {"،"}  # بيان نقلته وكالة كذا, not وفق ما نقلته وكالة كذا
_SOME = forms_of("هناك هنالك وهناك وهنالك ثمة وثمة بين وبين منهم ومنهم فمنهم منها ومنها")  # هناك من يرى أن
_NO_NOUN = wc.FUNCTION | wc.GIVEN | wc.SURNAME | wc.PLACE  # before a participle that is no adjective
_CLOSES_FRAME = forms_of("آخر أخرى متصل مماثل مواز صلة منفصل مقابل سابق لاحق")  # وفي سياق آخر كشف فلان أن
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")
_WHERE = forms_of("في على عبر")
_DESCRIBED = 9  # tokens from a document to where or when it was published
_NEW_CLAUSE = wc.RELATIVE | wc.THAT | wc.AUXILIARY | wc.CONJUNCTION
_TO_WHOM = forms_of("ل إلى")
_NOT_STATED = vf.RELAYS | vf.TO_DO  # بعد أن نشرت الصحيفة الصور، أكد أن …; بعد أن قررت الشركة أن تبني
_HAS = forms_of("قد وقد")
_STATING = frozenset({"say", "add", "warn"})
_NAMED = 6  # tokens behind a verb of naming within which its name stands
_NEEDED = 9  # tokens behind a verb within which what it needs stands
_MOST_CUES = 40  # of a sentence; the fullest in 2,700 articles holds 14, and in what nobody wrote the rest is not read
# Where `_cues` has to look: a cue in any reading, or a mark.
_MAY_REPORT = Landmark(
    MARKS, lambda form: form[0].isalnum() and (lookup(form)[0] or form in jussives() or form in after_what())
)


@cache
def _with_pronouns(prep: str) -> frozenset[str]:
    """عن, عنه, عنها …"""
    return frozenset({prep, *(prep + pronoun for pronoun in _PRONOUNS)})


class CueChoice(Bayyana):
    """Finds the cues of a sentence."""

    def _cues(self, s: Sentence) -> list[tuple[int, CueForm]]:
        out: list[tuple[int, CueForm]] = []
        free = s.first  # what stands before it, between marks, has been passed over
        for j in self.text.where(_MAY_REPORT, s.first, s.last):
            if j < free:
                continue
            if j in self.top:
                free = self._end_of_mark(j) + 1
            elif self.words[j]:
                readings, cut = lookup(self.forms[j])
                if not readings and j > s.first and self.forms[j - 1] in _JUSSIVE_AFTER:
                    readings = jussives().get(self.forms[j], ())
                elif not readings and j > s.first and self.forms[j - 1] in _RELATIVE_WHAT:
                    readings = after_what().get(self.forms[j], ())
                if readings:
                    form = self._choose(s, j, readings, cut)
                    if form is not None and not self._inserted(s, j, form):
                        out.append((j, form))
                        if len(out) == _MOST_CUES:
                            break
        return out

    def _attributes(self, s: Sentence, j: int) -> bool:
        """…، بحسب ما نقل فلان، …: a verb inside an attribution that may stand between a cue and its words."""
        if j - 2 > s.first and self.forms[j - 1] in AS and self.words[j - 2]:
            return any(form.facts & vf.RELAYS for form in lookup(self.forms[j])[0])  # أعلن فلان كما نقل موقع كذا أن
        return j - 2 > s.first and self.forms[j - 1] in ("ما", "لما") and self.forms[j - 2] in PREPOSITIONS

    def _inserted(self, s: Sentence, j: int, form: CueForm) -> bool:
        """A weak verb inside somebody's description: مصدر طلب عدم ذكر اسمه, ما يسمى المجلس, أبحاثهم التي نشرت
        في مجلة «كذا»."""
        if form.strength == "s" or j == s.first:
            return False
        if form.facts & vf.WITHHOLDS and any(self.forms[k] in IDENTITY for k in range(j + 1, min(j + 5, s.last + 1))):
            return True
        previous = self.forms[j - 1]
        if form.lemma == _HAND_DOWN and previous in _AS_HANDED_DOWN and before_blessing(self.text, j - 2) < j - 2:
            return True  # قال ﷺ فيما رواه فلان: «…»
        if (
            form.has_object
            and form.facts & vf.RELAYS
            and self.forms[j][0] != "و"
            and previous not in _NOT_BEFORE_RELAYED
        ):
            return True  # بيان نقلته وكالة كذا
        if self._describes(j, form):
            return True
        if previous == "ان" and j - 2 >= s.first and self.forms[j - 2] in _SINCE:
            return not self._states_at(s, j, form)  # بعد أن أبلغته الصحيفة, but بعد أن كشف المدرب عن أن …
        if form.facts & vf.NAMES and previous in WHAT | AS:
            return previous in AS or not self._calls(j, form)  # الجباب كما يسميها أهل القرية: a word, not what is told
        was = form.shape == "present" and previous in HAD and classify(self.forms[j - 2]).flags & wc.RELATIVE
        if form.shape == "participle" or not (was or (self.words[j - 1] and classify(previous).flags & wc.RELATIVE)):
            return False
        if previous in _RELATIVE_WHAT and self.forms[j - 2] in PREPOSITIONS:
            return False  # وفق ما ذكره فلان
        near = range(j + 1, min(j + 5, s.last + 1))
        return not any(
            (k in self.top and not self._only_a_name_in(form, k))
            or self.forms[k] == ":"
            or (self._that(k) and self._takes_that(form, k))
            for k in near
        ) and not (form.facts & vf.ON_CLAUSE and self._on_clause(s, j))

    def _only_a_name_in(self, form: CueForm, k: int) -> bool:
        """فلان الذي تحدث لـ«النهر», بيانهم الذي نقلته «النهر»: whether the marks that open at `k` hold a name and no
        words, behind a verb that passes words on or one that has none of its own."""
        told = form.facts & vf.NO_CLAUSE and self.forms[k - 1] in _TOLD
        return bool(told or form.facts & vf.RELAYS) and self.top[k].last - self.top[k].first <= 4

    def _takes_that(self, form: CueForm, k: int) -> bool:
        """وأوضح الحداد الذي كان يتحدث أمام الناس أن …: some verbs have no أن, or only behind their preposition (تحدث عن
        أن), and the particle at `k` is another's."""
        if not form.facts & vf.NO_CLAUSE:
            return True
        own = {"عن": vf.ABOUT_CLAUSE, "علي": vf.ON_CLAUSE}.get(self.forms[k - 1], 0)
        own |= vf.BY_CLAUSE if self.forms[k].startswith("بان") else 0
        return bool(form.facts & own)

    def _calls(self, j: int, form: CueForm) -> bool:
        """انتقد ما سماه «…», ما أسماه الوزير «…»: somebody's word for it, where ما يسمى «…» is everybody's."""
        return form.has_object and any(k in self.top for k in range(j + 1, j + _NAMED))

    def _on_clause(self, s: Sentence, j: int) -> bool:
        """الدستور الذي ينص في مادته الثانية على أن …, الذي تصر فيه الوزارة على ضرورة …: the verb's own preposition
        and a particle, further on."""
        near = range(j + 2, min(j + 9, s.last))
        return any(self.forms[k] == "علي" and (self._that(k + 1) or self.forms[k + 1] in OUGHT) for k in near)

    def _states_at(self, s: Sentence, j: int, form: CueForm) -> bool:
        """Whether «عن أن» or «إلى أن» follows a verb within its subject's reach, or «أن» its subject or itself
        (وبعد أن سجل أن الماء قليل، دعا إلى …)."""
        near = range(j + 2, min(j + 9, s.last))
        if any(self.forms[k] in ("عن", "الي") and self._that(k + 1) for k in near):
            return True
        if self._that(j + 1) and form.cls in _STATING:
            return not form.facts & _NOT_STATED
        np = parse(self.text, j + 1, s.last + 1)
        if np is None or not (np.head >= 0 or np.has_name) or form.cls == "other" or form.facts & _NOT_STATED:
            return False
        near = range(np.last + 1, min(np.last + 9, s.last))
        at = next((k for k in near if self._that(k) or not (self.words[k] or k in self.top)), -1)
        if at < 0 or not self._that(at) or self.text.alif(at) == "إ":
            return False
        return not self.text.slice(at - 1, at - 1).endswith(wc.HIS)

    def _withheld(self, j: int) -> int:
        """طالبا عدم الكشف عن اسمه: the last token of what a source asks that begins at `j`, 0 where nothing does."""
        if self.forms[j] not in _WITHHOLDING:
            return 0
        return next((k for k in range(j + 1, min(j + 6, len(self.text))) if self.forms[k] in IDENTITY), 0)

    def _describes(self, j: int, form: CueForm) -> bool:
        """خبراء تحدثت إليهم الصحيفة, رسالة وجهتها اللجنة: a clause without a relative pronoun, whose verb or
        preposition takes the indefinite noun up again."""
        if form.shape not in ("past", "present") or form.strength != "w":
            return False
        if self.forms[j - 1] == "،":  # خبراء، تحدثت إليهم الصحيفة، …
            return self.forms[j][0] not in "وف" and any(f in TAKEN_UP for f in self.forms[j + 1 : j + 2])
        if form.facts & vf.ISSUED and form.shape == "past" and self._is_published(j):
            return True
        his = self.forms[j - 1] in ("له", "لها", "لهم")  # في مقال له نشر أمس
        w = classify(self.forms[j - 1 - his])
        known = w.flags & (wc.UNNAMED | wc.GROUP | wc.DOCUMENT | wc.OCCASION)
        if not known or w.definite or lookup(self.forms[j])[1]:
            return False
        return his or form.has_object or any(f in TAKEN_UP for f in self.forms[j + 1 : j + 2])

    def _is_published(self, j: int) -> bool:
        """دراسة نشرت في مجلة كذا, تقرير للمنظمة نشر أمس: the passive behind an indefinite document, right behind it or
        its adjective, or further on before where or when."""
        if lookup(self.forms[j])[1]:
            return False
        following = classify(self.forms[j + 1]).flags if self.words[j + 1] else 0
        reach = _DESCRIBED if following & (wc.TIME | wc.ADVERB) or self.forms[j + 1] in _WHERE else 2
        for k in range(j - 1, max(-1, j - 1 - reach), -1):
            if not self.words[k]:
                return False
            w = classify(self.forms[k])
            if w.flags & wc.DOCUMENT and not w.definite and not w.prep:
                owner = classify(self.forms[k + 1])
                return k == j - 1 or not owner.definite or bool(owner.prep)  # not تقرير المنظمة
            if reach == 2 and (w.flags & wc.FUNCTION or w.definite or w.prep or w.conj):
                return False
            if w.flags & _NEW_CLAUSE or self.forms[k] in VERBS or self._is_strong_verb(k):
                return False
        return False

    def _choose(self, s: Sentence, j: int, readings: tuple[CueForm, ...], cut: int) -> CueForm | None:
        """The reading that the neighbours allow, None where the word is no cue here."""
        previous = self.forms[j - 1] if j > s.first else ""
        before = classify(previous) if previous and self.words[j - 1] else None
        governed = before is not None and bool(before.flags & wc.PREPOSITION)
        who = previous == "من" and j - 2 >= s.first and self.forms[j - 2] in _SOME and not cut
        after_preposition = (
            governed and not who and previous not in TAKEN_UP and not previous.endswith(("ها", "هم"))
        )  # عندها قال
        named = previous in _NAME_PARTS  # سليم أبو منبهة
        for form in readings:
            if form.shape in ("past", "present"):
                taken_up = form.has_object and previous in WHAT  # مما وصفه, بما يسميه
                allowed = (cut or taken_up or not after_preposition) and not named
                if allowed and self._may_be_verb(j, form, cut, previous, before):
                    return form
            elif form.shape == "participle":
                if not after_preposition and previous not in _FATHER_OF and not self._is_adjective(s, j, form, before):
                    return form
            elif not (named or (after_preposition and form.lemma in _SAID_THERE)) and self._masdar_reports(s, j):
                return form
        return None

    def _may_be_verb(self, j: int, form: CueForm, cut: int, previous: str, before: wc.Word | None) -> bool:
        """Whether a finite form is one here: no first person, no wish, no noun, no preposition of the same letters."""
        if self._first_person(j, form) or self._is_another_word(j, form, cut, previous, before):
            return False
        if previous == "لم" and form.shape == "past":
            return False  # ما لم نقل: of another verb, whose present this is
        masculine = form.shape == "past" and form.gender == "m"
        if form.facts & vf.PREPOSITION and masculine and not self._is_bayyana(j):
            return False
        if form.strength != "w":
            return True
        if form.shape == "present" and (previous in _PURPOSE or (cut and self.forms[j][cut - 1] == "ل")):
            return False  # ليظهر أن, أن تعرف أن: what is wished, not reported
        if cut or before is None:
            return True
        if before.flags & wc.DEMONSTRATIVE and not before.definite:
            return bool(before.prep)  # لذلك ترى الكاتبة أن; not هذا رأي
        looks_like_noun = masculine and form.number == "s"
        return not looks_like_noun or self._may_precede_verb(before, previous)

    def _is_another_word(self, j: int, form: CueForm, cut: int, previous: str, before: wc.Word | None) -> bool:
        """إضافة (no أضافه: the letter ة is no pronoun), هو أمر, ويشبه الطبل, a foreign family name (جان فيردون)."""
        if form.has_object and self.text.last_letter(j) == "ة":
            return True
        if form.needs and not self._has_what_it_needs(j, form):
            return True
        if form.facts & vf.PASSIVE and form.shape == "present" and self.text.last_letter(j) == "ى":
            return True  # معلمة تدعى ليلى
        if self._is_first_name(j, before) or (
            form.strength != "s" and not cut and self._names_subject(j, form, before)
        ):
            return True
        if form.shape == "past" and self.forms[j].endswith(form.lemma) and self._is_yaa(j, form):
            return True
        if form.facts & vf.OUTLET and not self._names_outlet(j + 1):
            return True  # علمت «كذا» أن …: only what an outlet has learned is told
        if form.facts & vf.PERSON and form.shape == "past":
            return not (cut and self._names_person(j + 1))  # وعقب الوزير بأن …, not وعقب اللقاء
        if self.forms[j] == form.lemma == "اجمع" and before is not None and before.definite:
            return self.forms[j + 1] != "علي"  # العالم أجمع, but المجلس أجمع على أن
        if form.shape == "past" and self.forms[j] == form.lemma and form.facts & vf.NOUN and before is not None:
            verb = previous.endswith("ت") and not before.flags and not before.definite
            really = before.flags & wc.THAT and self.text.alif(j - 1) == "إ"  # إن كتب الأطفال
            return previous in _HE or verb or bool(really)  # هو أمر …, تولت نشر الكتاب
        foreign = form.number == "p" and cut and self.forms[j][0] == "ف" and before is not None
        return bool(foreign and before and before.flags & wc.GIVEN)

    def _has_what_it_needs(self, j: int, form: CueForm) -> bool:
        """عبر … عن, شبّه … بـ, توصل الباحثون إلى أن …; to whom (أسر إليه) right behind it. And وفق ما توصلت إليه
        دراسة, which takes the clause up, and ذهب إلى القول إن …."""
        if form.facts & vf.OVERT and not self._has_subject_behind(j, form):
            return False
        for word in form.needs:
            prep, _, that = word.partition("+")
            for k in range(j + 1, min(j + (2 if word in _TO_WHOM else _NEEDED), len(self.text))):
                found = self.forms[k].startswith(prep) if len(prep) == 1 else self.forms[k] in _with_pronouns(prep)
                if found and (
                    not that or self._that(k + 1 + (k + 1 in self.top)) or self.forms[k + 1 : k + 2] == ["القول"]
                ):
                    return True
            near = self.forms[j + 1 : j + 2]
            if that and j > 1 and self.forms[j - 1] in _RELATIVE_WHAT and near and near[0] in _with_pronouns(prep):
                return self.forms[j - 2] in PREPOSITIONS and near[0] != prep
        return False

    def _has_subject_behind(self, j: int, form: CueForm) -> bool:
        """يقدر خبراء أن, قد قدرت أن; not يقدر أن ما ضاع كثير, تقدر بمليون, تقدر على العمل, nor لا يقدر أحد أن ينكر."""
        if self.forms[j - 1] in NEGATIONS:
            return False
        plain = form.shape == "participle" or (form.shape == "past" and form.gender == "m") or self.forms[j - 1] in _HAS
        w = classify(self.forms[j + 1])
        counted = self.forms[j + 1][0] == "ب" and self.forms[j + 1][1:2].isdigit()  # يقدر بـ156مليون
        by = counted or w.prep or w.flags & (wc.PREPOSITION | wc.THAT)
        return plain or bool(self.words[j + 1] and not by)

    def _is_first_name(self, j: int, before: wc.Word | None) -> bool:
        """المهندس طالب بن سليم: between a title and whose son he is stands no verb."""
        title = before is not None and before.definite and before.flags & wc.PERSON_HEAD
        return bool(title) and self.forms[j + 1] in SON

    def _names_subject(self, j: int, form: CueForm, before: wc.Word | None) -> bool:
        """قال سموه, يقول ديدييه روي, قال المحلل راين كومينغر: no second verb stands right behind a verb of reporting,
        or behind one word of its subject."""
        if before is None or j < 2:
            return False
        if self._is_strong_verb(j - 1):
            return True
        title = before.definite and before.flags & wc.PERSON_HEAD and form.number == "p"
        name = not before.definite and not before.prep and not before.flags & (wc.FUNCTION | wc.HEAD)
        return bool(title or (name and form.strength == "w")) and self._is_strong_verb(j - 2)

    def _is_adjective(self, s: Sentence, j: int, form: CueForm, before: wc.Word | None) -> bool:
        """أمور محددة, قرارا محددا: a weak participle right after an indefinite noun describes it, unless its
        words follow at once (… قريبة مبينة أن …)."""
        if form.strength != "w" or before is None or before.definite or before.flags & _NO_NOUN:
            return False
        if form.gender == "m" and not (form.number == "s" and self.forms[j - 1].endswith("ا")):
            return False
        return not self._words_follow(s, j)

    def _words_follow(self, s: Sentence, j: int) -> bool:
        """Whether a particle, a colon or a mark follows, at most a preposition between (منبها إلى أن)."""
        for k in (j + 1, j + 2):
            if k > s.last:
                return False
            if k == j + 1 and (k in self.top or self.forms[k] == ":"):
                return True
            if self._that(k):
                return True
            if not self.words[k] or not classify(self.forms[k]).flags & wc.PREPOSITION:
                return False
        return False

    def _first_person(self, j: int, form: CueForm) -> bool:
        """أعتقد, أعترف: the hamza is written in the first person of the present only, not in the past (اعتقد);
        كنت كلما تحدثت: so is what stands beside كنت and أنا, and what has the vowel (صرحتُ)."""
        if form.shape == "past" and form.gender == "f" and form.number == "s":
            return is_first_person(self.text.slice(j, j), form) or self._says_i_before(j)
        if (
            form.shape != "past"
            or len(form.lemma) < 5
            or form.lemma[0] != "ا"
            or (form.lemma[2] not in "تن" and form.lemma[1:3] != "ست" and form.lemma[1] != "ن")
        ):
            return False
        return self.text.alif(j) == "أ"

    def _says_i_before(self, j: int) -> bool:
        return any(self.forms[k] in _I for k in range(max(0, j - 3), j))

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
            or previous in _CLOSES_FRAME
        )

    def _negated(self, s: Sentence, j: int, form: CueForm) -> bool:
        """لم يؤكد, لا يعتقد أن, ما قال, دون أن يؤكد; not the relative ما (بحسب ما ذكر)."""
        if j == s.first:
            return False
        previous = self.forms[j - 1]
        if previous in ("ما", "وما", "فما"):
            return (
                form.shape == "past"
                and not form.has_object
                and (previous != "ما" or j - 2 < s.first or not self.words[j - 2])
            )
        if previous in ("ان", "قد") and j - 2 >= s.first:
            return self.forms[j - 2] in _WITHOUT
        return previous in NEGATIONS
