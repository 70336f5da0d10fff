"""How the core's modules say that a record cannot be processed; `handle` makes a dead letter of it."""

from schemas.dead_letter import RejectReason


class Unreadable(Exception):  # noqa: N818 - it is the record that is at fault
    """`reason` for machines, `detail` for people, `exception` the class that found it, where one did."""

    def __init__(self, reason: RejectReason, detail: str, exception: str | None = None) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
        self.exception = exception


def class_name(error: BaseException) -> str:
    """The full name of an exception's class, as a dead letter gives it."""
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
