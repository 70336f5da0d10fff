"""A progress bar over bytes, on a terminal only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


@contextmanager
def byte_progress(console: "Console", total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar on `console` while the body runs, and the function that says up to which byte it has come.

    `total` None: how much there is cannot be known, and only the count of articles is shown.
    """
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), TextColumn("{task.fields[articles]} articles"), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("", total=total, articles=0)
        articles = 0

        def advance_to(position: int) -> None:
            nonlocal articles
            articles += 1
            progress.update(task, completed=position if total is not None else 0, articles=articles)

        yield advance_to
