"""Bare speech: words that follow their cue with neither particle, colon nor mark."""

from quotations.lexicon import of_class
from quotations.matching import forms_of
from quotations.page.sentences import Sentence
from quotations.reports.frames import Frames
from quotations.reports.reading import LIKELY, Report
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import SAY, lookup, says_we
from quotations.words.phrase_words import CALLED, VERBS
from quotations.words.wordclass import classify

_NAMED = CALLED | forms_of("اسمه اسمها")
_NOT_OURS = ("انا", "ينا", "ونا")  # بيانا, قانونا: an accusative, no pronoun
_INFINITIVE_AFTER = of_class("plain_verbs.tsv", "infinitive")
_OPENERS = forms_of("لم لو ليت لعل هل لماذا أنت أنتم إذا")  # of a sentence, and of no subject's description
_TO_HIM = forms_of("له لها لهم لي لنا لك لكم")
_LEAD = 8  # tokens of a frame before the verb
_SHORTEST = 5  # words, unless the first of them says that somebody speaks


class Bare(Frames):
    """Finds bare speech."""

    def _may_be_bare(self, r: Report) -> bool:
        if r.form is None or r.form.has_object or not r.form.facts & vf.BARE:
            return False
        return r.style == "finite" or (r.style == "participle" and r.form.lemma == SAY)

    def _after_frame(self, r: Report) -> int:
        """The first word behind a cue, its subject and the frame that stands right beside them."""
        k = max(r.last, r.np.last if r.np and not r.subject_first else r.last) + 1
        for first, last in sorted(part for part in (r.medium, r.addressee, r.occasion) if part is not None):
            k = self._past_time(k)
            if first - 1 <= k <= last + 1:
                k = max(k, last + 1)
        if k < len(self.text):
            k = max(k, self._withheld(k) + 1)
        while not self.words[k] and self.forms[k] in "،,":
            k += 1
        return k

    def _past_time(self, k: int) -> int:
        while self.words[k] and classify(self.forms[k]).flags & wc.TIME:
            k += 1
        return k

    def _past_all(self, r: Report) -> int:
        """The first word behind every part of the frame: وأضاف من أمام المقر في تصريح لصحيفة كذا نؤكد …."""
        k = max([r.last, *(part[1] for part in (r.medium, r.addressee, r.occasion) if part is not None)]) + 1
        return k + (self.forms[k] in "،,")

    def _speaks(self, k: int) -> bool:
        """Whether the word at `k` begins somebody's own sentence: نحن, كنا, ثقتنا, هناك, سنعمل."""
        if not self.words[k]:
            return False
        form = self.forms[k]
        w = classify(form)
        if self._says_i(k) or says_we(form):
            return True
        if w.flags & (wc.GIVEN | wc.SURNAME | wc.PLACE | wc.HEAD) or w.definite:
            return False
        ours = form.endswith("نا") and len(form) > 4 and form[0] != "ي" and not form.endswith(_NOT_OURS)
        return ours or (form.startswith("سن") and len(form) > 4 and not w.flags)

    def _opens_sentence(self, r: Report, k: int) -> bool:
        """Whether a sentence of its own begins at `k`, with its verb or a word that only opens one: قالت الوزارة تعمل
        الفرق على …, وأضاف لو كان الماء نقيا …; no description of whoever says it (قال عامل يعمل في الميناء)."""
        if r.style != "finite" or k > r.region[1] or k + 2 > r.region[1] or not self.words[k]:
            return False
        if not self.words[k - 1] and r.first > self.sentences[r.sentence].first and not self.words[r.first - 1]:
            return False  # …، تضيف الصحيفة، يتوقع أن …: set in between
        np = r.np if r.np is not None and not r.subject_first else None
        if np is not None and not self.is_speaker(np):
            return False
        form = self.forms[k]
        if form in _OPENERS or (form == "من" and self.forms[k + 1] in LIKELY):
            return True
        known = np is None or np.has_name or np.fixed or classify(self.forms[np.first]).definite
        verb = form in VERBS or bool(classify(form).flags & wc.AUXILIARY)
        return known and verb and form[0] not in "وف" and not lookup(form)[0]

    def _is_spoken(self, r: Report, until: int) -> bool:
        """Whether what stands before `until` (an أن, a colon) is speech already: يقول استطعنا أن …, نحن … في أن …."""
        if not self._may_be_bare(r):
            return False
        k = self._after_frame(r)
        return k < until and (self._speaks(k) or self.forms[k] in _INFINITIVE_AFTER)

    def _bare(self, s: Sentence, r: Report, alone: bool) -> None:
        """The words begin after subject and frame: at the head of a sentence that holds nothing else (`alone`), or
        where their first word says so."""
        k = self._after_frame(r)
        for at in (k, self._past_all(r)):
            if at < s.last - 2 and (self._speaks(at) or (at == k and self.forms[k] in _INFINITIVE_AFTER)):
                r.content, r.content_at = "bare", at
                return
        spoken = k + (k < s.last and self.forms[k] in _TO_HIM)
        if self._opens_sentence(r, spoken):
            r.content, r.content_at = "bare", spoken
            return
        if r.np is None:
            k = max(k, self._past_all(r))  # وقال فلان، في حوار مع صحيفة، …: a name that no list knows
        if r.form is None or s.last - k < _SHORTEST:
            return
        heads = alone and r.first - s.first <= 1 and r.form.shape == "past"
        if not heads and not self._must_follow(s, r, k):
            return
        if r.occasion is not None and r.occasion[1] == k - 1:
            return  # behind an occasion, whose end is uncertain, only where a comma closes it
        if self.forms[k] == "(" and ")" in self.forms[k + 1 : k + 4]:
            return  # رسول الله (ص)
        w = classify(self.forms[k])
        described = (w.conj and w.flags & wc.PRONOUN) or self.forms[k] in _NAMED  # وهي طبيبة, يدعى سليم: who speaks
        if (
            w.prep
            or described
            or w.flags & (wc.RELATIVE | wc.THAT)
            or (w.flags & wc.PREPOSITION and self.forms[k] != "علي")
        ):
            return
        r.content, r.content_at = "bare", k

    def _must_follow(self, s: Sentence, r: Report, k: int) -> bool:
        """ورفض الطلب وقال الوزير الجسر آمن ولن يغلق مشيرا إلى …: whether the words of قال can but follow at token `k`,
        with its subject before them and no marks to hold them."""
        if r.form is None or r.form.lemma != SAY or r.np is None or r.subject_first or r.negated:
            return False
        if not (r.first - s.first <= 1 or self.forms[r.first][0] == "و" or self._is_led_by_frame(s, r)):
            return False
        known = r.np.head >= 0 or r.np.last > r.np.first or r.np.fixed or self._known_name(r.np)
        if not (known and self.is_speaker(r.np)) or self.forms[k + 1] in "،,":
            return False
        if r.region[1] - k < _SHORTEST - 1 or any(j in self.top for j in range(k, r.region[1] + 1)):
            return False
        if any(self.words[j] and self.forms[j][0] == "ا" and self._that(j) for j in range(k, r.region[1])):
            return False
        w, form = classify(self.forms[k]), self.forms[k]
        if not self.words[k] or form == "ما":
            return form in ("ما", "(")
        if w.definite:
            return bool(self.words[k - 1]) or not w.flags & wc.PERSON_HEAD  # وقالت هدى العلي، المديرة: what she is
        final = self.text.slice(k, k).endswith("ى") and form[0] != "م"  # تلقى, انتهى, no مستشفى
        return form in VERBS or (final and not w.flags & ~wc.COMMON)

    def _is_led_by_frame(self, s: Sentence, r: Report) -> bool:
        """وفي نهاية الاجتماع قال الوزير …: nothing but a preposition's phrase stands before the verb."""
        if not classify(self.forms[s.first]).flags & wc.PREPOSITION or r.first - s.first > _LEAD:
            return False
        before = range(s.first + 1, r.first)
        return not any(self.forms[j] in VERBS or lookup(self.forms[j])[0] for j in before if self.words[j])
