"""What an attribution by a preposition covers: the clause it opens, closes, or stands in."""

from quotations.matching import forms_of, with_and
from quotations.page.datelines import behind, is_dateline
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase
from quotations.reports.clauses import SO, keeps_back, trimmed
from quotations.reports.reading import CLOSING_MARKS, PREPOSITIONS, STANDS, Report
from quotations.reports.stands import Stands
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.landmarks import Landmark
from quotations.words.phrase_words import ONE, VERBS
from quotations.words.wordclass import classify

_BEGINS = forms_of("أما فيما بينما إذ حيث كما في وفيما وبينما لكن غير إلا")
_BECAUSE = Landmark(forms_of("لأن لأنه لأنها لأنهم"))
_AND_WHICH = forms_of("والتي والذي والذين واللذين واللتين")
_PAUSE = Landmark("،,؛")
_GO_ON = forms_of("فيما بينما حيث في وفيما وبينما وفي")  # behind these only where somebody else is named before
_TELLS_MORE = forms_of(
    "ما مما بعد بعدما قبل قبيل رغم برغم إثر عقب وسط إذ حيث كما إلا غير لكن فيما بينما"
)  # no part of it
_DASHES = frozenset("-–—ـ")
INSERTED = frozenset(
    a + b for signs in ("،,", "-–—ـ") for a in signs for b in signs
)  # …، وفق فلان، …; … - وفق فلان - …
_MOST_VERBS = 6  # of reporting in a sentence that an attribution may cover as a whole
_JOINING = forms_of(
    "ذلك المقابل المطاف السياق الصدد الإطار الشأن الأثناء ذاته ذاتها نفسه نفسها وبالمقابل بدوره وبدوره بدورها وبدورها "
    "جانبه جانبها جانبهم جهته جهتها جهتهم ناحيته ناحيتها"
)  # last words of a phrase that joins sentences
_ANOTHER, _SIDES = forms_of("أخرى آخر ثان ثانية"), forms_of("جهة ناحية جانب صعيد سياق شأن مستوى")  # من جهة أخرى
_JOINS = with_and("من في ففي على مع رغم برغم إلى علاوة فضلا إضافة بالإضافة بالمقابل بدوره بدورها")  # its first ones
_CONNECTIVE = 6  # tokens of it at most
_DATELINE = 10  # tokens before the colon of a dateline
_BESIDE = 10  # tokens from a subject to an attribution beside it
_APPOSITION = 20  # tokens that tell who an authority is, behind its comma
_OPENING = SO | forms_of("أن أنه أنها")  # وبحسب فلان، أن …
_IS = forms_of("هو هي هم هما لا لم لن ليس ليست ليسوا قد ستكون سيكون")
_TOPIC_OPENS = with_and("لكن لأن كون لكون") | SO
_LONGEST_TOPIC = 12  # tokens of a subject before an attribution
_CONDITIONS = forms_of("إذا وإذا فإذا لو ولو لئن ولئن إن وإن فإن الرغم رغم ورغم برغم لأن لأنه لأنها")


