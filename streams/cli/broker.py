"""`aqwal broker`."""

import time
from typing import Annotated

import typer


def broker(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port of 127.0.0.1, the settings' default; 0 for any free one.")
    ] = 9092,
) -> None:
    """Run the embedded broker alone, in memory only: every record is gone when it stops (Ctrl-C)."""
    from streams.children import ending_on_sigterm
    from streams.embedded import EmbeddedBroker, EmbeddedBrokerError

    try:
        with ending_on_sigterm(), EmbeddedBroker(port) as embedded:
            typer.echo(f"The embedded broker answers on {embedded.bootstrap_servers}; Ctrl-C stops it.")
            typer.echo("For the other commands:")
            # It lets a group's first member wait for half its session timeout: 15 s with the default.
            typer.echo(
                f"  export AQWAL_BROKER=embedded AQWAL_BOOTSTRAP_SERVERS={embedded.bootstrap_servers} "
                "AQWAL_SESSION_TIMEOUT=3"
            )
            while embedded.running():
                time.sleep(0.2)
    except EmbeddedBrokerError as error:
        typer.echo(f"aqwal: {error}", err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        return
    typer.echo("aqwal: the embedded broker has ended by itself", err=True)
    raise typer.Exit(1)
