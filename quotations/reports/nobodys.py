"""Which cues report nobody's words: formulas, what things show, a passive, what the reader may think."""

from quotations.matching import forms_of, with_and, word_form
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse_attached
from quotations.phrases.things import TELLING
from quotations.reports.carried_on import CarriedOn
from quotations.reports.clauses import trimmed
from quotations.reports.reading import IMPERSONAL, PRETEXTS, WHAT, Report
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import SAY, CueForm, lookup
from quotations.words.phrase_words import THOSE_WHO, VERBS
from quotations.words.vowels import is_passive
from quotations.words.wordclass import classify

_SEEMS = forms_of("تبين وتبين يتبين اتضح يظهر ويظهر تظهر يبدو")  # impersonal without a subject: it turned out
_ONE_SAYS = with_and("القول التذكير التهديد الإعلان")
_NEAR = 9  # tokens from ذهب to القول
_WERE = forms_of("كان كانت كانوا كن")
_HOLD = with_and("يعتقد يلاحظ")
_YOU_WERE = forms_of("كنت كنتم لو")
_YOU_SHALL_NOT = forms_of("فلا")
_WHETHER = forms_of("هل وهل فهل")
_IF = forms_of("إذا وإذا فإذا لو ولو فلو كلما وكلما")
_MAY = forms_of("قد وقد فقد ربما وربما فربما")
_CAN = with_and(
    "يمكن يمكنه يمكنها يمكنهم لايمكن ممكنا الممكن بإمكانه بإمكانها بإمكانهم يستطيع تستطيع يستطيعون بوسعه بوسعها "
    "يجب ينبغي عليه عليها عليهم بد لابد ضرورة المفترض"
)
_AS_IF = with_and("كأنه كأنها كأنهم كأنهما كأنك كأنكم كأنما")
_WAS = forms_of("كان وكان")  # in matching form كأن too
_BY = forms_of("ب بـ")
_THIS = forms_of("هذا وهذا ذلك هذه وهذه")
_SURE = word_form("بالتأكيد")
_CLEAR, _THINK, _END = word_form("وضح"), word_form("اعتقد"), word_form("انتهى")
_WRITE, _REQUIRE = word_form("كتب"), word_form("اشترط")
_UPON_THEM = forms_of("عليه عليها عليهم عليهما عليهن علينا عليكم علي")
_HE_SAYS = with_and("هو الذي وهو")
_CLOSE = 5  # tokens from a passive to its clause
_HEARSAY = 60  # tokens of such a clause before its pause
_INFORMED = word_form("أفيد")
_PROVERS = ("person", "group", "organization")
_THAT_HE = forms_of("أنه أنها أنهم بأنه بأنها بأنهم")
_NOT, _THERE = forms_of("لا ولا فلا ليس ليست وليس وليست لم ولم"), forms_of("يوجد توجد هناك هنالك ثمة")
_ANY, _ANYBODY = forms_of("أي أية"), forms_of("أحد أحدا أحدهم")
_LEADS = wc.CONJUNCTION | wc.THAT
_SUBJECT = 12  # tokens of such a subject with what describes it
_NO_THING = ~(wc.COMMON | wc.NISBA | wc.SURNAME | wc.FUNCTION)  # classes of words for who or what has a say


