"""`aqwal backfill`: topics replayed; one module a subcommand."""

import typer

from streams.cli.backfill.begin import begin
from streams.cli.backfill.resume import resume
from streams.cli.backfill.runs import list_runs
from streams.cli.backfill.verify import verify
from streams.cli.default_command import default_command

backfill = typer.Typer(
    cls=default_command("begin"),
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Replay articles beside the live workers: a range of time or of offsets, of some outlets, by a new engine. "
    "`aqwal backfill --from … --to …` begins a run; a run that was stopped or killed is resumed.",
)
backfill.command("begin")(begin)
backfill.command("resume")(resume)
backfill.command("list")(list_runs)
backfill.command("verify")(verify)
