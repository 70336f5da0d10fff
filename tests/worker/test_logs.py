"""Logs: one line a record in either form, fields and all, and a library's repeats once in a while."""

import json
import logging
from collections.abc import Iterator
from typing import Literal

import pytest
from aiokafka.protocol.admin import SaslAuthenticateRequest, SaslAuthenticateResponse_v1

from streams.worker.logs import configure_logging


@pytest.fixture(autouse=True)
def _restore() -> Iterator[None]:
    root, names = logging.getLogger(), ("aiokafka", "asyncio", "faust", "mode")
    before = root.level, list(root.handlers), [logging.getLogger(name).level for name in names]
    yield
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    for name, level in zip(names, before[2], strict=True):
        logging.getLogger(name).setLevel(level)


def test_json_lines_carry_the_fields_and_arabic_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("INFO", "json")
    logging.getLogger("streams.x").warning(
        "dead %s", "letter", extra={"article_id": "خبر-1", "partition": 3, "offset": 7, "unknown": "x"}
    )
    line = json.loads(capsys.readouterr().err)
    assert line.pop("time").endswith("+00:00")
    assert line == {
        "level": "WARNING",
        "logger": "streams.x",
        "message": "dead letter",
        "article_id": "خبر-1",
        "partition": 3,
        "offset": 7,
    }


def test_an_exception_is_one_json_line_too(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("INFO", "json")
    try:
        raise ValueError("why")
    except ValueError:
        logging.getLogger("streams.x").exception("failed")
    (line,) = capsys.readouterr().err.splitlines()
    assert "ValueError: why" in json.loads(line)["exception"]


def test_text_lines_end_with_the_fields(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("INFO", "text")
    logging.getLogger("streams.x").warning("dead letter", extra={"topic": "articles.raw", "offset": 7})
    assert capsys.readouterr().err.endswith("WARNING streams.x: dead letter topic=articles.raw offset=7\n")


def test_libraries_are_quiet_unless_everything_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("INFO", "text")
    logging.getLogger("aiokafka.consumer").info("hello")
    assert capsys.readouterr().err == ""


def test_a_library_says_the_same_only_once_for_a_while_and_we_as_often_as_we_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure_logging("INFO", "text")
    for node in range(3):
        logging.getLogger("aiokafka").error("Unable connect to node with id %s", node)
        logging.getLogger("streams.x").error("dead letter")
    err = capsys.readouterr().err
    assert err.count("Unable connect") == 1
    assert err.count("dead letter") == 3


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_article_s_id_can_neither_begin_a_line_nor_command_a_terminal(
    form: Literal["text", "json"], capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logging("INFO", form)
    forged = "a\n2030-01-01 INFO all is well\x1b[2J\x9b31m\u2028\x7f"
    logging.getLogger("streams.x").warning("dead letter", extra={"article_id": forged, "detail": forged})
    (line,) = capsys.readouterr().err.splitlines()
    assert not set(line) & set("\x1b\x9b\u2028\x7f")
    if form == "json":
        assert json.loads(line)["article_id"] == forged


def test_nor_can_what_an_exception_says_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("INFO", "text")
    try:
        raise ValueError("\x1b[2J")
    except ValueError:
        logging.getLogger("streams.x").exception("failed")
    lines = capsys.readouterr().err.splitlines()
    assert "\x1b" not in "".join(lines)
    assert [lines[1], lines[-1]] == ["Traceback (most recent call last):", "ValueError:  [2J"]


@pytest.mark.parametrize("version", [(0, 0), (0, 1)])
def test_the_exchange_of_a_password_is_not_told_even_at_debug(
    version: tuple[int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logging("DEBUG", "text")
    request = SaslAuthenticateRequest(b"\0user\0canary").prepare({SaslAuthenticateRequest.API_KEY: version})
    response = SaslAuthenticateResponse_v1(0, None, b"canary", 0)
    aiokafka = logging.getLogger("aiokafka.conn")
    aiokafka.debug("Request to %s:%d %d: %s", "host", 1, 2, request)
    aiokafka.debug("Response from %s:%d %d: %s", "host", 1, 2, response)
    aiokafka.debug("Request to %s:%d %d: %s", "host", 1, 3, "another")
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("Request to host:1 3: another")
