"""usage: python -m tests.faults [--articles N] [--faults M] [--seed S] [--partitions 4] [--workers 2] [--kinds A,B]

An Apache Kafka from its jars (Java and Maven), real workers, faults at random with records in flight, and an account of
every record at the end. Exits with 1 where anything is found. Kinds that need a mount are left out where none is
permitted. Without arguments: the long run.
"""

import argparse
import asyncio
import logging
import secrets
import shutil
import sys
import tempfile
from pathlib import Path

from tests.faults.kinds import KINDS
from tests.faults.run import Plan, rehearse
from tests.faults.scene import LONG, SHORT


def main() -> None:
    """Parse the arguments, run, report."""
    logging.disable(logging.ERROR)  # the harness's own clients tell of every fault
    plan, keep = _arguments()
    directory = Path(tempfile.mkdtemp(prefix="aqwal-faults-"))
    _say(f"seed {plan.seed}: {plan.articles} articles, {plan.faults} faults of {len(plan.kinds)} kinds; {directory}")
    report = asyncio.run(rehearse(plan, directory, _say))
    for line in report.lines():
        _say(line)
    if report.findings() or keep:
        _say(f"the logs are kept in {directory}")
    else:
        shutil.rmtree(directory)
    sys.exit(1 if report.findings() else 0)


def _arguments() -> tuple[Plan, bool]:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--faults", type=int, default=3 * len(KINDS) + 3)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    parser.add_argument("--partitions", type=int, default=4)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kinds", default=",".join(KINDS), help="separated by commas: %(default)s")
    parser.add_argument("--short", action="store_true", help="shorter outages, as in the test suite")
    parser.add_argument("--keep", action="store_true", help="keep the logs of a good run, too")
    given = parser.parse_args()
    kinds = given.kinds.split(",")
    if unknown := set(kinds) - set(KINDS):
        parser.error(f"no such kind: {', '.join(sorted(unknown))}")
    pace = SHORT if given.short else LONG
    plan = Plan(given.seed, given.articles, given.faults, given.partitions, given.workers, kinds, pace)
    return plan, given.keep


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a report for people


if __name__ == "__main__":
    main()
