"""A topic or the group refuses: the worker waits, commits nothing meanwhile, and goes on when that is mended."""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, TypeVar

from streams.worker import metrics
from streams.worker.gate import Gate

log = logging.getLogger(__name__)

_REPEAT_SECONDS = 60.0
T = TypeVar("T")


class GivenWayError(Exception):
    """Work was given up during a pause, for a rebalance or the end: it is undone, and comes again."""


class Pause:
    """The topics that refuse, or the group, by their names. Not thread-safe but for `active`. `clock` gives seconds."""

    def __init__(self, gate: Gate, clock: Callable[[], float] = time.monotonic) -> None:
        self._gate = gate
        self._clock = clock
        self._told: dict[str, float] = {}  # when each refusal was last told
        self._begun = asyncio.Event()

    @property
    def active(self) -> bool:
        """Whether any of them refuses."""
        return bool(self._told)

    def begin(self, name: str, why: str, place: Mapping[str, object] | None = None) -> None:
        """Note that the topic or group `name` refuses; told at once, and again while it lasts, once a minute.

        `place`: the fields of a log line that say at which record.
        """
        now = self._clock()
        if now - self._told.get(name, -_REPEAT_SECONDS) < _REPEAT_SECONDS:
            return
        self._told[name] = now
        self._begun.set()
        metrics.PAUSED.labels(name).set(1)
        log.error("paused: %s refuses, nothing is committed meanwhile, trying on: %s", name, why, extra=place)

    def end(self, name: str) -> None:
        """Note that `name` refuses no longer, if it did."""
        if self._told.pop(name, None) is None:
            return
        metrics.PAUSED.labels(name).set(0)
        log.warning("goes on: %s refuses no longer", name)
        if not self._told:
            self._begun.clear()

    async def giving_way(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of `work`; where the gate closes during a pause, `work` is cancelled: raises GivenWayError."""
        working = asyncio.ensure_future(work)
        leaving = asyncio.ensure_future(self._to_leave())
        try:
            await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if not working.done():
                raise GivenWayError
            return working.result()
        finally:
            for task in (working, leaving):
                task.cancel()
            await asyncio.gather(working, leaving, return_exceptions=True)

    async def _to_leave(self) -> None:
        await self._gate.until_closing()
        await self._begun.wait()
