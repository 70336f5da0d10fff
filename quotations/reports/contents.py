"""Where the words begin that a cue governs: at a mark, a particle, a colon; bare words in `bare`."""

from quotations.lexicon import of_class
from quotations.matching import forms_of
from quotations.page.scripture import OPENING
from quotations.page.sentences import Sentence
from quotations.reports.clauses import trimmed
from quotations.reports.particles import TAKE, Particles
from quotations.reports.reading import OUGHT, STANDS, Report
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import SAY, lookup
from quotations.words.morphology import is_masdar
from quotations.words.phrase_words import VERBS
from quotations.words.wordclass import classify

_TO_DO = of_class("nouns.tsv", "to-do")  # verbal nouns that no pattern shows
_BEING = forms_of("بكونه بكونها بكونهم بكونهما")  # بأنه, of what is judged
_BEINGS = forms_of("كون كونه كونها كونهم كونهما")  # أنه
_QUESTION = forms_of("هل كيف لماذا متى أين ماذا عما كم")
_RESUMED = frozenset({"منه", "منها", "عنه", "عنها"})
_MAX_REGION = 48
_NAMED_REACH = 24  # tokens behind a name in marks within which the particle comes
_DASHES = frozenset("-–—")
_ASIDE = 30  # tokens between dashes
_WIDEST_FRAME = 16  # tokens of when and where it was said, up to what ought to be
_FRAME = 14  # tokens that a frame between two colons has at most


