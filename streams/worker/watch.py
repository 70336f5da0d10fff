"""The watch over the reading: how much waits, asked of the brokers themselves, and whether the worker gets on with it.

The consumer's own figures do not tell: one that is stuck knows of nothing more to read.
"""

import asyncio
import logging
from collections.abc import Mapping

from aiokafka.errors import KafkaError
from aiokafka.structs import TopicPartition

from streams.kafka.probe import Probe, open_probe
from streams.kafka.unreached import why_refused
from streams.settings import Settings
from streams.worker import metrics
from streams.worker.driver import App
from streams.worker.ledger import Partition
from streams.worker.stall import Stall, Standing

log = logging.getLogger(__name__)

_LONGEST_INTERVAL = 10.0  # seconds


async def watch(app: App, settings: Settings) -> str:
    """Show the lag, and return, in words, what is stuck, when something is. Never raises for a broker that is gone.

    A broker and a worker that no longer accept each other are stuck as well.
    """
    pulse = app.wiring.pulse
    stall = Stall(settings.stall_timeout, pulse.clock)
    shown: set[Partition] = set()
    interval = min(_LONGEST_INTERVAL, settings.stall_timeout / 4)
    while True:
        try:
            async with open_probe(settings) as probe:
                while True:
                    if (stuck := await _look(app, settings, probe, stall, shown)) is not None:
                        return stuck
                    await asyncio.sleep(interval)
        except (KafkaError, OSError) as error:
            if (refusal := why_refused(error)) is not None:  # a changed password, a certificate that has expired
                return f"the brokers no longer accept this worker, {refusal}"
            log.debug("the lag cannot be asked for: %r", error)
            stall.unanswered()
            await asyncio.sleep(interval)


async def _look(app: App, settings: Settings, probe: Probe, stall: Stall, shown: set[Partition]) -> str | None:
    if not app.joined or app.rebalancing:
        _show({}, shown)
        await probe.ends([TopicPartition(settings.topic_raw, 0)])
        if stall.outside():
            return f"no assignment for {settings.stall_timeout:g} s, though the brokers answer"
        return None
    standings = await _standings(app, probe)
    _show(standings, shown)
    if app.wiring.pause.active:
        stall.unanswered()
        return None
    for partition in stall.waiting(standings, app.wiring.pulse.handled):
        place = standings[partition]
        if await probe.holds_record(TopicPartition(*partition), place.committed):
            return (
                f"{partition.topic}/{partition.partition}: a record waits at offset {place.committed} or after it, "
                f"the topic ends at {place.end}, and nothing has moved for {settings.stall_timeout:g} s"
            )
        stall.excuse(partition)
    return None


async def _standings(app: App, probe: Probe) -> dict[Partition, Standing]:
    assigned = {Partition(*partition) for partition in app.consumer.assignment()}
    await app.wiring.offsets.learn(assigned)
    committed = {p: offset for p, offset in app.wiring.ledger.committed_positions().items() if p in assigned}
    ends = await probe.ends([TopicPartition(*partition) for partition in committed])
    return {p: Standing(offset, ends[TopicPartition(*p)]) for p, offset in committed.items()}


def _show(standings: Mapping[Partition, Standing], shown: set[Partition]) -> None:
    """Set the lag of `standings`, and remove what of `shown` is no longer ours."""
    for partition in shown - standings.keys():
        metrics.LAG.remove(partition.topic, str(partition.partition))
    for partition, standing in standings.items():
        metrics.LAG.labels(partition.topic, str(partition.partition)).set(max(0, standing.end - standing.committed))
    shown.clear()
    shown.update(standings)
