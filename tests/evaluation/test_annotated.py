"""Annotations without text: joined with their articles they are what was annotated; alone they tell nothing of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.annotated import annotated, digest
from streams.evaluation.records import read_gold

BODY = "قال المهندس نادر الشامي لصحيفة الجسر: «انتهى العمل». وأضاف أن الكلفة معقولة."
ANNOTATIONS = sorted((Path(__file__).parents[2] / "bench" / "annotations").glob("*.jsonl"))


def _at(words: str) -> list[int]:
    return [BODY.index(words), BODY.index(words) + len(words)]


SPEAKER, NAME = _at("المهندس نادر الشامي"), _at("نادر الشامي")
ANNOTATION = {
    "id": "bridge",
    "sha256": digest(BODY),
    "quotes": [[*_at("انتهى العمل"), "direct", "explicit", SPEAKER, NAME, _at("قال"), "صحيفة الجسر"]],
    "indirect": [[*_at("الكلفة معقولة"), None, "continued", SPEAKER, NAME, _at("وأضاف"), None]],
}


def _joined(body: str = BODY) -> dict[str, Any]:
    return annotated(ANNOTATION, {"article_id": "bridge", "outlet": "جريدة", "body": body})


def test_offsets_become_words_again() -> None:
    article = _joined()
    assert (article["id"], article["outlet"], article["body"]) == ("bridge", "جريدة", BODY)
    quotation, clause = article["quotes"][0], article["indirect"][0]
    assert (quotation["text"], quotation["kind"], quotation["how"]) == ("انتهى العمل", "direct", "explicit")
    assert (quotation["speaker"], quotation["name"]) == ("المهندس نادر الشامي", "نادر الشامي")
    assert (quotation["cue"], quotation["via"]) == ("قال", "صحيفة الجسر")
    assert (clause["text"], clause["cue"], clause["via"]) == ("الكلفة معقولة", "وأضاف", None)


def test_it_is_what_the_evaluation_reads() -> None:
    (article,) = read_gold([json.dumps(_joined())])
    assert [entry.text for entry in (*article.quotes, *article.indirect)] == ["انتهى العمل", "الكلفة معقولة"]


def test_another_body_is_refused() -> None:
    with pytest.raises(ValueError, match="bridge"):
        _joined(BODY + " ")


@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.stem)
def test_no_sentence_of_an_article_is_published(path: Path) -> None:
    articles = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rows = [row for article in articles for family in ("quotes", "indirect") for row in article[family]]
    assert len(rows) > 400
    assert all(isinstance(value, int) for row in rows for value in row[:2])
    strings = {part for row in rows for part in row[4:] if isinstance(part, str)}
    assert all(len(part.split()) <= 6 for part in strings)
    assert len(strings) < 10
