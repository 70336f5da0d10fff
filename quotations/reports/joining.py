"""How the reports of one sentence hang together: shared subjects, media, views inside clauses, denials."""

from quotations.matching import forms_of
from quotations.page.marks import MARKS
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.reports.clauses import comma_before, trimmed
from quotations.reports.frames import WHICH
from quotations.reports.labels import Labels
from quotations.reports.reading import PRETEXTS, WHAT, Report
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.wordclass import classify

_THINGS = forms_of("الواقع الحال الأمر الأمور العلاقات الحقائق الوقائع الأرقام المعطيات الظروف التجربة التاريخ سوف")

_IF = forms_of("إن إذا لو")
_WHOM = WHAT | forms_of("من ممن بمن")
_HEAD = 4  # tokens of a frame at the head of a sentence (وفي السياق ذاته،) at most
_CLAUSE = 2  # tokens of a clause at most that are too few for one: ويتعلق الأمر، يوضح المتحدث، بـ…
_OF_THEM = forms_of("عنه عنها عنهم")
_DESCRIBED = 14  # tokens that describe an authority at the end of its sentence
_OF_WHOM = 24  # tokens from عن to قوله
_THEREIN = (["فيه"], ["فيها"])
_GOVERNED = ("that", "mark", "colon")


class Joining(Labels):
    """Joins the reports of a sentence."""

    def _denied(self, reports: list[Report]) -> None:
        """نفى أن يكون قال: …, نفت ما قاله فلان من أن …: what stands in a denied clause is not asserted either."""
        until, pending = -1, False
        for r in reports:
            denies = r.negated or (r.form is not None and r.form.cls == "deny")
            relative = r.first > 0 and self.forms[r.first - 1] in WHAT
            if r.first <= until or (pending and relative and not denies):
                r.negated = True
            if denies and r.content in ("that", "colon") and r.content_end > until:
                until = r.content_end
            pending = denies and r.content == "none"

    def _insertions(self, s: Sentence, reports: list[Report]) -> list[Report]:
        """…، يضيف المصدر ذاته، …: a verb and its subject between commas, with no words of their own, say whose the
        whole sentence is."""
        reports = self._relayed_between(reports)
        begun: set[int] = set()
        alone = True
        for r in reports:
            if alone and self._is_insertion(s, r) and r.np is not None:
                after = r.np.last + 2
                head = r.first - s.first <= _HEAD and self._goes_on_at(after)  # وفوق ذلك، أضاف المصدر، بلغت …
                at = after if head else s.first
                if after <= s.last and self.forms[after].startswith("فان"):
                    at = after + 1  # ووفق التحريات، يضيف المصدر، فإنه …
                    begun.add(r.first)
                r.style, r.content, r.content_at = "preposition", "that", at
                r.content_end = trimmed(self.text, at, s.last)
            alone = alone and (r.style != "finite" or r.np is None)
        return [r for r in reports if r.content_at not in begun or r.style != "preposition"]

    def _relayed_between(self, reports: list[Report]) -> list[Report]:
        """وبالمناسبة، يضيف البلاغ، أكد الوزير ضرورة …; وتشير الدراسات، يضيف المصدر ذاته، إلى أن …: who passes on what
        another one says is the medium."""
        out: list[Report] = []
        passed: Report | None = None
        for r in reports:
            last = out[-1] if out else None
            if passed is not None and passed.np is not None:
                said = r.style == "finite" and r.np is not None and r.content in _GOVERNED
                if said and r.first == passed.np.last + 2:
                    r.medium = r.medium or (passed.np.first, passed.np.last)
                else:
                    out.append(passed)
            passed = None
            if not self._stands_between(r) or r.np is None:
                out.append(r)
            elif last is not None and self._is_left_open(last, r) and r.content in _GOVERNED:
                last.content, last.content_at, last.content_end = r.content, r.content_at, r.content_end
                last.medium = last.medium or (r.np.first, r.np.last)
            elif r.content == "none":
                passed = r
            else:
                out.append(r)
        return out if passed is None else [*out, passed]

    def _stands_between(self, r: Report) -> bool:
        """…، يضيف البلاغ، …: a verb that adds, with its document or source, between commas."""
        if r.form is None or r.form.shape != "present" or r.form.strength != "s" or r.np is None or r.subject_first:
            return False
        if r.np.kind not in ("document", "unnamed_source", "organization") or lookup(self.forms[r.first])[1]:
            return False
        after = r.np.last + 1
        return self.forms[r.first - 1] in "،," and self.forms[after] in "،,"

    def _is_left_open(self, before: Report, r: Report) -> bool:
        named = before.style == "finite" and before.np is not None and not before.subject_first
        return named and before.content == "none" and before.np is not None and before.np.last == r.first - 2

    def _relayed_at_head(self, reports: list[Report]) -> list[Report]:
        """وحسب موقع كذا، يكشف كتاب جديد أن …: the outlet is the medium of the report that begins there."""
        begun = {r.first: r for r in reports if r.style == "finite" and r.np is not None and r.content in _GOVERNED}
        out: list[Report] = []
        for r in reports:
            at = r.content_at + (r.content_at > 0 and self.forms[r.content_at] in ("فقد", "قد"))
            led = begun.get(at) if r.style == "preposition" and r.content == "that" else None
            if led is None or r.np is None or not (r.np.kind == "unnamed_source" or self._is_outlet(r.np)):
                out.append(r)
            else:
                led.medium = led.medium or (r.np.first, r.np.last)
        return out

    def _same_words(self, reports: list[Report]) -> None:
        """وردت فيه حيث أكدت الوزارة أن …: words that two cues lead to are those of the nearer one."""
        heads = {o.first for o in reports if o.style == "finite" and o.np is not None and o.content in _GOVERNED}
        nearest: dict[int, Report] = {}
        for r in reports:
            if r.content == "colon" and r.content_at in heads:
                r.content, r.content_at = "none", -1  # عن فلان قال: قال النبي: …
                continue
            if r.content in ("that", "colon", "bare", "mark"):
                other = nearest.get(r.content_at)
                if other is not None and other.np is not None and r.style == "preposition":
                    if r.np is not None and (self._is_outlet(r.np) or self._passes_on(r)):
                        other.medium = other.medium or (r.np.first, r.np.last)  # وقال فلان، وفقا لموقع كذا، إن
                elif other is None or (r.np is not None) >= (other.np is not None):
                    nearest[r.content_at] = r
        for r in reports:
            if r.content_at in nearest and r.content != "before" and nearest[r.content_at] is not r:
                r.content, r.content_at = "none", -1

    def _is_insertion(self, s: Sentence, r: Report) -> bool:
        if r.form is None or r.form.strength != "s" or r.content != "none" or r.form.has_object:
            return False
        if r.form.shape != "present" and (r.form.shape != "past" or not r.form.facts & vf.ADDS):
            return False
        if r.np is None or r.subject_first or r.negated or lookup(self.forms[r.first])[1]:
            return False
        if r.np.last + 1 >= s.last - 3 or self.forms[r.np.last + 1] not in "،," or self.forms[r.first - 1] not in "،,":
            return False
        goes_on = self._goes_on_at(r.np.last + 2)
        if self.forms[r.first - 2] in MARKS and not goes_on:
            return False  # «…»، تعلق فلانة، وتضيف …: of the marked words
        if self.forms[r.np.last + 2].startswith("فان"):
            return True
        opening = classify(self.forms[s.first])
        framed = bool(opening.prep or opening.flags & wc.PREPOSITION)  # وفي السياق، …; وفي تعليقه، يقول فلان، في …
        if r.form.facts & vf.ADDS and (goes_on or r.form.shape == "past"):
            return r.first - s.first > 1 and goes_on
        return r.first - s.first > (_HEAD if goes_on else _CLAUSE) and (goes_on or not framed)

    def _goes_on_at(self, after: int) -> bool:
        """Whether no preposition follows an insertion, which may as well belong to its frame."""
        w = classify(self.forms[after])
        return self.words[after] and not w.flags & wc.PREPOSITION and not w.prep

    def _within(self, reports: list[Report]) -> None:
        """قال إنه يأمل بأن …: a view inside somebody's clause is part of what is said, not a report of the writer's."""
        last, first, outer = -1, -1, False
        for r in reports:
            if (
                first <= r.first <= last
                and outer
                and r.form is not None
                and (
                    (r.content == "that" and (r.form.strength != "s" or self._is_said_within(r)))
                    or (r.content == "mark" and r.form.strength == "w" and self._is_no_speech(r, last))
                )
            ):
                if r.content_end <= last and r.style == "finite" and not self._is_anothers(r):
                    r.content, r.content_at, r.content_end = "none", -1, -1
            elif r.content in ("that", "colon") and r.content_end > last:
                first, last, outer = r.content_at, r.content_end, r.style != "preposition"

    def _is_anothers(self, r: Report) -> bool:
        """قال إن اللجنة وجدت أن …: what another one held, whom the clause names."""
        if r.np is None or r.form is None or r.form.shape != "past" or not self.is_speaker(r.np):
            return False
        if r.form.facts & vf.INNER or (r.form.facts & vf.TOLD and not r.subject_first):
            return False
        before = self.forms[r.first - 1]
        if before in _IF or classify(before).flags & wc.RELATIVE:
            return False
        # إن دراساته أظهرت أن: the speaker's own
        own = self.text.slice(r.np.first, r.np.first).endswith(wc.HIS)
        if not self._that(r.content_at - 1) or self.forms[r.content_at] == "كي" or r.np.kind == "group":
            return False  # تطرق إلى أهمية الجسر; no clause begins with كي
        infinitive = self.forms[r.content_at - 1] == "ان" and self.forms[r.content_at][0] in "يتن"  # أصر أن يستمر
        return not own and not infinitive and not self._is_said_within(r)

    def _is_no_speech(self, r: Report, last: int) -> bool:
        """قال إن زيارته تبرز «…»: a weak verb whose subject cannot speak tells of things, where no particle follows."""
        thing = r.np is None or not self.is_speaker(r.np)
        return thing and r.content_at <= last and not self._that(r.content_at - 1)

    def _is_said_within(self, r: Report) -> bool:
        """… أنه سيؤكد لهم أن …, … إنه ينفي أن …, … أن الواقع يشير إلى أن …, … أن التقديرات تشير إلى أن …: what will be
        said, what who speaks says of himself, and what things show, is part of the clause."""
        form, before = self.forms[r.first], self.forms[r.first - 1]
        cut = lookup(form)[1]
        if (cut > 0 and form[cut - 1] == "س") or before in _THINGS:
            return True
        if cut or r.form is None or r.form.shape != "present" or r.style != "finite" or before == "ولم":
            return False
        if r.np is None and self._that(r.first - 1):
            return True
        data = r.np is None or (r.subject_first and r.np.kind == "document" and r.np.plural)
        return data and r.form.number == "s" and self.words[r.first - 1]

    def _chain(self, reports: list[Report]) -> None:
        """Participles and masdars share the subject of the report before them in the sentence."""
        main = -1
        for n, r in enumerate(reports):
            if r.style in ("participle", "masdar") and r.np is None:
                if self._has_owner(r, reports[main] if main >= 0 else None):
                    main = n
                    continue
                r.main = main
                if self.forms[r.first] in PRETEXTS and not self._refuses(reports[main] if main >= 0 else None):
                    r.content = "none"  # whose pretext it is nobody says
            elif main >= 0 and reports[main].own_source and r.form is not None and r.form.has_object and r.np is None:
                continue  # نقلت الوكالة عن مسؤول وصفته بالبارز قوله …
            elif r.style in ("finite", "colon") or r.np is not None:
                if main >= 0 and self._is_word_for(r):
                    r.main = main
                    continue
                therein = n > 0 and r.np is None and self.forms[r.last + 1 : r.last + 2] in _THEREIN
                if therein and r.medium is None and self.forms[r.first - 1] not in WHICH:
                    r.medium = reports[n - 1].medium  # نشر فلان تدوينة على منصة كذا قال فيها إن
                if main < 0 or not self._in_passing(r):
                    main = n

    def _is_word_for(self, r: Report) -> bool:
        """انتقد الوزير ما وصفه بـ«…», هاجمت اللجنة من سمتهم «…»: whoever does the one finds the word for it."""
        named = r.np is None and r.form is not None and r.form.strength == "e" and r.form.has_object
        return named and r.content == "mark" and self.forms[r.first - 1] in _WHOM

    def _has_owner(self, r: Report, before: Report | None) -> bool:
        """Whether a verbal noun holds the words of somebody right before it; an outlet whose report is `before`
        passed them on."""
        if before is not None and before.own_source:
            return False
        r.np = self._whose_words(r)
        if r.np is not None and before is not None and before.np is not None and self._is_outlet(before.np):
            r.medium = r.medium or (before.np.first, before.np.last)
        return r.np is not None

    def _whose_words(self, r: Report) -> NounPhrase | None:
        """نقل عن فلان قوله إن, جاء عن فلان قوله: «…», نسب إلى فلان قوله: whoever stands right before a verbal noun with
        his pronoun, which refers to him and to nobody before."""
        if r.style != "masdar" or r.form is None or not r.form.has_object or classify(self.forms[r.first]).prep:
            return None
        for k in range(r.first - 2, max(self.sentences[r.sentence].first, r.first - _OF_WHOM) - 1, -1):
            if self.forms[k] in ("عن", "الي"):
                np = parse(self.text, k + 1, r.first)
                if np is None:
                    return None
                between = self.forms[np.last + 1 : r.first]
                if self.forms[k] == "الي" and (between or np.kind != "person"):
                    continue  # عن مسؤول خلال زيارته إلى المدينة قوله
                known = self.is_speaker(np) or (np.has_name and not between)
                return np if known and not any(f in "،,." for f in between) else None
        return None

    def _in_passing(self, r: Report) -> bool:
        """… إلى رفع القرار الذي أعلنه الوزير، مؤكدة أن: a verb without words of its own in a relative clause."""
        before = self.forms[r.first - 1]
        relative = before not in WHAT and bool(classify(before).flags & wc.RELATIVE)
        return relative and r.content == "none" and r.style == "finite" and not r.subject_first

    def _refuses(self, r: Report | None) -> bool:
        """رفضت اللجنة الطلب بحجة أنه متأخر: whoever refuses gives the reason."""
        return r is not None and r.form is not None and r.form.cls in ("deny", "other") and r.content == "none"

    def _quoted_by_outlet(self, reports: list[Report]) -> None:
        """ذكرت صحيفة كذا أن فلانا قال …: the outlet is the medium of what he said, and its own clause holds
        nothing else."""
        outer: Report | None = None
        for r in reports:
            if (
                outer is not None
                and r.first <= outer.content_end
                and r.np is not None
                and r.style == "finite"
                and r.content != "none"
            ):
                if outer.np is not None and r.np.first > outer.np.last:
                    r.medium = r.medium or (outer.np.first, outer.np.last)
                    if (
                        min(r.first, r.np.first) <= outer.content_at
                        and r.form is not None
                        and r.form.strength == "s"
                        and r.content != "before"
                    ):
                        outer.content = "none"
                        outer = None
            elif r.content == "that" and r.np is not None and r.style == "finite" and self._is_outlet(r.np):
                outer = r

    def _is_schedule(self, np: NounPhrase) -> bool:
        """حسب برنامج المباريات: what is planned, where a broadcast has a name of its own."""
        named = np.last > np.first and (np.first + 1 in self.top or self.text.forms[np.first + 1] == "(")
        return classify(self.forms[np.first]).stem == "برنامج" and not named

    def _passes_on(self, r: Report) -> bool:
        """بحسب ما نقل عنه نواب: whoever they are, the words are another's."""
        return (
            r.form is not None
            and bool(r.form.facts & vf.RELAYS)
            and any(f in _OF_THEM for f in self.forms[r.first : r.last + 5])
        )

    def _only_names(self, r: Report) -> bool:
        """ولم ترد «النهر» على الأسئلة، وفقا لوكالة كذا: one or two marked words behind a verb that is no verb of speech
        alone are a name more often than words."""
        m = self.top.get(r.content_at) if r.content == "mark" else None
        return m is not None and m.last - m.first <= 1 and r.form is not None and r.form.strength == "w"

    def _is_described_last(self, s: Sentence, r: Report) -> bool:
        """…، بحسب دراسة شملت مئة مدرسة.; …، وفق مسؤول في البلدية.: nothing but what describes the authority follows."""
        if r.np is None:
            return False
        behind = range(r.np.last + 1, s.last + 1)
        if self._is_over(s, r.np.last + 1):
            return True
        if self._is_standard(r.np) or not self.is_speaker(r.np):
            return False
        return len(behind) <= _DESCRIBED and not any(self.forms[j] in "،,؛" or self._that(j) for j in behind)

    def _has_words(self, r: Report) -> bool:
        """Whether a report leads to words, which a body at the sentence's end may pass on."""
        return r.content in _GOVERNED and r.style != "preposition" and not self._only_names(r)

    def tells_of_a_noun(self, r: Report) -> bool:
        """أغلقت الجماعة التي تقول إنها حرة مدارس القرية، وفق البلدية: a verb of a relative clause, whose words are no
        clause of the sentence."""
        before = self.forms[r.first - 1]
        return r.style == "finite" and before not in WHAT and bool(classify(before).flags & wc.RELATIVE)

    def _relays(self, s: Sentence, reports: list[Report]) -> list[Report]:
        """A body that closes somebody else's report (قال فلان إن …، بحسب وكالة …) is the medium, not a second
        speaker; one that is no outlet (وجدت البعثة أن …، وفق الأمم المتحدة) only ends the clause."""
        out: list[Report] = []
        index: dict[int, int] = {}
        governed: list[Report] = []
        for n, r in enumerate(reports):
            if (
                r.style == "preposition"
                and r.content == "before"
                and r.np is not None
                and (r.np.kind in ("organization", "document") or self._passes_on(r))
            ):
                if not all(self.tells_of_a_noun(o) for o in governed):
                    relayed = (self._is_outlet(r.np) and not self._is_schedule(r.np)) or self._passes_on(r)
                    that_is = self.forms[r.first - 1] == "وذلك"
                    closes = comma_before(self.text, r.first - that_is) and self._is_described_last(s, r)
                    for o in governed:
                        if relayed and not self.tells_of_a_noun(o):
                            o.medium = o.medium or (r.np.first, r.np.last)
                        if relayed or closes:
                            o.relay = r.first if o.content_at < r.first else o.relay
                    governed.clear()
                    continue
            elif self._has_words(r):
                governed.append(r)
            index[n] = len(out)
            if r.main >= 0:
                r.main = index.get(r.main, -1)
                if r.main >= 0:
                    r.medium = r.medium or out[r.main].medium
            out.append(r)
        return out
