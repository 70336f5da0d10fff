"""`aqwal extract`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from schemas.quote import QuoteKind


def extract(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            dir_okay=False,
            help="JSON lines (gzip too), `.txt` or `.html` files of one article each; `-` (the default where standard "
            "input is no terminal) for JSON lines or one text from a pipe.",
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
) -> None:
    """Find the quotations of articles without Kafka: the same events as the worker publishes, one JSON line each.

    Exit codes: 0 all was read; 1 a line or file is no article (the others are done), or the reader of the output has
    gone; 2 a wrong option.
    """
    import sys

    from streams.core.options import KINDS
    from streams.inputs import STDIN

    asked = {kind.strip() for kind in kinds.split(",")}
    if not asked <= set(KINDS):
        raise typer.BadParameter(f"{kinds!r}: choose from {', '.join(KINDS)}, by commas", param_hint="--kinds")
    if not files and (sys.stdin is None or sys.stdin.isatty()):
        raise typer.BadParameter("name a file, or pipe in an article", param_hint="FILE")
    if explain:
        _explain(files or [STDIN])
        return
    _extract(files or [STDIN], [kind for kind in KINDS if kind in asked], pretty)


def _extract(files: list[Path], wanted: "list[QuoteKind]", pretty: bool) -> None:
    import sys

    from schemas.quote import QuoteEvent
    from streams.cli.pipes import ending_with_the_reader, write_json
    from streams.cli.quotation import quotation_printer
    from streams.offline import Unread, extract_inputs

    show = quotation_printer()
    read = unread = found = indirect = 0
    with ending_with_the_reader():
        for result in extract_inputs(files, wanted):
            if isinstance(result, Unread):
                unread += 1
                typer.echo(f"aqwal: {result.reason}", err=True)
                continue
            read += 1
            found += len(result.events)
            indirect += result.indirect
            for event in result.events:
                if pretty:
                    show(QuoteEvent.model_validate_json(event))
                else:
                    write_json(event)
            sys.stdout.flush()
    if read and not found and "indirect" not in wanted:
        statements = "1 reported statement" if indirect == 1 else f"{indirect} reported statements"
        kinds = ", ".join(wanted)
        typer.echo(f"aqwal: no quotation found ({kinds}); `--kinds indirect` would give {statements}", err=True)
    if unread:
        raise typer.Exit(1)


def _explain(files: list[Path]) -> None:
    from streams.cli.explanation import explanation_printer
    from streams.cli.pipes import ending_with_the_reader
    from streams.offline import Unread, explain_inputs

    show = explanation_printer()
    unread = False
    with ending_with_the_reader():
        for result in explain_inputs(files):
            if isinstance(result, Unread):
                unread = True
                typer.echo(f"aqwal: {result.reason}", err=True)
                continue
            for explanation in result:
                show(explanation)
    if unread:
        raise typer.Exit(1)
