"""A local SQLite file of what has been read: each article's newest accounts, and the positions, in one transaction.

It holds nothing that the topics do not: where it is lost, it is made anew from them.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from aiokafka import TopicPartition

from schemas.quote import QuoteKind
from streams.core.newest import Account, Accounts, retained
from streams.core.options import KINDS
from streams.revisions.errors import RevisionsError

_FORMAT = 1  # to be raised where older files can no longer be read
_SCHEMA = """
CREATE TABLE aqwal_identity (what TEXT NOT NULL);
CREATE TABLE aqwal_position (
    topic TEXT, partition INTEGER, position INTEGER NOT NULL, PRIMARY KEY (topic, partition)) WITHOUT ROWID;
CREATE TABLE aqwal_article (id TEXT PRIMARY KEY, accounts BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE aqwal_settled (
    source TEXT, engine TEXT, kinds INTEGER NOT NULL, PRIMARY KEY (source, engine)) WITHOUT ROWID;
CREATE TABLE aqwal_dirty (article TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_REJECTED = ""  # in the place of an engine: the record ended in a dead letter
_CACHE = -32_000  # of SQLite's pages, in KiB, by its sign
_PAGE = 500


@dataclass(frozen=True, slots=True)
class Identity:
    """What is read: a cluster's id, and the partitions of each topic."""

    cluster: str
    counts: Mapping[str, int]


class Book:
    """An open file. `purpose` and `identity` say what it is about: one of another purpose or cluster is refused.

    Subclasses add their tables by `tables`. Methods raise RevisionsError where the file cannot be used.
    """

    purpose = "book"
    tables = ""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self.connection = connection
        self._name = name

    @classmethod
    @contextmanager
    def open(cls, path: Path | None, identity: Identity) -> Iterator[Self]:
        """The file at `path`, made where there is none; None is one that is gone in the end."""
        name = "a temporary file" if path is None else str(path)
        try:
            connection = sqlite3.connect(path or "", timeout=10, isolation_level=None)
        except sqlite3.Error as error:
            raise RevisionsError(f"{name}: {error}") from error
        try:
            book = cls(connection, name)
            book._prepare(json.dumps({"purpose": cls.purpose, **asdict(identity)}, sort_keys=True))
            yield book
        except sqlite3.Error as error:
            raise RevisionsError(f"{name}: {error}") from error
        finally:
            connection.close()

    def _prepare(self, identity: str) -> None:
        self.connection.executescript(
            f"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = {_CACHE};"
        )
        with self.transaction():
            found = self.connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'aqwal_%'").fetchone()
            (version,) = self.connection.execute("PRAGMA user_version").fetchone()
            if found is None:
                for statement in (_SCHEMA + self.tables).split(";"):
                    self.connection.execute(statement)
                self.connection.execute(f"PRAGMA user_version = {_FORMAT}")
                self.connection.execute("INSERT INTO aqwal_identity VALUES (?)", (identity,))
            elif version != _FORMAT:
                raise RevisionsError(f"{self._name}: written by another version of Aqwal; name a new file")
            elif (was := self.connection.execute("SELECT what FROM aqwal_identity").fetchone()[0]) != identity:
                raise RevisionsError(f"{self._name}: it is about {was}, and this is {identity}; name a new file")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that the body changes, or nothing."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def positions(self) -> dict[TopicPartition, int]:
        """Up to where each partition has been read."""
        rows = self.connection.execute("SELECT topic, partition, position FROM aqwal_position")
        return {TopicPartition(topic, partition): position for topic, partition, position in rows}

    def advance(self, at: TopicPartition, before: int | None, position: int) -> None:
        """Note that `at` is read up to `position`, from `before` (None: for the first time)."""
        if before is None:
            query = "INSERT OR IGNORE INTO aqwal_position (position, topic, partition) VALUES (?, ?, ?)"
            moved = self.connection.execute(query, (position, *at)).rowcount
        else:
            query = "UPDATE aqwal_position SET position = ? WHERE topic = ? AND partition = ? AND position = ?"
            moved = self.connection.execute(query, (position, *at, before)).rowcount
        if moved != 1:
            raise RevisionsError(f"{self._name}: another process reads into it")

    def accounts(self, article: str) -> tuple[Account, ...]:
        """The accounts of an article that can decide; none where it has no marker."""
        row = self.connection.execute("SELECT accounts FROM aqwal_article WHERE id = ?", (article,)).fetchone()
        return () if row is None else Accounts.validate_json(row[0])

    def mark(self, article: str, account: Account) -> None:
        """Take in a marker."""
        kept = retained((*self.accounts(article), account))
        self.connection.execute("REPLACE INTO aqwal_article VALUES (?, ?)", (article, Accounts.dump_json(kept)))
        self._settle(account.source, account.engine, account.kinds)
        self.touch(article)

    def reject(self, article: str | None, source: str) -> None:
        """Take in a dead letter: whatever was published of its record does not count, unless a marker was, too."""
        self._settle(source, _REJECTED, KINDS)
        if article is not None:
            self.touch(article)

    def _settle(self, source: str, engine: str, kinds: Iterable[QuoteKind]) -> None:
        query = "INSERT INTO aqwal_settled VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET kinds = kinds | excluded.kinds"
        self.connection.execute(query, (source, engine, sum(1 << KINDS.index(kind) for kind in kinds)))

    def is_settled(self, source: str, engine: str, kind: QuoteKind) -> bool:
        """Whether what became of the record is known: its marker for that kind, or its dead letter, has been read.

        Else it is being processed just now, or its worker has died and another will do it again.
        """
        query = "SELECT kinds FROM aqwal_settled WHERE source = ? AND engine IN (?, ?)"
        rows = self.connection.execute(query, (source, engine, _REJECTED))
        return any(kinds >> KINDS.index(kind) & 1 for (kinds,) in rows)

    def touch(self, article: str) -> None:
        """Note that something of the article is new."""
        self.connection.execute("INSERT OR IGNORE INTO aqwal_dirty VALUES (?)", (article,))

    def take_touched(self) -> Iterator[list[str]]:
        """The articles of which something is new, in portions; each is in a transaction that ends with the next."""
        while True:
            with self.transaction():
                rows = self.connection.execute("SELECT article FROM aqwal_dirty LIMIT ?", (_PAGE,)).fetchall()
                if not rows:
                    return
                yield [article for (article,) in rows]
                self.connection.executemany("DELETE FROM aqwal_dirty WHERE article = ?", rows)
