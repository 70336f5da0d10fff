"""Articles for the behaviour suites: enough quotations to be caught in the middle of, and whatever is no article."""

import json
from dataclasses import dataclass, field

from aiokafka.record.default_records import DefaultRecordBatchBuilder

from schemas.dead_letter import RejectReason

STATEMENT = (
    "قال وزير الزراعة سامي الحداد في مؤتمر صحفي: «موسم الزيتون رقم {number} جيد ولن نرفع الأسعار». "
    "وأضاف الحداد: «سنشتري ما يزيد على حاجة السوق من كل مزارع يطلب ذلك، رقم {number}».\n\n"
)


def article(ident: str, statements: int = 1, **fields: object) -> bytes:
    """An article with two marked quotations a statement, by one minister."""
    body = "".join(STATEMENT.format(number=number) for number in range(statements))
    return json.dumps({"article_id": ident, "body": body} | fields, ensure_ascii=False).encode()


def articles(count: int, statements: int = 1, prefix: str = "article") -> list[tuple[bytes, bytes]]:
    """(key, value) pairs."""
    return [(ident.encode(), article(ident, statements)) for ident in (f"{prefix}-{number}" for number in range(count))]


def filled(key: bytes, value: bytes, batch_size: int) -> bytes:
    """`value` with blanks after it, so that the batch that holds it alone is `batch_size` bytes."""

    def size(content: bytes) -> int:
        builder = DefaultRecordBatchBuilder(
            magic=2, compression_type=0, is_transactional=0, producer_id=-1, producer_epoch=-1, base_sequence=0,
            batch_size=10**9,
        )  # fmt: skip
        builder.append(0, 1_714_550_400_123, key, content, [])
        return len(builder.build())

    filled = value + b" " * (batch_size - size(value))
    filled = filled[: len(filled) - (size(filled) - batch_size)]  # the lengths in front have grown, too
    assert size(filled) == batch_size
    return filled


@dataclass(frozen=True)
class Bad:
    """What is put on the input topic, and why it is rejected."""

    reason: RejectReason
    value: bytes | None
    key: bytes | None = b"bad"
    headers: list[tuple[str, bytes | None]] = field(default_factory=list)


_TEXT = "قال زيد: «لا».".encode()
BAD = {
    "no-json": Bad("invalid-json", b"<html>", headers=[("traceparent", b"00-0af7-b7ad-01"), ("x", b"1"), ("x", None)]),
    "empty-value": Bad("invalid-json", b""),
    "cut-json": Bad("invalid-json", article("cut")[:-20]),
    "lone-surrogate": Bad("invalid-json", b'{"body": "\\ud800"}'),
    "deep-nesting": Bad("invalid-json", b"[" * 100_000),
    "an-array": Bad("invalid-article", b"[1, 2]"),
    "json-null": Bad("invalid-article", b"null"),
    "body-missing": Bad("invalid-article", b'{"article_id": "x"}'),
    "body-a-number": Bad("invalid-article", b'{"body": 7}'),
    "id-a-number": Bad("invalid-article", b'{"article_id": 7, "body": "x"}'),
    "date-in-words": Bad("invalid-article", b'{"body": "x", "published_at": "yesterday"}'),
    "content-type-unknown": Bad("invalid-article", b'{"body": "x", "content_type": "application/pdf"}'),
    "body-empty": Bad("empty-body", b'{"body": ""}'),
    "body-blank": Bad("empty-body", b'{"body": " \\n\\u00a0\\u3000"}'),
    "html-without-text": Bad("empty-body", b'{"body": "<p> </p>", "content_type": "text/html"}'),
    "invalid-utf-8": Bad("invalid-encoding", b'{"body": "' + _TEXT[:-3] + b'\xff"}'),
    "windows-1256": Bad("invalid-encoding", '{"body": "قال زيد"}'.encode("cp1256")),
    "no-key-and-no-json": Bad("invalid-json", b"\x00\x01", key=None),
    "key-without-utf-8": Bad("invalid-encoding", None, key=b"\xff\xfe"),
    "blank-key-without-value": Bad("missing-key", None, key=b" "),
}
