"""Where words stand: جاء في البيان أن …, ورد ضمن التقرير: …, وفي الحديث «…»."""

from quotations.matching import forms_of
from quotations.page.scripture import HADITH, OPENING, hadith
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.reports.authorities import Authorities
from quotations.reports.reading import ALSO, STANDS, Report
from quotations.words.formulas import PROPHET

IN = forms_of("في وفي ففي")
_TENOR = ("نص", "مفاد", "فحوا", "فحوى", "مضمون", "مؤدا")
TENOR = forms_of(" ".join(noun + owner for noun in _TENOR for owner in ("ه", "ها")))  # رسالة مفادها «…»
_AMONG = forms_of("في ضمن")
LIKE = forms_of("كما وكما")


class Stands(Authorities):
    """Finds documents and hadith that speak."""

    def _stands_in(self, n: int, s: Sentence, j: int) -> Report | None:
        """وجاء في البيان: …, وورد في التقرير أن …: a document speaks. And رسالة مفادها «…», ما نصه: «…»."""
        form = self.forms[j]
        if form in TENOR and j > s.first and self.words[j - 1]:
            r = Report(n, j, j, "finite", None)
            self._region(s, r, j + 1, s.last + 1)
            return r if r.content == "mark" and r.content_at - j <= 2 else None
        if form in STANDS and j + 1 <= s.last and self.forms[j + 1] in ("فيه", "فيها") and j > s.first + 1:
            r = Report(n, j, j + 1, "finite", None)
            self._region(s, r, j + 2, s.last + 1)
            return r if r.content in ("mark", "that", "colon") else None
        aside = j > s.first and self.forms[j - 1] in ("كما", "ما", "لما", "حسبما", "وكما")
        at = j + 1 + (self.forms[min(j + 1, s.last)] in ALSO)  # وجاء أيضا في البيان
        aside = aside and not (self.forms[j - 1] in LIKE and j - 1 == s.first)  # كما جاء في البيان أن …
        if form in STANDS and not aside and at + 1 <= s.last and self.forms[at] in _AMONG:
            told = self._in_hadith(n, s, at + 1) if self.forms[at + 1] in HADITH else None
            if told is not None:
                return told
            np = self._marked_work(at + 1) or parse(self.text, at + 1, s.last + 1)
            if np is None or not (np.kind == "document" or (np.kind == "person" and np.head < 0)):
                return None
            r = Report(n, j, at, "finite", None, np)
            self._region(s, r, np.last + 1 + (np.first - 1 in self.top), s.last + 1)
            if self.forms[at] != "في" and r.content_at > np.last + 3:
                return None  # الذي جاء ضمن لائحة كذا، أكد أن …
            return r if r.content in ("mark", "that", "colon") else None
        return None

    def _in_hadith(self, n: int, s: Sentence, j: int) -> Report | None:
        """وفي الحديث «…», كما جاء في الحديث الشريف: …, ورد في حديث الرسول (…): the words right behind are the
        Prophet's."""
        last = hadith(self.text, j)
        if last < 0 or last >= s.last or j == s.first or self.forms[j - 1] not in IN:
            return None
        after = last + 1
        if not (self.forms[after] == ":" or after in self.top or self.forms[after] in OPENING):
            return None
        first = j - 2 if j - 2 >= s.first and self.forms[j - 2] in STANDS else j - 1
        r = Report(
            n, first, j - 1, "preposition", None, NounPhrase(j, last, "scripture", feminine=False, fixed=PROPHET)
        )
        self._region(s, r, after, s.last + 1)
        return r if r.content in ("mark", "that", "colon") else None

    def _marked_work(self, k: int) -> NounPhrase | None:
        """جاء في «الموسوعة الكبرى»: «…»: a work that is named in marks."""
        m = self.top.get(k)
        if m is None or m.closing < 0 or m.last - m.first > 5:
            return None
        return NounPhrase(m.first, m.last, "document")
