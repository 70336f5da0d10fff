"""Every way to prove who one is, on a real Apache Kafka: the worker and the commands work over it."""

import signal
from collections.abc import Callable

import pytest

from schemas.quote import QuoteEvent
from tests.brokers.articles import article
from tests.security.certificates import KEY_PASSWORD
from tests.security.conftest import MakeStage
from tests.security.secured import MECHANISMS, PASSWORD, Secured

pytestmark = pytest.mark.kafka

WAYS: dict[str, Callable[[Secured], dict[str, str]]] = {
    "TLS": Secured.tls,
    "mutual TLS": lambda secured: secured.mutual() | {"AQWAL_SSL_KEY_PASSWORD": KEY_PASSWORD},
    **{f"{name} over TLS": lambda secured, name=name: secured.password(name) for name in MECHANISMS},  # type: ignore[misc]
    **{f"{name} in the clear": lambda secured, name=name: secured.clear(name) for name in MECHANISMS},  # type: ignore[misc]
}


@pytest.mark.parametrize("way", WAYS)
async def test_the_worker_and_the_commands_work_and_tell_no_secret(
    secured: Secured, make_stage: MakeStage, way: str
) -> None:
    stage = make_stage(WAYS[way](secured) | {"AQWAL_LOG_LEVEL": "DEBUG"})
    created = stage.command("topics", "--partitions", "1")
    assert created.returncode == 0, created.stderr
    published = stage.command("publish", "-", stdin=article("a") + b"\n")
    assert published.returncode == 0, published.stderr
    worker = stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted([(0, 0)])
    assert worker.stop() == 0
    tail = stage.background("tail", "--json", "--from-beginning")
    assert tail.stdout is not None
    assert QuoteEvent.model_validate_json(tail.stdout.readline()).article_id == "a"
    tail.send_signal(signal.SIGINT)
    rest = b"".join(tail.communicate(timeout=30))
    assert tail.returncode == 0, rest
    told = b"".join((created.stdout, created.stderr, published.stdout, published.stderr, rest)).decode() + worker.log
    assert PASSWORD not in told
    assert KEY_PASSWORD not in told
