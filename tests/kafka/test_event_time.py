"""`aqwal publish --event-time` as a user runs it, on a real Apache Kafka."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.brokers.articles import article
from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage

pytestmark = pytest.mark.kafka

DAY = 24 * 3_600_000  # milliseconds


@pytest.fixture
def stage(apache_kafka: Broker, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(apache_kafka, tmp_path)
    yield stage
    stage.close()


def ago(milliseconds: int) -> str:
    moment = time.time() - milliseconds / 1000
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))


def create_topics(stage: Stage, **config: str | int) -> None:
    settings = {name.replace("_", "."): str(value) for name, value in config.items()}
    asyncio.run(stage.create_topics(2, {"retention.ms": "-1"} | settings))


def stamps(stage: Stage) -> dict[str, int]:
    """The timestamp of each article that lies on the topic, by its key."""

    async def read() -> dict[str, int]:
        async with stage.watch() as seen:
            await seen.drain()
            return {record.key.decode(): record.timestamp for record in seen.inputs}

    return asyncio.run(read())


def replayed(stage: Stage) -> list[str]:
    """The ids of the articles that have a marker; no worker runs."""

    async def read() -> list[str]:
        async with stage.watch() as seen:
            await seen.drain()
            return sorted(marker.article_id for _, marker in seen.markers)

    return asyncio.run(read())


ARCHIVE = [
    article("old", published_at="1987-06-05T12:00:00+03:00"),
    article("fine", published_at="2024-03-11T07:30:00.0001Z"),
    article("first", published_at="1970-01-01"),
    article("ahead", published_at="2999-01-01"),
    article("undated"),
]


def test_an_articles_time_is_its_records_time_but_never_later_than_now(stage: Stage) -> None:
    create_topics(stage)
    stage.write("a.jsonl", b"\n".join(ARCHIVE))
    before = time.time_ns() // 1_000_000
    done = stage.command("publish", "--event-time", "a.jsonl")
    after = time.time_ns() // 1_000_000
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"; 1 without `published_at`, stamped with the present" in done.stdout
    found = stamps(stage)
    assert found["old"] == 549_882_000_000
    assert found["fine"] == 1_710_142_200_001  # a part of a millisecond counts as a whole one, as in a replay's bounds
    assert found["first"] == 0
    for ident in ("ahead", "undated"):
        assert before <= found[ident] <= after


def test_without_the_option_the_present_is_every_records_time(stage: Stage) -> None:
    create_topics(stage)
    before = time.time_ns() // 1_000_000
    stage.write("a.jsonl", b"\n".join(ARCHIVE))
    done = stage.command("publish", "a.jsonl")
    assert b"stamped" not in done.stdout
    found = stamps(stage)
    assert len(found) == len(ARCHIVE)
    assert min(found.values()) >= before


def test_what_no_broker_takes_is_named_and_the_others_are_sent(stage: Stage) -> None:
    create_topics(stage, message_timestamp_before_max_ms=10 * DAY)
    lines = [
        article("good", published_at=ago(9 * DAY)),
        article("before-time", published_at="1969-12-31T23:59:59Z"),
        article("too-old", published_at=ago(11 * DAY)),
        article("also-good", published_at=ago(DAY)),
    ]
    stage.write("a.jsonl", b"\n".join(lines))
    done = stage.command("publish", "--event-time", "a.jsonl")
    assert done.returncode == 1
    second, third = done.stderr.decode().splitlines()
    assert "a.jsonl:2: published 1969-12-31T23:59:59Z, and Kafka has no time before 1970" in second
    assert "a.jsonl:3: " in third
    assert "takes nothing older than 10 days (message.timestamp.before.max.ms)" in third
    assert set(stamps(stage)) == {"good", "also-good"}


def test_an_archive_that_the_topic_would_delete_is_refused_unless_told(stage: Stage) -> None:
    create_topics(stage, retention_ms=7 * DAY)
    lines = [article("new", published_at=ago(DAY)), article("old", published_at="2020-01-01"), article("last")]
    stage.write("a.jsonl", b"\n".join(lines))
    done = stage.command("publish", "--event-time", "a.jsonl")
    assert done.returncode == 1
    warning, refusal = done.stderr.decode().splitlines()
    topic = stage.settings.topic_raw
    assert warning == (
        f"aqwal: {topic} deletes what is older than 7 days by its own time (retention.ms); no such article is sent"
    )
    assert refusal.startswith(f"aqwal: a.jsonl:2: published 2020-01-01T00:00:00Z, and {topic} deletes")
    assert "(delivered before: 1)" in refusal
    assert set(stamps(stage)) == {"new"}
    told = stage.command("publish", "--event-time", "--despite-retention", "a.jsonl")
    assert told.returncode == 0
    assert "will be lost" in told.stderr.decode()
    assert b"3 articles delivered" in told.stdout


def test_a_topic_that_stamps_records_itself_is_refused(stage: Stage) -> None:
    create_topics(stage, message_timestamp_type="LogAppendTime")
    done = stage.command("publish", "--event-time", "-", stdin=article("x", published_at="2020-01-01"))
    assert done.returncode == 1
    assert "LogAppendTime" in done.stderr.decode()
    assert stamps(stage) == {}


def test_both_choices_are_found_by_a_replay_of_their_time(stage: Stage) -> None:
    create_topics(stage)
    stage.write("a.jsonl", article("archived", published_at="2024-03-11T07:30:00Z"))
    stage.write("b.jsonl", article("present", published_at="2024-03-11T07:30:00Z"))
    begin = ago(0)
    assert stage.command("publish", "--event-time", "a.jsonl").returncode == 0
    assert stage.command("publish", "b.jsonl").returncode == 0
    assert stage.command("backfill", "--from", "2024-03-11", "--to", "2024-03-12").returncode == 0
    assert replayed(stage) == ["archived"]
    assert stage.command("backfill", "--from", begin).returncode == 0
    assert replayed(stage) == ["archived", "present"]


def test_the_override_alone_is_a_wrong_option(stage: Stage) -> None:
    done = stage.command("publish", "--despite-retention", "-", stdin=article("x"))
    assert done.returncode == 2
    assert b"--event-time" in done.stderr
