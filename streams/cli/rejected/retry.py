"""`aqwal rejected retry`."""

import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from streams.cli.rejected.options import Key, Reasons, Since, Until, chosen_by, position_of

if TYPE_CHECKING:
    from streams.core.rejections import Choice, Letter, Position, Rejections
    from streams.settings import Settings


def retry(
    positions: Annotated[
        list[str] | None, typer.Argument(metavar="[PARTITION/OFFSET]...", help="Where the letters lie.")
    ] = None,
    reasons: Reasons = None,
    since: Since = None,
    until: Until = None,
    key: Key = None,
    everything: Annotated[bool, typer.Option("--all", help="All that are open.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    max_attempts: Annotated[
        int, typer.Option(min=1, help="A letter whose record was rejected so often is not sent again.")
    ] = 5,
) -> None:
    """Send dead letters back to the input topic, each once: by position, by filters, or all.

    Letters that come by position may be any; filters and --all choose among the open ones, those not yet sent back.
    Exit codes: 0 each is sent back, now or before; 1 one is not, and the reason is said, or the brokers fail; 2 a wrong
    setting or option, or nobody there to say yes.
    """
    from streams.cli.config import settings_or_exit
    from streams.cli.rejected.reading import run_or_exit

    places = [position_of(text) for text in positions or ()]
    filtered = any(given is not None for given in (reasons or None, since, until, key))
    if bool(places) + filtered + everything != 1:
        raise typer.BadParameter("name letters by position, or by filters, or --all")
    choice = None if places else chosen_by(reasons, since, until, key, only_open=True)
    settings = settings_or_exit()
    ask = not (places or yes or dry_run)
    if ask and not sys.stdin.isatty():
        raise typer.BadParameter("no terminal to ask on: --yes sends them without asking")
    whole = run_or_exit(_retry(settings, choice, places, ask=ask, dry_run=dry_run, max_attempts=max_attempts))
    if not whole:
        raise typer.Exit(1)


async def _retry(
    settings: "Settings",
    choice: "Choice | None",
    places: list["Position"],
    *,
    ask: bool,
    dry_run: bool,
    max_attempts: int,
) -> bool:
    """Whether nothing of what was named is left unsent."""
    from streams.kafka.rejected import open_rejected
    from streams.kafka.retry import open_retry

    counts: Counter[str] = Counter()
    async with open_rejected(settings) as topic:
        letters = topic.rejections.chosen(choice) if choice else _at(topic.rejections, places, counts)
        if letters and ask:
            typer.confirm(f"Send {len(letters)} dead letters back to {settings.topic_raw}?", abort=True, err=True)
        async with open_retry(settings, topic, max_attempts=max_attempts, dry_run=dry_run) as sender:
            for letter in letters:
                answer = await sender.send(letter)
                counts[answer.what] += 1
                typer.echo(f"{letter.partition}/{letter.offset}: {answer.text}", err=answer.what == "not sent")
    told = [f"{counts['would be sent']} would be sent" if dry_run else f"{counts['sent']} sent back"]
    told += [f"{counts[what]} {text}" for what, text in _TOLD.items() if counts[what]]
    typer.echo(", ".join(told))
    return not (counts["not sent"] or counts["missing"])


_TOLD = {"before": "sent back before", "not sent": "not sent", "missing": "not found"}


def _at(rejections: "Rejections", places: list["Position"], counts: "Counter[str]") -> list["Letter"]:
    letters = []
    for partition, offset in places:
        letter = rejections.at((partition, offset))
        if letter is None:
            counts["missing"] += 1
            typer.echo(f"{partition}/{offset}: no dead letter lies there", err=True)
        else:
            letters.append(letter)
    return letters
