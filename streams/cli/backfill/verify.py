"""`aqwal backfill verify`."""

from typing import Annotated

import typer


def verify(run: Annotated[str, typer.Argument(metavar="RUN", help="The run's id.")]) -> None:
    """TODO"""
