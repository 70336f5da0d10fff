"""Where words end whose closing mark is missing: (depth, words) of every pair of a text."""

import pytest

from quotations.page.marks import pair
from quotations.words.text import Text
from tests.quotations.cases import Case, table

UNCLOSED = [
    Case(
        "to the paragraph's end, without its full stop",
        "قال: «سنبني الجسر قبل الصيف القادم.\nوحضر الناس. وقال المدير: «نعم».",
        [(0, "سنبني الجسر قبل الصيف القادم"), (0, "نعم")],
    ),
    Case(
        "a straight mark",
        'قال: "سنبني الجسر قبل الصيف القادم.\nوحضر الناس. وقال المدير: "نعم".',
        [(0, "سنبني الجسر قبل الصيف القادم"), (0, "نعم")],
    ),
    Case("at the text's end", "قال: «سنبني الجسر قبل الصيف القادم", [(0, "سنبني الجسر قبل الصيف القادم")]),
    Case(
        "to where the writer reports again",
        'قال: "سنبني الجسر قبل الصيف، مشيرا إلى أن العمل بدأ.',
        [(0, "سنبني الجسر قبل الصيف")],
    ),
    Case(
        "إضافة إلى does not report",
        "قال: «سنبني الجسر قبل الصيف، إضافة إلى الطريق القديم.",
        [(0, "سنبني الجسر قبل الصيف، إضافة إلى الطريق القديم")],
    ),
    Case("a name of a word or two is left over", "زار قناة «المدى أمس.\nقال: «نعم».", [(0, "نعم")]),
    Case(
        "to the full stop behind which the next pair opens",
        "وقال المدير “سنبني الجسر قبل الصيف مهما كلف. “لن نترك أحدا وحده في العام المقبل” وغادر.",
        [(0, "سنبني الجسر قبل الصيف مهما كلف"), (0, "لن نترك أحدا وحده في العام المقبل")],
    ),
    Case(
        "to the pause before the clause that leads to the next pair",
        'ورأى الصندوق أن ما جرى "بداية بطيئة لموسم جيد، إلا أن "نقص البذور ما زال كبيرا" هذا العام.',
        [(0, "بداية بطيئة لموسم جيد"), (0, "نقص البذور ما زال كبيرا")],
    ),
    Case(
        "a name inside is no next pair",
        'قال: "زرنا أمس قناة "المدى" مع الوزير.',
        [(0, 'زرنا أمس قناة "المدى" مع الوزير'), (1, "المدى")],
    ),
    Case(
        "to the sentence with which the writer reports again",
        'وأضاف المدير "سنبني الجسر قبل الصيف القادم. وأقر المدير بأن الطريق ضيق.',
        [(0, "سنبني الجسر قبل الصيف القادم")],
    ),
    Case(
        "to the sentence with which the writer reports again, in the present",
        'وأضاف المدير "سنبني الجسر قبل الصيف القادم. ويرى سكان القرية أن الطريق ضيق.',
        [(0, "سنبني الجسر قبل الصيف القادم")],
    ),
    Case(
        "to the cue that leads to the next pair, where no sign stands before it",
        "وقال المدير إن «الجسر سيبنى قبل الصيف، أي بعد عام من الآن وأضاف المدير أن «الطريق سيغلق» غدا.",
        [(0, "الجسر سيبنى قبل الصيف، أي بعد عام من الآن"), (0, "الطريق سيغلق")],
    ),
    Case(
        "to the sentence that leads to the next pair",
        'ورأى المدير أن "الموسم القادم سيكون جيدا. وزاد رئيس النقابة "نريد بذورا أكثر من ذلك". ثم غادر.',
        [(0, "الموسم القادم سيكون جيدا"), (0, "نريد بذورا أكثر من ذلك")],
    ),
    Case(
        "the report that ends them leads to a pair, whatever closes later",
        'وقالت لـ"الساحل الطبيبة إن الدواء متوفر، وأضافت "لا خوف على الصغار"، مؤكدة أن "المشفى مفتوح لهم". '
        'وأقرت بأن الطريق بعيد".',
        [(0, "الساحل الطبيبة إن الدواء متوفر"), (0, "لا خوف على الصغار"), (0, "المشفى مفتوح لهم")],
    ),
    Case(
        "of the outer of two pairs",
        "وقال: «زرت البيت القديم أمس. وقال أخي «ابق معنا» فبقيت يومين.\nثم غادر.",
        [(0, "زرت البيت القديم أمس"), (0, "ابق معنا")],
    ),
    Case(
        "who reports inside somebody's words does not end them",
        "وقال: «زرت البيت القديم أمس. وقال أخي «ابق معنا» فبقيت يومين» ثم غادر.",
        [(0, "زرت البيت القديم أمس. وقال أخي «ابق معنا» فبقيت يومين"), (1, "ابق معنا")],
    ),
    Case(
        "nobody who speaks",
        "ويلعب الصغار في حديقة «الورود التي افتتحت في العام الماضي قرب نهر المدينة.",
        [],
    ),
    Case(
        "a future verb",
        'وبلغ السعر مئة دينار للطن "وسيكون الموسم القادم أفضل من الذي سبقه.',
        [(0, "وسيكون الموسم القادم أفضل من الذي سبقه")],
    ),
]


@pytest.mark.parametrize(("raw", "expected"), table(UNCLOSED))
def test_where_unclosed_words_end(raw: str, expected: list[tuple[int, str]]) -> None:
    text = Text(raw)
    assert [(m.depth, text.slice(m.first, m.last)) for m in pair(text)[0]] == expected
