"""Who speaks: each text's last quotation is the one that is asked for, what stands before it is what is known."""

import pytest

from quotations import Article, Quotation, extract
from quotations.attribution import Attribution
from quotations.marks import pair
from quotations.model import UNKNOWN
from quotations.sentences import cut
from quotations.text import Text
from tests.quotations.cases import Case, table

Q = "«راجعنا كل القياسات أمس»"


def _last(body: str) -> Quotation:
    """The last of the quotations in marks, or of all where none has any."""
    found = extract(Article(body))
    return [q for q in found if q.family == "marked" or not any(x.family == "marked" for x in found)][-1]


# -- carried on: (mention, name); the resolution is `continued` --------------------------------------------------------

SALIM = ("الوزير سليم الحداد", "سليم الحداد")
HUDA = ("المهندسة هدى العلي", "هدى العلي")

CONTINUED = [
    Case("وأضاف after an unmarked clause", f"قال الوزير سليم الحداد إن السد آمن. وأضاف: {Q}.", SALIM),
    Case("وأضاف after marked words", f"قال الوزير سليم الحداد: «السد آمن جدا». وأضاف: {Q}.", SALIM),
    Case("a paragraph between", f"قال الوزير سليم الحداد إن السد آمن.\n\nويقع السد قرب المدينة.\n\nوأضاف: {Q}.", SALIM),
    Case("a feminine verb after a woman", f"قالت المهندسة هدى العلي إن السد آمن. وأضافت: {Q}.", HUDA),
    Case(
        "two speakers: the masculine verb",
        f"قال الوزير سليم الحداد إن السد آمن. وقالت المهندسة هدى العلي إن العمل بدأ. وأضاف: {Q}.",
        SALIM,
    ),
    Case(
        "two speakers: the feminine verb",
        f"قال الوزير سليم الحداد إن السد آمن. وقالت المهندسة هدى العلي إن العمل بدأ. وأضافت: {Q}.",
        HUDA,
    ),
    Case(
        "two speakers of one gender: the nearer",
        f"قال العامل عمر الكيلاني نعم. وقال الوزير سليم الحداد إن السد آمن. وأضاف: {Q}.",
        SALIM,
    ),
    Case(
        "who does not speak takes no turn",
        f"قالت المهندسة هدى العلي إن السد آمن. وحضر العامل عمر الكيلاني الافتتاح. وأضافت: {Q}.",
        HUDA,
    ),
    Case(
        "a body inside the clause takes no turn",
        f"أكد الوزير سليم الحداد أن المجلس يرى أن السد آمن. وأضاف: {Q}.",
        SALIM,
    ),
    Case(
        "people inside the clause take no turn",
        f"قال الوزير سليم الحداد إن المهندسين أكدوا أن السد آمن. وأضاف: {Q}.",
        SALIM,
    ),
    Case("a demand without content of its own", f"دعا الوزير سليم الحداد إلى حماية السد. وأضاف: {Q}.", SALIM),
    Case("the present tense", f"يقول الوزير سليم الحداد إن السد آمن. ويضيف: {Q}.", SALIM),
    Case("a body in the feminine", f"أكدت وزارة الري أن السد آمن. وأضافت: {Q}.", ("وزارة الري", "وزارة الري")),
    Case(
        "a body taken up in the other gender",
        f"أفاد المجلس الأعلى للري بأن السد آمن. وقالت: {Q}.",
        ("المجلس الأعلى للري", "المجلس الأعلى للري"),
    ),
    Case(
        "two who speak together",
        f"قال سليم الحداد وهدى العلي إن السد آمن. وأضافا: {Q}.",
        ("سليم الحداد وهدى العلي", "سليم الحداد وهدى العلي"),
    ),
    Case("a topic: whom the sentence before is about", f"وصل الوزير سليم الحداد إلى القاعة. وقال: {Q}.", SALIM),
    Case("a topic in the feminine", f"ظهرت المهندسة هدى العلي أمس في السد. وقالت: {Q}.", HUDA),
    Case(
        "وأضاف goes on with who spoke, whatever the topic",
        f"قال الوزير سليم الحداد إن السد آمن. ووصل الشاعر فؤاد الجبالي إلى القاعة. وأضاف: {Q}.",
        SALIM,
    ),
    Case(
        "a topic who cannot agree with the verb",
        f"قال الوزير سليم الحداد إن السد آمن. ووصلت المهندسة هدى العلي. وأضاف: {Q}.",
        SALIM,
    ),
    Case(
        "words go on in the next line",
        f"قال الوزير سليم الحداد: «السد آمن جدا».\n{Q}.".replace("أمس", "أمس واليوم وغدا"),
        SALIM,
    ),
]


