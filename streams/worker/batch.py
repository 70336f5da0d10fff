"""One batch of input records: handled, published, noted as done."""

import asyncio
import logging
import time
from collections.abc import Sequence

from schemas.dead_letter import RejectReason
from streams.core.handle import handle
from streams.core.letters import reject
from streams.core.options import HandleOptions
from streams.core.records import Outcome, Record, Rejected
from streams.kafka.partitioner import partition_of
from streams.worker import metrics
from streams.worker.deliver import Delivery
from streams.worker.gate import Gate
from streams.worker.ledger import Ledger, Partition
from streams.worker.pause import GivenWayError
from streams.worker.pulse import Pulse

log = logging.getLogger(__name__)


class Batches:
    """Processes batches, one at a time. `raw_partitions` is the input topic's partition count."""

    def __init__(
        self,
        delivery: Delivery,
        options: HandleOptions,
        ledger: Ledger,
        gate: Gate,
        pulse: Pulse,
        raw_partitions: int,
    ) -> None:
        self._delivery = delivery
        self._options = options
        self._ledger = ledger
        self._gate = gate
        self._pulse = pulse
        self._raw_partitions = raw_partitions

    async def process(self, records: Sequence[Record]) -> None:
        """Handle `records`, publish what becomes of them, and note them as done.

        Cuts itself short where the gate is closing (in a pause with nothing done): the rest stays undone, and is handed
        out again. Records that are
        not pending (their partition was revoked meanwhile) are left to its new owner.
        Raises UndeliverableError where the brokers do not take the results.
        """
        async with self._gate.enter():
            handled: list[tuple[Record, Outcome]] = []
            for record in records:
                if self._gate.closing:
                    break
                if self._ledger.is_pending(_partition(record), record.offset):
                    handled.append((record, self._handle(record)))
                    self._pulse.beat()
                # The engine has no awaits: between two articles, rebalances, signals and sends get their turn.
                await asyncio.sleep(0)
            try:
                rejected = await self._delivery.deliver(handled)
            except GivenWayError:
                return
            refused = {_place(record): reason for record, reason in rejected}
            for record, outcome in handled:
                self._ledger.finish(_partition(record), record.offset)
                self._account(record, outcome, refused.get(_place(record)))
            self._pulse.beat()

    def _handle(self, record: Record) -> Outcome:
        now = time.time_ns() // 1_000_000
        with metrics.ARTICLE_SECONDS.time():
            try:
                return handle(record, self._options, now=now)
            except Exception as error:  # `handle` means to raise nothing; were it to, no article may stop the stream
                log.exception("unforeseen error at %s", _place(record))
                return reject(record, "engine-error", repr(error), self._options, now=now)

    def _account(self, record: Record, outcome: Outcome, refused: RejectReason | None) -> None:
        """Count and log what became of `record`."""
        if record.key is not None and partition_of(record.key, self._raw_partitions) != record.partition:
            metrics.MISPLACED.inc()
        extra = {"topic": record.topic, "partition": record.partition, "offset": record.offset}
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
        key = (record.key or b"").decode(errors="replace")
        log.warning("dead letter", extra={**extra, "article_id": key, "reason": reason, "detail": detail})


def _partition(record: Record) -> Partition:
    return Partition(record.topic, record.partition)


def _place(record: Record) -> str:
    return f"{record.topic}/{record.partition}/{record.offset}"
