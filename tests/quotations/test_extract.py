"""Whole articles of a line or two, invented, in the manner of the Arabic press: (kind, words, name of the speaker).

The table is to be browsed; what was once wrong and is mended has a row in `test_caught`.
"""

import re

import pytest

from quotations import ENGINE_VERSION, Article, extract
from tests.quotations.cases import Case, table

Expected = list[tuple[str, str, str | None]]

TABLE = [
    # -- verb first --------------------------------------------------------------------------------------------------
    Case(
        "verb, title, name, colon",
        "وقال وزير الصيد البحري رامي العوضي: «الموسم هذا العام أفضل من سابقه».",
        [("direct", "الموسم هذا العام أفضل من سابقه", "رامي العوضي")],
    ),
    Case(
        "verb, name, apposition",
        'وأوضحت سلمى الجندي، مديرة المتحف الوطني، أن "القاعة الجديدة ستفتح قبل نهاية الشهر".',
        [("direct", "القاعة الجديدة ستفتح قبل نهاية الشهر", "سلمى الجندي")],
    ),
    Case(
        "two titles before the name",
        "وأكد نائب رئيس مجلس الإدارة المهندس طارق الشامي أن المصنع سيعمل ليل نهار.",
        [("indirect", "المصنع سيعمل ليل نهار", "طارق الشامي")],
    ),
    Case(
        "a nisba after the title",
        "وقال الرئيس الكيني السابق جوزيف مورو إن «السلام يبدأ من القرية».",
        [("direct", "السلام يبدأ من القرية", "جوزيف مورو")],
    ),
    Case(
        "a relative clause behind the name",
        "وقال المدرب حسن الجمل، الذي قاد الفريق عشر سنوات: «حان وقت الرحيل».",
        [("direct", "حان وقت الرحيل", "حسن الجمل")],
    ),
    Case(
        "a bracket behind the name",
        "وقالت النائبة ليلى قاسم (كتلة النهر) إن القانون ناقص.",
        [("indirect", "القانون ناقص", "ليلى قاسم")],
    ),
    Case(
        "a clause that begins with marked words",
        "وقال حسن الجمل إن «حان وقت الرحيل عن الملاعب» لأن الفريق الجديد بات جاهزا.",
        [
            ("indirect", "«حان وقت الرحيل عن الملاعب» لأن الفريق الجديد بات جاهزا", "حسن الجمل"),
            ("direct", "حان وقت الرحيل عن الملاعب", "حسن الجمل"),
        ],
    ),
    Case(
        "hadith that their vowel signs show",
        "لا يقوم بعدها - صلى الله عليه وسلم -: (إِذَا أَقْبَلَ أَحَدُكُمْ فَلْيَجْلِسْ قَلِيلاً) كما روي.",
        [("indirect", "إِذَا أَقْبَلَ أَحَدُكُمْ فَلْيَجْلِسْ قَلِيلاً", "النبي")],
    ),
    Case(
        "a second clause behind marked words",
        "وقال حسن الجمل إن «حان وقت الرحيل عن الملاعب» وإن الفريق الجديد بات جاهزا.",
        [
            ("direct", "حان وقت الرحيل عن الملاعب", "حسن الجمل"),
            ("indirect", "الفريق الجديد بات جاهزا", "حسن الجمل"),
        ],
    ),
    Case(
        "behind the marks the writer goes on",
        "وقال حسن الجمل إن «حان وقت الرحيل عن الملاعب» مؤكدا أن الفريق جاهز.",
        [("direct", "حان وقت الرحيل عن الملاعب", "حسن الجمل"), ("indirect", "الفريق جاهز", "حسن الجمل")],
    ),
    Case(
        "question and answer in one line",
        "وقال الطبيب جميل الراعي: كم بقي من الطريق؟ قالت المرشدة هند العلي: مسيرة يومين كاملين.",
        [
            ("indirect", "كم بقي من الطريق؟", "جميل الراعي"),
            ("indirect", "مسيرة يومين كاملين", "هند العلي"),
        ],
    ),
    Case(
        "question and answer in one line, a word before the verb",
        "وقال الطبيب جميل الراعي: كم بقي من الطريق؟ ثم قالت المرشدة هند العلي: مسيرة يومين كاملين.",
        [
            ("indirect", "كم بقي من الطريق؟", "جميل الراعي"),
            ("indirect", "مسيرة يومين كاملين", "هند العلي"),
        ],
    ),
    Case(
        "the answer behind the next question's end is no sign of its own sentence",
        "وقال الطبيب جميل الراعي: يا أهل القرية! أي الطرق أقصر؟ قالت المرشدة هند العلي: طريق النهر.",
        [
            ("indirect", "يا أهل القرية! أي الطرق أقصر؟", "جميل الراعي"),
            ("indirect", "طريق النهر", "هند العلي"),
        ],
    ),
    # -- name first, colon -------------------------------------------------------------------------------------------
    Case(
        "headline with a name and a colon",
        "رامي العوضي: الموسم أفضل من سابقه\n",
        [("indirect", "الموسم أفضل من سابقه", "رامي العوضي")],
    ),
    Case(
        "headline with a title and a colon",
        "وزير الصيد: «الموسم أفضل من سابقه»\nوقال وزير الصيد رامي العوضي إن البحر هادئ.",
        [("direct", "الموسم أفضل من سابقه", "رامي العوضي"), ("indirect", "البحر هادئ", "رامي العوضي")],
    ),
    Case(
        "the subject before its verb",
        "المدربة هالة سعد قالت إن الفريق جاهز.",
        [("indirect", "الفريق جاهز", "هالة سعد")],
    ),
    Case(
        "a hashtag's name",
        "#رامي_العوضي: الموسم أفضل من سابقه",
        [("indirect", "الموسم أفضل من سابقه", "رامي_العوضي")],
        fails="the underscore parts the name",
    ),
    # -- dropped subjects --------------------------------------------------------------------------------------------
    Case(
        "three sentences, one speaker",
        "قالت الطبيبة ندى الخوري إن المستشفى ممتلئ. وأضافت أن الأسرة لا تكفي. وختمت: «نحتاج إلى العون».",
        [
            ("indirect", "المستشفى ممتلئ", "ندى الخوري"),
            ("indirect", "الأسرة لا تكفي", "ندى الخوري"),
            ("direct", "نحتاج إلى العون", "ندى الخوري"),
        ],
    ),
    Case(
        "participles in a row",
        "وقال رئيس البلدية عادل منصور إن الطرق مغلقة، مشيرا إلى أن الفرق تعمل، ومؤكدا أن المياه ستعود.",
        [
            ("indirect", "الطرق مغلقة", "عادل منصور"),
            ("indirect", "الفرق تعمل", "عادل منصور"),
            ("indirect", "المياه ستعود", "عادل منصور"),
        ],
    ),
    Case(
        "an answer to another's question",
        "سأل الصحفي كريم زيدان عن الموعد. وردت الوزيرة هدى العلي: «قبل الصيف».",
        [("direct", "قبل الصيف", "هدى العلي")],
    ),
    # -- bodies, sources, documents ----------------------------------------------------------------------------------
    Case(
        "a body",
        "وأعلنت شركة النقل البحري أن الرحلات ستعود غدا.",
        [("indirect", "الرحلات ستعود غدا", "شركة النقل البحري")],
    ),
    Case(
        "a body in its statement",
        'وقالت وزارة الصحة في بيان: "الوضع تحت السيطرة تماما".',
        [("direct", "الوضع تحت السيطرة تماما", "وزارة الصحة")],
    ),
    Case("a source", "وقال مصدر مطلع إن المفاوضات توقفت.", [("indirect", "المفاوضات توقفت", "مصدر مطلع")]),
    Case("witnesses", "وقال شهود عيان إن الحريق بدأ فجرا.", [("indirect", "الحريق بدأ فجرا", "شهود عيان")]),
    Case("a study", "وأظهرت دراسة حديثة أن القهوة تحسن الذاكرة.", [("indirect", "القهوة تحسن الذاكرة", "دراسة حديثة")]),
    Case(
        "the spokesperson speaks, not the body",
        "وقالت المتحدثة باسم الجيش نورا حداد إن القوات انسحبت.",
        [("indirect", "القوات انسحبت", "نورا حداد")],
    ),
    # -- media -------------------------------------------------------------------------------------------------------
    Case(
        "an agency relays a minister",
        "ونقلت وكالة رويترز عن وزير الصيد رامي العوضي قوله: «الموسم جيد جدا».",
        [("direct", "الموسم جيد جدا", "رامي العوضي")],
    ),
    Case(
        "told to a paper",
        'وقال رامي العوضي لصحيفة "النهر الجديد" إن الموسم جيد.',
        [("indirect", "الموسم جيد", "رامي العوضي")],
    ),
    Case(
        "an attribution at the end covers what goes on with حيث",
        "ارتفع سعر القمح أمس في أسواق المدينة، حيث بلغ ثمن الكيس مئة درهم، بحسب وزارة الزراعة.",
        [
            (
                "indirect",
                "ارتفع سعر القمح أمس في أسواق المدينة، حيث بلغ ثمن الكيس مئة درهم",
                "وزارة الزراعة",
            )
        ],
    ),
    Case(
        "what somebody else is named for stays apart",
        "ارتفع سعر القمح أمس وفق تجار المدينة، فيما بلغ ثمن الأرز مئة درهم، بحسب وزارة الزراعة.",
        [
            ("indirect", "ارتفع سعر القمح أمس", "تجار المدينة"),
            ("indirect", "بلغ ثمن الأرز مئة درهم", "وزارة الزراعة"),
        ],
    ),
    Case(
        "nor does it cover where the story comes from",
        "باريس - رويترز: ارتفع سعر القمح أمس في أسواق المدينة، بحسب وزارة الزراعة.",
        [("indirect", "ارتفع سعر القمح أمس في أسواق المدينة", "وزارة الزراعة")],
    ),
    Case(
        "nor what only joins the sentence to the one before",
        "ومن جهة أخرى، ارتفع سعر القمح أمس في أسواق المدينة، بحسب وزارة الزراعة.",
        [("indirect", "ارتفع سعر القمح أمس في أسواق المدينة", "وزارة الزراعة")],
    ),
    Case(
        "but when it happened",
        "وفي الوقت الحالي، يرتفع سعر القمح في أسواق المدينة، بحسب وزارة الزراعة.",
        [("indirect", "وفي الوقت الحالي، يرتفع سعر القمح في أسواق المدينة", "وزارة الزراعة")],
    ),
    Case(
        "nor what it happened in",
        "وفي حادث آخر، احترق مخزن القمح في أسواق المدينة، بحسب وزارة الزراعة.",
        [("indirect", "وفي حادث آخر، احترق مخزن القمح في أسواق المدينة", "وزارة الزراعة")],
    ),
    Case("the agency itself", "وذكرت وكالة رويترز أن السفينة غرقت.", [("indirect", "السفينة غرقت", "وكالة رويترز")]),
    # -- prepositions ------------------------------------------------------------------------------------------------
    Case("according to, before", "وبحسب وزارة الصحة فإن الوضع مستقر.", [("indirect", "الوضع مستقر", "وزارة الصحة")]),
    Case(
        "according to, behind",
        "الوضع مستقر منذ الصباح، وفقا لوزارة الصحة.",
        [("indirect", "الوضع مستقر منذ الصباح", "وزارة الصحة")],
    ),
    Case("in the words of", "على حد قول المدرب حسن الجمل فإن الفريق متعب.", [("indirect", "الفريق متعب", "حسن الجمل")]),
    # -- fragments ---------------------------------------------------------------------------------------------------
    Case(
        "a judgement in marks",
        "ووصف المدرب حسن الجمل المباراة بـ«الكارثة الكبيرة».",
        [("mixed", "الكارثة الكبيرة", "حسن الجمل")],
    ),
    Case(
        "a demand in marks",
        "ودعت هالة سعد إلى «إصلاح شامل وعاجل».",
        [("mixed", "إصلاح شامل وعاجل", "هالة سعد")],
    ),
    # -- denials -----------------------------------------------------------------------------------------------------
    Case("a denial", "ونفى رامي العوضي أن يكون الموسم ضعيفا.", [("indirect", "يكون الموسم ضعيفا", "رامي العوضي")]),
    Case(
        "what the marked subject did, by a verb that reports elsewhere",
        "وقالت البلدية إن «تجار السوق القديم» رفضوا كل العروض التي قدمتها لهم.",
        [
            ("indirect", "«تجار السوق القديم» رفضوا كل العروض التي قدمتها لهم", "البلدية"),
            ("direct", "تجار السوق القديم", "البلدية"),
        ],
    ),
    Case(
        "whose words an outlet passes on, between its verb and the words",
        "أفادت إذاعة الوادي المحلية أمس، نقلا عن مصادر مطلعة، بأن الجسر سيفتح غدا.",
        [("indirect", "الجسر سيفتح غدا", "مصادر مطلعة")],
    ),
    # -- nobody, nothing ---------------------------------------------------------------------------------------------
    Case("the writer's own formula", "يذكر أن المصنع افتتح قبل عامين.", []),
    Case("the writer's own formula, said of many", "والجدير بالذكر أن المصنع افتتح قبل عامين.", []),
    Case("a wish", "يريد الناس أن يعود الماء.", []),
    Case("names in marks", "فازت رواية «ظل النهر» بجائزة «القلم» في مدينة الزهراء.", []),
    Case("a colon that lists", "المواد المطلوبة: سكر وطحين وماء.", []),
    Case("a time with a colon", "تبدأ المباراة الساعة 20:30 بتوقيت العاصمة.", []),
    Case("a breadcrumb", "الرئيسية » أخبار » محليات\nافتتح السد أمس.", []),
    Case("bullets", "» افتتاح جسر جديد\n» وفاة شاعر كبير", []),
    Case("a question with a verb of reporting", "هل قال الوزير نعم؟", []),
    Case("nothing", "", []),
    Case("nothing but white space", " \n\t\u00a0", []),
    Case("another language", 'The minister said: "We will build the bridge."', []),
]


