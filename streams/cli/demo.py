"""`aqwal demo`."""

from typing import Annotated

import typer


def demo(
    once: Annotated[bool, typer.Option("--once", help="End when all quotations of the samples were shown.")] = False,
    port: Annotated[
        int,
        typer.Option(
            min=0,
            max=65535,
            help="Port of 127.0.0.1 for the broker, Kafka's usual one, so that the other commands find it without "
            "settings; 0 for any free one.",
        ),
    ] = 9092,
) -> None:
    """Show the whole service at work on sample articles: embedded broker, topics, worker, quotations.

    It needs no Kafka and keeps nothing. Settings (AQWAL_*, .env) are left aside. Ctrl-C ends it.
    Exit codes: 0 ended by Ctrl-C or, with --once, all quotations shown; 1 it cannot run, and says why, or the reader of
    the output has gone.
    """
    from contextlib import suppress

    from streams.children import ending_on_sigterm
    from streams.cli.pipes import ending_with_the_reader
    from streams.cli.quotation import quotation_printer
    from streams.demo import SAMPLES, DemoError, run_demo
    from streams.embedded import EmbeddedBrokerError
    from streams.kafka.publish import PublishError
    from streams.kafka.reading import ReadError
    from streams.kafka.unreached import silence_client

    silence_client()
    try:
        with ending_on_sigterm(), suppress(KeyboardInterrupt), ending_with_the_reader():
            run_demo(port, once=once, samples=SAMPLES, show=quotation_printer(), say=typer.echo)
    except (DemoError, EmbeddedBrokerError, PublishError, ReadError) as error:
        typer.echo(f"aqwal: {error}", err=True)
        raise typer.Exit(1) from None
