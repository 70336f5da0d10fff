"""Which two words are a first name and a surname, though no list knows them."""

import pytest

from quotations.people.wholes import is_first_and_last
from quotations.words.text import Text

WHOLES = [
    ("دوريلا هالفن", True),
    ("سليم هالفن", True),
    ("الجزيرة هالفن", False),
    ("باسم هالفن", False),
    ("يزدري هالفن", False),
    ("كرهت هالفن", False),
    ("شراعهم هالفن", False),
    ("دوريلا هالفنا", False),
    ("دوريلا هالفناً", False),
    ("دوريلا يهلفن", False),
]


@pytest.mark.parametrize(("words", "name"), WHOLES)
def test_first_and_last(words: str, name: bool) -> None:
    text = Text(words)
    assert is_first_and_last(text, text.forms[1], 0, 1) == name
