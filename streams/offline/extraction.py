"""The quotations of files: by the engine in several processes, in the order of their articles."""

import asyncio
import sys
from collections import deque
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

from schemas.quote import QuoteKind
from streams.ahead import read_ahead
from streams.core.options import KINDS, HandleOptions
from streams.core.records import Outcome, Record, Rejected
from streams.engine.pool import EnginePool
from streams.inputs import STDIN, Input, InputError
from streams.offline.articles import read_articles

# A file's articles need pass no broker's limit.
_OPTIONS = HandleOptions(
    # All kinds are found, whatever is asked for: an event does not depend on which others are given out.
    kinds=KINDS,
    max_event_bytes=sys.maxsize,
    max_letter_bytes=sys.maxsize,
    max_result_bytes=sys.maxsize,
    max_article_chars=sys.maxsize,
)
# Articles that a process gets at once, where so many are there: asking costs little beside them, and few are done twice
# where one of them ends the process.
_PORTION = 16


@dataclass(frozen=True, slots=True)
class Position:
    """After `inputs` inputs of file number `file`, and `bytes` of all files as they lie there."""

    file: int = 0
    inputs: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of one input as they would be published (`QuoteEvent` JSON, without a line end).

    `indirect` counts its reported statements, asked for or not; `end` is the position after it.
    """

    events: tuple[bytes, ...]
    indirect: int
    end: Position


@dataclass(frozen=True, slots=True)
class Unread:
    """What is no article: where it stands (`file:line`) and why, as one text; `end` is the position after it."""

    reason: str
    end: Position


async def extract_inputs(
    paths: Sequence[Path], kinds: Sequence[QuoteKind], *, processes: int = 1, start: Position = Position()
) -> AsyncGenerator[Quoted | Unread, None]:
    """The quotations of the articles in `paths` after `start`, one result an article, in their order.

    A few portions of articles for each of `processes` are held at a time. A result is given as soon as it is there, and
    those before it: nothing waits for a portion to be full. A file that cannot be read (on), and an article that ends
    its process, is an Unread, and the others follow. Raises EngineStartError.
    """
    async with (
        EnginePool(_OPTIONS, processes=processes) as engine,
        aclosing(read_ahead(_inputs(paths, start), _PORTION)) as portions,
        aclosing(_in_order(portions, engine, 2 * processes)) as done,
    ):
        async for portion, outcomes in done:
            of_records = iter(outcomes)
            for item, end in portion:
                if isinstance(item, Input):
                    yield _result(item, next(of_records), kinds, end)
                else:
                    yield Unread(str(item), end)


_Portion = list[tuple[Input | InputError, Position]]


def _inputs(paths: Sequence[Path], start: Position) -> Iterator[tuple[Input | InputError, Position]]:
    before = 0
    for index, path in enumerate(paths):
        if index < start.file:
            before += 0 if path == STDIN else path.stat().st_size
            continue
        position = 0
        try:
            for number, item in enumerate(read_articles(path), start=1):
                position = item.position
                if index > start.file or number > start.inputs:
                    yield item, Position(index, number, before + position)
        except InputError as error:
            yield error, Position(index + 1, 0, before + position)
        before += position


async def _in_order(
    portions: AsyncGenerator[_Portion, None], engine: EnginePool, ahead: int
) -> AsyncGenerator[tuple[_Portion, list[Outcome]], None]:
    """Each portion and what became of its articles; at most `ahead` of them are under way."""
    coming: asyncio.Future[_Portion | None] | None = asyncio.ensure_future(anext(portions, None))
    under_way: deque[tuple[_Portion, asyncio.Future[list[Outcome]]]] = deque()
    try:
        while coming is not None or under_way:
            awaited: set[asyncio.Future[_Portion | None] | asyncio.Future[list[Outcome]]] = set()
            if coming is not None and len(under_way) < ahead:
                awaited.add(coming)
            if under_way:
                awaited.add(under_way[0][1])
            await asyncio.wait(awaited, return_when=asyncio.FIRST_COMPLETED)
            if coming is not None and coming.done() and len(under_way) < ahead:
                portion = coming.result()
                coming = None
                if portion is not None:
                    under_way.append((portion, asyncio.ensure_future(engine.handle(_records(portion)))))
                    coming = asyncio.ensure_future(anext(portions, None))
            while under_way and under_way[0][1].done():
                portion, outcomes = under_way.popleft()
                yield portion, outcomes.result()
    finally:
        left = [outcomes for _, outcomes in under_way] + ([] if coming is None else [coming])
        for each in left:
            each.cancel()
        await asyncio.gather(*left, return_exceptions=True)


def _records(portion: _Portion) -> list[Record]:
    return [
        Record("", 0, 0, timestamp=-1, key=None, value=item.value) for item, _ in portion if isinstance(item, Input)
    ]


def _result(item: Input, outcome: Outcome, kinds: Sequence[QuoteKind], end: Position) -> Quoted | Unread:
    if isinstance(outcome, Rejected):
        return Unread(f"{item.place}: {outcome.reason}: {outcome.detail}", end)
    found = zip(outcome.kinds, outcome.quotes, strict=True)
    events = tuple(quote.value for kind, quote in found if kind in kinds and quote.value is not None)
    return Quoted(events, outcome.kinds.count("indirect"), end)
