"""The same partition as Java's producers choose."""

import pytest

from streams.kafka.partitioner import partition_of

# The hashes of Apache Kafka's own test of murmur2 (UtilsTest.testMurmur2).
MURMUR2 = {
    b"21": -973932308,
    b"foobar": -790332482,
    b"a-little-bit-long-string": -985981536,
    b"a-little-bit-longer-string": -1486304829,
    b"lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8": -58897971,
    b"abc": 479470107,
}


@pytest.mark.parametrize("key", MURMUR2)
def test_partition_is_java_s(key: bytes) -> None:
    for count in (1, 3, 12, 1000):
        assert partition_of(key, count) == (MURMUR2[key] & 0x7FFFFFFF) % count
