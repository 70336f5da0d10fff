"""Inputs read in a thread: a slow pipe must not hold up what is being done with the earlier ones."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Iterable
from concurrent.futures import CancelledError
from contextlib import suppress
from typing import TypeVar

_T = TypeVar("_T")
_Queue = asyncio.Queue[tuple[_T] | BaseException | None]


async def read_ahead(inputs: Iterable[_T], most: int) -> AsyncGenerator[list[_T], None]:
    """The `inputs`, in their order: each time as many as wait, one or more and at most about `most`.

    Raises what they raise.
    """
    queue: _Queue[_T] = asyncio.Queue(most)
    feeding = threading.Thread(target=_feed, args=(inputs, queue, asyncio.get_running_loop()), daemon=True)
    feeding.start()  # a daemon: one that waits for standard input cannot be joined
    while True:
        waiting = [await queue.get()]
        waiting += [queue.get_nowait() for _ in range(queue.qsize())]
        if items := [item[0] for item in waiting if isinstance(item, tuple)]:
            yield items
        last = waiting[-1]
        if last is None:
            return
        if isinstance(last, BaseException):
            raise last


def _feed(inputs: Iterable[_T], queue: _Queue[_T], loop: asyncio.AbstractEventLoop) -> None:
    """Put each of `inputs` into `queue`, and at last None, or what they raised."""

    def hand_over(item: tuple[_T] | BaseException | None) -> None:
        waiting = queue.put(item)
        try:
            asyncio.run_coroutine_threadsafe(waiting, loop).result()
        except RuntimeError:  # the loop is closed
            waiting.close()
            raise

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
