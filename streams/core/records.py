"""What crosses the core's border: a record in, an outcome out. No Kafka client's types here."""

from dataclasses import dataclass, field
from typing import Literal

Headers = tuple[tuple[str, bytes], ...]
RejectReason = Literal[
    "invalid-encoding",  # the value is not UTF-8
    "invalid-json",  # the value is not JSON
    "invalid-article",  # JSON, but not a RawArticle: a field of a wrong type, missing or out of range
    "empty-body",  # nothing but white space to read
    "missing-key",  # a null value without a key: nobody can tell which article it withdraws
    "article-too-large",  # over the limit on code points that the settings name
    "result-too-large",  # an event or the marker would be over the output's limit
    "engine-error",  # the engine raised: a bug of ours
    "broker-refused",  # the broker refused an event that the sizes allowed
]


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the input topic, as the broker holds it. `timestamp` is milliseconds since the epoch, UTC."""

    topic: str
    partition: int
    offset: int
    timestamp: int
    key: bytes | None
    value: bytes | None
    headers: Headers = ()


@dataclass(frozen=True, slots=True)
class Message:
    """One record to publish. `partition_key` chooses the partition (murmur2); `key` is what compaction sees.

    `timestamp` is milliseconds since the epoch, UTC, or None for "now": the shell never sends one later than now.
    """

    key: bytes | None
    value: bytes | None
    headers: Headers
    timestamp: int | None
    partition_key: bytes | None

    @property
    def size(self) -> int:
        """Bytes of key, value and headers as the broker's limit counts them (an upper estimate of the overhead)."""
        content = len(self.key or b"") + len(self.value or b"")
        return content + sum(len(k.encode()) + len(v) + 10 for k, v in self.headers) + 100


@dataclass(frozen=True, slots=True)
class Processed:
    """The record was read: `quotes` go to `quotes.attributed` first, then `marker` to `articles.processed`."""

    article_id: str
    quotes: tuple[Message, ...]
    marker: Message
    kinds: tuple[str, ...] = field(default=())  # the kind of each of `quotes`, for metrics


@dataclass(frozen=True, slots=True)
class Rejected:
    """The record cannot be read: `letter` goes to `articles.rejected`."""

    reason: RejectReason
    detail: str
    letter: Message


Outcome = Processed | Rejected
