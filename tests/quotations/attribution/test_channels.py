"""Through which medium words came, and that who relays them does not speak."""

import pytest

from quotations import Article, extract
from tests.quotations.cases import WORDS, Case, last_of, table

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


# -- the medium relays, it does not speak: (name, medium) --------------------------------------------------------------

MEDIA = [
    Case(
        "an agency relays an official",
        f"نقلت وكالة رويترز عن مسؤول حكومي قوله: {WORDS}.",
        ("مسؤول حكومي", "وكالة رويترز"),
    ),
    Case(
        "a paper in marks relays a minister",
        f"ونقلت صحيفة «المدى» عن الوزير سليم الحداد قوله: {WORDS}.",
        ("سليم الحداد", "صحيفة «المدى»"),
    ),
    Case(
        "a paper before its verb relays a minister",
        f"وكانت صحيفة «المدى» قد نقلت في عددها الصادر أمس عن الوزير سليم الحداد قوله إن {WORDS}.",
        ("سليم الحداد", "صحيفة «المدى»"),
    ),
    Case(
        "whose words were passed on",
        f"قال المدير عمر الكيلاني إن السد آمن. ونقل عن الوزير سليم الحداد قوله: {WORDS}.",
        ("سليم الحداد", None),
    ),
    Case(
        "whose words have come down",
        f"قال المدير عمر الكيلاني إن السد آمن. وقد جاء عن كنانة الحداد قوله: {WORDS}.",
        ("كنانة الحداد", None),
    ),
    Case(
        "to whom words are ascribed",
        f"قال المدير عمر الكيلاني إن السد آمن. ونسب تقرير صدر عن الوزارة أمس إلى الوزير سليم الحداد قوله: {WORDS}.",
        ("سليم الحداد", None),
    ),
    Case(
        "whom he spoke of before",
        f"تحدث المدير عمر الكيلاني عن الوزير سليم الحداد، وكان لافتا قوله: {WORDS}.",
        ("عمر الكيلاني", None),
    ),
    Case("told to an agency", f"قال الوزير سليم الحداد لوكالة رويترز: {WORDS}.", ("سليم الحداد", "وكالة رويترز")),
    Case("told to a correspondent", f"أكد الوزير سليم الحداد لمراسل «المدى» أن {WORDS}.", ("سليم الحداد", "المدى")),
    Case("told to one in brackets", f"أكد سليم الحداد لمراسلة (نهر) أن {WORDS}.", ("سليم الحداد", "نهر")),
    Case(
        "told to a paper behind a long office",
        f"قال الدكتور سليم الحداد أستاذ العلوم في جامعة قطر لـ «عين النهر» إن {WORDS}.",
        ("سليم الحداد", "عين النهر"),
    ),
    Case(
        "relayed between the cue and its words",
        "أعلن سليم الحداد، بحسب ما نقل عنه نواب، أن الجسر آمن.",
        ("سليم الحداد", "نواب"),
    ),
    Case(
        "an agency that was told again and again",
        f"وقالت هدى العلي لفرانس برس إن السد آمن. وتضيف لفرانس برس: {WORDS}.",
        ("هدى العلي", "فرانس برس"),
    ),
    Case("the agency itself", f"وقالت وكالة رويترز: {WORDS}.", ("وكالة رويترز", None)),
]


@pytest.mark.parametrize(("body", "expected"), table(MEDIA))
def test_media(body: str, expected: tuple[str, str | None]) -> None:
    q = last_of(body)
    assert (q.speaker.name, q.medium and q.medium.text) == expected