class Contents(Particles):
    """Finds the beginning of what a cue governs."""

    def _region(self, s: Sentence, r: Report, k: int, following: int) -> None:
        """Walk from the subject to where the content begins, reading medium, addressee and occasion on the way."""
        start = k
        if k < following < (past := self._past_dashes(s, k)):
            k = following = past  # the cues between dashes lead elsewhere
            self._at_colon(s, r, k) if self.forms[k] == ":" else self._at_word(s, r, k, s.last + 1)
        stop = min(s.last, k + _MAX_REGION)
        while k <= stop and k != following:
            if k in self.top:
                step = self._at_mark(s, r, start, k)
            elif self.words[k]:
                step = self._at_word(s, r, k, following)
            elif self.forms[k] == ":":
                self._at_colon(s, r, k)
                step = 0
            elif k == start and (self._opens_scripture(r, k) or self._says_in_brackets(s, r, k)):
                r.content, r.content_at = "that", k  # قول الرسول صلى الله عليه وسلم (…), وختم الوزير بقوله (…)
                step = 0
            else:
                step = k + 1
            if not step:
                break
            np = self._behind_frame(s, r, step, following)
            if np is not None:
                r.np, step = np, np.last + 1
            k = step
        r.region = (start, k - 1)
        if r.content == "none" and self._may_be_bare(r):
            self._bare(s, r, alone=k > s.last)

    def _past_dashes(self, s: Sentence, k: int) -> int:
        """وأضاف الوزير -ردا على ما نشرته الصحيفة أمس-: إن …: the colon or particle right behind what stands between
        dashes at `k`; `k` where there is none."""
        if k >= s.last or self.forms[k] not in _DASHES:
            return k
        dashes = (
            j for j in range(k + 1, min(k + _ASIDE, s.last)) if self.forms[j] == self.forms[k] and j not in self.top
        )
        behind = next(dashes, k) + 1
        return behind if behind > k + 1 and (self.forms[behind] == ":" or self._that(behind)) else k

    def _at_mark(self, s: Sentence, r: Report, start: int, k: int) -> int:
        """A pair of marks on the way: the medium's name, a name, or the words; the token to go on from, 0 to end."""
        after = self._end_of_mark(k) + 1
        if r.medium is not None and r.medium[0] <= k <= r.medium[1]:
            return after  # وكالة كذا «اسمها»
        if self._is_medium_mark(k, r):
            r.medium = r.medium or (self.top[k].first, self.top[k].last)
        elif (
            not self._is_inserted_name(k, r)
            and self._leads_to(r, start, k)
            and not (self._that_after_mark(s, k) or self._names(s, r, k) or self._is_told_on(s, r, k))
            and not self._is_work_of(r, k, after)
        ):
            r.content, r.content_at = "mark", k
            return 0
        return after

    def _at_word(self, s: Sentence, r: Report, k: int, following: int) -> int:
        """A word on the way: a particle, a demand, a question, a part of the frame, or nothing of the kind."""
        form = self.forms[k]
        w = classify(form)
        if withheld := self._withheld(k):
            return withheld + 1
        if form in STANDS and k < s.last and self.forms[k + 1] in ("فيه", "فيها"):
            return 0  # بيان جاء فيه: another cue
        if w.flags & wc.THAT and form != "انما" and self._opens_clause(r, k):
            if form.startswith("ان") and self.text.alif(k) != "إ" and self._is_spoken(r, k):
                return 0  # the infinitive's أن
            self._begin(s, r, k + 1)
            return 0
        if form in _BEING and r.form is not None and r.form.facts & vf.JUDGED:
            self._begin(s, r, k + 1)
            return 0
        if self._is_demand(r, k, w) or self._is_state(r, k):
            at = k + 1 + (self.forms[k + 1] in ("ان", "انه", "انها"))
            if at <= s.last:
                r.content, r.content_at = "that", at
            return 0
        if form in _QUESTION and r.form and r.form.cls == "ask" and k - r.last < 10:
            r.content, r.content_at = "that", k
            return 0
        return self._adjunct(s, r, k, following) or k + 1

    def _begin(self, s: Sentence, r: Report, after: int) -> None:
        """The words begin after a particle, past a colon or comma (قال إن: …)."""
        if after < s.last and self.forms[after] in ":،":
            after += 1
        if after in self.top and not self._short_mark(s, after):
            r.content, r.content_at = "mark", after
        elif after <= s.last:
            r.content, r.content_at = "that", after

    def _at_colon(self, s: Sentence, r: Report, k: int) -> None:
        """The words begin after a colon, or on the line below it."""
        after = k + 1
        if self._is_spoken(r, k) or self.forms[after : after + 1] == ["/"]:  # http://…
            return
        if r.form is not None and r.form.strength != "s" and after not in self.top and not self._leads_near(r, k):
            return
        if self._is_over(s, after):
            self._next_line(s, r)
            return
        after = self._past_second_colon(s, after)
        if after <= s.last and self.words[after] and classify(self.forms[after]).flags & wc.THAT:
            after += 1
        if after in self.top:
            r.content, r.content_at = "mark", after
        elif after <= s.last:
            r.content, r.content_at = "colon", after

    def _past_second_colon(self, s: Sentence, after: int) -> int:
        """قال فلان: في كتابه «…»: …, قال فلان: (عن الحياة): …: where it was said, up to the colon that opens the
        words."""
        second = next((j for j in range(after + 1, min(after + _FRAME, s.last)) if self.forms[j] == ":"), -1)
        if second < 0 or not self.words[after + 1]:
            return after
        inside = classify(self.forms[after + 1])
        his = self.forms[after + 1].endswith(wc.HIS)
        framed = self.forms[after] == "في" and his and inside.flags & (wc.DOCUMENT | wc.OCCASION | wc.NAME_MARK)
        bracketed = self.forms[after] in OPENING and self.forms[second - 1] == OPENING[self.forms[after]]
        return second + 1 if framed or bracketed else after

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
            and len(self.forms[below.first]) > 1
        ):
            at = below.first + 1 if classify(self.forms[below.first]).flags & wc.THAT else below.first
            r.content, r.content_at, r.content_end = "colon", at, trimmed(self.text, at, below.last)

    def _is_demand(self, r: Report, k: int, w: wc.Word) -> bool:
        """أكد ضرورة …, نبه إلى ضرورة …, شدد على أهمية أن …: what ought to be; أهمية only before أن or a verbal noun
        (أهمية فتح قنوات, أهمية التقدم في العملية; not أهمية المعرض, أهمية هذا المعرض, أهمية الاجتماع الذي)."""
        stem = self.forms[k] if self.forms[k] in OUGHT else w.stem if w.prep else ""
        if stem not in OUGHT or r.form is None or r.form.cls not in ("say", "demand", "believe", "add", "warn"):
            return False
        thing = stem == "اهميه" and self._is_valued_thing(k + 1, r.form.strength == "s")
        if thing or self.forms[k - 1] == "مدي" or not self.words[k + 1]:
            return False
        at = max(r.last, r.np.last if r.np and not r.subject_first else 0) + 1
        return k - at <= 3 or self.forms[k - 1] == "علي" or bool(w.prep) or self._is_past_frame(r, at, k)

    def _is_state(self, r: Report, k: int) -> bool:
        """أشار إلى كون الجسر آمنا, شدد على كونه قديما: what is so, with the preposition that the verb takes."""
        if self.forms[k] not in _BEINGS or self.forms[k - 1] not in ("الي", "علي") or r.form is None:
            return False
        says = r.form.cls in ("say", "add", "warn") and not r.form.has_object
        weakly = r.form.shape != "present" and self._leads_near(r, k)  # not يرجع السبب إلى كون …
        return says and (r.form.strength == "s" or weakly)

    def _is_past_frame(self, r: Report, at: int, k: int) -> bool:
        """أكد الوزير في مؤتمر بعد زيارة الميناء ضرورة …, مؤكدة، في الوقت نفسه، أهمية …: whether nothing but when and
        where it was said stands from token `at` up to the noun at `k`, which belongs to no noun of that."""
        if r.form is None or r.form.strength != "s" or r.form.has_object or k - at > _WIDEST_FRAME:
            return False
        first = at + (not self.words[at])
        if not self.words[first] or not classify(self.forms[first]).flags & (wc.PREPOSITION | wc.TIME | wc.ADVERB):
            return False
        if self.forms[first] in TAKE or not (not self.words[k - 1] or classify(self.forms[k - 1]).definite):
            return False
        return not any(self.words[j] and self._opens_another(j) for j in range(first, k))

    def _opens_another(self, k: int) -> bool:
        """Whether a clause of its own, or another verb, stands at token `k`."""
        w = classify(self.forms[k])
        return bool(w.flags & (wc.RELATIVE | wc.THAT | wc.AUXILIARY)) or (not w.definite and self.forms[k] in VERBS)

    def _is_valued_thing(self, k: int, strong: bool) -> bool:
        """Whether what matters is a thing (المعرض السنوي, هذه الفحوصات, برامج التدريب), not something to be done
        (التقدم, العمل), as it is behind a `strong` cue."""
        w = classify(self.forms[k])
        if not w.definite:
            named = w.flags & (wc.OCCASION | wc.DOCUMENT | wc.NAME_MARK) and len(w.stem) > 3 and not is_masdar(w.stem)
            body = w.flags & wc.ORGANIZATION and not w.flags & wc.OCCASION  # وحدة البلاد
            return bool(w.flags & wc.DEMONSTRATIVE or (named and not body and w.stem not in _TO_DO))
        described = bool(classify(self.forms[k + 1]).flags & wc.RELATIVE)
        return described or not strong or not (w.stem in _TO_DO or is_masdar(w.stem))

    def _leads_to(self, r: Report, start: int, k: int) -> bool:
        """Whether a cue reaches a mark without a particle: nothing stands between but its subject, its frame
        and a preposition."""
        previous = self.forms[k - 1]
        strong = r.form is not None and r.form.strength == "s"
        if strong and (previous in "،,." or k - start <= 3):
            return True
        past = start  # what a source asks for leads to its words like a frame
        for j in range(start, k):
            past = max(past, self._withheld(j) + 1)
            if not self.words[j] or j < past:
                continue
            w = classify(self.forms[j])
            if self._framed(r, j) or (w.flags & (wc.ADVERB | wc.TIME | wc.CONJUNCTION) and not w.prep):
                continue
            if w.flags & wc.PREPOSITION or self.forms[j] in ("ب", "ل", "بـ", "لـ"):
                continue
            behind = r.np is not None and r.np.has_name  # its title goes on: فلان عضو معهد كذا في كذا «…»
            if (
                strong
                and j - start < (14 if behind else 8)
                and (behind or not w.flags & (wc.NAME_MARK | wc.ORGANIZATION | wc.MEDIA))
            ):
                continue
            if r.form is not None and r.form.strength == "e" and j - start < 6:
                continue
            return False
        return True

    def _opens_scripture(self, r: Report, k: int) -> bool:
        """قول الرسول صلى الله عليه وسلم (…): words in brackets, not the abbreviation (ص)."""
        close = OPENING.get(self.forms[k])
        if close is None or r.np is None or r.np.kind != "scripture":
            return False
        return close not in self.forms[k + 1 : k + 3]

    def _says_in_brackets(self, s: Sentence, r: Report, k: int) -> bool:
        """وختم الوزير بقوله (كان العمل صعبا علينا جميعا). وعاد: brackets right behind قال that close with a pause hold
        what was said; behind the name of whoever says it with the sentence only, for they may tell who it is."""
        if r.form is None or r.form.lemma != SAY or not (close := self._spoken_bracket(s, k)):
            return False
        if r.form.shape == "present" and r.np is None:
            return False  # مثل شعبي يقول (…)
        return self._is_over(s, close + 1) or r.np is None or r.subject_first

    def _is_work_of(self, r: Report, k: int, after: int) -> bool:
        """قال فلان في «تاريخ النهر»: …: the work in which it was said, where a colon opens the words behind it."""
        return r.np is not None and r.np.last == k - 2 and self.forms[k - 1] == "في" and self.forms[after] == ":"

    def _that_after_mark(self, s: Sentence, k: int) -> bool:
        """التقرير الذي أنجز حول «…»، أن …: the marks belong to the frame, the words begin after أن."""
        m = self.top[k]
        k = self._end_of_mark(k) + 1
        if m.last == m.first and k + 1 <= s.last and self.words[k] and self.forms[k + 1] in _RESUMED:
            k += 2  # بيان تسلمت «…» نسخة منه أن …
        if k <= s.last and self.forms[k] in "،,":
            k += 1
        return (
            k <= s.last
            and self.words[k]
            and bool(classify(self.forms[k]).flags & wc.THAT)
            and not classify(self.forms[k]).conj
        )

    def _names(self, s: Sentence, r: Report, k: int) -> bool:
        """صرح الممثل «فلان» مساء أمس بأن …, أعلن «كذا» في وقت سابق أن …: a name in marks right behind the verb or its
        subject's noun, where a particle opens the words further on; أكد في حديث مع «كذا» على أن …: or on the way there,
        where what follows is no infinitive, which the marked noun may take."""
        m = self.top[k]
        start = max(r.last, r.np.last if r.np and not r.subject_first else r.last) + 1
        at_once = k <= start
        if m.closing < 0 or m.last - m.first > 1 + (not at_once) or classify(self.forms[m.first]).flags & wc.FUNCTION:
            return False
        if not at_once and not (self.words[k - 1] and r.form is not None and r.form.strength == "s"):
            return False
        for j in range(m.closing + 1, min(m.closing + _NAMED_REACH, s.last)):
            named = j in self.top and self.top[j].closing >= 0 and self.top[j].last - self.top[j].first <= 2
            if (j in self.top and not named) or self.forms[j] == ":" or self._cue_at(j):
                return False
            if self._that(j) and not classify(self.forms[j]).conj and not self._is_aside(j):
                further = self.forms[j][0] != "و" and self.forms[j - 1] != "كما" and not self._is_infinitive(j)
                return at_once or (further and self._opens_clause(r, j))
        return False

    def _is_told_on(self, s: Sentence, r: Report, k: int) -> bool:
        """قال الوزير في حفل رفعت فيه لافتات «…» و«…» إن …: marks on the way from قال to its إن, which no clause's
        other verb takes."""
        m = self.top[k]
        if r.form is None or r.form.lemma != SAY or m.closing < 0 or m.last - m.first > 5 or k - r.last < 4:
            return False
        if not self.words[k - 1]:
            return False
        j = m.closing + 1
        while j < min(m.closing + _NAMED_REACH, s.last):
            if j in self.top:
                if self.top[j].closing < 0 or self.top[j].last - self.top[j].first > 5:
                    return False
                j = self.top[j].closing
            elif self.forms[j] == ":" or self._cue_at(j):
                return False
            elif self._that(j) and self.text.alif(j) == "إ":
                return not self._is_aside(j)
            j += 1
        return False

    def _cue_at(self, k: int) -> bool:
        return self.words[k] and any(f.shape != "masdar" for f in lookup(self.forms[k])[0])

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
