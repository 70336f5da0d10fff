"""A command with subcommands, one of which is meant where none is named."""

from typing import Any

from typer.core import TyperGroup


def default_command(name: str) -> type[TyperGroup]:
    """The class of a group: `aqwal group --option` is `aqwal group NAME --option`; without any argument, its help."""

    class _Group(TyperGroup):
        def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # a context of click's, which some typers bundle
            if args and args[0].startswith("-") and args[0] not in ctx.help_option_names:
                args = [name, *args]
            return super().parse_args(ctx, args)

    return _Group
