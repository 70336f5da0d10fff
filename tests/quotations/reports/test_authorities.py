"""Whom an attribution by a preposition names: strangers to every list, تبعا, «as» at the head."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

STANDARDS = [
    Case("a plan", "وتوزع المياه على القرى كلها وفق مخطط الوزارة.", []),
    Case("what is measured", "وتوزع الأرباح على العمال كلهم حسب مؤهلات العامل.", []),
    Case(
        "who has a plan", "وتوزع المياه على القرى كلها وفق الوزارة.", [expect(cue="وفق", subject="الوزارة", words=None)]
    ),
]
STRANGERS = [
    Case(
        "a name that no list knows",
        "وبحسب برانكوفيل فإن الجسر آمن.",
        [expect(cue="وبحسب", subject="برانكوفيل", words="الجسر آمن")],
    ),
    Case(
        "behind «to»",
        "ووفقا لشتاينهوف، يتسع الجسر لألف سيارة.",
        [expect(cue="ووفقا", words="يتسع الجسر لألف سيارة")],
    ),
    Case(
        "a plural with what they do",
        "وبحسب المتتبعين للملف، فإن الجسر آمن.",
        [expect(subject="المتتبعين للملف", words="الجسر آمن")],
    ),
    Case(
        "who he is, between commas before فقد",
        "وحسب المهندس سليم الحداد، المقرب من البلدية، فقد أغلقت الجسور كلها.",
        [expect(subject="المهندس سليم الحداد", words="أغلقت الجسور كلها")],
    ),
    Case(
        "one of many, before فإن",
        "وبحسب سليم الحداد، أحد صيادي المرفأ، فإن الجسر آمن.",
        [expect(subject="سليم الحداد", words="الجسر آمن")],
    ),
    Case(
        "a relative clause between commas",
        "ووفقا للمصادر، التي حضرت اللقاء كله، يتسع الجسر لألف سيارة.",
        [expect(subject="للمصادر", words="يتسع الجسر لألف سيارة")],
    ),
    Case(
        "the words are those of the verb in the relative clause",
        "ووفقا لرئيس البلدية سليم الحداد، الذي أوضح أن الجسر آمن.",
        [expect(cue="ووفقا"), expect(cue="أوضح", words="الجسر آمن")],
    ),
    Case("what is left of its date", "وبحسب إعلان الأمس، فإن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case(
        "the words open with a condition",
        "وبحسب البلدية، إذا ارتفع الماء فإن الجسر يغلق.",
        [expect(words="إذا ارتفع الماء فإن الجسر يغلق")],
    ),
    Case("behind its closing mark", "وبحسب «النهر»، فإن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case(
        "where it stands in an outlet",
        "وحسب صحيفة «النهر» على موقعها الإلكتروني، كان الجسر مغلقا.",
        [expect(subject="صحيفة «النهر»", words="كان الجسر مغلقا")],
    ),
    Case(
        "all of these",
        "وحسب كل هذه المصادر، فإن الجسر آمن.",
        [expect(subject="كل هذه المصادر", words="الجسر آمن")],
    ),
    Case("its own date is nobody", "ووفقا لموعدها، تبدأ المباراة مساء.", []),
    Case("a verbal noun is nobody", "وبحسب التكوين، تختلف الصخور في اللون.", []),
    Case("what it goes by is nobody", "وتوزع الكتب على الصفوف حسب الأعمار.", []),
    Case("nor is each of many", "ويباع الكتاب بدينار أو أقل حسب كل مكتبة.", []),
    Case("nor how it is done", "وأعيد ترتيب المجلة كلها وفق الأساليب الصحافية المهنية.", []),
    Case("nor what anybody knows", "وبحسب رغبة فإن العمل يبدأ غدا.", []),
]

FOLLOWING = [
    Case(
        "at the head",
        "وتبعا للباحثين في المعهد فإن الماء نقي.",
        [expect(cue="وتبعا", subject="للباحثين في المعهد", words="الماء نقي")],
    ),
    Case(
        "behind a pause",
        "يشرب نصف السكان ماء النهر، تبعا لتقرير صدر في مايو.",
        [expect(cue="تبعا", content="before")],
    ),
    Case("what something depends on", "وتختلف الأسعار تبعا لتقرير الخبير.", []),
    Case(
        "where it stands",
        "ويضم السوق ستين متجرا وفقا لما ورد في صحيفة النهر الجديد.",
        [expect(cue="وفقا لما ورد في", subject="صحيفة النهر الجديد", content="before")],
    ),
]

AS = [
    Case(
        "«as» leads to «so»",
        "وكما أوضح سليم الحداد، فإن الجسر آمن.",
        [expect(cue="وكما أوضح", subject="سليم الحداد", words="الجسر آمن")],
    ),
    Case(
        "«just as»",
        "ومثلما قال الوزير سليم الحداد، فإن الجسر آمن.",
        [expect(cue="ومثلما قال", subject="الوزير سليم الحداد", words="الجسر آمن")],
    ),
    Case(
        "elsewhere it is «also»",
        "كما أوضح سليم الحداد أن الجسر آمن.",
        [expect(cue="أوضح", subject="سليم الحداد", words="الجسر آمن")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), table([*STANDARDS, *STRANGERS, *FOLLOWING, *AS]))
def test_authority(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
