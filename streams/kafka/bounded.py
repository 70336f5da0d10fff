"""Reading topics from given positions up to given ends, without a consumer group: nobody's position is touched.

Reading stops by position, not by the last record's offset: transactions' markers, aborted records and what compaction
took away have offsets too. Where a consumer's first position is left to a reset, the reset can undo the `seek` that
follows it, and nothing is read, silently: here there is none, and each position is checked.
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import NamedTuple

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import OffsetOutOfRangeError

from streams.core.records import Record
from streams.kafka.client import committed_consumer
from streams.kafka.reading import ReadError, as_record
from streams.settings import Settings

_OPEN = 16  # partitions that are read at a time: each may hold a fetched megabyte
_RECORDS = 500  # in one stretch, at most
_POLL_SECONDS = 0.5
_PATIENCE = 120  # polls without any progress: a minute


class DeletedError(ReadError):
    """Records of the range were deleted (by the topic's retention, say) before they were read."""

    def __init__(self, partition: TopicPartition, position: int, begin: int) -> None:
        super().__init__(f"{partition.topic}/{partition.partition}: offsets {position} to {begin - 1} are deleted")
        self.partition = partition
        self.position = position
        self.begin = begin


class Range(NamedTuple):
    """Offsets of a partition: from `start` up to, and without, `end`."""

    partition: TopicPartition
    start: int
    end: int


class Edges(NamedTuple):
    """The offset of the oldest record kept, and the one at which the next will be readable."""

    begin: int
    end: int


class Stretch(NamedTuple):
    """The next records of a partition, in order. When they are done, all before `position` is; there may be none."""

    partition: TopicPartition
    records: list[Record]
    position: int


class Reader:
    """Everything raises aiokafka.errors.KafkaError where the brokers refuse; while they are gone it waits."""

    def __init__(self, consumer: AIOKafkaConsumer) -> None:
        self._consumer = consumer

    async def edges(self, partitions: Sequence[TopicPartition]) -> dict[TopicPartition, Edges]:
        """What can be read now. The end is the last stable offset: what lies in an open transaction is beyond it."""
        begins = await self._consumer.beginning_offsets(partitions)
        ends = await self._consumer.end_offsets(partitions)
        return {partition: Edges(begins[partition], ends[partition]) for partition in partitions}

    async def first_since(self, partitions: Sequence[TopicPartition], moment: int) -> Mapping[TopicPartition, int]:
        """The offset of each partition's first record that is stamped `moment` (milliseconds since the epoch) or later.

        Later offsets may well be stamped earlier. A partition without such a record is left out.
        """
        found = await self._consumer.offsets_for_times(dict.fromkeys(partitions, max(0, moment)))
        return {partition: at.offset for partition, at in found.items() if at is not None}

    async def read(self, ranges: Iterable[Range]) -> AsyncIterator[Stretch]:
        """The records of `ranges`, each partition's in order; of all partitions some are read at a time.

        Raises DeletedError, and ReadError where nothing comes for a minute although the broker should have it.
        """
        left = [each for each in ranges if each.start < each.end]
        positions = await self._assign(left)
        idle = 0
        while left:
            fetched = await self._consumer_records()
            idle += 1
            for each in list(left[:_OPEN]):
                position = min(await self._consumer.position(each.partition), each.end)
                if position > positions[each.partition]:
                    idle = 0
                    positions[each.partition] = position
                    records = [record for record in fetched.get(each.partition, []) if record.offset < each.end]
                    yield Stretch(each.partition, records, position)
                if position == each.end:
                    left.remove(each)
                    self._consumer.pause(each.partition)
                    self._consumer.resume(*(other.partition for other in left[:_OPEN]))
            if idle >= _PATIENCE:
                partition = left[0].partition
                place = f"{partition.topic}/{partition.partition}/{positions[partition]}"
                raise ReadError(f"nothing came from {place} for {_PATIENCE * _POLL_SECONDS:g} s")

    async def read_beyond(self, positions: Mapping[TopicPartition, int]) -> AsyncIterator[Stretch]:
        """What lies at `positions` and after them, until nothing comes: for a broker that says too low an end.

        (The embedded one says the offset after the first record of the last batch.)
        """
        ranges = [Range(partition, position, position) for partition, position in positions.items()]
        for first in range(0, len(ranges), _OPEN):
            await self._assign(ranges[first : first + _OPEN])
            while fetched := await self._consumer_records():
                for partition, records in fetched.items():
                    yield Stretch(partition, records, records[-1].offset + 1)

    async def _assign(self, ranges: Sequence[Range]) -> dict[TopicPartition, int]:
        self._consumer.assign([each.partition for each in ranges])
        for each in ranges:
            self._consumer.seek(each.partition, each.start)
        self._consumer.pause(*(each.partition for each in ranges[_OPEN:]))
        for each in ranges:
            position = await self._consumer.position(each.partition)
            if position != each.start:
                raise ReadError(f"{each.partition}: the client stands at {position}, not at {each.start}")
        return {each.partition: each.start for each in ranges}

    async def _consumer_records(self) -> dict[TopicPartition, list[Record]]:
        try:
            fetched = await self._consumer.getmany(timeout_ms=int(_POLL_SECONDS * 1000), max_records=_RECORDS)
        except OffsetOutOfRangeError as error:
            ((partition, position),) = error.args[0].items()
            (edges,) = (await self.edges([partition])).values()
            raise DeletedError(partition, position, edges.begin) from error
        return {partition: [as_record(record) for record in records] for partition, records in fetched.items()}


@asynccontextmanager
async def open_reader(settings: Settings) -> AsyncIterator[Reader]:
    """Connect to the cluster; raises aiokafka.errors.KafkaConnectionError where no broker answers."""
    async with committed_consumer(settings) as consumer:
        yield Reader(consumer)
