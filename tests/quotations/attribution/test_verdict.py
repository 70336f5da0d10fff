"""What in marks is somebody's words, and what is a name, the title of a work or a scare quote."""

import json
import math
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations import Article, extract
from quotations.attribution.finder import THRESHOLD
from quotations.attribution.found import Found
from quotations.attribution.one_pass import Attribution
from quotations.attribution.verdict import NAMES, probability, weights
from quotations.page.marks import pair
from quotations.page.sentences import cut
from quotations.words.text import Text
from tests.quotations.cases import Case, table

# -- rejected: no quotation in marks -----------------------------------------------------------------------------------

REJECTED = [
    Case("a channel", "افتتحت قناة «المدى» برنامجها الجديد أمس.", []),
    Case("a company inside a clause", "قال الوزير سليم الحداد إن شركة «النور» بدأت العمل.", []),
    Case("a movement inside a clause", "وأكد الوزير سليم الحداد أن حركة «البناء» انسحبت.", []),
    Case("a paper that was told", "قال الوزير سليم الحداد لصحيفة «المدى» إن العمل بدأ.", []),
    Case("a film", 'عرض المخرج فيلم "البحر الأزرق" أمس.', []),
    Case("a book inside a clause", "قال الوزير سليم الحداد إن كتاب «تاريخ النهر» جيد.", []),
    Case("the speaker's own book", "قال سليم الحداد في كتابه «تاريخ النهر» إن السد آمن.", []),
    Case("a festival", "شارك في مهرجان «أيام المسرح» عدد من الفرق.", []),
    Case("an operation", "أعلن الجيش بدء عملية «الفجر الجديد» في الشمال.", []),
    Case("a headline", "حملت الندوة عنوان «المياه حق للجميع».", []),
    Case("a motto", "رفع المحتجون شعار «لا للسد».", []),
    Case("a nickname", "يلقب سليم الحداد بـ«الصقر».", []),
    Case(
        "a reference to a verse",
        "قال تعالى: «وجعلنا من الماء كل شيء» «الأنبياء: 30».",
        ["وجعلنا من الماء كل شيء"],
    ),
    Case("what a clause is about", "وبالنسبة إلى «النهر»، قال الوزير سليم الحداد إن العمل بدأ.", []),
    Case("names by turns", "قال سليم الحداد إن العمل بدأ في «السهل» و«التل» و«الضفة» معا.", []),
    Case("so-called", "انتقد الوزير سليم الحداد ما يسمى «الجدار».", []),
    Case("a name as the subject of the verb", "وأعلنت «النور» عن افتتاح مصنع جديد.", []),
    Case("a book with an adjective", "قال سليم الحداد إن كتابه الجديد «تاريخ النهر» جيد.", []),
    Case("a channel with an adjective", "قال سليم الحداد إن القناة الفضائية «النهر» بدأت العمل.", []),
    Case("a body in marks as the subject", "وشددت «الشركة الوطنية للنقل»، بعد ساعات، على متانة العلاقات.", []),
    Case("a reference to a sura", "وقال سليم الحداد إن الآية من «سورة الحج».", []),
    Case("what it is known as", "نشأت عنها ظاهرة عرفت بـ«موسم النهر».", []),
    Case("what people call a place", "وتقع القرية التي يسميها السكان «روج النهر» في الشمال.", []),
    Case("Latin names", "قال الوزير سليم الحداد إن برنامج «Windows» قديم.", []),
    Case("emphasis of one word", "مضى الناس إلى السوق «الكبير» قرب النهر.", []),
    Case(
        "an outlet behind the town it tells from",
        "لندن: «النهر اليوم» \nلا تترك جرة الماء في الشمس إذا أردتها باردة عند الظهر.",
        [],
    ),
    Case(
        "the book in which it is said",
        'قال الدكتور سليم الحداد في "تاريخ النهر الكبير": "هذا الماء صاف، لم يخلطه ملح ولا طين كثير".',
        ["هذا الماء صاف، لم يخلطه ملح ولا طين كثير"],
    ),
    Case("a name after a verb and a colon", "وجاءت النتيجة كما يلي: «النهر» أولا.", []),
]


