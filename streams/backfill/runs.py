"""The manifests of the runs: one key each in a compacted topic, written by one process a run."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaError, ProducerFenced, TopicAlreadyExistsError, TransactionalIdAuthorizationFailed
from pydantic import ValidationError

from schemas.backfill import BackfillRun
from streams.backfill.errors import BackfillError, TakenOverError
from streams.kafka.admin import Admin
from streams.kafka.bounded import Range, Reader
from streams.kafka.client import connection
from streams.kafka.permissions import Operation, lacking_permissions
from streams.kafka.topics import MIN_IN_SYNC, REPLICAS
from streams.settings import Settings

_MAX_BYTES = 8 * 1024 * 1024  # the manifest of a run over ten thousand partitions has room
_PATIENCE = 60.0  # seconds for the brokers to give the run to this process


async def ensure_runs_topic(settings: Settings, admin: Admin) -> None:
    """Create the topic where it is missing.

    Raises BackfillError where the cluster has no transactions, an existing topic would lose manifests, or it may not be
    written to.
    """
    if settings.broker == "embedded":
        raise BackfillError("the embedded broker has no transactions: `aqwal backfill` needs Apache Kafka")
    topic = settings.topic_runs
    if lacking := await lacking_permissions(settings, {topic: Operation.WRITE}):
        raise BackfillError(f"no permission: {', '.join(lacking)}")
    if topic in await admin.partition_counts([topic]):
        config = (await admin.topic_configs([topic], ["cleanup.policy"]))[topic]
        if config["cleanup.policy"] != "compact":
            raise BackfillError(f"{topic}: cleanup.policy={config['cleanup.policy']} loses runs; it must be compact")
        return
    replicas = min(REPLICAS, await admin.broker_count())
    config = {"cleanup.policy": "compact", "max.message.bytes": str(_MAX_BYTES)}
    if replicas >= REPLICAS:
        config["min.insync.replicas"] = str(MIN_IN_SYNC)
    with suppress(TopicAlreadyExistsError):  # by another process, just now
        await admin.create(topic, 1, replicas, config)


async def load_runs(settings: Settings, admin: Admin, reader: Reader) -> dict[str, BackfillRun]:
    """Every run's newest manifest, by its id, in the order in which they were begun.

    Raises BackfillError where one cannot be read: a later version's, say.
    """
    counts = await admin.partition_counts([settings.topic_runs])
    partitions = [TopicPartition(topic, number) for topic, count in counts.items() for number in range(count)]
    edges = await reader.edges(partitions) if partitions else {}
    ranges = [Range(partition, edge.begin, edge.end) for partition, edge in edges.items()]
    newest = {record.key: record.value async for stretch in reader.read(ranges) for record in stretch.records}
    try:
        runs = [BackfillRun.model_validate_json(value) for value in newest.values() if value is not None]
    except ValidationError as error:
        raise BackfillError(f"{settings.topic_runs}: a run that this version cannot read: {error}") from error
    return {run.run_id: run for run in sorted(runs, key=lambda run: (run.created_at, run.run_id))}


async def load_run(settings: Settings, run_id: str, admin: Admin, reader: Reader) -> BackfillRun:
    """The newest manifest of a run. Raises BackfillError where there is none."""
    run = (await load_runs(settings, admin, reader)).get(run_id)
    if run is None:
        raise BackfillError(f"there is no run {run_id}; `aqwal backfill list` shows those that there are")
    return run


class RunWriter:
    """Writes the manifests of one run."""

    def __init__(self, producer: AIOKafkaProducer, topic: str) -> None:
        self._producer = producer
        self._topic = topic

    async def save(self, run: BackfillRun) -> None:
        """Return when `run` is written.

        Raises TakenOverError where another process owns the run by now, BackfillError where the brokers refuse.
        """
        try:
            async with self._producer.transaction():
                await self._producer.send_and_wait(
                    self._topic, run.model_dump_json(by_alias=True).encode(), key=run.run_id.encode()
                )
        except ProducerFenced:
            raise TakenOverError(
                f"run {run.run_id}: another process goes on with it (or this one stood still for too long)"
            ) from None
        except KafkaError as error:
            raise BackfillError(f"{self._topic}: how far the run has come could not be written: {error!r}") from error


@asynccontextmanager
async def own_run(settings: Settings, run_id: str) -> AsyncIterator[RunWriter]:
    """Take the run over: from now on, whoever owned it before cannot write its manifest, and finds out when trying.

    What was written before can be read when this is entered, and nothing can follow but by this process.
    """
    transactional_id = f"aqwal-backfill-{run_id}"
    producer = AIOKafkaProducer(
        **connection(settings),
        transactional_id=transactional_id,
        acks="all",
        max_request_size=_MAX_BYTES,
        compression_type="lz4",
    )
    try:
        await _start(producer, transactional_id)
        yield RunWriter(producer, settings.topic_runs)
    finally:
        await producer.stop()


async def _start(producer: AIOKafkaProducer, transactional_id: str) -> None:
    try:
        async with asyncio.timeout(_PATIENCE):
            await producer.start()
    except TransactionalIdAuthorizationFailed:
        raise BackfillError(f"no permission: WRITE on transactional-id {transactional_id}") from None
    except TimeoutError:
        raise BackfillError(f"the brokers did not hand the run over within {_PATIENCE:g} s") from None
