"""One broker for all tests of security, and stages on it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.brokers.apache_kafka import missing_programs
from tests.brokers.stage import Stage
from tests.security.acls import all_users
from tests.security.certificates import KEY_PASSWORD, make_certificates
from tests.security.secured import PASSWORD, Secured, secured_kafka

MakeStage = Callable[[dict[str, str]], Stage]


@pytest.fixture(scope="package")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    """The broker that wants to know who asks."""
    missing = [*missing_programs(), *(["openssl"] if shutil.which("openssl") is None else [])]
    if missing:
        pytest.skip(f"an Apache Kafka with TLS is started from its jars: {' and '.join(missing)} not found")
    home = tmp_path_factory.mktemp("secured")
    with secured_kafka(home, make_certificates(home), all_users()) as secured:
        yield secured


@pytest.fixture
def make_stage(secured: Secured, tmp_path: Path) -> Iterator[MakeStage]:
    """Stages whose commands run with further settings; none of them may ever tell a secret."""
    stages: list[Stage] = []

    def make(settings: dict[str, str]) -> Stage:
        directory = tmp_path / str(len(stages))
        directory.mkdir()
        stage = Stage(secured.open, directory)
        stage.environment |= settings
        stages.append(stage)
        return stage

    yield make
    for stage in stages:
        stage.close()
    for log in tmp_path.rglob("worker.log"):
        assert PASSWORD not in log.read_text(), log
        assert KEY_PASSWORD not in log.read_text(), log
