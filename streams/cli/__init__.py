"""The command line `aqwal`: one module a command, each with one function of the module's name (a package
with a `typer.Typer` where the command has subcommands).

The modules import only light things at their top level (Kafka, Faust and the engine inside the functions), so that
`aqwal --help` is quick and `aqwal extract` needs no Kafka client; `tests/cli/test_cli.py` holds them to it.
"""

import sys
from importlib import import_module
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated

import typer

COMMANDS = (
    "worker",
    "topics",
    "publish",
    "tail",
    "rejected",
    "backfill",
    "retract",
    "consume",
    "extract",
    "evaluate",
    "demo",
    "broker",
)

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,  # local variables hold passwords
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"aqwal {version('aqwal')}")
        raise typer.Exit


@app.callback()
def _aqwal(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Who said what in Arabic news: articles in from Kafka, attributed quotations out.

    Settings come from AQWAL_* environment variables and a .env file in the working directory.
    """


for _command in COMMANDS:
    _member = getattr(import_module(f"streams.cli.{_command}"), _command)
    if isinstance(_member, typer.Typer):  # a command with subcommands
        app.add_typer(_member, name=_command)
    else:
        app.command(_command)(_member)


def main() -> None:
    """Run the command line (the entry point `aqwal`)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that is not UTF-8 is no reason to fail
    app()
