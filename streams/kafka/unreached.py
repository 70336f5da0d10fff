"""Why no broker could be reached, for people.

aiokafka raises only that it was "unable to bootstrap"; the cause (nobody listens, a wrong password, a certificate that
is not trusted) it tells its log alone.
"""

import logging
import ssl

from aiokafka.errors import (
    IllegalSaslStateError,
    KafkaConnectionError,
    SaslAuthenticationFailed,
    UnsupportedSaslMechanismError,
)

from streams.kafka.client import CertificateError
from streams.settings import Settings


class _Causes(logging.Handler):
    """Shows nothing, and keeps the last exception that was told."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.last: BaseException | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if isinstance(record.args, tuple) and record.args and isinstance(record.args[-1], BaseException):
            self.last = record.args[-1]


_causes = _Causes()


def note_causes() -> None:
    """Listen to aiokafka's log from now on, for `why_unreached` and `why_refused` to know the causes."""
    logging.getLogger("aiokafka").addHandler(_causes)


def silence_client() -> None:
    """Let aiokafka log nothing in this process: what matters of it is raised, or told by `why_unreached`."""
    note_causes()
    logging.getLogger("aiokafka").propagate = False


def why_unreached(settings: Settings, error: BaseException) -> str:
    """One line on `error`, which came out of connecting to the brokers of `settings` or asking them something.

    Before `note_causes` or `silence_client` has been called the cause is not known, and what aiokafka raised is told.
    """
    if isinstance(error, CertificateError):
        return str(error)
    if (refusal := why_refused(error)) is not None:
        return f"{settings.bootstrap_servers}: {refusal}"
    if not isinstance(error, KafkaConnectionError):
        return f"{settings.bootstrap_servers}: {error}"
    cause = _cause(error)
    hung_up = isinstance(cause, ConnectionResetError) or isinstance(cause.__cause__, EOFError | OSError)
    hint = "; is that listener one for AQWAL_SECURITY_PROTOCOL?" if hung_up else ""
    return f"no Kafka answers at {settings.bootstrap_servers}: {str(cause) or repr(cause)}{hint}"


def why_refused(error: BaseException) -> str | None:
    """Where `error` says that broker and client do not accept each other: why, with the settings to look at.

    None where it says something else: a broker that is away may come back, a wrong password stays wrong.
    """
    cause = _cause(error)
    if isinstance(cause, KafkaConnectionError) and cause.__cause__ is not None:
        cause = cause.__cause__
    match cause:
        case ssl.SSLCertVerificationError():
            return f"the broker's certificate is not trusted, {cause.verify_message} (AQWAL_SSL_CAFILE)"
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError():  # the connection was cut
            return None
        case ssl.SSLError():
            what = (cause.reason or str(cause)).replace("_", " ").lower()
            if "alert" in what and ("certificate" in what or "unknown ca" in what):
                return f"the client's certificate is missing or refused, {what} (AQWAL_SSL_CERTFILE, AQWAL_SSL_KEYFILE)"
            return f"no TLS with the broker, {what} (AQWAL_SECURITY_PROTOCOL)"
        case SaslAuthenticationFailed():
            return f"user or password refused, {cause.args[0]} (AQWAL_SASL_USERNAME, AQWAL_SASL_PASSWORD)"
        case UnsupportedSaslMechanismError() | IllegalSaslStateError():
            return f"no such authentication there, {cause} (AQWAL_SASL_MECHANISM, AQWAL_SECURITY_PROTOCOL)"
    return None


def _cause(error: BaseException) -> BaseException:
    """What stood behind aiokafka's "unable to bootstrap"."""
    return _causes.last or error if isinstance(error, KafkaConnectionError) else error
