"""What the tests of the worker share."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.brokers.apache_kafka import ApacheKafka, missing_programs
from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage

OwnKafka = tuple[ApacheKafka, Stage]


@pytest.fixture
def partitions() -> int:
    """A worker's tests have topics of one partition each."""
    return 1


@pytest.fixture
def apache_kafka_of_its_own(tmp_path: Path) -> Iterator[OwnKafka]:
    """A broker that a test may stop, and topics of one partition each on it."""
    if missing := missing_programs():
        pytest.skip(f"an Apache Kafka that can be stopped is started from its jars: {' and '.join(missing)} not found")
    # What a test deletes stays deleted until it is made anew.
    kafka = ApacheKafka(tmp_path / "kafka", properties=["auto.create.topics.enable=false"])
    kafka.start()
    environment = {"AQWAL_SESSION_TIMEOUT": "6"}
    stage = Stage(Broker("kafka", kafka.bootstrap_servers, environment, transactions=True), tmp_path)
    asyncio.run(stage.create_topics(1))
    yield kafka, stage
    stage.close()
    kafka.kill()
