"""The articles of one input: what `streams.inputs` reads, and a plain text on standard input."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from schemas.article import RawArticle
from streams.inputs import STDIN, Input, read_inputs, standard_input

# How a page begins: its type, a comment or a tag. No text of an article does.
_HTML = re.compile(r"\A\s*<(?:!doctype\s+html|!--|\?xml\s|[a-z][a-z0-9]*[\s>/])", re.IGNORECASE)
# How JSON lines begin (after a byte order mark), or what gzip has packed; anything else is a text or a page.
_JSON_LINES = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*\{\s*[\"}]|\A\x1f\x8b")


def read_articles(path: Path) -> Iterator[Input]:
    """One Input an article, JSON; whether it is one is for `handle` to say. Raises InputError as `read_inputs` does.

    JSON lines (gzip too), or a `.txt` or `.html` file of one article; `-` is standard input: JSON lines, one text
    or one HTML page.
    """
    if path == STDIN:
        stdin = standard_input()
        if not _JSON_LINES.match(stdin.peek()):
            yield Input("standard input", _as_json(stdin.read()), 0)
            return
    yield from read_inputs([path])


def _as_json(content: bytes) -> bytes:
    try:
        body = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content  # for `handle` to refuse
    content_type: Literal["text/html", "text/plain"] = "text/html" if _HTML.match(body) else "text/plain"
    return RawArticle(body=body, content_type=content_type).model_dump_json().encode()
