"""The figures and the errors for people, on a terminal."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from streams.core.printable import printable
from streams.evaluation.breakdown import Group
from streams.evaluation.errors import Error
from streams.evaluation.records import FAMILIES

_TRIPLES = {
    "spans": "spans",
    "spans_at_0.9": "spans at 0.9",
    "end_to_end": "end to end",
    "end_to_end_full_name": "end to end, full name",
    "medium": "medium",
}
_SHARES = {
    "speaker_of_hits": "speaker right, of hits",
    "full_name_of_hits": "full name right, of hits",
    "unknown_of_hits": "speaker unknown, of hits",
    "cue_of_hits": "cue right, of hits",
    "kind_of_hits": "kind right, of hits",
}
_ERROR_TEXT = 120


def show_report(console: Console, report: dict[str, Any]) -> None:
    """One table a family: precision, recall and F1, then the shares of found quotations."""
    for family in FAMILIES:
        figures = report[family]
        table = Table(title=f"{family}: {figures['gold']} annotated, {figures['pred']} found", box=SIMPLE)
        table.add_column("")
        for label in ("precision", "recall", "F1"):
            table.add_column(label, justify="right", no_wrap=True)
        for key, label in _TRIPLES.items():
            table.add_row(label, *(f"{value:.4f}" for value in figures[key]))
            if key == "end_to_end":
                low, high = figures["end_to_end_ci95"]
                table.add_row("  95 % interval", "", "", f"{low:.4f}-{high:.4f}")
        table.add_section()
        for key, label in _SHARES.items():
            if figures.get(key) is not None:
                table.add_row(label, f"{figures[key]:.4f}", "", "")
        table.add_section()
        for how, counts in figures["by_how"].items():
            table.add_row(Text(printable(f"{how}: right/found/annotated")), counts, "", "")
        console.print(table)
    console.print(
        f"{report['articles']} articles, {report['stray_articles']} found ones not annotated, "
        f"{report['bad_offsets']} bad offsets"
    )


def show_breakdown(console: Console, by: str, groups: Sequence[Group]) -> None:
    """One table a family, one row a group: errors (`wrong`: of speakers), the spans' figures, the F1 end to end."""
    for family in FAMILIES:
        table = Table(title=f"{family} by {by}", box=SIMPLE, pad_edge=False, padding=(0, 1, 0, 0))
        table.add_column(by, min_width=16)
        for label in ("gold", "missed", "spurious", "wrong", "P", "R", "F1", "end2end"):
            table.add_column(label, justify="right", no_wrap=True)
        for g in (group for group in groups if group.family == family):
            counts = map(str, (g.gold, g.missed, g.spurious, g.hits - g.right))
            table.add_row(Text(printable(g.name)), *counts, *(f"{value:.3f}" for value in (*g.spans, g.end_to_end[2])))
        console.print(table)


def error_lines(errors: Iterable[Error]) -> Iterable[str]:
    """One error a line, fields by tabs: article, family, what, rule, annotated, found, text."""
    for e in errors:
        text = " ".join(e.text.split())
        shown = text if len(text) <= _ERROR_TEXT else text[: _ERROR_TEXT - 1] + "…"
        both = (" ".join(value.split()) if value else "-" for value in (e.annotated, e.found))
        fields = (e.article_id, e.family, e.what, e.rule or "-", *both, shown)
        yield "\t".join(map(printable, fields))
