"""Records, and quotations made by hand, for the tests of the core."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from quotations.model import UNKNOWN, Article, Cue, Quotation, Span, Speaker, TextRef
from streams.core.records import Headers, Processed, Record, Rejected

NOW = 1_700_000_000_000
STAMP = 1_600_000_000_000


def record(
    value: Any = None, key: bytes | None = b"key", headers: Headers = (), timestamp: int = STAMP, offset: int = 7
) -> Record:
    """A record of `articles.raw`; a dict becomes JSON."""
    content = json.dumps(value, ensure_ascii=False).encode() if isinstance(value, dict) else value
    return Record("articles.raw", 2, offset, timestamp, key, content, headers)


def quotation(article: Article, words: str, **changes: Any) -> Quotation:
    """A quotation of `words`, which stand in the body of `article`."""
    start = article.body.index(words)
    made = Quotation(
        field="body",
        kind="direct",
        family="marked",
        span=Span(start, start + len(words)),
        text=words,
        normalized_text=words,
        ordinal=0,
        sentence=Span(0, len(article.body)),
        interruptions=(),
        block="body",
        cue=None,
        speaker=UNKNOWN,
        medium=None,
        addressee=None,
        occasion=None,
        within=None,
        part_of=None,
        confidence=0.5,
        rule="by-hand",
    )
    return replace(made, **changes)


def ref(article: Article, words: str) -> TextRef:
    """`words` and where they stand in the body of `article`."""
    start = article.body.index(words)
    return TextRef(words, Span(start, start + len(words)))


def guillemets(article: Article) -> Sequence[Quotation]:
    """What stands between guillemets in the body: an engine small enough to test the mapping of any text."""
    found = [quotation(article, one) for one in dict.fromkeys(re.findall("«([^»]+)»", article.body))]
    return [replace(one, kind="mixed") if " " not in one.text else one for one in found]


def full(article: Article) -> Quotation:
    """A quotation with every part, of an article that holds `FULL_BODY`."""
    cue, mention = ref(article, "وأكدت"), ref(article, "الوزيرة سلمى الحداد")
    return quotation(
        article,
        "سنفتح الميناء غدا",
        cue=Cue(cue.text, cue.span, "أكد", "say"),
        speaker=Speaker(mention.text, mention.span, "سلمى الحداد", "الوزيرة", "person", "سلمي الحداد", "explicit"),
        medium=ref(article, "صحيفة المرفأ"),
        addressee=ref(article, "الصحفيين"),
        occasion=ref(article, "مؤتمر صحفي"),
        confidence=0.87654321,
    )


FULL_BODY = "وأكدت الوزيرة سلمى الحداد لصحيفة المرفأ أمام الصحفيين في مؤتمر صحفي: «سنفتح الميناء غدا»."


def processed(outcome: Processed | Rejected) -> Processed:
    """`outcome`, which must be Processed."""
    assert isinstance(outcome, Processed), outcome
    return outcome


def rejected(outcome: Processed | Rejected) -> Rejected:
    """`outcome`, which must be Rejected."""
    assert isinstance(outcome, Rejected), outcome
    return outcome
