"""The engine's version: a release number, and a fingerprint of all that a result can depend on.

Whoever changes a line of code, a word of a lexicon or a weight need not remember to raise a number: consumers see by
the fingerprint that results may differ, and events are byte-identical under the same version.
"""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

RELEASE = "0.1.0"
_KINDS = (".py", ".tsv", ".txt", ".json")


@cache
def engine_version() -> str:
    """The release and twelve hexadecimal digits over the engine's code, lexicons and weights, as `0.1.0+1f0c…`."""
    digest = hashlib.sha256()
    for name, content in sorted(_contents(files("quotations"), "")):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return f"{RELEASE}+{digest.hexdigest()[:12]}"


def _contents(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    out: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            out += _contents(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(_KINDS):
            # Line ends may differ where a checkout converts them; what is read does not.
            out.append((prefix + entry.name, entry.read_bytes().replace(b"\r\n", b"\n")))
    return out
