"""What `aqwal retract` keeps: each quotation's last record, where its forms lie, and what is to be written."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.headers import parse_source
from schemas.quote import QuoteKind
from streams.core.newest import Account
from streams.core.records import Record
from streams.retract.plan import Last, Mend, mends
from streams.revisions.book import Book
from streams.revisions.reading import Form

PartitionOf = Callable[[str], int]  # of an article's id


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to write into `partition`. `place`: the offset there of an earlier record of the same."""

    mend: Mend
    partition: int
    place: int | None


class RetractBook(Book):
    """Where a quotation's last record is a deletion, its source and engine are empty."""

    purpose = "retract"
    tables = """
CREATE TABLE aqwal_last (
    quote TEXT PRIMARY KEY, article TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL, engine TEXT NOT NULL,
    partition INTEGER NOT NULL, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX aqwal_of_article ON aqwal_last (article);
CREATE TABLE aqwal_form (
    quote TEXT, source TEXT, engine TEXT, place INTEGER NOT NULL, PRIMARY KEY (quote, source, engine)) WITHOUT ROWID;
CREATE TABLE aqwal_task (
    quote TEXT PRIMARY KEY, article TEXT NOT NULL, what TEXT NOT NULL, source TEXT NOT NULL, engine TEXT NOT NULL,
    kinds TEXT NOT NULL, partition INTEGER, place INTEGER, failed INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
"""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        super().__init__(connection, name)
        connection.create_function("aqwal_order", 1, _order, deterministic=True)

    def begin(self, begins: dict[int, int]) -> None:
        """Take up what an earlier run left undone; forget records before `begins`, which are there no more."""
        with self.transaction():
            self.connection.execute("INSERT OR IGNORE INTO aqwal_dirty SELECT article FROM aqwal_task")
            self.connection.execute("DELETE FROM aqwal_task")
            for lost in ((partition, begin) for partition, begin in begins.items() if begin > 0):
                where = "FROM aqwal_last WHERE partition = ? AND place < ?"
                self.connection.execute(f"INSERT OR IGNORE INTO aqwal_dirty SELECT article {where}", lost)
                self.connection.execute(f"DELETE {where}", lost)

    def take_form(self, form: Form) -> None:
        """Note the record as the last one of its quotation."""
        at = form.record.partition, form.record.offset
        last = (form.quote, form.article, form.kind, form.source, form.engine, *at)
        self.connection.execute("REPLACE INTO aqwal_last VALUES (?, ?, ?, ?, ?, ?, ?)", last)
        self.connection.execute(
            "REPLACE INTO aqwal_form VALUES (?, ?, ?, ?)", (form.quote, form.source, form.engine, at[1])
        )

    def take_tombstone(self, quote: str, record: Record) -> None:
        """Note that the quotation was deleted, where it is known, and the deletion lies where it counts."""
        at = quote, record.partition
        row = self.connection.execute("SELECT article FROM aqwal_last WHERE quote = ? AND partition = ?", at).fetchone()
        if row is not None:
            query = "UPDATE aqwal_last SET source = '', engine = '', place = ? WHERE quote = ?"
            self.connection.execute(query, (record.offset, quote))
            self.touch(row[0])

    def plan(self, kinds: Collection[QuoteKind], partition_of: PartitionOf, *, restore_missing: bool) -> int:
        """Put what is to be written for the articles of which something is new on the list; how much that is."""
        count = 0
        for articles in self.take_touched():
            for article in articles:
                accounts, lasts = self.accounts(article), self._lasts(article)
                for mend in mends(article, accounts, lasts, self.is_settled, kinds, restore_missing=restore_missing):
                    self._put(mend, partition_of(article))
                    count += 1
                self._forget_forms(article, accounts, lasts)
        return count

    def _lasts(self, article: str) -> list[Last]:
        query = "SELECT quote, kind, source, engine FROM aqwal_last WHERE article = ?"
        rows = self.connection.execute(query, (article,))
        return [Last(quote, kind, (source, engine) if source else None) for quote, kind, source, engine in rows]

    def _forget_forms(self, article: str, accounts: Sequence[Account], lasts: Sequence[Last]) -> None:
        """Forms that cannot be needed any more; if one were, it would be made anew."""
        kept = {account.origin for account in accounts} | {last.origin for last in lasts if last.origin is not None}
        of_article = "quote IN (SELECT quote FROM aqwal_last WHERE article = ?)"
        others = " AND NOT (source = ? AND engine = ?)" * len(kept)
        parameters = (article, *(part for origin in kept for part in origin))
        self.connection.execute(f"DELETE FROM aqwal_form WHERE {of_article}{others}", parameters)  # noqa: S608 - our own words

    def _put(self, mend: Mend, partition: int) -> None:
        place = None
        if mend.what == "restored":
            query = "SELECT place FROM aqwal_form WHERE quote = ? AND source = ? AND engine = ?"
            row = self.connection.execute(query, (mend.quote, *mend.origin)).fetchone()
            place = None if row is None else row[0]
        task = (mend.quote, mend.article, mend.what, *mend.origin, " ".join(mend.kinds), partition, place)
        self.connection.execute("REPLACE INTO aqwal_task VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)", task)

    def tasks(self) -> Iterator[Task]:
        """All that is on the list."""
        return map(_task, self.connection.execute(f"SELECT {_TASK} FROM aqwal_task ORDER BY article, quote"))  # noqa: S608 - our own words

    def deletions(self) -> list[Task]:
        """Some of the deletions that are left."""
        return self._some("what = 'deleted'", "quote")

    def copies(self) -> list[Task]:
        """Some of what is to be restored from an earlier record, in the order in which these lie."""
        return self._some("what = 'restored' AND place IS NOT NULL", "partition, place")

    def remakes(self) -> list[Task]:
        """Some of what is to be made anew from its article, in the order in which the articles lie."""
        return self._some("what = 'restored' AND place IS NULL", "aqwal_order(source), engine, kinds")

    def _some(self, which: str, order: str) -> list[Task]:
        query = f"SELECT {_TASK} FROM aqwal_task WHERE NOT failed AND {which} ORDER BY {order} LIMIT {_SOME}"  # noqa: S608 - our own words
        return [_task(row) for row in self.connection.execute(query)]

    def done(self, tasks: Iterable[Task]) -> None:
        """Take what the brokers have acknowledged off the list."""
        with self.transaction():
            quotes = [(task.mend.quote,) for task in tasks]
            self.connection.executemany("DELETE FROM aqwal_task WHERE quote = ?", quotes)

    def vanished(self, tasks: Iterable[Task]) -> None:
        """Their earlier records are gone: they must be made anew."""
        with self.transaction():
            quotes = [(task.mend.quote,) for task in tasks]
            self.connection.executemany("UPDATE aqwal_task SET place = NULL WHERE quote = ?", quotes)

    def failed(self, tasks: Iterable[Task]) -> None:
        """They cannot be written, until the next start."""
        with self.transaction():
            quotes = [(task.mend.quote,) for task in tasks]
            self.connection.executemany("UPDATE aqwal_task SET failed = 1 WHERE quote = ?", quotes)


_TASK = "quote, article, what, source, engine, kinds, partition, place"
_SOME = 2_000


def _task(row: tuple[Any, ...]) -> Task:
    quote, article, what, source, engine, kinds, partition, place = row
    return Task(Mend(quote, article, what, (source, engine), tuple(kinds.split())), partition, place)


def _order(source: str) -> str:
    at = parse_source(source)
    return f"{at.topic}/{at.partition:010}/{at.offset:020}"
