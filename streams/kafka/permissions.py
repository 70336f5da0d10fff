"""What the brokers permit us, asked before anything depends on it.

A missing permission would show itself late, in the first fetch or the first dead letter. Brokers tell what they permit
(KIP-430), in versions of two answers that aiokafka does not read: they are written down here.
"""

# mypy: disallow-subclassing-any=False
# The classes of aiokafka's protocol have no types that reach us.

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from enum import IntEnum

from aiokafka.client import AIOKafkaClient, ConnectionGroup, CoordinationType
from aiokafka.errors import (
    GroupAuthorizationFailedError,
    GroupCoordinatorNotAvailableError,
    IncompatibleBrokerVersion,
    TopicAuthorizationFailedError,
)
from aiokafka.protocol.admin import DescribeGroupsRequest_v3, DescribeGroupsResponse_v3
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import Array, Boolean, Int16, Int32, Schema, String
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_fixed

from streams.kafka.client import connection
from streams.settings import Settings


class Operation(IntEnum):
    """What an ACL permits, by Kafka's numbers."""

    READ = 3
    WRITE = 4


_UNTOLD = -(2**31)  # in place of the permitted operations


async def lacking_permissions(
    settings: Settings, topics: Mapping[str, Operation], group: str | None = None
) -> list[str]:
    """Which of the operations on `topics`, and of reading as a member of `group`, the brokers do not permit.

    Each as an ACL would name it: `READ on topic articles.raw`. A topic that does not exist lacks nothing, nor does
    anything on brokers that do not tell. Raises aiokafka.errors.KafkaError where the cluster does not answer.
    """
    async with _client(settings) as client:
        try:
            lacking = await _lacking_on_topics(client, topics)
            if group is not None and not await _may_join(client, group):
                lacking.append(f"{Operation.READ.name} on group {group}")
        except (IncompatibleBrokerVersion, NotImplementedError):  # brokers that know no such versions
            return []
    return lacking


@asynccontextmanager
async def _client(settings: Settings) -> AsyncIterator[AIOKafkaClient]:
    client = AIOKafkaClient(**connection(settings), request_timeout_ms=20_000)
    try:
        await client.bootstrap()
        yield client
    finally:
        await client.close()


async def _lacking_on_topics(client: AIOKafkaClient, topics: Mapping[str, Operation]) -> list[str]:
    answer = await client.send(client.get_random_node(), _TopicsRequest(list(topics)))
    lacking = []
    for code, topic, _, _, permitted in answer.topics:
        hidden = code == TopicAuthorizationFailedError.errno  # else, where the topic is missing, nothing is told
        if hidden or not (permitted == _UNTOLD or permitted >> topics[topic] & 1):
            lacking.append(f"{topics[topic].name} on topic {topic}")
    return lacking


async def _may_join(client: AIOKafkaClient, group: str) -> bool:
    try:
        # A new cluster first creates the topic that holds the groups' offsets.
        async for attempt in AsyncRetrying(
            retry=retry_if_exception_type(GroupCoordinatorNotAvailableError),
            stop=stop_after_attempt(20),
            wait=wait_fixed(0.5),
            reraise=True,
        ):
            with attempt:
                node = await client.coordinator_lookup(CoordinationType.GROUP, group)
    except GroupAuthorizationFailedError:
        return False
    answer = await client.send(node, _GroupsRequest([group]), group=ConnectionGroup.COORDINATION)
    ((code, *_, permitted),) = answer.groups
    if code == GroupAuthorizationFailedError.errno:
        return False
    return bool(permitted == _UNTOLD or permitted >> Operation.READ & 1)


class _TopicsResponse(Response):
    API_KEY = 3
    API_VERSION = 8
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        (
            "brokers",
            Array(("node_id", Int32), ("host", String("utf-8")), ("port", Int32), ("rack", String("utf-8"))),
        ),
        ("cluster_id", String("utf-8")),
        ("controller_id", Int32),
        (
            "topics",
            Array(
                ("error_code", Int16),
                ("topic", String("utf-8")),
                ("is_internal", Boolean),
                (
                    "partitions",
                    Array(
                        ("error_code", Int16),
                        ("partition", Int32),
                        ("leader", Int32),
                        ("leader_epoch", Int32),
                        ("replicas", Array(Int32)),
                        ("isr", Array(Int32)),
                        ("offline_replicas", Array(Int32)),
                    ),
                ),
                ("authorized_operations", Int32),
            ),
        ),
        ("cluster_authorized_operations", Int32),
    )


class _TopicsRequestStruct(RequestStruct):
    API_KEY = 3
    API_VERSION = 8
    RESPONSE_TYPE = _TopicsResponse
    SCHEMA = Schema(
        ("topics", Array(String("utf-8"))),
        ("allow_auto_topic_creation", Boolean),
        ("include_cluster_authorized_operations", Boolean),
        ("include_topic_authorized_operations", Boolean),
    )


class _TopicsRequest(Request[_TopicsRequestStruct]):
    API_KEY = 3

    def __init__(self, topics: Sequence[str]) -> None:
        self._topics = topics

    def build(self, request_struct_class: type[_TopicsRequestStruct]) -> _TopicsRequestStruct:
        return request_struct_class(self._topics, False, False, True)


class _GroupsRequestStruct(DescribeGroupsRequest_v3):
    RESPONSE_TYPE = DescribeGroupsResponse_v3  # aiokafka reads the answer as one of version 2


class _GroupsRequest(Request[_GroupsRequestStruct]):
    API_KEY = 15

    def __init__(self, groups: Sequence[str]) -> None:
        self._groups = groups

    def build(self, request_struct_class: type[_GroupsRequestStruct]) -> _GroupsRequestStruct:
        return request_struct_class(self._groups, True)
