"""The sample articles: consistent annotations, and the engine finds what a careful reader finds."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from schemas.article import RawArticle
from tests.expectations import assert_exact_annotations, assert_only_known_failures, load

HERE = Path(__file__).parent
SAMPLES = files("streams.samples").joinpath("articles.jsonl")
EXPECTED = load(HERE / "expected.jsonl")
BY_ID = pytest.mark.parametrize("annotated", EXPECTED, ids=[a["id"] for a in EXPECTED])


def _raw() -> list[dict[str, Any]]:
    return [json.loads(line) for line in SAMPLES.read_text("utf-8").splitlines()]


def test_every_sample_is_annotated_as_it_is_published() -> None:
    published = [(a["article_id"], a["body"], a.get("title")) for a in _raw()]
    annotated = [(a["id"], a["body"], a["title"]["body"] if a.get("title") else None) for a in EXPECTED]
    assert published == annotated


def test_every_sample_is_a_raw_article_of_its_own() -> None:
    articles = [RawArticle.model_validate_json(json.dumps(article)) for article in _raw()]
    assert len({article.article_id for article in articles}) == len(articles) >= 14
    assert all(article.outlet and article.published_at for article in articles)


@BY_ID
def test_annotations_are_exact_substrings(annotated: dict[str, Any]) -> None:
    assert_exact_annotations(annotated)


@BY_ID
def test_the_engine_finds_what_a_reader_finds(annotated: dict[str, Any]) -> None:
    assert_only_known_failures(annotated, HERE / "known_failures.txt")
