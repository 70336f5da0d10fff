"""Why no broker could be reached, for people.

aiokafka raises only that it was "unable to bootstrap"; the cause (nobody listens, a wrong password, a certificate that
is not trusted) it tells its log alone.
"""

import logging

from aiokafka.errors import KafkaConnectionError

from streams.settings import Settings


class _Causes(logging.Handler):
    """Shows nothing, and keeps the last exception that was told."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.last: BaseException | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if isinstance(record.args, tuple) and record.args and isinstance(record.args[-1], BaseException):
            self.last = record.args[-1]


_causes = _Causes()


def silence_client() -> None:
    """Let aiokafka log nothing in this process: what matters of it is raised, or told by `why_unreached`."""
    logger = logging.getLogger("aiokafka")
    logger.addHandler(_causes)
    logger.propagate = False


def why_unreached(settings: Settings, error: BaseException) -> str:
    """One line on `error`, which came out of connecting to the brokers of `settings` or asking them something.

    Before `silence_client` has been called the cause is not known, and what aiokafka raised is told.
    """
    if isinstance(error, KafkaConnectionError):
        return f"no Kafka answers at {settings.bootstrap_servers}: {_causes.last or error}"
    return f"{settings.bootstrap_servers}: {error}"
