"""Reporting events: every cue of a sentence with what it governs, before anybody is decided to be the speaker."""

from bisect import bisect_right

from quotations.matching import forms_of
from quotations.page.marks import Marked
from quotations.page.quran import recited_to
from quotations.page.scripture import OPENING, Verse
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.reports.clauses import EXCEPT, SO, WHILE, Ends, before_turn, comma_before, is_conjoined
from quotations.reports.nobodys import Nobodys
from quotations.reports.reading import CLOSING_MARKS, IMPERSONAL, Report, Style, Tokens
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import CueForm, lookup
from quotations.words.formulas import GOD
from quotations.words.wordclass import classify

__all__ = ["Reader", "Report", "Tokens"]
_FRAMES = forms_of("في وفي خلال وخلال عبر وعبر ضمن")
_MEANWHILE = WHILE | forms_of("في")
_LONGEST_BRACKET = 400
_THIS, _THE_MATTER = forms_of("وهو وهذا وذلك هو هذا"), forms_of("الأمر الشيء")
_WHICH = forms_of("ما الذي")  # وهو ما نفاه فلان, الأمر الذي نفاه فلان
_OF_IT = forms_of("منه عنه إليه عليه به فيه بشأنه")
_BEFORE_PAST = forms_of("قد كان كانت سبق وأن أن")
_BUT = EXCEPT - forms_of("غير إلا")
_DENIES = forms_of("لن ليس ليست")
_WHEN = forms_of("عندما حين حينما منذ إذا لو لأن")
_UTTERANCE = 8  # words in marks that may be a sentence of their own


