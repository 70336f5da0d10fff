"""What stands beside a cue: the medium through which it came, who was addressed, on what occasion."""

from quotations.lexicon import of_class
from quotations.matching import forms_of
from quotations.page.marks import MARKS
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.reports.outlets import TRADES, Outlets
from quotations.reports.reading import AS, OUGHT, STANDS, Report, Tokens
from quotations.words import verb_facts as vf
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.phrase_words import ACCOUNTS, HAD
from quotations.words.wordclass import classify

_FOR = forms_of("لـ ل")
_TOWARDS = forms_of("لـ ل إلى مع عبر على")
_DURING = forms_of("في خلال عبر أثناء على عقب بعد ضمن")
_PLATFORMS = ACCOUNTS | forms_of("موقع منصة")
_LONG = 6  # tokens of a frame behind which a subject is no surprise
_SOURCED = frozenset({("نقلا", "عن"), ("استنادا", "الي")})
_INTERVIEWS = forms_of("مقابلة حوار حديث تصريح تصريحات لقاء اتصال مقابلات")
_CORRESPONDENTS = forms_of("مراسل مراسلة مراسلي موفد موفدة مندوب مندوبة")
_RECEIVED = of_class("issuing_verbs.tsv", "received")
WHICH = forms_of("الذي التي")
_HAD = HAD | forms_of("قد")
_OF_IT = forms_of("به بها عليه عليها إليه إليها")
_COPY = forms_of("نسخة بنسخة")
_COPIES = _COPY | _OF_IT | forms_of("منه منها على إلى عنه عنها")


