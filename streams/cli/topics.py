"""`aqwal topics`."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from streams.settings import Settings


def topics(
    partitions: Annotated[
        int | None,
        typer.Option(
            "--partitions", "-p", min=1, max=10_000, help="Partitions of each topic that is created; else 12."
        ),
    ] = None,
) -> None:
    """Create the four topics, each so that nothing is lost in it.

    Existing topics stay as they are; what could lose data in them is said on standard error.
    Exit codes: 0 all four exist; 1 one could not be created, or the cluster cannot be asked; 2 a setting is wrong.
    """
    from streams.cli.config import settings_or_exit

    if not asyncio.run(_topics(settings_or_exit(), partitions)):
        raise typer.Exit(1)


async def _topics(settings: "Settings", partitions: int | None) -> bool:
    """Whether all four exist in the end."""
    from aiokafka.errors import KafkaError

    from streams.kafka.topics import ensure_topics
    from streams.kafka.unreached import silence_client, why_unreached

    silence_client()
    complete = True
    try:
        async for finding in ensure_topics(settings, partitions):
            complete = complete and finding.level != "error"
            mark = "" if finding.level == "info" else f"{finding.level.upper()}: "
            typer.echo(f"{finding.topic}: {mark}{finding.text}", err=finding.level != "info")
    except (KafkaError, OSError) as error:
        typer.echo(f"aqwal: {why_unreached(settings, error)}", err=True)
        return False
    return complete
