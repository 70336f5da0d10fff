"""Nouns of saying with their owner: تحذير وزارة الري من أن الماء ملوث, وعود النقابة بأن …."""

from quotations.lexicon import of_class
from quotations.matching import forms_of, with_and
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase, parse
from quotations.reports.clauses import trimmed
from quotations.reports.prepositions import Prepositions
from quotations.reports.reading import Report
from quotations.words import wordclass as wc
from quotations.words.landmarks import Landmark
from quotations.words.wordclass import classify

_NOUNS = frozenset(
    start + noun
    for noun in with_and(" ".join(of_class("nouns.tsv", "reporting")))
    for start in (("", "ب", "ل") if noun[0] != "و" else ("",))
)
_SAYING = Landmark(_NOUNS)
_DONE_TO = of_class("nouns.tsv", "done-to")
_END = Landmark(forms_of("، , ؛ ; وبالتالي مما ولذلك لذلك لذا ولذا"))
_BY = with_and("من")
_ON_BEHALF = frozenset({"قبل", "جانب", "طرف"})
# تحذيره من أن, إصراره على أن; but أدى تحذيره إلى أن and ساهمت مطالبه في أن tell what came of it.
_LEADING = frozenset({"من", "علي"})
_NEED = frozenset({"بضروره", "ضروره"})
_TO_WHOM = 4  # tokens between the owner and the particle (للشركة، أمس)


class Nominal(Prepositions):
    """Finds nouns of saying whose owner stands behind them."""

    def _nominal(self, n: int, s: Sentence, reports: list[Report]) -> list[Report]:
        """A noun of saying, its owner and a particle right behind: what the owner says or thinks, to the next pause."""
        out: list[Report] = []
        taken = {r.content_at for r in reports} | {r.first for r in reports}
        free = s.first
        for j in self.text.where(_SAYING, s.first, s.last - 3):
            if j < free or j in taken or self._is_marked(j):
                continue
            np = self._owner_of(s, j)
            at = -1 if np is None else self._words_behind(s, np.last + 1)
            if np is None or at < 0 or at in taken or at > s.last or at in self.top:
                continue
            end = next((k - 1 for k in self.text.where(_END, at + 1, s.last)), s.last)
            r = Report(n, j, j, "masdar", None, np, content="that", content_at=at)
            r.content_end = trimmed(self.text, at, end)
            out.append(r)
            free = at
        return out

    def _is_marked(self, j: int) -> bool:
        """Whether a word is part of what marks hold or name."""
        return j - 1 in self.top

    def _owner_of(self, s: Sentence, j: int) -> NounPhrase | None:
        """إعلان الوزير, وعد من الوزير, إعلان مبكر من قبل الوزير: whose words a noun holds."""
        k = j + 1
        w = classify(self.forms[k])
        if self.words[k] and w.flags & ~wc.NISBA == wc.COMMON and not w.definite and self.forms[k + 1] in _BY:
            k += 1  # إعلان مبكر من قبل الوزير
        behind = self.forms[k] in _BY
        if behind:
            k += 1 + (self.forms[k + 1] in _ON_BEHALF)
        np = parse(self.text, k, s.last + 1) if k <= s.last and self.words[k] else None
        if np is None or np.kind == "document" or not (self.is_speaker(np) or (behind and np.kind == "group")):
            return None
        return np if behind or classify(self.forms[j]).stem not in _DONE_TO or self._does(s, np) else None

    def _does(self, s: Sentence, np: NounPhrase) -> bool:
        """Whether a noun's owner is who does it, since whom he does it to stands behind (اتهام الوزارة للشركة), or
        warns (تحذير الوزارة من أن): a verbal noun may have its object in the genitive (اتهام الشركة بأنها; Wright, A
        Grammar of the Arabic Language, vol. II, § 27)."""
        k = np.last + 1
        if k > s.last or not self.words[k]:
            return False
        return classify(self.forms[k]).prep == "ل" or (self.forms[k] == "من" and np.kind != "group")

    def _words_behind(self, s: Sentence, k: int) -> int:
        """Where the words begin behind a particle at token `k`, or behind whom they are said to; else -1."""
        for at in range(k, min(k + _TO_WHOM, s.last)):
            form, w = self.forms[at], classify(self.forms[at])
            if not self.words[at]:
                return -1
            if w.flags & wc.THAT:
                return -1 if self.text.alif(at) == "إ" else at + 1
            if form in _NEED:
                return at + 1
            if form in _LEADING and at + 1 < s.last and classify(self.forms[at + 1]).flags & wc.THAT:
                return at + 2
            if at == k and w.prep != "ل" and not w.flags & wc.TIME:
                return -1
        return -1
