"""The table `quotes`, in the same file and transactions as what has been read."""

from dataclasses import dataclass

from streams.core.newest import Account, standing
from streams.core.records import Record
from streams.revisions.book import Book
from streams.revisions.reading import Form


@dataclass(slots=True)
class Changes:
    """Rows that were put in or changed, rows that were taken out, and quotations that lack a record to make one of."""

    upserted: int = 0
    deleted: int = 0
    missing: int = 0


class QuotesTable(Book):
    """One row a quotation, as the newest revision of its article has it; `event` is the record's value."""

    purpose = "consume"
    tables = """
CREATE TABLE quotes (
    quote_id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL,
    source TEXT NOT NULL,
    event TEXT NOT NULL,
    kind TEXT GENERATED ALWAYS AS (json_extract(event, '$.kind')) VIRTUAL,
    text TEXT GENERATED ALWAYS AS (json_extract(event, '$.text')) VIRTUAL,
    speaker TEXT GENERATED ALWAYS AS (json_extract(event, '$.speaker.name')) VIRTUAL,
    outlet TEXT GENERATED ALWAYS AS (json_extract(event, '$.outlet')) VIRTUAL,
    published_at TEXT GENERATED ALWAYS AS (json_extract(event, '$.published_at')) VIRTUAL);
CREATE INDEX quotes_of_article ON quotes (article_id);
CREATE TABLE aqwal_form (
    quote TEXT, source TEXT, engine TEXT, article TEXT NOT NULL, kind TEXT NOT NULL, event TEXT NOT NULL,
    PRIMARY KEY (quote, source, engine));
CREATE INDEX aqwal_form_of_article ON aqwal_form (article);
"""

    def take_form(self, form: Form) -> None:
        """Keep a quotation's record: its marker, which says whether it stands, comes later or has come."""
        event = (form.record.value or b"").decode()
        row = (form.quote, form.source, form.engine, form.article, form.kind, event)
        self.connection.execute("REPLACE INTO aqwal_form VALUES (?, ?, ?, ?, ?, ?)", row)

    def take_tombstone(self, quote: str, record: Record) -> None:
        """Forget the quotation: whatever stands of it comes again."""
        for (article,) in self.connection.execute("SELECT article FROM aqwal_form WHERE quote = ?", (quote,)):
            self.touch(article)
        self.connection.execute("DELETE FROM aqwal_form WHERE quote = ?", (quote,))

    def apply(self) -> Changes:
        """Bring the rows of all articles of which something is new to what stands."""
        changes = Changes()
        for articles in self.take_touched():
            for article in articles:
                self._apply(article, changes)
        return changes

    def _apply(self, article: str, changes: Changes) -> None:
        accounts = self.accounts(article)
        stand = standing(accounts)
        rows = self.connection.execute("SELECT quote_id, event FROM quotes WHERE article_id = ?", (article,))
        before = dict(rows.fetchall())
        for quote, account in stand.items():
            if (event := self._event(quote, account)) is None:
                changes.missing += 1
                continue
            if before.pop(quote, None) != event:
                row = (quote, article, account.source, event)
                self.connection.execute(
                    "REPLACE INTO quotes (quote_id, article_id, source, event) VALUES (?, ?, ?, ?)", row
                )
                changes.upserted += 1
        self.connection.executemany("DELETE FROM quotes WHERE quote_id = ?", [(quote,) for quote in before])
        changes.deleted += len(before)
        self._forget(article, accounts)

    def _event(self, quote: str, account: Account) -> str | None:
        query = "SELECT event FROM aqwal_form WHERE quote = ? AND source = ? AND engine = ?"
        row = self.connection.execute(query, (quote, *account.origin)).fetchone()
        return None if row is None else str(row[0])

    def _forget(self, article: str, accounts: tuple[Account, ...]) -> None:
        """Forms of older revisions: they cannot stand any more. Those whose marker is still to come are kept."""
        query = "SELECT quote, source, engine, kind FROM aqwal_form WHERE article = ?"
        kept = {account.origin for account in accounts}
        for quote, source, engine, kind in self.connection.execute(query, (article,)).fetchall():
            if (source, engine) not in kept and self.is_settled(source, engine, kind):
                query = "DELETE FROM aqwal_form WHERE quote = ? AND source = ? AND engine = ?"
                self.connection.execute(query, (quote, source, engine))
