"""The headers that a dead letter on `articles.rejected` carries beside those of the original record.

The names follow Kafka's KIP-1034 (`__streams.errors.exception` …), under a prefix of our own.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, WithJsonSchema

from schemas.record_headers import RecordHeaders

PREFIX = "__aqwal.errors."
# A number, as the text that the header's bytes are.
Number = Annotated[int, Field(ge=0, le=2**63 - 1), WithJsonSchema({"type": "string", "pattern": "^[0-9]+$"})]
RejectReason = Literal[
    "invalid-encoding",  # the value, or the key of a withdrawal, is not UTF-8
    "invalid-json",  # the value is not JSON
    "invalid-article",  # JSON, but not a RawArticle: a field of a wrong type, missing or out of range
    "empty-body",  # nothing but white space to read
    "missing-key",  # a null value without a key: nobody can tell which article it withdraws
    "missing-value",  # a dead letter sent back without the value that had been left out of it: no withdrawal
    "article-too-large",  # over the limit on code points that the settings name
    "result-too-large",  # an event or the marker would be over the output's limit
    "engine-error",  # the engine raised: a bug of ours
    "engine-crash",  # the engine's process ended at this record, also alone: a fault, or the memory it may take
    "broker-refused",  # the broker refused an event that the sizes allowed
]


class DeadLetterHeaders(RecordHeaders):
    """Why a record was rejected and where it lies. Every header's value is UTF-8 text.

    A record that was rejected, sent back to the input topic and rejected again keeps the position (`topic`,
    `partition`, `offset`, `timestamp`) of its first rejection; all else is of the last one.
    """

    model_config = ConfigDict(title="DeadLetterHeaders", alias_generator=lambda name: PREFIX + name)

    reason: RejectReason
    message: str = Field(description="What is wrong, for people; cut to 1,000 code points.")
    exception: str | None = Field(default=None, description="The class of the exception, where there was one.")
    topic: str = Field(max_length=249)
    partition: Number
    offset: Number
    timestamp: Number | None = Field(
        default=None,
        description="The original record's timestamp, where it has one: milliseconds since the epoch, UTC.",
    )
    attempts: Number = Field(default=1, description="How often the record has been rejected.")
    omitted: str | None = Field(
        default=None,
        max_length=32,
        pattern=r"^(value|headers|key)(,(value|headers|key))*$",
        description="What of the original was left out since the letter would have been over the broker's limit: the "
        "original lies at topic, partition, offset.",
    )
    replay: str | None = Field(
        default=None, max_length=64, description="The backfill run that published the letter, where one did."
    )
