"""`ArticleProcessed`: the account of one input record on `articles.processed`."""

from uuid import UUID

from pydantic import ConfigDict, Field

from schemas.part import Part
from schemas.quote import QuoteKind, SchemaVersion


class QuoteRef(Part):
    """One quotation that was published for the record."""

    quote_id: UUID
    kind: QuoteKind


class SourcePosition(Part):
    """Where the input record lies."""

    topic: str
    partition: int = Field(ge=0)
    offset: int = Field(ge=0)


class ArticleProcessed(Part):
    """One a record of `articles.raw`, published after all its quotations, also where it has none.

    A consumer that upserts by `quote_id` drops the article's older quotations of the same `kinds` that are not listed.
    """

    model_config = ConfigDict(title="ArticleProcessed")

    schema_version: SchemaVersion = "1.0"
    article_id: str
    article_revision: str | None = Field(description="null where the record withdraws the article.")
    revision: int | None = Field(description="The producer's revision number, where it gives one.")
    engine_version: str
    kinds: tuple[QuoteKind, ...] = Field(description="The kinds that were asked for.")
    withdrawn: bool = Field(default=False, description="True where the record had a null value.")
    text_from_html: bool = Field(default=False, description="True where offsets are into the text made from HTML.")
    quotes: tuple[QuoteRef, ...]
    source: SourcePosition
