"""The headers of a note on `articles.rejected`: a dead letter was sent back to the input topic."""

from pydantic import ConfigDict, Field

from schemas.dead_letter import PREFIX
from schemas.record_headers import Headers, RecordHeaders

_POSITION = r"^[^/]*/[0-9]+/[0-9]+$"
_NOTE = PREFIX + "retried"


class RetryNoteHeaders(RecordHeaders):
    """Which dead letter was sent back, and where its record lies now. Every header's value is UTF-8 text.

    A note lies in the partition of its letter, behind it, under the same key, with an empty value.
    """

    model_config = ConfigDict(title="RetryNoteHeaders", alias_generator=lambda name: PREFIX + name)

    retried: str = Field(pattern=_POSITION, description="`topic/partition/offset` of the dead letter.")
    sent: str = Field(pattern=_POSITION, description="`topic/partition/offset` of the record that was sent back.")


def is_retry_note(headers: Headers) -> bool:
    """Whether a record of `articles.rejected` that has these headers is a note, and no dead letter."""
    return any(name == _NOTE for name, _ in headers)
