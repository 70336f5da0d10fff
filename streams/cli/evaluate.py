"""`aqwal evaluate`: the engine, or given events, against annotated articles."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from streams.evaluation.by import By

if TYPE_CHECKING:
    from streams.evaluation.comparison import Comparison
    from streams.evaluation.records import Found, GoldArticle


def evaluate(
    gold: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Annotated articles, JSON lines.")],
    pred: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="Score these quote events (JSON lines) instead of the engine."),
    ] = None,
    by: Annotated[
        list[By] | None,
        typer.Option(help="Break the figures down; may be given several times."),
    ] = None,
    show_errors: Annotated[
        bool, typer.Option("--errors", help="List every error after the figures, one a line, fields by tabs.")
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(dir_okay=False, writable=True, help="Write a page: annotated beside found, on each article."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The figures as one JSON object.")] = False,
) -> None:
    """Measure the engine on annotated articles: spans, speakers, full names, cues and media, with a 95 % interval.

    An article is {"id", "outlet", "body", "quotes": [...], "indirect": [...]}, an entry {"text", "start", "end",
    "kind", "speaker", "name", "cue", "via", "how"}, offsets in code points. Events are what `aqwal extract` writes for
    all kinds.

    Exit codes: 0 measured; 1 a file is not what it should be, the page cannot be written, or the reader of the output
    has gone; 2 a wrong option.
    """
    from streams.cli.pipes import ending_with_the_reader
    from streams.evaluation.comparison import compare

    comparisons, strays = compare(*_read(gold, pred))
    with ending_with_the_reader():
        if as_json:
            _print_json(comparisons, strays, by or [], show_errors)
        else:
            _print_tables(comparisons, strays, by or [], show_errors)
    if html:
        _write_page(html, comparisons)


def _read(gold: Path, pred: Path | None) -> "tuple[list[GoldArticle], list[Found]]":
    """The annotated articles, and what was found in them: in `pred`, else by the engine."""
    from streams.core.printable import printable
    from streams.evaluation.predict import predict
    from streams.evaluation.records import NotARecordError, read_found, read_gold

    path = gold
    try:
        articles = read_gold(gold.read_text("utf-8").split("\n"))
        path = pred or gold
        return articles, read_found(pred.read_text("utf-8").split("\n")) if pred else predict(articles)
    except (NotARecordError, UnicodeDecodeError) as exc:
        typer.echo(f"aqwal: {path}: {printable(str(exc))}", err=True)
        raise typer.Exit(1) from exc


def _print_json(comparisons: "list[Comparison]", strays: int, by: list[By], show_errors: bool) -> None:
    from streams.cli.pipes import write_json
    from streams.evaluation.breakdown import breakdown
    from streams.evaluation.errors import errors
    from streams.evaluation.figures import report

    figures = report(comparisons, strays)
    if by:
        figures["by"] = {key: [group.as_dict() for group in breakdown(comparisons, key)] for key in by}
    if show_errors:
        figures["errors"] = [error.as_dict() for error in errors(comparisons)]
    for line in json.dumps(figures, ensure_ascii=False, indent=1).split("\n"):
        write_json(line.encode())  # UTF-8, whatever the terminal speaks
    sys.stdout.flush()


def _print_tables(comparisons: "list[Comparison]", strays: int, by: list[By], show_errors: bool) -> None:
    from rich.console import Console

    from streams.evaluation.breakdown import breakdown
    from streams.evaluation.errors import errors
    from streams.evaluation.figures import report
    from streams.evaluation.tables import error_lines, show_breakdown, show_report

    console = Console()
    console.width = max(console.width, 80)  # figures that a narrow terminal wraps are better than cut ones
    show_report(console, report(comparisons, strays))
    for key in by:
        show_breakdown(console, key, breakdown(comparisons, key))
    if show_errors:
        for line in error_lines(errors(comparisons)):
            typer.echo(line)


def _write_page(path: Path, comparisons: "list[Comparison]") -> None:
    from streams.evaluation.page import page

    try:
        path.write_text(page(comparisons), "utf-8")
    except OSError as exc:
        typer.echo(f"aqwal: {path}: {exc.strerror}", err=True)
        raise typer.Exit(1) from exc
