"""Where a noun phrase begins: at a noun, a name, a share of those asked, at no adverb and at nothing owned."""

from dataclasses import replace

from quotations.phrases import traits
from quotations.phrases.chain import Nouns
from quotations.phrases.walk import NounPhrase
from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.formulas import formula
from quotations.words.wordclass import Word, classify


class Starts(Nouns):
    """The first step of a walk."""

    def _strange_start(self, j: int) -> NounPhrase | int | None:
        """A phrase that may not begin with its noun: the whole of it, None where none begins, or the tokens taken."""
        honoured = formula(self.text, j)
        if honoured:
            last, conj = j + honoured[1] - 1, self.forms[j] in ("والله", "فالله")
            return NounPhrase(j, last, "scripture", feminine=False, fixed=honoured[0], cut=conj)
        if self._is_imam(j):
            self._head(j, wc.TITLE | wc.MASCULINE, False)
            self.open = True
            return self._take(j)
        if self.forms[j][0].isdigit() or self._counts(j):
            return self._share(j)
        if (part := self._part_of_all(j)) is not None:
            return part
        given = self._given_phrase(j)  # نور الدين
        if given or self._is_surely_name(j):
            return given or self._name(j)
        return 0 if self._may_begin(j) else None

    def _is_imam(self, j: int) -> bool:
        """إمام, and امام without its hamza before a mosque: the preposition has another one (أمام)."""
        if self.forms[j] != words.IMAM:
            return False
        written = self.text.alif(j)
        if written != "ا" or j + 1 >= self.end:
            return written == "إ"
        return classify(self.forms[j + 1]).stem in words.MOSQUES

    def _is_surely_name(self, j: int) -> bool:
        """Whether the first word, which looks like a particle, is a name: علي، أم عبد الله، آنا، والت ويتمان."""
        form = self.forms[j]
        if form == "علي" and self.text.last_letter(j) == "ي" and self._ali_begins(j):
            return True
        if self._only_looks_prefixed(j, classify(form)) and not self._told(j):
            return True
        if form == "ام" and j + 1 < self.end and self.text.words[j + 1]:
            return bool(classify(self.forms[j + 1]).flags & wc.GIVEN)
        if form in words.VON and j and self.text.alif(j) == "ا" and self._foreign_follows(j):
            return any(r.shape in ("past", "present") for r in lookup(self.forms[j - 1])[0])  # وقال فان خال إن
        return form in words.WITH_MADDA and self.text.alif(j) == "آ"

    def _may_begin(self, j: int) -> bool:
        form, word = self.forms[j], classify(self.forms[j])
        start = traits.TRAITS[form]
        if start & traits.NO_START:
            return False
        if start & traits.PLAIN_START:
            return not self._is_adverb(j, word)
        if self._is_blessing(j) or self._told(j) or (form in words.MONTHS and self._is_month(j)):
            return False
        if word.stem in words.ACTORS and self._acts(j, word):
            return True
        if form in words.SELF or self._is_possessed(j, word):
            return False
        if form in words.ISSUED and self.text.last_letter(j) != "ة":
            return False  # نشره, not نشرة
        if self._is_adverb(j, word):
            return False
        return traits.begins_phrase(word, form) and not self._is_verb(j, word)

    def _is_adverb(self, j: int, word: Word) -> bool:
        """كلاماً, قريباً: no subject is accusative."""
        return (
            j in self._tanwin
            and self._is_accusative(j)
            and not word.flags & (wc.HEAD | wc.GIVEN | wc.SURNAME | wc.PLACE | wc.DOCUMENT)
        )

    def _is_blessing(self, j: int) -> bool:
        """رضي الله عنه, رحمه الله."""
        return self.forms[j] in words.BLESSINGS and self.forms[j + 1 : j + 2] == ["الله"]

    def _is_month(self, j: int) -> bool:
        """شهر رمضان المبارك, في رمضان المقبل: a month, and no man of its name."""
        if j and classify(self.forms[j - 1]).stem == words.MONTH:
            return True
        return j + 1 < self.end and self.forms[j + 1] in words.OF_MONTHS

    def _counts(self, j: int) -> bool:
        return self.forms[j] in words.ABOUT and j + 1 < self.end and self.forms[j + 1][0].isdigit()

    def _share(self, j: int) -> NounPhrase | None:
        """90.8% من المستجوبين, حوالى 70% منهم: a share of those asked speaks."""
        k = j + 1 if self.forms[j][0].isdigit() else j + 2
        if k < self.end and self.text.words[k] and self._is_counted(k):
            np = self._parse(k)
            return replace(np, first=j, plural=True) if np is not None and np.head == k and not np.has_name else None
        if k < self.end and self.forms[k] in "%٪":
            last = k
        elif (k + 1 < self.end and self.forms[k] in ("في", "ب")) or (
            k < self.end and self.forms[k] in ("بالماءه", "بالمءه")
        ):
            last = k if self.forms[k].startswith("بال") else k + 1
        else:
            return None
        if last + 2 < self.end and self.forms[last + 1] == "من":
            rest = self._parse(last + 2)
            last = rest.last if rest else last
        elif last + 1 < self.end and self.forms[last + 1] in ("منهم", "منهن"):
            last += 1
        return NounPhrase(j, last, "group", head=j, plural=True)

    def _part_of_all(self, j: int) -> NounPhrase | None:
        """ثلاثة أرباع المشاركين, واحد من كل خمسة سائقين, ما يقرب من نصف السكان: a share of many, in words."""
        form, following = self.forms[j], self.forms[j + 1 : j + 3]
        if form == words.WHAT and following and following[0] in words.NEARLY:
            k = j + 2 + (self.forms[j + 2 : j + 3] in (["من"], ["علي"], ["عن"]))
            number = k < self.end and (self.forms[k][0].isdigit() or classify(self.forms[k]).stem in words.OF_ALL)
        elif form in words.NUMBERS and following == ["من", "كل"]:
            k = j + 4
            number = k < self.end and self.forms[j + 3] in words.NUMBERS
        else:
            k = j + 1
            number = form in words.NUMBERS and following[:1] != [] and following[0] in words.FRACTIONS
        if not number or k >= self.end or not self.text.words[k]:
            return None
        rest = self._parse(k + 2 if self.forms[k + 1 : k + 2] == ["من"] else k + (k == j + 1))
        return NounPhrase(j, rest.last if rest else k, "group", head=j, plural=True)

    def _is_counted(self, k: int) -> bool:
        """5 مصادر, 19 منظمة: who speaks behind a number."""
        w = classify(self.forms[k])
        speaks = w.flags & (wc.UNNAMED | wc.GROUP | wc.ORGANIZATION) or (w.flags & wc.TITLE and w.flags & wc.PLURAL)
        return bool(speaks) and not (w.definite or w.prep or w.conj or w.flags & (wc.DOCUMENT | wc.PLACE | wc.FUNCTION))

    def _indefinite_follows(self, j: int) -> bool:
        if j + 1 >= self.end or not self.text.words[j + 1]:
            return False
        w = classify(self.forms[j + 1])
        return not w.definite and not w.prep
