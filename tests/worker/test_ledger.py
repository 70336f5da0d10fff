"""What may be committed, and what must not."""

from hypothesis import given
from hypothesis import strategies as st

from streams.worker.ledger import Ledger, Partition

A, B = Partition("articles", 0), Partition("articles", 1)


def _ledger(handed_out: list[int], done: list[int]) -> Ledger:
    ledger = Ledger()
    ledger.hand_out(A, handed_out)
    for offset in done:
        ledger.finish(A, offset)
    return ledger


def test_the_position_is_after_the_last_done_offset_with_nothing_undone_before() -> None:
    cases: list[tuple[list[int], list[int], int | None]] = [
        ([], [], None),
        ([5, 6, 7], [], None),
        ([5, 6, 7], [5], 6),
        ([5, 6, 7], [6, 7], None),
        ([5, 6, 7], [7, 5, 6], 8),
        ([0, 1], [0], 1),
        ([5, 9, 20], [5, 9], 10),  # 6 to 8 and 10 to 19 never came: compacted, or of an aborted transaction
        ([5, 9, 20], [5, 20], 6),
        ([5, 6], [5, 5, 4, 7], 6),  # what was never handed out is not done
    ]
    for handed_out, done, position in cases:
        expected = {} if position is None else {A: position}
        assert _ledger(handed_out, done).committable() == expected, (handed_out, done)


def test_a_committed_position_is_not_committed_again() -> None:
    ledger = _ledger([1, 2, 3], [1])
    ledger.committed(A, 2)
    assert ledger.committable() == {}
    ledger.finish(A, 2)
    assert ledger.committable() == {A: 3}


def test_a_commit_that_failed_stays_to_be_done() -> None:
    ledger = _ledger([1, 2], [1])
    assert ledger.committable() == {A: 2}
    assert ledger.committable() == {A: 2}


def test_partitions_do_not_wait_for_each_other() -> None:
    ledger = _ledger([1, 2], [2])
    ledger.hand_out(B, [7])
    ledger.finish(B, 7)
    assert ledger.committable() == {B: 8}


def test_what_ends_after_a_revocation_is_not_committed() -> None:
    ledger = _ledger([1, 2], [1])
    ledger.clear()
    ledger.finish(A, 2)
    ledger.committed(A, 2)
    assert ledger.committable() == {}
    assert not ledger.is_pending(A, 2)
    assert ledger.pending == 0


def test_after_a_step_back_everything_from_there_is_to_be_done_again() -> None:
    ledger = _ledger([10, 11, 12], [10, 11])
    ledger.hand_out(A, [10, 11])
    assert ledger.is_pending(A, 10)
    assert ledger.committable() == {}
    ledger.finish(A, 10)
    assert ledger.committable() == {A: 11}


def test_a_topic_that_was_made_anew_is_read_from_its_start() -> None:
    ledger = _ledger([100, 101], [100, 101])
    ledger.committed(A, 102)
    ledger.hand_out(A, [0])
    ledger.finish(A, 0)
    assert ledger.committable() == {A: 1}


@given(st.sets(st.integers(0, 60)), st.data())
def test_no_order_of_events_commits_beyond_an_undone_offset(offsets: set[int], data: st.DataObject) -> None:
    ledger, handed_out, done = Ledger(), list[int](), set[int]()
    waiting = sorted(offsets)
    while waiting or len(done) < len(handed_out):
        undone = [offset for offset in handed_out if offset not in done]
        if waiting and (not undone or data.draw(st.booleans())):
            count = data.draw(st.integers(1, len(waiting)))
            ledger.hand_out(A, waiting[:count])
            handed_out, waiting = handed_out + waiting[:count], waiting[count:]
        else:
            offset = data.draw(st.sampled_from(undone))
            ledger.finish(A, offset)
            done.add(offset)
        undone = [offset for offset in handed_out if offset not in done]
        position = ledger.committable().get(A)
        assert ledger.pending == len(undone)
        if position is not None:
            assert position - 1 in done
            assert all(offset >= position for offset in undone)
            # Nor does it lag: the next offset that was handed out is undone.
            later = [offset for offset in handed_out if offset >= position]
            assert not later or later[0] not in done
    if offsets:
        assert ledger.committable() == {A: max(offsets) + 1}


def test_what_is_expected_next_follows_on_the_last_handed_out_or_on_the_beginning() -> None:
    ledger = Ledger()
    assert ledger.expected(A) is None
    ledger.begin(A, 4)
    assert ledger.expected(A) == 4
    ledger.hand_out(A, [4, 9])
    assert ledger.expected(A) == 10
    assert ledger.expected(B) is None
    ledger.clear()
    assert ledger.expected(A) is None


def test_a_partition_stands_where_it_began_until_something_is_committed() -> None:
    ledger = Ledger()
    ledger.begin(A, 4)
    ledger.hand_out(A, [4, 5])
    ledger.hand_out(B, [7])
    ledger.finish(A, 4)
    assert ledger.committed_positions() == {A: 4}
    ledger.committed(A, 5)
    assert ledger.committed_positions() == {A: 5}
