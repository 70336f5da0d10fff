"""What `aqwal rejected retry` does where the broker has transactions, limits and retention: for Apache Kafka."""

import asyncio
import os
import signal
from collections import Counter
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.structs import TopicPartition

from streams.core.options import SMALLEST_LETTER, HandleOptions
from streams.core.records import Record
from streams.core.rejections import Choice
from streams.kafka.admin import open_admin
from streams.kafka.partitioner import partition_of
from streams.kafka.rejected import open_rejected
from streams.kafka.retry import RetryError, open_retry
from tests.brokers.articles import article, filled
from tests.brokers.fixtures import Broker
from tests.brokers.own_topics import PARTITIONS
from tests.brokers.rejected import STAMP, RejectedSuite, listed, reject, said
from tests.brokers.stage import Stage

SMALL = 5_000  # bytes, a limit


class RejectedOnKafkaSuite(RejectedSuite):
    """The common suite, and what the embedded broker cannot do."""

    async def test_of_two_that_send_at_once_the_later_goes_on_and_nothing_is_sent_twice(self, stage: Stage) -> None:
        for number in range(4):
            await reject(stage, b"no json", f"k{number}".encode())
        settings = stage.settings
        async with open_rejected(settings) as one, open_rejected(settings) as two:
            letters = one.rejections.chosen(Choice(only_open=True))
            async with (
                open_retry(settings, one, max_attempts=5) as earlier,
                open_retry(settings, two, max_attempts=5) as later,
            ):
                assert (await earlier.send(letters[0])).what == "sent"
                assert (await later.send(letters[0])).what == "before"
                assert (await later.send(letters[1])).what == "sent"
                with pytest.raises(RetryError, match="another"):
                    await earlier.send(letters[1])
                assert [(await later.send(letter)).what for letter in letters] == ["before", "before", "sent", "sent"]
        async with stage.watch() as seen:
            await seen.drain()
            assert set(Counter(record.key for record in seen.inputs).values()) == {2}
            assert len(seen.notes) == 4

    async def test_a_retry_that_is_interrupted_ends_at_once_and_quietly(self, stage: Stage) -> None:
        for number in range(60):
            await reject(stage, b"no json", f"k{number}".encode())
        interrupted = stage.background("rejected", "retry", "--all", "--yes")
        assert interrupted.stdout is not None
        for _ in range(3):
            assert b"sent back as" in await asyncio.to_thread(interrupted.stdout.readline)
        interrupted.send_signal(signal.SIGINT)
        _, errors = await asyncio.to_thread(interrupted.communicate, timeout=60)
        assert (interrupted.returncode, errors) == (130, b"")
        assert len(listed(stage, "--open")) > 0, "it was not interrupted in the middle"

    async def test_two_commands_at_once_send_nothing_twice(self, stage: Stage) -> None:
        for number in range(30):
            await reject(stage, b"no json", f"k{number}".encode())
        commands = [stage.background("rejected", "retry", "--all", "--yes") for _ in range(2)]
        outputs = [await asyncio.to_thread(command.communicate, timeout=60) for command in commands]
        for command, (_, errors) in zip(commands, outputs, strict=True):
            expected = {0: b"", 1: b"aqwal: another `aqwal rejected retry` has begun, and goes on alone\n"}
            assert errors == expected[command.returncode]
        assert 0 in [command.returncode for command in commands]
        async with stage.watch() as seen:
            await seen.drain()
            assert set(Counter(record.key for record in seen.inputs).values()) == {2}

    async def test_a_letter_that_the_broker_refuses_is_named_and_the_others_are_sent(self, stage: Stage) -> None:
        await reject(stage, b"no json" + os.urandom(2 * SMALL).hex().encode(), b"large")
        await reject(stage, b"no json", b"short")
        stage.environment["AQWAL_TOPIC_RAW"] = f"{stage.settings.topic_raw}.small"
        async with open_admin(stage.settings) as admin:
            await admin.create(f"{stage.settings.topic_raw}.small", 1, 1, {"max.message.bytes": str(SMALL)})
        result = stage.command("rejected", "retry", "--all", "--yes")
        assert (result.returncode, result.stderr.count(b"\n")) == (1, 1), result
        assert b"refused by the broker: MessageSizeTooLargeError" in result.stderr
        assert b"1 sent back, 1 not sent" in result.stdout
        assert [one["key"] for one in listed(stage, "--open")] == ["large"]

    async def test_a_record_whose_note_is_refused_is_taken_back_and_holds_nobody_up(self, stage: Stage) -> None:
        await reject(stage, b"no json", b"k")
        values = {"max.message.bytes": "100", "retention.ms": "-1"}
        client = AIOKafkaAdminClient(bootstrap_servers=stage.settings.bootstrap_servers)
        await client.start()
        await client.alter_configs([ConfigResource(ConfigResourceType.TOPIC, stage.settings.topic_rejected, values)])
        await client.close()
        result = stage.command("rejected", "retry", "--all", "--yes")
        assert (result.returncode, b"refused by the broker" in result.stderr) == (1, True), result
        assert len(listed(stage, "--open")) == 1
        async with stage.watch() as seen:
            await seen.drain()
            assert len(seen.inputs) == 1
        # What an open transaction holds is beyond the end of what is committed.
        assert await _ends(stage, "read_committed") == await _ends(stage, "read_uncommitted")

    async def test_a_letter_without_its_value_is_sent_back_with_that_of_the_original(self, stage: Stage) -> None:
        value = filled(b"large", article("large"), 1_048_588)
        place = await reject(
            stage, value, b"large", options=HandleOptions(max_article_chars=50, max_letter_bytes=SMALLEST_LETTER)
        )
        assert listed(stage)[0]["omitted"] == "value"
        stage.start_worker()
        assert "1 sent back" in said(stage, "retry", place)
        async with stage.watch() as seen:
            await seen.until(lambda: len(seen.markers) == 2)  # of the original and of what was sent back
            await seen.drain()
            assert [record.value for record in seen.inputs] == [value, value]

    async def test_a_letter_whose_original_is_gone_is_not_sent_and_says_so(self, stage: Stage) -> None:
        place = await reject(
            stage,
            article("gone", statements=50),
            b"gone",
            options=HandleOptions(max_article_chars=50, max_letter_bytes=SMALLEST_LETTER),
        )
        partition = partition_of(b"gone", PARTITIONS)
        client = AIOKafkaAdminClient(bootstrap_servers=stage.settings.bootstrap_servers)
        await client.start()
        await client.delete_records({TopicPartition(stage.settings.topic_raw, partition): RecordsToDelete(-1)})
        await client.close()
        for words in ([place], [place, "--dry-run"]):
            result = stage.command("rejected", "retry", *words)
            assert (result.returncode, b"the original is gone from" in result.stderr) == (1, True), result
        async with stage.watch() as seen:
            assert seen.notes == []

    async def test_a_letter_older_than_its_topic_keeps_is_stamped_with_the_present(
        self, broker: Broker, tmp_path: Path
    ) -> None:
        stage = Stage(broker, tmp_path)
        await stage.create_topics(PARTITIONS, {"retention.ms": "604800000"})
        source = Record(stage.settings.topic_raw, 0, 0, STAMP, b"old", b"no json")
        place = await reject(stage, b"no json", b"old", source=source)
        assert "stamped with the present" in said(stage, "retry", place)
        async with stage.watch() as seen:
            await seen.until(lambda: any(record.timestamp > STAMP + 604_800_000 for record in seen.inputs))


async def _ends(stage: Stage, isolation: str) -> dict[TopicPartition, int]:
    """Where reading the topics that a retry sends to ends."""
    partitions = [
        TopicPartition(topic, number)
        for topic in (stage.settings.topic_raw, stage.settings.topic_rejected)
        for number in range(PARTITIONS)
    ]
    servers = stage.settings.bootstrap_servers
    async with AIOKafkaConsumer(bootstrap_servers=servers, group_id=None, isolation_level=isolation) as consumer:
        return dict(await consumer.end_offsets(partitions))
