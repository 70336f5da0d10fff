"""Words between marks as tokens, and every form of a quotation mark."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["guillemets", "ascii", "curly", "single"]

STYLES: dict[str, Style] = {
    **dict.fromkeys("«»‹›《》", "guillemets"), "<<": "guillemets", ">>": "guillemets",
    '"': "ascii", "＂": "ascii", "''": "ascii", "``": "ascii",
    **dict.fromkeys("“”„‟″〝〞", "curly"),
    **dict.fromkeys("'‘’‚`", "single"),
}  # fmt: skip
MARKS = frozenset(STYLES)  # every form of a quotation mark


@dataclass(slots=True)
class Marked:
    """Words between marks, as tokens: `opening` and `closing` are the marks' own, `first` and `last` the words'.

    `closing` is -1 where the closing mark is missing; `last` is then where the paragraph ends.
    """

    opening: int
    closing: int
    first: int
    last: int
    style: Style
    depth: int
    parent: int = -1  # index of the enclosing one in the list


@dataclass(slots=True)
class Open:
    """A mark that waits for its closing one."""

    at: int
    style: Style
    breaks: int = 0
    shifted: bool = False  # it touches the word before it
