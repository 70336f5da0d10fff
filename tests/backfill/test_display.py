"""The progress of a run: bars on a terminal, lines of the log elsewhere; on a real Apache Kafka and a real terminal."""

import asyncio
import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.brokers.articles import articles
from tests.brokers.stage import AQWAL, Stage

pytestmark = pytest.mark.kafka


def test_a_terminal_shows_each_partition_and_the_whole(stage: Stage, tmp_path: Path) -> None:
    asyncio.run(stage.send_all(articles(300)))
    ours, theirs = pty.openpty()
    command = [*AQWAL, "backfill", "--from", "0", "--rate", "100"]
    environment = stage.environment | {"TERM": "xterm", "COLUMNS": "160"}
    with subprocess.Popen(command, env=environment, cwd=tmp_path, stderr=theirs) as process:
        os.close(theirs)
        shown = _read_all(ours)
    assert process.returncode == 0, shown
    assert "all" in shown
    assert any(f"partition {number}" in shown for number in range(3))
    assert "articles/s" in shown
    assert " left" in shown
    assert "done, 100.0%, 300 articles, 600 quotations, 0 dead letters" in shown


def _read_all(terminal: int) -> str:
    content = b""
    while True:
        try:
            content += os.read(terminal, 65_536)
        except OSError:  # the other end is closed
            os.close(terminal)
            return content.decode(errors="replace")


def test_without_a_terminal_the_log_tells_in_lines(stage: Stage) -> None:
    asyncio.run(stage.send_all(articles(360)))
    stage.environment |= {"AQWAL_LOG_FORMAT": "json"}
    told = stage.command("backfill", "--from", "0", "--rate", "30")
    assert told.returncode == 0, told.stderr
    lines = [json.loads(line)["message"] for line in told.stderr.splitlines() if line.startswith(b"{")]
    line, *_ = (line for line in lines if "articles/s" in line)
    assert " %, " in line
    assert " left" in line
    assert "\x1b" not in told.stderr.decode()
