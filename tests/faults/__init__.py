"""Real workers on a real Apache Kafka, faults injected at random, and an account of every record afterwards."""
