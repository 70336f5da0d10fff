"""What `handle` is told by the settings."""

import re
from dataclasses import dataclass
from typing import get_args

from schemas.quote import QuoteKind

KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind)

# A letter's own headers take less than this: the topic's name (249), two texts that are cut, seven numbers and names.
SMALLEST_LETTER = 8_192

RUN_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


@dataclass(frozen=True, slots=True)
class HandleOptions:
    """The same options give the same outcome for the same record, byte for byte.

    `kinds` filters what is given out. The limits are bytes of one record (`max_event_bytes`: on the topics of the
    quotations and of the markers; `max_letter_bytes`: on that of the dead letters), bytes of all records of one
    article (`max_result_bytes`) and code points of body and title together (`max_article_chars`). `replay` is the id of
    the backfill run, which only adds a header that says so.

    Raises ValueError where a kind is unknown or none is given, a limit leaves no room, or `replay` is no run's id.
    """

    kinds: tuple[QuoteKind, ...] = ("direct", "mixed")
    max_event_bytes: int = 1_000_000
    max_letter_bytes: int = 2_000_000
    max_result_bytes: int = 64_000_000
    max_article_chars: int = 1_000_000
    replay: str | None = None

    def __post_init__(self) -> None:
        unknown = [kind for kind in self.kinds if kind not in KINDS]
        if unknown or not self.kinds:
            raise ValueError(f"kinds: {', '.join(unknown) or 'none'}: give one or more of {', '.join(KINDS)}")
        if self.max_letter_bytes < SMALLEST_LETTER:
            raise ValueError(f"max_letter_bytes: {self.max_letter_bytes} is under {SMALLEST_LETTER}")
        if min(self.max_event_bytes, self.max_result_bytes, self.max_article_chars) < 1:
            raise ValueError("max_event_bytes, max_result_bytes and max_article_chars are at least 1")
        if self.replay is not None and not RUN_ID.fullmatch(self.replay):
            raise ValueError("replay: letters, digits and hyphens, 64 at most")
