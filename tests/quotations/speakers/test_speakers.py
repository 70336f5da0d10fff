"""Who speaks: each text's last quotation is the one that is asked for, what stands before it is what is known."""

import pytest

from quotations.attribution.one_pass import Attribution
from quotations.model import UNKNOWN
from quotations.page.marks import pair
from quotations.page.sentences import cut
from quotations.words.text import Text
from tests.quotations.cases import WORDS, Case, last_of, table

# -- carried on: (mention, name); the resolution is `continued` --------------------------------------------------------

SALIM = ("الوزير سليم الحداد", "سليم الحداد")
HUDA = ("المهندسة هدى العلي", "هدى العلي")

CONTINUED = [
    Case("وأضاف after an unmarked clause", f"قال الوزير سليم الحداد إن السد آمن. وأضاف: {WORDS}.", SALIM),
    Case("وأضاف after marked words", f"قال الوزير سليم الحداد: «السد آمن جدا». وأضاف: {WORDS}.", SALIM),
    Case(
        "a paragraph between",
        f"قال الوزير سليم الحداد إن السد آمن.\n\nويقع السد قرب المدينة.\n\nوأضاف: {WORDS}.",
        SALIM,
    ),
    Case("a feminine verb after a woman", f"قالت المهندسة هدى العلي إن السد آمن. وأضافت: {WORDS}.", HUDA),
    Case(
        "two speakers: the masculine verb",
        f"قال الوزير سليم الحداد إن السد آمن. وقالت المهندسة هدى العلي إن العمل بدأ. وأضاف: {WORDS}.",
        SALIM,
    ),
    Case(
        "two speakers: the feminine verb",
        f"قال الوزير سليم الحداد إن السد آمن. وقالت المهندسة هدى العلي إن العمل بدأ. وأضافت: {WORDS}.",
        HUDA,
    ),
    Case(
        "two speakers of one gender: the nearer",
        f"قال العامل عمر الكيلاني نعم. وقال الوزير سليم الحداد إن السد آمن. وأضاف: {WORDS}.",
        SALIM,
    ),
    Case(
        "who does not speak takes no turn",
        f"قالت المهندسة هدى العلي إن السد آمن. وحضر العامل عمر الكيلاني الافتتاح. وأضافت: {WORDS}.",
        HUDA,
    ),
    Case(
        "a body inside the clause takes no turn",
        f"أكد الوزير سليم الحداد أن المجلس يرى أن السد آمن. وأضاف: {WORDS}.",
        SALIM,
    ),
    Case(
        "people inside the clause take no turn",
        f"قال الوزير سليم الحداد إن المهندسين أكدوا أن السد آمن. وأضاف: {WORDS}.",
        SALIM,
    ),
    Case("a demand without content of its own", f"دعا الوزير سليم الحداد إلى حماية السد. وأضاف: {WORDS}.", SALIM),
    Case("the present tense", f"يقول الوزير سليم الحداد إن السد آمن. ويضيف: {WORDS}.", SALIM),
    Case("a body in the feminine", f"أكدت وزارة الري أن السد آمن. وأضافت: {WORDS}.", ("وزارة الري", "وزارة الري")),
    Case(
        "a body taken up in the other gender",
        f"أفاد المجلس الأعلى للري بأن السد آمن. وقالت: {WORDS}.",
        ("المجلس الأعلى للري", "المجلس الأعلى للري"),
    ),
    Case(
        "two who speak together",
        f"قال سليم الحداد وهدى العلي إن السد آمن. وأضافا: {WORDS}.",
        ("سليم الحداد وهدى العلي", "سليم الحداد وهدى العلي"),
    ),
    Case(
        "an office of a body, and the verb behind it",
        f"رئيس البلدية سليم الحداد يفتتح الحديقة، ويقول إنه {WORDS}.",
        ("رئيس البلدية سليم الحداد", "سليم الحداد"),
    ),
    Case(
        "an office in the masculine, its verb in the feminine",
        f"قال العامل عمر الكيلاني نعم. ثم عرضت مدير عام الجمعية هدى العلي برنامج اللقاء، فقالت إنه {WORDS}.",
        ("مدير عام الجمعية هدى العلي", "هدى العلي"),
    ),
    Case(
        "where it comes from",
        f"قال الوزير سليم الحداد إن السد آمن. القاهرة (رويترز) - وأضاف: {WORDS}.",
        SALIM,
    ),
    Case(
        "whose speech it was",
        f"قال العامل عمر الكيلاني نعم. وتخللت اللقاء كلمة للوزير سليم الحداد عن السد أكد فيها أنه {WORDS}.",
        ("للوزير سليم الحداد", "سليم الحداد"),
    ),
    Case(
        "who wrote the article",
        f"قال العامل عمر الكيلاني نعم. وفي مقال كتبه الوزير سليم الحداد أمس، قال فيه إنه {WORDS}.",
        SALIM,
    ),
    Case(
        "who gives a speech in a later clause",
        f"وصلت المهندسة هدى العلي صباحا، ثم ألقى الوزير سليم الحداد كلمة طويلة جاء فيها: «الموسم {WORDS}».",
        SALIM,
    ),
    Case(
        "who stands before the verb that gives it",
        f"قال العامل عمر الكيلاني نعم، وذكرت الإذاعة أن الوزير سليم الحداد كتب رسالة لعمال السد يقول فيها إنه {WORDS}.",
        SALIM,
    ),
    Case(
        "what one put out, cited by another",
        f"أشارت الإذاعة إلى أقوال أدلى بها الوزير سليم الحداد أمام العمال وجاء فيها أنه {WORDS}.",
        SALIM,
    ),
    Case(
        "to whom a letter went",
        f"قالت المهندسة هدى العلي نعم. ووصلت رسالة إلى العامل عمر الكيلاني تقول فيها إنها {WORDS}.",
        HUDA,
    ),
    Case(
        "an agency's place line before the first verb",
        f"المدينة (رويترز) -- خصص الوزير سليم الحداد كلمته للسد، وقال إنه {WORDS}.",
        SALIM,
    ),
    Case(
        "an age in brackets is no place line",
        f"وقد فاز الوزير سليم الحداد (60 عاما) - الذي زار السد - وقال إنه {WORDS}.",
        ("الوزير سليم الحداد (60 عاما)", "سليم الحداد"),
    ),
    Case("a topic: whom the sentence before is about", f"وصل الوزير سليم الحداد إلى القاعة. وقال: {WORDS}.", SALIM),
    Case("a topic in the feminine", f"ظهرت المهندسة هدى العلي أمس في السد. وقالت: {WORDS}.", HUDA),
    Case(
        "وأضاف goes on with who spoke, whatever the topic",
        f"قال الوزير سليم الحداد إن السد آمن. ووصل الشاعر فؤاد الجبالي إلى القاعة. وأضاف: {WORDS}.",
        SALIM,
    ),
    Case(
        "a topic who cannot agree with the verb",
        f"قال الوزير سليم الحداد إن السد آمن. ووصلت المهندسة هدى العلي. وأضاف: {WORDS}.",
        SALIM,
    ),
    Case(
        "words go on in the next line",
        f"قال الوزير سليم الحداد: «السد آمن جدا».\n{WORDS}.".replace("أمس", "أمس واليوم وغدا"),
        SALIM,
    ),
]


