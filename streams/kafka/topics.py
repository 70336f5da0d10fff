"""The four topics: created so that nothing is lost in them, and the existing ones looked over for what could lose."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Literal

from aiokafka.errors import KafkaError, TopicAlreadyExistsError

from streams.kafka.admin import Admin, open_admin
from streams.settings import Settings

DEFAULT_PARTITIONS = 12
REPLICAS = 3
MIN_IN_SYNC = 2
# A dead letter is the original and its headers: it needs more room than the original had.
REJECTED_MAX_BYTES = 8 * 1024 * 1024

# A consumer that was away for so long still learns what was deleted: then compaction takes the deletion, too.
DELETE_RETENTION = 7 * 24 * 3_600_000  # milliseconds

_CHECKED = (
    "delete.retention.ms",
    "retention.ms",
    "retention.bytes",
    "cleanup.policy",
    "min.insync.replicas",
    "max.message.bytes",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line about one topic. `warning`: something there can lose data; `error`: the topic could not be created."""

    topic: str
    level: Literal["info", "warning", "error"]
    text: str


async def ensure_topics(settings: Settings, partitions: int | None = None) -> AsyncIterator[Finding]:
    """Create the topics that are missing, with `partitions` each (12), and tell of each what was done or is amiss.

    Existing topics are never altered. Raises aiokafka.errors.KafkaError where the cluster cannot be asked.
    """
    async with open_admin(settings) as admin:
        brokers = await admin.broker_count()
        if settings.broker == "kafka" and brokers < REPLICAS:
            yield Finding("cluster", "warning", _too_few(brokers))
        existing = await admin.partition_counts(settings.topics)
        for topic in settings.topics:
            if topic in existing:
                yield _existing(topic, existing[topic], partitions)
                for text in await _dangers(settings, admin, topic, brokers):
                    yield Finding(topic, "warning", text)
            else:
                yield await _create(settings, admin, topic, partitions or DEFAULT_PARTITIONS, brokers)


def _too_few(brokers: int) -> str:
    return (
        f"{brokers} broker(s): topics are created with {min(brokers, REPLICAS)} replica(s), so that the loss of "
        f"a broker can lose acknowledged records; {REPLICAS} are needed for {REPLICAS} replicas and "
        f"min.insync.replicas={MIN_IN_SYNC}"
    )


async def _create(settings: Settings, admin: Admin, topic: str, partitions: int, brokers: int) -> Finding:
    replicas = min(brokers, REPLICAS)
    config = _config(settings, topic, replicas)
    try:
        await admin.create(topic, partitions, replicas, config)
    except TopicAlreadyExistsError:
        return Finding(topic, "info", "exists (created by somebody else just now)")
    except KafkaError as error:
        return Finding(topic, "error", f"cannot be created: {error}")
    told = ", ".join(f"{name}={value}" for name, value in config.items())
    return Finding(topic, "info", f"created: {partitions} partitions, {replicas} replica(s), {told}")


def _config(settings: Settings, topic: str, replicas: int) -> dict[str, str]:
    # Retention counts the record's own timestamp, which for an archive is years back.
    config = {"cleanup.policy": "delete", "retention.ms": "-1", "retention.bytes": "-1"}
    if replicas >= REPLICAS:
        config["min.insync.replicas"] = str(MIN_IN_SYNC)
    if topic == settings.topic_rejected:
        config["max.message.bytes"] = str(REJECTED_MAX_BYTES)
    if topic == settings.topic_quotes:
        config["delete.retention.ms"] = str(DELETE_RETENTION)
    return config


def _existing(topic: str, count: int, wanted: int | None) -> Finding:
    text = f"exists: {count} partitions"
    if wanted is not None and count != wanted:
        text += (
            f", not {wanted}: a count is never changed, for that would move keys; "
            "create a new topic, name it in the settings, and publish the articles into it again"
        )
    return Finding(topic, "info", text)


async def _dangers(settings: Settings, admin: Admin, topic: str, brokers: int) -> list[str]:
    """What, in the settings of an existing topic, can lose data."""
    if settings.broker == "embedded":  # it keeps nothing anyway, and aiokafka cannot read its answer about settings
        return []
    replicas = await admin.replica_count(topic)
    try:
        config = (await admin.topic_configs([topic], _CHECKED))[topic]
    except KafkaError as error:
        return [f"its settings cannot be read: {error}"]
    dangers = _of_retention(settings, topic, config)
    if brokers >= REPLICAS and (replicas < MIN_IN_SYNC or int(config["min.insync.replicas"]) < MIN_IN_SYNC):
        dangers.append(
            f"{replicas} replica(s), min.insync.replicas={config['min.insync.replicas']}: the loss of a broker can "
            f"lose acknowledged records; {REPLICAS} and {MIN_IN_SYNC} are advised"
        )
    if topic == settings.topic_quotes and (short := short_delete_retention(config)):
        dangers.append(short)
    if topic == settings.topic_rejected and int(config["max.message.bytes"]) < REJECTED_MAX_BYTES:
        dangers.append(
            f"max.message.bytes={config['max.message.bytes']}: dead letters of large records lose their value; "
            f"{REJECTED_MAX_BYTES} is advised"
        )
    return dangers


def short_delete_retention(config: Mapping[str, str]) -> str | None:
    """What to say where the topic of the quotations forgets deletions (of `aqwal retract`) too soon."""
    if int(config["delete.retention.ms"]) >= DELETE_RETENTION:
        return None
    return (
        f"delete.retention.ms={config['delete.retention.ms']}: once it is compacted, consumers that were away for "
        f"longer never learn that a quotation was deleted; {DELETE_RETENTION} or more is advised"
    )


def _of_retention(settings: Settings, topic: str, config: Mapping[str, str]) -> list[str]:
    policy = config["cleanup.policy"]
    dangers = []
    if "delete" in policy:
        if int(config["retention.ms"]) != -1:
            dangers.append(
                f"retention.ms={config['retention.ms']}: records are deleted by their own age; -1 keeps them"
            )
        if int(config["retention.bytes"]) != -1:
            dangers.append(
                f"retention.bytes={config['retention.bytes']}: the oldest records are deleted; -1 keeps them"
            )
    if "compact" in policy and topic != settings.topic_quotes:
        dangers.append(
            f"cleanup.policy={policy}: earlier records of a key are deleted, and records without a key are refused"
        )
    return dangers
