"""`RawArticle`: what a producer puts on `articles.raw`."""

import re
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    WithJsonSchema,
)

MAX_ID = 512  # code points of an article's id

ContentType = Literal["text/plain", "text/html"]


def _moment(value: object) -> object:
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not _ISO_8601.match(value):
        raise ValueError("no ISO 8601 date or time")
    return value if len(value) > len("2020-01-01") else f"{value}T00:00:00Z"


def _in_utc(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("lies outside the years 1 to 9999 in UTC") from error


# What feeds really give: a moment with its offset, one without, or a date alone.
_ISO_8601 = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt_ ].+)?\Z")
PublicationTime = Annotated[
    datetime,
    Strict(False),  # reads text; `_moment` has refused numbers, which would be taken for seconds or milliseconds
    BeforeValidator(_moment),
    AfterValidator(_in_utc),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt_ ].+)?$"}),
]
NonBlank = Annotated[str, StringConstraints(pattern=r"\S")]


class RawArticle(BaseModel):
    """One article as its producer publishes it; the record's key is `article_id`.

    Unknown fields are dropped, not refused.
    """

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True, title="RawArticle")

    article_id: NonBlank | None = Field(
        default=None,
        max_length=MAX_ID,
        description="The producer's id of the article. Where it is missing, the id is derived: from `url`, else from "
        "a hash of title and body.",
    )
    body: str = Field(
        description="The text of the article. Every offset of an event is into this text, in code points."
    )
    content_type: ContentType = Field(
        default="text/plain",
        description="`text/html`: the body is turned into text first, and every offset is into that text.",
    )
    title: str | None = Field(default=None, description="The headline, where it is not part of the body.")
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    published_at: PublicationTime | None = Field(
        default=None,
        description="ISO 8601. One without an offset counts as UTC, a date alone as 00:00 UTC; events give it in UTC.",
    )
    language: str | None = None
    revision: int | None = Field(
        default=None, ge=0, le=2**63 - 1, description="A number that grows with each edit of the article."
    )
