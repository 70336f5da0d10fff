"""What people are shown of a quotation."""

import pytest

from schemas.article import RawArticle
from schemas.quote import QuoteEvent
from streams.cli.quotation import quotation_printer
from streams.core.handle import handle
from streams.core.options import HandleOptions
from streams.core.records import Processed, Record


def events_of(body: str, **fields: str) -> list[QuoteEvent]:
    value = RawArticle(article_id="a", body=body, **fields).model_dump_json().encode()
    outcome = handle(Record("raw", 0, 0, 0, b"a", value), HandleOptions(), now=0)
    assert isinstance(outcome, Processed)
    return [QuoteEvent.model_validate_json(quote.value or b"") for quote in outcome.quotes]


def test_speaker_cue_kind_and_words_are_shown_in_logical_order(capsys: pytest.CaptureFixture[str]) -> None:
    (event,) = events_of("قال وزير النقل حسان الزين في مؤتمر صحفي: «سلّمنا المحطات الست أمس».", outlet="الضفاف")
    quotation_printer()(event)
    shown = capsys.readouterr().out
    for part in ("حسان الزين", "وزير النقل", "قال", "direct", "«سلّمنا المحطات الست أمس»", "الضفاف"):
        assert part in shown


def test_a_long_quotation_is_neither_cut_nor_wrapped(capsys: pytest.CaptureFixture[str]) -> None:
    words = "سنفتح الطريق [bold]غدا[/bold] أمام الجميع " * 40
    (event,) = events_of(f"قال وزير النقل حسان الزين في مؤتمر صحفي: «{words.strip()}».")
    quotation_printer()(event)
    assert f"«{words.strip()}»" in capsys.readouterr().out


def test_escape_sequences_of_an_article_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    (event,) = events_of("قال وزير النقل حسان الزين في مؤتمر صحفي: «سنفتح \x1b]0;x\x07 الطريق \x9b31m غدا للجميع».")
    quotation_printer()(event)
    shown = capsys.readouterr().out
    assert "الطريق" in shown
    assert not set(shown) & {"\x1b", "\x07", "\x9b"}


def test_marks_of_direction_are_shown_and_turn_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    quoted = "قال وزير النقل حسان الزين في مؤتمر صحفي: «سنفتح \u202eالطريق\u202c غدا أمام الجميع»."
    (event,) = events_of(quoted, outlet="الضفاف\u2067")
    assert "\u202eالطريق\u202c" in event.text
    quotation_printer()(event)
    shown = capsys.readouterr().out
    assert "سنفتح <U+202E>الطريق<U+202C> غدا" in shown
    assert "الضفاف<U+2067>" in shown
