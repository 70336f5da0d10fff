"""Bare speech: words behind their cue with neither particle, colon nor mark."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

BARE = [
    Case(
        "with a verb of its own",
        "من جهتها، قالت الوزارة تعمل الفرق على الجسر كل يوم، مضيفة أن العمل سينتهي.",
        [expect(subject="الوزارة", words="تعمل الفرق على الجسر كل يوم"), expect(cue="مضيفة")],
    ),
    Case(
        "within the sentence",
        "وأكد العميد أن الماء قليل، وقال توجد في المدينة ثلاث محطات.",
        [expect(words="الماء قليل"), expect(cue="وقال", words="توجد في المدينة ثلاث محطات")],
    ),
    Case("to him", "وسأل الوزير العمال، فقال له أنت من طلب الماء.", [expect(cue="فقال", words="أنت من طلب الماء")]),
    Case("who he is", "وقال عامل يعمل في الميناء للصحيفة إن الجسر سقط.", [expect(words="الجسر سقط")]),
    Case(
        "another report follows",
        "ورفض النواب المشروع وقال رئيس اللجنة تحتاج المدينة إلى جسر جديد هذا العام مشيرا إلى أن الطريق ضيق.",
        [expect(cue="وقال", subject="رئيس اللجنة", words="تحتاج المدينة إلى جسر جديد هذا العام"), expect(cue="مشيرا")],
    ),
    Case(
        "behind a frame",
        "وفي ختام الزيارة قال رئيس البلدية تحتاج المدينة إلى جسر جديد هذا العام.",
        [expect(cue="قال", subject="رئيس البلدية", words="تحتاج المدينة إلى جسر جديد هذا العام")],
    ),
    Case(
        "what is likely",
        "وأضاف رئيس البلدية من المنتظر فتح الجسر في نهاية العام، لكن الطريق ضيق.",
        [expect(subject="رئيس البلدية", words="من المنتظر فتح الجسر في نهاية العام، لكن الطريق ضيق")],
    ),
    Case(
        "behind a comma, a sentence before it",
        "الجسر طويل. ويضيف المهندس الجديد، كان أغلب السكان يعبرون النهر، وأشار إلى الماء.",
        [expect(cue="ويضيف", words="كان أغلب السكان يعبرون النهر")],
    ),
    Case("how he said it", "ودخل النواب وقال رئيس اللجنة مادحا الجسر وأهله كلاما كثيرا وأشار إلى الماء.", []),
    Case("what she is", "وقالت هدى العلي، مديرة المدرسة الكبيرة في وسط المدينة، وطلبت الماء من الناس.", []),
    Case("who else", "وقال سليم الحداد وهدى، ونادين، ومريم، وطلبوا الماء من الناس في المدينة.", []),
]


@pytest.mark.parametrize(("body", "expected"), table(BARE))
def test_bare(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
