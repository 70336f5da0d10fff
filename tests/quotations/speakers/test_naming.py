"""Whom a phrase names: people, bodies, sources and documents by the fullest name that the text has for them."""

import pytest

from tests.quotations.cases import WORDS, Case, last_of, table

# -- named there, by whatever: (mention, name, kind, resolution) -------------------------------------------------------

NAMED = [
    Case(
        "in full",
        f"قال وزير الري سليم الحداد: {WORDS}.",
        ("وزير الري سليم الحداد", "سليم الحداد", "person", "explicit"),
    ),
    Case(
        "by the surname",
        f"قال وزير الري سليم الحداد إن السد آمن.\nوقال الحداد: {WORDS}.",
        ("الحداد", "سليم الحداد", "person", "explicit"),
    ),
    Case(
        "by the surname, the full name only later",
        f"قال الحداد: {WORDS}.\nووصل وزير الري سليم الحداد أمس.",
        ("الحداد", "سليم الحداد", "person", "explicit"),
    ),
    Case(
        "what officials stress is no office of theirs",
        f"وأكد المسؤولون على متابعة الملف، وقالوا: {WORDS}.",
        ("المسؤولون", "المسؤولون", "group", "continued"),
    ),
    Case(
        "another office than the last speaker's",
        f"قال وزير الري سليم الحداد إن السد آمن.\nوقال المدير العام لهيئة الأنهار: {WORDS}.",
        ("المدير العام لهيئة الأنهار", "المدير العام لهيئة الأنهار", "person", "explicit"),
    ),
    Case(
        "an unknown surname is nobody's title",
        f"قال وزير الري سليم الحداد إن السد آمن.\nوأكد الوعيلان: {WORDS}.",
        ("الوعيلان", "الوعيلان", "person", "explicit"),
    ),
    Case(
        "a name of two words that is written as one elsewhere",
        f"حضر رئيس المجموعة رؤوف أبوحديد الحفل.\nوقال أبو حديد: {WORDS}.",
        ("أبو حديد", "رؤوف أبوحديد", "person", "explicit"),
    ),
    Case(
        "a name that verbs and objects stand beside",
        f"قال غيلدور نعم. سيتخذ غيلدور موقفا. سيتخذ غيلدور موقفا غدا.\nوقال غيلدور: {WORDS}.",
        ("غيلدور", "غيلدور", "person", "explicit"),
    ),
    Case(
        "a name beside the name of whom he told",
        f"قال الرئيس الروسي أمين فوزي إن السد آمن. وقال داي إنه وصل.\nوأخبر داي فوزي، عبر مترجم: {WORDS}.",
        ("داي فوزي", "داي", "person", "explicit"),
    ),
    Case(
        "a name with another word behind it once",
        f"قال سليم الحداد نعم. وقال سليم الحداد لا. ورأى سليم الحداد لتنقلك الريح.\nوقال الحداد: {WORDS}.",
        ("الحداد", "سليم الحداد", "person", "explicit"),
    ),
    Case(
        "a surname with a word behind it that is none of it",
        f"قال وزير الري سليم غيلدار إن السد آمن.\nوقال غيلدار المبتهج: {WORDS}.",
        ("غيلدار المبتهج", "سليم غيلدار", "person", "explicit"),
    ),
    Case(
        "a name before the verb's object, when he goes on",
        f"رأى الباحث غيلدور باراموند ذلك. درس غيلدور باراموند كيمياء المياه.\nوقال باراموند: {WORDS}.",
        ("باراموند", "غيلدور باراموند", "person", "explicit"),
    ),
    Case(
        "a name that stands alone, and once before a verb",
        f"قال غيلدور نعم. وقال غيلدور لا. وكان غيلدور ساهم في العمل.\nوقال غيلدور: {WORDS}.",
        ("غيلدور", "غيلدور", "person", "explicit"),
    ),
    Case(
        "a surname like an adjective behind an honorific",
        f"أصدر شيخ الجامع سليم طنطاوي قرارا.\nوقال الشيخ طنطاوي: {WORDS}.",
        ("الشيخ طنطاوي", "سليم طنطاوي", "person", "explicit"),
    ),
    Case(
        "a surname like a preposition with its pronoun",
        f"وقال الدكتور سليم البنا، أستاذ الري: {WORDS}.",
        ("الدكتور سليم البنا، أستاذ الري", "سليم البنا", "person", "explicit"),
    ),
    Case(
        "an office that is not the last speaker's, though he heads something too",
        f"قال رئيس المجلس سليم الحداد إن السد آمن.\nوقال رئيس البلدية: {WORDS}.",
        ("رئيس البلدية", "رئيس البلدية", "person", "explicit"),
    ),
    Case(
        "an official of the story's first words, a minister named next",
        f"قال مسؤول سوداني: {WORDS}.\nوأكد الوزير السوداني سليم الحداد أن السد آمن.",
        ("مسؤول سوداني", "مسؤول سوداني", "unnamed_source", "explicit"),
    ),
    Case(
        "an official of the story's first words, another country's named next",
        f"قال مسؤول سوداني: {WORDS}.\nوأكد المدير المصري سليم الحداد أن السد آمن.",
        ("مسؤول سوداني", "مسؤول سوداني", "unnamed_source", "explicit"),
    ),
    Case(
        "a king, a party's leader spoke last",
        f"قال الأمين العام للحزب سليم الحداد إن السد آمن.\nوقال الملك: {WORDS}.",
        ("الملك", "الملك", "person", "explicit"),
    ),
    Case(
        "a surname behind verbs of the future",
        f"وسيكتب شيلدون نصا. وحضر يورغ شيلدون الحفل.\nوقال شيلدون: {WORDS}.",
        ("شيلدون", "يورغ شيلدون", "person", "explicit"),
    ),
    Case(
        "an accusative behind the verb, written without tanwin",
        f"قال الوزير سليم الحداد إن السد آمن.\nوأضاف مجملا: {WORDS}.",
        ("الوزير سليم الحداد", "سليم الحداد", "person", "continued"),
    ),
    Case(
        "by the surname behind an honorific",
        f"قال اللواء سليم الحدادي إن السد آمن. وقالت هدى العلي إن العمل بدأ.\nوأضاف اللواء الحدادي: {WORDS}.",
        ("اللواء الحدادي", "سليم الحدادي", "person", "explicit"),
    ),
    Case(
        "a body named inside another's phrase",
        f"وصل وفد البنك الأهلي.\nوقال البنك الأهلي: {WORDS}.",
        ("البنك الأهلي", "البنك الأهلي", "organization", "explicit"),
    ),
    Case(
        "a surname that is an ordinary word",
        f"أعلن الدكتور زاهي مرجان أن السد آمن.\nوقال الدكتور مرجان: {WORDS}.",
        ("الدكتور مرجان", "زاهي مرجان", "person", "explicit"),
    ),
    Case(
        "a name of ordinary words between commas",
        f"وأوضح رئيس اللجنة، عبادة الكافي، أن السد آمن.\nوقال الكافي: {WORDS}.",
        ("الكافي", "عبادة الكافي", "person", "explicit"),
    ),
    Case(
        "a share of nobody named",
        f"وقال 77%: {WORDS}.",
        ("77%", "77%", "group", "explicit"),
    ),
    Case(
        "a body of unknown gender before its clause",
        f"واعتبر الاتحاد الأوروبي أن {WORDS}.",
        ("الاتحاد الأوروبي", "الاتحاد الأوروبي", "organization", "explicit"),
    ),
    Case(
        "somebody who was only named",
        f"وزار الأديب سليم الحداد المدينة أمس. ومر الناس قرب النهر. وقال: {WORDS}.",
        ("الأديب سليم الحداد", "سليم الحداد", "person", "continued"),
    ),
    Case("the Prophet by his office", f"وقال الرسول: {WORDS}.", ("الرسول", "النبي", "scripture", "explicit")),
    Case(
        "whose words are only cited takes no turn",
        f"قال الوزير سليم الحداد إن العمل جار، مستندا إلى قول الرسول: «إنما الأعمال بالنيات». وأكد أن {WORDS}.",
        ("الوزير سليم الحداد", "سليم الحداد", "person", "continued"),
    ),
    Case(
        "an outlet by its name in marks",
        f'ذكرت صحيفة "ذا ستار" الأميركية أن الحرب طويلة. وقالت "ذا ستار" إن {WORDS}.',
        ("ذا ستار", 'صحيفة "ذا ستار" الأميركية', "organization", "alias"),
    ),
    Case(
        "the actor of the participle's own sentence",
        f"قال نبيل قاسم إن العمل جار. من جهته وصل النائب سليم كنعان إلى المدينة، مشيرا إلى أن {WORDS}.",
        ("النائب سليم كنعان", "سليم كنعان", "person", "explicit"),
    ),
    Case(
        "who hinted goes on",
        f"اتفقت دول القارة على الأمر حسب ما ألمحت إليه المستشارة هيلدا كرامر وذكرت في مقابلة أن {WORDS}.",
        ("المستشارة هيلدا كرامر", "هيلدا كرامر", "person", "continued"),
    ),
    Case(
        "whoever heads the sentence judges",
        "الوزير سليم الحداد يصف القرار بأنه «خطأ كبير جدا».",
        ("الوزير سليم الحداد", "سليم الحداد", "person", "explicit"),
    ),
    Case(
        "a surname that is a trade",
        f"قالت نبيلة حداد إن العمل جار. وأضافت حداد: {WORDS}.",
        ("حداد", "نبيلة حداد", "person", "explicit"),
    ),
    Case(
        "علي behind a title",
        f"وقال المدير علي حداد: {WORDS}.",
        ("المدير علي حداد", "علي حداد", "person", "explicit"),
    ),
    Case(
        "a title of nobody named here",
        f"وقال وزير الري: {WORDS}.",
        ("وزير الري", "وزير الري", "person", "explicit"),
    ),
    Case(
        "the spokesperson, not the body",
        f"قال المتحدث باسم وزارة الري نبيل الصيرفي: {WORDS}.",
        ("المتحدث باسم وزارة الري نبيل الصيرفي", "نبيل الصيرفي", "person", "explicit"),
    ),
    Case(
        "the spokesperson without a name",
        f"قال المتحدث باسم وزارة الري: {WORDS}.",
        ("المتحدث باسم وزارة الري", "المتحدث باسم وزارة الري", "person", "explicit"),
    ),
    Case(
        "a body by its short name",
        f"أكد الاتحاد الدولي للسدود (فيدا) أن السد آمن.\nوقال فيدا: {WORDS}.",
        ("فيدا", "الاتحاد الدولي للسدود", "organization", "alias"),
    ),
    Case("scripture", "قال تعالى: «إن مع العسر يسرا».", ("تعالى", "الله", "scripture", "explicit")),
    Case("some", f"وقال بعضهم: {WORDS}.", ("بعضهم", "بعضهم", "group", "explicit")),
    Case(
        "a first name that no list knows before بن",
        f"حضر الحفل الدكتور قاهب بن سليم الحدادي مدير المعهد.\nوقال الحدادي: {WORDS}.",
        ("الحدادي", "قاهب بن سليم الحدادي", "person", "explicit"),
    ),
    Case(
        "a first name that no list knows behind a title",
        f"تمكن الباحث السوداني كمبار عمر دلنج من حل اللغز.\nوقال دلنج: {WORDS}.",
        ("دلنج", "كمبار عمر دلنج", "person", "explicit"),
    ),
    Case(
        "ابن for بن",
        f"ووصل أمس سليم بن حداد رئيس الجمعية.\nوقال ابن حداد: {WORDS}.",
        ("ابن حداد", "سليم بن حداد", "person", "explicit"),
    ),
    Case(
        "آل with the middle of the name",
        f"بين المشرف على المتحف سليم آل دلنج الحدادي أن الباب مفتوح.\nوقال آل دلنج: {WORDS}.",
        ("آل دلنج", "سليم آل دلنج الحدادي", "person", "explicit"),
    ),
    Case(
        "a foreign first name that begins like a future tense",
        f"في كل عرض تقوم ستافري دلنج، وهي ممثلة، بالغناء. ولم تحب دلنج ذلك.\nوتقول دلنج: {WORDS}.",
        ("دلنج", "ستافري دلنج", "person", "explicit"),
    ),
    Case(
        "a spokesman is not the leader of his movement",
        f"وصل الرئيس سليم الحداد، زعيم الحركة.\nوقال المتحدث باسم الحركة: {WORDS}.",
        ("المتحدث باسم الحركة", "المتحدث باسم الحركة", "person", "explicit"),
    ),
    Case(
        "a foreign surname written with other vowels",
        f"وقال الباحث سليم دالفيت إن السد آمن.\nوقال دلفيت: {WORDS}.",
        ("دلفيت", "سليم دالفيت", "person", "explicit"),
    ),
    Case(
        "a body behind وفقا لـ keeps its article",
        "يعيش نصف السكان تحت خط الفقر، وفقا للجمعية الصينية.",
        ("للجمعية الصينية", "الجمعية الصينية", "organization", "explicit"),
    ),
    Case(
        "a body in marks",
        "وأفاد «مرصد الأنهار لحماية المياه» بأن السد آمن.",
        ("مرصد الأنهار لحماية المياه", "مرصد الأنهار لحماية المياه", "organization", "explicit"),
    ),
    Case(
        "a paper in marks, as its verb shows",
        "وعلمت «الضفاف» أن السد آمن.",
        ("الضفاف", "الضفاف", "organization", "explicit"),
    ),
    Case(
        "a man in marks, as his verb shows",
        "وقال «ديونور» إن السد آمن.",
        ("ديونور", "ديونور", "person", "explicit"),
    ),
    Case(
        "a woman in marks, as what she is shows",
        "وتقول «نيلا ساغمان»، وهي ناشطة في الجمعية، إن السد آمن.",
        ("نيلا ساغمان", "نيلا ساغمان", "person", "explicit"),
    ),
    Case(
        "what was seen tells something, and is nobody",
        "وأشارت المشاهدات الأولية إلى أن السد آمن.",
        ("المشاهدات الأولية", "المشاهدات الأولية", "document", "explicit"),
    ),
    Case(
        "one of many people is a source",
        "وأفاد أحد الركاب الناجين بأن السد آمن.",
        ("أحد الركاب الناجين", "أحد الركاب الناجين", "unnamed_source", "explicit"),
    ),
    Case("one of them is a source", "وقالت إحداهن إن السد آمن.", ("إحداهن", "إحداهن", "unnamed_source", "explicit")),
    Case("many are no source", "وأفاد بعض الركاب بأن السد آمن.", ("بعض الركاب", "بعض الركاب", "group", "explicit")),
    Case("these are several", "وأفاد هؤلاء بأن السد آمن.", ("هؤلاء", "هؤلاء", "group", "explicit")),
    Case("a family's name", "وأفاد المرهون بأن السد آمن.", ("المرهون", "المرهون", "person", "explicit")),
]


