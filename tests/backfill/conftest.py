"""What the tests of the backfill share."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.records_to_delete import RecordsToDelete

from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage

PARTITIONS = 3


@pytest.fixture
def stage(apache_kafka: Broker, tmp_path: Path) -> Iterator[Stage]:
    """Topics of a test's own, of three partitions each, on a real Apache Kafka."""
    stage = Stage(apache_kafka, tmp_path)
    asyncio.run(stage.create_topics(PARTITIONS))
    yield stage
    stage.close()


async def delete_records(stage: Stage, *, before: int) -> None:
    """As the topic's retention would: the articles of partition 0 before that offset."""
    client = AIOKafkaAdminClient(bootstrap_servers=stage.broker.bootstrap_servers)
    await client.start()
    try:
        partition = TopicPartition(stage.settings.topic_raw, 0)
        await client.delete_records({partition: RecordsToDelete(before_offset=before)})
    finally:
        await client.close()
