"""The JSON Schemas (draft 2020-12) of everything that crosses Kafka, made from the models."""

from typing import Any, Literal, NamedTuple

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from schemas.article import RawArticle
from schemas.backfill import BackfillRun
from schemas.dead_letter import DeadLetterHeaders
from schemas.headers import EventHeaders
from schemas.processed import ArticleProcessed
from schemas.quote import QuoteEvent
from schemas.retry_note import RetryNoteHeaders


class WithoutFieldTitles(GenerateJsonSchema):
    """Pydantic's schemas without the titles that only repeat the fields' names."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Never."""
        return False


class Contract(NamedTuple):
    """A model and the side that is described: what a reader may accept, or what a writer always writes."""

    model: type[BaseModel]
    mode: Literal["validation", "serialization"]


# By the name of the file. Producers read RawArticle's schema to know what is accepted; consumers read the others'.
CONTRACTS = {
    "raw_article": Contract(RawArticle, "validation"),
    "quote_event": Contract(QuoteEvent, "serialization"),
    "article_processed": Contract(ArticleProcessed, "serialization"),
    "event_headers": Contract(EventHeaders, "serialization"),
    "dead_letter_headers": Contract(DeadLetterHeaders, "validation"),
    "backfill_run": Contract(BackfillRun, "serialization"),
    "retry_note_headers": Contract(RetryNoteHeaders, "serialization"),
}


def json_schemas() -> dict[str, dict[str, Any]]:
    """One self-contained schema for each of `CONTRACTS`, by its name."""
    return {
        name: {
            "$schema": GenerateJsonSchema.schema_dialect,
            "$id": f"urn:aqwal:{name}",
            **contract.model.model_json_schema(mode=contract.mode, schema_generator=WithoutFieldTitles),
        }
        for name, contract in CONTRACTS.items()
    }
