"""Output into a pipe whose reader may leave."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer


@contextmanager
def ending_with_the_reader() -> Iterator[None]:
    """Where the reader of standard output has enough, as `head` does, end the command with code 1 and no word."""
    try:
        yield
    except BrokenPipeError:  # what is buffered has nowhere to go
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
