"""One article, found quotations against annotated ones: everything else here is counted from this."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from streams.evaluation.names import name_words, words
from streams.evaluation.records import FAMILIES, Family, Found, GoldArticle, GoldEntry
from streams.evaluation.spans import match, overlap
from streams.evaluation.speakers import full_name_right, speaker_right

THRESHOLD: dict[Family, float] = {"quotes": 0.8, "indirect": 0.5}
STRICT = 0.9


@dataclass(frozen=True, slots=True)
class Pair:
    """A found quotation and the annotated one that it is, and what of it is right."""

    found: Found
    gold: GoldEntry
    speaker_right: bool
    full_name_right: bool
    cue_right: bool
    medium_right: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article's quotations of one family.

    `spurious` leaves out the forgiven: unmarked clauses that cover an annotated quotation. `strict_hits` counts pairs
    at an overlap of at least 0.9; `bad_offsets`, found quotations whose text is not what stands at their span.
    """

    article: GoldArticle
    family: Family
    pairs: tuple[Pair, ...]
    missed: tuple[GoldEntry, ...]
    spurious: tuple[Found, ...]
    strict_hits: int
    bad_offsets: int


def compare(articles: Sequence[GoldArticle], found: Iterable[Found]) -> tuple[list[Comparison], int]:
    """The comparisons, by family and then by article, and the number of articles in `found` that are not annotated."""
    by_article: dict[str, list[Found]] = defaultdict(list)
    for quotation in found:
        by_article[quotation.article_id].append(quotation)
    strays = len(by_article.keys() - {article.id for article in articles})
    return [_compare(a, family, by_article.get(a.id, [])) for family in FAMILIES for a in articles], strays


def _compare(article: GoldArticle, family: Family, found: list[Found]) -> Comparison:
    gold = article.entries(family)
    found = [f for f in found if f.family == family]
    indices = match(found, gold, THRESHOLD[family])
    hit_found, hit_gold = {i for i, _ in indices}, {j for _, j in indices}
    bad_offsets = sum(article.body[f.start : f.end] != f.text for f in found)
    spurious = {i for i in range(len(found)) if i not in hit_found}
    if family == "indirect":
        # A clause in marks after إن is annotated once, as a quotation.
        spurious -= {i for i in spurious if any(overlap(found[i], q) >= THRESHOLD["quotes"] for q in article.quotes)}
    counted = [f for i, f in enumerate(found) if i in hit_found or i in spurious]
    return Comparison(
        article=article,
        family=family,
        pairs=tuple(_pair(found[i], gold[j]) for i, j in indices),
        missed=tuple(g for j, g in enumerate(gold) if j not in hit_gold),
        spurious=tuple(found[i] for i in sorted(spurious)),
        strict_hits=len(match(counted, gold, STRICT)),
        bad_offsets=bad_offsets,
    )


def _pair(found: Found, gold: GoldEntry) -> Pair:
    right = speaker_right(found, gold)
    return Pair(
        found=found,
        gold=gold,
        speaker_right=right,
        full_name_right=full_name_right(found, gold) if gold.speaker is not None else right,
        cue_right=_cue_right(found.cue, gold.cue),
        medium_right=bool(found.medium and gold.via and set(name_words(found.medium)) & set(name_words(gold.via))),
    )


def _cue_right(found: str | None, gold: str | None) -> bool:
    if not gold:
        return not found
    # A colon alone has no words, so it must be the same sign.
    return found == gold or bool(set(words(found)) & set(words(gold)))
