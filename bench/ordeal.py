"""A replay of 200,000 articles beside live traffic, killed ten times, and everything that came of it checked.

usage: python -m bench.ordeal [--articles 200000] [--kills 10] [--partitions 4] [--seed N]

Starts an Apache Kafka from its jars (Java and Maven), as the tests do. Exits with 1 where anything is wrong.
"""

import argparse
import asyncio
import random
import tempfile
from pathlib import Path

from tests.backfill.ordeal import Ordeal, Report
from tests.brokers.apache_kafka import ApacheKafka
from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage


def _print(report: Report) -> None:
    lags = sorted(report.lags)
    rows: list[tuple[str, object]] = [
        ("records of the range", report.wanted),
        ("live articles meanwhile", report.live),
        ("seconds, kills and restarts included", f"{report.seconds:.0f}"),
        ("articles/s", f"{report.wanted / report.seconds:.0f}"),
        ("kills, at how many markers (and offsets written down)", " ".join(f"{a}({b})" for a, b in report.kills)),
        ("ends that the replay published", report.markers),
        ("of them repeated by the kills", report.repeats),
        ("lag of the live group: median, greatest, last", f"{lags[len(lags) // 2]}, {lags[-1]}, {report.lags[-1]}"),
    ]
    for name, value in rows:
        print(f"{name:60} {value}")
    print(f"\naqwal backfill verify:\n{report.verdict}")
    for name, count in report.wrong.items():
        print(f"{name:60} {count}{'' if count == 0 else '  <-- WRONG'}")


def main() -> None:
    """Start the broker, run and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--partitions", type=int, default=4)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="aqwal-backfill-") as home:
        kafka = ApacheKafka(Path(home, "kafka"))
        kafka.start()
        stage = Stage(Broker("kafka", kafka.bootstrap_servers, {}, transactions=True), Path(home))
        try:
            ordeal = Ordeal(
                stage,
                count=options.articles,
                kills=options.kills,
                partitions=options.partitions,
                seed=options.seed,
            )
            report = asyncio.run(ordeal.undergo())
        finally:
            stage.close()
            kafka.stop()
    _print(report)
    raise SystemExit(1 if any(report.wrong.values()) else 0)


if __name__ == "__main__":
    main()
