"""`aqwal worker` as a process: how it begins, and how it ends."""

import asyncio
import signal
from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions

from tests.brokers.apache_kafka import free_ports
from tests.brokers.articles import articles
from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage
from tests.worker.conftest import OwnKafka
from tests.worker.probing import metric, says

pytestmark = pytest.mark.kafka


async def test_an_unreachable_broker_is_told_and_tried_again_until_told_to_stop(
    apache_kafka: Broker, tmp_path: Path
) -> None:
    (port,) = free_ports(1)
    stage = Stage(apache_kafka, tmp_path, bootstrap_servers=f"127.0.0.1:{port}")
    worker = stage.start_worker()
    await says(worker, f"127.0.0.1:{port} does not answer, trying again")
    assert worker.stop() == 0
    assert "Traceback" not in worker.log
    stage.close()


async def test_a_changed_partition_count_ends_the_start_with_its_own_code(stage: Stage) -> None:
    sent = await stage.send_all(articles(3))
    worker = stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted(sent)
    assert worker.stop() == 0
    admin = AIOKafkaAdminClient(bootstrap_servers=stage.settings.bootstrap_servers)
    await admin.start()
    await admin.create_partitions({stage.settings.topic_quotes: NewPartitions(3)})
    await admin.close()
    again = stage.start_worker()
    assert again.wait() == 3
    assert f"{stage.settings.topic_quotes} has 3 partitions, had 1" in again.log
    assert "Traceback" not in again.log


async def test_a_taken_web_port_ends_the_start_by_the_setting_s_name(stage: Stage, apache_kafka: Broker) -> None:
    stage.environment["AQWAL_WEB_PORT"] = apache_kafka.bootstrap_servers.rpartition(":")[2]
    worker = stage.start_worker()
    assert worker.wait() == 3
    assert "AQWAL_WEB_PORT" in worker.log
    assert "Traceback" not in worker.log


async def test_a_certificate_that_is_none_ends_the_start_by_the_settings_names(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("no certificate")
    stage.environment |= {"AQWAL_SECURITY_PROTOCOL": "SSL", "AQWAL_SSL_CAFILE": str(tmp_path / "ca.pem")}
    worker = stage.start_worker()
    assert worker.wait() == 3
    assert "AQWAL_SSL_CAFILE" in worker.log
    assert "Traceback" not in worker.log


async def test_keys_out_of_place_are_counted(stage: Stage) -> None:
    # With one partition every key is in place; a key on another partition than murmur2's is not.
    admin = AIOKafkaAdminClient(bootstrap_servers=stage.settings.bootstrap_servers)
    await admin.start()
    await admin.create_partitions({stage.settings.topic_raw: NewPartitions(2)})
    await admin.close()
    (port,) = free_ports(1)
    stage.environment["AQWAL_WEB_PORT"] = str(port)
    sent = [await stage.send(b'{"body": "x"}', b"key", partition=number) for number in (0, 1)]
    worker = stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted(sent)
    assert await metric(port, "aqwal_misplaced_keys_total") == 1
    assert await metric(port, "aqwal_articles_total") == 2
    assert worker.stop() == 0


async def test_sigint_ends_it_like_sigterm(stage: Stage) -> None:
    worker = stage.start_worker()
    await says(worker, "joining the consumer group")  # which may take a while: nobody shall think that it hangs
    await says(worker, "started")
    worker.process.send_signal(signal.SIGINT)
    assert worker.wait() == 0
    assert "all that was done is committed" in worker.log


async def test_sigterm_in_mid_batch_ends_within_the_stated_time_and_a_restart_goes_on(stage: Stage) -> None:
    sent = await stage.send_all(articles(300, statements=20))
    async with stage.watch() as seen:
        worker = stage.start_worker()
        await seen.until(lambda: len(seen.markers) > 0)
        assert worker.stop(seconds=stage.settings.shutdown_timeout) == 0, worker.log
        await seen.drain()
        done = seen.marked()
        assert len(done) < len(sent), "everything was done before it was stopped: the test has tried nothing"
        assert len(done) == len(set(done))
        stage.start_worker()
        await seen.accounted(sent)
        await seen.drain()
        assert sorted(seen.marked()) == sorted(sent)  # what was done was committed: nothing came twice


async def test_sigterm_while_it_starts_ends_it(stage: Stage) -> None:
    for words in ("joining the consumer group", "started"):
        worker = stage.start_worker()
        await says(worker, words)
        assert worker.stop(seconds=stage.settings.shutdown_timeout) == 0, worker.log


async def test_sigterm_in_an_outage_ends_it_within_the_stated_time(apache_kafka_of_its_own: OwnKafka) -> None:
    kafka, stage = apache_kafka_of_its_own
    worker = stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted(await stage.send_all(articles(3)))
    kafka.send_signal(signal.SIGSTOP)
    await asyncio.sleep(10)  # heartbeats and fetches fail by now
    assert worker.stop(seconds=stage.settings.shutdown_timeout + 5) in (0, 1), worker.log
    kafka.send_signal(signal.SIGCONT)
