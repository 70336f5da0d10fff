"""What a topic holds, asked apart from the group's consumer, which may itself be what is stuck."""

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import cast

from aiokafka import AIOKafkaConsumer
from aiokafka.structs import TopicPartition

from streams.kafka.client import committed_consumer
from streams.settings import Settings

_REQUEST_SECONDS = 10.0


class Probe:
    """An open connection; every method raises aiokafka.errors.KafkaError where the brokers refuse or are gone."""

    def __init__(self, settings: Settings, consumer: AIOKafkaConsumer) -> None:
        self._settings = settings
        self._consumer = consumer

    async def starts(self, partitions: Iterable[TopicPartition]) -> Mapping[TopicPartition, int]:
        """The first offset that each of `partitions` still has (that of its end where it has no records)."""
        return cast(Mapping[TopicPartition, int], await self._consumer.beginning_offsets(list(partitions)))

    async def ends(self, partitions: Iterable[TopicPartition]) -> Mapping[TopicPartition, int]:
        """The offset after the last record of each of `partitions` that no open transaction holds back."""
        return cast(Mapping[TopicPartition, int], await self._consumer.end_offsets(list(partitions)))

    async def holds_record(self, partition: TopicPartition, offset: int) -> bool:
        """Whether a record can be read at `offset` or after it.

        False where there are only the end markers of transactions and what was in aborted ones, and where nothing
        comes within ten seconds.
        """
        async with _consumer(self._settings) as consumer:
            consumer.assign([partition])
            consumer.seek(partition, offset)
            return bool(await consumer.getmany(timeout_ms=int(_REQUEST_SECONDS * 1000)))


@asynccontextmanager
async def open_probe(settings: Settings) -> AsyncIterator[Probe]:
    """Connect to the cluster; raises aiokafka.errors.KafkaConnectionError where no broker answers."""
    async with _consumer(settings) as consumer:
        yield Probe(settings, consumer)


def _consumer(settings: Settings) -> AbstractAsyncContextManager[AIOKafkaConsumer]:
    return committed_consumer(settings, request_timeout_ms=int(_REQUEST_SECONDS * 1000))
