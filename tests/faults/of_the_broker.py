"""Faults that befall the broker: restarted, killed, out of reach, with a full disk."""

import asyncio
from collections.abc import AsyncGenerator

from tests.faults.scene import Scene


async def restarted(scene: Scene) -> AsyncGenerator[None]:
    """SIGTERM and start."""
    await scene.strike()
    await asyncio.to_thread(scene.broker.stop)
    await scene.broker.bring_up()
    yield


async def killed(scene: Scene) -> AsyncGenerator[None]:
    """SIGKILL and start."""
    await scene.strike()
    await asyncio.to_thread(scene.broker.kill)
    await asyncio.sleep(scene.random.uniform(0, 3))
    await scene.broker.bring_up()
    yield


async def out_of_reach(scene: Scene) -> AsyncGenerator[None]:
    """It answers nothing, longer than every time-out of its clients; then it goes on."""
    await scene.strike()
    scene.broker.freeze()
    await asyncio.sleep(scene.pace.outage)
    scene.broker.thaw()
    yield


async def disk_full(scene: Scene) -> AsyncGenerator[None]:
    """No room for its log: it halts. There is room again, and it is started."""
    if scene.broker_disk is None:
        raise RuntimeError("the broker has no disk of its own")
    await scene.strike()
    scene.broker_disk.fill()
    try:
        await scene.until(lambda: not scene.broker.running(), "the broker did not halt")
    finally:
        scene.broker_disk.free()
    await scene.broker.bring_up()
    yield
