"""Text of articles for a terminal or a log line: nothing in it commands the terminal, turns other text or hides."""

import re
import unicodedata

# Format characters that are written to be read: the joiners of Persian and of emoji, and the signs that stand before or
# around numbers (Unicode's Prepended_Concatenation_Mark).
_WRITTEN = frozenset(
    "\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
# ASCII without its controls, and the Arabic letters, are by far the most of any text, and are passed over at once.
_OTHERS = re.compile(r"[^ -~\u0621-\u065f]")


def printable(text: str) -> str:
    """`text` on one line, for people.

    Control characters and line ends become blanks: a terminal obeys escape sequences, also those of an article. Marks
    of direction and other invisible characters become `<U+202E>`: they show letters in another order than they stand
    in, and one word as another.
    """
    return _OTHERS.sub(_shown, text)


def printable_json(line: str) -> str:
    """`line` of JSON with the same characters as escapes: it still says the same."""
    return _OTHERS.sub(_escaped, line)


def _shown(match: re.Match[str]) -> str:
    char = match[0]
    if _breaks(char):
        return " "
    return f"<U+{ord(char):04X}>" if _invisible(char) else char


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if not _breaks(char) and not _invisible(char):
        return char
    units = char.encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def _breaks(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Zl", "Zp")


def _invisible(char: str) -> bool:
    return unicodedata.category(char) == "Cf" and char not in _WRITTEN
