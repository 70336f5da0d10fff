"""A run in its process: its progress, and how it ended."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from streams.cli.running import say

if TYPE_CHECKING:
    from schemas.backfill import BackfillRun
    from streams.backfill.session import Manner
    from streams.settings import Settings


@contextmanager
def manner(
    settings: "Settings", processes: int | None, rate: float | None, *, skip_deleted: bool = False
) -> Iterator["Manner"]:
    """How to work, with a display of the progress while the body runs; one process a core unless told otherwise."""
    from streams.backfill.session import Manner
    from streams.cli.backfill.display import display
    from streams.engine.cores import usable_cores

    with display(settings) as told:
        yield Manner(processes or usable_cores(), told, rate, skip_deleted)


@contextmanager
def resumable(run_id: str) -> Iterator[None]:
    """Tell how to go on where the body, which works on the run, fails for anything but another process."""
    from streams.backfill.errors import TakenOverError

    try:
        yield
    except TakenOverError:
        raise
    except Exception:
        say(f"aqwal: `aqwal backfill resume {run_id}` goes on when this is mended:")
        raise


def ended(run: "BackfillRun") -> int:
    """Tell how `run` ended; the exit code."""
    from streams.cli.backfill.tables import summary

    say(summary(run))
    if run.state == "done":
        return 0
    say(f"aqwal: stopped; `aqwal backfill resume {run.run_id}` goes on")
    return 1
