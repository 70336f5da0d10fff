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
from streams.core.identity import article_id
from streams.core.parse import parse_article
from streams.core.printable import printable
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
Say = Callable[[str], None]


class DemoError(Exception):
    """The demo cannot go on; the message says why."""


def run_demo(port: int, *, once: bool, samples: Path, show: Show, say: Say) -> None:
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


async def _show_samples(settings: Settings, samples: Path, once: bool, show: Show, say: Say) -> None:
    topics = (settings.topic_quotes, settings.topic_processed, settings.topic_rejected)
    account = _Account(settings, show, say)
    async with tail(settings, topics, from_beginning=True) as records:
        try:
            async with asyncio.timeout(_SAMPLES_SECONDS):
                count = await publish(
                    read_inputs([samples]), settings, on_delivered=account.expect, on_refused=_refused
                )
                while not account.complete:
                    account.take(await anext(records))
        except TimeoutError:
            raise DemoError(f"not all quotations came within {_SAMPLES_SECONDS:.0f} seconds") from None
        say(f"Shown: {len(account.shown)} quotations out of {count.delivered} sample articles.")
        if once:
            return
        say("To see those of your own articles here, publish them in another terminal (Ctrl-C here ends the demo):")
        say(f"  AQWAL_BROKER=embedded AQWAL_BOOTSTRAP_SERVERS={settings.bootstrap_servers} aqwal publish FILE")
        while True:
            account.take(await anext(records))


class _Account:
    """Which samples are still to be processed, and which quotations were shown."""

    def __init__(self, settings: Settings, show: Show, say: Say) -> None:
        self.shown: set[UUID] = set()
        self._settings = settings
        self._show = show
        self._say = say
        self._awaited: set[str] = set()  # samples, by their articles' ids
        self._owed: set[UUID] = set()

    def expect(self, sample: Input) -> None:
        """Wait for what becomes of `sample`, which is delivered."""
        self._awaited.add(article_id(parse_article(sample.value)))

    def take(self, record: Record) -> None:
        """Show a quotation or a dead letter, note a marker; raises DemoError for the dead letter of a sample."""
        if record.topic == self._settings.topic_rejected:
            self._take_letter(record)
        elif record.value is None:
            return
        elif record.topic == self._settings.topic_processed:
            marker = ArticleProcessed.model_validate_json(record.value)
            self._awaited.discard(marker.article_id)
            self._owed.update(quote.quote_id for quote in marker.quotes)
        else:
            event = QuoteEvent.model_validate_json(record.value)
            if event.quote_id not in self.shown:  # delivered at least once
                self.shown.add(event.quote_id)
                self._show(event)

    def _take_letter(self, record: Record) -> None:
        why = DeadLetterHeaders.decode(record.headers)
        key = "without a key" if record.key is None else record.key.decode(errors="backslashreplace")
        told = printable(f"An article was rejected ({key}): {why.reason}: {why.message}")
        if key in self._awaited:
            raise DemoError(told)
        self._say(told)  # somebody's own article

    @property
    def complete(self) -> bool:
        """Whether all samples are processed, and every quotation that markers name was shown."""
        return not self._awaited and self._owed <= self.shown


def _refused(place: str, reason: str) -> None:
    raise DemoError(f"{place}: {reason}")
