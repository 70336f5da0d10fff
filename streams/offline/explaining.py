"""Why each marked span of the inputs' articles is a quotation or none."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from quotations import Explanation, explain
from streams.core.handle import text_of
from streams.core.parse import parse_article
from streams.core.unreadable import Unreadable
from streams.inputs import InputError
from streams.offline.articles import read_articles


def explain_inputs(paths: Sequence[Path]) -> Iterator[list[Explanation] | str]:
    """One list an article, in their order, or why it is none (`file:line: reason`); one article is held at a time."""
    for path in paths:
        try:
            for item in read_articles(path):
                try:
                    yield explain(text_of(parse_article(item.value)))
                except Unreadable as error:
                    yield f"{item.place}: {error.reason}: {error.detail}"
        except InputError as error:
            yield str(error)
