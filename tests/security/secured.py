"""One Apache Kafka with a listener for each way to prove who one is, and an authorizer that permits nothing unasked."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.brokers.apache_kafka import ApacheKafka, free_ports
from tests.brokers.fixtures import Broker
from tests.security.certificates import CLIENT, Certificates

USER = "aqwal-user"  # may do everything, as may whoever comes without a name
PASSING = "aqwal-passing"  # as well, as soon as `set_password` gives it a password
PASSWORD = "canary-of-the-user"
LISTENERS = {"TLS": "SSL", "MUTUAL": "SSL", "PASSWORD": "SASL_SSL", "CLEAR": "SASL_PLAINTEXT"}
MECHANISMS = ("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512")


@dataclass(frozen=True)
class Secured:
    """The running broker. `ports` by listener; `open` is the plain listener, for the test's own questions."""

    kafka: ApacheKafka
    certificates: Certificates
    ports: dict[str, int]
    open: Broker

    def tls(self, listener: str = "TLS") -> dict[str, str]:
        """The settings that lead to a listener with TLS."""
        return {
            "AQWAL_BOOTSTRAP_SERVERS": f"127.0.0.1:{self.ports[listener]}",
            "AQWAL_SECURITY_PROTOCOL": LISTENERS[listener],
            "AQWAL_SSL_CAFILE": str(self.certificates.authority),
        }

    def mutual(self, certificate: Path | None = None) -> dict[str, str]:
        """The settings that lead to the listener that asks for a certificate (the client's own if none is given)."""
        return self.tls("MUTUAL") | {
            "AQWAL_SSL_CERTFILE": str(certificate or self.certificates.client),
            "AQWAL_SSL_KEYFILE": str(self.certificates.client_key),
        }

    def password(self, mechanism: str, user: str = USER, password: str = PASSWORD) -> dict[str, str]:
        """The settings that lead to the listener that asks for a password over TLS."""
        return self.tls("PASSWORD") | _sasl(mechanism, user, password)

    def clear(self, mechanism: str = "PLAIN", password: str = PASSWORD) -> dict[str, str]:
        """The settings that lead to the listener that takes a password without TLS, and permit it."""
        return {
            "AQWAL_BOOTSTRAP_SERVERS": f"127.0.0.1:{self.ports['CLEAR']}",
            "AQWAL_SECURITY_PROTOCOL": LISTENERS["CLEAR"],
            "AQWAL_ALLOW_PLAINTEXT_PASSWORD": "true",
            **_sasl(mechanism, USER, password),
        }

    def set_password(self, user: str, password: str) -> None:
        """Give `user` a password for SCRAM-SHA-512. Connections that are open stay."""
        arguments = ["--alter", "--entity-type", "users", "--entity-name", user]
        to_kafka = ["--bootstrap-server", self.kafka.bootstrap_servers]
        scram = ["--add-config", f"SCRAM-SHA-512=[password={password}]"]
        self.kafka.tool("kafka.admin.ConfigCommand", *to_kafka, *arguments, *scram)


def _sasl(mechanism: str, user: str, password: str) -> dict[str, str]:
    return {
        "AQWAL_SASL_MECHANISM": mechanism,
        "AQWAL_SASL_USERNAME": user,
        "AQWAL_SASL_PASSWORD": password,
    }


@contextmanager
def secured_kafka(home: Path, certificates: Certificates, others: Iterable[str] = ()) -> Iterator[Secured]:
    """Start it below `home`. `others`: users with the same password who may do nothing until an ACL permits it."""
    ports = dict(zip(LISTENERS, free_ports(len(LISTENERS)), strict=True))
    scram = [f"--add-scram={mechanism}=[name={USER},password={PASSWORD}]" for mechanism in MECHANISMS[1:]]
    kafka = ApacheKafka(home, properties=_properties(certificates, (USER, *others)), storage=scram)
    addresses = ",".join(f"{name}://127.0.0.1:{port}" for name, port in ports.items())
    protocols = ",".join(f"{name}:{protocol}" for name, protocol in LISTENERS.items())
    text = kafka.configuration.read_text()
    for name in ("listeners", "advertised.listeners"):
        text = text.replace(f"\n{name}=", f"\n{name}={addresses},")
    kafka.configuration.write_text(text.replace("protocol.map=", f"protocol.map={protocols},"))
    kafka.start()
    try:
        broker = Broker("kafka", kafka.bootstrap_servers, {"AQWAL_SESSION_TIMEOUT": "6"}, transactions=True)
        yield Secured(kafka, certificates, ports, broker)
    finally:
        kafka.stop()


def _properties(certificates: Certificates, users: Iterable[str]) -> list[str]:
    plain = " ".join(f'user_{user}="{PASSWORD}"' for user in users)
    modules = {"PLAIN": f"plain.PlainLoginModule required {plain}"} | dict.fromkeys(
        MECHANISMS[1:], "scram.ScramLoginModule required"
    )
    jaas = [
        f"listener.name.{listener}.{mechanism.lower()}.sasl.jaas.config=org.apache.kafka.common.security.{module};"
        for listener in ("password", "clear")
        for mechanism, module in modules.items()
    ]
    return [
        "ssl.keystore.type=PEM",
        f"ssl.keystore.location={certificates.broker}",
        "ssl.truststore.type=PEM",
        f"ssl.truststore.location={certificates.authority}",
        "listener.name.mutual.ssl.client.auth=required",
        f"sasl.enabled.mechanisms={','.join(MECHANISMS)}",
        *jaas,
        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        f"super.users=User:ANONYMOUS;User:{USER};User:{PASSING};User:{CLIENT}",
    ]
