"""How far a run has come: bars on a terminal, lines of the log elsewhere."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from streams.cli.backfill.tables import counts, share_done

if TYPE_CHECKING:
    from rich.progress import TaskID

    from schemas.backfill import BackfillRun
    from streams.settings import Settings

log = logging.getLogger(__name__)

_LINE_SECONDS = 10.0
_SHOWN = 12  # bars of partitions, at most

Told = Callable[["BackfillRun"], None]


@contextmanager
def display(settings: "Settings") -> Iterator[Told]:
    """What is to be told of the run while the body runs. Everything goes to standard error, logs too."""
    from streams.worker.logs import configure_logging

    configure_logging(settings.log_level, settings.log_format)
    if sys.stderr.isatty():
        with _bars() as told:
            yield told
    else:
        yield _Lines().told


class Speed:
    """Articles a second since the first word of the run, and the seconds left at its pace. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begin = clock()
        self._first: tuple[int, float] | None = None

    def of(self, run: "BackfillRun") -> tuple[float, float | None]:
        """None where nothing is known of the time left yet."""
        articles, share = sum(each.articles + each.rejected for each in run.ranges), share_done(run)
        if self._first is None:
            self._first = articles, share
            self._begin = self._clock()
        seconds = self._clock() - self._begin
        done, gained = articles - self._first[0], share - self._first[1]
        return (done / seconds if seconds else 0.0), ((1 - share) * seconds / gained if gained > 0 else None)


class _Lines:
    def __init__(self) -> None:
        self._speed = Speed()
        self._said = time.monotonic()

    def told(self, run: "BackfillRun") -> None:
        rate, left = self._speed.of(run)
        if time.monotonic() - self._said >= _LINE_SECONDS:
            self._said = time.monotonic()
            log.info("run %s: %.1f %%, %s", run.run_id, 100 * share_done(run), _pace(run, rate, left))


def _pace(run: "BackfillRun", rate: float, left: float | None) -> str:
    remaining = "" if left is None else f", {int(left) // 3600}:{int(left) // 60 % 60:02}:{int(left) % 60:02} left"
    return f"{counts(run)}, {rate:.0f} articles/s{remaining}"


@contextmanager
def _bars() -> Iterator[Told]:
    from rich.console import Console
    from rich.logging import RichHandler
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    console = Console(stderr=True, highlight=False, markup=False)
    logging.getLogger().handlers = [RichHandler(console=console, show_path=False)]
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[more]}"))
    with Progress(*columns, console=console, transient=True) as progress:
        whole = progress.add_task("all", total=1.0, more="")
        bars: dict[int, TaskID] = {}
        speed = Speed()

        def told(run: "BackfillRun") -> None:
            progress.update(whole, completed=share_done(run), more=_pace(run, *speed.of(run)))
            for each in run.ranges:
                open_ = each.start < each.position < each.end
                if each.partition not in bars and open_ and len(bars) < _SHOWN:
                    total = each.end - each.start
                    bars[each.partition] = progress.add_task(f"partition {each.partition}", total=total, more="")
                if each.partition in bars and each.position == each.end:
                    progress.remove_task(bars.pop(each.partition))
                elif each.partition in bars:
                    progress.update(bars[each.partition], completed=each.position - each.start)

        yield told
