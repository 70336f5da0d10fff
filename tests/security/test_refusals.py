"""Whoever is not accepted, or does not accept the broker: one clear line, a planned end, and no secret."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.brokers.articles import article
from tests.security.certificates import KEY_PASSWORD
from tests.security.conftest import MakeStage
from tests.security.secured import MECHANISMS, PASSING, PASSWORD, USER, Secured

pytestmark = pytest.mark.kafka

_KEY = {"AQWAL_SSL_KEY_PASSWORD": KEY_PASSWORD}


@dataclass(frozen=True)
class Case:
    """`settings` that lead to no good, and the words that tell of it."""

    settings: Callable[[Secured], dict[str, str]]
    told: tuple[str, ...]


CASES = {
    "unknown authority": Case(
        lambda s: s.tls() | {"AQWAL_SSL_CAFILE": str(s.certificates.other_authority)},
        ("certificate is not trusted", "unable to get local issuer", "AQWAL_SSL_CAFILE"),
    ),
    "another host's certificate": Case(
        lambda s: s.tls() | {"AQWAL_BOOTSTRAP_SERVERS": f"localhost:{s.ports['TLS']}"},
        ("certificate is not trusted", "not valid for 'localhost'", "AQWAL_SSL_CAFILE"),
    ),
    "no client certificate": Case(
        lambda s: s.tls("MUTUAL"), ("client's certificate is missing or refused", "AQWAL_SSL_CERTFILE")
    ),
    "a stranger's client certificate": Case(
        lambda s: s.mutual(s.certificates.stranger) | _KEY,
        ("client's certificate is missing or refused", "AQWAL_SSL_CERTFILE"),
    ),
    "a wrong password of the key": Case(
        lambda s: s.mutual() | {"AQWAL_SSL_KEY_PASSWORD": "wrong-one"}, ("AQWAL_SSL_KEY_PASSWORD", "do not go together")
    ),
    "no password of the key": Case(lambda s: s.mutual(), ("AQWAL_SSL_KEY_PASSWORD", "do not go together")),
    **{
        f"a wrong password, {mechanism}": Case(
            lambda s, mechanism=mechanism: s.password(mechanism, password="wrong-one"),  # type: ignore[misc]
            ("user or password refused", "AQWAL_SASL_PASSWORD"),
        )
        for mechanism in MECHANISMS
    },
    "an unknown user": Case(
        lambda s: s.password("SCRAM-SHA-512", user="nobody", password="wrong-one"),
        ("user or password refused", "AQWAL_SASL_USERNAME"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_every_command_says_in_one_line_why_it_may_not(secured: Secured, make_stage: MakeStage, case: str) -> None:
    stage = make_stage(CASES[case].settings(secured))
    stage.write("a.jsonl", article("a"))
    worker = stage.start_worker()
    commands = [stage.background(*command) for command in (["topics"], ["tail"], ["publish", "a.jsonl"])]
    for command in commands:
        output, errors = command.communicate(timeout=60)
        assert (command.returncode, output) == (1, b""), errors
        (line,) = errors.decode().splitlines()
        _says(line, CASES[case])
    assert worker.wait() == 3, worker.log
    _says(worker.log.splitlines()[-1], CASES[case])
    assert "Traceback" not in worker.log


def _says(line: str, case: Case) -> None:
    assert all(words in line for words in case.told), line
    assert not any(secret in line for secret in (PASSWORD, KEY_PASSWORD, "wrong-one")), line


@pytest.mark.parametrize(
    "settings",
    [
        lambda s: s.tls("PASSWORD") | {"AQWAL_SECURITY_PROTOCOL": "SSL"},
        lambda s: {"AQWAL_BOOTSTRAP_SERVERS": f"127.0.0.1:{s.ports['TLS']}"},
        lambda s: s.tls("CLEAR") | {"AQWAL_SECURITY_PROTOCOL": "SSL"},
    ],
    ids=["no password where one is wanted", "no TLS where it is wanted", "TLS where there is none"],
)
def test_the_listener_of_another_protocol_is_told_as_such(
    secured: Secured, make_stage: MakeStage, settings: Callable[[Secured], dict[str, str]]
) -> None:
    stage = make_stage(settings(secured))
    refused = stage.command("topics")
    assert refused.returncode == 1
    assert b"is that listener one for AQWAL_SECURITY_PROTOCOL?" in refused.stderr


def test_a_password_is_not_sent_without_tls_unless_that_is_asked_for(secured: Secured, make_stage: MakeStage) -> None:
    stage = make_stage(secured.clear())
    del stage.environment["AQWAL_ALLOW_PLAINTEXT_PASSWORD"]
    for command in (["topics"], ["tail"], ["publish", "-"], ["worker"]):
        refused = stage.command(*command, stdin=article("a"))
        assert (refused.returncode, refused.stdout) == (2, b"")
        told = refused.stderr.decode()
        assert "AQWAL_ALLOW_PLAINTEXT_PASSWORD=true permits it" in told
        assert USER not in told
        assert PASSWORD not in told


async def test_a_password_that_is_changed_under_a_running_worker_ends_it(
    secured: Secured, make_stage: MakeStage
) -> None:
    await asyncio.to_thread(secured.set_password, PASSING, PASSWORD)
    stage = make_stage(secured.password("SCRAM-SHA-512", user=PASSING))
    await stage.create_topics(1)
    worker = stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted([await stage.send(article("a"))])
    await asyncio.to_thread(secured.set_password, PASSING, "another")
    await asyncio.to_thread(secured.kafka.stop)  # only a new connection asks for the password
    await asyncio.to_thread(secured.kafka.start)
    assert await asyncio.to_thread(worker.wait, 120) == 1
    assert "user or password refused" in worker.log.splitlines()[-1]
    assert "Traceback" not in worker.log
    again = stage.start_worker()
    assert await asyncio.to_thread(again.wait) == 3
    stage.environment["AQWAL_SASL_PASSWORD"] = "another"
    mended = stage.start_worker()
    async with stage.watch() as seen:
        await seen.accounted([await stage.send(article("b"))])
    assert mended.stop() == 0
