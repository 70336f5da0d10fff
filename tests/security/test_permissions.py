"""Exactly the permissions that docs/operations.md lists: with them everything works, without one it is named."""

import asyncio
import signal
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from aiokafka.errors import KafkaError
from aiokafka.structs import TopicPartition

from schemas.quote import QuoteEvent
from streams.kafka.admin import open_admin
from streams.kafka.retry import transactional_id
from streams.settings import Settings
from tests.brokers.articles import article
from tests.brokers.rejected import reject
from tests.brokers.stage import Stage
from tests.security.acls import WORKER, Acl, listed_acls, permit, required_of_worker, without
from tests.security.secured import Secured
from tests.worker.probing import says

pytestmark = pytest.mark.kafka

REQUIRED = range(len(required_of_worker(listed_acls({}))))


@dataclass(frozen=True)
class Permitted:
    """A stage on which every user of the page has what the page lists, and others each all of a worker's but one."""

    stage: Stage
    secured: Secured
    required: list[Acl]

    def act_as(self, user: str) -> Stage:
        """The stage, its next commands run as this user."""
        self.stage.environment |= self.secured.password("PLAIN", user=user)
        return self.stage


@pytest.fixture(scope="module")
def permitted(secured: Secured, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Permitted]:
    stage = Stage(secured.open, tmp_path_factory.mktemp("permitted"))
    topics = ("articles.raw", "quotes.attributed", "articles.processed", "articles.rejected")
    names = dict(zip(topics, stage.settings.topics, strict=True))
    names |= {"backfill.runs": stage.settings.topic_runs}
    names |= {"aqwal": stage.settings.group, "aqwal-retry-articles.rejected": transactional_id(stage.settings)}
    acls = listed_acls(names)
    required = required_of_worker(acls)
    for acl in acls:
        lacking = [without(number) for number, other in enumerate(required) if other != acl]
        permit(secured.kafka, acl, [acl.user, *(lacking if acl.user == WORKER else [])])
    permitted = Permitted(stage, secured, required)
    created = permitted.act_as("aqwal-topics").command("topics", "--partitions", "1")
    assert created.returncode == 0, created.stderr
    yield permitted
    stage.close()


async def test_with_the_listed_permissions_everything_works(permitted: Permitted) -> None:
    published = permitted.act_as("aqwal-publish").command("publish", "-", stdin=article("a"))
    assert published.returncode == 0, published.stderr
    stage = permitted.act_as(WORKER)
    rejected = await stage.send(b"no article")
    worker = stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted([(0, 0), rejected])
    assert worker.stop() == 0
    assert "WARNING" not in worker.log.replace("WARNING streams.worker.batch: dead letter", "")
    tail = permitted.act_as("aqwal-tail").background("tail", "--json", "--from-beginning")
    assert tail.stdout is not None
    assert QuoteEvent.model_validate_json(tail.stdout.readline()).article_id == "a"
    tail.send_signal(signal.SIGINT)
    assert (tail.wait(30), tail.stderr and tail.stderr.read()) == (0, b"")
    sent_back = permitted.act_as("aqwal-rejected").command("rejected", "retry", "--all", "--yes")
    assert (sent_back.returncode, sent_back.stderr) == (0, b"")
    assert b"1 sent back\n" in sent_back.stdout
    assert b"stamped" not in sent_back.stdout
    replayed = permitted.act_as("aqwal-backfill").command("backfill", "--from", "0")
    assert replayed.returncode == 0, replayed.stderr
    verified = stage.command("backfill", "verify", replayed.stderr.decode().split()[1].rstrip(":"))
    assert verified.returncode == 0, verified.stdout
    retracted = permitted.act_as("aqwal-retract").command("retract")
    assert (retracted.returncode, retracted.stderr) == (0, b"0 deleted, 0 restored\n")
    consumed = permitted.act_as("aqwal-consume").command("consume", "--upsert", "sqlite:quotes.sqlite", "--once")
    assert (consumed.returncode, consumed.stderr) == (0, b"2 rows upserted, 0 deleted\n")
    checked = permitted.act_as("aqwal-topics").command("topics")
    assert checked.returncode == 0, checked.stderr
    assert b"cannot be read" not in checked.stderr


