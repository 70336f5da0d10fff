"""`aqwal backfill` at work: articles a second by processes, and its memory by the length of the run (Linux).

usage: python -m bench.backfill [--speed 6000] [--memory 20000 200000] [--statements 4] [--partitions 4]

--speed: the articles of each of four measurements, with one process and with two in turn; 0 leaves them out. --memory:
the articles of the measurements of the peak. Times are those between the first manifest and the last: the start of the
engines is in them. An Apache Kafka is started from its jars (Java and Maven), as in the tests; it shares the cores.
"""

import argparse
import asyncio
import tempfile
import time
from pathlib import Path

from bench.used import Used
from schemas.backfill import BackfillRun
from streams.backfill.runs import load_runs
from streams.kafka.admin import open_admin
from streams.kafka.bounded import open_reader
from tests.brokers.apache_kafka import ApacheKafka
from tests.brokers.articles import articles
from tests.brokers.fixtures import Broker
from tests.brokers.stage import AQWAL, Stage

_PORTION = 5_000  # articles that are made and sent together


async def _fill(stage: Stage, count: int, statements: int) -> None:
    for first in range(0, count, _PORTION):
        await stage.send_all(articles(min(_PORTION, count - first), statements, prefix=f"part-{first}"))


async def _last_run(stage: Stage) -> BackfillRun:
    async with open_admin(stage.settings) as admin, open_reader(stage.settings) as reader:
        return list((await load_runs(stage.settings, admin, reader)).values())[-1]


async def measure(stage: Stage, count: int, partitions: int, processes: int) -> float:
    """Replay the first `count` articles, as many of each partition; prints a line, gives articles a second."""
    arguments = ("--from", "0", "--to", str(count // partitions), "--processes", str(processes))
    started = stage.start_worker((*AQWAL, "backfill", *arguments))
    used = Used()
    while started.process.poll() is None:
        used.look(started.process.pid)
        await asyncio.sleep(0.2)
    if started.process.returncode != 0:
        raise SystemExit(started.log)
    run = await _last_run(stage)
    done = sum(each.articles for each in run.ranges)
    seconds = (run.updated_at - run.created_at).total_seconds()
    parent = started.process.pid
    engines = [pid for pid in used.peak if pid != parent and used.cpu[pid] > 0.5]
    print(
        f"| {processes} | {done} | {seconds:.1f} | {done / seconds:.0f} | {used.peak[parent] / 1024:.0f} | "
        f"{' '.join(f'{used.peak[pid] / 1024:.0f}' for pid in engines)} | {used.cpu[parent]:.1f} | "
        f"{' '.join(f'{used.cpu[pid]:.1f}' for pid in engines)} |",
        flush=True,
    )
    return done / seconds


async def bench(options: argparse.Namespace, bootstrap: str, home: Path) -> None:
    """Fill the topics once, and replay parts of them."""
    stage = Stage(Broker("kafka", bootstrap, {}, transactions=True), home)
    try:
        await stage.create_topics(options.partitions)
        begin = time.monotonic()
        # Keys lie unevenly: with a tenth more, every partition has its share.
        await _fill(stage, int(1.1 * max([options.speed, *options.memory])), options.statements)
        print(f"filled in {time.monotonic() - begin:.0f} s", flush=True)
        print(
            "| processes | articles | s | articles/s | peak MB, parent | … engines | CPU s, parent | … engines |"
            "\n|---|---|---|---|---|---|---|---|"
        )
        if options.speed:
            one, two = [], []
            for _ in range(2):
                one.append(await measure(stage, options.speed, options.partitions, 1))
                two.append(await measure(stage, options.speed, options.partitions, 2))
            print(f"\ntwo processes give {sum(two) / sum(one):.2f} times what one gives\n", flush=True)
        for count in options.memory:
            await measure(stage, count, options.partitions, 2)
    finally:
        stage.close()


def main() -> None:
    """Start the broker and run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--speed", type=int, default=6_000)
    parser.add_argument("--memory", type=int, nargs="*", default=[20_000, 200_000])
    parser.add_argument("--statements", type=int, default=4)
    parser.add_argument("--partitions", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="aqwal-backfill-") as home:
        kafka = ApacheKafka(Path(home, "kafka"))
        kafka.start()
        try:
            asyncio.run(bench(options, kafka.bootstrap_servers, Path(home)))
        finally:
            kafka.stop()


if __name__ == "__main__":
    main()
