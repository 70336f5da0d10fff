"""The headers of an event or a marker: those of the input record that are not ours, then ours."""

from schemas.dead_letter import PREFIX
from schemas.headers import REPLAY_HEADER, RETRACT_HEADER, SOURCE_HEADER, EventHeaders, EventType, format_source
from schemas.processed import SourcePosition
from streams.core.records import Headers, Record

# CloudEvents' own extension for tracing: it speaks of the trace, not of the event that it came with.
_TRACING = ("ce_traceparent", "ce_tracestate")


def source_position(record: Record) -> SourcePosition:
    """Where `record` lies."""
    return SourcePosition(topic=record.topic, partition=record.partition, offset=record.offset)


def passed_on(headers: Headers) -> Headers:
    """`headers` without those that describe the input record itself: CloudEvents', a dead letter's and our own."""
    return tuple((name, value) for name, value in headers if not _is_ours(name))


def event_headers(record: Record, event_type: EventType, event_id: str, article_id: str, replay: str | None) -> Headers:
    """The headers of an output of `record`, in a fixed order; `replay` is the id of the backfill run that makes it.

    `event_id` need only be unique among the outputs of one record.
    """
    source = format_source(source_position(record))
    ours = EventHeaders(
        ce_id=f"{event_id}@{source}",
        ce_type=event_type,
        ce_source=f"/aqwal/{record.topic}",
        ce_subject=article_id,
        aqwal_source=source,
        aqwal_replay=replay,
    )
    return passed_on(record.headers) + ours.encode()


def _is_ours(name: str) -> bool:
    lowered = name.lower()
    if lowered in _TRACING:
        return False
    return lowered.startswith(("ce_", PREFIX)) or lowered in (
        "content-type",
        SOURCE_HEADER,
        REPLAY_HEADER,
        RETRACT_HEADER,
    )
