"""Which revision is newest, and which quotations stand."""

import itertools
from collections.abc import Sequence

import pytest

from schemas.processed import ArticleProcessed
from schemas.quote import QuoteKind
from streams.core.newest import Account, account_of, is_newer_engine, retained, ruling, standing

DIRECT: QuoteKind = "direct"


def account(
    name: str = "a",
    *,
    revision: int | None = None,
    time: int = 0,
    offset: int = 0,
    engine: str = "1.0.0+aa",
    place: int = 0,
    kinds: Sequence[QuoteKind] = (DIRECT,),
    withdrawn: bool = False,
) -> Account:
    """One that gives a quotation of each of its kinds, called after it."""
    return Account(
        revision=revision,
        timestamp=time,
        source=f"raw/0/{offset}",
        engine=engine,
        place=place,
        kinds=tuple(kinds),
        withdrawn=withdrawn,
        quotes={} if withdrawn else {f"{name}-{kind}": kind for kind in kinds},
    )


NEWER = [
    ("the greater number", account(revision=1, time=9, offset=9), account(revision=2, time=1, offset=1)),
    ("the later time, of one number", account(revision=2, time=1), account(revision=2, time=2)),
    ("the later time", account(time=1, offset=9), account(time=2, offset=1)),
    ("the later time, where one has no number", account(revision=7, time=1), account(time=2)),
    ("the greater offset, of one time", account(time=5, offset=9), account(time=5, offset=10)),
    ("the newer engine, of one record", account(engine="1.9.0+ff", place=9), account(engine="1.10.0+aa", place=1)),
    ("what came last, of one release", account(engine="1.0.0+ff", place=1), account(engine="1.0.0+aa", place=2)),
]


@pytest.mark.parametrize(("older", "newer"), [each[1:] for each in NEWER], ids=[each[0] for each in NEWER])
def test_newer_is(older: Account, newer: Account) -> None:
    for both in ((older, newer), (newer, older)):
        assert ruling(retained(both), DIRECT) == newer


def test_the_answer_does_not_depend_on_the_order_of_the_markers() -> None:
    # A number beats a number, and time decides otherwise: taken two by two, each of these would beat another.
    round_about = [account(revision=3, time=1), account(time=2), account(revision=2, time=3)]
    newest = []
    for order in itertools.permutations(round_about):
        kept: tuple[Account, ...] = ()
        for each in order:
            kept = retained((*kept, each))
        newest.append(ruling(kept, DIRECT))
    assert newest == [round_about[1]] * 6


def test_what_can_decide_no_more_is_forgotten() -> None:
    assert retained([account(time=time) for time in range(9)]) == (account(time=8),)


def test_kinds_that_the_newest_was_not_asked_for_stand_as_the_one_before_said() -> None:
    before = account("before", time=1, kinds=("direct", "indirect"))
    after = account("after", time=2, kinds=("direct", "mixed"))
    assert set(standing(retained([after, before]))) == {"after-direct", "after-mixed", "before-indirect"}


def test_a_quotation_that_has_changed_its_kind_stands_once_as_the_newest_says() -> None:
    before = account("x", time=1, kinds=("mixed",))
    after = account(time=2).model_copy(update={"quotes": {"x-mixed": "direct"}})
    assert standing([before, after]) == {"x-mixed": after}


def test_a_withdrawal_is_of_all_kinds_and_ends_with_a_newer_revision() -> None:
    marker = ArticleProcessed.model_validate(
        {
            "article_id": "a", "article_revision": None, "revision": None, "engine_version": "1.0.0", "quotes": [],
            "kinds": ["direct"], "withdrawn": True, "source": {"topic": "raw", "partition": 0, "offset": 3},
        }
    )  # fmt: skip
    published = account(revision=5, time=1, kinds=("direct", "indirect"))
    withdrawn = account_of(marker, timestamp=2, place=0)
    assert standing(retained([withdrawn, published])) == {}
    again = account("again", revision=6, time=3)
    assert set(standing(retained([withdrawn, published, again]))) == {"again-direct"}


def test_an_engine_is_newer_by_its_release_alone() -> None:
    assert is_newer_engine("999.0.0+00")
    assert not is_newer_engine("0.0.1+ff")
