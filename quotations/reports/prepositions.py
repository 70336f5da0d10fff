"""Attributions by a preposition: بحسب فلان، وفقا لـ…, على حد قوله, كما قال …."""

from dataclasses import replace

from quotations.lexicon import of_class
from quotations.matching import forms_of, with_and, word_form
from quotations.page.marks import MARKS
from quotations.page.scripture import HADITH
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse, parse_attached
from quotations.reports.coverage import INSERTED, Coverage
from quotations.reports.reading import AS, IMPERSONAL, PREPOSITIONS, STANDS, Report
from quotations.reports.stands import IN, LIKE, TENOR
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.formulas import formula
from quotations.words.landmarks import Landmark
from quotations.words.wordclass import classify

_POINT = word_form("وجهة")
_FOLLOWING = with_and("تبعا")  # with no pause before it what something depends on (يختلف تبعا لمصدر الماء)
_PAUSES = frozenset("،,-–—ـ")
_CALLS = frozenset({"demand", "warn", "other"})  # classes of verbs that no «كما» makes an attribution
_LONGEST_NAME = 4  # words in the marks behind شركة
_LEADS = frozenset(":،,")
_OPENS = ([word_form("فإن")], ["،"], [","], [word_form("فإنه")], [word_form("فإنها")])
_AS_FOR = with_and("بالنسبة")
_ANSWERS = forms_of("تعليقا وتعليقا تعقيبا وتعقيبا ردا وردا رد رده ردها وبناء بناء تعليقه تعليقها")
_IN_WORDS = forms_of("بتعبير برأي وبرأي")
_IN_HIS_WORDS = forms_of("بتعبيره بتعبيرها بتعبيرهم برأيه برأيها برأيهم وبرأيه وبرأيها وبرأيهم")
_OPINIONS = with_and("برأي برأيه برأيها برأيهم")  # no متمسك برأيه
_IN_EYES = forms_of("نظر رأي تقدير اعتقاد")  # في نظر فلان، …; من وجهة نظر فلان، …
_NO_OBJECT = wc.FUNCTION | wc.SAME | wc.NISBA | wc.GIVEN | wc.SURNAME
_SAID = of_class("nouns.tsv", "saying")
_OPEN_EXPRESSION = forms_of("عبارة قول تعبير وصف زعم رأي لسان") | _SAID  # … فلان, unlike قوله
_BY_HIM = frozenset(
    start + owner for start in forms_of("بحسب وبحسب فبحسب") for owner in ("ه", "ها", "هم", "هما")
)  # بحسبه، …: whoever spoke last
_HIS_WORDS = ("قول تعبير وصف زعم رأي تقدير تقديرات اعتقاد كلام تصريح تصريحات ادعاء مزاعم تأكيد روايت شهادت").split()
_EXPRESSION = _OPEN_EXPRESSION | forms_of(
    " ".join(noun + owner for noun in _HIS_WORDS for owner in ("ه", "ها", "هم", "هما"))
)
_TO_EXPRESSION = frozenset("ل" + form for form in _EXPRESSION)
_LEAD_TO_AUTHORITY = _AS_FOR | PREPOSITIONS | AS | _IN_WORDS | _IN_HIS_WORDS
_MAY_ATTRIBUTE = Landmark(
    _LEAD_TO_AUTHORITY | STANDS | TENOR | _BY_HIM | MARKS | _IN_EYES | {word_form("على")} | HADITH
)