class Reader(Nobodys):
    """Reads the reports of one sentence after the other."""

    def read(self, n: int) -> list[Report]:
        """The reports of sentence `n`, in the order of their cues."""
        s = self.sentences[n]
        found: list[Report] = []
        cues = self._cues(s)
        positions = [j for j, _ in cues if not self._attributes(s, j)]
        k = 0
        for j, form in cues:
            while k < len(positions) and positions[k] <= j:
                k += 1
            following = positions[k] if k < len(positions) else s.last + 1
            report = self._report(n, s, j, form, following)
            if report is not None:
                found.append(report)
        contents = {r.content_at for r in found if r.content in ("colon", "that")}
        found += [r for r in self._prepositions(n, s, found) if r.first not in contents]
        found += self._nominal(n, s, found)
        found = self._relayed_at_head(self._insertions(s, found))
        cueless = (
            self._label(n, s, found)
            or self._label_above(n, s, found)
            or self._named_before_colon(n, s, found)
            or self._carried_on(n, s, found)
        )
        if cueless:
            found.append(cueless)
        if not found and n not in self.verses:
            return found
        found.sort(key=lambda r: r.first)
        self._chain(found)
        found = self._relays(s, found)
        found = self._verses(n, found)
        self._brackets(s, found)
        self._same_words(found)
        ends = Ends(self.text, s, self._cuts(s, found))
        for r in found:
            if r.content in ("that", "colon", "bare") and r.content_end < 0:
                r.content_end = ends.after(r.content_at, s.last if r.relay < 0 else r.relay - 1)
            elif r.content == "mark" and self.forms[r.first] not in IMPERSONAL:
                r.clause = self._past_mark(r, ends, s.last if r.relay < 0 else r.relay - 1)
        self._quoted_by_outlet(found)
        self._within(found)
        self._denied(found)
        self._note_end(n, s, found)
        return found

    def _cuts(self, s: Sentence, reports: list[Report]) -> list[tuple[int, int]]:
        """The cues at which a clause that stands before them ends, each with the last token before it."""
        out: list[tuple[int, int]] = []
        for n, r in enumerate(reports):
            if r.first > s.first + 1:
                cut = self._cut(s, r, reports[n - 1] if n else None, reports[n + 1] if n + 1 < len(reports) else None)
                if cut is not None:
                    out.append(cut)
        n = bisect_right(self.openings, s.first + 1)
        while n < len(self.openings) and self.openings[n] <= s.last:
            k = self.openings[n]
            if self._utters(k, self.top[k], s):
                out.append((k, k - 1))
            n += 1
        return out

    def _utters(self, k: int, m: Marked, s: Sentence) -> bool:
        """إنه يعرف الجسر، «وهذا كل ما …»: whether marked words are a sentence beside the clause before."""
        if (
            m.closing < 0
            or m.last - m.first < _UTTERANCE
            or not self._is_over(s, m.closing + 1)
            or self.forms[k - 1] == ":"
        ):
            return False
        if self.words[k - 1] and (classify(self.forms[k - 1]).flags & wc.FUNCTION or self._cue_at(k - 1)):
            return False
        first = self.forms[m.first]
        pause = not self.words[k - 1]
        joined = pause and (first in SO or bool(classify(first).conj))
        speaks = self._speaks(m.first) and not (first in _DENIES or first[0] in "يت")  # الحملة «لن تنال من …»
        return joined or speaks or first in _BUT or (first in _WHEN and "." in self.forms[m.first : m.last])

    def _cut(self, s: Sentence, r: Report, before: Report | None, following: Report | None) -> tuple[int, int] | None:
        k = r.first
        comma = comma_before(self.text, k)
        if r.style == "participle":
            if not (comma or r.content != "none" or self._circumstance(r)):
                return None
            return (k, k - 2 if self.forms[k - 1] == "و" else k - 1)
        if r.style == "preposition":
            that_is = self.forms[k - 1] == "وذلك"
            k -= that_is
            comma = comma_before(self.text, k)
            last = self._is_last(s, r) or (comma and (that_is or self._is_described_last(s, r)))
            closes = r.content == "before" and last
            opens = r.content == "that" and not r.cueless
            return (k, k - 1) if (comma and (closes or opens)) or (closes and self._is_source(r)) else None
        if r.style == "masdar" and comma and self.forms[k][0] == "ب" and r.content != "none":
            return (k, k - 1)  # …، بالقول «…»
        if r.style != "finite":
            return None
        if (at := self._denies_next(r)) or (at := self._takes_up(r)):
            return (at, at - 1)
        if is_conjoined(self.text, k):
            goes_on = self._goes_on(r, following) or (comma and self._judges_on(r, before))
            return (k, k - 2 if self.forms[k - 1] == "و" else k - 1) if goes_on else None
        start = min(k, r.np.first) if r.np else k
        end = before_turn(self.text, s.first, start)
        if end == start - 1:
            return (k, k - 1) if comma and self._begins_anew(r, before) else None
        return (min(k, end + 1), end) if end < start - 1 and self._turns(r, end + 1, before) else None

    def _denies_next(self, r: Report) -> int:
        """…، ولم يستبعد أن …: «لم» makes a past of the present, and the writer's next report of a verb with words of
        its own; where it begins, 0 where it is none."""
        k = r.first - 1
        at = k if self.forms[k] == "ولم" else k - 1 if self.forms[k - 1 : k + 1] == ["و", "لم"] else 0
        return at if at and r.content == "that" and comma_before(self.text, at) else 0

    def _takes_up(self, r: Report) -> int:
        """…، وهو ما نفاه الوزير; …، الأمر الذي حذرت منه الوزارة: what somebody else says of it, by a verb that takes
        it up again as its object; where this begins, 0 where nothing of the kind does."""
        k = r.first
        while self.forms[k - 1] in _BEFORE_PAST:
            k -= 1
        if self.forms[k - 1] not in _WHICH or r.form is None or r.np is None or r.subject_first:
            return 0
        at = k - 2 if self.forms[k - 1] != "الذي" or self.forms[k - 3] not in _THIS else k - 3
        if self.forms[k - 2] not in (_THE_MATTER if self.forms[k - 1] == "الذي" else _THIS):
            return 0
        again = r.form.has_object or self.forms[r.first + 1] in _OF_IT
        said = r.form.strength != "w" or r.form.cls == "deny"
        return at if again and said and comma_before(self.text, at) and self._another(r) else 0

    def _judges_on(self, r: Report, before: Report | None) -> bool:
        """…، وختم الوزير كلمته بالشكر: what somebody with a name or a title does with words; …، وتوقع استمرار النمو;
        …، وأشادت بالعمل: what who speaks thinks of it, in the gender of the verb before."""
        if r.form is None or r.form.shape != "past" or r.subject_first:
            return False
        judges = bool(r.form.facts & vf.GOES_ON)
        if r.np is not None:
            acts = r.np.kind in ("person", "document") and self.forms[r.first][0] == "و"
            return (judges or acts) and self.is_speaker(r.np)
        if not judges:
            return False
        main = before.form if before is not None else None
        return (
            not r.form.has_object
            and main is not None
            and main.shape in ("past", "present")
            and main.gender == r.form.gender
        )

    def _another(self, r: Report) -> bool:
        """Whether a verb has a speaker of its own, neither one of those just named (إحداهما) nor a share of them
        (35 في المئة)."""
        if r.np is None or not self.is_speaker(r.np):
            return False
        form, last = self.forms[r.np.first], self.text.last_letter(r.np.first)
        owned = form.endswith(("هم", "هما", "ها", "هن")) or last == "ه"
        return not form[0].isdigit() and (r.np.last > r.np.first or not owned)

    def _begins_anew(self, r: Report, before: Report | None) -> bool:
        """…، قالت الشرطة إنها …: a verb with neither «و» nor another connective, whose subject follows, unless a frame
        leads to it within the clause (إنه في وقت سابق، قال فلان إن)."""
        if r.form is None or r.form.shape != "past" or r.form.strength != "s" or before is None:
            return False
        dialogue = r.content == before.content == "bare"
        if not dialogue and not (r.content in ("that", "mark") and before.content == "that"):
            return False
        if r.np is None or r.subject_first or not self.is_speaker(r.np):
            return False
        topic = parse(self.text, before.content_at, r.first - 1)
        if r.form.facts & vf.TOLD or (topic is not None and topic.last >= r.first - 2):
            return False  # إن الوزير، قال …
        opening = classify(self.forms[before.content_at])
        return before.style != "preposition" and not opening.flags & (wc.PREPOSITION | wc.TIME | wc.RELATIVE)

    def _goes_on(self, r: Report, following: Report | None) -> bool:
        """وأضاف …, وكشف عن …: the writer's next report, not a verb of the clause."""
        if r.form is None or (r.content != "none" and comma_before(self.text, r.first)):
            return True
        if r.form.shape != "past":
            named = r.np is not None and not r.subject_first and r.content != "none"
            return named and r.form.strength == "s"  # … ويقول فلان إن …
        if not r.form.has_object:
            leads = (
                following is not None and following.first - r.first <= 5 and following.style in ("participle", "masdar")
            )
            comma = comma_before(self.text, r.first)
            if (r.form.cls == "demand" and comma) or (leads and following is not None and following.content != "none"):
                return True  # …، وختم الجلسة قائلا: …; …، وحث السلطات على …
        about = self.forms[r.first + 1] == "عن" or (r.np is not None and self.forms[r.np.last + 1] == "عن")
        return r.form.strength == "s" or (about and bool(r.form.facts & vf.REVEALS))

    def _turns(self, r: Report, at: int, before: Report | None) -> bool:
        """Whether the connective at `at` turns to another report: فيما قال …, في حين أعرب فلان عن …."""
        if r.form is None:
            return False
        said = r.form.strength != "w" or (r.form.shape == "past" and r.form.cls == "say")
        comma = comma_before(self.text, at)
        views = (
            r.form.strength != "w"
            or r.form.cls in ("believe", "demand", "expect", "warn")
            or (r.content == "that" and r.np is not None and r.np.kind == "organization")  # في حين تصر الشركة على أن
            or r.form.facts & vf.ATTITUDE
        )
        found = (
            before is not None and before.np is not None and before.np.kind == "document"
        )  # a survey: what they find
        if self.forms[at] in _MEANWHILE and comma and views and not found and self._another(r):
            return not r.negated  # …، بينما يرى كثيرون أن; …، فيما تنفي الشركة ذلك
        if r.content != "none":  # …، قبل أن يضيف أن …: his next report; with a subject, what the clause tells
            return said and (self.forms[at] != "قبل" or (comma and r.np is None))
        if r.form.shape != "past":
            return False
        if self.forms[at] in EXCEPT and r.form.strength == "s" and comma:
            return True  # …، إلا أنها أكدت سلامة المنتج
        if self.forms[at] == "كما" and comma:
            if r.np is None or r.form.has_object:
                return not r.form.has_object and (r.form.strength == "s" or bool(r.form.facts & vf.ATTITUDE))
            return self._another(r) and not self._is_over(self.sentences[r.sentence], r.np.last + 1)
        if r.form.facts & vf.REVEALS and self.forms[r.first + 1 : r.first + 2] == ["عن"]:
            return comma_before(self.text, at)  # …، كما أعرب عن امتنانه
        if self.forms[at] not in _MEANWHILE or r.np is None:
            return False
        return r.form.strength == "s" or bool(r.form.facts & vf.REVEALS)  # فيما سجل السوق مكاسب: nobody's words

    def _circumstance(self, r: Report) -> bool:
        """… بمستوى المسؤولية مشيدا بالحارس, … للاتصال ومشيرا إلى …: in the accusative a participle of reporting
        describes who speaks, unless another accusative stands before it."""
        if r.form is None or r.form.has_object or not self.forms[r.first].endswith("ا"):
            return False
        if r.form.strength == "w" and r.form.cls != "demand":
            return False
        if r.form.facts & vf.ADJECTIVE:
            return False  # مفيدا, useful; منكرا, an evil
        before = self.forms[r.first - 1 - (self.forms[r.first - 1] == "و")]
        w = classify(before)
        if w.flags & (wc.GIVEN | wc.SURNAME) and self.forms[r.first - 1] != "و":
            return False  # خرج الوزير فلان معلنا …: may as well be of the clause
        return not before.endswith("ا") or w.definite

    def _is_source(self, r: Report) -> bool:
        """… حسب قوله., … وفق مصدر أمني.: his words without a comma, unlike وفق خطة., رد على ما قاله فلان."""
        if self.forms[r.first] == "علي" and r.form is not None:
            return False
        return r.np is None or self._is_outlet(r.np) or r.np.kind in ("person", "unnamed_source")

    def _is_last(self, s: Sentence, r: Report) -> bool:
        """Whether nothing but its own frame follows an attribution (…، على حد تعبيره)."""
        end = max(part[1] for part in ((r.last, r.np.last if r.np else r.last), r.region, r.medium or (0, 0)))
        return self._is_over(s, end + 1)

    def _verses(self, n: int, reports: list[Report]) -> list[Report]:
        """Verses that a reference names are God's words, with or without a cue of their own; those that His name leads
        to end where the Quran's words end."""
        found = list(self.verses.get(n, []))
        for r in reports:
            if r.np is not None and r.np.fixed == GOD and r.content in ("colon", "bare"):
                at, last = r.content_at, recited_to(self.text, r.content_at, self.sentences[n].last)
                if last >= 0 and not any(v.first - 2 <= at <= v.last for v in found):
                    found.append(Verse(at, last, (at, at)))
        if not found:
            return reports
        out = [r for r in reports if not any(v.first <= r.first <= v.last for v in found)]
        for v in found:
            led = next(
                (
                    r
                    for r in out
                    if r.content in ("that", "colon", "bare", "mark") and v.first - 2 <= r.content_at <= v.first
                ),
                None,
            )
            if led is None:
                led = Report(
                    n,
                    *v.reference,
                    "preposition",
                    None,
                    NounPhrase(*v.reference, "document", feminine=False, fixed=v.whose),
                    cueless=True,
                )
                out.append(led)
            led.content, led.content_at, led.content_end = "that", v.first, v.last
        out.sort(key=lambda r: r.first)
        return out

    def _brackets(self, s: Sentence, reports: list[Report]) -> None:
        """قال: (…): words in brackets end with them; so few that they may be a name's only where scripture speaks."""
        for r in reports:
            at = r.content_at
            if r.content not in ("that", "colon", "bare") or r.content_end >= 0 or at > s.last:
                continue
            if self.forms[at] not in OPENING:
                continue
            closing = next(
                (
                    k
                    for k in range(at + 1, min(at + _LONGEST_BRACKET, s.last + 1))
                    if self.forms[k] == OPENING[self.forms[at]]
                ),
                -1,
            )
            if closing - at > (2 if r.np is not None and r.np.kind == "scripture" else 4) or closing < 0:
                r.content_at = at + 1
                r.content_end = closing - 1 if closing > 0 else -1

    def _report(self, n: int, s: Sentence, j: int, form: CueForm, following: int) -> Report | None:
        style: Style = form.shape if form.shape in ("participle", "masdar") else "finite"
        r = Report(n, j, j, style, form)
        r.negated = self._negated(s, j, form)
        k = j + 1
        unsaid = bool(form.facts & vf.UNSAID)
        r.anybody = style == "finite" and (unsaid or (j > s.first and self.forms[j - 1] == "من"))
        if style == "finite" and not r.anybody:
            r.np = self._subject_after(s, r, k, following)
            if r.np:
                k = r.np.last + 1
                if self.forms[k] in CLOSING_MARKS and r.np.first - 1 in self.top:
                    k += 1
        elif style == "masdar":
            np = self._behind_masdar(j, form, following)
            if np and (self._plausible(np) if not form.has_object else np.kind == "scripture"):
                r.np, k = np, np.last + 1  # قول فلان; قوله تعالى
        self._region(s, r, k, following)
        if style == "finite" and not r.anybody and not (lookup(self.forms[j])[1] and self.forms[j][0] in "وف"):
            self._look_before(s, r, form)
            self._source_behind(s, r, k, following)
            self._look_again(s, r, following)
        if style == "finite" and r.np is None and (turned := self._turned_to(s, r, form)) is not None:
            r.np, r.subject_first = turned, True
        self._note_paper(n, s, r)
        if form.strength != "s" and r.content == "bare":
            r.content = "none"
        if style == "finite" and r.medium is None and j - s.first > 3 and self.forms[s.first] in _FRAMES:
            self._leading_frame(s, r)
        return None if self._is_the_writers(s, r, form) else r

    def _look_again(self, s: Sentence, r: Report, following: int) -> None:
        """الدستور الذي ينص في مادته الثانية على أن …: the way to the words of a weak verb, now that who stands
        before it is known to speak."""
        if r.content != "none" or not r.subject_first or r.form is None or r.form.strength != "w":
            return
        if not r.form.facts & (vf.OBJECT | vf.TO_DO):
            self._region(s, r, r.last + 1, following)

    def _behind_masdar(self, j: int, form: CueForm, following: int) -> NounPhrase | None:
        """قول فلان, but not الإعلان الرسمي أن, nor وصف خصمه بأنه: the phrase that may own a verbal noun."""
        owned = not (classify(self.forms[j]).definite or self._is_described(j))
        np = parse(self.text, j + 1, following) if owned else None
        return None if np is not None and self._is_described_so(form, np.last + 1) else np

    def _source_behind(self, s: Sentence, r: Report, k: int, following: int) -> None:
        """وكانت الوكالة قد نقلت أمس عن مصدر قوله: who is quoted, where the outlet stands before its verb."""
        if r.subject_first and r.content == "none" and k <= s.last:
            k += bool(classify(self.forms[k]).flags & wc.TIME)
            if k <= s.last:
                self._source(r, k, following)
