"""One child process as its parent sees it: started, asked, ended, started again."""

import asyncio
import atexit
import contextlib
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar, cast

from streams.core.records import Record
from streams.engine.inside import OUT_OF_MEMORY, Done, Request, Terms, serve

# The parent has threads, whose locks a plain fork would copy as they are; and a spawned child inherits no socket.
_CONTEXT = get_context("spawn")
_STARTS = 3  # somebody may kill a child while it starts; one that cannot start must not be tried for ever
_GRACE = 5.0  # seconds for a process whose pipe is closed to be gone

_T = TypeVar("_T")


class EngineStartError(Exception):
    """The child cannot be started, or ends before it is ready."""


class ChildEndedError(Exception):
    """The child ended in the midst of its work; the message says how."""


class Child:
    """A process that handles records. `threads` has a free thread whenever the child is asked something.

    All methods belong to the event loop's thread, which must outlive the child: on Linux the child ends with the thread
    that started it.
    """

    def __init__(self, terms: Terms, threads: Executor) -> None:
        self._terms = terms
        self._threads = threads
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    @property
    def pid(self) -> int | None:
        """The process's id; None where none runs."""
        return self._process.pid if self._process is not None and self._process.is_alive() else None

    async def start(self) -> None:
        """Return when the child is ready. Raises EngineStartError."""
        for start in range(_STARTS):
            self.end()
            pipe = self._launch()
            try:
                await self._in_thread(pipe.recv)
            except ChildEndedError as error:
                by_signal = self._process is not None and (self._process.exitcode or 0) < 0
                if start + 1 == _STARTS or not by_signal:
                    raise EngineStartError(f"the engine's process {error}, before it was ready") from error
            else:
                return

    async def run(self, records: Sequence[Record], now: int) -> list[Done]:
        """What becomes of `records`, in their order. Raises ChildEndedError; the child is then to be started again."""
        if self._pipe is None:
            raise ChildEndedError("was not started")
        return await self._in_thread(_ask, self._pipe, Request(records, now))

    def end(self) -> None:
        """Kill the process, if there is one: it holds nothing that could be lost."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            atexit.unregister(self._process.kill)
        # The pipe is closed by whoever holds it last: a thread may still read from it.
        self._process = self._pipe = None

    def _launch(self) -> Connection:
        try:
            pipe, theirs = _CONTEXT.Pipe()
            with theirs:  # closed here, so that the child's end is the end of the pipe
                process = _CONTEXT.Process(target=serve, args=(theirs, self._terms), name="aqwal-engine", daemon=True)
                with _signals_held():
                    process.start()
        except OSError as error:
            raise EngineStartError(f"the engine's process cannot be started: {error}") from error
        # At exit `multiprocessing` asks its children to end, which ours ignore, and waits for them.
        atexit.register(process.kill)
        self._process, self._pipe = process, pipe
        return pipe

    async def _in_thread(self, function: Callable[..., _T], *arguments: object) -> _T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, function, *arguments)
        except (EOFError, OSError) as error:
            raise ChildEndedError(self._how_it_ended()) from error
        except asyncio.CancelledError:
            self.end()  # its answer would be taken for that to the next question
            raise

    def _how_it_ended(self) -> str:
        if self._process is None:
            return "was ended"
        self._process.join(_GRACE)
        code = self._process.exitcode
        if code is None:
            return "closed its pipe"
        if code == OUT_OF_MEMORY:
            return f"ran out of memory (limit: {self._terms.memory or 'none'})"
        return f"was killed by {_signal_name(-code)}" if code < 0 else f"ended with code {code}"


def _ask(pipe: Connection, request: Request) -> list[Done]:
    pipe.send(request)
    return cast(list[Done], pipe.recv())


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


@contextlib.contextmanager
def _signals_held() -> Iterator[None]:
    """Start children inside: they hold SIGINT and SIGTERM back from their first moment, before they can ignore them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # `multiprocessing` would start it now, and release the signals again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
