"""Papers in a review of the press, by the title that they write under: كتبت الوادي التونسية تحت عنوان «…»."""

from functools import cache

from quotations.lexicon import of_class, rows
from quotations.matching import with_and, word_form
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase
from quotations.reports.cue_choice import CueChoice
from quotations.reports.reading import Report
from quotations.words import wordclass as wc
from quotations.words.cues import CueForm, lookup
from quotations.words.text import Text
from quotations.words.wordclass import classify

_FEMININE = ("ه", "ا", "اء", "ات")  # endings
UNDER = with_and("تحت")
_TITLE, _ENTITLED = word_form("عنوان"), word_form("بعنوان")
_TELLING = of_class("adjectives.tsv", "describes")
_TO_TITLE = 12  # tokens from the paper to its title
_LONGEST_PAPER = 4  # words of its name


def title_at(text: Text, k: int) -> int:
    """Where the title of an article begins that token `k` announces: تحت عنوان «…», بعنوان: «…»; -1 where it does not.

    >>> [title_at(Text(words), 1) for words in ("خبر بعنوان: «السد»", "تحت عنوان «السد»", "خبر عن «السد»")]
    [3, 2, -1]
    """
    if text.forms[k] == _ENTITLED or (text.forms[k] == _TITLE and text.forms[k - 1] in UNDER):
        return k + 1 + (text.forms[k + 1] == ":")
    return -1


def may_name_paper(text: Text, line: Sentence) -> bool:
    """Whether a line may be the name of a paper: a few words, none of a person first, and no verb of reporting."""
    words = range(line.first, line.last + 1)
    if len(words) > _LONGEST_PAPER or not all(text.words[k] for k in words):
        return False
    first = classify(text.forms[line.first])
    if first.prep or first.conj or first.flags & (wc.CONJUNCTION | wc.PERSON_HEAD):
        return False
    return not any(lookup(text.forms[k])[0] for k in words[1:])


