"""The watch over a running worker, on a real Apache Kafka: who is stuck ends, who has nothing to do does not."""

import asyncio
import signal
import sys

import pytest

from tests.brokers.apache_kafka import free_ports
from tests.brokers.articles import article, articles
from tests.brokers.stage import Stage, Worker
from tests.worker.conftest import OwnKafka
from tests.worker.probing import get, metric, until

pytestmark = pytest.mark.kafka

LIMIT = 11  # seconds; over the shortest rebalance timeout
QUICK = {"AQWAL_STALL_TIMEOUT": str(LIMIT), "AQWAL_REBALANCE_TIMEOUT": "10"}

# The real worker, but that its consumer, told by a signal, reads nothing more, as one that has lost its way.
_STUCK = """
import asyncio, signal
from streams.cli import main
from streams.worker import driver
lost = []
signal.signal(signal.SIGUSR1, lambda *_: lost.append(True))
read = driver.ConsumerThread._fetch_records
async def fetch(self, *args, **arguments):
    while lost:
        await asyncio.sleep(1)
    return await read(self, *args, **arguments)
driver.ConsumerThread._fetch_records = fetch
main()
"""


def _port(stage: Stage) -> int:
    (port,) = free_ports(1)
    stage.environment |= {"AQWAL_WEB_PORT": str(port), **QUICK}
    return port


async def _is_well(port: int, worker: Worker, seconds: float) -> None:
    """Fails where the worker ends within `seconds`, or says that it is not alive."""
    for _ in range(int(seconds)):
        await asyncio.sleep(1)
        assert worker.process.poll() is None, worker.log
        assert (await get(port, "/healthz"))[0] == 200


async def test_a_consumer_that_reads_nothing_more_ends_the_worker_and_a_restart_loses_nothing(stage: Stage) -> None:
    stage.environment |= QUICK
    worker = stage.start_worker((sys.executable, "-c", _STUCK, "worker"))
    async with stage.watch() as seen:
        await seen.accounted(await stage.send_all(articles(3)))
        worker.process.send_signal(signal.SIGUSR1)
        await asyncio.sleep(2)  # what it still reads, with the fetch that stands open
        await stage.send_all(articles(3, prefix="perhaps-read"))
        await asyncio.sleep(2)
        waiting = await stage.send_all(articles(3, prefix="unread"))
        assert await asyncio.to_thread(worker.wait) == 1
        assert f"{stage.settings.topic_raw}/0: a record waits" in worker.log
        stage.start_worker()
        await seen.accounted(waiting)


async def test_neither_idleness_nor_the_end_of_a_transaction_is_a_stall(stage: Stage) -> None:
    port = _port(stage)
    worker = stage.start_worker()
    lag = f'aqwal_lag_records{{partition="0",topic="{stage.settings.topic_raw}"}}'
    async with stage.producer(transactional_id=stage.settings.group, enable_idempotence=True) as producer:
        for name in ("committed", "aborted"):
            await producer.begin_transaction()
            sent = await producer.send_and_wait(stage.settings.topic_raw, article(name), key=name.encode())
            await (producer.abort_transaction() if name == "aborted" else producer.commit_transaction())
    assert sent.offset == 2
    async with stage.watch() as seen:
        await seen.accounted([(0, 0)])
        # From the end marker of the first transaction to that of the second nothing can be read.
        await until(lambda: _shows(port, lag, 3), worker)
        await _is_well(port, worker, 2.5 * LIMIT)
        await seen.accounted(await stage.send_all(articles(1)))
    assert worker.stop() == 0


async def _shows(port: int, name: str, value: float) -> bool:
    return await metric(port, name) == value


async def test_an_outage_of_the_broker_is_no_stall_and_the_worker_goes_on_after_it(
    apache_kafka_of_its_own: OwnKafka,
) -> None:
    kafka, stage = apache_kafka_of_its_own
    port = _port(stage)
    worker = stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted(await stage.send_all(articles(3)))
    kafka.kill()
    await _is_well(port, worker, 2.5 * LIMIT)
    kafka.start()
    sent = await stage.send_all(articles(3, prefix="after"))
    async with stage.watch() as seen:
        await seen.accounted(sent)
    assert worker.stop() == 0
