"""The engine in child processes: whatever one article does to its process, the service and the others go on."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import TYPE_CHECKING, Self

from streams.core.letters import reject
from streams.core.options import HandleOptions
from streams.core.records import Outcome, Record
from streams.engine.child import Child, ChildEndedError
from streams.engine.inside import Terms
from streams.engine.memory import share_of_memory

if TYPE_CHECKING:
    from streams.core.handle import Extract

log = logging.getLogger(__name__)

_TRIES = 2  # of a record alone: the first end of its process may have come from outside


class EnginePool:
    """`processes` children that run `handle`, each with at most `memory` bytes of its own (Linux; None: no limit), or
    with its share of what the container may take, where that is less.

    `on_article` is called with the seconds that each article took in its child, `on_replaced` when a child that ended
    was started anew. `extract` as in `handle`, importable by name; None is the engine's.

    A context manager: entering starts the children, leaving ends them. Entering raises EngineStartError.
    """

    def __init__(
        self,
        options: HandleOptions,
        *,
        processes: int = 1,
        memory: int | None = None,
        extract: "Extract | None" = None,
        on_article: Callable[[float], object] | None = None,
        on_replaced: Callable[[], object] | None = None,
    ) -> None:
        self._options = options
        self._on_article = on_article
        self._on_replaced = on_replaced
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix="engine")
        terms = Terms(options, share_of_memory(memory, processes), extract)
        self._children = [Child(terms, self._threads) for _ in range(processes)]
        self._idle: asyncio.Queue[Child] = asyncio.Queue()
        self._open = False

    async def __aenter__(self) -> Self:
        self._open = True
        try:
            await asyncio.gather(*[child.start() for child in self._children])
        except BaseException:
            self._close()
            raise
        for child in self._children:
            self._idle.put_nowait(child)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    @property
    def pids(self) -> list[int]:
        """The ids of the children that run now."""
        return [child.pid for child in self._children if child.pid is not None]

    async def handle(self, records: Sequence[Record]) -> list[Outcome]:
        """What becomes of `records`, in their order. One child does them; further calls run in others, or wait.

        A child that ends is replaced, and the records of the call are done one by one. One that ends its process again
        and again is a dead letter (`engine-crash`), whether by a fault, by its memory or by a signal. The present is
        the time of the call. Raises EngineStartError where a child cannot be replaced.
        """
        if not records:
            return []
        now = time.time_ns() // 1_000_000
        child = await self._idle.get()
        try:
            return await self._all(child, records, now)
        except ChildEndedError as error:
            log.warning("the engine's process %s: the %d records in hand are done one by one", error, len(records))
            return [await self._alone(child, record, now) for record in records]
        finally:
            self._idle.put_nowait(child)

    async def _all(self, child: Child, records: Sequence[Record], now: int) -> list[Outcome]:
        if not self._open:
            raise RuntimeError("the pool is closed")
        if child.pid is None:
            await child.start()
            log.warning("the engine's process had ended and was started anew")
            if self._on_replaced is not None:
                self._on_replaced()
        done = await child.run(records, now)
        if self._on_article is not None:
            for each in done:
                self._on_article(each.seconds)
        return [each.outcome for each in done]

    async def _alone(self, child: Child, record: Record, now: int) -> Outcome:
        ends: list[str] = []
        while len(ends) < _TRIES:
            try:
                return (await self._all(child, [record], now))[0]
            except ChildEndedError as error:
                place = {"topic": record.topic, "partition": record.partition, "offset": record.offset}
                log.warning("the engine's process %s, with one record in hand", error, extra=place)
                ends.append(f"the engine's process {error}")
        return reject(record, "engine-crash", "; then ".join(ends), self._options, now=now)

    def _close(self) -> None:
        self._open = False
        for child in self._children:
            child.end()
        self._threads.shutdown()
