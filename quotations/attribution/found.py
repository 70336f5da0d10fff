"""A quotation as tokens, before it is turned into the engine's result."""

from dataclasses import dataclass, field

from quotations.model import Kind, Speaker
from quotations.page.marks import Marked
from quotations.reports.events import Report


@dataclass(slots=True)
class Found:
    """A quotation as tokens, before it is turned into the engine's result."""

    kind: Kind
    first: int
    last: int
    report: Report | None
    speaker: Speaker
    sentence: int
    rule: str
    mark: Marked | None = None
    features: dict[str, float] = field(default_factory=dict)
    probability: float = 1.0
    interruptions: list[tuple[int, int]] = field(default_factory=list)
    part_of: int = -1  # index in the list of found ones
    chance: float = 1.0  # the probability of the speaker, where several may be meant
