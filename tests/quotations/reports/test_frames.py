"""What stands beside a cue: who was told, through which medium, on what occasion."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

FRAMES = [
    Case(
        "to an agency", "وقال الوزير لوكالة رويترز إن الجسر آمن.", [expect(medium="لوكالة رويترز", words="الجسر آمن")]
    ),
    Case("to an outlet in marks", "وقال الوزير لـ«رويترز» إن الجسر آمن.", [expect(medium="رويترز")]),
    Case("the bare name", "وقال الوزير لفرانس برس إن الجسر آمن.", [expect(medium="لفرانس برس")]),
    Case("a name with the article", "وقال الوزير للجزيرة نت إن الجسر آمن.", [expect(medium="للجزيرة نت")]),
    Case(
        "in an interview",
        "وقال الوزير في مقابلة مع صحيفة النهر إن الجسر آمن.",
        [expect(medium="صحيفة النهر", occasion="مقابلة")],
    ),
    Case(
        "in front of the verb",
        "وفي تصريح لصحيفة النهر، قال الوزير إن الجسر آمن.",
        [expect(medium="لصحيفة النهر", occasion="تصريح")],
    ),
    Case("in brackets", "وقال الوزير لـ(النهر) إن الجسر آمن.", [expect(medium="النهر", words="الجسر آمن")]),
    Case(
        "in brackets, with a full stop inside",
        "وقال الوزير في تصريح لـ(النهر. نت) إن الجسر آمن.",
        [expect(medium="النهر. نت", words="الجسر آمن")],
    ),
    Case(
        "in front of the subject",
        "وأوضح لـ«النهر» الناطق الإعلامي سليم الحداد أن الجسر آمن.",
        [expect(subject="الناطق الإعلامي سليم الحداد", medium="النهر")],
    ),
    Case(
        "who got a copy of it",
        "وقال الوزير في بيان تلقت صحيفة النهر نسخة منه إن الجسر آمن.",
        [expect(medium="صحيفة النهر", words="الجسر آمن")],
    ),
    Case(
        "who got the document that speaks",
        "وأفاد بيان للوزارة، تسلمت «النهر» نسخة منه، بأن الجسر آمن.",
        [expect(medium="النهر", words="الجسر آمن")],
    ),
    Case(
        "who saw it",
        "وقال الوزير في وثيقة اطلعت عليها رويترز إن الجسر آمن.",
        [expect(cue="وقال", medium="رويترز", words="الجسر آمن")],
    ),
    Case(
        "no medium: where a letter arrived",
        "وقال الوزير في بيان وصل المدينة أمس إن الجسر آمن.",
        [expect(medium=None, words="الجسر آمن")],
    ),
    Case(
        "a platform in marks",
        "وقال الوزير في تدوينة على «فيسبوك» إن الجسر آمن.",
        [expect(medium="فيسبوك", words="الجسر آمن")],
    ),
    Case(
        "what was published there",
        "ونشر سليم الحداد تدوينة على تويتر قال فيها إن الجسر آمن.",
        [expect(cue="قال", medium="تويتر", words="الجسر آمن")],
    ),
    Case(
        "a document between commas passes on what somebody says",
        "وبالمناسبة، يضيف البلاغ، أكد الوزير على ضرورة فتح الجسر.",
        [expect(subject="الوزير", medium="البلاغ", words="فتح الجسر")],
    ),
    Case(
        "a source between subject and words",
        "وتشير الدراسات، يضيف المصدر ذاته، إلى أن الجسر آمن.",
        [expect(subject="الدراسات", medium="المصدر ذاته", words="الجسر آمن")],
    ),
    Case(
        "a statement that an agency passed on",
        "وقال الوزير في بيان نقلته وكالة رويترز إن الجسر آمن.",
        [expect(medium="وكالة رويترز")],
    ),
    Case(
        "quoted from somebody",
        "ونقلت صحيفة النهر عن الوزير سليم الحداد أن الجسر آمن.",
        [expect(subject="الوزير سليم الحداد", medium="صحيفة النهر", words="الجسر آمن")],
    ),
    Case(
        "an agency at the end",
        "وقال الوزير إن الجسر آمن، بحسب ما ذكرت وكالة رويترز.",
        [expect(words="الجسر آمن", medium="وكالة رويترز")],
    ),
    Case(
        "what an agency passed on",
        "وقال الوزير إن الجسر آمن، وفق ما أوردته وكالة رويترز.",
        [expect(words="الجسر آمن", medium="وكالة رويترز")],
    ),
    Case(
        "the outlet in front of the document",
        "وحسب موقع «ميديا»، يكشف كتاب جديد أن الجسر قديم.",
        [expect(cue="يكشف", subject="كتاب جديد", medium="موقع «ميديا»", words="الجسر قديم")],
    ),
    Case(
        "passed on, between the verb and its words",
        "وأشارت الشركة المالكة حسب ما أوردته صحيفة النهر إلى أنها قد تخفض السعر.",
        [expect(words="قد تخفض السعر", medium="صحيفة النهر")],
    ),
    Case("a town is no newspaper", "وقال الشيخ الذي انتقل إلى المدينة إن الجسر آمن.", [expect(medium=None)]),
    Case(
        "an agency that quotes",
        "وذكرت وكالة رويترز أن الوزير قال إن الجسر آمن.",
        [expect(subject="الوزير", medium="وكالة رويترز", words="الجسر آمن")],
    ),
    Case("a platform", "وكتب سليم الحداد على حسابه في فيسبوك: سنبني الجسر.", [expect(medium="حسابه في فيسبوك")]),
    Case(
        "no medium: an office of a body in marks", "وقال المتحدث الرسمي لـ«النهر» إن الجسر آمن.", [expect(medium=None)]
    ),
    Case(
        "to a correspondent of an agency in brackets",
        "وأكد مدير الصحة سليم الحداد لمراسل (وات) أن الجسر آمن.",
        [expect(medium="وات", words="الجسر آمن")],
    ),
    Case(
        "to a correspondent of a named agency",
        "وأكد الوزير لموفدة وكالة رويترز أن الجسر آمن.",
        [expect(medium="وكالة رويترز", words="الجسر آمن")],
    ),
    Case(
        "to a network of abbreviated name: its letters are no particles",
        "وقال الوزير لشبكة (بي.ان.ان-اي.تي.في) التلفزيونية انه متفائل بالجسر.",
        [expect(medium="لشبكة (بي.ان.ان-اي.تي.في) التلفزيونية", words="متفائل بالجسر")],
    ),
    Case(
        "to an outlet in marks behind the place of an office",
        "وقال سليم الحداد أستاذ النقل في جامعة قطر لـ«صوت النهر» إن الجسر آمن.",
        [expect(medium="صوت النهر", words="الجسر آمن")],
    ),
    Case(
        "as a site passed on, between the frame and the words",
        "وأعلن الوزير خلال مؤتمر صحفي في بيروت كما نقل موقع النهر الإلكتروني أن الجسر آمن.",
        [expect(subject="الوزير", medium="موقع النهر الإلكتروني", words="الجسر آمن")],
    ),
    Case(
        "as others passed on of her, whoever they are",
        "وأعلنت الوزيرة، بحسب ما نقل عنها نواب، أن الجسر آمن.",
        [expect(subject="الوزيرة", medium="نواب", words="الجسر آمن")],
    ),
    Case(
        "sources in front of the report",
        "وحسب مصادر شاركت في الجلسة، فقد قال الوزير إن الجسر آمن.",
        [expect(subject="الوزير", medium="مصادر", words="الجسر آمن")],
    ),
    Case(
        "what somebody mentioned: a form that is a noun elsewhere",
        "عاد القطار إلى رحلاته نحو الجبال، وفق ما ذكره مدير الشركة سليم الحداد لمراسلة (وات).",
        [expect(cue="وفق ما ذكره", subject="مدير الشركة سليم الحداد", medium="وات")],
    ),
    Case(
        "leaning on an official",
        "وذكرت صحيفة النهر استنادا إلى مسؤول أمني أن الجسر آمن.",
        [expect(subject="مسؤول أمني", medium="صحيفة النهر", words="الجسر آمن")],
    ),
    Case(
        "asked by a paper",
        "وأجاب الوزير على سؤال للحياة عن الجسر قائلا «لن نترك الجسر هكذا أبدا».",
        [expect(cue="قائلا", medium="للحياة")],
    ),
    Case(
        "to an agency whose name a surname of the text repeats",
        "وقال الخبير نادر برس إن الجسر آمن. ويضيف لفرانس برس أن الجسر جميل.",
        [expect(subject="الخبير نادر برس"), expect(subject=None, medium="لفرانس برس", words="الجسر جميل")],
    ),
    Case(
        "no medium: an outlet's own channel on a platform",
        "وأفادت قناة «النهر» على تلغرام بأن الجسر آمن.",
        [expect(medium=None, words="الجسر آمن")],
    ),
    Case(
        "no medium: the trade in an agency's name",
        "وأوردت الوكالة الوطنية للإعلام أن الجسر آمن.",
        [expect(medium=None, words="الجسر آمن")],
    ),
    Case(
        "to a site with the tongue it writes in",
        "وقال الوزير لموقع CNN بالعربية إن الجسر آمن.",
        [expect(medium="لموقع CNN بالعربية", words="الجسر آمن")],
    ),
    Case(
        "to a broadcaster, behind a name",
        "وقال رئيس البلدية سليم الحداد للتلفزيون المحلي إن الجسر آمن.",
        [expect(subject="رئيس البلدية سليم الحداد", medium="للتلفزيون المحلي")],
    ),
    Case(
        "an outlet on somebody's lips",
        "وأورد موقع «النهر» على لسان سليم الحداد قوله إن الجسر آمن.",
        [expect(cue="قوله", medium="موقع «النهر»", words="الجسر آمن")],
    ),
    Case("no medium: a standard", "وقال الوزير إن الجسر آمن، وفقا لتقرير اللجنة.", [expect(medium=None)]),
    Case("journalists", "وقال الوزير للصحفيين إن الجسر آمن.", [expect(addressee="للصحفيين", words="الجسر آمن")]),
    Case("a meeting", "وقال الوزير في مؤتمر صحفي إن الجسر آمن.", [expect(occasion="مؤتمر صحفي", words="الجسر آمن")]),
    Case(
        "a label to an outlet",
        "سليم الحداد لوكالة رويترز: سنبني الجسر.",
        [expect(cue=":", subject="سليم الحداد", medium="لوكالة رويترز", words="سنبني الجسر")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), table(FRAMES))
def test_frame(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
