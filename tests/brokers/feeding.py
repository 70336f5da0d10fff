"""Everything of `fed` on one running worker: each record ends where it must, whole, and the stream goes on.

Written once, inherited by each broker's test class.
"""

import asyncio
import time
from collections.abc import Iterator

import pytest

from schemas.quote import QuoteEvent
from streams.core.headers import passed_on
from tests.brokers.fed import FED, LARGE, LARGE_LIMIT, Fed
from tests.brokers.fixtures import Broker
from tests.brokers.stage import Position, Stage


class FeedingSuite:
    """Subclasses give the `broker` fixture."""

    @pytest.fixture(scope="class")
    @classmethod
    def stage(cls, broker: Broker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
        stage = Stage(broker, tmp_path_factory.mktemp("feeding"))
        config = {"max.message.bytes": str(LARGE_LIMIT), "retention.ms": "-1"}
        asyncio.run(stage.create_topics(2, config if broker.transactions else None))
        stage.start_worker()
        yield stage
        stage.close()

    @pytest.mark.parametrize("name", [*FED, *LARGE])
    async def test_it_ends_where_it_must(self, stage: Stage, name: str) -> None:
        fed = FED.get(name) or LARGE[name]
        value = fed.value()
        position = await feed(stage, fed)
        async with stage.watch() as seen:
            await seen.accounted([position], seconds=120)
            await seen.drain()
            if fed.end == "marker":
                marker, quotes = seen.marker_of(position), seen.quotes_of(position)
                ids = [str(QuoteEvent.model_validate_json(quote.value).quote_id) for quote in quotes]
                assert ids == [str(ref.quote_id) for ref in marker.quotes]
                assert fed.quotes in (None, len(ids))
                for quote in quotes:
                    assert tuple(quote.headers)[: -len(_OURS)] == passed_on(tuple(fed.headers))
                    assert tuple(name for name, _ in quote.headers)[-len(_OURS) :] == _OURS
            else:
                letter = seen.letter_of(position)
                assert (letter.why.reason, letter.why.attempts) == (fed.end, 1)
                assert letter.why.omitted == fed.omitted
                assert letter.record.key == fed.key
                assert letter.record.value == (None if fed.omitted else value)
                assert not seen.quotes_of(position)

    async def test_each_ended_once(self, stage: Stage) -> None:
        async with stage.watch() as seen:
            await seen.drain()
            inputs = [(record.partition, record.offset) for record in seen.inputs]
            await seen.accounted(inputs)
            await seen.drain()
            assert sorted(seen.marked() + seen.rejected()) == sorted(inputs)

    async def test_an_id_that_comes_again_gives_the_same_events(self, stage: Stage) -> None:
        positions = [await feed(stage, FED[name]) for name in ("id-once", "id-twice", "id-other-text")]
        async with stage.watch() as seen:
            await seen.accounted(positions)
            await seen.drain()
            once, twice, other = ([quote.value for quote in seen.quotes_of(position)] for position in positions)
        assert once == twice
        assert len(other) == 6
        assert not set(once) & set(other)


_OURS = ("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "content-type", "aqwal-source")


async def feed(stage: Stage, fed: Fed) -> Position:
    """Put `fed` on the stage's topic of articles. Raises MessageSizeTooLargeError where the broker refuses it."""
    stamp = None if fed.ahead is None else max(0, time.time_ns() // 1_000_000 + fed.ahead)
    return await stage.send(fed.value(), fed.key, fed.headers, timestamp=stamp)
