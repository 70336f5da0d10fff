"""One record in, one outcome out, whatever the record holds."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from quotations import ENGINE_VERSION, Article, Quotation
from schemas.dead_letter import DeadLetterHeaders
from schemas.headers import EventHeaders, parse_source
from schemas.processed import ArticleProcessed, SourcePosition
from schemas.quote import QuoteEvent
from streams.core.handle import handle
from streams.core.options import KINDS, HandleOptions
from streams.core.records import Record
from tests.core.samples import FULL_BODY, NOW, STAMP, full, guillemets, processed, record, rejected

OPTIONS = HandleOptions()
ARTICLE = {"article_id": "a-1", "body": "قال الناطق «نعم نفعل» ثم أضاف «غدا»."}


def one(value: Any, **more: Any) -> Record:
    return record(value, **more)


def failing(error: BaseException) -> Callable[[Article], Sequence[Quotation]]:
    def extract(article: Article) -> Sequence[Quotation]:
        raise error

    return extract


def test_quotes_and_marker_name_each_other() -> None:
    outcome = processed(handle(one(ARTICLE), OPTIONS, now=NOW, extract=guillemets))
    events = [QuoteEvent.model_validate_json(message.value or b"") for message in outcome.quotes]
    marker = ArticleProcessed.model_validate_json(outcome.marker.value or b"")

    assert [event.text for event in events] == ["نعم نفعل", "غدا"]
    assert [(ref.quote_id, ref.kind) for ref in marker.quotes] == [(event.quote_id, event.kind) for event in events]
    assert outcome.kinds == ("direct", "mixed")
    assert {event.article_revision for event in events} == {marker.article_revision}
    assert {event.engine_version for event in events} == {marker.engine_version} == {ENGINE_VERSION}
    assert marker.source == SourcePosition(topic="articles.raw", partition=2, offset=7)
    assert marker.kinds == ("direct", "mixed")
    assert not marker.withdrawn


def test_a_quotation_is_keyed_by_itself_and_partitioned_by_its_article() -> None:
    outcome = processed(handle(one(ARTICLE, key=b"another key"), OPTIONS, now=NOW, extract=guillemets))
    for message in outcome.quotes:
        event = json.loads(message.value or b"")
        assert message.key == event["quote_id"].encode()
        assert UUID(event["quote_id"]).version == 5
        assert message.partition_key == b"a-1"
    assert (outcome.marker.key, outcome.marker.partition_key) == (b"a-1", b"a-1")


def test_every_part_of_a_quotation_reaches_its_event() -> None:
    article = {
        "article_id": "a-2",
        "title": "الميناء",
        "body": FULL_BODY,
        "url": "u",
        "outlet": "o",
        "author": "ك",
        "published_at": "2023-09-13T08:00:00+03:00",
        "language": "ar",
    }
    outcome = processed(handle(one(article), OPTIONS, now=NOW, extract=lambda text: [full(text)]))
    event = json.loads(outcome.quotes[0].value or b"")
    spans = [event["cue"], event["medium"], event["addressee"], event["occasion"]]
    assert [FULL_BODY[part["span"]["start"] : part["span"]["end"]] for part in spans] == [p["text"] for p in spans]
    assert event["cue"]["class"] == "say"
    assert "class_" not in event["cue"]
    assert event["speaker"]["name"] == "سلمى الحداد"
    assert event["published_at"] == "2023-09-13T05:00:00Z"
    assert event["confidence"] == 0.8765
    assert {key: event[key] for key in ("article_title", "url", "outlet", "author", "language")} == {
        "article_title": "الميناء",
        "url": "u",
        "outlet": "o",
        "author": "ك",
        "language": "ar",
    }


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        pytest.param(STAMP, STAMP, id="the record's own"),
        pytest.param(0, 0, id="1970"),
        pytest.param(NOW + 1, NOW, id="from the future"),
        pytest.param(4_102_444_800_000, NOW, id="2100"),
        pytest.param(-1, None, id="none"),
    ],
)
def test_the_timestamp_is_never_later_than_now(stamp: int, published: int | None) -> None:
    outcome = processed(handle(one(ARTICLE, timestamp=stamp), OPTIONS, now=NOW, extract=guillemets))
    assert {message.timestamp for message in (*outcome.quotes, outcome.marker)} == {published}
    assert rejected(handle(one(b"no", timestamp=stamp), OPTIONS, now=NOW)).letter.timestamp == published


@pytest.mark.parametrize("year", ["0001", "1970", "2100", "9999"])
def test_published_at_of_any_year_is_kept_and_moves_no_timestamp(year: str) -> None:
    article = {**ARTICLE, "published_at": f"{year}-06-01T00:00:00Z"}
    outcome = processed(handle(one(article), OPTIONS, now=NOW, extract=guillemets))
    assert json.loads(outcome.quotes[0].value or b"")["published_at"] == f"{year}-06-01T00:00:00Z"
    assert outcome.quotes[0].timestamp == STAMP


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("2020-01-01T03:00:00+03:00", "2020-01-01T00:00:00Z"),
        ("2020-01-01T03:00:00.123456Z", "2020-01-01T03:00:00.123456Z"),
        ("2020-01-01T03:00:00", "2020-01-01T03:00:00Z"),
        ("2020-01-01 03:00", "2020-01-01T03:00:00Z"),
        ("2020-01-01", "2020-01-01T00:00:00Z"),
        (None, None),
    ],
)
def test_published_at_is_given_in_utc(given: str | None, published: str | None) -> None:
    article = {**ARTICLE, "published_at": given}
    outcome = processed(handle(one(article), OPTIONS, now=NOW, extract=guillemets))
    assert json.loads(outcome.quotes[0].value or b"")["published_at"] == published


def test_nothing_but_the_timestamp_depends_on_the_present() -> None:
    early, late = (
        processed(handle(one(ARTICLE, timestamp=NOW), OPTIONS, now=now, extract=guillemets)) for now in (1, NOW)
    )
    for before, after in zip((*early.quotes, early.marker), (*late.quotes, late.marker), strict=True):
        assert (before.key, before.value, before.headers) == (after.key, after.value, after.headers)
        assert (before.timestamp, after.timestamp) == (1, NOW)


def test_an_event_is_the_same_at_another_offset_and_for_other_kinds() -> None:
    first = processed(handle(one(ARTICLE), OPTIONS, now=NOW, extract=guillemets))
    other = processed(handle(one(ARTICLE, offset=8, key=None), HandleOptions(("mixed",)), now=NOW, extract=guillemets))
    assert [message.value for message in other.quotes] == [first.quotes[1].value]
    assert ArticleProcessed.model_validate_json(other.marker.value or b"").kinds == ("mixed",)


def test_headers_say_what_it_is_and_where_its_record_lies() -> None:
    given = (("traceparent", b"00-1"), ("x", b"1"), ("x", None), ("ce_id", b"theirs"), ("content-type", b"text/x"))
    outcome = processed(handle(one(ARTICLE, headers=given), OPTIONS, now=NOW, extract=guillemets))
    quote, marker = (EventHeaders.decode(message.headers) for message in (outcome.quotes[0], outcome.marker))
    assert outcome.quotes[0].headers[:3] == given[:3]
    assert (quote.ce_type, marker.ce_type) == ("aqwal.quote.attributed", "aqwal.article.processed")
    assert quote.ce_subject == "a-1"
    assert quote.ce_source == "/aqwal/articles.raw"
    assert parse_source(quote.aqwal_source) == SourcePosition(topic="articles.raw", partition=2, offset=7)
    names = [name for name, _ in outcome.quotes[0].headers]
    assert names.count("ce_id") == names.count("content-type") == 1
    ids = {EventHeaders.decode(message.headers).ce_id for message in (*outcome.quotes, outcome.marker)}
    assert len(ids) == 3


def test_a_null_value_with_a_key_withdraws_the_article() -> None:
    outcome = processed(handle(one(None, key="خبر-١".encode()), OPTIONS, now=NOW))
    marker = ArticleProcessed.model_validate_json(outcome.marker.value or b"")
    assert (outcome.article_id, outcome.quotes) == ("خبر-١", ())
    assert (marker.article_id, marker.withdrawn, marker.article_revision) == ("خبر-١", True, None)
    assert outcome.marker.key == "خبر-١".encode()


REJECTED = [
    pytest.param(None, None, "missing-key", id="null value without a key"),
    pytest.param(None, b"", "missing-key", id="null value with an empty key"),
    pytest.param(None, b" \t", "missing-key", id="null value with a blank key"),
    pytest.param(None, b"\xff", "invalid-encoding", id="null value with a key that is no text"),
    pytest.param(None, b"k" * 513, "invalid-article", id="null value with a key that can be no id"),
    pytest.param(b"", b"k", "invalid-json", id="empty value"),
    pytest.param(b"\xff\xfe{}", b"k", "invalid-encoding", id="not UTF-8"),
    pytest.param('{"body":"قال"}'.encode("cp1256"), b"k", "invalid-encoding", id="Windows-1256"),
    pytest.param('{"body":"x"}'.encode("utf-16"), b"k", "invalid-encoding", id="UTF-16"),
    pytest.param(b'{"body":"\xed\xa0\x80"}', b"k", "invalid-encoding", id="a surrogate in UTF-8"),
    pytest.param(b'{"body":"\\ud800"}', b"k", "invalid-json", id="a lone surrogate, escaped"),
    pytest.param("قال الوزير «نعم»".encode(), b"k", "invalid-json", id="text"),
    pytest.param(b'{"body":"x"', b"k", "invalid-json", id="cut short"),
    pytest.param(b'{"body":"x"} {}', b"k", "invalid-json", id="two documents"),
    pytest.param(b'{"body":"x","z":' + b"[" * 100_000 + b"}", b"k", "invalid-json", id="nested deeply"),
    pytest.param(b'{"body":"x","revision":' + b"9" * 10_000 + b"}", b"k", "invalid-json", id="a huge number"),
    pytest.param(b"[]", b"k", "invalid-article", id="a list"),
    pytest.param(b"null", b"k", "invalid-article", id="JSON's null"),
    pytest.param(b'"x"', b"k", "invalid-article", id="a string"),
    pytest.param(b"{}", b"k", "invalid-article", id="no body"),
    pytest.param({"body": None}, b"k", "invalid-article", id="null body"),
    pytest.param({"body": 1}, b"k", "invalid-article", id="a number as body"),
    pytest.param({"body": ["x"]}, b"k", "invalid-article", id="a list as body"),
    pytest.param({"body": "x", "article_id": 1}, b"k", "invalid-article", id="a number as id"),
    pytest.param({"body": "x", "article_id": " "}, b"k", "invalid-article", id="a blank id"),
    pytest.param({"body": "x", "article_id": "i" * 513}, b"k", "invalid-article", id="a long id"),
    pytest.param({"body": "x", "title": {}}, b"k", "invalid-article", id="an object as title"),
    pytest.param({"body": "x", "revision": "1"}, b"k", "invalid-article", id="text as revision"),
    pytest.param({"body": "x", "revision": -1}, b"k", "invalid-article", id="a negative revision"),
    pytest.param({"body": "x", "revision": 2**63}, b"k", "invalid-article", id="a revision over 64 bits"),
    pytest.param({"body": "x", "published_at": 1}, b"k", "invalid-article", id="a number as time"),
    pytest.param({"body": "x", "published_at": "1577836800"}, b"k", "invalid-article", id="a number in text as time"),
    pytest.param({"body": "x", "published_at": "أمس"}, b"k", "invalid-article", id="words as time"),
    pytest.param({"body": "x", "published_at": "2020-13-01"}, b"k", "invalid-article", id="no such month"),
    pytest.param({"body": "x", "published_at": "٢٠٢٠-٠١-٠١"}, b"k", "invalid-article", id="Arabic digits in a time"),
    pytest.param(
        {"body": "x", "published_at": "9999-12-31T23:00:00-10:00"}, b"k", "invalid-article", id="the year 10000 in UTC"
    ),
    pytest.param({"body": "x", "content_type": "text/rtf"}, b"k", "invalid-article", id="an unknown content type"),
    pytest.param({"body": ""}, b"k", "empty-body", id="empty body"),
    pytest.param({"body": " \r\n\t\u00a0\u2003"}, b"k", "empty-body", id="blank body"),
    pytest.param({"body": "", "title": "t"}, b"k", "empty-body", id="nothing but a title"),
    pytest.param({"body": "<p>&nbsp;</p><!-- x -->", "content_type": "text/html"}, b"k", "empty-body", id="empty HTML"),
    pytest.param({"body": "<i>" * 5000 + "x", "content_type": "text/html"}, b"k", "invalid-article", id="deep HTML"),
    pytest.param({"body": "x" * 1_000_001}, b"k", "article-too-large", id="too long"),
    pytest.param({"body": "x" * 999_999, "title": "yy"}, b"k", "article-too-large", id="too long with its title"),
]


@pytest.mark.parametrize(("value", "key", "reason"), REJECTED)
def test_what_cannot_be_read_is_a_dead_letter_with_the_original(value: Any, key: bytes | None, reason: str) -> None:
    given = one(value, key=key, headers=(("h", b"\xff"), ("ce_id", b"theirs")))
    outcome = rejected(handle(given, HandleOptions(max_letter_bytes=10_000_000), now=NOW))
    assert outcome.reason == reason
    assert (outcome.letter.key, outcome.letter.value, outcome.letter.partition_key) == (key, given.value, key)
    assert outcome.letter.headers[:2] == given.headers
    assert len(outcome.detail) <= 1000


READ = [
    pytest.param(b'\xef\xbb\xbf{"body":"x"}', id="with a byte order mark"),
    pytest.param(b'{"body":"x","z":NaN,"y":1e999}', id="unknown fields that JSON does not know"),
    pytest.param(b'{"body":"x","body":"y"}', id="a field twice"),
    pytest.param(b'{"body":"\\ud83d\\ude00"}', id="an escaped pair of surrogates"),
    pytest.param({"body": "x", "other": {"deep": [1]}}, id="unknown fields"),
    pytest.param({"body": "."}, id="one character"),
    pytest.param({"body": "\u0000"}, id="a null character"),
    pytest.param({"body": "\u200f"}, id="a direction mark alone"),
    pytest.param({"body": "\ufeff\u0627"}, id="a byte order mark within"),
    pytest.param({"body": "x", "title": "", "url": "", "outlet": ""}, id="empty fields"),
    pytest.param({"body": "افتتح المتحف أبوابه أمس أمام الزوار بعد ترميم دام عامين.\n" * 17_000}, id="two megabytes"),
    pytest.param({"body": "<p>x" * 10_000, "content_type": "text/html"}, id="long HTML"),
]


@pytest.mark.parametrize("value", READ)
def test_what_can_be_read_ends_in_a_marker(value: Any) -> None:
    processed(handle(one(value), OPTIONS, now=NOW))


OFFSETS = [
    pytest.param("قالَ: «نَعَمْ، سَنَفْعَلُ».", "نَعَمْ، سَنَفْعَلُ", id="diacritics"),
    pytest.param("👩‍👩‍👧 قال 😀 «نعم 🇯🇴 غدا».", "نعم 🇯🇴 غدا", id="emoji"),
    pytest.param("سطر\r\nقال: «نعم\r\nغدا»\r\n", "نعم\r\nغدا", id="CRLF"),
    pytest.param("قال\u00a0الوزير:\u202f«\u00a0نعم\u00a0»", "\u00a0نعم\u00a0", id="no-break spaces"),
    pytest.param("قال &laquo;لا&raquo; ثم «نعم &amp; لا»", "نعم &amp; لا", id="entities in plain text stay"),
    pytest.param("قال \u202b«نـــعم \ufef5»\u202c", "نـــعم \ufef5", id="controls, tatweel, presentation forms"),
    pytest.param("قال: «ا\u0654كيد 𝒳 نعود غدا»", "ا\u0654كيد 𝒳 نعود غدا", id="decomposed, and beyond the basic plane"),
]


@pytest.mark.parametrize(("body", "words"), OFFSETS)
def test_offsets_are_code_points_of_the_body_as_published(body: str, words: str) -> None:
    outcome = processed(handle(one({"body": body}), OPTIONS, now=NOW, extract=guillemets))
    event = QuoteEvent.model_validate_json(outcome.quotes[-1].value or b"")
    assert event.text == words == body[event.span.start : event.span.end]
    assert event.sentence.text == body[event.sentence.start : event.sentence.end]
    around = event.context.prefix + event.text + event.context.suffix
    assert around == body[max(0, event.span.start - 64) : event.span.end + 64]


@pytest.mark.parametrize(("body", "words"), OFFSETS)
def test_the_engine_keeps_to_the_body_as_published(body: str, words: str) -> None:
    outcome = processed(handle(one({"body": body}), HandleOptions(KINDS), now=NOW))
    events = [QuoteEvent.model_validate_json(message.value or b"") for message in outcome.quotes]
    assert [event.text for event in events] == [body[event.span.start : event.span.end] for event in events]
    assert words.strip() in [event.text for event in events]


def test_html_becomes_text_and_the_marker_says_so() -> None:
    body = "<p>قال&nbsp;&laquo;نعم <b>ثم</b> لا&raquo;</p><script>«لا»</script>"
    article = {"body": body, "content_type": "text/html"}
    outcome = processed(handle(one(article), OPTIONS, now=NOW, extract=guillemets))
    assert [json.loads(message.value or b"")["text"] for message in outcome.quotes] == ["نعم ثم لا"]
    assert ArticleProcessed.model_validate_json(outcome.marker.value or b"").text_from_html


@pytest.mark.parametrize("error", [ValueError("شيء"), IndexError(), RecursionError("deep"), RuntimeError("x" * 10_000)])
def test_an_exception_of_the_engine_is_a_dead_letter_that_says_where(error: Exception) -> None:
    outcome = rejected(handle(one(ARTICLE), OPTIONS, now=NOW, extract=failing(error)))
    headers = dict(outcome.letter.headers)
    assert outcome.reason == "engine-error"
    assert headers["__aqwal.errors.exception"] == type(error).__name__.encode()
    assert outcome.letter.value == one(ARTICLE).value
    if len(str(error)) < 100:
        assert f"{error} (core/test_handle.py, line " in outcome.detail


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError()])
def test_what_befalls_the_process_is_no_dead_letter(error: BaseException) -> None:
    with pytest.raises(type(error)):
        handle(one(ARTICLE), OPTIONS, now=NOW, extract=failing(error))


@pytest.mark.parametrize(
    "limits",
    [
        pytest.param({"max_event_bytes": 1500}, id="one event"),
        pytest.param({"max_result_bytes": 2500}, id="all together"),
    ],
)
def test_a_result_over_a_limit_is_a_dead_letter(limits: dict[str, int]) -> None:
    article = {"body": f"قال «{'نعم ' * 100}» ثم «لا نعم»"}
    assert rejected(handle(one(article), HandleOptions(**limits), now=NOW, extract=guillemets)).reason == (
        "result-too-large"
    )
    processed(handle(one(article), OPTIONS, now=NOW, extract=guillemets))


def test_a_marker_over_the_limit_is_a_dead_letter() -> None:
    options = HandleOptions(max_event_bytes=1000)
    processed(handle(one(None), options, now=NOW))
    assert rejected(handle(one(None, headers=(("h", b"x" * 1000),)), options, now=NOW)).reason == "result-too-large"


def test_a_replay_differs_from_the_live_outcome_by_one_header() -> None:
    given = one(ARTICLE, headers=(("traceparent", b"00-1"), ("aqwal-replay", b"of-another-run")))
    live = processed(handle(given, OPTIONS, now=NOW, extract=guillemets))
    replayed = processed(handle(given, HandleOptions(replay="run-1"), now=NOW, extract=guillemets))
    for was, now in zip((*live.quotes, live.marker), (*replayed.quotes, replayed.marker), strict=True):
        assert "aqwal-replay" not in dict(was.headers)
        assert now == replace(was, headers=(*was.headers, ("aqwal-replay", b"run-1")))


def test_a_replayed_dead_letter_names_the_run() -> None:
    letter = rejected(handle(one(b"no JSON"), HandleOptions(replay="run-1"), now=NOW)).letter
    assert DeadLetterHeaders.decode(letter.headers).replay == "run-1"
    live = rejected(handle(one(b"no JSON"), OPTIONS, now=NOW)).letter
    assert DeadLetterHeaders.decode(live.headers).replay is None


@pytest.mark.parametrize("name", ["", "a b", "x" * 65, "run/1"])
def test_what_is_no_runs_id_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="replay"):
        HandleOptions(replay=name)
