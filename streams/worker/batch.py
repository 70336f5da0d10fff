"""One batch of input records: handled, published, noted as done."""

import logging
from collections.abc import Iterator, Sequence

from schemas.dead_letter import RejectReason
from streams.core.records import Outcome, Record, Rejected
from streams.engine.pool import EnginePool
from streams.kafka.partitioner import partition_of
from streams.worker import metrics
from streams.worker.deliver import Delivery
from streams.worker.gate import Gate
from streams.worker.ledger import Ledger, Partition
from streams.worker.logs import fields_of
from streams.worker.pause import GivenWayError
from streams.worker.pulse import Pulse

log = logging.getLogger(__name__)

# What the engine gets at a time: enough that the way to its process and back costs nothing beside the work, and little
# enough that a rebalance need not wait for it. A longer article goes alone.
_CHUNK_RECORDS = 10
_CHUNK_BYTES = 100_000


class Batches:
    """Processes batches, one at a time. `raw_partitions` is the input topic's partition count."""

    def __init__(
        self,
        pool: EnginePool,
        delivery: Delivery,
        ledger: Ledger,
        gate: Gate,
        pulse: Pulse,
        raw_partitions: int,
    ) -> None:
        self._pool = pool
        self._delivery = delivery
        self._ledger = ledger
        self._gate = gate
        self._pulse = pulse
        self._raw_partitions = raw_partitions

    async def process(self, records: Sequence[Record]) -> None:
        """Handle `records`, publish what becomes of them, and note them as done.

        Cuts itself short where the gate is closing (in a pause with nothing done): the rest stays undone, and is handed
        out again. Records that are not pending (their partition was revoked meanwhile) are left to its new owner.
        Raises UndeliverableError where the brokers do not take the results, EngineStartError where the engine's process
        cannot be replaced.
        """
        async with self._gate.enter():
            handled: list[tuple[Record, Outcome]] = []
            for chunk in _chunks(records):
                if self._gate.closing:
                    break
                pending = [record for record in chunk if self._ledger.is_pending(_partition(record), record.offset)]
                handled += zip(pending, await self._pool.handle(pending), strict=True)
                self._pulse.beat()
            try:
                rejected = await self._delivery.deliver(handled)
            except GivenWayError:
                return
            refused = {_place(record): reason for record, reason in rejected}
            for record, outcome in handled:
                self._ledger.finish(_partition(record), record.offset)
                self._account(record, outcome, refused.get(_place(record)))
            self._pulse.beat()

    def _account(self, record: Record, outcome: Outcome, refused: RejectReason | None) -> None:
        """Count and log what became of `record`."""
        if record.key is not None and partition_of(record.key, self._raw_partitions) != record.partition:
            metrics.MISPLACED.inc()
        extra = fields_of(record)
        if isinstance(outcome, Rejected):
            reason, detail = outcome.reason, outcome.detail
        elif refused is not None:
            reason, detail = refused, ""
        else:
            metrics.ARTICLES.inc()
            for kind in outcome.kinds:
                metrics.QUOTATIONS.labels(kind).inc()
            log.debug("done", extra={**extra, "article_id": outcome.article_id, "quotes": len(outcome.quotes)})
            return
        metrics.REJECTIONS.labels(reason).inc()
        log.warning("dead letter", extra={**extra, "reason": reason, "detail": detail})


def _chunks(records: Sequence[Record]) -> Iterator[list[Record]]:
    """`records` in their order, in pieces of at most _CHUNK_RECORDS, and of _CHUNK_BYTES unless it is one record."""
    chunk: list[Record] = []
    size = 0
    for record in records:
        length = len(record.value or b"")
        if chunk and (len(chunk) == _CHUNK_RECORDS or size + length > _CHUNK_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(record)
        size += length
    if chunk:
        yield chunk


def _partition(record: Record) -> Partition:
    return Partition(record.topic, record.partition)


def _place(record: Record) -> str:
    return f"{record.topic}/{record.partition}/{record.offset}"
