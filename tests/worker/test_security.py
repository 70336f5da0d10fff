"""The worker on a real Apache Kafka that wants TLS and a password."""

import asyncio
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.brokers.apache_kafka import ApacheKafka, free_ports, missing_programs
from tests.brokers.articles import articles
from tests.brokers.fixtures import Broker
from tests.brokers.stage import Stage

pytestmark = pytest.mark.kafka

_PLAIN = 'org.apache.kafka.common.security.plain.PlainLoginModule required user_aqwal="geheim";'


def _certificate(directory: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1, and key and certificate in one file as Kafka reads them."""
    certificate, key, both = (directory / name for name in ("ca.pem", "key.pem", "both.pem"))
    names = ["-subj", "/CN=kafka", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2", "-nodes"]
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", *names, "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(new, check=True, capture_output=True)
    both.write_text(key.read_text() + certificate.read_text())
    return certificate, both


@pytest.fixture
def secured(tmp_path: Path) -> Iterator[tuple[Broker, dict[str, str]]]:
    """A broker with a plain listener and one for SASL over TLS, and the settings that lead to the latter."""
    if missing := missing_programs():
        pytest.skip(f"an Apache Kafka with TLS is started from its jars: {' and '.join(missing)} not found")
    certificate, both = _certificate(tmp_path)
    (port,) = free_ports(1)
    kafka = ApacheKafka(tmp_path / "kafka")
    text = kafka._configuration.read_text()
    for name in ("listeners", "advertised.listeners"):
        text = text.replace(f"\n{name}=PLAINTEXT", f"\n{name}=SASL_SSL://127.0.0.1:{port},PLAINTEXT")
    text = text.replace("PLAINTEXT:PLAINTEXT,", "PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,")
    text += "\n".join(
        [
            "sasl.enabled.mechanisms=PLAIN",
            f"listener.name.sasl_ssl.plain.sasl.jaas.config={_PLAIN}",
            "ssl.keystore.type=PEM",
            f"ssl.keystore.location={both}",
            "",
        ]
    )
    kafka._configuration.write_text(text)
    kafka.start()
    settings = {
        "AQWAL_BOOTSTRAP_SERVERS": f"127.0.0.1:{port}",
        "AQWAL_SECURITY_PROTOCOL": "SASL_SSL",
        "AQWAL_SASL_MECHANISM": "PLAIN",
        "AQWAL_SASL_USERNAME": "aqwal",
        "AQWAL_SASL_PASSWORD": "geheim",
        "AQWAL_SSL_CAFILE": str(certificate),
    }
    yield Broker("kafka", kafka.bootstrap_servers, {"AQWAL_SESSION_TIMEOUT": "6"}, transactions=True), settings
    kafka.stop()


async def test_the_worker_works_over_tls_with_a_password_and_tells_it_nobody(
    secured: tuple[Broker, dict[str, str]], tmp_path: Path
) -> None:
    broker, settings = secured
    stage = Stage(broker, tmp_path)
    try:
        stage.environment |= settings | {"AQWAL_LOG_LEVEL": "DEBUG"}
        created = stage.command("topics", "--partitions", "2")
        assert created.returncode == 0, created.stderr
        sent = await stage.send_all(articles(5))
        worker = stage.start_worker()
        async with stage.watch() as seen:
            await seen.accounted(sent)
        assert worker.stop() == 0
        assert "geheim" not in worker.log

        stage.environment["AQWAL_SASL_PASSWORD"] = "wrong-one"
        refused = stage.start_worker()
        while "does not answer" not in refused.log:
            assert refused.process.poll() is None, refused.log
            await asyncio.sleep(0.05)
        assert refused.stop() == 0
        assert "wrong-one" not in refused.log
    finally:
        stage.close()


def test_a_broker_with_another_certificate_is_not_talked_to(
    secured: tuple[Broker, dict[str, str]], tmp_path: Path
) -> None:
    _, settings = secured
    other = tmp_path / "other"
    other.mkdir()
    certificate, _ = _certificate(other)
    environment = settings | {"AQWAL_SSL_CAFILE": str(certificate)}
    result = Stage(secured[0], tmp_path)
    result.environment |= environment
    refused = result.command("topics")
    assert refused.returncode == 1
    (said,) = refused.stderr.decode().splitlines()
    assert "127.0.0.1" in said
    assert "CERTIFICATE_VERIFY_FAILED" in said


def test_a_wrong_password_is_told_and_not_shown(secured: tuple[Broker, dict[str, str]], tmp_path: Path) -> None:
    stage = Stage(secured[0], tmp_path)
    stage.environment |= secured[1] | {"AQWAL_SASL_PASSWORD": "wrong-one"}
    for command in ("topics", "tail"):
        refused = stage.command(command)
        assert (refused.returncode, refused.stdout) == (1, b"")
        (said,) = refused.stderr.decode().splitlines()
        assert "uthentication" in said
        assert "wrong-one" not in said
