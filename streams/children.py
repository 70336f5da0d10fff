"""Child processes that do not outlive the command that started them."""

import contextlib
import ctypes
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import IO

_PR_SET_PDEATHSIG = 1


def _death_with_parent() -> Callable[[], None] | None:
    """What the child runs before its program: on Linux the kernel then kills it when its parent is gone, also by -9.

    Other systems have no such call; there a parent killed with -9 leaves its children to be stopped by hand.
    """
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)  # loaded before the fork: the child of a threaded process may not load libraries
    return lambda: libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def die_with_parent() -> None:
    """For a child that Python itself started: be killed when the thread that started this process is gone (Linux)."""
    if set_signal := _death_with_parent():
        set_signal()


def start_child(
    arguments: Sequence[str],
    *,
    output: IO[bytes],
    environment: Mapping[str, str] | None = None,
    directory: Path | None = None,
) -> subprocess.Popen[bytes]:
    """Start a child whose standard output and error both go to `output`; call it from the main thread.

    It gets a session of its own, so that Ctrl-C reaches only the parent, which then stops its children in order.
    Raises OSError where the program cannot be run.
    """
    return subprocess.Popen(  # noqa: S603 - the callers' own programs
        arguments,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        env=environment,
        cwd=directory,
        start_new_session=True,
        preexec_fn=_death_with_parent(),  # it locks and allocates nothing
    )


def stop_child(child: subprocess.Popen[bytes], *, grace: float) -> None:
    """Ask the child to end (SIGTERM); kill it after `grace` seconds. Does nothing where it has ended already."""
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(grace)
        except subprocess.TimeoutExpired:
            child.kill()
    child.wait()


@contextlib.contextmanager
def ending_on_sigterm() -> Iterator[None]:
    """Let SIGTERM end the body as Ctrl-C does, so that its `finally` clauses stop the children. Main thread only."""
    before = signal.signal(signal.SIGTERM, _as_ctrl_c)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _as_ctrl_c(number: int, frame: FrameType | None) -> None:
    """What Ctrl-C would do now: in `asyncio.run`, which has a handler of its own, cancel its task, and raise nothing in
    the midst of another. Where Ctrl-C is ignored, as in a background job, raise KeyboardInterrupt."""
    handler = signal.getsignal(signal.SIGINT)
    (handler if callable(handler) else signal.default_int_handler)(number, frame)
