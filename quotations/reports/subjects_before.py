"""The subject before its verb (SV), before the relative pronoun, and between an auxiliary and قد."""

from dataclasses import replace

from quotations.matching import forms_of, with_and, word_form
from quotations.page.datelines import behind
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse, parse_attached
from quotations.phrases.things import is_thing
from quotations.reports.antecedents import antecedent, heads_alone, taken_up
from quotations.reports.many import clause_noun, many_before
from quotations.reports.reading import AS, NEGATIONS, Report, opens_topic
from quotations.reports.subjects import Subjects
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import CueForm, lookup
from quotations.words.formulas import before_blessing
from quotations.words.phrase_words import AS_FOR, HAD, TAKEN_UP, TALKS
from quotations.words.wordclass import classify

_NO_SUBJECT_BEFORE = AS | NEGATIONS | forms_of("ما لما قد وقد كان وكان سبق حيث إذ")
_ABOUT_IT = (["انه"], ["انها"], ["بانه"], ["بانها"])
_EVIDENCE = forms_of("أدلة دليل مؤشر مؤشرات")  # that shows something, and says nothing
_BUT = forms_of("لكن ولكن")
_HAD_THEN = forms_of("فقد فلقد")
_BEFORE, _THAT_BEFORE = forms_of("سبق وسبق يسبق فسبق"), with_and("أن")
_THAT_HE, _FROM = forms_of("أنه أنها"), forms_of("عن وعن فعن")
_LONGEST_TOPIC = 40  # tokens
_LONGEST_NAME = 8
_LONGEST_PHRASE = 18
_ALREADY = forms_of("قد")
_TAKEN_UP = {word_form(relative): pronoun for relative, pronoun in (("الذي", "ه"), ("التي", "ها"), ("الذين", "هم"))}
_OPENERS = _BUT | HAD  # of a clause that a noun begins
_VIEWS = frozenset({"believe", "expect", "demand", "deny"})
_AND_HE = forms_of("وهو وهي وهم")
_HEARD = with_and("سمع سمعت سمعنا سمعوا يسمع تسمع نسمع أسمع يسمعون سماع رأيت رأينا شاهدت شاهدنا سمعته")


