"""What each line of a page is: which block it stands in, which story it belongs to, and what nobody says."""

import pytest

from quotations.page.blocks import Line, blocks
from quotations.words.text import Text

# Each case: what it shows; then the lines of the page, each with its place: H headline, B body, R related, F furniture,
# and a letter for its scope (`.` for furniture, whose scope does not matter).
PAGES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "a headline above the first paragraph",
        [("H a", "السد يفيض"), ("B a", "فاض سد الوادي الكبير فجر اليوم بعد أمطار غزيرة.")],
    ),
    (
        "the headline twice, a sub-headline and a caption are all above the story",
        [
            ("H a", "المدير: لا زيادة في الرسوم"),
            ("H a", "المدير: لا زيادة في الرسوم"),
            ("H a", "«قرارنا نهائي»"),
            ("H a", "مدير الجامعة في مكتبه (أرشيف)"),
            ("B a", "قال مدير الجامعة إن الرسوم ستبقى على حالها هذا العام."),
        ],
    ),
    (
        "bylines, dates, view counters, hashtags and Latin words are furniture",
        [
            ("F .", "الأحد، 14 أبريل 2024 / 5 شوال 1445 هـ"),
            ("F .", "كتب: سليم الحداد"),
            ("F .", "مشاهدات: 512"),
            ("F .", "18:22 GMT"),
            ("F .", "#الحصاد #قمح_الوادي"),
            ("B a", "بدأ حصاد القمح في الوادي قبل موعده بأسبوعين كاملين."),
            ("F .", "Share"),
        ],
    ),
    (
        "a breadcrumb is furniture",
        [("F .", "الرئيسية » اقتصاد » زراعة"), ("B a", "بدأ حصاد القمح في الوادي قبل موعده بأسبوعين كاملين.")],
    ),
    (
        "a name and words in marks are no byline",
        [
            ("B a", "نشرت الكاتبة رسالة قصيرة إلى قرائها مساء أمس الخميس."),
            ("B a", "كتبت: «أعود إليكم قريبا»."),
        ],
    ),
    (
        "an advertisement in the story leaves it one story",
        [
            ("B a", "قالت المخرجة إن تصوير الفيلم انتهى في ستين يوما فقط."),
            ("F .", "إعلان"),
            ("B a", "وأضافت أن العرض قريب"),
        ],
    ),
    (
        "a link inside the story leaves it one story",
        [
            ("B a", "قالت المخرجة إن تصوير الفيلم انتهى في ستين يوما فقط."),
            ("F .", "اقرأ أيضا:"),
            ("R b", " نجم الفيلم: لن أعود إلى المسرح"),
            ("B a", "وأضافت أن العرض الأول سيقام في مهرجان المدينة المقبل."),
        ],
    ),
    (
        "behind a button the story goes on, or its links begin",
        [
            ("B a", "قالت المخرجة إن تصوير الفيلم انتهى في ستين يوما فقط."),
            ("F .", "شارك الخبر"),
            ("B a", "وأضافت أن العرض الأول سيقام في مهرجان المدينة المقبل."),
            ("F .", "تابعونا على: تويتر، فيسبوك"),
            ("R b", "الممثل: لن أعود إلى المسرح"),
            ("R c", "المنتج: الخسائر كبيرة"),
        ],
    ),
    (
        "each link below the story is a scope of its own",
        [
            ("B a", "قالت المخرجة إن تصوير الفيلم انتهى في ستين يوما فقط."),
            ("F .", "مقالات ذات صلة"),
            ("R b", "• الممثل: لن أعود إلى المسرح"),
            ("R c", "• وأكد أن الأجر «لا يكفي»"),
        ],
    ),
    (
        "a second story behind the links",
        [
            ("B a", "قالت المخرجة إن تصوير الفيلم انتهى في ستين يوما فقط."),
            ("F .", "المصدر: شبكة السينما"),
            ("F .", "إقرأ أيضاً:"),
            ("R b", "حريق في مستودع"),
            ("R c", "الميناء - الساحل"),
            ("B d", "اندلع حريق في مستودع للأخشاب قرب الميناء. ولم يصب أحد."),
            ("B d", "وقال قائد الفرقة إن النيران أخمدت خلال ساعة."),
        ],
    ),
    (
        "an index of first sentences: no line goes on from the one before",
        [
            ("F .", "آخر الأخبار"),
            ("R a", "قال وزير الثقافة إن المعرض سيقام في موعده..."),
            ("R b", "وأضاف: «لن نرفع الأسعار»، في ختام جولة شملت..."),
            ("R c", "وأوضحت أن التدريبات تبدأ الشهر المقبل في معسكر..."),
        ],
    ),
    (
        "an index of whole sentences, when its heading says so",
        [
            ("F .", "أحدث الأخبار"),
            ("R a", "قال وزير الثقافة بهاء سلامة إن المعرض سيقام في موعده المعلن."),
            ("R b", "وأضاف: «لن نرفع الأسعار هذا الصيف»، في ختام جولة له."),
            ("R c", "أكدت البطلة سارة منيب أنها ستعود إلى المنافسات قريبا."),
        ],
    ),
    (
        "an index without a heading, when its sentences are cut off",
        [
            ("R a", "قال وزير الثقافة بهاء سلامة إن المعرض سيقام في موعده..."),
            ("R b", "وأضاف: «لن نرفع الأسعار هذا الصيف»، في ختام جولة شملت…"),
            ("R c", "أكدت البطلة سارة منيب أنها ستعود إلى المنافسات..."),
        ],
    ),
    (
        "a link above the headline is not the page's own",
        [
            ("F .", "شاهد أيضا:"),
            ("R a", " الوالي: السد بخير ولا خوف"),
            ("H b", "السد يفيض"),
            ("B b", "فاض سد الوادي الكبير فجر اليوم بعد أمطار غزيرة."),
        ],
    ),
    (
        "many short lines above the story are other headlines, the last ones its own",
        [
            *((f"R {place}", f"خبر قصير رقم {n}") for n, place in enumerate("abcdefg")),
            ("H h", "السد يفيض"),
            ("H h", "خسائر في القرى"),
            ("H h", "صورة من الجو للسد"),
            ("B h", "فاض سد الوادي الكبير فجر اليوم بعد أمطار غزيرة."),
        ],
    ),
    (
        "key words and a notice below the story are furniture, however long",
        [
            ("B a", "توقع المصرف أن ينخفض التضخم إلى أربعة بالمئة نهاية العام."),
            ("F .", "هذا المحتوى للمشتركين فقط. اشترك الآن بدولار واحد شهريا"),
            (
                "F .",
                "الكلمات المفتاحية: التضخم، الفائدة، الأسعار، الأسواق، العملات، الذهب، النفط، الديون، الفقر، الحصاد",
            ),
        ],
    ),
    (
        "a label with a statement of its own is parted from it",
        [
            ("B a", "توقع المصرف أن ينخفض التضخم إلى أربعة بالمئة نهاية العام."),
            ("F .", "عاجل:"),
            ("B a", " محافظ المصرف: لا مساس بالودائع"),
        ],
    ),
]


