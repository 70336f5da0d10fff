"""Every article of some files through a real Kafka: published, processed by workers, and all that came out checked.

usage: python -m bench.corpus ARTICLES... [--workers 2] [--partitions 12] [--bootstrap HOST:PORT]

ARTICLES are JSON lines (gzip too). Without --bootstrap an Apache Kafka is started from its jars (Java and Maven), as in
the tests. The topics have new names; on a cluster of one's own they are left there. Exits with 1 where a check fails.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from schemas.dead_letter import DeadLetterHeaders
from schemas.headers import EventHeaders
from schemas.processed import ArticleProcessed
from schemas.quote import QuoteEvent
from streams.core.handle import text_of
from streams.core.parse import parse_article
from streams.kafka.admin import open_admin
from tests.brokers.apache_kafka import ApacheKafka
from tests.brokers.fixtures import Broker
from tests.brokers.stage import AQWAL, Stage, Worker

_TICKS = os.sysconf("SC_CLK_TCK")
_STALLED = 300.0  # seconds without a new marker


@dataclass
class Times:
    """Seconds, and what the workers used."""

    publish: float
    first: float  # from the workers' start to the first marker
    process: float  # from the workers' start to the last
    cpu: list[float]
    peak: list[int]  # resident KiB
    codes: list[int]


@contextmanager
def kafka(bootstrap: str | None, home: Path) -> Iterator[str]:
    """Bootstrap servers: the given ones, or those of a Kafka of our own."""
    if bootstrap:
        yield bootstrap
        return
    own = ApacheKafka(home / "kafka")
    own.start()
    try:
        yield own.bootstrap_servers
    finally:
        own.stop()


async def _ends(consumer: AIOKafkaConsumer, partitions: Sequence[TopicPartition]) -> int:
    return sum(int(end) for end in (await consumer.end_offsets(partitions)).values())


async def _settled(stage: Stage, records: int, workers: Sequence[Worker], partitions: int) -> tuple[float, float]:
    """Moments of the first and the last of `records` markers and dead letters. Raises SystemExit where they stall."""
    topics = (stage.settings.topic_processed, stage.settings.topic_rejected)
    watched = [TopicPartition(topic, number) for topic in topics for number in range(partitions)]
    first = last = time.monotonic()
    seen = 0
    async with AIOKafkaConsumer(bootstrap_servers=stage.broker.bootstrap_servers, group_id=None) as consumer:
        while seen < records:
            await asyncio.sleep(0.25)
            now = await _ends(consumer, watched)
            if now > seen:
                first, last, seen = (first if seen else time.monotonic()), time.monotonic(), now
            elif time.monotonic() - last > _STALLED or any(worker.process.poll() is not None for worker in workers):
                logs = "\n".join(worker.log[-2000:] for worker in workers)
                raise SystemExit(f"stalled at {seen} of {records} records:\n{logs}")
    return first, last


def used(pid: int) -> tuple[float, int]:
    """Seconds of CPU and the greatest resident size in KiB of a running process and its children together (Linux).

    Children that have ended are not counted.
    """
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    peak = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    seconds, sizes = zip(*(used(int(child)) for child in children), strict=True) if children else ((), ())
    return (int(fields[11]) + int(fields[12])) / _TICKS + sum(seconds), int(peak.split()[1]) + sum(sizes)


def _publish(stage: Stage, files: Sequence[Path]) -> tuple[int, float]:
    """Records sent, and seconds."""
    begin = time.monotonic()
    command = [*AQWAL, "publish", *map(str, files)]
    published = subprocess.run(command, env=stage.environment, capture_output=True, text=True, check=False)
    if published.returncode != 0:
        raise SystemExit(f"publish failed:\n{published.stderr[-2000:]}")
    return int(published.stdout.split()[0]), time.monotonic() - begin


async def run(stage: Stage, files: Sequence[Path], count: int, partitions: int) -> tuple[Times, int]:
    """Publish, process, stop the workers; the times and the number of records sent."""
    await stage.create_topics(partitions)
    records, publish = _publish(stage, files)
    begin = time.monotonic()
    workers = [stage.start_worker() for _ in range(count)]
    first, last = await _settled(stage, records, workers, partitions)
    usage = [used(worker.process.pid) for worker in workers]
    codes = [worker.stop() for worker in workers]
    cpu, peak = [cpu for cpu, _ in usage], [peak for _, peak in usage]
    return Times(publish, first - begin, last - begin, cpu, peak, codes), records


async def read(stage: Stage) -> dict[str, list[ConsumerRecord]]:
    """Every record of the four topics from the start, by topic."""
    async with stage.watch() as seen:
        await seen.drain()
        return seen.records


async def uncommitted(stage: Stage, partitions: int) -> int:
    """Input records that the group has not committed."""
    numbered = [TopicPartition(stage.settings.topic_raw, number) for number in range(partitions)]
    async with open_admin(stage.settings) as admin:
        committed = await admin.committed(stage.settings.group, numbered)
    async with AIOKafkaConsumer(bootstrap_servers=stage.broker.bootstrap_servers, group_id=None) as consumer:
        done = sum(max(0, int(each.offset)) for each in committed.values())
        return await _ends(consumer, numbered) - done


def _inexact(event: QuoteEvent, fields: dict[str, str]) -> int:
    """How many of the event's words are not where it says they are, in the article as it was published."""
    text = fields[event.span.field]
    named = [(event.text, event.span), (event.sentence.text, event.sentence)]
    named += [(ref.text, ref.span) for ref in (event.medium, event.addressee, event.occasion) if ref]
    if event.cue:
        named.append((event.cue.text, event.cue.span))
    if event.speaker.mention is not None and event.speaker.mention_span is not None:
        named.append((event.speaker.mention, event.speaker.mention_span))
    wrong = sum(text[span.start : span.end] != words for words, span in named)
    wrong += not text[: event.span.start].endswith(event.context.prefix)
    return wrong + (not text[event.span.end :].startswith(event.context.suffix))


