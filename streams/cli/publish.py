"""`aqwal publish`."""

from pathlib import Path
from typing import Annotated

import typer


def publish(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="JSON lines (gzip too), `.txt` or `.html` files of one article each, `-` for standard input."
        ),
    ],
    event_time: Annotated[
        bool,
        typer.Option(
            "--event-time",
            help="For an archive: each record has the time of its article (`published_at`, never later than now), in "
            "place of the present.",
        ),
    ] = False,
    despite_retention: Annotated[
        bool,
        typer.Option(
            "--despite-retention", help="With --event-time: send also what the topic's retention.ms will delete for it."
        ),
    ] = False,
) -> None:
    """Send articles to the input topic and wait until the broker has acknowledged them.

    Exit codes: 0 all are delivered; 1 a line is no article, too large or of a time that is refused, or a file cannot be
    read on (the others are sent), the sending failed, or --event-time met an article that the topic would delete; 2 a
    wrong setting or option, or a file that does not exist (nothing is sent).
    """
    import asyncio

    from rich.console import Console

    from streams.cli.config import settings_or_exit
    from streams.cli.progress import byte_progress
    from streams.core.printable import printable
    from streams.inputs import STDIN, read_what_can_be_read, total_size
    from streams.kafka.publish import ByEventTime, PublishError
    from streams.kafka.publish import publish as publish_all
    from streams.kafka.unreached import silence_client

    for path in files:
        if path != STDIN and not path.exists():
            raise typer.BadParameter(f"{path}: no such file", param_hint="FILES")
        if path.is_dir():
            raise typer.BadParameter(f"{path}: is a directory", param_hint="FILES")
    if despite_retention and not event_time:
        raise typer.BadParameter("only with --event-time", param_hint="--despite-retention")
    settings = settings_or_exit()
    silence_client()
    errors = Console(stderr=True, highlight=False)

    def say(text: str) -> None:
        errors.print(f"aqwal: {printable(text)}", markup=False, emoji=False, soft_wrap=True)

    def refused(place: str, reason: str) -> None:
        say(f"{place}: {reason}")

    try:
        with byte_progress(errors, total_size(files)) as advance_to:
            count = asyncio.run(
                publish_all(
                    read_what_can_be_read(files),
                    settings,
                    on_delivered=lambda item: advance_to(item.position),
                    on_refused=refused,
                    stamped=ByEventTime(despite_retention, say) if event_time else None,
                )
            )
    except PublishError as error:
        say(str(error))
        raise typer.Exit(1) from None
    told = f"{count.delivered} articles delivered to {settings.topic_raw}, {count.refused} inputs refused"
    if count.undated:
        told += f"; {count.undated} without `published_at`, stamped with the present"
    typer.echo(told)
    if count.refused:
        raise typer.Exit(1)