@pytest.mark.parametrize(("body", "expected"), table(CONTINUED))
def test_continued(body: str, expected: tuple[str, str]) -> None:
    q = _last(body)
    assert (q.speaker.mention, q.speaker.name, q.speaker.resolution) == (*expected, "continued")
    assert q.speaker.mention_span is not None
    assert q.speaker.mention_span.end <= q.span.start


# -- the sentence's own subject: explicit ------------------------------------------------------------------------------

SHARED = [
    Case("a participle", f"قال الوزير سليم الحداد إن السد آمن، مؤكدا: {Q}.", SALIM),
    Case("a second participle", f"قال الوزير سليم الحداد إن السد آمن، مشيرا إلى أن العمل بدأ، ومضيفا: {Q}.", SALIM),
    Case("a participle after a verb that reports nothing", f"استقبل الوزير سليم الحداد وفدا، مؤكدا أن {Q}.", SALIM),
    Case("a masdar", f"رد الوزير سليم الحداد على ذلك بقوله: {Q}.", SALIM),
    Case("the subject first", f"الوزير سليم الحداد قال: {Q}.", SALIM),
    Case(
        "a participle in the feminine",
        f"افتتحت المهندسة هدى العلي السد، قائلة: {Q}.",
        HUDA,
        fails="an object right behind a name is taken with it",
    ),
]


@pytest.mark.parametrize(("body", "expected"), table(SHARED))
def test_a_report_shares_its_sentences_subject(body: str, expected: tuple[str, str]) -> None:
    q = _last(body)
    assert (q.speaker.mention, q.speaker.name, q.speaker.resolution) == (*expected, "explicit")


# -- named there, by whatever: (mention, name, kind, resolution) -------------------------------------------------------

