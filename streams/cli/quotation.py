"""One quotation for people: speaker, kind and cue on one line, the words below."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from streams.cli.pipes import console_for_a_reader
from streams.core.printable import printable

if TYPE_CHECKING:
    from schemas.quote import QuoteEvent


def quotation_printer() -> Callable[["QuoteEvent"], None]:
    """A function that prints a quotation on standard output, in colour on a terminal.

    The text stays in logical order, as published, and is never cut or wrapped: the terminal turns it to the left.
    """
    from rich.text import Text

    console = console_for_a_reader()

    def show(event: "QuoteEvent") -> None:
        speaker = event.speaker
        head = Text(printable(speaker.name or speaker.mention or "(unknown)"), style="bold")
        if speaker.title:
            head.append(f"، {printable(speaker.title)}", style="not bold")
        cue = f" · {printable(event.cue.text)}" if event.cue else ""
        denied = " · negated" if event.cue and event.cue.negated else ""
        head.append(f"  {event.kind}{cue}{denied} · {event.confidence:.2f}", style="not bold cyan")
        console.print(head, soft_wrap=True)
        console.print(Text(f"  «{printable(event.text)}»"), soft_wrap=True)
        source = " · ".join(printable(part) for part in (event.outlet, event.article_title, event.article_id) if part)
        console.print(Text(f"  {source}", style="dim"), soft_wrap=True)
        console.print()
        console.file.flush()

    return show
