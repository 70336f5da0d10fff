"""Faust's Kafka driver, made to lose nothing: the only module that reaches into Faust's insides.

Faust commits what its streams have acknowledged, which they do for failed and cancelled events too. Here its
acknowledgements are ignored: the ledger alone says what is committed. The consumer and the producer are plain aiokafka
clients with our own arguments (Faust's own would read aborted transactions, and send a password without TLS).
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, cast

import faust
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor
from aiokafka.errors import (
    CommitFailedError,
    GroupAuthorizationFailedError,
    IllegalStateError,
    KafkaError,
    TopicAuthorizationFailedError,
)
from aiokafka.structs import OffsetAndMetadata
from faust.transport.consumer import RecordMap
from faust.transport.drivers import aiokafka as faust_driver
from faust.types import TP
from faust.types.transports import ConsumerT, ProducerT
from mode import Service

from streams.worker import metrics
from streams.worker.gate import Gate
from streams.worker.ledger import Ledger, Partition
from streams.worker.offsets import Offsets
from streams.worker.pause import Pause
from streams.worker.pulse import Pulse

log = logging.getLogger(__name__)
_REFUSED_SECONDS = 5.0  # between two tries where reading, or the group, is refused
_services_log = logging.getLogger("faust.services")  # where Faust's services tell of their starts and stops


@dataclass(frozen=True, slots=True)
class Wiring:
    """The parts of a worker. `commit_metadata`: the text beside each commit."""

    consumer_arguments: Mapping[str, Any]
    producer_arguments: Mapping[str, Any]
    ledger: Ledger
    offsets: Offsets
    gate: Gate
    pause: Pause
    pulse: Pulse
    commit_metadata: str


class App(faust.App):
    """A Faust app on our transport."""

    logger = _services_log
    wiring: Wiring
    joined = False  # whether this member has its assignment, which may be empty

    def _new_transport(self) -> "Transport":
        return Transport(self.conf.broker_consumer, self)


async def seek_to_committed(consumer: AIOKafkaConsumer) -> Mapping[TP, int]:
    """Step back to the committed offset of every assigned partition, or to its start where nothing is committed.

    Faust does so after it dropped what it fetched during a rebalance. aiokafka's own method leaves a partition without
    a committed offset where it is: what was dropped would never be read.
    """
    committed = await consumer.seek_to_committed()
    if uncommitted := [partition for partition, offset in committed.items() if not offset]:
        await consumer.seek_to_beginning(*uncommitted)
    return cast(Mapping[TP, int], committed)


class ConsumerThread(faust_driver.AIOKafkaConsumerThread):
    """The thread in which the consumer lives; heartbeats go on in it while the engine works in the main thread."""

    logger = _services_log
    app: App

    def _create_worker_consumer(self, transport: faust_driver.Transport) -> AIOKafkaConsumer:
        self._assignor = RoundRobinPartitionAssignor
        return AIOKafkaConsumer(
            **self.app.wiring.consumer_arguments,
            partition_assignment_strategy=[self._assignor],
            enable_auto_commit=False,
        )

    async def seek_to_committed(self) -> Mapping[TP, int]:
        """Step back to what is committed, in the thread of the consumer."""
        return cast(Mapping[TP, int], await self.call_thread(seek_to_committed, self._ensure_consumer()))

    async def _commit(self, offsets: Mapping[TP, int]) -> bool:
        """Commit `offsets`; False where the brokers did not take them, and the next interval tries again."""
        metadata = self.app.wiring.commit_metadata
        try:
            await self._ensure_consumer().commit(
                {
                    faust_driver.ensure_aiokafka_TP(partition): OffsetAndMetadata(offset, metadata)
                    for partition, offset in offsets.items()
                }
            )
        except (CommitFailedError, IllegalStateError) as error:  # a rebalance was quicker: somebody reads these again
            metrics.COMMIT_FAILURES.inc()
            log.info("not committed, the partitions are being given out anew: %s", error)
            return False
        except KafkaError as error:
            metrics.COMMIT_FAILURES.inc()
            log.warning("not committed, will be tried again: %r", error)
            return False
        return True

    async def mend_membership(self) -> KafkaError | None:
        """The error at which the membership in the group has stopped, if it has; it then joins anew."""
        return cast(KafkaError | None, await self.call_thread(self._mend_membership))

    async def _mend_membership(self) -> KafkaError | None:
        coordinator = self._ensure_consumer()._coordinator
        try:
            coordinator.check_errors()
        except KafkaError as error:
            # A heartbeat that has failed is not taken up again; without one the group would soon expel this member.
            await coordinator._stop_heartbeat_task()
            coordinator.reset_generation()
            return error
        return None


class Consumer(faust_driver.Consumer):
    """Commits what the ledger says, in place of what Faust's streams acknowledged."""

    logger = _services_log
    app: App
    _thread: ConsumerThread
    _refusing: str | None = None  # the topic that may not be read

    def _new_consumer_thread(self) -> ConsumerThread:
        return ConsumerThread(self, loop=self.loop, beacon=self.beacon)

    async def _getmany(self, active_partitions: set[TP] | None, timeout: float) -> RecordMap:  # noqa: ASYNC109
        try:
            records = await super()._getmany(active_partitions, timeout)
        except TopicAuthorizationFailedError as error:
            self._refusing = str(error.args[0])  # the topic
            self.app.wiring.pause.begin(self._refusing, f"no right to read: {error!r}")
            await self.sleep(_REFUSED_SECONDS)
            return {}
        except GroupAuthorizationFailedError:  # told to whoever waits; `_keep_membership` sees to it
            return {}
        if self._refusing is not None:
            self.app.wiring.pause.end(self._refusing)
            self._refusing = None
        generation = self.app.consumer_generation_id
        for partition, batch in records.items():
            await self._follow_on(partition, batch[0].offset)
        if not self.flow_active or generation != self.app.consumer_generation_id:
            return {}  # a rebalance came between: Faust steps back to what is committed, and all of it comes again
        assigned = self.assignment()
        # Here, before Faust can drop any: what does not reach the handler stays undone.
        for partition, batch in records.items():
            self._read_offset[partition] = None  # else Faust drops what is read again after a step back
            if partition in assigned:  # else it came too late; the ledger does not know it, the handler leaves it
                self.app.wiring.ledger.hand_out(Partition(*partition), [record.offset for record in batch])
        return records

    def verify_event_path(self, now: float, tp: TP) -> None:
        """Nothing: the watch asks the brokers, and knows that a pause is no hang."""

    @Service.task
    async def _keep_membership(self) -> None:
        """aiokafka stops coordinating at an error until somebody asks for it, which Faust never does.

        The member then no longer sends heartbeats, or never joins, and nothing says so.
        """
        pause, group = self.app.wiring.pause, self.app.conf.id
        while not self.should_stop:
            await self.sleep(_REFUSED_SECONDS)
            error = await self._thread.mend_membership()
            if isinstance(error, GroupAuthorizationFailedError):
                pause.begin(group, f"no right to join the group: {error!r}")
            elif error is not None:
                log.warning("the membership in the group has failed, joining anew: %r", error)
            elif self.app.joined and not self.app.rebalancing:
                pause.end(group)

    async def _follow_on(self, partition: TP, offset: int) -> None:
        """Let nothing through before it is known whether records were deleted before `offset`."""

        async def start() -> int:
            return (await self.earliest_offsets(partition))[partition]

        generation = self.app.consumer_generation_id
        while self.flow_active and not self.should_stop and generation == self.app.consumer_generation_id:
            try:
                await self.app.wiring.offsets.follow_on(Partition(*partition), offset, start)
            except (KafkaError, OSError) as error:
                log.warning("where %s/%d is read from is not known yet: %r", *partition, error)
                await self.sleep(1)
            else:
                break

    async def _wait_next_records(self, timeout: float) -> tuple[RecordMap | None, set[TP] | None]:  # noqa: ASYNC109
        # Where the streams' buffer is full, Faust looks again only a second later, when it has long run dry.
        while self._buffered_partitions and not self._get_active_partitions() and self.flow_active:
            if self.should_stop:
                break
            await self.sleep(0.02)
        return await super()._wait_next_records(timeout)

    async def force_commit(self, topics: Any = None, start_new_transaction: bool = True) -> bool:
        """Commit the ledger's positions of the partitions that are assigned here."""
        ledger = self.app.wiring.ledger
        assigned = {Partition(*partition) for partition in self.assignment()}
        positions = {TP(*p): position for p, position in ledger.committable().items() if p in assigned}
        if not positions or not await self._commit(positions):
            return False
        for partition, position in positions.items():
            ledger.committed(Partition(*partition), position)
        return True

    async def on_partitions_revoked(self, revoked: set[TP]) -> None:
        """Let the batch in hand end and commit it. All partitions are revoked, and perhaps assigned again."""
        self.app.joined = False
        async with self.app.wiring.gate.closed():
            await self.maybe_wait_for_commit_to_finish()  # or `commit` would take it, of what was done before, for ours
            await self.commit()
            await super().on_partitions_revoked(revoked)
            # Only now, when Faust lets nothing more through: a record that came in between would be all that the
            # ledger knows of its partition, and its offset would be committed past those that were just forgotten.
            self.app.wiring.ledger.clear()

    async def on_partitions_assigned(self, assigned: set[TP], generation_id: int = 0) -> None:
        """Begin anew: each partition is read from its committed offset."""
        self.app.wiring.ledger.clear()
        await super().on_partitions_assigned(assigned, generation_id)
        self.app.joined = True
        log.info("partitions assigned: %s", ", ".join(f"{p.topic}/{p.partition}" for p in sorted(assigned)) or "none")
        self.add_future(self._learn(assigned))

    async def _learn(self, assigned: set[TP]) -> None:
        """Note where reading begins, also of partitions on which nothing comes; `_getmany` asks again where need be."""
        try:
            await self.app.wiring.offsets.learn([Partition(*partition) for partition in assigned])
        except (KafkaError, OSError) as error:
            log.warning("where the partitions are read from is not known yet: %r", error)


class Producer(faust_driver.Producer):
    """Starts and stops our plain producer with the app."""

    logger = _services_log
    app: App

    def _new_producer(self, transactional_id: str | None = None) -> AIOKafkaProducer:
        return AIOKafkaProducer(**self.app.wiring.producer_arguments)

    @property
    def kafka(self) -> AIOKafkaProducer:
        """The running producer; raises faust.exceptions.NotReady before the app has started it."""
        return self._ensure_producer()


class Transport(faust_driver.Transport):
    """The transport whose consumer and producer are ours."""

    Consumer: ClassVar[type[ConsumerT]] = Consumer
    Producer: ClassVar[type[ProducerT]] = Producer