NAMED = [
    Case("in full", f"قال وزير الري سليم الحداد: {Q}.", ("وزير الري سليم الحداد", "سليم الحداد", "person", "explicit")),
    Case(
        "by the surname",
        f"قال وزير الري سليم الحداد إن السد آمن.\nوقال الحداد: {Q}.",
        ("الحداد", "سليم الحداد", "person", "explicit"),
    ),
    Case(
        "by the surname, the full name only later",
        f"قال الحداد: {Q}.\nووصل وزير الري سليم الحداد أمس.",
        ("الحداد", "سليم الحداد", "person", "explicit"),
    ),
    Case(
        "by the title",
        f"قال وزير الري سليم الحداد إن السد آمن.\nورفض عمر الكيلاني ذلك. وقال الوزير: {Q}.",
        ("الوزير", "سليم الحداد", "person", "title"),
    ),
    Case(
        "by the title, another speaker between",
        f"قال وزير الري سليم الحداد نعم.\nوقالت المهندسة هدى العلي إن السد آمن.\nوقال الوزير: {Q}.",
        ("الوزير", "سليم الحداد", "person", "title"),
    ),
    Case(
        "by the whole title, two ministers",
        f"قال وزير الري سليم الحداد إن السد آمن.\nوقال وزير النقل عمر الكيلاني إن الطريق مغلق.\nوقال وزير الري: {Q}.",
        ("وزير الري", "سليم الحداد", "person", "title"),
    ),
    Case(
        "by a description with the same nisba",
        f"قال الرئيس الكوري كيم داي إن السد آمن.\nوقال الزعيم الكوري: {Q}.",
        ("الزعيم الكوري", "كيم داي", "person", "title"),
    ),
    Case(
        "another office than the last speaker's",
        f"قال وزير الري سليم الحداد إن السد آمن.\nوقال المدير العام لهيئة الأنهار: {Q}.",
        ("المدير العام لهيئة الأنهار", "المدير العام لهيئة الأنهار", "person", "explicit"),
    ),
    Case(
        "the last speaker described again",
        f"قال وزير الري سليم الحداد إن السد آمن.\nوقال المسؤول الحكومي: {Q}.",
        ("المسؤول الحكومي", "سليم الحداد", "person", "title"),
    ),
    Case(
        "who spoke before a body did",
        f"قال وزير الري سليم الحداد إن السد آمن.\nوقالت وزارة النقل إن الطريق مغلق.\nوقال الوزير: {Q}.",
        ("الوزير", "سليم الحداد", "person", "title"),
    ),
    Case(
        "a bare share of those asked",
        f"سئل أفراد العينة عما يشربون. وقال 77%: {Q}.",
        ("77%", "أفراد العينة", "group", "title"),
    ),
    Case(
        "a share of nobody named",
        f"وقال 77%: {Q}.",
        ("77%", "77%", "group", "explicit"),
    ),
    Case(
        "a body of unknown gender before its clause",
        f"واعتبر الاتحاد الأوروبي أن {Q}.",
        ("الاتحاد الأوروبي", "الاتحاد الأوروبي", "organization", "explicit"),
    ),
    Case(
        "somebody who was only named",
        f"وزار الأديب سليم الحداد المدينة أمس. ومر الناس قرب النهر. وقال: {Q}.",
        ("الأديب سليم الحداد", "سليم الحداد", "person", "continued"),
    ),
    Case("the Prophet by his office", f"وقال الرسول: {Q}.", ("الرسول", "النبي", "scripture", "explicit")),
    Case(
        "whose words are only cited takes no turn",
        f"قال الوزير سليم الحداد إن العمل جار، مستندا إلى قول الرسول: «إنما الأعمال بالنيات». وأكد أن {Q}.",
        ("الوزير سليم الحداد", "سليم الحداد", "person", "continued"),
    ),
    Case(
        "a document named behind the words",
        f"اعلنت شركة النور ان العمل سيبدأ، في بيان صدر أمس. وقال البيان: {Q}.",
        ("البيان", "شركة النور", "document", "title"),
    ),
    Case(
        "the verb behind a document is no issuer",
        f"وجاء في تقرير نشرته الصحيفة: {Q}.",
        ("تقرير نشرته الصحيفة", "الصحيفة", "document", "title"),
    ),
    Case(
        "an issuer behind ل and the article",
        f"وقال تقرير حديث للمركز الأردني: {Q}.",
        ("تقرير حديث للمركز الأردني", "المركز الأردني", "document", "title"),
    ),
    Case(
        "these sources are those that spoke last",
        f"وأفادت مصادر محلية متابعة بأن الاجتماع قريب. وقالت المصادر الغربية إن الحل بعيد. وتؤكد هذه المصادر أن {Q}.",
        ("هذه المصادر", "المصادر الغربية", "unnamed_source", "title"),
    ),
    Case(
        "an honorific is whoever spoke",
        f"وصف الشيخ ماجد الكعبي رحيل الأمير سعد بأنه خسارة. وقال سعادته: {Q}.",
        ("سعادته", "ماجد الكعبي", "person", "title"),
    ),
    Case(
        "an outlet by its name in marks",
        f'ذكرت صحيفة "ذا ستار" الأميركية أن الحرب طويلة. وقالت "ذا ستار" إن {Q}.',
        ("ذا ستار", 'صحيفة "ذا ستار" الأميركية', "organization", "alias"),
    ),
    Case(
        "the actor of the participle's own sentence",
        f"قال نبيل قاسم إن العمل جار. من جهته وصل النائب سليم كنعان إلى المدينة، مشيرا إلى أن {Q}.",
        ("النائب سليم كنعان", "سليم كنعان", "person", "explicit"),
    ),
    Case(
        "who hinted goes on",
        f"اتفقت دول القارة على الأمر حسب ما ألمحت إليه المستشارة هيلدا كرامر وذكرت في مقابلة أن {Q}.",
        ("المستشارة هيلدا كرامر", "هيلدا كرامر", "person", "continued"),
    ),
    Case(
        "whoever heads the sentence judges",
        "الوزير سليم الحداد يصف القرار بأنه «خطأ كبير جدا».",
        ("الوزير سليم الحداد", "سليم الحداد", "person", "explicit"),
    ),
    Case(
        "a surname that is a trade",
        f"قالت نبيلة حداد إن العمل جار. وأضافت حداد: {Q}.",
        ("نبيلة حداد", "نبيلة حداد", "person", "continued"),
    ),
    Case(
        "علي behind a title",
        f"وقال المدير علي حداد: {Q}.",
        ("المدير علي حداد", "علي حداد", "person", "explicit"),
    ),
    Case("a title of nobody named here", f"وقال وزير الري: {Q}.", ("وزير الري", "وزير الري", "person", "explicit")),
    Case(
        "the spokesperson, not the body",
        f"قال المتحدث باسم وزارة الري نبيل الصيرفي: {Q}.",
        ("المتحدث باسم وزارة الري نبيل الصيرفي", "نبيل الصيرفي", "person", "explicit"),
    ),
    Case(
        "the spokesperson without a name",
        f"قال المتحدث باسم وزارة الري: {Q}.",
        ("المتحدث باسم وزارة الري", "المتحدث باسم وزارة الري", "person", "explicit"),
    ),
    Case(
        "the spokesperson named before",
        f"قال المتحدث باسم الجيش نبيل الصيرفي إن السد آمن.\nوقال المتحدث: {Q}.",
        ("المتحدث", "نبيل الصيرفي", "person", "title"),
    ),
    Case(
        "a body by its head",
        f"أكدت وزارة الموارد المائية أن السد آمن.\nوقالت الوزارة: {Q}.",
        ("الوزارة", "وزارة الموارد المائية", "organization", "title"),
    ),
    Case(
        "a body by its short name",
        f"أكد الاتحاد الدولي للسدود (فيدا) أن السد آمن.\nوقال فيدا: {Q}.",
        ("فيدا", "الاتحاد الدولي للسدود", "organization", "alias"),
    ),
    Case(
        "the same source",
        f"قال مصدر أمني إن السد آمن.\nوأضاف المصدر ذاته: {Q}.",
        ("المصدر ذاته", "مصدر أمني", "unnamed_source", "title"),
    ),
    Case(
        "the source",
        f"قال مصدر في وزارة الري إن السد آمن. وأوضح المصدر أن {Q}.",
        ("المصدر", "مصدر في وزارة الري", "unnamed_source", "title"),
    ),
    Case(
        "the same official",
        f"أكد مسؤول حكومي أن السد آمن. وقال المسؤول نفسه: {Q}.",
        ("المسؤول نفسه", "مسؤول حكومي", "unnamed_source", "title"),
    ),
    Case(
        "a document of the body that spoke in it",
        f"أكدت وزارة الري في بيان أن السد آمن.\nوجاء في البيان: {Q}.",
        ("البيان", "وزارة الري", "document", "title"),
    ),
    Case(
        "a document of whoever spoke in theirs",
        f"وقالت منظمة النهر في دراستها الأخيرة إن السد آمن. وأشارت الدراسة إلى أن {Q}.",
        ("الدراسة", "منظمة النهر", "document", "title"),
    ),
    Case(
        "a document that a body has issued",
        f"أصدرت منظمة النهر تقريرا عن السدود.\nوقال التقرير: {Q}.",
        ("التقرير", "منظمة النهر", "document", "title"),
    ),
    Case(
        "a document that comes from a body",
        f"تناول تقرير صادر عن منظمة النهر حال السدود.\nوقال التقرير: {Q}.",
        ("التقرير", "منظمة النهر", "document", "title"),
    ),
    Case(
        "a document that a body has made",
        f"تناولت دراسة أجرتها جامعة النهر حال السدود.\nوقالت الدراسة: {Q}.",
        ("الدراسة", "جامعة النهر", "document", "title"),
    ),
    Case(
        "the issuer, not the agency that got a copy",
        f"ذكر أطباء النهر، في بلاغ توصلت وكالة المدى بنسخة منه، أن السد آمن.\nوأضاف البلاغ: {Q}.",
        ("البلاغ", "أطباء النهر", "document", "title"),
    ),
    Case("a document of nobody named here", f"وقال البيان: {Q}.", ("البيان", "البيان", "document", "explicit")),
    Case(
        "a document with its issuer",
        f"وقال بيان لوزارة الري: {Q}.",
        ("بيان لوزارة الري", "وزارة الري", "document", "title"),
    ),
    Case("scripture", "قال تعالى: «إن مع العسر يسرا».", ("تعالى", "الله", "scripture", "explicit")),
    Case("some", f"وقال بعضهم: {Q}.", ("بعضهم", "بعضهم", "group", "explicit")),
]


