"""`aqwal topics` on any broker: written once, inherited by each broker's test class."""

import uuid

from streams.kafka.admin import open_admin
from streams.kafka.topics import Finding, ensure_topics
from streams.settings import Settings
from tests.brokers.fixtures import Broker


def own_settings(broker: Broker) -> Settings:
    """Settings with topics and a group of a test's own."""
    name = uuid.uuid4().hex[:8]
    topics = {f"topic_{role}": f"{name}.{role}" for role in ("raw", "quotes", "processed", "rejected")}
    kind = "kafka" if broker.transactions else "embedded"
    servers = broker.bootstrap_servers
    return Settings(_env_file=None, broker=kind, bootstrap_servers=servers, group=name, **topics)  # type: ignore[arg-type]


async def findings(settings: Settings, partitions: int | None = None) -> list[Finding]:
    return [finding async for finding in ensure_topics(settings, partitions)]


class TopicsSuite:
    """Subclasses give the `broker` fixture."""

    async def test_the_four_are_created_once_and_then_left_alone(self, broker: Broker) -> None:
        settings = own_settings(broker)
        created = [finding for finding in await findings(settings, 3) if finding.topic in settings.topics]
        assert [finding.topic for finding in created] == list(settings.topics)
        assert all(finding.text.startswith("created: 3 partitions") for finding in created)
        again = [finding for finding in await findings(settings, 5) if finding.topic in settings.topics]
        assert all("exists: 3 partitions, not 5: a count is never changed" in finding.text for finding in again)
        assert {finding.level for finding in again} == {"info"}
        async with open_admin(settings) as admin:
            assert await admin.partition_counts(settings.topics) == dict.fromkeys(settings.topics, 3)

    async def test_to_ask_for_a_topic_does_not_create_it(self, broker: Broker) -> None:
        settings = own_settings(broker)
        async with open_admin(settings) as admin:
            assert await admin.partition_counts(settings.topics) == {}
            assert await admin.partition_counts(settings.topics) == {}
