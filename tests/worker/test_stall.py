"""A worker that could go on and does not is told from one that has nothing to do, or cannot."""

from streams.worker.ledger import Partition
from streams.worker.stall import Stall, Standing

A, B = Partition("articles", 0), Partition("articles", 1)
LIMIT = 100.0


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def _over(stall: Stall, clock: Clock, standing: Standing, seconds: int, handled: float = 0) -> list[Partition]:
    """What the last look finds where the answer is the same, every ten seconds, for `seconds`."""
    found: list[Partition] = []
    for _ in range(0, seconds, 10):
        clock.now += 10
        found = stall.waiting({A: standing}, handled)
    return found


def test_a_partition_that_waits_without_moving_is_found_after_the_limit_and_not_before() -> None:
    clock = Clock()
    stall = Stall(LIMIT, clock)
    assert _over(stall, clock, Standing(5, 9), 110) == []
    assert _over(stall, clock, Standing(5, 9), 10) == [A]


def test_an_idle_partition_is_none_for_however_long() -> None:
    clock = Clock()
    assert _over(Stall(LIMIT, clock), clock, Standing(9, 9), 5_000) == []


def test_time_begins_when_something_comes_and_anew_with_every_step() -> None:
    clock = Clock()
    stall = Stall(LIMIT, clock)
    _over(stall, clock, Standing(9, 9), 5_000)
    assert _over(stall, clock, Standing(9, 12), 100) == []
    assert _over(stall, clock, Standing(10, 12), 100) == []
    assert _over(stall, clock, Standing(10, 90), 20) == [A]  # what comes meanwhile is no step


def test_articles_of_any_partition_are_progress() -> None:
    clock = Clock()
    stall = Stall(LIMIT, clock)
    for _ in range(100):
        clock.now += 10
        assert stall.waiting({A: Standing(5, 9)}, handled=clock.now - 50) == []


def test_an_outage_is_forgiven_and_what_follows_it_is_not() -> None:
    clock = Clock()
    stall = Stall(LIMIT, clock)
    _over(stall, clock, Standing(5, 9), 90)
    clock.now += 1_000
    stall.unanswered()
    assert _over(stall, clock, Standing(5, 9), 110) == []
    assert _over(stall, clock, Standing(5, 9), 10) == [A]


def test_what_is_no_record_is_waited_for_anew() -> None:
    clock = Clock()
    stall = Stall(LIMIT, clock)
    assert _over(stall, clock, Standing(5, 6), 200) == [A]
    stall.excuse(A)
    assert _over(stall, clock, Standing(5, 6), 100) == []


def test_a_partition_that_comes_back_begins_anew() -> None:
    clock = Clock()
    stall = Stall(LIMIT, clock)
    _over(stall, clock, Standing(5, 9), 100)
    stall.waiting({B: Standing(0, 0)}, 0)
    assert _over(stall, clock, Standing(5, 9), 50) == []


def test_a_member_without_an_assignment_is_stuck_after_the_limit() -> None:
    clock = Clock()
    stall = Stall(LIMIT, clock)
    assert not stall.outside()
    clock.now += 100
    assert not stall.outside()
    stall.unanswered()
    clock.now += 100
    assert not stall.outside()
    clock.now += 101
    assert stall.outside()
    stall.waiting({}, 0)
    assert not stall.outside()
