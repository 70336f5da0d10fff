"""One whole example of each contract, as it crosses Kafka."""

from typing import Any

ARTICLE: dict[str, Any] = {
    "article_id": "port-1",
    "body": "وأكدت الوزيرة سلمى الحداد لصحيفة المرفأ: «سنفتح الميناء غدا».",
    "content_type": "text/plain",
    "title": "الميناء يفتح غدا",
    "url": "https://news.example/port-1",
    "outlet": "المرفأ",
    "author": "محرر الشؤون المحلية",
    "published_at": "2023-09-13T05:00:00Z",
    "language": "ar",
    "revision": 3,
}

QUOTE: dict[str, Any] = {
    "schema_version": "1.0",
    "quote_id": "b9c2b9bb-f256-59b0-99c1-bde232b9dd6c",
    "article_id": "port-1",
    "article_revision": "1dece87c43fdb959e3179fef43ee9954",
    "article_title": "الميناء يفتح غدا",
    "url": None,
    "outlet": "المرفأ",
    "author": None,
    "published_at": "2023-09-13T05:00:00Z",
    "language": "ar",
    "engine_version": "0.1.0",
    "kind": "direct",
    "text": "سنفتح الميناء غدا",
    "normalized_text": "سنفتح الميناء غدا",
    "span": {"start": 42, "end": 59, "field": "body"},
    "context": {"prefix": "لصحيفة المرفأ: «", "suffix": "»."},
    "sentence": {"start": 0, "end": 61, "text": ARTICLE["body"]},
    "interruptions": [{"start": 48, "end": 50}],
    "block": "body",
    "cue": {
        "text": "وأكدت",
        "span": {"start": 0, "end": 5},
        "lemma": "أكد",
        "class": "say",
        "negated": False,
    },
    "speaker": {
        "mention": "الوزيرة سلمى الحداد",
        "mention_span": {"start": 6, "end": 25},
        "name": "سلمى الحداد",
        "title": "الوزيرة",
        "kind": "person",
        "key": "سلمي الحداد",
        "members": [{"name": "سلمى الحداد", "key": "سلمي الحداد"}],
        "resolution": "explicit",
    },
    "medium": {"text": "صحيفة المرفأ", "span": {"start": 27, "end": 39}},
    "addressee": None,
    "occasion": None,
    "within": None,
    "part_of": "b9c2b9bb-f256-59b0-99c1-bde232b9dd6c",
    "confidence": 0.91,
    "rule": "cue-before",
}

MARKER: dict[str, Any] = {
    "schema_version": "1.0",
    "article_id": "port-1",
    "article_revision": "1dece87c43fdb959e3179fef43ee9954",
    "revision": 3,
    "engine_version": "0.1.0",
    "kinds": ["direct", "mixed"],
    "withdrawn": False,
    "text_from_html": False,
    "quotes": [{"quote_id": "b9c2b9bb-f256-59b0-99c1-bde232b9dd6c", "kind": "direct"}],
    "source": {"topic": "articles.raw", "partition": 0, "offset": 12},
}

EVENT_HEADERS: dict[str, Any] = {
    "ce_specversion": "1.0",
    "ce_id": "direct+mixed/0.1.0@articles.raw/0/12",
    "ce_type": "aqwal.article.processed",
    "ce_source": "/aqwal/articles.raw",
    "ce_subject": "port-1",
    "content-type": "application/json",
    "aqwal-source": "articles.raw/0/12",
    "aqwal-replay": "20240501-080000-3f2a",
    "aqwal-retract": "restored",
}

LETTER_HEADERS: dict[str, Any] = {
    "__aqwal.errors.reason": "invalid-article",
    "__aqwal.errors.message": "body: Field required",
    "__aqwal.errors.exception": "pydantic_core._pydantic_core.ValidationError",
    "__aqwal.errors.topic": "articles.raw",
    "__aqwal.errors.partition": "0",
    "__aqwal.errors.offset": "13",
    "__aqwal.errors.timestamp": "1694581200000",
    "__aqwal.errors.attempts": "2",
    "__aqwal.errors.omitted": "value",
    "__aqwal.errors.replay": "20240501-080000-3f2a",
}

NOTE_HEADERS: dict[str, Any] = {
    "__aqwal.errors.retried": "articles.rejected/0/4",
    "__aqwal.errors.sent": "articles.raw/0/21",
}

RUN: dict[str, Any] = {
    "schema_version": "1.0",
    "run_id": "20240501-080000-3f2a",
    "state": "running",
    "created_at": "2024-05-01T08:00:00Z",
    "updated_at": "2024-05-01T08:00:20Z",
    "topic": "articles.raw",
    "since": "2024-03-01T00:00:00Z",
    "until": None,
    "outlets": ["المرفأ"],
    "kinds": ["direct", "mixed"],
    "engine_version": "0.1.0",
    "quotes": {"topic": "quotes.attributed", "starts": [31, 0]},
    "processed": {"topic": "articles.processed", "starts": [14, 0]},
    "rejected": {"topic": "articles.rejected", "starts": [0, 0]},
    "ranges": [
        {
            "partition": 1,
            "start": 5,
            "end": 14,
            "position": 9,
            "cut": 5,
            "deleted": 0,
            "read": 4,
            "articles": 2,
            "rejected": 1,
            "quotes": 6,
        }
    ],
}

EXAMPLES = {
    "raw_article": ARTICLE,
    "quote_event": QUOTE,
    "article_processed": MARKER,
    "event_headers": EVENT_HEADERS,
    "dead_letter_headers": LETTER_HEADERS,
    "backfill_run": RUN,
    "retry_note_headers": NOTE_HEADERS,
}
