"""The records of topics as they come, until nobody wants more."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer

from streams.core.records import Record
from streams.kafka.reading import as_record, errors_named, existing_partitions, open_consumer
from streams.settings import Settings


@asynccontextmanager
async def tail(
    settings: Settings, topics: Sequence[str], *, from_beginning: bool = False
) -> AsyncIterator[AsyncIterator[Record]]:
    """An endless iterator over the records of `topics`: those that come from now on, or all.

    "Now" is when the context has been entered. Raises ReadError where no broker answers, a topic is missing or may not
    be read.
    """
    async with open_consumer(settings) as consumer:
        partitions = await existing_partitions(settings, topics)
        with errors_named(settings):
            consumer.assign(partitions)
            edges = consumer.beginning_offsets if from_beginning else consumer.end_offsets
            for partition, offset in (await edges(partitions)).items():
                consumer.seek(partition, offset)
        yield _records(settings, consumer)


async def _records(settings: Settings, consumer: AIOKafkaConsumer) -> AsyncIterator[Record]:
    while True:
        with errors_named(settings):  # the client's errors, not those of whoever takes the records
            record = await consumer.getone()
        yield as_record(record)
