"""What becomes of the account when workers stop, die and share: written once, inherited by each broker's test class."""

import re
from pathlib import Path
from typing import Any, ClassVar

from streams.kafka.admin import open_admin
from tests.brokers.articles import BAD, articles
from tests.brokers.fixtures import Broker
from tests.brokers.own_topics import PARTITIONS, OwnTopicsSuite
from tests.brokers.stage import Position, Stage, Watch, Worker


class FaultSuite(OwnTopicsSuite):
    """Every test has a group of its own, too."""

    settings: ClassVar[dict[str, Any]] = {"batch_size": 200}

    async def test_a_restarted_worker_goes_on_without_repeating_what_was_committed(self, stage: Stage) -> None:
        first = await stage.send_all(articles(60, prefix="before"))
        async with stage.watch() as seen:
            worker = stage.start_worker()
            await seen.accounted(first)
            assert worker.stop() == 0, worker.log
            second = await stage.send_all(articles(60, prefix="after"))
            stage.start_worker()
            await seen.accounted(second)
            await seen.drain()
            assert sorted(seen.marked()) == sorted(first + second)

    async def test_a_worker_killed_in_mid_batch_loses_nothing(self, stage: Stage) -> None:
        sent = await stage.send_all(articles(600, statements=12))
        async with stage.watch() as seen:
            worker = stage.start_worker()
            await seen.until(lambda: len(seen.markers) > 0)
            await _kill_before_the_end(seen, worker, sent)
            stage.start_worker()
            await seen.accounted(sent)
            await _reconcile(seen, sent)

    async def test_a_worker_killed_twice_in_its_first_batch_loses_nothing(self, stage: Stage) -> None:
        sent = await stage.send_all(articles(200, statements=40))
        bad = [await stage.send(each.value, each.key) for each in list(BAD.values())[:3]]
        async with stage.watch() as seen:
            for _ in range(2):
                await seen.drain()
                before = len(seen.quotes)
                worker = stage.start_worker()
                await seen.until(lambda before=before: len(seen.quotes) > before)  # type: ignore[misc]
                await _kill_before_the_end(seen, worker, sent)
                assert await _committed(stage) == 0
            stage.start_worker()
            await seen.accounted(sent + bad)
            await _reconcile(seen, sent + bad)

    async def test_two_workers_share_the_partitions_and_one_takes_over(self, stage: Stage) -> None:
        async with stage.watch() as seen:
            workers = [stage.start_worker(), stage.start_worker()]
            sent: list[Position] = []
            for number in range(60):
                sent += await stage.send_all(articles(8, prefix=f"shared-{number}"))
                await seen.accounted(sent)
                shares = [_partitions_of(worker) for worker in workers]
                if all(shares) and not shares[0] & shares[1]:
                    break
            assert sorted(map(len, shares)) == [2, 2], [worker.log[-1500:] for worker in workers]
            assert len(shares[0] | shares[1]) == PARTITIONS
            workers[0].kill()
            more = await stage.send_all(articles(200, prefix="taken-over"))
            await seen.accounted(more)
            await _reconcile(seen, sent + more)

    async def test_workers_that_come_and_go_in_full_traffic_lose_nothing(self, stage: Stage) -> None:
        sent = await stage.send_all(articles(1_000, statements=2))
        async with stage.watch() as seen:
            stage.start_worker()
            await seen.until(lambda: len(seen.markers) > 0)
            for number, leave in enumerate((Worker.stop, Worker.kill, Worker.stop)):
                guest = stage.start_worker()
                sent += await stage.send_all(articles(400, statements=2, prefix=f"guest-{number}"))
                await seen.until(lambda guest=guest: bool(_partitions_of(guest)))  # type: ignore[misc]
                leave(guest)
            await seen.accounted(sent)
            await _reconcile(seen, sent)

    async def test_a_missing_topic_stops_the_worker_with_its_name(self, broker: Broker, tmp_path: Path) -> None:
        stage = Stage(broker, tmp_path)
        worker = stage.start_worker()
        try:
            assert worker.wait() != 0
        finally:
            stage.close()
        assert stage.settings.topic_raw in worker.log
        async with open_admin(stage.settings) as admin:
            assert await admin.partition_counts(stage.settings.topics) == {}


def _partitions_of(worker: Worker) -> set[str]:
    """What the worker was given at the last assignment, by its log."""
    assigned = re.findall(r"partitions assigned: (.*)", worker.log)
    return set(re.findall(r"[\w.]+/\d+", assigned[-1])) if assigned else set()


async def _kill_before_the_end(seen: Watch, worker: Worker, sent: list[Position]) -> None:
    worker.kill()
    await seen.drain()
    done = len(set(seen.marked()))
    assert done < len(sent), "the worker had done everything before it was killed: the test has tried nothing"


async def _reconcile(seen: Watch, sent: list[Position]) -> None:
    """Every input has its end, every quotation that a marker names is there, and repeats are byte-identical."""
    await seen.drain()
    assert set(seen.marked()) | set(seen.rejected()) == set(sent)
    assert not set(seen.marked()) & set(seen.rejected())
    published = {quote.key for quote in seen.quotes}
    for _, marker in seen.markers:
        assert {str(ref.quote_id).encode() for ref in marker.quotes} <= published
    records = [*seen.quotes, *(record for record, _ in seen.markers), *(letter.record for letter in seen.letters)]
    versions: dict[tuple[str, bytes | None, bytes | None], set[object]] = {}
    for record in records:
        source = dict(record.headers).get("aqwal-source")
        content = (record.value, tuple(record.headers), record.timestamp, record.partition)
        versions.setdefault((record.topic, record.key, source), set()).add(content)
    letters = {(letter.record.topic, letter.record.key, None) for letter in seen.letters}
    assert all(len(contents) == 1 for key, contents in versions.items() if key not in letters)


async def _committed(stage: Stage) -> int:
    """How many input records the group has committed."""
    from aiokafka import TopicPartition

    partitions = [TopicPartition(stage.settings.topic_raw, number) for number in range(PARTITIONS)]
    async with open_admin(stage.settings) as admin:
        committed = await admin.committed(stage.settings.group, partitions)
    return sum(max(offset.offset, 0) for offset in committed.values())
