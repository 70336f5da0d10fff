"""The behaviour suites on a real Apache Kafka."""

import pytest

from tests.brokers.behaviour import BehaviourSuite
from tests.brokers.commands import CommandSuite
from tests.brokers.faults import FaultSuite
from tests.brokers.feeding import FeedingSuite
from tests.brokers.fixtures import Broker
from tests.brokers.rejected_on_kafka import RejectedOnKafkaSuite

pytestmark = pytest.mark.kafka


@pytest.fixture(scope="module")
def broker(apache_kafka: Broker) -> Broker:
    return apache_kafka


class TestBehaviourOnApacheKafka(BehaviourSuite):
    pass


class TestFaultsOnApacheKafka(FaultSuite):
    pass


class TestCommandsOnApacheKafka(CommandSuite):
    pass


class TestFeedingOnApacheKafka(FeedingSuite):
    pass


class TestRejectedOnApacheKafka(RejectedOnKafkaSuite):
    pass
