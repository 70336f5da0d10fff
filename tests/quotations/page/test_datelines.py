"""What a colon ends: where a story comes from, or words that somebody may say."""

import pytest

from quotations.page.datelines import is_dateline
from quotations.words.text import Text
from tests.quotations.cases import Case, table

BEFORE_COLON = [
    Case("a place and an agency", "باريس - رويترز: ارتفع السعر", True),
    Case("an agency behind a place that no list knows", "كرونبرغ رويترز: ارتفع السعر", True),
    Case("where it comes from", "المصدر: صحيفة النهر", True),
    Case("somebody", "سليم الحداد: ارتفع السعر", False),
    Case("somebody of a place who tells an agency", "وزير خارجية قطر لرويترز: ارتفع السعر", False),
    Case("somebody who tells a paper with a place's name", "سليم الحداد لـ«الرياض»: ارتفع السعر", False),
    Case("a line's author for his paper", "دمشق - لـ«الوطن»: ارتفع السعر", True),
    Case("no word at all", "- - : ارتفع السعر", False),
]


@pytest.mark.parametrize(("raw", "expected"), table(BEFORE_COLON))
def test_is_dateline(raw: str, expected: bool) -> None:
    text = Text(raw)
    assert is_dateline(text, 0, text.forms.index(":"), lambda k: False) == expected
