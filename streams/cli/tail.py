"""`aqwal tail`."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from streams.settings import Settings


def tail(
    as_json: Annotated[bool, typer.Option("--json", help="One QuoteEvent a line, as it was published.")] = False,
    from_beginning: Annotated[bool, typer.Option("--from-beginning", help="The earlier ones first.")] = False,
) -> None:
    """Show the quotations as they are published, until Ctrl-C.

    Exit codes: 0 after Ctrl-C; 1 the topic cannot be read, or the reader of the output has gone; 2 a wrong setting.
    """
    import asyncio
    from contextlib import suppress

    from streams.children import ending_on_sigterm
    from streams.cli.config import settings_or_exit
    from streams.cli.pipes import ending_with_the_reader
    from streams.kafka.reading import ReadError
    from streams.kafka.unreached import silence_client

    settings = settings_or_exit()
    silence_client()
    try:
        with ending_on_sigterm(), suppress(KeyboardInterrupt), ending_with_the_reader():
            asyncio.run(_show(settings, as_json, from_beginning))
    except ReadError as error:
        typer.echo(f"aqwal: {error}", err=True)
        raise typer.Exit(1) from None


async def _show(settings: "Settings", as_json: bool, from_beginning: bool) -> None:
    import sys

    from pydantic import ValidationError

    from schemas.quote import QuoteEvent
    from streams.cli.pipes import write_json
    from streams.cli.quotation import quotation_printer
    from streams.kafka.tail import tail as tail_records

    show = quotation_printer()
    async with tail_records(settings, [settings.topic_quotes], from_beginning=from_beginning) as records:
        async for record in records:
            if record.value is None:  # a deletion
                continue
            if as_json:
                write_json(record.value)
                sys.stdout.flush()
                continue
            try:
                show(QuoteEvent.model_validate_json(record.value))
            except ValidationError:
                place = f"{record.topic}, partition {record.partition}, offset {record.offset}"
                typer.echo(f"aqwal: no QuoteEvent: {place}", err=True)
