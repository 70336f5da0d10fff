"""Articles out of files: JSON lines (gzip too), or a text or HTML file that is one article. No Kafka here."""

import gzip
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from io import BufferedReader
from pathlib import Path
from typing import IO, cast

STDIN = Path("-")
_GZIP = b"\x1f\x8b"
_CONTENT_TYPES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}


@dataclass(frozen=True, slots=True)
class Input:
    """The bytes of one article as JSON, where they stand (`file:line`), and the bytes read of all files so far."""

    place: str
    value: bytes
    position: int


class InputError(Exception):
    """A file cannot be read (on); the message names it."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


def read_inputs(paths: Sequence[Path]) -> Iterator[Input]:
    """One Input a line that is not blank, or one a `.txt` or `.html` file; `-` is standard input, in JSON lines.

    One line is held at a time. Raises InputError where a file cannot be read or ends within its compression.
    """
    for item in read_what_can_be_read(paths):
        if isinstance(item, InputError):
            raise item
        yield item


def read_what_can_be_read(paths: Sequence[Path]) -> Iterator[Input | InputError]:
    """The same; a file that cannot be read (on) is an InputError in its place, and the others follow."""
    before = 0
    for path in paths:
        name = "standard input" if path == STDIN else str(path)
        position = 0
        try:
            for place, value, position in _read(path, name):
                yield Input(place, value, before + position)
        except (OSError, EOFError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or error  # without the number and the name again
            yield InputError(name, str(reason))
        before += position


@cache
def standard_input() -> BufferedReader:
    """File 0, not `sys.stdin`: the interpreter locks that when it ends, and aborts where a thread still waits in it."""
    return open(0, "rb", closefd=False)


def total_size(paths: Sequence[Path]) -> int | None:
    """The bytes of all `paths` together, or None where one is no ordinary file."""
    if all(path != STDIN and path.is_file() for path in paths):
        return sum(path.stat().st_size for path in paths)
    return None


def _read(path: Path, name: str) -> Iterator[tuple[str, bytes, int]]:
    content_type = _CONTENT_TYPES.get(path.suffix.lower())
    if content_type is not None:
        content = path.read_bytes()
        yield name, _as_json(content, content_type), len(content)
        return
    with ExitStack() as stack:
        raw = standard_input() if path == STDIN else stack.enter_context(path.open("rb"))
        lines: IO[bytes] = raw
        if raw.peek(len(_GZIP)).startswith(_GZIP):
            lines = cast(IO[bytes], stack.enter_context(gzip.open(raw)))
        seekable = os.path.isfile(path)
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield f"{name}:{number}", line.rstrip(b"\r\n"), raw.tell() if seekable else 0


def _as_json(content: bytes, content_type: str) -> bytes:
    """The article that the text in `content` is; bytes that are no UTF-8 are passed on, for the reader to refuse."""
    try:
        body = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content
    article = {"body": body} if content_type == "text/plain" else {"body": body, "content_type": content_type}
    return json.dumps(article, ensure_ascii=False).encode()
