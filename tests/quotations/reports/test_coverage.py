"""What an attribution covers that is set into a sentence: بحسب فلان, كما يرى فلان, في نظر فلان."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

INSERTED = [
    Case(
        "a verb that adds, before a preposition",
        "وقد مكنت المراقبة، يضيف البيان، من فتح الجسر قبل الموعد.",
        [expect(subject="البيان", words="وقد مكنت المراقبة، يضيف البيان، من فتح الجسر قبل الموعد")],
    ),
    Case("a frame before it covers nothing", "وفي تعليقه على القرار، يقول الوزير، في لقاء مع الصحفيين، كلاما آخر.", []),
    Case(
        "in whose eyes",
        "وهذا القرار، في نظر الوزير سليم الحداد، يفتح باب الخلاف.",
        [
            expect(
                cue="في نظر",
                subject="الوزير سليم الحداد",
                words="وهذا القرار، في نظر الوزير سليم الحداد، يفتح باب الخلاف",
            )
        ],
    ),
    Case(
        "in whose eyes, behind one word",
        "فهي - في نظر الوزير - أهملت الجسر القديم كله.",
        [expect(cue="في نظر", words="فهي - في نظر الوزير - أهملت الجسر القديم كله")],
    ),
    Case("from whose point of view", "ومن وجهة نظر الوزارة، الجسر آمن تماما.", [expect(words="الجسر آمن تماما")]),
    Case("in whose opinion", "وبرأي الوزير سليم الحداد فإن الجسر آمن.", [expect(cue="وبرأي", words="الجسر آمن")]),
    Case("in his opinion", "وقال الوزير إنه راض. وبرأيه، فإن الجسر آمن.", [expect(), expect(words="الجسر آمن")]),
    Case("by his opinion", "وقال الوزير إنه راض. وبحسب رأيه، فإن الجسر آمن.", [expect(), expect(words="الجسر آمن")]),
    Case(
        "between a subject and what is said of it, without a pause",
        "إن قوارب الصيد بحسب «سليم الحداد» تشكل اليوم نصف ما يباع في المدينة.",
        [expect(cue="بحسب", words="قوارب الصيد بحسب «سليم الحداد» تشكل اليوم نصف ما يباع في المدينة")],
    ),
    Case(
        "the same behind a particle",
        "وترك الناس القرية لأن الجسر حسب خبراء لا يحتمل الماء.",
        [expect(cue="حسب", words="الجسر حسب خبراء لا يحتمل الماء")],
    ),
    Case("two clauses", "ويباع القمح في السوق بحسب التجار وتباع الخضار في الشارع.", [expect()]),
    Case("behind this", "وهذا بحسب المهندسين يجعل الجسر أقوى وأجمل.", [expect(words="يجعل الجسر أقوى وأجمل")]),
    Case(
        "between dashes, before a word that reports elsewhere",
        "وأغلق الباب، لأن التوازن -حسب سليم الحداد- بين الماء والرمل مختل تماما.",
        [expect(cue="حسب", words="التوازن -حسب سليم الحداد- بين الماء والرمل مختل تماما")],
    ),
    Case(
        "between dashes, before what the writer adds",
        "وتراجعت الصادرات في أبريل -وفق وزارة النقل- ما أثار خشية التجار.",
        [expect(cue="وفق", content="before")],
    ),
    Case(
        "as he says, between commas",
        "وقال سليم الحداد إن الجسر آمن. لكن النهر، كما يقول، يحتاج إلى عناية كبيرة.",
        [expect(cue="وقال"), expect(cue="كما يقول", words="النهر، كما يقول، يحتاج إلى عناية كبيرة")],
    ),
    Case("as is said, between commas", "والنهر، كما يقال، أساس الحياة في كل مدن الشرق.", []),
    Case("what else he spoke of", "وعرض الوزير صورا من الحرب، كما تطرق إلى تاريخ الجسر القديم.", []),
    Case(
        "as the author thinks",
        "وتبقى مياه النهر، كما يرى الصياد، نافعة لأهل الوادي.",
        [expect(cue="كما يرى", words="وتبقى مياه النهر، كما يرى الصياد، نافعة لأهل الوادي")],
    ),
    Case(
        "in the estimate of those who spoke",
        "وقال سكان الوادي إن السد قديم. وبني الجسر القديم - حسب تقديرهم - في القرن الماضي كله.",
        [
            expect(cue="وقال"),
            expect(cue="حسب تقديرهم", words="وبني الجسر القديم - حسب تقديرهم - في القرن الماضي كله"),
        ],
    ),
    Case(
        "it closes a relative clause that «و» joins",
        "وزار الوفد الجسر القديم، والذي بني قبل مئة عام، بحسب البلدية.",
        [expect(cue="بحسب", content="before")],
    ),
    Case("to insist on one's opinion", "وبقي الوزير متمسكا برأيه من البداية إلى النهاية.", []),
]


@pytest.mark.parametrize(("body", "expected"), table(INSERTED))
def test_what_an_attribution_covers(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
