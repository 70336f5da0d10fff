"""Noun phrases that can speak: from their first word to where they end, with the name and the title told apart.

The grammar is the one of Arabic news: a chain of nouns is open while its last noun is indefinite (مدير مكتب …) and closes
with a definite one (… الرئاسة); adjectives follow; after a closed chain an indefinite word begins a name in apposition
(المتحدث باسم الشرطة ميكي روزنفيلد), and after a name a title may follow (صائب عريقات الأمين العام لمنظمة …).
"""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from quotations import wordclass as wc
from quotations.cues import lookup
from quotations.matching import word_form
from quotations.model import SpeakerKind
from quotations.text import Text
from quotations.wordclass import Word, classify

_MAX_TOKENS = 26
_MARKS_OPEN = frozenset('«»"“”„‹<<')
_IN_NAMES = frozenset(
    map(
        word_form,
        "بن ابن بنت آل أبو أبا أبي أم عبد ولد بو ولد سيدي مولاي دي فان فون دو لا لو ماك ذو ذي بني سان دا ديل".split(),
    )
)
_IMPERSONAL = wc.ORGANIZATION | wc.MEDIA | wc.PLACE | wc.BODY_NAME | wc.MEDIA_NAME | wc.DOCUMENT
_BODIES_TOO = frozenset(
    map(word_form, "مجلس مركز مكتب منتدى قناة هيئة لجنة محكمة جمعية".split())
)  # occasions and bodies
_JOINS = frozenset(map(word_form, "بن ابن بنت آل أبو أبا أبي عبد ولد".split()))  # the next word is always the name's
_OF_NAMES = frozenset(map(word_form, "الدين الله الإسلام الزهراء الحق الملة الدولة".split()))  # صلاح الدين، عطا الله
_BLESSINGS = frozenset(
    map(word_form, "رضي رحمه رحمها حفظه حفظها صلى سلمه أعزه كرم نصره أيده أطال قدس".split())
)  # … الله
_THEN = frozenset(map(word_form, "حينذاك آنذاك وقتذاك حينها وقتها سابقا حاليا".split()))
_SIDES = frozenset(map(word_form, "شمال جنوب شرق غرب وسط جنوبي شمالي شرقي غربي".split()))
# Adjectives and nouns of office that take a preposition, whatever follows it: المكلف بتحري الهلال، المشرف على الفريق.
_GOVERNING: dict[str, tuple[str, ...]] = {
    word_form(word): tuple(word_form(p) for p in preps.split())
    for word, preps in (
        ("مكلف", "ب"), ("معني", "ب"), ("خاص", "ب ل إلى"), ("منادي", "ب"), ("مختص", "ب في"), ("متخصص", "ب في"), ("خبير", "ب في"),
        ("مشرف", "على"), ("قائم", "على ب"), ("مطلع", "على"), ("مؤتمن", "على"), ("مفوض", "ب على"), ("مسؤول", "عن في ب"), ("معبر", "عن"),
        ("مدافع", "عن"), ("دفاع", "عن"), ("صادر", "عن"), ("نائب", "عن في ل"), ("ممثل", "عن ل"), ("ناطق", "عن"), ("مرشح", "عن ل"), ("عضو", "في ب"),
        ("مبعوث", "إلى ل"), ("موفد", "إلى"), ("منتمي", "إلى"), ("سفير", "إلى لدى في"), ("تابع", "ل"), ("مقيم", "في ب"), ("عامل", "في ب"),
        ("مشارك", "في ب"), ("مقرب", "من"), ("قريب", "من"), ("باحث", "في ب"), ("أستاذ", "في ب"), ("محاضر", "في ب"), ("طالب", "في ب"),
        ("معارض", "ل"), ("مؤيد", "ل"), ("موالي", "ل"), ("منسق", "ل"), ("مناهض", "ل"), ("مكلفة", "ب"), ("مندوب", "لدى في إلى"),
    )
}  # fmt: skip
_GOVERNING_ENDS = ("", "ه", "ون", "ين", "ات", "و", "ي")
_TALKS = frozenset(map(word_form, "تصريح تصريحات حديث مقابلة حوار كلمة رسالة لقاء".split()))
_ISSUED = frozenset(
    map(
        word_form,
        "أجراه أجراها أجرته أجرتها أعده أعدها أعدته أعدتها نشره نشرها نشرته نشرتها أصدره أصدرها أصدرته أصدرتها أنجزه أنجزها أنجزته أنجزتها وضعه وضعته قدمه قدمته نفذه نفذته نفذها نفذتها".split(),
    )
)  # تقرير أعدته المنظمة: who issued a document stands in a clause right after it
_ORDINALS = frozenset(
    map(word_form, "الأول الأولى الثاني الثانية الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split())
)
_STRESSED = frozenset(
    map(word_form, "ضرورة أهمية وجوب حتمية حق دور التزام موقف رفض دعم حرص عمق متانة استمرار مواصلة".split())
)
_ABOUT = frozenset(map(word_form, "حوالي حوالى نحو قرابة زهاء".split()))
_OF = frozenset(
    map(
        word_form,
        "أحد إحدى أحدى أبرز بعض عدد كبير كبار معظم غالبية جميع كل مجموعة عشرات مئات كثير عديد أكثر عموم باقي سائر إحد نصف فريق كثيرا كثيرون كثيرين عدة بضعة شتى مختلف".split(),
    )
)


@dataclass(slots=True)
class NounPhrase:
    """Tokens `first` to `last`; `name` are the tokens of a person's name (empty range where there is none)."""

    first: int
    last: int
    kind: SpeakerKind
    name_first: int = -1
    name_last: int = -1
    head: int = -1
    feminine: bool | None = None
    plural: bool = False
    joined: bool = False  # several speakers: الوزير ونائبه
    cut: int = 0  # letters of a proclitic before the first word (لمصدر)
    fixed: str = ""  # a name that the text need not spell out: النبي for «صلى الله عليه وسلم»

    @property
    def has_name(self) -> bool:
        return self.name_first >= 0


def parse(text: Text, i: int, end: int) -> NounPhrase | None:
    """The noun phrase that begins at token `i` and ends before token `end`; None where none begins there.

    >>> t = Text("المتحدث باسم الشرطة ميكي روزنفيلد إن"); p = parse(t, 0, 5); t.slice(p.name_first, p.name_last)
    'ميكي روزنفيلد'
    """
    parser = _Parser(text, i, min(end, i + _MAX_TOKENS, len(text)))
    return parser.run()


def begins_phrase(word: Word, form: str) -> bool:
    """Whether a noun phrase may begin with this word."""
    if word.prep and not word.flags & wc.GIVEN:
        return False
    if word.flags & wc.FUNCTION and not word.flags & (wc.HEAD | wc.PLACE | wc.BODY_NAME | wc.GIVEN):
        return False
    if word.conj and not word.definite and not word.flags & wc.HEAD and word.stem not in _OF:
        return False
    return not (word.flags & wc.OCCASION and not word.flags & (wc.DOCUMENT | wc.HEAD))


class _Parser:
    """One walk over the words; every attribute is what the words so far have made known."""

    def __init__(self, text: Text, first: int, end: int) -> None:
        self.text, self.forms, self.first, self.end = text, text.forms, first, end
        self.last = first - 1
        self.name_first = self.name_last = -1
        self.head = -1
        self.head_flags = 0
        self.open = False  # the chain waits for a complement
        self.closed = False  # a definite noun has closed it
        self.title_after = False
        self.proper = False  # a place or another proper name stands last: no adjective of an ordinary kind follows
        self.joined = False
        self.plural = False
        self.feminine: bool | None = None
        self.name_at = -1  # where a look ahead has found the person's name

    def run(self, j: int = -1) -> NounPhrase | None:
        """Walk from token `j` (the first, unless it has been read already)."""
        if j < 0:
            j = self.first
            if j >= self.end or not self.text.words[j]:
                return None
            word = classify(self.forms[j])
            formula = _formula(self.text, j)
            if formula:
                return NounPhrase(
                    j, j + formula[1] - 1, "scripture", feminine=False, fixed=formula[0], cut=self.forms[j][0] == "و"
                )
            ali = self.forms[j] == "علي" and self.text.raw[self.text.ends[j] - 1] == "ي" and self._ali_begins(j)
            if ali:
                self._name(j)
                return self.run(j + 1)
            if self._only_looks_prefixed(j, word):
                self._name(j)
                return self.run(j + 1)
            if (
                self.forms[j][0].isdigit()
                or (word.flags & wc.PREPOSITION or self.forms[j] in _ABOUT)
                and self._counts(j)
            ):
                return self._share(j)
            if (
                self.forms[j] == "ام"
                and j + 1 < self.end
                and self.text.words[j + 1]
                and classify(self.forms[j + 1]).flags & wc.GIVEN
            ):
                self._name(j)  # أم عبد الله
                return self.run(j + 1)
            if self.forms[j] == "انا" and self.text.raw[self.text.starts[j]] == "آ":
                self._name(j)  # آنا, not the pronoun
                return self.run(j + 1)
            if self.forms[j] in _BLESSINGS and j + 1 < self.end and self.forms[j + 1] == "الله":
                return None
            if (
                not word.flags
                and self.text.raw[self.text.ends[j] - 1] == "ه"
                and classify(self.forms[j][:-1]).flags & wc.COMMON
            ):
                return None  # تقربه, عشبه: a noun with its pronoun
            if not begins_phrase(word, self.forms[j]) or self._is_verb(j, word):
                return None
        while j < self.end:
            step = self._word(j) if self.text.words[j] else self._sign(j)
            if step <= 0:
                break
            j += step
        if self.last < self.first:
            return None
        return self._result()

    def _only_looks_prefixed(self, j: int, word: Word) -> bool:
        """والت ويتمان, برهان غليون: a foreign or rare name whose first letter looks like a proclitic before an ordinary word.

        After a verb no subject begins with و, and after ب or ل nobody but a name is said twice in a row in one text.
        """
        if (
            not (word.conj or word.prep)
            or word.definite
            or word.flags & ~(wc.COMMON | wc.SURNAME | wc.GIVEN)
            or j + 1 >= self.end
            or not self.text.words[j + 1]
        ):
            return False
        w = classify(self.forms[j + 1])
        if w.prep or w.conj or w.definite or w.flags & ~(wc.SURNAME | wc.GIVEN) or lookup(self.forms[j + 1])[0]:
            return False
        return word.conj == "و" or _pairs(self.text)[self.forms[j], self.forms[j + 1]] > 1

    def _counts(self, j: int) -> bool:
        return self.forms[j] in _ABOUT and j + 1 < self.end and self.forms[j + 1][0].isdigit()

    def _share(self, j: int) -> NounPhrase | None:
        """90.8% من المستجوبين, حوالى 70% منهم: a share of those asked speaks."""
        k = j + 1 if self.forms[j][0].isdigit() else j + 2
        if k < self.end and self.forms[k] in "%٪":
            last = k
        elif (
            k + 1 < self.end and self.forms[k] in ("في", "ب") or k < self.end and self.forms[k] in ("بالماءه", "بالمءه")
        ):
            last = k if self.forms[k].startswith("بال") else k + 1
        else:
            return None
        if last + 2 < self.end and self.forms[last + 1] == "من":
            rest = parse(self.text, last + 2, self.end)
            last = rest.last if rest else last
        elif last + 1 < self.end and self.forms[last + 1] in ("منهم", "منهن"):
            last += 1
        return NounPhrase(j, last, "group", head=j, plural=True)

    def _ali_goes_on(self, j: int) -> bool:
        """Whether علي inside a phrase is the name; Egyptian writing has both words with ي, some hands have both with ى."""
        if j == self.first or j + 1 >= len(self.forms):
            return False
        written = self.text.raw[self.text.ends[j] - 1]
        following = classify(self.forms[j + 1]) if self.text.words[j + 1] else None
        named = bool(
            following
            and following.flags & (wc.GIVEN | wc.SURNAME)
            and not following.flags & wc.COMMON
            and not following.prep
        )
        if written == "ى":
            rank = self.last == j - 1 and classify(self.forms[j - 1])
            named = named or bool(
                following and following.flags & wc.GIVEN and not following.prep and self._foreign_follows(j + 1, True)
            )
            return bool(
                rank
                and rank.definite
                and rank.flags & wc.TITLE
                and named
                and not self.open
                and not self._governed(j, "علي")
            )
        if self.title_after or not (self.name_first >= 0 or self.closed):
            return False
        if named or following is None:
            return True
        in_name = self.name_first >= 0 and self.name_last == j - 1
        return _writes_ala(self.text) or (in_name and self.name_first == j - 1 and not following.flags & wc.COMMON)

    def _given_phrase(self, j: int) -> int:
        """A given name of several words (بان كي، سيف الإسلام) where a name may begin or go on."""
        for parts, flags in wc.phrases().get(self.forms[j], ()):
            stop = j + len(parts)
            if flags & wc.GIVEN and stop <= self.end and tuple(self.forms[j:stop]) == parts:
                if (
                    self.name_first >= 0
                    and self.name_last != j - 1
                    or self.name_first < 0
                    and not (self.closed and self.head_flags & wc.PERSON_HEAD)
                ):
                    return 0
                for k in range(j, stop):
                    self._name(k)
                return len(parts)
        return 0

    def _ali_begins(self, j: int) -> bool:
        """Whether علي at the head of a phrase is the given name: a word follows that no list knows, or a name."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        return (
            not w.prep
            and not w.conj
            and (not w.flags or bool(w.flags & (wc.GIVEN | wc.SURNAME)) and not w.flags & wc.COMMON)
        )

    def _result(self) -> NounPhrase:
        if self.head_flags & wc.UNNAMED and 0 <= self.head < self.name_first and not self._is_definite():
            between = range(self.head + 1, self.name_first)
            if any(self.forms[k] == "من" for k in between) and all(self.text.words[k] for k in between):
                self.name_first = self.name_last = -1  # مصدر مقرب من فلان
        kind = self._kind()
        if kind == "group" and self.head < 0 and self.forms[self.first] not in ("احد", "احدي", "فريق"):
            self.plural = True
        if kind in ("organization", "document") and self.head < self.name_first:
            self.name_first = self.name_last = -1  # حكومة الرئيس فلان: the body speaks
        return NounPhrase(
            self.first,
            self.last,
            kind,
            self.name_first,
            self.name_last,
            self.head,
            self.feminine,
            self.plural,
            self.joined,
        )

    def _kind(self) -> SpeakerKind:
        flags = self.head_flags
        if self.joined or (self.head < 0 and self.name_first < 0 and classify(self.forms[self.first]).stem in _OF):
            return "group"
        if flags & wc.UNNAMED and self.name_first < 0 and not (flags & wc.TITLE and self._is_definite()):
            return "unnamed_source"
        if flags & wc.PERSON_HEAD and (self.name_first >= 0 or not (flags & wc.ORGANIZATION and self.head_is_body)):
            return "group" if self.plural and self.name_first < 0 else "person"
        if flags & wc.GROUP:
            return "group"
        if flags & wc.DOCUMENT:
            return "document"
        if flags & (wc.ORGANIZATION | wc.MEDIA | wc.BODY_NAME | wc.MEDIA_NAME | wc.PLACE):
            return "organization"
        return "person"

    def _is_definite(self) -> bool:
        """Whether the phrase names one office: with the article, or by a definite complement (نائب الرئيس)."""
        if classify(self.forms[self.head]).definite:
            return True
        for k in range(self.head + 1, self.last + 1):
            w = classify(self.forms[k])
            if not self.text.words[k] or w.prep or w.conj or w.flags & wc.PREPOSITION:
                return False
            if w.definite:
                return True
        return False

    @property
    def head_is_body(self) -> bool:
        return not self.head_flags & (wc.HONORIFIC | wc.SPOKESPERSON)

    # -- one step -----------------------------------------------------------------------------------------------

    def _is_called_basim(self, j: int) -> bool:
        """المهندس باسم بن عودة: the given name after a title that speaks for nobody."""
        if not self.head_flags & wc.PERSON_HEAD or self.head_flags & wc.SPOKESPERSON or self.head != j - 1 or not self.closed:
            return False
        return bool(self.head_flags & wc.HONORIFIC) or (j + 1 < self.end and self.forms[j + 1] in _IN_NAMES)

    def _embedded(self, j: int) -> int:
        """مدير مركز محمد بن راشد, مدير فعاليات عيد الرياض: the name of a body in an office, not of its holder."""
        k = j + 1
        while k < self.end and k - j < 5 and self.text.words[k]:
            w = classify(self.forms[k])
            joins = self.forms[k] in _IN_NAMES or self.forms[k - 1] in _JOINS
            if not joins and (
                w.prep
                or w.conj
                or w.flags & (wc.HONORIFIC | wc.FUNCTION | wc.NISBA)
                or w.flags & wc.HEAD
                or not w.flags & (wc.GIVEN | wc.SURNAME | wc.PLACE)
            ):
                break
            k += 1
        self.open, self.closed = False, True
        return self._take(j, k - j)

    def _told(self, j: int) -> bool:
        """لبي بي سي, لفرانس برس: to whom it was said."""
        form = self.forms[j]
        return form[0] == "ل" and any(
            flags & wc.MEDIA_NAME and tuple(self.forms[j + 1 : j + len(parts)]) == parts[1:]
            for parts, flags in wc.phrases().get(form[1:], ())
        )

    def _word(self, j: int) -> int:
        form = self.forms[j]
        if self._told(j):
            return 0
        if self.last == j - 2 >= self.first and self.forms[j - 1] == "." and self._dotted(j - 1):
            return self._name(j) if self.name_last == j - 2 else self._take(j)
        if form == "باسم" and self._is_called_basim(j):
            return self._name(j)
        word = classify(form)
        flags = word.flags
        ali = form == "علي" and self._ali_goes_on(j)
        joined = j > self.first and self.name_last == j - 1 and self.name_first >= 0 and self.forms[j - 1] in _JOINS
        if j > self.first and not ali and not joined and j != self.name_at:
            if form in _BLESSINGS and j + 1 < self.end and self.forms[j + 1] == "الله":
                return 0
            given = self._given_phrase(j)
            if given:
                return given
            if flags & wc.SAME and not word.prep:
                return self._take(j)
            if form == "عام" and self.open and self.last == j - 1 and classify(self.forms[j - 1]).flags & wc.TITLE:
                return self._take(j)  # مدير عام …
            in_name = self.name_first >= 0 and self.name_last == j - 1
            if in_name and (
                form in _ORDINALS
                or (
                    form in _IN_NAMES
                    and flags & wc.THAT
                    and self.text.raw[self.text.starts[j] + 1] == "ا"
                    and self._foreign_follows(j)
                )
            ):
                return self._name(j)  # عبد الله الثاني, جيرارد فان بوهيمن
            if (
                in_name
                and word.conj == "ف"
                and not word.definite
                and not word.prep
                and not flags & wc.FUNCTION
                and self.name_first == j - 1
            ):
                return self._name(j)
            if flags & (wc.THAT | wc.PRONOUN | wc.RELATIVE):
                return self._leap(j) if flags & wc.RELATIVE else 0
            if (
                form in _THEN
                and self.closed
                and self.head_flags & wc.PERSON_HEAD
                and self.name_first < 0
                and j + 1 < self.end
                and self.forms[j + 1] in "،,"
            ):
                return self._take(j)
            if form == "و" and j + 1 < self.end and self.text.words[j + 1]:
                step = self._conjunction(j + 1, classify(self.forms[j + 1])._replace(conj="و"))
                return step + 1 if step else 0
            if word.conj and not word.prep:
                return self._conjunction(j, word) or (self._leap(j) if word.stem == "غير" else 0)
            if form in _ISSUED:
                return self._issuer(j)
            if self._is_verb(j, word):
                return 0
            in_name = (
                self.name_first >= 0
                and self.name_last == j - 1
                and (not flags & ~(wc.GIVEN | wc.SURNAME) or self._only_looks_prepositional(j, word))
            )
            if flags & wc.PREPOSITION or (word.prep and not in_name):
                return self._preposition(j, word)
            if flags & wc.FUNCTION and not flags & (wc.HEAD | wc.PLACE | wc.GIVEN | wc.SURNAME):
                return 0
        if j > self.first and self.open and self.forms[j - 1] in _JOINS:
            self.open, self.closed = False, True
            return self._take(j)
        if ali or joined or (j == self.name_at and not word.definite):
            return self._name(j)  # the given name علي, not the preposition على
        if len(form) == 1 and j + 1 < self.end and self.forms[j + 1] in "./-":
            return self._abbreviation(j)
        phrase = self._phrase(j)
        if phrase:
            return phrase
        if form == "باسم" and (self.head >= 0 or self.last >= self.first) and not (self.head_flags & wc.HONORIFIC):
            if not self.head_flags & wc.PERSON_HEAD:
                return 0
            self.open = True
            return self._take(j)
        if (
            form == "ذلك"
            and j == self.first
            and j + 1 < self.end
            and self.text.words[j + 1]
            and not classify(self.forms[j + 1]).definite
        ):
            self.first = j + 1  # أوضح ذلك مدير …: the object
            return 1
        if flags & wc.DEMONSTRATIVE:
            if j > self.first and not self.open:
                return 0
            self.open = True
            return self._take(j)
        if word.stem in _OF and not word.definite and not self.closed and self.name_first < 0:
            if self.head < 0:
                self.open = True
                if j + 1 < self.end and self.forms[j + 1] == "من":
                    return self._take(j, 2)
            return self._take(j)
        if form in _IN_NAMES and (self.name_first >= 0 or self.closed or self.head < 0):
            return self._name(j)
        if self.name_first >= 0 and not self.title_after:
            return self._after_name(j, word)
        return self._noun(j, word)

    def _abbreviation(self, j: int) -> int:
        """د. and م. before a name."""
        self._head(j, wc.TITLE | wc.HONORIFIC, True)
        self.closed, self.open = True, False
        return self._take(j, 2)

    def _phrase(self, j: int) -> int:
        """A name of several words from the lexicons (الأمم المتحدة، فرانس برس)."""
        form = self.forms[j]
        for parts, flags in wc.phrases().get(form, ()):
            stop = j + len(parts)
            if stop <= self.end and tuple(self.forms[j:stop]) == parts:
                if flags & wc.GIVEN:
                    continue
                if (
                    self.closed
                    and not self.open
                    and self.head >= 0
                    and j > self.first
                    and (self.name_first < 0 or self.name_last == j - 1)
                ):
                    return 0
                self._head(j, flags, False)
                self.open, self.closed = False, True
                return self._take(j, len(parts))
        return 0

    def _noun(self, j: int, word: Word) -> int:
        flags = word.flags
        apposed = self.closed and not self.open and bool(self.head_flags & wc.PERSON_HEAD)
        name = (
            flags & wc.GIVEN
            and not word.definite
            and not (flags & wc.COMMON and not apposed and not self._name_goes_on(j))
        )
        if name and not (flags & (wc.TITLE | wc.ORGANIZATION) and self._next_is_complement(j)):
            office = self.open and not self.closed and self.last == j - 1 and classify(self.forms[j - 1]).flags
            if office and office & (wc.ORGANIZATION | wc.NAME_MARK | wc.PORTFOLIO | wc.OCCASION) and not office & wc.PERSON_HEAD:
                return self._embedded(j)
            body = self.head_flags & (_IMPERSONAL & ~wc.DOCUMENT) and not self.head_flags & (
                wc.PERSON_HEAD | wc.UNNAMED | wc.GROUP
            )
            if body and self.open:
                self.open = self.forms[j] in _JOINS
                self.closed = not self.open
                return self._take(j)  # مؤسسة محمد بن راشد: a body's name
            if self.closed or self.head < 0 or self.head_flags & (wc.PERSON_HEAD | wc.UNNAMED):
                return self._name(j)
        if self.closed and j > self.first and self._is_object(j, word):
            return 0
        if self.head >= 0 and self.closed and not self.open and self.last == j - 1 and not word.definite:
            another = flags & wc.PERSON_HEAD and self.head_flags & _IMPERSONAL and not self.head_flags & wc.PERSON_HEAD
            if another and not flags & wc.GIVEN:
                return 0  # اعتقلت القوات حاكم …: the object
        if (
            flags & (wc.PLACE | wc.BODY_NAME)
            and self.closed
            and not self.open
            and self.head >= 0
            and self.name_first < 0
            and not flags & (wc.GIVEN | wc.SURNAME | wc.NISBA | wc.HEAD)
        ):
            return 0
        if self.closed and not self.open and self.head >= 0 and word.definite and j > self.first:
            nouns = wc.PORTFOLIO | wc.DOCUMENT | wc.ORGANIZATION | wc.MEDIA | wc.GROUP
            if flags & nouns and not flags & (wc.NISBA | wc.PERSON_HEAD | wc.SURNAME):
                return 0  # another noun, no adjective: وجه المشاركون الشكر
        if flags & (wc.HEAD | wc.BODY_NAME | wc.MEDIA_NAME):
            self._head(j, flags, word.definite)
            self.open = not word.definite and not flags & (wc.BODY_NAME | wc.MEDIA_NAME)
            owned = flags & wc.UNNAMED and self.forms[j].endswith(("هم", "هن"))  # أحدهم
            self.open = self.open and not owned
            self.closed = self.closed or word.definite or bool(flags & (wc.BODY_NAME | wc.MEDIA_NAME) or owned)
            return self._take(j)
        if flags & wc.PLACE:
            self._head(j, flags, True)
            self.open, self.closed = False, True
            return self._take(j)
        if flags & wc.NISBA and (self.head >= 0):
            if word.definite:
                self.closed, self.open = True, False
            elif not word.definite and self.head >= 0 and not self.closed:
                self.open = self.open and not flags & wc.NISBA
            return self._take(j)
        if word.definite:
            if not flags & ~wc.SURNAME and (apposed or self.head < 0 and j == self.first) and self._foreign_follows(j):
                return self._name(j)  # اليستير باسكي: a name that only looks as if it had the article
            if self.closed and not self.open and self._new_phrase(j, word):
                return 0
            self.open, self.closed = False, True
            return self._take(j)
        if self.forms[j][0].isdigit():
            return self._take(j) if self.head >= 0 and not (self.closed and self.head_flags & wc.PERSON_HEAD) else 0
        if flags & wc.COMMON:
            if apposed and j + 1 < self.end and self.text.words[j + 1]:
                after = classify(self.forms[j + 1])
                if not after.flags & ~wc.SURNAME and not after.prep and not after.conj and not after.definite:
                    return self._name(j)  # دوري غولد: an ordinary word, then one that is none
            if self.closed and not self.open:
                return 0
            described = (
                self.head >= 0
                and self.last == j - 1 > self.head
                and not self.open
                and classify(self.forms[j - 1]).flags & wc.NISBA
            )
            agrees = (
                self.forms[j - 1][-1] == "ه"
                and self.forms[j][-1] in "هي"
                or self.forms[j - 1][-1] != "ه"
                and self.forms[j][0] == "م"
            )
            if described and self.head_flags & wc.UNNAMED and not agrees:
                return 0  # مصدر أمني أردني نبأ …: the object
            if self.head < 0 and self.last >= self.first and self.name_first < 0 and not self.open:
                return 0
            self.open = True
            return self._take(j)
        if (
            not flags & (wc.GIVEN | wc.SURNAME)
            and not self.open
            and self.text.raw.endswith("ية", 0, self.text.ends[j])
            and not (self.forms[j].startswith("ابو") or self._foreign_follows(j, True))
        ):
            return (
                self._take(j) if not self.closed and self.last == j - 1 and j > self.first and self.head >= 0 else 0
            )  # إمكانية: no name ends so
        # an indefinite word that no list knows: the complement of an open chain, else a name
        if self.open and self.head >= 0 and not self.closed:
            self.closed = self.closed or bool(flags & wc.SURNAME and self.forms[j] not in _JOINS)
            self.open = not self.closed
            return self._take(j)
        if flags & (wc.ADDRESSEE | wc.OCCASION):
            return self._take(j) if self.head >= 0 or j == self.first or not self.closed else 0
        if self.open and self.head >= 0 and self.closed:
            self.open, self.proper = False, True
            return self._take(j) if not self.head_flags & wc.HONORIFIC else self._name(j)
        if self.closed and self.head_flags & _IMPERSONAL and not self.head_flags & wc.PERSON_HEAD:
            return 0 if self.forms[j][0] in "يتس" else self._take(j)
        if (
            self.head_flags & (wc.UNNAMED | wc.GROUP)
            and not self.head_flags & wc.HONORIFIC
            and not classify(self.forms[self.head]).definite
            and not flags & wc.GIVEN
        ):
            return self._take(j) if self.proper is False and self.last == j - 1 and not self.closed else 0
        if self.closed or self.head < 0 or self.head_flags & wc.HONORIFIC:
            return self._name(j)
        return self._take(j)

    def _foreign_follows(self, j: int, article: bool = False) -> bool:
        """Whether a word follows that is a name's or that no list knows; with `article` it may look definite."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        return (
            (article or not w.definite)
            and not w.conj
            and not w.prep
            and not w.flags & ~(wc.SURNAME | wc.GIVEN | wc.NISBA)
        )

    def _new_phrase(self, j: int, word: Word) -> bool:
        """Whether a definite noun after a closed chain is no adjective of it but another phrase (طالبت المعارضة الحكومة)."""
        if self.head_flags & wc.PLACE and not self.head_flags & wc.PERSON_HEAD:
            return True
        if word.flags & wc.NISBA:
            return False
        if self.head == j - 1 and self.forms[self.head].endswith(("ون", "ين")) and self.plural:
            return not word.stem.endswith(("ون", "ين", "جدد", "كبار", "ه"))
        if self.proper or (
            self.head < 0 and self.first == self.last and word.flags & wc.COMMON and not word.flags & wc.SURNAME
        ):
            return True
        if self.head == self.first == self.last and self.feminine and self.head_flags & wc.ORGANIZATION:
            return not word.stem.endswith(("ه", "ا", "ي"))
        return False

    def _name_goes_on(self, j: int) -> bool:
        """Whether a word that is a name and an ordinary word too (جمال، سعيد) is followed by more of a name."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        if w.flags & (wc.GIVEN | wc.SURNAME):
            return not w.flags & wc.FUNCTION
        nouns = wc.PORTFOLIO | wc.NAME_MARK | wc.PLACE | wc.HEAD | wc.NISBA | wc.FUNCTION
        if (
            not w.flags & nouns
            and not w.definite
            and not w.prep
            and not w.conj
            and _pairs(self.text)[self.forms[j], self.forms[j + 1]] > 1
        ):
            return True  # أمير عياد, again and again
        if (
            w.definite
            and j == self.first
            and not w.conj
            and not w.prep
            and not w.flags & (wc.HEAD | wc.PORTFOLIO | wc.PLACE)
        ):
            return True
        return not w.flags and not w.prep and not w.conj

    def _next_is_complement(self, j: int) -> bool:
        """Whether a word that is both a title and a given name (أمين، عميد) goes on as a title."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        following = classify(self.forms[j + 1])
        if following.flags & (wc.GIVEN | wc.SURNAME) and not following.flags & (wc.HEAD | wc.PLACE):
            return False
        return bool(following.flags & (wc.PORTFOLIO | wc.ORGANIZATION | wc.PLACE | wc.TITLE | wc.MEDIA)) or (
            following.definite and bool(following.flags & wc.NISBA)
        )

    def _after_name(self, j: int, word: Word) -> int:
        """Inside a name: its next word, or the title that follows it."""
        flags = word.flags
        if word.prep and word.flags & ~(wc.GIVEN | wc.SURNAME):
            return self._name(j) if self._only_looks_prepositional(j, word) else self._preposition(j, word)
        if self._is_object(j, word) or self._is_phrase(j):
            return 0
        if self.name_last == j - 1 and self.name_last - self.name_first < 5:
            if self._is_origin(j, word):
                self.title_after = True
                return self._take(j)
            if self._in_name(j, word):
                return self._name(j)
            if self._is_new_name(j, word):
                self.name_first = self.name_last = -1
                self.closed, self.open = True, False
                return self._noun(j, word)
        if flags & (wc.PERSON_HEAD | wc.UNNAMED | wc.GROUP):
            self.title_after, self.closed = True, word.definite
            self.open = not word.definite
            self._head(j, flags, word.definite)
            return self._take(j)
        return 0

    def _only_looks_prepositional(self, j: int, word: Word) -> bool:
        """هديل محمد باسهل مشرفة …, مايك بروك، الصحافي …: a surname, not ب with an ordinary word, since an apposition follows."""
        if (
            word.prep != "ب"
            or word.conj
            or word.definite
            or word.flags & ~(wc.COMMON | wc.SURNAME | wc.GIVEN)
            or self.name_last != j - 1
        ):
            return False
        if _pairs(self.text)[self.forms[j - 1], self.forms[j]] > 1:
            return True
        k = j + 1
        comma = k < self.end and self.forms[k] in "،,"
        k += comma
        if k >= self.end or not self.text.words[k]:
            return False
        w = classify(self.forms[k])
        return bool(w.flags & wc.TITLE) and not w.conj and not w.prep and (comma or not w.definite)

    def _is_phrase(self, j: int) -> bool:
        """Whether the name of a body or a place of several words begins here: an object after a name (فرنسيس الأمم المتحدة)."""
        return any(
            not flags & wc.GIVEN and tuple(self.forms[j : j + len(parts)]) == parts
            for parts, flags in wc.phrases().get(self.forms[j], ())
        )

    def _in_name(self, j: int, word: Word) -> bool:
        """Whether the word after a name still belongs to it."""
        flags, form = word.flags, self.forms[j]
        length = self.name_last - self.name_first + 1
        previous = classify(self.forms[j - 1])
        if form in _OF_NAMES and previous.flags & (wc.GIVEN | wc.SURNAME) | (not previous.flags):
            return True
        named = flags & (wc.GIVEN | wc.SURNAME)
        again = (
            length < 4
            and not word.definite
            and not word.prep
            and not word.conj
            and _pairs(self.text)[self.forms[j - 1], form] > 1
        )
        if length == 1 and flags & wc.HONORIFIC and not form.startswith("ال") and self._surname_follows(j):
            return True
        if flags & wc.COMMON and not named and not again and (length > 1 or not (word.definite or self._ends_after(j))):
            return False
        if (
            flags & wc.PLACE
            and not flags & wc.SURNAME
            and (length > 1 or not (previous.flags & wc.GIVEN or 0 <= self.head < self.name_first))
        ):
            return False
        with_article = form.startswith("ال")
        if flags & (wc.HEAD | wc.HONORIFIC):
            if with_article and length > 1 and flags & wc.SURNAME and self._closes(j):
                return True  # حسن عبد الله الشيخ
            if with_article and named and flags & wc.PLURAL and form[-1] == "ي":
                return True  # الدراجي: the construct plural دراجي takes no article
            if with_article:
                if (
                    length > 1
                    or self._adjective_follows(j)
                    or flags & (wc.HONORIFIC | wc.SPOKESPERSON | wc.ORGANIZATION)
                    and not named
                ):
                    return (
                        (length == 1 or bool(flags & wc.SURNAME))
                        and self._title_begins(j + 1)
                        and not flags & (wc.SPOKESPERSON | wc.ORGANIZATION)
                    )
            elif j + 1 < self.end and self.forms[j + 1] in ("عام", "سر", "صندوق"):
                return False  # محمد البلتاجي أمين عام …
            elif length == 1 and self._closes(j):
                return True  # قاسم حداد
            elif not named or flags & wc.TITLE and self._next_is_complement(j):
                return False  # أرشافين قائد الفريق
        if flags & wc.NISBA and not word.definite and length > 1 and not named:
            return False
        return not flags & wc.FUNCTION or bool(named)

    def _closes(self, j: int) -> bool:
        """Whether nothing of the phrase follows this word: a particle, a verb or a sign does."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return True
        w = classify(self.forms[j + 1])
        return bool(w.flags & (wc.THAT | wc.RELATIVE)) or bool(
            lookup(self.forms[j + 1])[0] and not w.flags & (wc.GIVEN | wc.SURNAME | wc.HEAD)
        )

    def _title_begins(self, j: int) -> bool:
        """محمد الشيوخ نائب رئيس …: an indefinite office after a definite word shows that this was the surname."""
        if j >= self.end or not self.text.words[j]:
            return False
        w = classify(self.forms[j])
        if w.definite and w.flags & wc.SPOKESPERSON and not w.conj and not w.prep:
            return True
        return bool(w.flags & wc.TITLE) and not w.definite and not w.conj and not w.prep and not w.flags & wc.GIVEN

    def _surname_follows(self, j: int) -> bool:
        """محمد صاحب الدراجي: a word that is a title too stands between a given name and a surname with the article."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        return (
            w.definite
            and bool(w.flags & wc.SURNAME)
            and not w.flags & (wc.NISBA | wc.PORTFOLIO | wc.PLACE)
            and not w.conj
            and not w.prep
        )

    def _is_origin(self, j: int, word: Word) -> bool:
        """كاليداسة الهندي: the adjective of a country after a foreign name is no surname."""
        if (
            not (word.flags & wc.NISBA and word.definite)
            or word.flags & (wc.SURNAME | wc.GIVEN)
            or word.conj
            or word.prep
        ):
            return False
        return not any(
            classify(self.forms[k]).flags & wc.GIVEN for k in range(self.name_first, j) if self.text.words[k]
        )

    def _is_new_name(self, j: int, word: Word) -> bool:
        """وكيل جامعة الملك عبد العزيز الدكتور فلان: the first name was a body's, the title begins the person's."""
        if not (
            word.flags & wc.HONORIFIC
            and word.definite
            and self.head_flags & wc.PERSON_HEAD
            and self.head < self.name_first
        ):
            return False
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        return bool(w.flags & wc.GIVEN or not w.flags) and not w.definite and not w.prep and not w.conj

    def _is_owned(self, j: int, word: Word) -> bool:
        """Whether a noun carries a pronoun: مقدمته, كتابه, بيانها."""
        form = self.forms[j]
        if word.flags & (wc.GIVEN | wc.SURNAME | wc.PLACE | wc.ORGANIZATION):
            return False
        return (
            len(form) > 4
            and (form.endswith("ها") or form.endswith("ته"))
            and self.text.raw[self.text.ends[j] - 1] in "ها"
        )

    def _is_object(self, j: int, word: Word) -> bool:
        """An accusative (بيانا، موقفًا) or a noun with a pronoun (زملاءها، قدرتها) after a finished phrase is the verb's object."""
        form = self.forms[j]
        if word.flags & (wc.GIVEN | wc.SURNAME | wc.PLACE | wc.NISBA) or word.conj or word.prep or self.open:
            return False
        if "\u064b" in self.text.raw[self.text.starts[j] : self.text.ends[j]]:
            return True
        for suffix in ("هما", "ها", "هم", "ه"):
            if (
                len(form) > len(suffix) + 2
                and form.endswith(suffix)
                and (
                    suffix != "ه"
                    or self.text.raw[self.text.ends[j] - 1] == "ه"
                    and (form[-2] == "ت" or self.name_last != j - 1)
                )
            ):
                base = form[: -len(suffix)]
                return bool(
                    (classify(base).flags | (classify(base[:-1] + "ه").flags if base[-1] == "ت" else 0))
                    & (wc.COMMON | wc.HEAD)
                )
        if len(form) > 3 and form[-1] == "ا" and not word.definite:
            base = classify(form[:-1])
            named = (
                not word.flags and self.head_flags & wc.PERSON_HEAD and self._foreign_follows(j)
            )  # وزيرة الإعلام دورا أكونييلي
            return (
                bool(base.flags & wc.COMMON)
                and not base.prep
                and not base.conj
                and not word.flags & wc.HEAD
                and not named
            )
        return False

    def _ends_after(self, j: int) -> bool:
        """Whether the phrase ends with this word, so that an ordinary word after a given name is its surname (بطرس حرب)."""
        if j + 1 >= len(self.forms) or not self.text.words[j + 1]:
            return True
        w = classify(self.forms[j + 1])
        if not w.definite and not w.conj and (not w.flags or w.flags & (wc.GIVEN | wc.SURNAME | wc.PERSON_HEAD)):
            return True
        return bool(w.flags & (wc.THAT | wc.PREPOSITION | wc.TIME | wc.ADVERB | wc.RELATIVE)) or bool(w.prep)

    def _adjective_follows(self, j: int) -> bool:
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        return w.definite and bool(w.flags & wc.NISBA) and not w.conj and not w.prep

    def _conjunction(self, j: int, word: Word) -> int:
        """و + a noun goes on with a portfolio (الخارجية والتعاون) or joins another speaker (الوزير ونائبه)."""
        if (
            word.conj == "و"
            and word.stem in _SIDES
            and self.name_first < 0
            and self.head >= 0
            and self._place_follows(j)
        ):
            self.open = True
            return self._take(j)
        if word.conj == "و" and self.open and self.head == j - 1 and word.flags & wc.PERSON_HEAD and not word.definite:
            self.head_flags = word.flags  # مؤسسة ورئيسة المركز: two offices of one person
            self.plural = False
            return self._take(j)
        if word.conj != "و" or word.flags & wc.FUNCTION & ~wc.TIME or lookup(self.forms[j])[0]:
            return 0
        if self.name_first >= 0 and not self.title_after:
            if (word.flags & (wc.GIVEN | wc.HEAD) or self.joined and word.flags & wc.NISBA) and (
                word.definite or word.flags & (wc.GIVEN | wc.TITLE | wc.ORGANIZATION)
            ):
                self.joined = True
                self.plural = True
                self.name_first = self.name_last = -1
                return self._take(j)
            return 0
        if self.title_after and word.flags & wc.GIVEN and not word.definite and self._name_goes_on(j):
            self.joined = self.plural = True  # فلان الوزير المكلف وفلان كاتب الدولة
            self.title_after, self.name_first, self.name_last = False, -1, -1
            return self._name(j)
        if word.definite or word.flags & (wc.HEAD | wc.PORTFOLIO | wc.NISBA | wc.PLACE | wc.BODY_NAME):
            offices = word.flags & self.head_flags & wc.PERSON_HEAD and not (word.flags | self.head_flags) & wc.PLURAL
            if not offices and (
                word.flags & (wc.PLACE | wc.BODY_NAME | wc.HEAD)
                and self.head == self.first
                and self.head_flags & (wc.PLACE | wc.BODY_NAME | wc.ORGANIZATION | wc.UNNAMED | wc.GROUP | wc.MEDIA)
            ):
                self.joined = True
            self.closed = True
            waits = wc.HEAD | wc.NAME_MARK | wc.PORTFOLIO
            self.open = (
                not word.definite and bool(word.flags & waits) and not word.flags & (wc.NISBA | wc.PLACE | wc.BODY_NAME)
            )
            return self._take(j)
        return 0

    def _preposition(self, j: int, word: Word) -> int:
        """في، ب، ل، من، لدى, … inside a title (السفير في العراق, أستاذ بجامعة, الأمين العام لمنظمة); elsewhere the phrase ends."""
        if self.name_first >= 0 and not self.title_after:
            return 0
        attached, form = bool(word.prep), self.forms[j]
        target_at = j if attached else j + 1
        if target_at >= self.end or not self.text.words[target_at]:
            return 0
        target = word if attached else classify(self.forms[target_at])
        if not attached and self._is_owned(target_at, target):
            return 0  # معماري في مقدمته
        if not attached and target.prep or self.forms[target_at][0].isdigit():
            return 0
        blocked = wc.OCCASION | wc.ADVERB | wc.TIME | wc.ADDRESSEE | wc.PRONOUN | wc.THAT | wc.RELATIVE
        of_document = attached and word.prep == "ل" and bool(self.head_flags & wc.DOCUMENT) and target.definite
        issued = word.prep == "ل" and self.head_flags & wc.DOCUMENT and target.flags & (wc.MEDIA | wc.ORGANIZATION)
        if issued and classify(self.forms[self.head]).stem not in _TALKS:
            return self._take_complement(j, attached, target)  # دراسة لمجلة …
        governed = self._governed(j, word.prep or form)
        framed = (
            target.flags & (wc.OCCASION | wc.DOCUMENT | wc.TIME)
            and target.stem not in _BODIES_TOO
            and not target.flags & (wc.ORGANIZATION | wc.PLACE)
        )
        framed = (
            framed
            and form == "في"
            and not classify(self.forms[j - 1]).stem.startswith("مشارك")
            or form == "علي"
            and target.stem in _STRESSED
        )
        if (
            governed
            and not framed
            and not target.flags & (wc.PRONOUN | wc.THAT | wc.RELATIVE | wc.ADVERB)
            and (word.prep != "ل" or not target.flags & (wc.MEDIA | wc.MEDIA_NAME))
        ):
            return self._take_complement(j, attached, target)
        some = (
            form == "من"
            and classify(self.forms[self.first]).stem in _OF
            and self.last - self.first < 2
            and self.last == j - 1
        )
        if (
            some
            and target.definite
            and not target.flags & (wc.TIME | wc.PRONOUN | wc.RELATIVE)
            or some
            and target.flags & (wc.GROUP | wc.TITLE)
        ):
            return self._take_complement(j, attached, target)
        if (
            target.flags & blocked
            and not target.flags & (wc.ORGANIZATION | wc.PORTFOLIO | wc.PLACE)
            and not of_document
        ):
            return self._before_name(j, attached, target) if not target.flags & blocked & ~wc.ADDRESSEE else 0
        if target.flags & wc.OCCASION and target.stem not in _BODIES_TOO and not of_document:
            return self._before_name(j, attached, target)
        place_like = wc.ORGANIZATION | wc.PLACE | wc.PORTFOLIO | wc.BODY_NAME
        if form == "في" or self._place_follows(target_at):
            place_like |= wc.NAME_MARK  # في مستوطنة "…", بمنطقة نجران
        ok = False
        if self.head < 0:
            ok = (
                form in ("في", "من")
                and self.last == self.first
                and self.name_first < 0
                and bool(target.flags & (wc.PLACE | wc.ORGANIZATION | wc.COMMON))
                and not target.flags & wc.OCCASION
            )
        elif not self.head_flags & wc.HEAD:
            ok = (
                bool(self.head_flags & wc.BODY_NAME)
                and word.prep == "ل"
                and bool(target.flags & wc.PORTFOLIO)
                and not target.flags & (wc.MEDIA | wc.PLACE | wc.PERSON_HEAD | wc.GROUP)
            )
        elif attached and word.prep == "ل":
            person = target.flags & wc.PERSON_HEAD and not target.flags & wc.ORGANIZATION
            ok = bool(target.flags & place_like) and not person and not target.flags & (wc.MEDIA_NAME | wc.MEDIA)
            office = self.head_flags & (wc.TITLE | wc.DOCUMENT | wc.ORGANIZATION) and self.closed
            heard = wc.MEDIA_NAME | wc.MEDIA | wc.GROUP | wc.UNNAMED
            ok = (
                ok
                or of_document
                or bool(
                    office and not person and not target.flags & heard and (target.definite or target.flags & wc.COMMON)
                )
            )
        elif attached and word.prep == "ب":
            ok = bool(target.flags & (place_like | wc.MEDIA))
        elif form in ("في", "لدي", "داخل", "خارج", "قرب"):
            local = place_like & ~wc.PORTFOLIO | wc.MEDIA
            ok = bool(target.flags & local) or (not attached and self._place_follows(target_at))
            ok = ok or (not self.head_flags & wc.DOCUMENT and (target.definite or not target.flags))
            ok = ok and not (self.head_flags & wc.DOCUMENT and target.flags & (wc.DOCUMENT | wc.NAME_MARK))
        elif form == "من":
            several = self.head_flags & (wc.UNNAMED | wc.GROUP | wc.ORGANIZATION)
            ok = bool(
                several and (target.definite or not target.flags or target.flags & (wc.GROUP | wc.TITLE | wc.NISBA))
            ) or bool(target.flags & place_like & ~wc.PORTFOLIO)
            ok = ok or bool(self.head_flags & target.flags & wc.DOCUMENT)
            ok = ok and not target.flags & wc.TIME
        if not ok:
            return self._before_name(j, attached, target)
        return self._take_complement(j, attached, target)

    def _take_complement(self, j: int, attached: bool, target: Word) -> int:
        """Take a preposition with its noun; an indefinite one waits for its own complement (في حي …، بمنطقة نجران)."""
        waits = wc.HEAD | wc.NAME_MARK | wc.PORTFOLIO | wc.COMMON
        self.open = (
            not target.definite
            and bool(target.flags & waits)
            and not target.flags & (wc.PLACE | wc.BODY_NAME)
            or target.stem in _SIDES
        )
        self.closed = True
        self.proper = bool(target.flags & wc.PLACE) or (not target.definite and not target.flags)
        size = self._phrase_size(j, target) if attached else self._phrase_size(j + 1, None)
        if size:
            self.open = False
        return self._take(j, (max(size, 1) if attached else max(size, 1) + 1))

    def _phrase_size(self, j: int, attached: Word | None) -> int:
        """How many words the listed name of a body or place has that begins here, behind a preposition too (بالمدينة المنورة)."""
        form = self.forms[j]
        if attached is not None:
            form = (
                "ال" + attached.stem
                if attached.definite and attached.prep == "ل"
                else form[len(attached.prep) + len(attached.conj) :]
            )
        for parts, flags in wc.phrases().get(form, ()):
            if (
                not flags & wc.GIVEN
                and j + len(parts) <= self.end
                and tuple(self.forms[j + 1 : j + len(parts)]) == parts[1:]
            ):
                return len(parts)
        return 0

    def _governed(self, j: int, prep: str) -> bool:
        """Whether one of the last words is an adjective or office that takes this preposition (المشرف العام على …)."""
        if self.last != j - 1:
            return False
        for k in (j - 1, j - 2):
            if k < self.first or not self.text.words[k]:
                return False
            w = classify(self.forms[k])
            for end in _GOVERNING_ENDS:
                if w.stem.endswith(end) and prep in _GOVERNING.get(
                    w.stem[: len(w.stem) - len(end)] if end else w.stem, ()
                ):
                    return True
            if not w.flags & wc.NISBA:
                return False
        return False

    def _before_name(self, j: int, attached: bool, target: Word) -> int:
        """A complement of any kind belongs to a title where the person's name closes it (مدير الصحة بقبلي علي الطبال)."""
        if (
            self.name_first >= 0
            or not self.head_flags & wc.PERSON_HEAD
            or target.flags & (wc.PERSON_HEAD | wc.MEDIA_NAME | wc.GIVEN)
        ):
            return 0
        if not attached and self.forms[j] not in ("في", "من", "علي", "عن", "لدي"):
            return 0
        k = j + (1 if attached else 2)
        for k in range(k, min(k + 4, self.end)):
            if not self.text.words[k]:
                return 0
            w = classify(self.forms[k])
            if self._name_begins(k, w):
                previous = classify(self.forms[k - 1])
                if not previous.definite and not (k == j + 1 and attached):
                    return 0
                self.name_at = k
                step = self._take_complement(j, attached, target)
                self.open = self.open and k > j + step
                return step
            if w.prep or w.conj or w.flags & (wc.FUNCTION | wc.PERSON_HEAD) or lookup(self.forms[k])[0]:
                return 0
        return 0

    def _issuer(self, j: int) -> int:
        """دراسة أجرتها منظمة …: the clause that names a document's author is part of it."""
        if not self.head_flags & wc.DOCUMENT or j + 1 >= self.end:
            return 0
        if self.forms[j + 1] in _MARKS_OPEN:
            close = next((k for k in range(j + 3, min(j + 8, self.end)) if self.forms[k] in '»«"”“„›>>'), -1)
            self.open, self.closed = False, True
            return self._take(j, close + 1 - j) if close > 0 else 0
        if not self.text.words[j + 1]:
            return 0
        author = parse(self.text, j + 1, self.end)
        if author is None or author.head < 0:
            return 0
        self.open, self.closed = False, True
        return self._take(j, author.last + 1 - j)

    def _leap(self, j: int) -> int:
        """Over a relative clause to the name that it keeps from its title (مدير الشركة التي تستغل القطار فلان)."""
        if self.name_first >= 0 or not self.head_flags & wc.PERSON_HEAD or not self.closed:
            return 0
        for k in range(j + 1, min(j + 7, self.end)):
            if not self.text.words[k]:
                return 0
            w = classify(self.forms[k])
            if w.flags & wc.THAT or lookup(self.forms[k])[0] and not w.definite and not w.flags & wc.GIVEN:
                return 0
            if k > j + 1 and self._name_begins(k, w):
                previous = classify(self.forms[k - 1])
                if not previous.definite or previous.flags & wc.PERSON_HEAD:
                    return 0
                self.open = False
                return self._take(j, k - j)
        return 0

    def _name_begins(self, k: int, w: Word) -> bool:
        """Whether a person's name begins at token `k`: a given name, or an honorific before one."""
        if w.definite and w.flags & wc.HONORIFIC and k + 1 < self.end and self.text.words[k + 1]:
            k += 1
            w = classify(self.forms[k])
        if self.forms[k] == "علي":
            return self._ali_begins(k) and self.text.raw[self.text.ends[k] - 1] == "ي"
        return (
            bool(w.flags & wc.GIVEN)
            and (not w.flags & wc.COMMON or self._name_goes_on(k))
            and not w.definite
            and not w.prep
            and not w.conj
        )

    def _place_follows(self, j: int) -> bool:
        """في جنوب إيران: a place after a common noun."""
        return (
            j + 1 < self.end
            and self.text.words[j + 1]
            and bool(classify(self.forms[j + 1]).flags & (wc.PLACE | wc.NISBA))
        )

    def _sign(self, j: int) -> int:
        """Commas before an apposition, brackets, dots of abbreviations, a marked name after its head."""
        form = self.forms[j]
        if form == "." and self.last == j - 1 and (len(self.forms[j - 1]) == 1 or self._dotted(j)):
            return self._skip(j)
        if (
            form in "/-ـ"
            and j + 1 < self.end
            and self.last == j - 1
            and self.text.words[j + 1]
            and self.head >= 0
            and self.text.starts[j + 1] - self.text.ends[j] <= 1
            and (form == "/" or self.text.starts[j] == self.text.ends[j - 1])
        ):
            return self._skip(j)
        if form == "(":
            return self._bracket(j)
        if form in _MARKS_OPEN:
            return self._marked_name(j)
        if form in "،,":
            return self._apposition(j)
        return 0

    def _dotted(self, j: int) -> bool:
        """جيه.إل.إل: short parts with dots and no spaces between."""
        starts, ends = self.text.starts, self.text.ends
        return (
            j + 1 < self.end
            and self.text.words[j + 1]
            and starts[j] == ends[j - 1]
            and starts[j + 1] == ends[j]
            and len(self.forms[j + 1]) < 4
            and len(self.forms[j - 1]) < 4
        )

    def _bracket(self, j: int) -> int:
        for k in range(j + 1, min(j + 7, self.end)):
            if self.forms[k] == ")":
                after = k + 1
                if self.last == j - 1:
                    self.closed = self.closed or self.open
                    self.last = k
                    return after - j
                return 0
        return 0

    def _marked_name(self, j: int) -> int:
        """قناة "…", «ابن عم» الجاني, المدير "فلان": up to four words in marks that belong to the name."""
        close = next((k for k in range(j + 2, min(j + 7, self.end)) if self.forms[k] in '»«"”“„›>>'), -1)
        if close < 0:
            return 0
        inside = [
            classify(f)
            for f, is_word in zip(self.forms[j + 1 : close], self.text.words[j + 1 : close], strict=True)
            if is_word
        ]
        proper = all(
            not w.flags & ~(wc.GIVEN | wc.SURNAME | wc.BODY_NAME | wc.MEDIA_NAME | wc.NISBA) and not w.prep and not w.conj
            for w in inside
        )
        if (
            self.head_flags & wc.PERSON_HEAD
            and self.closed
            and not self.open
            and self.name_first < 0
            and proper
            and len(inside) > 1
            and inside[0].flags & wc.GIVEN
        ):
            for k in range(j + 1, close):
                self._name(k)
            self.last = close
            return close + 1 - j
        impersonal = (
            self.head_flags & _IMPERSONAL
            and not self.head_flags & (wc.PERSON_HEAD | wc.DOCUMENT | wc.PLACE | wc.BODY_NAME | wc.MEDIA_NAME)
            or self.head < 0
            and classify(self.forms[self.first]).stem in _OF
        )
        if not (self.last == j - 1 and impersonal and self.closed and proper and inside):
            if not self.open and self.head != j - 1 and not self._name_after_mark(j):
                return 0
            if (
                self.head_flags & (wc.DOCUMENT | wc.TITLE)
                and not self.open
                and not self.head_flags & wc.KIN
                and not self._name_after_mark(j)
            ):
                return 0
        self.closed, self.open = True, False
        self.last = close
        return close + 1 - j

    def _name_after_mark(self, j: int) -> bool:
        """المتحدث باسم الهيئة «…» فلان: a name of a body in marks, then the person's."""
        for k in range(j + 2, min(j + 5, self.end - 1)):
            if self.forms[k] in '»«"”“„':
                return self.text.words[k + 1] and bool(classify(self.forms[k + 1]).flags & wc.GIVEN)
        return False

    def _apposition(self, j: int) -> int:
        """The comma of an apposition: title، name، or name، title، ."""
        k = j + 1
        if k < self.end and self.forms[k] == "(" and self.last == j - 1 and self.head_flags & _IMPERSONAL:
            self.last = j
            step = self._bracket(k)
            self.last = self.last if step else j - 1
            return step + 1 if step else 0
        if k >= self.end or not self.text.words[k] or self.last != j - 1:
            return 0
        word = classify(self.forms[k])
        if (
            word.conj
            or word.prep
            or self._is_verb(k, word)
            or word.flags & wc.FUNCTION & ~wc.TIME
            and not word.flags & (wc.HEAD | wc.GIVEN)
        ):
            return 0
        if self.name_first < 0 and self.head >= 0 and self.head_flags & wc.PERSON_HEAD and self.closed:
            step = self._between_commas(k)
            if step:
                return step + 1
        inner: NounPhrase | None
        if self.name_first < 0 and self.head >= 0 and self.head_flags & wc.PERSON_HEAD and not word.definite:
            if not word.flags & wc.FUNCTION and (
                not word.flags & wc.HEAD or word.flags & wc.GIVEN or word.flags & wc.HONORIFIC
            ):
                inner = parse(self.text, k, self.end)
                if inner and inner.has_name and inner.name_first <= k + 2:
                    self.name_first, self.name_last = inner.name_first, inner.name_last
                    self.last = inner.last if inner.last <= inner.name_last + 1 else inner.name_last
                    return self.last + 1 - j
        if (
            self.name_first < 0
            and self.head >= 0
            and self.head_flags & wc.PERSON_HEAD
            and word.flags & (wc.HONORIFIC | wc.TITLE)
        ):
            inner = parse(self.text, k, self.end)
            if inner and inner.has_name:
                self.name_first, self.name_last, self.last = inner.name_first, inner.name_last, inner.last
                return self.last + 1 - j
        if (
            self.name_first >= 0
            and not self.title_after
            and word.flags & (wc.TITLE | wc.SPOKESPERSON)
            and not word.flags & wc.GIVEN
        ):
            inner = parse(self.text, k, self.end)
            if inner and not inner.has_name:
                after = inner.last + 1
                if (
                    after >= self.end
                    or self.forms[after] in "،,:"
                    or not self.text.words[after]
                    or classify(self.forms[after]).flags & (wc.THAT | wc.PREPOSITION | wc.TIME | wc.ADVERB)
                    or classify(self.forms[after]).prep
                ):
                    self.title_after = True
                    self._head(k, word.flags, word.definite)
                    self.last = inner.last
                    return self.last + 1 - j
        return 0

    def _between_commas(self, first: int) -> int:
        """The name that alone fills the space between commas after a title (المتحدث باسم الحكومة، راجح بادي، إن)."""
        strange = False
        for k in range(first, min(first + 6, self.end)):
            if not self.text.words[k]:
                if self.forms[k] not in "،," or k - first < 2 or not strange:
                    return 0
                self.open = False
                for n in range(first, k):
                    self.name_first = first
                    self.name_last = self.last = n
                return k - first
            w = classify(self.forms[k])
            named = w.flags & (wc.GIVEN | wc.SURNAME)
            if (
                w.conj
                or w.flags & (wc.FUNCTION | wc.NISBA | wc.ORGANIZATION | wc.PORTFOLIO)
                and not named
                or (w.flags & wc.HEAD and not named)
                or (k == first and w.definite)
            ):
                return 0
            if w.prep and not (w.flags in (0, wc.COMMON) and not w.definite):
                return 0
            strange = strange or bool(named) or not w.flags
        return 0

    # -- taking words ---------------------------------------------------------------------------------------------

    def _is_verb(self, j: int, word: Word) -> bool:
        """Whether a word is a verb of reporting or another frequent verb, and no name."""
        readings, _ = lookup(self.forms[j])
        if (
            readings
            and self.name_first >= 0
            and self.name_last == j - 1
            and all(r.strength == "w" and r.has_object for r in readings)
        ):
            return False  # a name's last word may look like a verb with its object (زاده، شبه)
        if self.forms[j][-1] == "ا" and any(r.shape == "participle" for r in readings) and self.name_last != j - 1:
            return True  # الوزير مشيرا
        if not readings or word.flags & (wc.GIVEN | wc.HEAD | wc.PORTFOLIO | wc.SURNAME) or word.definite:
            return bool(word.flags & wc.AUXILIARY) and not word.flags & wc.HEAD
        return any(
            r.shape in ("past", "present", "participle") or (r.shape == "masdar" and r.has_object) for r in readings
        )

    def _head(self, j: int, flags: int, definite: bool) -> None:
        if self.head >= 0:
            if not self.title_after and flags & wc.PERSON_HEAD and self.head_flags & wc.HONORIFIC:
                self.head_flags |= flags
            return
        self.head, self.head_flags = j, flags
        self.plural = bool(flags & wc.PLURAL) and not flags & (wc.MASCULINE | wc.FEMININE)
        if flags & wc.FEMININE and not flags & wc.MASCULINE:
            self.feminine = True
        elif flags & wc.MASCULINE and not flags & wc.FEMININE:
            self.feminine = False

    def _take(self, j: int, count: int = 1) -> int:
        self.last = j + count - 1
        return count

    def _skip(self, j: int) -> int:
        return 1

    def _name(self, j: int) -> int:
        if self.name_first < 0:
            self.name_first = j
            if self.head < 0 and j - 1 == self.first == self.last and not self.joined and not self.closed:
                before = classify(self.forms[j - 1])
                if before.flags == wc.COMMON and not before.definite and before.stem not in _OF:
                    self.name_first = j - 1  # جاري كيرتيس: a first name that is an ordinary word too
        elif self.name_last != j - 1 and not (self.name_last == j - 2 and self.forms[j - 1] == "."):
            return self._take(j)
        self.name_last = j
        self.open, self.closed = False, True
        return self._take(j)


