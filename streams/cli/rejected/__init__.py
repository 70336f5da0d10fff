"""`aqwal rejected`: the dead letters; one module a subcommand."""

from typing import Any

import typer
from typer.core import TyperGroup

from streams.cli.rejected.listing import list_letters
from streams.cli.rejected.retry import retry
from streams.cli.rejected.show import show


class _ListByDefault(TyperGroup):
    """Without a subcommand, `list` is meant."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # a context of click's, which some typers bundle
        if not args or (args[0].startswith("-") and args[0] not in ctx.help_option_names):
            args = ["list", *args]
        return super().parse_args(ctx, args)


rejected = typer.Typer(
    cls=_ListByDefault,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="The dead letters: listed (the default), shown, and sent back to the input topic once the cause is mended.",
)
rejected.command("list")(list_letters)
rejected.command("show")(show)
rejected.command("retry")(retry)
