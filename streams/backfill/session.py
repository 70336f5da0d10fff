"""A run, begun or resumed, from taking it over to its end."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from aiokafka import AIOKafkaProducer, TopicPartition

from quotations import ENGINE_VERSION
from schemas.backfill import BackfillRange, BackfillRun
from streams.backfill.errors import BackfillError
from streams.backfill.pace import Pace
from streams.backfill.replay import Means, Replay
from streams.backfill.runs import RunWriter, load_run, own_run
from streams.backfill.targets import retarget, shortest_memory
from streams.engine.pool import EnginePool
from streams.kafka.admin import Admin, open_admin
from streams.kafka.bounded import DeletedError, Reader, open_reader
from streams.kafka.producer import delivery_arguments
from streams.settings import Settings
from streams.worker.deliver import Delivery
from streams.worker.gate import Gate
from streams.worker.pause import Pause
from streams.worker.startup import Outputs, plan_outputs


@dataclass(frozen=True, slots=True)
class Manner:
    """How to work: `rate` articles a second (None: as many as there are); `told` gets the run as it goes on.

    `skip_deleted`: go on past records that were deleted since the run began.
    """

    processes: int
    told: Callable[[BackfillRun], None]
    rate: float | None = None
    skip_deleted: bool = False


async def begin(settings: Settings, run: BackfillRun, manner: Manner, stop: asyncio.Event) -> BackfillRun:
    """Write the manifest of a new run and work on it until its end, or until `stop`; the last manifest.

    Raises BackfillError, ReadError, StartError, EngineStartError, UndeliverableError and aiokafka's KafkaError: then
    the run can be resumed, unless it is a TakenOverError.
    """
    async with own_run(settings, run.run_id) as writer, open_admin(settings) as admin, open_reader(settings) as reader:
        await writer.save(run)
        return await _work(settings, run, manner, stop, writer, admin, reader)


async def resume(settings: Settings, run_id: str, manner: Manner, stop: asyncio.Event) -> BackfillRun:
    """Take the run over and work on it as `begin` does. Raises BackfillError where there is no such run."""
    async with own_run(settings, run_id) as writer, open_admin(settings) as admin, open_reader(settings) as reader:
        # Read after it has been taken over: nothing newer can come.
        run = await load_run(settings, run_id, admin, reader)
        if run.state == "done":
            return run
        if run.engine_version != ENGINE_VERSION:
            raise BackfillError(
                f"run {run_id} was begun by engine {run.engine_version}, and this is {ENGINE_VERSION}: its events "
                "would differ; begin another run"
            )
        run = await _past_deleted(reader, run, skip=manner.skip_deleted)
        return await _work(settings, run, manner, stop, writer, admin, reader)


async def _past_deleted(reader: Reader, run: BackfillRun, *, skip: bool) -> BackfillRun:
    """`run` with positions that can be read. Raises DeletedError where others would have to be passed over."""
    open_ranges = {TopicPartition(run.topic, r.partition): r for r in run.ranges if r.position < r.end}
    moved: dict[int, BackfillRange] = {}
    for partition, (begin, _) in (await reader.edges(list(open_ranges))).items():
        each = open_ranges[partition]
        if begin > each.position:
            if not skip:
                raise DeletedError(partition, each.position, begin)
            position = min(begin, each.end)
            deleted = each.deleted + position - each.position
            moved[each.partition] = each.model_copy(update={"position": position, "deleted": deleted})
    return run.model_copy(update={"ranges": tuple(moved.get(each.partition, each) for each in run.ranges)})


async def _work(
    settings: Settings,
    run: BackfillRun,
    manner: Manner,
    stop: asyncio.Event,
    writer: RunWriter,
    admin: Admin,
    reader: Reader,
) -> BackfillRun:
    named = retarget(settings, run.topic, run.quotes.topic, run.processed.topic, run.rejected.topic)
    counts = await admin.partition_counts(named.topics)
    if missing := [topic for topic in named.topics if topic not in counts]:
        raise BackfillError(f"no such topic any more: {', '.join(missing)}")
    outputs = await plan_outputs(named, admin, counts)
    outputs = replace(outputs, options=replace(outputs.options, kinds=run.kinds, replay=run.run_id))
    async with (
        _delivery(named, outputs, stop) as delivery,
        EnginePool(outputs.options, processes=manner.processes, memory=settings.engine_memory) as engine,
    ):
        means = Means(
            reader=reader,
            engine=engine,
            delivery=delivery,
            save=writer.save,
            told=manner.told,
            pace=Pace(manner.rate),
            memory=await shortest_memory(admin, named.topics[1:]),
            ahead=2 * manner.processes + 2,
            every=settings.commit_interval,
        )
        return await Replay(run, means).finish(stop)


@asynccontextmanager
async def _delivery(settings: Settings, outputs: Outputs, stop: asyncio.Event) -> AsyncIterator[Delivery]:
    producer = AIOKafkaProducer(**delivery_arguments(settings, outputs.batch_bytes))
    gate = Gate()
    closing = asyncio.create_task(_close_at(stop, gate))
    try:
        await producer.start()
        yield Delivery(
            lambda: producer, outputs.routes, outputs.options, Pause(gate), retry_for=settings.rebalance_timeout / 2
        )
    finally:
        closing.cancel()
        await producer.stop()


async def _close_at(stop: asyncio.Event, gate: Gate) -> None:
    """A delivery that waits for a topic that refuses gives way to the end."""
    await stop.wait()
    async with gate.closed():
        await asyncio.Event().wait()
