"""A run of `aqwal retract`: read, plan, write, and again, until nothing is left to be written."""

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from aiokafka import TopicPartition
from aiokafka.errors import KafkaError

from schemas.quote import QuoteKind
from streams.core.options import KINDS
from streams.kafka.admin import Admin, open_admin
from streams.kafka.bounded import Reader, open_reader
from streams.kafka.partitioner import partition_of
from streams.kafka.permissions import Operation, lacking_permissions
from streams.kafka.topics import short_delete_retention
from streams.loop import pause
from streams.retract.repair import Repair
from streams.retract.sender import open_sender
from streams.retract.state import RetractBook, Task
from streams.revisions.errors import RevisionsError
from streams.revisions.reading import Reading, identity_of
from streams.settings import Settings
from streams.worker.startup import plan_outputs

_PAUSE = 1.0  # seconds between two looks at the topics, where they are followed
_CONFIGS = ("cleanup.policy", "retention.ms", "delete.retention.ms", "message.timestamp.type")


@dataclass(frozen=True, slots=True)
class Manner:
    """How to work. `state`: the file to keep what was read in (None: read everything, and forget it in the end).

    `say` gets lines for people, `on_task` each thing that would be written, where nothing is (`dry_run`).
    """

    say: Callable[[str], None]
    on_task: Callable[[Task], None]
    state: Path | None = None
    kinds: Collection[QuoteKind] = KINDS
    follow: bool = False
    dry_run: bool = False


@dataclass(slots=True)
class Report:
    """`counts`: records by what was done; `made_anew`: restored ones that had no record any more.

    `failed`: quotations that could not be made right; `ignored`: records that are none of ours.
    """

    passes: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    made_anew: int = 0
    failed: int = 0
    ignored: int = 0


async def retract(settings: Settings, manner: Manner, stop: asyncio.Event) -> Report:
    """Work until a pass has nothing to write; where the topics are followed, until `stop`.

    Raises RevisionsError, ReadError, StartError, EngineStartError and aiokafka's KafkaError: what was written stays,
    and another run goes on.
    """
    identity = await identity_of(settings, settings.topics[1:])
    if not manner.dry_run:
        # The markers, where an article must be processed anew.
        needed = dict.fromkeys((settings.topic_quotes, settings.topic_processed), Operation.WRITE)
        if lacking := await lacking_permissions(settings, needed):
            raise RevisionsError(f"no permission: {', '.join(lacking)}")
    async with AsyncExitStack() as stack:
        admin = await stack.enter_async_context(open_admin(settings))
        reader = await stack.enter_async_context(open_reader(settings))
        book = stack.enter_context(RetractBook.open(manner.state, identity))
        run = _Run(settings, manner, admin, reader, book)
        await run.begin(stack)
        return await run.work(stop)


class _Run:
    def __init__(self, settings: Settings, manner: Manner, admin: Admin, reader: Reader, book: RetractBook) -> None:
        self._settings = settings
        self._manner = manner
        self._admin = admin
        self._reader = reader
        self._book = book
        self._report = Report()
        self._restore_missing = True

    async def begin(self, stack: AsyncExitStack) -> None:
        settings = self._settings
        counts = await self._admin.partition_counts(settings.topics[1:])
        self._reading = Reading(
            settings, self._book, self._reader, counts, self._book.take_form, self._book.take_tombstone
        )
        self._partition_of = partial(_partition_of, counts[settings.topic_quotes])
        await self._look_over()
        partitions = [TopicPartition(settings.topic_quotes, n) for n in range(counts[settings.topic_quotes])]
        edges = await self._reader.edges(partitions)
        self._book.begin({at.partition: edge.begin for at, edge in edges.items()})
        self._repair: Repair | None = None
        if not self._manner.dry_run:
            outputs = await plan_outputs(settings, self._admin, counts)
            sender = await stack.enter_async_context(open_sender(settings, outputs.batch_bytes))
            self._repair = Repair(
                settings, self._book, self._reader, self._admin, sender, outputs, on_failed=self._on_failed
            )

    async def work(self, stop: asyncio.Event) -> Report:
        while not stop.is_set():
            read = await self._reading.read_on()
            planned = self._book.plan(self._manner.kinds, self._partition_of, restore_missing=self._restore_missing)
            self._report.passes += 1
            self._report.ignored = self._reading.ignored
            if self._repair is None:
                for task in self._book.tasks():
                    self._manner.on_task(task)
                    self._report.counts[task.mend.what] += 1
                break
            written = await self._repair.work_off() if planned else 0
            self._report.counts, self._report.made_anew = self._repair.counts, self._repair.made_anew
            if not written:
                if not self._manner.follow:
                    break
                if read == 0:
                    await pause(_PAUSE, stop)
            elif self._manner.follow:
                self._manner.say(f"{written} records written")
        return self._report

    def _on_failed(self, tasks: Sequence[Task], why: str) -> None:
        self._report.failed += len(tasks)
        quotes = ", ".join(task.mend.quote for task in tasks)
        self._manner.say(f"aqwal: cannot be restored: {quotes} of {tasks[0].mend.article}: {why}")

    async def _look_over(self) -> None:
        """Say what of the topics' settings is in the way."""
        settings = self._settings
        if settings.broker == "embedded":  # aiokafka cannot read its answer
            return
        topics = settings.topic_quotes, settings.topic_processed
        try:
            configs = await self._admin.topic_configs(topics, _CONFIGS)
        except KafkaError as error:
            self._restore_missing = False
            self._warn(f"the topics' settings cannot be read, and quotations without any record are left: {error}")
            return
        quotes, processed = (configs[topic] for topic in topics)
        if short := short_delete_retention(quotes):
            self._warn(f"{settings.topic_quotes}: {short}")
        if "delete" in quotes["cleanup.policy"] and int(quotes["retention.ms"]) != -1:
            self._restore_missing = False
            told = f"retention.ms={quotes['retention.ms']}: what it has deleted is not restored"
            self._warn(f"{settings.topic_quotes}: {told}")
        if processed["message.timestamp.type"] != "CreateTime":
            told = f"message.timestamp.type={processed['message.timestamp.type']}: revisions without a number are "
            self._warn(f"{settings.topic_processed}: {told}told apart by the time of their processing")

    def _warn(self, text: str) -> None:
        self._manner.say(f"WARNING: {text}")


def _partition_of(count: int, article: str) -> int:
    return partition_of(article.encode(), count)
