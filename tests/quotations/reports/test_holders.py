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
    Case(
        "a name in marks inside the office",
        'وقال محلل الشؤون البحرية في صحيفة "صوت النهر"، يوآف كرونبرغ، إنّ البيع بدأ.',
        "يوآف كرونبرغ",
    ),
    Case(
        "a body's name in marks right behind its noun",
        "أشار الرئيس المدير العام لمجمع «بيلتو» الفرنسي، ستيفان غرولان، إلى أن البيع بدأ.",
        "ستيفان غرولان",
    ),
    Case("the words in marks, no name", "وقال مدير المصنع: «بدأنا البيع أمس».", "مدير المصنع"),
    Case(
        "a number in marks, and no comma",
        'قال مراسل الشؤون البحرية في القناة "7" التونسية أور هيلدن إنّه في الميناء.',
        "أور هيلدن",
    ),
    Case(
        "what is told of the holder between commas",
        "وذكر الباحث الرئيس، الذي قاد الفريق كله، ميلان برازنيل أنه قاس الموج.",
        "ميلان برازنيل",
    ),
    Case(
        "what is told of the holder up to a comma",
        "وقال خبير التعدين المطلع على السوق والذي يعمل في كندا، تكر بارلي: «بدأنا البيع أمس».",
        "تكر بارلي",
    ),
    Case(
        "a first name and two ordinary words behind a comma",
        "شرح رئيس مجلس الموانئ البحرية، علي أوفر مرجاني، أن البيع بدأ على النهر.",
        "علي أوفر مرجاني",
    ),
    Case(
        "an honorific behind when the office was held",
        "ورأى رئيس قسم الجسور في هيئة الأنهار سابقا المهندس سليم الحداد ان البيع بدأ.",
        "سليم الحداد",
    ),
    Case(
        "a title with the article behind a comma",
        "قال معاون المدير المالي لشؤون الأفران بالزهيري الزجاجية، المهندس رامز نبيل مصعل: «بدأنا البيع أمس».",
        "رامز نبيل مصعل",
    ),
    Case(
        "a name in marks behind the article, and an honorific",
        "ذكر المشرف على المعرض البحري للصيادين الصغار «مرجان» الدكتور سليم الحداد، أن البيع بدأ.",
        "سليم الحداد",
    ),
    Case("a body's name in marks and no comma", "وأوضحت مسؤولة الري بمشروع «سنبلة» هدى غرولان أنه بدأ.", "هدى غرولان"),
    Case(
        "a rank behind a comma, and a first name that is an ordinary word",
        "أعلن قائد فوج حراسة المرفأ، اللواء كرم بهاء، أن البيع بدأ.",
        "كرم بهاء",
    ),
    Case("علي behind a comma", "كشف السفير التونسي لدى لبنان، علي الزغواني، أن البيع بدأ.", "علي الزغواني"),
    Case("آن behind a comma", "ذكرت مديرة وحدة البحوث بالبنك الدولي، آن بريت كلفون، بأن البيع بدأ.", "آن بريت كلفون"),
    Case(
        "who was told behind the name",
        "ويشرح عضو المكتب العلمي في اتحاد الصيادين بريف الوادي محمد زنبقي لـ«صوت النهر» أن البيع بدأ.",
        "محمد زنبقي",
    ),
    Case(
        "on what occasion behind the name",
        "وقال رئيس لجنة الأنهار للإشراف على السدود الجنرال مايكل غرولان في بيان إن البيع بدأ.",
        "مايكل غرولان",
    ),
    Case(
        "when, behind the name",
        "أعلن الأمين العام لحركة النهر تونس، نبيل الحداد، أمس الأحد، أن البيع بدأ.",
        "نبيل الحداد",
    ),
    Case("where, behind a comma", "قال مدير المركز في لقاء بتونس، صباح أمس، إن البيع بدأ.", "مدير المركز"),
    Case(
        "a place in an office",
        "ويقول مراسل الإذاعة من ديرة إسماعيل خان إنه رأى النهر.",
        "مراسل الإذاعة",
    ),
    Case("of whom it was asked", "وطلب المدير من وزير النقل عمر الكيلاني أن يبدأ البيع.", "المدير"),
    Case("who was met", "وقال المدير في لقاء مع الدكتور عمر الكيلاني إن البيع بدأ.", "المدير"),
    Case("who was received", "وقال المدير خلال استقباله الدكتور عمر الكيلاني إن البيع بدأ.", "المدير"),
    Case("who was told", "وأكد المدير للوزير الدكتور عمر الكيلاني أن البيع بدأ.", "المدير"),
]


@pytest.mark.parametrize(("body", "name"), table(HOLDERS))
def test_holders(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name
