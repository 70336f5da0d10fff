"""A file of events that can be completed after whatever broke it off: beside it lies how far it has come."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from quotations import ENGINE_VERSION
from schemas.quote import QuoteKind
from streams.offline.extraction import Position

_EVERY = 1.0  # seconds between two records of how far it is: at most so much is done twice


class BeginError(Exception):
    """The output is not to be overwritten, or cannot be gone on with; the message says why."""


class OutputError(Exception):
    """The output cannot be written; the message says why."""


class InputFile(BaseModel):
    """What an input was when the extraction began: `modified` in nanoseconds since the epoch."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: str
    size: int
    modified: int


class Work(BaseModel):
    """What an extraction is made of: where this is the same, so is every byte of its output."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    inputs: tuple[InputFile, ...]
    kinds: tuple[QuoteKind, ...]
    engine_version: str

    @classmethod
    def of(cls, paths: Sequence[Path], kinds: Sequence[QuoteKind]) -> Self:
        """The work on `paths` as they are now, which exist."""
        stats = [(str(path.resolve()), path.stat()) for path in paths]
        inputs = tuple(InputFile(path=path, size=each.st_size, modified=each.st_mtime_ns) for path, each in stats)
        return cls(inputs=inputs, kinds=tuple(kinds), engine_version=ENGINE_VERSION)

    def difference(self, other: "Work") -> str | None:
        """What `other` is made of that this is not, for people; None where there is nothing."""
        if self.engine_version != other.engine_version:
            return f"it was begun by the engine {self.engine_version}, and this is {other.engine_version}"
        if self.kinds != other.kinds:
            return f"it was begun with the kinds {','.join(self.kinds)}"
        if [each.path for each in self.inputs] != [each.path for each in other.inputs]:
            return "it was begun with other input files, or in another order"
        for before, now in zip(self.inputs, other.inputs, strict=True):
            if before != now:
                return f"{now.path} has changed since it was begun"
        return None


class Progress(BaseModel):
    """How far an output has come: all its inputs up to `position` are in its first `size` bytes.

    `articles` counts those that were read, `unread` what is no article, `quotations` the events.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    work: Work
    position: Position = Position()
    size: int = 0
    articles: int = 0
    unread: int = 0
    quotations: int = 0


class Output:
    """`progress` is how far it has come; see `open_output`."""

    def __init__(self, path: Path, file: IO[bytes], progress: Progress) -> None:
        self.progress = progress
        self._path = path
        self._file = file
        self._saved = time.monotonic()

    def add(self, events: Sequence[bytes] | None, end: Position) -> None:
        """Write the events of one article, or None where there is none, up to `end`. Raises OutputError."""
        before, written = self.progress, events or ()
        with _telling(self._path):
            for event in written:
                self._file.write(event + b"\n")
        self.progress = before.model_copy(
            update={
                "position": end,
                "size": before.size + sum(len(event) + 1 for event in written),
                "articles": before.articles + (events is not None),
                "unread": before.unread + (events is None),
                "quotations": before.quotations + len(written),
            }
        )
        if time.monotonic() - self._saved >= _EVERY:
            self.save()

    def save(self) -> None:
        """Let what is written outlast this process and its machine. Raises OutputError."""
        state = state_file(self._path)
        with _telling(self._path):
            self._file.flush()
            os.fsync(self._file.fileno())
            beside = state.with_name(f"{state.name}.new")
            with beside.open("wb") as file:
                file.write(self.progress.model_dump_json().encode())
                file.flush()
                os.fsync(file.fileno())
            beside.replace(state)
        self._saved = time.monotonic()

    def finish(self) -> None:
        """All is in it: what lies beside it is no longer needed. Raises OutputError."""
        self.save()
        state_file(self._path).unlink()


def state_file(path: Path) -> Path:
    """Where it lies how far the output `path` has come; it exists as long as that is not whole."""
    return path.with_name(f"{path.name}.state")


@contextlib.contextmanager
def open_output(path: Path, work: Work, *, resume: bool) -> Iterator[Output]:
    """`path`, to be written anew, or with `resume` as far as it has come; what was written past that is cut off.

    However the body ends, all that was added whole is kept. One process at a time. Raises BeginError where there
    is something that is not to be overwritten, or `work` is not what it was begun with, and OutputError.
    """
    try:
        file = path.open("ab")  # whatever is there, it is looked at before it is cut off
    except OSError as error:
        raise BeginError(f"{path}: {error.strerror}") from error
    try:
        with _telling(path):
            _lock(path, file.fileno())
            progress = _begun(path, os.fstat(file.fileno()).st_size, work, resume=resume)
            file.truncate(progress.size)
        output = Output(path, file, progress)
        output.save()  # from now on it can be gone on with
        try:
            yield output
        except BaseException:
            with contextlib.suppress(OutputError):  # a full disk, whose message is on its way
                output.save()
            raise
        output.finish()
    finally:
        with contextlib.suppress(OSError):  # where the disk is full, it cannot write what it still holds
            file.close()


def _begun(path: Path, size: int, work: Work, *, resume: bool) -> Progress:
    state = state_file(path)
    anew = f"remove it and {state.name} to begin anew"
    try:
        content = state.read_bytes()
    except FileNotFoundError:
        if size == 0:
            return Progress(work=work)
        raise BeginError(f"{path} exists, and is no unfinished output: remove it to begin anew") from None
    if not resume:
        raise BeginError(f"{path} is unfinished: --resume goes on with it, or {anew}")
    try:
        progress = Progress.model_validate_json(content)
    except ValidationError:
        raise BeginError(f"{state} does not say how far an output has come: {anew}") from None
    if difference := progress.work.difference(work):
        raise BeginError(f"{path} cannot be gone on with: {difference}; {anew}")
    if size < progress.size:
        raise BeginError(f"{path} is shorter than it was ({progress.size} bytes): {anew}")
    return progress


def _lock(path: Path, descriptor: int) -> None:
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BeginError(f"{path} is being written by another process") from None


@contextlib.contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror}") from error
