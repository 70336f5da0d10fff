"""Reading topics without a consumer group: nobody's position is touched."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.errors import KafkaError

from streams.core.records import Record
from streams.kafka.admin import open_admin
from streams.kafka.client import committed_consumer
from streams.kafka.permissions import Operation, lacking_permissions
from streams.kafka.unreached import why_unreached
from streams.settings import Settings


class ReadError(Exception):
    """The topics cannot be read; the message says why."""


@asynccontextmanager
async def open_consumer(settings: Settings) -> AsyncIterator[AIOKafkaConsumer]:
    """A started consumer of committed records, to which partitions are still to be assigned, each with a `seek`.

    Raises ReadError where no broker answers.
    """
    async with AsyncExitStack() as stack:
        with errors_named(settings):
            consumer = await stack.enter_async_context(committed_consumer(settings, fetch_max_wait_ms=100))
        yield consumer


async def existing_partitions(settings: Settings, topics: Sequence[str]) -> list[TopicPartition]:
    """The partitions of all `topics`.

    Raises ReadError where no broker answers, one of them is missing or may not be read.
    """
    with errors_named(settings):
        if lacking := await lacking_permissions(settings, dict.fromkeys(topics, Operation.READ)):
            raise ReadError(f"no permission: {', '.join(lacking)}")
        async with open_admin(settings) as admin:
            counts = await admin.partition_counts(topics)
    for topic in topics:
        if topic not in counts:
            raise ReadError(f"there is no topic {topic}; `aqwal topics` creates it")
    return [TopicPartition(topic, partition) for topic in topics for partition in range(counts[topic])]


@contextmanager
def errors_named(settings: Settings) -> Iterator[None]:
    """Turn the client's errors within the body into ReadError."""
    try:
        yield
    except (KafkaError, OSError) as error:
        raise ReadError(why_unreached(settings, error)) from error


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
