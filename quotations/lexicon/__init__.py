"""The lexicons: data files beside this module, read once, in matching form."""

from functools import cache
from importlib.resources import files

from quotations.matching import matching_form


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a data file as columns; comments (`#`) and empty lines left out."""
    lines = files("quotations.lexicon").joinpath(name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(column.strip() for column in line.split("\t")) for line in lines if line and line[0] != "#")


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a data file, in matching form."""
    return frozenset(matching_form(row[0]) for row in rows(name))


@cache
def of_class(name: str, wanted: str, column: int = 1) -> frozenset[str]:
    """The words of one class, in matching form, of a data file of which a column holds the classes of each word."""
    found = frozenset(matching_form(row[0]) for row in rows(name) if wanted in row[column].split())
    if not found:
        raise KeyError(f"{name} has no word of class {wanted}")
    return found
