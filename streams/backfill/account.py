"""What a run should have published against what it did, in a database on disk: the size of a run is no matter.

`with Account() as account` opens it, empty; the file has no name, and is gone with the process.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from types import TracebackType
from typing import NamedTuple, Self

Place = tuple[int, int]  # partition and offset of an input record

_SHOWN = 5  # places of a finding, at most
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE expected (partition INT, offset INT, letter TEXT, PRIMARY KEY (partition, offset)) WITHOUT ROWID;
CREATE INDEX by_letter ON expected (letter);
CREATE TABLE marked (partition INT, offset INT, PRIMARY KEY (partition, offset)) WITHOUT ROWID;
CREATE TABLE lettered (partition INT, offset INT, PRIMARY KEY (partition, offset)) WITHOUT ROWID;
CREATE TABLE stray_letters (letter TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE listed (partition INT, offset INT, quote BLOB, PRIMARY KEY (partition, offset, quote)) WITHOUT ROWID;
CREATE TABLE published (
  partition INT, offset INT, quote BLOB, hash BLOB, differs INT DEFAULT 0, PRIMARY KEY (partition, offset, quote)
) WITHOUT ROWID;
CREATE TABLE newer (quote BLOB PRIMARY KEY) WITHOUT ROWID;
"""
# Each: what is wrong, and the places where it is.
_CHECKS = {
    "neither marker nor dead letter": """
        SELECT partition, offset FROM expected
        EXCEPT SELECT * FROM marked EXCEPT SELECT * FROM lettered""",
    "a marker without all its quotations": """
        SELECT DISTINCT partition, offset FROM listed
        WHERE NOT EXISTS (SELECT 1 FROM published AS p WHERE (p.partition, p.offset, p.quote)
                          = (listed.partition, listed.offset, listed.quote))
          AND quote NOT IN (SELECT quote FROM newer)""",
    "a quotation that its marker does not list": """
        SELECT DISTINCT partition, offset FROM published
        WHERE EXISTS (SELECT 1 FROM marked AS m WHERE (m.partition, m.offset)
                      = (published.partition, published.offset))
          AND NOT EXISTS (SELECT 1 FROM listed AS l WHERE (l.partition, l.offset, l.quote)
                          = (published.partition, published.offset, published.quote))""",
    "a quotation published again in another form": "SELECT DISTINCT partition, offset FROM published WHERE differs",
    "an event of a record that is not of the run": """
        SELECT * FROM (SELECT * FROM marked UNION SELECT partition, offset FROM published)
        EXCEPT SELECT partition, offset FROM expected""",
}


class Finding(NamedTuple):
    """What is wrong, how often, and the first places of input records that show it (`partition/offset`)."""

    what: str
    times: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """Input records: all, with a marker, with a dead letter alone, with both; and the quotations that markers list."""

    expected: int
    marked: int
    lettered: int
    both: int
    quotes: int


class Account:
    """Everything may be told twice, in any order, but for what is expected, which comes first."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def expect(self, records: Iterable[tuple[Place, str]]) -> None:
        """Input records of the run; the text is what their dead letter would say of its origin."""
        rows = [(*place, letter) for place, letter in records]
        self._database.executemany("INSERT OR IGNORE INTO expected VALUES (?, ?, ?)", rows)

    def markers(self, markers: Iterable[tuple[Place, Iterable[bytes]]]) -> None:
        """Markers of the run, with the quotations (16 bytes each) that they list."""
        known = list(markers)
        self._database.executemany("INSERT OR IGNORE INTO marked VALUES (?, ?)", [place for place, _ in known])
        listed = [(*place, quote) for place, quotes in known for quote in quotes]
        self._database.executemany("INSERT OR IGNORE INTO listed VALUES (?, ?, ?)", listed)

    def quotes(self, quotes: Iterable[tuple[Place, bytes, bytes]]) -> None:
        """Quotations of the run: the input record, the id (16 bytes), the value."""
        rows = [(*place, quote, blake2b(value, digest_size=8).digest()) for place, quote, value in quotes]
        self._database.executemany(
            "INSERT INTO published (partition, offset, quote, hash) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET differs = differs OR hash <> excluded.hash",
            rows,
        )

    def newer(self, quotes: Iterable[bytes]) -> None:
        """Quotations that others published since: compaction may have taken the run's own for them."""
        self._database.executemany("INSERT OR IGNORE INTO newer VALUES (?)", [(quote,) for quote in quotes])

    def letters(self, letters: Iterable[str]) -> None:
        """Dead letters of the run, by what they say of their origin."""
        for letter in letters:
            found = self._database.execute("SELECT partition, offset FROM expected WHERE letter = ?", (letter,))
            places = found.fetchall()
            self._database.executemany("INSERT OR IGNORE INTO lettered VALUES (?, ?)", places)
            if not places:
                self._database.execute("INSERT OR IGNORE INTO stray_letters VALUES (?)", (letter,))

    def totals(self) -> Totals:
        """How much there is of each."""
        return Totals(
            expected=self._number("SELECT count(*) FROM expected"),
            marked=self._number("SELECT count(*) FROM marked"),
            lettered=self._number("SELECT count(*) FROM (SELECT * FROM lettered EXCEPT SELECT * FROM marked)"),
            both=self._number("SELECT count(*) FROM (SELECT * FROM lettered INTERSECT SELECT * FROM marked)"),
            quotes=self._number("SELECT count(*) FROM listed"),
        )

    def findings(self) -> Iterator[Finding]:
        """What is wrong with it; none where everything is there, and nothing else."""
        for what, query in _CHECKS.items():
            if count := self._number(f"SELECT count(*) FROM ({query})"):  # noqa: S608 - our own queries
                with closing(self._database.execute(f"{query} LIMIT {_SHOWN}")) as rows:
                    yield Finding(what, count, tuple(f"{partition}/{offset}" for partition, offset in rows))
        if count := self._number("SELECT count(*) FROM stray_letters"):
            with closing(self._database.execute("SELECT letter FROM stray_letters LIMIT ?", (_SHOWN,))) as rows:
                yield Finding("a dead letter of a record that is not of the run", count, tuple(row[0] for row in rows))

    def _number(self, query: str) -> int:
        (number,) = self._database.execute(query).fetchone()
        return int(number)