@pytest.mark.parametrize(("body", "expected"), table(NAMED))
def test_named(body: str, expected: tuple[str, str, str, str]) -> None:
    speaker = _last(body).speaker
    assert (speaker.mention, speaker.name, speaker.kind, speaker.resolution) == expected


def test_several_who_speak_together_are_each_named() -> None:
    q = _last(f"قال سليم الحداد وهدى العلي: {Q}.")
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
    assert [m.name for m in _last(f"قال {several}: {Q}.").speaker.members] == members


def test_a_member_has_the_fullest_name_of_the_text() -> None:
    body = f"وصل وزير الري سليم خالد الحداد. وقال سليم الحداد وهدى العلي: {Q}."
    assert [m.name for m in _last(body).speaker.members] == ["سليم خالد الحداد", "هدى العلي"]


def test_a_title_given_with_the_name_is_the_speakers_title() -> None:
    assert _last(f"قال وزير الري سليم الحداد: {Q}.").speaker.title == "وزير الري"


def test_one_person_has_one_key_however_written() -> None:
    bodies = (f"قال الوزير أحمد العلي: {Q}.", f"قال الوزير احمد العلى: {Q}.", f"قال الوزير أَحمـد العلي: {Q}.")
    assert {_last(body).speaker.key for body in bodies} == {"احمد علي"}


