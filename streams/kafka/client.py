"""The settings as every aiokafka client takes them: consumer, producer and admin client alike."""

import ssl
from typing import Any

from streams.settings import Settings


def connection(settings: Settings) -> dict[str, Any]:
    """Keyword arguments that lead an aiokafka client to the brokers, encryption and password included.

    Raises OSError (ssl.SSLError is one) where a certificate or key cannot be read.
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


def _ssl_context(settings: Settings) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(settings.ssl_cafile) if settings.ssl_cafile else None)
    if settings.ssl_certfile:
        password = settings.ssl_key_password
        context.load_cert_chain(
            settings.ssl_certfile, settings.ssl_keyfile, password.get_secret_value() if password else None
        )
    return context
