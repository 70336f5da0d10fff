"""What the subcommands of `aqwal rejected` share once they run."""

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any, TypeVar

import typer

_T = TypeVar("_T")


def run_or_exit(work: Coroutine[Any, Any, _T]) -> _T:
    """The result of `work`; where the brokers fail, one line on standard error and exit code 1."""
    from streams.cli.pipes import ending_with_the_reader
    from streams.kafka.reading import ReadError
    from streams.kafka.retry import RetryError
    from streams.kafka.unreached import silence_client

    silence_client()
    try:
        with ending_with_the_reader():
            return asyncio.run(work)
    except (ReadError, RetryError) as error:
        typer.echo(f"aqwal: {error}", err=True)
        raise typer.Exit(1) from None


def key_text(key: bytes | None) -> str | None:
    """A key for people: bytes that are no UTF-8 as escapes."""
    return None if key is None else key.decode(errors="backslashreplace")


def moment(milliseconds: int | None) -> datetime | None:
    """A record's timestamp; None where it has none, or one beyond the year 9999."""
    try:
        return None if milliseconds is None or milliseconds < 0 else datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def moment_text(milliseconds: int | None) -> str:
    """To the second, UTC."""
    found = moment(milliseconds)
    return f"{found:%Y-%m-%d %H:%M:%S}" if found else "-"
