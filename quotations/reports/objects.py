"""Subject or object: what the phrase behind a verb is that takes an object (وصف الوزير القرار, دعا المجلس إلى)."""

from quotations.matching import forms_of
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.reports.reading import Report
from quotations.reports.unlisted import Unlisted
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import CueForm, lookup
from quotations.words.wordclass import classify

_AS_HE_IS = forms_of("بأنه بأنها بأنهم بأنهما بأنهن")


class Objects(Unlisted):
    """Tells subjects from objects."""

    def _of_transitive(self, s: Sentence, r: Report, form: CueForm, np: NounPhrase) -> NounPhrase | None:
        """The subject in the phrase behind a verb that takes an object; None where the phrase is the object."""
        if form.facts & vf.JUDGED and not form.has_object and self._is_judged(np):
            return self._without_object(np)
        if not self._is_subject(np, form) or self._has_its_own(r, np) or self._is_besought(form, np):
            return None
        goes_on = r.first > s.first and self.forms[r.first][0] == "و" and form.cls == "demand"
        if goes_on and (np.plural or np.kind in ("group", "organization")):
            return None  # …، وحث زعماء العالم على …: whom the sentence's subject asks
        return np

    def _is_described_so(self, form: CueForm, after: int) -> bool:
        """إلى وصف خصمه بأنه …: behind a verbal noun of judging whoever stands before بأنه is judged, and silent."""
        return form.strength == "e" and not form.has_object and {*self.forms[after : after + 1]} <= _AS_HE_IS

    def _has_its_own(self, r: Report, np: NounPhrase) -> bool:
        """يصف تجربته, لينتقد فلانا: a thing that is somebody's, or whoever follows a purpose, is the object."""
        cut = lookup(self.forms[r.first])[1]
        if r.form is not None and r.form.shape == "present" and cut and self.forms[r.first][cut - 1] == "ل":
            return r.form.strength != "s"
        first = self.text.slice(np.first, np.first)
        w = classify(self.forms[np.first])
        owned = first.endswith(("ته", "تها", "تهم"))
        return np.head < 0 and owned and not w.flags & (wc.GIVEN | wc.SURNAME) and not self._known_name(np)

    def _is_subject(self, np: NounPhrase, form: CueForm) -> bool:
        """Whether the phrase after a verb that takes an object is its subject: a person, or the verb agrees
        with it in the feminine."""
        if np.kind in ("person", "unnamed_source", "document") and (
            np.has_name or np.head >= 0 or self._known_name(np)
        ):
            return True
        if np.fixed or self._is_nominative(np):
            return True
        after = np.last + 1
        after += np.head < 0 and self.forms[after : after + 1] == ["،"]
        thinks = self.forms[after : after + 1] and self._that(after) and self.forms[after][0] != "ب"
        thinks = thinks and not form.facts & vf.TOLD  # اعتبر الاتحاد أن …: the clause is the object
        if np.head < 0:
            if self._known_name(np):
                return True
            if thinks and not form.facts & vf.SHOWS:  # كشف السويطي أن, أعلنت الإجارة أن, not أعلن الأسبوع الماضي أن
                first, before = classify(self.forms[np.first]), classify(self.forms[np.first - 1])
                timed = (first.flags | before.flags) & wc.TIME
                return first.definite and not timed and self._may_speak(form, np.first)
            return False
        if thinks:
            return True
        told = np.feminine is None and form.facts & vf.TOLD
        return form.gender == "f" or np.plural or not (np.feminine or told)

    def _is_nominative(self, np: NounPhrase) -> bool:
        """ووصفه كثيرون بأنه …, وانتقده آخرون: the plural in ون is no object."""
        return np.kind in ("group", "unnamed_source") and np.first == np.last and self.forms[np.first].endswith("ون")

    def _is_judged(self, np: NounPhrase) -> bool:
        """ووصف الوزير بأنه …, ووصفت الأنباء التي تصلها بالكاذبة: the one phrase before ب is the object."""
        k = np.last + 1
        if not self.words[k]:
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
