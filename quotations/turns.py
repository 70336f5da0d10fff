"""Who spoke last in each story of a page: what a dropped subject goes back to."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from quotations.model import Speaker
from quotations.reports import Report

MAX_CONTINUED = 14  # sentences over which a dropped subject reaches back
_REMEMBERED = 4  # speakers: a reader keeps no more in mind
_TOPIC = 2  # sentences after which a person who has not spoken is no longer the topic


@dataclass(slots=True)
class Turn:
    """Somebody who spoke, or whom the text is about, with the agreement that a later verb must show."""

    speaker: Speaker
    feminine: bool | None
    plural: bool
    sentence: int


class Turns:
    """The last speakers and the last topic of each story."""

    def __init__(self) -> None:
        self._recent: dict[int, deque[Turn]] = {}
        self._topics: dict[int, Turn] = {}

    def add(self, scope: int, turn: Turn) -> None:
        """Somebody has spoken in story `scope`."""
        self._recent.setdefault(scope, deque(maxlen=_REMEMBERED)).append(turn)

    def last(self, scope: int) -> Turn | None:
        """Who spoke last in story `scope`."""
        recent = self._recent.get(scope)
        return recent[-1] if recent else None

    def recent(self, scope: int) -> list[Turn]:
        """Who has spoken in story `scope`, the last first."""
        return list(reversed(self._recent.get(scope, ())))

    def set_topic(self, scope: int, turn: Turn) -> None:
        """A sentence without a report is about this person (ظهر فلان …. وقال: …)."""
        self._topics[scope] = turn

    def candidates(self, scope: int, r: Report, sentence: int) -> Iterator[tuple[Turn, str, bool]]:
        """Whom a verb without a subject may mean, the likeliest first: the turn, why, and whether it fits.

        A verb that may begin anew (وقال, not وأضاف) prefers whom the text has turned to since the last speech. A body
        may be taken up in either gender (أفاد المجلس …. وقالت: …).
        """
        recent = self.recent(scope)
        topic = self._topics.get(scope)
        if topic is not None and sentence - topic.sentence > _TOPIC:
            topic = None
        adds = r.form is not None and r.form.cls == "add"
        if (
            topic is not None
            and not adds
            and topic.speaker.kind == "person"
            and (not recent or topic.sentence > recent[0].sentence)
        ):
            yield topic, "the text has turned to them", agree(r, topic.feminine, topic.plural)
            topic = None
        for turn in recent:
            near = sentence - turn.sentence <= MAX_CONTINUED
            yield (
                turn,
                "spoke last" if turn is recent[0] else "spoke before that",
                near and agree(r, turn.feminine, turn.plural),
            )
        if recent and recent[0].speaker.kind in ("organization", "document", "group"):
            yield recent[0], "a body that spoke just before", sentence - recent[0].sentence <= 2
        if topic is not None:
            yield topic, "the text is about them", agree(r, topic.feminine, topic.plural)


def agree(r: Report, feminine: bool | None, plural: bool) -> bool:
    """Whether a verb without a subject may have a speaker of this gender and number."""
    form = r.form
    if form is None or r.style != "finite" or feminine is None or plural:
        return True
    return form.number != "s" or (form.gender == "f") == feminine
