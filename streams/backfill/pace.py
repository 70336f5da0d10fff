"""A limit on articles a second."""

import time
from collections.abc import Callable


class Pace:
    """`rate` articles a second, on the average; None: as many as there are. `clock` gives seconds."""

    def __init__(self, rate: float | None, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate = rate
        self._clock = clock
        self._due = clock()

    def delay(self, count: int) -> float:
        """Seconds to wait before the next `count` articles. What was not used up is not made up for later."""
        if self.rate is None:
            return 0.0
        now = self._clock()
        delay = max(0.0, self._due - now)
        self._due = max(self._due, now) + count / self.rate
        return delay
