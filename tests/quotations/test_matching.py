"""The matching form: what changes no word disappears, everything else stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.matching import matching_form, word_form
from tests.quotations.cases import Case, table

ONE_WORD = [
    Case("vowel marks", "أَكَّدَ", "اكد"),
    Case("tanwin", "قائلًا", "قاءلا"),
    Case("tatweel", "قـــال", "قال"),
    Case("tatweel and vowel marks mixed", "وأكّــدَ", "واكد"),
    Case("dagger alif", "هٰذا", "هذا"),
    Case("hamza above", "أحمد", "احمد"),
    Case("hamza below", "إيمان", "ايمان"),
    Case("madda", "آمال", "امال"),
    Case("wasla", "ٱلله", "الله"),
    Case("hamza above, decomposed", "ا\u0654حمد", "احمد"),
    Case("hamza below, decomposed", "ا\u0655يمان", "ايمان"),
    Case("madda, decomposed", "ا\u0653مال", "امال"),
    Case("hamza on waw, decomposed", "مسو\u0654ول", "مسءول"),
    Case("hamza on ya, decomposed", "قاي\u0654لا", "قاءلا"),
    Case("hamza with a vowel mark before it, decomposed", "ا\u064e\u0654كد", "اكد"),
    Case("Egyptian spelling of the hamza", "مسئول", word_form("مسؤول")),
    Case("final ya without dots", "مصطفى", word_form("مصطفي")),
    Case("ta marbuta written as ha", "الحكومة", word_form("الحكومه")),
    Case("Persian kaf", "کريم", "كريم"),
    Case("Persian ya", "علی", "علي"),
    Case("Urdu ha", "وزارہ", "وزاره"),
    Case("presentation forms", "\ufee3\ufea4\ufee4\ufeaa", "محمد"),
    Case("the ligature lam-alif", "\ufefb", "لا"),
    Case("the ligature Allah", "ﷲ", "الله"),
    Case("bidi controls", "\u200fقال\u202c", "قال"),
    Case("a zero-width joiner inside", "قا\u200dل", "قال"),
    Case("a byte order mark", "\ufeffقال", "قال"),
    Case("Arabic digits", "٢٠٢٤", "2024"),
    Case("Persian digits", "۲۰۲۴", "2024"),
    Case("Latin letters", "CNN", "cnn"),
    Case("Latin letters with accents keep them", "Élysée", "élysée"),
    Case("nothing but vowel marks", "\u064e\u064f", ""),
]

TEXTS = [
    Case("marks and punctuation go", "«إنَّ   الأمرَ، واضحٌ!»", "ان الامر واضح"),
    Case("one space between words, whatever stood there", "قال:\n\t«نعم»\u00a0أمس", "قال نعم امس"),
    Case("tatweel before a mark", "بـ«نعم»", "ب نعم"),
    Case("numbers stay", "فاز 2-1 عام ٢٠٢٤", "فاز 2 1 عام 2024"),
    Case("nothing", "«…»", ""),
]

# Words that differ in more than spelling stay apart.
APART = [("علم", "عالم"), ("قال", "قالت"), ("ذهب", "دهب"), ("كان", "قان"), ("سؤال", "سوال")]


@pytest.mark.parametrize(("word", "form"), table(ONE_WORD))
def test_one_word(word: str, form: str) -> None:
    assert word_form(word) == form


@pytest.mark.parametrize(("text", "form"), table(TEXTS))
def test_texts(text: str, form: str) -> None:
    assert matching_form(text) == form


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert word_form(one) != word_form(other)


arabic = st.text(
    alphabet=st.sampled_from(
        "اأإآٱؤئءىيیةهبكقلمن\u064b\u064e\u0651\u0670\u0640\u0653\u0654\u0655\u200f\ufefb\ufdf2 ،٣a"
    )
)


@given(arabic | st.text())
def test_the_form_of_a_form_is_itself(text: str) -> None:
    assert matching_form(matching_form(text)) == matching_form(text)


@given(st.text(alphabet="اأإآؤئءىيةهبكقلمن ", min_size=1))
def test_composed_and_decomposed_are_one(text: str) -> None:
    assert matching_form(unicodedata.normalize("NFD", text)) == matching_form(text)
