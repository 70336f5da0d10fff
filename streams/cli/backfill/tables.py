"""Runs as people read them: lines and tables."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemas.backfill import BackfillRun
    from streams.backfill.rehearsal import Counted


def share_done(run: "BackfillRun") -> float:
    """Of the offsets of all ranges, between 0 and 1."""
    total = sum(each.end - each.start for each in run.ranges)
    return sum(each.position - each.start for each in run.ranges) / total if total else 1.0


def counts(run: "BackfillRun") -> str:
    """What has become of what was read."""
    articles, rejected, quotes = (
        sum(getattr(each, name) for each in run.ranges) for name in ("articles", "rejected", "quotes")
    )
    return f"{articles} articles, {quotes} quotations, {rejected} dead letters"


def plan_lines(run: "BackfillRun") -> Iterator[str]:
    """What a run is about to read, and what of it is not there any more."""
    offsets = sum(each.end - each.start for each in run.ranges)
    yield f"run {run.run_id}: {run.topic}, {len(run.ranges)} partitions, {offsets} offsets, to {run.quotes.topic}"
    for each in run.ranges:
        if each.cut:
            which = "of the range" if run.since is None else "before it, some of its time maybe,"
            yield f"WARNING: {run.topic}/{each.partition}: {each.cut} records {which} are deleted already"


def summary(run: "BackfillRun") -> str:
    """One line on how far the run has come."""
    deleted = sum(each.deleted for each in run.ranges)
    more = f", {deleted} deleted offsets passed over" if deleted else ""
    return f"run {run.run_id}: {run.state}, {share_done(run):.1%}, {counts(run)}{more}"


def print_runs(runs: Sequence["BackfillRun"]) -> None:
    """A table on standard output."""
    from rich.console import Console
    from rich.table import Table

    table = Table("run", "state", "done", "from", "to", "outlets", "articles", "quotations", "dead letters", "into")
    for run in runs:
        figures = [str(sum(getattr(r, name) for r in run.ranges)) for name in ("articles", "quotes", "rejected")]
        bounds = ["" if bound is None else f"{bound:%Y-%m-%d %H:%M:%S}" for bound in (run.since, run.until)]
        outlets = ", ".join(run.outlets)
        table.add_row(run.run_id, run.state, f"{share_done(run):.1%}", *bounds, outlets, *figures, run.quotes.topic)
    Console(markup=False, highlight=False).print(table)


def print_rehearsal(run: "BackfillRun", counted: Mapping[int, "Counted"]) -> None:
    """A table of what a run would replay, on standard output."""
    from rich.console import Console
    from rich.table import Table

    table = Table("partition", "from offset", "to offset", "deleted before", "records", "to replay", "oldest", "newest")
    for each in run.ranges:
        tally = counted[each.partition]
        numbers = (each.partition, each.start, each.end, each.cut, tally.read, tally.selected)
        table.add_row(*map(str, numbers), _time(tally.oldest), _time(tally.newest))
    console = Console(markup=False, highlight=False)
    console.print(table)
    console.print(f"to replay: {sum(tally.selected for tally in counted.values())} records", soft_wrap=True)


def _time(stamp: int | None) -> str:
    return "" if stamp is None else f"{datetime.fromtimestamp(stamp / 1000, UTC):%Y-%m-%d %H:%M:%S}"
