"""A new run: what it was asked for, made into a manifest."""

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from aiokafka import TopicPartition

from quotations import ENGINE_VERSION
from schemas.backfill import BackfillOutput, BackfillRange, BackfillRun
from streams.backfill.errors import BackfillError
from streams.backfill.ranges import plan_ranges
from streams.backfill.selection import Bound
from streams.backfill.targets import shortest_memory
from streams.core.stamp import milliseconds
from streams.kafka.admin import Admin
from streams.kafka.bounded import Reader
from streams.kafka.permissions import Operation, lacking_permissions
from streams.kafka.topics import ensure_topics
from streams.settings import Settings


@dataclass(frozen=True, slots=True)
class Request:
    """What to replay. `partitions` None: all; `since`, `until` None: no bound; `outlets` empty: all."""

    partitions: Sequence[int] | None = None
    since: Bound | None = None
    until: Bound | None = None
    outlets: Sequence[str] = ()
    assume_ordered: bool = False


async def create_missing(settings: Settings, admin: Admin, told: Callable[[str], None]) -> None:
    """Create those topics of `settings` that are missing to publish to, as `aqwal topics` does; `told` of each.

    They get as many partitions as the topic of the quotations or else the one that is replayed has. Raises
    BackfillError where the latter is missing, or one cannot be created.
    """
    counts = await admin.partition_counts(settings.topics)
    _hold_existing([settings.topic_raw], counts)
    partitions = counts.get(settings.topic_quotes, counts[settings.topic_raw])
    async for finding in ensure_topics(settings, partitions):
        if finding.level == "error":
            raise BackfillError(f"{finding.topic}: {finding.text}")
        if finding.topic in settings.topics and finding.topic not in counts:
            told(f"{finding.topic}: {finding.text}")


async def new_run(
    settings: Settings, request: Request, admin: Admin, reader: Reader, *, outputs_missing: bool = False
) -> BackfillRun:
    """The manifest of a run that replays `settings.topic_raw` into the other topics of `settings`; nothing is written.

    Raises BackfillError where a topic, a partition or a permission is missing (the topics to publish to may be:
    `outputs_missing`), or where a topic would lose what is as old as the range.
    """
    needed_outputs: Sequence[str] = () if outputs_missing else settings.topics[1:]
    needed = {settings.topic_raw: Operation.READ} | dict.fromkeys(needed_outputs, Operation.WRITE)
    if lacking := await lacking_permissions(settings, needed):
        raise BackfillError(f"no permission: {', '.join(lacking)}")
    counts = await admin.partition_counts(settings.topics)
    _hold_existing([settings.topic_raw, *needed_outputs], counts)
    numbers = list(range(counts[settings.topic_raw])) if request.partitions is None else sorted({*request.partitions})
    if wrong := [number for number in numbers if not 0 <= number < counts[settings.topic_raw]]:
        raise BackfillError(f"{settings.topic_raw} has no partition {wrong[0]}")
    await _hold_memory([topic for topic in settings.topics[1:] if topic in counts], request, admin)
    partitions = [TopicPartition(settings.topic_raw, number) for number in numbers]
    planned = await plan_ranges(reader, partitions, request.since, request.until, assume_ordered=request.assume_ordered)
    now = datetime.now(UTC)
    outputs = [await _output(reader, topic, counts.get(topic, 0)) for topic in settings.topics[1:]]
    return BackfillRun(
        run_id=f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}",
        created_at=now,
        updated_at=now,
        topic=settings.topic_raw,
        since=_moment(request.since),
        until=_moment(request.until),
        outlets=tuple(dict.fromkeys(request.outlets)),
        kinds=settings.kinds,
        engine_version=ENGINE_VERSION,
        quotes=outputs[0],
        processed=outputs[1],
        rejected=outputs[2],
        ranges=tuple(
            BackfillRange(
                partition=each.range.partition.partition,
                start=each.range.start,
                end=each.range.end,
                position=each.range.start,
                cut=each.cut,
            )
            for each in planned
        ),
    )


def _hold_existing(topics: Sequence[str], counts: Mapping[str, int]) -> None:
    if missing := [topic for topic in topics if topic not in counts]:
        raise BackfillError(f"no such topic: {', '.join(missing)} (`--create-topics` creates those to publish to)")


async def _hold_memory(topics: Sequence[str], request: Request, admin: Admin) -> None:
    """Where the range has no first moment, each record's own is checked when it is read."""
    memory = await shortest_memory(admin, topics)
    if memory is not None and isinstance(request.since, datetime):
        memory.check(milliseconds(request.since), time.time_ns() // 1_000_000, "the beginning of the range")


async def _output(reader: Reader, topic: str, count: int) -> BackfillOutput:
    edges = await reader.edges([TopicPartition(topic, number) for number in range(count)])
    return BackfillOutput(topic=topic, starts=tuple(edge.end for edge in edges.values()))


def _moment(bound: Bound | None) -> datetime | None:
    return bound if isinstance(bound, datetime) else None
