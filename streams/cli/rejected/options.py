"""How the subcommands of `aqwal rejected` take positions and filters."""

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, get_args

import typer

if TYPE_CHECKING:
    from streams.core.rejections import Choice, Position

Reasons = Annotated[list[str] | None, typer.Option("--reason", help="Of this reason; may be given several times.")]
Since = Annotated[str | None, typer.Option(help="Of records stamped then or later: an ISO date or time, UTC.")]
Until = Annotated[str | None, typer.Option(help="Of records stamped before then.")]
Key = Annotated[str | None, typer.Option("--article", "--key", help="Of this key: the article id, as it was sent.")]


def chosen_by(
    reasons: list[str] | None, since: str | None, until: str | None, key: str | None, *, only_open: bool
) -> "Choice":
    """The filters as the account of dead letters takes them. Raises typer.BadParameter."""
    from schemas.dead_letter import RejectReason
    from streams.core.rejections import Choice

    known = get_args(RejectReason)
    for reason in reasons or ():
        if reason not in known:
            raise typer.BadParameter(f"{reason} is none of {', '.join(known)}", param_hint="--reason")
    return Choice(
        reasons=frozenset(reasons or ()),
        since=_milliseconds(since, "--since"),
        until=_milliseconds(until, "--until"),
        key=None if key is None else key.encode(errors="surrogateescape"),
        only_open=only_open,
    )


def position_of(text: str) -> "Position":
    """PARTITION/OFFSET. Raises typer.BadParameter."""
    partition, slash, offset = text.partition("/")
    if not (slash and all(part.isascii() and part.isdigit() and len(part) < 19 for part in (partition, offset))):
        raise typer.BadParameter(f"{text} is no PARTITION/OFFSET", param_hint="POSITION")
    return int(partition), int(offset)


def _milliseconds(text: str | None, option: str) -> int | None:
    from streams.backfill.selection import parse_bound
    from streams.core.stamp import milliseconds

    if text is None:
        return None
    with suppress(ValueError):
        if not isinstance(bound := parse_bound(text), int):  # digits alone would be an offset
            return milliseconds(bound)
    raise typer.BadParameter(f"{text} is no ISO date or time", param_hint=option)
