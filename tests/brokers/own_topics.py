"""Tests with topics of their own, on whatever broker a subclass names."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest

from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage

PARTITIONS = 4


class OwnTopicsSuite:
    """Subclasses give the `broker` fixture. Every test has topics of its own."""

    settings: ClassVar[dict[str, Any]] = {}  # of its stage

    @pytest.fixture
    def stage(self, broker: Broker, tmp_path: Path) -> Iterator[Stage]:
        stage = Stage(broker, tmp_path, **self.settings)
        asyncio.run(stage.create_topics(PARTITIONS))
        yield stage
        stage.close()
