"""What a walk has found: the phrase with its kind, its number and its name."""

from quotations.model import SpeakerKind
from quotations.phrases.starts import Starts
from quotations.phrases.walk import NounPhrase
from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.wordclass import classify


class Results(Starts):
    """Makes the noun phrase of a walk that has ended."""

    def _result(self) -> NounPhrase:
        if 0 <= self.head < self.name_first and self._is_anothers_name():
            self.name_first = self.name_last = -1
        kind = self._kind()
        if kind == "group" and self.head < 0 and self.forms[self.first] not in ("احد", "احدي", "فريق"):
            self.plural = True
        if self._are_of_one():
            self.name_first = self.name_last = -1
            kind = "group"
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
            self._proclitic(),
            "",
            (*self.parts, self._part()) if self.joined else (),
        )

    def _is_anothers_name(self) -> bool:
        """مصدر مقرب من سليم حداد, متحدث باسم وزير الطاقة سليم حداد: without the article it is nobody's name, and the
        name behind it is of whom it is near to or speaks for."""
        between = range(self.head + 1, self.name_first)
        if self.head_flags & wc.SPOKESPERSON and not classify(self.forms[self.head]).definite:
            office = classify(self.forms[self.head + 2]) if self.forms[self.head + 1] == "باسم" else None
            somebody = office is not None and office.flags & wc.PERSON_HEAD and not office.prep
            return bool(somebody) and office is not None and not office.flags & (wc.ORGANIZATION | wc.PLURAL)
        if self._is_of_kin():
            return True
        if not self.head_flags & wc.UNNAMED or self._is_definite():
            return False
        return any(self.forms[k] == "من" for k in between) and all(self.text.words[k] for k in between)

    def _are_of_one(self) -> bool:
        """أصدقاء سليم حداد, منتقدو الرئيس سليم حداد, مسؤولون في إدارة سليم حداد: many without the article have no
        name in common, and the name behind them is of whom they are; not أحد شركاء فلان."""
        many = self.plural and self.head_flags & (wc.PERSON_HEAD | wc.GROUP) and not self.head_flags & wc.DOCUMENT
        if not many or self.joined or not self.first == self.head < self.name_first:
            return False
        return not classify(self.forms[self.head]).definite

    def _is_of_kin(self) -> bool:
        """والد سليم حداد: somebody's kin, without the article or a pronoun, right before the name in the genitive; not
        شقيقه سليم, whose own name it is, nor أم سليم, which is a name."""
        head = classify(self.forms[self.head])
        own = head.definite or self.text.last_letter(self.head) in "هي" or head.flags & (wc.GIVEN | wc.SURNAME)
        named = self.forms[self.head] in words.JOINS or self.forms[self.head] in words.SON
        return bool(self.head_flags & wc.KIN) and not own and not named and self.name_first == self.head + 1

    def _is_one(self) -> bool:
        """كتاب حديث, الكتاب الجديد: an adjective in the singular tells a book from writers."""
        k = self.head + 1
        if k > self.last or not self.text.words[k] or self.head != self.first:
            return False
        w, many = classify(self.forms[k]), ("ون", "ين", "جدد", "كبار", "عرب", "اجانب", "وات", "ات")
        agrees = w.definite == classify(self.forms[self.head]).definite and not w.prep and not w.conj
        return agrees and bool(w.flags & (wc.NISBA | wc.COMMON)) and not w.stem.endswith(many)

    def _proclitic(self) -> int:
        """Letters of و or ف before the first word (فرئيس المجلس); none where they are a name's own (والت)."""
        word = classify(self.forms[self.first])
        return 0 if not word.conj or self._only_looks_prefixed(self.first, word) else len(word.conj)

    def _kind(self) -> SpeakerKind:
        flags = self.head_flags
        if self.joined or (self.head < 0 and self.name_first < 0 and classify(self.forms[self.first]).stem in words.OF):
            return "group"
        if flags & wc.UNNAMED and self.name_first < 0 and not (flags & wc.TITLE and self._is_definite()):
            return "unnamed_source"
        if flags & wc.PERSON_HEAD and (self.name_first >= 0 or not (flags & wc.ORGANIZATION and self.head_is_body)):
            return "group" if self.plural and self.name_first < 0 else "person"
        if flags & wc.GROUP:
            return "document" if flags & wc.DOCUMENT and self._is_one() else "group"
        if flags & wc.DOCUMENT:
            return "document"
        if flags & (wc.ORGANIZATION | wc.MEDIA | wc.BODY_NAME | wc.MEDIA_NAME | wc.PLACE):
            return "organization"
        return "person"
