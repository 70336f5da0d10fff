"""Why a replay cannot begin, or go on."""


class BackfillError(Exception):
    """The message is for the person who asked; what has been done stays done."""


class TakenOverError(BackfillError):
    """Another process goes on with this run: this one must not, and must not be started again."""
