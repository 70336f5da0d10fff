"""Ids: the same for the same, and for nothing else. The literal values are a promise: they may never change."""

from dataclasses import replace

import pytest

from quotations import Article
from schemas.article import RawArticle
from streams.core.identity import article_id, article_revision, quote_id
from tests.core.samples import quotation

FULL = {
    "article_id": "a",
    "title": "t",
    "body": "b",
    "url": "u",
    "outlet": "o",
    "author": "w",
    "published_at": "2020-01-01T00:00:00Z",
    "language": "ar",
    "content_type": "text/plain",
}


def article(**fields: object) -> RawArticle:
    return RawArticle.model_validate(fields, strict=False)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"article_id": "خبر 1", "url": "http://x.example/1"}, "خبر 1"),
        ({"url": "http://x.example/1"}, "23f8345f-b90f-5dd6-85b6-dd56a4162d41"),
        ({"url": ""}, "843a0aea5f1cb2bc77f907265cef7752"),
        ({"title": "عنوان"}, "3a64829247ed72fed565df666f77198d"),
    ],
)
def test_article_id_is_the_producers_or_of_the_url_or_of_the_text(fields: dict[str, str], expected: str) -> None:
    assert article_id(article(body="نص", **fields)) == expected


def test_without_id_and_url_every_text_has_its_own() -> None:
    ids = [
        article_id(article(body=body, title=title)) for body, title in (("a", None), ("a", ""), ("a", "b"), ("b", "a"))
    ]
    assert len(set(ids)) == 4


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("article_id", "a2"),
        ("title", None),
        ("body", "b2"),
        ("url", "u2"),
        ("outlet", ""),
        ("author", None),
        ("published_at", "2020-01-01T00:00:01Z"),
        ("language", "en"),
        ("content_type", "text/html"),
    ],
)
def test_the_revision_changes_with_every_field_that_reaches_an_event(field: str, other: str | None) -> None:
    assert article_revision(article(**FULL)) != article_revision(article(**{**FULL, field: other}))


def test_the_revision_is_the_same_for_the_same_moment_and_whatever_number_the_producer_gives() -> None:
    same = {**FULL, "published_at": "2020-01-01T03:00:00+03:00", "revision": 7}
    assert article_revision(article(**FULL)) == article_revision(article(**same))
    assert article_revision(article(**FULL)) == "1dece87c43fdb959e3179fef43ee9954"


def test_a_quote_id_depends_on_article_family_words_and_ordinal_alone() -> None:
    body = Article("قال «نعم» ثم «لا»")
    base = quotation(body, "نعم")
    same = replace(base, kind="mixed", text="نَعم", confidence=0.9, rule="r", block="related")
    others = [replace(base, family="unmarked"), replace(base, normalized_text="لا"), replace(base, ordinal=1)]
    assert str(quote_id("a", base)) == str(quote_id("a", same)) == "b9c2b9bb-f256-59b0-99c1-bde232b9dd6c"
    assert len({quote_id("a", base), quote_id("b", base), *(quote_id("a", other) for other in others)}) == 5
