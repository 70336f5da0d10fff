"""One run: a broker, workers, articles, faults one after the other, and the account at the end."""

import asyncio
import math
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.brokers.apache_kafka import REPOSITORY
from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage
from tests.faults.account import Account
from tests.faults.broker import Disk, FaultyKafka
from tests.faults.feeder import Feeder
from tests.faults.kinds import KINDS, NEED_A_DISK
from tests.faults.news import count, publications
from tests.faults.pods import Pods
from tests.faults.report import Report, Row
from tests.faults.scene import Pace, Scene, StuckError

_SHARED = 0.8  # of all records; the rest is for faults whose records are done too soon, and for the end


@dataclass(frozen=True)
class Plan:
    """What a run is to be. `kinds`: by name, each as often as any other, or once more."""

    seed: int
    articles: int
    faults: int
    partitions: int
    workers: int
    kinds: Sequence[str]
    pace: Pace


async def rehearse(plan: Plan, directory: Path, say: Callable[[str], None]) -> Report:
    """Carry out `plan`, with all files in `directory`; `say` gets a line as soon as there is something to tell."""
    report = Report(plan.seed)
    with ExitStack() as stack:
        disk: Disk | None = None
        try:
            disk = stack.enter_context(Disk(directory / "broker").mounted())
        except OSError as error:
            report.skipped = [kind for kind in plan.kinds if kind in NEED_A_DISK]
            say(f"left out, since nothing can be mounted here ({error}): {', '.join(report.skipped)}")
        broker = FaultyKafka(directory / "broker")
        stack.callback(broker.kill)
        await broker.bring_up()
        await broker.permit_workers()
        # The workers are of this tree, whatever is installed.
        environment = {"PYTHONPATH": str(REPOSITORY), "AQWAL_SESSION_TIMEOUT": "6", **broker.worker_environment}
        stage = Stage(Broker("kafka", broker.bootstrap_servers, environment, transactions=True), directory / "stage")
        await stage.create_topics(plan.partitions)
        pods = Pods(stage.environment | environment, directory / "workers")
        stack.callback(pods.close)
        pods.hire(plan.workers)
        kinds = _drawn(plan, [kind for kind in plan.kinds if kind not in report.skipped])
        records = count(plan.seed, plan.articles)
        scene = Scene(
            stage=stage,
            broker=broker,
            broker_disk=disk,
            pods=pods,
            feeder=Feeder(stage, publications(plan.seed, plan.articles)),
            account=Account(stage, plan.partitions),
            pace=plan.pace,
            random=Random(plan.seed),
            directory=directory,
            share=int(records * _SHARED) // len(kinds),
            partitions=plan.partitions,
        )
        feeding = asyncio.create_task(scene.feeder.run())
        stack.callback(feeding.cancel)
        say(Row.HEAD)
        began = time.monotonic()
        for kind in kinds:
            row = await _befall(scene, kind, began)
            report.rows.append(row)
            say(row.line())
        scene.feeder.release(records)
        await feeding
        await _done(scene, report)
        report.exits = pods.exits()
        report.run_seconds = time.monotonic() - began
        pods.close()
        say(f"all that was published is done after {report.run_seconds:.0f} s; reading everything from the start")
        report.verdict = await scene.account.settle()
    return report


def _drawn(plan: Plan, kinds: Sequence[str]) -> list[str]:
    """The kinds in rounds, each in another order."""
    random = Random(plan.seed)
    rounds = [random.sample(kinds, len(kinds)) for _ in range(math.ceil(plan.faults / len(kinds)))]
    return [kind for one in rounds for kind in one][: plan.faults]


async def _befall(scene: Scene, kind: str, began: float) -> Row:
    """One fault, from its preparations to its tidying up."""
    ends, loop = scene.pods.ends, asyncio.get_running_loop()
    fault = KINDS[kind](scene)
    row = Row(kind)
    scene.struck_at = loop.time()
    try:
        await anext(fault)
        row.lasted = loop.time() - scene.struck_at
        row.done = await scene.recovered()
    except StuckError as error:
        row.stuck = str(error)
        scene.pods.kill()  # a finding; the rest of the run is to go on
    finally:
        async for _ in fault:  # tidies up
            pass
    row.at, row.in_flight, row.ends = scene.struck_at - began, scene.in_flight, scene.pods.ends - ends
    return row


async def _done(scene: Scene, report: Report) -> None:
    """Wait until all that was published is done."""
    try:
        await scene.caught_up()
    except StuckError as error:
        report.stuck = str(error)
