"""A row for each kind of error that was once made on an article and is mended: (kind, words, name of the speaker)."""

import pytest

from quotations import Article, extract
from tests.quotations.cases import Case, table

Expected = list[tuple[str, str, str | None]]

CAUGHT = [
    Case(
        "an agency is not credited with what an official says",
        "قالت وكالة رويترز إن الوزير سليم الحداد قال: «السد آمن جدا».",
        [
            ("indirect", "الوزير سليم الحداد قال: «السد آمن جدا»", "وكالة رويترز"),
            ("direct", "السد آمن جدا", "سليم الحداد"),
        ],
        fails="a chain keeps an entry for the agency",
    ),
    Case("marks around signs alone behind a title raise nothing", "وكان السيد «...،» هناك.", []),
    Case(
        "an odd mark voids nothing",
        'افتتح الوزير "السد أمس.\nوقال سليم الحداد: "السد آمن جدا".',
        [("direct", "السد آمن جدا", "سليم الحداد")],
    ),
    Case(
        "a report of a relative clause leaves the sentence to the attribution that closes it",
        "منعت البلدية سكانها من زيارة الجسر الذي تقول وزارة الري إنه قديم، وفق وسائل إعلام رسمية.",
        [
            (
                "indirect",
                "منعت البلدية سكانها من زيارة الجسر الذي تقول وزارة الري إنه قديم",
                "وسائل إعلام رسمية",
            ),
            ("indirect", "قديم", "وزارة الري"),
        ],
    ),
    Case(
        "whose accusation is spoken of takes no turn",
        "وردا على اتهامات سليم الحداد للشركة بأنها سرقت المال، قال الوزير إن الأمر انتهى.",
        [("indirect", "سرقت المال", "سليم الحداد"), ("indirect", "الأمر انتهى", "الوزير")],
    ),
    Case(
        "a relative clause ends at the attribution that passes its sentence on",
        "قال الوزير إن الخبراء الذين يقولون إن السد قديم لا يعرفون شيئا، وفق وكالة النهر.",
        [
            ("indirect", "الخبراء الذين يقولون إن السد قديم لا يعرفون شيئا", "الوزير"),
            ("indirect", "السد قديم لا يعرفون شيئا", "الخبراء"),
        ],
    ),
    Case(
        "whom the words are about does not say them",
        "قال سليم الحداد إن السد آمن. والعمال في الوادي، كما يقول، لا يخافون الماء.",
        [
            ("indirect", "السد آمن", "سليم الحداد"),
            ("indirect", "والعمال في الوادي، كما يقول، لا يخافون الماء", "سليم الحداد"),
        ],
    ),
    Case(
        "an attribution closes the relative clause that «و» joins, behind a comma",
        "وزار الوفد الجسر القديم، والذي بني قبل مئة عام من الحجر الأبيض، بحسب البلدية.",
        [("indirect", "بني قبل مئة عام من الحجر الأبيض", "البلدية")],
    ),
    Case(
        "a headline that the page breaks at its colon, behind the paper to which it is said",
        "المهندس سليم الحداد خبير في بناء السدود في حوار مع «النهر»:\nالملح يفسد الماء كل صيف\n"
        "زرنا المهندس سليم الحداد في بيته للحديث عن الماء.",
        [("indirect", "الملح يفسد الماء كل صيف", "سليم الحداد")],
    ),
    Case(
        "a rubric and what stands below it",
        "وزارة الري تحت المجهر:\nالماء في كل مكان من المدينة\nوبني الجسر قبل عام.",
        [],
    ),
    Case(
        "an unclosed last quotation is not lost",
        "وقال سليم الحداد: «السد آمن ولا خطر على الناس",
        [("direct", "السد آمن ولا خطر على الناس", "سليم الحداد")],
    ),
    Case(
        "a quotation over two paragraphs is not cut",
        "وقال سليم الحداد: «السد آمن.\n\nولا خطر على الناس».",
        [("direct", "السد آمن.\n\nولا خطر على الناس", "سليم الحداد")],
    ),
    Case(
        "an abbreviation ends no sentence",
        "وقال د. سليم الحداد إن السد آمن.",
        [("indirect", "السد آمن", "سليم الحداد")],
    ),
    Case(
        "أعتقد inside the words is no cue of the writer's",
        "وقال سليم الحداد: «أعتقد أن السد آمن».",
        [("direct", "أعتقد أن السد آمن", "سليم الحداد")],
    ),
    Case(
        "بين the preposition is no verb",
        "وقال سليم الحداد إن الفرق بين الرأيين كبير.",
        [("indirect", "الفرق بين الرأيين كبير", "سليم الحداد")],
    ),
    Case(
        "علي the name is no preposition where the writer keeps ى and ي apart",
        "وقال الوزير علي الحداد إن السد على النهر آمن.",
        [("indirect", "السد على النهر آمن", "علي الحداد")],
    ),
    Case(
        "علي the name where nothing shows how the writer writes",
        "وقال الوزير علي الحداد إن السد آمن.",
        [("indirect", "السد آمن", "علي الحداد")],
    ),
    Case(
        "الله is not له", "وقال الشيخ عبد الله الكيلاني إن الصوم غدا.", [("indirect", "الصوم غدا", "عبد الله الكيلاني")]
    ),
    Case("a purpose is no report", "زار الوزير سليم الحداد السد ليظهر أن الناس بخير.", []),
    Case("what is wished is no report", "على الناس أن يذكروا أن السد قديم.", []),
    Case(
        "a caption's name is not carried into the text",
        "الوزير سليم الحداد في مكتبه\nوقالت هدى العلي: «السد آمن جدا».",
        [("direct", "السد آمن جدا", "هدى العلي")],
    ),
    Case(
        "words after a colon go on over pauses",
        "هدى العلي: السد آمن! والطريق مفتوح.. وكل شيء بخير.",
        [("indirect", "السد آمن! والطريق مفتوح.. وكل شيء بخير", "هدى العلي")],
    ),
    Case(
        "a weak cue far from the marks does not reach them",
        "كشف الوزير سليم الحداد عن مصنع كبير في مدينة الزهراء قرب النهر، وزار سوقا فيه «أقدم الدكاكين».",
        [],
    ),
    Case(
        "a name that looks definite",
        "وقال المخرج ألكسندر بيتروف إن العرض جيد.",
        [("indirect", "العرض جيد", "ألكسندر بيتروف")],
    ),
    Case(
        "an unlisted verb with its pronoun is no name",
        'وقال الحكم: "سيحاسبهم التاريخ".',
        [("direct", "سيحاسبهم التاريخ", "الحكم")],
    ),
    Case(
        "the share of those asked",
        "وقال 60 في المئة من المستطلعين إن الحياة أصعب.",
        [("indirect", "الحياة أصعب", "60 في المئة من المستطلعين")],
    ),
    Case(
        "the medium that closes a report is not in its clause",
        "قال الوزير سليم الحداد إن السد آمن، حسبما نقلت وكالة رويترز.",
        [("indirect", "السد آمن", "سليم الحداد")],
    ),
    Case(
        "a name in apposition to its title",
        "قال وزير الري، سليم الحداد، إن السد آمن.",
        [("indirect", "السد آمن", "سليم الحداد")],
    ),
    Case(
        "a frame between commas",
        "وقال الوزير سليم الحداد، في كلمة ألقاها أمس، إن السد آمن.",
        [("indirect", "السد آمن", "سليم الحداد")],
    ),
    Case(
        "an answer to a question",
        'وردا على سؤال عن الموعد، أجاب سليم الحداد: "نعم، قريبا جدا".',
        [("direct", "نعم، قريبا جدا", "سليم الحداد")],
    ),
    Case(
        "a site relays a source",
        "ونقل موقع النهر عن مصدر طبي قوله إن عدد الجرحى ثلاثة.",
        [("indirect", "عدد الجرحى ثلاثة", "مصدر طبي")],
    ),
    Case(
        "verbs of reporting inside the marks are not the writer's",
        'وقال الوزير سليم الحداد: "قلت له إن السد آمن".',
        [("direct", "قلت له إن السد آمن", "سليم الحداد")],
    ),
    Case(
        "what somebody else said, in the same sentence",
        'قال سليم الحداد: "السد آمن"، في إشارة إلى قول هدى العلي: "السد خطر جدا".',
        [("direct", "السد آمن", "سليم الحداد"), ("direct", "السد خطر جدا", "هدى العلي")],
    ),
    Case("for his part", "بدوره، قال عمر الكيلاني إن الطريق مفتوح.", [("indirect", "الطريق مفتوح", "عمر الكيلاني")]),
    Case("for her part", "من جهتها أكدت هدى العلي أن الطريق مفتوح.", [("indirect", "الطريق مفتوح", "هدى العلي")]),
    Case(
        "an abbreviation with full stops holds no particle",
        "وقال سليم الحداد لشبكة سي.ان.ان إن السد آمن. ومر الناس.",
        [("indirect", "السد آمن", "سليم الحداد")],
    ),
    Case(
        "he ended his remarks",
        "وأنهى سليم الحداد تصريحاته: «سنعود قريبا إلى العمل».",
        [("direct", "سنعود قريبا إلى العمل", "سليم الحداد")],
        fails="the verb is taken into the name before the colon",
    ),
    Case(
        "thus spoke",
        "«لن نرحل من هنا أبدا».. هكذا قال سليم الحداد.",
        [("direct", "لن نرحل من هنا أبدا", "سليم الحداد")],
        fails="هكذا after a pause leads nowhere",
    ),
    Case(
        "a document with its issuer behind ل",
        "وأوضح تقرير للأمم المتحدة أن الماء قليل.",
        [("indirect", "الماء قليل", "الأمم المتحدة")],
        fails="the issuer is not taken out of its phrase",
    ),
]


@pytest.mark.parametrize(("body", "expected"), table(CAUGHT))
def test_caught_bugs(body: str, expected: Expected) -> None:
    assert [(q.kind, q.text, q.speaker.name) for q in extract(Article(body))] == expected
