"""10,000 articles, 2,000 of them edited twice, in random order, replayed, compacted: then `aqwal retract`, and checked.

usage: python -m bench.correction [--articles 10000] [--edited 2000] [--partitions 4] [--seed N]

Starts an Apache Kafka from its jars (Java and Maven), as the tests do. Exits with 1 where the table made from the topic
of the quotations is not that of `aqwal extract` on the newest revisions, row for row.
"""

import argparse
import asyncio
import random
import tempfile
import time
from pathlib import Path

from tests.brokers.apache_kafka import ApacheKafka
from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage
from tests.retract.correction import Correction, correct


def main() -> None:
    """Start the broker, run and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--edited", type=int, default=2_000)
    parser.add_argument("--partitions", type=int, default=4)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="aqwal-correction-") as home:
        kafka = ApacheKafka(Path(home, "kafka"))
        kafka.start()
        stage = Stage(Broker("kafka", kafka.bootstrap_servers, {"AQWAL_SESSION_TIMEOUT": "6"}, True), Path(home))
        correction = Correction(
            stage,
            count=options.articles,
            edited=options.edited,
            partitions=options.partitions,
            seed=options.seed,
        )

        def say(line: str) -> None:
            print(f"{time.monotonic() - begin:6.0f} s  {line.strip()}", flush=True)

        try:
            seen = asyncio.run(correct(correction, say))
        finally:
            stage.close()
            kafka.stop()
    for what, seconds in seen.seconds.items():
        print(f"{what:60} {seconds:.1f} s")
    print("the table is that of the newest revisions, row for row, before and after the second compaction")


if __name__ == "__main__":
    main()
