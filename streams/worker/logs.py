"""Logs on standard error: text for people, or one JSON object a line."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Literal

from aiokafka.protocol.admin import SaslAuthenticateRequest

from streams.core.printable import printable, printable_json
from streams.core.records import Record

# What a record may carry beside its message, in this order.
_FIELDS = ("article_id", "topic", "partition", "offset", "quotes", "reason", "detail")
# These tell at INFO what only their makers want to know.
_LIBRARIES = ("aiokafka", "asyncio", "faust", "mode")
_REPEAT_SECONDS = 10.0  # while a broker is gone, aiokafka says so eighty times a second


def configure_logging(level: str, form: Literal["text", "json"]) -> None:
    """Send all logs to standard error; the libraries' only from WARNING on, unless `level` is DEBUG."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if form == "json" else _Text())
    handler.addFilter(_tells_no_password)
    handler.addFilter(_Repeats())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    if level != "DEBUG":
        for library in _LIBRARIES:
            logging.getLogger(library).setLevel(max(logging.WARNING, logging.getLevelName(level)))


def _tells_no_password(record: logging.LogRecord) -> bool:
    """At DEBUG aiokafka tells all that it sends, of a PLAIN authentication the password itself."""
    arguments = record.args if isinstance(record.args, tuple) else ()
    return not any(getattr(argument, "API_KEY", None) == SaslAuthenticateRequest.API_KEY for argument in arguments)


def fields_of(record: Record) -> dict[str, object]:
    """The fields that say which input record a line is about; the article's id as far as the key tells it."""
    key = (record.key or b"").decode(errors="replace")
    return {"article_id": key, "topic": record.topic, "partition": record.partition, "offset": record.offset}


class _Repeats(logging.Filter):
    """Lets a library say the same thing once in ten seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[tuple[str, str], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        if not record.name.startswith(_LIBRARIES):
            return True
        saying = record.name, str(record.msg)
        due = record.created - self._said.get(saying, 0.0) >= _REPEAT_SECONDS
        if due:
            if len(self._said) > 1000:
                self._said.clear()
            self._said[saying] = record.created
        return due


def _fields(record: logging.LogRecord) -> dict[str, object]:
    return {name: getattr(record, name) for name in _FIELDS if hasattr(record, name)}


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": _time(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_fields(record),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return printable_json(json.dumps(line, ensure_ascii=False, default=str))


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        fields = "".join(f" {name}={value}" for name, value in _fields(record).items())
        # One line, whatever an article's id holds: nobody may write log lines of his own through it.
        line = printable(f"{_time(record)} {record.levelname} {record.name}: {record.getMessage()}{fields}")
        return "\n".join([line, *self._traceback(record)])

    def _traceback(self, record: logging.LogRecord) -> list[str]:
        return (
            [printable(line) for line in self.formatException(record.exc_info).split("\n")] if record.exc_info else []
        )
