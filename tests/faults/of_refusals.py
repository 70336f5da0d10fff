"""Faults in which the broker is there, and refuses: a record, a topic, a permission, a commit."""

import asyncio
from collections.abc import AsyncGenerator

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from streams.kafka.admin import open_admin
from streams.kafka.topics import ensure_topics
from tests.faults.scene import Scene

_TINY = 2_000  # bytes of a batch, compressed: less than a long statement takes, more than any other
_IN_THE_PIPES = 1.0  # seconds for what frozen workers have sent to reach the broker's log
_CONFIG = ("cleanup.policy", "retention.ms", "retention.bytes", "max.message.bytes")


async def too_large(scene: Scene) -> AsyncGenerator[None]:
    """`max.message.bytes` of the quotations' topic is lowered at run time, and restored."""
    topic = scene.stage.settings.topic_quotes
    async with open_admin(scene.stage.settings) as admin:
        config = (await admin.topic_configs([topic], _CONFIG))[topic]
    async with scene.account.refusing():
        await scene.strike(lambda: _configure(scene, topic, config | {"max.message.bytes": str(_TINY)}))
        await asyncio.sleep(scene.pace.window)
        await _configure(scene, topic, config)
        yield
        await scene.caught_up()  # what was refused before may become a dead letter only now


async def topic_deleted(scene: Scene) -> AsyncGenerator[None]:
    """An output topic is deleted (what it held is kept for the account), and made anew some time later."""
    settings = scene.stage.settings
    topic = scene.random.choice((settings.topic_quotes, settings.topic_processed))
    await scene.strike(lambda: _archive_and_delete(scene, topic))
    await asyncio.sleep(scene.pace.window / 2)
    async for finding in ensure_topics(settings, scene.partitions):
        if finding.level == "error":
            raise RuntimeError(finding.text)
    yield


async def write_denied(scene: Scene) -> AsyncGenerator[None]:
    """The workers may not write to one of the output topics."""
    async for _ in _denied(scene, "Write", "topic", scene.random.choice(scene.stage.settings.topics[1:])):
        yield


async def commit_denied(scene: Scene) -> AsyncGenerator[None]:
    """The workers may not use their group: no commit, no heartbeat, no joining."""
    async for _ in _denied(scene, "Read", "group", scene.stage.settings.group):
        yield


async def _denied(scene: Scene, operation: str, resource: str, name: str) -> AsyncGenerator[None]:
    await scene.strike(lambda: scene.broker.deny(operation, resource, name))
    try:
        await asyncio.sleep(scene.pace.window)
    finally:
        await scene.broker.allow_again(operation, resource, name)
    yield


async def _archive_and_delete(scene: Scene, topic: str) -> None:
    for pod in scene.pods.staff:
        pod.freeze()
    await asyncio.sleep(_IN_THE_PIPES)
    await scene.account.archive(topic)
    client = AIOKafkaAdminClient(bootstrap_servers=scene.stage.broker.bootstrap_servers)
    await client.start()
    try:
        await client.delete_topics([topic])
    finally:
        await client.close()
    for pod in scene.pods.staff:
        pod.thaw()


async def _configure(scene: Scene, topic: str, config: dict[str, str]) -> None:
    """Set all of a topic's settings: those that are not named fall back to the broker's."""
    client = AIOKafkaAdminClient(bootstrap_servers=scene.stage.broker.bootstrap_servers)
    await client.start()
    try:
        await client.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, config)])
    finally:
        await client.close()
