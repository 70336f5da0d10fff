"""What must be written, by what is the last record of each quotation."""

from collections.abc import Collection

import pytest

from schemas.quote import QuoteKind
from streams.core.newest import Account
from streams.core.options import KINDS
from streams.retract.plan import Last, mends

NEW, OLD, BUSY = ("raw/0/2", "1.0.0"), ("raw/0/1", "1.0.0"), ("raw/0/3", "1.0.0")


def _account(*quotes: str, origin: tuple[str, str] = NEW) -> Account:
    source, engine = origin
    return Account(
        revision=None,
        timestamp=int(source[-1]),
        source=source,
        engine=engine,
        place=0,
        kinds=("direct", "mixed"),
        withdrawn=False,
        quotes=dict.fromkeys(quotes, "direct"),
    )


def _is_settled(source: str, engine: str, _: QuoteKind) -> bool:
    return (source, engine) != BUSY


def _mended(
    accounts: Collection[Account],
    last: tuple[str, str] | str | None,
    kind: QuoteKind = "direct",
    kinds: Collection[QuoteKind] = KINDS,
    *,
    restore_missing: bool = True,
) -> list[tuple[str, tuple[str, str]]]:
    """What is to be written for the quotation "q"; `last` may be "nothing"."""
    lasts = [] if isinstance(last, str) else [Last("q", kind, last)]
    found = mends("a", list(accounts), lasts, _is_settled, kinds, restore_missing=restore_missing)
    return [(mend.what, mend.origin) for mend in found]


WITH, WITHOUT = _account("q"), _account("other")


@pytest.mark.parametrize(
    ("account", "last", "written"),
    [
        (WITH, NEW, []),
        (WITH, OLD, ["restored"]),
        (WITH, None, ["restored"]),
        (WITH, BUSY, []),
        (WITHOUT, NEW, ["deleted"]),  # published by a worker that was asked for more kinds, say
        (WITHOUT, OLD, ["deleted"]),
        (WITHOUT, None, []),
        (WITHOUT, BUSY, []),
    ],
    ids=lambda value: "" if isinstance(value, Account) else str(value),
)
def test_the_last_record_is_mended_where_it_is_wrong_and_its_own_record_is_done(
    account: Account, last: tuple[str, str] | None, written: list[str]
) -> None:
    without_other = account.model_copy(update={"quotes": {q: k for q, k in account.quotes.items() if q == "q"}})
    assert _mended([without_other], last) == [(what, NEW) for what in written]


def test_what_has_no_record_at_all_is_restored_only_where_the_topic_keeps_for_ever() -> None:
    assert _mended([WITH], "nothing") == [("restored", NEW)]
    assert _mended([WITH], "nothing", restore_missing=False) == []


def test_other_kinds_than_those_asked_for_are_left_alone() -> None:
    assert _mended([_account()], OLD, kind="mixed", kinds=["direct"]) == []
    assert _mended([WITH], OLD, kinds=["mixed"]) == []


def test_a_kind_that_no_marker_was_asked_for_is_deleted_only_of_a_dead_letter() -> None:
    # The plan is only told that the record is settled; without a marker of that kind, a letter is all that can be.
    assert _mended([_account()], OLD, kind="indirect") == [("deleted", OLD)]
    assert _mended([_account()], BUSY, kind="indirect") == []
