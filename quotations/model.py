"""What goes into the engine and what comes out: plain values, no I/O.

Every offset is in Unicode code points into the text of the named field, end exclusive.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["direct", "mixed", "indirect", "interview"]
Family = Literal["marked", "unmarked"]
CueClass = Literal["say", "add", "ask", "demand", "believe", "expect", "warn", "deny", "other"]
SpeakerKind = Literal["person", "organization", "group", "unnamed_source", "document", "scripture", "unknown"]
Resolution = Literal["explicit", "continued", "title", "alias", "none"]
Block = Literal["headline", "body", "related"]
TextField = Literal["body", "title"]


class Span(NamedTuple):
    """Code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """The input: `title` is the headline where it is given apart from `body`."""

    body: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class TextRef:
    """Words of the article and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cue:
    """The word or words of reporting; `lemma` is the mark itself for a colon."""

    text: str
    span: Span
    lemma: str
    cls: CueClass
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """One of several who speak together."""

    name: str
    key: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words they are; `UNKNOWN` where nobody can be named."""

    mention: str | None
    mention_span: Span | None
    name: str | None
    title: str | None
    kind: SpeakerKind
    key: str | None
    resolution: Resolution
    members: tuple[Member, ...] = ()


UNKNOWN = Speaker(None, None, None, None, "unknown", None, "none")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation of one field of the article.

    `ordinal` counts, from 0, the article's spans of the same `family` with the same `normalized_text`, emitted or not,
    so that an id made from it survives a newer engine that accepts one span more. `within` and `part_of` are indices
    into the list that `extract` returns.
    """

    field: TextField
    kind: Kind
    family: Family
    span: Span
    text: str
    normalized_text: str
    ordinal: int
    sentence: Span
    interruptions: tuple[Span, ...]
    block: Block
    cue: Cue | None
    speaker: Speaker
    medium: TextRef | None
    addressee: TextRef | None
    occasion: TextRef | None
    within: int | None
    part_of: int | None
    confidence: float
    rule: str
