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
) -> None:
    """Send articles to the input topic and wait until the broker has acknowledged them.

    Exit codes: 0 all are delivered; 1 a line is no article or too large (the others are sent), or the sending failed;
    2 a wrong setting, or a file that does not exist (nothing is sent).
    """
    import asyncio

    from rich.console import Console

    from streams.cli.config import settings_or_exit
    from streams.cli.progress import byte_progress
    from streams.inputs import STDIN, Input, read_inputs, total_size
    from streams.kafka.publish import PublishError
    from streams.kafka.publish import publish as publish_all
    from streams.kafka.unreached import silence_client

    for path in files:
        if path != STDIN and not path.exists():
            raise typer.BadParameter(f"{path}: no such file", param_hint="FILES")
        if path.is_dir():
            raise typer.BadParameter(f"{path}: is a directory", param_hint="FILES")
    settings = settings_or_exit()
    silence_client()
    errors = Console(stderr=True, highlight=False)

    def refused(item: Input, reason: str) -> None:
        errors.print(f"aqwal: {item.place}: {reason}", markup=False, soft_wrap=True)

    try:
        with byte_progress(errors, total_size(files)) as advance_to:
            count = asyncio.run(
                publish_all(
                    read_inputs(files),
                    settings,
                    on_delivered=lambda item: advance_to(item.position),
                    on_refused=refused,
                )
            )
    except PublishError as error:
        errors.print(f"aqwal: {error}", markup=False, soft_wrap=True)
        raise typer.Exit(1) from None
    typer.echo(f"{count.delivered} articles delivered to {settings.topic_raw}, {count.refused} inputs refused")
    if count.refused:
        raise typer.Exit(1)
