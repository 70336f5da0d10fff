"""Labels: whose words a line gives by a colon alone."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

LABELS = [
    Case(
        "marks that only name something",
        "وزير النقل: «النهر» تفتح فرعا في المدينة",
        [expect(cue=":", subject="وزير النقل", words="«النهر» تفتح فرعا في المدينة")],
    ),
    Case("marks that hold the words", "وزير النقل: «لن نعود»", [expect(cue=":", content="mark")]),
    Case("where it happens", "الموصل: «النهر» تفتح فرعا في المدينة", []),
    Case("what is no Arabic", "الشركة الناشرة: «نهر» River http: / / www.example.org", [expect(content="mark")]),
    Case("a place in a list", "حضر الوزير.\nالمركز الأول: الشاعر عمر الكيلاني من الأردن عن ديوان النهر.", []),
    Case("who is listed", "حضر الوزير.\nالشعراء: سليم مقداد، وعمر الكيلاني، وأحمد الرافعي.", []),
    Case("a country of several", "حضر الوزير.\n\nتونس: شهدت المدينة احتفالات واسعة هذا العام.", []),
    Case("a channel by its number", "القناة الأولى: الجسر في خطر", [expect(subject="القناة الأولى")]),
    Case("a place's words in marks", "حضر الوزير.\nالمركز الأول: «لن نعود»", [expect(subject="المركز الأول")]),
    Case(
        "places in a body's words",
        "وزارة الكهرباء: بيروت وطرابلس وصيدا والبقاع بلا ماء",
        [expect(subject="وزارة الكهرباء")],
    ),
    Case("facts of a match", "حضر الوزير.\n\nالملعب: النهر\n\nالجمهور: 64 ألف متفرج\n\nالحكم: عمر الكيلاني", []),
    Case(
        "a crowd that speaks",
        "حضر الوزير.\n\nالجمهور: لن نعود إلى هذا الملعب\n\nالحكم: عمر الكيلاني",
        [expect(subject="الجمهور")],
    ),
    Case("who wrote and who composed", "حضر الوزير.\n1- نهر / كلمات: سليم الحداد / ألحان: عمر / توزيع: رامي", []),
    Case("a country that speaks", "حضر الوزير.\n\nتونس: لن نقبل بهذا القرار.", [expect(subject="تونس")]),
    Case(
        "a paper that bears a place's name is told",
        "سليم الحداد لـ«المدينة»: لن نعود إلى الجسر",
        [expect(subject="سليم الحداد", words="لن نعود إلى الجسر")],
    ),
    Case(
        "an agency is told by somebody of a country",
        "وزير خارجية تونس لوكالة رويترز: لن نعود إلى الجسر",
        [expect(subject="وزير خارجية تونس", words="لن نعود إلى الجسر")],
    ),
    Case("three things", "الخبراء: الجسر والسد والطريق في خطر", [expect(subject="الخبراء")]),
    Case("a number of them", "عدد من الخبراء: الجسر آمن", [expect(subject="عدد من الخبراء", words="الجسر آمن")]),
]


@pytest.mark.parametrize(("body", "expected"), table(LABELS))
def test_label(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