@pytest.mark.parametrize(("what", "page"), PAGES, ids=[what for what, _ in PAGES])
def test_each_line_has_its_place(what: str, page: list[tuple[str, str]]) -> None:
    parts = [line for _, line in page]
    raw = "\n".join(parts).replace(":\n ", ": ")  # a part that begins with a space goes on in its line
    text = Text(raw)
    found = [(_place(line), text.slice(line.first, line.last)) for line in blocks(text)]
    letters: dict[int, str] = {}
    named = []
    for (block, scope), words in found:
        letter = "." if block == "F" else letters.setdefault(scope, chr(97 + len(letters)))
        named.append((f"{block} {letter}", words))
    assert named == [(place, line.strip()) for place, line in page]


def _place(line: Line) -> tuple[str, int]:
    return ("F" if line.furniture else line.block[0].upper()), line.scope


def test_a_wall_of_headlines_on_one_line_falls_apart() -> None:
    raw = (
        'عاجل    رئيس الاتحاد: لا تأجيل    "الكهرباء": انقطاعات ليلية    طقس الجمعة\n'
        "السد يفيض\nفاض سد الوادي الكبير فجر اليوم بعد أمطار غزيرة."
    )
    text = Text(raw)
    lines = blocks(text)
    assert [(text.slice(x.first, x.last), x.block, x.furniture) for x in lines] == [
        ("عاجل", "body", True),
        ("رئيس الاتحاد: لا تأجيل", "related", False),
        ('"الكهرباء": انقطاعات ليلية', "related", False),
        ("طقس الجمعة", "related", False),
        ("السد يفيض", "headline", False),
        ("فاض سد الوادي الكبير فجر اليوم بعد أمطار غزيرة.", "body", False),
    ]
    assert len({x.scope for x in lines if not x.furniture}) == 4


@pytest.mark.parametrize("separator", ["    ", "\t", " • ", " | ", " \u00a0 "])
def test_what_parts_the_headlines_of_a_wall(separator: str) -> None:
    text = Text(separator.join(["نتائج الثانوية غدا", "عودة المسلسل", "طقس الجمعة", "وفاة أديب"]))
    assert len(blocks(text)) == 4


def test_wide_spaces_part_paragraphs_only_behind_a_full_stop() -> None:
    """Scraped text loses its line breaks, and justified text has wide spaces in mid-sentence."""
    first = "وقع المدير العقد صباح اليوم الأحد في مقر الشركة الجديد بعد شهور من التفاوض."
    second = "وقال إن   الأعمال تبدأ   خلال أسبوع واحد بعد وصول المعدات إلى المرفأ   القديم في المدينة الساحلية."
    text = Text(f"{first} \u00a0 {second}")
    assert [text.slice(x.first, x.last) for x in blocks(text)] == [first, second]


def test_a_heading_of_links_behind_the_last_sentence_heads_its_own_line() -> None:
    story = "قال مدير السد إن الماء يكفي المدينة حتى نهاية الصيف المقبل."
    text = Text(f"{story} اقرأ أيضا: مدير الميناء: العمل لن يتوقف")
    assert [(text.slice(x.first, x.last), x.block) for x in blocks(text)] == [
        (story, "body"),
        ("اقرأ أيضا:", "body"),
        ("مدير الميناء: العمل لن يتوقف", "related"),
    ]


def test_paragraphs_without_full_stops_are_no_wall() -> None:
    page = ["وصل الوفد إلى المدينة"] + ["والتقى رئيس البلدية في مكتبه"] * 5
    assert [x.block for x in blocks(Text("\n".join(page)))] == ["headline"] + ["body"] * 5


@pytest.mark.parametrize("raw", ["", "\n\n", " … !", "؟"])
def test_a_page_without_words_has_no_lines(raw: str) -> None:
    assert blocks(Text(raw)) == []
