"""`aqwal extract`."""

from pathlib import Path
from typing import Annotated

import typer


def extract(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            dir_okay=False,
            help="JSON lines (gzip too), `.txt` or `.html` files of one article each; `-` (the default where standard "
            "input is no terminal) for JSON lines, one text or one HTML page from a pipe.",
            show_default=False,
        ),
    ] = None,
    kinds: Annotated[
        str, typer.Option(help="What to give, by commas: direct, mixed, indirect, interview.")
    ] = "direct,mixed",
    pretty: Annotated[bool, typer.Option("--pretty", help="For people instead of machines.")] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Instead: why each marked span is a quotation or none, and who was considered as the speaker.",
        ),
    ] = False,
    processes: Annotated[
        int | None, typer.Option(min=1, help="Of the engine.", show_default="one a core, fewer for small files")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            dir_okay=False, help="Write to this new file; while it is unfinished, FILE.state says how far it has come."
        ),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with an --output that was broken off, by the same command.")
    ] = False,
) -> None:
    """Find the quotations of articles without Kafka: the same events as the worker publishes, one JSON line each.

    Exit codes: 0 all was read; 1 a line or file is no article (the others are done), the reader of the output has gone,
    or it cannot be written; 2 a wrong option, or an output that is not to be overwritten or cannot be gone on with; 130
    stopped by Ctrl-C or SIGTERM.
    """
    import sys

    from streams.cli.kinds import as_kinds
    from streams.inputs import STDIN

    wanted = as_kinds(kinds)
    if not files and (sys.stdin is None or sys.stdin.isatty()):
        raise typer.BadParameter("name a file, or pipe in an article", param_hint="FILE")
    paths = files or [STDIN]
    if explain and processes is not None:
        raise typer.BadParameter("not with --explain", param_hint="--processes")
    if output is not None:
        _check_output(paths, output, readable=pretty or explain)
    elif resume:
        raise typer.BadParameter("only with --output", param_hint="--resume")
    if explain:
        _explain(paths)
        return
    from streams.cli.extraction import into_file, onto_stdout

    if output is None:
        onto_stdout(paths, wanted, processes, pretty=pretty)
    else:
        into_file(paths, wanted, processes, output, resume=resume)


def _check_output(paths: list[Path], output: Path, *, readable: bool) -> None:
    """Only files that are there can be read a second time from where the first ended."""
    hint = "--output"
    if readable:
        raise typer.BadParameter("not with --pretty or --explain", param_hint=hint)
    for path in paths:
        if not path.is_file():
            raise typer.BadParameter(f"needs files to read from, and {path} is none", param_hint=hint)
        if output.exists() and output.samefile(path):
            raise typer.BadParameter(f"{output} is an input, too", param_hint=hint)
    if output.exists() and not output.is_file():
        raise typer.BadParameter(f"{output} is no ordinary file", param_hint=hint)


def _explain(files: list[Path]) -> None:
    from streams.cli.explanation import explanation_printer
    from streams.cli.pipes import ending_with_the_reader
    from streams.core.printable import printable
    from streams.offline.explaining import explain_inputs

    show = explanation_printer()
    unread = False
    with ending_with_the_reader():
        for result in explain_inputs(files):
            if isinstance(result, str):
                unread = True
                typer.echo(f"aqwal: {printable(result)}", err=True)
                continue
            for explanation in result:
                show(explanation)
    if unread:
        raise typer.Exit(1)
