"""Whatever goes wrong with the settings, and wherever they are shown: no secret among it."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from streams.cli import COMMANDS
from streams.settings import load_settings
from tests.brokers.apache_kafka import free_ports
from tests.brokers.stage import AQWAL

CANARY = "canary-Zd9"
SECRETS = {"AQWAL_SASL_PASSWORD": f"{CANARY}-sasl", "AQWAL_SSL_KEY_PASSWORD": f"{CANARY}-key"}
SASL = SECRETS | {"AQWAL_SECURITY_PROTOCOL": "SASL_SSL", "AQWAL_SASL_USERNAME": "user"}


def _run(directory: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    (directory / "a.txt").write_text("نص", "utf-8")
    bare = {name: value for name, value in os.environ.items() if not name.startswith("AQWAL_")}
    done = subprocess.run(
        [*AQWAL, *arguments], env=bare | environment, cwd=directory, capture_output=True, text=True, check=False
    )
    assert CANARY not in done.stdout + done.stderr
    return done


WRONG: dict[str, dict[str, str]] = {
    "a value elsewhere": SASL | {"AQWAL_WEB_PORT": "many"},
    "the protocol": SASL | {"AQWAL_SECURITY_PROTOCOL": f"{CANARY}"},
    "no user": {name: value for name, value in SASL.items() if name != "AQWAL_SASL_USERNAME"},
    "a password without TLS": SASL | {"AQWAL_SECURITY_PROTOCOL": "SASL_PLAINTEXT"},
    "a password without SASL": SASL | {"AQWAL_SECURITY_PROTOCOL": "SSL"},
    "a misspelt name": {"AQWAL_SASL_PASWORD": CANARY},
    "a password in the address": {"AQWAL_BOOTSTRAP_SERVERS": f"user:{CANARY}@kafka:9092"},
    "a password as a topic": {"AQWAL_TOPIC_RAW": f"{CANARY}!"},
    "a password as a file": SASL | {"AQWAL_SSL_KEYFILE": CANARY, "AQWAL_SSL_CERTFILE": CANARY},
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("place", ["environment", ".env"])
def test_an_error_in_the_settings_repeats_no_value(tmp_path: Path, wrong: str, place: str) -> None:
    environment = WRONG[wrong]
    if place == ".env":
        (tmp_path / ".env").write_text("".join(f"{name}={value}\n" for name, value in environment.items()))
        environment = {}
    done = _run(tmp_path, "worker", **environment)
    assert (done.returncode, done.stdout) == (2, "")
    assert "AQWAL_" in done.stderr
    assert "Traceback" not in done.stderr


def _no_utf8(path: Path) -> None:
    path.write_bytes(f"AQWAL_SASL_PASSWORD={CANARY}\nAQWAL_GROUP=\xff\n".encode("latin-1"))


def _no_lines(path: Path) -> None:
    path.write_text(f"AQWAL_SASL_PASSWORD {CANARY}\n'{CANARY}\n")


@pytest.mark.parametrize(("make", "told"), [(_no_utf8, "is not UTF-8"), (_no_lines, "line 1 is no setting")])
def test_a_broken_dotenv_file_is_told_without_its_content(
    tmp_path: Path, make: Callable[[Path], None], told: str
) -> None:
    make(tmp_path / ".env")
    done = _run(tmp_path, "worker")
    assert done.returncode == 2
    assert done.stderr.startswith(f"aqwal: .env: {told}\n")
    assert "dotenv" not in done.stderr  # the library's own warning


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_shows_no_value(tmp_path: Path, command: str) -> None:
    done = _run(tmp_path, *command.split(), "--help", **SASL)
    assert done.returncode == 0
    assert "Usage" in done.stdout


@pytest.mark.parametrize("command", [("topics",), ("tail",), ("publish", "a.txt")])
def test_a_broker_that_is_away_is_told_without_a_secret(tmp_path: Path, command: tuple[str, ...]) -> None:
    (port,) = free_ports(1)
    done = _run(tmp_path, *command, **SASL, AQWAL_BOOTSTRAP_SERVERS=f"127.0.0.1:{port}")
    assert done.returncode == 1
    assert f"127.0.0.1:{port}" in done.stderr


def test_settings_show_no_secret_however_they_are_printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in SASL.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert settings.sasl_password is not None
    assert settings.sasl_password.get_secret_value() == SASL["AQWAL_SASL_PASSWORD"]
    for shown in (
        repr(settings),
        str(settings),
        f"{settings!r:>5}",
        settings.model_dump_json(),
        str(settings.model_dump()),
    ):
        assert CANARY not in shown
    with pytest.raises(Exception, match="frozen") as caught:
        settings.sasl_username = "other"
    assert CANARY not in str(caught.value)
