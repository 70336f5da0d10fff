"""Whom an attribution by a preposition names: who can speak, no law and no measure (وفق القانون, حسب الحاجة)."""

from quotations.lexicon import of_class
from quotations.matching import with_and
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse, parse_attached
from quotations.phrases.things import is_thing
from quotations.reports.marked_clauses import MarkedClauses
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.morphology import is_masdar
from quotations.words.phrase_words import VERBS
from quotations.words.wordclass import classify

_TO = with_and("وفقا طبقا تبعا")
_RULES = of_class("documents.tsv", "rule", column=2)
_STANDARDS = of_class("nouns.tsv", "standard")

_LONGEST_STRANGER = 3  # words of a name that no list knows
_LONGEST_TRADE = 6  # tokens behind a plural that say of what they are: المتتبعين للشأن المحلي
_CUSTOMS = of_class("nouns.tsv", "custom")  # nor do these speak at a sentence's head


class Authorities(MarkedClauses):
    """Knows whose words an attribution can give."""

    def _is_standard(self, np: NounPhrase) -> bool:
        """Whether something is only done in accordance with it (حسب تصنيف الاتحاد), or goes by it (حسب الحاجة)."""
        return classify(self.forms[np.first]).stem in _STANDARDS

    def _can_speak(self, np: NounPhrase) -> bool:
        """Whether what stands after بحسب or وفق can be whose words they are: no standard, law or measure."""
        if np.fixed or self._known_name(np):
            return True
        if is_thing(self.text, np) or classify(self.forms[np.first]).stem in _CUSTOMS or self._is_each(np):
            return False
        if np.kind == "document":
            return classify(self.forms[np.head]).stem not in _RULES if np.head >= 0 else True
        if np.head < 0:
            given = (classify(self.forms[k]).flags & wc.GIVEN for k in range(np.name_first, np.name_last + 1))
            return np.has_name and np.name_first <= np.first + 1 and any(given)
        return np.head - np.first <= 2

    def _is_each(self, np: NounPhrase) -> bool:
        """يختلف السعر حسب كل شركة: one after the other, not all of them (كل الخبراء, كل هذه المصادر, كل من المدير
        والنائب)."""
        after = classify(self.forms[np.first + 1])
        all_of_them = after.definite or after.flags & (wc.PREPOSITION | wc.PLURAL | wc.DEMONSTRATIVE)
        return self.forms[np.first] == "كل" and not all_of_them

    def _rules_here(self, s: Sentence, j: int, np: NounPhrase) -> bool:
        """وحسب النظام فإن …, ووفقا لاتفاقية الشراكة، …: a rule that says what follows, at the head of its sentence."""
        after = np.last + 1
        return np.kind == "document" and j - s.first <= 1 and self._clause_opens(s, after)

    def _stranger(self, s: Sentence, j: int, k: int) -> NounPhrase | None:
        """وبحسب برانكوفيل فإن …, ووفقا لشتاينهوف، …, وبحسب المتتبعين لأحوال السوق، فإن …: whom no list knows, between
        the preposition at a sentence's head and the clause."""
        if j - s.first > 1 or not self.words[k]:
            return None
        w = classify(self.forms[k])
        if w.definite:
            people = w.stem.endswith("ين") and len(w.stem) > 5 and not w.flags and not is_masdar(w.stem)
            after = k + 1
            if people and after < s.last and classify(self.forms[after]).prep:
                after = next((i for i in range(after, min(after + _LONGEST_TRADE, s.last)) if not self.words[i]), after)
            opens = people and self._clause_opens(s, after)
            return NounPhrase(k, after - 1, "group", head=k, plural=True) if opens else None
        cut = int(self.forms[j] in _TO and not w.prep and self.forms[k][0] == "ل")
        after = k
        while after < s.last and after - k < _LONGEST_STRANGER and self._is_strange(after, cut if after == k else 0):
            after += 1
        opens = after > k and self._clause_opens(s, after)
        return NounPhrase(k, after - 1, "person", k, after - 1, cut=cut) if opens else None

    def _is_strange(self, k: int, cut: int) -> bool:
        """Whether the word at `k`, without `cut` letters before it, may be a name that no list knows."""
        form = self.forms[k][cut:]
        w = classify(form)
        plain = form.isalpha() and len(form) > 2 and not (w.definite or w.conj or w.prep or w.flags & ~wc.SURNAME)
        return plain and not form.endswith((*wc.HIS, "ت")) and form not in VERBS and not lookup(form)[0]

    def _clause_opens(self, s: Sentence, k: int) -> bool:
        """Whether a comma or فإن stands at token `k`, and words behind it."""
        if k >= s.last:
            return False
        return self.forms[k] in "،," or self._is_so(k)

    def _is_so(self, k: int) -> bool:
        """فإن, فإنه, فإنها, not a name that looks like them (فانوس)."""
        return self.forms[k].startswith("فان") and bool(classify(self.forms[k]).flags & wc.THAT)

    def _is_anybody(self, np: NounPhrase) -> bool:
        """Whether a phrase behind «كما» and a verb is more than one ordinary noun with a pronoun."""
        w = classify(self.forms[np.first])
        single = np.head < 0 and np.first == np.last and not np.fixed and not self._known_name(np)
        return (
            not single or w.definite or bool(w.flags & (wc.GIVEN | wc.SURNAME)) or self.forms[np.first][-1] not in "هم"
        )

    def _authority(self, s: Sentence, j: int, k: int) -> NounPhrase | None:
        """Whom an attribution names: بحسب فلان, وفقا لوزارة كذا, بحسب «كذا»."""
        if k in self.top:
            m = self.top[k]
            return NounPhrase(m.first, m.last, "organization", head=m.first) if m.last - m.first < 5 else None
        if not self.words[k]:
            return None
        if self.forms[j] in _TO and classify(self.forms[k]).prep == "ل":
            return parse_attached(self.text, k, s.last + 1)
        return parse(self.text, k, s.last + 1)
