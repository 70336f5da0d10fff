"""The confidence: a probability from readable features, the same on every machine, higher where more is known."""

import json
import math
from dataclasses import replace
from importlib.resources import files

import pytest

from quotations import Article, extract
from quotations.attribution.confidence import NAMES, confidence, features, turns, weights
from quotations.attribution.found import Found
from quotations.attribution.one_pass import Attribution
from quotations.page.marks import pair
from quotations.page.sentences import cut
from quotations.words.text import Text
from tests.quotations.cases import Case, table

Q = "«راجعنا كل القياسات أمس»"


def _found(body: str) -> tuple[Found, int]:
    """The last quotation of `body`, and how many of them are its speaker's."""
    text = Text(body)
    marked, _ = pair(text)
    found = Attribution(text, cut(text, marked), marked).run()
    return found[-1], turns(found)[found[-1].speaker.key]


NAMED = f"قال الوزير سليم الحداد: {Q}."
CARRIED = f"قال الوزير سليم الحداد إن السد آمن. وأضاف: {Q}."
RIVALS = CARRIED.replace("وأضاف", "ومر المهندس عادل الزين بالسد. وأضاف")
FEATURES = [
    Case("carried on", (CARRIED, "continued"), 1.0),
    Case("named right there is not carried on", (NAMED, "continued"), 0.0),
    Case("heard once", (NAMED, "often"), 0.0),
    Case("heard twice", (CARRIED, "often"), 1.0),
    Case("a title beside the name", (NAMED, "titled"), 1.0),
    Case("a bare name", (f"قال سليم الحداد: {Q}.", "titled"), 0.0),
    Case("named right there is no choice", (NAMED, "choice"), 0.0),
    Case("nobody", (f"وأضاف: {Q}.", "unknown"), 1.0),
    Case("a strong cue", (NAMED, "strong"), 1.0),
    Case("a weak cue", (f"وذكر الوزير سليم الحداد: {Q}.", "strong"), 0.0),
    Case("unmarked words", ("قال الوزير سليم الحداد إن السد آمن.", "unmarked"), 1.0),
    Case("unmarked words have no verdict", ("قال الوزير سليم الحداد إن السد آمن.", "verdict"), 0.0),
    Case("a full name", (NAMED, "known"), 1.0),
    Case("words before a preposition", ("السد آمن جدا منذ أمس، بحسب الوزير سليم الحداد.", "before"), 1.0),
    Case("right behind the cue", (f"وقال: {Q}.", "reach"), 2.0),
    Case("the subject stands between", (f"وقال الوزير: {Q}.", "reach"), math.log2(5)),
]


@pytest.mark.parametrize(("query", "value"), table(FEATURES))
def test_features(query: tuple[str, str], value: float) -> None:
    body, feature = query
    assert features(*_found(body))[feature] == value


def test_who_may_be_one_of_two_is_less_sure_than_who_alone_has_spoken() -> None:
    sure, less = (features(*_found(body))["choice"] for body in (CARRIED, RIVALS))
    assert sure > less


def test_a_participle_is_as_sure_as_the_verb_whose_subject_it_shares() -> None:
    shared = f"{CARRIED.partition('وأضاف')[0]}وأضاف إن الماء كثير، مؤكدا: {Q}."
    assert features(*_found(shared))["choice"] == features(*_found(CARRIED))["choice"] != 0


def test_every_quotation_has_every_feature_and_no_other() -> None:
    assert tuple(features(*_found(NAMED))) == NAMES


def test_weights_are_those_of_the_features() -> None:
    data = json.loads(files("quotations.weights").joinpath("confidence.json").read_text("utf-8"))
    assert weights() == data
    assert set(data) == {*NAMES, "bias"}


# Each pair: the first must be surer than the second.
SURER = {
    "a name than a dropped subject that two may be": (NAMED, RIVALS),
    "a near subject than a far one": (CARRIED, CARRIED.replace("وأضاف", "ومر النهر. ومضى الناس. وأضاف")),
    "somebody than nobody": (CARRIED, f"وأضاف: {Q}."),
    "a sentence than a doubtful fragment": (NAMED, "عبر سليم الحداد عن «قلقه العميق»."),
}


@pytest.mark.parametrize(("surer", "less"), SURER.values(), ids=SURER)
def test_more_is_known_so_it_is_surer(surer: str, less: str) -> None:
    assert confidence(*_found(surer)) > confidence(*_found(less))


def test_it_has_three_places_so_that_equal_input_gives_equal_bytes() -> None:
    for q in extract(Article(f"{NAMED}\n{CARRIED}")):
        assert q.confidence == round(q.confidence, 3)
        assert len(repr(q.confidence)) <= 5


@pytest.mark.parametrize("p", [0.0, 1e-300, 0.5, 1 - 1e-16, 1.0])
def test_a_verdict_at_the_edge_raises_nothing(p: float) -> None:
    assert 0 <= confidence(replace(_found(NAMED)[0], probability=p), 1) <= 1
