"""Train the verdict on marked spans anew and write quotations/weights/verdict.json.

usage: python bench/train.py GOLD.jsonl [--write]

Folds group the articles of an outlet, merged where two articles share a story. Prints the decisions that the learned
weights change against "every linked span of three words or more", won and lost, out of fold.
"""

import json
import math
import random
import sys
from collections import defaultdict
from pathlib import Path

from quotations.attribution import Attribution
from quotations.marks import pair
from quotations.sentences import cut
from quotations.text import Text
from quotations.verdict import NAMES

Row = tuple[str, list[float], int]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Intersection over union of two spans of code points."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def rows(path: str) -> list[Row]:
    """One row a linked span: outlet, features, whether the gold set has it."""
    out: list[Row] = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = Text(article["body"])
        marked, _ = pair(text)
        attribution = Attribution(text, cut(text, marked), marked)
        attribution.run()
        golds = [(q["start"], q["end"]) for q in article["quotes"]]
        for c in attribution.candidates:
            span = text.span(c.first, c.last)
            label = int(any(overlap(span, g) >= 0.8 for g in golds))
            out.append((article["outlet"], [c.features[name] for name in NAMES], label))
    return out


def fit(data: list[Row], l2: float = 1.0, rounds: int = 400) -> list[float]:
    """Logistic regression by Newton-free gradient descent with momentum; the last weight is the bias."""
    size = len(NAMES) + 1
    w, velocity = [0.0] * size, [0.0] * size
    for _ in range(rounds):
        grad = [l2 * x / len(data) for x in w[:-1]] + [0.0]
        for _, x, y in data:
            p = 1 / (1 + math.exp(-(sum(a * b for a, b in zip(w, x, strict=False)) + w[-1])))
            for k, value in enumerate(x):
                grad[k] += (p - y) * value / len(data)
            grad[-1] += (p - y) / len(data)
        for k in range(size):
            velocity[k] = 0.9 * velocity[k] - 0.6 * grad[k]
            w[k] += velocity[k]
    return w


def predict(w: list[float], x: list[float]) -> float:
    """The probability under weights `w`."""
    return 1 / (1 + math.exp(-(sum(a * b for a, b in zip(w, x, strict=False)) + w[-1])))


def main() -> None:
    """Cross-validate by outlet, report, and write the weights of the whole set with --write."""
    data = rows(sys.argv[1])
    groups = defaultdict(list)
    for row in data:
        groups[row[0]].append(row)
    names = sorted(groups)
    random.Random(0).shuffle(names)
    folds = [names[k::8] for k in range(8)]
    won = lost = right = brier = 0.0
    for fold in folds:
        w = fit([r for name in names if name not in fold for r in groups[name]])
        for name in fold:
            for _, x, y in groups[name]:
                p = predict(w, x)
                new, old = int(p >= 0.5), int(x[NAMES.index("length")] >= math.log2(3))
                right += new == y
                brier += (p - y) ** 2
                if new != old:
                    won, lost = won + (new == y), lost + (new != y)
    print(f"{len(data)} spans, out of fold: {right / len(data):.4f} right, Brier {brier / len(data):.4f}, changed {won + lost:.0f}: won {won:.0f}, lost {lost:.0f}")
    w = fit(data)
    weights = {name: round(value, 4) for name, value in zip((*NAMES, "bias"), w, strict=True)}
    print(json.dumps(weights, indent=1))
    if "--write" in sys.argv:
        target = Path(__file__).parent.parent / "quotations" / "weights" / "verdict.json"
        target.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
