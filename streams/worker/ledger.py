"""What is done of each partition, and so how far it may be committed. Pure: no Kafka, no clock."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Partition(NamedTuple):
    """A partition of a topic (equal to any client's own tuple of topic and partition)."""

    topic: str
    partition: int


@dataclass(slots=True)
class _Progress:
    done_of: OrderedDict[int, bool] = field(default_factory=OrderedDict)  # offsets handed out; done ones leave in front
    last: int = -1  # the highest offset handed out
    position: int | None = None  # the offset after the last one that left in front
    committed: int | None = None


class Ledger:
    """For each partition the offsets that the consumer handed out, and those of them that are done.

    An offset is done when the broker has acknowledged all that became of it. The position to commit is the offset after
    the last done one before which nothing that was handed out is undone. Offsets that were never handed out (compacted
    away, of aborted transactions) do not count as undone. One that was handed out but got lost on its way to the
    handler stays undone, so that nothing beyond it is ever committed.
    """

    def __init__(self) -> None:
        self._partitions: dict[Partition, _Progress] = {}
        self._begins: dict[Partition, int] = {}
        self.pending = 0  # how many offsets were handed out and are not done

    def begin(self, partition: Partition, offset: int) -> None:
        """Note that `partition` is read from `offset` on."""
        self._begins[Partition(*partition)] = offset

    def expected(self, partition: Partition) -> int | None:
        """The offset that follows on what was handed out last, or at which reading begins; None where not known."""
        progress = self._partitions.get(Partition(*partition))
        return self._begins.get(Partition(*partition)) if progress is None else progress.last + 1

    def committed_positions(self) -> dict[Partition, int]:
        """For each partition what was committed last, or else where reading began, as far as known."""
        taken = {p: progress.committed for p, progress in self._partitions.items() if progress.committed is not None}
        return self._begins | taken

    def hand_out(self, partition: Partition, offsets: Iterable[int]) -> None:
        """Note that the consumer gave out `offsets`, which ascend.

        Where they begin at or below the last ones, the consumer stepped back (to the committed offset, or into a topic
        that was made anew): the partition begins anew, too, and what comes again is done again.
        """
        for offset in offsets:
            progress = self._partitions.get(Partition(*partition))
            if progress is None or offset <= progress.last:
                self.pending -= 0 if progress is None else sum(not done for done in progress.done_of.values())
                progress = self._partitions[Partition(*partition)] = _Progress()
            progress.done_of[offset] = False
            progress.last = offset
            self.pending += 1

    def is_pending(self, partition: Partition, offset: int) -> bool:
        """Whether `offset` was handed out since the partition was last assigned here, and is not done."""
        progress = self._partitions.get(Partition(*partition))
        return progress is not None and progress.done_of.get(offset) is False

    def finish(self, partition: Partition, offset: int) -> None:
        """Note that `offset` is done; ignored where it is not pending (the partition was revoked meanwhile)."""
        if not self.is_pending(partition, offset):
            return
        progress = self._partitions[Partition(*partition)]
        progress.done_of[offset] = True
        self.pending -= 1
        while progress.done_of and progress.done_of[next(iter(progress.done_of))]:
            first, _ = progress.done_of.popitem(last=False)
            progress.position = first + 1

    def committable(self) -> dict[Partition, int]:
        """The position of each partition that has moved since it was last committed."""
        return {
            partition: progress.position
            for partition, progress in self._partitions.items()
            if progress.position is not None and progress.position != progress.committed
        }

    def committed(self, partition: Partition, position: int) -> None:
        """Note that the broker took `position`."""
        if (progress := self._partitions.get(Partition(*partition))) is not None:
            progress.committed = position

    def clear(self) -> None:
        """Forget everything: what is undone will be handed out again, to whoever has its partition next."""
        self._partitions.clear()
        self._begins.clear()
        self.pending = 0
