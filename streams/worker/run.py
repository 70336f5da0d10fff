"""The worker's life: the start, until told to stop, the end."""

import asyncio
import contextlib
import logging
import signal
import tempfile
from pathlib import Path

from aiokafka.errors import KafkaError
from faust.exceptions import ConsumerNotStarted

from streams.engine.child import EngineStartError
from streams.engine.pool import EnginePool
from streams.kafka.client import CertificateError, connection
from streams.kafka.unreached import note_causes, why_refused, why_unreached
from streams.loop import loop_factory
from streams.settings import Settings
from streams.worker import metrics
from streams.worker.app import build_app
from streams.worker.driver import App
from streams.worker.exits import Exit, give_up
from streams.worker.logs import configure_logging
from streams.worker.startup import Plan, StartError, make_plan
from streams.worker.watch import watch
from streams.worker.web import serve

log = logging.getLogger(__name__)

ALIVE, READY = "/healthz", "/readyz"  # the probes' paths
_RETRY_SECONDS = 3.0
_PULSE_SECONDS = 2.0
_JOIN_SECONDS = 0.05


def run_worker(settings: Settings) -> Exit:
    """Process articles until SIGTERM or SIGINT, then end what is begun, within the settings' `shutdown_timeout`."""
    configure_logging(settings.log_level, settings.log_format)
    note_causes()
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        return runner.run(_live(settings))


async def _live(settings: Settings) -> Exit:
    stop = _stop_on_signals()
    try:
        connection(settings)  # a file that cannot be read is not to be waited for
    except CertificateError as error:
        log.error("%s", error)
        return Exit.CANNOT_START
    try:
        plan = await _plan(settings, stop)
    except StartError as error:
        log.error("%s", error)
        return Exit.CANNOT_START
    if plan is None:
        return Exit.STOPPED
    async with contextlib.AsyncExitStack() as stack:
        datadir = settings.datadir or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="aqwal-")))
        pool = _pool(settings, plan)
        app = build_app(settings, plan, pool, datadir)
        try:
            stack.enter_context(_web(settings, app))
        except OSError as error:
            log.error("AQWAL_WEB_BIND, AQWAL_WEB_PORT: cannot be listened on: %s", error)
            return Exit.CANNOT_START
        try:
            await stack.enter_async_context(pool)
        except EngineStartError as error:
            log.error("%s", error)
            return Exit.CANNOT_START
        log.info("joining the consumer group %s at %s", settings.group, settings.bootstrap_servers)
        starting = await _work(app, settings, stop)
        await _end(app, starting, settings.shutdown_timeout)
    if app.wiring.ledger.committable():
        log.error("stopped, but the last commit was not taken: a restart repeats what is not committed")
        return Exit.GAVE_UP
    log.info("stopped; all that was done is committed")
    return Exit.STOPPED


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop


async def _plan(settings: Settings, stop: asyncio.Event) -> Plan | None:
    """The cluster's answers; asks again until it gives them. None where `stop` comes before; raises StartError."""
    while not stop.is_set():
        try:
            return await make_plan(settings)
        except (KafkaError, OSError) as error:
            if why_refused(error) is not None:
                raise StartError(why_unreached(settings, error)) from error
            log.warning(
                "%s does not answer, trying again in %g s: %s",
                settings.bootstrap_servers,
                _RETRY_SECONDS,
                why_unreached(settings, error),
            )
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), _RETRY_SECONDS)
    return None


def _pool(settings: Settings, plan: Plan) -> EnginePool:
    return EnginePool(
        plan.options,
        memory=settings.engine_memory,
        on_article=metrics.ARTICLE_SECONDS.observe,
        on_replaced=metrics.ENGINE_RESTARTS.inc,
    )


def _web(settings: Settings, app: App) -> contextlib.AbstractContextManager[object]:
    if not settings.web_port:
        return contextlib.nullcontext()
    checks = {
        ALIVE: app.wiring.pulse.alive,
        READY: lambda: app.started and app.joined and not app.rebalancing and not app.wiring.pause.active,
    }
    return serve(settings.web_bind, settings.web_port, checks)


async def _work(app: App, settings: Settings, stop: asyncio.Event) -> asyncio.Task[object]:
    """Start `app`; return its start, which may not have ended, when told to stop; where it fails, end the process."""
    starting = asyncio.create_task(app.start())
    failed = asyncio.create_task(app.wait_until_stopped())
    stalls = asyncio.create_task(_stall_of(app)), asyncio.create_task(watch(app, settings))
    stopping = asyncio.create_task(stop.wait())
    running = {failed, stopping, *stalls}
    done, _ = await asyncio.wait({starting, *running}, return_when=asyncio.FIRST_COMPLETED)
    if starting in done and starting.exception() is None:
        log.info("started")
        done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
    for stalled in stalls:
        if stalled in done:
            log.critical("given up, stuck, a restart repeats what is not committed: %s", stalled.result())
            give_up()
    if stopping not in done:
        reason = app.crash_reason or (starting.exception() if starting.done() else None)
        log.critical("given up, a restart repeats what is not committed: %r", reason, exc_info=reason)
        give_up()
    for task in (failed, *stalls):
        task.cancel()
    return starting


async def _stall_of(app: App) -> str:
    """Return, in words, when the worker no longer gets on with what it was given."""
    pulse = app.wiring.pulse
    while not pulse.stopped():
        metrics.PENDING.set(app.wiring.ledger.pending)
        await asyncio.sleep(_PULSE_SECONDS)
    return f"records wait and none was handled for {pulse.limit:g} s"


async def _end(app: App, starting: asyncio.Task[object], seconds: float) -> None:
    """Let the batch in hand end, commit, leave the group; after `seconds`, end the process instead."""
    log.info("stopping")
    ending = asyncio.create_task(_stop(app, starting, seconds / 2))
    # Not a timeout, which cancels: without a broker that answers, Faust's services do not end for that.
    done, _ = await asyncio.wait({ending}, timeout=seconds)
    if not done:
        log.error("not stopped within %g s: ended at once, a restart repeats what is not committed", seconds)
        give_up()
    ending.result()


async def _stop(app: App, starting: asyncio.Task[object], patience: float) -> None:
    # A consumer that is closed in the middle of its first join asks the closed connection for its offsets for ever.
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(_joined(app, starting), patience)
    async with app.wiring.gate.closed():
        with contextlib.suppress(ConsumerNotStarted):
            await app.consumer.commit()
        await app.stop()


async def _joined(app: App, starting: asyncio.Task[object]) -> None:
    """Return when the start has ended and this member has its assignment, or when the start has failed."""
    await asyncio.wait({starting})
    while starting.exception() is None and not app.joined:  # noqa: ASYNC110 (set where Faust calls back)
        await asyncio.sleep(_JOIN_SECONDS)
