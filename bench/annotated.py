"""Annotated articles out of annotations without text and the articles that they are about.

usage: python -m bench.annotated ANNOTATIONS.jsonl ARTICLES.jsonl.gz [ARTICLES ...] > GOLD.jsonl

The articles belong to their publishers and are not part of this repository; what a careful reader found in them is,
as offsets (`bench/annotations`, its README tells the fields). What comes out is what `aqwal evaluate` and
`bench/train.py` read. An article that is missing, or whose body is not the one that was annotated, is named and ends
the command with status 1.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from streams.inputs import read_inputs

Part = list[int] | str | None  # code points [start, end) of the body, or words that do not stand there as such
DIGEST = 16  # hexadecimal digits of the body's SHA-256


def annotated(annotation: dict[str, Any], article: dict[str, Any]) -> dict[str, Any]:
    """One annotated article. Raises ValueError where the body is not the one that was annotated."""
    body: str = article["body"]
    if digest(body) != annotation["sha256"]:
        raise ValueError(f"article {annotation['id']}: another body than the one that was annotated")
    return {
        "id": annotation["id"],
        "outlet": article.get("outlet"),
        "body": body,
        **{family: [_entry(row, body) for row in annotation[family]] for family in ("quotes", "indirect")},
    }


def digest(body: str) -> str:
    """What tells one body from another."""
    return hashlib.sha256(body.encode()).hexdigest()[:DIGEST]


def _entry(row: list[Any], body: str) -> dict[str, Any]:
    start, end, kind, how, *parts = row
    named = dict(zip(("speaker", "name", "cue", "via"), (_words(part, body) for part in parts), strict=True))
    return {"text": body[start:end], "start": start, "end": end, "kind": kind, "how": how, **named}


def _words(part: Part, body: str) -> str | None:
    return body[part[0] : part[1]] if isinstance(part, list) else part


def articles(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The articles of JSON lines files (gzip too), each with an `article_id`."""
    for entry in read_inputs(list(paths)):
        yield json.loads(entry.value)


def main() -> int:
    """Write the annotated articles in the order of their annotations."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("annotations", type=Path, help="JSON lines")
    parser.add_argument("articles", nargs="+", type=Path, help="JSON lines, gzip too")
    options = parser.parse_args()
    wanted = [json.loads(line) for line in options.annotations.read_text(encoding="utf-8").splitlines()]
    ids = {annotation["id"] for annotation in wanted}
    found = {a["article_id"]: a for a in articles(options.articles) if a.get("article_id") in ids}
    status = 0
    for annotation in wanted:
        try:
            print(json.dumps(annotated(annotation, found[annotation["id"]]), ensure_ascii=False))
        except KeyError:
            print(f"article {annotation['id']} is missing", file=sys.stderr)
            status = 1
        except ValueError as exc:
            print(exc, file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
