"""Records that are gone unread stop the worker until the operator says go on: at its start and while it runs."""

import asyncio
import json

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete
from aiokafka.structs import OffsetAndMetadata

from streams.kafka.admin import open_admin
from streams.worker.gaps import Gap, find_gaps
from streams.worker.ledger import Partition
from tests.brokers.apache_kafka import free_ports
from tests.brokers.articles import articles
from tests.brokers.stage import Position, Stage
from tests.worker.probing import metric, says

A, B = Partition("articles", 0), Partition("articles", 1)


def test_an_offset_that_the_topic_holds_or_awaits_is_no_gap() -> None:
    for offset in (5, 6, 9, 10):
        assert find_gaps({A: offset}, {A: 5}, {A: 10}) == []


def test_what_lies_before_the_start_or_after_the_end_is_a_gap() -> None:
    found = find_gaps({B: 12, A: 2}, {A: 5, B: 5}, {A: 10, B: 10})
    assert found == [Gap(A, 2, 5, 10), Gap(B, 12, 5, 10)]
    assert [gap.lost for gap in found] == [3, 0]
    assert "articles/0: 3 records were deleted" in str(found[0])
    assert "articles/1: offset 12 is committed, but the topic ends at 10" in str(found[1])


async def _delete_before(stage: Stage, offset: int) -> None:
    """Delete what lies before `offset`, as retention would."""
    admin = AIOKafkaAdminClient(bootstrap_servers=stage.settings.bootstrap_servers)
    await admin.start()
    await admin.delete_records({TopicPartition(stage.settings.topic_raw, 0): RecordsToDelete(offset)})
    await admin.close()


async def _commit(stage: Stage, offset: int) -> None:
    """What a worker that had come so far leaves in the cluster."""
    consumer = AIOKafkaConsumer(
        bootstrap_servers=stage.settings.bootstrap_servers, group_id=stage.settings.group, enable_auto_commit=False
    )
    await consumer.start()
    partition = TopicPartition(stage.settings.topic_raw, 0)
    consumer.assign([partition])
    await consumer.commit({partition: OffsetAndMetadata(offset, "")})
    await consumer.stop()


async def _deleted_unread(stage: Stage) -> list[Position]:
    """Ten records, of which the group has five, and retention takes three more; the two that are left."""
    sent = await stage.send_all(articles(10))
    await _commit(stage, 5)
    await _delete_before(stage, 8)
    return sent[8:]


@pytest.mark.kafka
async def test_a_start_behind_deleted_records_stops_with_the_partition_and_their_number(stage: Stage) -> None:
    await _deleted_unread(stage)
    worker = stage.start_worker()
    assert worker.wait() == 3
    assert f"{stage.settings.topic_raw}/0: 3 records were deleted before they were read" in worker.log
    assert "AQWAL_SKIP_DELETED" in worker.log
    assert "Traceback" not in worker.log


@pytest.mark.kafka
async def test_the_operator_s_word_lets_it_go_on_and_what_is_gone_is_told_and_counted(stage: Stage) -> None:
    left = await _deleted_unread(stage)
    (port,) = free_ports(1)
    stage.environment |= {
        "AQWAL_SKIP_DELETED": "true",
        "AQWAL_WEB_PORT": str(port),
        "AQWAL_LOG_FORMAT": "json",
    }
    worker = stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted(left)
    await says(worker, "3 records were deleted before they were read")
    told = [json.loads(line) for line in worker.log.splitlines() if "were deleted" in line]
    assert {(line["level"], line["topic"], line["partition"], line["offset"]) for line in told} == {
        ("ERROR", stage.settings.topic_raw, 0, 5)
    }
    assert await metric(port, "aqwal_skipped_records_total") == 3
    assert worker.stop() == 0


@pytest.mark.kafka
async def test_a_topic_that_was_made_anew_stops_the_start(stage: Stage) -> None:
    await stage.send_all(articles(3))
    await _commit(stage, 900)
    worker = stage.start_worker()
    assert worker.wait() == 3
    assert f"{stage.settings.topic_raw}/0: offset 900 is committed, but the topic ends at 3" in worker.log


@pytest.mark.kafka
async def test_a_topic_that_was_made_anew_is_read_from_its_start_at_the_operator_s_word(stage: Stage) -> None:
    sent = await stage.send_all(articles(3))
    await _commit(stage, 900)
    stage.environment["AQWAL_SKIP_DELETED"] = "true"
    stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted(sent)


@pytest.mark.kafka
async def test_retention_that_overtakes_a_running_worker_stops_it(stage: Stage) -> None:
    worker = stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted(await stage.send_all(articles(5)))
        worker.freeze()
        await stage.send_all(articles(10, prefix="on-its-way"))  # the fetch that stands open brings these
        await stage.send_all(articles(10, prefix="unread"))
        await _delete_before(stage, 22)
        worker.thaw()
        assert await asyncio.to_thread(worker.wait) == 3
    assert "were deleted before they were read" in worker.log
    partition = TopicPartition(stage.settings.topic_raw, 0)
    async with open_admin(stage.settings) as admin:
        committed = (await admin.committed(stage.settings.group, [partition]))[partition]
    assert committed.offset < 22  # so that the next start tells of it, too
