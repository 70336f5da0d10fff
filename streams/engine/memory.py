"""How much memory a child may take."""

import sys
from pathlib import Path

_CONTAINER = Path("/sys/fs/cgroup/memory.max")  # of this process's container, as it sees itself (cgroup v2)
_RESERVE = 250_000_000  # bytes for the parent: more than a worker with its engine took in `bench.corpus`
_LEAST = 100_000_000  # bytes; the engine takes a third of it before the first article


def share_of_memory(memory: int | None, children: int, container: Path = _CONTAINER) -> int | None:
    """Bytes that each of `children` may take: `memory`, or less where their container has less; None: no limit.

    A container that takes more than it may can be killed as a whole (Kubernetes does so): nobody would be left to make
    a dead letter of the article, and every restart would meet it again.
    """
    try:
        text = container.read_text().strip()
    except OSError:  # no container, or no Linux
        return memory
    if not text.isdecimal():  # "max"
        return memory
    share = max(_LEAST, (int(text) - _RESERVE) // children)
    return share if memory is None else min(memory, share)


def limit_memory(size: int | None) -> None:
    """Let this process have `size` bytes of its own, on Linux; elsewhere no call limits what `malloc` takes."""
    if sys.platform == "linux" and size is not None:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        soft = size if hard == resource.RLIM_INFINITY else min(size, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
