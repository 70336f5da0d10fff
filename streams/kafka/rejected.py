"""The topic of dead letters, read up to what are its ends at that moment, and single records by their position."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import OffsetOutOfRangeError

from streams.core.records import Record
from streams.core.rejections import Rejections
from streams.kafka.bounded import Range, Reader, Stretch, open_reader
from streams.kafka.reading import ReadError, as_record, errors_named, existing_partitions, open_consumer
from streams.settings import Settings

_POLL = 200  # milliseconds
_PATIENCE = 30.0  # seconds for a single record


class RejectedTopic:
    """Open for reading; what has been read is in `rejections`. Methods raise ReadError where the brokers fail."""

    def __init__(
        self, settings: Settings, partitions: Sequence[TopicPartition], reader: Reader, single: AIOKafkaConsumer
    ) -> None:
        self.rejections = Rejections()
        self._settings = settings
        self._known: dict[str, Sequence[TopicPartition]] = {settings.topic_rejected: partitions}
        self._reader = reader
        self._positions: dict[TopicPartition, int] = {}
        self._single = single

    async def read_on(self) -> None:
        """Read from where the last call ended up to what are the ends now."""
        with errors_named(self._settings):
            edges = await self._reader.edges(self._known[self._settings.topic_rejected])
            starts = {partition: self._positions.get(partition, edge.begin) for partition, edge in edges.items()}
            await self._add(self._reader.read(Range(at, starts[at], edge.end) for at, edge in edges.items()))
            if self._settings.broker == "embedded":
                await self._add(self._reader.read_beyond(starts | self._positions))

    async def _add(self, stretches: AsyncIterator[Stretch]) -> None:
        async for partition, records, position in stretches:
            for record in records:
                self.rejections.add(record)
            self._positions[partition] = position

    async def record_at(self, topic: str, partition: int, offset: int) -> Record | None:
        """The record of the existing `topic` at that position; None where there is none (any more)."""
        wanted = TopicPartition(topic, partition)
        with errors_named(self._settings):
            if wanted not in await self._partitions(topic):
                return None
            edge = (await self._reader.edges([wanted]))[wanted]
            # What the embedded broker says of its end is too low.
            if offset < edge.begin or (offset >= edge.end and self._settings.broker != "embedded"):
                return None
            try:
                async with asyncio.timeout(_PATIENCE):
                    return await self._read_single(wanted, offset)
            except TimeoutError:
                raise ReadError(f"{topic}/{partition}/{offset}: no answer for {_PATIENCE:g} s") from None
            except OffsetOutOfRangeError:  # deleted just now
                return None

    async def _partitions(self, topic: str) -> Sequence[TopicPartition]:
        if topic not in self._known:
            self._known[topic] = await existing_partitions(self._settings, [topic])
        return self._known[topic]

    async def _read_single(self, wanted: TopicPartition, offset: int) -> Record | None:
        if self._single.assignment() != {wanted}:
            self._single.assign([wanted])
            self._single.seek(wanted, offset)
        elif await self._single.position(wanted) != offset:  # a seek throws away what has been fetched
            self._single.seek(wanted, offset)
        while await self._single.position(wanted) <= offset:
            for records in (await self._single.getmany(wanted, timeout_ms=_POLL, max_records=1)).values():
                return as_record(records[0]) if records[0].offset == offset else None
        return None


@asynccontextmanager
async def open_rejected(settings: Settings) -> AsyncIterator[RejectedTopic]:
    """The topic of dead letters with all that lies in it now; raises ReadError where it is missing."""
    partitions = await existing_partitions(settings, [settings.topic_rejected])
    async with AsyncExitStack() as stack:
        with errors_named(settings):
            reader = await stack.enter_async_context(open_reader(settings))
        single = await stack.enter_async_context(open_consumer(settings))
        topic = RejectedTopic(settings, partitions, reader, single)
        await topic.read_on()
        yield topic
