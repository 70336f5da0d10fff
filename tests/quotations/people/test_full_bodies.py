"""The fullest phrase of a body, a group or a source: what belongs to it, and where the text has more of it."""

import pytest

from tests.quotations.cases import WORDS, Case, last_of, table

BODIES = [
    Case(
        "a plural in the genitive is no second speaker",
        f"وأكدت نقابة المهندسين والمعلمين أن العدد زاد. وأضافت: {WORDS}.",
        "نقابة المهندسين والمعلمين",
    ),
    Case(
        "a body and a person are two",
        f"وأكدت هيئة الأسرى والنادي معا: {WORDS}.",
        "هيئة الأسرى والنادي",
    ),
    Case(
        "the same head without its adjectives",
        f"اجتمعت أمس المندوبية السامية للتخطيط. وقالت مندوبية التخطيط: {WORDS}.",
        "المندوبية السامية للتخطيط",
    ),
    Case(
        "what a body is for stands for it",
        f"تبدأ الهيئة العامة للتأمينات البحرية غدا التسجيل. وأكدت التأمينات أن الدفعة جاهزة. وأضافت: {WORDS}.",
        "الهيئة العامة للتأمينات البحرية",
    ),
    Case(
        "a short name in marks behind the long one",
        f"توقعت شركة الشحن البحري «مراسيل» زيادة الأرباح. وقالت مراسيل إن العام جيد، وأضافت: {WORDS}.",
        "شركة الشحن البحري «مراسيل»",
    ),
    Case("how strongly, in marks", f'استنكرت تونس "بشدة" ما جرى، وقالت: {WORDS}.', "تونس"),
    Case(
        "an outlet before the verb passes on",
        f"وكانت وكالة الضفاف قد نقلت أمس عن مصدر في البلدية قوله إن {WORDS}.",
        "مصدر في البلدية",
    ),
    Case(
        "what a man without a title is called",
        f"زارت سيدة تدعى حياة الشماسي المكتب. وأوضحت السيدة: {WORDS}.",
        "حياة الشماسي",
    ),
    Case(
        "a newspaper's source is not the newspaper",
        f"علمت صحيفة «الضفاف» أن الاتحاد يدرس الملفات. وتوقع المصدر: {WORDS}.",
        "المصدر",
    ),
    Case(
        "sources are those who have spoken without a name",
        f"أكدت قيادات ميدانية رفيعة سيطرتها أمس على الطريق. وأوضحت المصادر: {WORDS}.",
        "قيادات ميدانية رفيعة",
    ),
    Case(
        "a predicate is no part of a body's name",
        f"ظلت الهيئة السامية للتخطيط متخبطة في توقعاتها. وقالت الهيئة: {WORDS}.",
        "الهيئة السامية للتخطيط",
    ),
    Case(
        "a group named by its head's own word and an unknown one",
        f"تمكنت مجموعة بيلتو من بيع السفن. وذكرت المجموعة: {WORDS}.",
        "مجموعة بيلتو",
    ),
    Case(
        "a noun with its pronoun behind a body is none of its name",
        f"باعت مجموعة بيلتو بعلامتيها سفنا كثيرة. وذكرت المجموعة: {WORDS}.",
        "مجموعة بيلتو",
    ),
    Case(
        "many of a group are counted, and no body",
        f"قال مجموعة من الصيادين إن البحر هادئ. وأضافوا: {WORDS}.",
        "مجموعة من الصيادين",
    ),
    Case(
        "what a body does is none of its name",
        f"نشرت منظمة غرين ووتش المعنية بقضايا الأنهار تقريرا. وقالت المنظمة: {WORDS}.",
        "منظمة غرين ووتش",
    ),
    Case(
        "whose a paper in marks is",
        f"نشرت صحيفة «صوت النهر» المقربة من الحكومة خبرا. وقالت الصحيفة: {WORDS}.",
        "صحيفة «صوت النهر»",
    ),
    Case(
        "what a body without a name of its own does tells which it is",
        f"وقالت اللجنة المكلفة بملف الأنهار: {WORDS}.",
        "اللجنة المكلفة بملف الأنهار",
    ),
    Case(
        "people of a place",
        f"وانتظر أهالي قرية الوادي طويلا. وقال الأهالي: {WORDS}.",
        "أهالي قرية الوادي",
    ),
    Case(
        "the same people in another case",
        f"ونقلت الصحيفة الخبر عن باحثين محليين. وقال الباحثون: {WORDS}.",
        "باحثين محليين",
    ),
    Case(
        "the same people before a complement",
        f"وأعد باحثو جامعة الوادي الدراسة. وقال الباحثون: {WORDS}.",
        "باحثو جامعة الوادي",
    ),
    Case(
        "a number of people",
        f"ودرس عدد من علماء البحار العينات. وقال العلماء: {WORDS}.",
        "عدد من علماء البحار",
    ),
    Case(
        "not the others",
        f"وتحفظ عدد من العلماء الآخرين. وقال العلماء: {WORDS}.",
        "العلماء",
    ),
    Case(
        "what many do is none of their name",
        f"باحثون يكتشفون نهرا تحت الأرض\nوقال الباحثون: {WORDS}.",
        "الباحثون",
    ),
    Case(
        "whoever bears the name of a body",
        f"أسست ليلى هافن مجموعة «هافن» قبل عام. وقالت هافن: {WORDS}.",
        "ليلى هافن",
    ),
    Case(
        "what an alliance is for",
        f"أصدرت المبادرة الأهلية من أجل البحر بلاغا أمس. وقالت المبادرة: {WORDS}.",
        "المبادرة الأهلية من أجل البحر",
    ),
    Case(
        "an outlet's adjective behind its name in marks",
        f'ونشرت صحيفة "ذا ريفر" الخبر. وعلقت صحيفة "ذا ريفر" الأسترالية عليه. وقالت "ذا ريفر": {WORDS}.',
        'صحيفة "ذا ريفر" الأسترالية',
    ),
    Case(
        "the same name in marks behind a longer noun",
        f'ونقلت وكالة الأنباء المحلية "نهرنا" الخبر. وقالت وكالة "نهرنا": {WORDS}.',
        'وكالة الأنباء المحلية "نهرنا"',
    ),
    Case(
        "a short name in marks is part of the whole name",
        f"أعلنت شركة الخطوط البحرية الليبية «مارو لاينز» رحلات جديدة. وقالت الشركة: {WORDS}.",
        "شركة الخطوط البحرية الليبية «مارو لاينز»",
    ),
    Case(
        "words in marks that are no name",
        f"وصفت الصحيفة المحلية «خطوة مهمة للميناء» بالمتأخرة. وقالت الصحيفة: {WORDS}.",
        "الصحيفة المحلية",
    ),
    Case(
        "a company's name without its noun",
        f"وتأسست شركة نوركو للشحن قبل عام. وقالت نوركو: {WORDS}.",
        "شركة نوركو للشحن",
    ),
    Case(
        "of a body that only a preposition names",
        f"وصل الفريق التابع للمؤسسة الطبية الروسية. وقالت المؤسسة: {WORDS}.",
        "المؤسسة الطبية الروسية",
    ),
    Case(
        "these people",
        f"وحضر عدد من الفنانين أمس. وقال هؤلاء الفنانون: {WORDS}.",
        "عدد من الفنانين",
    ),
    Case(
        "an unnamed source is another one each time",
        "وصل الوفد إلى المدينة أمس بعد رحلة طويلة استمرت يومين كاملين في القطار الجديد الذي يربط الشمال بالجنوب منذ "
        "عام واحد، وكان في استقباله عند المحطة عدد من السكان الذين انتظروا طويلا. وقال مصدر أمني في الميناء إن النهر "
        f"هادئ. وقال مصدر أمني: {WORDS}.",
        "مصدر أمني",
    ),
    Case(
        "an object that no list knows, where the body stands alone elsewhere",
        f"ورأت وكالة السدود الوطنية حظمات في النهر. ثم صمتت وكالة السدود الوطنية. وقالت الوكالة: {WORDS}.",
        "وكالة السدود الوطنية",
    ),
    Case(
        "a mark that is left over at the end",
        f'واختارت المنظمة الوطنية لكرة اليد ("موي") مديرا. وقالت المنظمة الوطنية: {WORDS}.',
        "المنظمة الوطنية لكرة اليد",
    ),
    Case(
        "the one paper that was named, by where it is from",
        f"ونشرت صحيفة «النهر اليوم» تقريرا طويلا. وقالت الصحيفة البريطانية: {WORDS}.",
        "صحيفة «النهر اليوم»",
    ),
    Case(
        "one of two papers",
        f"وقرأ صحيفة «النهر اليوم» ثم صحيفة «الوادي الأخضر». وقالت الصحيفة البريطانية: {WORDS}.",
        "الصحيفة البريطانية",
    ),
    Case(
        "one of two papers whose names begin alike",
        f"وقرأ صحيفة ديلي زردان ثم صحيفة ديلي كلفون. وقالت الصحيفة البريطانية: {WORDS}.",
        "الصحيفة البريطانية",
    ),
    Case(
        "a side has no name of its own",
        f"وتحدث إلى جانب كلفون أمس. وقال الجانب الروسي: {WORDS}.",
        "الجانب الروسي",
    ),
]


@pytest.mark.parametrize(("body", "name"), table(BODIES))
def test_bodies(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name
