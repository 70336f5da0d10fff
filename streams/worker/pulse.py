"""Whether the worker still gets on with what it was given."""

import time
from collections.abc import Callable

from streams.worker import metrics
from streams.worker.ledger import Ledger
from streams.worker.pause import Pause


class Pulse:
    """Beats with every article. It has stopped when records wait and none was handled for `limit` seconds.

    A pause is no death: what waits then will be handled when a topic is mended.
    Records can wait for ever where one got lost between the consumer and the handler: a restart reads it again.
    `clock` gives seconds; `handled` is when it stood at the last article.
    """

    def __init__(self, ledger: Ledger, pause: Pause, limit: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.limit = limit
        self.clock = clock
        self.handled = clock()
        self._ledger = ledger
        self._pause = pause
        self._last = self._looked = clock()

    def beat(self) -> None:
        """Note that an article was handled."""
        self._last = self.handled = self.clock()
        metrics.LAST_PROGRESS.set_to_current_time()

    def stopped(self) -> bool:
        """Whether records wait in vain. To be asked every few seconds: with nothing to do, each counts as a beat."""
        now = self.clock()
        if self._ledger.pending == 0 or self._pause.active:
            self._last = now
        self._looked = now
        return now - self._last > self.limit

    def alive(self) -> bool:
        """Whether `stopped` is still being asked, and would not say yes. From any thread; changes nothing."""
        now = self.clock()
        waiting = self._ledger.pending > 0 and not self._pause.active
        return now - self._looked <= self.limit and not (waiting and now - self._last > self.limit)
