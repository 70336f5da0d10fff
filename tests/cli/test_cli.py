"""The command line as a whole: quick, complete, and `extract` without Kafka."""

import subprocess
import sys
from importlib.metadata import version

import pytest
from typer.testing import CliRunner

from streams.cli import COMMANDS, app

HEAVY = {"aiokafka", "faust", "mode", "quotations", "pydantic", "prometheus_client", "rich"}
WITHOUT_KAFKA = {"aiokafka", "faust", "mode"}


def _imported_by(code: str, stdin: bytes = b"") -> set[str]:
    """The top-level packages that a fresh interpreter has loaded after `code`."""
    program = f"{code}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}}, file=sys.stderr)"
    result = subprocess.run([sys.executable, "-c", program], input=stdin, capture_output=True, check=True)
    return set(result.stderr.decode().split())


def test_registering_the_commands_loads_nothing_heavy() -> None:
    assert not _imported_by("import streams.cli") & HEAVY


@pytest.mark.parametrize(
    ("option", "at_work"), [("--pretty", {"multiprocessing", "rich"}), ("--explain", {"quotations", "rich"})]
)
def test_extract_loads_neither_faust_nor_aiokafka(option: str, at_work: set[str]) -> None:
    run = (
        "import contextlib\nfrom streams.cli import app\n"
        f"with contextlib.suppress(SystemExit): app(['extract', '{option}', '-'])"
    )
    loaded = _imported_by(run, "قال وزير الزراعة سامر الخطيب: «سنزرع مليون شجرة قبل نهاية العام».".encode())
    assert at_work <= loaded
    assert not loaded & WITHOUT_KAFKA


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert command in result.stdout


def test_the_version_is_the_distribution_s() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == f"aqwal {version('aqwal')}\n"


def test_without_a_command_the_help_is_shown() -> None:
    result = CliRunner().invoke(app, [])
    assert all(command in result.output for command in COMMANDS)
