"""`aqwal consume` as a user runs it, on a real Apache Kafka."""

import asyncio
import sqlite3
from pathlib import Path
from random import Random

import pytest

from tests.brokers.stage import AQWAL, Stage
from tests.retract.editions import editions
from tests.retract.revised import Table, extracted, processed, retracted, revision

pytestmark = pytest.mark.kafka

FILE = "quotes.sqlite"
OLD, NEW = revision("a", "xyz", revision=1), revision("a", "wxy", revision=2)


def rows(path: Path) -> Table:
    connection = sqlite3.connect(path)
    try:
        return {key: event.encode() for key, event in connection.execute("SELECT quote_id, event FROM quotes")}
    finally:
        connection.close()


def consumed(stage: Stage, file: str = FILE, *, code: int = 0) -> str:
    done = stage.command("consume", "--upsert", f"sqlite:{file}", "--once")
    assert done.returncode == code, done.stderr.decode()
    return done.stderr.decode()


async def test_the_table_is_that_of_the_newest_revisions_in_whatever_order_they_come(
    stage: Stage, tmp_path: Path
) -> None:
    records, newest = editions(60, 40, seed=3)
    expected = extracted(stage, newest)
    worker = stage.start_worker()
    async with stage.watch() as seen:
        for first in range(0, len(records), 30):  # read on in between, and resumed
            part = records[first : first + 30]
            sent = [await stage.send(each.value, each.key, timestamp=each.timestamp) for each in part]
            await seen.accounted(sent)
            consumed(stage)
    assert worker.stop() == 0
    assert rows(tmp_path / FILE) == expected
    start = Random(1).randrange(5)  # noqa: S311 - to be repeated
    assert stage.command("backfill", "--from", str(start), "--to", "20").returncode == 0
    consumed(stage)
    assert rows(tmp_path / FILE) == expected
    await retracted(stage)
    consumed(stage)
    assert rows(tmp_path / FILE) == expected
    consumed(stage, "anew.sqlite")
    assert rows(tmp_path / "anew.sqlite") == expected


async def test_a_row_can_be_asked_for_by_what_is_in_it(stage: Stage, tmp_path: Path) -> None:
    await processed(stage, ("a", revision("a", "x", outlet="الضفاف", published_at="2024-03-11T07:30:00Z")))
    assert "1 rows upserted, 0 deleted" in consumed(stage)
    connection = sqlite3.connect(tmp_path / FILE)
    query = "SELECT article_id, kind, speaker, outlet, published_at, source FROM quotes WHERE text LIKE '%السوق%'"
    ((*row, source),) = connection.execute(query)
    connection.close()
    assert row == ["a", "direct", "سامي الحداد", "الضفاف", "2024-03-11T07:30:00Z"]
    assert source.startswith(f"{stage.settings.topic_raw}/")


async def test_a_withdrawal_takes_the_rows_out_and_nothing_new_changes_nothing(stage: Stage, tmp_path: Path) -> None:
    await processed(stage, ("a", NEW), ("a", OLD))
    consumed(stage)
    assert rows(tmp_path / FILE) == extracted(stage, [NEW])
    await processed(stage, ("a", None))
    assert "0 rows upserted, 3 deleted" in consumed(stage)
    assert rows(tmp_path / FILE) == {}
    assert consumed(stage) == ""


async def test_a_deletion_takes_a_row_out_until_the_quotation_comes_again(stage: Stage, tmp_path: Path) -> None:
    await processed(stage, ("a", NEW))
    async with stage.watch() as seen:
        await seen.drain()
    quote = seen.quotes[0]
    async with stage.producer() as producer:
        topic = stage.settings.topic_quotes
        await producer.send_and_wait(topic, None, key=quote.key, partition=quote.partition)
    assert "1 quotations have no record any more" in consumed(stage)
    expected = extracted(stage, [NEW])
    assert rows(tmp_path / FILE).keys() == expected.keys() - {quote.key.decode()}
    assert "1 restored" in (await retracted(stage))[1]
    consumed(stage)
    assert rows(tmp_path / FILE) == expected


async def test_it_follows_what_comes_until_it_is_told_to_stop(stage: Stage, tmp_path: Path) -> None:
    expected = extracted(stage, [NEW])
    follower = stage.start_worker((*AQWAL, "consume", "--upsert", f"sqlite:{tmp_path / FILE}"))
    await processed(stage, ("a", OLD), ("a", NEW))
    async with asyncio.timeout(60):
        while not (tmp_path / FILE).exists() or rows(tmp_path / FILE) != expected:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.2)
    assert follower.stop() == 0
    assert "Traceback" not in follower.log


async def test_a_file_that_retract_keeps_is_refused(stage: Stage) -> None:
    await retracted(stage, "--state", FILE)
    assert "it is about " in consumed(stage, code=1)


@pytest.mark.parametrize("target", ["quotes.sqlite", "sqlite:", "postgres://there"])
def test_a_target_that_is_none_is_named(stage: Stage, target: str) -> None:
    done = stage.command("consume", "--upsert", target, "--once")
    assert done.returncode == 2
    assert b"--upsert" in done.stderr
