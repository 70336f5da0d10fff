"""Replays as a user runs them, beside a worker, on a real Apache Kafka."""

import asyncio
import signal
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from aiokafka import ConsumerRecord, TopicPartition

from schemas.backfill import BackfillRun
from streams.core.stamp import milliseconds
from streams.kafka.admin import open_admin
from tests.backfill.conftest import delete_records
from tests.brokers.articles import BAD, article, articles
from tests.brokers.fixtures import PARTITIONS
from tests.brokers.stage import Headers, Stage

pytestmark = pytest.mark.kafka

DAY = datetime(2024, 3, 1, tzinfo=UTC)


def runs(stage: Stage) -> list[BackfillRun]:
    listed = stage.command("backfill", "list", "--json")
    assert listed.returncode == 0, listed.stderr.decode()
    return [BackfillRun.model_validate_json(line) for line in listed.stdout.splitlines()]


def replayed(stage: Stage, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[bytes]:
    done = stage.command("backfill", *arguments)
    assert done.returncode == code, done.stderr.decode()
    return done


def _of(record: ConsumerRecord, run: str | None) -> bool:
    found = dict(record.headers).get("aqwal-replay")
    return found == (None if run is None else run.encode())


def _content(record: ConsumerRecord) -> tuple[int, bytes, bytes, Headers, int]:
    headers = tuple(header for header in record.headers if header[0] != "aqwal-replay")
    return record.partition, record.key, record.value, headers, record.timestamp


def _subject(content: tuple[int, bytes, bytes, Headers, int]) -> str:
    return (dict(content[3])["ce_subject"] or b"").decode()


async def _committed(stage: Stage) -> dict[TopicPartition, int]:
    partitions = [TopicPartition(stage.settings.topic_raw, number) for number in range(PARTITIONS)]
    async with open_admin(stage.settings) as admin:
        committed = await admin.committed(stage.settings.group, partitions)
    return {partition: each.offset for partition, each in committed.items()}


async def test_a_replays_events_are_the_live_ones_but_for_a_header(stage: Stage) -> None:
    sent = await stage.send_all(articles(120, statements=2))
    bad = [await stage.send(each.value, each.key, each.headers, timestamp=1) for each in BAD.values()]
    gone = await stage.send(None, b"article-7")
    async with stage.watch() as seen:
        worker = stage.start_worker()
        await seen.accounted([*sent, *bad, gone])
        assert worker.stop() == 0
        before = await _committed(stage)
        replayed(stage, "--from", "0", "--processes", "2")
        await seen.drain()
    assert await _committed(stage) == before
    (run,) = runs(stage)
    assert run.state == "done"
    for records in (seen.quotes, [record for record, _ in seen.markers]):
        live = [_content(record) for record in records if _of(record, None)]
        again = [_content(record) for record in records if _of(record, run.run_id)]
        assert len(live) + len(again) == len(records)
        assert sorted(map(repr, live)) == sorted(map(repr, again))
        for ident in (f"article-{number}" for number in range(120)):  # the order of an article holds, too
            assert [c for c in live if _subject(c) == ident] == [c for c in again if _subject(c) == ident]
    assert b"proven" in replayed(stage, "verify", run.run_id).stdout
    positions = [(letter.why.partition, letter.why.offset) for letter in seen.letters if letter.why.replay]
    assert sorted(positions) == sorted(bad)
    assert {letter.why.replay for letter in seen.letters} == {None, run.run_id}
    totals = [sum(getattr(each, name) for each in run.ranges) for name in ("read", "articles", "rejected", "quotes")]
    assert totals == [len(sent) + len(bad) + 1, len(sent) + 1, len(bad), 4 * len(sent)]


async def test_a_month_of_an_outlet_is_what_is_replayed(stage: Stage) -> None:
    wanted, others = [], []
    for days in (-1, 0, 15, 30, 31):
        for outlet in ("الضفاف", "المرفأ"):
            ident = f"{outlet}{days}"
            stamp = milliseconds(DAY + timedelta(days=days))
            position = await stage.send(article(ident, outlet=outlet), ident.encode(), timestamp=stamp)
            (wanted if outlet == "الضفاف" and 0 <= days < 31 else others).append(position)
    replayed(stage, "--from", "2024-03-01", "--to", "2024-04-01", "--outlet", "الضفاف")
    async with stage.watch() as seen:
        await seen.drain()
    assert sorted(seen.marked()) == sorted(wanted)
    assert not set(seen.marked()) & set(others)


async def test_a_dry_run_counts_and_publishes_nothing(stage: Stage) -> None:
    for number in range(7):
        stamp = milliseconds(DAY + timedelta(hours=number))
        await stage.send(article(str(number)), b"key", timestamp=stamp, partition=1)
    told = replayed(stage, "--from", "2024-03-01T02:00:00", "--to", "2024-03-01T05:00:00", "--dry-run")
    assert b"to replay: 3 records" in told.stdout
    async with stage.watch() as seen:
        await seen.drain()
    assert not seen.markers
    assert runs(stage) == []


async def test_a_run_that_is_told_to_stop_repeats_nothing_when_resumed(stage: Stage) -> None:
    sent = await stage.send_all(articles(400))
    async with stage.watch() as seen:
        process = stage.background("backfill", "--from", "0", "--rate", "100")
        await seen.until(lambda: len(seen.markers) >= 50)
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate()
        assert process.returncode == 1, told.decode()
        (run,) = runs(stage)
        assert f"aqwal backfill resume {run.run_id}" in told.decode()
        await seen.drain()
        assert 0 < len(seen.markers) == sum(each.articles for each in run.ranges) < len(sent)
        assert b"WRONG: offsets that the run has not come to" in replayed(stage, "verify", run.run_id, code=1).stdout
        for _ in range(2):  # the second time it is done already
            assert b"done, 100.0%, 400 articles" in replayed(stage, "resume", run.run_id).stderr
        await seen.drain()
    assert sorted(seen.marked()) == sorted(sent)


async def test_what_is_deleted_during_a_run_is_passed_over_only_when_told_to(stage: Stage) -> None:
    value = article("deleted")
    async with stage.producer(linger_ms=20) as producer:
        sent = [await producer.send(stage.settings.topic_raw, value, partition=0) for _ in range(300)]
        await asyncio.gather(*sent)
    async with stage.watch() as seen:
        process = stage.background("backfill", "--from", "0", "--rate", "20")
        await seen.until(lambda: len(seen.markers) >= 20)
        process.send_signal(signal.SIGTERM)
        process.communicate()
    (run,) = runs(stage)
    position = run.ranges[0].position
    await delete_records(stage, before=position + 40)
    refused = replayed(stage, "resume", run.run_id, code=1).stderr.decode()
    assert f"offsets {position} to {position + 39} are deleted; `resume RUN --skip-deleted` goes on" in refused
    told = replayed(stage, "resume", run.run_id, "--skip-deleted").stderr.decode()
    assert "260 articles, 520 quotations, 0 dead letters, 40 deleted offsets passed over" in told
    verified = replayed(stage, "verify", run.run_id, code=1).stdout.decode()
    assert f"WRONG: input deleted since, hence not proven: {position + 40} 0/0" in verified
    assert verified.count("WRONG") == 1


async def test_of_two_processes_that_go_on_with_a_run_the_later_one_stays(stage: Stage) -> None:
    sent = await stage.send_all(articles(600))
    async with stage.watch() as seen:
        first = stage.background("backfill", "--from", "0", "--rate", "20")
        await seen.until(lambda: len(seen.markers) > 0)
        (run,) = runs(stage)
        second = stage.background("backfill", "resume", run.run_id)
        _, told = first.communicate()
        assert first.returncode == 3, told.decode()
        assert b"another process goes on with it" in told
        second.communicate()
        assert second.returncode == 0
        await seen.drain()
    assert set(seen.marked()) == set(sent)
    assert sum(each.articles for each in runs(stage)[0].ranges) == len(sent)


async def test_a_topic_that_would_lose_what_is_replayed_is_refused(stage: Stage) -> None:
    await stage.send(article("old"), b"old", timestamp=milliseconds(DAY))
    async with open_admin(stage.settings) as admin:
        await admin.create("week-" + stage.settings.group, 1, 1, {"retention.ms": str(7 * 24 * 3_600_000)})
        for role in ("processed", "rejected"):
            await admin.create(f"week-{stage.settings.group}.{role}", 1, 1, {"retention.ms": "-1"})
    week = f"week-{stage.settings.group}"
    for since, *more in (["2024-03-01"], ["0"], ["0", "--dry-run"]):
        told = replayed(stage, "--from", since, "--to-topic", week, *more, code=1)
        assert f"{week} loses what is stamped more than 7 days ago".encode() in told.stderr
    now = datetime.now(UTC) - timedelta(days=1)
    replayed(stage, "--from", f"{now:%Y-%m-%dT%H:%M:%S}", "--to-topic", week)


async def test_shadow_topics_are_created_only_when_asked_for(stage: Stage) -> None:
    await stage.send_all(articles(5))
    shadow = f"shadow-{stage.settings.group}"
    names = [shadow, f"{shadow}.processed", f"{shadow}.rejected"]
    refused = replayed(stage, "--from", "0", "--to-topic", shadow, code=1)
    assert f"no such topic: {', '.join(names)}".encode() in refused.stderr
    replayed(stage, "--from", "0", "--to-topic", shadow, "--create-topics", "--dry-run")
    async with open_admin(stage.settings) as admin:
        assert await admin.partition_counts(names) == {}
        replayed(stage, "--from", "0", "--to-topic", shadow, "--create-topics")
        assert await admin.partition_counts(names) == dict.fromkeys(names, PARTITIONS)
        configs = await admin.topic_configs(names, ["retention.ms"])
    assert all(config == {"retention.ms": "-1"} for config in configs.values())
    async with stage.watch() as seen:
        await seen.drain()
    assert not seen.quotes
    assert not seen.markers
    (run,) = runs(stage)
    assert [run.quotes.topic, run.processed.topic, run.rejected.topic] == names
    assert sum(each.quotes for each in run.ranges) == 10


async def test_a_topic_of_runs_that_would_lose_them_is_refused(stage: Stage) -> None:
    async with open_admin(stage.settings) as admin:
        await admin.create(stage.settings.topic_runs, 1, 1, {"cleanup.policy": "delete"})
    told = replayed(stage, "--from", "0", code=1)
    assert b"cleanup.policy=delete loses runs" in told.stderr


async def test_a_run_of_another_engine_is_not_resumed(stage: Stage) -> None:
    await stage.send_all(articles(3))
    replayed(stage, "--from", "0")
    (run,) = runs(stage)
    other = run.model_copy(update={"engine_version": "0.0.1", "state": "running", "run_id": "other"})
    async with stage.producer() as producer:
        await producer.send_and_wait(stage.settings.topic_runs, other.model_dump_json().encode(), key=b"other")
    told = replayed(stage, "resume", "other", code=1)
    assert b"was begun by engine 0.0.1" in told.stderr


async def test_a_run_that_claims_what_it_has_not_done_is_found_out(stage: Stage) -> None:
    await stage.send_all(articles(20))
    replayed(stage, "--from", "0")
    (run,) = runs(stage)
    partition, offset = await stage.send(article("unseen"), b"unseen")
    claimed = tuple(
        each.model_copy(update={"end": offset + 1, "position": offset + 1, "articles": each.articles + 1})
        if each.partition == partition
        else each
        for each in run.ranges
    )
    async with stage.producer() as producer:
        for name, changes in (("claims", {"ranges": claimed}), ("forgets", {"ranges": run.ranges[1:]})):
            manifest = run.model_copy(update=changes).model_dump_json().encode()
            await producer.send_and_wait(stage.settings.topic_runs, manifest, key=run.run_id.encode())
            told = replayed(stage, "verify", run.run_id, code=1).stdout.decode()
            if name == "claims":
                assert f"WRONG: neither marker nor dead letter: 1 {partition}/{offset}" in told
                assert "WRONG: the manifest says 21 articles; found were: 20" in told
            else:
                assert "WRONG: an event of a record that is not of the run" in told


def test_a_run_that_nobody_began_is_not_resumed(stage: Stage) -> None:
    assert b"there is no run 20240101-000000-abcd" in replayed(stage, "resume", "20240101-000000-abcd", code=1).stderr


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--from", "yesterday"], "--from"),
        (["--from", "0", "--to", "soon"], "--to"),
        (["--from", "0", "--partitions", "2-1"], "--partitions"),
        (["--from", "0", "--to-topic", "articles.raw", "--topic", "articles.raw"], "topics"),
        (["--to", "now"], "--from"),
        (["resume", "no/run"], "RUN"),
    ],
)
def test_a_wrong_option_is_named(stage: Stage, arguments: list[str], named: str) -> None:
    assert named.encode() in replayed(stage, *arguments, code=2).stderr


def test_a_partition_that_does_not_exist_is_named(stage: Stage) -> None:
    assert b"has no partition 3" in replayed(stage, "--from", "0", "--partitions", "0,3", code=1).stderr