def _extracted(files: Sequence[Path]) -> tuple[dict[str, list[bytes]], float]:
    """What `aqwal extract` prints for the same files, by article id, and its seconds."""
    begin = time.monotonic()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("AQWAL_")}
    printed = subprocess.run([*AQWAL, "extract", *map(str, files)], env=environment, capture_output=True, check=False)
    if printed.returncode != 0:  # articles that it could not read: they are dead letters on the other side
        print(printed.stderr.decode(errors="replace")[-2000:], file=sys.stderr)
    events: dict[str, list[bytes]] = defaultdict(list)
    for line in printed.stdout.splitlines():
        events[json.loads(line)["article_id"]].append(line)
    return events, time.monotonic() - begin


def check(stage: Stage, topics: dict[str, list[ConsumerRecord]], events: dict[str, list[bytes]]) -> dict[str, int]:
    """What is wrong, by what it is: every figure is 0 where nothing is."""
    raw, quotes, processed, rejected = (topics[topic] for topic in stage.settings.topics)
    fields: dict[str, dict[str, str]] = {}
    for record in raw:
        text = text_of(parse_article(record.value))
        fields[f"{record.topic}/{record.partition}/{record.offset}"] = {"body": text.body, "title": text.title or ""}
    markers = [ArticleProcessed.model_validate_json(record.value) for record in processed]
    ends = Counter(f"{marker.source.topic}/{marker.source.partition}/{marker.source.offset}" for marker in markers)
    inexact = 0
    published: dict[str, list[bytes]] = defaultdict(list)
    listed = Counter(str(ref.quote_id).encode() for marker in markers for ref in marker.quotes)
    for record in quotes:
        event = QuoteEvent.model_validate_json(record.value)
        inexact += _inexact(event, fields[EventHeaders.decode(record.headers).aqwal_source])
        published[event.article_id].append(record.value)
    keys = [record.key for record in raw]
    return {
        "distinct articles without a marker": len(set(keys) - {record.key for record in processed}),
        "input records without a marker": len(fields.keys() - ends.keys()),
        "markers too many": sum(ends.values()) - len(ends) + len(ends.keys() - fields.keys()),
        "dead letters": len(rejected),
        "words that are not at their offsets": inexact,
        "quotations that no marker lists, or the reverse": (Counter(r.key for r in quotes) - listed).total()
        + (listed - Counter(r.key for r in quotes)).total(),
        "articles whose events differ from `aqwal extract`": sum(
            published.get(ident, []) != events.get(ident, []) for ident in published.keys() | events.keys()
        ),
    }


