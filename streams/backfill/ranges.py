"""The offsets that a replay reads, fixed at its start."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from aiokafka import TopicPartition

from streams.backfill.selection import Bound
from streams.core.stamp import milliseconds
from streams.kafka.bounded import Edges, Range, Reader


@dataclass(frozen=True, slots=True)
class Planned:
    """A range, and `cut`: how many offsets before it, that were asked for or may have been, are deleted already."""

    range: Range
    cut: int


async def plan_ranges(
    reader: Reader,
    partitions: Sequence[TopicPartition],
    since: Bound | None,
    until: Bound | None,
    *,
    assume_ordered: bool = False,
) -> list[Planned]:
    """The ranges of `partitions` that hold every record from `since` on and before `until` (None: no bound).

    The ends are frozen: what comes later is of no range. A moment as `since` only spares what lies before the first
    record stamped so or later; a partition without one has an empty range at its end. A moment as `until` ends a range
    early only where `assume_ordered` says that no later record is stamped earlier (an archive published after live
    records is). Which records of a range are meant is for the `Selection`.
    """
    edges = await reader.edges(partitions)
    starts = await _first_offsets(reader, edges, since)
    ends = {partition: edge.end for partition, edge in edges.items()}
    if isinstance(until, int):
        ends = {partition: min(until, end) for partition, end in ends.items()}
    elif until is not None and assume_ordered:
        ends |= {
            partition: min(found, ends[partition])
            for partition, found in (await reader.first_since(partitions, milliseconds(until))).items()
        }
    return [_planned(partition, starts[partition], edges[partition], ends[partition], since) for partition in edges]


async def _first_offsets(
    reader: Reader, edges: dict[TopicPartition, Edges], since: Bound | None
) -> dict[TopicPartition, int]:
    if not isinstance(since, datetime):
        return {partition: max(since or 0, edge.begin) for partition, edge in edges.items()}
    found = await reader.first_since(list(edges), milliseconds(since))
    return {partition: found.get(partition, edge.end) for partition, edge in edges.items()}


def _planned(partition: TopicPartition, start: int, edges: Edges, end: int, since: Bound | None) -> Planned:
    first_asked = since if isinstance(since, int) else 0
    cut = max(0, min(edges.begin, end) - first_asked)
    return Planned(Range(partition, min(start, end), end), cut)
