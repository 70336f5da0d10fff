"""Which records of a topic a replay takes."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from schemas.article import PublicationTime
from schemas.backfill import BackfillRun
from streams.core.records import Record
from streams.core.stamp import milliseconds

_MOMENT: TypeAdapter[datetime] = TypeAdapter(PublicationTime)

Bound = int | datetime  # an offset, or a moment in UTC


def parse_bound(text: str) -> Bound:
    """Digits alone are an offset; else an ISO 8601 moment, or a date, which is its midnight. UTC unless it says more.

    Raises ValueError where it is neither.
    """
    if text.isascii() and text.isdigit():
        return int(text)
    try:
        return _MOMENT.validate_python(text)
    except ValidationError:
        raise ValueError(f"{text}: neither an offset nor a moment in ISO 8601") from None


@dataclass(frozen=True, slots=True)
class Selection:
    """Records stamped `since` or later and before `until` (milliseconds since the epoch; None: no bound).

    Of `outlets`, where any are named, those whose article names one of them; withdrawals name none and are always of
    it, for what they withdraw may be.
    """

    since: int | None = None
    until: int | None = None
    outlets: frozenset[str] = frozenset()

    def takes(self, record: Record) -> bool:
        """Whether `record` is of it. What is no article has no outlet; what has no stamp lies in no range of time."""
        return self._in_time(record.timestamp) and self._of_outlets(record)

    def _in_time(self, stamp: int) -> bool:
        if self.since is None and self.until is None:
            return True
        return stamp >= max(0, self.since or 0) and (self.until is None or stamp < self.until)

    def _of_outlets(self, record: Record) -> bool:
        return not self.outlets or record.value is None or _outlet(record.value) in self.outlets


def selection_of(run: BackfillRun) -> Selection:
    """What `run` takes of its ranges."""
    return Selection(
        None if run.since is None else milliseconds(run.since),
        None if run.until is None else milliseconds(run.until),
        frozenset(run.outlets),
    )


class _Outlet(BaseModel):
    """The one field of an article that is asked for; reading the others would cost more."""

    model_config = ConfigDict(extra="ignore", strict=True)

    outlet: str | None = None


def _outlet(value: bytes) -> str | None:
    try:
        return _Outlet.model_validate_json(value.removeprefix(b"\xef\xbb\xbf")).outlet
    except ValidationError:
        return None