def report(stage: Stage, topics: dict[str, list[ConsumerRecord]], times: Times, extract: float) -> None:
    """Print counts and times."""
    raw, quotes, processed, rejected = (topics[topic] for topic in stage.settings.topics)
    size = sum(len(record.value) for record in raw)
    rows: list[tuple[str, object]] = [
        ("input records", len(raw)),
        ("distinct articles", len({record.key for record in raw})),
        ("MB in", f"{size / 1e6:.1f}"),
        ("markers", len(processed)),
        ("quotations", len(quotes)),
        ("MB of quotations", f"{sum(len(record.value) for record in quotes) / 1e6:.1f}"),
        ("dead letters", len(rejected)),
        ("publish, s", f"{times.publish:.1f}"),
        ("workers", len(times.cpu)),
        ("from their start to the first marker, s", f"{times.first:.1f}"),
        ("from their start to the last marker, s", f"{times.process:.1f}"),
        ("articles/s", f"{len(raw) / times.process:.0f}"),
        ("MB/s", f"{size / 1e6 / times.process:.2f}"),
        ("workers' CPU, s", " + ".join(f"{cpu:.1f}" for cpu in times.cpu)),
        ("workers' peak memory, MB", " ".join(f"{peak / 1024:.0f}" for peak in times.peak)),
        ("workers' exit codes", " ".join(map(str, times.codes))),
        ("`aqwal extract` of the same, one process, s", f"{extract:.1f}"),
    ]
    reasons = Counter(DeadLetterHeaders.decode(record.headers).reason for record in rejected)
    rows += [(f"dead letters: {reason}", count) for reason, count in reasons.items()]
    for name, value in rows:
        print(f"{name:50} {value}")


async def bench(options: argparse.Namespace, bootstrap: str, home: Path) -> int:
    """The whole run; the number of checks that failed."""
    stage = Stage(Broker("kafka", bootstrap, {}, transactions=True), home)
    files = [path.resolve() for path in options.articles]
    try:
        times, records = await run(stage, files, options.workers, options.partitions)
        topics = await read(stage)
        left = await uncommitted(stage, options.partitions)
    finally:
        stage.close()
    events, extract = _extracted(files)
    report(stage, topics, times, extract)
    wrong = check(stage, topics, events)
    wrong["published records that are not on the topic"] = records - len(topics[stage.settings.topic_raw])
    wrong["input records that are not committed"] = left
    wrong["workers that did not end with 0"] = sum(code != 0 for code in times.codes)
    print()
    for name, count in wrong.items():
        print(f"{name:50} {count}{'' if count == 0 else '  <-- WRONG'}")
    return sum(count != 0 for count in wrong.values())


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", nargs="+", type=Path, help="JSON lines, gzip too")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--partitions", type=int, default=12)
    parser.add_argument("--bootstrap", help="host:port of a Kafka that is there; else one is started")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="aqwal-corpus-") as home, kafka(options.bootstrap, Path(home)) as bootstrap:
        failed = asyncio.run(bench(options, bootstrap, Path(home)))
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
