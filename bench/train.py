"""Train the engine's two small models anew and write their weights.

usage: python bench/train.py verdict|confidence GOLD.jsonl [GOLD.jsonl ...] [--apart OTHER.jsonl] [--write]

`verdict` decides whether a linked pair of marks is somebody's words (quotations/verdict.py), `confidence` says how sure
a quotation is (quotations/confidence.py); both are logistic models over a dozen features fixed beforehand. Folds group
the articles of an outlet, merged where two articles share a sentence's worth of words. What is printed is out of fold:
for the verdict the decisions changed against "every linked span of three words or more", won and lost; for the
confidence a reliability table, the Brier score beside the base rate's, and the share of the errors in the least
confident tenth. With `--apart` the same is printed for articles that have no part in fitting.
"""

import argparse
import json
import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from quotations import confidence, verdict
from quotations.attribution import Attribution, Found
from quotations.marks import pair
from quotations.matching import matching_form
from quotations.sentences import cut
from quotations.text import Text
from streams.evaluation.comparison import THRESHOLD
from streams.evaluation.records import FAMILIES, GoldArticle, GoldEntry, read_gold
from streams.evaluation.spans import match
from streams.evaluation.speakers import speaker_right

FOLDS = 8
SHINGLE = 12  # words: two articles that share a run of as many tell the same story
WEIGHTS = Path(__file__).parent.parent / "quotations" / "weights"


class Row(NamedTuple):
    """One decision: the article's index, its features without the bias, and whether it is right."""

    article: int
    features: list[float]
    right: bool


def passes(articles: list[GoldArticle]) -> Iterator[tuple[int, GoldArticle, Text, Attribution]]:
    """The engine's pass over each article's body."""
    for n, article in enumerate(articles):
        text = Text(article.body)
        marked, _ = pair(text)
        attribution = Attribution(text, cut(text, marked), marked)
        attribution.run()
        yield n, article, text, attribution


def spans(text: Text, found: list[Found]) -> list[SimpleNamespace]:
    """What the evaluation's rules ask of a found quotation."""
    out = []
    for f in found:
        span = text.span(f.first, f.last)
        speaker = f.speaker
        out.append(
            SimpleNamespace(
                start=span.start,
                end=span.end,
                mention=speaker.mention,
                name=speaker.name,
                speaker=speaker.mention or speaker.name,
            )
        )
    return out


def verdict_rows(articles: list[GoldArticle]) -> list[Row]:
    """One row a linked pair of marks: right where the gold set has it."""
    rows = []
    for n, article, text, attribution in passes(articles):
        found = spans(text, attribution.candidates)
        hits = {i for i, _ in match(found, list(article.quotes), THRESHOLD["quotes"])}
        for i, c in enumerate(attribution.candidates):
            rows.append(Row(n, [c.features[name] for name in verdict.NAMES], i in hits))
    return rows


def confidence_rows(articles: list[GoldArticle]) -> list[Row]:
    """One row a quotation: right where both its span and its speaker are."""
    rows = []
    for n, article, text, attribution in passes(articles):
        often = confidence.turns(attribution.found)
        for family in FAMILIES:
            unmarked = family == "indirect"
            found = [f for f in attribution.found if (f.kind in ("indirect", "interview")) == unmarked]
            where = spans(text, found)
            golds: list[GoldEntry] = list(article.entries(family))
            right = {i for i, j in match(where, golds, THRESHOLD[family]) if speaker_right(where[i], golds[j])}  # type: ignore[arg-type]
            forgiven = {i for i, _ in match(where, list(article.quotes), THRESHOLD["quotes"])} if unmarked else set()
            for i, f in enumerate(found):
                if i in right or i not in forgiven:
                    values = confidence.features(f, often[f.speaker.key])
                    rows.append(Row(n, [values[name] for name in confidence.NAMES], i in right))
    return rows


def groups(articles: list[GoldArticle]) -> list[int]:
    """The group of each article: its outlet's, outlets merged where their articles share a story."""
    parent: dict[str, str] = {a.outlet or a.id: a.outlet or a.id for a in articles}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    seen: dict[tuple[str, ...], str] = {}
    for a in articles:
        words = matching_form(a.body).split()
        for k in range(0, len(words) - SHINGLE, 4):
            run = tuple(words[k : k + SHINGLE])
            other = seen.setdefault(run, a.outlet or a.id)
            parent[root(other)] = root(a.outlet or a.id)
        for k in range(len(words) - SHINGLE):
            other = seen.get(tuple(words[k : k + SHINGLE]), a.outlet or a.id)
            parent[root(other)] = root(a.outlet or a.id)
    names = sorted({root(a.outlet or a.id) for a in articles})
    return [names.index(root(a.outlet or a.id)) for a in articles]


