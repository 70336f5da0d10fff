"""`handle` on whatever comes: an outcome, always, and always the same one."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from schemas.dead_letter import DeadLetterHeaders
from schemas.headers import EventHeaders
from streams.core.handle import handle
from streams.core.options import KINDS, SMALLEST_LETTER, HandleOptions
from streams.core.records import Processed, Record, Rejected
from tests.core.samples import NOW, guillemets

OPTIONS = HandleOptions(kinds=KINDS, max_letter_bytes=SMALLEST_LETTER)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
news = st.text(
    alphabet=st.sampled_from("قال وزير«»\"“”'‹›:،.\n\r\u00a0\u0651\u200f😀<>/&;p") | st.characters(codec="utf-8")
)
articles = st.fixed_dictionaries(
    {"body": news},
    optional={
        "article_id": st.text() | json_values,
        "title": news | json_values,
        "url": st.text(),
        "outlet": json_values,
        "published_at": st.datetimes().map(lambda moment: f"{moment.isoformat()}Z") | json_values,
        "revision": st.integers() | json_values,
        "content_type": st.sampled_from(["text/html", "text/plain"]),
        "x": json_values,
    },
)


def as_bytes(value: Any) -> bytes:
    return json.dumps(value).encode()  # escapes lone surrogates, and writes NaN


values = st.none() | st.binary() | json_values.map(as_bytes) | articles.map(as_bytes)
headers = st.lists(
    st.tuples(
        st.text(max_size=5) | st.sampled_from(["ce_id", "aqwal-source", "__aqwal.errors.reason", "content-type"]),
        st.none() | st.binary(),
    ),
    max_size=4,
).map(tuple)


@given(key=st.none() | st.binary(), value=values, heads=headers, stamp=st.integers(-1, 2**63 - 1))
def test_handle_never_raises_and_its_outcome_is_whole(
    key: bytes | None, value: bytes | None, heads: tuple[tuple[str, bytes | None], ...], stamp: int
) -> None:
    record = Record("articles.raw", 0, 1, stamp, key, value, heads)
    for extract in ({}, {"extract": guillemets}):
        outcome = handle(record, OPTIONS, now=NOW, **extract)
        assert outcome == handle(record, OPTIONS, now=NOW, **extract)
        if isinstance(outcome, Rejected):
            assert outcome.reason != "engine-error", outcome.detail
            assert DeadLetterHeaders.decode(outcome.letter.headers).reason == outcome.reason
            assert outcome.letter.size <= SMALLEST_LETTER
        else:
            assert isinstance(outcome, Processed)
            for message in (*outcome.quotes, outcome.marker):
                EventHeaders.decode(message.headers)
                json.loads(message.value or b"")
