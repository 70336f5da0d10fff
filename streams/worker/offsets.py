"""Where the reading begins, asked of the cluster apart from the consumer, and whether what comes follows on it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

from aiokafka.structs import TopicPartition

from streams.kafka.admin import open_admin
from streams.kafka.probe import open_probe
from streams.settings import Settings
from streams.worker.gaps import Gap, find_gaps, meet
from streams.worker.ledger import Ledger, Partition


async def read_gaps(settings: Settings, partitions: Iterable[Partition]) -> tuple[dict[Partition, int], list[Gap]]:
    """The next offset to read of each of `partitions`, and those of them that the topic does not hold.

    Where nothing is committed, reading begins at the topic's start. Raises aiokafka.errors.KafkaError.
    """
    wanted = [TopicPartition(*partition) for partition in partitions]
    async with open_admin(settings) as admin:
        committed = await admin.committed(settings.group, wanted)
    async with open_probe(settings) as probe:
        starts, ends = await probe.starts(wanted), await probe.ends(wanted)
    places = {Partition(*p): offset.offset if offset.offset >= 0 else starts[p] for p, offset in committed.items()}
    if settings.broker == "embedded":  # its ends are not exact, and it deletes nothing
        return places, []
    return places, find_gaps(
        places, {Partition(*p): o for p, o in starts.items()}, {Partition(*p): o for p, o in ends.items()}
    )


class Offsets:
    """Keeps the ledger's beginnings, and meets the gaps that retention tears while the worker runs."""

    def __init__(self, settings: Settings, ledger: Ledger) -> None:
        self._settings = settings
        self._ledger = ledger
        self._learning = asyncio.Lock()  # or a gap would be told twice

    async def learn(self, partitions: Iterable[Partition]) -> None:
        """Note in the ledger where `partitions` are read from, unless it knows.

        Ends the process where records are gone unread and the settings do not say go on.
        Raises aiokafka.errors.KafkaError.
        """
        async with self._learning:
            unknown = [partition for partition in partitions if self._ledger.expected(partition) is None]
            if not unknown:
                return
            places, gaps = await read_gaps(self._settings, unknown)
            meet(gaps, skip=self._settings.skip_deleted)
            for partition, place in (places | {gap.partition: gap.start for gap in gaps}).items():
                self._ledger.begin(partition, place)

    async def follow_on(self, partition: Partition, offset: int, start: Callable[[], Awaitable[int]]) -> None:
        """To be asked before `offset`, the first of a fetch, is handed out: meets what was deleted before it.

        A leap is mostly none of retention's (compaction, the markers of transactions): only the topic's `start` tells.
        Raises aiokafka.errors.KafkaError.
        """
        await self.learn([partition])
        expected = self._ledger.expected(partition)
        if expected is None or offset <= expected or self._settings.broker == "embedded":
            return
        if (begins := await start()) > expected:
            meet([Gap(partition, expected, begins, begins)], skip=self._settings.skip_deleted)
