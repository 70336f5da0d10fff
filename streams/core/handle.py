"""`handle`: the one function that the worker, a replay and `aqwal extract` share. No I/O."""

import traceback
from collections.abc import Callable, Iterable, Sequence

import quotations as engine
from quotations import Article, Quotation
from schemas.article import MAX_ID, RawArticle
from schemas.headers import PROCESSED_TYPE, QUOTE_TYPE
from schemas.processed import ArticleProcessed, QuoteRef
from schemas.quote import QuoteEvent
from streams.core.events import quote_events
from streams.core.headers import event_headers, source_position
from streams.core.identity import article_id, article_revision
from streams.core.letters import omitted_before, reject
from streams.core.markup import text_from_html
from streams.core.options import HandleOptions
from streams.core.parse import parse_article
from streams.core.records import Message, Outcome, Processed, Record
from streams.core.stamp import output_timestamp
from streams.core.unreadable import Unreadable, class_name

Extract = Callable[[Article], Sequence[Quotation]]


def handle(record: Record, options: HandleOptions, *, now: int, extract: Extract = engine.extract) -> Outcome:
    """What becomes of `record`: its quotations and marker, or its dead letter. Never raises for a record's content.

    `now` (milliseconds since the epoch, UTC) only caps the timestamps of the outputs: keys, values and headers depend
    on nothing but record, options and engine version. An exception of the engine is a dead letter (`engine-error`), but
    for MemoryError, which passes: it tells of the process as much as of the record.
    A null value with a key withdraws the article of that id: a marker without quotations, `withdrawn` set.
    """
    try:
        if record.value is None:
            return _withdrawn(record, options, now)
        return _processed(record, record.value, options, now, extract)
    except Unreadable as error:
        return reject(record, error.reason, error.detail, options, now=now, exception=error.exception)


def _withdrawn(record: Record, options: HandleOptions, now: int) -> Processed:
    if omitted_before(record):
        raise Unreadable("missing-value", "a dead letter whose value had been left out: send the original instead")
    ident = _id_from_key(record.key)
    marker = ArticleProcessed(
        article_id=ident,
        article_revision=None,
        revision=None,
        engine_version=engine.ENGINE_VERSION,
        kinds=options.kinds,
        withdrawn=True,
        quotes=(),
        source=source_position(record),
    )
    return Processed(ident, (), _fitting(_marker_message(record, marker, options, now), options))


def _id_from_key(key: bytes | None) -> str:
    try:
        ident = (key or b"").decode()
    except UnicodeDecodeError as error:
        raise Unreadable("invalid-encoding", f"the key of a withdrawal: {error}", class_name(error)) from error
    if not ident.strip():
        raise Unreadable("missing-key", "a null value without a key: nobody can tell which article it withdraws")
    if len(ident) > MAX_ID:
        raise Unreadable("invalid-article", f"the key of a withdrawal is longer than {MAX_ID} code points")
    return ident


def _processed(record: Record, value: bytes, options: HandleOptions, now: int, extract: Extract) -> Processed:
    article = parse_article(value)
    chars = len(article.body) + len(article.title or "")
    if chars > options.max_article_chars:
        raise Unreadable("article-too-large", f"{chars} code points; the limit is {options.max_article_chars}")
    try:
        text = text_of(article)
        if not text.body.strip():
            raise Unreadable("empty-body", "the body holds nothing but white space")
        quotes = _quotes(record, quote_events(article, text, extract(text)), options, now)
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        raise Unreadable("engine-error", _whence(error), class_name(error)) from error
    return _outcome(record, article, quotes, options, now)


def text_of(article: RawArticle) -> Article:
    """What the engine reads of an article: HTML turned into text, an empty title left out."""
    is_html = article.content_type == "text/html"
    return Article(body=text_from_html(article.body) if is_html else article.body, title=article.title or None)


def _whence(error: Exception) -> str:
    """The exception's message and the innermost place in the code: all that a reader of the letter has to go by."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    module = "/".join(frame.filename.replace("\\", "/").split("/")[-2:])
    return f"{error} ({module}, line {frame.lineno}, in {frame.name})"


def _quotes(
    record: Record, events: Iterable[QuoteEvent], options: HandleOptions, now: int
) -> list[tuple[QuoteRef, Message]]:
    quotes: list[tuple[QuoteRef, Message]] = []
    total = 0
    for event in events:
        if event.kind in options.kinds:
            message = _fitting(_quote_message(record, event, options, now), options)
            quotes.append((QuoteRef(quote_id=event.quote_id, kind=event.kind), message))
            total += message.size
            if total > options.max_result_bytes:
                detail = f"its quotations are over {options.max_result_bytes} bytes together"
                raise Unreadable("result-too-large", detail)
    return quotes


def _outcome(
    record: Record, article: RawArticle, quotes: Sequence[tuple[QuoteRef, Message]], options: HandleOptions, now: int
) -> Processed:
    ident = article_id(article)
    marker = ArticleProcessed(
        article_id=ident,
        article_revision=article_revision(article),
        revision=article.revision,
        engine_version=engine.ENGINE_VERSION,
        kinds=options.kinds,
        text_from_html=article.content_type == "text/html",
        quotes=tuple(ref for ref, _ in quotes),
        source=source_position(record),
    )
    return Processed(
        ident,
        tuple(message for _, message in quotes),
        _fitting(_marker_message(record, marker, options, now), options),
        tuple(ref.kind for ref, _ in quotes),
    )


def _quote_message(record: Record, event: QuoteEvent, options: HandleOptions, now: int) -> Message:
    """Keyed by the quotation, partitioned by the article: compaction keeps each, and they stay together."""
    event_id = f"{event.quote_id}/{event.engine_version}"
    return Message(
        key=str(event.quote_id).encode(),
        value=event.model_dump_json(by_alias=True).encode(),
        headers=event_headers(record, QUOTE_TYPE, event_id, event.article_id, options.replay),
        timestamp=output_timestamp(record, now),
        partition_key=event.article_id.encode(),
    )


def _marker_message(record: Record, marker: ArticleProcessed, options: HandleOptions, now: int) -> Message:
    event_id = f"{'+'.join(marker.kinds)}/{marker.engine_version}"
    return Message(
        key=marker.article_id.encode(),
        value=marker.model_dump_json(by_alias=True).encode(),
        headers=event_headers(record, PROCESSED_TYPE, event_id, marker.article_id, options.replay),
        timestamp=output_timestamp(record, now),
        partition_key=marker.article_id.encode(),
    )


def _fitting(message: Message, options: HandleOptions) -> Message:
    if message.size > options.max_event_bytes:
        detail = f"one of its records takes {message.size} bytes; the limit is {options.max_event_bytes}"
        raise Unreadable("result-too-large", detail)
    return message
