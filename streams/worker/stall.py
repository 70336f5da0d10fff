"""Whether a worker that could go on does not. Pure: no Kafka; the clock is given."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from streams.worker.ledger import Partition


class Standing(NamedTuple):
    """How far a partition is committed, and where what can be read of it ends."""

    committed: int
    end: int


class Stall:
    """Remembers since when nothing has moved. `clock` gives seconds.

    To be told, every few seconds, what the brokers answer. Where they do not, time stands still: an outage is no stall.
    """

    def __init__(self, limit: float, clock: Callable[[], float]) -> None:
        self._limit = limit
        self._clock = clock
        self._standing: dict[Partition, int] = {}
        self._since: dict[Partition, float] = {}
        self._outside_since: float | None = None

    def unanswered(self) -> None:
        """The brokers did not answer, or the worker waits on purpose: what has been waited for so far is forgotten."""
        self._standing.clear()
        self._since.clear()
        self._outside_since = None

    def outside(self) -> bool:
        """The brokers answered, and this member has no assignment; True where that lasts for too long."""
        self._standing.clear()
        self._since.clear()
        if self._outside_since is None:
            self._outside_since = self._clock()
        return self._clock() - self._outside_since > self._limit

    def waiting(self, standings: Mapping[Partition, Standing], handled: float) -> list[Partition]:
        """The brokers answered: the partitions on which something waits, and which have not moved for too long.

        `handled`: when the clock stood at the last article of any partition. A partition that is new begins anew.
        """
        self._outside_since = None
        now = self._clock()
        for partition, (committed, end) in standings.items():
            if end <= committed or self._standing.get(partition) != committed:
                self._since[partition] = now
            self._standing[partition] = committed
        for partition in self._standing.keys() - standings.keys():
            del self._standing[partition], self._since[partition]
        return [p for p, since in sorted(self._since.items()) if now - max(since, handled) > self._limit]

    def excuse(self, partition: Partition) -> None:
        """What waits on `partition` is no record: it is waited for anew."""
        self._since[partition] = self._clock()
