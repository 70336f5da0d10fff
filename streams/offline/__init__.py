"""Without Kafka: the inputs of the command line through the same engine as the worker's."""
