"""`RawArticle`: what a producer puts on `articles.raw`."""

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

ContentType = Literal["text/plain", "text/html"]


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("lies outside the years 1 to 9999 in UTC") from error


UtcDatetime = Annotated[AwareDatetime, AfterValidator(_in_utc)]
NonBlank = Annotated[str, StringConstraints(pattern=r"\S")]


class RawArticle(BaseModel):
    """One article as its producer publishes it; the record's key is `article_id`.

    Unknown fields are dropped, not refused. `published_at` must carry its offset from UTC.
    """

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True, title="RawArticle")

    article_id: NonBlank | None = Field(
        default=None,
        max_length=512,
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
    published_at: UtcDatetime | None = None
    language: str | None = None
    revision: int | None = Field(
        default=None, ge=0, le=2**63 - 1, description="A number that grows with each edit of the article."
    )
