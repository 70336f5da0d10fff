"""Reading up to an end, where the broker goes away in between."""

import asyncio
from pathlib import Path

import pytest
from aiokafka import TopicPartition

from streams.kafka.bounded import Range, open_reader
from streams.settings import Settings
from tests.brokers.apache_kafka import ApacheKafka, missing_programs

pytestmark = pytest.mark.kafka


@pytest.mark.skipif(bool(missing_programs()), reason="needs an Apache Kafka of its own, from its jars")
async def test_a_reader_whose_broker_is_gone_is_closed_without_an_error(tmp_path: Path) -> None:
    kafka = ApacheKafka(tmp_path)
    kafka.start()
    try:
        settings = Settings(_env_file=None, bootstrap_servers=kafka.bootstrap_servers)
        async with open_reader(settings) as reader:
            await reader.edges([TopicPartition("made", 0)])  # which creates it: nothing is there to be read
            reading = asyncio.create_task(anext(aiter(reader.read([Range(TopicPartition("made", 0), 0, 1)]))))
            await asyncio.sleep(1)
            kafka.kill()
            await asyncio.sleep(1)  # by now each try to fetch fails, and is made again a little later
            reading.cancel()
            await asyncio.wait([reading])
    finally:
        kafka.kill()
