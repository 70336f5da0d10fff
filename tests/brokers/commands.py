"""`aqwal publish` and `aqwal tail` as a user runs them: written once, inherited by each broker's test class."""

import asyncio
import gzip
import itertools
import json
import os
import signal
import subprocess
from pathlib import Path

from schemas.quote import QuoteEvent
from streams.kafka.partitioner import partition_of
from tests.brokers.articles import article, articles
from tests.brokers.fixtures import Broker
from tests.brokers.own_topics import PARTITIONS, OwnTopicsSuite
from tests.brokers.stage import Stage


class CommandSuite(OwnTopicsSuite):
    async def test_publish_sends_every_line_unchanged_under_its_articles_id(self, stage: Stage) -> None:
        lines = [value + b"  " for _, value in articles(300)]
        stage.write("a.jsonl", b"\r\n".join(lines[:200]) + b"\r\n\r\n")
        stage.write("b.jsonl.gz", gzip.compress(b"\n".join(lines[200:])))
        result = stage.command("publish", "a.jsonl", "b.jsonl.gz")
        assert (result.returncode, result.stderr) == (0, b"")
        assert b"300 articles" in result.stdout
        async with stage.watch() as seen:
            await seen.drain()
            assert sorted(record.value for record in seen.inputs) == sorted(lines)
            for record in seen.inputs:
                ident = json.loads(record.value)["article_id"].encode()
                assert (record.key, record.partition) == (ident, partition_of(ident, PARTITIONS))

    async def test_publish_names_the_lines_that_are_no_article_and_sends_the_others(self, stage: Stage) -> None:
        good = article("good")
        lines = [good, b"no json", b"", b'{"body": 7}', b'{"body": " "}', b"\xff", good.replace(b"good", b"last")]
        stage.write("mixed.jsonl", b"\n".join(lines))
        result = stage.command("publish", "mixed.jsonl")
        assert result.returncode == 1
        named = [line.split(": ")[1] for line in result.stderr.decode().splitlines()]
        assert named == [f"mixed.jsonl:{number}" for number in (2, 4, 5, 6)]
        async with stage.watch() as seen:
            await seen.drain()
            assert sorted(record.key for record in seen.inputs) == [b"good", b"last"]

    async def test_publish_names_the_line_that_is_too_large_and_sends_the_others(self, stage: Stage) -> None:
        noise = "".join(chr(0x621 + byte % 26) for byte in os.urandom(2_500_000))  # does not compress
        huge = json.dumps({"article_id": "huge", "body": "ب" * 20_000_000}).encode()
        lines = [article("before"), article("large", body=noise), huge, article("after")]
        stage.write("large.jsonl", b"\n".join(lines))
        result = stage.command("publish", "large.jsonl")
        assert result.returncode == 1
        errors = result.stderr.decode()
        assert "large.jsonl:3: too large" in errors
        assert ("large.jsonl:2: too large" in errors) is stage.broker.transactions  # the embedded one takes it
        async with stage.watch() as seen:
            await seen.drain()
            assert {b"before", b"after"} <= {record.key for record in seen.inputs}

    async def test_publish_takes_text_and_html_files_and_standard_input(self, stage: Stage) -> None:
        stage.write("one.txt", "قال زيد: «لا».".encode())
        stage.write("two.html", "<p>قال زيد: «نعم».</p>".encode())
        result = stage.command("publish", "one.txt", "two.html", "-", stdin=article("piped") + b"\n")
        assert result.returncode == 0, result.stderr.decode()
        async with stage.watch() as seen:
            await seen.drain()
            values = [json.loads(record.value) for record in seen.inputs]
        assert {"body": "قال زيد: «لا»."} in values
        assert {"body": "<p>قال زيد: «نعم».</p>", "content_type": "text/html"} in values
        assert "piped" in [value.get("article_id") for value in values]

    async def test_publish_ends_with_ctrl_c_while_it_waits_for_standard_input(self, stage: Stage) -> None:
        publisher = stage.background("publish", "-", stdin=subprocess.PIPE)
        assert publisher.stdin is not None
        assert publisher.stderr is not None
        async with stage.watch() as seen:
            publisher.stdin.write(article("piped") + b"\n")
            publisher.stdin.flush()
            while not seen.inputs:
                await seen.drain()
        publisher.send_signal(signal.SIGINT)
        assert await asyncio.to_thread(publisher.wait, 20) == 130
        assert publisher.stderr.read() == b""

    def test_publish_says_what_it_delivered_of_a_file_that_breaks_off(self, stage: Stage) -> None:
        whole = gzip.compress(b"\n".join(value for _, value in articles(2_000)))
        stage.write("cut.jsonl.gz", whole[: len(whole) // 2])
        result = stage.command("publish", "cut.jsonl.gz")
        assert result.returncode == 1
        assert b"cut.jsonl.gz: " in result.stderr
        delivered = int(result.stdout.split()[0])
        assert 0 < delivered < 2_000

    async def test_publish_goes_on_after_a_file_that_breaks_off(self, stage: Stage) -> None:
        stage.write("cut.jsonl.gz", gzip.compress(article("cut"))[:-12])
        stage.write("not.jsonl.gz", b"\x1f\x8bno gzip")
        stage.write("whole.jsonl.gz", gzip.compress(article("whole")))
        result = stage.command("publish", "cut.jsonl.gz", "not.jsonl.gz", "whole.jsonl.gz")
        assert result.returncode == 1
        named = [line.split(": ")[1] for line in result.stderr.decode().splitlines()]
        assert named == ["cut.jsonl.gz", "not.jsonl.gz"]
        assert b"1 articles delivered" in result.stdout
        async with stage.watch() as seen:
            await seen.drain()
            assert [record.value for record in seen.inputs] == [article("whole")]

    def test_publish_sends_nothing_where_a_file_is_missing(self, stage: Stage) -> None:
        result = stage.command("publish", "-", "missing.jsonl", stdin=article("x"))
        assert result.returncode == 2
        assert b"missing.jsonl" in result.stderr

    def test_publish_and_tail_name_a_missing_topic(self, broker: Broker, tmp_path: Path) -> None:
        stage = Stage(broker, tmp_path)
        published = stage.command("publish", "-", stdin=article("x"))
        assert published.returncode == 1
        assert stage.settings.topic_raw in published.stderr.decode()
        tailed = stage.command("tail")
        assert tailed.returncode == 1
        assert stage.settings.topic_quotes in tailed.stderr.decode()

    async def test_tail_shows_quotations_as_they_come_and_ends_with_ctrl_c(self, stage: Stage) -> None:
        early = await stage.send(article("early"), b"early")
        stage.start_worker()
        async with stage.watch() as seen:
            await seen.accounted([early])
            everything = stage.background("tail", "--json", "--from-beginning")
            readable = stage.background("tail", "--from-beginning")
            live = stage.background("tail", "--json")
            assert await _lines(everything, 2)
            first = asyncio.create_task(_lines(live, 1))
            for number in itertools.count():  # until the live one is there to see them
                await seen.accounted([await stage.send(article(f"probe-{number}"), b"probe")])
                if (await asyncio.wait([first], timeout=0.5))[0]:
                    break
            late = await stage.send(article("late"), b"late")
            await seen.accounted([late])
            await seen.drain()
            expected = [quote.value for quote in seen.quotes_of(late)]
            assert [QuoteEvent.model_validate_json(value).article_id for value in expected] == ["late", "late"]
            await _read_up_to(everything, expected)
            shown = [line.rstrip(b"\n") for line in first.result()] + await _read_up_to(live, expected)
            if stage.broker.transactions:  # the embedded one's end is before the last records of its last batch
                assert not [line for line in shown if b'"early"' in line]
            text = b"".join(await _lines(readable, 4 * 4)).decode()
            assert everything.stdout is not None
            everything.stdout.close()  # whoever reads has enough, as `head` does
            await seen.accounted([await stage.send(article("later"), b"later")])
            assert await asyncio.to_thread(everything.wait, 20) == 1
        assert "سامي الحداد" in text
        assert "«موسم الزيتون رقم 0 جيد ولن نرفع الأسعار»" in text
        for process in (readable, live):
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0
            assert process.stderr is not None
            assert process.stderr.read() == b""
        assert everything.stderr is not None
        assert everything.stderr.read() == b""


async def _lines(process: subprocess.Popen[bytes], count: int) -> list[bytes]:
    assert process.stdout is not None
    lines = [await asyncio.wait_for(asyncio.to_thread(process.stdout.readline), 30) for _ in range(count)]
    assert all(lines), "the output has ended"
    return lines


async def _read_up_to(process: subprocess.Popen[bytes], wanted: list[bytes]) -> list[bytes]:
    """The next lines, to the last of `wanted`, which come in this order."""
    read: list[bytes] = []
    while not set(wanted) <= set(read):
        read += [line.rstrip(b"\n") for line in await _lines(process, 1)]
    assert [line for line in read if line in wanted] == wanted
    return read
