"""The whole of the service on this machine for a look at it: embedded broker, topics, a worker, the sample articles."""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from uuid import UUID

from schemas.dead_letter import DeadLetterHeaders
from schemas.processed import ArticleProcessed
from schemas.quote import QuoteEvent
from streams.children import start_child, stop_child
from streams.core.records import Record
from streams.embedded import EmbeddedBroker
from streams.inputs import Input, read_inputs
from streams.kafka.publish import publish
from streams.kafka.tail import tail
from streams.kafka.topics import ensure_topics
from streams.settings import PREFIX, Settings, load_settings

SAMPLES = Path(__file__).with_name("samples") / "articles.jsonl"
_PARTITIONS = 1  # the quotations then come in the order of the samples
_WORKER_GRACE = 5.0  # seconds to finish what it has begun
_SAMPLES_SECONDS = 120.0
_WORKER = (sys.executable, "-c", "from streams.cli import main; main()", "worker")

Show = Callable[[QuoteEvent], None]


class DemoError(Exception):
    """The demo cannot go on; the message says why."""


def run_demo(port: int, *, once: bool, samples: Path, show: Show, say: Callable[[str], None]) -> None:
    """Run the demo on `port` of 127.0.0.1: until all quotations of `samples` were shown (`once`), else until Ctrl-C.

    The process's own AQWAL_* settings and `.env` belong to another Kafka and are left aside. Nothing is kept and no
    child process outlives the call. Raises DemoError and EmbeddedBrokerError.
    """
    samples = samples.resolve()
    with _scratch_directory() as home, EmbeddedBroker(port) as broker, (home / "worker.log").open("w+b") as log:
        _forget_settings()
        os.environ[f"{PREFIX}BROKER"] = "embedded"
        os.environ[f"{PREFIX}BOOTSTRAP_SERVERS"] = broker.bootstrap_servers
        os.environ[f"{PREFIX}SESSION_TIMEOUT"] = "3"  # this broker lets the first member wait for half of it
        settings = load_settings()
        say(f"The embedded broker answers on {broker.bootstrap_servers}.")
        asyncio.run(_create_topics(settings))
        worker = start_child(_WORKER, output=log)
        say("A worker is starting; the samples are being published.")
        try:
            asyncio.run(_watched(worker, log, _show_samples(settings, samples, once, show, say)))
        finally:
            stop_child(worker, grace=_WORKER_GRACE)


@contextmanager
def _scratch_directory() -> Iterator[Path]:
    """A temporary working directory: no `.env` in it."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="aqwal-demo-") as name:
        os.chdir(name)
        try:
            yield Path(name)
        finally:
            os.chdir(before)


def _forget_settings() -> None:
    for name in list(os.environ):
        if name.upper().startswith(PREFIX):
            del os.environ[name]


async def _create_topics(settings: Settings) -> None:
    async for finding in ensure_topics(settings, _PARTITIONS):
        if finding.level == "error":
            raise DemoError(f"{finding.topic}: {finding.text}")


async def _watched(worker: subprocess.Popen[bytes], log: IO[bytes], showing: Coroutine[Any, Any, None]) -> None:
    """Await `showing`; raises DemoError with the end of its log as soon as the worker has ended."""
    task = asyncio.create_task(showing)
    while not task.done():
        await asyncio.wait([task], timeout=0.2)
        if worker.poll() is not None and not task.done():
            task.cancel()
            log.seek(0)
            raise DemoError(f"the worker ended:\n{log.read()[-3000:].decode(errors='replace')}")
    task.result()


async def _show_samples(settings: Settings, samples: Path, once: bool, show: Show, say: Callable[[str], None]) -> None:
    topics = (settings.topic_quotes, settings.topic_processed, settings.topic_rejected)
    account = _Account(settings)
    async with tail(settings, topics, from_beginning=True) as records:
        try:
            async with asyncio.timeout(_SAMPLES_SECONDS):
                count = await publish(read_inputs([samples]), settings, on_delivered=_nothing, on_refused=_refused)
                while not account.complete(count.delivered):
                    account.take(await anext(records), show)
        except TimeoutError:
            raise DemoError(f"not all quotations came within {_SAMPLES_SECONDS:.0f} seconds") from None
        say(f"Shown: {len(account.shown)} quotations out of {count.delivered} sample articles.")
        if once:
            return
        say("To see those of your own articles here, publish them in another terminal (Ctrl-C here ends the demo):")
        say(f"  AQWAL_BROKER=embedded AQWAL_BOOTSTRAP_SERVERS={settings.bootstrap_servers} aqwal publish FILE")
        while True:
            account.take(await anext(records), show)


class _Account:
    """Which articles are done, and which of their quotations were shown."""

    def __init__(self, settings: Settings) -> None:
        self.shown: set[UUID] = set()
        self._settings = settings
        self._markers = 0
        self._owed: set[UUID] = set()

    def take(self, record: Record, show: Show) -> None:
        """Show a quotation, note a marker; raises DemoError for a dead letter."""
        if record.topic == self._settings.topic_rejected:
            why = DeadLetterHeaders.decode(record.headers)
            raise DemoError(f"an article was rejected ({why.reason}): {why.message}")
        if record.value is None:
            return
        if record.topic == self._settings.topic_processed:
            self._markers += 1
            self._owed.update(quote.quote_id for quote in ArticleProcessed.model_validate_json(record.value).quotes)
        else:
            event = QuoteEvent.model_validate_json(record.value)
            if event.quote_id not in self.shown:  # delivered at least once
                self.shown.add(event.quote_id)
                show(event)

    def complete(self, articles: int) -> bool:
        """Whether that many articles are processed and every quotation that their markers name was shown."""
        return self._markers >= articles and self._owed <= self.shown


def _nothing(_: Input) -> None:
    pass


def _refused(item: Input, reason: str) -> None:
    raise DemoError(f"{item.place}: {reason}")
