"""Extraction without Kafka: the inputs of the command line through the same `handle` as the worker's."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotations import Explanation, explain
from schemas.article import RawArticle
from schemas.quote import QuoteKind
from streams.core.handle import handle, text_of
from streams.core.options import KINDS, HandleOptions
from streams.core.parse import parse_article
from streams.core.records import Record, Rejected
from streams.core.unreadable import Unreadable
from streams.inputs import STDIN, InputError, read_inputs, standard_input

# A file's articles need pass no broker's limit.
_OPTIONS = HandleOptions(
    kinds=KINDS,
    max_event_bytes=sys.maxsize,
    max_letter_bytes=sys.maxsize,
    max_result_bytes=sys.maxsize,
    max_article_chars=sys.maxsize,
)
# How JSON lines begin (after a byte order mark), or what gzip has packed; anything else is text.
_JSON_LINES = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*\{\s*[\"}]|\A\x1f\x8b")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of one input as they would be published (`QuoteEvent` JSON, without a line end), with their kinds.

    `indirect` counts its reported statements, asked for or not.
    """

    events: tuple[bytes, ...]
    indirect: int


@dataclass(frozen=True, slots=True)
class Unread:
    """What is no article: where it stands (`file:line`) and why, as one text."""

    reason: str


def extract_inputs(paths: Sequence[Path], kinds: Sequence[QuoteKind]) -> Iterator[Quoted | Unread]:
    """The quotations of the articles in `paths`, one result an article, in their order; one article is held at a time.

    JSON lines (gzip too), or a `.txt` or `.html` file of one article; `-` is standard input, JSON lines or one text.
    A file that cannot be read (on) is an Unread, and the others follow.
    """
    for path in paths:
        try:
            for place, value in _values(path):
                yield _quoted(place, value, kinds)
        except InputError as error:
            yield Unread(str(error))


def explain_inputs(paths: Sequence[Path]) -> Iterator[list[Explanation] | Unread]:
    """Like `extract_inputs`: why each marked span of each article is a quotation or none."""
    for path in paths:
        try:
            for place, value in _values(path):
                try:
                    yield explain(text_of(parse_article(value)))
                except Unreadable as error:
                    yield Unread(f"{place}: {error.reason}: {error.detail}")
        except InputError as error:
            yield Unread(str(error))


def _values(path: Path) -> Iterator[tuple[str, bytes]]:
    if path == STDIN:
        stdin = standard_input()
        if not _JSON_LINES.match(stdin.peek()):
            yield "standard input", _article(stdin.read())
            return
    for item in read_inputs([path]):
        yield item.place, item.value


def _article(content: bytes) -> bytes:
    try:
        return RawArticle(body=content.decode("utf-8-sig")).model_dump_json().encode()
    except UnicodeDecodeError:
        return content  # for `handle` to refuse


def _quoted(place: str, value: bytes, kinds: Sequence[QuoteKind]) -> Quoted | Unread:
    # All kinds are found, whatever is asked for: an event does not depend on which others are given out.
    try:
        outcome = handle(Record("", 0, 0, timestamp=-1, key=None, value=value), _OPTIONS, now=0)
    except MemoryError:
        return Unread(f"{place}: engine-crash: out of memory")
    if isinstance(outcome, Rejected):
        return Unread(f"{place}: {outcome.reason}: {outcome.detail}")
    found = zip(outcome.kinds, outcome.quotes, strict=True)
    events = tuple(quote.value for kind, quote in found if kind in kinds and quote.value is not None)
    return Quoted(events, indirect=outcome.kinds.count("indirect"))
