"""The subject before its verb (SV), before the relative pronoun, and between an auxiliary and قد."""

from quotations import wordclass as wc
from quotations.cues import CueForm, lookup
from quotations.matching import forms_of
from quotations.nouns import NounPhrase, parse, parse_attached
from quotations.phrase_words import AS_FOR
from quotations.reading import AS, NEGATIONS, Report
from quotations.sentences import Sentence
from quotations.subjects import Subjects
from quotations.things import is_thing
from quotations.wordclass import classify

_NO_SUBJECT_BEFORE = AS | NEGATIONS | forms_of("ما لما قد وقد كان وكان سبق حيث إذ")
_ABOUT = forms_of("عن وعن حول وحول بشأن وبشأن بخصوص وبخصوص")
_ABOUT_IT = (["انه"], ["انها"], ["بانه"], ["بانها"])
_HAD_THEN = forms_of("فقد فلقد")
_LONGEST_TOPIC = 40  # tokens
_HAD = forms_of("كان وكان كانت وكانت كانوا يكون تكون ويكون وتكون فكان")
_ALREADY = forms_of("قد")
_HEARD = forms_of("سمعت وسمعت سمعنا وسمعنا سمعته رأيت ورأيت رأينا")
_DASHES = frozenset("-–—ـ")


class SubjectsBefore(Subjects):
    """Finds subjects that stand before their verbs."""

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
