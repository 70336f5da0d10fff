"""Articles that were edited, some twice, some withdrawn at last, and what is newest of each."""

import json
from dataclasses import dataclass
from random import Random

_SPEAKERS = ("وزير الزراعة سامي الحداد", "وزيرة النقل هالة الكيلاني", "رئيس البلدية منير العطار")
_BASE = 1_717_200_000_000  # milliseconds: in June 2024
_HOUR = 3_600_000
_STATEMENTS = {1: "abc", 2: "bcd", 3: "bda"}  # of each revision: some stay, some go, one comes back


@dataclass(frozen=True)
class Edition:
    """One record for the input topic; `value` is None where it withdraws the article."""

    key: bytes
    value: bytes | None
    timestamp: int


def editions(count: int, edited: int, seed: int) -> tuple[list[Edition], list[bytes]]:
    """The records in random order, and the newest revision of each article that is not withdrawn.

    Of every other edited article the revisions have numbers, and the older the revision, the later its time.
    """
    records: list[Edition] = []
    newest: list[bytes] = []
    for number in range(count):
        revisions = 3 if number < edited else 1
        numbered = number % 2 == 0
        for revision in range(1, revisions + 1):
            hours = revisions - revision if numbered else revision
            value = _article(number, revision, numbered=numbered)
            records.append(Edition(f"edited-{number}".encode(), value, _BASE + hours * _HOUR))
        if number % 25 == 7:
            records.append(Edition(f"edited-{number}".encode(), None, _BASE + 9 * _HOUR))
        else:
            newest.append(value)
    Random(seed).shuffle(records)  # noqa: S311 - to be repeated
    return records, newest


def _article(number: int, revision: int, *, numbered: bool) -> bytes:
    lines = [
        f"قال {_SPEAKERS[ord(letter) % len(_SPEAKERS)]}: «سنفتح السوق {number} في الموعد {letter * 3}».\n\n"
        for letter in _STATEMENTS[revision]
    ]
    fields = {"article_id": f"edited-{number}", "title": f"السوق {number}", "body": "".join(lines)}
    return json.dumps(fields | ({"revision": revision} if numbered else {}), ensure_ascii=False).encode()
