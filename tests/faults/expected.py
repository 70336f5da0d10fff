"""What must come out of each input record, by `handle` alone: offline, with no broker and no fault in sight."""

from collections.abc import Sequence
from typing import NamedTuple

from streams.core.handle import handle
from streams.core.options import HandleOptions
from streams.core.records import Message, Processed, Record
from streams.kafka.partitioner import partition_of
from tests.faults.entries import fingerprint, original_fingerprint


class Expected(NamedTuple):
    """Fingerprints. `quotes`: by key, in order. `article` and `marker` are None where a dead `letter` is due."""

    original: bytes
    article: bytes | None
    marker: bytes | None
    quotes: dict[bytes, bytes]
    letter: bytes | None


def expect(records: Sequence[Record], options: HandleOptions, partitions: int) -> list[Expected]:
    """For each of `records`, in their order; the output topics have `partitions` each."""
    return [_expect(record, options, partitions) for record in records]


def _expect(record: Record, options: HandleOptions, partitions: int) -> Expected:
    def print_of(message: Message) -> bytes:
        key = message.partition_key
        return fingerprint(record.partition if key is None else partition_of(key, partitions), message)

    original = original_fingerprint(record.key, record.value, record.headers)
    outcome = handle(record, options, now=record.timestamp)
    if not isinstance(outcome, Processed):
        return Expected(original, None, None, {}, print_of(outcome.letter))
    quotes = {quote.key or b"": print_of(quote) for quote in outcome.quotes}
    return Expected(original, outcome.article_id.encode(), print_of(outcome.marker), quotes, None)
