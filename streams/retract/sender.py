"""Publishing what mends the topics, each record acknowledged by the brokers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from streams.core.records import Message
from streams.kafka.producer import delivery_arguments
from streams.revisions.errors import RevisionsError
from streams.settings import Settings

_IN_FLIGHT = 500


class Sender:
    """Keeps the order within a partition; raises RevisionsError where something is not taken."""

    def __init__(self, producer: AIOKafkaProducer) -> None:
        self._producer = producer
        self._sent: list[asyncio.Future[Any]] = []

    async def send(self, topic: str, partition: int, message: Message) -> None:
        """Enqueue a record that has a key; waits where many are not acknowledged yet."""
        try:
            self._sent.append(
                await self._producer.send(
                    topic,
                    message.value,
                    key=message.key,
                    headers=list(message.headers),
                    timestamp_ms=message.timestamp,
                    partition=partition,
                )
            )
        except KafkaError as error:
            raise _refused(topic, error) from error
        if len(self._sent) >= _IN_FLIGHT:
            await self.settle()

    async def settle(self) -> None:
        """Return when everything is acknowledged."""
        sent, self._sent = self._sent, []
        results = await asyncio.gather(*sent, return_exceptions=True)
        for result in results:
            if isinstance(result, KafkaError):
                raise _refused("the topic", result) from result
            if isinstance(result, BaseException):
                raise result


def _refused(topic: str, error: KafkaError) -> RevisionsError:
    return RevisionsError(f"{topic} did not take what mends it: {error!r}; run it again, it goes on where it stopped")


@asynccontextmanager
async def open_sender(settings: Settings, batch_bytes: int) -> AsyncIterator[Sender]:
    """Connect; raises aiokafka.errors.KafkaConnectionError where no broker answers."""
    producer = AIOKafkaProducer(**delivery_arguments(settings, batch_bytes))
    try:
        await producer.start()
        yield Sender(producer)
    finally:
        await producer.stop()
