"""`aqwal backfill begin`, or `aqwal backfill` with options."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import asyncio

    from streams.backfill.begin import Request
    from streams.backfill.session import Manner
    from streams.settings import Settings


def begin(
    since: Annotated[
        str,
        typer.Option("--from", metavar="TIME|OFFSET", help="2024-03-01, 2024-03-01T12:00:00+03:00, or an offset."),
    ],
    until: Annotated[
        str, typer.Option("--to", metavar="TIME|OFFSET|now", help="Itself not of the range; now: all that is there.")
    ] = "now",
    topic: Annotated[str | None, typer.Option(help="Replay this topic instead of the articles'.")] = None,
    partitions: Annotated[str | None, typer.Option(metavar="0,3,5-7", help="Only these of its partitions.")] = None,
    outlet: Annotated[
        list[str] | None, typer.Option(help="Only articles of this outlet, and withdrawals; more can be named.")
    ] = None,
    to_topic: Annotated[
        str | None, typer.Option(help="Quotations to this topic, markers and dead letters to two named after it.")
    ] = None,
    processed_topic: Annotated[str | None, typer.Option(help="Markers to this topic.")] = None,
    rejected_topic: Annotated[str | None, typer.Option(help="Dead letters to this topic.")] = None,
    create_topics: Annotated[
        bool, typer.Option("--create-topics", help="Create what is missing of the topics to publish to.")
    ] = False,
    assume_ordered: Annotated[
        bool, typer.Option("--assume-ordered", help="Stop at the first record stamped after the range.")
    ] = False,
    processes: Annotated[int | None, typer.Option(min=1, help="Engines at work; else one a core.")] = None,
    rate: Annotated[float | None, typer.Option(min=0.01, help="Articles a second, at most.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Count what would be replayed; publish nothing.")] = False,
) -> None:
    """Replay a range of the articles beside the live workers.

    The ends are fixed at the start. A range of time takes each record by its own timestamp, wherever it lies.
    Exit codes: 0 done; 1 it cannot begin, or has ended before its end (`resume` goes on); 2 a wrong option or setting;
    3 another process goes on with the run: this one must not be started again.
    """
    from streams.cli.backfill.options import as_bound, as_partitions, named
    from streams.cli.config import settings_or_exit

    settings = named(settings_or_exit(), topic, to_topic, processed_topic, rejected_topic)

    from streams.backfill.begin import Request
    from streams.cli.backfill.running import manner
    from streams.cli.running import run_or_exit

    request = Request(
        partitions=as_partitions(partitions),
        since=as_bound(since, "--from"),
        until=None if until == "now" else as_bound(until, "--to"),
        outlets=tuple(outlet or ()),
        assume_ordered=assume_ordered,
    )
    if dry_run:
        run_or_exit(settings, lambda _: _rehearse(settings, request, create_topics))
    with manner(settings, processes, rate) as work:
        run_or_exit(settings, lambda stop: _begin(settings, request, create_topics, work, stop))


async def _begin(
    settings: "Settings", request: "Request", create_topics: bool, work: "Manner", stop: "asyncio.Event"
) -> int:
    from streams.backfill.begin import create_missing, new_run
    from streams.backfill.runs import ensure_runs_topic
    from streams.backfill.session import begin as begin_run
    from streams.cli.backfill.running import ended, resumable
    from streams.cli.backfill.tables import plan_lines
    from streams.cli.running import say
    from streams.kafka.admin import open_admin
    from streams.kafka.bounded import open_reader

    async with open_admin(settings) as admin, open_reader(settings) as reader:
        await ensure_runs_topic(settings, admin)
        if create_topics:
            await create_missing(settings, admin, say)
        run = await new_run(settings, request, admin, reader)
    for line in plan_lines(run):
        say(line)
    with resumable(run.run_id):
        return ended(await begin_run(settings, run, work, stop))


async def _rehearse(settings: "Settings", request: "Request", create_topics: bool) -> int:
    from streams.backfill.begin import new_run
    from streams.backfill.rehearsal import hold_memory, rehearse
    from streams.cli.backfill.tables import plan_lines, print_rehearsal
    from streams.cli.running import say
    from streams.kafka.admin import open_admin
    from streams.kafka.bounded import open_reader

    async with open_admin(settings) as admin, open_reader(settings) as reader:
        run = await new_run(settings, request, admin, reader, outputs_missing=create_topics)
        for line in plan_lines(run):
            say(line)
        counted = await rehearse(run, reader)
        print_rehearsal(run, counted)
        await hold_memory(run, counted, admin)
    return 0
