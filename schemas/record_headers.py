"""A record's headers as a model: to and from the pairs of name and bytes that a Kafka client takes and gives."""

from collections.abc import Sequence
from typing import Self

from pydantic import BaseModel, ConfigDict

# As a Kafka client gives them: a name may stand twice, a value may be null.
Headers = Sequence[tuple[str, bytes | None]]


class RecordHeaders(BaseModel):
    """Every value is UTF-8 text; a header's name is its field's alias, where it has one."""

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)

    def encode(self) -> tuple[tuple[str, bytes], ...]:
        """As a Kafka client takes them, in the order of the fields; what is None has no header."""
        fields = self.model_dump(exclude_none=True, by_alias=True)
        return tuple((name, str(value).encode()) for name, value in fields.items())

    @classmethod
    def decode(cls, headers: Headers) -> Self:
        """From a record's headers; of a name that stands twice the last counts.

        Raises pydantic's ValidationError where one is missing or malformed.
        """
        texts = {name: value.decode(errors="replace") for name, value in headers if value is not None}
        return cls.model_validate(texts, by_alias=True, by_name=False)
