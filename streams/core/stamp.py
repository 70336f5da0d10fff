"""The timestamp of what is published."""

from streams.core.records import Record


def output_timestamp(record: Record, now: int) -> int | None:
    """The input record's timestamp, never later than `now` (both milliseconds since the epoch, UTC).

    A broker refuses a stamp more than an hour ahead. None ("the present") where the record has none (Kafka's -1).
    """
    return min(record.timestamp, now) if record.timestamp >= 0 else None
