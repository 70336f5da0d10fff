"""`aqwal rejected`: the dead letters; one module a subcommand."""

import typer

from streams.cli.default_command import default_command
from streams.cli.rejected.listing import list_letters
from streams.cli.rejected.retry import retry
from streams.cli.rejected.show import show

rejected = typer.Typer(
    cls=default_command("list"),
    context_settings={"help_option_names": ["-h", "--help"]},
    help="The dead letters: listed (the default), shown, and sent back to the input topic once the cause is mended.",
)
rejected.command("list")(list_letters)
rejected.command("show")(show)
rejected.command("retry")(retry)
