"""`aqwal rejected` as an operator uses it: written once, inherited by each broker's test class."""

import asyncio
import json
import os
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from streams.core.handle import handle
from streams.core.options import HandleOptions
from streams.core.records import Record, Rejected
from streams.kafka.partitioner import partition_of
from tests.brokers.articles import article
from tests.brokers.fixtures import Broker
from tests.brokers.own_topics import PARTITIONS, OwnTopicsSuite
from tests.brokers.stage import Stage

STAMP = 1_714_550_400_123  # 2024-05-01T08:00:00.123Z
STRICT = HandleOptions(max_article_chars=50)  # under which no article of these tests is short enough


class RejectedSuite(OwnTopicsSuite):
    async def test_letters_are_counted_by_reason_and_listed_one_by_one(self, stage: Stage) -> None:
        places = [
            await reject(stage, b"no json", "رسالة".encode()),
            await reject(stage, b"nor this", b"other", stamp=STAMP + 86_400_000),
            await reject(stage, b'{"body": " "}', None),
        ]
        letters = listed(stage)
        assert {f"{one['partition']}/{one['offset']}" for one in letters} == set(places)
        first = next(one for one in letters if one["key"] == "رسالة")
        assert (first["reason"], first["attempts"], first["bytes"], first["sent"]) == ("invalid-json", 1, 7, None)
        assert first["timestamp"] == "2024-05-01T08:00:00.123000+00:00"
        assert first["source"]["topic"] == stage.settings.topic_raw
        table = [" ".join(line.split()) for line in said(stage).splitlines()]
        assert table[3:5] == [
            "invalid-json 2 2 1 2024-05-01 08:00 2024-05-02 08:00",
            "empty-body 1 1 1 2024-05-01 08:00 2024-05-01 08:00",
        ]
        assert "رسالة" in said(stage, "--each")

    async def test_letters_are_chosen_by_reason_time_and_article(self, stage: Stage) -> None:
        await reject(stage, b"no json", b"a")
        await reject(stage, b"no json", b"b", stamp=STAMP + 86_400_000)
        await reject(stage, b'{"body": " "}', b"c")
        chosen = {
            ("--reason", "invalid-json"): ["a", "b"],
            ("--reason", "invalid-json", "--reason", "empty-body"): ["a", "b", "c"],
            ("--since", "2024-05-02"): ["b"],
            ("--until", "2024-05-02"): ["a", "c"],
            ("--since", "2024-05-02T10:00:00.123+02:00"): ["b"],
            ("--since", "2024-05-02T10:00:00.124+02:00"): [],
            ("--article", "c"): ["c"],
            ("--key", "d"): [],
        }
        assert {words: sorted(one["key"] for one in listed(stage, *words)) for words in chosen} == chosen

    async def test_a_letter_is_shown_readably_and_without_what_a_terminal_obeys(self, stage: Stage) -> None:
        value = '{"body": "\\u0642\\u0627\\u0644\\u0022", "x": "زيد\x1b[2J'.encode() + b"\xff" + b"y" * 5_000
        place = await reject(stage, value, b"k\x1b", headers=(("trace", b"\x1b[31m"), ("null", None)))
        shown = said(stage, "show", place)
        assert 'قال\\u0022", "x": "زيد [2J\\xff' in shown
        assert "reason     invalid-encoding" in shown
        assert f"source     {stage.settings.topic_raw}/" in shown
        assert "header     null: null" in shown
        assert "\x1b" not in shown
        assert "y" * 5_000 not in shown
        assert "y" * 5_000 in said(stage, "show", place, "--whole")
        assert stage.command("rejected", "show", place, "--raw").stdout == value

    async def test_what_is_no_letter_is_said(self, stage: Stage) -> None:
        async with stage.producer() as producer:
            await producer.send_and_wait(stage.settings.topic_rejected, b"somebody else's", partition=0)
        listed = stage.command("rejected", "--json")
        assert (listed.returncode, listed.stdout) == (0, b"")
        assert b"1 records" in listed.stderr
        for words in (["show", "0/0"], ["retry", "0/0"], ["show", "3/99"], ["retry", "99/0"]):
            result = stage.command("rejected", *words)
            assert (result.returncode, b"no dead letter" in result.stderr) == (1, True), result

    async def test_a_letter_sent_back_after_the_cause_is_mended_is_processed_once(self, stage: Stage) -> None:
        stage.environment["AQWAL_MAX_ARTICLE_CHARS"] = "50"
        worker = stage.start_worker()
        first = await stage.send(article("mended"), b"mended", [("x", b"1")], timestamp=STAMP)
        async with stage.watch() as seen:
            await seen.accounted([first])
            place = f"{seen.letters[0].record.partition}/{seen.letters[0].record.offset}"
            assert worker.stop() == 0
            stage.environment["AQWAL_MAX_ARTICLE_CHARS"] = "5000"
            stage.start_worker()
            answer = said(stage, "retry", "--reason", "article-too-large", "--yes")
            await seen.until(lambda: len(seen.markers) == 1)
            again = said(stage, "retry", place)
            assert "0 sent back, 1 sent back before" in again
            assert "0 sent back\n" in said(stage, "retry", "--all", "--yes")
            await seen.drain()
            assert len(seen.inputs) == 2
            sent = seen.inputs[1]
            assert (sent.key, sent.value, sent.timestamp) == (b"mended", article("mended"), STAMP)
            assert sent.partition == partition_of(b"mended", PARTITIONS)
            assert seen.marked() == [(sent.partition, sent.offset)]
            assert len(seen.quotes_of(seen.marked()[0])) == 2
            assert all(("x", b"1") in record.headers for record in seen.quotes)
            position = f"{stage.settings.topic_raw}/{sent.partition}/{sent.offset}"
            assert position in answer
            assert [note.sent for note in seen.notes] == [position]
        assert [one["sent"] for one in listed(stage)] == [position]
        assert position in said(stage, "show", place)
        assert listed(stage, "--open") == []

    async def test_a_letter_that_comes_back_again_and_again_is_kept_at_last(self, stage: Stage) -> None:
        stage.start_worker()
        first = await stage.send(b"never json", None, [("x", b"1")], partition=3)
        async with stage.watch() as seen:
            for attempts in (1, 2, 3):
                await seen.until(lambda attempts=attempts: len(seen.letters) == attempts)  # type: ignore[misc]
                result = stage.command("rejected", "retry", "--all", "--yes", "--max-attempts", "3")
                assert result.returncode == (1 if attempts == 3 else 0), result
            await seen.drain()
            assert "--max-attempts=4 sends it again" in result.stderr.decode()
            assert [letter.why.attempts for letter in seen.letters] == [1, 2, 3]
            assert {(letter.why.partition, letter.why.offset) for letter in seen.letters} == {first}
            assert {letter.record.value for letter in seen.letters} == {b"never json"}
            assert {record.partition for record in seen.inputs} == {3}
            assert len(seen.inputs) == 3
        table = [line.split()[:4] for line in said(stage).splitlines()]
        assert ["invalid-json", "3", "1", "1-3"] in table

    async def test_a_dry_run_sends_nothing(self, stage: Stage) -> None:
        await reject(stage, b"no json", b"k")
        assert "would be sent" in said(stage, "retry", "--all", "--dry-run")
        async with stage.watch() as seen:
            await seen.drain()
            assert (len(seen.inputs), len(seen.notes)) == (1, 0)
        assert listed(stage, "--open") != []

    async def test_nothing_is_sent_unasked(self, stage: Stage) -> None:
        await reject(stage, b"no json", b"k")
        for words in ([], ["--all"], ["--reason", "invalid-json"], ["0/0", "--all"], ["0-0"], ["--reason", "x", "-y"]):
            assert stage.command("rejected", "retry", *words).returncode == 2, words
        async with stage.watch() as seen:
            await seen.drain()
            assert len(seen.inputs) == 1

    @pytest.mark.parametrize(("answer", "code", "sent"), [(b"n\n", 1, 0), (b"y\n", 0, 1)])
    async def test_on_a_terminal_it_asks_first(self, stage: Stage, answer: bytes, code: int, sent: int) -> None:
        await reject(stage, b"no json", b"k")
        terminal, stdin = os.openpty()
        os.write(terminal, answer)
        asked = stage.background("rejected", "retry", "--all", stdin=stdin)
        output, errors = await asyncio.to_thread(asked.communicate, timeout=60)
        os.close(terminal)
        os.close(stdin)
        assert (asked.returncode, b"Send 1 dead letters back" in errors) == (code, True)
        assert output.count(b"sent back as") == sent
        async with stage.watch() as seen:
            await seen.drain()
            assert len(seen.notes) == sent

    async def test_of_copies_one_is_counted_and_one_is_sent_back(self, stage: Stage) -> None:
        source = Record(stage.settings.topic_raw, 1, 7, STAMP, b"k", b"no json")
        places = [await reject(stage, b"no json", b"k", source=source) for _ in range(2)]
        assert places[0] != places[1]
        assert len(listed(stage)) == 1
        assert "1 sent back, 1 sent back before" in said(stage, "retry", *places)

    async def test_a_retry_that_is_killed_is_finished_by_the_next(self, stage: Stage) -> None:
        keys = [f"k{number}".encode() for number in range(60)]
        for key in keys:
            await reject(stage, b"no json of " + key, key)
        killed = stage.background("rejected", "retry", "--all", "--yes")
        assert killed.stdout is not None
        for _ in range(3):
            assert b"sent back as" in await asyncio.to_thread(killed.stdout.readline)
        killed.kill()
        killed.wait()
        assert len(listed(stage, "--open")) > 0, "it was not killed in the middle"
        result = stage.command("rejected", "retry", "--all", "--yes")
        assert (result.returncode, result.stderr) == (0, b"")
        assert listed(stage, "--open") == []
        async with stage.watch() as seen:
            await seen.drain()
            times = Counter(record.key for record in seen.inputs)
        assert set(times) == set(keys)
        if stage.broker.transactions:
            assert set(times.values()) == {2}  # the first time, and sent back once

    def test_a_missing_topic_is_named(self, broker: Broker, tmp_path: Path) -> None:
        stage = Stage(broker, tmp_path)
        for words in (["list"], ["show", "0/0"], ["retry", "0/0"]):
            result = stage.command("rejected", *words)
            assert result.returncode == 1
            assert stage.settings.topic_rejected in result.stderr.decode()


