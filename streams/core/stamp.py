"""The timestamp of what is published."""

from datetime import UTC, datetime, timedelta

from streams.core.records import Record

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def milliseconds(moment: datetime) -> int:
    """Since the epoch; a part of a millisecond counts as a whole one, since records are stamped with whole ones."""
    return -((_EPOCH - moment) // timedelta(milliseconds=1))


def output_timestamp(record: Record, now: int) -> int | None:
    """The input record's timestamp, never later than `now` (both milliseconds since the epoch, UTC).

    A broker refuses a stamp more than an hour ahead. None ("the present") where the record has none (Kafka's -1).
    """
    return min(record.timestamp, now) if record.timestamp >= 0 else None
