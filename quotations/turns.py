"""Who spoke last in each story of a page: what a dropped subject goes back to."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from quotations.model import Speaker
from quotations.nouns import NounPhrase
from quotations.reports import Report
from quotations.sentences import Sentence

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


class _Unread(NamedTuple):
    """A sentence whose topic nobody has asked for, and who had spoken before it."""

    number: int
    sentence: Sentence
    recent: tuple[Turn, ...]


ReadTopic = Callable[[int, Sentence], Turn | None]


class Turns:
    """The last speakers and the last topic of each story."""

    def __init__(self) -> None:
        self._recent: dict[int, tuple[Turn, ...]] = {}  # the last first
        self._topics: dict[int, Turn] = {}
        self._unread: dict[int, deque[_Unread]] = {}

    def add(self, scope: int, turn: Turn) -> None:
        """Somebody has spoken in story `scope`."""
        self._recent[scope] = (turn, *self.recent(scope)[: _REMEMBERED - 1])

    def last(self, scope: int) -> Turn | None:
        """Who spoke last in story `scope`."""
        return next(iter(self.recent(scope)), None)

    def recent(self, scope: int) -> tuple[Turn, ...]:
        """Who has spoken in story `scope`, the last first."""
        return self._recent.get(scope, ())

    def may_have_topic(self, number: int, s: Sentence) -> None:
        """A sentence without a report may be about a person (ظهر فلان …. وقال: …); most are never asked for theirs."""
        unread = self._unread.setdefault(s.scope, deque(maxlen=_TOPIC))
        unread.append(_Unread(number, s, self.recent(s.scope)))

    def _topic(self, scope: int, sentence: int, read: ReadTopic) -> Turn | None:
        """Whom the story is about at this sentence: the topic of the last sentence before it that has one."""
        unread, now = self._unread.get(scope), self.recent(scope)
        while unread and sentence - unread[-1].number <= _TOPIC:
            last = unread.pop()
            self._recent[scope] = last.recent  # a title in it means who had spoken by then
            topic = read(last.number, last.sentence)
            self._recent[scope] = now
            if topic is not None:
                self._topics[scope] = topic
                unread.clear()
        topic = self._topics.get(scope)
        return topic if topic is not None and sentence - topic.sentence <= _TOPIC else None

    def candidates(self, scope: int, r: Report, sentence: int, read: ReadTopic) -> Iterator[tuple[Turn, str, bool]]:
        """Whom a verb without a subject may mean, the likeliest first: the turn, why, and whether it fits.

        `read` tells the topic of a sentence.

        A verb that may begin anew (وقال, not وأضاف) prefers whom the text has turned to since the last speech. A body
        may be taken up in either gender (أفاد المجلس …. وقالت: …).
        """
        recent, topic = self.recent(scope), self._topic(scope, sentence, read)
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