@pytest.mark.parametrize(("body", "expected"), table(CONTINUED))
def test_continued(body: str, expected: tuple[str, str]) -> None:
    q = last_of(body)
    assert (q.speaker.mention, q.speaker.name, q.speaker.resolution) == (*expected, "continued")
    assert q.speaker.mention_span is not None
    assert q.speaker.mention_span.end <= q.span.start


# -- the sentence's own subject: explicit ------------------------------------------------------------------------------

SHARED = [
    Case("a participle", f"قال الوزير سليم الحداد إن السد آمن، مؤكدا: {WORDS}.", SALIM),
    Case(
        "a second participle",
        f"قال الوزير سليم الحداد إن السد آمن، مشيرا إلى أن العمل بدأ، ومضيفا: {WORDS}.",
        SALIM,
    ),
    Case(
        "a participle after a verb that reports nothing",
        f"استقبل الوزير سليم الحداد وفدا، مؤكدا أن {WORDS}.",
        SALIM,
    ),
    Case("a masdar", f"رد الوزير سليم الحداد على ذلك بقوله: {WORDS}.", SALIM),
    Case("the subject first", f"الوزير سليم الحداد قال: {WORDS}.", SALIM),
    Case(
        "who finds a word for what he refuses",
        "وقال عمر الكيلاني إنه بعيد.\nكما انتقد الوزير سليم الحداد أمس ما وصفه بـ«خطأ جسيم في القياس».",
        SALIM,
    ),
    Case(
        "who finds a word for those whom she meets",
        "وقال عمر الكيلاني إنه بعيد.\nوهاجمت المهندسة هدى العلي من سمتهم «أعداء النهر والناس».",
        HUDA,
    ),
    Case(
        "a participle in the feminine",
        f"افتتحت المهندسة هدى العلي السد، قائلة: {WORDS}.",
        HUDA,
        fails="an object right behind a name is taken with it",
    ),
]