class Prepositions(Coverage):
    """Finds attributions without a verb of their own."""

    def _prepositions(self, n: int, s: Sentence, reports: list[Report]) -> list[Report]:
        out: list[Report] = []
        taken = {r.first: r for r in reports}
        free = s.first  # what stands before it has been read, or passed over between marks
        for j in self.text.where(_MAY_ATTRIBUTE, s.first, s.last):
            if j < free:
                continue
            if j in self.top:
                free = self._end_of_mark(j) + 1
                continue
            form = self.forms[j]
            found_in = self._in_hadith(n, s, j) if form in HADITH else self._stands_in(n, s, j)
            if found_in is not None:
                out.append(found_in)
                free = found_in.np.last + 1 if found_in.np else j + 1
                continue
            if form in HADITH:
                continue
            if form in _BY_HIM:
                out += self._by_him(n, s, j, taken)
            elif form in _IN_EYES or form in _LEAD_TO_AUTHORITY or (form == "علي" and j + 2 <= s.last):
                r = self._attribution(n, s, j, taken)
                if r is not None:
                    said = taken.get(j - 1) if self.forms[j + 1 : j + 2] == ["لسان"] else None
                    if said is not None and said.np is None:
                        said.np = r.np  # وأكدت على لسان المتحدثة فلانة أن …
                    else:
                        out.append(r)
                    free = max(j, r.last) + 1
        return [
            r for r in out if r.content != "before" or not (_is_told(reports, r) or self._is_no_source(s, r, reports))
        ]

    def _by_him(self, n: int, s: Sentence, j: int, taken: dict[int, Report]) -> list[Report]:
        """وبحسبه، الجسر آمن; الجسر آمن بحسبه; والجسر بحسبه لا يحتمل الماء."""
        r = Report(n, j, j, "preposition", None)
        if j - s.first <= 2 or self._is_over(s, j + 1):
            self._frame(s, r, j + 1)
            return [r]
        return [r] if self._is_inserted(s, r, taken) else []

    def _as_for(self, n: int, s: Sentence, j: int) -> Report | None:
        """وبالنسبة إلى سليم الحداد، فإن الجسر آمن: a view, where somebody is named and something else is spoken of."""
        k = j + 1 + (self.forms[j + 1 : j + 2] == ["الي"])
        if j - s.first > 1 or k >= s.last:
            return None
        np = parse(self.text, k, s.last + 1) if k > j + 1 else parse_attached(self.text, k, s.last + 1)
        if np is None or np.kind != "person" or not np.has_name:
            return None
        r = Report(n, j, k - 1, "preposition", None, np)
        self._frame(s, r, np.last + 1)
        return r if r.content == "that" and self.forms[r.content_at - 1] == "فان" else None

    def _attribution(self, n: int, s: Sentence, j: int, taken: dict[int, Report]) -> Report | None:
        """The attribution whose first or chief word stands at `j`."""
        if self.forms[j] in _IN_EYES:
            return self._in_eyes(n, s, j, taken)
        return self._as_for(n, s, j) if self.forms[j] in _AS_FOR else self._preposition(n, s, j, taken)

    def _is_set_off(self, s: Sentence, j: int, last: int) -> bool:
        """Whether an attribution stands at the head of its sentence, behind a pause, or at the end."""
        return j - s.first <= 1 or self.forms[j - 1] in _PAUSES or self._is_over(s, last + 1)

    def _in_eyes(self, n: int, s: Sentence, j: int, taken: dict[int, Report]) -> Report | None:
        """يشكل القرار، في نظر الوزير، …; من وجهة نظر الوزير، …: whose view it is, between pauses or at the head."""
        of_view = j - 2 >= s.first and self.forms[j - 2].endswith("من") and self.forms[j - 1] == _POINT
        first = j - 2 if of_view else j - 1
        if first < s.first or not (of_view or self.forms[first] in IN) or j >= s.last:
            return None
        np = parse(self.text, j + 1, s.last + 1)
        if np is None or not (self.is_speaker(np) and self._can_speak(np)):
            return None
        closes = self._is_over(s, np.last + 1)
        heads = first - s.first <= 1 and not closes
        paused = closes or self.forms[np.last + 1] in _PAUSES
        if not paused or not (heads or self.forms[first - 1] in _PAUSES):
            return None
        r = Report(n, first, j, "preposition", None, np)
        if closes:
            r.content, r.content_at = "before", self._clause_start(s, first)
            return r
        if heads:
            self._frame(s, r, np.last + 1)
        else:
            r.content, r.content_at = "before", self._clause_start(s, first)
            self._take_whole(s, r, taken)
        return r if heads or r.content == "that" else None

    def _as_it_stands(self, n: int, s: Sentence, j: int, k: int) -> Report | None:
        """بحسب ما جاء في بلاغ للوزارة, حسبما ورد في موقعها: the document in which it stands, behind في at token `k`."""
        np = parse(self.text, k + 1, s.last + 1) if k < s.last and self.forms[k] == "في" else None
        if np is None or self.forms[np.first] in HADITH or not (np.kind == "document" or self._is_outlet(np)):
            return None
        if self.forms[j] in AS and not self._is_set_off(s, j, np.last):
            return None
        r = Report(n, j, k, "preposition", None, np)
        self._frame(s, r, np.last + 1)
        return r

    def _preposition(self, n: int, s: Sentence, j: int, taken: dict[int, Report]) -> Report | None:
        """The attribution that begins at `j`; `taken` are the verbs by their tokens, one of which may be part of it."""
        form, k = self.forms[j], j + 1
        if k <= s.last and self.forms[k] in ("ل", "لـ"):
            k += 1
        if k < s.last and self.forms[k] in ("ما", "لما") and self.forms[k + 1] in STANDS:
            return self._as_it_stands(n, s, j, k + 2)
        if form in AS and j > s.first + 1 and k + 2 <= s.last and self.forms[k] in STANDS:
            return self._as_it_stands(n, s, j, k + 1)
        if form in AS or (k <= s.last and self.forms[k] in ("ما", "لما", "بما")):
            self._by_verb(s, j, taken.get(k if form in AS else k + 1), taken)
            return None
        k, last = self._past_expression(s, j, k)
        if last < 0 or (form in _OPINIONS and not self._is_set_off(s, j, last)):
            return None
        own = form in _IN_HIS_WORDS or (
            last > j and self.forms[last] not in _OPEN_EXPRESSION and self.forms[last].endswith(wc.HIS)
        )
        if own:
            r = Report(n, j, last, "preposition", None, content="before", content_at=self._clause_start(s, j))
            if j - s.first <= 1 and self.forms[last + 1 : last + 2] in _OPENS:
                self._frame(s, r, last + 1)  # وبحسب رأيه، فإن …
            else:
                self._take_whole(s, r, taken)
            return r
        np = self._authority(s, j, k) if k <= s.last else None
        expressed = self.forms[last] in _OPEN_EXPRESSION or form in _IN_WORDS
        speaks = np is not None and (self._can_speak(np) or self._rules_here(s, j, np))
        if np is None or not speaks or (j - s.first > 2 and self._is_standard(np)):
            np = None if k > s.last else self._whose_expression(k, np) if expressed else self._stranger(s, j, k)
        if np is None:
            return None
        r = Report(n, j, last, "preposition", None, np)
        self._frame(s, r, np.last + 1)
        self._take_whole(s, r, taken)
        return r

    def _past_expression(self, s: Sentence, j: int, k: int) -> tuple[int, int]:
        """بحسب تعبير فلان, طبقا لرأي فلان, من وجهة نظر فلان, على حد قول فلان: where its owner begins, and the last
        token before; -1 where nothing is attributed."""
        form = self.forms[j]
        if j > s.first and self.forms[j - 1] == "علي":
            return k, -1  # يسير على وفق الخطة: what it goes by
        if form in _FOLLOWING and not (j - s.first <= 1 or self.forms[j - 1] in _PAUSES):
            return k, -1
        if form == "علي" or form == "نقلا":
            last = self._idiom(s, j)
            return last + 1, last
        if k <= s.last and (self.forms[k] in _EXPRESSION or self.forms[k] in _TO_EXPRESSION):
            return k + 1, k
        if self.forms[k : k + 2] in (["وجهه", "نظر"], ["لوجهه", "نظر"]):
            return k + 2, k + 1
        return k, j

    def _whose_expression(self, k: int, np: NounPhrase | None) -> NounPhrase | None:
        """على حد تعبير نيتشه: words are somebody's, though no list knows him."""
        if np is not None and np.has_name:
            return np
        w = classify(self.forms[k])
        ends = not self.words[k + 1]
        unknown = not w.flags & (wc.FUNCTION | wc.COMMON) and not w.definite
        return NounPhrase(k, k, "person", k, k) if self.words[k] and ends and unknown else None

    def _idiom(self, s: Sentence, j: int) -> int:
        """The last token of على حد قول, على لسان, نقلا عن at `j`; -1 where it is none of them."""
        following = self.forms[j + 1] if j < s.last else ""
        if self.forms[j] == "نقلا":
            return j + 1 if following == "عن" else -1
        if following == "حد" and j + 2 <= s.last and self.forms[j + 2] in _EXPRESSION:
            return j + 2
        return j + 1 if following == "لسان" else -1

    def _by_verb(self, s: Sentence, j: int, other: Report | None, taken: dict[int, Report]) -> None:
        """بحسب ما أفاد فلان, كما قال فلان, على ما ذكرت وكالة: the verb's report becomes the attribution."""
        form = self.forms[j]
        if other is None or other.style != "finite":
            return
        if form in LIKE and j - s.first <= 2 and not self._leads_so(s, other):
            return  # كما أعلن فلان أن … at the head of a sentence: "also", not "as"
        if (form in LIKE and _only_likens(other)) or (form in AS and self._by_his_verb(s, j, other, taken)):
            return
        if form == "علي" and other.form is not None and (other.form.cls != "say" or self._comments(s, j)):
            return  # ما تشنه على ما تعتبره …: no attribution
        self._named_in_marks(other)
        if other.content == "mark" and form not in AS:
            return
        leads = other.content == "mark" and (self.forms[other.content_at - 1] in _LEADS or self._holds_words(other))
        follows = (
            other.content == "colon"
            or leads
            or (other.content == "that" and other.np and other.content_at <= other.np.last + 3)
        )
        if form in AS and self._closes_sentence(s, other):
            other.first, other.style, other.content = j, "preposition", "before"  # «…»، كما يقول.
            other.content_at = self._clause_start(s, j)
        relays = self._attributes(s, j + 1) and other.np is not None and self._is_outlet(other.np)
        if other.np is None or (follows and form in AS and not relays):
            return  # كما قال تعالى: …, وكما يوضح فلان، أن …: the words follow
        if form in AS and not self._is_anybody(other.np):
            return  # كما توضح صلته بكذا
        if form in LIKE and self._has_object(s, other.np.last + 1):
            return  # كما أكد الوزير دعمه لكذا
        other.first, other.style = j, "preposition"
        self._frame(s, other, other.np.last + 1)
        self._take_whole(s, other, taken)

    def _by_his_verb(self, s: Sentence, j: int, other: Report, taken: dict[int, Report]) -> bool:
        """لكن النهر، كما يقول، يحتاج إلى عناية: an attribution to whoever spoke last, inside the clause it covers."""
        if other.np is not None or not self._adds_nothing(j, other):
            return False
        aside = replace(other, first=j, style="preposition", content="none", content_at=-1)
        if self._is_inserted(s, aside, {k: r for k, r in taken.items() if r is not other}):
            other.first, other.style = j, "preposition"
            other.content, other.content_at, other.content_end = "that", aside.content_at, aside.content_end
        return True

    def _adds_nothing(self, j: int, r: Report) -> bool:
        """…، كما يقول، …; هو كما يقول لا يريد شيئا: a verb of saying or thinking without a subject, between pauses or
        before what is said of a subject; not كما تطرق إلى …, where the sentence goes on with what else he did."""
        after = r.last + 1
        if not (self._is_predicate(after) or self.forms[j - 1] + self.forms[after] in INSERTED):
            return False
        if r.form is None or r.form.number != "s" or r.form.has_object or r.content not in ("none", "bare"):
            return False
        return r.form.cls in ("say", "add", "believe") and self.forms[r.last] not in IMPERSONAL

    def _holds_words(self, r: Report) -> bool:
        """كما قال الوزير «العمل ماض إلى الأمام»: marks right behind the subject, of a verb that does not relay, that
        hold more than a name."""
        m = self.top[r.content_at]
        if r.np is None or m.opening != r.np.last + 1 or (r.form is not None and r.form.facts & vf.RELAYS):
            return False
        return sum(self.words[m.first : m.last + 1]) >= (3 if r.np.kind in ("person", "scripture") else 5)

    def _leads_so(self, s: Sentence, r: Report) -> bool:
        """وكما أوضح الوزير، فإن …: a clause that فإن opens right behind a verb and its subject."""
        k = r.np.last + 1 if r.np is not None and not r.subject_first else s.last
        return k + 1 < s.last and self.forms[k] in "،," and self._is_so(k + 1)

    def _named_in_marks(self, r: Report) -> None:
        """بحسب ما كشفت "…", وفق ما كشف رئيس شركة «كذا»: marks behind the verb of an attribution that hold a name."""
        m = self.top.get(r.content_at) if r.content == "mark" else None
        if m is None or m.closing < 0:
            return
        if r.np is None:
            if m.last - m.first > _LONGEST_NAME:
                return
            r.np = NounPhrase(m.first, m.last, "organization", head=m.first)
        elif r.np.last == m.opening - 1 and sum(self.words[m.first : m.last + 1]) <= _LONGEST_NAME:
            if not classify(self.forms[r.np.last]).flags & (wc.ORGANIZATION | wc.MEDIA | wc.NAME_MARK):
                return
            r.np = replace(r.np, last=m.closing)
        else:
            return
        r.content, r.content_at = "none", -1

    def _has_object(self, s: Sentence, k: int) -> bool:
        """Whether a noun stands behind a verb and its subject: no «as he said», but what else he said."""
        if k > s.last or not self.words[k] or formula(self.text, k) is not None:
            return False
        w = classify(self.forms[k])
        return not w.prep and not w.conj and not w.flags & _NO_OBJECT

    def _comments(self, s: Sentence, j: int) -> bool:
        """تعليقا على ما نقلته صحيفة كذا, ردا على ما قال فلان: what the words answer."""
        return j > s.first and self.forms[j - 1] in _ANSWERS


def _only_likens(r: Report) -> bool:
    """كما دعا السكان إلى …, كما أشاد الوزير بـ…; وليس كما يعتقد البعض: «as» before a verb that gives nobody's words."""
    if r.form is None or r.form.has_object:
        return False
    nameless = r.np is None or (not r.np.has_name and r.np.kind != "document")
    role = r.np is not None and r.np.kind == "person" and r.np.head >= 0 and not r.np.plural  # كما يرى المؤلف
    views = nameless and not role and r.form.cls in ("believe", "expect")
    return views or r.form.cls in _CALLS


def _is_told(reports: list[Report], r: Report) -> bool:
    """أورد الموقع على لسان فلان قوله إن …: whether a verb has already got whom the preposition at `r` names."""
    return any(o.own_source and o.style == "finite" and o.np and r.np and o.np.first == r.np.first for o in reports)
