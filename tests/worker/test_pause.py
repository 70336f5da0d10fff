"""A topic that refuses: the worker waits, says so once in a while, and gives way to a rebalance and to the end."""

import asyncio

import pytest

from streams.worker import metrics
from streams.worker.gate import Gate
from streams.worker.pause import GivenWayError, Pause

TOPIC = "articles.rejected"


def _gauge() -> float:
    return metrics.PAUSED.labels(TOPIC)._value.get()


def test_a_pause_is_told_once_a_minute_and_shown_while_it_lasts(caplog: pytest.LogCaptureFixture) -> None:
    time = [1_000.0]
    pause = Pause(Gate(), clock=lambda: time[0])
    for second in range(121):
        time[0] = 1_000.0 + second
        pause.begin(TOPIC, "no right to write")
        assert pause.active
        assert _gauge() == 1
    assert [record.levelname for record in caplog.records] == ["ERROR"] * 3
    assert "no right to write" in caplog.text
    assert TOPIC in caplog.text
    pause.end(TOPIC)
    pause.end(TOPIC)
    assert not pause.active
    assert _gauge() == 0
    assert [record.levelname for record in caplog.records] == ["ERROR"] * 3 + ["WARNING"]


def test_a_pause_lasts_until_the_last_topic_takes_records_again() -> None:
    pause = Pause(Gate())
    pause.begin(TOPIC, "gone")
    pause.begin("quotes.attributed", "gone")
    pause.end(TOPIC)
    assert pause.active
    pause.end("quotes.attributed")
    assert not pause.active


async def test_work_goes_on_through_a_pause_and_through_a_closing_gate_but_not_through_both() -> None:
    for paused, closing in ((True, False), (False, True), (True, True)):
        gate = Gate()
        pause = Pause(gate)
        ended: list[str] = []
        inside, may_end = asyncio.Event(), asyncio.Event()

        async def work(ended: list[str], inside: asyncio.Event, may_end: asyncio.Event) -> str:
            inside.set()
            try:
                await may_end.wait()
            finally:
                ended.append("work")
            return "done"

        async def batch(gate: Gate, pause: Pause, *events: asyncio.Event, ended: list[str]) -> str:
            async with gate.enter():
                return await pause.giving_way(work(ended, *events))

        async def close(gate: Gate, ended: list[str]) -> None:
            async with gate.closed():
                ended.append("closed")

        running = asyncio.create_task(batch(gate, pause, inside, may_end, ended=ended))
        await inside.wait()
        closer = asyncio.create_task(close(gate, ended)) if closing else None
        if paused:
            pause.begin(TOPIC, "no right to write")
        if paused and closer:
            with pytest.raises(GivenWayError):
                await running
        else:
            for _ in range(10):
                await asyncio.sleep(0)
            assert not running.done()
            may_end.set()
            assert await running == "done"
        if closer:
            await closer
        assert ended == ["work", "closed"][: 1 + closing]
