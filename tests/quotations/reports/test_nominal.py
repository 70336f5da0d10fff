"""Nouns of saying with their owner, and those whose owner is only whom it is done to."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

NOMINAL = [
    Case(
        "what a source announced to whom",
        "وفي السياق، برز إعلان مصدر مطلع إلى وكالة الأنباء أن الجسر آمن.",
        [expect(cue="إعلان", subject="مصدر مطلع", words="الجسر آمن")],
    ),
    Case(
        "what a warning says",
        "وتأتي الخطوة بعد تحذير وزارة الري من أن المياه ملوثة، بالتزامن مع الحملة.",
        [expect(cue="تحذير", subject="وزارة الري", words="المياه ملوثة")],
    ),
    Case(
        "what who demands calls necessary",
        "وهذا يفسر مطالب نقابات الصيادين بضرورة فتح الميناء للجميع.",
        [expect(cue="مطالب", words="فتح الميناء للجميع")],
    ),
    Case(
        "accusations, and whom they accuse",
        "وفيما يتعلق باتهامات سليم الحداد للشركة بأنها سرقت المال، قال الوزير إن الأمر انتهى.",
        [expect(cue="باتهامات", subject="سليم الحداد", words="سرقت المال"), expect(cue="قال")],
    ),
    Case(
        "announced by him",
        "وبين أيدينا إعلان مبكر من قبل الوزير بأنه وقع الاتفاق.",
        [expect(cue="إعلان", subject="الوزير", words="وقع الاتفاق")],
    ),
    Case("whom somebody accuses", "ورفض الوزير اتهام الشركة بأنها لوثت النهر.", []),
    Case("of whom something is demanded", "وجاء ذلك بعد مطالبة البلدية بأن تفتح الجسر.", []),
    Case("who are warned", "وجاء ذلك بعد تحذير السكان من أن الماء ملوث.", []),
    Case("what warnings led to", "وأدت تحذيرات الوزارة إلى أن يغلق المصنع أبوابه.", []),
    Case("what demands helped to bring", "وساهمت مطالب النقابة في أن ترتفع الأجور.", []),
    Case("who is asked to", "والكل مطالب بأن يحفظ الماء.", []),
    Case("after something else", "وصدرت تصريحات الوزير بعد أن أغلقت البلدية الجسر.", []),
    Case("another verb's particle", "ووافقت على نفي مصدر مطلع لكنها تريد أن يبقى.", []),
    Case(
        "a view, and whose it is",
        "وبالنسبة إلى سليم الحداد، مدير المدرسة، فإن الجسر آمن.",
        [expect(cue="وبالنسبة إلى", subject="سليم الحداد، مدير المدرسة", words="الجسر آمن")],
    ),
    Case("what is spoken of", "وبالنسبة إلى القمح فإن الأسعار ثابتة.", []),
    Case("a rule that says it", "وحسب النظام فإن اللاعب باق.", [expect(cue="وحسب", words="اللاعب باق")]),
    Case("in accordance with a rule", "وعاد اللاعب إلى فريقه القديم حسب النظام.", []),
    Case(
        "to define",
        "وتعرف الدراسات الضجيج بأنه صوت لا يريده أحد.",
        [expect(subject="الدراسات", words="صوت لا يريده أحد")],
    ),
    Case(
        "as being",
        "ووصف الوزير سليم الحداد الجسر بكونه تحفة نادرة.",
        [expect(subject="الوزير سليم الحداد", words="تحفة نادرة")],
    ),
    Case("to be known as", "وهو رجل يعرف بأنه كريم.", []),
    Case("knowledge", "وقال إن الأمر صعب: ومعرفة الحل أصعب.", [expect(cue="وقال")]),
    Case("made clear", "ووضح المصدر نفسه أن الجسر آمن.", [expect(subject="المصدر نفسه", words="الجسر آمن")]),
]


@pytest.mark.parametrize(("body", "expected"), table(NOMINAL))
def test_whose_words_a_noun_holds(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
