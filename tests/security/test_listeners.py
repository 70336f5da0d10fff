"""Every way to prove who one is, on a real Apache Kafka: the worker and the commands work over it."""

import asyncio
import signal
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest

from schemas.quote import QuoteEvent
from tests.brokers.apache_kafka import free_ports
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


def _metrics(host: str, port: int) -> str:
    with urllib.request.urlopen(f"http://{host}:{port}/metrics", timeout=10) as response:
        return str(response.read().decode())


@pytest.mark.parametrize("way", WAYS)
async def test_the_worker_and_the_commands_work_and_tell_no_secret(
    secured: Secured, make_stage: MakeStage, way: str
) -> None:
    (port,) = free_ports(1)
    stage = make_stage(WAYS[way](secured) | {"AQWAL_LOG_LEVEL": "DEBUG", "AQWAL_WEB_PORT": str(port)})
    created = stage.command("topics", "--partitions", "1")
    assert created.returncode == 0, created.stderr
    published = stage.command("publish", "-", stdin=article("a") + b"\n")
    assert published.returncode == 0, published.stderr
    worker = stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted([(0, 0)])
    metrics = await asyncio.to_thread(_metrics, "127.0.0.1", port)
    assert "aqwal_articles_total 1.0" in metrics
    with pytest.raises(urllib.error.URLError):  # every other address of this machine, as far as it is told
        await asyncio.to_thread(_metrics, "127.0.0.2", port)
    assert worker.stop() == 0
    tail = stage.background("tail", "--json", "--from-beginning")
    assert tail.stdout is not None
    assert QuoteEvent.model_validate_json(tail.stdout.readline()).article_id == "a"
    tail.send_signal(signal.SIGINT)
    rest = b"".join(tail.communicate(timeout=30))
    assert tail.returncode == 0, rest
    told = (
        b"".join((created.stdout, created.stderr, published.stdout, published.stderr, rest)).decode()
        + worker.log
        + metrics
    )
    assert PASSWORD not in told
    assert KEY_PASSWORD not in told