@pytest.mark.parametrize(("body", "expected"), table(TABLE))
def test_extract(body: str, expected: Expected) -> None:
    assert [(q.kind, q.text, q.speaker.name) for q in extract(Article(body))] == expected


def test_a_title_given_apart_is_the_headline_and_comes_first() -> None:
    found = extract(Article("وقال رامي العوضي إن البحر هادئ.", "رامي العوضي: الموسم جيد"))
    assert [(q.field, q.text) for q in found] == [("title", "الموسم جيد"), ("body", "البحر هادئ")]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("الصيرفي: السد آمن", "نبيل الصيرفي"),
        ("الصيرفي يؤكد أن السد آمن", "نبيل الصيرفي"),
        ("وزير الري: السد آمن", "نبيل الصيرفي"),
        ("وزير النقل: الطريق مغلق", "وزير النقل"),
    ],
)
def test_a_headline_names_whom_the_body_names_in_full(title: str, name: str) -> None:
    body = "وصل وزير الري نبيل الصيرفي إلى السد أمس، ورافقه عدد من المهندسين."
    assert [q.speaker.name for q in extract(Article(body, title)) if q.field == "title"] == [name]


def test_an_article_without_a_title_is_as_one_with_an_empty_title() -> None:
    body = "وقال رامي العوضي إن البحر هادئ."
    assert extract(Article(body)) == extract(Article(body, ""))


def test_the_version_names_what_was_run() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", ENGINE_VERSION)
