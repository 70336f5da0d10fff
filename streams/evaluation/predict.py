"""The engine's quotations of the annotated articles."""

from collections.abc import Iterable

from quotations import Article, Quotation, extract
from streams.evaluation.records import Found, GoldArticle


def predict(articles: Iterable[GoldArticle]) -> list[Found]:
    """What the engine finds in each body, all kinds."""
    return [_found(a.id, q) for a in articles for q in extract(Article(a.body)) if q.field == "body"]


def _found(article_id: str, quotation: Quotation) -> Found:
    return Found.model_construct(
        article_id=article_id,
        kind=quotation.kind,
        text=quotation.text,
        field=quotation.field,
        start=quotation.span.start,
        end=quotation.span.end,
        mention=quotation.speaker.mention,
        name=quotation.speaker.name,
        resolution=quotation.speaker.resolution,
        cue=quotation.cue.text if quotation.cue else None,
        medium=quotation.medium.text if quotation.medium else None,
        rule=quotation.rule,
        confidence=quotation.confidence,
    )
