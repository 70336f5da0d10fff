"""An archive to try a replay on: a month of articles in no order, behind live ones, with its ends marked out."""

import asyncio
import random
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta

from streams.core.stamp import milliseconds
from tests.brokers.articles import BAD, article
from tests.brokers.stage import Position, Stage

SINCE, UNTIL = datetime(2024, 3, 1, tzinfo=UTC), datetime(2024, 4, 1, tzinfo=UTC)
_FIRST, _END = milliseconds(SINCE), milliseconds(UNTIL)
_EDGES = (_FIRST - 1, _FIRST, _END - 1, _END)
_AHEAD = 2_000  # records sent and not yet acknowledged


async def feed_archive(stage: Stage, count: int, partitions: int, chance: random.Random) -> set[Position]:
    """Publish `count` articles and some more; the positions of those of the month, which are `count` at least.

    A twentieth as many lie outside of it, and in every partition some just inside and just outside its ends. A few are
    no articles.
    """
    wanted: set[Position] = set()
    async with stage.producer(linger_ms=20, max_batch_size=256 * 1024) as producer:
        pending: list[tuple[int, asyncio.Future[object]]] = []

        async def settle() -> None:
            for stamp, future in pending:
                metadata = await future
                if _FIRST <= stamp < _END:
                    wanted.add((metadata.partition, metadata.offset))  # type: ignore[attr-defined]
            pending.clear()

        for number, (stamp, partition) in enumerate(_stamps(count, partitions, chance)):
            bad = number % 997 == 0
            value = BAD["cut-json"].value if bad else article(f"archive-{number}", outlet="الضفاف")
            future = await producer.send(
                stage.settings.topic_raw,
                value,
                key=f"archive-{number}".encode(),
                timestamp_ms=stamp,
                partition=partition,
            )
            pending.append((stamp, future))
            if len(pending) == _AHEAD:
                await settle()
        await settle()
    return wanted


def _stamps(count: int, partitions: int, chance: random.Random) -> Iterator[tuple[int, int | None]]:
    """Stamps in no order, and the partition where it matters."""
    edges: list[tuple[int, int | None]] = [(edge, p) for p in range(partitions) for edge in _EDGES for _ in range(2)]
    chance.shuffle(edges)
    year = milliseconds(UNTIL + timedelta(days=365)) - _END
    for number in range(count):
        yield chance.randrange(_FIRST, _END), None
        if number % 20 == 0:
            yield chance.choice((chance.randrange(_FIRST - year, _FIRST), chance.randrange(_END, _END + year))), None
        if number % max(1, count // len(edges)) == 0 and edges:
            yield edges.pop()
    yield from edges


async def feed_live(stage: Stage, rate: float, fed: set[Position]) -> None:
    """Publish articles of the present, `rate` a second, until cancelled; `fed` is told their positions."""
    async with stage.producer() as producer:
        async for number in _ticks(rate):
            ident = f"live-{number}"
            sending = await producer.send(stage.settings.topic_raw, article(ident), key=ident.encode())
            try:
                await asyncio.shield(sending)
            finally:  # what is on its way when it is cancelled arrives all the same
                metadata = await sending
                fed.add((metadata.partition, metadata.offset))


async def _ticks(rate: float) -> AsyncIterator[int]:
    number = 0
    while True:
        yield number
        number += 1
        await asyncio.sleep(1 / rate)
