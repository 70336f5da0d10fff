"""What the tests of the backfill share."""

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.records_to_delete import RecordsToDelete

from tests.brokers.stage import Stage


async def delete_records(stage: Stage, *, before: int) -> None:
    """As the topic's retention would: the articles of partition 0 before that offset."""
    client = AIOKafkaAdminClient(bootstrap_servers=stage.broker.bootstrap_servers)
    await client.start()
    try:
        partition = TopicPartition(stage.settings.topic_raw, 0)
        await client.delete_records({partition: RecordsToDelete(before_offset=before)})
    finally:
        await client.close()
