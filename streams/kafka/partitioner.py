"""Where a key lies: murmur2, as Java's default partitioner does it."""

from aiokafka.partitioner import murmur2


def partition_of(key: bytes, count: int) -> int:
    """The partition, of `count`, that Java's producers (and librdkafka's `murmur2_random`) give to `key`."""
    return int(murmur2(key) & 0x7FFFFFFF) % count
