"""Articles to the input topic: each line's bytes unchanged, keyed by article id, its delivery awaited."""

import asyncio
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from concurrent.futures import CancelledError
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from streams.core.identity import article_id
from streams.core.parse import parse_article
from streams.core.unreadable import Unreadable
from streams.inputs import Input, InputError
from streams.kafka.admin import Admin, open_admin
from streams.kafka.permissions import Operation, lacking_permissions
from streams.kafka.producer import BATCH_BYTES, TOO_LARGE, producer_arguments
from streams.kafka.unreached import why_unreached
from streams.settings import Settings

_IN_FLIGHT_BYTES = 32 * 1024 * 1024  # sent and not yet acknowledged: the bound of memory, and of one request
_IN_FLIGHT_RECORDS = 5_000
_SMALL_BATCH_BYTES = 16 * 1024  # aiokafka's own
_READ_AHEAD = 64  # lines

Refused = Callable[[Input, str], None]
Delivered = Callable[[Input], None]


class PublishError(Exception):
    """The articles cannot be published (further); the message says why."""


@dataclass(slots=True)
class Count:
    """How many articles the broker has acknowledged, and how many inputs are no article or were refused."""

    delivered: int = 0
    refused: int = 0


async def publish(
    inputs: Iterable[Input], settings: Settings, *, on_delivered: Delivered, on_refused: Refused
) -> Count:
    """Send every input to the topic of articles and return when the broker has acknowledged all.

    An input that is no article, or that the broker refuses for its size, goes to `on_refused` with the reason; the
    others are still sent. Raises PublishError where no broker answers, the topic is missing, a delivery fails or
    `inputs` cannot be read on.
    """
    try:
        if lacking := await lacking_permissions(settings, {settings.topic_raw: Operation.WRITE}):
            raise PublishError(f"no permission: {', '.join(lacking)}")
        async with open_admin(settings) as admin:
            if not await admin.partition_counts([settings.topic_raw]):
                raise PublishError(f"there is no topic {settings.topic_raw}; `aqwal topics` creates it")
            batch_bytes = await _batch_bytes(settings, admin)
    except (KafkaError, OSError) as error:
        raise _no_answer(settings, error) from error
    async with _producer(settings, batch_bytes) as producer:
        return await _Sender(producer, settings.topic_raw, on_delivered, on_refused).send_all(inputs)


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


class _Sender:
    def __init__(self, producer: AIOKafkaProducer, topic: str, on_delivered: Delivered, on_refused: Refused) -> None:
        self._producer = producer
        self._topic = topic
        self._on_delivered = on_delivered
        self._on_refused = on_refused
        self._count = Count()
        self._bytes = 0
        self._records = 0
        self._settled = asyncio.Event()
        self._failure: PublishError | None = None

    async def send_all(self, inputs: Iterable[Input]) -> Count:
        unreadable: InputError | None = None
        try:
            async with aclosing(_read_ahead(inputs)) as items:
                async for item in items:
                    await self._take(item)
        except InputError as error:
            unreadable = error
        await self._until(lambda: self._records == 0)
        if unreadable is not None:
            raise PublishError(f"{unreadable} (delivered before: {self._count.delivered})")
        return self._count

    async def _take(self, item: Input) -> None:
        reason, key = _key(item.value)
        if reason:
            self._refuse(item, reason)
        else:
            await self._until(partial(self._has_room, len(item.value)))
            await self._send(item, key)

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

    async def _send(self, item: Input, key: bytes) -> None:
        try:
            future = await self._producer.send(self._topic, item.value, key=key)
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

    def _refuse(self, item: Input, reason: str) -> None:
        self._count.refused += 1
        self._on_refused(item, reason)

    def _not_acknowledged(self, item: Input, error: BaseException) -> PublishError:
        return PublishError(f"{item.place} was not acknowledged ({error!r}; delivered before: {self._count.delivered})")


def _key(value: bytes) -> tuple[str, bytes]:
    """Why `value` is no article (else ""), and the key it gets."""
    try:
        article = parse_article(value)
    except Unreadable as error:
        return f"no article ({error.reason}): {error.detail}", b""
    if not article.body.strip():
        return "no article (empty-body): nothing to read in it", b""
    return "", article_id(article).encode()


async def _read_ahead(inputs: Iterable[Input]) -> AsyncGenerator[Input, None]:
    """The inputs, read in a thread: a slow pipe must not hold up what is being sent."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[Input | BaseException | None] = asyncio.Queue(_READ_AHEAD)

    def hand_over(item: Input | BaseException | None) -> None:
        waiting = queue.put(item)
        try:
            asyncio.run_coroutine_threadsafe(waiting, loop).result()
        except RuntimeError:  # the loop is closed
            waiting.close()
            raise

    def feed() -> None:
        # Where the loop is gone (Ctrl-C, a failure) there is nobody to hand anything over to.
        with suppress(CancelledError, RuntimeError):
            try:
                for item in inputs:
                    hand_over(item)
            except (CancelledError, RuntimeError):
                raise
            except Exception as error:
                hand_over(error)
            else:
                hand_over(None)

    threading.Thread(target=feed, daemon=True).start()  # a daemon: one that waits for standard input cannot be joined
    while (item := await queue.get()) is not None:
        if isinstance(item, BaseException):
            raise item
        yield item
