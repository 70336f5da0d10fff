"""What the brokers refuse, and what becomes of it: on a real Apache Kafka, for nobody else refuses like it."""

import uuid
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition

from schemas.dead_letter import DeadLetterHeaders
from streams.core.letters import reject
from streams.core.options import HandleOptions
from streams.core.records import Message, Outcome, Processed, Record
from streams.kafka.admin import open_admin
from streams.settings import Settings
from streams.worker.deliver import Delivery, Route, Routes, UndeliverableError
from streams.worker.gate import Gate
from streams.worker.pause import Pause
from tests.brokers.fixtures import Broker

pytestmark = pytest.mark.kafka

NOW = 1_750_000_000_000  # 2025, in milliseconds
YEAR_2000 = 946_684_800_000
OPTIONS = HandleOptions(max_letter_bytes=1_000_000)


class Topics:
    """Three topics of a test's own, with limits of their own, and a plain producer for them."""

    def __init__(self, settings: Settings, routes: Routes, producer: AIOKafkaProducer) -> None:
        self._settings = settings
        self.routes = routes
        self.producer = producer

    def delivery(self, retry_for: float = 10) -> Delivery:
        return Delivery(lambda: self.producer, self.routes, OPTIONS, Pause(Gate()), retry_for)

    async def records(self, route: Route) -> list[ConsumerRecord]:
        consumer = AIOKafkaConsumer(bootstrap_servers=self._settings.bootstrap_servers, auto_offset_reset="none")
        await consumer.start()
        try:
            partitions = [TopicPartition(route.topic, number) for number in range(route.partitions)]
            consumer.assign(partitions)
            for partition in partitions:
                consumer.seek(partition, 0)
            found: list[ConsumerRecord] = []
            for partition, end in (await consumer.end_offsets(partitions)).items():
                while await consumer.position(partition) < end:
                    for batch in (await consumer.getmany(timeout_ms=200)).values():
                        found += batch
            return found
        finally:
            await consumer.stop()


@pytest.fixture
async def topics(apache_kafka: Broker) -> AsyncIterator[Topics]:
    settings = Settings(_env_file=None, bootstrap_servers=apache_kafka.bootstrap_servers)
    name = uuid.uuid4().hex[:8]
    routes = Routes(*(Route(f"deliver-{name}.{role}", 3) for role in ("quotes", "processed", "rejected")))
    config = {"retention.ms": "-1", "max.message.bytes": "20000"}
    async with open_admin(settings) as admin:
        # Old stamps are refused, as a cluster's own policy may have it.
        await admin.create(routes.quotes.topic, 3, 1, config | {"message.timestamp.before.max.ms": "315360000000"})
        await admin.create(routes.processed.topic, 3, 1, config)
        await admin.create(routes.rejected.topic, 3, 1, config | {"message.timestamp.before.max.ms": "315360000000"})
    producer = AIOKafkaProducer(
        bootstrap_servers=apache_kafka.bootstrap_servers, acks="all", linger_ms=20, max_request_size=2**31 - 1
    )
    await producer.start()
    yield Topics(settings, routes, producer)
    await producer.stop()


def _record(offset: int, value: bytes | None = b"original", key: bytes | None = b"key") -> Record:
    return Record("articles", 2, offset, NOW, key, value, (("x", b"1"), ("x", None)))


def _message(key: str, size: int = 10, timestamp: int = NOW) -> Message:
    return Message(key.encode(), b"v" * size, (("h", b"1"),), timestamp, b"article")


def _processed(name: str, quotes: int = 2, size: int = 10, marker: int = 10, timestamp: int = NOW) -> Processed:
    messages = tuple(_message(f"{name}-{number}", size, timestamp) for number in range(quotes))
    return Processed(name, messages, _message(name, marker))


async def test_everything_is_delivered_where_nothing_is_refused(topics: Topics) -> None:
    batch: list[tuple[Record, Outcome]] = [(_record(n), _processed(f"a{n}", quotes=n)) for n in range(4)]
    assert await topics.delivery().deliver(batch) == []
    quotes, markers = await topics.records(topics.routes.quotes), await topics.records(topics.routes.processed)
    assert [quote.key for quote in quotes] == [b"a1-0", b"a2-0", b"a2-1", b"a3-0", b"a3-1", b"a3-2"]
    assert [marker.key for marker in markers] == [b"a0", b"a1", b"a2", b"a3"]
    assert {record.partition for record in [*quotes, *markers]} == {quotes[0].partition}
    assert {record.timestamp for record in [*quotes, *markers]} == {NOW}
    assert list(quotes[0].headers) == [("h", b"1")]


async def test_only_the_record_to_blame_is_refused_of_a_batch(topics: Topics) -> None:
    # All quotes go in one batch to one partition, and the broker refuses the batch as a whole.
    refused = _processed("old", quotes=2, timestamp=YEAR_2000)
    batch: list[tuple[Record, Outcome]] = [
        (_record(0), _processed("before")),
        (_record(1), refused),
        (_record(2), _processed("after")),
    ]
    assert await topics.delivery().deliver(batch) == [(batch[1][0], "broker-refused")]
    assert [m.key for m in await topics.records(topics.routes.processed)] == [b"before", b"after"]
    quotes = {quote.key for quote in await topics.records(topics.routes.quotes)}
    assert quotes == {b"before-0", b"before-1", b"after-0", b"after-1"}
    (letter,) = await topics.records(topics.routes.rejected)
    assert (letter.key, letter.value, list(letter.headers)[:2]) == (b"key", b"original", [("x", b"1"), ("x", None)])
    why = DeadLetterHeaders.decode(letter.headers)
    assert (why.reason, why.topic, why.partition, why.offset) == ("broker-refused", "articles", 2, 1)
    assert "InvalidTimestamp" in why.message


