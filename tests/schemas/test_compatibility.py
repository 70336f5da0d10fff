"""Fields are only ever added: today's schemas against those of every release, and the checker against itself."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from schemas.generate import HERE
from schemas.jsonschema import json_schemas
from tests.schemas.compatibility import Side, incompatibilities

RELEASED = sorted((HERE / "released").glob("*/*.schema.json"))
TODAY = json_schemas()


def contract_of(path: Path) -> str:
    return path.name.removesuffix(".schema.json")


def side_of(name: str) -> Side:
    return "input" if name == "raw_article" else "output"


@pytest.mark.parametrize("path", [pytest.param(path, id=f"{path.parent.name}/{path.name}") for path in RELEASED])
def test_todays_schemas_keep_what_a_release_promised(path: Path) -> None:
    name = contract_of(path)
    assert not incompatibilities(json.loads(path.read_text("utf-8")), TODAY[name], side_of(name))


def test_the_first_release_is_among_them() -> None:
    assert {contract_of(path) for path in RELEASED if path.parent.name == "0.1.0"} == set(TODAY)


def changed(name: str, change: Callable[[dict[str, Any]], object]) -> list[str]:
    new = copy.deepcopy(TODAY[name])
    change(new)
    return incompatibilities(TODAY[name], new, side_of(name))


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("quote_event", lambda s: s["properties"].pop("outlet"), "QuoteEvent.outlet: gone"),
        ("quote_event", lambda s: s["$defs"]["Speaker"]["properties"].pop("key"), "Speaker.key: gone"),
        ("quote_event", lambda s: s["$defs"].pop("Speaker"), "Speaker: gone"),
        ("quote_event", lambda s: s["properties"]["text"].update(type="integer"), "QuoteEvent.text: changed"),
        ("quote_event", lambda s: s["properties"]["text"].update(maxLength=9), "QuoteEvent.text: changed"),
        ("quote_event", lambda s: s["properties"]["kind"]["enum"].remove("mixed"), "QuoteEvent.kind: changed"),
        ("quote_event", lambda s: s["properties"]["url"]["anyOf"].pop(), "QuoteEvent.url: changed"),
        ("quote_event", lambda s: s["required"].remove("text"), "QuoteEvent.text: no longer always there"),
        ("article_processed", lambda s: s["properties"].pop("source"), "ArticleProcessed.source: gone"),
        ("raw_article", lambda s: s["required"].append("url"), "RawArticle.url: newly required"),
    ],
)
def test_the_checker_finds_what_breaks(name: str, change: Callable[[dict[str, Any]], object], said: str) -> None:
    assert said in changed(name, change)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("quote_event", lambda s: None),
        ("quote_event", lambda s: s["properties"].update(later={"type": "string"})),
        ("quote_event", lambda s: s["required"].append("later")),
        ("quote_event", lambda s: s["properties"]["kind"]["enum"].append("later")),
        ("quote_event", lambda s: s["properties"]["text"].update(description="said better")),
        ("quote_event", lambda s: s["$defs"].update(Later={"type": "object"})),
        ("raw_article", lambda s: s["required"].remove("body")),
    ],
)
def test_the_checker_lets_pass_what_only_adds(name: str, change: Callable[[dict[str, Any]], object]) -> None:
    assert changed(name, change) == []
