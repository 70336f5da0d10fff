"""Whom a verb without a subject means, of all who may be meant: a small model over twelve named features.

A conditional logit: each candidate has a score, the sum of its features' weights, and its probability is its share of
the exponentials of all scores. Nobody is a candidate too, of score 0. The weights are learned (`bench/train.py`) and
lie in `weights/speaker.json`.
"""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

NAMES = (
    "last",  # spoke last in the story
    "adds",  # spoke last, and the verb adds: وأضاف, وقال أيضا
    "here",  # the last of those who have spoken in the same sentence, both inside somebody's clause or both outside
    "subject",  # the subject of the sentence's first verb
    "only",  # has not spoken, and is only named; half as much where the name stands free behind a verb or a comma
    "since",  # log2 of 1 and the sentences since they spoke, or since they were named who have not spoken
    "agrees",  # their gender and number are known to be the verb's
    "disagrees",  # a body whose gender or number is not the verb's; people whose are not are no candidates
    "thing",  # a body, a source or a document
    "full",  # a person whose name has two words or more, or whose office has
    "sure",  # a person: a title or a listed first name shows it, or the name stands behind verbs of reporting, too
    "god",  # God, no subject of his sentence, where قال stands alone: no verse without praise, mostly the Prophet's
)


@cache
def weights() -> dict[str, float]:
    """Feature name to weight."""
    data: dict[str, float] = json.loads(
        files("quotations.weights").joinpath("speaker.json").read_text(encoding="utf-8")
    )
    return data


def probabilities(candidates: Sequence[dict[str, float]]) -> list[float]:
    """The probability of each candidate, by the features of each; what is missing to 1 is nobody's."""
    w = weights()
    return shares([sum(w[name] * value for name, value in features.items()) for features in candidates])


def shares(scores: Sequence[float]) -> list[float]:
    """Each score's share of the exponentials of all, nobody's 0 among them; safe for large scores."""
    top = max(0.0, *scores) if scores else 0.0
    parts = [math.exp(score - top) for score in scores]
    total = math.exp(-top) + sum(parts)
    return [part / total for part in parts]
