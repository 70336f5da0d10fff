"""Reports that are easy to miss: what stands between a cue and its subject or its words, cues that report only in
company."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

TOLD = [
    Case(
        "told first, then who speaks",
        "وأوضح لـ«النهر» المتحدث الرسمي سليم الحداد أن الجسر آمن.",
        [expect(subject="المتحدث الرسمي سليم الحداد", medium="النهر", words="الجسر آمن")],
    ),
    Case(
        "told in brackets",
        "وأكد لـ(النهر) مدير المشروع سليم الحداد أن الجسر آمن.",
        [expect(subject="مدير المشروع سليم الحداد", medium="النهر", words="الجسر آمن")],
    ),
    Case(
        "a weak verb, an unnamed source",
        "وكشف لـ«النهر» مصدر مطلع أن الجسر آمن.",
        [expect(subject="مصدر مطلع", medium="النهر", words="الجسر آمن")],
    ),
    Case(
        "what he told of is nobody",
        "غير أن الوزير سليم الحداد أكد لـ«النهر» اكتمال الجسر، وقال: «انتهى العمل فيه».",
        [expect(cue="وقال", subject=None)],
    ),
]

GROUPS = {"told": TOLD}


@pytest.mark.parametrize(
    ("body", "expected"),
    table([case._replace(label=f"{group}: {case.label}") for group, cases in GROUPS.items() for case in cases]),
)
def test_report(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
