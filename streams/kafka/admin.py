"""The few questions that are put to a cluster's admin interface, around the traps of aiokafka's admin client."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import GroupCoordinatorNotAvailableError, KafkaTimeoutError, for_code
from aiokafka.structs import OffsetAndMetadata, TopicPartition

from streams.kafka.client import connection
from streams.settings import Settings

# Brokers learn of a new topic some time after its creation is confirmed: a worker started at once would miss it.
_VISIBLE_TRIES = 50  # a tenth of a second each
_COORDINATOR_TRIES = 20  # a new cluster first creates the topic that holds the groups' offsets; half a second each


class Admin:
    """An open connection; every method raises aiokafka.errors.KafkaError where the brokers refuse or are gone."""

    def __init__(self, client: AIOKafkaAdminClient) -> None:
        self._client = client

    async def partition_counts(self, topics: Iterable[str]) -> dict[str, int]:
        """How many partitions each of `topics` has; those that do not exist are left out (and not created)."""
        existing = set(await self._client.list_topics())
        # To ask for the details of a missing topic by name would create it.
        wanted = [topic for topic in topics if topic in existing]
        described = await self._client.describe_topics(wanted) if wanted else []
        return {topic["topic"]: len(topic["partitions"]) for topic in described if topic["partitions"]}

    async def replica_count(self, topic: str) -> int:
        """The smallest number of replicas that a partition of the existing `topic` has."""
        (described,) = await self._client.describe_topics([topic])
        return min(len(partition["replicas"]) for partition in described["partitions"])

    async def broker_count(self) -> int:
        """How many brokers the cluster has now."""
        return len((await self._client.describe_cluster())["brokers"])

    async def cluster_id(self) -> str:
        """The id that the cluster was given when it was made; empty where it tells none."""
        return str((await self._client.describe_cluster()).get("cluster_id") or "")

    async def create(self, topic: str, partitions: int, replicas: int, config: Mapping[str, str]) -> None:
        """Create `topic` and return when it is seen.

        Raises the broker's refusal (TopicAlreadyExistsError, say), or KafkaTimeoutError where it is not seen.
        """
        response = await self._client.create_topics([NewTopic(topic, partitions, replicas, topic_configs=dict(config))])
        # The client leaves the errors in the response.
        ((_, code, message),) = response.topic_errors
        if code:
            raise for_code(code)(f"{topic}: {message}")
        for _ in range(_VISIBLE_TRIES):
            if (await self.partition_counts([topic])).get(topic) == partitions:
                return
            await asyncio.sleep(0.1)
        raise KafkaTimeoutError(f"{topic}: created, but the brokers do not show it yet; ask again")

    async def topic_configs(self, topics: Sequence[str], names: Sequence[str]) -> dict[str, dict[str, str]]:
        """The values, as text, of the settings `names` of existing `topics`."""
        resources = [ConfigResource(ConfigResourceType.TOPIC, topic, dict.fromkeys(names)) for topic in topics]
        configs: dict[str, dict[str, str]] = {}
        for response in await self._client.describe_configs(resources):
            for code, message, _, topic, entries in response.resources:
                if code:
                    raise for_code(code)(f"{topic}: {message}")
                configs[topic] = {entry[0]: entry[1] for entry in entries}
        return configs

    async def message_limits(self, topics: Sequence[str]) -> dict[str, int]:
        """The bytes of one batch, at most, that each of the existing `topics` takes (max.message.bytes)."""
        configs = await self.topic_configs(topics, ["max.message.bytes"])
        return {topic: int(configs[topic]["max.message.bytes"]) for topic in topics}

    async def committed(self, group: str, partitions: Sequence[TopicPartition]) -> Mapping[TopicPartition, Any]:
        """What `group` has committed for `partitions`: OffsetAndMetadata, the offset -1 where nothing is committed."""
        for _ in range(_COORDINATOR_TRIES):
            with contextlib.suppress(GroupCoordinatorNotAvailableError):
                offsets: Mapping[TopicPartition, OffsetAndMetadata] = await self._client.list_consumer_group_offsets(
                    group, partitions=list(partitions)
                )
                # The client overlooks an error about the group as a whole (its offsets are being loaded after a start
                # of the broker, the right is missing) and gives nothing, which would read as nothing committed.
                if offsets.keys() >= set(partitions):
                    return offsets
            await asyncio.sleep(0.5)
        raise GroupCoordinatorNotAvailableError(f"{group}: its committed offsets cannot be read")


@asynccontextmanager
async def open_admin(settings: Settings) -> AsyncIterator[Admin]:
    """Connect to the cluster; raises aiokafka.errors.KafkaConnectionError where no broker answers."""
    client = AIOKafkaAdminClient(**connection(settings), request_timeout_ms=20_000)
    try:
        await client.start()
        yield Admin(client)
    finally:
        await client.close()
