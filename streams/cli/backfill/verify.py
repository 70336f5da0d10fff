"""`aqwal backfill verify`."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from streams.settings import Settings


def verify(run: Annotated[str, typer.Argument(metavar="RUN", help="The run's id, as `list` shows it.")]) -> None:
    """Read back what a run read and what it published, and reconcile the two.

    Every record of its selection has a marker or a dead letter of the run, every quotation that a marker lists is
    there, nothing else is, and the manifest's counts are right.
    Exit codes: 0 proven; 1 not: what is wrong is told, or that it cannot be read; 2 a wrong setting.
    """
    from streams.cli.config import settings_or_exit
    from streams.cli.running import run_or_exit

    settings = settings_or_exit()
    run_or_exit(settings, lambda _: _verify(settings, run))


async def _verify(settings: "Settings", run_id: str) -> int:
    from streams.backfill.runs import load_run
    from streams.backfill.verify import verify_run
    from streams.cli.backfill.tables import summary
    from streams.kafka.admin import open_admin
    from streams.kafka.bounded import open_reader

    async with open_admin(settings) as admin, open_reader(settings) as reader:
        run = await load_run(settings, run_id, admin, reader)
        verdict = await verify_run(run, admin, reader)
    totals = verdict.totals
    typer.echo(summary(run))
    typer.echo(
        f"found: {totals.expected} records, {totals.marked} markers, {totals.lettered} dead letters, "
        f"{totals.quotes} quotations"
    )
    for finding in verdict.findings:
        typer.echo(f"WRONG: {finding.what}: {finding.times} {' '.join(finding.places)}".rstrip())
    typer.echo("not proven" if verdict.findings else "proven: nothing is missing, and nothing is too much")
    return 1 if verdict.findings else 0
