"""The time of its publication as an article's timestamp, as far as the topic of the articles takes and keeps it."""

from collections.abc import Callable
from datetime import datetime

from aiokafka.errors import KafkaError

from schemas.article import RawArticle
from streams.core.stamp import milliseconds
from streams.kafka.admin import Admin
from streams.kafka.time_limits import DAY, TimeLimits, time_limits
from streams.settings import Settings

_OVERRIDE = "--despite-retention"


class EventTimeError(Exception):
    """No article may be stamped (any more); the message says why."""


class UntimelyError(Exception):
    """This article cannot have its own time as its timestamp; the message says why."""


class EventTime:
    """Timestamps under `limits`; None: there are none, or nobody asks for them.

    `keeps_all`: what the topic will delete is not sent.
    """

    def __init__(self, limits: TimeLimits | None, *, keeps_all: bool) -> None:
        self._limits = limits
        self._keeps_all = keeps_all

    def stamp(self, article: RawArticle, now: int) -> int | None:
        """Milliseconds since the epoch, never later than `now`; None where the article does not say when it appeared.

        Raises UntimelyError where no broker would take the time, EventTimeError where the topic would delete the
        record.
        """
        if article.published_at is None:
            return None
        stamp, shown = min(milliseconds(article.published_at), now), _shown(article.published_at)
        if stamp < 0:
            raise UntimelyError(f"published {shown}, and Kafka has no time before 1970")
        if self._limits is None:
            return stamp
        topic, age = self._limits.topic, now - stamp
        if self._limits.refused is not None and age > self._limits.refused:
            raise UntimelyError(
                f"published {shown}, and {topic} takes nothing older than {_days(self._limits.refused)} "
                "(message.timestamp.before.max.ms)"
            )
        if self._keeps_all and self._limits.deleted is not None and age > self._limits.deleted:
            raise EventTimeError(
                f"published {shown}, and {topic} deletes what is older than {_days(self._limits.deleted)}: "
                f"set retention.ms=-1 there, or leave --event-time out ({_OVERRIDE} sends it nevertheless)"
            )
        return stamp


async def event_time(
    settings: Settings, admin: Admin, *, despite_retention: bool, on_warning: Callable[[str], object]
) -> EventTime:
    """The timestamps that the existing topic of the articles permits.

    `on_warning` is told what it will delete. Raises EventTimeError where it stamps records itself, or where its
    settings may not be read and `despite_retention` is not set.
    """
    if settings.broker == "embedded":  # it keeps nothing anyway, and has no limit that could be read
        return EventTime(None, keeps_all=False)
    topic = settings.topic_raw
    try:
        (limits,) = await time_limits(admin, [topic])
    except KafkaError as error:
        if despite_retention:
            return EventTime(None, keeps_all=False)
        raise EventTimeError(
            f"{topic}: its settings cannot be read ({error}), so nobody knows whether it would delete old articles; "
            f"{_OVERRIDE} sends them nevertheless"
        ) from error
    if limits.stamps_itself:
        raise EventTimeError(f"{topic} stamps records itself (message.timestamp.type=LogAppendTime)")
    if limits.deleted is not None:
        then = "such articles are sent, and will be lost" if despite_retention else "no such article is sent"
        on_warning(f"{topic} deletes what is older than {_days(limits.deleted)} by its own time (retention.ms); {then}")
    return EventTime(limits, keeps_all=not despite_retention)


def _shown(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _days(milliseconds: int) -> str:
    return f"{milliseconds / DAY:g} days"