class SubjectsBefore(Subjects):
    """Finds subjects that stand before their verbs."""

    def _subject_before(self, s: Sentence, r: Report) -> None:
        """SV: a noun phrase that ends right before its verb, also past a comma."""
        if self._preceded(s, r) or self._heard(s, r) or self._marked_before(s, r) or self._set_off(s, r):
            return
        told = self._told_of(s, r)
        if told >= 0 and self._ends_at(s, r, told, self._phrase_starts(s, told), told=True):
            return
        stop = s.first - 1 if self._is_topic_or_dateline(s, r) else self._before(s, r.first - 1, "،,-–")
        if stop >= s.first and self.forms[stop] == "قد":
            self._subject_within(s, r, stop)
            if r.np is None and self.forms[stop - 1] in HAD:
                stop = self._before(s, stop - 2, "،,")  # مسؤولون كانوا قد قالوا
        if stop < s.first or (self.words[stop] and self.forms[stop] in _NO_SUBJECT_BEFORE):
            return
        relative = self.words[stop] and bool(classify(self.forms[stop]).flags & wc.RELATIVE)
        if relative:
            stop = self._before(s, stop - 1, "،,")
        starts = self._phrase_starts(s, stop)
        if relative and self.words[stop] and classify(self.forms[stop]).flags & wc.DOCUMENT:
            starts.append(stop)  # عرض فلان الإحصائيات التي تظهر أن …
        if relative:
            starts = sorted({*starts, *self._offices(s, stop)})
        if not self._ends_at(s, r, stop, starts, relative) and r.form is not None and r.form.shape == "present":
            self._ends_at(s, r, stop, self._offices(s, stop), named=True)  # … المدرب فلان يقول إن
        self._many_before(s, r)
        self._clause_noun(s, r)

    def _set_off(self, s: Sentence, r: Report) -> bool:
        """Whether who speaks stands before a clause that tells who he is; it becomes the report's subject."""
        stop = self._before(s, r.first - 1, "،,-–")
        stop = self._before(s, stop - 1 - (self.forms[stop - 1] in HAD), "،,") if self.forms[stop] == "قد" else stop
        stop = self._who_he_is(s, stop) if stop > s.first else -1
        return stop >= s.first and self._ends_at(s, r, stop, self._phrase_starts(s, stop))

    def _who_he_is(self, s: Sentence, stop: int) -> int:
        """لكن سليم الحداد وهو تاجر كبير أكد: the last token before وهو and a phrase that runs to `stop` and
        tells who he is; -1 where none does."""
        for k in range(stop - 1, max(s.first, stop - _LONGEST_PHRASE), -1):
            if self.forms[k] in _AND_HE:
                np = parse(self.text, k + 1, stop + 1)
                return self._before(s, k - 1, "،,-–") if np is not None and np.last == stop else -1
            if not self.words[k] and self.forms[k] not in "()-":
                return -1
        return -1

    def _clause_noun(self, s: Sentence, r: Report) -> None:
        """إلا أن الجباية البلدية أكدت أن, لكن أنصار هذا الحل يعتقدون أن: what stands behind the particle, if no list
        knows it for a speaker either, where words follow the verb."""
        form = r.form
        if r.np is not None or form is None or form.strength == "e" or form.has_object:
            return
        if r.content not in ("that", "mark") or classify(self.forms[r.first - 1]).flags & wc.RELATIVE:
            return
        if form.shape == "present" and form.number == "s" and form.cls not in _VIEWS:
            return  # لكن الواقع يؤكد أن: what things show
        last = r.first - 1 - (self.forms[r.first - 1] in _ALREADY)
        last -= self.forms[last] in HAD
        feminine = None if form.number == "p" else form.gender == "f"
        r.np = clause_noun(self.text, s.first, last, feminine) if last > s.first else None
        r.subject_first = r.np is not None

    def _resumes(self, r: Report, np: NounPhrase) -> bool:
        """المتظاهرون الذين وصفهم بـ…, الخطوة التي اعتبرها …: the object pronoun takes up (as عائد) whom the relative
        pronoun before the verb describes; who speaks is left out. Not حلم ليلى الذي روته, nor الرجل الذي حذره, whose
        verb tells somebody."""
        if r.form is None or not r.form.has_object or r.form.facts & vf.TOLD:
            return False
        pronoun = _TAKEN_UP.get(self.forms[r.first - 1].removeprefix("و"), "-")
        return self.forms[r.last].endswith(pronoun) and not (np.feminine and pronoun == "ه")

    def _document_before(self, s: Sentence, r: Report) -> bool:
        """أصدر المجلس بيانا يوضح أن, علقوا لافتة تقول إن: a document without the article, right before a present, says
        what follows."""
        stop = r.first - 1
        if (
            r.form is None
            or r.form.shape != "present"
            or r.form.number != "s"
            or stop < s.first
            or not self.words[stop]
        ):
            return False
        w = classify(self.forms[stop])
        if not w.flags and self.forms[stop].endswith("ا"):
            w = classify(self.forms[stop][:-1])  # بيانا
        if w.definite or w.prep or w.conj or not w.flags & wc.DOCUMENT or w.stem in TALKS | _EVIDENCE:
            return False
        feminine = bool(w.flags & (wc.FEMININE | wc.PLURAL)) or w.stem.endswith("ات")
        if feminine != (r.form.gender == "f"):
            return False
        r.np, r.subject_first = NounPhrase(stop, stop, "document", head=stop, feminine=feminine), True
        return True

    def _many_before(self, s: Sentence, r: Report) -> None:
        """لكن كثيرا من التجار في السوق يقولون, أن خبراء منهم كانوا قد قالوا: who the many are."""
        if r.np is not None or r.form is None or r.form.number != "p" or r.form.has_object:
            return
        last = r.first - 1 - (self.forms[r.first - 1] in _ALREADY)
        last -= self.forms[last] in HAD
        r.np = many_before(self.text, s.first, last) if last > s.first else None
        r.subject_first = r.np is not None

    def _ends_at(
        self,
        s: Sentence,
        r: Report,
        stop: int,
        starts: list[int],
        relative: bool = False,
        told: bool = False,
        named: bool = False,
    ) -> bool:
        """Whether a phrase from one of `starts` to `stop` is the subject; it becomes the report's."""
        for b in starts:
            np = self._parse_before(b, stop, relative, r)
            if np is None or np.last < stop or is_thing(self.text, np) or (named and not np.has_name):
                continue
            if told and np.head < 0 and not np.has_name and self._has_given_name(np):
                np = replace(np, name_first=np.first, name_last=np.last)  # عن عمر رضي الله عنه قال
            if not (np.head >= 0 or np.has_name or np.fixed or self._are_several(np) or self._known_name(np)):
                continue
            if relative and np.kind == "document" and self.forms[r.last + 1 : r.last + 2] in _ABOUT_IT:
                return False  # الكتاب الذي قال إنه ناقص: what is spoken of
            free = b == s.first or told or np.cut or self._stands_free(np, relative) or self._fills_clause(r, np)
            if relative and self._resumes(r, np):
                return False
            if (r.form is None or self._fits(r.form, np)) and free:
                r.np, r.subject_first = np, True
                return True
        return False

    def _parse_before(self, b: int, stop: int, relative: bool, r: Report) -> NounPhrase | None:
        """The phrase that begins at token `b`, behind its preposition (التقى بالوزير الذي قال) or its «و» (… وأردوغان
        يقول إن …: a present behind somebody whom no other verb can have as its subject)."""
        w = classify(self.forms[b])
        if not (w.prep or w.conj) or (w.conj and lookup(self.forms[b])[0]):
            return parse(self.text, b, stop + 1)
        if relative:
            return parse_attached(self.text, b, stop + 1) if w.prep else parse(self.text, b, stop + 1)
        np = parse(self.text, b, stop + 1)
        alone = r.form is not None and r.form.shape == "present" and r.form.number == "s"
        if np is not None or not alone or w.conj != "و" or w.prep or w.flags & (wc.FUNCTION | wc.AUXILIARY):
            return np
        np = parse_attached(self.text, b, stop + 1)
        if np is None or np.joined or np.kind == "document":
            return None
        return np if np.head >= 0 or self._is_somebody(np) else None

    def _is_somebody(self, np: NounPhrase) -> bool:
        """Whether a bare name behind «و» is one: of the text, of a list, or of words that no list knows."""
        forms = [self.forms[k][np.cut * (k == np.first) :] for k in range(np.first, np.last + 1)]
        flags = [classify(form).flags for form in forms]
        return forms[-1] in self.known or any(f & (wc.GIVEN | wc.SURNAME) and not f & wc.COMMON for f in flags)

    def _preceded(self, s: Sentence, r: Report) -> bool:
        """وسبق للوزارة أن أعلنت …, سبق لها وأن قالت: whether somebody has said it before; the report's subject."""
        if self.forms[r.first - 1] not in _THAT_BEFORE or r.form is None:
            return False
        for k in range(r.first - 2, max(s.first, r.first - _LONGEST_PHRASE), -1):
            if self.forms[k - 1] in _BEFORE and classify(self.forms[k]).prep == "ل":
                np = parse_attached(self.text, k, r.first - 1)
                if np is not None and np.last == r.first - 2 and self._fits(r.form, np):
                    r.np, r.subject_first = np, True
                return r.np is not None
        return False

    def _heard(self, s: Sentence, r: Report) -> bool:
        """سمع رجلا يقول, سمعت الشيخ يقول: whom somebody hears is the subject of the present right behind him."""
        if r.form is None or r.form.shape != "present":
            return False
        last = r.first - 1 - (self.forms[r.first - 1] in _AND_HE)
        for k in range(last - 1, max(s.first - 1, last - _LONGEST_NAME), -1):
            if self.forms[k] in _HEARD:
                np = self._somebody_heard(k + 1, last)
                if np is not None and np.last == last and self._fits(r.form, np) and np.kind != "document":
                    r.np, r.subject_first = np, True
                break
        return r.np is not None

    def _somebody_heard(self, k: int, last: int) -> NounPhrase | None:
        """The phrase at token `k`, also in the accusative without the article (رجلا, امرأة من السوق)."""
        accusative = k in self.text.tanwin or self.forms[k][-1] == "ا"
        if not accusative or classify(self.forms[k]).definite:
            return parse(self.text, k, last + 1)
        of = k + 2 <= last and self.forms[k + 1] == "من"
        np = parse(self.text, k + 2, last + 1) if of else None
        described = k + 1 == last and classify(self.forms[last]).flags & wc.NISBA and self.forms[last].endswith("ا")
        return NounPhrase(k, np.last if np is not None else k + bool(described), "person", head=k)

    def _told_of(self, s: Sentence, r: Report) -> int:
        """وعن أنس رضي الله عنه قال, أن النبي - صلى الله عليه وسلم - قال, روي عن عمر أنه قال: the last token of whom a
        blessing honours before the verb, or of whom something is told; -1 where nobody is."""
        last = self._before(s, r.first - 1, "،,")
        about = self.forms[last] in _THAT_HE and last > s.first
        last -= about
        end = before_blessing(self.text, last)
        if s.first <= end < last:
            stands = self.words[end] and not classify(self.forms[end]).flags & wc.FUNCTION
            return end if stands else last  # وعنه صلى الله عليه وسلم قال
        low = max(s.first, last - _LONGEST_NAME)
        named = about and any(self.forms[k] in _FROM for k in range(low, last))
        return last if named else -1

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
        """وعن لاعبي المنتخب قال: …, وفيما يخص السفر، أوضح أن: what he speaks of; واشنطن (CNN) -- قالت …, where the
        story comes from."""
        if behind(self.text, s.first, r.first) == r.first > s.first:
            return True
        if not opens_topic(self.forms, s.first) or r.first - s.first > _LONGEST_TOPIC:
            return False
        if classify(self.forms[r.first - 1]).flags & wc.RELATIVE:
            return False  # وعن المدير الذي قال إن …
        return not any(self.forms[k] in "،," for k in range(s.first, r.first - 1))

    def _look_before(self, s: Sentence, r: Report, form: CueForm) -> None:
        """The subject before the verb, where none stands behind it.

        الوزير يصف القرار بأنه …, واشنطن تحذر موسكو من …: whoever heads the sentence right before a present judges or
        warns, as in headlines (SVO), and whoever stands behind the verb is judged or warned. أن الشركة أبلغت الوزارة …:
        so does whoever heads the clause of a past that takes an object.
        """
        after = r.np
        resumed = form.has_object or self.forms[r.last + 1] in TAKEN_UP  # وكان فلان قد وصفه الوزير بأنه …
        if after is not None and self.forms[r.first - 1] in _ALREADY and not resumed:
            self._subject_within(s, r, r.first - 1)  # وكان فلان قد دعا المجلس إلى …
            if r.np is not after:
                r.subject_first = False
                return
        takes = bool(form.facts & (vf.OBJECT | vf.TOLD))
        present = form.shape == "present"
        if after is not None and (form.has_object or not (takes or (present and form.strength == "e"))):
            return  # جماعة تصفها الحكومة بـ…: the pronoun is the object
        r.np = None
        if not self._document_before(s, r):
            self._subject_before(s, r)
            self._described(s, r, form)
        if after is not None and not ((present and self._is_right_before(s, r)) or self._heads_clause_of(s, r, takes)):
            r.np, r.subject_first = after, False

    def _described(self, s: Sentence, r: Report, form: CueForm) -> None:
        """The indefinite noun that a verb without a subject describes; not where a longer phrase ends right before the
        verb to which it belongs (مصدر من شركة كذا أكد), and no document in which somebody says it (بيانا قال فيه)."""
        if r.np is not None and r.np.kind == "document" and taken_up(self.text, r.last + 1):
            r.np = r.np if classify(self.forms[r.np.first]).definite else None
        np = antecedent(self.text, s, r) if r.content != "none" or form.strength == "w" else None
        if np is None or heads_alone(self.text, s, r, np):
            return
        whole = r.np
        if whole is not None and whole.head >= 0 and whole.first <= np.first and np.last <= whole.last:
            before = classify(self.forms[np.first - 1])
            owned = before.flags & (wc.PREPOSITION | wc.HEAD) and not before.stem.endswith("ون")
            if whole.first == np.first or whole.head == np.head or owned:
                return
        r.np, r.subject_first = np, True

    def _is_right_before(self, s: Sentence, r: Report) -> bool:
        """Whether a subject heads its sentence right before its verb."""
        return r.np is not None and r.np.first <= s.first + 1 and r.np.last >= r.first - 1

    def _heads_clause_of(self, s: Sentence, r: Report, takes: bool) -> bool:
        """إلا أن الشركة أبلغت الوزارة, وكان المدير دعا اللجنة: whether a subject stands between what opens a clause and
        a verb that takes an object, or at the head of the sentence (مصادر مطلعة، أبلغت الصحيفة)."""
        if not takes or r.np is None or r.np.last < self._before(s, r.first - 1, "،,"):
            return False
        before, w = r.np.first - 1, classify(self.forms[r.np.first])
        if w.conj or w.flags & wc.FUNCTION:
            return False  # ومن جهة أخرى دعت الحكومة …
        opened = self._that(before) or self.forms[before] in _OPENERS
        return (opened and before >= s.first) or not any(self.words[k] for k in range(s.first, r.np.first))

    def _subject_within(self, s: Sentence, r: Report, stop: int) -> None:
        """وكان فلان قد قال, أن يكون فلان قد قال: the subject stands between the auxiliary and قد."""
        for k in range(stop - 1, max(s.first - 1, stop - 16), -1):
            if self.forms[k] in HAD:
                np = parse(self.text, k + 1, stop)
                if np is None or r.form is None or not self._fits(r.form, np):
                    return
                # وكان المجلس الذي … قد وثق سلسلة من …, not the object
                described = r.np is not None and classify(self.forms[np.last + 1]).flags & wc.RELATIVE
                if described or np.last == self._before(s, stop - 1, "،,"):
                    r.np, r.subject_first = np, True
                return

    def _before(self, s: Sentence, k: int, signs: str) -> int:
        """The last token up to `k` that is none of `signs`."""
        while k >= s.first and not self.words[k] and self.forms[k] in signs:
            k -= 1
        return k

    def _phrase_starts(self, s: Sentence, stop: int) -> list[int]:
        """Where a phrase that ends at `stop` may begin: behind function words and signs, at a word with a
        conjunction."""
        low = max(s.first, stop - _LONGEST_PHRASE)
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
            if w.conj:
                starts.add(k)
        return sorted(b for b in starts if b <= stop)

    def _offices(self, s: Sentence, stop: int) -> list[int]:
        """The offices at which a phrase may begin too (التقت الوكالة أستاذ الآثار فلانا، الذي قال; بعد فوزه بالكأس
        المدرب فلان يقول)."""
        near = range(max(s.first, stop - _LONGEST_PHRASE), stop + 1)
        return [k for k in near if self.words[k] and classify(self.forms[k]).flags & wc.PERSON_HEAD]

    def _fits(self, form: CueForm, np: NounPhrase) -> bool:
        """Whether verb and subject before it agree, in number too (SV: الوزراء قالوا)."""
        several = np.plural or np.joined or np.kind in ("group", "organization")
        return self._agrees(form, np) and (form.number != "p" or several)

    def _stands_free(self, np: NounPhrase, relative: bool) -> bool:
        """Whether a phrase inside a sentence is a subject: named or with a head, and no preposition's object."""
        before = np.first - 1
        opened = self._are_several(np) and self._that(before)
        if np.head < 0 and not np.fixed and not opened and not self._known_name(np) and not self._has_given_name(np):
            return False
        governed = self.words[before] and bool(classify(self.forms[before]).flags & wc.PREPOSITION)
        return relative or not governed or self.forms[before] in ("حسب", "بحسب")

    def _fills_clause(self, r: Report, np: NounPhrase) -> bool:
        """لكن جرودين قالت إنه, أن زعفرا أكد أن: a strange word between a particle and what is said is who says it."""
        if r.form is None or r.form.strength != "s" or np.last != r.first - 1 or not np.has_name or np.head >= 0:
            return False
        opened = self._that(np.first - 1) or self.forms[np.first - 1] in _BUT
        return opened and (self._that(r.last + 1) or self._that(r.last + 2))

    def _are_several(self, np: NounPhrase) -> bool:
        """أن الكثير يعتقدون, أن عددا من السكان يرون, not كل هذا."""
        named = (classify(self.forms[k]).flags & wc.DEMONSTRATIVE for k in range(np.first, np.last + 1))
        return np.kind == "group" and not any(named)

    def _has_given_name(self, np: NounPhrase) -> bool:
        return any(classify(self.forms[k]).flags & wc.GIVEN for k in range(np.first, np.last + 1))
