"""Work counted instead of seconds: the same on every machine, under every load."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

PYTHON = frozenset({"call"})
ALL = frozenset({"call", "c_call"})


def calls(work: Callable[[], object], events: frozenset[str] = ALL) -> int:
    """How many functions `work` calls: Python's own and built-in ones, or those that `events` names only."""
    count = 0

    def note(_frame: FrameType, event: str, _what: Any) -> None:
        nonlocal count
        count += event in events

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
