"""What is read, cut into what one child process handles at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from streams.backfill.selection import Selection
from streams.core.records import Record
from streams.kafka.bounded import Stretch

RECORDS = 50  # in one chunk, at most
_BYTES = 1_000_000  # likewise, unless one record alone has more


@dataclass(frozen=True, slots=True)
class Chunk:
    """Selected records of a partition, in order. When they are done, all before `position` is; `read` were read."""

    partition: int
    records: tuple[Record, ...]
    position: int
    read: int


def cut(stretch: Stretch, selection: Selection, limit: int = RECORDS) -> Iterator[Chunk]:
    """The chunks of `stretch`, of at most `limit` records, in order; the last leads to the end of it, maybe empty."""
    number = stretch.partition.partition
    records: list[Record] = []
    size = read = 0
    for record in stretch.records:
        if selection.takes(record):
            weight = len(record.value or b"")
            if records and (len(records) >= limit or size + weight > _BYTES):
                yield Chunk(number, tuple(records), record.offset, read)
                records, size, read = [], 0, 0
            records.append(record)
            size += weight
        read += 1
    yield Chunk(number, tuple(records), stretch.position, read)
