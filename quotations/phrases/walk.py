"""The state of one walk over a noun phrase, and what every step asks of the words around it."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import NamedTuple

from quotations.model import SpeakerKind
from quotations.phrases.ali import ALI, writes_ala
from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.repeated import repeated
from quotations.words.text import Text
from quotations.words.wordclass import Word, classify

# What an office is held of: وزير الري, مالك الشركة, قائد برشلونة.
_COMPLEMENTS = wc.PORTFOLIO | wc.ORGANIZATION | wc.PLACE | wc.TITLE | wc.MEDIA | wc.BODY_NAME | wc.MEDIA_NAME


class Part(NamedTuple):
    """One of several joined speakers: its tokens, and the letters of و before its first word."""

    first: int
    last: int
    cut: int


@dataclass(slots=True)
class NounPhrase:
    """Tokens `first` to `last`; `name` are the tokens of a person's name (empty range where there is none).

    Stages share it: who knows more of a phrase makes another.
    """

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
    members: tuple[Part, ...] = ()  # where `joined`: who they are, in order

    @property
    def has_name(self) -> bool:
        return self.name_first >= 0


class Walk(ABC):
    """One walk over the words; every attribute is what the words so far have made known."""

    def __init__(self, text: Text, first: int, end: int) -> None:
        self.text, self.forms, self.first, self.end = text, text.forms, first, end
        self._tanwin = text.tanwin
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
        self.parts: list[Part] = []  # the speakers joined so far, but the last
        self.part_first = first  # where the last one begins
        self.clause_at = -1  # where a clause begins on somebody without the article (مصدر يعمل في …)
        self.name_at = -1  # where a look ahead has found the person's name

    def _take(self, j: int, count: int = 1) -> int:
        self.last = j + count - 1
        return count

    def _join(self, j: int) -> None:
        """Another speaker begins with token `j`, behind its و."""
        self.parts.append(self._part())
        self.part_first = j
        self.joined = True

    def _part(self) -> Part:
        cut = 1 if self.parts and self.forms[self.part_first - 1] != "و" else 0
        return Part(self.part_first, self.last, cut)

    def _head(self, j: int, flags: int, definite: bool) -> None:
        if self.head >= 0:
            if not self.title_after and flags & wc.PERSON_HEAD and self.head_flags & wc.HONORIFIC:
                self.head_flags |= flags
            return
        self.head, self.head_flags = j, flags
        self.plural = bool(flags & wc.PLURAL) and not flags & (wc.MASCULINE | wc.FEMININE)
        if flags & wc.FEMININE and not flags & wc.MASCULINE:
            his = flags & wc.TITLE and self.text.last_letter(j) == "ه"
            self.feminine = None if his else True  # نائبه: his deputy, or نائبة by a careless hand
        elif flags & wc.MASCULINE and not flags & wc.FEMININE:
            self.feminine = False

    def _name(self, j: int) -> int:
        if self.name_first < 0:
            self.name_first = j
            if self.head < 0 and j - 1 == self.first == self.last and not self.joined and not self.closed:
                before = classify(self.forms[j - 1])
                ordinary = before.flags & wc.COMMON and not before.flags & ~(wc.COMMON | wc.NAME_MARK | wc.OCCASION)
                if ordinary and not before.definite and before.stem not in words.OF:
                    self.name_first = j - 1  # جاري كيرتيس: a first name that is an ordinary word too
            self._begin_before(j)
        elif self.name_last != j - 1 and not (self.name_last == j - 2 and self.forms[j - 1] in ".-"):
            return self._take(j)
        self.name_last = j
        self.open, self.closed = False, True
        return self._take(j)

    def _begin_before(self, j: int) -> None:
        """سعادة نوار بنت سليم, الهيثم بن سليم, المهندس طالب بن سليم: whoever is somebody's son or daughter has a name
        of her own before that, whatever else the word is; not الرئيس بن علي, and not before a surname (قال بن سالم)."""
        if self.forms[j] not in words.SON or self.last != j - 1 or j - 1 < self.first:
            return
        before = classify(self.forms[j - 1])
        if before.prep or before.conj or before.flags & (wc.FUNCTION | wc.PLACE | wc.PLURAL):
            return
        if before.definite:
            begins = j - 1 == self.first and not before.flags & (wc.HEAD | wc.NISBA | wc.PORTFOLIO)
        elif j - 1 == self.first:
            begins = bool(before.flags & wc.GIVEN)
        else:
            begins = classify(self.forms[j - 2]).definite and (
                bool(before.flags & wc.GIVEN) or not before.flags & (wc.HONORIFIC | wc.ORGANIZATION)
            )
        begins = begins or (j - 1 > self.first == self.head and not before.definite and not before.flags & ~wc.COMMON)
        if begins:
            self.name_first = j - 1

    def _is_definite(self) -> bool:
        """Whether the phrase names one office: with the article, or by a definite complement (نائب الرئيس)."""
        if classify(self.forms[self.head]).definite:
            return True
        end = self.last + 1 if self.clause_at < 0 else self.clause_at
        for k in range(self.head + 1, end):
            w = classify(self.forms[k])
            if not self.text.words[k] or w.prep or w.conj or w.flags & wc.PREPOSITION:
                return False
            if w.definite:
                return True
        return False

    @property
    def head_is_body(self) -> bool:
        return not self.head_flags & (wc.HONORIFIC | wc.SPOKESPERSON)

    def _told(self, j: int) -> bool:
        """لبي بي سي, لفرانس برس: to whom it was said."""
        form = self.forms[j]
        return form[0] == "ل" and any(
            flags & wc.MEDIA_NAME and tuple(self.forms[j + 1 : j + len(parts)]) == parts[1:]
            for parts, flags in wc.phrases().get(form[1:], ())
        )

    def _joins(self, j: int) -> bool:
        """Whether the next word is the name's in any case (بن، أبو، عبد، آل); إل of جيه.إل.إل is not آل."""
        return self.forms[j] in words.JOINS and self.text.alif(j) != "إ"

    def _named_word(self, j: int) -> Word:
        """The word at token `j` of a name: there علي is the first name, elsewhere على."""
        return ALI if self.forms[j] == ALI.stem else classify(self.forms[j])

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

    def _place_follows(self, j: int) -> bool:
        """في جنوب إيران: a place after a common noun."""
        return (
            j + 1 < self.end
            and self.text.words[j + 1]
            and (bool(classify(self.forms[j + 1]).flags & (wc.PLACE | wc.NISBA)) or self._settlement_follows(j))
        )

    def _settlement_follows(self, j: int) -> bool:
        """في مدينة أوفا الروسية: a town that no list knows, by its kind before it and its country behind it."""
        if classify(self.forms[j]).stem not in words.SETTLEMENTS or j + 2 >= self.end:
            return False
        name, country = classify(self.forms[j + 1]), classify(self.forms[j + 2])
        strange = not name.flags and not name.prep and not name.conj and not name.definite
        return strange and country.definite and bool(country.flags & wc.NISBA)

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

    def _name_goes_on(self, j: int) -> bool:
        """Whether a word that is a name and an ordinary word too (جمال، سعيد) is followed by more of a name."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        if j + 2 < self.end and self.forms[j + 2] in words.OF_NAMES and not w.definite and not w.prep and not w.conj:
            return True  # سليم أمان الله
        if self.forms[j + 1] == "الدين":
            return True  # نعيم الدين
        if w.definite and w.flags & wc.TITLE and not w.prep and not w.conj and self._office_begins(j + 2):
            return j == self.first and self._behind_report()  # أكد نعيم الطيار مدير المعرض
        if w.flags & (wc.GIVEN | wc.SURNAME):
            return not w.flags & wc.FUNCTION
        if j == self.first and self._office_begins(j + 1) and self._behind_objectless():
            return True  # قال كمال مدير الشركة
        nouns = wc.PORTFOLIO | wc.NAME_MARK | wc.PLACE | wc.HEAD | wc.NISBA | wc.FUNCTION
        if (
            not w.flags & nouns
            and not w.definite
            and not w.prep
            and not w.conj
            and repeated(self.text).again(self.forms[j], self.forms[j + 1])
        ):
            return True  # أمير عياد, again and again
        if (
            w.definite
            and j == self.first
            and not w.conj
            and not w.prep
            and not w.flags & (wc.HEAD | wc.PORTFOLIO | wc.PLACE)
        ):
            return not self._is_owners(j, w)
        return not w.flags and not w.prep and not w.conj

    def _office_begins(self, j: int) -> bool:
        """Whether an indefinite office with its complement begins at token `j`."""
        if j >= self.end or not self.text.words[j]:
            return False
        w = classify(self.forms[j])
        office = w.flags & wc.TITLE and not w.flags & wc.GIVEN and not (w.definite or w.prep or w.conj)
        return bool(office) and self._has_complement(j)

    def _has_complement(self, j: int) -> bool:
        """Whether an office has its complement: مدير الشركة, شيخ الصاغة."""
        thing = j + 1 < self.end and self.text.last_letter(j + 1) == "ة" and classify(self.forms[j + 1]).definite
        return thing or self._next_is_complement(j)

    def _is_owners(self, j: int, w: Word) -> bool:
        """حياة الإنسان, حسن النية: whose an ordinary noun is that is a first name too; not سليم الهدف معاون …."""
        if w.stem not in words.PLAIN_NOUNS or w.flags & ~wc.COMMON or self.forms[j + 1] in words.OF_NAMES:
            return False
        office = j + 2 < self.end and classify(self.forms[j + 2])
        titled = office and office.flags & wc.TITLE and not (office.definite or office.prep or office.conj)
        return not (titled or self._joins(j) or self._behind_objectless())

    def _next_is_complement(self, j: int) -> bool:
        """Whether a word that is both a title and a given name (أمين، عميد) goes on as a title."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        if self.forms[j + 1] in words.OF_SECRETARIES:
            return True
        following = classify(self.forms[j + 1])
        if following.flags & (wc.GIVEN | wc.SURNAME) and not following.flags & (wc.HEAD | wc.PLACE):
            return False
        if following.flags & _COMPLEMENTS or (following.definite and following.stem in words.PLAIN_NOUNS):
            return True
        return following.definite and bool(following.flags & wc.NISBA)

    def _closes(self, j: int) -> bool:
        """Whether nothing of the phrase follows this word: a particle, a verb or a sign does."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return True
        w = classify(self.forms[j + 1])
        return bool(w.flags & (wc.THAT | wc.RELATIVE)) or bool(
            lookup(self.forms[j + 1])[0] and not w.flags & (wc.GIVEN | wc.SURNAME | wc.HEAD)
        )

    def _ends_after(self, j: int) -> bool:
        """Whether the phrase ends with this word, so that an ordinary word is the surname (بطرس حرب)."""
        if not self.text.words[j + 1]:
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

    def _is_phrase(self, j: int) -> bool:
        """Whether a listed name of several words begins here: an object after a name (فرنسيس الأمم المتحدة)."""
        return any(
            not flags & wc.GIVEN and tuple(self.forms[j : j + len(parts)]) == parts
            for parts, flags in wc.phrases().get(self.forms[j], ())
        )

    def _is_outlet(self, j: int) -> bool:
        """Whether an outlet's name of several words begins here (بي بي سي)."""
        return any(
            flags & wc.MEDIA_NAME and tuple(self.forms[j : j + len(parts)]) == parts
            for parts, flags in wc.phrases().get(self.forms[j], ())
        )

    def _phrase_size(self, j: int, attached: Word | None, kinds: int = -1) -> int:
        """How many words the listed name that begins here has, behind a preposition too (بالمدينة المنورة)."""
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
                and flags & kinds
                and j + len(parts) <= self.end
                and tuple(self.forms[j + 1 : j + len(parts)]) == parts[1:]
            ):
                return len(parts)
        return 0

    def _ali_begins(self, j: int) -> bool:
        """Whether علي at the head of a phrase is the given name: a word follows that no list knows, or a name, and
        behind one that is an ordinary word too, the end or an office (قال علي الحداد مدير المرفأ); or what is said,
        behind it or behind an adjective (أكد علي البصري أن), where the writer keeps ي and ى apart."""
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        if w.prep or w.conj:
            return False
        if w.flags & wc.THAT or (w.definite and w.flags & wc.NISBA and self._ends(j + 2)):
            return writes_ala(self.text)
        if w.flags and not w.flags & (wc.GIVEN | wc.SURNAME):
            return False
        if not w.flags & wc.COMMON or self._ends(j + 2):
            return True
        office = classify(self.forms[j + 2])
        return bool(w.flags & wc.SURNAME and office.flags & wc.TITLE) and not office.prep and not office.conj

    def _ends(self, j: int) -> bool:
        """Whether what is said, or a sign, stands at token `j`."""
        return j >= self.end or not self.text.words[j] or bool(classify(self.forms[j]).flags & wc.THAT)

    @abstractmethod
    def _behind_objectless(self) -> bool:
        """Whether a verb that takes no object stands right before the phrase."""

    @abstractmethod
    def _behind_report(self) -> bool:
        """Whether a finite verb of reporting stands right before the phrase."""

    @abstractmethod
    def _parse(self, j: int) -> NounPhrase | None:
        """Another noun phrase, from token `j` to where this one must end at the latest."""

    @abstractmethod
    def _title_in_marks(self, j: int) -> int:
        """The step over a document's name in marks, 0 where none stands at token `j`."""

    @abstractmethod
    def _noun(self, j: int, word: Word) -> int:
        """The step over a noun that is no name."""

    @abstractmethod
    def _preposition(self, j: int, word: Word) -> int:
        """The step over a preposition with what it governs, where that belongs to the phrase."""

    @abstractmethod
    def _governed(self, j: int, prep: str) -> bool:
        """Whether the word before token `j` takes this preposition (المشرف على …)."""
