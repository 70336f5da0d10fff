"""The engine's quotations of the annotated articles, by way of the events that would be published."""

from collections.abc import Iterable

from quotations import Article, extract
from schemas.article import RawArticle
from schemas.quote import QuoteEvent
from streams.core.events import quote_events
from streams.evaluation.records import Found, GoldArticle


def predict(articles: Iterable[GoldArticle]) -> list[Found]:
    """What the engine finds in each body, all kinds.

    Raises ValueError where the engine's offsets are wrong: such quotations are never published.
    """
    found: list[Found] = []
    for annotated in articles:
        text = Article(annotated.body)
        events = quote_events(RawArticle(article_id=annotated.id, body=annotated.body), text, extract(text))
        found.extend(_found(event) for event in events if event.span.field == "body")
    return found


def _found(event: QuoteEvent) -> Found:
    return Found.model_construct(
        article_id=event.article_id,
        kind=event.kind,
        text=event.text,
        field=event.span.field,
        start=event.span.start,
        end=event.span.end,
        mention=event.speaker.mention,
        name=event.speaker.name,
        resolution=event.speaker.resolution,
        cue=event.cue.text if event.cue else None,
        medium=event.medium.text if event.medium else None,
        rule=event.rule,
        confidence=event.confidence,
    )
