"""The records that `aqwal retract` writes. No I/O."""

from dataclasses import replace

from schemas.headers import RETRACT_HEADER, RETRACTED_TYPE, EventHeaders, parse_source
from streams.core.records import Message, Record
from streams.retract.plan import Mend

_RESTORED = (RETRACT_HEADER, b"restored")


def deletion(mend: Mend) -> Message:
    """A null value under the quotation's id. It happens now, and so is stamped with the present."""
    source, engine = mend.origin
    headers = EventHeaders(
        ce_id=f"{mend.quote}/deleted/{engine}@{source}",
        ce_type=RETRACTED_TYPE,
        ce_source=f"/aqwal/{parse_source(source).topic}",
        ce_subject=mend.article,
        aqwal_source=source,
        aqwal_retract="deleted",
    )
    return Message(mend.quote.encode(), None, headers.encode(), None, mend.article.encode())


def restored(message: Message, limit: int) -> Message:
    """The same again, with a header that says so, unless that alone would take it over `limit` bytes."""
    headers = (*((name, value) for name, value in message.headers if name != RETRACT_HEADER), _RESTORED)
    marked = replace(message, headers=headers)
    return marked if marked.size <= limit else message


def as_message(record: Record, article: str) -> Message:
    """A quotation's earlier record, to be published again."""
    stamp = record.timestamp if record.timestamp >= 0 else None
    return Message(record.key, record.value, record.headers, stamp, article.encode())
