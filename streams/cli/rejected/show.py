"""`aqwal rejected show`."""

import re
import sys
import unicodedata
from typing import TYPE_CHECKING, Annotated

import typer

from streams.cli.rejected.options import position_of

if TYPE_CHECKING:
    from rich.console import Console

    from streams.core.records import Record
    from streams.core.rejections import Letter, Position
    from streams.settings import Settings

_SHOWN = 2_000  # code points of the value
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|.)", re.DOTALL)


def show(
    position: Annotated[str, typer.Argument(metavar="PARTITION/OFFSET", help="Where the letter lies.")],
    whole: Annotated[bool, typer.Option("--whole", help="The whole value, however long.")] = False,
    raw: Annotated[bool, typer.Option("--raw", help="Nothing but the value's bytes, as they came.")] = False,
) -> None:
    """Show one dead letter: why it was rejected, its key, headers and value.

    The value is shown as text as far as it is text, its JSON escapes (\\u0642) as letters.
    Exit codes: 0; 1 no dead letter lies there, or --raw and it has no value; 2 a wrong setting or option.
    """
    from streams.cli.config import settings_or_exit
    from streams.cli.rejected.reading import run_or_exit

    place = position_of(position)
    run_or_exit(_show(settings_or_exit(), place, whole, raw))


async def _show(settings: "Settings", position: "Position", whole: bool, raw: bool) -> None:
    from streams.cli.pipes import console_for_a_reader
    from streams.kafka.rejected import open_rejected

    place = f"{settings.topic_rejected}/{position[0]}/{position[1]}"
    async with open_rejected(settings) as topic:
        letter = topic.rejections.at(position)
        record = await topic.record_at(settings.topic_rejected, *position) if letter else None
    if letter is None or record is None:
        typer.echo(f"aqwal: {place}: no dead letter lies there", err=True)
        raise typer.Exit(1)
    if not raw:
        _print(console_for_a_reader(), place, letter, topic.rejections.sent(letter), record)
        if record.value:
            _print_value(console_for_a_reader(), record.value, None if whole else _SHOWN)
    elif record.value is None:
        typer.echo(f"aqwal: {place}: it has no value", err=True)
        raise typer.Exit(1)
    else:
        sys.stdout.buffer.write(record.value)
        sys.stdout.buffer.flush()


def _print(console: "Console", place: str, letter: "Letter", sent: str | None, record: "Record") -> None:
    from streams.cli.rejected.reading import key_text, moment_text
    from streams.core.letters import without_ours
    from streams.core.printable import printable

    why = letter.why
    lines = {
        "letter": place,
        "reason": why.reason,
        "message": why.message,
        "exception": why.exception,
        "source": f"{why.topic}/{why.partition}/{why.offset}",
        "time": f"{moment_text(letter.timestamp)} UTC",
        "attempts": str(why.attempts),
        "left out": why.omitted,
        "replay": why.replay,
        "sent back": sent or "no",
        "key": "none" if record.key is None else key_text(record.key),
    }
    for name, text in lines.items():
        if text is not None:
            console.print(f"{name:<10} {printable(text)}", soft_wrap=True)
    for name, value in without_ours(record.headers):
        text = "null" if value is None else value.decode(errors="backslashreplace")
        console.print(f"header     {printable(name)}: {printable(text)}", soft_wrap=True)
    console.print(f"value      {'none' if record.value is None else f'{len(record.value)} bytes'}", soft_wrap=True)


def _print_value(console: "Console", value: bytes, limit: int | None) -> None:
    from streams.core.printable import printable

    for line in value_text(value, limit).split("\n"):
        console.print(printable(line), soft_wrap=True)


def value_text(value: bytes, limit: int | None) -> str:
    """`value` as text, at most `limit` code points: bytes that are no UTF-8 as escapes, escaped letters as letters."""
    text = _ESCAPE.sub(_letter, value.decode(errors="backslashreplace"))
    if limit is None or len(text) <= limit:
        return text
    return f"{text[:limit]}…\n({len(text) - limit} code points more; --whole shows them)"


def _letter(escape: re.Match[str]) -> str:
    r"""Letters alone: a `\u0022` read as a quotation mark would show another JSON than there is."""
    letter = chr(int(escape[1], 16)) if escape[1] else ""
    return letter if letter and unicodedata.category(letter)[0] in "LMN" else escape[0]
