"""Dead letters: the original record, unchanged, and in headers why and whence."""

from pydantic import ValidationError

from schemas.dead_letter import PREFIX, DeadLetterHeaders, RejectReason
from schemas.processed import SourcePosition
from streams.core.headers import source_position
from streams.core.options import HandleOptions
from streams.core.records import Headers, Message, Record, Rejected
from streams.core.stamp import output_timestamp

_MESSAGE = 1_000  # code points
_EXCEPTION = 200  # code points


def reject(
    record: Record,
    reason: RejectReason,
    detail: str,
    options: HandleOptions,
    *,
    now: int,
    exception: str | None = None,
) -> Rejected:
    """The dead letter of `record`: its key, value and headers as they were, and our headers after them.

    Where it would be over `options.max_letter_bytes`, the value is left out; where it still is, the other headers too,
    and at last the key. `omitted` then says so, and `topic`, `partition`, `offset` where the original lies. A record
    that is itself a dead letter, sent back, keeps the first position, and its attempts are counted.
    """
    detail = detail[:_MESSAGE]
    own = _own_headers(record, reason, detail, exception[:_EXCEPTION] if exception else None, options.replay)
    return Rejected(reason, detail, _fitting(record, without_ours(record.headers), own, options.max_letter_bytes, now))


def without_ours(headers: Headers) -> Headers:
    """`headers` without those that a dead letter adds."""
    return tuple(header for header in headers if not header[0].startswith(PREFIX))


def origin(record: Record) -> SourcePosition:
    """Where the original lies by what a dead letter of `record` says, or by what `record` says that is one itself."""
    earlier = _earlier(record)
    if earlier is None:
        return source_position(record)
    return SourcePosition(topic=earlier.topic, partition=earlier.partition, offset=earlier.offset)


def omitted_before(record: Record) -> bool:
    """Whether `record` is a dead letter, sent back, whose value had been left out."""
    earlier = _earlier(record)
    return earlier is not None and "value" in (earlier.omitted or "").split(",")


def _fitting(record: Record, others: Headers, own: DeadLetterHeaders, limit: int, now: int) -> Message:
    left_out = [part for part in (own.omitted or "").split(",") if part]

    def letter() -> Message:
        stated = own.model_copy(update={"omitted": ",".join(left_out) or None})
        return Message(
            key=None if "key" in left_out else record.key,
            value=None if "value" in left_out else record.value,
            headers=(() if "headers" in left_out else others) + stated.encode(),
            timestamp=output_timestamp(record, now),
            partition_key=record.key,
        )

    for part in ("value", "headers", "key"):
        if letter().size <= limit:
            break
        if part not in left_out:
            left_out.append(part)
    return letter()


def _own_headers(
    record: Record, reason: RejectReason, message: str, exception: str | None, replay: str | None
) -> DeadLetterHeaders:
    now = DeadLetterHeaders(
        reason=reason,
        message=message,
        exception=exception,
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        timestamp=record.timestamp if record.timestamp >= 0 else None,
        replay=replay,
    )
    earlier = _earlier(record)
    if earlier is None:
        return now
    first = earlier.model_dump(include={"topic", "partition", "offset", "timestamp"})
    # What was left out is still missing, unless the record came back with a value of its own.
    omitted = earlier.omitted if record.value is None else None
    return now.model_copy(update={**first, "attempts": earlier.attempts + 1, "omitted": omitted})


def _earlier(record: Record) -> DeadLetterHeaders | None:
    try:
        return DeadLetterHeaders.decode(record.headers)
    except ValidationError:  # none, or not written by us: then this is the first
        return None
