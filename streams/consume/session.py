"""A run of `aqwal consume`: read, bring the table up to date, and again."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from streams.consume.table import Changes, QuotesTable
from streams.kafka.bounded import open_reader
from streams.loop import pause
from streams.revisions.reading import Reading, identity_of
from streams.settings import Settings

_PAUSE = 1.0  # seconds between two looks at the topics


async def consume(
    settings: Settings, path: Path, stop: asyncio.Event, *, once: bool, told: Callable[[Changes], None]
) -> None:
    """Keep the table at `path` until `stop`, or up to what are the ends at the start; `told` is told each change.

    Raises RevisionsError, ReadError and aiokafka's KafkaError: another run goes on where this one was.
    """
    identity = await identity_of(settings, (settings.topic_quotes, settings.topic_processed))
    async with open_reader(settings) as reader:
        with QuotesTable.open(path, identity) as table:
            reading = Reading(settings, table, reader, identity.counts, table.take_form, table.take_tombstone)
            while not stop.is_set():
                read = await reading.read_on()
                changes = table.apply()
                if changes != Changes():
                    told(changes)
                if once:
                    return
                if read == 0:
                    await pause(_PAUSE, stop)
