"""One batch at a time, none while somebody waits for the end of the one inside."""

import asyncio

from streams.worker.gate import Gate


async def test_closing_waits_for_the_batch_inside_and_keeps_the_next_one_out() -> None:
    gate, events, inside, leave = Gate(), list[str](), asyncio.Event(), asyncio.Event()

    async def batch(name: str) -> None:
        async with gate.enter():
            events.append(f"{name} in")
            inside.set()
            await leave.wait()
            events.append(f"{name} out")

    async def closer() -> None:
        async with gate.closed():
            events.append("closed")

    first = asyncio.create_task(batch("first"))
    await inside.wait()
    assert not gate.closing
    closing = asyncio.create_task(closer())
    second = asyncio.create_task(batch("second"))
    await asyncio.sleep(0)
    assert gate.closing
    leave.set()
    await asyncio.gather(first, closing, second)
    assert events == ["first in", "first out", "closed", "second in", "second out"]
    assert not gate.closing


async def test_a_cancelled_batch_leaves_the_gate_free() -> None:
    gate, inside = Gate(), asyncio.Event()

    async def batch() -> None:
        async with gate.enter():
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(batch())
    await inside.wait()
    task.cancel()
    await asyncio.wait([task])
    async with gate.closed():
        pass


async def test_two_may_close_at_once_and_it_opens_after_the_second() -> None:
    gate = Gate()
    async with gate.closed():
        async with gate.closed():
            pass
        assert gate.closing
    assert not gate.closing
