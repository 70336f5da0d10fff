"""The headers of what Aqwal publishes: CloudEvents 1.0 in binary mode, and where the input record lies."""

from typing import Any, Final, Literal

from pydantic import ConfigDict, Field

from schemas.processed import SourcePosition
from schemas.record_headers import RecordHeaders

EventType = Literal["aqwal.quote.attributed", "aqwal.article.processed", "aqwal.quote.retracted"]
Repair = Literal["deleted", "restored"]

SOURCE_HEADER = "aqwal-source"
REPLAY_HEADER = "aqwal-replay"
RETRACT_HEADER = "aqwal-retract"
QUOTE_TYPE: Final = "aqwal.quote.attributed"
PROCESSED_TYPE: Final = "aqwal.article.processed"
RETRACTED_TYPE: Final = "aqwal.quote.retracted"


def format_source(position: SourcePosition) -> str:
    """`topic/partition/offset`: a topic's name holds no slash."""
    return f"{position.topic}/{position.partition}/{position.offset}"


def parse_source(text: str) -> SourcePosition:
    """The position that `format_source` wrote. Raises ValueError where `text` is none."""
    topic, partition, offset = text.rsplit("/", 2)
    return SourcePosition(topic=topic, partition=int(partition), offset=int(offset))


def _optional(schema: dict[str, Any]) -> None:
    """Unlike a field of a value, a header that has nothing to say is not there."""
    for name in (REPLAY_HEADER, RETRACT_HEADER):
        if name in schema.get("required", ()):
            schema["required"].remove(name)


class EventHeaders(RecordHeaders):
    """The headers of a record on `quotes.attributed` and `articles.processed`; every value is UTF-8 text.

    Other headers of the input record (`traceparent` among them) are passed on beside these.
    """

    model_config = ConfigDict(
        title="EventHeaders",
        json_schema_serialization_defaults_required=True,
        json_schema_extra=_optional,
    )

    ce_specversion: Literal["1.0"] = "1.0"
    ce_id: str = Field(description="The same for the same record read again by the same engine, and for nothing else.")
    ce_type: EventType
    ce_source: str = Field(description="`/aqwal/` and the input topic.")
    ce_subject: str = Field(description="The article id.")
    content_type: Literal["application/json"] = Field(default="application/json", alias="content-type")
    aqwal_source: str = Field(
        alias="aqwal-source",
        pattern=r"^[^/]*/[0-9]+/[0-9]+$",
        description="`topic/partition/offset` of the input record: by it a consumer tells older from newer.",
    )
    aqwal_replay: str | None = Field(
        default=None,
        alias="aqwal-replay",
        description="The backfill run that published it; not there where the worker did. Nothing else differs.",
    )
    aqwal_retract: Repair | None = Field(
        default=None,
        alias="aqwal-retract",
        description="Where `aqwal retract` published it: `deleted`, a null value for a quotation that the article's "
        "newest revision does not have; `restored`, the newest form again, where an older one had come after it.",
    )
