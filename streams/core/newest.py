"""Which revision of an article is newest, and so which of its quotations stand. No I/O.

Of two revisions that the producer numbers, the greater number is newer; else the record's timestamp decides, else the
offset. Numbers and times can contradict each other where only some records have numbers (withdrawals never do): the
greatest number is taken first, and then the newer, by time, of it and the newest record without a number, so that the
answer depends on the set of records alone, not on the order in which their markers are read. Of one record, the newer
engine's account counts, of two with one release number the one that was published last.
"""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict, TypeAdapter

from quotations import ENGINE_VERSION
from schemas.headers import format_source, parse_source
from schemas.processed import ArticleProcessed
from schemas.quote import QuoteKind
from streams.core.options import KINDS

_Rank = tuple[int, int, int, int, str, tuple[int, ...], int]


class Account(BaseModel):
    """What a marker says of one record. `source` is `topic/partition/offset`; `quotes` are kinds by quote id.

    `timestamp` is the marker's (the record's own, but for one from the future), `place` its offset.
    """

    model_config = ConfigDict(frozen=True)

    revision: int | None
    timestamp: int
    source: str
    engine: str
    place: int
    kinds: tuple[QuoteKind, ...]
    withdrawn: bool
    quotes: dict[str, QuoteKind]

    @property
    def origin(self) -> tuple[str, str]:
        """Record and engine: all that the bytes of a quotation depend on."""
        return self.source, self.engine

    @property
    def rank(self) -> _Rank:
        """Greater is newer, among accounts with a number and among those without."""
        number = -1 if self.revision is None else self.revision
        at = parse_source(self.source)
        return number, self.timestamp, at.offset, at.partition, at.topic, release(self.engine), self.place


Accounts = TypeAdapter(tuple[Account, ...])


def account_of(marker: ArticleProcessed, timestamp: int, place: int) -> Account:
    """The account that `marker` gives, which lies at the offset `place`. A withdrawal is of all kinds."""
    return Account(
        revision=marker.revision,
        timestamp=timestamp,
        source=format_source(marker.source),
        engine=marker.engine_version,
        place=place,
        kinds=KINDS if marker.withdrawn else marker.kinds,
        withdrawn=marker.withdrawn,
        quotes={str(ref.quote_id): ref.kind for ref in marker.quotes},
    )


def retained(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Those of an article's accounts that can ever decide again: for some kind the newest with or without a number."""
    kept: dict[tuple[QuoteKind, bool], Account] = {}
    for account in accounts:
        for kind in account.kinds:
            slot = kind, account.revision is None
            if slot not in kept or account.rank > kept[slot].rank:
                kept[slot] = account
    return tuple({account.rank: account for account in kept.values()}.values())


def ruling(accounts: Sequence[Account], kind: QuoteKind) -> Account | None:
    """The newest account that was asked for `kind`; None where none was."""
    newest: dict[bool, Account] = {}
    for account in accounts:
        numbered = account.revision is not None
        if kind in account.kinds and (numbered not in newest or account.rank > newest[numbered].rank):
            newest[numbered] = account
    return max(newest.values(), key=lambda account: account.rank[1:], default=None)


def standing(accounts: Sequence[Account]) -> dict[str, Account]:
    """The quotations that an article has, by their id, each with the account that says so."""
    stand: dict[str, Account] = {}
    for kind in KINDS:
        if (account := ruling(accounts, kind)) is not None:
            for quote in (quote for quote, its in account.quotes.items() if its == kind):
                # One quotation can be of two kinds, where two accounts were asked for different ones.
                if quote not in stand or account.rank[1:] > stand[quote].rank[1:]:
                    stand[quote] = account
    return stand


def release(engine: str) -> tuple[int, ...]:
    """The release number of an engine's version, to be compared; the fingerprint behind it has no order."""
    return tuple(int(part) for part in engine.partition("+")[0].split(".") if part.isdigit())


def is_newer_engine(engine: str) -> bool:
    """Whether `engine` is of a later release than the one that runs here."""
    return release(engine) > release(ENGINE_VERSION)
