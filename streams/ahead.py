"""Inputs read in a thread: a slow pipe must not hold up what is being done with the earlier ones."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Iterable
from concurrent.futures import CancelledError
from contextlib import suppress
from typing import TypeVar

_AHEAD = 64

_T = TypeVar("_T")


async def read_ahead(inputs: Iterable[_T]) -> AsyncGenerator[_T, None]:
    """The `inputs`, in their order; at most 64 of them wait. Raises what they raise."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[tuple[_T] | BaseException | None] = asyncio.Queue(_AHEAD)

    def hand_over(item: tuple[_T] | BaseException | None) -> None:
        waiting = queue.put(item)
        try:
            asyncio.run_coroutine_threadsafe(waiting, loop).result()
        except RuntimeError:  # the loop is closed
            waiting.close()
            raise

    def feed() -> None:
        # Where the loop is gone (Ctrl-C, a failure) there is nobody to hand anything over to.
        with suppress(CancelledError, RuntimeError):
            try:
                for item in inputs:
                    hand_over((item,))
            except (CancelledError, RuntimeError):
                raise
            except Exception as error:
                hand_over(error)
            else:
                hand_over(None)

    threading.Thread(target=feed, daemon=True).start()  # a daemon: one that waits for standard input cannot be joined
    while (item := await queue.get()) is not None:
        if isinstance(item, BaseException):
            raise item
        yield item[0]
