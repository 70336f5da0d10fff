"""Logistic models in plain Python: one decision a row, or one choice among several candidates."""

import math
from typing import NamedTuple

from quotations.speakers.choice import shares

NOBODY = 0.3  # what a choice without a right candidate counts


class Row(NamedTuple):
    """One decision: the article's index, its features without the bias, and whether it is right."""

    article: int
    features: list[float]
    right: bool


class Choice(NamedTuple):
    """One choice: the article's index, the features of each candidate, and which of them are right (several may be)."""

    article: int
    candidates: list[list[float]]
    right: list[bool]


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


def fit_choices(choices: list[Choice], l2: float = 1.0, steps: int = 40) -> list[float]:
    """The conditional logit by Newton's method: the weights under which right candidates are likely.

    Nobody, of score 0, is one more candidate, and right where no other is. That counts for less: that the speaker could
    not be found says little about those who could.
    """
    data = [c for c in choices if c.candidates]
    size = len(data[0].candidates[0])
    w = [0.0] * size
    for _ in range(steps):
        gradient = [l2 * x for x in w]
        hessian = [[l2 if i == j else 0.0 for j in range(size)] for i in range(size)]
        for c in data:
            p = chances(w, c)
            right = sum(x for x, y in zip(p, c.right, strict=True) if y)
            weight = 1.0 if right else NOBODY
            mean = [0.0] * size
            for x, q, y in zip(c.candidates, p, c.right, strict=True):
                present = [i for i in range(size) if x[i]]
                for i in present:
                    mean[i] += q * x[i]
                    gradient[i] += weight * (q - (q / right if y else 0.0)) * x[i]
                    for j in present:
                        hessian[i][j] += weight * q * x[i] * x[j]
            for i in range(size):
                for j in range(size):
                    hessian[i][j] -= weight * mean[i] * mean[j]
        step = solve(hessian, gradient)
        w = [a - b for a, b in zip(w, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return w


def chances(weights: list[float], choice: Choice) -> list[float]:
    """The probability of each candidate; what is missing to 1 is nobody's."""
    return shares([sum(a * b for a, b in zip(weights, x, strict=True)) for x in choice.candidates])


def probability(weights: list[float], row: Row) -> float:
    """What the weights, the bias last, say of a row."""
    return sigmoid(sum(a * b for a, b in zip(weights, [*row.features, 1.0], strict=True)))
