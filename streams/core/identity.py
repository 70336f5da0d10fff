"""The ids: deterministic, so that the same article gives the same events, live, replayed or offline."""

import hashlib
import json
from collections.abc import Sequence
from uuid import NAMESPACE_URL, UUID, uuid5

from quotations import Quotation
from schemas.article import RawArticle

# Never to be changed: every quote id depends on it.
_NAMESPACE = uuid5(NAMESPACE_URL, "aqwal:quote")


def article_id(article: RawArticle) -> str:
    """The producer's `article_id`; where it gives none, the uuid5 of `url`; without a url, a hash of title and body.

    The record's key has no say: a key that differs from the value's id is the producer's error, and the id in the value
    is the one that the article's events carry and are partitioned by.
    """
    if article.article_id is not None:
        return article.article_id
    if article.url and not article.url.isspace():
        return str(uuid5(NAMESPACE_URL, article.url))
    return _digest([article.title, article.body])


def article_revision(article: RawArticle) -> str:
    """A hash of every field that reaches an event: 32 hexadecimal digits.

    The producer's `revision` is none of them: it says which of two texts is newer, not what they say.
    """
    return _digest(
        [
            article_id(article),
            article.title,
            article.body,
            article.content_type,
            article.url,
            article.outlet,
            article.author,
            article.published_at.isoformat() if article.published_at else None,
            article.language,
        ]
    )


def quote_id(article: str, quotation: Quotation) -> UUID:
    """The uuid5 of the article's id, the family, the matching form of the words and their ordinal."""
    words = (quotation.family, quotation.normalized_text, quotation.ordinal)
    return uuid5(_NAMESPACE, _canonical((article, *words)))


def _digest(parts: Sequence[str | int | None]) -> str:
    return hashlib.sha256(_canonical(parts).encode()).hexdigest()[:32]


def _canonical(parts: Sequence[str | int | None]) -> str:
    # JSON, so that no two lists of parts give one text.
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
