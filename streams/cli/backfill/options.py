"""What the options of `aqwal backfill` mean; a wrong one is exit code 2 with its name."""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from streams.backfill.selection import Bound
    from streams.settings import Settings


def as_bound(text: str, option: str) -> "Bound":
    """An offset or a moment."""
    from streams.backfill.selection import parse_bound

    try:
        return parse_bound(text)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None


def as_partitions(text: str | None) -> list[int] | None:
    """`0,3,5-7` as numbers; None is all."""
    if text is None:
        return None
    numbers: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        ends = [first, last or first]
        if not all(end.isascii() and end.isdigit() for end in ends) or int(ends[0]) > int(ends[1]):
            raise typer.BadParameter(f"{part or 'nothing'}: neither a number nor a range", param_hint="--partitions")
        numbers += range(int(ends[0]), int(ends[1]) + 1)
    return numbers


def named(
    settings: "Settings", topic: str | None, quotes: str | None, processed: str | None, rejected: str | None
) -> "Settings":
    """`settings` with the topics of a run: markers and dead letters have their own where the quotations have."""
    from streams.backfill.errors import BackfillError
    from streams.backfill.targets import retarget

    try:
        return retarget(
            settings,
            topic or settings.topic_raw,
            quotes or settings.topic_quotes,
            processed or (f"{quotes}.processed" if quotes else settings.topic_processed),
            rejected or (f"{quotes}.rejected" if quotes else settings.topic_rejected),
        )
    except BackfillError as error:
        raise typer.BadParameter(str(error), param_hint="topics") from None
