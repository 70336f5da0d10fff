"""`aqwal consume`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import asyncio

    from streams.settings import Settings

_SQLITE = "sqlite:"


def consume(
    upsert: Annotated[str, typer.Option(metavar="sqlite:FILE", help="The database; made where there is none.")],
    once: Annotated[bool, typer.Option("--once", help="End when all that is there now has been read.")] = False,
) -> None:
    """Keep a table `quotes` of the quotations that stand: those of each article's newest revision.

    Resumable: how far it has read lies in the same file, in the same transactions. Others may read the table meanwhile.
    Exit codes: 0 after Ctrl-C or SIGTERM, or with --once when all is read; 1 the topics cannot be read, or the file is
    about others; 2 a wrong setting or option.
    """
    from streams.cli.config import settings_or_exit
    from streams.cli.running import run_or_exit
    from streams.kafka.unreached import silence_client

    if not upsert.startswith(_SQLITE) or upsert == _SQLITE:
        raise typer.BadParameter(f"{upsert!r} is not {_SQLITE}FILE", param_hint="--upsert")
    settings = settings_or_exit()
    silence_client()
    path = Path(upsert.removeprefix(_SQLITE))
    run_or_exit(settings, lambda stop: _consume(settings, path, stop, once))


async def _consume(settings: "Settings", path: Path, stop: "asyncio.Event", once: bool) -> int:
    from streams.cli.running import say
    from streams.consume.session import consume as work
    from streams.consume.table import Changes

    def told(changes: Changes) -> None:
        line = f"{changes.upserted} rows upserted, {changes.deleted} deleted"
        if changes.missing:
            line += f"; {changes.missing} quotations have no record any more, which `aqwal retract` restores"
        say(line)

    await work(settings, path, stop, once=once, told=told)
    return 0
