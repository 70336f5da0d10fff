"""Whether the worker still gets on with what it was given."""

import time
from collections.abc import Callable

from streams.worker.ledger import Ledger
from streams.worker.pause import Pause


class Pulse:
    """Beats with every article. It has stopped when records wait and none was handled for `limit` seconds.

    A pause is no death: what waits then will be handled when a topic is mended.
    Records can wait for ever where one got lost between the consumer and the handler: a restart reads it again.
    `clock` gives seconds.
    """

    def __init__(self, ledger: Ledger, pause: Pause, limit: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.limit = limit
        self._ledger = ledger
        self._pause = pause
        self._clock = clock
        self._last = clock()

    def beat(self) -> None:
        """Note that something was done."""
        self._last = self._clock()

    def stopped(self) -> bool:
        """Whether records wait in vain. To be asked now and then: with nothing to do, each time counts as a beat."""
        if self._ledger.pending == 0 or self._pause.active:
            self.beat()
        return self._clock() - self._last > self.limit