class Nobodys(CarriedOn):
    """Tells the writer's own from what somebody says."""

    def _is_passive(self, r: Report) -> bool:
        """الذي وصف بأنه …, ويتهم بأنه …: a verb that judges its object, with none; marked words may be somebody's. And
        whatever is written with the vowels of the passive (يُزعم أن), without the source that it names (نُقل عن فلان)."""
        if (
            r.form is not None
            and not r.own_source
            and is_passive(self.text.slice(r.first, r.first), r.form, lookup(self.forms[r.first])[1])
        ):
            if self._says_i_before(r.first):
                return False  # أنا شخصيا أُعلن أن
            r.np, r.anybody = None, True
            return r.content != "mark"
        if self._has_no_object(r):
            r.np, r.anybody = None, True
            return r.content_at == r.last + 1  # يعتبر «خطأ»: words of whoever speaks of it
        if (
            r.content_at in self.top
            or r.form is None
            or not r.form.facts & vf.JUDGED
            or r.form.has_object
            or r.style != "finite"
        ):
            return False
        return r.content_at == r.last + 2 and self.forms[r.last + 1].startswith("بان")

    def _has_no_object(self, r: Report) -> bool:
        """تعليقات اعتبرت «مهينة», في تقرير وصف بأنه «حساس»: a verb that judges, with marked words for the judgement and
        nothing that is judged."""
        if r.content != "mark" or r.form is None or r.form.strength != "e" or r.form.has_object or r.style != "finite":
            return False
        if not r.form.facts & vf.VIEWED or (r.np is not None and not r.subject_first):
            return False
        after, w = self._end_of_mark(r.content_at) + 1, classify(self.forms[self.top[r.content_at].first])
        if r.content_at == r.last + 2 and r.form.facts & vf.JUDGED:
            if self.forms[r.last + 1] in _THAT_HE:
                return True
            delayed = self.words[after] and not classify(self.forms[after]).flags & wc.FUNCTION
            return self.forms[r.last + 1] in _BY and not delayed  # وصف بـ«الخطيرة» تصريحات فلان
        return (
            r.content_at == r.last + 1
            and not w.definite
            and not w.flags & ~(wc.COMMON | wc.NISBA)
            and not self.words[after]
        )

    def _is_supposed(self, r: Report) -> bool:
        """هل تعتقدون أن …؟, ألا يرى الوزير أن …؟, حتى لو قال إن …, قد يقول قائل إن …, لا يمكن أن يقول إن …, كأنهم
        يريدون أن يقولوا إن …: whoever asks or supposes does not say that somebody says so."""
        if r.style != "finite" or r.content == "none":
            return False
        k = r.first - 1
        before = self.forms[k]
        if before in _AS_IF or (before == "ان" and self.forms[k - 2] in _AS_IF):
            return True
        if before in _WAS:
            return self.text.alif(k) == "أ"  # كأن, not كان
        if r.content not in ("that", "colon"):
            return False
        if before in _IF:
            return r.form is not None and r.form.shape == "past"  # إذا for إذن: إذا تؤكد الأرقام أن
        if before in _MAY:
            views = r.form is not None and r.form.shape == "present" and r.form.cls in ("say", "believe")
            return views and self.forms[r.first] not in _SEEMS  # وقد تبين للباحثين أن
        if before == "ان":
            return self.forms[k - 1] in _CAN
        return before in _WHETHER or (before == "الا" and self.text.alif(k) == "أ")

    def _is_yours(self, r: Report) -> bool:
        """إذا كنت ترى أن …, فلا تعتقد أن …: whoever reads it."""
        if r.np is not None or r.form is None or r.form.shape != "present" or self.forms[r.first][0] != "ت":
            return False
        if not r.first:
            return False
        before = self.forms[r.first - 1]
        return before in _YOU_WERE or (before in _YOU_SHALL_NOT and r.form.cls == "believe")

    def _is_shown(self, r: Report) -> bool:
        """وهذا يؤكد أن …, السبب الذي يفسر …, النتائج السابقة التي تشير إلى أن …: a thing shows it."""
        if (
            r.np is not None
            or r.form is None
            or r.form.shape != "present"
            or r.form.cls != "say"
            or r.content != "that"
            or not r.first
        ):
            return False
        k = r.first - 1
        if self.forms[k] in _THIS or self._is_things_verb(r):
            return True
        if not classify(self.forms[k]).flags & wc.RELATIVE or self.forms[k] in WHAT or self.forms[k] in THOSE_WHO:
            return False
        k -= 1 + (k > 0 and not self.words[k - 1])
        described = 0
        while k >= 0 and described < 3 and self.words[k] and (w := classify(self.forms[k])).definite:
            if w.flags & _NO_THING:
                return False
            described += 1
            k -= 1
        return described > 0

    def _is_things_verb(self, r: Report) -> bool:
        """الواقع يؤكد أن, نظرة إلى السوق، تشير إلى أن: the noun that heads the verb's clause is its subject, and an
        ordinary one."""
        k, s = r.first - 1, self.sentences[r.sentence]
        k -= self.forms[k] in "،,"
        if k < s.first or r.form is None or r.form.has_object or r.form.number == "p":
            return False
        last = classify(self.forms[k])
        if not (last.definite or last.flags & wc.DEMONSTRATIVE) or lookup(self.forms[r.first])[1]:
            return False
        for j in range(k, max(s.first, k - _SUBJECT) - 1, -1):
            form, w = self.forms[j], classify(self.forms[j])
            if not self.words[j] or form in VERBS or any(f.shape != "masdar" for f in lookup(form)[0]):
                return False
            opens = j == s.first or not self.words[j - 1]
            if not opens and not w.conj and not classify(self.forms[j - 1]).flags & _LEADS:
                continue
            if w.flags & wc.DEMONSTRATIVE and j < k:
                w = classify(self.forms[j + 1])
            elif w.conj and j == k and not opens:
                return False  # بين الحين والآخر يؤكد
            return bool(w.flags & wc.COMMON) and not w.prep and not w.flags & ~wc.COMMON and w.stem not in TELLING
        return False

    def _is_proved(self, r: Report) -> bool:
        """وأثبت اللاعب أنه جدير بالثقة: somebody proves by what he does what he is."""
        if r.form is None or r.form.facts & (vf.INNER | vf.SHOWS) != vf.INNER | vf.SHOWS or r.content != "that":
            return False
        return self.forms[r.content_at - 1] in _THAT_HE and (r.np is None or r.np.kind in _PROVERS)

    def _is_clear(self, r: Report) -> bool:
        """وهو ما وضح في أن …: without somebody right behind it, the verb is «became clear»; واعتقد أن …: «and I think»,
        in a text that writes no hamza."""
        if r.np is not None or r.form is None or r.form.shape != "past" or r.content != "that":
            return False
        return r.form.lemma == _CLEAR or (r.form.lemma == _THINK and lookup(self.forms[r.first])[1] > 0)

    def _comes_to(self, r: Report) -> bool:
        """انتهى الأمر إلى أن …, انتهى به المطاف إلى أن …: where a thing comes to is no finding."""
        if r.np is not None or r.form is None or r.form.lemma != _END or r.content != "that":
            return False
        return self.forms[r.last + 1] != "الي"

    def _is_nobody(self, s: Sentence, r: Report) -> bool:
        """لا أحد يقول إن, لا يقول أحدهم, لا توجد أي دراسة تؤكد أن: who is said not to be there does not speak."""
        if r.form is None or r.form.shape not in ("past", "present"):
            return False
        if r.np is None:
            return self.forms[r.first - 1] in _ANYBODY and self.forms[r.first - 2] in _NOT
        k = r.np.first
        if self.forms[k] in _ANYBODY and (r.negated or self.forms[k - 1] in _NOT):
            return True
        k -= 1 + (self.forms[k - 1] in _ANY)
        return r.subject_first and k > s.first and self.forms[k] in _THERE and self.forms[k - 1] in _NOT

    def _is_certain(self, s: Sentence, r: Report) -> bool:
        """ويعني بالتأكيد أن …: an adverb, where بالتأكيد على أن … and ختم كلمته بالتأكيد أن … are verbal nouns."""
        if self.forms[r.first] != _SURE or self.forms[r.last + 1] == "علي":
            return False
        before = self.forms[r.first - 1]
        return not self._that(r.last + 1) or r.first == s.first or before in VERBS or not self.words[r.first - 1]

    def _goes_so_far(self, j: int) -> bool:
        """ذهب الوزير إلى القول إن …: the verb before the masdar at `j` says whose words they are."""
        if self.forms[j - 1] != "الي":
            return False
        before = (f for k in range(max(0, j - _NEAR), j - 1) for f in lookup(self.forms[k])[0])
        return any(need.startswith("الي+") for f in before for need in f.needs)

    def _holds(self, r: Report, word: str) -> bool:
        """لأن البعض يعتقد أن: people who hold a view, where يتوقع may as well be the passive."""
        if word not in _HOLD or r.np is None or classify(self.forms[r.first - 1]).flags & wc.RELATIVE:
            return False  # فلان الذي يعتقد أنه في البلاد: the passive
        w = classify(self.forms[r.np.first])
        several = r.np.kind in ("group", "unnamed_source") and bool(w.flags & wc.HEAD)
        return several or (r.np.kind == "person" and (r.np.has_name or w.definite))

    def _to_whom(self, s: Sentence, k: int) -> NounPhrase | None:
        """وتبين للباحثين أن …: whoever found it out."""
        if k >= s.last or not self.words[k] or classify(self.forms[k]).prep != "ل":
            return None
        np = parse_attached(self.text, k, s.last + 1)
        finders = classify(self.forms[k]).flags & (wc.GROUP | wc.PERSON_HEAD)
        return np if np is not None and finders and self._that(np.last + 1) else None

    def _is_unsaid(self, r: Report) -> bool:
        """قيل إن …, قيل له أمس إنه …, أفيد بأن …: a clause close behind a passive; hearsay ends with a pause."""
        at, before = r.content_at, self.forms[r.first - 1] if r.first else ""
        if r.content != "that" or at - r.last > _CLOSE or before in WHAT or before in _IF:
            return False
        if not all(self.words[k] for k in range(r.last + 1, at)):
            return False
        if r.form is not None and r.form.lemma != _INFORMED:
            last = self.sentences[r.sentence].last
            end = next((k - 1 for k in range(at + 1, min(at + _HEARSAY, last)) if self.forms[k] in "،,؛;"), last)
            r.content_end = trimmed(self.text, at, end)
        return True

    def _is_ordained(self, r: Report) -> bool:
        """وكتب عليهم أن يرحلوا: what is destined; ويشترط أن يكون قريبا: what is required, by nobody in particular."""
        if r.form is None or r.content != "that" or r.style != "finite":
            return False
        if r.form.lemma == _WRITE:
            return self.forms[r.last + 1] in _UPON_THEM and r.content_at == r.last + 3
        required = (
            r.form.lemma == _REQUIRE and r.form.shape == "present" and r.form.gender == "m" and not r.form.has_object
        )
        return required and r.np is None and r.form.number == "s" and self.forms[r.first - 1] not in _HE_SAYS

    def _is_named(self, r: Report) -> bool:
        """ما يسميه فلان كذا، فإن …: a verb of naming tells a name, and no clause."""
        return r.form is not None and bool(r.form.facts & vf.NAMES) and r.content in ("that", "colon", "bare")

    def _is_the_writers(self, s: Sentence, r: Report, form: CueForm) -> bool:
        """Whether a cue reports nobody's words: a bare masdar, a formula (يذكر أن), a conclusion, a question asked."""
        j, word = r.first, self.forms[r.first]
        quoted = r.content == "mark" and r.content_at - j <= 2  # ونقلت عن الوزير القول: «…»
        one_says = r.np is None and word in _ONE_SAYS and not quoted and not self._goes_so_far(j)  # يمكن القول إن
        of_nobody = r.np is None and r.content == "that" and self._is_described(j)
        if form.shape == "masdar" and (r.content == "none" or one_says or of_nobody):
            return True
        if r.np is None and word in _SEEMS:
            r.np = self._to_whom(s, j + 1)
        if word in PRETEXTS and not self._that(r.content_at - 1):
            return True
        if form.facts & vf.OUTLET and not r.own_source and (r.np is None or not self._is_outlet(r.np)):
            return True  # علمت «كذا» أن …: only what an outlet has learned is told
        if form.facts & vf.DENIED:
            denied, r.negated = r.negated, False  # ولا يخفي فلان أن …: he says so
            return not denied or r.content == "none" or "ى" in self.text.slice(j, j)
        if r.np is None and (
            word in _SEEMS
            or (
                form.shape == "present"
                and j > s.first
                and self.forms[j - 1] in WHAT
                and form.lemma != SAY
                and not (form.strength == "e" and form.has_object)  # ما يصفه بأنه …
            )
        ):
            return True  # تبين أن, مما يشير إلى أن
        byline = form.facts & vf.BYLINE and form.gender == "m" and r.np is None and r.content != "mark"
        if byline and j == s.first and self.forms[j + 1 : j + 2] == [":"]:
            return True  # كتب: فلان …
        if j - 2 > s.first and self.forms[j - 1] in _WERE and self.forms[j - 2] == "اذا":
            return True  # سئلوا عما إذا كانوا يرون أن
        if r.anybody:
            return r.content == "none" or (form.facts & vf.UNSAID > 0 and not self._is_unsaid(r))
        alone = r.np is None or (r.subject_first and not self._holds(r, word))
        formula = word in IMPERSONAL and alone and r.content == "that" and r.content_at - j <= 6  # يذكر أن, يشار إلى أن
        others = (
            self._is_clear,
            self._comes_to,
            self._is_passive,
            self._is_supposed,
            self._is_yours,
            self._is_shown,
            self._is_proved,
            self._is_ordained,
            self._is_named,
        )
        return formula or self._is_certain(s, r) or self._is_nobody(s, r) or any(is_nobodys(r) for is_nobodys in others)
