"""What a command and its child processes use, looked at while they run (Linux)."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Used:
    """Of the process and its children, each by its id: the greatest resident size in KiB, and seconds of CPU."""

    peak: dict[int, int] = field(default_factory=dict)
    cpu: dict[int, float] = field(default_factory=dict)

    def look(self, pid: int) -> None:
        """Take in what the processes that run now have used."""
        for each in (pid, *_children(pid)):
            try:
                status = Path(f"/proc/{each}/status").read_text()
                fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
            except OSError:  # ended just now
                continue
            for line in status.splitlines():
                if line.startswith("VmHWM"):
                    self.peak[each] = int(line.split()[1])
            self.cpu[each] = (int(fields[11]) + int(fields[12])) / _TICKS


def _children(pid: int) -> Iterator[int]:
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        yield from map(int, path.read_text().split())
