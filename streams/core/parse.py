"""The bytes of a record's value → `RawArticle`."""

import codecs

from pydantic import ValidationError

from schemas.article import RawArticle
from schemas.dead_letter import RejectReason
from streams.core.unreadable import Unreadable, class_name

_SHOWN_ERRORS = 5


def parse_article(value: bytes) -> RawArticle:
    """The article in `value`: a JSON object in UTF-8, with or without a byte order mark.

    Raises Unreadable: `invalid-encoding`, `invalid-json` (also for lone surrogates, which no UTF-8 can hold, for
    numbers of thousands of digits and for nesting beyond the parser's depth) or `invalid-article`.
    """
    try:
        text = value.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise Unreadable("invalid-encoding", str(error), class_name(error)) from error
    try:
        return RawArticle.model_validate_json(text)
    except ValidationError as error:
        # Neither the input (it can be megabytes, and is in the letter) nor links to a validator's manual.
        found = error.errors(include_url=False, include_input=False, include_context=False)
        shown = "; ".join(_describe(list(one["loc"]), one["msg"]) for one in found[:_SHOWN_ERRORS])
        reason: RejectReason = "invalid-json" if found[0]["type"] == "json_invalid" else "invalid-article"
        raise Unreadable(reason, shown, class_name(error)) from error


def _describe(location: list[int | str], message: str) -> str:
    return f"{'.'.join(map(str, location))}: {message}" if location else message
