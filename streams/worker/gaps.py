"""Records that are gone before the group has read them: the worker stops, unless the operator has said go on."""

import logging
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from streams.worker import metrics
from streams.worker.exits import Exit, give_up
from streams.worker.ledger import Partition

log = logging.getLogger(__name__)

ADVICE = "AQWAL_SKIP_DELETED=true goes on with what is there, and what is gone stays unread"


class Gap(NamedTuple):
    """A partition whose next offset to read is not in the topic, which begins at `start` and ends before `end`."""

    partition: Partition
    unread: int
    start: int
    end: int

    @property
    def lost(self) -> int:
        """How many records are gone; unknown, hence 0, where the topic ends before the offset."""
        return max(0, self.start - self.unread)

    def __str__(self) -> str:
        place = f"{self.partition.topic}/{self.partition.partition}"
        if self.lost:
            return (
                f"{place}: {self.lost} records were deleted before they were read "
                f"(from offset {self.unread} on; the topic now begins at {self.start})"
            )
        return (
            f"{place}: offset {self.unread} is committed, but the topic ends at {self.end}: "
            "it was made anew, or has lost its last records"
        )


def find_gaps(
    unread: Mapping[Partition, int], starts: Mapping[Partition, int], ends: Mapping[Partition, int]
) -> list[Gap]:
    """The partitions of `unread` (the next offset to read of each) where the topic does not hold that offset.

    An offset at the end is no gap: nothing has come since.
    """
    return [
        Gap(partition, offset, starts[partition], ends[partition])
        for partition, offset in sorted(unread.items())
        if not starts[partition] <= offset <= ends[partition]
    ]


def meet(gaps: Iterable[Gap], *, skip: bool) -> None:
    """Tell of `gaps` while the worker runs: with `skip` it goes on, else the process ends (as at the start)."""
    found = list(gaps)
    for gap in found:
        place = {"topic": gap.partition.topic, "partition": gap.partition.partition, "offset": gap.unread}
        if skip:
            metrics.SKIPPED.inc(gap.lost)
            log.error("%s", gap, extra=place)
        else:
            log.critical("stopped: %s. %s", gap, ADVICE, extra=place)
    if found and not skip:
        give_up(Exit.CANNOT_START)
