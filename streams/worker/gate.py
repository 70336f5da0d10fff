"""Lets one batch at a time through, and can be closed: for a rebalance, for the end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Gate:
    """A batch enters while the gate is open; a batch that is inside when it closes cuts itself short (`closing`)."""

    def __init__(self) -> None:
        self._closed_by = 0
        self._changed = asyncio.Condition()
        self._inside = False

    @property
    def closing(self) -> bool:
        """Whether somebody waits for the batch inside to end."""
        return self._closed_by > 0

    @asynccontextmanager
    async def enter(self) -> AsyncIterator[None]:
        """Hold the gate for one batch; waits while it is closed or another is inside."""
        async with self._changed:
            await self._changed.wait_for(lambda: not self.closing and not self._inside)
            self._inside = True
        try:
            yield
        finally:
            self._inside = False
            async with self._changed:
                self._changed.notify_all()

    async def until_closing(self) -> None:
        """Return when somebody waits for the batch inside to end."""
        async with self._changed:
            await self._changed.wait_for(lambda: self.closing)

    @asynccontextmanager
    async def closed(self) -> AsyncIterator[None]:
        """Close the gate, wait until no batch is inside, and open it again at the end of the block."""
        self._closed_by += 1
        try:
            async with self._changed:
                self._changed.notify_all()
                await self._changed.wait_for(lambda: not self._inside)
            yield
        finally:
            self._closed_by -= 1
            async with self._changed:
                self._changed.notify_all()
