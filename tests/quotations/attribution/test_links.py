"""Which report governs a pair of marks, and how: (words, rule, kind) of every quotation in marks."""

import pytest

from quotations import Article, extract
from tests.quotations.cases import Case, table

BRIDGE = "سنبني الجسر قبل الصيف"
ROAD = "ثم نفتح الطريق كله"

LINKS = [
    # the cue before the words
    Case("verb, subject, colon", f"قال الوزير سليم الحداد: «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]),
    Case("verb and colon", f"قال سليم الحداد نعم. وأضاف: «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]),
    Case("no colon", f'قال الوزير سليم الحداد "{BRIDGE}".', [(BRIDGE, "cue-lead", "direct")]),
    Case("a particle", f"قال الوزير سليم الحداد إن «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]),
    Case(
        "a frame between subject and words",
        f"قال الوزير سليم الحداد للصحفيين في مؤتمر صحفي أمس: «{BRIDGE}».",
        [(BRIDGE, "cue-lead", "direct")],
    ),
    Case(
        "more than eight words between",
        f"وقال الوزير سليم الحداد أمام جمع كبير من سكان القرى المجاورة الذين حضروا من كل مكان: «{BRIDGE}».",
        [(BRIDGE, "cue-lead", "direct")],
    ),
    Case("a name and a colon", f"سليم الحداد: «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]),
    Case("a participle", f"زار الوزير سليم الحداد السد، قائلا: «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]),
    Case("a preposition", "دعا الوزير سليم الحداد إلى «وقف العمل فورا».", [("وقف العمل فورا", "cue-lead", "mixed")]),
    Case(
        "a verb that evaluates",
        "اتهم الوزير سليم الحداد الشركة بأنها «تكذب على الناس».",
        [("تكذب على الناس", "cue-lead", "mixed")],
    ),
    Case(
        "two words after a particle", "وقال الوزير سليم الحداد إنه «لن يستقيل».", [("لن يستقيل", "cue-lead", "mixed")]
    ),
    Case(
        "words right behind the verb, in a frame",
        "قال الوزير سليم الحداد نعم. وقال «لن نعود إلى القرية» في بيان عن العمل.",
        [("لن نعود إلى القرية", "cue-lead", "direct")],
    ),
    Case(
        "words right behind the verb, and more of the same speaker",
        "قال الوزير سليم الحداد نعم. وقال «هذا قرار غريب» مضيفا أن العمل مستمر.",
        [("هذا قرار غريب", "cue-lead", "direct")],
    ),
    Case(
        "a name right behind the verb",
        "وقالت «لا مادرا»، إن العمل مستمر منذ شهر.",
        [],
    ),
    Case("what a message holds", f"ووصلت إلى السكان رسالة مفادها «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]),
    Case("the text of a note", f"ونشر سليم الحداد تدوينة نصها: «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]),
    Case("a text of which something is said", "قال سليم الحداد إن نصه غير كاف.", []),
    Case("saying, before marks", f"وما زال هناك من يردد القول: «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]),
    Case("a headline", f"وعنونت صحيفة النهار الجديد «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]),
    Case("as he said, and a colon", f"الأمر كما قال سليم الحداد: «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]),
    Case(
        "as he said, between commas",
        f"لأن ذلك، كما قال سليم الحداد، «{BRIDGE}».",
        [(BRIDGE, "cue-lead", "direct")],
    ),
    Case(
        "as another said, right behind him and within somebody's clause",
        f"وقالت المديرة هدى العلي إن الصبر نافع وكما قال سليم الحداد «{BRIDGE}» وعلى السكان أن ينتظروا.",
        [(BRIDGE, "cue-lead", "direct")],
    ),
    Case("in his expression", f"بتعبير سليم الحداد، «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]),
    Case(
        "in the expression of one whom no list knows",
        f"«{BRIDGE}»، على حد تعبير نيتشه.",
        [(BRIDGE, "cue-closes", "mixed")],
    ),
    Case(
        "it also stands in the statement",
        "وجاء أيضا في بيان الوزارة: «نفتح السد غدا صباحا».",
        [("نفتح السد غدا صباحا", "cue-lead", "direct")],
    ),
    Case(
        "it stands in a work",
        "جاء في «الموسوعة الكبرى»: «كان النهر أوسع مما هو الآن».",
        [("كان النهر أوسع مما هو الآن", "cue-lead", "direct")],
    ),
    Case(
        "who withholds a name", f"وقالت (هدى.ع)، وهي معلمة في القرية، إن «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]
    ),
    Case("a wrote that is no byline", f"وكتبت: «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]),
    Case(
        "an attribution inserted before the words",
        f"وتقوم الخطة بحسب الوزير سليم الحداد على «{BRIDGE} ثم نزرع».",
        [(f"{BRIDGE} ثم نزرع", "cue-far", "mixed")],
    ),
    Case("the name of who is cited", "وماتت أشجار كثيرة أمس، وفقا لمنظمة حماية الأشجار «سنابل».", []),
    # after them
    Case("it goes on after them", f"قال سليم الحداد نعم. «{BRIDGE}»، يضيف.", [(BRIDGE, "cue-after", "direct")]),
    Case("a name that does something", "«الحداد» يؤكد سلامة الجسر", []),
    Case("the cue after the words", f"«{BRIDGE}»، قال الوزير سليم الحداد.", [(BRIDGE, "cue-after", "direct")]),
    Case("a dash before the cue", f"«{BRIDGE}» - يقول الوزير سليم الحداد.", [(BRIDGE, "cue-after", "direct")]),
    Case(
        "a preposition after the words",
        f"«{BRIDGE} القادم»، بحسب الوزير سليم الحداد.",
        [(f"{BRIDGE} القادم", "cue-closes", "direct")],
    ),
    # around and inside
    Case(
        "the cue between two quotations",
        f"«{BRIDGE}»، قال الوزير سليم الحداد، «{ROAD}».",
        [(BRIDGE, "cue-after", "direct"), (ROAD, "cue-lead", "direct")],
    ),
    Case(
        "the cue inside the marks",
        f'"{BRIDGE}، يقول الوزير سليم الحداد، {ROAD}".',
        [(f"{BRIDGE}، يقول الوزير سليم الحداد، {ROAD}", "interrupted", "direct")],
    ),
    # fragments in a reported clause
    Case(
        "a fragment in a clause",
        "أكد سليم الحداد أن الجسر كان «خطأ كبيرا منذ البداية» وأن العمل بدأ.",
        [("خطأ كبيرا منذ البداية", "cue-clause", "mixed")],
    ),
    Case(
        "two fragments",
        "وصف الوزير سليم الحداد القرار بأنه «خطأ كبير» و«ظلم واضح».",
        [("خطأ كبير", "cue-clause", "mixed"), ("ظلم واضح", "cue-clause", "mixed")],
    ),
    Case(
        "a second quotation after a second particle",
        "قال الوزير سليم الحداد إن «الجسر آمن جدا» وإن «الطريق مفتوح للناس كلهم».",
        [("الجسر آمن جدا", "cue-lead", "direct"), ("الطريق مفتوح للناس كلهم", "cue-coordinated", "direct")],
    ),
    Case(
        "a fragment before a preposition",
        "كان القرار «خطأ كبيرا جدا» بحسب الوزير سليم الحداد.",
        [("خطأ كبيرا جدا", "cue-closes", "mixed")],
    ),
    # over lines
    Case(
        "a colon behind somebody's name in a sentence without a cue",
        "ويوافقه الرأي الباحث سليم الحداد: «ما يراه الناس نقيسه نحن في المختبر».",
        [("ما يراه الناس نقيسه نحن في المختبر", "cue-lead", "direct")],
    ),
    Case(
        "the colon ends the line before",
        "وبعثت الوزيرة هدى العلي رسالة إلى الناس قالت فيها:\n«لن نترك السوق ولو قطعوا الماء».",
        [("لن نترك السوق ولو قطعوا الماء", "cue-line-before", "direct")],
    ),
    Case(
        "the colon ends the line before, behind a verb with other meanings",
        "زار الوفد السد أمس. ثم كتبت الباحثة هدى العلي عن حال القرية:\n«لم يبق في هذا السوق من يبيع».",
        [("لم يبق في هذا السوق من يبيع", "cue-line-before", "direct")],
    ),
    Case(
        "the colon ends the line before, and the line goes on behind the marks",
        "وقال الوزير سليم الحداد أمس في كلمة له عن السد:\n«لن نترك القرية وحدها»، وهو ما كرره في آخر اللقاء.",
        [("لن نترك القرية وحدها", "cue-line-before", "direct")],
    ),
    Case(
        "the cue in the line before, behind dots",
        "وقال سليم الحداد في رد على سؤال حول السد... خصوصا ما يتعلق بالمياه\n«لم يحصل اتصال مباشر بيننا بعد».",
        [("لم يحصل اتصال مباشر بيننا بعد", "cue-line-before", "direct")],
    ),
    Case(
        "thus spoke",
        "«لن نترك السوق أبدا»، هكذا قال سليم الحداد.",
        [("لن نترك السوق أبدا", "cue-after", "direct")],
    ),
    Case(
        "the cue in the line before",
        f"وقال الوزير سليم الحداد أمس في القاعة:\n«{BRIDGE} القادم».",
        [(f"{BRIDGE} القادم", "cue-line-before", "direct")],
    ),
    Case(
        "each paragraph opens anew",
        f"قال الوزير سليم الحداد: «{BRIDGE}.\n«{ROAD} أيضا.\n«ثم نعود إلى العمل من جديد».",
        [
            (BRIDGE, "cue-lead", "direct"),
            (f"{ROAD} أيضا", "paragraph-goes-on", "direct"),
            ("ثم نعود إلى العمل من جديد", "paragraph-goes-on", "direct"),
        ],
    ),
    Case(
        "a line of words alone goes on from the one before",
        f"قال الوزير سليم الحداد: «{BRIDGE}».\n«{ROAD} قبل الشتاء».",
        [(BRIDGE, "cue-lead", "direct"), (f"{ROAD} قبل الشتاء", "paragraph-goes-on", "direct")],
    ),
    Case(
        "the line behind says whose they are",
        f"قال الوزير سليم الحداد: «{BRIDGE}».\n«{ROAD} قبل الشتاء»\nهدى العلي، مديرة الري\nوبدأ العمل أمس.",
        [(BRIDGE, "cue-lead", "direct"), (f"{ROAD} قبل الشتاء", "signed", "direct")],
    ),
    Case(
        "who wrote the story is nobody's signature",
        f"قال الوزير سليم الحداد: «{BRIDGE}».\n«{ROAD} قبل الشتاء».\nهدى العلي",
        [(BRIDGE, "cue-lead", "direct"), (f"{ROAD} قبل الشتاء", "paragraph-goes-on", "direct")],
    ),
    Case(
        "a particle and no cue: who spoke in the sentence before",
        "قال الوزير سليم الحداد: «تأخر الموسم». والسبب في ذلك أن «البذور لم تصل إلى القرى البعيدة».",
        [("تأخر الموسم", "cue-lead", "direct"), ("البذور لم تصل إلى القرى البعيدة", "paragraph-goes-on", "direct")],
    ),
    Case(
        "many words and no cue: who spoke in the sentence before",
        "قال الوزير سليم الحداد إن الموسم تأخر. ولا يبدو المخزون كافيا لأن القرى «تسلمت نصف البذور التي طلبتها"
        " في أول العام» فقط.",
        [("تسلمت نصف البذور التي طلبتها في أول العام", "paragraph-goes-on", "mixed")],
    ),
    Case(
        "no cue, and a book's title",
        "قال الوزير سليم الحداد إن الموسم تأخر. وصدر أمس كتاب «تاريخ البذور في القرى البعيدة من النهر إلى البحر».",
        [],
    ),
    Case(
        "the particle stands in the marks, behind a preposition",
        f"وأشار الوزير سليم الحداد إلى «أن {ROAD} وهو آمن».",
        [(f"أن {ROAD} وهو آمن", "cue-lead", "direct")],
    ),
    Case(
        "behind an unmarked clause the marks hold another one in the first person",
        "قال الوزير سليم الحداد إن السد كبير «نحن نعرف أنه لا يكفي القرى البعيدة».",
        [("نحن نعرف أنه لا يكفي القرى البعيدة", "cue-clause", "direct")],
    ),
    # nothing
    Case("no cue anywhere", f"«{BRIDGE}». ثم مضى الناس إلى السوق.", []),
    Case("the cue of another sentence", f"قال الوزير سليم الحداد نعم. وكان على الجدار «{BRIDGE}» بخط كبير.", []),
    Case("two cues: the nearer", f"قال سليم الحداد إن العمل بدأ، مؤكدا: «{BRIDGE}».", [(BRIDGE, "cue-lead", "direct")]),
]


@pytest.mark.parametrize(("body", "expected"), table(LINKS))
def test_links(body: str, expected: list[tuple[str, str, str]]) -> None:
    found = [q for q in extract(Article(body)) if q.family == "marked"]
    assert [(q.text, q.rule, q.kind) for q in found] == expected


@pytest.mark.parametrize(("teller", "name"), [("الوزير سليم الحداد", "سليم الحداد"), ("صحيفة النهر", "الحراس")])
def test_who_words_the_view_of_others(teller: str, name: str) -> None:
    body = f"قال {teller} إن الحراس يعتقدون أن الصيادين «غرباء جاؤوا من قرى الجبل»."
    (marked,) = (q for q in extract(Article(body)) if q.family == "marked")
    assert marked.speaker.name == name


def test_a_signed_line_is_the_signers() -> None:
    body = f"قال العامل عمر الكيلاني نعم.\n«{ROAD} قبل الشتاء»\nسليم الحداد، وزير الري\nوبدأ العمل أمس."
    (signed,) = (q for q in extract(Article(body)) if q.rule == "signed")
    assert (signed.speaker.name, signed.speaker.resolution, signed.cue) == ("سليم الحداد", "explicit", None)


def test_words_without_a_cue_are_the_subjects() -> None:
    body = (
        "قال الوزير سليم الحداد إن الموسم تأخر. وتوقفت نقابة المزارعين في ندوتها عند «نقص البذور الجيدة الذي"
        " أصاب القرى كلها هذا العام»."
    )
    assert [q.speaker.name for q in extract(Article(body)) if q.family == "marked"] == ["نقابة المزارعين"]


CAUGHT = [
    Case("two cues, each with its words", f"قال سليم الحداد: «{BRIDGE}»، وأضاف: «{ROAD}».", ["قال", "وأضاف"]),
    Case(
        "a cue with و behind the words begins anew",
        f"قال سليم الحداد: «{BRIDGE}». وقالت هدى العلي: «{ROAD}».",
        ["قال", "وقالت"],
    ),
    Case(
        "another clause of the one who says that somebody called",
        "واتهم سليم الحداد النقابة بأنها دعت العمال إلى الإضراب، وأنها «دفعت لهم أجورا مضاعفة طوال الشهر».",
        ["واتهم"],
    ),
    Case("a verse that a verb leads to", "وقال الإمام مخاطبا المصلين: «إن مع العسر يسرا» (الشرح: 6).", ["مخاطبا"]),
    Case("a verse that nothing leads to", "والصبر مفتاح: «إن مع العسر يسرا» (الشرح: 6).", [None]),
    Case("words between two cues belong to the first", f"قال سليم الحداد: «{BRIDGE}» وأكد أن العمل بدأ.", ["قال"]),
    Case(
        "a verb behind the words with an object of its own",
        "وفيما أعلنت البلدية أمس أن الطريق «مغلق حتى إشعار آخر منها»، أشار سليم الحداد إلى خطة جديدة.",
        ["أعلنت"],
    ),
    Case(
        "the second cue's words are not the first's",
        f"قال سليم الحداد إن العمل بدأ، وقال عمر الكيلاني: «{BRIDGE}».",
        ["وقال"],
    ),
]


@pytest.mark.parametrize(("body", "cues"), table(CAUGHT))
def test_caught_bugs(body: str, cues: list[str | None]) -> None:
    assert [q.cue and q.cue.text for q in extract(Article(body)) if q.family == "marked"] == cues
