"""Single records of many places, read in a few sweeps."""

from collections.abc import AsyncIterator, Sequence

from aiokafka import TopicPartition

from streams.core.records import Record
from streams.kafka.bounded import Range, Reader

_GAP = 2_000  # offsets that are rather read through than jumped over


async def read_scattered(reader: Reader, partition: TopicPartition, offsets: Sequence[int]) -> AsyncIterator[Record]:
    """Those of the records at `offsets`, which ascend, that are still there.

    Raises DeletedError where records are deleted meanwhile, and ReadError as the reader does.
    """
    edge = (await reader.edges([partition]))[partition]
    there = [offset for offset in offsets if edge.begin <= offset < edge.end]
    for run in _runs(there):
        wanted = set(run)
        async for stretch in reader.read([Range(partition, run[0], run[-1] + 1)]):
            for record in stretch.records:
                if record.offset in wanted:
                    yield record


def _runs(offsets: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for offset in offsets:
        if runs and offset - runs[-1][-1] <= _GAP:
            runs[-1].append(offset)
        else:
            runs.append([offset])
    return runs
