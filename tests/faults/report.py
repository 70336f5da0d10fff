"""What a run has to tell."""

import signal
from collections import Counter
from dataclasses import dataclass, field
from typing import ClassVar

from streams.worker.exits import Exit
from tests.faults.checker import Verdict

# How a worker may end: the exit codes of `aqwal worker`, and the signals that it was sent.
_PLANNED = {Exit.STOPPED, Exit.GAVE_UP, Exit.CANNOT_START, -signal.SIGKILL, -signal.SIGTERM}


@dataclass
class Row:
    """One fault. `at`: seconds after the run's beginning at which it struck.

    `in_flight`: records that were published and not committed then; `lasted`: seconds until the harm was over; `done`:
    seconds until all that was in flight was committed; `ends`: workers that ended meanwhile, in whatever way.
    """

    kind: str
    at: float = 0.0
    in_flight: int = 0
    lasted: float = 0.0
    done: float = 0.0
    ends: int = 0
    stuck: str = ""

    HEAD: ClassVar = (
        f"{'fault':<20}{'at s':>7}{'in flight':>11}{'lasted s':>10}{'done s':>8}{'recovery s':>12}{'ends':>6}"
    )

    def line(self) -> str:
        """One line under HEAD, and what was amiss."""
        times = f"{self.lasted:>10.1f}{self.done:>8.1f}{max(0.0, self.done - self.lasted):>12.1f}"
        line = f"{self.kind:<20}{self.at:>7.0f}{self.in_flight:>11}{times}{self.ends:>6}"
        return f"{line}\nSTUCK: {self.stuck}" if self.stuck else line


@dataclass
class Report:
    """Of a run. `stuck`: why the end was not reached."""

    seed: int
    rows: list[Row] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    exits: dict[str, list[int]] = field(default_factory=dict)
    run_seconds: float = 0.0
    stuck: str = ""
    verdict: Verdict | None = None

    def findings(self) -> list[str]:
        """Whatever must not be; empty for a good run."""
        found = [f"{row.kind}: {row.stuck}" for row in self.rows if row.stuck]
        found += [f"{row.kind}: no records were in flight" for row in self.rows if not row.in_flight]
        if self.stuck:
            found.append(self.stuck)
        codes = {code for codes in self.exits.values() for code in codes}
        found += [f"a worker ended with {code}" for code in sorted(codes - _PLANNED)]
        if self.verdict is None:
            return [*found, "no account was given"]
        if not self.verdict.refused and any(row.kind == "message-too-large" for row in self.rows):
            found.append("message-too-large: nothing was refused")
        if not self.verdict.duplicates and -signal.SIGKILL in codes:
            found.append("no duplicates: whoever was killed had nothing in hand")
        return found + [f"{sort}: {len(texts)}" for sort, texts in self.verdict.findings.items()]

    def lines(self) -> list[str]:
        """The end of the report: kinds, exits, the verdict."""
        kinds = Counter(row.kind for row in self.rows)
        told = ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items()))
        exits = Counter(code for codes in self.exits.values() for code in codes)
        lines = [
            f"seed {self.seed}; {len(self.rows)} faults in {self.run_seconds:.0f} s: {told}",
            "workers ended with " + ", ".join(f"{code}: {number} times" for code, number in sorted(exits.items())),
            *(self.verdict.lines() if self.verdict else ()),
        ]
        found = self.findings()
        return [*lines, *(f"FOUND: {text}" for text in found), "NOT GOOD" if found else "GOOD: nothing was found"]
