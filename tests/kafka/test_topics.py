"""`aqwal topics` on the embedded broker and on a real Apache Kafka, with what only the latter has to say."""

import pytest
from aiokafka.errors import KafkaConnectionError, KafkaError

from streams.kafka.admin import open_admin
from streams.kafka.topics import DELETE_RETENTION, REJECTED_MAX_BYTES
from streams.settings import Settings
from tests.brokers.fixtures import Broker
from tests.kafka.topics_suite import TopicsSuite, findings, own_settings


@pytest.mark.embedded
class TestTopicsOnTheEmbeddedBroker(TopicsSuite):
    @pytest.fixture
    def broker(self, embedded_broker: Broker) -> Broker:
        return embedded_broker


@pytest.mark.kafka
class TestTopicsOnApacheKafka(TopicsSuite):
    @pytest.fixture
    def broker(self, apache_kafka: Broker) -> Broker:
        return apache_kafka

    async def test_they_keep_for_ever_and_dead_letters_have_room(self, broker: Broker) -> None:
        settings = own_settings(broker)
        await findings(settings)
        async with open_admin(settings) as admin:
            names = ["retention.ms", "retention.bytes", "cleanup.policy", "max.message.bytes", "delete.retention.ms"]
            configs = await admin.topic_configs(settings.topics, names)
            assert await admin.partition_counts(settings.topics) == dict.fromkeys(settings.topics, 12)
        for config in configs.values():
            assert (config["retention.ms"], config["retention.bytes"], config["cleanup.policy"]) == (
                "-1",
                "-1",
                "delete",
            )
        assert int(configs[settings.topic_rejected]["max.message.bytes"]) == REJECTED_MAX_BYTES
        assert int(configs[settings.topic_quotes]["delete.retention.ms"]) == DELETE_RETENTION

    async def test_too_few_brokers_are_told_as_a_warning(self, broker: Broker) -> None:
        async with open_admin(own_settings(broker)) as admin:
            if await admin.broker_count() >= 3:
                pytest.skip("this cluster has enough brokers")
        warnings = [finding for finding in await findings(own_settings(broker)) if finding.level == "warning"]
        assert [warning.topic for warning in warnings] == ["cluster"]
        assert "min.insync.replicas=2" in warnings[0].text

    async def test_what_could_lose_data_in_an_existing_topic_is_a_warning(self, broker: Broker) -> None:
        settings = own_settings(broker)
        async with open_admin(settings) as admin:
            await admin.create(settings.topic_raw, 1, 1, {"retention.ms": "604800000", "retention.bytes": "1000000"})
            await admin.create(settings.topic_quotes, 1, 1, {"cleanup.policy": "compact"})
            await admin.create(settings.topic_processed, 1, 1, {"cleanup.policy": "compact"})
            await admin.create(settings.topic_rejected, 1, 1, {"retention.ms": "-1"})
        warnings = {f"{f.topic.partition('.')[2]}: {f.text}" for f in await findings(settings) if f.level == "warning"}
        told = "\n".join(sorted(warning for warning in warnings if not warning.startswith(":")))
        assert "raw: retention.ms=604800000" in told
        assert "raw: retention.bytes=1000000" in told
        assert "processed: cleanup.policy=compact" in told
        assert "rejected: max.message.bytes=1048588" in told
        assert "quotes: delete.retention.ms=86400000" in told
        assert told.count("quotes:") == 1  # it may be compacted

    async def test_a_refusal_is_an_error_of_its_topic(self, broker: Broker) -> None:
        settings = own_settings(broker)
        async with open_admin(settings) as admin:
            with pytest.raises(KafkaError):
                await admin.create(settings.topic_raw, 1, 1, {"retention.ms": "soon"})


async def test_nobody_there_is_an_error() -> None:
    with pytest.raises(KafkaConnectionError):
        await findings(Settings(_env_file=None, bootstrap_servers="127.0.0.1:1"))
