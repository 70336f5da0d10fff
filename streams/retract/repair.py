"""Writing what is on the list: deletions, copies of earlier records, and what must be made anew from its article."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from aiokafka import TopicPartition

from quotations import ENGINE_VERSION
from schemas.headers import SOURCE_HEADER, parse_source
from streams.core.newest import is_newer_engine
from streams.core.records import Message, Outcome, Record, Rejected
from streams.engine.pool import EnginePool
from streams.kafka.admin import Admin
from streams.kafka.bounded import Reader
from streams.kafka.partitioner import partition_of
from streams.kafka.scattered import read_scattered
from streams.retract.messages import as_message, deletion, restored
from streams.retract.sender import Sender
from streams.retract.state import RetractBook, Task
from streams.settings import Settings
from streams.worker.startup import Outputs

_CHUNK = 10  # articles that the engine gets at a time


class Repair:
    """`counts` says what was written, `made_anew` how much of what was restored had no record any more.

    `on_failed` is told the tasks that nothing can be done for, and why.
    """

    def __init__(
        self,
        settings: Settings,
        book: RetractBook,
        reader: Reader,
        admin: Admin,
        sender: Sender,
        outputs: Outputs,
        on_failed: Callable[[Sequence[Task], str], None],
    ) -> None:
        self.counts: Counter[str] = Counter()
        self.made_anew = 0
        self._settings = settings
        self._book = book
        self._reader = reader
        self._admin = admin
        self._sender = sender
        self._outputs = outputs
        self._on_failed = on_failed

    async def work_off(self) -> int:
        """Write all that is on the list; how many records that were.

        Raises RevisionsError, ReadError, EngineStartError and aiokafka's KafkaError; what is not written stays listed.
        """
        before = self.counts.total()
        while tasks := self._book.deletions():
            for task in tasks:
                await self._send(task, deletion(task.mend), "deleted")
            await self._settle(tasks)
        while tasks := self._book.copies():
            await self._copy(tasks)
        while tasks := self._book.remakes():
            await self._remake(tasks)
        return self.counts.total() - before

    async def _send(self, task: Task, message: Message, what: str) -> None:
        await self._sender.send(self._settings.topic_quotes, task.partition, message)
        self.counts[what] += 1

    async def _settle(self, tasks: Sequence[Task]) -> None:
        await self._sender.settle()
        self._book.done(tasks)

    async def _copy(self, tasks: Sequence[Task]) -> None:
        found = []
        for number, group in groupby(tasks, lambda task: task.partition):
            at = {task.place: task for task in group if task.place is not None}
            partition = TopicPartition(self._settings.topic_quotes, number)
            async for record in read_scattered(self._reader, partition, sorted(at)):
                task = at[record.offset]
                if _is_of(record, task):
                    found.append(task)
                    await self._send_again(task, as_message(record, task.mend.article))
        await self._settle(found)
        self._book.vanished(set(tasks) - set(found))

    async def _send_again(self, task: Task, message: Message) -> None:
        await self._send(task, restored(message, self._outputs.options.max_event_bytes), "restored")

    async def _remake(self, tasks: Sequence[Task]) -> None:
        by_kinds = sorted(tasks, key=lambda task: task.mend.kinds)  # stable: each as the articles lie
        for kinds, group in groupby(by_kinds, lambda task: task.mend.kinds):
            options = replace(self._outputs.options, kinds=kinds)
            async with EnginePool(options, memory=self._settings.engine_memory) as engine:
                await self._remake_with(engine, list(group))

    async def _remake_with(self, engine: EnginePool, tasks: Sequence[Task]) -> None:
        of_source = {source: list(group) for source, group in groupby(tasks, lambda task: task.mend.origin[0])}
        left = dict(of_source)
        for (topic, number), group in groupby(of_source, lambda source: _partition(source)):
            sources = {parse_source(source).offset: source for source in group}
            if number >= (await self._admin.partition_counts([topic])).get(topic, 0):
                continue
            records: list[Record] = []
            async for record in read_scattered(self._reader, TopicPartition(topic, number), list(sources)):
                records.append(record)
                if len(records) == _CHUNK:
                    await self._publish(engine, records, left)
                    records = []
            await self._publish(engine, records, left)
        for source, lost in left.items():
            self._fail(lost, f"{source} is there no more")

    async def _publish(self, engine: EnginePool, records: Sequence[Record], left: dict[str, list[Task]]) -> None:
        done: list[Task] = []
        for record, outcome in zip(records, await engine.handle(records), strict=True):
            tasks = left.pop(f"{record.topic}/{record.partition}/{record.offset}")
            done += await self._publish_one(tasks, outcome)
        await self._settle(done)

    async def _publish_one(self, tasks: list[Task], outcome: Outcome) -> list[Task]:
        """What of `tasks` was sent."""
        mend = tasks[0].mend
        source, engine = mend.origin
        if isinstance(outcome, Rejected):
            self._fail(tasks, f"{source} is rejected now ({outcome.reason}): {outcome.detail}")
        elif outcome.article_id != mend.article:
            self._fail(tasks, f"at {source} lies another article")
        elif is_newer_engine(engine):
            self._fail(tasks, f"{source} was read by engine {engine}, and this is {ENGINE_VERSION}")
        elif engine != ENGINE_VERSION:
            await self._publish_anew(tasks[0], outcome.quotes, outcome.marker)
            return tasks
        else:
            made = {(quote.key or b"").decode(): quote for quote in outcome.quotes}
            for task in tasks:
                if task.mend.quote in made:
                    await self._send_again(task, made[task.mend.quote])
                    self.made_anew += 1
                else:
                    self._fail([task], f"{source} has no such quotation: other limits than the worker's?")
            return [task for task in tasks if task.mend.quote in made]
        return []

    async def _publish_anew(self, task: Task, quotes: Sequence[Message], marker: Message) -> None:
        """As a worker would: the engine that read the article is gone, and its exact form with it."""
        for quote in quotes:
            await self._send(task, quote, "processed anew")
        await self._sender.settle()
        processed = self._outputs.routes.processed
        await self._sender.send(processed.topic, partition_of(marker.key or b"", processed.partitions), marker)
        self.counts["processed anew"] += 1

    def _fail(self, tasks: Sequence[Task], why: str) -> None:
        self._book.failed(tasks)
        self._on_failed(tasks, why)


def _is_of(record: Record, task: Task) -> bool:
    source, engine = task.mend.origin
    headers = dict(record.headers)
    named = headers.get("ce_id") or b""
    return (
        record.value is not None
        and record.key == task.mend.quote.encode()
        and headers.get(SOURCE_HEADER) == source.encode()
        and named.decode(errors="replace").startswith(f"{task.mend.quote}/{engine}@")
    )


def _partition(source: str) -> tuple[str, int]:
    at = parse_source(source)
    return at.topic, at.partition
