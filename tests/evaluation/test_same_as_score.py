"""Every figure is that of the reference scorer beside the repository, on right, wrong and absurd predictions."""

import importlib.util
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from streams.evaluation.comparison import compare
from streams.evaluation.figures import report
from streams.evaluation.predict import predict
from streams.evaluation.records import read_found, read_gold

GOLD_DIR = Path(__file__).parents[3] / "shared" / "gold"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (GOLD_DIR / "score.py").exists(), reason="no ../shared/gold beside the repository"),
]
Event = dict[str, Any]
KINDS = ["direct", "mixed", "indirect", "interview"]


@pytest.fixture(scope="module")
def score() -> Any:
    spec = importlib.util.spec_from_file_location("reference_score", GOLD_DIR / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def gold_lines() -> list[str]:
    return (GOLD_DIR / "dev.jsonl").read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def perfect(gold_lines: list[str]) -> list[Event]:
    articles = map(json.loads, gold_lines)
    return [_event(a, family, entry) for a in articles for family in ("quotes", "indirect") for entry in a[family]]


def _event(article: dict[str, Any], family: str, entry: dict[str, Any]) -> Event:
    return {
        "article_id": article["id"],
        "kind": entry.get("kind", "indirect") if family == "quotes" else "indirect",
        "text": entry["text"],
        "span": {"field": "body", "start": entry["start"], "end": entry["end"]},
        "speaker": {"mention": entry["speaker"], "name": entry["name"], "resolution": entry["how"]},
        "cue": {"text": entry["cue"]} if entry["cue"] else None,
        "medium": {"text": entry["via"]} if entry["via"] else None,
    }


def _moved(event: Event, start: int, end: int) -> Event:
    span = event["span"]
    return {**event, "span": {**span, "start": max(0, span["start"] - start), "end": span["end"] + end}}


def _in_field(event: Event, field: str | None) -> Event:
    return {**event, "span": {**event["span"], "field": field}}


def _with_much_around_the_name(event: Event) -> Event:
    mention, name = event["speaker"]["mention"] or "", event["speaker"]["name"] or ""
    mention = f"قال أمس {mention} في حديث طويل للصحفيين {name}"
    return {**event, "speaker": {"mention": mention, "name": name.split(" ")[0] or None}}


# What a prediction can become: each takes it, another one and a random source.
SPOILERS: list[Callable[[Event, Event, random.Random], list[Event]]] = [
    lambda e, _, __: [e],
    lambda e, _, __: [],
    lambda e, _, __: [e, e],
    lambda e, _, __: [{**e, "article_id": "no such article"}],
    lambda e, _, rng: [_moved(e, rng.randrange(1, 40), 0)],
    lambda e, _, rng: [_moved(e, 0, rng.randrange(1, 60))],
    lambda e, other, _: [{**e, "speaker": other["speaker"], "cue": other["cue"], "medium": other["medium"]}],
    lambda e, _, __: [{**e, "speaker": {"mention": None, "name": None}}],
    lambda e, _, __: [{**e, "speaker": None, "cue": None}],
    lambda e, _, __: [_with_much_around_the_name(e)],
    lambda e, other, rng: [{**e, "kind": rng.choice(KINDS), "cue": "قال", "medium": other["medium"] or "وكالة"}],
    lambda e, _, __: [_in_field(e, "title"), _in_field(e, None)],
]


def _same(score: Any, gold_lines: list[str], events: list[Event]) -> None:
    expected, _ = score.score([json.loads(line) for line in gold_lines], events)
    found = read_found(json.dumps(event) for event in events)
    assert report(*compare(read_gold(gold_lines), found)) == expected


def test_perfect_predictions(score: Any, gold_lines: list[str], perfect: list[Event]) -> None:
    _same(score, gold_lines, perfect)


def test_no_predictions(score: Any, gold_lines: list[str]) -> None:
    _same(score, gold_lines, [])


@pytest.mark.parametrize("seed", range(6))
def test_wrong_predictions(score: Any, gold_lines: list[str], perfect: list[Event], seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 -- repeatable on purpose
    events = [spoilt for event in perfect for spoilt in rng.choice(SPOILERS)(event, rng.choice(perfect), rng)]
    rng.shuffle(events)
    _same(score, gold_lines, events)


def test_clauses_in_place_of_marked_quotations_are_forgiven_alike(
    score: Any, gold_lines: list[str], perfect: list[Event]
) -> None:
    _same(score, gold_lines, [{**event, "kind": "indirect"} for event in perfect])


def test_the_engine(score: Any, gold_lines: list[str]) -> None:
    found = predict(read_gold(gold_lines))
    events = [
        {
            "article_id": f.article_id,
            "kind": f.kind,
            "text": f.text,
            "span": {"start": f.start, "end": f.end},
            "speaker": {"mention": f.mention, "name": f.name},
            "cue": {"text": f.cue},
            "medium": f.medium and {"text": f.medium},
        }
        for f in found
    ]
    _same(score, gold_lines, events)
    assert all(f.text == a.body[f.start : f.end] for a in read_gold(gold_lines) for f in found if f.article_id == a.id)