class Papers(CueChoice):
    """Finds the papers whose articles a review goes through."""

    def _titles(self, k: int, end: int) -> bool:
        """Whether an article's title is announced behind token `k`: تحت عنوان «…», خبرا من المدينة بعنوان: «…»."""
        for j in range(k, min(k + _TO_TITLE, end - 1)):
            if j in self.top or self.forms[j] == ":":
                return False
            if (at := title_at(self.text, j)) > 0:
                return at in self.top
        return False

    def _is_titled(self, s: Sentence, r: Report) -> bool:
        """وكتبت … تحت عنوان «…», وتحت عنوان «…» كتبت …: whether a verb in the feminine is that of a paper."""
        form = r.form
        if form is None or form.gender != "f" or form.number != "s" or form.cls != "say" or form.has_object:
            return False
        if form.shape not in ("past", "present"):
            return False
        return self._titles(r.last + 1, s.last + 1) or (
            self.forms[s.first] in UNDER and self._titles(s.first, min(r.first, s.last))
        )

    def _note_paper(self, n: int, s: Sentence, r: Report) -> None:
        """Note whether a paper, or another body, writes under a title, which the line above may name."""
        if r.style == "finite" and r.np is None and not r.anybody:
            r.np = self._paper_above(n, s, r)
        r.titled = r.np is not None and r.np.kind == "organization" and self._is_titled(s, r)

    def _titled_paper(self, s: Sentence, r: Report, k: int, end: int) -> NounPhrase | None:
        """نشرت الوادي التونسية خبرا بعنوان «…»: two definite words or more behind a verb in the feminine are a paper's
        name where a title tells what it has written, though no list knows them; the first may be indefinite before
        the adjective of a country (وكتبت أفنان الكويتية تحت عنوان)."""
        if k + 1 >= end or not self.words[k] or not self._is_titled(s, r):
            return None
        first = classify(self.forms[k])
        day = first.definite and first.flags & wc.TIME  # اليوم العاشر
        masculine = first.definite and not self.forms[k].endswith(_FEMININE) and not first.flags & wc.PERSON_HEAD
        strange = (masculine or not first.flags & ~wc.COMMON) and self._is_of_country(k + 1)
        if not (day or strange or self._may_be_paper(k)):
            return None
        last = k
        while last + 1 < min(end, k + _LONGEST_PAPER) and self._may_be_paper(last + 1):
            last += 1
        if last == k or (last == k + 1 and day):
            return None  # كتبت اليوم الوادي: a day and a paper of one word
        return self._paper_at(k, last)

    def _paper_at(self, first: int, last: int) -> NounPhrase:
        name = self.text.slice(first, last)
        return NounPhrase(first, last, "organization", head=first, feminine=True, fixed=name)

    def _is_of_country(self, k: int) -> bool:
        """السعودية: the adjective of a country in the feminine."""
        w = classify(self.forms[k])
        return w.definite and not w.prep and not w.conj and w.stem in _countries()

    def _may_be_paper(self, k: int) -> bool:
        """Whether the word at `k` may be of a paper's name: definite, no person, and nothing that tells of the paper
        (الصادرة في المدينة)."""
        w = classify(self.forms[k])
        somebody = w.flags & (wc.HEAD & ~wc.DOCUMENT | wc.FUNCTION)
        somebody = somebody or (w.flags & wc.DOCUMENT and self.forms[k].endswith(_FEMININE))  # not البيان
        told = w.stem.removesuffix("ه") in _TELLING
        return self.words[k] and w.definite and not w.prep and not w.conj and not somebody and not told

    def _paper_above(self, n: int, s: Sentence, r: Report) -> NounPhrase | None:
        """«الوادي التونسية», a line of its own, above أما الوادي التونسية، فكتبت تحت عنوان «…»: the paper that the line
        names, where the verb has no subject of its own; the words are those of the sentence that say it again."""
        before = self.sentences[n - 1] if n else s
        if before is s or before.scope != s.scope or not may_name_paper(self.text, before) or not self._is_titled(s, r):
            return None
        if r.form is None or r.form.shape != "past":
            return None  # كتبت الصحيفة تحت عنوان «…» تقول: what the one has, the other shares
        name = self.forms[before.first : before.last + 1]
        size = len(name)
        near = range(s.first, min(r.first, s.first + _TO_TITLE) - size + 1)
        at = next((j for j in near if self.forms[j : j + size] == name), before.first)
        last = at + size - 1
        if at > before.first and self._is_of_country(last + 1):
            last += 1  # أما الوادي التونسية، فكتبت, below «الوادي»
        return self._paper_at(at, last)

    def _paper(self, form: CueForm, k: int, end: int) -> NounPhrase | None:
        """وكتبت الوادي التونسية تحت عنوان «…»: a verb and the adjective of a country in the feminine agree with no
        masculine noun between them, but with the paper (صحيفة) that it names."""
        if form.gender != "f" or form.has_object or k + 2 >= end:
            return None
        w = classify(self.forms[k])
        masculine = w.definite and not w.prep and not w.conj and not self.forms[k].endswith(_FEMININE)
        if not masculine or w.flags & (wc.PERSON_HEAD | wc.PLURAL | wc.GROUP | wc.FEMININE):
            return None
        if not self._is_of_country(k + 1):
            return None
        after = classify(self.forms[k + 2])
        goes_on = after.prep or after.flags & (wc.PREPOSITION | wc.THAT) or not self.words[k + 2]
        return NounPhrase(k, k + 1, "organization", head=k, feminine=True) if goes_on else None


@cache
def _countries() -> frozenset[str]:
    """The adjectives of countries in the feminine, without the article (مصريه)."""
    return frozenset(
        word_form(nisba + "ة") for _, kind, nisba, _ in rows("places.tsv") if kind == "country" and nisba != "-"
    )
