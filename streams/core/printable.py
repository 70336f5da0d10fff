"""Text of articles for a terminal or a log line."""

import unicodedata


def printable(text: str) -> str:
    """`text` on one line without control characters: a terminal obeys escape sequences, also those of an article.

    Format characters (joiners, direction marks) stay: they belong to the text.
    """
    return "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text)
