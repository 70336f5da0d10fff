"""From the engine's values to events."""

from dataclasses import replace

import pytest

from quotations import Article
from quotations.model import Quotation, Span
from schemas.article import RawArticle
from schemas.quote import QuoteEvent
from streams.core.events import quote_events
from tests.core.samples import FULL_BODY, full, quotation


def events(article: Article, *found: Quotation) -> list[QuoteEvent]:
    return list(quote_events(RawArticle(article_id="a", body=article.body, title=article.title), article, found))


def test_references_between_quotations_become_ids() -> None:
    article = Article("أ ب ج")
    outer, inner, later = (quotation(article, words) for words in ["أ", "ب", "ج"])
    made = events(article, outer, replace(inner, within=0), replace(later, part_of=1))
    assert [event.within for event in made] == [None, made[0].quote_id, None]
    assert [event.part_of for event in made] == [None, None, made[1].quote_id]


def test_a_quotation_of_the_title_has_its_offsets_there() -> None:
    article = Article("نص", title="فلان: نعم")
    found = replace(quotation(Article(article.title or ""), "نعم"), field="title", block="headline")
    (event,) = events(article, found)
    assert (event.span.field, event.context.prefix, event.sentence.text) == ("title", "فلان: ", "فلان: نعم")


@pytest.mark.parametrize(
    ("before", "words", "after", "start", "end"),
    [
        pytest.param(10, 5, 10, 0, 25, id="short: whole"),
        pytest.param(500, 400, 100, 0, 1000, id="just whole"),
        pytest.param(1000, 100, 1000, 550, 1550, id="cut on both sides"),
        pytest.param(100, 100, 2000, 0, 1000, id="little before: more after"),
        pytest.param(2000, 100, 100, 1200, 2200, id="little after: more before"),
        pytest.param(500, 3000, 500, 250, 1250, id="words that alone fill it"),
        pytest.param(0, 3000, 0, 0, 1000, id="nothing but words"),
    ],
)
def test_a_sentence_is_cut_to_a_thousand_code_points_around_the_words(
    before: int, words: int, after: int, start: int, end: int
) -> None:
    article = Article("ق" * before + "ن" * words + "ب" * after)
    (event,) = events(article, quotation(article, "ن" * words))
    assert (event.sentence.start, event.sentence.end) == (start, end)
    assert event.sentence.text == article.body[start:end]


def test_a_sentence_keeps_to_where_the_engine_put_it() -> None:
    article = Article("غير هذا. قال «نعم» أمس. وغيره.")
    (event,) = events(article, quotation(article, "نعم", sentence=Span(9, 23)))
    assert event.sentence.text == "قال «نعم» أمس."


def test_context_ends_with_the_text() -> None:
    article = Article("أ" * 100 + "نعم")
    (event,) = events(article, quotation(article, "نعم"))
    assert (event.context.prefix, event.context.suffix) == ("أ" * 64, "")


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "سنفتح الميناء غد"},
        {"span": Span(1, 4)},
        {"span": Span(-4, -1)},
        {"span": Span(9, 4), "text": ""},
        {"within": 1},
        {"part_of": -1},
        {"confidence": 1.5},
        {"confidence": float("nan")},
        {"kind": "no such"},
    ],
)
def test_a_quotation_that_is_not_so_is_an_error(wrong: dict[str, object]) -> None:
    article = Article(FULL_BODY)
    events(article, full(article))
    with pytest.raises(ValueError, match=r"."):
        events(article, replace(full(article), **wrong))


@pytest.mark.parametrize("part", ["cue", "medium", "addressee", "occasion"])
def test_a_part_whose_words_are_not_there_is_an_error(part: str) -> None:
    article = Article(FULL_BODY)
    found = full(article)
    moved = replace(getattr(found, part), span=Span(0, 1))
    with pytest.raises(ValueError, match="does not hold the words"):
        events(article, replace(found, **{part: moved}))


def test_a_mention_that_is_not_there_is_an_error() -> None:
    article = Article(FULL_BODY)
    found = full(article)
    with pytest.raises(ValueError, match="does not hold the words"):
        events(article, replace(found, speaker=replace(found.speaker, mention="غيرها")))


def test_an_event_reads_back_equal() -> None:
    article = Article(FULL_BODY)
    (event,) = events(article, full(article))
    assert QuoteEvent.model_validate_json(event.model_dump_json(by_alias=True)) == event
