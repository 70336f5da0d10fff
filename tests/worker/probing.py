"""What a running worker tells: its log, its probes, its metrics."""

import asyncio
import re
import time
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable

from tests.brokers.stage import Worker


async def says(worker: Worker, words: str, seconds: float = 60) -> None:
    """Wait until the worker's log holds `words`."""
    deadline = time.monotonic() + seconds
    while words not in worker.log:
        assert time.monotonic() < deadline, worker.log
        assert worker.process.poll() is None, worker.log
        await asyncio.sleep(0.05)


async def until(holds: Callable[[], Awaitable[bool]], worker: Worker, seconds: float = 60) -> None:
    """Wait until `holds`."""
    deadline = time.monotonic() + seconds
    while not await holds():
        assert time.monotonic() < deadline, worker.log
        await asyncio.sleep(0.1)


async def get(port: int, path: str) -> tuple[int, str]:
    """Status and text; 0 where nobody answers."""
    return await asyncio.to_thread(_get, port, path)


async def metric(port: int, name: str) -> float | None:
    """The value of the sample `name` (labels and all), or None."""
    _, text = await get(port, "/metrics")
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
    return float(found[1]) if found else None


def _get(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()
    except OSError:
        return 0, ""
