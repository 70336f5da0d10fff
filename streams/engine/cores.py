"""How many processes there is work for."""

import os
import sys


def usable_cores() -> int:
    """The cores that this process may use: at least one."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
