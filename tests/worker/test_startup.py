"""What the worker asks before it begins, on a real Apache Kafka."""

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions
from aiokafka.structs import OffsetAndMetadata

from streams.kafka.admin import open_admin
from streams.settings import Settings
from streams.worker.startup import Plan, StartError, make_plan
from tests.brokers.fixtures import Broker
from tests.kafka.topics_suite import findings, own_settings

pytestmark = pytest.mark.kafka


async def _commit(settings: Settings, plan: Plan) -> None:
    """What a worker leaves in the cluster when it commits."""
    consumer = AIOKafkaConsumer(
        bootstrap_servers=settings.bootstrap_servers, group_id=settings.group, enable_auto_commit=False
    )
    await consumer.start()
    partition = TopicPartition(settings.topic_raw, 0)
    consumer.assign([partition])
    await consumer.commit({partition: OffsetAndMetadata(0, plan.commit_metadata)})
    await consumer.stop()


async def _grow(settings: Settings, topic: str, count: int) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=settings.bootstrap_servers)
    await admin.start()
    await admin.create_partitions({topic: NewPartitions(count)})
    await admin.close()


async def test_limits_and_counts_come_from_the_topics(apache_kafka: Broker) -> None:
    settings = own_settings(apache_kafka).model_copy(update={"kinds": ("indirect",), "max_article_chars": 77})
    async with open_admin(settings) as admin:
        await admin.create(settings.topic_quotes, 5, 1, {"max.message.bytes": "90000"})
    await findings(settings, 3)
    plan = await make_plan(settings)
    assert (plan.routes.quotes.partitions, plan.routes.processed.partitions, plan.raw_partitions) == (5, 3, 3)
    assert (plan.options.max_event_bytes, plan.options.max_letter_bytes) == (90_000, 8 * 1024 * 1024)
    assert (plan.options.kinds, plan.options.max_article_chars) == (("indirect",), 77)
    assert plan.batch_bytes == 90_000  # a batch over the topic's limit would be refused whole


async def test_missing_topics_are_named_and_not_created(apache_kafka: Broker) -> None:
    settings = own_settings(apache_kafka)
    async with open_admin(settings) as admin:
        await admin.create(settings.topic_quotes, 1, 1, {})
        for _ in range(2):
            with pytest.raises(StartError) as caught:
                await make_plan(settings)
            assert settings.topic_raw in str(caught.value)
            assert settings.topic_quotes not in str(caught.value)
        assert set(await admin.partition_counts(settings.topics)) == {settings.topic_quotes}


@pytest.mark.parametrize("role", ["topic_raw", "topic_quotes", "topic_processed"])
async def test_a_changed_count_stops_the_start_and_is_told(apache_kafka: Broker, role: str) -> None:
    settings = own_settings(apache_kafka)
    await findings(settings, 2)
    await _commit(settings, await make_plan(settings))
    await make_plan(settings)
    topic = getattr(settings, role)
    await _grow(settings, topic, 4)
    with pytest.raises(StartError, match=f"{topic} has 4 partitions, had 2"):
        await make_plan(settings)
    await make_plan(settings.model_copy(update={"group": f"{settings.group}-another"}))


async def test_the_count_of_dead_letters_may_change(apache_kafka: Broker) -> None:
    settings = own_settings(apache_kafka)
    await findings(settings, 2)
    await _commit(settings, await make_plan(settings))
    await _grow(settings, settings.topic_rejected, 4)
    assert (await make_plan(settings)).routes.rejected.partitions == 4


async def test_a_topic_of_dead_letters_that_takes_too_little_stops_the_start(apache_kafka: Broker) -> None:
    settings = own_settings(apache_kafka)
    async with open_admin(settings) as admin:
        await admin.create(settings.topic_rejected, 1, 1, {"max.message.bytes": "1000"})
    await findings(settings, 1)
    with pytest.raises(StartError, match=settings.topic_rejected):
        await make_plan(settings)
