"""A command with subcommands, one of which is meant where none is named."""

from typing import Any

from typer.core import TyperGroup


def default_command(name: str) -> type[TyperGroup]:
    """The class of a group where `aqwal group --option` means `aqwal group NAME --option`.

    Likewise `aqwal group` means NAME, unless the group shows its help where it is given no argument.
    """

    class _Group(TyperGroup):
        def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # a context of click's, which some typers bundle
            bare = not args and not self.no_args_is_help
            if bare or (args and args[0].startswith("-") and args[0] not in ctx.help_option_names):
                args = [name, *args]
            return super().parse_args(ctx, args)

    return _Group
