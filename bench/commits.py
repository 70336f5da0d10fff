"""How often to commit: what a killed worker's successor does again, against what the commits cost.

usage: python -m bench.commits [--intervals 0.1 0.3 1 3 10] [--kills 5] [--rounds 3] [--seed 1]

Starts an Apache Kafka from its jars (Java and Maven), as in the tests, and one worker at a time. For each interval, all
by turns: the articles/s and CPU of an undisturbed run; then a run in which the worker is killed (SIGKILL) at random
moments and started again, and the markers that came twice are counted. Prints a table in Markdown. Linux only.
"""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from bench.corpus import used
from tests.brokers.apache_kafka import ApacheKafka
from tests.brokers.articles import articles
from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage, Watch

_PARTITIONS = 4
_ARTICLES = 2_000  # of an undisturbed run
_WARM = 300  # articles before the clock starts: the start of the worker is not measured


@dataclass
class Measured:
    """What was measured of one interval."""

    rates: list[float] = field(default_factory=list)  # articles/s
    cpu: list[float] = field(default_factory=list)  # milliseconds an article
    kills: int = 0
    again: int = 0  # markers that came twice or more, without their first


def _marked(seen: Watch) -> int:
    return len(seen.records[seen.stage.settings.topic_processed])


async def _undisturbed(stage: Stage, measured: Measured) -> None:
    await stage.create_topics(_PARTITIONS)
    await stage.send_all(articles(_ARTICLES, statements=2))
    async with stage.watch() as seen:
        worker = stage.start_worker()
        await seen.until(lambda: _marked(seen) >= _WARM, seconds=300)
        begin, before, cpu = time.monotonic(), _marked(seen), used(worker.process.pid)[0]
        await seen.until(lambda: _marked(seen) >= _ARTICLES, seconds=300)
        count = _marked(seen) - before
        measured.rates.append(count / (time.monotonic() - begin))
        measured.cpu.append((used(worker.process.pid)[0] - cpu) / count * 1000)
        worker.stop()


async def _killed(stage: Stage, measured: Measured, kills: int, interval: float, choose: random.Random) -> None:
    pauses = [choose.uniform(0.5, 1.5 + 2 * interval) for _ in range(kills)]
    count = int(2 * max(measured.rates) * (sum(pauses) + kills))  # enough that records wait at every kill
    await stage.create_topics(_PARTITIONS)
    await stage.send_all(articles(count, statements=2))
    async with stage.watch() as seen:
        for pause in pauses:
            worker = stage.start_worker()
            before = _marked(seen)
            await seen.until(lambda before=before: _marked(seen) > before, seconds=300)  # type: ignore[misc]
            await asyncio.sleep(pause)
            worker.kill()
            await seen.drain()
            if len(_sources(seen)) == count:
                break
            measured.kills += 1
        stage.start_worker()
        await seen.until(lambda: len(_sources(seen)) == count, seconds=600)
        await seen.drain()
    measured.again += _marked(seen) - count


def _sources(seen: Watch) -> set[bytes]:
    return {dict(record.headers)["aqwal-source"] for record in seen.records[seen.stage.settings.topic_processed]}


async def measure(options: argparse.Namespace, broker: Broker, home: Path) -> dict[float, Measured]:
    """All runs, by interval."""
    choose = random.Random(options.seed)
    found: dict[float, Measured] = defaultdict(Measured)
    for number in range(options.rounds + 1):
        for interval in options.intervals:
            stage = Stage(broker, home / f"{number}-{interval:g}", commit_interval=interval)
            try:
                if number < options.rounds:
                    await _undisturbed(stage, found[interval])
                else:
                    await _killed(stage, found[interval], options.kills, interval, choose)
            finally:
                stage.close()
    return found


def report(found: dict[float, Measured]) -> None:
    """Print the table. The rates are medians, relative to that of the longest interval."""
    base = statistics.median(found[max(found)].rates)
    print("| interval, s | articles/s | of the longest interval's | CPU, ms an article | kills | done again a kill |")
    print("|---|---|---|---|---|---|")
    for interval, measured in sorted(found.items()):
        rate = statistics.median(measured.rates)
        again = measured.again / measured.kills if measured.kills else float("nan")
        print(
            f"| {interval:g} | {rate:.0f} | {rate / base:.2f} | {statistics.median(measured.cpu):.2f} "
            f"| {measured.kills} | {again:.0f} |"
        )


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--intervals", type=float, nargs="+", default=[0.1, 0.3, 1, 3, 10])
    parser.add_argument("--kills", type=int, default=5, help="of each interval")
    parser.add_argument("--rounds", type=int, default=3, help="undisturbed runs of each interval")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="aqwal-commits-") as home:
        kafka = ApacheKafka(Path(home) / "kafka")
        kafka.start()
        try:
            broker = Broker("kafka", kafka.bootstrap_servers, {"AQWAL_SESSION_TIMEOUT": "6"}, transactions=True)
            report(asyncio.run(measure(options, broker, Path(home))))
        finally:
            kafka.stop()


if __name__ == "__main__":
    main()
