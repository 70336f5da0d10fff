"""Output into a pipe whose reader may leave."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from streams.core.printable import printable_json

if TYPE_CHECKING:
    from rich.console import Console


@contextmanager
def ending_with_the_reader() -> Iterator[None]:
    """Where the reader of standard output has enough, as `head` does, end the command with code 1 and no word.

    A full disk ends it too, and is told.
    """
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            typer.echo(f"aqwal: standard output: {error.strerror}", err=True)
        elif not isinstance(error, BrokenPipeError):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is buffered has nowhere to go
        raise typer.Exit(1) from None


def write_json(value: bytes) -> None:
    """`value` and a line's end on standard output, as it is; for a terminal with escapes.

    JSON permits some of what commands or deceives a terminal (U+009B begins a command as well as ESC does),
    and a forged record need be no JSON.
    """
    if sys.stdout.isatty():
        value = printable_json(value.decode(errors="backslashreplace")).encode()
    sys.stdout.buffer.write(value + b"\n")


def console_for_a_reader() -> "Console":
    """Standard output for quotations, nothing in them taken for markup; raises BrokenPipeError as any writer does."""
    from rich.console import Console

    class ReadersConsole(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would end the process where it stands, in the midst of an event loop too

    return ReadersConsole(highlight=False, markup=False, emoji=False)
