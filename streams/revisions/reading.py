"""Markers, dead letters and quotations read into a book, up to what are the ends at that moment."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from aiokafka import TopicPartition

from schemas.dead_letter import DeadLetterHeaders
from schemas.headers import SOURCE_HEADER, format_source
from schemas.part import Part
from schemas.processed import ArticleProcessed, SourcePosition
from schemas.quote import QuoteKind
from schemas.retry_note import is_retry_note
from streams.core.newest import account_of
from streams.core.records import Record
from streams.kafka.admin import open_admin
from streams.kafka.bounded import DeletedError, Range, Reader
from streams.kafka.partitioner import partition_of
from streams.kafka.reading import errors_named, existing_partitions
from streams.revisions.book import Book, Identity
from streams.revisions.errors import RevisionsError
from streams.settings import Settings


class _Event(Part):
    """What of a QuoteEvent says where it belongs."""

    article_id: str
    kind: QuoteKind
    engine_version: str


@dataclass(frozen=True, slots=True)
class Form:
    """One record of a quotation; `record` lies in the partition of its article."""

    quote: str
    article: str
    kind: QuoteKind
    source: str
    engine: str
    record: Record


async def identity_of(settings: Settings, topics: Sequence[str]) -> Identity:
    """The cluster and the `topics` to be read. Raises ReadError where one is missing or may not be read."""
    partitions = await existing_partitions(settings, topics)
    counts = Counter(partition.topic for partition in partitions)
    with errors_named(settings):
        async with open_admin(settings) as admin:
            return Identity(await admin.cluster_id(), dict(sorted(counts.items())))


class Reading:
    """Reads the topics of the markers and the quotations, and of the dead letters where `counts` has it.

    `on_form` and `on_tombstone` take what lies on the topic of the quotations, within the book's transaction.

    `ignored` counts what is no record of ours, or lies in another partition than its article's.
    """

    def __init__(
        self,
        settings: Settings,
        book: Book,
        reader: Reader,
        counts: Mapping[str, int],
        on_form: Callable[[Form], None],
        on_tombstone: Callable[[str, Record], None],
    ) -> None:
        self.ignored = 0
        self._settings = settings
        self._book = book
        self._reader = reader
        self._counts = counts
        self._on_form = on_form
        self._on_tombstone = on_tombstone
        self._partitions = [TopicPartition(topic, number) for topic in counts for number in range(counts[topic])]
        self._positions: dict[TopicPartition, int] = book.positions()

    async def read_on(self) -> int:
        """Read up to the ends of now; how many records there were.

        The ends of the quotations are asked for after those of the markers and dead letters: with a marker all that it
        lists is read, too. Raises RevisionsError where unread records are gone.
        """
        quotes = self._settings.topic_quotes
        ranges = await self._ranges([at for at in self._partitions if at.topic != quotes])
        ranges += await self._ranges([at for at in self._partitions if at.topic == quotes])
        records = 0
        try:
            async for partition, batch, position in self._reader.read(ranges):
                self._take(partition, batch, position)
                records += len(batch)
            if self._settings.broker == "embedded":  # what it says of its ends is too low
                starts = {each.partition: self._positions.get(each.partition, each.start) for each in ranges}
                async for partition, batch, position in self._reader.read_beyond(starts):
                    self._take(partition, batch, position)
                    records += len(batch)
        except DeletedError as error:
            raise RevisionsError(str(error)) from error
        return records

    async def _ranges(self, partitions: Sequence[TopicPartition]) -> list[Range]:
        ranges = []
        for at, edge in (await self._reader.edges(partitions)).items():
            start = self._positions.get(at, edge.begin)
            if not edge.begin <= start <= edge.end and self._settings.broker == "kafka":
                what = "was made anew" if start > edge.end else "has lost records that were not read"
                raise RevisionsError(f"{at.topic}/{at.partition} {what}: name a new file, to read all that is there")
            ranges.append(Range(at, start, edge.end))
        return ranges

    def _take(self, partition: TopicPartition, records: Sequence[Record], position: int) -> None:
        with self._book.transaction():
            for record in records:
                self._take_one(record)
            self._book.advance(partition, self._positions.get(partition), position)
        self._positions[partition] = position

    def _take_one(self, record: Record) -> None:
        try:
            if record.topic == self._settings.topic_processed:
                marker = ArticleProcessed.model_validate_json(record.value or b"")
                self._book.mark(marker.article_id, account_of(marker, record.timestamp, record.offset))
            elif record.topic == self._settings.topic_rejected:
                self._take_letter(record)
            else:
                self._take_quotation(record)
        except ValueError:  # pydantic's and UnicodeDecodeError among them: somebody else's
            self.ignored += 1

    def _take_letter(self, record: Record) -> None:
        if is_retry_note(record.headers):
            return
        why = DeadLetterHeaders.decode(record.headers)
        source = SourcePosition(topic=why.topic, partition=why.partition, offset=why.offset)
        try:
            article = (record.key or b"").decode() or None
        except UnicodeDecodeError:
            article = None
        self._book.reject(article, format_source(source))

    def _take_quotation(self, record: Record) -> None:
        quote = (record.key or b"").decode()
        if record.value is None:
            self._on_tombstone(quote, record)
            return
        event = _Event.model_validate_json(record.value)
        source = (dict(record.headers).get(SOURCE_HEADER) or b"").decode()
        if not source or partition_of(event.article_id.encode(), self._counts[record.topic]) != record.partition:
            self.ignored += 1
            return
        self._on_form(Form(quote, event.article_id, event.kind, source, event.engine_version, record))
        self._book.touch(event.article_id)
