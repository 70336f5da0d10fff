"""Which errors are a topic's standing refusal, which a restart would only meet again."""

from aiokafka.errors import (
    BrokerResponseError,
    KafkaError,
    KafkaStorageError,
    LeaderNotAvailableError,
    NotEnoughReplicasAfterAppendError,
    NotEnoughReplicasError,
    UnknownTopicOrPartitionError,
)

# Called retriable by the client, which has tried for its request timeout when it hands one on: somebody must mend it.
_LASTING = (
    KafkaStorageError,
    LeaderNotAvailableError,
    NotEnoughReplicasAfterAppendError,
    NotEnoughReplicasError,
    UnknownTopicOrPartitionError,
)


def is_standing(error: KafkaError) -> bool:
    """Whether `error` is a broker's answer that stays the same until somebody mends the cluster: no right, no topic.

    An error without an answer (no connection, a timeout) is none: a fresh process waits at its start for the brokers.
    """
    return isinstance(error, BrokerResponseError) and (isinstance(error, _LASTING) or not error.retriable)
