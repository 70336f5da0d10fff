"""The harness itself, as `make faults` runs it, but short: every kind of fault once, outages cut down, one seed."""

import os
from pathlib import Path

import pytest

from tests.brokers.apache_kafka import missing_programs
from tests.faults.kinds import KINDS
from tests.faults.run import Plan, rehearse
from tests.faults.scene import SHORT

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(1_200)]


async def test_nothing_is_lost_whatever_befalls_workers_and_broker(tmp_path: Path) -> None:
    if missing := missing_programs():
        pytest.skip(f"{' and '.join(missing)} not found: the broker must be one that can be killed")
    plan = Plan(seed=5, articles=15_000, faults=len(KINDS), partitions=4, workers=2, kinds=list(KINDS), pace=SHORT)
    lines: list[str] = []
    report = await rehearse(plan, tmp_path, lines.append)
    told = os.linesep.join([*lines, *report.lines()])
    assert not report.findings(), told
    assert {row.kind for row in report.rows} | set(report.skipped) == set(KINDS), told
