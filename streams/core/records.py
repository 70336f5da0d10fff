"""What crosses the core's border: a record in, an outcome out. No Kafka client's types here."""

from dataclasses import dataclass, field

from schemas.dead_letter import RejectReason

# A header may be null in Kafka.
Headers = tuple[tuple[str, bytes | None], ...]


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
        return content + sum(len(k.encode()) + len(v or b"") + 10 for k, v in self.headers) + 100


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
