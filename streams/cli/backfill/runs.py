"""`aqwal backfill list`."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from streams.settings import Settings


def list_runs(
    as_json: Annotated[
        bool, typer.Option("--json", help="One BackfillRun a line, as it was written down last.")
    ] = False,
) -> None:
    """Show the runs, the newest last, and how far each has come.

    Exit codes: 0; 1 the runs cannot be read; 2 a wrong setting.
    """
    from streams.cli.config import settings_or_exit
    from streams.cli.running import run_or_exit

    settings = settings_or_exit()
    run_or_exit(settings, lambda _: _list(settings, as_json))


async def _list(settings: "Settings", as_json: bool) -> int:
    from streams.backfill.runs import load_runs
    from streams.cli.backfill.tables import print_runs
    from streams.kafka.admin import open_admin
    from streams.kafka.bounded import open_reader

    async with open_admin(settings) as admin, open_reader(settings) as reader:
        runs = await load_runs(settings, admin, reader)
    if as_json:
        for run in runs.values():
            typer.echo(run.model_dump_json(by_alias=True))
    else:
        print_runs(list(runs.values()))
    return 0