@pytest.mark.parametrize("number", REQUIRED)
def test_a_worker_that_lacks_one_names_it_and_does_not_start(permitted: Permitted, number: int) -> None:
    worker = permitted.act_as(without(number)).start_worker()
    assert worker.wait() == 3
    assert worker.log.rstrip().endswith(f"no permission: {permitted.required[number].told}")
    assert "Traceback" not in worker.log


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("publish", "-"), "no permission: WRITE on topic {raw}"),
        (("tail",), "no permission: READ on topic {quotes}"),
        (("rejected",), "no permission: READ on topic {rejected}"),
        (("backfill", "--from", "0"), "no permission: WRITE on topic {runs}"),
        (("retract",), "READ on topic {processed}"),
        (("consume", "--upsert", "sqlite:quotes.sqlite"), "READ on topic {processed}"),
        (("topics",), "{raw}: ERROR: cannot be created: [Error 29] TopicAuthorizationFailedError"),
    ],
)
def test_a_command_that_lacks_its_permission_names_it(
    permitted: Permitted, command: tuple[str, ...], told: str
) -> None:
    # With neither of these users' permissions a topic is not even seen.
    stage = permitted.act_as("aqwal-tail" if command != ("tail",) else "aqwal-publish")
    refused = stage.command(*command, stdin=article("b"))
    assert refused.returncode == 1
    settings = stage.settings
    names = {role: getattr(settings, f"topic_{role}") for role in ("raw", "quotes", "processed", "rejected", "runs")}
    assert told.format(**names) in refused.stderr.decode()
    assert "Traceback" not in refused.stderr.decode()


@pytest.mark.parametrize("what", ["the letters", "the articles", "the transaction"])
async def test_a_retry_that_lacks_a_permission_names_it_and_sends_nothing(permitted: Permitted, what: str) -> None:
    settings = permitted.stage.settings
    lacking = {
        "the letters": ("--topic", settings.topic_rejected),
        "the articles": ("--topic", settings.topic_raw),
        "the transaction": ("--transactional-id", transactional_id(settings)),
    }
    acl = Acl("aqwal-rejected", ("--operation", "Write", *lacking[what]))
    place = await reject(permitted.stage, b"no json", what.encode())
    permit(permitted.secured.kafka, acl, [acl.user], "--remove")
    try:
        refused = permitted.act_as(acl.user).command("rejected", "retry", place)
    finally:
        permit(permitted.secured.kafka, acl, [acl.user])
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr.decode() == f"aqwal: no permission: {acl.told}\n"


@pytest.mark.parametrize("right", ["READ on topic {raw}", "READ on group {group}", "WRITE on topic {quotes}"])
async def test_a_right_withdrawn_is_waited_for_and_nothing_is_lost(permitted: Permitted, right: str) -> None:
    stage = permitted.act_as(WORKER)
    names = {"raw": stage.settings.topic_raw, "quotes": stage.settings.topic_quotes, "group": stage.settings.group}
    (acl,) = (acl for acl in permitted.required if acl.told == right.format(**names))
    worker = stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted([await stage.send(article("before"))])
        permit(permitted.secured.kafka, acl, [WORKER], "--remove")
        try:
            sent = await stage.send(article("meanwhile"))
            await says(worker, f"paused: {acl.arguments[-1]} refuses")
            again = stage.start_worker()
            assert await asyncio.to_thread(again.wait) == 3
            assert acl.told in again.log
        finally:
            permit(permitted.secured.kafka, acl, [WORKER])
        await says(worker, f"goes on: {acl.arguments[-1]} refuses no longer")
        await seen.accounted([sent])
        await seen.accounted([await stage.send(article("after"))])
    assert worker.stop() == 0


async def test_committed_offsets_that_may_not_be_read_are_not_taken_for_none(permitted: Permitted) -> None:
    connection = permitted.secured.password("PLAIN", user="aqwal-publish")
    named = {name.removeprefix("AQWAL_").lower(): value for name, value in connection.items()}
    settings = Settings(_env_file=None, **named)
    raw, group = permitted.stage.settings.topic_raw, permitted.stage.settings.group
    async with open_admin(settings) as admin:
        with pytest.raises(KafkaError, match=r"cannot be read|Authorization"):
            await admin.committed(group, [TopicPartition(raw, 0)])
