"""What is published during a run: invented articles, their edits and withdrawals, and what is no article.

Everything follows from the seed.
"""

import heapq
import json
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from tests.brokers.articles import BAD

_EDITED = 5  # of so many articles one is edited, twice
_WITHDRAWN = 60
_BROKEN = 40  # after so many articles something comes that is none
_LONG = 30  # of so many articles one has a statement of hundreds of words
_SOON, _LATE = 1, 2_000  # articles between an article and its edit

_SPEAKERS = (
    "وزير الزراعة سامي الحداد",
    "وزيرة النقل هالة الكيلاني",
    "رئيس البلدية منير العطار",
    "مديرة المتحف رانيا الصباغ",
    "المتحدث باسم الميناء فؤاد النجار",
    "رئيسة النقابة سلوى البيطار",
    "الخبير في شؤون المياه عادل الخياط",
    "المدرب نادر الحلاق",
)
_WORDS = (
    "الموسم الأسعار المزارعون الطريق القطار المدينة المياه السوق الميناء المتحف المدرسة الجسر الحديقة المصنع القرية "
    "الزيتون القمح الشاطئ المستشفى الملعب سنفتح نراجع ننتظر نبني نشتري نصلح ندعم نزرع جديد قديم قريب كبير صغير غدا "
    "اليوم قريبا"
).split()


class Publication(NamedTuple):
    """One record for the input topic."""

    key: bytes | None
    value: bytes | None
    headers: list[tuple[str, bytes | None]]


def publications(seed: int, articles: int) -> Iterator[Publication]:
    """All records of a run, in their order; `count` says how many."""
    for kind, number, revision in _schedule(seed, articles):
        ident = f"news-{number}"
        if kind == "broken":
            bad = list(BAD.values())[number % len(BAD)]
            yield Publication(bad.key, bad.value, bad.headers)
        elif kind == "withdrawn":
            yield Publication(ident.encode(), None, [])
        else:
            yield Publication(ident.encode(), _article(seed, number, revision), [("traceparent", ident.encode())])


def count(seed: int, articles: int) -> int:
    """How many records `publications` gives."""
    return sum(1 for _ in _schedule(seed, articles))


def _schedule(seed: int, articles: int) -> Iterator[tuple[str, int, int]]:
    """(kind, number, revision) of each record."""
    random = Random(seed)
    due: list[tuple[int, int, str, int]] = []  # after which article, revision, kind, number
    for number in range(articles):
        yield "article", number, 1
        if number % _EDITED == 0:
            first = number + random.randint(_SOON, _LATE)
            heapq.heappush(due, (first, 2, "article", number))
            heapq.heappush(due, (first + random.randint(_SOON, _LATE), 3, "article", number))
        if number % _WITHDRAWN == 7:
            heapq.heappush(due, (number + random.randint(_SOON, _LATE), 4, "withdrawn", number))
        if number % _BROKEN == 3:
            yield "broken", number // _BROKEN, 1
        while due and due[0][0] <= number:
            _, revision, kind, earlier = heapq.heappop(due)
            yield kind, earlier, revision
    for _, revision, kind, number in sorted(due):
        yield kind, number, revision


def _article(seed: int, number: int, revision: int) -> bytes:
    """One to five statements, or none; a revision changes the last one and adds another."""
    random = Random(f"{seed}/{number}")
    statements = random.choice((0, 1, 1, 1, 1, 2, 2, 3, 4, 5))
    long = random.randrange(_LONG) == 0
    lines = [_line(random, 400 if long and index == 0 else 8) for index in range(statements)]
    if revision > 1:
        edit = Random(f"{seed}/{number}/{revision}")
        lines = [*lines[:-1], _line(edit, 8), _line(edit, 8)]
    body = "\n\n".join([f"تقرير رقم {number} من البلدة.", *lines])
    fields = {"article_id": f"news-{number}", "title": f"تقرير {number}", "revision": revision, "body": body}
    return json.dumps(fields, ensure_ascii=False).encode()


def _line(random: Random, words: int) -> str:
    said = " ".join(random.choices(_WORDS, k=words))
    return f"قال {random.choice(_SPEAKERS)}: «{said} رقم {random.randrange(10**6)}»."
