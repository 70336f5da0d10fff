"""Who spoke last in each story of a page: what a dropped subject goes back to."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from quotations.model import Speaker
from quotations.nouns import NounPhrase
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

    def agrees(self, r: Report) -> bool:
        """Whether a verb or participle without a subject may mean this speaker."""
        return agree(r, self.feminine, self.plural, self.speaker.kind == "person")


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
            yield topic, "the text has turned to them", topic.agrees(r)
            topic = None
        for turn in recent:
            near = sentence - turn.sentence <= MAX_CONTINUED
            yield (
                turn,
                "spoke last" if turn is recent[0] else "spoke before that",
                near and turn.agrees(r),
            )
        if recent and recent[0].speaker.kind in ("organization", "document", "group"):
            yield recent[0], "a body that spoke just before", sentence - recent[0].sentence <= 2
        if topic is not None:
            yield topic, "the text is about them", topic.agrees(r)


def agree(r: Report, feminine: bool | None, plural: bool, person: bool) -> bool:
    """Whether a verb or participle without a subject may have a speaker of this gender and number, a person or none."""
    form = r.form
    if form is None or r.style not in ("finite", "participle"):
        return True
    if plural or form.number != "s":
        return form.number != "s" and (plural or not person)
    return feminine is None or form.gender not in "mf" or (form.gender == "f") == feminine


def agreement(np: NounPhrase, one: bool) -> tuple[bool | None, bool]:
    """The gender and the number that a later verb must show: many people are plural, many things feminine.

    `one` says that the phrase picks out one of many (أحد السكان).
    """
    many = (np.plural or np.joined) and not one
    if many and np.kind in ("organization", "unnamed_source", "document"):
        return True, False
    return (None, True) if many else (np.feminine, False)
