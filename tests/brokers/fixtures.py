"""The brokers under test, one of each for the whole session, and the account of which of them ran."""

import asyncio
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from streams.embedded import EmbeddedBroker
from tests.brokers.apache_kafka import DEFAULT_VERSION, ApacheKafka, missing_programs

if TYPE_CHECKING:
    from tests.brokers.stage import Stage

PARTITIONS = 3


@dataclass(frozen=True)
class Broker:
    """A running broker. `environment`: the settings that a worker needs on it; `transactions`: whether it has them."""

    name: str
    bootstrap_servers: str
    environment: dict[str, str]
    transactions: bool


RAN = pytest.StashKey[list[str]]()
SKIPPED = pytest.StashKey[list[str]]()


def _note(config: pytest.Config, key: pytest.StashKey[list[str]], line: str) -> None:
    config.stash.setdefault(key, []).append(line)


@pytest.fixture(scope="session")
def embedded_broker(pytestconfig: pytest.Config) -> Iterator[Broker]:
    """The embedded broker on a free port."""
    with EmbeddedBroker() as embedded:
        _note(pytestconfig, RAN, f"embedded broker (Tansu) on {embedded.bootstrap_servers}")
        environment = {"AQWAL_BROKER": "embedded", "AQWAL_SESSION_TIMEOUT": "3"}
        yield Broker("embedded", embedded.bootstrap_servers, environment, transactions=False)


@pytest.fixture(scope="session")
def apache_kafka(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Broker]:
    """The Apache Kafka that AQWAL_TEST_BOOTSTRAP_SERVERS names, else one from its jars; skips where neither is."""
    environment = {"AQWAL_SESSION_TIMEOUT": "6"}
    given = os.environ.get("AQWAL_TEST_BOOTSTRAP_SERVERS")
    if given:
        _note(pytestconfig, RAN, f"Apache Kafka on {given} (AQWAL_TEST_BOOTSTRAP_SERVERS)")
        yield Broker("kafka", given, environment, transactions=True)
        return
    if missing := missing_programs():
        reason = f"Apache Kafka: {' and '.join(missing)} not found, and AQWAL_TEST_BOOTSTRAP_SERVERS is not set"
        _note(pytestconfig, SKIPPED, reason)
        pytest.skip(reason)
    version = os.environ.get("AQWAL_TEST_KAFKA_VERSION", DEFAULT_VERSION)
    kafka = ApacheKafka(tmp_path_factory.mktemp("apache-kafka"), version)
    kafka.start()
    _note(pytestconfig, RAN, f"Apache Kafka {version} on {kafka.bootstrap_servers}")
    try:
        yield Broker("kafka", kafka.bootstrap_servers, environment, transactions=True)
    finally:
        kafka.stop()


@pytest.fixture
def partitions() -> int:
    """Of each topic of `stage`; a package that needs another count has a fixture of this name."""
    return PARTITIONS


@pytest.fixture
def stage(apache_kafka: Broker, tmp_path: Path, partitions: int) -> "Iterator[Stage]":
    """Topics of a test's own on a real Apache Kafka."""
    from tests.brokers.stage import Stage  # which imports this module

    stage = Stage(apache_kafka, tmp_path)
    asyncio.run(stage.create_topics(partitions))
    yield stage
    stage.close()