async def test_what_is_later_of_an_article_follows_what_is_earlier(topics: Topics) -> None:
    # The first one's quotations are refused with those of another article and sent again; the third one's would have
    # gone in a batch of their own meanwhile, and the marker of the second, which has none, beside the quotations.
    revisions = [
        Processed("a", (_message("quote-0"),), _message("marker-0")),
        Processed("a", (), _message("marker-1")),
        Processed("a", tuple(_message(f"quote-2-{n}", size=6_000) for n in range(3)), _message("marker-2")),
    ]
    refused = (_record(9), _processed("old", timestamp=YEAR_2000))
    batch: list[tuple[Record, Outcome]] = [refused, *((_record(n), revision) for n, revision in enumerate(revisions))]
    await topics.delivery().deliver(batch)
    quotes, markers = await topics.records(topics.routes.quotes), await topics.records(topics.routes.processed)
    assert [quote.key for quote in quotes] == [b"quote-0", b"quote-2-0", b"quote-2-1", b"quote-2-2"]
    assert [marker.key for marker in markers] == [b"marker-0", b"marker-1", b"marker-2"]


async def test_one_to_blame_among_hundreds_is_found_in_a_few_rounds(topics: Topics) -> None:
    rounds = 0

    class Counting(Delivery):
        async def _send_together(self, sends: Sequence[Any]) -> list[Any]:
            nonlocal rounds
            rounds += 1
            return await super()._send_together(sends)

    batch: list[tuple[Record, Outcome]] = [(_record(n), _processed(f"a{n}", quotes=1)) for n in range(256)]
    batch[100] = (_record(100), _processed("old", quotes=1, timestamp=YEAR_2000))
    delivery = Counting(lambda: topics.producer, topics.routes, OPTIONS, Pause(Gate()), retry_for=30)
    assert await delivery.deliver(batch) == [(batch[100][0], "broker-refused")]
    assert len(await topics.records(topics.routes.processed)) == 255
    assert rounds <= 1 + 2 * 8 + 2  # all at once, both halves eight times over, the markers and the letter


async def test_events_that_the_broker_finds_too_large_are_a_dead_letter(topics: Topics) -> None:
    quotes, marker = _processed("wide", quotes=3, size=30_000), _processed("long", quotes=1, marker=30_000)
    batch: list[tuple[Record, Outcome]] = [(_record(0), quotes), (_record(1), marker), (_record(2), _processed("ok"))]
    assert await topics.delivery().deliver(batch) == [
        (batch[0][0], "result-too-large"),
        (batch[1][0], "result-too-large"),
    ]
    assert [m.key for m in await topics.records(topics.routes.processed)] == [b"ok"]
    letters = await topics.records(topics.routes.rejected)
    assert {DeadLetterHeaders.decode(letter.headers).offset for letter in letters} == {0, 1}


async def test_a_dead_letter_that_is_too_large_is_sent_without_its_value(topics: Topics) -> None:
    record = _record(7, value=b"x" * 40_000)
    rejected = reject(record, "invalid-json", "why", OPTIONS, now=NOW)
    assert await topics.delivery().deliver([(record, rejected), (_record(8), _processed("next"))]) == []
    (letter,) = await topics.records(topics.routes.rejected)
    why = DeadLetterHeaders.decode(letter.headers)
    assert letter.value is None
    assert (why.reason, why.message, why.omitted, why.offset) == ("invalid-json", "why", "value", 7)


async def test_a_dead_letter_whose_stamp_is_refused_keeps_its_value(topics: Topics) -> None:
    record = replace(_record(7), timestamp=YEAR_2000)
    await topics.delivery().deliver([(record, reject(record, "invalid-json", "why", OPTIONS, now=NOW))])
    (letter,) = await topics.records(topics.routes.rejected)
    assert letter.value == b"original"
    assert letter.timestamp > NOW
    assert DeadLetterHeaders.decode(letter.headers).timestamp == YEAR_2000


async def test_a_stamp_from_the_future_becomes_the_present(topics: Topics) -> None:
    await topics.delivery().deliver([(_record(0), _processed("soon", timestamp=4_102_444_800_000))])
    quotes = await topics.records(topics.routes.quotes)
    assert len(quotes) == 2
    assert all(NOW < quote.timestamp < 4_102_444_800_000 for quote in quotes)


async def test_a_dead_letter_has_neither_key_nor_value_where_the_original_had_neither(topics: Topics) -> None:
    record = _record(5, value=None, key=None)
    await topics.delivery().deliver([(record, reject(record, "missing-key", "why", OPTIONS, now=NOW))])
    (letter,) = await topics.records(topics.routes.rejected)
    assert (letter.key, letter.value, letter.partition) == (None, None, record.partition)
    assert DeadLetterHeaders.decode(letter.headers).reason == "missing-key"


async def test_a_client_without_an_answer_is_an_error_in_the_end(topics: Topics) -> None:
    await topics.producer.stop()  # its `send` now waits for ever
    with pytest.raises(UndeliverableError, match="not taken within"):
        await topics.delivery(retry_for=0.5).deliver([(_record(0), _processed("late"))])
