"""Why the topics cannot be brought to, or read as, what the newest revisions say."""


class RevisionsError(Exception):
    """The message is for the person who asked; what has been done stays done."""