@pytest.mark.parametrize(("body", "expected"), table(NAMED))
def test_named(body: str, expected: tuple[str, str, str, str]) -> None:
    speaker = last_of(body).speaker
    assert (speaker.mention, speaker.name, speaker.kind, speaker.resolution) == expected


def test_several_who_speak_together_are_each_named() -> None:
    q = last_of(f"قال سليم الحداد وهدى العلي: {WORDS}.")
    assert [(m.name, m.key) for m in q.speaker.members] == [("سليم الحداد", "سليم حداد"), ("هدى العلي", "هدي علي")]


@pytest.mark.parametrize(
    ("several", "members"),
    [
        ("وزير الري سليم الحداد ونائبته هدى العلي", ["سليم الحداد", "هدى العلي"]),
        ("المؤسسة ووزارة الري", ["المؤسسة", "وزارة الري"]),
        ("هيئة الصحة في بغداد والشركة الوطنية", ["هيئة الصحة في بغداد", "الشركة الوطنية"]),
    ],
)
def test_members_are_without_the_conjunction_and_the_title(several: str, members: list[str]) -> None:
    assert [m.name for m in last_of(f"قال {several}: {WORDS}.").speaker.members] == members


def test_a_member_has_the_fullest_name_of_the_text() -> None:
    body = f"وصل وزير الري سليم خالد الحداد. وقال سليم الحداد وهدى العلي: {WORDS}."
    assert [m.name for m in last_of(body).speaker.members] == ["سليم خالد الحداد", "هدى العلي"]