@pytest.mark.parametrize(("body", "expected"), table(REJECTED))
def test_rejected(body: str, expected: list[str]) -> None:
    assert [q.text for q in extract(Article(body)) if q.family == "marked"] == expected


# -- accepted: fragments, though they are short ------------------------------------------------------------------------

ACCEPTED = [
    Case("his word for it", "انتقد الوزير سليم الحداد ما سماه «جدار الصمت».", ["جدار الصمت"]),
    Case("another's word for it", "رفض المجلس ما أسماه الوزير «خطة الإنقاذ الكبرى».", ["خطة الإنقاذ الكبرى"]),
    Case("his word for it, now", "ينطوي ذلك على ما يسميه سليم الحداد «عوائق الماء» في المدن.", ["عوائق الماء"]),
    Case("behind a preposition", "ورفضت الوزارة التذكير بما تسميه نقابة العمال «سيادة مائية».", ["سيادة مائية"]),
    Case("judged behind a preposition", "اجتمع التجار غاضبين مما اعتبروه «سرقة لأرزاقهم».", ["سرقة لأرزاقهم"]),
    Case("a head that is no subject", "وأعلنت الشرطة كشف ما أسمته «خلية سرية» في المدينة.", ["خلية سرية"]),
    Case("behind its subject", "وغرق قارب في الحادث الذي تعتبره البلدية «خطأً بشرياً».", ["خطأً بشرياً"]),
    Case(
        "what a body called for",
        "ودعت وزارة الري إلى «وقف تفريغ المياه فورا».",
        ["وقف تفريغ المياه فورا"],
    ),
    Case(
        "a verb behind a noun and its genitive",
        "قالت النقابة في بيان إن اتحاد المزارعين «يعرقل صرف الأجور».",
        ["يعرقل صرف الأجور"],
    ),
    Case("a sentence", "قال سليم الحداد: «راجعنا كل القياسات أمس».", ["راجعنا كل القياسات أمس"]),
    Case("one word after a colon", "قال سليم الحداد: «نعم».", ["نعم"]),
    Case("what the particle opens", "وقال سليم الحداد إنه «لن يستقيل».", ["لن يستقيل"]),
    Case("what somebody is accused of", "اتهم سليم الحداد الشركة بأنها «تكذب على الناس».", ["تكذب على الناس"]),
    Case("a demand", "دعا سليم الحداد إلى «وقف العمل فورا».", ["وقف العمل فورا"]),
    Case(
        "words behind a definite noun that does not name them",
        "وفجر رجل نفسه عند مدخل المدرسة «وسط جمع من العمال العائدين»، بحسب ما صرح سليم الحداد.",
        ["وسط جمع من العمال العائدين"],
    ),
    Case(
        "a verb behind such a noun",
        "قال سليم الحداد إن هذه الحركة «تخشى العالم وتريد عودة الجدران».",
        ["تخشى العالم وتريد عودة الجدران"],
    ),
    Case(
        "behind what the source asks for",
        "وقال أحد السكان طالبا عدم الكشف عن اسمه «حاولوا خطف عمال وفشلوا».",
        ["حاولوا خطف عمال وفشلوا"],
    ),
    Case("a judgement", "وصف سليم الحداد القرار بأنه «خطأ كبير».", ["خطأ كبير"]),
    Case("a judgement with the preposition alone", "وصف سليم الحداد القرار بـ«الخطأ الكبير».", ["الخطأ الكبير"]),
    Case("a warning", "وحذر سليم الحداد من «كارثة كبيرة».", ["كارثة كبيرة"]),
    Case("a feeling", "عبر سليم الحداد عن «قلقه العميق».", ["قلقه العميق"]),
    Case("a question", "وتساءل سليم الحداد: «متى يفتح السد؟».", ["متى يفتح السد؟"]),
    Case("a call of a crowd", 'هتف المحتجون "لا للسد" أمس.', ["لا للسد"]),
    Case(
        "a long fragment in a clause",
        "أكد سليم الحداد أن القرار «خطوة خطيرة جدا على الناس كلهم».",
        ["خطوة خطيرة جدا على الناس كلهم"],
    ),
    Case(
        "a sentence and a name in one clause",
        "قال سليم الحداد إن شركة «النور» كانت «خطأ كبيرا منذ البداية».",
        ["خطأ كبيرا منذ البداية"],
    ),
    Case(
        "a short judgement in a clause",
        "اعتبر سليم الحداد أن القرار «خطوة خطيرة».",
        ["خطوة خطيرة"],
    ),
    Case("one word at the sentence's end", "قال الوزير سليم الحداد إن الوضع «مستقر».", ["مستقر"]),
    Case("what somebody welcomes", "ورحب الوزير سليم الحداد بـ«الخطوة الأولى» في الملف.", ["الخطوة الأولى"]),
    Case("a verbal noun that no list has", "وأكد سليم الحداد أن ما يجري «تجويع».", ["تجويع"]),
    Case("a predicate behind a definite noun", "قال سليم الحداد إن القرار «خطأ كبير».", ["خطأ كبير"]),
    Case("a particle in the marks", "توصلت اللجنة إلى «أن الجسر لا يصلح».", ["أن الجسر لا يصلح"]),
    Case(
        "the same short words said twice",
        "قال سليم الحداد إن «السد آمن». وقالت هدى العلي إن «السد آمن».",
        ["السد آمن", "السد آمن"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), table(ACCEPTED))
def test_accepted(body: str, expected: list[str]) -> None:
    assert [q.text for q in extract(Article(body)) if q.family == "marked"] == expected


# -- the features: (text, feature) -> value of the first linked pair of marks ------------------------------------------

NEAR = pytest.approx(32 / 38)  # six tokens behind the cue
HALF_SURE = pytest.approx(0.6 * 32 / 38)
FEATURES = [
    Case("opened by a colon", ("قال سليم الحداد: «السد آمن جدا».", "opened"), 1.0),
    Case("opened by a particle", ("قال سليم الحداد إن «السد آمن جدا».", "opened"), 1.0),
    Case("not opened", ("دعا سليم الحداد إلى «وقف العمل فورا».", "opened"), 0.0),
    Case("lead", ("قال سليم الحداد: «السد آمن جدا».", "lead"), 1.0),
    Case("a cue behind the words leads too", ("«السد آمن جدا»، قال سليم الحداد.", "lead"), 1.0),
    Case("a weak cue leads less", ("وتحدث سليم الحداد عن «خطأ كبير».", "lead"), 0.7),
    Case("in a clause", ("أكد سليم الحداد أن الجسر كان «خطأ كبيرا منذ البداية».", "clause"), NEAR),
    Case(
        "in a clause that tells of facts",
        ("أفاد سليم الحداد بأن الجسر كان «خطأ كبيرا».", "clause"),
        HALF_SURE,
    ),
    Case("in a demand", ("طالب سليم الحداد من يعمل هنا منذ أعوام بـ«ضبط النفس».", "clause"), pytest.approx(32 / 41)),
    Case("marks behind marks are led, too", ("وصفهم سليم الحداد بـ«الكسل» و«الخداع».", "lead"), 1.0),
    Case("an attribution right behind", ("شبكة «معقدة وقديمة»، على حد قول سليم الحداد.", "lead"), 1.0),
    Case("not in a clause", ("قال سليم الحداد: «السد آمن جدا».", "clause"), 0.0),
    Case("a weak cue", ("وحذر سليم الحداد من «كارثة كبيرة».", "evaluates"), 0.0),
    Case("a cue that judges", ("وصف سليم الحداد القرار بأنه «خطأ كبير».", "evaluates"), 1.0),
    Case("a cue that tells what somebody thinks", ("ورحب سليم الحداد بـ«الخطوة الأولى».", "evaluates"), 1.0),
    Case("a cue that gives a name", ("وسمى سليم الحداد الخطة «الخطوة الأولى».", "evaluates"), 0.0),
    Case("what a clause begins with is not led", ("وبالنسبة إلى «النهر»، قال سليم الحداد إنه آمن.", "lead"), 0.0),
    Case("one word that is said is", ("«نعم»، قال سليم الحداد.", "lead"), 1.0),
    Case("length of one word", ("قال سليم الحداد: «نعم».", "length"), 0.0),
    Case("length of four words", ("قال سليم الحداد: «راجعنا كل القياسات أمس».", "length"), 2.0),
    Case("length is bounded where no mark closes", ("قال سليم الحداد: «" + "كلمة " * 99 + ".", "length"), 3.0),
    Case("length is bounded", ("قال سليم الحداد: «" + "كلمة " * 99 + "».", "length"), 5.0),
    Case("a name's head before", ("قال سليم الحداد إن شركة «النور» بدأت العمل.", "name_before"), 1.0),
    Case("a title says so itself", ("نشر سليم الحداد مقالا بعنوان «السد».", "name_before"), 3.0),
    Case("a relative clause names nothing", ("قال سليم الحداد إن الشركة التي «النهر».", "name_before"), 0.0),
    Case("a predicate names nothing", ("قال سليم الحداد إن الشركة «أرهقته كثيرا».", "name_before"), 0.0),
    Case("a clause is no name", ("قال سليم الحداد إن مجلس المدينة «لم يكن حاضرا أمس».", "name_before"), 0.0),
    Case("nor is a relative one", ("قال سليم الحداد إن الشركة «التي أرهقته كثيرا» بدأت.", "name_before"), 0.0),
    Case(
        "a verb of the same letters as «like»",
        ("قال سليم الحداد إنه مثّل «ما هو أكبر من خطأ».", "name_before"),
        0.0,
    ),
    Case("what is called so by nobody", ("وبدأت أمس العملية التي تسمى «النسر».", "name_before"), 3.0),
    Case("called so, with a shadda", ("قال سليم الحداد إن الصندوق المسمّى «دعم الري» فارغ.", "name_before"), 3.0),
    Case("known by it", ("قال سليم الحداد إن المرض المعروف بـ«حمى الوادي» انحسر.", "name_before"), 3.0),
    Case("known by the name of it", ("قال سليم الحداد إنه يعرف باسم «حمى الوادي».", "name_before"), 3.0),
    Case("known for it", ("قال سليم الحداد إن المعروف «أن السد آمن».", "name_before"), 0.0),
    Case("no name's head before", ("قال سليم الحداد إن «السد آمن جدا».", "name_before"), 0.0),
    Case("begins with a verb's particle", ("وقال سليم الحداد إنه «لن يستقيل».", "verbal"), 1.0),
    Case("begins with a future that no list has", ("قال سليم الحداد إن القوم «سينجزون الجسر».", "verbal"), 1.0),
    Case("one particle is no clause", ("قال سليم الحداد إن الناس صوتوا بـ«لا».", "verbal"), 0.0),
    Case("one adjective is no verb", ("قال سليم الحداد إن الحركة «سريعة».", "verbal"), 0.0),
    Case("begins with a preposition", ("قال سليم الحداد إن السد «من أقدم السدود».", "verbal"), 1.0),
    Case("begins with an accusative", ("قال سليم الحداد إن القرار اتخذ «انحيازاً إلى الناس».", "verbal"), 1.0),
    Case("begins with somebody's noun", ("وأعرب سليم الحداد عن «قلقه الكبير».", "verbal"), 1.0),
    Case("a title may begin so", ("نشر سليم الحداد مقالا بعنوان «في انتظار السد».", "verbal"), 0.0),
    Case("begins with a noun", ("قال سليم الحداد إن «السد آمن جدا».", "verbal"), 0.0),
    Case("Latin words are names", ("قال سليم الحداد إن برنامج «Windows» قديم.", "name_like"), 1.0),
    Case("a letter is a name", ("قال سليم الحداد إن الحديقة «ب» جميلة.", "name_like"), 1.0),
    Case("a gloss in Latin shows a name", ("قال سليم الحداد إن الجهاز «نخلة» (Palm) جديد.", "name_like"), 1.0),
    Case("a preposition joins no name of few words", ("قال سليم الحداد إن الهتاف «الموت للغزاة».", "name_like"), 0.0),
    Case("a verbal noun that no list has is no name", ("قال سليم الحداد إن هذا «تجويع».", "name_like"), 0.0),
    Case("a future that no list has is no name", ("قال سليم الحداد إن القوم «سينجزونه».", "name_like"), 0.0),
    Case("a participle that no list has is no name", ("قالت هدى العلي إن النقابة «متلكئة».", "name_like"), 0.0),
    Case("indefinite", ("وحذر سليم الحداد من «كارثة كبيرة».", "indefinite"), 1.0),
    Case("indefinite, with an adjective no list has", ("وتوقع سليم الحداد «قرار ترفيعي».", "indefinite"), 1.0),
    Case("indefinite: not with the article", ("وحذر سليم الحداد من «الكارثة الكبيرة».", "indefinite"), 0.0),
    Case("indefinite: no genitive", ("قال سليم الحداد إن «حال سوق النهر» جيد.", "indefinite"), -1.0),
    Case("indefinite: one word", ("وحذر سليم الحداد من «كارثة».", "indefinite"), 1.0),
    Case("indefinite: no particle", ("قال سليم الحداد إن الناس صوتوا بـ«لا».", "indefinite"), 0.0),
    Case("a construct", ("قال سليم الحداد إن «طريق النهر» جيد.", "indefinite"), -1.0),
    Case("a construct of three", ("قال سليم الحداد إن «سوق طريق النهر» جيد.", "indefinite"), -1.0),
    Case("no construct: what is asked for", ("ودعا سليم الحداد إلى «تحسين الطريق».", "indefinite"), 0.0),
    Case("no construct: an adverb behind it", ("ودعا سليم الحداد إلى «وقف العمل فورا».", "indefinite"), 0.0),
    Case("no construct: somebody's", ("وأبدى سليم الحداد «قلقه الشديد».", "indefinite"), 0.0),
    Case("no construct: a degree, feminine", ("قالت الوزارة إن الحرب «طويلة الأمد».", "indefinite"), 0.0),
    Case("no construct: a number of sides", ("قالت الوزارة إن القرار «أحادي الجانب».", "indefinite"), 0.0),
    Case("no construct: what is somebody's", ("قال سليم الحداد إنه ينوي «بيع داره».", "indefinite"), 0.0),
    Case("no construct: a degree", ("ورفض سليم الحداد العمل «غير المقبول».", "indefinite"), 0.0),
    Case(
        "marked thrice",
        ("قال سليم الحداد إن شركة «النور» بدأت. وافتتحت «النور» مصنعا. وباعت «النور».", "repeated"),
        1.0,
    ),
    Case("marked twice", ("قال سليم الحداد إن شركة «النور» بدأت. وافتتحت «النور» مصنعا.", "repeated"), 0.25),
    Case(
        "said again without marks",
        ("قال سليم الحداد إن «النور» بدأت. وافتتحت النور مصنعا، وللنور فروع في الشمال، والنور تكبر.", "repeated"),
        0.5,
    ),
    Case(
        "one sentence thrice says it once",
        (
            "أكد سليم الحداد أن «الوقت يمر» قرب النهر أمس.\nأكد أن «الوقت يمر» قرب النهر أمس.\n"
            "وأكد أن «الوقت يمر» قرب النهر أمس.",
            "repeated",
        ),
        pytest.approx(0.25 * math.log2(3)),
    ),
    Case("one of its two words again", ("قال سليم الحداد إن «السد آمن». وراجع المهندسون السد.", "repeated"), 0.0),
    Case("three words again", ("قال سليم الحداد إن «السد آمن جدا». السد آمن جدا.", "repeated"), 0.0),
    Case("the sentence ends", ("قال سليم الحداد إن القرار «خطأ كبير».", "ends"), 1.0),
    Case("the text ends", ("قال سليم الحداد إن القرار «خطأ كبير»", "ends"), 1.0),
    Case("a comma ends a phrase", ("قال سليم الحداد إن القرار «خطأ كبير»، لأنه متأخر.", "ends"), 0.5),
    Case("so does a preposition", ("قال سليم الحداد إن القرار «خطأ كبير» في هذا الوقت.", "ends"), 0.5),
    Case("and another verb of reporting", ("وقال «هذا قرار غريب» مضيفا سليم الحداد أن العمل مستمر.", "ends"), 0.5),
    Case("and a conjunction", ("قال سليم الحداد إن القرار «خطأ كبير» ولن يبقى.", "ends"), 0.5),
    Case("one before a particle does", ("قال سليم الحداد إن القرار «خطأ كبير» وأن «الظلم» مستمر.", "ends"), 0.5),
    Case("not one that joins marks", ("قال سليم الحداد إن القرار «خطأ كبير» و«ظلم».", "ends"), 0.0),
    Case("a clause goes on", ("قال سليم الحداد إن شركة «النور» بدأت العمل.", "ends"), 0.0),
    Case("an open mark ends nowhere", ("قال سليم الحداد: «" + "كلمة " * 99 + ".", "ends"), 0.0),
    Case("no habit of one", ("قال سليم الحداد إن القرار «خطأ كبير».", "habit"), 0.0),
    Case(
        "a text that marks names",
        ("قال سليم الحداد إن شركة «النور» بدأت. وافتتحت «الضياء» مصنعا. وباعت «السنابل».", "habit"),
        -0.25,
    ),
    Case(
        "a name marked again counts once",
        ("قال سليم الحداد إن شركة «النور» بدأت. وافتتحت «الضياء» مصنعا. وباعت «الضياء».", "habit"),
        pytest.approx(-1 / 7),
    ),
    Case(
        "a text that marks sentences",
        ("قال سليم الحداد إن القرار «خطأ». وقالت هدى العلي: «لن نترك السد ولن نترك أحدا وحده».", "habit"),
        pytest.approx((math.log2(7) - 1) / 7),
    ),
    Case("marked once", ("قال سليم الحداد إن شركة «النور» بدأت.", "repeated"), 0.0),
]


def _candidates(body: str) -> list[Found]:
    text = Text(body)
    marked, _ = pair(text)
    attribution = Attribution(text, cut(text, marked), marked)
    attribution.run()
    return attribution.candidates


@pytest.mark.parametrize(("query", "value"), table(FEATURES))
def test_features(query: tuple[str, str], value: float) -> None:
    body, feature = query
    assert _candidates(body)[0].features[feature] == value


def test_what_is_judged_has_every_feature_and_no_other() -> None:
    for c in _candidates("قال سليم الحداد إن شركة «النور» كانت «خطأ كبيرا منذ البداية»."):
        assert tuple(c.features) == NAMES
        assert c.probability == probability(c.features)


def test_weights_are_those_of_the_features_and_few_enough_to_read() -> None:
    data = json.loads(files("quotations.weights").joinpath("verdict.json").read_text("utf-8"))
    assert weights() == data
    assert set(data) == {*NAMES, "bias"}
    assert len(NAMES) <= 12


@pytest.mark.parametrize(
    ("feature", "sign"),
    [
        ("opened", 1),
        ("lead", 1),
        ("length", 1),
        ("name_before", -1),
        ("name_like", -1),
        ("indefinite", 1),
        ("repeated", -1),
        ("ends", 1),
        ("habit", 1),
    ],
)
def test_weights_point_where_a_reader_would_have_them(feature: str, sign: int) -> None:
    assert weights()[feature] * sign > 0


@given(st.fixed_dictionaries({name: st.floats(0, 5) for name in NAMES}))
def test_a_probability_is_one(features: dict[str, float]) -> None:
    assert 0 < probability(features) < 1
    assert 0 < THRESHOLD < 1
