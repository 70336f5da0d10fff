"""Publishes what a run is fed with, in the portions that it is told."""

import asyncio
from collections.abc import Iterator
from itertools import islice

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from aiokafka.structs import RecordMetadata

from tests.brokers.stage import Stage
from tests.faults.news import Publication

_AT_ONCE = 200
_REST = 1.0  # seconds, where the broker does not take them


class Feeder:
    """Publishes `publications` in order, no more than was released; sends again what the broker did not take.

    `ends`: for each partition of the input topic, the offset after the last record that is known to lie there.
    """

    def __init__(self, stage: Stage, publications: Iterator[Publication]) -> None:
        self.ends: dict[int, int] = {}
        self._stage = stage
        self._publications = publications
        self._released = 0
        self._exhausted = False
        self._more = asyncio.Event()

    def release(self, count: int) -> None:
        """Let `count` more records be published, as soon as the broker takes them."""
        self._released += count
        self._more.set()

    @property
    def exhausted(self) -> bool:
        """Whether there is nothing more to publish."""
        return self._exhausted

    @property
    def busy(self) -> bool:
        """Whether some of what was released is not published yet."""
        return self._more.is_set()

    async def run(self) -> None:
        """Publish until there is nothing more; release what is left by then to reach that."""
        async with self._stage.producer(linger_ms=20, request_timeout_ms=10_000) as producer:
            while True:
                await self._more.wait()
                portion = list(islice(self._publications, min(_AT_ONCE, self._released)))
                if not portion:
                    self._exhausted = True
                    return
                self._released -= len(portion)
                while portion := await self._send(producer, portion):
                    await asyncio.sleep(_REST)
                if not self._released:
                    self._more.clear()

    async def _send(self, producer: AIOKafkaProducer, portion: list[Publication]) -> list[Publication]:
        """Publish; return those that were not taken, as far as is known."""
        topic = self._stage.settings.topic_raw
        results: list[asyncio.Future[RecordMetadata] | KafkaError] = []
        for one in portion:
            try:
                results.append(await producer.send(topic, one.value, key=one.key, headers=one.headers))
            except KafkaError as error:
                results.append(error)
        failed = []
        for one, result in zip(portion, results, strict=True):
            try:
                if isinstance(result, KafkaError):
                    raise result
                metadata = await result
                self.ends[metadata.partition] = max(self.ends.get(metadata.partition, 0), metadata.offset + 1)
            except KafkaError:
                failed.append(one)
        return failed
