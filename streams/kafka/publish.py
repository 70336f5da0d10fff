"""Articles to the input topic: each line's bytes unchanged, keyed by article id, its delivery awaited."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from schemas.article import RawArticle
from streams.ahead import read_ahead
from streams.core.identity import article_id
from streams.core.parse import parse_article
from streams.core.unreadable import Unreadable
from streams.inputs import Input, InputError
from streams.kafka.admin import Admin, open_admin
from streams.kafka.event_time import EventTime, EventTimeError, UntimelyError, event_time
from streams.kafka.permissions import Operation, lacking_permissions
from streams.kafka.producer import BATCH_BYTES, TOO_LARGE, producer_arguments
from streams.kafka.unreached import why_unreached
from streams.settings import Settings

_IN_FLIGHT_BYTES = 32 * 1024 * 1024  # sent and not yet acknowledged: the bound of memory, and of one request
_IN_FLIGHT_RECORDS = 5_000
_SMALL_BATCH_BYTES = 16 * 1024  # aiokafka's own
_READ_AHEAD = 64  # lines

Refused = Callable[[str, str], None]  # where it stands, and why
Delivered = Callable[[Input], None]


class PublishError(Exception):
    """The articles cannot be published (further); the message says why."""


@dataclass(slots=True)
class Count:
    """How many articles the broker has acknowledged, and how many inputs are no article or were refused.

    `undated`: how many do not say when they were published, and have the present as their time instead.
    """

    delivered: int = 0
    refused: int = 0
    undated: int = 0


@dataclass(frozen=True, slots=True)
class ByEventTime:
    """Records are to have the time of their article's publication, in place of the present.

    `despite_retention`: also where the topic will delete them for it. `on_warning` is told before anything is sent.
    """

    despite_retention: bool
    on_warning: Callable[[str], object]


async def publish(
    inputs: Iterable[Input | InputError],
    settings: Settings,
    *,
    on_delivered: Delivered,
    on_refused: Refused,
    stamped: ByEventTime | None = None,
) -> Count:
    """Send every input to the topic of articles and return when the broker has acknowledged all.

    An input that is no article, that the broker refuses for its size or its time, or a file that cannot be read (on)
    goes to `on_refused` with the reason; the others are still sent. Records have the present as their time, unless
    `stamped` says more. Raises PublishError where no broker answers, the topic is missing or would delete an article
    for its time, or a delivery fails.
    """
    try:
        if lacking := await lacking_permissions(settings, {settings.topic_raw: Operation.WRITE}):
            raise PublishError(f"no permission: {', '.join(lacking)}")
        async with open_admin(settings) as admin:
            if not await admin.partition_counts([settings.topic_raw]):
                raise PublishError(f"there is no topic {settings.topic_raw}; `aqwal topics` creates it")
            batch_bytes = await _batch_bytes(settings, admin)
            times = await _event_time(settings, admin, stamped)
    except (KafkaError, OSError) as error:
        raise _no_answer(settings, error) from error
    async with _producer(settings, batch_bytes) as producer:
        return await _Sender(producer, settings.topic_raw, times, on_delivered, on_refused).send_all(inputs)


@asynccontextmanager
async def _producer(settings: Settings, batch_bytes: int) -> AsyncIterator[AIOKafkaProducer]:
    producer = AIOKafkaProducer(
        **producer_arguments(settings, batch_bytes),
        compression_type="zstd",
        max_request_size=_IN_FLIGHT_BYTES,  # the broker's own limit decides, not the client's
    )
    try:
        try:
            await producer.start()
        except (KafkaError, OSError) as error:
            raise _no_answer(settings, error) from error
        yield producer
    finally:
        await producer.stop()


def _no_answer(settings: Settings, error: Exception) -> PublishError:
    return PublishError(why_unreached(settings, error))


async def _batch_bytes(settings: Settings, admin: Admin) -> int:
    """How much to send in one batch: never more than the topic takes."""
    if settings.broker == "embedded":  # it has no limit that could be read
        return BATCH_BYTES
    try:
        limits = await admin.message_limits([settings.topic_raw])
    except KafkaError:  # it may not be told to everybody
        return _SMALL_BATCH_BYTES
    return min(BATCH_BYTES, limits[settings.topic_raw])


async def _event_time(settings: Settings, admin: Admin, stamped: ByEventTime | None) -> EventTime | None:
    if stamped is None:
        return None
    try:
        return await event_time(
            settings, admin, despite_retention=stamped.despite_retention, on_warning=stamped.on_warning
        )
    except EventTimeError as error:
        raise PublishError(str(error)) from error


class _Sender:
    def __init__(
        self,
        producer: AIOKafkaProducer,
        topic: str,
        times: EventTime | None,
        on_delivered: Delivered,
        on_refused: Refused,
    ) -> None:
        self._producer = producer
        self._topic = topic
        self._times = times
        self._on_delivered = on_delivered
        self._on_refused = on_refused
        self._count = Count()
        self._bytes = 0
        self._records = 0
        self._settled = asyncio.Event()
        self._failure: PublishError | None = None

    async def send_all(self, inputs: Iterable[Input | InputError]) -> Count:
        stop: EventTimeError | None = None
        try:
            async with aclosing(read_ahead(inputs, _READ_AHEAD)) as portions:
                async for items in portions:
                    for item in items:
                        if isinstance(item, Input):
                            await self._take(item)
                        else:
                            self._refuse(item, item.reason)
        except EventTimeError as error:
            stop = error
        await self._until(lambda: self._records == 0)
        if stop is not None:
            raise PublishError(f"{stop} (delivered before: {self._count.delivered})")
        return self._count

    async def _take(self, item: Input) -> None:
        try:
            article = _read(item.value)
            stamp = self._stamp(item, article)
        except Unreadable as error:
            self._refuse(item, f"no article ({error.reason}): {error.detail}")
        except UntimelyError as error:
            self._refuse(item, str(error))
        else:
            await self._until(partial(self._has_room, len(item.value)))
            await self._send(item, article_id(article).encode(), stamp)

    def _stamp(self, item: Input, article: RawArticle) -> int | None:
        if self._times is None:
            return None
        try:
            stamp = self._times.stamp(article, time.time_ns() // 1_000_000)
        except EventTimeError as error:
            raise EventTimeError(f"{item.place}: {error}") from error
        self._count.undated += stamp is None
        return stamp

    def _has_room(self, size: int) -> bool:
        return self._records == 0 or (self._bytes + size <= _IN_FLIGHT_BYTES and self._records < _IN_FLIGHT_RECORDS)

    async def _until(self, holds: Callable[[], bool]) -> None:
        while True:
            if self._failure is not None:
                raise self._failure
            if holds():
                return
            self._settled.clear()
            await self._settled.wait()

    async def _send(self, item: Input, key: bytes, stamp: int | None) -> None:
        try:
            future = await self._producer.send(self._topic, item.value, key=key, timestamp_ms=stamp)
        except TOO_LARGE:
            self._refuse(item, f"too large to be sent: {len(item.value)} bytes")
        except KafkaError as error:
            raise self._not_acknowledged(item, error) from error
        else:
            self._records += 1
            self._bytes += len(item.value)
            future.add_done_callback(partial(self._settle, item))

    def _settle(self, item: Input, future: asyncio.Future[Any]) -> None:
        self._records -= 1
        self._bytes -= len(item.value)
        error = asyncio.CancelledError() if future.cancelled() else future.exception()
        if error is None:
            self._count.delivered += 1
            self._on_delivered(item)
        elif isinstance(error, TOO_LARGE):
            self._refuse(item, f"too large for the broker: {len(item.value)} bytes")
        elif self._failure is None:
            self._failure = self._not_acknowledged(item, error)
        self._settled.set()

    def _refuse(self, item: Input | InputError, reason: str) -> None:
        self._count.refused += 1
        self._on_refused(item.place, reason)

    def _not_acknowledged(self, item: Input, error: BaseException) -> PublishError:
        return PublishError(f"{item.place} was not acknowledged ({error!r}; delivered before: {self._count.delivered})")


def _read(value: bytes) -> RawArticle:
    """Raises Unreadable where `value` is no article, or nothing can be read in it."""
    article = parse_article(value)
    if not article.body.strip():
        raise Unreadable("empty-body", "nothing to read in it")
    return article
