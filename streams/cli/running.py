"""Long work of a command: signals, and how it ended."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from streams.settings import Settings

TAKEN_OVER = 3


def say(line: str) -> None:
    """A line about the work, on standard error."""
    typer.echo(line, err=True)


def run_or_exit(settings: "Settings", work: Callable[[asyncio.Event], Awaitable[int]]) -> NoReturn:
    """Run `work`, which is told to stop by SIGTERM or Ctrl-C, and end the command with the code that it gives.

    What keeps it from its end is told: code 1, or TAKEN_OVER.
    """
    from aiokafka.errors import KafkaError

    from streams.backfill.errors import BackfillError, TakenOverError
    from streams.engine.child import EngineStartError
    from streams.kafka.bounded import DeletedError
    from streams.kafka.reading import ReadError
    from streams.kafka.unreached import why_unreached
    from streams.loop import loop_factory
    from streams.revisions.errors import RevisionsError
    from streams.worker.deliver import UndeliverableError
    from streams.worker.startup import StartError

    code = 1
    try:
        with asyncio.Runner(loop_factory=loop_factory()) as runner:
            code = runner.run(_until_told(work))
    except TakenOverError as error:
        say(f"aqwal: {error}")
        code = TAKEN_OVER
    except DeletedError as error:
        say(f"aqwal: {error}; `resume RUN --skip-deleted` goes on without them")
    except (BackfillError, RevisionsError, ReadError, StartError, EngineStartError, UndeliverableError) as error:
        say(f"aqwal: {error}")
    except (KafkaError, OSError) as error:
        say(f"aqwal: {why_unreached(settings, error)}")
    raise typer.Exit(code)


async def _until_told(work: Callable[[asyncio.Event], Awaitable[int]]) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def on_signal() -> None:
        logging.getLogger(__name__).info("stopping when what is begun is done")
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, on_signal)
    return await work(stop)
