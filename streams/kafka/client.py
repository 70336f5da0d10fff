"""The settings as every aiokafka client takes them: consumer, producer and admin client alike."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaConsumer

from streams.settings import Settings


class CertificateError(OSError):
    """A certificate or key cannot be used; the message begins with the setting's name."""


def connection(settings: Settings) -> dict[str, Any]:
    """Keyword arguments that lead an aiokafka client to the brokers, encryption and password included.

    Raises CertificateError where a certificate or key cannot be used.
    """
    arguments: dict[str, Any] = {
        "bootstrap_servers": settings.bootstrap_servers.split(","),
        "client_id": "aqwal",
        "security_protocol": settings.security_protocol,
        "ssl_context": _ssl_context(settings) if settings.security_protocol.endswith("SSL") else None,
    }
    if settings.sasl_password is not None:
        arguments |= {
            "sasl_mechanism": settings.sasl_mechanism,
            "sasl_plain_username": settings.sasl_username,
            "sasl_plain_password": settings.sasl_password.get_secret_value(),
        }
    return arguments


@asynccontextmanager
async def committed_consumer(settings: Settings, **arguments: Any) -> AsyncIterator[AIOKafkaConsumer]:
    """A started consumer of committed records, in no group, to which partitions are to be assigned, each with a `seek`.

    `arguments` are further ones of the client's. Raises aiokafka.errors.KafkaError where no broker answers, OSError
    where a certificate or key cannot be used.
    """
    consumer = AIOKafkaConsumer(
        **connection(settings),
        group_id=None,
        enable_auto_commit=False,
        isolation_level="read_committed",
        auto_offset_reset="none",  # with another, a reset begun by `assign` can undo a `seek`
        **arguments,
    )
    try:
        await consumer.start()
        yield consumer
    finally:
        await stop_consumer(consumer)


async def stop_consumer(consumer: AIOKafkaConsumer) -> None:
    """Stop it, also while the brokers are gone.

    aiokafka 0.14 cancels a fetch that waits for its next try, and then hands the cancellation on to whoever stops the
    consumer, whose task would seem to be cancelled.
    """
    stopping = asyncio.create_task(consumer.stop())
    await asyncio.wait([stopping])
    if not stopping.cancelled():
        stopping.result()


def _ssl_context(settings: Settings) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=settings.ssl_cafile)
    except OSError as error:
        raise CertificateError(f"AQWAL_SSL_CAFILE: no certificate can be read from it: {error}") from error
    if settings.ssl_certfile:
        password = settings.ssl_key_password.get_secret_value() if settings.ssl_key_password else ""
        try:
            # A function: without a password OpenSSL would ask for it at the terminal, if there is one.
            context.load_cert_chain(settings.ssl_certfile, settings.ssl_keyfile, lambda: password)
        except (OSError, ValueError) as error:  # ValueError: the key has a password and none is given
            names = "AQWAL_SSL_CERTFILE, AQWAL_SSL_KEYFILE, AQWAL_SSL_KEY_PASSWORD"
            raise CertificateError(f"{names}: do not go together: {error}") from error
    return context
