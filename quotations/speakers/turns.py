"""Who spoke last in each story of a page: what a dropped subject goes back to."""

from dataclasses import dataclass

from quotations.model import Speaker
from quotations.page.sentences import Sentence
from quotations.phrases.nouns import NounPhrase
from quotations.reports.events import Report
from quotations.words.phrase_words import MARKS_OPEN
from quotations.words.text import Text

MAX_CONTINUED = 14  # sentences over which a dropped subject reaches back
_REMEMBERED = 4  # speakers: a reader keeps no more in mind
_MEANT = 6  # speakers whom a dropped subject may mean


@dataclass(slots=True)
class Turn:
    """Somebody who spoke, with the agreement that a later verb must show."""

    speaker: Speaker
    feminine: bool | None
    plural: bool
    sentence: int
    headline: bool = False  # a headline tells what the story has yet to say
    paper: bool = False  # whose article has a title: الصحيفة takes it up, whatever its name


class Turns:
    """The last speakers of each story."""

    def __init__(self) -> None:
        self._recent: dict[int, tuple[Turn, ...]] = {}  # the last first
        self._speakers: dict[int, tuple[Turn, ...]] = {}
        self.cited: dict[int, Turn] = {}  # in each story the last body by a preposition: وفقا لصحيفة كذا

    def add(self, scope: int, turn: Turn) -> None:
        """Somebody has spoken in story `scope`."""
        self._recent[scope] = (turn, *self.recent(scope)[: _REMEMBERED - 1])
        others = tuple(t for t in self.speakers(scope) if t.speaker.key != turn.speaker.key)
        self._speakers[scope] = (turn, *others[: _MEANT - 1])

    def last(self, scope: int) -> Turn | None:
        """Who spoke last in story `scope`."""
        return next(iter(self.recent(scope)), None)

    def recent(self, scope: int) -> tuple[Turn, ...]:
        """Who has spoken in story `scope`, the last first."""
        return self._recent.get(scope, ())

    def speakers(self, scope: int) -> tuple[Turn, ...]:
        """The same without those who spoke before as well: each speaker once, a few more of them."""
        return self._speakers.get(scope, ())


def shows_agreement(r: Report) -> bool:
    """Whether a report's word shows the gender and the number of who speaks: a verb, a participle, the pronoun of a
    verbal noun."""
    return r.style in ("finite", "participle") or (r.style == "masdar" and r.form is not None and r.form.has_object)


def agree(r: Report, feminine: bool | None, plural: bool, person: bool) -> bool:
    """Whether a verb or participle without a subject, or the pronoun of a verbal noun (قوله, قولها), may have a speaker
    of this gender and number, a person or none."""
    form = r.form
    if form is None or not shows_agreement(r):
        return True
    if plural or form.number != "s":
        return form.number != "s" and (plural or not person)
    return feminine is None or form.gender not in "mf" or (form.gender == "f") == feminine


def opens_below(text: Text, s: Sentence, r: Report) -> bool:
    """كتبت الصحيفة تقول: and «…» on the next line: whether the last verb of a line leads to the words below it."""
    below = text.forms[s.last + 1 : s.last + 3]
    return text.forms[s.last] == ":" and r.style == "finite" and any(form in MARKS_OPEN for form in below)


def agreement(np: NounPhrase, one: bool) -> tuple[bool | None, bool]:
    """The gender and the number that a later verb must show: many people are plural, many things feminine.

    `one` says that the phrase picks out one of many (أحد السكان).
    """
    many = ((np.plural and not np.has_name) or np.joined) and not one
    if many and np.kind in ("organization", "unnamed_source", "document"):
        return True, False
    return (None, True) if many else (np.feminine, False)
