"""Whom a verb without a subject means: features that a reader can check, weights that point where they should."""

import json
import math
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.attribution.one_pass import Attribution
from quotations.page.marks import pair
from quotations.page.sentences import cut
from quotations.speakers.choice import NAMES, probabilities, weights
from quotations.speakers.resolution import Considered
from quotations.words.text import Text
from tests.quotations.cases import WORDS, Case, table

SPOKE = "قال الوزير سليم الحداد إن السد آمن."
AGREEING = {"agrees": 1.0, "full": 1.0, "sure": 1.0}

FEATURES = [
    Case(
        "who spoke last, and a verb that adds",
        (f"{SPOKE} وأضاف: {WORDS}.", "سليم الحداد"),
        {"last": 1.0, "adds": 1.0, "since": 1.0, **AGREEING},
    ),
    Case(
        "أيضا adds",
        (f"{SPOKE} وقال أيضا: {WORDS}.", "سليم الحداد"),
        {"last": 1.0, "adds": 1.0, "since": 1.0, **AGREEING},
    ),
    Case(
        "the pronoun of a verbal noun agrees",
        (f"{SPOKE} وبدأ البيع. ومن ذلك قوله: {WORDS}.", "سليم الحداد"),
        {"last": 1.0, "since": math.log2(3), **AGREEING},
    ),
    Case(
        "who acts in the sentence before",
        (f"{SPOKE} ووصل الخبير عمر الكيلاني. وقال: {WORDS}.", "عمر الكيلاني"),
        {"since": 1.0, **AGREEING},
    ),
    Case(
        "who is named behind a verb",
        (f"{SPOKE} ووصل الخبير عمر الكيلاني. وبدأ الحفل. وقال: {WORDS}.", "عمر الكيلاني"),
        {"only": 0.5, "since": math.log2(3), **AGREEING},
    ),
    Case(
        "who is named behind a preposition",
        (f"{SPOKE} ووصل الناس مع الخبير عمر الكيلاني. وقال: {WORDS}.", "عمر الكيلاني"),
        {"only": 1.0, "since": 1.0, **AGREEING},
    ),
]


def _considered(body: str) -> list[Considered]:
    text = Text(body)
    marked, _ = pair(text)
    attribution = Attribution(text, cut(text, marked), marked)
    attribution.run()
    return list(attribution.speakers.considered.values())[-1]


@pytest.mark.parametrize(("query", "expected"), table(FEATURES))
def test_features(query: tuple[str, str], expected: dict[str, float]) -> None:
    body, name = query
    assert next(c.features for c in _considered(body) if c.speaker.name == name) == expected


def test_weights_are_those_of_the_features_and_few_enough_to_read() -> None:
    data = json.loads(files("quotations.weights").joinpath("speaker.json").read_text("utf-8"))
    assert weights() == data
    assert tuple(data) == NAMES
    assert len(NAMES) <= 12


@pytest.mark.parametrize(
    ("feature", "sign"),
    [("last", 1), ("adds", 1), ("here", 1), ("agrees", 1), ("sure", 1), ("only", -1), ("since", -1), ("god", -1)],
)
def test_weights_point_where_a_reader_would_have_them(feature: str, sign: int) -> None:
    assert weights()[feature] * sign > 0


@given(st.lists(st.fixed_dictionaries({name: st.floats(0, 5) for name in NAMES}), max_size=6))
def test_probabilities_leave_some_to_nobody(candidates: list[dict[str, float]]) -> None:
    chances = probabilities(candidates)
    assert len(chances) == len(candidates)
    assert all(0 <= p <= 1 for p in chances)
    assert sum(chances) <= 1 + 1e-9


def test_a_subject_that_is_named_leaves_nothing_to_choose() -> None:
    assert [(c.probability, c.won) for c in _considered(f"{SPOKE} وقالت هدى العلي: {WORDS}.")] == [(1.0, True)]
