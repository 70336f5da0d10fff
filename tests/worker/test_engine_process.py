"""The worker and the process in which its engine runs: killed, out of memory, left behind."""

import json
import os
import signal
import subprocess

import pytest

from streams.core.handle import handle
from streams.core.options import HandleOptions
from streams.core.records import Processed
from streams.kafka.tail import as_record
from tests.brokers.apache_kafka import free_ports
from tests.brokers.articles import articles
from tests.brokers.stage import Stage, Watch, Worker
from tests.worker.probing import metric, until

pytestmark = pytest.mark.kafka


def _processes() -> list[list[str]]:
    """Process id, parent's id and command of every process."""
    listed = subprocess.run(["ps", "-A", "-ww", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True)
    return [line.split(maxsplit=2) for line in listed.stdout.splitlines()]


async def _engine_of(worker: Worker) -> int:
    """The id of the process in which the engine of `worker` runs."""
    found: list[int] = []

    async def there() -> bool:
        children = [process for process in _processes() if int(process[1]) == worker.process.pid]
        found[:] = [int(process[0]) for process in children if "spawn_main" in process[2]]
        return bool(found)

    await until(there, worker)
    return found[0]


async def _gone(pid: int, worker: Worker) -> None:
    async def gone() -> bool:
        return str(pid) not in [process[0] for process in _processes()]

    await until(gone, worker)


def _published(seen: Watch) -> set[tuple[bytes, bytes]]:
    return {(quote.key, quote.value) for quote in seen.quotes}


def _expected(seen: Watch) -> set[tuple[bytes, bytes]]:
    quotes = set()
    for record in seen.inputs:
        outcome = handle(as_record(record), HandleOptions(), now=record.timestamp)
        assert isinstance(outcome, Processed)
        quotes |= {(message.key or b"", message.value or b"") for message in outcome.quotes}
    return quotes


async def test_an_engine_process_killed_over_and_over_in_mid_traffic_costs_nothing(stage: Stage) -> None:
    (port,) = free_ports(1)
    stage.environment["AQWAL_WEB_PORT"] = str(port)
    sent = []
    async with stage.watch() as seen:
        worker = stage.start_worker()
        for kill in range(5):
            sent += await stage.send_all(articles(40, statements=8, prefix=f"before-kill-{kill}"))
            begun = len(sent) - 40
            await seen.until(lambda begun=begun: len(seen.markers) > begun)  # type: ignore[misc]
            os.kill(await _engine_of(worker), signal.SIGKILL)
        sent += await stage.send_all(articles(40, statements=8, prefix="last"))
        await seen.accounted(sent)
        await seen.drain()
        assert sorted(seen.marked()) == sorted(sent)
        assert not seen.letters
        assert len(seen.quotes) == len(_published(seen)) == 16 * len(sent)
        assert _published(seen) == _expected(seen)
    # One that is killed while it starts is not counted again.
    assert 1 <= (await metric(port, "aqwal_engine_restarts_total") or 0) <= 5
    assert await metric(port, "aqwal_article_seconds_count") == len(sent)
    assert worker.stop() == 0, worker.log


async def test_an_article_that_takes_too_much_memory_is_a_dead_letter_and_the_next_goes_on(stage: Stage) -> None:
    stage.environment["AQWAL_ENGINE_MEMORY"] = "100000000"
    costly = json.dumps({"article_id": "costly", "body": "," * 1_000_000}).encode()
    position = await stage.send(costly, b"costly")
    others = await stage.send_all(articles(5))
    async with stage.watch() as seen:
        worker = stage.start_worker()
        await seen.accounted([position, *others], seconds=120)
        letter = seen.letter_of(position)
        assert (letter.why.reason, letter.record.value) == ("engine-crash", costly)
        assert "ran out of memory (limit: 100000000)" in letter.why.message
        assert sorted(seen.marked()) == sorted(others)
    assert worker.stop() == 0, worker.log


@pytest.mark.parametrize("how", ["SIGTERM", "SIGKILL"])
async def test_no_engine_process_is_left_when_its_worker_ends(stage: Stage, how: str) -> None:
    sent = await stage.send_all(articles(250, statements=20))
    async with stage.watch() as seen:
        worker = stage.start_worker()
        await seen.until(lambda: len(seen.markers) > 0)
        engine = await _engine_of(worker)
        worker.process.send_signal(signal.Signals[how])
        assert worker.wait() == {"SIGTERM": 0, "SIGKILL": -signal.SIGKILL}[how], worker.log
        await _gone(engine, worker)
        await seen.drain()
        assert len(seen.markers) < len(sent), "all was done before the end"