def test_several_are_named_without_the_title_of_the_first() -> None:
    speaker = last_of(f"وقال وزير الري سليم الحداد ونائبه كمال السعيد: {WORDS}.").speaker
    assert speaker.name == "سليم الحداد ونائبه كمال السعيد"


_BEFORE = "وصل وزير الري سليم الحداد أمس. "

# -- the title: (text) -> (name, title) --------------------------------------------------------------------------------

TITLES = [
    Case("before the name", f"قال وزير الري سليم الحداد: {WORDS}.", ("سليم الحداد", "وزير الري")),
    Case("behind the name", f"قال سليم الحداد وزير الري: {WORDS}.", ("سليم الحداد", "وزير الري")),
    Case("of a club", f"قال سليم زمردوخ قائد برشلونة: {WORDS}.", ("سليم زمردوخ", "قائد برشلونة")),
    Case("of a thing", f"قال سليم خالد العبدالوهاب شيخ الصاغة: {WORDS}.", ("سليم خالد العبدالوهاب", "شيخ الصاغة")),
    Case("a first name too", f"كما يقول السيد زمردوخ مالك الشركة: {WORDS}.", ("زمردوخ", "السيد")),
    Case("behind a surname that is one too", f"قال نعيم الطيار مدير المعرض: {WORDS}.", ("نعيم الطيار", "مدير المعرض")),
    Case("the name of a family of smiths", f"قال علي بن داوود حدادي: {WORDS}.", ("علي بن داوود حدادي", None)),
    Case("many whom he tells", f"أبلغ الوزير سليم حداد محافظي الأقاليم: {WORDS}.", ("سليم حداد", "الوزير")),
    Case("before a surname", f"{_BEFORE}وقال الوزير الحداد: {WORDS}.", ("سليم الحداد", "الوزير")),
    Case("before a surname that has no first name", f"قال الدكتور الزهراني: {WORDS}.", ("الزهراني", "الدكتور")),
    Case("a letter before a surname", f"وأكد د. القرشاني: {WORDS}.", ("القرشاني", "د.")),
    Case("an adjective is no surname", f"قال الشيخ الجليل: {WORDS}.", ("الشيخ الجليل", None)),
    Case("a son's name has no title", f"وصل سليم بن القيم أمس. وقال ابن القيم: {WORDS}.", ("سليم بن القيم", None)),
    Case("behind ل and the article", f"وفقا للوزير السوري سليم الحداد: {WORDS}.", ("سليم الحداد", "الوزير السوري")),
    Case("behind ل", f"وفقا لوزير الري سليم الحداد: {WORDS}.", ("سليم الحداد", "وزير الري")),
    Case("a name in marks", f'وقال السيد "كونراد ديلفونغ": {WORDS}.', ("كونراد ديلفونغ", "السيد")),
    Case("marks in a title", f'قال زعيم حركة "الغد" سليم الحداد: {WORDS}.', ("سليم الحداد", 'زعيم حركة "الغد"')),
    Case("an age", f"قال سليم الحداد (25 عاما): {WORDS}.", ("سليم الحداد", None)),
    Case("an office behind an age", f"قال سليم الحداد (25 عاما) مدير السد: {WORDS}.", ("سليم الحداد", "مدير السد")),
    Case("an office in brackets", f"قال سليم الحداد (مدير السد): {WORDS}.", ("سليم الحداد", "مدير السد")),
]


@pytest.mark.parametrize(("body", "expected"), table(TITLES))
def test_the_title(body: str, expected: tuple[str, str | None]) -> None:
    speaker = last_of(body).speaker
    assert (speaker.name, speaker.title) == expected


def test_one_person_has_one_key_however_written() -> None:
    bodies = (
        f"قال الوزير أحمد العلي: {WORDS}.",
        f"قال الوزير احمد العلى: {WORDS}.",
        f"قال الوزير أَحمـد العلي: {WORDS}.",
    )
    assert {last_of(body).speaker.key for body in bodies} == {"احمد علي"}
