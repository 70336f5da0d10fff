"""What the letters of a word alone say."""

import pytest

from quotations.matching import word_form
from quotations.words.morphology import is_future, is_masdar, is_owned_masdar


@pytest.mark.parametrize(
    ("word", "expected"),
    [("سيتخذ", True), ("وستكون", True), ("سنبني", True), ("ستارلي", False), ("سنغافورة", False), ("سوق", False)],
)
def test_future(word: str, expected: bool) -> None:
    assert is_future(word_form(word)) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("استقبال", True), ("إبقاء", True), ("تأكيد", True), ("تعاون", True), ("تقنية", False), ("كتاب", False)],
)
def test_verbal_noun(word: str, expected: bool) -> None:
    assert is_masdar(word_form(word)) is expected
    assert is_owned_masdar(word_form(word) + "ها") is expected