def parse_attached(text: Text, i: int, end: int) -> NounPhrase | None:
    """Like `parse`, for a first word with an attached preposition (لوزارة، للمتحدث): the preposition does not hinder it."""
    parser = _Parser(text, i, min(end, i + _MAX_TOKENS, len(text)))
    word = classify(text.forms[i])
    step = parser._phrase(i) or parser._noun(i, word._replace(prep="", conj=""))
    np = parser.run(i + step)
    if np is not None:
        elided = word.prep == "ل" and word.definite
        np.cut = len(word.conj) + (0 if elided else len(word.prep))
    return np


_FORMULAS: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    (tuple(map(word_form, phrase.split())), name)
    for phrase, name in (
        ("صلى الله عليه وسلم", "النبي"), ("صلى الله عليه وآله وسلم", "النبي"), ("عليه الصلاة والسلام", "النبي"),
        ("عليه أفضل الصلاة والسلام", "النبي"), ("عليه السلام", "النبي"), ("تعالى", "الله"), ("عز وجل", "الله"), ("سبحانه وتعالى", "الله"),
        ("سبحانه", "الله"), ("جل وعلا", "الله"), ("الله تعالى", "الله"), ("الله عز وجل", "الله"), ("الله سبحانه وتعالى", "الله"),
        ("المولى عز وجل", "الله"), ("رسول الله صلى الله عليه وسلم", "النبي"), ("رسول الله عليه الصلاة والسلام", "النبي"),
        ("النبي صلى الله عليه وسلم", "النبي"), ("النبي الكريم", "النبي"), ("الرسول صلى الله عليه وسلم", "النبي"), ("الرسول الكريم", "النبي"), ("رسول الله", "النبي"),
        ("الحق سبحانه وتعالى", "الله"), ("الحق تبارك وتعالى", "الله"), ("ربنا", "الله"), ("المولى تعالى", "الله"), ("رب العزة", "الله"), ("الحق سبحانه", "الله"),
        ("الله سبحانه", "الله"), ("الله", "الله"), ("رسول الله صلوات الله وسلامه عليه", "النبي"), ("الله جل وعلا", "الله"),
    )
)  # fmt: skip


def _formula(text: Text, i: int) -> tuple[str, int] | None:
    """A formula of reverence that stands for its subject (قال تعالى، قال صلى الله عليه وسلم): whose, and how many tokens."""
    best: tuple[str, int] | None = None
    first = text.forms[i]
    first = first[1:] if first == "والله" else first
    for parts, name in _FORMULAS:
        if (
            first == parts[0]
            and tuple(text.forms[i + 1 : i + len(parts)]) == parts[1:]
            and (best is None or len(parts) > best[1])
        ):
            best = (name, len(parts))
    return best


@lru_cache(maxsize=2)
def _pairs(text: Text) -> Counter[tuple[str, str]]:
    """How often two words stand side by side in the text: what is said again is more likely a name."""
    return Counter(zip(text.forms, text.forms[1:], strict=False))


@lru_cache(maxsize=2)
def _writes_ala(text: Text) -> bool:
    """Whether the writer keeps ى and ي apart, so that علي is the name."""
    return any(form == "علي" and text.raw[text.ends[k] - 1] == "ى" for k, form in enumerate(text.forms))
