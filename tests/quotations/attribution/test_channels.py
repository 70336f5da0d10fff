"""Through which medium the words of one sentence came."""

import pytest

from quotations import Article, extract
from tests.quotations.cases import Case, table

CHANNELS = [
    Case("the platform of an account", "وكتب سليم الحداد على حسابه في موقع تويتر: سنبني الجسر.", ["موقع تويتر"]),
    Case("the platform of a page, in marks", "وقال سليم الحداد على صفحته في «فيسبوك» إن الجسر آمن.", ["فيسبوك"]),
    Case(
        "who goes on, behind somebody else's deed",
        "وأوضح الوزير في حديث لوكالة رويترز أن السكان يرفضون عبور الجسر، مؤكدا أنه آمن.",
        ["وكالة رويترز", "وكالة رويترز"],
    ),
    Case(
        "who goes on with a verb of his own",
        "وتوقع الوزير في مقابلة مع صحيفة النهر أن يفتح الجسر، وقال إنه آمن.",
        ["صحيفة النهر", "صحيفة النهر"],
    ),
    Case(
        "somebody else has said nothing to the paper",
        "وقال الوزير لصحيفة النهر إن الجسر آمن، فيما رأى المهندس سليم الحداد أنه قديم.",
        ["صحيفة النهر", None],
    ),
    Case(
        "in the next sentence it is not said again",
        "وقال الوزير لصحيفة النهر إن الجسر آمن. وأضاف أن العمل مستمر.",
        ["صحيفة النهر", None],
    ),
]


@pytest.mark.parametrize(("body", "expected"), table(CHANNELS))
def test_medium(body: str, expected: list[str | None]) -> None:
    assert [q.medium.text if q.medium else None for q in extract(Article(body))] == expected
