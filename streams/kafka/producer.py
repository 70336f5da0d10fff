"""How everything of ours is sent: what the service's producers have in common."""

from typing import Any

from aiokafka.errors import MessageSizeTooLargeError, RecordListTooLargeError

from streams.kafka.client import connection
from streams.settings import Settings

BATCH_BYTES = 256 * 1024  # of one batch, at most; small ones cost throughput
# Refusals of a record for its size: the broker's, and the client's own.
TOO_LARGE = (MessageSizeTooLargeError, RecordListTooLargeError)


def producer_arguments(settings: Settings, batch_bytes: int) -> dict[str, Any]:
    """Keyword arguments of a plain aiokafka producer that waits for all replicas.

    `batch_bytes` must not be over the limit of a topic that is sent to: the broker refuses a batch as a whole.
    Raises CertificateError where a certificate or key cannot be used.
    """
    return {
        **connection(settings),
        "acks": "all",
        # Not idempotent: after one refused record, an idempotent aiokafka producer can never send to that partition.
        "enable_idempotence": False,
        "linger_ms": 10,
        "max_batch_size": batch_bytes,
    }


def delivery_arguments(settings: Settings, batch_bytes: int) -> dict[str, Any]:
    """The same for a producer of results, whose sizes are checked against the topics' limits before they are sent."""
    return {
        **producer_arguments(settings, batch_bytes),
        "max_request_size": 2**31 - 1,
        "compression_type": "lz4",
        # Asking for a topic that is gone and then waiting for its leader take twice this: within a delivery's retries.
        "request_timeout_ms": int(settings.rebalance_timeout / 6 * 1000),
    }
