"""`aqwal extract` at work: events onto standard output, or into a file that can be completed later."""

import asyncio
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import aclosing, contextmanager
from pathlib import Path

import typer

from schemas.quote import QuoteEvent, QuoteKind
from streams.children import ending_on_sigterm
from streams.cli.pipes import ending_with_the_reader, write_json
from streams.cli.progress import byte_progress
from streams.cli.quotation import quotation_printer
from streams.core.printable import printable
from streams.engine.child import EngineStartError
from streams.engine.cores import usable_cores
from streams.inputs import total_size
from streams.offline.extraction import Position, Quoted, Unread, extract_inputs

_WORTH_A_PROCESS = 1_000_000  # bytes: the engine's start takes about as long as reading them

Take = Callable[[Quoted | Unread], None]


def onto_stdout(paths: Sequence[Path], kinds: Sequence[QuoteKind], processes: int | None, *, pretty: bool) -> None:
    """End the command with its exit code where it is not 0."""
    show = quotation_printer()
    read = unread = found = indirect = 0

    def take(result: Quoted | Unread) -> None:
        nonlocal read, unread, found, indirect
        if isinstance(result, Unread):
            unread += 1
            return
        read += 1
        found += len(result.events)
        indirect += result.indirect
        for event in result.events:
            if pretty:
                show(QuoteEvent.model_validate_json(event))
            else:
                write_json(event)
        sys.stdout.flush()

    with _planned_ends(), ending_with_the_reader():
        _extract(paths, kinds, processes, Position(), take)
    if read and not found and "indirect" not in kinds:
        statements = "1 reported statement" if indirect == 1 else f"{indirect} reported statements"
        told = ", ".join(kinds)
        typer.echo(f"aqwal: no quotation found ({told}); `--kinds indirect` would give {statements}", err=True)
    if unread:
        raise typer.Exit(1)


def into_file(
    paths: Sequence[Path], kinds: Sequence[QuoteKind], processes: int | None, path: Path, *, resume: bool
) -> None:
    """The same into `path`, and a line about it on standard output."""
    from streams.offline.output import BeginError, OutputError, Work, open_output

    try:
        with _planned_ends(), open_output(path, Work.of(paths, kinds), resume=resume) as output:

            def take(result: Quoted | Unread) -> None:
                output.add(result.events if isinstance(result, Quoted) else None, result.end)

            try:
                _extract(paths, kinds, processes, output.progress.position, take)
            except KeyboardInterrupt:
                typer.echo(f"aqwal: stopped; the same command with --resume goes on with {path}", err=True)
                raise
    except BeginError as error:
        typer.echo(f"aqwal: {error}", err=True)
        raise typer.Exit(2) from None
    except OutputError as error:
        typer.echo(f"aqwal: {error}; with --resume the same command goes on", err=True)
        raise typer.Exit(1) from None
    done = output.progress
    typer.echo(f"{done.articles} articles read, {done.unread} inputs not; {done.quotations} quotations in {path}")
    if done.unread:
        raise typer.Exit(1)


@contextmanager
def _planned_ends() -> Iterator[None]:
    """SIGTERM ends the command as Ctrl-C does; an engine that cannot be started, with code 1."""
    try:
        with ending_on_sigterm():
            yield
    except EngineStartError as error:
        typer.echo(f"aqwal: {error}", err=True)
        raise typer.Exit(1) from None


def _extract(
    paths: Sequence[Path], kinds: Sequence[QuoteKind], processes: int | None, start: Position, take: Take
) -> None:
    """Give every result after `start` to `take`, and tell on standard error what is no article, and the progress."""
    # What ends an engine's process is told of the article that did; its log is for services.
    logging.getLogger("streams.engine").addHandler(logging.NullHandler())
    total = total_size(paths)
    if processes is None:
        processes = usable_cores() if total is None else min(usable_cores(), 1 + total // _WORTH_A_PROCESS)

    async def run(advance_to: Callable[[int], None], say: Callable[[str], None]) -> None:
        async with aclosing(extract_inputs(paths, kinds, processes=processes, start=start)) as results:
            async for result in results:
                if isinstance(result, Unread):
                    say(f"aqwal: {printable(result.reason)}")
                take(result)
                advance_to(result.end.bytes)

    if sys.stderr.isatty() and not sys.stdout.isatty():
        from rich.console import Console

        console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
        with byte_progress(console, total) as advance_to:
            asyncio.run(run(advance_to, console.print))
    else:
        asyncio.run(run(lambda position: None, lambda text: typer.echo(text, err=True)))
