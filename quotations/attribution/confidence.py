"""How sure a quotation is: the probability that its span and its speaker are both right.

A logistic model over eleven named features, calibrated out of fold (`bench/train.py`); its weights lie in
`weights/confidence.json`.
"""

import json
import math
from collections import Counter
from functools import cache
from importlib.resources import files

from quotations.attribution.found import Found

NAMES = (
    "verdict",  # log odds of the verdict on the marked span, at most 4 either way; 0 where it has no marks
    "unmarked",
    "often",  # log2 of the quotations that the text gives the speaker; who is heard once is more often misread
    "titled",  # the speaker has a title beside the name
    "known",  # the speaker is a person with a full name, a listed body or a source
    "unknown",
    "continued",  # carried on from an earlier sentence
    "choice",  # log odds of the speaker among those who may be meant, at most 4 either way; 0 where grammar tells
    "strong",  # the cue reports wherever it has content
    "before",  # the words stand before a preposition of reporting
    "reach",  # log2 of the tokens from the cue to the words' first; 0 without a cue
)


@cache
def weights() -> dict[str, float]:
    """Feature name to weight, and "bias"."""
    data: dict[str, float] = json.loads(
        files("quotations.weights").joinpath("confidence.json").read_text(encoding="utf-8")
    )
    return data


def features(f: Found, often: int) -> dict[str, float]:
    """The features of one quotation, by the names of `NAMES`; `often` counts the quotations of its speaker."""
    r = f.report
    unmarked = f.kind in ("indirect", "interview")
    return {
        "verdict": 0.0 if unmarked else _odds(f.probability),
        "unmarked": float(unmarked),
        "often": math.log2(often) if often else 0.0,
        "titled": float(bool(f.speaker.title)),
        "known": float(
            f.speaker.name is not None
            and (" " in f.speaker.name or f.speaker.kind in ("organization", "unnamed_source"))
        ),
        "unknown": float(f.speaker.kind == "unknown"),
        "continued": float(f.speaker.resolution == "continued"),
        "choice": _odds(f.chance) if f.chance < 1 else 0.0,
        "strong": float(r is not None and (r.form is None or r.form.strength == "s")),
        "before": float(r is not None and r.content == "before"),
        "reach": math.log2(1 + abs(f.first - r.last)) if r is not None else 0.0,
    }


def _odds(probability: float) -> float:
    """Log odds, at most 4 either way."""
    return max(-4.0, min(4.0, math.log(probability / (1 - probability)))) if 0 < probability < 1 else 4.0


def turns(found: list[Found]) -> Counter[str | None]:
    """How many of a text's quotations each speaker has, by the speaker's key; none for whom nobody can name."""
    return Counter(f.speaker.key for f in found if f.speaker.key is not None)


def confidence(f: Found, often: int) -> float:
    """The calibrated probability, to three places so that equal input gives equal bytes on every machine."""
    w = weights()
    z = w["bias"] + sum(w.get(name, 0.0) * value for name, value in features(f, often).items())
    return round(1 / (1 + math.exp(-z)), 3)
