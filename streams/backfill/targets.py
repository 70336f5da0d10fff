"""The topics that a replay publishes to: the live ones, or shadows of them."""

from collections.abc import Sequence
from typing import NamedTuple

from streams.backfill.errors import BackfillError
from streams.kafka.admin import Admin
from streams.settings import Settings

_RETENTION = ("cleanup.policy", "retention.ms", "message.timestamp.type", "message.timestamp.before.max.ms")


def retarget(settings: Settings, topic: str, quotes: str, processed: str, rejected: str) -> Settings:
    """`settings` with these topics. Raises BackfillError where two of them are the same."""
    names = {"topic_raw": topic, "topic_quotes": quotes, "topic_processed": processed, "topic_rejected": rejected}
    given = [*names.values(), settings.topic_runs]
    if repeated := sorted({name for name in given if given.count(name) > 1}):
        raise BackfillError(f"{', '.join(repeated)}: one topic for two purposes")
    return settings.model_copy(update=names)


class Memory(NamedTuple):
    """`topic` loses (or refuses) what is stamped longer than `milliseconds` ago."""

    topic: str
    milliseconds: int

    def check(self, stamp: int, now: int, what: str) -> None:
        """Raise BackfillError where `what`, stamped `stamp`, would be lost (both milliseconds since the epoch)."""
        if 0 <= stamp < now - self.milliseconds:
            days = 24 * 3_600_000
            raise BackfillError(
                f"{self.topic} loses what is stamped more than {self.milliseconds / days:g} days ago, and {what} is of "
                f"{(now - stamp) / days:.1f} days ago: set retention.ms=-1 there, or name another topic"
            )


async def shortest_memory(admin: Admin, topics: Sequence[str]) -> Memory | None:
    """The topic that forgets first; None where all keep for ever, however old a stamp is."""
    memories = []
    for topic, config in (await admin.topic_configs(topics, _RETENTION)).items():
        if config["message.timestamp.type"] == "LogAppendTime":
            continue  # its records are new, whatever they say
        limits = [int(config["message.timestamp.before.max.ms"])]
        if "delete" in config["cleanup.policy"] and int(config["retention.ms"]) >= 0:
            limits.append(int(config["retention.ms"]))
        memories.append(Memory(topic, min(limits)))
    shortest = min(memories, key=lambda memory: memory.milliseconds, default=None)
    return None if shortest is None or shortest.milliseconds == 2**63 - 1 else shortest
