"""Outlets: by their names, by their heads, in marks."""

from quotations.matching import forms_of
from quotations.phrases.nouns import NounPhrase
from quotations.reports.reading import Report, Tokens
from quotations.reports.subjects_before import SubjectsBefore
from quotations.words import wordclass as wc
from quotations.words.cues import lookup, says_we
from quotations.words.wordclass import classify

TRADES = forms_of("أنباء أخبار صحافة إذاعة إعلام تلفزيون")  # وكالة كذا للأنباء: part of the name
_TONGUES = forms_of("بالعربية بالعربي بالإنجليزية بالإنكليزية بالفرنسية")  # موقع كذا بالعربية: part of the name, too
_ON = forms_of("على عبر")


class Outlets(SubjectsBefore):
    """Knows the media."""

    def _is_medium_mark(self, k: int, r: Report) -> bool:
        """لـ"رويترز", لصحيفة "…", مع قناة «…»: a short marked name after ل or after the head of an outlet."""
        m = self.top[k]
        if m.last - m.first > 4:
            return False
        previous = self.forms[k - 1]
        if previous in ("لـ", "ل"):
            return not self._is_of_office(r, k - 1, m.first)
        if previous in _ON and m.first == m.last and classify(self.forms[m.first]).flags & wc.MEDIA_NAME:
            return True  # تدوينة على «فيسبوك»
        if previous == "الي" and r.occasion is not None and r.occasion[1] >= k - 2:
            return True  # في تصريحات إلى «كذا»
        w = classify(previous) if self.words[k - 1] else None
        return bool(w and w.flags & wc.MEDIA and not w.definite)

    def _is_of_office(self, r: Report, k: int, name: int) -> bool:
        """المتحدث الرسمي لـ«…»: whether the ل at `k` goes on with the speaker's office, and nobody is told anything."""
        if r.np is None or r.np.last != k - 1 or r.np.last in (r.np.name_last, r.np.first) or r.np.kind != "person":
            return False
        named = classify(self.forms[name]).flags & wc.MEDIA_NAME or self._media_phrase(name, "")
        place = classify(self.forms[k - 1]).flags & wc.PLACE and r.np.has_name  # فلان الأستاذ في جامعة قطر لـ«…»
        return not (named or place)

    def _is_inserted_name(self, k: int, r: Report) -> bool:
        """A short name in marks after a noun that names (حركة «…», هيئة "…"), not the content."""
        m = self.top[k]
        if m.last - m.first > 3 or m.closing < 0:
            return False
        previous = self.forms[k - 1]
        if not self.words[k - 1]:
            return False
        if r.np is not None and r.np.last == k - 1 and self.forms[m.closing + 1] == ":":
            return True  # يقول سليم الحداد «صياد»: …
        w = classify(previous)
        if previous == "في" and classify(self.forms[m.first]).flags & (wc.MEDIA | wc.ORGANIZATION):
            return k - 1 > r.last  # المعلق العسكري في "القناة 9"
        return bool(w.flags & (wc.NAME_MARK | wc.ORGANIZATION | wc.MEDIA)) and k - 1 > r.last

    def _names_agency(self, k: int) -> bool:
        """أنباء, a name in marks or an agency's name: وكالة رويترز, not وكالة الطاقة الذرية."""
        if k in self.top or not self.words[k]:
            return k in self.top
        w = classify(self.forms[k])
        return w.stem == "انباء" or bool(w.flags & wc.MEDIA_NAME) or self._media_phrase(k, w.prep)

    def _outlet_inside(self, part: Tokens, limit: int) -> Tokens | None:
        """The outlet inside a frame: مقاله الذي نشرته صحيفة كذا, بيان نقلته وكالة كذا."""
        for k in range(part[0], part[1] + 1):
            if not self.words[k] or k in self.top:
                continue
            w = classify(self.forms[k])
            if (
                w.flags & wc.MEDIA
                and not w.definite
                and not w.flags & wc.OCCASION
                and w.stem not in ("موقع", "برنامج", "مواقع")
            ):
                last = self._media_end(k, limit)
                if w.stem != "وكاله" or any(self._names_agency(q) for q in range(k + 1, last + 1)):
                    return (k, last)
        return None

    def _media_end(self, at: int, limit: int) -> int:
        """The last token of an outlet's name: words up to a stop, a bracket, or its marked name."""
        k, furthest = at + 1, at + 9
        while k < min(limit, furthest):
            form = self.forms[k]
            if k in self.top:
                if self.top[k].last - self.top[k].first > 4:
                    break
                k = self._end_of_mark(k) + 1
                continue
            if form == "(":
                close = next((c for c in range(k + 1, min(k + 17, limit)) if self.forms[c] == ")"), -1)
                if close < 0:
                    break
                k, furthest = close + 1, min(at + 26, max(furthest, close + 3))
                continue
            if not self.words[k]:
                break
            w = classify(form)
            trade = (w.prep == "ل" and w.stem in TRADES) or form in _TONGUES
            if not trade and (w.flags & wc.FUNCTION or w.prep or w.conj or lookup(form)[0] or says_we(form)):
                break
            adjective = w.definite and not w.flags & wc.HONORIFIC and classify(self.forms[k - 1]).definite
            if w.flags & wc.PERSON_HEAD and not adjective and self._is_complete(k - 1):
                break  # لرويترز وزير المالية
            k += 1
        return k - 1

    def _is_complete(self, k: int) -> bool:
        """Whether an outlet's name may end with token `k`: no noun that the next one would belong to."""
        w = classify(self.forms[k])
        return not self.words[k] or w.definite or bool(w.flags & (wc.NISBA | wc.MEDIA_NAME)) or not w.flags

    def _is_outlet(self, np: NounPhrase) -> bool:
        """An outlet by its head or its name: وكالة رويترز, "وول ستريت جورنال"."""
        return np.first in self.marked_starts or any(
            classify(self.forms[k]).flags & (wc.MEDIA | wc.MEDIA_NAME) or self._media_phrase(k, "")
            for k in range(np.first, min(np.last, np.first + 3) + 1)
            if self.words[k]
        )
