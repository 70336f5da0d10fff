"""What a topic does with records by their own time: refuse them, delete them, or stamp them anew."""

from collections.abc import Sequence
from typing import NamedTuple

from streams.kafka.admin import Admin

_NAMES = ("cleanup.policy", "retention.ms", "message.timestamp.type", "message.timestamp.before.max.ms")
_NO_LIMIT = 2**63 - 1
DAY = 24 * 3_600_000  # milliseconds


class TimeLimits(NamedTuple):
    """Of `topic`, in milliseconds of a record's age; None: no limit.

    `refused`: an older one is not taken (message.timestamp.before.max.ms); `deleted`: an older one is deleted, sooner
    or later (retention.ms). `stamps_itself`: records are as old as the topic says, whatever they say (LogAppendTime).
    """

    topic: str
    refused: int | None
    deleted: int | None
    stamps_itself: bool


async def time_limits(admin: Admin, topics: Sequence[str]) -> list[TimeLimits]:
    """Of each of the existing `topics`. Raises aiokafka.errors.KafkaError, also where the settings may not be read."""
    limits = []
    for topic, config in (await admin.topic_configs(topics, _NAMES)).items():
        refused, deleted = int(config["message.timestamp.before.max.ms"]), int(config["retention.ms"])
        limits.append(
            TimeLimits(
                topic,
                refused=None if refused == _NO_LIMIT else refused,
                deleted=deleted if "delete" in config["cleanup.policy"] and deleted >= 0 else None,
                stamps_itself=config["message.timestamp.type"] == "LogAppendTime",
            )
        )
    return limits
