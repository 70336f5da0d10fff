"""The reconciliation of a run: each thing that can be wrong with it is found, and a whole run is not accused."""

from collections.abc import Iterator
from uuid import UUID, uuid5

import pytest

from streams.backfill.account import Account, Place, Totals

QUOTES = [uuid5(UUID(int=0), str(number)).bytes for number in range(4)]
MARKED: list[tuple[Place, list[bytes]]] = [((0, 5), QUOTES[:2]), ((0, 7), []), ((1, 0), QUOTES[2:3])]


@pytest.fixture
def account() -> Iterator[Account]:
    """Four records: three with markers, one with a dead letter."""
    with Account() as account:
        account.expect([((0, 5), "t/0/5"), ((0, 7), "t/0/7"), ((1, 0), "t/1/0"), ((1, 1), "first/3/9")])
        account.markers(MARKED)
        account.quotes((place, quote, b"value") for place, quotes in MARKED for quote in quotes)
        account.letters(["first/3/9"])
        yield account


def found(account: Account) -> list[tuple[str, int, tuple[str, ...]]]:
    return [tuple(finding) for finding in account.findings()]  # type: ignore[misc]


def test_a_whole_run_is_proven(account: Account) -> None:
    assert found(account) == []
    assert account.totals() == Totals(expected=4, marked=3, lettered=1, both=0, quotes=3)


def test_what_comes_twice_is_one(account: Account) -> None:
    account.markers(MARKED)
    account.quotes([((0, 5), QUOTES[0], b"value")])
    account.letters(["first/3/9"])
    assert found(account) == []
    assert account.totals().quotes == 3


def test_a_record_without_any_end_is_found(account: Account) -> None:
    account.expect([((1, number), f"t/1/{number}") for number in range(2, 12)])
    shown = tuple(f"1/{number}" for number in range(2, 7))
    assert found(account) == [("neither marker nor dead letter", 10, shown)]


def test_a_marker_without_one_of_its_quotations_is_found(account: Account) -> None:
    account.markers([((0, 5), QUOTES[3:])])
    assert found(account) == [("a marker without all its quotations", 1, ("0/5",))]


def test_the_quotation_of_another_record_does_not_stand_in_for_its_own(account: Account) -> None:
    account.markers([((1, 0), QUOTES[:1])])  # published for 0/5
    assert found(account) == [("a marker without all its quotations", 1, ("1/0",))]


def test_a_quotation_that_compaction_took_for_a_newer_one_is_not_missed(account: Account) -> None:
    account.markers([((0, 5), QUOTES[3:])])
    account.newer(QUOTES[3:])
    assert found(account) == []


def test_a_quotation_that_no_marker_lists_is_found(account: Account) -> None:
    account.quotes([((0, 7), QUOTES[0], b"value")])
    assert found(account) == [("a quotation that its marker does not list", 1, ("0/7",))]


def test_the_quotations_of_a_record_that_ended_as_a_dead_letter_are_no_fault(account: Account) -> None:
    account.quotes([((1, 1), QUOTES[0], b"value")])  # published before another of them was refused
    assert found(account) == []


def test_another_form_of_the_same_quotation_is_found(account: Account) -> None:
    account.quotes([((1, 0), QUOTES[2], b"other value")])
    assert found(account) == [("a quotation published again in another form", 1, ("1/0",))]


def test_what_is_not_of_the_run_is_found(account: Account) -> None:
    account.markers([((2, 0), [])])
    account.letters(["t/2/1"])
    assert found(account) == [
        ("an event of a record that is not of the run", 1, ("2/0",)),
        ("a dead letter of a record that is not of the run", 1, ("t/2/1",)),
    ]


def test_of_a_record_with_both_ends_the_marker_counts(account: Account) -> None:
    account.letters(["t/0/5"])
    assert found(account) == []
    assert account.totals() == Totals(expected=4, marked=3, lettered=1, both=1, quotes=3)
