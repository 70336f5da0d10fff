"""Partition counts, held fixed: recorded beside the group's offsets, and compared at every start.

A key's partition depends on the count. Were it changed, an article's newer quotations would lie elsewhere than its
older ones, where neither order nor `aqwal-source` compares them. The record is the metadata of the consumer group's
commits: it lies in the cluster, so that a worker on any machine finds it, it needs no topic or file of its own, and it
lives as long as the offsets do. Where it is missing (a first start, offsets reset by hand), the counts of the moment
are taken and recorded with the next commit.
"""

from collections.abc import Iterable, Mapping


def encode_layout(counts: Mapping[str, int]) -> str:
    """The commit metadata for `counts` (partitions by topic): `topic=count` separated by blanks."""
    return " ".join(f"{topic}={count}" for topic, count in sorted(counts.items()))


def decode_layout(metadata: str) -> dict[str, int]:
    """The counts in a commit's metadata; empty where it is not ours."""
    pairs = [part.rpartition("=") for part in metadata.split()]
    return {topic: int(count) for topic, _, count in pairs if topic and count.isascii() and count.isdigit()}


def changed_counts(recorded: Iterable[str], counts: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """The topics whose count in any of the `recorded` metadata differs from `counts`, with both counts.

    A topic that only one side knows is no change: a new topic, named in the settings, is how a count is changed.
    """
    return {
        topic: (before, counts[topic])
        for metadata in recorded
        for topic, before in decode_layout(metadata).items()
        if topic in counts and counts[topic] != before
    }
