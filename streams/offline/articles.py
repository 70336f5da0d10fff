"""The articles of one input: what `streams.inputs` reads, and a plain text on standard input."""

import re
from collections.abc import Iterator
from pathlib import Path

from schemas.article import RawArticle
from streams.inputs import STDIN, Input, read_inputs, standard_input

# How JSON lines begin (after a byte order mark), or what gzip has packed; anything else is text.
_JSON_LINES = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*\{\s*[\"}]|\A\x1f\x8b")


def read_articles(path: Path) -> Iterator[Input]:
    """One Input an article, JSON; whether it is one is for `handle` to say. Raises InputError as `read_inputs` does.

    JSON lines (gzip too), or a `.txt` or `.html` file of one article; `-` is standard input, JSON lines or one text.
    """
    if path == STDIN:
        stdin = standard_input()
        if not _JSON_LINES.match(stdin.peek()):
            yield Input("standard input", _as_json(stdin.read()), 0)
            return
    yield from read_inputs([path])


def _as_json(content: bytes) -> bytes:
    try:
        return RawArticle(body=content.decode("utf-8-sig")).model_dump_json().encode()
    except UnicodeDecodeError:
        return content  # for `handle` to refuse
