"""The short form of the correction; `python -m bench.correction` is the long one."""

from pathlib import Path

import pytest

from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage
from tests.retract.correction import Correction, correct

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(600)]


async def test_after_a_retract_the_table_is_that_of_the_newest_revisions_also_when_compacted(
    apache_kafka: Broker, tmp_path: Path
) -> None:
    stage = Stage(apache_kafka, tmp_path)
    try:
        seen = await correct(Correction(stage, count=1_000, edited=200, partitions=2, seed=6), print)
    finally:
        stage.close()
    assert seen.wrong_before > 0, "nothing was there to be mended"
    assert seen.vanished_before > 0
    assert seen.vanished_after > 0
    assert "made anew from their articles" in seen.retracted, "compaction took no newest form"
    assert "0 deleted, 0 restored\n" in seen.again
