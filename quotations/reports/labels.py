"""Labels: فلان: … at the head of a line, told apart from datelines and outlets."""

from quotations.lexicon import of_class
from quotations.page.datelines import is_dateline
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.reports.nominal import Nominal
from quotations.reports.reading import Report
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.landmarks import Landmark
from quotations.words.phrase_words import ORDINALS, VERBS
from quotations.words.wordclass import classify

_LABELS = of_class("documents.tsv", "label", column=2)
_COLON = Landmark(":")
_LONGEST_NAME = 3  # tokens of a name in marks, less one
_LONGEST_BYLINE = 6  # tokens of a name behind a colon
_FEWEST_NAMES, _LONGEST_ENTRY = 3, 6  # of a list, and words of one in it
_LONGEST_FACT, _BESIDE = 16, 6  # tokens of a line that states a fact of a list, and back to the colon of one before it
_MAX_RUBRIC = 6  # tokens before a colon that say what kind of line it is
_MAX_LABEL = 14  # tokens of a name with its titles before a colon


class Labels(Nominal):
    """Finds the label of a sentence."""

    def _label(self, n: int, s: Sentence, reports: list[Report]) -> Report | None:
        """فلان: … — a noun phrase and a colon at the head of a sentence, with no cue before the colon."""
        k = self._label_colon(s, s.first)
        if k < 0 or any(r.first < k for r in reports):
            return None
        first = self._past_signs(s.first, k)
        np = parse(self.text, first, k) or self._headed_by_marks(s, first, k)
        rubric = k - first <= _MAX_RUBRIC and (np is None or not self._may_head_line(np))
        if rubric and (second := self._label_colon(s, k + 1)) > 0:
            first, k = self._past_signs(k + 1, second), second  # رابط الخبر: الوزير: …; فيديو: الوزير: …
            np = parse(self.text, first, k)
        if np is None or k - np.last > 6 or not self._label_goes_on(np.last + 1, k):
            return None
        several = np.kind == "group" and not np.joined  # عدد من الخبراء: …
        if (np.head > np.first + 1 and np.name_first != np.first and not several) or self._comes_from(first, k):
            return None
        if not self._may_head_line(np) or self._is_outlet_line(np, k):
            return None
        if self._is_byline(s, k + 1) or self._is_entry(k + 1) or self._is_of_a_list(s, np, k):
            return None
        if self._is_fact(s, np, k):
            return None
        r = Report(n, k, k, "colon", None, np)
        self._frame_parts(s, r, np.last + 1, k)
        marked = k + 1 in self.top and not self._names_in_passing(s, k + 1)
        named = k + 1 in self.top and (not marked or self._is_outlet_alone(s, k + 1))
        if named and classify(self.forms[np.first]).flags & wc.PLACE:
            return None  # الوادي: «النهر» تفتح أبوابها; الوادي: «النهر اليوم»: where it happens, who tells of it
        r.content, r.content_at = "mark" if marked else "colon", k + 1
        return r

    def _label_above(self, n: int, s: Sentence, reports: list[Report]) -> Report | None:
        """الوزير سليم الحداد لـ«النهر»: and the words on the next line: a headline that the page breaks at its colon,
        behind the paper or the interview to which they are said."""
        before = self.sentences[n - 1] if n else s
        k = before.last
        if not n or before.block != "headline" or before.scope != s.scope or self.forms[k] != ":" or reports:
            return None
        first = self._past_signs(before.first, k)
        np = parse(self.text, first, k) if k - first <= _MAX_LABEL + 2 else None
        if np is None or np.kind == "document" or self._is_outlet(np) or not self._may_head_line(np):
            return None
        after = np.last + 1
        told = classify(self.forms[after]).prep == "ل" or self.forms[after] in ("لـ", "ل", "في")
        if not (told or (self._label_goes_on(after, k) and any(j in self.top for j in range(after, k)))):
            return None
        r = Report(n, k, k, "colon", None, np)
        self._frame_parts(before, r, after, k)
        r.content, r.content_at = "mark" if s.first in self.top else "colon", s.first
        return r

    def _names_in_passing(self, s: Sentence, k: int) -> bool:
        """الوزير: «النهر» تفتح أبوابها غدا: whether the marks at `k` only name something in a clause that goes on in
        Arabic."""
        if not self._short_mark(s, k):
            return False
        after = self.top[k].closing + 1
        return s.last - after >= 2 and "ء" <= self.forms[after][0] <= "ي"

    def _is_outlet_alone(self, s: Sentence, k: int) -> bool:
        """لندن: «النهر اليوم»: whether the marks at `k` hold nothing but definite nouns or an outlet's name, and end
        the line."""
        m = self.top[k]
        if m.closing < 0 or m.last - m.first > _LONGEST_NAME - 1 or not self._is_over(s, m.closing + 1):
            return False
        inside = [classify(self.forms[j]) for j in range(m.first, m.last + 1) if self.words[j]]
        outlet = any(w.flags & (wc.MEDIA | wc.MEDIA_NAME) for w in inside)
        return outlet or all(w.definite and not w.prep and not w.conj for w in inside)

    def _is_byline(self, s: Sentence, k: int) -> bool:
        """تقرير: سليم الحداد, المدير: سليم الحداد: nothing but somebody's name, behind what he did or is."""
        if s.last - k > _LONGEST_BYLINE or not self.words[k]:
            return False
        name = parse(self.text, k, s.last + 1)
        if name is None or name.kind != "person" or not (name.head >= 0 or name.name_first == k):
            return False  # الوزير: الصادرات تعافت
        return name.has_name and self._is_over(s, name.last + 1)

    def _is_entry(self, k: int) -> bool:
        """الشبكة القديمة: وتشمل …: an entry of a list; nobody begins to speak with «and» and a verb."""
        form = self.forms[k]
        return self.words[k] and form[0] == "و" and form[1:2] in ("ت", "ي") and form[1:] in VERBS

    def _is_of_a_list(self, s: Sentence, np: NounPhrase, colon: int) -> bool:
        """المركز الأول: …, الشعراء: سليم الحداد، وعمر الكيلاني، و…; تونس: شهدت …: an entry of a list or its heading."""
        first = classify(self.forms[np.first]).flags
        place = np.kind == "organization" and self.forms[np.last] in ORDINALS and not first & wc.MEDIA
        lone = np.first == np.last and first & wc.PLACE and not first & (wc.HEAD | wc.MEDIA_NAME)
        stated = colon + 1 in self.top or self._says_i(colon + 1)  # واشنطن: لن نقبل بذلك
        if (place or (lone and s.block != "headline")) and not stated:
            return True
        return np.kind in ("group", "organization") and self._names_some(s, colon + 1)

    def _is_fact(self, s: Sentence, np: NounPhrase, colon: int) -> bool:
        """الملعب: …, الجمهور: 64 ألفا, الصفحات: 184 صفحة: a short line without a verb, beside another such."""
        if np.kind not in ("group", "document") or np.first < np.last or s.last - colon > _LONGEST_FACT:
            return False
        if s.block == "headline" or colon + 1 in self.top or self._speaks(colon + 1):
            return False
        verbs = (j for j in range(colon + 1, s.last + 1) if self.forms[j] in VERBS)
        if any(not self.forms[j - 1][0].isdigit() for j in verbs):  # not 64 ألف
            return False
        before, after = self.forms[max(0, s.first - _BESIDE) : s.first], self.forms[s.last + 2 : s.last + 4]
        return ":" in before or ":" in after  # of lines that may be left out as furniture

    def _names_some(self, s: Sentence, k: int) -> bool:
        """Whether a list of names begins at token `k`: three at least; of places nothing else to the sentence's end."""
        names, size, known, people = 0, 0, 0, 0
        for j in range(k, s.last + 1):
            form, w = self.forms[j], classify(self.forms[j])
            if form in "،,-–—" or form == "و" or (size and w.conj == "و"):
                names, size = names + bool(size), 0
                if names >= _FEWEST_NAMES and people >= _FEWEST_NAMES - 1:
                    break
            if not self.words[j] or form == "و":
                continue
            flags = w.flags & (wc.GIVEN | wc.PERSON_HEAD | wc.PLACE)
            verbal = form in VERBS or lookup(form)[0] or w.flags & wc.FUNCTION
            if size == _LONGEST_ENTRY or w.prep or (not flags and (verbal or w.flags & wc.COMMON)):
                return False
            size, known, people = size + 1, known + bool(flags), people + bool(flags & ~wc.PLACE)
        return names + bool(size) >= _FEWEST_NAMES and known >= _FEWEST_NAMES - 1

    def _named_before_colon(self, n: int, s: Sentence, reports: list[Report]) -> Report | None:
        """ويوافقه الرأي الباحث فلان: «…»: a colon behind somebody's name, with no cue before it."""
        for k in self.text.where(_COLON, s.first + 1, s.last - 1):
            if k + 1 not in self.top:
                continue
            m = self.top[k + 1]
            if any(r.first <= k for r in reports) or sum(self.words[m.first : m.last + 1]) < 5:
                return None
            for begin in range(max(s.first, k - _MAX_LABEL), k):
                np = parse(self.text, begin, k) if self.words[begin] else None
                if np is not None and np.last == k - 1 and np.has_name and np.head >= 0 and self.is_speaker(np):
                    return Report(n, k, k, "colon", None, np, content="mark", content_at=k + 1)
            return None
        return None

    def _headed_by_marks(self, s: Sentence, first: int, colon: int) -> NounPhrase | None:
        """«النهر للطاقة»: سنبني الجسر: a body's name in marks before the colon of a headline."""
        m = self.top.get(first)
        if m is None or s.block != "headline" or m.closing != colon - 1 or m.last - m.first > _LONGEST_NAME:
            return None
        return NounPhrase(m.first, m.last, "organization", head=m.first)

    def _past_signs(self, first: int, colon: int) -> int:
        """- الوزير: …: where the words of a label begin behind its line's dashes and dots; at a quotation mark, too."""
        while first < colon and not self.words[first] and first not in self.top:
            first += 1
        return first

    def _label_colon(self, s: Sentence, first: int) -> int:
        """The colon of a label that begins at `first`: among the next words, in no bracket, with words behind it;
        else -1."""
        end, depth = min(s.last, first + 16), 0
        if first >= end or not self.text.where(_COLON, first, end - 1):
            return -1
        for k in range(first, end):
            form = self.forms[k]
            if form == ":":
                return -1 if depth or self.forms[k + 1] == "/" else k
            if k in self.top and self.top[k].last - self.top[k].first > 4:
                return -1
            depth += (form == "(") - (form == ")" and depth > 0)
        return -1

    def _comes_from(self, first: int, colon: int) -> bool:
        return is_dateline(self.text, first, colon, lambda k: self._media_phrase(k, ""))

    def _may_head_line(self, np: NounPhrase) -> bool:
        """Whether a label's phrase is a speaker by its words: one known, one with a head, or with a given name."""
        if not self.is_speaker(np):
            return False
        if np.kind == "document" and classify(self.forms[np.head]).stem not in _LABELS:
            return False
        if np.head >= 0 or self._known_name(np):
            return True
        if not np.has_name:
            return np.kind != "person"
        return self._has_given_name(np)

    def _label_goes_on(self, at: int, colon: int) -> bool:
        """فلان لوكالة كذا:, فلان (رئيس النادي):, فلان في مقابلة: — a label's speaker is followed by its frame,
        never by a verb."""
        if at >= colon or not self.words[at]:
            return at >= colon or self.forms[at] != "/"  # كلمات: سليم الحداد / ألحان: …
        w = classify(self.forms[at])
        return (
            w.prep == "ل"
            or bool(w.flags & (wc.PREPOSITION | wc.TIME | wc.ADVERB))
            or self.forms[at] in ("ردا", "تعليقا")
        )

    def _is_outlet_line(self, np: NounPhrase, k: int) -> bool:
        """سبق: أعلنت …, صنعاء: اختتام …: an outlet or a place before the news, not before its own words."""
        flags = classify(self.forms[np.first]).flags
        if np.has_name or flags & wc.HEAD or np.first != np.last or not self.words[k + 1]:
            return False
        if flags & wc.MEDIA_NAME:
            return True
        after = classify(self.forms[k + 1])
        verb = self.forms[k + 1].startswith(("ي", "ت", "ن", "سي", "ست", "سن", "سا")) or after.flags & wc.FUNCTION
        return bool(flags & wc.PLACE) and not after.definite and not verb
