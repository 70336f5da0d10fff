"""`aqwal rejected list`."""

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from streams.cli.rejected.options import Key, Reasons, Since, Until, chosen_by

if TYPE_CHECKING:
    from rich.console import Console

    from streams.core.rejections import Choice, Letter, Rejections
    from streams.settings import Settings


def list_letters(
    reasons: Reasons = None,
    since: Since = None,
    until: Until = None,
    key: Key = None,
    only_open: Annotated[bool, typer.Option("--open", help="Only those that were not sent back.")] = False,
    each: Annotated[bool, typer.Option("--each", help="Every letter too, with its position and message.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One object a letter, a line each, and no table.")] = False,
) -> None:
    """Count the dead letters by reason: all, and those that are open, not yet sent back; times are the records'.

    Of copies, which a worker leaves that was killed, one counts.
    Exit codes: 0; 1 the topic cannot be read; 2 a wrong setting or option.
    """
    from streams.cli.config import settings_or_exit
    from streams.cli.rejected.reading import run_or_exit

    choice = chosen_by(reasons, since, until, key, only_open=only_open)
    run_or_exit(_list(settings_or_exit(), choice, each, as_json))


async def _list(settings: "Settings", choice: "Choice", each: bool, as_json: bool) -> None:
    from streams.cli.pipes import console_for_a_reader, write_json
    from streams.kafka.rejected import open_rejected

    async with open_rejected(settings) as topic:
        rejections = topic.rejections
    letters = rejections.chosen(choice)
    console = console_for_a_reader()
    if as_json:
        for letter in letters:
            write_json(json.dumps(_as_values(rejections, letter), ensure_ascii=False).encode())
        sys.stdout.flush()
    elif letters:
        if each:
            _show_each(console, rejections, letters)
        _show_table(console, rejections, letters)
    else:
        console.print(f"no such dead letter on {settings.topic_rejected}", soft_wrap=True)
    if rejections.foreign:
        text = f"{rejections.foreign} records of {settings.topic_rejected} are no dead letters of Aqwal's: passed over"
        typer.echo(f"aqwal: {text}", err=True)


def _as_values(rejections: "Rejections", letter: "Letter") -> dict[str, Any]:
    from streams.cli.rejected.reading import key_text, moment

    why, sent, stamp = letter.why, rejections.sent(letter), moment(letter.timestamp)
    return {
        "partition": letter.partition,
        "offset": letter.offset,
        "timestamp": stamp.isoformat() if stamp else None,
        "key": key_text(letter.key),
        "bytes": letter.size,
        "reason": why.reason,
        "message": why.message,
        "exception": why.exception,
        "source": {"topic": why.topic, "partition": why.partition, "offset": why.offset},
        "attempts": why.attempts,
        "omitted": why.omitted,
        "replay": why.replay,
        "sent": sent,
    }


def _show_each(console: "Console", rejections: "Rejections", letters: Iterable["Letter"]) -> None:
    from streams.cli.rejected.reading import key_text, moment_text
    from streams.core.printable import printable

    for letter in letters:
        why, sent = letter.why, rejections.sent(letter)
        state = f"sent back as {sent}" if sent else "open"
        key = "no key" if letter.key is None else key_text(letter.key) or ""
        facts = (f"attempts {why.attempts}", moment_text(letter.timestamp), state, key)
        console.print(
            f"{letter.partition}/{letter.offset}  {why.reason}  {printable('  '.join(facts))}", soft_wrap=True
        )
        console.print(f"  {printable(why.message)}", soft_wrap=True)


def _show_table(console: "Console", rejections: "Rejections", letters: Iterable["Letter"]) -> None:
    from rich.box import SIMPLE
    from rich.table import Table

    from streams.cli.rejected.reading import moment_text

    by_reason: dict[str, list[Letter]] = {}
    for letter in letters:
        by_reason.setdefault(letter.why.reason, []).append(letter)
    table = Table(box=SIMPLE, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("reason", no_wrap=True)
    for label in ("letters", "open", "attempts", "oldest", "newest"):
        table.add_column(label, justify="right", no_wrap=True)
    for reason, group in sorted(by_reason.items(), key=lambda item: -len(item[1])):
        stamps = [letter.timestamp for letter in group]
        table.add_row(
            reason,
            str(len(group)),
            str(sum(rejections.sent(letter) is None for letter in group)),
            _span([letter.why.attempts for letter in group]),
            moment_text(min(stamps))[:16],  # to the minute: narrow terminals get whole figures
            moment_text(max(stamps))[:16],
        )
    console.print(table)


def _span(numbers: list[int]) -> str:
    low, high = min(numbers), max(numbers)
    return str(low) if low == high else f"{low}-{high}"
