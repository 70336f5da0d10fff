"""`aqwal retract` as a user runs it, on a real Apache Kafka."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from aiokafka import ConsumerRecord

from schemas.headers import EventHeaders
from streams.core.letters import reject
from streams.core.options import HandleOptions
from streams.kafka.admin import open_admin
from streams.kafka.partitioner import partition_of
from streams.kafka.reading import as_record
from tests.brokers.fixtures import PARTITIONS, Broker
from tests.brokers.stage import AQWAL, Stage
from tests.retract.revised import extracted, processed, retracted, revision, table, table_of

pytestmark = pytest.mark.kafka

OLD, NEW = revision("a", "xyz", revision=1), revision("a", "wxy", revision=2)


def _headers(record: ConsumerRecord) -> EventHeaders:
    return EventHeaders.decode(record.headers)


async def test_an_older_revision_that_came_last_is_deleted_or_overwritten_by_the_newest_form(stage: Stage) -> None:
    newer, _ = await processed(stage, ("a", NEW), ("a", OLD))
    assert "1 deleted, 2 restored" in (await retracted(stage))[1]
    async with stage.watch() as seen:
        await seen.drain()
    assert table_of(seen) == extracted(stage, [NEW])
    mended = seen.quotes[6:]
    assert {record.partition for record in mended} == {partition_of(b"a", PARTITIONS)}
    deleted, *restored = sorted(mended, key=lambda record: record.value is not None)
    source = f"{stage.settings.topic_raw}/{newer[0]}/{newer[1]}"
    assert (deleted.value, _headers(deleted).ce_type) == (None, "aqwal.quote.retracted")
    assert (_headers(deleted).ce_subject, _headers(deleted).aqwal_source) == ("a", source)
    assert _headers(deleted).aqwal_retract == "deleted"
    for record in restored:
        (before,) = (each for each in seen.quotes_of(newer)[:3] if each.key == record.key)
        assert (record.value, record.timestamp) == (before.value, before.timestamp)
        assert record.headers == (*before.headers, ("aqwal-retract", b"restored"))


async def test_a_second_run_writes_nothing(stage: Stage) -> None:
    await processed(stage, ("a", NEW), ("a", OLD), ("b", revision("b", "x")), ("b", None))
    await retracted(stage)
    async with stage.watch() as seen:
        await seen.drain()
        there = len(seen.quotes)
        assert "0 deleted, 0 restored" in (await retracted(stage))[1]
        await seen.drain()
        assert len(seen.quotes) == there


async def test_a_withdrawn_article_loses_its_quotations_and_gets_them_back_when_it_is_published_again(
    stage: Stage,
) -> None:
    first, again = revision("a", "xy"), revision("a", "y", title="مرة أخرى")
    await processed(stage, ("a", first), ("a", None))
    assert "2 deleted" in (await retracted(stage))[1]
    assert await table(stage) == {}
    await processed(stage, ("a", again))
    assert "0 deleted, 0 restored" in (await retracted(stage))[1]
    assert await table(stage) == extracted(stage, [again])


async def test_a_dry_run_lists_what_would_be_written_and_leaves_it_to_be_done(stage: Stage) -> None:
    await processed(stage, ("a", NEW), ("a", OLD))
    before = await table(stage)
    for _ in range(2):
        shown, told = await retracted(stage, "--dry-run", "--state", "state.sqlite")
        assert "would be: 1 deleted, 2 restored" in told
        assert sorted(line.split()[0] for line in shown.splitlines()) == ["deleted", "restored", "restored"]
    assert await table(stage) == before
    await retracted(stage, "--state", "state.sqlite")
    assert await table(stage) == extracted(stage, [NEW])


async def test_only_the_kinds_that_were_asked_for_are_mended(stage: Stage) -> None:
    await processed(stage, ("a", NEW), ("a", OLD))
    kinds = {json.loads(value)["kind"] for value in (await table(stage)).values()}
    assert kinds == {"direct"}
    assert "0 deleted, 0 restored" in (await retracted(stage, "--kinds", "mixed,indirect"))[1]
    assert "1 deleted, 2 restored" in (await retracted(stage, "--kinds", "direct"))[1]


async def test_what_has_no_marker_yet_is_left_alone_until_its_record_is_a_dead_letter(stage: Stage) -> None:
    await processed(stage, ("a", NEW))
    async with stage.watch() as seen:
        await seen.drain()
        quote = seen.quotes[0]
        raw = replace(as_record(seen.inputs[0]), offset=999)
    source = ("aqwal-source", f"{raw.topic}/{raw.partition}/999".encode())
    headers = [source if name == "aqwal-source" else (name, value) for name, value in quote.headers]
    async with stage.producer() as producer:
        for key in (quote.key, b"11111111-1111-4111-8111-111111111111"):  # over a quotation that stands, and another
            await producer.send_and_wait(
                stage.settings.topic_quotes, quote.value, key=key, headers=headers, partition=quote.partition
            )
        assert "0 deleted, 0 restored" in (await retracted(stage, "--state", "state.sqlite"))[1]
        letter = reject(raw, "result-too-large", "", HandleOptions(), now=0).letter
        await producer.send_and_wait(
            stage.settings.topic_rejected, letter.value, key=letter.key, headers=list(letter.headers)
        )
    assert "1 deleted, 1 restored" in (await retracted(stage, "--state", "state.sqlite"))[1]
    assert await table(stage) == extracted(stage, [NEW])


async def test_it_follows_what_comes_until_it_is_told_to_stop(stage: Stage) -> None:
    follower = stage.start_worker((*AQWAL, "retract", "--follow", "--state", "state.sqlite"))
    await processed(stage, ("a", NEW), ("a", OLD), ("b", OLD.replace(b'"a"', b'"b"')))
    expected = extracted(stage, [NEW, OLD.replace(b'"a"', b'"b"')])
    async with stage.watch() as seen:
        await seen.until(lambda: table_of(seen) == expected)
    assert follower.stop() == 0
    assert "Traceback" not in follower.log


async def _forge_marker(stage: Stage, engine: str, offset: int) -> str:
    """A marker for another record of the article "a", by another engine, which lists a quotation that is not there."""
    async with stage.watch() as seen:
        await seen.drain()
    record, marker = [each for each in seen.markers if each[1].article_id == "a"][-1]
    forged = json.loads(record.value)
    forged["engine_version"] = engine
    forged["source"]["offset"] = offset
    forged["quotes"].append({"quote_id": "11111111-1111-4111-8111-111111111111", "kind": "direct"})
    async with stage.producer() as producer:
        await producer.send_and_wait(
            stage.settings.topic_processed, json.dumps(forged).encode(), key=b"a", partition=record.partition,
            timestamp_ms=record.timestamp + 1,
        )  # fmt: skip
    return f"{marker.source.topic}/{marker.source.partition}/{offset}"


async def test_an_article_whose_engine_is_gone_is_processed_anew_by_the_present_one(stage: Stage) -> None:
    await processed(stage, ("a", OLD))
    _, later = await stage.send(NEW, b"a")
    source = await _forge_marker(stage, "0.0.9+aa", later)
    told = (await retracted(stage))[1]
    assert "records of articles processed anew" in told, source
    assert await table(stage) == extracted(stage, [NEW])


@pytest.mark.parametrize(
    ("engine", "ahead", "why"),
    [("999.0.0+aa", 0, "was read by engine 999.0.0+aa"), ("0.1.0+aa", 5, "is there no more")],
)
async def test_what_cannot_be_restored_is_named_and_the_rest_is_done(
    stage: Stage, engine: str, ahead: int, why: str
) -> None:
    await processed(stage, ("b", NEW.replace(b'"a"', b'"b"')), ("b", OLD.replace(b'"a"', b'"b"')), ("a", OLD))
    _, later = await stage.send(NEW, b"a")
    await _forge_marker(stage, engine, later + ahead)
    for _ in range(2):
        told = (await retracted(stage, "--state", "state.sqlite", code=1))[1]
        assert "cannot be restored: " in told
        assert why in told
    newest = extracted(stage, [NEW.replace(b'"a"', b'"b"')])
    assert newest.items() <= (await table(stage)).items()


async def test_a_state_of_other_topics_or_none_of_ours_is_refused(
    stage: Stage, apache_kafka: Broker, tmp_path: Path
) -> None:
    await retracted(stage, "--state", str(tmp_path / "state.sqlite"))
    other = Stage(apache_kafka, tmp_path / "other")
    (tmp_path / "other").mkdir()
    try:
        await other.create_topics(PARTITIONS)
        told = (await retracted(other, "--state", str(tmp_path / "state.sqlite"), code=1))[1]
        assert "state.sqlite: it is about " in told
        assert other.settings.topic_quotes in told
        (tmp_path / "other" / "text").write_text("no database " * 100)
        assert "text: file is not a database" in (await retracted(other, "--state", "text", code=1))[1]
        assert "unable to open" in (await retracted(other, "--state", "no/such/folder", code=1))[1]
    finally:
        other.close()


async def test_deletions_that_are_forgotten_too_soon_are_a_warning(apache_kafka: Broker, tmp_path: Path) -> None:
    stage = Stage(apache_kafka, tmp_path)
    try:
        async with open_admin(stage.settings) as admin:
            config = {"cleanup.policy": "compact,delete", "delete.retention.ms": "1000", "retention.ms": "86400000"}
            await admin.create(stage.settings.topic_quotes, 1, 1, config)
        await stage.create_topics(1)
        told = (await retracted(stage))[1]
    finally:
        stage.close()
    assert "WARNING: " in told
    assert "delete.retention.ms=1000" in told
    assert "retention.ms=86400000: what it has deleted is not restored" in told


@pytest.mark.parametrize(
    ("options", "named"), [(["--kinds", "direct,spoken"], "--kinds"), (["--follow", "--dry-run"], "--follow")]
)
async def test_a_wrong_option_is_named(stage: Stage, options: list[str], named: str) -> None:
    assert named in (await retracted(stage, *options, code=2))[1]
