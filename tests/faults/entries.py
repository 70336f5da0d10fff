"""What the checker keeps of a record: whence it came, and a fingerprint in place of its bytes."""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from schemas.dead_letter import PREFIX, DeadLetterHeaders
from schemas.headers import SOURCE_HEADER, parse_source
from schemas.processed import ArticleProcessed
from schemas.record_headers import Headers
from tests.brokers.stage import Position


class Content(Protocol):
    """The part of a record that must be the same, byte for byte, whenever it is published again."""

    @property
    def key(self) -> bytes | None: ...
    @property
    def value(self) -> bytes | None: ...
    @property
    def headers(self) -> Headers: ...
    @property
    def timestamp(self) -> int | None: ...


class Stored(Content, Protocol):
    """A record as a client reads it. `timestamp`: milliseconds since the epoch, UTC."""

    @property
    def partition(self) -> int: ...
    @property
    def offset(self) -> int: ...
    @property
    def timestamp(self) -> int: ...


class Event(NamedTuple):
    """A quotation or a marker; `refs` are the ids of the quotations that a marker names."""

    source: Position
    key: bytes
    fingerprint: bytes
    refs: tuple[bytes, ...] = ()


class Letter(NamedTuple):
    """A dead letter; `place`: its own partition and offset; `original`: the fingerprint of the record it is of."""

    source: Position
    fingerprint: bytes
    original: bytes
    reason: str
    place: Position


def quote_entry(record: Stored) -> Event:
    """Of a record of the topic of the quotations."""
    return Event(_source(record), record.key or b"", fingerprint(record.partition, record))


def marker_entry(record: Stored) -> Event:
    """Of a record of the topic of the markers."""
    marker = ArticleProcessed.model_validate_json(record.value or b"")
    refs = tuple(str(ref.quote_id).encode() for ref in marker.quotes)
    return Event(_source(record), record.key or b"", fingerprint(record.partition, record), refs)


def letter_entry(record: Stored) -> Letter:
    """Of a record of the topic of the dead letters."""
    why = DeadLetterHeaders.decode(record.headers)
    theirs = [header for header in record.headers if not header[0].startswith(PREFIX)]
    return Letter(
        source=(why.partition, why.offset),
        fingerprint=fingerprint(record.partition, record),
        original=original_fingerprint(record.key, record.value, theirs),
        reason=why.reason,
        place=(record.partition, record.offset),
    )


def fingerprint(partition: int, content: Content) -> bytes:
    """Of everything in a record but its offset."""
    return _hash((partition, content.key, content.value, tuple(content.headers), content.timestamp))


def original_fingerprint(key: bytes | None, value: bytes | None, headers: Sequence[tuple[str, bytes | None]]) -> bytes:
    """Of what a dead letter keeps of the record that was rejected."""
    return _hash((key, value, tuple(headers)))


def _source(record: Stored) -> Position:
    source = parse_source((dict(record.headers)[SOURCE_HEADER] or b"").decode())
    return source.partition, source.offset


def _hash(parts: object) -> bytes:
    return hashlib.blake2b(repr(parts).encode(), digest_size=16).digest()
