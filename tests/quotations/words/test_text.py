"""Tokens: every one knows its code points, whatever stands between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.matching import matching_form
from quotations.words.text import Text
from tests.quotations.cases import Case, table

TOKENS = [
    Case("words and punctuation", "قال: «نعم».", ["قال", ":", "«", "نعم", "»", "."]),
    Case("vowel marks and tatweel belong to their word", "وأَكّـــدَ ذلك", ["وأَكّـــدَ", "ذلك"]),
    Case("a decomposed hamza belongs to its word", "ا\u0654حمد", ["ا\u0654حمد"]),
    Case("a control inside a word belongs to it", "قا\u200dل", ["قا\u200dل"]),
    Case("a control behind a word does not", "قال\u200f: نعم\u200e", ["قال", ":", "نعم"]),
    Case("a control before a word does not", "\u200fقال \ufeffنعم", ["قال", "نعم"]),
    Case("numbers with their separators", "2.5 و١٢:٣٠ و1,000", ["2.5", "و١٢", ":", "٣٠", "و1", ",", "000"]),
    Case("a date", "21/10/2024", ["21/10/2024"]),
    Case("a number at the sentence's end", "عام 2024.", ["عام", "2024", "."]),
    Case("a full stop without a space", "مضى.ثم", ["مضى", ".", "ثم"]),
    Case("doubled marks", "<<نعم>> ''لا'' ``كلا", ["<<", "نعم", ">>", "''", "لا", "''", "``", "كلا"]),
    Case("dots of omission are one token", "نعم... لا .. ثم…", ["نعم", "...", "لا", "..", "ثم", "…"]),
    Case("line breaks are tokens", "أ\nب\r\nج\u2028د", ["أ", "\n", "ب", "\r\n", "ج", "\u2028", "د"]),
    Case("other white space is none", "أ\u00a0ب\tج\u3000د", ["أ", "ب", "ج", "د"]),
    Case("an underscore parts words, as in hashtags", "#سد_النهر", ["#", "سد", "_", "النهر"]),
    Case("Latin and Arabic letters side by side stay one word", "الـCNN", ["الـCNN"]),
    Case("signs outside the first plane count as one code point", "😀نعم😀", ["😀", "نعم", "😀"]),
    Case(
        "a space lost behind ة and ى",
        "البلديةنشرت رأىأستاذ إلىإدارة",
        ["البلدية", "نشرت", "رأى", "أستاذ", "إلى", "إدارة"],
    ),
    Case("no space is lost inside a word", "شىء مبادىء إلىها للغايةن", ["شىء", "مبادىء", "إلىها", "للغايةن"]),
    Case("tatweel alone is a dash", "القاهرة ـ سليم", ["القاهرة", "ـ", "سليم"]),
    Case("nothing", "", []),
    Case("nothing but white space and controls", " \u200f\u00a0", []),
]


@pytest.mark.parametrize(("raw", "tokens"), table(TOKENS))
def test_tokens(raw: str, tokens: list[str]) -> None:
    text = Text(raw)
    assert [text.slice(k, k) for k in range(len(text))] == tokens


def test_line_breaks_have_one_form() -> None:
    assert Text("أ\r\nب\u2029ج\u0085د\ne").forms[1:8:2] == ["\n"] * 4


def test_tatweel_alone_is_no_word() -> None:
    assert Text("القاهرة ـ ــ سليم").words[:4] == [True, False, False, True]


def test_commas_lost_by_an_old_encoding_are_commas_again() -> None:
    lost = "وأوضح الوزير? في كلمة له? أن الجسر آمن? وأن الطريق? حسب قوله? مفتوح.\n"
    assert Text(lost).forms.count("،") == 5
    assert Text(lost + "فمتى يفتح النفق؟").forms.count("،") == 0
    assert (
        Text("أهو آمن? نعم. ومن بناه? نحن. ومتى? أمس. وكيف?\nبجهد? نعم، كبير، وصبر، ومال، وعلم.").forms.count("?") == 5
    )


@pytest.mark.parametrize(
    ("word", "alif", "last"),
    [
        ("إن", "إ", "ن"),
        ("وَإنّ", "إ", "ن"),
        ("فا\u0655ن", "إ", "ن"),  # the hamza as a sign of its own
        ("بأنه", "أ", "ه"),
        ("ان", "ا", "ن"),
        ("آن", "آ", "ن"),
        ("مدرسةً", "", "ة"),
        ("علىـ", "", "ى"),
        ("١٢", "", "٢"),
        ("،", "", ""),
    ],
)
def test_letters_that_the_matching_form_folds_are_read_as_written(word: str, alif: str, last: str) -> None:
    text = Text(word)
    assert (text.alif(0), text.last_letter(0)) == (alif, last)


def test_offsets_are_code_points_after_signs_of_two_units() -> None:
    text = Text("😀😀 قال «نعم»")
    assert text.span(1, 1) == (1, 2)
    assert text.raw[slice(*text.span(4, 4))] == "نعم"


@given(st.text() | st.text(alphabet="قالنعةى \u064e\u0640\u200f\u0654\ufeff'`<>«»\r\n.1٢,:/_😀"))
def test_every_token_is_where_it_says(raw: str) -> None:
    text = Text(raw)
    assert len(text.starts) == len(text.ends) == len(text.words) == len(text.forms)
    at = 0
    for k in range(len(text)):
        assert at <= text.starts[k] < text.ends[k] <= len(raw)
        at = text.ends[k]
        assert text.token_at(text.starts[k]) == k
        assert text.forms[k]


@given(st.text(alphabet="قالنعمأىة\u064e\u0640\u200f «»:،.a"))
def test_the_matching_form_of_words_as_tokens_is_that_of_the_text(raw: str) -> None:
    """Ids are made from the one, searches from the other."""
    text = Text(raw)
    if len(text):
        assert text.matching(0, len(text) - 1) == matching_form(raw)


@pytest.mark.parametrize("raw", ["", "نعم", "قال: «نعم»", "قال \u200f"])
def test_beside_the_first_and_the_last_token_a_line_ends(raw: str) -> None:
    text = Text(raw)
    for k in (-2, -1, len(text), len(text) + 1):
        assert (text.forms[k], text.words[k], text.span(k, k)) == ("\n", False, (len(raw), len(raw)))
