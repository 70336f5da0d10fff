"""The engine in child processes: what a record does to its process, and what others do to it."""

import asyncio
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

import pytest

from schemas.dead_letter import DeadLetterHeaders
from streams.core.handle import handle
from streams.core.options import KINDS, HandleOptions
from streams.core.records import Outcome, Processed, Record
from streams.engine.child import EngineStartError
from streams.engine.pool import EnginePool
from tests.core.samples import NOW, STAMP, record, rejected
from tests.engine.engines import fragile

OPTIONS = HandleOptions()
MEMORY = 256 * 1024 * 1024  # bytes


def bodies(*texts: str) -> list[Record]:
    return [record({"article_id": str(n), "body": text}, offset=n) for n, text in enumerate(texts)]


def sound(count: int) -> list[Record]:
    return bodies(*(f"قال: «نعم ثم لا {number}»" for number in range(count)))


def expected(records: Sequence[Record]) -> list[Outcome]:
    return [handle(one, OPTIONS, now=NOW, extract=fragile) for one in records]


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


async def until(holds: Callable[[], object], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)


@pytest.fixture
async def pool() -> AsyncIterator[EnginePool]:
    """One child with the fragile engine."""
    async with EnginePool(OPTIONS, memory=MEMORY, extract=fragile) as opened:
        yield opened


async def test_the_pool_gives_what_handle_gives_in_the_order_of_the_records() -> None:
    text = "قال وزير الري نبيل الصيرفي: «السد رقم {} آمن تماما». وأضاف أن الصيانة مستمرة."
    records = [*bodies(*(text.format(number) for number in range(40))), record(b"no JSON"), record(None)]
    options = HandleOptions(kinds=KINDS)
    async with EnginePool(options, processes=2) as pool:
        calls = [pool.handle(records[start : start + 7]) for start in range(0, len(records), 7)]
        outcomes = [outcome for outcomes in await asyncio.gather(*calls) for outcome in outcomes]
        assert len(set(pool.pids)) == 2
    assert outcomes == [handle(one, options, now=NOW) for one in records]


async def test_the_present_is_the_time_of_the_call(pool: EnginePool) -> None:
    before = time.time_ns() // 1_000_000
    (ahead,) = await pool.handle([record({"body": "«نعم»"}, timestamp=before + 10**9)])
    assert isinstance(ahead, Processed)
    assert ahead.marker.timestamp is not None
    assert before <= ahead.marker.timestamp <= time.time_ns() // 1_000_000


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("exit", "ended with code 7"),
        ("segfault", "was killed by SIGSEGV"),
        ("kill", "was killed by SIGKILL"),
        pytest.param(
            "memory",
            f"ran out of memory (limit: {MEMORY})",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="a process's memory is limited only on Linux"),
        ),
    ],
)
async def test_a_record_that_ends_its_process_is_a_dead_letter_and_the_others_go_on(
    pool: EnginePool, fault: str, said: str
) -> None:
    records = bodies("قال: «نعم»", f"{fault} «لا»", "قال: «ربما»")
    outcomes = await pool.handle(records)
    assert [outcomes[n] for n in (0, 2)] == expected([records[n] for n in (0, 2)])
    letter = rejected(outcomes[1])
    assert letter.reason == "engine-crash"
    assert said in letter.detail
    assert letter.letter.value == records[1].value
    headers = DeadLetterHeaders.decode(letter.letter.headers)
    assert (headers.reason, headers.offset, headers.timestamp) == ("engine-crash", 1, STAMP)
    assert await pool.handle(records[:1]) == outcomes[:1]


async def test_a_record_whose_process_ended_once_is_done_again(pool: EnginePool, tmp_path: Path) -> None:
    records = bodies(f"once {tmp_path / 'alone'} «نعم»")
    assert await pool.handle(records) == expected(records)
    records = bodies("«أ»", f"once {tmp_path / 'among others'} «نعم»", "«ب»")
    assert await pool.handle(records) == expected(records)


async def test_replaced_children_and_the_time_of_each_article_are_told() -> None:
    seconds: list[float] = []
    replaced: list[bool] = []
    async with EnginePool(
        OPTIONS, extract=fragile, on_article=seconds.append, on_replaced=lambda: replaced.append(True)
    ) as pool:
        await pool.handle(sound(3))
        assert (len(seconds), replaced) == (3, [])
        assert min(seconds) > 0
        os.kill(pool.pids[0], signal.SIGKILL)
        await pool.handle(sound(2))
        assert (len(seconds), len(replaced)) == (5, 1)


