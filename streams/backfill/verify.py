"""Whether a run published what it should have: its input and its outputs read back, and reconciled."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from uuid import UUID

from aiokafka import TopicPartition

from schemas.backfill import BackfillOutput, BackfillRun
from schemas.dead_letter import PREFIX
from schemas.headers import REPLAY_HEADER, SOURCE_HEADER, format_source, parse_source
from schemas.processed import ArticleProcessed
from streams.backfill.account import Account, Finding, Place, Totals
from streams.backfill.selection import selection_of
from streams.core.letters import origin
from streams.core.records import Record
from streams.kafka.admin import Admin
from streams.kafka.bounded import Range, Reader


@dataclass(frozen=True, slots=True)
class Verdict:
    """The run is proven where there are no `findings`. Of a run under way, what is before its positions is judged."""

    totals: Totals
    findings: tuple[Finding, ...]


async def verify_run(run: BackfillRun, admin: Admin, reader: Reader) -> Verdict:
    """Read everything that the run read and published.

    Raises DeletedError where what it published is not there any more, and aiokafka.errors.KafkaError where the topics
    cannot be read.
    """
    verifying = _Verifying(run, reader)
    with Account() as account:
        await verifying.expect(account)
        compacted = await admin.topic_configs([run.quotes.topic], ["cleanup.policy"])
        await verifying.quotes(account, compacted="compact" in compacted[run.quotes.topic]["cleanup.policy"])
        await verifying.markers(account)
        await verifying.letters(account)
        totals = account.totals()
        gone = tuple(verifying.gone())
        counted = () if gone else tuple(_miscounted(run, totals))
        return Verdict(totals, (*account.findings(), *gone, *_left(run), *counted))


class _Verifying:
    def __init__(self, run: BackfillRun, reader: Reader) -> None:
        self._run = run
        self._reader = reader
        self._ranges = {each.partition: each for each in run.ranges}
        self._begins: dict[int, int] = {}  # of what can still be read of each range

    async def expect(self, account: Account) -> None:
        selection = selection_of(self._run)
        partitions = {TopicPartition(self._run.topic, number): number for number in self._ranges}
        edges = await self._reader.edges(list(partitions))
        ranges = []
        for partition, number in partitions.items():
            begin = max(self._ranges[number].start, edges[partition].begin)
            self._begins[number] = begin
            ranges.append(Range(partition, begin, self._ranges[number].position))
        async for stretch in self._reader.read(ranges):
            taken = [record for record in stretch.records if selection.takes(record)]
            account.expect(((record.partition, record.offset), format_source(origin(record))) for record in taken)

    async def quotes(self, account: Account, *, compacted: bool) -> None:
        async for records in self._published(self._run.quotes):
            own = [record for record in records if self._is_own(record)]
            account.quotes(
                (place, UUID(_text(record.key)).bytes, record.value or b"") for place, record in self._judged(own)
            )
            if compacted:  # then the run's own may be gone, for another's that is newer
                account.newer(UUID(_text(record.key)).bytes for record in records if not self._is_own(record))

    async def markers(self, account: Account) -> None:
        async for records in self._published(self._run.processed):
            own = [record for record in records if self._is_own(record)]
            account.markers((place, _listed(record)) for place, record in self._judged(own))

    async def letters(self, account: Account) -> None:
        async for records in self._published(self._run.rejected):
            own = [record for record in records if self._is_own(record, PREFIX + "replay")]
            origins = [origin(record) for record in own]
            account.letters(format_source(at) for at in origins if self._is_judged(at.partition, at.offset))

    def gone(self) -> Iterator[Finding]:
        """What of the input can be read no more, and so is not proven."""
        for number, begin in self._begins.items():
            each = self._ranges[number]
            if lost := min(begin, each.position) - each.start:
                yield Finding("input deleted since, hence not proven", lost, (f"{number}/{each.start}",))

    def _is_own(self, record: Record, header: str = REPLAY_HEADER) -> bool:
        return dict(record.headers).get(header) == self._run.run_id.encode()

    async def _published(self, output: BackfillOutput) -> AsyncIterator[list[Record]]:
        starts = {TopicPartition(output.topic, number): start for number, start in enumerate(output.starts)}
        edges = await self._reader.edges(list(starts))
        async for stretch in self._reader.read(Range(at, starts[at], edge.end) for at, edge in edges.items()):
            yield stretch.records

    def _judged(self, records: list[Record]) -> Iterator[tuple[Place, Record]]:
        for record in records:
            source = parse_source(_text(dict(record.headers)[SOURCE_HEADER]))
            if self._is_judged(source.partition, source.offset):
                yield (source.partition, source.offset), record

    def _is_judged(self, partition: int, offset: int) -> bool:
        """Not what can be read no more, and not what was published just before the run was killed."""
        each = self._ranges.get(partition)
        if each is None or not each.start <= offset < each.end:
            return True
        return self._begins[partition] <= offset < each.position


def _text(content: bytes | None) -> str:
    return (content or b"").decode()


def _listed(marker: Record) -> list[bytes]:
    return [ref.quote_id.bytes for ref in ArticleProcessed.model_validate_json(marker.value or b"").quotes]


def _left(run: BackfillRun) -> Iterator[Finding]:
    if run.state != "done":
        open_ranges = [each for each in run.ranges if each.position < each.end]
        left = sum(each.end - each.position for each in open_ranges)
        yield Finding("offsets that the run has not come to", left, tuple(str(each.partition) for each in open_ranges))


def _miscounted(run: BackfillRun, totals: Totals) -> Iterator[Finding]:
    told = {name: sum(getattr(each, name) for each in run.ranges) for name in ("articles", "rejected", "quotes")}
    found = {"articles": totals.marked, "rejected": totals.lettered, "quotes": totals.quotes}
    if totals.both:  # of a record that has both, the manifest counts what came last
        return
    for name, number in told.items():
        if number != found[name]:
            yield Finding(f"the manifest says {number} {name}; found were", found[name], ())