@pytest.mark.parametrize(("body", "expected"), table(SHARED))
def test_a_report_shares_its_sentences_subject(body: str, expected: tuple[str, str]) -> None:
    q = last_of(body)
    assert (q.speaker.mention, q.speaker.name, q.speaker.resolution) == (*expected, "explicit")


# -- nobody ------------------------------------------------------------------------------------------------------------


def test_nobody_is_named_so_nobody_is_guessed() -> None:
    assert last_of("وأضاف: «راجعنا كل القياسات أمس في السد».").speaker == UNKNOWN


def test_a_dropped_subject_reaches_back_fourteen_sentences_and_no_further() -> None:
    begin, between = "قال الوزير سليم الحداد إن السد آمن. ", "ومر النهر قرب المدينة. "
    assert last_of(f"{begin}{between * 12}وأضاف: {WORDS}.").speaker.name == "سليم الحداد"
    assert last_of(f"{begin}{between * 15}وأضاف: {WORDS}.").speaker == UNKNOWN


def test_no_speaker_crosses_from_one_story_to_the_next() -> None:
    text = Text(f"قال الوزير سليم الحداد إن السد آمن.\nوأضاف: {WORDS}.")
    marked, _ = pair(text)
    for scope, name in ((0, "سليم الحداد"), (1, None)):
        sentences = cut(text, marked)
        sentences[-1].scope = sentences[0].scope + scope
        assert Attribution(text, sentences, marked).run()[-1].speaker.name == name


# -- caught bugs -------------------------------------------------------------------------------------------------------

