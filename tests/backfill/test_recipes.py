"""The recipes of docs/backfill.md, as they are written there, on a real Apache Kafka."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiokafka import TopicPartition

from schemas.backfill import BackfillRun
from streams.backfill.selection import milliseconds
from streams.kafka.admin import open_admin
from tests.brokers.apache_kafka import ApacheKafka
from tests.brokers.articles import article, articles
from tests.brokers.fixtures import PARTITIONS
from tests.brokers.stage import Stage

pytestmark = pytest.mark.kafka

DAY = datetime(2024, 3, 1, tzinfo=UTC)


def consumer_groups(stage: Stage, home: Path, *arguments: str) -> str:
    """Kafka's own `kafka-consumer-groups`."""
    tool = "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand"
    server = ("--bootstrap-server", stage.broker.bootstrap_servers)
    return ApacheKafka(home / "tool").tool(tool, *server, "--reset-offsets", *arguments)


async def committed(stage: Stage, group: str) -> list[int]:
    partitions = [TopicPartition(stage.settings.topic_raw, number) for number in range(PARTITIONS)]
    async with open_admin(stage.settings) as admin:
        offsets = await admin.committed(group, partitions)
    return [offsets[partition].offset for partition in partitions]


async def test_the_change_over_to_a_new_engine_misses_nothing_and_repeats_nothing(stage: Stage, tmp_path: Path) -> None:
    before = await stage.send_all(articles(30, prefix="before"))
    shadow = f"v2-{stage.settings.group}"
    begun = stage.command("backfill", "--from", "0", "--to-topic", shadow, "--create-topics")
    assert begun.returncode == 0, begun.stderr.decode()
    meanwhile = await stage.send_all(articles(30, prefix="meanwhile"))
    run = BackfillRun.model_validate_json(stage.command("backfill", "list", "--json").stdout)
    assert stage.command("backfill", "verify", run.run_id).returncode == 0
    ends = tmp_path / "ends.csv"
    ends.write_text("".join(f"{run.topic},{each.partition},{each.end}\n" for each in run.ranges))
    consumer_groups(stage, tmp_path, "--group", shadow, "--from-file", str(ends), "--execute")
    names = {"topic_quotes": shadow, "topic_processed": f"{shadow}.processed", "topic_rejected": f"{shadow}.rejected"}
    new = Stage(stage.broker, tmp_path / "new", topic_raw=stage.settings.topic_raw, group=shadow, **names)
    worker = new.start_worker()
    try:
        async with new.watch() as seen:
            await seen.accounted(before + meanwhile)
            after = await stage.send_all(articles(5, prefix="after"))
            await seen.accounted(after)
            assert worker.stop() == 0
            await seen.drain()
            assert sorted(seen.marked()) == sorted(before + meanwhile + after)
            assert len(seen.quotes) == 2 * len(seen.marked())
    finally:
        new.close()


async def test_the_live_group_is_rewound_by_kafkas_own_tool(stage: Stage, tmp_path: Path) -> None:
    stamps = [DAY - timedelta(hours=1), DAY, DAY + timedelta(hours=1)]
    sent = [await stage.send(article(f"{s:%H}"), b"one key", timestamp=milliseconds(s)) for s in stamps]
    async with stage.watch() as seen:
        worker = stage.start_worker()
        await seen.accounted(sent)
        assert worker.stop() == 0
        arguments = ("--group", stage.settings.group, "--topic", stage.settings.topic_raw)
        moment = ("--to-datetime", f"{DAY:%Y-%m-%dT%H:%M:%S}.000")
        before = await committed(stage, stage.settings.group)
        consumer_groups(stage, tmp_path, *arguments, *moment, "--dry-run")
        assert await committed(stage, stage.settings.group) == before
        consumer_groups(stage, tmp_path, *arguments, *moment, "--execute")
        stage.start_worker()
        await seen.until(lambda: len(seen.markers) == 5)
    assert sorted(seen.marked()) == sorted([*sent, *sent[1:]])
