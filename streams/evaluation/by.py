"""By what the figures can be broken down; on its own, so that the command line need not load the rest for its help."""

from enum import StrEnum


class By(StrEnum):
    """What a group of quotations has in common."""

    OUTLET = "outlet"
    MARKS = "marks"  # the pair of marks around the span
    KIND = "kind"
    RESOLUTION = "resolution"  # how the speaker is named