CAUGHT = [
    Case(
        "the object of a verb is not its subject",
        f"وقال الوزير سليم الحداد إن السد آمن، وحث السكان على الهدوء. وأضاف: {WORDS}.",
        "سليم الحداد",
    ),
    Case("an adverb between verb and subject", f"وقال أمس الوزير سليم الحداد: {WORDS}.", "سليم الحداد"),
    Case("a pronoun between verb and subject", f"قال عنه الوزير سليم الحداد: {WORDS}.", "سليم الحداد"),
    Case("an apposition behind the name", f"أكدت هدى العلي، مديرة المشروع، أن {WORDS}.", "هدى العلي"),
    Case("a relative clause behind the name", f"قال سليم الحداد الذي زار السد: {WORDS}.", "سليم الحداد"),
    Case("a bracket behind the name", f"قال سليم الحداد (حزب النهر): {WORDS}.", "سليم الحداد"),
    Case(
        "who was asked does not answer",
        f"قال الوزير سليم الحداد إن السد آمن. وسأل الصحفيون عن العمل. وأضاف: {WORDS}.",
        "سليم الحداد",
    ),
    Case(
        "what is judged does not judge",
        f"قالت المهندسة هدى العلي إن السد آمن. ووصفت الأنباء التي تصلها بالكاذبة، مؤكدة أن {WORDS}.",
        "هدى العلي",
    ),
    Case(
        "who is judged does not judge",
        f"قال الوزير سليم الحداد إن السد آمن. ووصف المدير السابق بأنه {WORDS}.",
        "سليم الحداد",
    ),
    Case("judge and judged side by side", f"ووصفت النقابة المهندسين بأنهم {WORDS}.", "النقابة"),
    Case(
        "a participle agrees with whom it goes back to",
        f"قالت المهندسة هدى العلي إن السد آمن. ومر عمر الكيلاني قرب السد. وعاد مؤكدا أن {WORDS}.",
        "عمر الكيلاني",
    ),
    Case(
        "the verb knows whether an office is hers",
        f"قال عمر الكيلاني نعم. وقالت حرم السفير هدى العلي إن السد آمن. وتابعت مشيرة إلى أن {WORDS}.",
        "هدى العلي",
    ),
    Case("a subject before كانوا قد", f"إلا أن مسؤولين كانوا قد أكدوا أن {WORDS}.", "مسؤولين"),
    Case(
        "an official whom the agency describes",
        f"ونقلت الصحيفة عن دبلوماسي سويدي وصفته بالمطلع قوله: {WORDS}.",
        "دبلوماسي سويدي",
    ),
    Case(
        "an office behind the verb's subject, then الذي",
        f"والتقت الوكالة أستاذ الآثار في جامعة النهر الدكتور سليم الحداد، الذي أفاد بأن {WORDS}.",
        "سليم الحداد",
    ),
    Case(
        "many people take no verb in the singular",
        f"قال الوزير سليم الحداد إن السد آمن. وقال مهندسون محليون إن العمل بدأ. وأضاف: {WORDS}.",
        "سليم الحداد",
    ),
    Case(
        "many people take one in the plural",
        f"قال مهندسون محليون إن العمل بدأ. وقال الوزير سليم الحداد إن السد آمن. وأضافوا: {WORDS}.",
        "مهندسون محليون",
    ),
    Case("many sources take one in the feminine", f"قالت مصادر محلية إن العمل بدأ. وأضافت: {WORDS}.", "مصادر محلية"),
    Case("one of many", f"قال أحد المهندسين إن العمل بدأ. وأضاف: {WORDS}.", "أحد المهندسين"),
    Case(
        "a body that asks for something has spoken",
        f"قالت صحيفة «المدى» إن السد آمن. وطلبت الخارجية من سفاراتها الصبر. وشددت على أن {WORDS}.",
        "الخارجية",
    ),
    Case(
        "a weak verb inside somebody's clause speaks for nobody",
        "قالت وزارة النقل إن الجسر آمن. وقال الوزير سليم الحداد إن زيارته تبرز بوضوح «الثقة الكبيرة بيننا».",
        "سليم الحداد",
    ),
    Case("to an agency by its name alone", f"قالت هدى العلي إن السد آمن. وتضيف لفرانس برس: {WORDS}.", "هدى العلي"),
    Case("a family name that is a verb too", f"يقول غيلدور روي عضو النادي: {WORDS}.", "غيلدور روي"),
    Case(
        "a participle behind two full stops and a comma",
        f"أوضح سليم الحداد أن الجسر آمن ..، وبحر الشمال هادئ، مبينا أن {WORDS}.",
        "سليم الحداد",
    ),
    Case("a formula before its verb", f"والله تعالى يقول: {WORDS}.", "الله"),
    Case("on the lips of its head", f"أكدت الشركة على لسان رئيسها سليم الحداد أن {WORDS}.", "سليم الحداد"),
    Case(
        "a surname that begins with و",
        f"قالت لينا وايدي إن السد آمن. وقال عمر الكيلاني نعم. وأوضحت وايدي: {WORDS}.",
        "لينا وايدي",
    ),
    Case(
        "a known surname in marks behind its verb",
        f'قال عمر الكيلاني نعم. وقال سليم الحداد إن السد آمن. وأشاد "الحداد" بالعمل، مؤكدا أن {WORDS}.',
        "سليم الحداد",
    ),
    Case("a comma before قد", f"وكان المدير العراقي، سليم الحداد، قد كتب أن {WORDS}.", "سليم الحداد"),
    Case(
        "what was published where stands between a cue and its words",
        f"وقال باحثو جامعة النهر في دراستهم التي ظهرت خلاصتها في مجلة «المدى» إنهم {WORDS}.",
        "باحثو جامعة النهر",
    ),
    Case(
        "the nearer of two cues of one clause",
        f"قال عمر الكيلاني نعم. في المعنى الذي قيلت به حيث أكدت وزارة الري أن {WORDS}.",
        "وزارة الري",
    ),
    Case(
        "a long office between a name and its words",
        f"يقول سليم الحداد عضو المعهد الوطني للدراسات في شؤون البحار والتشغيل الآلي (نهر) {WORDS}.",
        "سليم الحداد",
    ),
    Case(
        "a participle that heads its sentence has no object for a subject",
        f"وأكد الوزير سليم الحداد العمل.. مثمنا ذلك لخادم الدار - حفظه الله - ومبينا أن {WORDS}.",
        "سليم الحداد",
    ),
    Case(
        "the first verb's subject behind a frame",
        f"قالت وزارة النقل إن الجسر آمن. وعلى الأرض، استقبل الوزير سليم الحداد الوفد، مؤكدا أن {WORDS}.",
        "سليم الحداد",
    ),
    Case("no adverb is a subject", f"قال سليم الحداد إن السد آمن. وأعلن قريباً: {WORDS}.", "سليم الحداد"),
    Case("whom one tells is no subject", f"قال سليم الحداد إن السد آمن. ويقول لكل عامل: {WORDS}.", "سليم الحداد"),
    Case(
        "a preposition's body takes no turn",
        f"قال الوزير سليم الحداد إن السد آمن. وبحسب الوزارة فإن العمل بدأ. وأضاف: {WORDS}.",
        "سليم الحداد",
    ),
]


@pytest.mark.parametrize(("body", "name"), table(CAUGHT))
def test_caught_bugs(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name
