"""Tables that a reader can browse: each row has a label, a text, what is expected, and where it helps a comment.

A row with `fails` is a known failure: it must fail, so that the day it passes is noticed.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import pytest
from _pytest.mark import ParameterSet

from quotations import Article, Quotation, extract


class Case(NamedTuple):
    """One row. `text` may hold line breaks; `why` says what the row is there for, `fails` what is wrong today."""

    label: str
    text: Any
    expected: Any
    why: str = ""
    fails: str = ""


def table(cases: Iterable[Case]) -> list[ParameterSet]:
    """The rows as parameters of a test `(text, expected)`, with their labels as names."""
    rows = list(cases)
    assert len({c.label for c in rows}) == len(rows), "two rows of one label"
    return [
        pytest.param(
            c.text,
            c.expected,
            id=c.label.replace(" ", "-"),
            marks=[pytest.mark.xfail(reason=c.fails, strict=True)] if c.fails else [],
        )
        for c in rows
    ]


WORDS = "«راجعنا كل القياسات أمس»"
SPOKE = "قال الوزير سليم الحداد إن السد آمن.\n\n"  # so that somebody has spoken before


def last_of(body: str) -> Quotation:
    """The last of the quotations in marks, or of all where none has any."""
    found = extract(Article(body))
    return [q for q in found if q.family == "marked" or not any(x.family == "marked" for x in found)][-1]
