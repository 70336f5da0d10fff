"""`aqwal worker`."""

import typer


def worker() -> None:
    """Process articles from Kafka until told to stop (SIGTERM or Ctrl-C).

    Exit codes: 0 stopped, and all that was begun is committed; 1 given up (a restart repeats what is not committed,
    and loses nothing); 2 a setting is wrong; 3 a topic is missing or its partition count has changed, a certificate
    cannot be read, a password or certificate is refused, the port of the metrics is taken, or the engine's process
    does not start.
    """
    from streams.cli.config import settings_or_exit

    settings = settings_or_exit()  # before the imports that take their time

    from streams.worker.run import run_worker

    raise typer.Exit(run_worker(settings))
