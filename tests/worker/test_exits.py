"""How the process ends where it cannot go on."""

import subprocess
import sys
from pathlib import Path

import pytest

from streams.worker.exits import Exit

_FULL = Path("/dev/full")  # a file on a disk that is full


@pytest.mark.skipif(not _FULL.exists(), reason="this system has no /dev/full")
def test_a_log_that_cannot_be_written_does_not_keep_the_process_alive() -> None:
    program = (
        "import sys\n"
        "from streams.worker.exits import give_up\n"
        f"sys.stdout = open({str(_FULL)!r}, 'w')\n"
        "sys.stdout.write('kept in the buffer')\n"
        "try:\n    give_up()\n"
        "except OSError:\n    sys.exit(77)  # an agent that goes on\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert ended.returncode == Exit.GAVE_UP
