"""`QuoteEvent`: one attributed quotation on `quotes.attributed`."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field

from schemas.part import Part

# Its second number grows when fields are added, its first would if one were changed or removed.
SchemaVersion = Annotated[str, Field(pattern=r"^1\.[0-9]+$")]
QuoteKind = Literal["direct", "mixed", "indirect", "interview"]
CueClass = Literal["say", "add", "ask", "demand", "believe", "expect", "warn", "deny", "other"]
SpeakerKind = Literal["person", "organization", "group", "unnamed_source", "document", "scripture", "unknown"]
Resolution = Literal["explicit", "continued", "title", "alias", "none"]
TextField = Literal["body", "title"]
Block = Literal["headline", "body", "related"]


class Span(Part):
    """A W3C TextPositionSelector: code points, `end` exclusive, into the field named by the event's `span.field`."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class FieldSpan(Span):
    """A span that says into which field of the article it points."""

    field: TextField


class Context(Part):
    """A W3C TextQuoteSelector's surroundings: up to 64 code points on either side of the span."""

    prefix: str = Field(max_length=64)
    suffix: str = Field(max_length=64)


class Sentence(Span):
    """The sentence that reports the words, cut to at most 1,000 code points around them."""

    text: str = Field(max_length=1000)


class TextRef(Part):
    """Words of the article and where they stand."""

    text: str
    span: Span


class Cue(TextRef):
    """The word or words of reporting (وقال, على حد قوله), or the colon alone."""

    lemma: str = Field(description="The dictionary form, or the mark itself for a colon.")
    class_: CueClass = Field(alias="class", serialization_alias="class")
    negated: bool = Field(description="True where the report itself is negated (لم يقل), so that nothing was asserted.")

    model_config = ConfigDict(populate_by_name=True)


class Member(Part):
    """One of several who speak together."""

    name: str
    key: str


class Speaker(Part):
    """Whose words they are; `kind` `unknown` and `resolution` `none` where nobody can be named."""

    mention: str | None = Field(description="The words that name the speaker, title included, as they stand.")
    mention_span: Span | None
    name: str | None = Field(description="The fullest form of the name in the article, without titles.")
    title: str | None
    kind: SpeakerKind
    key: str | None = Field(description="The grouping form of the name.")
    members: tuple[Member, ...] = ()
    resolution: Resolution


class QuoteEvent(Part):
    """One quotation with its speaker. Offsets are code points; times are UTC."""

    model_config = ConfigDict(title="QuoteEvent")

    schema_version: SchemaVersion = "1.0"
    quote_id: UUID = Field(
        description="uuid5 of article id, family (marked or unmarked), matching form of the words and their ordinal."
    )
    article_id: str
    article_revision: str = Field(description="A hash of every field of the article that reaches an event.")
    article_title: str | None
    url: str | None
    outlet: str | None
    author: str | None
    published_at: AwareDatetime | None
    language: str | None
    engine_version: str = Field(description="Covers code, lexicons and weights.")

    kind: QuoteKind
    text: str
    normalized_text: str = Field(description="The matching form of `text`, for search and for repeated statements.")
    span: FieldSpan
    context: Context
    sentence: Sentence
    interruptions: tuple[Span, ...] = Field(description="Spans inside `text` that are the writer's words.")
    block: Block
    cue: Cue | None
    speaker: Speaker
    medium: TextRef | None = Field(description="The outlet that relays the words or was told them.")
    addressee: TextRef | None
    occasion: TextRef | None
    within: UUID | None = Field(description="The id of the enclosing statement.")
    part_of: UUID | None = Field(description="The id of the quotation that this one continues.")
    confidence: float = Field(ge=0, le=1, description="The probability that span and speaker are both right.")
    rule: str = Field(description="The name of the rule that linked words and speaker.")
