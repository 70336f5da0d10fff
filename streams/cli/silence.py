"""What a command says on standard error is its own."""

import logging


def silence_kafka_client() -> None:
    """Let the Kafka client log nothing: what matters of it is raised, too."""
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)
