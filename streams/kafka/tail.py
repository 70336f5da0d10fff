"""The records of topics as they come, read without a consumer group: nobody's position is touched."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.errors import KafkaError

from streams.core.records import Record
from streams.kafka.admin import open_admin
from streams.kafka.client import connection
from streams.kafka.permissions import Operation, lacking_permissions
from streams.kafka.unreached import why_unreached
from streams.settings import Settings


class TailError(Exception):
    """The topics cannot be read; the message says why."""


@asynccontextmanager
async def tail(
    settings: Settings, topics: Sequence[str], *, from_beginning: bool = False
) -> AsyncIterator[AsyncIterator[Record]]:
    """An endless iterator over the records of `topics`: those that come from now on, or all.

    "Now" is when the context has been entered. Raises TailError where no broker answers, a topic is missing or may not
    be read.
    """
    with _errors_named(settings):
        arguments = connection(settings)
    consumer = AIOKafkaConsumer(
        **arguments,
        group_id=None,
        enable_auto_commit=False,
        isolation_level="read_committed",
        auto_offset_reset="none",  # with another, a reset begun by `assign` can undo the `seek` below
        fetch_max_wait_ms=100,
    )
    try:
        with _errors_named(settings):
            await consumer.start()
            partitions = await _partitions(settings, topics)
            consumer.assign(partitions)
            edges = consumer.beginning_offsets if from_beginning else consumer.end_offsets
            for partition, offset in (await edges(partitions)).items():
                consumer.seek(partition, offset)
        yield _records(settings, consumer)
    finally:
        await consumer.stop()


@contextmanager
def _errors_named(settings: Settings) -> Iterator[None]:
    try:
        yield
    except (KafkaError, OSError) as error:
        raise TailError(why_unreached(settings, error)) from error


async def _partitions(settings: Settings, topics: Sequence[str]) -> list[TopicPartition]:
    if lacking := await lacking_permissions(settings, dict.fromkeys(topics, Operation.READ)):
        raise TailError(f"no permission: {', '.join(lacking)}")
    async with open_admin(settings) as admin:
        counts = await admin.partition_counts(topics)
    for topic in topics:
        if topic not in counts:
            raise TailError(f"there is no topic {topic}; `aqwal topics` creates it")
    return [TopicPartition(topic, partition) for topic in topics for partition in range(counts[topic])]


async def _records(settings: Settings, consumer: AIOKafkaConsumer) -> AsyncIterator[Record]:
    while True:
        with _errors_named(settings):  # the client's errors, not those of whoever takes the records
            record = await consumer.getone()
        yield as_record(record)


def as_record(record: ConsumerRecord) -> Record:
    """The client's record as the core knows it."""
    return Record(
        record.topic,
        record.partition,
        record.offset,
        record.timestamp,
        record.key,
        record.value,
        tuple(record.headers),
    )