def fit(rows: list[Row], l2: float = 1.0, steps: int = 30) -> list[float]:
    """Logistic regression by Newton's method; the last weight is the bias, which is not held down."""
    data = [([*row.features, 1.0], row.right) for row in rows]
    size = len(data[0][0])
    w = [0.0] * size
    for _ in range(steps):
        gradient = [l2 * x for x in w[:-1]] + [0.0]
        hessian = [[(l2 if i < size - 1 else 1e-6) if i == j else 0.0 for j in range(size)] for i in range(size)]
        for x, y in data:
            p = sigmoid(sum(a * b for a, b in zip(w, x, strict=True)))
            q = p * (1 - p)
            for i in range(size):
                if x[i]:
                    gradient[i] += (p - y) * x[i]
                    for j in range(size):
                        hessian[i][j] += q * x[i] * x[j]
        step = solve(hessian, gradient)
        w = [a - b for a, b in zip(w, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return w


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a small linear system by elimination with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        best = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[best] = rows[best], rows[i]
        for k in range(i + 1, size):
            factor = rows[k][i] / rows[i][i]
            for c in range(i, size + 1):
                rows[k][c] -= factor * rows[i][c]
    out = [0.0] * size
    for i in reversed(range(size)):
        out[i] = (rows[i][size] - sum(rows[i][j] * out[j] for j in range(i + 1, size))) / rows[i][i]
    return out


def sigmoid(z: float) -> float:
    """The logistic function, safe for large arguments."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, z))))


def out_of_fold(rows: list[Row], group: list[int]) -> list[float]:
    """The probability of each row under weights that were fitted without its group."""
    order = sorted(set(group))
    random.Random(0).shuffle(order)
    fold = {g: k % FOLDS for k, g in enumerate(order)}
    fitted = [fit([r for r in rows if fold[group[r.article]] != k]) for k in range(FOLDS)]
    return [probability(fitted[fold[group[r.article]]], r) for r in rows]


def probability(weights: list[float], row: Row) -> float:
    """What the weights, the bias last, say of a row."""
    return sigmoid(sum(a * b for a, b in zip(weights, [*row.features, 1.0], strict=True)))


def articles_of(path: Path) -> list[GoldArticle]:
    """The annotated articles of a file."""
    with path.open(encoding="utf-8") as lines:
        return read_gold(lines)


def report_verdict(rows: list[Row], p: list[float]) -> None:
    """Decisions changed against the rule of three words, won and lost."""
    three = math.log2(3)
    changed = [
        (r, x >= 0.5)
        for r, x in zip(rows, p, strict=True)
        if (x >= 0.5) != (r.features[verdict.NAMES.index("length")] >= three)
    ]
    won = sum(new == r.right for r, new in changed)
    right = sum((x >= 0.5) == r.right for r, x in zip(rows, p, strict=True))
    print(f"{len(rows)} linked spans; right out of fold {right / len(rows):.4f}")
    print(f"decisions changed {len(changed)}: won {won}, lost {len(changed) - won}")


def report_confidence(rows: list[Row], p: list[float]) -> None:
    """Reliability, Brier score, errors among the least confident."""
    base = sum(r.right for r in rows) / len(rows)
    brier = sum((x - r.right) ** 2 for r, x in zip(rows, p, strict=True)) / len(rows)
    print(f"{len(rows)} quotations, {base:.4f} right; Brier {brier:.4f}, of the base rate {base * (1 - base):.4f}")
    table: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for r, x in zip(rows, p, strict=True):
        table[min(9, int(x * 10))].append((x, r.right))
    print("| confidence | quotations | mean | right |\n|---|---|---|---|")
    for k in sorted(table):
        cell = table[k]
        mean, right = (sum(pair[n] for pair in cell) / len(cell) for n in (0, 1))
        print(f"| {k / 10:.1f} to {(k + 1) / 10:.1f} | {len(cell)} | {mean:.2f} | {right:.2f} |")
    order = sorted(range(len(rows)), key=lambda i: p[i])
    tenth = order[: len(order) // 10]
    errors = sum(not r.right for r in rows)
    share = sum(not rows[i].right for i in tenth) / errors
    print(f"the least confident tenth holds {share:.3f} of the errors ({share * 10:.1f} times its share)")


MODELS: dict[
    str, tuple[tuple[str, ...], Callable[[list[GoldArticle]], list[Row]], Callable[[list[Row], list[float]], None]]
] = {
    "verdict": (verdict.NAMES, verdict_rows, report_verdict),
    "confidence": (confidence.NAMES, confidence_rows, report_confidence),
}


def main() -> None:
    """Cross-validate, report, and with --write fit the whole set and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("model", choices=MODELS)
    parser.add_argument("gold", type=Path, nargs="+", help="annotated articles, JSON lines")
    parser.add_argument(
        "--apart", type=Path, metavar="OTHER", help="report on these articles, too, without fitting them"
    )
    parser.add_argument("--write", action="store_true", help="fit the whole set and write the weights")
    options = parser.parse_args()
    names, read, report = MODELS[options.model]
    articles = [article for path in options.gold for article in articles_of(path)]
    rows = read(articles)
    report(rows, out_of_fold(rows, groups(articles)))
    fitted = fit(rows)
    if options.apart:
        print(f"apart, {options.apart.name}:")
        others = read(articles_of(options.apart))
        report(others, [probability(fitted, row) for row in others])
    if options.write:
        weights = {name: round(value, 4) for name, value in zip((*names, "bias"), fitted, strict=True)}
        (WEIGHTS / f"{options.model}.json").write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
