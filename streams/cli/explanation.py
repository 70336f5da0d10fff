"""One explanation for people: the verdict on a marked span, the evidence, the speakers considered."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from streams.cli.pipes import console_for_a_reader
from streams.core.printable import printable

if TYPE_CHECKING:
    from quotations import Explanation


def explanation_printer() -> Callable[["Explanation"], None]:
    """A function that prints an explanation on standard output, in colour on a terminal."""
    from rich.text import Text

    console = console_for_a_reader()

    def show(e: "Explanation") -> None:
        verdict = "quotation" if e.accepted else "no quotation"
        head = Text(
            f"{verdict}  {e.field} {e.span.start}-{e.span.end}", style="bold green" if e.accepted else "bold red"
        )
        head.append(f"  {e.because}", style="not bold default")
        console.print(head, soft_wrap=True)
        console.print(Text(f"  «{printable(e.text)}»"), soft_wrap=True)
        if e.rule:
            console.print(Text(f"  rule {e.rule}" + (f" · cue {printable(e.cue)}" if e.cue else "")), soft_wrap=True)
        if e.evidence:
            console.print(
                Text("  evidence " + ", ".join(f"{name} {value:+.2f}" for name, value in e.evidence), style="dim"),
                soft_wrap=True,
            )
        for c in e.candidates:
            mark = "→" if c.won else " "
            console.print(
                Text(
                    f"  {mark} {c.probability:.2f} {printable(f'{c.name}: {c.why}')}",
                    style="cyan" if c.won else "dim",
                ),
                soft_wrap=True,
            )
        console.print()

    return show
