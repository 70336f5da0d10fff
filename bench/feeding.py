"""Whatever may be put on the input topic, and where it really ended, as a table in Markdown.

usage: python -m bench.feeding

Starts an Apache Kafka from its jars (Java and Maven), as in the tests, and a worker. Exits with 1 where a record ended
elsewhere than the tests say, more than once, or not at all.
"""

import asyncio
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from aiokafka.errors import MessageSizeTooLargeError

from streams.core.options import HandleOptions
from tests.brokers.apache_kafka import ApacheKafka
from tests.brokers.articles import BAD, article, filled
from tests.brokers.fed import FED, LARGE, LARGE_LIMIT, Fed
from tests.brokers.feeding import feed
from tests.brokers.fixtures import Broker
from tests.brokers.stage import Position, Stage

_LIMIT = 1_048_588  # bytes of a batch; Apache Kafka's own
_SECONDS = 300.0

_LIMITS = {
    "at-the-limit": Fed(
        "an article of exactly the broker's limit", "marker", lambda: filled(b"fed", article("at"), _LIMIT)
    ),
    "over-the-limit": Fed("an article one byte over it", "marker", lambda: filled(b"fed", article("over"), _LIMIT + 1)),
    "no-json-at-the-limit": Fed(
        "no JSON, exactly the broker's limit", "invalid-json", lambda: filled(b"fed", b"no", _LIMIT)
    ),
}


def _what(name: str) -> str:
    return name.replace("-", " ").replace("json", "JSON").replace("utf 8", "UTF-8").replace("html", "HTML")


_BAD = {
    name: Fed(_what(name), bad.reason, lambda value=bad.value: value, bad.key, bad.headers)  # type: ignore[misc]
    for name, bad in BAD.items()
}


async def _feed_all(stage: Stage, fed: Mapping[str, Fed]) -> dict[str, Position | None]:
    """Where each was put; None where the broker refused it."""
    positions: dict[str, Position | None] = {}
    for name, one in fed.items():
        try:
            positions[name] = await feed(stage, one)
        except MessageSizeTooLargeError:
            positions[name] = None
    return positions


async def table(stage: Stage, fed: Mapping[str, Fed]) -> int:
    """Feed all of `fed`, print a line each; how many ended wrongly."""
    positions = await _feed_all(stage, fed)
    given = [position for position in positions.values() if position]
    wrong = 0
    async with stage.watch() as seen:
        await seen.accounted(given, _SECONDS)
        await seen.drain()
        markers = {(marker.source.partition, marker.source.offset): marker for _, marker in seen.markers}
        letters = {(letter.why.partition, letter.why.offset): letter for letter in seen.letters}
        ends = Counter(seen.marked() + seen.rejected())
        for name, one in fed.items():
            position = positions[name]
            if position is None:
                end, what = "refused", "never gets in: the broker refuses it, `aqwal publish` names its line"
            elif position in markers:
                marker = markers[position]
                end = "marker"
                what = "marker, withdrawn" if marker.withdrawn else f"marker, quotations: {len(marker.quotes)}"
            else:
                why = letters[position].why
                end = why.reason
                what = f"dead letter, `{end}`" + (f", without its {why.omitted}" if why.omitted else "")
            good = end in (one.end, "refused") and (position is None or ends[position] == 1)
            wrong += not good
            print(f"| {one.what} | {what} |{'' if good else '  <-- WRONG'}", flush=True)
    return wrong


async def bench(bootstrap: str, home: Path) -> int:
    """Both tables as one; how many ended wrongly."""
    broker = Broker("kafka", bootstrap, {}, transactions=True)
    wrong = 0
    print("| what is put on `articles.raw` | where it ends |\n|---|---|")
    for name, config, fed in (
        ("default", None, {**_BAD, **_LIMITS, **FED}),
        ("large", {"max.message.bytes": str(LARGE_LIMIT), "retention.ms": "-1"}, LARGE),
    ):
        stage = Stage(broker, home / name)
        (home / name).mkdir()
        try:
            await stage.create_topics(2, config)
            stage.start_worker()
            wrong += await table(stage, fed)
        finally:
            stage.close()
    limits = HandleOptions()
    print(
        f"\nLimits: {_LIMIT} bytes a record, for the last {len(LARGE)} lines {LARGE_LIMIT} on `articles.raw`; ", end=""
    )
    print(f"{limits.max_article_chars} code points an article, {limits.max_result_bytes} bytes of events.")
    return wrong


def main() -> None:
    """Start the broker and run."""
    with tempfile.TemporaryDirectory(prefix="aqwal-feeding-") as home:
        kafka = ApacheKafka(Path(home, "kafka"))
        kafka.start()
        try:
            wrong = asyncio.run(bench(kafka.bootstrap_servers, Path(home)))
        finally:
            kafka.stop()
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
