"""How sure a quotation is: the probability that its span and its speaker are both right.

A logistic model over a dozen named features, calibrated out of fold (`bench/train.py`); its weights lie in
`weights/confidence.json`.
"""

import json
import math
from functools import cache
from importlib.resources import files

from quotations.attribution import Found

NAMES = (
    "verdict",  # log odds of the verdict on the marked span, at most 4 either way; 0 where it has no marks
    "unmarked",
    "explicit",  # the speaker is named right there
    "continued",  # carried on from an earlier sentence
    "title",  # a title or a description stands for the name
    "distance",  # log2 of the sentences since the speaker spoke last
    "unknown",
    "strong",  # the cue reports wherever it has content
    "colon_or_that",  # the words begin right after a colon or a particle
    "known",  # the speaker is a person with a full name, a listed body or a source
    "before",  # the words stand before a preposition of reporting
    "length",  # log2 of the words, at most 6
)


@cache
def weights() -> dict[str, float]:
    """Feature name to weight, and "bias"."""
    data: dict[str, float] = json.loads(
        files("quotations.weights").joinpath("confidence.json").read_text(encoding="utf-8")
    )
    return data


def features(f: Found) -> dict[str, float]:
    """The features of one quotation, by the names of `NAMES`."""
    r, how = f.report, f.speaker.resolution
    odds = math.log(f.probability / (1 - f.probability)) if 0 < f.probability < 1 else 4.0
    unmarked = f.kind in ("indirect", "interview")
    return {
        "verdict": 0.0 if unmarked else max(-4.0, min(4.0, odds)),
        "unmarked": float(unmarked),
        "explicit": float(how == "explicit"),
        "continued": float(how == "continued"),
        "title": float(how == "title"),
        "distance": math.log2(1 + f.distance),
        "unknown": float(f.speaker.kind == "unknown"),
        "strong": float(r is not None and (r.form is None or r.form.strength == "s")),
        "colon_or_that": float(r is not None and r.content in ("colon", "that")),
        "known": float(
            f.speaker.name is not None
            and (" " in f.speaker.name or f.speaker.kind in ("organization", "unnamed_source"))
        ),
        "before": float(r is not None and r.content == "before"),
        "length": min(6.0, math.log2(1 + f.last - f.first)),
    }


def confidence(f: Found) -> float:
    """The calibrated probability, to three places so that equal input gives equal bytes on every machine."""
    w = weights()
    z = w["bias"] + sum(w.get(name, 0.0) * value for name, value in features(f).items())
    return round(1 / (1 + math.exp(-z)), 3)
