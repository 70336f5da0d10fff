"""The option `--kinds`."""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from schemas.quote import QuoteKind


def as_kinds(text: str | None) -> "tuple[QuoteKind, ...]":
    """Kinds separated by commas; None is all. Raises typer.BadParameter."""
    from streams.core.options import KINDS

    if text is None:
        return KINDS
    asked = {kind.strip() for kind in text.split(",")}
    if not asked <= set(KINDS):
        raise typer.BadParameter(f"{text!r}: choose from {', '.join(KINDS)}, by commas", param_hint="--kinds")
    return tuple(kind for kind in KINDS if kind in asked)
