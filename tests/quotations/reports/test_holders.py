"""Whose name stands right before the words, at the end of a long office."""

import pytest

from tests.quotations.cases import Case, last_of, table

HOLDERS = [
    Case(
        "an honorific behind places",
        "وصرحت مديرة مختبر أبحاث المياه بالموصل الدكتورة هدى العلي قائلة: «بدأنا البيع أمس».",
        "هدى العلي",
    ),
    Case(
        "an honorific behind a dash and a comma",
        "قال رئيس مجلس إقليم الضفاف- الوادي، السيد عمر الكيلاني، إن البيع بدأ.",
        "عمر الكيلاني",
    ),
    Case(
        "a comma alone",
        "قال الاختصاصي بأمراض الدم من مستشفى الكندي في الموصل القديمة، نيل زاكارسن، إن البيع بدأ.",
        "نيل زاكارسن",
    ),
    Case(
        "an honorific without the article",
        "وأكد وزير الدولة بالزراعة دكتور فضل إدريس فضل أن البيع بدأ.",
        "فضل إدريس فضل",
    ),
    Case(
        "a rank behind a place",
        "أوضح مدير الخدمات الميدانية بمصلحة الجمارك في الوادي المقدم سليم الحداد أن البيع بدأ.",
        "سليم الحداد",
    ),
    Case(
        "a name behind a number",
        "وأفاد مراسل الشؤون الدبلوماسية في القناة 12 سليم الحداد أن البيع بدأ.",
        "سليم الحداد",
    ),
    Case("who was met", "وقال المدير في لقاء مع الدكتور عمر الكيلاني إن البيع بدأ.", "المدير"),
    Case("who was received", "وقال المدير خلال استقباله الدكتور عمر الكيلاني إن البيع بدأ.", "المدير"),
    Case("who was told", "وأكد المدير للوزير الدكتور عمر الكيلاني أن البيع بدأ.", "المدير"),
]


@pytest.mark.parametrize(("body", "name"), table(HOLDERS))
def test_holders(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name
