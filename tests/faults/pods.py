"""Workers as an orchestrator runs them: started again, after a short while, whenever they end."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from tests.brokers.stage import WORKER, Worker

BREAKABLE = (sys.executable, "-P", str(Path(__file__).with_name("breakable.py")))
_BACKOFF = 0.5  # seconds, doubled at every end that comes soon after the start
_BACKOFF_LIMIT = 5.0
_SOON = 10.0
_GRACE = 30.0  # seconds to stop in, as Kubernetes gives them


class Pod:
    """A worker that is started again until it is retired. `exits`: how it ended, each time."""

    def __init__(
        self, name: str, environment: Mapping[str, str], directory: Path, program: Sequence[str] = WORKER
    ) -> None:
        self.name = name
        self.exits: list[int] = []
        self._environment = dict(environment)
        self._directory = directory
        self._program = program
        self._wanted = True
        self._written = 0  # characters of the log before the last start
        self._worker = self._start()
        self._supervising = asyncio.create_task(self._supervise())

    @property
    def log(self) -> str:
        """What the worker wrote, over all its starts."""
        return self._worker.log

    def send_signal(self, number: signal.Signals) -> None:
        """To the worker alone, not to its children."""
        self._worker.process.send_signal(number)

    def engines(self) -> list[int]:
        """The ids of the processes in which the worker's engine runs; Linux tells them, each by the thread it is of."""
        threads = Path(f"/proc/{self._worker.process.pid}/task").glob("*/children")
        children = [int(child) for thread in threads for child in thread.read_text().split()]
        return [child for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]

    def freeze(self) -> None:
        """Stop the worker and its children where they are: a machine that hangs."""
        os.killpg(self._worker.process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """The end of `freeze`."""
        os.killpg(self._worker.process.pid, signal.SIGCONT)

    @property
    def running(self) -> bool:
        """Whether there is a process now."""
        return self._worker.process.poll() is None

    @property
    def assigned(self) -> bool:
        """Whether the running worker has partitions, by the log since its start."""
        told = re.findall(r"partitions assigned: (.*)", self.log[self._written :])
        return self.running and bool(told) and told[-1] != "none"

    async def retire(self) -> None:
        """SIGTERM, SIGKILL where that does not end it in time, and no restart."""
        self._wanted = False
        self.send_signal(signal.SIGTERM)
        await asyncio.wait({self._supervising}, timeout=_GRACE)
        self.send_signal(signal.SIGKILL)
        await self._supervising

    def close(self) -> None:
        """Kill it; for the end of the harness."""
        self._wanted = False
        self._supervising.cancel()
        self._worker.kill()

    def _start(self) -> Worker:
        return Worker(self._environment, self._directory, self._program)

    async def _supervise(self) -> None:
        loop = asyncio.get_running_loop()
        backoff = _BACKOFF
        while True:
            started = loop.time()
            while (code := self._worker.process.poll()) is None:
                await asyncio.sleep(0.02)
            self._worker.kill()  # closes its log
            self.exits.append(code)
            if not self._wanted:
                return
            backoff = min(2 * backoff, _BACKOFF_LIMIT) if loop.time() - started < _SOON else _BACKOFF
            await asyncio.sleep(backoff)
            if not self._wanted:
                return
            self._written = len(self.log)
            self._worker = self._start()


class Pods:
    """All workers. `environment` is what each gets, below its own."""

    def __init__(self, environment: Mapping[str, str], directory: Path) -> None:
        self._environment = environment
        self._directory = directory
        self._all: list[Pod] = []
        self.staff: list[Pod] = []  # those that are not guests

    def hire(self, count: int) -> None:
        """Start `count` workers that stay."""
        self.staff += [self._add(WORKER, self._directory, {}) for _ in range(count)]

    @asynccontextmanager
    async def guest(
        self,
        program: Sequence[str] = WORKER,
        directory: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> AsyncIterator[Pod]:
        """Another, for the block. It keeps its files in `directory`."""
        pod = self._add(program, directory or self._directory, environment or {})
        try:
            yield pod
        finally:
            await pod.retire()

    def exits(self) -> dict[str, list[int]]:
        """How the workers ended, by their names."""
        return {pod.name: list(pod.exits) for pod in self._all}

    @property
    def ends(self) -> int:
        """How often workers have ended."""
        return sum(len(pod.exits) for pod in self._all)

    def kill(self) -> None:
        """SIGKILL to all that stay; they are started again."""
        for pod in self.staff:
            pod.send_signal(signal.SIGKILL)

    def close(self) -> None:
        """Kill whatever still runs."""
        for pod in self._all:
            pod.close()

    def _add(self, program: Sequence[str], directory: Path, environment: Mapping[str, str]) -> Pod:
        name = f"worker-{len(self._all)}"
        pod = Pod(name, {**self._environment, **environment}, directory / name, program)
        self._all.append(pod)
        return pod
