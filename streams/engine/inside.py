"""What runs in a child process: `handle`, for the records that come over a pipe.

The parent imports this module too, and so it imports the engine only in the child.
"""

import os
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from streams.children import die_with_parent
from streams.core.letters import reject
from streams.core.options import HandleOptions
from streams.core.records import Outcome, Record
from streams.engine.memory import limit_memory

if TYPE_CHECKING:
    from streams.core.handle import Extract

OUT_OF_MEMORY = 86  # the exit code of a child that came to its limit; none of Python's own


@dataclass(frozen=True, slots=True)
class Terms:
    """What a child is to do: `memory` in bytes or None for no limit; `extract` as in `handle`, None for the engine."""

    options: HandleOptions
    memory: int | None
    extract: "Extract | None"


@dataclass(frozen=True, slots=True)
class Request:
    """Records to handle; `now` as in `handle`."""

    records: Sequence[Record]
    now: int


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one record, and the seconds that it took."""

    outcome: Outcome
    seconds: float


def serve(pipe: Connection, terms: Terms) -> None:
    """Say True over `pipe` when ready, then answer each Request with a list of Done, until the other end is closed.

    Ends the process with OUT_OF_MEMORY where memory does not suffice: which of the records so far took it, nobody can
    tell, and a process that had none left is not to be trusted with others.
    """
    for number in (signal.SIGINT, signal.SIGTERM):  # both reach every process of a terminal or a unit: the parent's
        signal.signal(number, signal.SIG_IGN)
    die_with_parent()
    try:
        from streams.core.handle import handle

        work = handle if terms.extract is None else partial(handle, extract=terms.extract)
        limit_memory(terms.memory)
        pipe.send(True)
        while True:
            request: Request = pipe.recv()
            pipe.send([_done(work, record, terms.options, request.now) for record in request.records])
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (EOFError, OSError):
        return  # the parent has ended, or no longer wants this process


def _done(work: Callable[..., Outcome], record: Record, options: HandleOptions, now: int) -> Done:
    begin = time.perf_counter()
    try:
        outcome = work(record, options, now=now)
    except MemoryError:
        raise
    except Exception as error:  # `handle` means to raise nothing; were it to, no article may stop the stream
        outcome = reject(record, "engine-error", repr(error), options, now=now)
    return Done(outcome, time.perf_counter() - begin)
