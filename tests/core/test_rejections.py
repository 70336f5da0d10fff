"""The account of dead letters: each once, with what was sent back of it."""

from dataclasses import replace

from streams.core.letters import reject
from streams.core.options import HandleOptions
from streams.core.records import Record
from streams.core.rejections import Choice, Letter, Rejections, note_of
from tests.core.samples import NOW, record

REJECTED = "articles.rejected"


def letter_at(offset: int, given: Record, partition: int = 0) -> Record:
    message = reject(given, "engine-error", "why", HandleOptions(), now=NOW).letter
    return Record(REJECTED, partition, offset, given.timestamp, message.key, message.value, message.headers)


def note_at(offset: int, letter: Record, sent: str = "articles.raw/2/90") -> Record:
    return Record(REJECTED, letter.partition, offset, NOW, letter.key, b"", note_of(letter, sent).encode())


def account_of(*records: Record) -> Rejections:
    rejections = Rejections()
    for each in records:
        rejections.add(each)
    return rejections


def letter_in(rejections: Rejections, offset: int) -> Letter:
    found = rejections.at((0, offset))
    assert found is not None
    return found


def test_letters_come_by_partition_and_offset_and_notes_are_none() -> None:
    first, second = letter_at(5, record(b"x")), letter_at(3, record(b"y", offset=8))
    third = letter_at(1, record(b"z", offset=9), partition=1)
    rejections = account_of(third, second, first, note_at(6, first))
    assert [letter.position for letter in rejections.chosen(Choice())] == [(0, 3), (0, 5), (1, 1)]
    assert rejections.at((0, 6)) is None


def test_a_note_closes_its_letter_and_no_other() -> None:
    first, second = letter_at(0, record(b"x")), letter_at(1, record(b"y", offset=8))
    rejections = account_of(first, second, note_at(2, first))
    assert rejections.sent(letter_in(rejections, 0)) == "articles.raw/2/90"
    assert [letter.offset for letter in rejections.chosen(Choice(only_open=True))] == [1]


def test_copies_are_one_letter_and_closed_together() -> None:
    first = letter_at(0, record(b"x"))
    rejections = account_of(first, replace(first, offset=1), note_at(2, replace(first, offset=1)))
    assert len(rejections.chosen(Choice())) == 1
    assert rejections.at((0, 1)) == letter_in(rejections, 0)
    assert rejections.sent(letter_in(rejections, 0))


def test_a_letter_that_came_back_is_another_one_and_so_is_another_record() -> None:
    first = letter_at(0, record(b"x"))
    back = letter_at(1, Record("articles.raw", 2, 90, NOW, first.key, first.value, first.headers))
    other = replace(first, offset=2, value=b"other")
    rejections = account_of(first, back, other, note_at(3, first))
    assert [letter.offset for letter in rejections.chosen(Choice(only_open=True))] == [1, 2]


def test_a_letter_just_sent_back_is_closed() -> None:
    rejections = account_of(letter_at(0, record(b"x")))
    rejections.mark(letter_in(rejections, 0), "articles.raw/0/1")
    assert rejections.chosen(Choice(only_open=True)) == []


def test_what_is_neither_letter_nor_note_is_counted() -> None:
    letter = letter_at(0, record(b"x"))
    broken = Record(REJECTED, 0, 2, NOW, None, b"", (("__aqwal.errors.retried", b"nowhere"),))
    rejections = account_of(Record(REJECTED, 0, 0, NOW, None, b"junk"), broken, note_at(3, letter))
    assert (rejections.foreign, rejections.chosen(Choice())) == (2, [])
