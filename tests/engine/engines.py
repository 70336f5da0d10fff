"""Engines that end their process, or do not end, where the body asks for it: given to the pool in place of the real."""

import ctypes
import os
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from quotations import Article, Quotation
from tests.core.samples import guillemets


def _take_all_memory() -> None:
    taken = []
    while True:
        taken.append(bytearray(8 * 1024 * 1024))


# What a body that holds the word does to its process.
FAULTS: dict[str, Callable[[], object]] = {
    "exit": lambda: os._exit(7),
    "segfault": lambda: ctypes.string_at(0),
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "memory": _take_all_memory,
    "stop": lambda: time.sleep(600),
}


def fragile(article: Article) -> Sequence[Quotation]:
    """What stands between guillemets; a body that begins with a fault's name meets it, `once PATH` only the first time.

    `PATH` is a file that does not exist yet.
    """
    word, _, rest = article.body.partition(" ")
    if word in FAULTS:
        FAULTS[word]()
    if word == "once" and not (path := Path(rest.split()[0])).exists():
        path.touch()
        os._exit(7)
    return guillemets(article)
