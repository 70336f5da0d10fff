"""Which verbal nouns report: قوله إن, تصريحه بأن, إعلان وزير النقل أن, بالقول: …."""

from functools import cached_property

from quotations.page.scripture import OPENING
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import parse
from quotations.reports.reading import OPENING_MARKS, Reading
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import SAY, CueForm, lookup
from quotations.words.phrase_words import VERBS
from quotations.words.wordclass import classify

_MASDAR_FRAME = 14  # tokens from whoever speaks to the particle of a masdar
_NEW_CLAUSE = wc.CONJUNCTION | wc.RELATIVE | wc.AUXILIARY | wc.PRONOUN
_DOTTED = (" إلي ", " الي ", " علي ال")  # prepositions in a text that writes ي for ى
_BRACKETS, _FEWEST = 120, 6  # tokens of words in brackets, at most and at least
_NO_FRAME = frozenset("،,.؛:")


class Masdars(Reading):
    """Tells a verbal noun that leads to words from any other."""

    def _masdar_reports(self, s: Sentence, j: int) -> bool:
        """قوله إن, تصريحه بأن, بالقول: a verbal noun leads to words only where a particle or a colon follows
        closely."""
        following = self.forms[j + 1] if j < s.last else ""
        if j > s.first and self.forms[j].startswith("ال") and self._is_strong_verb(j - 1):
            return False  # وزعم الادعاء العام أن
        if following in OPENING_MARKS or following == ":":
            return True
        if not following:
            return False
        if classify(following).flags & wc.THAT:
            return True
        said = lookup(self.forms[j])[0][0].lemma == SAY
        if said and (self._spoken_bracket(s, j + 1) or self._is_scripture(s, j + 1)):
            return True
        for k in range(j + 1, min(j + 5, len(self.text))):
            form = self.forms[k]
            if form == ":" or form in OPENING_MARKS:
                return self.forms[j].startswith(("بقول", "بالقول", "قول", "وقول"))
            if self.words[k] and classify(form).flags & wc.THAT:
                return True
        if classify(following).flags & wc.HEAD:  # إعلان وزير كذا فلان الفلاني أنه …
            np = parse(self.text, j + 1, s.last + 1)
            return np is not None and (self._that(np.last + 1) or self._that_behind_frame(s, j, np.last + 1))
        return False

    def _spoken_bracket(self, s: Sentence, k: int) -> int:
        """وختم الوزير بقوله (كان العمل صعبا علينا جميعا). وعاد: the token that closes the brackets at `k` if they may
        hold what was said, 0 where they do not: too few words, words that go on behind, or a particle. Where more of
        the sentence follows, a preposition tells when or where it was said (قال (في لقاء …)، وهو …)."""
        if self.forms[k] != "(" or self._that(k + 1):
            return 0
        close = next((j for j in range(k + 1, min(k + _BRACKETS, s.last) + 1) if self.forms[j] == ")"), 0)
        frame = classify(self.forms[k + 1]).flags & wc.PREPOSITION
        pause = self._is_over(s, close + 1) or (self.forms[close + 1] in "،,؛" and not frame)
        return close if close - k >= _FEWEST and pause else 0

    def _is_described(self, j: int) -> bool:
        """ويسود اعتقاد واسع بأن: an adjective behind a verbal noun, no owner, who would be definite or have a name."""
        w, k = classify(self.forms[j + 1]), j + 2
        if not self.words[j + 1] or w.definite or w.prep or w.conj or w.flags & ~wc.NISBA != wc.COMMON:
            return False
        return k < len(self.text) and (self._that(k) or k in self.top or self.forms[k] == ":")

    def _that_behind_frame(self, s: Sentence, j: int, k: int) -> bool:
        """برز إعلان مصدر مطلع إلى وكالة الأنباء أن …: a particle behind what goes on with whoever speaks, from token
        `k`, where no verb before the masdar at `j` could take it."""
        if any(f.has_object for f in lookup(self.forms[j])[0]):
            return False  # واختتم تصريحه الوزير …
        stop = min(k + _MASDAR_FRAME, s.last)
        while k < stop:
            if k in self.top:
                k = self._end_of_mark(k) + 1
                continue
            if self._that(k):
                if self.text.alif(k) == "إ" and lookup(self.forms[j])[0][0].lemma != SAY:
                    return False
                return not any(self._is_strong_verb(i) for i in range(s.first, j))  # asked last: it looks far back
            if self.forms[k] in _NO_FRAME or self.forms[k] in VERBS or classify(self.forms[k]).flags & _NEW_CLAUSE:
                return False
            k += 1
        return False

    def _is_scripture(self, s: Sentence, k: int) -> bool:
        """قول الرسول صلى الله عليه وسلم (…): words in brackets or marks after God's name or the Prophet's."""
        np = parse(self.text, k, s.last + 1)
        if np is None or np.kind != "scripture":
            return False
        near = range(np.last + 1, min(np.last + 12, s.last + 1))  # لعامله على خيبر: whom he told; فيما رواه فلان
        return any(k in self.top or self.forms[k] == ":" or (self.forms[k] in OPENING and k == near[0]) for k in near)

    def _that(self, k: int) -> bool:
        return self.words[k] and bool(classify(self.forms[k]).flags & wc.THAT)

    def _is_strong_verb(self, k: int) -> bool:
        return any(f.strength == "s" and f.shape in ("past", "present") for f in lookup(self.forms[k])[0])

    @cached_property
    def _keeps_them_apart(self) -> bool:
        """Whether the text writes على and إلى with ى, and not with ي."""
        return "لى " in self.text.raw and not any(word in self.text.raw for word in _DOTTED)

    def _is_yaa(self, j: int, form: CueForm) -> bool:
        """مقال رأي, وروي أن: a noun or a passive with ي, where the text writes ى as the active has it; not where
        somebody follows, who says so with a careless ي as well (ونفي الوزير, ورأي الحداد أن)."""
        if not form.facts & vf.ENDS_IN_A or self.text.last_letter(j) != "ي":
            return False
        if not self._keeps_them_apart:
            return False
        form_behind, w = self.forms[j + 1], classify(self.forms[j + 1])
        if w.prep or w.flags & wc.FUNCTION or form_behind.endswith("ا"):
            return True
        return not (w.flags & wc.HEAD or self._that(j + 2) or self._that(j + 3))