# -- the medium relays, it does not speak: (name, medium) --------------------------------------------------------------

MEDIA = [
    Case(
        "an agency relays an official", f"نقلت وكالة رويترز عن مسؤول حكومي قوله: {Q}.", ("مسؤول حكومي", "وكالة رويترز")
    ),
    Case(
        "a paper in marks relays a minister",
        f"ونقلت صحيفة «المدى» عن الوزير سليم الحداد قوله: {Q}.",
        ("سليم الحداد", "صحيفة «المدى»"),
    ),
    Case("told to an agency", f"قال الوزير سليم الحداد لوكالة رويترز: {Q}.", ("سليم الحداد", "وكالة رويترز")),
    Case("the agency itself", f"وقالت وكالة رويترز: {Q}.", ("وكالة رويترز", None)),
]


@pytest.mark.parametrize(("body", "expected"), table(MEDIA))
def test_media(body: str, expected: tuple[str, str | None]) -> None:
    q = _last(body)
    assert (q.speaker.name, q.medium and q.medium.text) == expected


# -- nobody ------------------------------------------------------------------------------------------------------------


def test_nobody_is_named_so_nobody_is_guessed() -> None:
    assert _last("وأضاف: «راجعنا كل القياسات أمس في السد».").speaker == UNKNOWN


def test_a_dropped_subject_reaches_back_fourteen_sentences_and_no_further() -> None:
    begin, between = "قال الوزير سليم الحداد إن السد آمن. ", "ومر النهر قرب المدينة. "
    assert _last(f"{begin}{between * 12}وأضاف: {Q}.").speaker.name == "سليم الحداد"
    assert _last(f"{begin}{between * 15}وأضاف: {Q}.").speaker == UNKNOWN


def test_no_speaker_crosses_from_one_story_to_the_next() -> None:
    text = Text(f"قال الوزير سليم الحداد إن السد آمن.\nوأضاف: {Q}.")
    marked, _ = pair(text)
    for scope, name in ((0, "سليم الحداد"), (1, None)):
        sentences = cut(text, marked)
        sentences[-1].scope = sentences[0].scope + scope
        assert Attribution(text, sentences, marked).run()[-1].speaker.name == name


# -- caught bugs -------------------------------------------------------------------------------------------------------

CAUGHT = [
    Case(
        "the object of a verb is not its subject",
        f"وقال الوزير سليم الحداد إن السد آمن، وحث السكان على الهدوء. وأضاف: {Q}.",
        "سليم الحداد",
    ),
    Case("an adverb between verb and subject", f"وقال أمس الوزير سليم الحداد: {Q}.", "سليم الحداد"),
    Case("a pronoun between verb and subject", f"قال عنه الوزير سليم الحداد: {Q}.", "سليم الحداد"),
    Case("an apposition behind the name", f"أكدت هدى العلي، مديرة المشروع، أن {Q}.", "هدى العلي"),
    Case("a relative clause behind the name", f"قال سليم الحداد الذي زار السد: {Q}.", "سليم الحداد"),
    Case("a bracket behind the name", f"قال سليم الحداد (حزب النهر): {Q}.", "سليم الحداد"),
    Case(
        "who was asked does not answer",
        f"قال الوزير سليم الحداد إن السد آمن. وسأل الصحفيون عن العمل. وأضاف: {Q}.",
        "سليم الحداد",
    ),
    Case(
        "a preposition's body takes no turn",
        f"قال الوزير سليم الحداد إن السد آمن. وبحسب الوزارة فإن العمل بدأ. وأضاف: {Q}.",
        "سليم الحداد",
    ),
]


@pytest.mark.parametrize(("body", "name"), table(CAUGHT))
def test_caught_bugs(body: str, name: str) -> None:
    assert _last(body).speaker.name == name
