"""What a fault may lay its hands on, and the clock that measures the recovery."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from aiokafka.errors import KafkaError
from aiokafka.structs import TopicPartition

from streams.kafka.admin import open_admin
from tests.brokers.stage import Stage
from tests.faults.account import Account
from tests.faults.broker import Disk, FaultyKafka
from tests.faults.feeder import Feeder
from tests.faults.pods import Pod, Pods


@dataclass(frozen=True)
class Pace:
    """How long the faults last, in seconds, and how many records are in flight, at least, when one strikes."""

    outage: float = 120.0  # the broker is out of reach
    window: float = 20.0  # something is refused
    frozen: float = 12.0  # longer than the session timeout
    in_flight: int = 500
    patience: float = 240.0  # for a recovery; then it is a finding


LONG = Pace()
SHORT = Pace(outage=15.0, window=10.0, frozen=9.0, in_flight=100, patience=120.0)

_COMMIT_INTERVAL = 1.0  # seconds, the workers'; a fault may come at any moment in it


class StuckError(Exception):
    """The group did not get on within the pace's patience."""


@dataclass
class Scene:
    """One run. `random` decides whom and when."""

    stage: Stage
    broker: FaultyKafka
    broker_disk: Disk | None
    pods: Pods
    feeder: Feeder
    account: Account
    pace: Pace
    random: Random
    directory: Path
    share: int  # records for each fault
    partitions: int
    struck_at: float = 0.0
    in_flight: int = 0  # records published and not committed when the fault struck
    _done: "asyncio.Task[float]" = field(init=False)

    async def strike(self, harm: Callable[[], Awaitable[None]] | None = None) -> None:
        """Return at a moment, chosen at random, when all workers are at work and records are in flight.

        `harm`, where it takes its time to begin, is begun here; records are in flight when it has. Half of the fault's
        share of records is published before, half while it lasts.
        """
        self.feeder.release(self.share // 2)
        await self._traffic()
        if harm is not None:
            await harm()
            await self._flying("no records in flight when the harm had begun")
        self.struck_at = asyncio.get_running_loop().time()
        self._done = asyncio.create_task(self._done_at(dict(self.feeder.ends)))
        self.feeder.release(self.share - self.share // 2)

    async def _traffic(self) -> None:
        before = sum((await self.committed()).values())

        async def at_work() -> bool:
            return all(pod.assigned for pod in self.pods.staff) and sum((await self.committed()).values()) > before

        while True:
            await self._flying("no records in flight before the fault")
            await self.until(at_work, "no progress before the fault")
            await asyncio.sleep(self.random.uniform(0, _COMMIT_INTERVAL))
            if await self._count_in_flight() >= self.pace.in_flight:
                return

    async def _flying(self, else_say: str) -> None:
        """Wait until enough records are in flight; more are published where they are done too soon."""

        async def enough() -> bool:
            if await self._count_in_flight() >= self.pace.in_flight:
                return True
            if self.feeder.exhausted:
                raise StuckError("all articles are published and done: the faults need more of them (--articles)")
            if not self.feeder.busy:
                self.feeder.release(self.share // 4)
            return False

        await self.until(enough, else_say)

    async def _count_in_flight(self) -> int:
        committed = await self.committed()
        self.in_flight = sum(max(0, end - committed.get(number, 0)) for number, end in self.feeder.ends.items())
        return self.in_flight

    async def recovered(self) -> float:
        """Wait until all that was in flight at the strike is committed: how many seconds after it that was.

        Raises StuckError where it is not within the pace's patience.
        """
        await self.until(lambda: self._done.done(), "the records in flight at the fault are not done")
        return self._done.result() - self.struck_at

    async def caught_up(self) -> None:
        """Wait until all that is published by now is committed; raises StuckError as `recovered` does."""
        done = asyncio.create_task(self._done_at(dict(self.feeder.ends)))
        await self.until(lambda: done.done(), "what was published is not done")

    async def _done_at(self, ends: dict[int, int]) -> float:
        """The moment at which the group has committed up to `ends`."""
        while True:
            committed = await self.committed()
            if all(committed[partition] >= end for partition, end in ends.items()):
                break
            await asyncio.sleep(0.25)
        return asyncio.get_running_loop().time()

    async def assigned(self, pod: Pod) -> None:
        """Return when `pod` has partitions."""
        await self.until(lambda: pod.assigned, f"{pod.name} has no partitions", every=0.02)

    async def ended(self, pod: Pod, number: signal.Signals) -> None:
        """Send the worker a signal, and return when it has ended."""
        ends = len(pod.exits)
        pod.send_signal(number)
        await self.until(lambda: len(pod.exits) > ends, f"{number.name}: not ended", every=0.02)

    async def until(self, holds: Callable[[], bool | Awaitable[bool]], else_say: str, every: float = 0.25) -> None:
        """Wait until `holds`; raises StuckError where it does not within the pace's patience."""
        try:
            async with asyncio.timeout(self.pace.patience):
                while not (held if isinstance(held := holds(), bool) else await held):
                    await asyncio.sleep(every)
        except TimeoutError:
            raise StuckError(f"{else_say} within {self.pace.patience:g} s") from None

    async def committed(self) -> dict[int, int]:
        """The group's committed offsets, by partition; asked again until the broker tells."""
        settings = self.stage.settings
        wanted = [TopicPartition(settings.topic_raw, number) for number in range(self.partitions)]
        while True:
            try:
                async with asyncio.timeout(10), open_admin(settings) as admin:
                    offsets = await admin.committed(settings.group, wanted)
                return {partition.partition: max(0, told.offset) for partition, told in offsets.items()}
            except (KafkaError, OSError, TimeoutError):
                await asyncio.sleep(0.25)