class Coverage(Stands):
    """Finds the words of an attribution."""

    def _take_whole(self, s: Sentence, r: Report, taken: dict[int, Report]) -> None:
        """يعتمد الجسر، وفقا للبلدية، على أعمدة كثيرة: inserted where its clause goes on and nobody else speaks, an
        attribution covers all of it."""
        after = self._behind(r)
        if (
            r.content != "before"
            or len(taken) > _MOST_VERBS
            or self._covers_statement(s, r, taken)
            or after + 4 > s.last
        ):
            return
        if any(self._is_left_open_at_head(s, o, r) for o in taken.values()):
            return
        pair = self.forms[r.first - 1] + self.forms[after]
        if r.np is None and self.words[after] and classify(self.forms[after]).flags & wc.PREPOSITION:
            after -= 1  # عجزت حسب زعمه عن حمايتهم
        elif r.np is not None and self.words[r.first - 1] and self.words[after]:
            if not self._is_source_within(r.np, after):
                return
            after -= 1
        elif pair not in INSERTED or not self.words[after + 1]:
            return
        if not self._goes_on_behind(s, after):
            return
        enough = r.first - r.content_at >= 3 or self.forms[r.content_at - 1] in _AND_WHICH
        if enough and not any(o is not r and _goes_against(o, first, after) for first, o in taken.items()):
            at = self._narrowed(r)
            r.content, r.content_at, r.content_end = "that", at, trimmed(self.text, at, s.last)

    def _goes_on_behind(self, s: Sentence, after: int) -> bool:
        """Whether the clause around an attribution goes on behind the pause at token `after`; between dashes with any
        word but what opens another clause (- وفق البلدية - تواصل, … - بين أمرين)."""
        form, w = self.forms[after + 1], classify(self.forms[after + 1])
        after_from = after + 1 + (form == "من")
        if w.conj or (after_from < s.last and keeps_back(self.forms, after_from)):
            return False  # …، وفقا للوزارة، دون إعطاء تفاصيل
        if self.forms[after] in _DASHES and self.words[after + 1]:
            return form not in _TELLS_MORE
        return form not in _BEGINS and not lookup(form)[0]

    def _narrowed(self, r: Report) -> int:
        """وأغلق الجسر، لأن الماء، وفق البلدية، بين الطريق والوادي: where the words of an inserted attribution begin,
        behind the last particle of a reason before it."""
        reasons = self.text.where(_BECAUSE, r.content_at, r.first - 2)
        return reasons[-1] + 1 if reasons else r.content_at

    def _behind(self, r: Report) -> int:
        """The token behind an attribution, and behind the mark that closes around its name."""
        after = (r.np.last if r.np else r.last) + 1
        around = self.top.get(r.np.first - 1) if r.np is not None else None
        return after + (around is not None and around.closing == after)

    def _is_inserted(self, s: Sentence, r: Report, taken: dict[int, Report]) -> bool:
        """…، كما يقول، …; … بحسبه …: whether an attribution without a name covers the words around it."""
        r.content, r.content_at = "before", self._clause_start(s, r.first)
        self._take_whole(s, r, taken)
        return r.content_end >= 0

    def _covers_statement(self, s: Sentence, r: Report, taken: dict[int, Report]) -> bool:
        """إن القوارب بحسب النقابة تباع كثيرا; …، لأن الجسر، حسب الوزارة، لن يفتح: between a subject and what is said
        of it, with or without pauses, an attribution covers the statement, behind the particle that opens it."""
        after = self._behind(r)
        paused = not self.words[after]
        if paused:
            if self.forms[r.first - 1] + self.forms[after] not in INSERTED and not self.words[r.first - 1]:
                return False
            after += 1
        if after + 1 > s.last or not self._is_predicate(after):
            return False
        start = self._topic_start(s, r.first - (not self.words[r.first - 1]))
        if start < 0 or any(o is not r and _goes_against(o, first, after) for first, o in taken.items()):
            return False
        r.content, r.content_at, r.content_end = "that", start, trimmed(self.text, start, s.last)
        return True

    def _is_predicate(self, k: int) -> bool:
        """Whether what is said of a subject begins at token `k`: a verb, هو, لا; nothing that «و» joins."""
        form = self.forms[k]
        return self.words[k] and (form in _IS or form in VERBS or bool(classify(form).flags & wc.AUXILIARY))

    def _topic_start(self, s: Sentence, end: int) -> int:
        """Where a subject begins that stands alone before token `end`: behind the last particle (أن، لأن، لكن), or at
        the head of the sentence; -1 where a verb or a pause stands between."""
        for k in range(end - 1, max(s.first - 1, end - _LONGEST_TOPIC), -1):
            form = self.forms[k]
            w = classify(form)
            if self.words[k] and (w.flags & wc.THAT or form in _TOPIC_OPENS):
                return k + 1 if k + 1 < end else -1
            if not self.words[k] or form in VERBS or w.flags & (wc.AUXILIARY | wc.RELATIVE) or lookup(form)[0]:
                return -1
            if k == s.first:
                nominal = not w.prep and not w.flags & (wc.PREPOSITION | wc.TIME | wc.ADVERB)
                return k if nominal else -1
        return -1

    def _is_source_within(self, np: NounPhrase, after: int) -> bool:
        """ويتضمن البرنامج وفقا لبيان البلدية عشرين حفلا: who speaks stands in a clause that goes on without pause."""
        w = classify(self.forms[after])
        goes_on = self.forms[after] != "و" and not (
            w.prep or w.conj or w.definite or w.flags & (wc.PREPOSITION | wc.RELATIVE | wc.TIME)
        )
        return goes_on and self.is_speaker(np) and np.head >= 0 and not self._is_standard(np)

    def _closes_sentence(self, s: Sentence, r: Report) -> bool:
        """Whether nothing follows a verb without a subject (…، كما يقول.); كما يقولون and كما يقال lead a saying."""
        if r.np is not None or r.content != "none" or not self._is_over(s, r.last + 1):
            return False
        return r.form is not None and r.form.number != "p" and self.forms[r.last] != "يقال"

    def _frame(self, s: Sentence, r: Report, k: int) -> None:
        """A preposition of reporting opens its sentence (بحسب فلان، …) or closes it (…، بحسب فلان)."""
        heads = r.first - s.first <= 2
        around = self.top.get(r.np.first - 1) if r.np is not None else None
        k += around is not None and around.closing == k  # وبحسب «النهر»، …
        opens = next((j for j in range(k, min(k + 3, s.last)) if self._opens_at(j, heads)), -1)
        that_is = self.forms[s.first] in ("وذلك", "ذلك", "وهذا") and r.first == s.first + 1
        if opens < 0 and that_is and not (k < s.last and self._is_predicate(k)):
            return  # وذلك حسب فلان: of the sentence before
        if opens < 0 and self._is_described_at(s, k, heads=heads):
            opens = k = self._past_rest(s, k)
        elif opens > k and _CONDITIONS.isdisjoint(self.forms[k:opens]):
            k = opens
        elif heads:
            k = self._past_apposition(s, k)
        if opens >= 0 or heads:
            if k >= 0:
                self._open(s, r, k)
            return
        r.content, r.content_at = "before", self._clause_start(s, r.first)
        self._frame_parts(s, r, k, min(k + 6, s.last + 1))

    def _open(self, s: Sentence, r: Report, k: int) -> None:
        """The words of an attribution begin at token `k`, or behind a pause and a particle there, and behind the rest
        of the attribution, to its comma (بحسب مصدر في الشرطة، …)."""
        while k <= s.last and (self.forms[k] in "،,:" or self.forms[k] in _OPENING):
            k += 1
            if self.forms[k - 1] == ":" and k in self.top:
                break
        if k <= s.last and self.words[k] and classify(self.forms[k]).flags & (wc.PREPOSITION | wc.RELATIVE):
            behind_marks = self.forms[k - 1] in CLOSING_MARKS  # وبحسب «النهر» في عدد اليوم، …
            if behind_marks or (self.words[k - 1] and not classify(self.forms[k - 1]).flags & wc.THAT):
                k = self._past_rest(s, k)
                if k < 0:
                    return  # وفق فلان في عمله: the verb وُفِّق
        if k <= s.last:
            r.content, r.content_at = ("mark" if k in self.top else "that"), k

    def _opens_at(self, j: int, heads: bool) -> bool:
        """وبحسب فلان فإن …; … ولكن وفقا لفلان فقد …: the particle that opens what an attribution leads to."""
        if self.forms[j] == "فقد":
            return not heads
        return self._is_so(j)

    def _is_described_at(self, s: Sentence, k: int, heads: bool) -> bool:
        """وبحسب مصادر حضرت اللقاء، فإن …: words that describe the authority, up to the فإن that opens the clause; at
        the sentence's head also up to another's report (…، فقد قال الوزير)."""
        if k > s.last or not self.words[k]:
            return False
        at = self._past_rest(s, k)
        if not 0 < at <= s.last:
            return False
        if heads and (self.forms[at] == "فقد" or any(f.strength == "s" for f in lookup(self.forms[at])[0])):
            return True
        return self._is_so(at)

    def _past_apposition(self, s: Sentence, k: int) -> int:
        """وبحسب فلان، المقرب من الوزير، فقد …; وفقا للمصادر، التي حضرت اللقاء، …; وبحسب فلان، أحد المنظمين، فإن …:
        where the words begin behind the commas that hold who somebody is; `k` where they hold nothing of the kind, -1
        where nothing follows them."""
        if k + 2 >= s.last or self.forms[k] not in "،,":
            return k
        w = classify(self.forms[k + 1])
        who = w.definite and not w.prep and not w.conj and (w.stem[0] == "م" or w.flags & wc.PERSON_HEAD)
        among = self.forms[k + 1] == "من" and self.forms[k + 2].endswith(wc.HIS)
        related = w.flags & wc.RELATIVE and not w.prep
        if not (who or among or related or w.stem in ONE):
            return k
        commas = [j for j in range(k + 2, min(k + _APPOSITION, s.last)) if self.forms[j] in "،,"]
        at = next((j + 1 for j in commas if self.forms[j + 1] == "فقد" or self._is_so(j + 1)), -1)
        if at < 0 and related:
            at = commas[0] + 1 if commas else s.last
            return -1 if classify(self.forms[at]).conj or self.forms[at] in _BEGINS else at
        return k if at < 0 else at

    def _past_rest(self, s: Sentence, k: int) -> int:
        """Where the words begin behind the rest of an attribution: at its comma, فإن or فقد; -1 without either."""
        for j in range(k, min(k + 12, s.last)):
            if self.forms[j] in "،," or self._is_so(j):
                return j + 1
            if self.forms[j] == "فقد":
                return j
        return -1

    def _clause_start(self, s: Sentence, k: int) -> int:
        """Where the clause begins that an attribution at `k` closes: …، أما فيروس كذا فيؤدي إلى …، بحسب دراسة; وبشكل
        عام، فإن …، بحسب دراسة; القاهرة (رويترز) - …، بحسب مصدر."""
        main = next((j for j in range(s.first + 2, k - 2) if self.forms[j] in SO and self.forms[j - 1] in "،,"), -1)
        if main > 0 and not _CONDITIONS.isdisjoint(self.forms[s.first : main]):
            main = -1
        pause = next((j for j in reversed(self.text.where(_PAUSE, max(s.first + 2, main), k - 2))), -1)
        if pause > 0 and self.forms[pause + 1] in _AND_WHICH:
            return pause + 2  # أغلق الجسر القديم، والذي بني قبل قرن، بحسب البلدية
        other = next((j for j in range(s.first, k) if self.forms[j] in PREPOSITIONS), k)
        for j in range(k - 6, max(s.first + 3, main), -1):
            begins = self.forms[j - 1] in "،,؛" and self.forms[j] in _BEGINS and j not in self.top
            meanwhile = self.forms[j] in ("في", "وفي")
            if not begins or (meanwhile and self.forms[j + 1] != "حين"):
                continue
            if other < j or self.forms[j] not in _GO_ON:
                after = j + 1 + meanwhile
                return after + (classify(self.forms[after]).flags & wc.THAT > 0)
        return main + 1 if main > 0 else self._past_dateline(s, k)

    def _past_dateline(self, s: Sentence, stop: int) -> int:
        """باريس - رويترز: …, القاهرة (رويترز) - …: the first token behind where a story comes from."""
        colon = next((j for j in range(s.first + 2, min(s.first + _DATELINE, stop)) if self.forms[j] == ":"), -1)
        if colon > 0 and is_dateline(self.text, s.first, colon, lambda j: self._media_phrase(j, "")):
            return colon + 1
        start = behind(self.text, s.first, stop)
        return self._past_connective(start, stop) if start == s.first else start

    def _past_connective(self, first: int, stop: int) -> int:
        """من جهة أخرى، …; ومع ذلك، …; وفي المقابل، …: the token behind what only joins a sentence to the one before."""
        comma = next((j for j in range(first + 1, min(first + _CONNECTIVE, stop - 3)) if self.forms[j] in "،,"), -1)
        if comma < 0 or self.forms[first] not in _JOINS:
            return first
        last, before = self.forms[comma - 1], self.forms[comma - 2]
        return comma + 1 if last in _JOINING or (last in _ANOTHER and before in _SIDES) else first

    def _is_left_open_at_head(self, s: Sentence, head: Report, r: Report) -> bool:
        """وأشار الوزير، حسب جريدة كذا، إلى …: a verb of reporting and its subject at the head, without words, right
        before an attribution."""
        if head is r or head.np is None or head.style != "finite" or head.content != "none" or head.subject_first:
            return False
        beside = 0 < r.first - head.np.last <= _BESIDE and self.forms[r.first - 1] != "وذلك"
        return beside and head.first - s.first <= 1

    def _is_no_source(self, s: Sentence, r: Report, reports: list[Report]) -> bool:
        """Whether what stands before an attribution is not what it attributes: أشار الوزير، حسب جريدة كذا، إلى …; ما
        جاء على لسان الوزير من أن …; … حسب علمي دراسة …."""
        after = (r.np.last if r.np else r.last) + 1
        if self._is_over(s, after):
            return False
        if self.forms[r.first - 1] in STANDS:
            return True
        if any(self._is_left_open_at_head(s, o, r) for o in reports[:1]):
            return True
        if not self.words[after] or not self.words[r.first - 1] or self.forms[r.first - 1] == "وذلك":
            return False
        w = classify(self.forms[after])
        closes = w.prep or w.conj or w.definite or w.flags & (wc.PREPOSITION | wc.RELATIVE | wc.TIME)
        return r.np is not None and not closes


def _goes_against(other: Report, first: int, after: int) -> bool:
    """Whether another report of the sentence, whose cue stands at `first`, has words of its own, or somebody behind the
    attribution, which ends at `after`."""
    return other.content != "none" or (first > after and other.np is not None)
