"""The settings as an aiokafka client takes them."""

import ssl
import subprocess
from pathlib import Path

import pytest

from streams.kafka.client import connection
from streams.settings import Settings


def test_a_plain_connection_has_neither_password_nor_tls() -> None:
    arguments = connection(Settings(_env_file=None, bootstrap_servers="a:1, [::1]:2"))
    assert arguments == {
        "bootstrap_servers": ["a:1", "[::1]:2"],
        "client_id": "aqwal",
        "security_protocol": "PLAINTEXT",
        "ssl_context": None,
    }


def test_a_password_goes_with_a_context_that_verifies_the_broker() -> None:
    arguments = connection(
        Settings(_env_file=None, security_protocol="SASL_SSL", sasl_username="u", sasl_password="p")  # type: ignore[arg-type]
    )
    assert (arguments["sasl_mechanism"], arguments["sasl_plain_username"]) == ("SCRAM-SHA-512", "u")
    assert arguments["sasl_plain_password"] == "p"
    context = arguments["ssl_context"]
    assert isinstance(context, ssl.SSLContext)
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_a_client_s_certificate_is_loaded_and_a_broken_one_is_an_error(tmp_path: Path) -> None:
    certificate, key = tmp_path / "client.pem", tmp_path / "client.key"
    subject = ["-subj", "/CN=aqwal", "-days", "1", "-passout", "pass:secret"]
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", *subject, "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(new, check=True, capture_output=True)
    settings = Settings(
        _env_file=None,
        security_protocol="SSL",
        ssl_cafile=certificate,
        ssl_certfile=certificate,
        ssl_keyfile=key,
        ssl_key_password="secret",  # type: ignore[arg-type]
    )
    assert connection(settings)["ssl_context"].get_ca_certs()[0]["subject"] == ((("commonName", "aqwal"),),)
    key.write_text("no key")
    with pytest.raises(OSError, match=r"PEM|SSL"):
        connection(settings)
