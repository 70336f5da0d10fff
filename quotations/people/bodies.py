"""The bodies, sources and documents that a text names, each by the words of its phrase.

Most are never asked for: what their phrases hold is read when somebody asks for one that begins like them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quotations.matching import forms_of
from quotations.page.marks import MARKS
from quotations.people.entities import Body
from quotations.people.near import NEAR
from quotations.people.tails import own_end
from quotations.phrases.nouns import NounPhrase
from quotations.words import wordclass as wc
from quotations.words.text import Text
from quotations.words.wordclass import classify

LEAD = 30  # tokens of a headline and of a first sentence, whose sources the text goes on to tell more of

_PEOPLE = ("person", "group", "unnamed_source")
_PARTIAL = forms_of("عدد مجموعة فريق عشرات مئات آلاف عديد كثير جمع نخبة لفيف حشد")  # … من الناس: whom الناس takes up
_NAMES = wc.MEDIA_NAME | wc.BODY_NAME | wc.GIVEN | wc.SURNAME  # and words that no list knows
_OTHERS = forms_of("آخر آخرين أخرى أخريات")  # as `_regular` has them


class Bodies:
    """The phrases of one text that may name a body, and the short names in brackets behind them."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._phrases: list[NounPhrase] = []
        self._by_first: dict[str, list[NounPhrase]] = defaultdict(list)  # the same, by their first stems
        self._by_head: dict[str, list[Body]] = {}  # those of them that have been asked for
        self._by_inner: dict[str, list[Body]] | None = None
        self.aliases: dict[tuple[str, ...], Body] = {}

    def add_body(self, np: NounPhrase) -> None:
        """Learn a phrase that has a head."""
        stem = self._first_stem(np)
        if stem is not None:
            self._phrases.append(np)
            self._by_first[_regular(stem)].append(self._learn_aliases(np))
            if np.first < np.head and stem in _PARTIAL and np.kind == "group":
                self._by_first[_regular(classify(self.text.forms[np.head]).stem)].append(np)

    def _learn_aliases(self, np: NounPhrase) -> NounPhrase:
        """Learn the short name behind a long one: الاتحاد الدولي لكرة القدم (فيفا), شركة الشحن البحري «مراسي». Returns
        the phrase, with a name in marks that stands right behind it."""
        if np.last == np.first:
            return np
        forms = self.text.forms
        inside = forms[np.first + 1 : np.last + 1]
        if "(" in inside[:-1] and np.kind in ("organization", "person"):
            opening = forms.index("(", np.first + 1)
            closing = next((k for k in range(opening + 1, np.last + 1) if forms[k] == ")"), -1)
            self._learn_alias(np, opening, closing)
        elif inside[-1] in MARKS and np.kind == "organization" and not np.plural:
            opening = next((k for k in range(np.last - 1, np.first, -1) if forms[k] in MARKS), -1)
            self._learn_alias(np, opening, np.last)
        elif np.kind == "organization" and not np.plural and not MARKS.isdisjoint(forms[np.last + 1 : np.last + 2]):
            closing = next((k for k in range(np.last + 3, min(np.last + 6, len(forms))) if forms[k] in MARKS), -1)
            if closing > 0:  # قالت شركة الشحن البحري «مراسي» إن: the phrase may have ended before the marks
                whole = replace(np, last=closing)
                self._learn_alias(whole, np.last + 1, closing)
                return whole if self._is_name(np.last + 2, closing) else np
        return np

    def _is_name(self, first: int, stop: int) -> bool:
        """Whether words in marks are a name: one at least that no list knows, and none that a name has not."""
        words = [classify(self.text.forms[k]) for k in range(first, stop)]
        plain = all(not w.flags & ~(_NAMES | wc.COMMON) and not w.prep and not w.conj for w in words)
        return plain and any(not w.flags for w in words) and self.text.tanwin.isdisjoint(range(first, stop))

    def _learn_alias(self, np: NounPhrase, opening: int, closing: int) -> None:
        if 0 < opening < closing <= opening + 4:
            alias = self.stems(opening + 1, closing - 1)
            if alias:
                self.aliases.setdefault(alias, self._body_of(np))

    def _body_of(self, np: NounPhrase) -> Body:
        if np.kind == "organization" and (last := own_end(self.text, np.first, np.last)) < np.last:
            np = replace(np, last=last)
        return Body(np, self.stems(np.first, np.last))

    def _first_stem(self, np: NounPhrase) -> str | None:
        w = classify(self.text.forms[np.first])
        if w.flags & wc.HEAD and not w.flags & (wc.DEMONSTRATIVE | wc.SAME):  # nearly always
            return w.stem
        return next(iter(self.stems(np.first, np.last)), None)

    def stems(self, first: int, last: int) -> tuple[str, ...]:
        """The words of a phrase without article and proclitics; demonstratives, ذاته and what is in
        brackets left out, but for a number."""
        out = []
        depth = 0
        for k in range(first, last + 1):
            form = self.text.forms[k]
            if form in "()":
                depth = depth + 1 if form == "(" else max(0, depth - 1)
            elif depth and form.isdigit() and self.text.forms[k - 1 : k + 2 : 2] == ["(", ")"]:
                out.append(form)  # المادة (28) is not المادة (27)
            elif self.text.words[k] and not depth:
                w = classify(form)
                if not w.flags & (wc.DEMONSTRATIVE | wc.SAME) and form not in ("نفس", "ذات"):
                    out.append(w.stem)
        return tuple(out)

    def containing(self, stems: tuple[str, ...]) -> Body | None:
        """The body whose phrase holds these words in a row: صحيفة "وول ستريت جورنال" for the name alone."""
        size = len(stems)
        for b in self._holding(stems[0]) if stems else ():
            if (
                len(b.stems) > size
                and b.stems[0] != stems[0]
                and any(b.stems[k : k + size] == stems for k in range(1, len(b.stems) - size + 1))
            ):
                return b
        return None

    def alias(self, stems: tuple[str, ...], before: int) -> Body | None:
        """The body for which a short name stands, by its fullest phrase: صحيفة "…" الفلانية where it has one."""
        body = self.aliases.get(stems)
        if body is None:
            return None
        fuller, size = self.body(body.stems, before), len(body.stems)
        described = fuller is not None and all(classify("ال" + x).flags & wc.NISBA for x in fuller.stems[size:])
        return fuller if fuller is not None and described and fuller.stems[:size] == body.stems else body

    def same_marked(self, np: NounPhrase) -> Body | None:
        """وكالة الأنباء المحلية «نهر» for وكالة «نهر»: the same noun, the same name in marks."""
        if np.kind != "organization" or np.last - np.first < 3 or self.text.forms[np.last] not in MARKS:
            return None
        opening = next((k for k in range(np.last - 1, np.first, -1) if self.text.forms[k] in MARKS), np.last)
        body = self.aliases.get(self.stems(opening + 1, np.last - 1))
        mine = self.stems(np.first, np.last)
        return body if body is not None and body.stems[0] == mine[0] and len(body.stems) > len(mine) else None

    def bearing(self, stems: tuple[str, ...]) -> Body | None:
        """The body whose noun this name follows: شركة نوركو للشحن for نوركو."""
        size = len(stems) + 1
        bodies = self._holding(stems[0]) if stems else ()
        return next((b for b in bodies if b.stems[1:size] == stems and not b.np.plural), None)

    def abbreviated(self, stem: str) -> Body | None:
        """The one body in whose name this word follows its head: المؤسسة العامة للتأمينات for التأمينات."""
        bodies = [b for b in self._holding(stem) if b.np.kind == "organization" and b.stems[0] != stem]
        return max(bodies, key=lambda b: len(b.stems)) if len({b.stems[:2] for b in bodies}) == 1 else None

    def only_named(self, stem: str, before: int) -> Body | None:
        """The one body of a kind whose proper name the text has told before a token: صحيفة «النهر» of the papers."""
        bodies = self._headed(_regular(stem))
        at = bisect_left(bodies, before, key=lambda b: b.np.first)
        near = [b for b in bodies[max(0, at - NEAR) : at] if len(b.stems) > 1 and self._has_proper_name(b)]
        return near[0] if len({b.stems[1:3] for b in near}) == 1 else None

    def _headed(self, head: str) -> list[Body]:
        """The bodies of one noun, in reading order."""
        if head not in self._by_head:
            self._by_head[head] = [self._body_of(np) for np in self._by_first.get(head, ())]
        return self._by_head[head]

    def _has_proper_name(self, b: Body) -> bool:
        """Whether the word behind a body's noun is a name: one that no list knows, of Latin letters, listed, or in
        marks."""
        k = b.np.first + 1
        if classify(self.text.forms[b.np.first]).definite:
            return False
        if self.text.forms[k] in MARKS:
            return b.np.last > k
        w = classify(self.text.forms[k])
        named = w.flags & (wc.MEDIA_NAME | wc.BODY_NAME) or not w.flags & ~wc.SURNAME
        return self.text.words[k] and not w.definite and not w.prep and not w.conj and bool(named)

    def _may_introduce(self, b: Body) -> bool:
        """Whether a phrase of another case or number may be whom the text goes on to call المحللون: without the article
        (محللين محليين, عدد من المحللين)."""
        return b.np.kind != "document" and not classify(self.text.forms[b.np.first]).definite

    def _holding(self, stem: str) -> Sequence[Body]:
        """The bodies and outlets whose phrases hold a word behind their first."""
        if self._by_inner is None:
            self._by_inner = self._inner_words()
        return self._by_inner.get(stem, ())

    def _inner_words(self) -> dict[str, list[Body]]:
        """The phrases of bodies and outlets by each of their words but the first."""
        out: dict[str, list[Body]] = defaultdict(list)
        for np in self._phrases:
            if classify(self.text.forms[np.head]).flags & (wc.MEDIA | wc.ORGANIZATION):
                body = self._body_of(np)
                for stem in body.stems[1:8]:
                    if len(out[stem]) < NEAR:
                        out[stem].append(body)
        return out

    def body(self, stems: tuple[str, ...], before: int, same: bool = False) -> Body | None:
        """The fullest phrase with this head and all these words (الوزارة for وزارة …): an earlier one, else a later.

        With `same` one of the same words will do: للجيش اللبناني is the الجيش اللبناني that stands elsewhere. People
        without names are definite because they were spoken of: a later phrase tells more only of a first word (خبراء:).
        """
        shortest = len(stems) + (not same)
        wanted = {_regular(stem) for stem in stems}
        told = before >= LEAD or len(stems) > 1
        best: Body | None = None
        best_score: tuple[bool, int, int] = (False, 0, 0)
        bodies = self._headed(_regular(stems[0]))
        at = bisect_left(bodies, before, key=lambda b: b.np.first)
        for b in bodies[max(0, at - NEAR) : at + NEAR // 4]:
            if len(b.stems) < shortest or (same and b.np.first == before) or b.np.has_name:
                continue
            if told and b.np.first > before and b.np.kind in _PEOPLE:
                continue
            held = {_regular(stem) for stem in b.stems}
            if not wanted <= held or _OTHERS & held - wanted:
                continue  # محتجون آخرون are none of المحتجون
            group = b.np.kind == "group" and not classify(self.text.forms[b.np.head]).flags & wc.PERSON_HEAD
            if (b.stems[0] != stems[0] or group) and not self._may_introduce(b):
                continue
            earlier, attached = b.np.first < before, self.text.forms[b.np.first].startswith("لل")
            score = (earlier and not attached, min(len(b.stems), 4), b.np.first if earlier else -b.np.first)
            if best is None or score > best_score:
                best, best_score = b, score
        return best and self._alone_elsewhere(best, bodies[max(0, at - NEAR) : at + NEAR // 4])

    def _alone_elsewhere(self, body: Body, others: Sequence[Body]) -> Body:
        """A body by as much of its phrase as stands alone elsewhere, where an object follows: النادي الأهلي متردد, of
        a text that has النادي الأهلي as well. The longest of several.

        Behind a definite chain a noun without the article and without a preposition is no part of it (Wright, A Grammar
        of the Arabic Language, vol. II, § 92), unless it is a foreign name or one in marks.
        """
        tokens = [k for k in range(body.np.first, body.np.last + 1) if self.text.words[k]]
        if len(tokens) != len(body.stems):
            return body
        for size in range(len(tokens) - 1, 1, -1):
            k = tokens[size]
            before, w = classify(self.text.forms[k - 1]), classify(self.text.forms[k])
            if w.definite or w.prep or w.conj or not before.definite or not self.text.words[k - 1]:
                continue
            if w.flags & (wc.FUNCTION | wc.PLACE | wc.NISBA | wc.NAME_MARK | _NAMES):
                continue
            if self.text.forms[k].isalpha() and not self.text.forms[k].isascii():
                mine = body.stems[:size]
                if any(b.stems == mine and b.np.first != body.np.first for b in others):
                    return Body(replace(body.np, last=tokens[size - 1]), mine)
        return body


def _regular(stem: str) -> str:
    """Many in one case, whichever the text has: باحثون for باحثين, and for باحثي before a complement."""
    if stem.endswith("ون") and len(stem) > 4:
        return stem[:-2] + "ين"
    if stem[-1:] in "يو" and len(stem) > 4 and classify(stem[:-1] + "ين").flags & wc.PLURAL:
        return stem[:-1] + "ين"
    return stem