async def reject(
    stage: Stage,
    value: bytes,
    key: bytes | None,
    *,
    headers: tuple[tuple[str, bytes | None], ...] = (),
    stamp: int = STAMP,
    options: HandleOptions = STRICT,
    source: Record | None = None,
) -> str:
    """Put a record on the input topic, and the dead letter that a worker would make of it (or of `source`) on its own.

    Its PARTITION/OFFSET.
    """
    if source is None:
        partition, offset = await stage.send(value, key, headers, timestamp=stamp, partition=None if key else 0)
        source = Record(stage.settings.topic_raw, partition, offset, stamp, key, value, headers)
    outcome = handle(source, options, now=2 * STAMP)
    assert isinstance(outcome, Rejected)
    letter = outcome.letter
    async with stage.producer() as producer:
        metadata = await producer.send_and_wait(
            stage.settings.topic_rejected,
            letter.value,
            key=letter.key,
            headers=list(letter.headers),
            timestamp_ms=letter.timestamp,
        )
    return f"{metadata.partition}/{metadata.offset}"


def said(stage: Stage, *words: str) -> str:
    """What `aqwal rejected` prints where nothing is wrong."""
    result: subprocess.CompletedProcess[bytes] = stage.command("rejected", *words)
    assert (result.returncode, result.stderr) == (0, b""), result
    return result.stdout.decode()


def listed(stage: Stage, *words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in said(stage, *words, "--json").splitlines()]
