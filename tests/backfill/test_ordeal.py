"""The short form of the ordeal; `python -m bench.ordeal` is the long one."""

from pathlib import Path

import pytest

from tests.backfill.ordeal import Ordeal
from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage

pytestmark = pytest.mark.kafka


async def test_a_replay_that_is_killed_beside_live_traffic_ends_complete(apache_kafka: Broker, tmp_path: Path) -> None:
    stage = Stage(apache_kafka, tmp_path)
    try:
        report = await Ordeal(stage, count=2_000, kills=4, partitions=3, seed=6).undergo()
    finally:
        stage.close()
    assert {name: count for name, count in report.wrong.items() if count} == {}, report.verdict
    assert "proven: nothing is missing, and nothing is too much" in report.verdict
    assert len(report.kills) == 4
    assert report.repeats > 0, "no kill met anything that was done and not yet written down"
    assert report.live > 0
