"""What must be written so that the last record of each of an article's quotations is right. No I/O."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from schemas.headers import Repair
from schemas.quote import QuoteKind
from streams.core.newest import Account, ruling, standing

IsSettled = Callable[[str, str, QuoteKind], bool]


@dataclass(frozen=True, slots=True)
class Last:
    """The last record of a quotation's id. `origin`: its record and engine; None where it is a deletion."""

    quote: str
    kind: QuoteKind
    origin: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Mend:
    """What to write under the id of a quotation. `origin`: the record and engine that say so."""

    quote: str
    article: str
    what: Repair
    origin: tuple[str, str]
    kinds: tuple[QuoteKind, ...]


def mends(
    article: str,
    accounts: Sequence[Account],
    lasts: Sequence[Last],
    is_settled: IsSettled,
    kinds: Collection[QuoteKind],
    *,
    restore_missing: bool,
) -> Iterator[Mend]:
    """What to write for `article`, for quotations of these kinds.

    What is newest but of a record that is not settled is left alone: its marker is still to come, and decides then.
    `restore_missing`: also what has no record at all, which on a topic that keeps for ever compaction alone can do.
    """
    stand = standing(accounts)
    last_of = {last.quote: last for last in lasts}
    for quote, account in stand.items():
        last = last_of.get(quote)
        if account.quotes[quote] not in kinds or (last is None and not restore_missing):
            continue
        if last is None or last.origin is None or _is_wrong(last, last.origin, account, is_settled):
            yield Mend(quote, article, "restored", account.origin, account.kinds)
    for last in lasts:
        if (
            last.origin is None
            or last.quote in stand
            or last.kind not in kinds
            or not is_settled(*last.origin, last.kind)
        ):
            continue
        newest = ruling(accounts, last.kind)
        yield Mend(last.quote, article, "deleted", newest.origin if newest else last.origin, ())


def _is_wrong(last: Last, origin: tuple[str, str], account: Account, is_settled: IsSettled) -> bool:
    return origin != account.origin and is_settled(*origin, last.kind)
