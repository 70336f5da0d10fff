"""`aqwal retract`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import asyncio

    from streams.retract.session import Manner, Report
    from streams.retract.state import Task
    from streams.settings import Settings


def retract(
    follow: Annotated[
        bool, typer.Option("--follow/--once", help="Go on with what comes, or end when all that is there is right.")
    ] = False,
    kinds: Annotated[
        str | None, typer.Option(metavar="KIND,…", help="Only quotations of these kinds; else of all.")
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option(help="Keep what was read in this file, so that the next run need not read it again."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="List what would be written, a line each; write nothing.")
    ] = False,
) -> None:
    """Bring the topic of the quotations to what each article's newest revision says.

    Quotations that it does not have (any more) are deleted by a null value; where an older revision or a replay of one
    came last, the newest form is written again. Withdrawn articles lose theirs. A second run has nothing to write.
    Exit codes: 0 the last record of every quotation is right (with --dry-run: all is listed); 1 not all of them, and
    which and why is said, or the brokers fail; 2 a wrong setting or option.
    """
    from streams.cli.config import settings_or_exit
    from streams.cli.kinds import as_kinds
    from streams.cli.running import run_or_exit, say
    from streams.kafka.unreached import silence_client
    from streams.retract.session import Manner

    if follow and dry_run:
        raise typer.BadParameter("a dry run has an end", param_hint="--follow")
    settings = settings_or_exit()
    manner = Manner(say, _show, state, as_kinds(kinds), follow, dry_run)
    silence_client()
    run_or_exit(settings, lambda stop: _retract(settings, manner, stop))


async def _retract(settings: "Settings", manner: "Manner", stop: "asyncio.Event") -> int:
    from streams.cli.running import say
    from streams.retract.session import retract as work

    report = await work(settings, manner, stop)
    say(_summary(report, dry_run=manner.dry_run))
    return 1 if report.failed else 0


def _summary(report: "Report", *, dry_run: bool) -> str:
    told = ", ".join(f"{report.counts[what]} {what}" for what in ("deleted", "restored"))
    if report.made_anew:
        told += f" ({report.made_anew} of them made anew from their articles)"
    if anew := report.counts["processed anew"]:
        told += f", {anew} records of articles processed anew"
    if report.failed:
        told += f", {report.failed} that cannot be restored"
    if report.ignored:
        told += f"; {report.ignored} records that are none of ours, or in a partition where they do not belong, ignored"
    return f"would be: {told}" if dry_run else told


def _show(task: "Task") -> None:
    typer.echo(f"{task.mend.what} {task.mend.quote} {task.mend.origin[0]} {task.mend.article!a}")
