"""What the worker asks the cluster before it begins: topics, partition counts, limits."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from aiokafka.errors import KafkaError
from aiokafka.structs import TopicPartition

from streams.core.options import SMALLEST_LETTER, HandleOptions
from streams.kafka.admin import Admin, open_admin
from streams.kafka.layout import changed_counts, encode_layout
from streams.kafka.permissions import Operation, lacking_permissions
from streams.kafka.producer import BATCH_BYTES
from streams.kafka.topics import REJECTED_MAX_BYTES
from streams.settings import Settings
from streams.worker.deliver import Route, Routes
from streams.worker.gaps import ADVICE
from streams.worker.ledger import Partition
from streams.worker.offsets import read_gaps

log = logging.getLogger(__name__)


class StartError(Exception):
    """The worker must not begin.

    A topic is missing, has another partition count than before, takes too little or has lost unread records, a
    permission is missing, or broker and worker do not accept each other.
    """


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the cluster answered about the topics to publish to. `batch_bytes` bounds a producer's batch."""

    options: HandleOptions
    routes: Routes
    batch_bytes: int


@dataclass(frozen=True, slots=True)
class Plan(Outputs):
    """The same, and what the worker needs beside it."""

    raw_partitions: int
    commit_metadata: str


async def make_plan(settings: Settings) -> Plan:
    """Ask the cluster. Creates nothing.

    Raises StartError, and aiokafka.errors.KafkaError where the cluster does not answer.
    """
    await _hold_permissions(settings)
    async with open_admin(settings) as admin:
        counts = await admin.partition_counts(settings.topics)
        if missing := [topic for topic in settings.topics if topic not in counts]:
            raise StartError(f"no such topic: {', '.join(missing)} (`aqwal topics` creates them)")
        await _hold_counts(settings, admin, counts)
        outputs = await plan_outputs(settings, admin, counts)
    await _hold_unread(settings, counts[settings.topic_raw])
    return Plan(
        outputs.options,
        outputs.routes,
        outputs.batch_bytes,
        raw_partitions=counts[settings.topic_raw],
        commit_metadata=encode_layout({topic: counts[topic] for topic in settings.topics[:3]}),
    )


async def plan_outputs(settings: Settings, admin: Admin, counts: Mapping[str, int]) -> Outputs:
    """How to publish to the last three of the settings' topics, which are all in `counts` (partitions by topic).

    Raises StartError where the topic of the dead letters takes too little.
    """
    limits = await _limits(settings, admin)
    quotes, processed, rejected = (Route(topic, counts[topic]) for topic in settings.topics[1:])
    if limits[rejected.topic] < SMALLEST_LETTER:
        raise StartError(f"{rejected.topic}: max.message.bytes is under {SMALLEST_LETTER}")
    options = HandleOptions(
        kinds=settings.kinds,
        max_event_bytes=min(limits[quotes.topic], limits[processed.topic]),
        max_letter_bytes=limits[rejected.topic],
        max_article_chars=settings.max_article_chars,
    )
    return Outputs(options, Routes(quotes, processed, rejected), min(BATCH_BYTES, *limits.values()))


async def _hold_permissions(settings: Settings) -> None:
    """Raise StartError where an ACL is missing: without it the worker would end at its first record, time and again."""
    needed = {settings.topic_raw: Operation.READ} | dict.fromkeys(settings.topics[1:], Operation.WRITE)
    if lacking := await lacking_permissions(settings, needed, settings.group):
        raise StartError(f"no permission: {', '.join(lacking)}")


async def _hold_counts(settings: Settings, admin: Admin, counts: Mapping[str, int]) -> None:
    """Raise StartError where a count is another than the group recorded with its offsets."""
    partitions = [TopicPartition(settings.topic_raw, number) for number in range(counts[settings.topic_raw])]
    committed = await admin.committed(settings.group, partitions)
    if changed := changed_counts([offset.metadata for offset in committed.values() if offset.offset >= 0], counts):
        told = ", ".join(f"{topic} has {now} partitions, had {before}" for topic, (before, now) in changed.items())
        raise StartError(
            f"{told}. A changed count moves keys to other partitions, where an article's newer quotations no longer "
            "follow its older ones. Create new topics with the new count, name them in the settings, and publish the "
            "articles into them again; or, to go on regardless, name another consumer group in AQWAL_GROUP, which "
            "reads all articles anew"
        )


async def _hold_unread(settings: Settings, count: int) -> None:
    """Raise StartError where records are gone that the group has not read."""
    _, gaps = await read_gaps(settings, [Partition(settings.topic_raw, number) for number in range(count)])
    if gaps and not settings.skip_deleted:
        raise StartError(f"{'; '.join(map(str, gaps))}. {ADVICE}")


async def _limits(settings: Settings, admin: Admin) -> dict[str, int]:
    """max.message.bytes of each output topic; the setting's value where the broker does not tell."""
    topics = settings.topics[1:]
    if settings.broker == "embedded":  # aiokafka cannot read its answer
        rejected = max(settings.max_message_bytes, REJECTED_MAX_BYTES)  # it has no limits of its own
        return dict.fromkeys(topics, settings.max_message_bytes) | {settings.topic_rejected: rejected}
    try:
        return await admin.message_limits(topics)
    except KafkaError as error:
        log.warning("the topics' max.message.bytes cannot be read, AQWAL_MAX_MESSAGE_BYTES is taken: %s", error)
        return dict.fromkeys(topics, settings.max_message_bytes)