async def test_children_killed_from_outside_over_and_over_cost_nothing() -> None:
    records = sound(120)
    outcomes: list[Outcome] = []
    replaced: list[bool] = []
    async with EnginePool(OPTIONS, processes=2, extract=fragile, on_replaced=lambda: replaced.append(True)) as pool:
        for first in range(0, len(records), 40):  # two deaths in each round: no record is in hand at three
            calls = [asyncio.create_task(pool.handle(records[at : at + 4])) for at in range(first, first + 40, 4)]
            for number in range(2):
                left = [call for call in calls if not call.done()]
                await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
                if pids := pool.pids:
                    os.kill(pids[number % len(pids)], signal.SIGKILL)
            outcomes += [outcome for call in calls for outcome in await call]
    assert outcomes == expected(records)
    assert replaced


async def test_a_child_killed_while_it_starts_is_started_again() -> None:
    pool = EnginePool(OPTIONS, extract=fragile)
    entering = asyncio.create_task(pool.__aenter__())
    await until(lambda: pool.pids)
    os.kill(pool.pids[0], signal.SIGKILL)
    async with await entering:
        assert await pool.handle(sound(2)) == expected(sound(2))


class Unloadable:
    """An engine that ends the process that loads it."""

    def __reduce__(self) -> object:
        return os._exit, (3,)


async def test_a_child_that_cannot_start_is_a_clear_error() -> None:
    pool = EnginePool(OPTIONS, processes=2, extract=Unloadable())  # type: ignore[arg-type]
    with pytest.raises(EngineStartError, match="ended with code 3, before it was ready"):
        await pool.__aenter__()
    assert not pool.pids


async def test_a_system_that_gives_no_more_processes_or_pipes_is_a_clear_error() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        with pytest.raises(EngineStartError, match="cannot be started"):
            await EnginePool(OPTIONS).__aenter__()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def test_signals_that_a_terminal_or_a_unit_sends_to_all_do_not_end_a_child(pool: EnginePool) -> None:
    before = pool.pids
    for number in (signal.SIGINT, signal.SIGTERM):
        os.kill(before[0], number)
    assert await pool.handle(sound(2)) == expected(sound(2))
    assert pool.pids == before


async def test_a_cancelled_call_leaves_no_answer_to_the_next(pool: EnginePool) -> None:
    call = asyncio.create_task(pool.handle(bodies("stop")))
    await asyncio.sleep(0.2)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert await pool.handle(sound(2)) == expected(sound(2))


async def test_leaving_ends_the_children_also_in_the_midst_of_a_call() -> None:
    async with EnginePool(OPTIONS, processes=2, extract=fragile) as pool:
        pids = pool.pids
        call = asyncio.create_task(pool.handle(bodies("stop", "stop")))
        await asyncio.sleep(0.2)
    assert all(gone(pid) for pid in pids)
    with pytest.raises(RuntimeError, match="closed"):
        await call
    with pytest.raises(RuntimeError, match="closed"):
        await pool.handle(sound(1))


PARENT = """
import asyncio, sys
from streams.core.options import HandleOptions
from streams.engine.pool import EnginePool
from tests.core.samples import record
from tests.engine.engines import fragile

async def main():
    pool = await EnginePool(HandleOptions(), processes=2, extract=fragile).__aenter__()
    print(*pool.pids, flush=True)
    {then}

asyncio.run(main())
"""


@pytest.mark.parametrize(
    "then",
    [
        pytest.param("sys.stdin.read()", id="idle"),
        pytest.param("await pool.handle([record({'body': 'stop'})])", id="in the midst of a call"),
    ],
)
def test_children_end_with_a_parent_killed_by_9(then: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT.replace("{then}", then)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        time.sleep(0.2)
        parent.kill()
    assert len(pids) == 2
    asyncio.run(until(lambda: all(gone(pid) for pid in pids)))


def test_a_parent_that_ends_without_leaving_ends_all_the_same() -> None:
    ended = subprocess.run([sys.executable, "-c", PARENT.replace("{then}", "return")], check=False, timeout=60)
    assert ended.returncode == 0


@pytest.mark.parametrize("module", ["streams.engine.pool", "streams.worker.run"])
def test_a_parent_does_not_load_the_engine(module: str) -> None:
    code = f"import {module}, sys; print('quotations' in sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout == "False\n"
