"""The local file: resumed, refused, and never read into by two."""

from pathlib import Path

import pytest
from aiokafka import TopicPartition

from streams.core.newest import Account
from streams.revisions.book import Book, Identity
from streams.revisions.errors import RevisionsError

AT = TopicPartition("quotes", 0)
OURS = Identity("cluster", {"quotes": 1})


def _account(source: str = "raw/0/1") -> Account:
    return Account(
        revision=None,
        timestamp=0,
        source=source,
        engine="1.0.0",
        place=0,
        kinds=("direct",),
        withdrawn=False,
        quotes={"q": "direct"},
    )


def test_what_was_read_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "book"
    with Book.open(path, OURS) as book, book.transaction():
        book.mark("a", _account())
        book.advance(AT, None, 7)
    with Book.open(path, OURS) as book:
        assert book.positions() == {AT: 7}
        assert book.accounts("a") == (_account(),)
        assert list(book.take_touched()) == [["a"]]
        assert list(book.take_touched()) == []


def test_a_portion_that_was_not_finished_comes_again(tmp_path: Path) -> None:
    with Book.open(tmp_path / "book", OURS) as book:
        book.touch("a")
        portions = book.take_touched()
        assert next(portions) == ["a"]
        portions.close()  # what an exception in the body of a loop leads to
        assert list(book.take_touched()) == [["a"]]


def test_a_record_is_settled_by_its_marker_for_its_kinds_and_by_its_dead_letter_for_all(tmp_path: Path) -> None:
    with Book.open(None, OURS) as book:
        book.mark("a", _account("raw/0/1"))
        book.reject(None, "raw/0/2")
        assert book.is_settled("raw/0/1", "1.0.0", "direct")
        assert not book.is_settled("raw/0/1", "1.0.0", "mixed")
        assert not book.is_settled("raw/0/1", "2.0.0", "direct")
        assert book.is_settled("raw/0/2", "2.0.0", "mixed")
        assert not book.is_settled("raw/0/3", "1.0.0", "direct")


def test_of_two_that_read_into_one_file_the_second_is_stopped(tmp_path: Path) -> None:
    with Book.open(tmp_path / "book", OURS) as first, Book.open(tmp_path / "book", OURS) as second:
        first.advance(AT, None, 7)
        with pytest.raises(RevisionsError, match="another process reads into it"):
            second.advance(AT, None, 7)
        first.advance(AT, 7, 9)
        with pytest.raises(RevisionsError, match="another process reads into it"):
            second.advance(AT, 7, 9)


class _Other(Book):
    purpose = "other"


@pytest.mark.parametrize(
    ("kind", "identity"),
    [
        (Book, Identity("another", {"quotes": 1})),
        (Book, Identity("cluster", {"quotes": 2})),
        (Book, Identity("cluster", {"others": 1})),
        (_Other, OURS),
    ],
)
def test_a_file_about_something_else_is_refused(tmp_path: Path, kind: type[Book], identity: Identity) -> None:
    with Book.open(tmp_path / "book", OURS):
        pass
    with pytest.raises(RevisionsError, match="name a new file"), kind.open(tmp_path / "book", identity):
        pass


def test_a_file_of_another_version_is_refused(tmp_path: Path) -> None:
    with Book.open(tmp_path / "book", OURS) as book:
        book.connection.execute("PRAGMA user_version = 99")
    with pytest.raises(RevisionsError, match="another version of Aqwal"), Book.open(tmp_path / "book", OURS):
        pass


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no database " * 100)
    with pytest.raises(RevisionsError, match="not a database"), Book.open(tmp_path / "text", OURS):
        pass
