"""How the process ends."""

import logging
import os
import sys
from enum import IntEnum
from typing import NoReturn


class Exit(IntEnum):
    """Exit codes of `aqwal worker` (2, a wrong setting, is the command line's)."""

    STOPPED = 0  # asked to stop, and all that was begun is done and committed
    GAVE_UP = 1  # the brokers gave no answer, nothing moved, or the end took too long; a restart loses nothing
    # A topic is missing, its partition count has changed, records are gone unread, an identity is refused, the port is
    # taken, the engine does not start: somebody must see to it first.
    CANNOT_START = 3


def give_up(code: Exit = Exit.GAVE_UP) -> NoReturn:
    """End the process at once, so that nothing more is committed; a supervisor starts it again."""
    try:
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:  # a log that cannot be written (a full disk, a closed pipe) must not keep the process alive
        os._exit(code)
