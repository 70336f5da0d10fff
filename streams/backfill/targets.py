"""The topics that a replay publishes to: the live ones, or shadows of them."""

from collections.abc import Sequence
from typing import NamedTuple

from streams.backfill.errors import BackfillError
from streams.kafka.admin import Admin
from streams.kafka.time_limits import DAY, time_limits
from streams.settings import Settings


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
            raise BackfillError(
                f"{self.topic} loses what is stamped more than {self.milliseconds / DAY:g} days ago, and {what} is of "
                f"{(now - stamp) / DAY:.1f} days ago: set retention.ms=-1 there, or name another topic"
            )


async def shortest_memory(admin: Admin, topics: Sequence[str]) -> Memory | None:
    """The topic that forgets first; None where all keep for ever, however old a stamp is."""
    memories = [
        Memory(limits.topic, limit)
        for limits in await time_limits(admin, topics)
        if not limits.stamps_itself  # its records are new, whatever they say
        for limit in (limits.refused, limits.deleted)
        if limit is not None
    ]
    return min(memories, key=lambda memory: memory.milliseconds, default=None)
