"""What Faust's driver would lose, on a real Apache Kafka."""

from collections.abc import AsyncIterator

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition

from streams.worker.driver import seek_to_committed
from tests.brokers.articles import articles
from tests.brokers.stage import Stage

pytestmark = pytest.mark.kafka


@pytest.fixture
async def consumer(stage: Stage) -> AsyncIterator[AIOKafkaConsumer]:
    consumer = AIOKafkaConsumer(
        stage.settings.topic_raw,
        bootstrap_servers=stage.settings.bootstrap_servers,
        group_id=stage.settings.group,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
    )
    await consumer.start()
    yield consumer
    await consumer.stop()


@pytest.mark.parametrize("committed", [None, 0, 4])
async def test_what_was_fetched_and_dropped_is_read_again(
    stage: Stage, consumer: AIOKafkaConsumer, committed: int | None
) -> None:
    await stage.send_all(articles(10))
    partition = TopicPartition(stage.settings.topic_raw, 0)
    dropped = await consumer.getmany(timeout_ms=10_000, max_records=7)
    assert [record.offset for record in dropped[partition]] == list(range(7))
    if committed is not None:
        await consumer.commit({partition: committed})
    await seek_to_committed(consumer)
    assert (await consumer.getone()).offset == (committed or 0)
