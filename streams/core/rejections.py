"""The account of the dead letters that have been read: each once, and whether it was sent back."""

from collections.abc import Collection
from dataclasses import dataclass, field
from hashlib import blake2b

from pydantic import ValidationError

from schemas.dead_letter import DeadLetterHeaders
from schemas.headers import format_source, parse_source
from schemas.retry_note import RetryNoteHeaders, is_retry_note
from streams.core.headers import source_position
from streams.core.records import Record

Position = tuple[int, int]  # partition and offset on articles.rejected
_Identity = tuple[str, int, int, int, bytes | None, int | None, bytes]


@dataclass(frozen=True, slots=True)
class Letter:
    """A dead letter without its value. `timestamp` is milliseconds since the epoch, UTC; `size` bytes of the value."""

    partition: int
    offset: int
    timestamp: int
    key: bytes | None
    size: int | None
    why: DeadLetterHeaders
    digest: bytes  # of the value

    @property
    def position(self) -> Position:
        """Where it lies on articles.rejected."""
        return self.partition, self.offset

    @property
    def identity(self) -> _Identity:
        """The same for copies: a worker that is killed before it commits publishes its last letters again."""
        why = self.why
        return why.topic, why.partition, why.offset, why.attempts, self.key, self.size, self.digest


@dataclass(frozen=True, slots=True)
class Choice:
    """What to look for; None and empty choose everything. Times are milliseconds since the epoch, UTC."""

    reasons: Collection[str] = ()
    since: int | None = None
    until: int | None = None  # exclusive
    key: bytes | None = None
    only_open: bool = False


@dataclass(slots=True)
class Rejections:
    """`foreign` counts the records of the topic that are neither a dead letter nor a note."""

    foreign: int = 0
    _letters: dict[_Identity, Letter] = field(default_factory=dict)
    _places: dict[Position, _Identity] = field(default_factory=dict)
    _sent: dict[_Identity, str] = field(default_factory=dict)

    def add(self, record: Record) -> None:
        """Take account of one record of articles.rejected; those of a partition come in order."""
        try:
            if is_retry_note(record.headers):
                self._add_note(RetryNoteHeaders.decode(record.headers))
            else:
                self._add_letter(record, DeadLetterHeaders.decode(record.headers))
        except ValidationError:
            self.foreign += 1

    def at(self, position: Position) -> Letter | None:
        """The letter at `position`; of copies, the first."""
        identity = self._places.get(position)
        return self._letters[identity] if identity else None

    def sent(self, letter: Letter) -> str | None:
        """`topic/partition/offset` of what was sent back of `letter` or of a copy of it; None where it is open."""
        return self._sent.get(letter.identity)

    def mark(self, letter: Letter, sent: str) -> None:
        """`letter` has just been sent back as `sent`."""
        self._sent[letter.identity] = sent

    def chosen(self, choice: Choice) -> list[Letter]:
        """The letters that `choice` means, by partition and offset, each once whatever copies it has."""
        found = [letter for letter in self._letters.values() if self._is_meant(letter, choice)]
        return sorted(found, key=lambda letter: letter.position)

    def _is_meant(self, letter: Letter, choice: Choice) -> bool:
        return (
            (not choice.reasons or letter.why.reason in choice.reasons)
            and (choice.since is None or letter.timestamp >= choice.since)
            and (choice.until is None or letter.timestamp < choice.until)
            and (choice.key is None or letter.key == choice.key)
            and not (choice.only_open and self.sent(letter))
        )

    def _add_letter(self, record: Record, why: DeadLetterHeaders) -> None:
        size = None if record.value is None else len(record.value)
        digest = blake2b(record.value or b"", digest_size=16).digest()
        letter = Letter(record.partition, record.offset, record.timestamp, record.key, size, why, digest)
        self._letters.setdefault(letter.identity, letter)
        self._places[letter.position] = letter.identity

    def _add_note(self, note: RetryNoteHeaders) -> None:
        retried = parse_source(note.retried)
        identity = self._places.get((retried.partition, retried.offset))
        if identity is not None:  # else the letter has been deleted before its note
            self._sent[identity] = note.sent


def note_of(letter: Record, sent: str) -> RetryNoteHeaders:
    """The note that `letter`, a record of articles.rejected, lies at `sent` again."""
    return RetryNoteHeaders(retried=format_source(source_position(letter)), sent=sent)