class Frames(Outlets):
    """Reads the frame of a cue."""

    def _leading_frame(self, s: Sentence, r: Report) -> None:
        """وفي تصريح لصحيفة كذا، قال فلان: the frame stands before the verb, closed by a comma."""
        stop = next((k for k in range(s.first, min(r.first, s.first + 30)) if self.forms[k] in "،,"), -1)
        if stop < 0 or (lookup(self.forms[r.first])[1] and self.forms[r.first][0] == "و"):
            return
        target = classify(self.forms[s.first + 1])
        if self.words[s.first + 1] and target.flags & wc.OCCASION:
            r.occasion = r.occasion or (s.first + 1, self._occasion_end(s.first + 1, stop))
            self._frame_parts(s, r, r.occasion[1] + 1, stop)
            r.medium = r.medium or self._outlet_inside((s.first + 1, stop - 1), stop)

    def _framed(self, r: Report, j: int) -> bool:
        return any(part is not None and part[0] - 1 <= j <= part[1] for part in (r.medium, r.addressee, r.occasion))

    def _behind_frame(self, s: Sentence, r: Report, k: int, following: int) -> NounPhrase | None:
        """قال لـ«النهر» مدير البلدية فلان إن, أوضح في تصريح صحفي الوزير أن: the subject that begins at token `k`, where
        the frame of its verb ends."""
        form = r.form
        if r.np is not None or r.style != "finite" or form is None or form.strength == "e" or form.number != "s":
            return None
        parts = [part for part in (r.medium, r.addressee, r.occasion) if part is not None]
        if not parts:
            return None
        begins, ends = max(parts, key=lambda part: part[1])
        between = self.words[ends + 1 : k]
        if not 1 <= k - ends <= 3 or True in between or ends - begins > _LONG or k > s.last or not self.words[k]:
            return None
        if not self._closes(r, ends):
            return None
        flags = classify(self.forms[k]).flags
        if not flags & (wc.PERSON_HEAD | wc.UNNAMED) and not (flags & wc.GIVEN and not flags & wc.FUNCTION) and flags:
            return None
        np = parse(self.text, k, min(s.last + 1, following))
        if np is None or np.kind not in ("person", "unnamed_source") or not (np.has_name or np.head >= 0):
            return None
        if not flags and (self.words[k - 1] or not np.name_first == k < np.name_last):
            return None  # لـ«النهر» برنار سيلفان، السفير: two words of a name, where no list knows the first
        return np if self._agrees(form, np) and self._content_follows(s, np.last + 1) else None

    def _closes(self, r: Report, end: int) -> bool:
        """Whether a frame that ends at token `end` is closed: no noun that the next one would belong to (في بيان
        الوزير, خلال لقائه الوزير), nobody whose name may follow (للرئيس فلان)."""
        if r.addressee is not None and r.addressee[1] == end:
            told = classify(self.forms[r.addressee[0]])
            return bool(told.flags & (wc.GROUP | wc.PLURAL)) or self.forms[r.addressee[0]].endswith("ين")
        if not self.words[end] or self.forms[end + 1] in MARKS:
            return True
        w = classify(self.forms[end])
        if self.text.slice(end, end).endswith(wc.HIS):
            return False
        return w.definite or bool(w.flags & (wc.NISBA | wc.MEDIA_NAME)) or not w.flags

    def _adjunct(self, s: Sentence, r: Report, k: int, following: int) -> int:
        """Medium, addressee, occasion, source beside the cue; returns the token after what was read, 0 for nothing."""
        form = self.forms[k]
        w = classify(form)
        limit = min(s.last + 1, following)
        if not w.prep and form[0] == "ل" and len(form) == 3 and self._media_phrase(k, "ل"):
            w = w._replace(prep="ل")  # لبي بي سي
        step = 0
        if w.prep == "ل" or form in _TOWARDS:
            step = self._towards(r, k, w, limit)
        if not step and form in _DURING and k + 1 < limit and self.words[k + 1]:
            step = self._during(r, k + 1, limit)
        if not step and form in _RECEIVED and r.np is not None and r.np.kind == "document":
            step = self._received(r, k, limit)
            step = step if step > k else 0
        return step or self._source(r, k, limit)

    def _towards(self, r: Report, k: int, w: wc.Word, limit: int) -> int:
        """لوكالة كذا, مع صحيفة كذا, للصحفيين, إلى أنصاره: the outlet or the people to whom it was said."""
        form, at = self.forms[k], k if w.prep else k + 1
        if form in _FOR and (told := self._in_brackets(at, limit)) is not None:
            if not self._is_of_office(r, k, told[0]):
                r.medium = r.medium or told
            return told[1] + 2
        if at >= limit or at in self.top or not self.words[at]:
            return 0
        target = w if w.prep else classify(self.forms[at])
        ends = r.np is not None and r.np.last == k - 1 and r.np.last != r.np.name_last
        if w.prep == "ل" and target.stem in TRADES and ends:
            return k + 1  # الوكالة الوطنية للإعلام: part of the name, nobody who was told
        named = target.flags & wc.MEDIA_NAME and form != "الي"  # انتقل إلى المدينة: no newspaper
        outlet = bool(target.flags & wc.MEDIA or named)
        if target.stem in _CORRESPONDENTS and (told := self._through_correspondent(at, limit)) is not None:
            r.medium = r.medium or told
            return told[1] + 1
        asked = bool(target.flags & wc.ORGANIZATION) and self._interviewed(r, form, w.prep)
        if ((outlet or asked) and not target.flags & wc.OCCASION) or self._media_phrase(at, w.prep):
            last = self._media_end(at, limit)
            if not (form == "علي" and r.np is not None and k - r.np.last <= 2 and self._is_outlet(r.np)):
                r.medium = r.medium or (at, last)  # قناة كذا على تلغرام is one outlet
            return last + 1
        heard = wc.ADDRESSEE if form == "الي" else wc.ADDRESSEE | wc.PERSON_HEAD | wc.GROUP
        if form not in ("مع", "عبر", "علي") and target.flags & heard and r.addressee is None:
            np = parse(self.text, at, limit) if not w.prep else None
            last = np.last if np else self._attached_end(at, limit)
            r.addressee = (at, last)
            return last + 1
        return 0

    def _through_correspondent(self, at: int, limit: int) -> Tokens | None:
        """لمراسل (كذا), لمراسلة «كذا», لموفد وكالة كذا: the outlet that a correspondent is of."""
        k = at + 1
        if k >= limit:
            return None
        if k in self.top and self.top[k].closing >= 0 and self.top[k].last - self.top[k].first <= 4:
            return self.top[k].first, self.top[k].last
        if self.forms[k] == "(":
            return self._in_brackets(k, limit)
        if self.words[k] and (classify(self.forms[k]).flags & wc.MEDIA or self._media_phrase(k, "")):
            return k, self._media_end(k, limit)
        return None

    def _in_brackets(self, k: int, limit: int) -> Tokens | None:
        """(النهار): what is in the short bracket at `k`, an outlet's name where somebody told it something."""
        if k >= limit or self.forms[k] != "(":
            return None
        close = next((c for c in range(k + 1, min(k + 7, limit)) if self.forms[c] == ")"), -1)
        return (k + 1, close - 1) if close > k + 1 and self.words[k + 1] and not self.forms[k + 1].isdigit() else None

    def _received(self, r: Report, k: int, limit: int) -> int:
        """بيان تلقت وكالة كذا نسخة منه, بلاغ توصلت به «كذا», وثيقة اطلعت عليها صحيفة كذا: the outlet that got the
        document; the token after it, or `k`."""
        at = k + (k + 1 < limit and self.forms[k] in "،," and self.forms[k + 1] in _RECEIVED)
        at += at < limit and self.forms[at] in WHICH
        at += at < limit and self.forms[at] in _HAD
        if at >= limit or self.forms[at] not in _RECEIVED:
            return k
        if self.forms[at][-1] not in "هاى" and not any(f in _COPY or f in _OF_IT for f in self.forms[at + 1 : at + 9]):
            return k  # خطاب وصل الوزير
        at += 1
        copy = at < limit and self.forms[at] in _COPY
        at += at < limit and (self.forms[at] in _OF_IT or copy)
        at += at < limit and self.forms[at] in ("منه", "منها")
        at += at < limit and self.forms[at] == "الي"
        if at >= limit:
            return k
        bracket = self._in_brackets(at, limit)
        if bracket is not None:
            part, k = bracket, bracket[1] + 2
        elif at in self.top and self.top[at].last - self.top[at].first <= 4:
            part, k = (self.top[at].first, self.top[at].last), self._end_of_mark(at) + 1
        elif self.words[at] and not classify(self.forms[at]).flags & wc.FUNCTION:
            stop = next((j for j in range(at, min(at + 9, limit)) if self._ends_outlet(j)), min(at + 9, limit))
            if stop == at:
                return k
            part = (at, min(stop - 1, self._media_end(at, stop)))
            k = part[1] + 1
        else:
            return k
        r.medium = r.medium or part
        while k < limit and self.forms[k] in _COPIES:
            k += 1
        return k

    def _ends_outlet(self, k: int) -> bool:
        return self.forms[k] in _COPIES or bool(self.words[k] and classify(self.forms[k]).flags & wc.TIME)

    def _during(self, r: Report, at: int, limit: int) -> int:
        """في مؤتمر صحفي, خلال لقاء, على منصة كذا: the occasion, or the platform as the medium."""
        target = classify(self.forms[at])
        if target.stem in _PLATFORMS and (last := self._platform_end(at, limit)) > 0:
            r.medium = r.medium or (at, last)
            return last + 1
        if not target.flags & (wc.OCCASION | wc.DOCUMENT | wc.MEDIA):
            return 0
        last = self._occasion_end(at, limit)
        after = self._received(r, last + 1, limit)
        if r.occasion is None:
            r.occasion = (at, last)
            r.medium = r.medium or self._outlet_inside(r.occasion, limit)
        return after

    def _source(self, r: Report, k: int, limit: int) -> int:
        """نقلت … عن فلان, ذكرت …، نقلا عن فلان: who is quoted; the subject was only the medium."""
        if r.own_source:
            return 0
        if self.forms[k] in ("علي", "وعلي") and self.forms[k + 1 : k + 2] == ["لسان"]:
            np = parse(self.text, k + 2, limit)  # قالت الشركة على لسان رئيسها فلان إن
            if np is not None and (np.has_name or (np.head >= 0 and classify(self.forms[np.head]).flags & wc.TITLE)):
                r.medium = (r.np.first, r.np.last) if r.np is not None and self._is_outlet(r.np) else r.medium
                r.np, r.own_source = np, True
                return np.last + 1
            return 0
        if r.np is None:
            return self._source_alone(r, k, limit)
        if self.forms[k] == "عن" and r.form is not None and r.form.facts & vf.RELAYS and not self._tells_of(r, k):
            np = parse(self.text, k + 1, limit)
            quoted = np is not None
        elif self.forms[k] == "من" and r.form is not None and r.form.facts & vf.OUTLET:
            np = parse(self.text, k + 1, limit)  # علمت «كذا» من مصدر مطلع أن …, but not من مصادرها
            quoted = np is not None and np.kind == "unnamed_source" and not self.forms[k + 1].endswith(wc.HIS)
        elif k + 2 < limit and (self.forms[k], self.forms[k + 1]) in _SOURCED:
            np = parse(self.text, k + 2, limit)
            by_document = r.np.kind == "document" and self.forms[k] == "نقلا"
            quoted = np is not None and (by_document or np.kind in ("person", "unnamed_source"))
        else:
            return 0
        if np is None:
            return 0
        if quoted:
            r.medium, r.np, r.own_source = (r.np.first, r.np.last), np, True
        return np.last + 1

    def _source_alone(self, r: Report, k: int, limit: int) -> int:
        """ونقلت عن مسؤول في الوزارة أن …: who is quoted, where the outlet that quotes him was named before."""
        if r.style != "finite" or self.forms[k] != "عن" or k != r.last + 1 or self.forms[r.first][0] != "و":
            return 0
        if r.form is None or not r.form.facts & vf.RELAYS or r.form.has_object or r.form.gender != "f":
            return 0
        np = parse(self.text, k + 1, limit)
        if np is None or np.kind not in ("person", "unnamed_source") or not self._that(np.last + 1):
            return 0
        r.np, r.own_source = np, True
        return np.last + 1

    def _tells_of(self, r: Report, k: int) -> bool:
        """نشرت الصحيفة تقريرا عن فلان: the عن at `k` is the document's, and tells what it is about."""
        behind = range(r.np.last + 1 if r.np is not None and not r.subject_first else r.last + 1, k)
        classes = [classify(self.forms[j]) for j in behind if self.words[j]]
        return any(w.flags & wc.DOCUMENT and not w.prep for w in classes)

    def _platform_end(self, at: int, limit: int) -> int:
        """The last token of موقع التواصل الاجتماعي «…», منصة إكس, حسابه على تويتر; 0 where no platform is named."""
        named, last = False, at
        for k in range(at + 1, min(at + 8, limit)):
            if k in self.top:
                return self._end_of_mark(k) if self.top[k].last - self.top[k].first <= 3 else 0
            w = classify(self.forms[k]) if self.words[k] else None
            if w is None or w.flags & wc.THAT or (lookup(self.forms[k])[0] and not w.definite):
                break
            if w.flags & wc.MEDIA_NAME or w.stem in ("تواصل", "فايسبوك", "فيسبوك", "اكس"):
                named = True
            elif named and not w.definite:
                break
            last = k
        return last if named else 0

    def _interviewed(self, r: Report, form: str, prep: str) -> bool:
        """في مقابلة مع …, في تصريح لـ…: whoever follows is who was told."""
        if r.occasion is None or not (prep == "ل" or form in ("مع", "لـ", "ل")):
            return False
        return classify(self.forms[r.occasion[0]]).stem in _INTERVIEWS

    def _attached_end(self, at: int, limit: int) -> int:
        k = at + 1
        while k < limit and k - at < 5 and self.words[k]:
            w = classify(self.forms[k])
            trade = w.prep == "ل" and w.stem in TRADES
            if not trade and (w.flags & wc.FUNCTION or w.prep or w.conj or lookup(self.forms[k])[0]):
                break
            if w.flags & wc.PERSON_HEAD and not w.definite and classify(self.forms[k - 1]).definite:
                break  # للصحفيين وزير المالية
            k += 1
        return k - 1

    def _occasion_end(self, at: int, limit: int) -> int:
        k = at + 1
        while k < limit and k - at < 14:
            form = self.forms[k]
            if k in self.top or form in ":،,؛" or (not self.words[k] and form not in "()-/"):
                break
            if self.words[k]:
                w = classify(form)
                if form in STANDS or form in AS or form in _RECEIVED:
                    break  # بيان جاء فيه: …; مؤتمر صحفي كما نقل موقع كذا
                if w.stem in OUGHT:
                    return k - 1 - bool(classify(self.forms[k - 1]).flags & wc.PREPOSITION)  # خلال لقاء على ضرورة …
                readings = () if w.definite else lookup(form)[0]
                # بيان نقلته وكالة كذا
                relayed = readings and readings[0].has_object and readings[0].facts & vf.RELAYS
                if w.flags & wc.THAT or (readings and readings[0].shape != "masdar" and not relayed):
                    break
                if w.prep == "ل" or form in ("لـ", "ل", "مع"):
                    break
                if w.flags & wc.TITLE and not w.prep and (k - at > 1 or classify(self.forms[at]).definite):
                    break
            k += 1
        return k - 1

    def _frame_parts(self, s: Sentence, r: Report, k: int, stop: int) -> int:
        """Medium, addressee and occasion between `k` and `stop`, where nothing else need follow; the token
        after them."""
        while k < stop:
            step = self._adjunct(s, r, k, stop) if self.words[k] else 0
            k = step or k + 1
        return k
