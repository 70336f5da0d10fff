"""What the tests of corrected articles share."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage

PARTITIONS = 3


@pytest.fixture
def stage(apache_kafka: Broker, tmp_path: Path) -> Iterator[Stage]:
    """Topics of a test's own, of three partitions each, on a real Apache Kafka."""
    stage = Stage(apache_kafka, tmp_path)
    asyncio.run(stage.create_topics(PARTITIONS))
    yield stage
    stage.close()
