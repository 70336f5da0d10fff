"""`aqwal backfill resume`."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import asyncio

    from streams.backfill.session import Manner
    from streams.settings import Settings


def resume(
    run: Annotated[str, typer.Argument(metavar="RUN", help="The run's id, as `list` shows it.")],
    processes: Annotated[int | None, typer.Option(min=1, help="Engines at work; else one a core.")] = None,
    rate: Annotated[float | None, typer.Option(min=0.01, help="Articles a second, at most.")] = None,
    skip_deleted: Annotated[
        bool, typer.Option("--skip-deleted", help="Go on without what was deleted before it was read.")
    ] = False,
) -> None:
    """Go on with a run where it was written down last, on any machine.

    Whoever works on it is stopped. What was done and not yet written down is done again: the same events.
    Exit codes: as those of a run's beginning; 0 too where it was done already.
    """
    from streams.cli.config import settings_or_exit
    from streams.core.options import RUN_ID

    if not RUN_ID.fullmatch(run):
        raise typer.BadParameter(f"{run}: no run's id", param_hint="RUN")
    settings = settings_or_exit()

    from streams.cli.backfill.running import manner
    from streams.cli.running import run_or_exit

    with manner(settings, processes, rate, skip_deleted=skip_deleted) as work:
        run_or_exit(settings, lambda stop: _resume(settings, run, work, stop))


async def _resume(settings: "Settings", run_id: str, work: "Manner", stop: "asyncio.Event") -> int:
    from streams.backfill.session import resume as resume_run
    from streams.cli.backfill.running import ended

    return ended(await resume_run(settings, run_id, work, stop))
