"""What a newsroom's feeds, or anybody, might put on the input topic, and where each must end."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from schemas.dead_letter import RejectReason
from tests.brokers.articles import article
from tests.brokers.stage import Headers

HOUR = 3_600_000  # milliseconds
LARGE_LIMIT = 8 * 1024 * 1024  # bytes a record on the input topic that LARGE needs

# Names of ours, names that say nothing, values that are no text: a producer may set them all.
JUNK: Headers = [
    ("", b""),
    ("x", b"\xff\xfe"),
    ("x", None),
    ("عنوان", "قيمة".encode()),
    ("aqwal-source", b"forged/0/0"),
    ("ce_id", b"forged"),
    ("content-type", b"text/html"),
    ("__aqwal.errors.reason", b"forged"),
    ("__aqwal.errors.attempts", b"-1"),
    *((f"h{number}", b"v") for number in range(1_000)),
]


@dataclass(frozen=True)
class Fed:
    """One record: `value` is made when it is needed. `ahead`: its timestamp, in milliseconds from now."""

    what: str
    end: Literal["marker"] | RejectReason
    value: Callable[[], bytes | None]
    key: bytes | None = b"fed"
    headers: Headers = ()
    ahead: int | None = None
    quotes: int | None = None  # how many the marker lists; None where the engine decides
    omitted: str | None = None  # what the dead letter leaves out of the original


def _json(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def _marks(count: int) -> str:
    return "«كلمة " * count


FED: dict[str, Fed] = {
    "withdrawal": Fed("null value with a key: a withdrawal", "marker", lambda: None, quotes=0),
    "nothing-at-all": Fed("null value, no key", "missing-key", lambda: None, key=None),
    "long-key-without-value": Fed("null value, a key of 513 letters", "invalid-article", lambda: None, key=b"k" * 513),
    "no-key": Fed("an article without a key", "marker", lambda: article("no-key"), key=None, quotes=2),
    "other-key": Fed("a key that is not the article's id", "marker", lambda: article("other-key"), quotes=2),
    "key-no-utf-8": Fed("a key that is not UTF-8", "marker", lambda: article("bytes"), key=b"\xff\xfe", quotes=2),
    "id-once": Fed("an article", "marker", lambda: article("twice"), quotes=2),
    "id-twice": Fed("the same article again", "marker", lambda: article("twice"), quotes=2),
    "id-other-text": Fed("the same id, another text", "marker", lambda: article("twice", 3), quotes=6),
    "id-with-nul": Fed("an id with NUL in it", "marker", lambda: article("a\0b"), quotes=2),
    "id-too-long": Fed("an id of 513 code points", "invalid-article", lambda: article("م" * 513)),
    "no-id": Fed("an article without an id", "marker", lambda: _json(body="قال زيد: «لن نوافق على ذلك»."), quotes=1),
    "no-quotation": Fed("an article without a quotation", "marker", lambda: _json(body="الطقس صحو."), quotes=0),
    "year-1970": Fed("`published_at` 1970", "marker", lambda: article("1970", published_at="1970-01-01"), quotes=2),
    "year-2100": Fed("`published_at` 2100", "marker", lambda: article("2100", published_at="2100-01-01"), quotes=2),
    "year-10000": Fed(
        "`published_at` that is the year 10000 in UTC",
        "invalid-article",
        lambda: article("10000", published_at="9999-12-31T23:00:00-05:00"),
    ),
    "years-back": Fed(
        "stamped two years back", "marker", lambda: article("back"), ahead=-2 * 365 * 24 * HOUR, quotes=2
    ),
    "epoch": Fed("stamped 1 January 1970", "marker", lambda: article("epoch"), ahead=-(10**15), quotes=2),
    "hour-ahead": Fed("stamped an hour ahead", "marker", lambda: article("ahead"), ahead=HOUR - 60_000, quotes=2),
    "letter-hour-ahead": Fed("no JSON, stamped an hour ahead", "invalid-json", lambda: b"no", ahead=HOUR - 60_000),
    "nul-escaped": Fed("NUL in the body, as `\\u0000`", "marker", lambda: article("nul").replace(b"\\n", b"\\u0000")),
    "nul-bare": Fed("a bare NUL in the JSON", "invalid-json", lambda: b'{"body": "\0"}'),
    "nul-only": Fed("nothing but NUL", "invalid-json", lambda: b"\0" * 1_000),
    "noncharacters": Fed("U+FFFF, U+10FFFF, private use", "marker", lambda: _json(body="\uffff\U0010ffff\ue000")),
    "byte-order-mark": Fed("a byte order mark first", "marker", lambda: b"\xef\xbb\xbf" + article("bom"), quotes=2),
    "body-twice": Fed(
        "`body` twice: the last counts", "marker", lambda: b'{"body": "x", ' + article("b")[1:], quotes=2
    ),
    "revision-of-5000-digits": Fed(
        "a number of 5,000 digits", "invalid-json", lambda: b'{"body": "x", "revision": ' + b"9" * 5_000 + b"}"
    ),
    "deep-in-a-field": Fed(
        "deep nesting in a field nobody reads",
        "invalid-json",
        lambda: b'{"body": "x", "more": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ),
    "junk-headers": Fed("header junk on an article", "marker", lambda: article("junk"), headers=JUNK, quotes=2),
    "junk-headers-on-a-letter": Fed("header junk on no article", "invalid-json", lambda: b"no", headers=JUNK),
    "heavy-headers": Fed(
        "900 KB of headers, repeated on 200 events",
        "result-too-large",
        lambda: article("heavy", statements=100),
        headers=[("heavy", b"h" * 900_000)],
    ),
    "ten-thousand-opening-marks": Fed(
        "10,000 opening marks, none closed", "marker", lambda: _json(body=_marks(10_000))
    ),
    "ten-thousand-nested-marks": Fed(
        "10,000 marks, nested", "marker", lambda: _json(body=_marks(10_000) + "»" * 10_000)
    ),
    "ten-thousand-straight-marks": Fed('10,000 marks `"`', "marker", lambda: _json(body='قال "' * 10_000)),
    "events-over-the-limit": Fed(
        "an article whose events pass the broker's limit",
        "result-too-large",
        lambda: article("events", statements=2_000, title="ع" * 20_000),
    ),
}

# These need an input topic that takes LARGE_LIMIT; the other topics keep their limits.
LARGE: dict[str, Fed] = {
    "5-mb-article": Fed("5 MB, 2.5 million code points", "article-too-large", lambda: _json(body="ب" * 2_500_000)),
    "5-mb-title": Fed("a headline of 5 MB", "article-too-large", lambda: article("title", title="ب" * 2_500_000)),
    "5-mb-escaped": Fed(
        "5 MB, written in escapes: 800,000 code points",
        "marker",
        lambda: json.dumps({"body": "كلمة أخرى " * 80_000 + "قال زيد: «لن نوافق على ذلك»."}).encode(),
        quotes=1,
    ),
    "5-mb-no-json": Fed("5 MB that are no JSON", "invalid-json", lambda: b"x" * 5_000_000),
    "5-mb-of-brackets": Fed("5 MB of `[`", "invalid-json", lambda: b"[" * 5_000_000),
    "letter-over-the-limit": Fed(
        "no JSON, as large as the topics take: no room for the reason",
        "invalid-json",
        lambda: b"x" * (LARGE_LIMIT - 200),
        omitted="value",
    ),
    "ten-thousand-quotations": Fed(
        "840,000 code points, 10,000 quotations", "marker", lambda: article("many", statements=5_000), quotes=10_000
    ),
    "no-full-stop": Fed(
        "820,000 code points without a full stop",
        "marker",
        lambda: article("endless", statements=5_000).replace(b".", b"").replace(b"\\n", b""),
    ),
}
