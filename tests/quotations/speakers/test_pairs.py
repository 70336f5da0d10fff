"""Whom a dual means: the two people who were named side by side."""

import pytest

from tests.quotations.cases import WORDS, Case, last_of, table

_MET = "وتحدث وزير الري سليم الحداد ونظيره السوري كمال السعيد أمس. "
_WROTE = "وكتب سليم الحداد وهدى العلي مقالا في صحيفة «النهر». "

# -- (text) -> the name of whoever speaks last, and of each ------------------------------------------------------------

PAIRS = [
    Case(
        "an office that one of them has",
        f"{_MET}وأكد الوزيران: {WORDS}.",
        ("سليم الحداد ونظيره السوري كمال السعيد", ["سليم الحداد", "كمال السعيد"]),
    ),
    Case(
        "what they may be of whom no title is told",
        f"{_WROTE}وقال الباحثان: {WORDS}.",
        ("سليم الحداد وهدى العلي", ["سليم الحداد", "هدى العلي"]),
    ),
    Case("an office that neither has", f"{_MET}وأكد الباحثان: {WORDS}.", ("الباحثان", [])),
    Case("no dual", f"{_WROTE}وقال السلطان: {WORDS}.", ("السلطان", [])),
    Case(
        "one of three",
        f"وكتب سليم الحداد وهدى العلي وعمر الكيلاني مقالا. وقال الكاتبان: {WORDS}.",
        ("الكاتبان", []),
    ),
]


@pytest.mark.parametrize(("body", "expected"), table(PAIRS))
def test_the_two(body: str, expected: tuple[str, list[str]]) -> None:
    speaker = last_of(body).speaker
    assert (speaker.name, [m.name for m in speaker.members]) == expected
