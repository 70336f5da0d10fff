"""The figures, from the comparisons."""

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

from streams.evaluation.comparison import Comparison
from streams.evaluation.records import FAMILIES

ROUNDS = 1000
HOWS = ("explicit", "continued", "title", "none")


def report(comparisons: Sequence[Comparison], strays: int) -> dict[str, Any]:
    """Every figure by family. Shares are rounded to four places, None where there is nothing to share."""
    families = {family: [c for c in comparisons if c.family == family] for family in FAMILIES}
    return {
        "articles": len(families["quotes"]),
        "stray_articles": strays,
        **{family: _figures(rows) for family, rows in families.items()},
        "bad_offsets": sum(c.bad_offsets for c in comparisons),
    }


def precision_recall_f1(hits: int, found: int, gold: int) -> list[float]:
    p, r = hits / found if found else 0.0, hits / gold if gold else 0.0
    return [round(p, 4), round(r, 4), round(2 * p * r / (p + r), 4) if p + r else 0.0]


def _figures(rows: Sequence[Comparison]) -> dict[str, Any]:
    pairs = [pair for row in rows for pair in row.pairs]
    hits = len(pairs)
    gold = hits + sum(len(row.missed) for row in rows)
    found = hits + sum(len(row.spurious) for row in rows)
    right = sum(pair.speaker_right for pair in pairs)
    full = sum(pair.full_name_right for pair in pairs)
    figures: dict[str, Any] = {
        "gold": gold,
        "pred": found,
        "spans": precision_recall_f1(hits, found, gold),
        "spans_at_0.9": precision_recall_f1(sum(row.strict_hits for row in rows), found, gold),
        "speaker_of_hits": _share(right, hits),
        "full_name_of_hits": _share(full, hits),
        "unknown_of_hits": _share(sum(not pair.found.speaker for pair in pairs), hits),
        "end_to_end": precision_recall_f1(right, found, gold),
        "end_to_end_ci95": _interval(rows),
        "end_to_end_full_name": precision_recall_f1(full, found, gold),
        "cue_of_hits": _share(sum(pair.cue_right for pair in pairs), hits),
        "medium": precision_recall_f1(
            sum(pair.medium_right for pair in pairs),
            sum(bool(pair.found.medium) for pair in pairs),
            sum(bool(pair.gold.via) for pair in pairs),
        ),
        "by_how": _by_how(rows),
    }
    if pairs and rows[0].family == "quotes":
        figures["kind_of_hits"] = _share(sum(pair.found.kind == pair.gold.kind for pair in pairs), hits)
    return figures


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _by_how(rows: Sequence[Comparison]) -> dict[str, str]:
    """For each way of naming the speaker: right speakers / found spans / annotated entries."""
    right, hits, gold = Counter[str | None](), Counter[str | None](), Counter[str | None]()
    for row in rows:
        gold.update(entry.how for entry in row.missed)
        for pair in row.pairs:
            how = pair.gold.how
            gold[how] += 1
            hits[how] += 1
            right[how] += pair.speaker_right
    return {how: f"{right[how]}/{hits[how]}/{gold[how]}" for how in HOWS}


def _interval(rows: Sequence[Comparison]) -> list[float]:
    """The 95 % interval of the end-to-end F1 when articles are drawn anew, always with the same seed."""
    if not rows:
        return [0.0, 0.0]
    counts = [
        (sum(pair.speaker_right for pair in row.pairs), 2 * len(row.pairs) + len(row.missed) + len(row.spurious))
        for row in rows
    ]
    rng, values = random.Random(0), []  # noqa: S311 -- a bootstrap, nothing secret
    for _ in range(ROUNDS):
        right, both = map(sum, zip(*rng.choices(counts, k=len(counts)), strict=True))
        values.append(2 * right / both if both else 0.0)
    values.sort()
    return [round(values[int(ROUNDS * 0.025)], 4), round(values[int(ROUNDS * 0.975)], 4)]
