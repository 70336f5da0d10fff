"""Faults that befall the workers: killed, stopped, frozen, come and gone, failing within, with a full disk."""

import asyncio
import os
import signal
from collections.abc import AsyncGenerator

from tests.faults.broker import Disk
from tests.faults.pods import BREAKABLE, Pod
from tests.faults.scene import Scene

_DISK = 4 * 1024**2  # bytes


async def killed(scene: Scene) -> AsyncGenerator[None]:
    """SIGKILL."""
    victim = scene.random.choice(scene.pods.staff)
    await scene.strike()
    victim.send_signal(signal.SIGKILL)
    yield


async def stopped(scene: Scene) -> AsyncGenerator[None]:
    """SIGTERM in mid-batch; it is started again."""
    victim = scene.random.choice(scene.pods.staff)
    await scene.strike()
    victim.send_signal(signal.SIGTERM)
    yield


async def frozen(scene: Scene) -> AsyncGenerator[None]:
    """SIGSTOP for longer than the session lasts, so that another has its partitions, then SIGCONT: a zombie."""
    victim = scene.random.choice(scene.pods.staff)
    await scene.strike()
    victim.freeze()
    await asyncio.sleep(scene.pace.frozen)
    victim.thaw()
    yield


async def joins(scene: Scene) -> AsyncGenerator[None]:
    """One more, until the recovery."""
    await scene.strike()
    async with scene.pods.guest() as guest:
        await scene.assigned(guest)
        yield


async def leaves(scene: Scene) -> AsyncGenerator[None]:
    """SIGTERM without a restart, until the recovery."""
    leaving = scene.random.choice(scene.pods.staff)
    await scene.strike()
    scene.pods.staff.remove(leaving)
    await leaving.retire()
    yield
    scene.pods.hire(1)


async def engine_killed(scene: Scene) -> AsyncGenerator[None]:
    """SIGKILL to the process of a worker's engine, in mid-batch: only its child is gone."""
    victim = scene.random.choice(scene.pods.staff)
    await scene.strike()
    for engine in victim.engines():
        os.kill(engine, signal.SIGKILL)
    yield


async def twice_in_the_first_batch(scene: Scene) -> AsyncGenerator[None]:
    """SIGKILL, and again in the first batch after the start, and once more."""
    victim = scene.random.choice(scene.pods.staff)
    await scene.strike()
    for _ in range(2):
        await scene.ended(victim, signal.SIGKILL)
        await scene.assigned(victim)
        # Before the first commit, which comes a second after the start.
        await asyncio.sleep(scene.random.uniform(0, 0.3))
    victim.send_signal(signal.SIGKILL)
    yield


async def another_part_fails(scene: Scene) -> AsyncGenerator[None]:
    """An exception in another part of the app, in mid-batch."""
    async with scene.pods.guest(BREAKABLE) as guest:
        await scene.assigned(guest)
        await scene.strike()
        await scene.ended(guest, signal.SIGUSR1)
        yield


async def disk_full(scene: Scene) -> AsyncGenerator[None]:
    """No room where the worker keeps its log and its files: while it works, and when it starts again."""
    path = scene.directory / f"disk-{scene.pods.ends}"
    environment = {"AQWAL_DATADIR": str(path / "data"), "TMPDIR": str(path)}
    with Disk(path, _DISK).mounted() as disk:
        async with scene.pods.guest(directory=path, environment=environment) as guest:
            await _without_room(scene, disk, guest)
            yield


async def _without_room(scene: Scene, disk: Disk, guest: Pod) -> None:
    await scene.assigned(guest)
    await scene.strike()
    disk.fill()
    await asyncio.sleep(scene.pace.window / 2)
    guest.send_signal(signal.SIGKILL)
    await asyncio.sleep(scene.pace.window / 2)
    disk.free()
