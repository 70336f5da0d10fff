"""What the tests of the worker share."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage


@pytest.fixture
def stage(apache_kafka: Broker, tmp_path: Path) -> Iterator[Stage]:
    """Topics of one partition each on a real Apache Kafka."""
    stage = Stage(apache_kafka, tmp_path)
    asyncio.run(stage.create_topics(1))
    yield stage
    stage.close()
