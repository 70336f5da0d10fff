"""What one worker does with what it is given, on any broker: written once, inherited by each broker's test class.

All tests of a class share one running worker and its topics: each looks only at what becomes of its own records, and
every one of them is a test that traffic goes on after what the others have sent.
"""

import asyncio
import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from aiokafka import ConsumerRecord
from aiokafka.errors import MessageSizeTooLargeError

from schemas.headers import EventHeaders
from schemas.processed import ArticleProcessed
from schemas.quote import QuoteEvent
from streams.core.handle import handle
from streams.core.options import HandleOptions
from streams.core.records import Processed
from streams.demo import SAMPLES
from streams.kafka.partitioner import partition_of
from streams.kafka.reading import as_record
from tests.brokers.articles import BAD, Bad, article, articles, filled
from tests.brokers.fixtures import Broker
from tests.brokers.stage import Position, Stage, Watch

PARTITIONS = 4
HOUR = 3_600_000  # milliseconds
LIMIT = 1_048_588  # bytes; Apache Kafka's message.max.bytes, when nobody has set it


class BehaviourSuite:
    """Subclasses give the `broker` fixture."""

    @pytest.fixture(scope="class")
    @classmethod
    def stage(cls, broker: Broker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
        stage = Stage(broker, tmp_path_factory.mktemp("behaviour"))
        # A topic may accept stamps from the far future; Apache Kafka's default is one hour.
        config = {"message.timestamp.after.max.ms": str(2**63 - 1), "retention.ms": "-1"}
        asyncio.run(stage.create_topics(PARTITIONS, config if broker.transactions else None))
        stage.start_worker()
        yield stage
        stage.close()

    async def test_an_article_becomes_its_quotations_and_its_marker(self, stage: Stage) -> None:
        headers = [("traceparent", b"00-11-22-01"), ("x", b"1"), ("x", b"2"), ("ce_id", b"of-the-article")]
        value = article("first", outlet="الضفاف", title="موسم الزيتون", published_at="2024-05-01T08:00:00+00:00")
        stamp = 1_714_550_400_123
        position = await stage.send(value, b"first", headers, timestamp=stamp)
        async with stage.watch() as seen:
            await seen.accounted([position])
            await seen.drain()
            quotes, (marker_record, marker) = seen.quotes_of(position), _marker(seen, position)
        assert [QuoteEvent.model_validate_json(quote.value).text for quote in quotes] == [
            "موسم الزيتون رقم 0 جيد ولن نرفع الأسعار",
            "سنشتري ما يزيد على حاجة السوق من كل مزارع يطلب ذلك، رقم 0",
        ]
        body = json.loads(value)["body"]
        for quote in quotes:
            event = QuoteEvent.model_validate_json(quote.value)
            assert body[event.span.start : event.span.end] == event.text
            assert event.speaker.name == "سامي الحداد"
            assert quote.key == str(event.quote_id).encode()
            assert dict(quote.headers)["ce_type"] == b"aqwal.quote.attributed"
        assert marker_record.key == b"first"
        assert [str(ref.quote_id).encode() for ref in marker.quotes] == [quote.key for quote in quotes]
        for record in (*quotes, marker_record):
            assert record.timestamp == stamp
            assert record.partition == partition_of(b"first", PARTITIONS)
            assert EventHeaders.decode(record.headers).ce_subject == "first"
            names = [(name, content) for name, content in record.headers if name in ("traceparent", "x")]
            assert names == headers[:3]
            assert b"of-the-article" not in dict(record.headers).values()

    async def test_what_is_published_is_what_the_core_says_and_what_extract_prints(self, stage: Stage) -> None:
        lines = SAMPLES.read_bytes().splitlines()
        published = stage.command("publish", str(SAMPLES))
        assert published.returncode == 0, published.stderr.decode()
        ids = {json.loads(line)["article_id"].encode() for line in lines}
        async with stage.watch() as seen:
            await seen.until(lambda: ids <= {record.key for record, _ in seen.markers})
            await seen.drain()
            inputs = {record.key: record for record in seen.inputs if record.key in ids}
            values = []
            for line in lines:
                record = inputs[json.loads(line)["article_id"].encode()]
                assert record.value == line
                position = (record.partition, record.offset)
                expected = handle(as_record(record), HandleOptions(), now=_now())
                assert isinstance(expected, Processed)
                got = [(q.key, q.value, tuple(q.headers), q.timestamp) for q in seen.quotes_of(position)]
                assert got == [(m.key, m.value, m.headers, m.timestamp) for m in expected.quotes]
                marker = _marker(seen, position)[0]
                assert (marker.value, tuple(marker.headers)) == (expected.marker.value, expected.marker.headers)
                values += [quote[1] for quote in got]
        assert stage.command("extract", str(SAMPLES)).stdout.splitlines() == values

    @pytest.mark.parametrize("name", BAD)
    async def test_what_is_no_article_becomes_a_dead_letter_with_the_original(self, stage: Stage, name: str) -> None:
        bad: Bad = BAD[name]
        stamp = 1_600_000_000_000
        position = await stage.send(bad.value, bad.key, bad.headers, timestamp=stamp)
        async with stage.watch() as seen:
            await seen.accounted([position])
            letter = seen.letter_of(position)
        assert (letter.record.value, letter.record.key, letter.original) == (bad.value, bad.key, bad.headers)
        assert letter.why.reason == bad.reason
        assert letter.why.topic == stage.settings.topic_raw
        assert letter.why.omitted is None
        assert letter.why.timestamp == letter.record.timestamp == stamp

    async def test_traffic_goes_on_after_bad_input(self, stage: Stage) -> None:
        bad = [await stage.send(each.value, each.key, partition=0) for each in list(BAD.values())[:4]]
        good = await stage.send(article("after-the-bad"), b"after-the-bad", partition=0)
        async with stage.watch() as seen:
            await seen.accounted([*bad, good])
            assert good in seen.marked()
            assert not set(bad) & set(seen.marked())

    async def test_a_null_value_withdraws_the_article(self, stage: Stage) -> None:
        position = await stage.send(None, b"withdrawn")
        async with stage.watch() as seen:
            await seen.accounted([position])
            marker = seen.marker_of(position)
        assert (marker.article_id, marker.withdrawn, marker.quotes) == ("withdrawn", True, ())

    async def test_a_key_and_a_value_that_are_both_missing_become_a_dead_letter(self, stage: Stage) -> None:
        position = await stage.send(None, None, [("x", b"1")], partition=1)
        async with stage.watch() as seen:
            await seen.accounted([position])
            letter = seen.letter_of(position)
        assert letter.why.reason == "missing-key"
        assert (letter.record.key, letter.record.value, letter.original) == (None, None, [("x", b"1")])

    @pytest.mark.parametrize("codec", ["gzip", "snappy", "lz4", "zstd"])
    async def test_every_compression_is_read(self, stage: Stage, codec: str) -> None:
        name = f"compressed-{codec}"
        position = await stage.send(article(name, statements=50), name.encode(), compression_type=codec)
        async with stage.watch() as seen:
            await seen.accounted([position])
            assert len(seen.marker_of(position).quotes) == 100

    async def test_articles_of_an_aborted_transaction_are_not_processed(self, stage: Stage) -> None:
        if not stage.broker.transactions:
            pytest.skip("the embedded broker has no transactions")
        sent = {}
        async with stage.producer(transactional_id=stage.settings.group, enable_idempotence=True) as producer:
            for name in ("aborted", "committed"):
                await producer.begin_transaction()
                sent[name] = await producer.send_and_wait(
                    stage.settings.topic_raw, article(name), key=name.encode(), partition=2
                )
                await (producer.abort_transaction() if name == "aborted" else producer.commit_transaction())
        after = await stage.send(article("after-the-aborted"), b"after-the-aborted", partition=2)
        async with stage.watch() as seen:
            await seen.accounted([(2, sent["committed"].offset), after])
            await seen.drain()
            assert (2, sent["aborted"].offset) not in {*seen.marked(), *seen.rejected()}

    @pytest.mark.parametrize("year", [1970, 2100])
    async def test_dates_far_away_pass_through(self, stage: Stage, year: int) -> None:
        date, name = f"{year}-01-02T03:04:05+00:00", f"year-{year}"
        before = _now()
        position = await stage.send(article(name, published_at=date), name.encode())
        async with stage.watch() as seen:
            await seen.accounted([position])
            await seen.drain()
            quotes = seen.quotes_of(position)
        assert len(quotes) == 2
        for quote in quotes:
            expected = datetime(year, 1, 2, 3, 4, 5, tzinfo=UTC)
            assert QuoteEvent.model_validate_json(quote.value).published_at == expected
            assert before <= quote.timestamp <= _now()

    @pytest.mark.parametrize("what", ["article", "dead letter"])
    async def test_a_stamp_from_the_future_becomes_the_present(self, stage: Stage, what: str) -> None:
        value = article(f"future-{what}") if what == "article" else b"nothing"
        ahead = 100 * 365 * 24 * HOUR
        position = await stage.send(value, what.encode(), timestamp=_now() + ahead)
        async with stage.watch() as seen:
            await seen.accounted([position])
            await seen.drain()
            if what == "article":
                outputs = [*seen.quotes_of(position), _marker(seen, position)[0]]
            else:
                outputs = [seen.letter_of(position).record]
        assert outputs
        assert all(record.timestamp <= _now() for record in outputs)

    async def test_a_stamp_from_long_ago_stays(self, stage: Stage) -> None:
        position = await stage.send(article("past"), b"past", timestamp=86_400_000)
        async with stage.watch() as seen:
            await seen.accounted([position])
            await seen.drain()
            stamps = [record.timestamp for record in (*seen.quotes_of(position), _marker(seen, position)[0])]
        assert stamps == [86_400_000] * 3

    async def test_an_article_of_just_the_brokers_limit_is_processed(self, stage: Stage) -> None:
        position = await stage.send(filled(b"at-the-limit", article("at-the-limit"), LIMIT), b"at-the-limit")
        async with stage.watch() as seen:
            await seen.accounted([position])
            assert len(seen.marker_of(position).quotes) == 2

    async def test_an_article_just_over_the_brokers_limit_never_gets_in(self, stage: Stage) -> None:
        value = filled(b"over-the-limit", article("over-the-limit"), LIMIT + 1)
        if not stage.broker.transactions:
            position = await stage.send(value, b"over-the-limit")
            async with stage.watch() as seen:
                await seen.accounted([position])  # a broker without such a limit: then it is an article like others
            return
        with pytest.raises(MessageSizeTooLargeError):
            await stage.send(value, b"over-the-limit")

    async def test_a_dead_letter_of_just_the_brokers_limit_still_holds_the_original(self, stage: Stage) -> None:
        value = filled(b"k", b"no article", LIMIT)
        position = await stage.send(value, b"k")
        async with stage.watch() as seen:
            await seen.accounted([position])
            assert seen.letter_of(position).record.value == value

    async def test_an_article_whose_events_pass_the_limit_is_a_dead_letter(self, stage: Stage) -> None:
        # Every event holds the headline; the one input that holds it once is under the limit.
        value = article("result-too-large", statements=2_000, title="ع" * 20_000)
        assert len(value) < LIMIT
        position = await stage.send(value, b"result-too-large")
        async with stage.watch() as seen:
            await seen.accounted([position])
            letter = seen.letter_of(position)
            assert (letter.why.reason, letter.record.value) == ("result-too-large", value)
            assert not seen.quotes_of(position)

    async def test_articles_without_a_key_are_processed_under_the_id_in_the_value(self, stage: Stage) -> None:
        position = await stage.send(article("keyless"), None, partition=3)
        async with stage.watch() as seen:
            await seen.accounted([position])
            marker = _marker(seen, position)[0]
        assert (marker.key, marker.partition) == (b"keyless", partition_of(b"keyless", PARTITIONS))

    async def test_every_input_record_of_this_class_has_one_end(self, stage: Stage) -> None:
        positions = await stage.send_all(articles(50, prefix="last"))
        async with stage.watch() as seen:
            await seen.accounted(positions)
            await seen.drain()
            inputs = [(record.partition, record.offset) for record in seen.inputs]
            await seen.accounted(inputs)
            assert sorted(seen.marked() + seen.rejected()) == sorted(inputs)


def _marker(seen: Watch, position: Position) -> tuple[ConsumerRecord, ArticleProcessed]:
    return next(pair for pair in seen.markers if (pair[1].source.partition, pair[1].source.offset) == position)


def _now() -> int:
    return time.time_ns() // 1_000_000
