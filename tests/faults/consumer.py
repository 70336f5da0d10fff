"""A consumer after the README: it upserts by quotation id, and tells older from newer by `aqwal-source`."""

from tests.faults.entries import Event


class Consumer:
    """Holds what a table of quotations would hold: of each id the newest, of each article what its marker names."""

    def __init__(self) -> None:
        self._quotes: dict[bytes, Event] = {}
        self._markers: dict[bytes, Event] = {}

    def quote(self, event: Event) -> None:
        """A quotation came, perhaps late."""
        _keep_the_newest(self._quotes, event)

    def marker(self, event: Event) -> None:
        """A marker came, perhaps late."""
        _keep_the_newest(self._markers, event)

    def quotes_of(self, article: bytes) -> dict[bytes, Event]:
        """The quotations of an article that are held, by their ids."""
        return {key: self._quotes[key] for key in self._markers[article].refs if key in self._quotes}


def _keep_the_newest(held: dict[bytes, Event], event: Event) -> None:
    # An article's records lie in one partition, so that their offsets compare.
    if event.key not in held or held[event.key].source[1] <= event.source[1]:
        held[event.key] = event
