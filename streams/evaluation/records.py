"""What is compared: annotated articles and found quotations, as plain values.

Offsets are code points of the article's body, end exclusive.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, Self, TypeVar

from pydantic import AliasChoices, AliasPath, BaseModel, ConfigDict, Field, ValidationError, model_validator

Family = Literal["quotes", "indirect"]
FAMILIES: tuple[Family, ...] = ("quotes", "indirect")
_FAMILY_OF: dict[str, Family] = {"direct": "quotes", "mixed": "quotes", "indirect": "indirect", "interview": "indirect"}


R = TypeVar("R", bound="_Record")


class NotARecordError(ValueError):
    """A line that is no annotated article or no quotation; the message names the line's number."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class GoldEntry(_Record):
    """One quotation as a careful reader gives it. `kind` is None for unmarked speech."""

    text: str
    start: int
    end: int
    kind: Literal["direct", "mixed"] | None = None
    speaker: str | None = None
    name: str | None = None
    cue: str | None = None
    via: str | None = None
    how: str | None = None

    @model_validator(mode="after")
    def _a_speaker_has_a_name(self) -> Self:
        if self.speaker is not None and not self.name:
            raise ValueError(f"{self.text!r} has a speaker without a name")
        return self


class GoldArticle(_Record):
    """An article with all its quotations: `quotes` in marks, `indirect` without."""

    id: str
    body: str
    outlet: str | None = None
    quotes: tuple[GoldEntry, ...]
    indirect: tuple[GoldEntry, ...] = ()

    @model_validator(mode="after")
    def _offsets_are_exact(self) -> Self:
        for entry in (*self.quotes, *self.indirect):
            if self.body[entry.start : entry.end] != entry.text:
                raise ValueError(f"article {self.id}: {entry.text!r} does not stand at {entry.start} to {entry.end}")
        return self

    def entries(self, family: Family) -> tuple[GoldEntry, ...]:
        return self.quotes if family == "quotes" else self.indirect


class Found(_Record):
    """One found quotation: of a `QuoteEvent`, those fields that are judged."""

    article_id: str
    kind: Literal["direct", "mixed", "indirect", "interview"]
    text: str
    field: str | None = Field(default="body", validation_alias=AliasPath("span", "field"))
    start: int = Field(validation_alias=AliasPath("span", "start"))
    end: int = Field(validation_alias=AliasPath("span", "end"))
    mention: str | None = Field(default=None, validation_alias=AliasPath("speaker", "mention"))
    name: str | None = Field(default=None, validation_alias=AliasPath("speaker", "name"))
    resolution: str | None = Field(default=None, validation_alias=AliasPath("speaker", "resolution"))
    cue: str | None = Field(default=None, validation_alias=AliasChoices(AliasPath("cue", "text"), "cue"))
    medium: str | None = Field(default=None, validation_alias=AliasChoices(AliasPath("medium", "text"), "medium"))
    rule: str | None = None
    confidence: float | None = None

    @property
    def family(self) -> Family:
        return _FAMILY_OF[self.kind]

    @property
    def speaker(self) -> str | None:
        return self.mention or self.name


def read_gold(lines: Iterable[str]) -> list[GoldArticle]:
    """Annotated articles from JSON lines.

    Raises:
        NotARecordError: for the first line that is no annotated article.
    """
    return list(_parse(GoldArticle, lines))


def read_found(lines: Iterable[str]) -> list[Found]:
    """Quote events from JSON lines, only those of article bodies.

    Raises:
        NotARecordError: for the first line that is no quote event.
    """
    return [found for found in _parse(Found, lines) if (found.field or "body") == "body"]


def _parse(model: type[R], lines: Iterable[str]) -> Iterator[R]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield model.model_validate_json(line)
            except ValidationError as exc:
                first = exc.errors(include_url=False)[0]
                where = ".".join(map(str, first["loc"])) or "the line"
                raise NotARecordError(f"line {number}: {where}: {first['msg'].removeprefix('Value error, ')}") from exc
