"""Certificates made for one test session by the `openssl` program: two authorities, the broker's, a client's."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

CLIENT = "CN=aqwal-client"
KEY_PASSWORD = "canary-of-the-key"


@dataclass(frozen=True)
class Certificates:
    """PEM files. `broker` and `client` are signed by `authority`; `stranger` is not, and has its own `client_key`."""

    authority: Path
    other_authority: Path
    broker: Path  # key and certificate in one file, as Kafka reads them; valid for 127.0.0.1 and no name
    client: Path
    client_key: Path  # encrypted with KEY_PASSWORD
    stranger: Path  # a certificate for `client_key` by the other authority


def make_certificates(directory: Path) -> Certificates:
    """Make them in `directory`, which must exist."""
    authority, authority_key = _authority(directory, "authority")
    other, other_key = _authority(directory, "other")
    broker_key, client_key = directory / "broker.key", directory / "client.key"
    _openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", broker_key)
    aes = ["-aes-256-cbc", "-pass", f"pass:{KEY_PASSWORD}"]
    _openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", *aes, "-out", client_key)
    broker = _signed(directory / "broker.pem", "CN=broker", broker_key, authority, authority_key)
    both = directory / "broker-both.pem"
    both.write_text(broker_key.read_text() + broker.read_text())
    return Certificates(
        authority=authority,
        other_authority=other,
        broker=both,
        client=_signed(directory / "client.pem", CLIENT, client_key, authority, authority_key),
        client_key=client_key,
        stranger=_signed(directory / "stranger.pem", CLIENT, client_key, other, other_key),
    )


def _authority(directory: Path, name: str) -> tuple[Path, Path]:
    certificate, key = directory / f"{name}.pem", directory / f"{name}.key"
    new = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}"]
    _openssl(*new, "-keyout", key, "-out", certificate)
    return certificate, key


def _signed(certificate: Path, subject: str, key: Path, authority: Path, authority_key: Path) -> Path:
    by = ["-CA", authority, "-CAkey", authority_key, "-passin", f"pass:{KEY_PASSWORD}"]
    extension = ["-addext", "subjectAltName=IP:127.0.0.1"]
    _openssl(
        "req", "-x509", "-new", "-key", key, "-subj", f"/{subject}", "-days", "2", *extension, *by, "-out", certificate
    )
    return certificate


def _openssl(*arguments: str | Path) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, stdin=subprocess.DEVNULL)
