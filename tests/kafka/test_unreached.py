"""Why no broker could be reached, as the commands tell it."""

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.brokers.stage import AQWAL

COMMANDS = ("topics", "tail", "publish")


@pytest.fixture
def silent() -> Iterator[int]:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


def said(directory: Path, command: str, **settings: str) -> str:
    """What a command that cannot reach its broker says, in the one line it has for it."""
    (directory / "a.txt").write_text("نص", "utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("AQWAL_")} | settings
    arguments = ["a.txt"] if command == "publish" else []
    done = subprocess.run(
        [*AQWAL, command, *arguments], env=environment, cwd=directory, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, b"")
    (line,) = done.stderr.decode().splitlines()
    return line


@pytest.mark.parametrize("command", COMMANDS)
def test_nobody_listens(command: str, silent: int, tmp_path: Path) -> None:
    line = said(tmp_path, command, AQWAL_BOOTSTRAP_SERVERS=f"127.0.0.1:{silent}")
    assert line.startswith(f"aqwal: no Kafka answers at 127.0.0.1:{silent}: ")
    assert "onnect" in line
    assert "AddressFamily" not in line


@pytest.mark.parametrize("command", COMMANDS)
def test_a_certificate_that_cannot_be_read(command: str, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("no certificate")
    assert "certificate" in said(tmp_path, command, AQWAL_SECURITY_PROTOCOL="SSL", AQWAL_SSL_CAFILE="ca.pem")


@pytest.mark.parametrize("command", COMMANDS)
def test_no_such_host(command: str, tmp_path: Path) -> None:
    line = said(tmp_path, command, AQWAL_BOOTSTRAP_SERVERS="kafka.invalid:9092")
    assert line.startswith("aqwal: no Kafka answers at kafka.invalid:9092: ")
    assert "AddressFamily" not in line
