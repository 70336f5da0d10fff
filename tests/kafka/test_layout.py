"""Partition counts beside the offsets."""

from streams.kafka.layout import changed_counts, decode_layout, encode_layout

COUNTS = {"articles.raw": 12, "quotes.attributed": 6, "articles.processed": 1}


def test_what_is_written_is_read() -> None:
    assert decode_layout(encode_layout(COUNTS)) == COUNTS


def test_other_clients_metadata_says_nothing() -> None:
    for metadata in ("", "consumer-1", "=5", "a=b", "a=-1", "a=١", "{}"):
        assert decode_layout(metadata) == {}


def test_a_changed_count_is_told_with_both_numbers() -> None:
    recorded = ["", encode_layout(COUNTS), encode_layout(COUNTS)]
    assert changed_counts(recorded, COUNTS) == {}
    assert changed_counts(recorded, COUNTS | {"articles.raw": 24}) == {"articles.raw": (12, 24)}


def test_one_partition_s_record_suffices() -> None:
    old = encode_layout(COUNTS | {"quotes.attributed": 3})
    assert changed_counts([encode_layout(COUNTS), old], COUNTS) == {"quotes.attributed": (3, 6)}


def test_a_topic_under_a_new_name_is_no_change() -> None:
    assert changed_counts([encode_layout(COUNTS)], {"articles.raw": 12, "quotes.v2": 24}) == {}
