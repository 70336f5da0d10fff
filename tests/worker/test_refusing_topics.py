"""A topic of the worker's that refuses: it waits, neither ends nor commits, and goes on by itself when mended."""

import asyncio
import json

import pytest
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from tests.brokers.apache_kafka import free_ports
from tests.brokers.articles import article, articles
from tests.brokers.stage import Stage, Worker
from tests.worker.conftest import OwnKafka
from tests.worker.probing import get, metric, says, until

pytestmark = pytest.mark.kafka


async def _limit(stage: Stage, size: int) -> None:
    """Set what the topic of dead letters takes, in bytes."""
    admin = AIOKafkaAdminClient(bootstrap_servers=stage.broker.bootstrap_servers)
    await admin.start()
    values = {"max.message.bytes": str(size), "retention.ms": "-1"}
    await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, stage.settings.topic_rejected, values)])
    await admin.close()


def _serve(stage: Stage) -> int:
    (port,) = free_ports(1)
    stage.environment["AQWAL_WEB_PORT"] = str(port)
    return port


async def _pause(stage: Stage, worker: Worker) -> tuple[int, int]:
    """Bring `worker`, which runs, into a pause; the position of the record that waits."""
    await _limit(stage, 100)
    position = await stage.send(b"no article", b"bad")
    await says(worker, f"{stage.settings.topic_rejected} refuses")
    return position


async def test_a_topic_of_dead_letters_that_takes_none_is_waited_for(stage: Stage) -> None:
    port = _serve(stage)
    before = await stage.send_all(articles(3))
    worker = stage.start_worker()
    gauge = f'aqwal_paused{{name="{stage.settings.topic_rejected}"}}'
    async with stage.watch() as seen:
        await seen.accounted(before)
        position = await _pause(stage, worker)
        behind = await stage.send_all(articles(3, prefix="behind"))
        assert (await get(port, "/readyz"))[0] == 503
        assert (await get(port, "/healthz"))[0] == 200
        assert await metric(port, gauge) == 1
        await asyncio.sleep(3)  # some tries
        await seen.drain()
        assert not {position, *behind} & {*seen.marked(), *seen.rejected()}
        assert worker.log.count("refuses") == 1
        await _limit(stage, 1_000_000)
        await seen.accounted([position, *behind])
        await seen.drain()
        assert seen.rejected() == [position]
    await until(lambda: _ready(port), worker)
    assert await metric(port, gauge) == 0
    assert worker.stop() == 0


@pytest.mark.parametrize("role", ["quotes", "rejected"])
async def test_a_topic_that_was_deleted_is_waited_for(apache_kafka_of_its_own: OwnKafka, role: str) -> None:
    _, stage = apache_kafka_of_its_own
    topic = getattr(stage.settings, f"topic_{role}")
    worker = stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted([await stage.send(article("before"))])
    await says(worker, "started")
    admin = AIOKafkaAdminClient(bootstrap_servers=stage.broker.bootstrap_servers)
    await admin.start()
    await admin.delete_topics([topic])
    await admin.close()
    sent = [await stage.send(article(f"after-{number}")) for number in range(3)]
    sent += [await stage.send(b"no article", str(number).encode()) for number in range(3)]
    await says(worker, f"{topic} refuses")
    await stage.create_topics(1)
    await says(worker, f"{topic} refuses no longer")
    async with stage.watch() as seen:
        await seen.accounted(sent)
    assert worker.stop() == 0


async def test_what_becomes_of_a_record_is_told_with_its_article_topic_partition_and_offset(stage: Stage) -> None:
    stage.environment["AQWAL_LOG_FORMAT"] = "json"
    worker = stage.start_worker()
    await says(worker, "started")
    _, offset = await _pause(stage, worker)
    await _limit(stage, 1_000_000)
    await says(worker, "dead letter")
    lines = [json.loads(line) for line in worker.log.splitlines()]
    told = [line for line in lines if "refuses, nothing" in line["message"] or line["message"] == "dead letter"]
    assert [line["level"] for line in told] == ["ERROR", "WARNING"]
    for line in told:
        assert (line["article_id"], line["topic"]) == ("bad", stage.settings.topic_raw)
        assert (line["partition"], line["offset"]) == (0, offset)


async def _ready(port: int) -> bool:
    return (await get(port, "/readyz"))[0] == 200


async def test_sigterm_ends_a_pause_in_order_and_nothing_is_lost(stage: Stage) -> None:
    worker = stage.start_worker()
    await says(worker, "started")
    position = await _pause(stage, worker)
    assert worker.stop(seconds=stage.settings.shutdown_timeout) == 0, worker.log
    await _limit(stage, 1_000_000)
    stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted([position])


async def test_a_pause_holds_up_no_rebalance(stage: Stage) -> None:
    workers = [stage.start_worker(), stage.start_worker()]
    for worker in workers:
        await says(worker, "partitions assigned")
    await _limit(stage, 100)
    position = await stage.send(b"no article", b"bad")
    refused = f"{stage.settings.topic_rejected} refuses"

    async def one_is_paused() -> bool:
        return any(refused in worker.log for worker in workers)

    await until(one_is_paused, workers[0])
    paused, other = workers if refused in workers[0].log else workers[::-1]
    assignments = paused.log.count("partitions assigned")
    assert other.stop() == 0
    await says(paused, "partitions assigned: " + stage.settings.topic_raw)
    await until(lambda: _assigned_again(paused, assignments), paused)
    await _limit(stage, 1_000_000)
    async with stage.watch() as seen:
        await seen.accounted([position])
    assert paused.process.poll() is None


async def _assigned_again(worker: Worker, before: int) -> bool:
    return worker.log.count("partitions assigned") > before
