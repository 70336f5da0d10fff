"""The Faust app: one agent on the input topic, in the shape that loses nothing."""

import logging
from pathlib import Path
from typing import Any, cast

from faust.types import EventT

from streams.core.records import Headers, Record
from streams.engine.child import EngineStartError
from streams.engine.pool import EnginePool
from streams.kafka.client import connection
from streams.kafka.producer import delivery_arguments
from streams.settings import Settings
from streams.worker.batch import Batches
from streams.worker.deliver import Delivery, UndeliverableError
from streams.worker.driver import App, Producer, Wiring
from streams.worker.exits import give_up
from streams.worker.gate import Gate
from streams.worker.ledger import Ledger
from streams.worker.offsets import Offsets
from streams.worker.pause import Pause
from streams.worker.pulse import Pulse
from streams.worker.startup import Plan

log = logging.getLogger(__name__)


def build_app(settings: Settings, plan: Plan, pool: EnginePool, datadir: Path) -> App:
    """The app, not started; `pool` must be open before it is.

    It ends the process (`give_up`) where the brokers do not take its results, or the engine cannot be run.
    """
    ledger, gate = Ledger(), Gate()
    pause = Pause(gate)
    pulse = Pulse(ledger, pause, limit=settings.stall_timeout)
    app = _unwired(settings, datadir)
    clients = _consumer(settings), delivery_arguments(settings, plan.batch_bytes)
    app.wiring = Wiring(*clients, ledger, Offsets(settings, ledger), gate, pause, pulse, plan.commit_metadata)
    delivery = Delivery(
        lambda: cast(Producer, app.producer).kafka,
        plan.routes,
        plan.options,
        pause,
        retry_for=settings.rebalance_timeout / 2,
    )
    batches = Batches(pool, delivery, ledger, gate, pulse, plan.raw_partitions)
    topic = app.topic(
        settings.topic_raw,
        key_type=bytes,
        value_type=bytes,
        key_serializer="raw",
        value_serializer="raw",
        allow_empty=True,  # a null value withdraws an article
    )

    @app.agent(topic, name="articles", concurrency=1)
    async def articles(stream: Any) -> None:
        async for events in stream.take_events(settings.batch_size, within=settings.batch_linger):
            try:
                await batches.process([_record(event) for event in events])
            # Were an exception let through, Faust would go on with the next batch.
            except (UndeliverableError, EngineStartError) as error:
                log.critical("given up, a restart repeats what is not committed: %s", error)
                give_up()
            except Exception:
                log.critical("given up for an unforeseen error, a restart repeats what is not committed", exc_info=True)
                give_up()

    return app


def _unwired(settings: Settings, datadir: Path) -> App:
    return App(
        settings.group,
        broker=[f"kafka://{server}" for server in settings.bootstrap_servers.split(",")],
        datadir=str(datadir),
        store="memory://",
        web_enabled=False,
        # No tables: then no topics of Faust's own are needed.
        topic_disable_leader=True,
        topic_allow_declare=False,
        table_standby_replicas=0,
        broker_commit_interval=settings.commit_interval,
        broker_session_timeout=settings.session_timeout,
        broker_request_timeout=_request_timeout(settings),
        broker_rebalance_timeout=settings.rebalance_timeout,
        stream_buffer_maxsize=max(256, settings.batch_size),
        stream_wait_empty=False,
    )


def _request_timeout(settings: Settings) -> float:
    return max(40.0, settings.session_timeout + 10)


def _consumer(settings: Settings) -> dict[str, Any]:
    return {
        **connection(settings),
        "group_id": settings.group,
        "auto_offset_reset": "earliest",
        "isolation_level": "read_committed",
        "max_poll_records": settings.batch_size,
        # Never: during a pause nothing is polled for as long as it lasts, and the pulse watches over all else.
        "max_poll_interval_ms": 2**31 - 1,
        "request_timeout_ms": int(_request_timeout(settings) * 1000),
        "session_timeout_ms": int(settings.session_timeout * 1000),
        "heartbeat_interval_ms": int(min(3.0, settings.session_timeout / 3) * 1000),
        "rebalance_timeout_ms": int(settings.rebalance_timeout * 1000),
    }


def _record(event: EventT[Any]) -> Record:
    message = event.message
    return Record(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        timestamp=-1 if message.timestamp is None else round(message.timestamp * 1000),
        key=message.key,
        value=message.value,
        headers=tuple(cast(Headers, message.headers) or ()),  # pairs, as the client gives them
    )
