"""The behaviour suites on the embedded broker."""

import pytest

from tests.brokers.behaviour import BehaviourSuite
from tests.brokers.commands import CommandSuite
from tests.brokers.faults import FaultSuite
from tests.brokers.feeding import FeedingSuite
from tests.brokers.fixtures import Broker
from tests.brokers.rejected import RejectedSuite

pytestmark = pytest.mark.embedded


@pytest.fixture(scope="module")
def broker(embedded_broker: Broker) -> Broker:
    return embedded_broker


class TestBehaviourOnEmbedded(BehaviourSuite):
    pass


class TestFaultsOnEmbedded(FaultSuite):
    pass


class TestCommandsOnEmbedded(CommandSuite):
    pass


class TestFeedingOnEmbedded(FeedingSuite):
    pass


class TestRejectedOnEmbedded(RejectedSuite):
    pass
