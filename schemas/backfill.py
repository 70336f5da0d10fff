"""`BackfillRun`: how far one replay has come, on `backfill.runs` under its id; the last record of a key counts."""

from datetime import datetime
from typing import Literal

from pydantic import ConfigDict, Field

from schemas.part import Part
from schemas.quote import QuoteKind, SchemaVersion


class BackfillRange(Part):
    """The offsets of one partition that the run reads, and what has become of those before `position`."""

    partition: int = Field(ge=0)
    start: int = Field(ge=0)
    end: int = Field(ge=0, description="Frozen when the run began; itself not of the range.")
    position: int = Field(ge=0, description="All before it is done. At least once: some after it may be, too.")
    cut: int = Field(
        default=0,
        ge=0,
        description="Records before `start`, deleted before the run began, that it may have been about.",
    )
    deleted: int = Field(default=0, ge=0, description="Offsets passed over since they were deleted during the run.")
    read: int = Field(default=0, ge=0, description="Records read, of the selection or not.")
    articles: int = Field(default=0, ge=0, description="Records of the selection that ended in a marker.")
    rejected: int = Field(default=0, ge=0, description="Records of the selection that ended in a dead letter.")
    quotes: int = Field(default=0, ge=0, description="Quotations published.")


class BackfillOutput(Part):
    """One of the topics that the run publishes to."""

    topic: str
    starts: tuple[int, ...] = Field(description="The end of each partition before the run published anything.")


class BackfillRun(Part):
    """Everything that a process needs to go on with a run, or to verify it, on any machine."""

    model_config = ConfigDict(title="BackfillRun")

    schema_version: SchemaVersion = "1.0"
    run_id: str = Field(pattern=r"^[0-9A-Za-z-]{1,64}$")
    state: Literal["running", "done"] = "running"
    created_at: datetime
    updated_at: datetime
    topic: str = Field(description="The topic that is replayed.")
    since: datetime | None = Field(description="Of the records' own timestamps; null: no bound.")
    until: datetime | None = Field(description="Likewise; itself not of the selection.")
    outlets: tuple[str, ...] = Field(description="Only articles of these, and withdrawals; empty: of all.")
    kinds: tuple[QuoteKind, ...]
    engine_version: str
    quotes: BackfillOutput
    processed: BackfillOutput
    rejected: BackfillOutput
    ranges: tuple[BackfillRange, ...]
