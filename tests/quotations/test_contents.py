"""Which words a cue governs: where they begin, and where they end."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

WORDS = [
    Case("after أن with a pronoun", "وأكد الوزير أنه راض.", [expect(words="راض")]),
    Case("after بأن", "وصرح الوزير بأن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("after a colon", "قال سليم الحداد: سنبني الجسر هذا العام.", [expect(words="سنبني الجسر هذا العام")]),
    Case("bare", "قال سليم الحداد نحن سنبني الجسر هذا الصيف.", [expect(words="نحن سنبني الجسر هذا الصيف")]),
    Case("what ought to be", "وأكد الوزير على ضرورة فتح الطريق سريعا.", [expect(words="فتح الطريق سريعا")]),
    Case("أن after what matters", "وشدد الخبراء على أهمية أن تفتح الطرق.", [expect(words="تفتح الطرق")]),
    Case("the importance of a thing is no clause", "وأكد الوزير أهمية المعرض السنوي.", []),
    Case("a question", "وتساءل الكاتب هل يكفي الماء للجميع.", [expect(cls="ask", words="هل يكفي الماء للجميع")]),
    Case("an object, then بأنه", "ووصفها الخبراء بأنها ضربة قاسية للسوق.", [expect(words="ضربة قاسية للسوق")]),
    Case(
        "an object with its description, then بأنه",
        "ووصف الوزير سليم الحداد القرار الذي صدر أمس بأنه خطوة كبيرة.",
        [expect(words="خطوة كبيرة")],
    ),
    Case("a masdar with its speaker", "وكان رأي الدكتور سليم الحداد أن الجسر آمن.", [expect(cue="رأي")]),
    Case("قوله", "ونقلت وكالة النهر للأنباء عن الوزير قوله إن الجسر آمن.", [expect(cue="قوله", words="الجسر آمن")]),
    Case(
        "the particle far from a weak cue",
        "وكشفت الوزيرة ليلى الحداد، اليوم الأحد في العاصمة، أن الجسر آمن.",
        [expect(words="الجسر آمن")],
    ),
    Case("an infinitive's أن far from it", "ونشر الوزير سليم الحداد صورا كثيرة للجسر الجديد قبل أن يفتح.", []),
    Case("رغم أن is no clause", "وقال الوزير رغم أنه مريض: سنبني الجسر.", [expect(words="سنبني الجسر")]),
    Case(
        "words below the colon",
        "قال الشاعر:\nإذا الليل طال فصبرك أطول يا صديقي",
        [expect(words="إذا الليل طال فصبرك أطول يا صديقي")],
    ),
    Case("in brackets", "قال الوزير: (سنبني الجسر قبل الصيف) ثم غادر القاعة.", [expect(words="سنبني الجسر قبل الصيف")]),
    Case(
        "a name in marks begins the clause",
        "وأكدت الشركة أن «النهر» ستبني الجسر.",
        [expect(words="«النهر» ستبني الجسر")],
    ),
    Case(
        "a title in marks stands before the clause",
        "وأوضح التقرير الذي أعد حول «مياه الوادي»، أن الماء نقي.",
        [expect(words="الماء نقي")],
    ),
    Case(
        "an attribution between verb and particle",
        "وأعلنت ليلى الحداد، بحسب ما نقل عنها نواب، أنها تغادر المنصب.",
        [expect(words="تغادر المنصب", medium="نواب")],
    ),
    Case(
        "the second colon opens the words: a book between",
        "وقال سليم الحداد: في كتابه «الجسور القديمة»: كل جسر يحكي حكاية.",
        [expect(words="كل جسر يحكي حكاية")],
    ),
    Case(
        "the second colon opens the words: a matter in brackets between",
        "وقال سليم الحداد: (عن الجسور): كل جسر يحكي حكاية.",
        [expect(words="كل جسر يحكي حكاية")],
    ),
    Case(
        "a second colon inside the words",
        "وقال سليم الحداد: في الجسر عيبان: الارتفاع والعرض.",
        [expect(words="في الجسر عيبان: الارتفاع والعرض")],
    ),
    Case("one word", "وقال الوزير إنه بريء.", [expect(words="بريء")]),
    Case("what does not seem so", "وأعلن الوزير الخبر، وهو قرار لا يبدو أن أحدا فهمه.", []),
    Case("a weak cue, last year", "وكانت اللجنة قررت العام الماضي بأن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("a weak cue, later on", "ذكر التلفزيون في وقت لاحق أن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("although", "وقال الوزير، وإن كان مريضا، إن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("asked whether they think", "وسئل السكان عما إذا كانوا يرون أن الجسر آمن.", []),
    Case("one may say", "ويمكن القول إن الجسر آمن.", []),
    Case("a relative clause is no bare speech", "وقال الوزير الذي زار الجسر الجديد أمس.", []),
    Case(
        "bare speech with أن inside",
        "وأضاف النقطة التي تعنينا هنا هي أن الجسر آمن.",
        [expect(words="النقطة التي تعنينا هنا هي أن الجسر آمن")],
        fails="the particle inside bare speech is taken for the one that opens it",
    ),
    Case(
        "a view inside a clause is part of it",
        "وقال الوزير إنه يأمل بأن يفتح الجسر قريبا.",
        [expect(words="يأمل بأن يفتح الجسر قريبا")],
    ),
    Case("the writer's own formula", "يذكر أن الجسر بني عام 1950.", []),
    Case("it turned out", "وعند الفحص تبين أن الجسر آمن.", []),
    Case("what the writer concludes", "وزاد العدد، مما يشير إلى أن الجسر مزدحم.", []),
    Case("in the present", "ويقول سليم الحداد كنا نعبر الجسر كل يوم.", [expect(words="كنا نعبر الجسر كل يوم")]),
    Case(
        "inside a sentence",
        "أكد المدرب أن الروح عالية وقال ثقتنا كبيرة باللاعبين جميعا.",
        [expect(words="الروح عالية"), expect(cue="وقال", words="ثقتنا كبيرة باللاعبين جميعا")],
    ),
    Case(
        "after what he was asked about",
        "وعن موعد الافتتاح قال سليم الحداد يمكن أن نفتح الجسر قريبا.",
        [expect(words="يمكن أن نفتح الجسر قريبا")],
    ),
    Case(
        "an infinitive's أن belongs to it",
        "ويقول سليم الحداد استطاعت البلدية أن تفتح الجسر.",
        [expect(words="استطاعت البلدية أن تفتح الجسر")],
    ),
    Case(
        "behind the outlet",
        "وأضاف أمام الناس في حديث لفرانس برس نؤكد على فتح الجسر قريبا.",
        [expect(medium="لفرانس برس", words="نؤكد على فتح الجسر قريبا")],
    ),
    Case(
        "behind the frame of a name that no list knows",
        "وقال الجزولي، في حوار مع صحيفة النهر، هذا الجسر قديم ويحتاج إلى عمل كبير.",
        [expect(words="هذا الجسر قديم ويحتاج إلى عمل كبير")],
    ),
    Case("told me is no speech of ours", "ثم قال لي: الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("what he is called", "وقال ناشط يدعى سليم الحداد عبر الهاتف أمس مساء.", []),
    Case("who she is", "وقالت ليلى الحداد وهي طبيبة في مدينة الوادي منذ سنوات.", []),
    Case("what comes on top", "وحذر الوزير من الزحام خاصة وأن الجسر ضيق.", []),
    Case("although with a verb", "وأيد الوزير الخطة، وهي، وإن رحبت بها المدينة، طويلة.", []),
    Case("to speak of", "وتحدث الوزير عن أن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case(
        "past a name in marks", "وأعلن الوزير في بيان تسلمت «النهر» نسخة منه أن الجسر آمن.", [expect(words="الجسر آمن")]
    ),
    Case(
        "what ought to be, behind an occasion",
        "وشدد المدرب خلال مران الأمس على ضرورة اللعب بهدوء.",
        [expect(words="اللعب بهدوء", occasion="مران الأمس")],
        why="the occasion ends before على",
    ),
    Case("what things show", "وأكد الوزير أن الواقع يشير إلى أن الجسر آمن.", [expect(cue="وأكد")]),
    Case("what will be said", "وقال الوزير إنه سيؤكد لهم أن الجسر آمن.", [expect(cue="وقال")]),
    Case("what he says it is", "وغادر سليم الحداد بسبب ما يقول إنه تضييق.", [expect(cue="يقول", words="تضييق")]),
    Case("a reminder of nobody's", "ومن الضروري التذكير بأن الجسر ضيق.", []),
    Case("a woman", "وأشارت الصحف إلى أن امرأة «مجهولة» عبرت الجسر.", [expect(words="امرأة «مجهولة» عبرت الجسر")]),
    Case("a byline", "كتب: سليم الحداد افتتح أمس معرض الزهور.", []),
]

ENDS = [
    Case(
        "the sentence",
        "وقال الوزير إن الجسر آمن، والطريق مفتوح، ولا خوف على أحد.",
        [expect(words="الجسر آمن، والطريق مفتوح، ولا خوف على أحد")],
    ),
    Case(
        "a participle",
        "وقال الوزير إن الجسر آمن، مضيفا أن الطريق مفتوح.",
        [expect(words="الجسر آمن"), expect(words="الطريق مفتوح")],
    ),
    Case(
        "a participle without a clause", "وقال الوزير إن الجسر آمن، مشيدا بعمل المهندسين.", [expect(words="الجسر آمن")]
    ),
    Case(
        "the next verb with و",
        "وقال الوزير إن الجسر آمن، وأكد أن الطريق مفتوح.",
        [expect(words="الجسر آمن"), expect(words="الطريق مفتوح")],
    ),
    Case("وكشف عن", "وأكد الوزير أن الجسر آمن وكشف عن خطة جديدة.", [expect(words="الجسر آمن")]),
    Case(
        "فيما قال",
        "وقال الوزير إن الجسر آمن، فيما قال النائب سليم الحداد إن الطريق مغلق.",
        [expect(words="الجسر آمن"), expect(words="الطريق مغلق")],
    ),
    Case(
        "إلا أن with another speaker",
        "وقال الوزير إن الجسر آمن، إلا أن مصدرا أمنيا أكد أن الطريق مغلق.",
        [expect(words="الجسر آمن"), expect(words="الطريق مغلق")],
    ),
    Case(
        "في إشارة إلى", "وقال الوزير إن «الغرباء» رحلوا، في إشارة إلى عمال الشركة.", [expect(words="«الغرباء» رحلوا")]
    ),
    Case(
        "an attribution in the middle stays",
        "وقال الوزير إن الجسر، وفق تقارير رسمية، آمن تماما.",
        [expect(words="الجسر، وفق تقارير رسمية، آمن تماما"), expect(cue="وفق")],
    ),
    Case(
        "an attribution at the end does not",
        "وقال الوزير إن الجسر آمن تماما، على حد تعبيره.",
        [expect(words="الجسر آمن تماما"), expect(cue="على حد تعبيره")],
    ),
    Case(
        "the answer with ف",
        "وقال الوزير إن الجسر آمن، فردت النائبة ليلى الحداد بالقول إن الطريق مغلق.",
        [expect(words="الجسر آمن"), expect(cue="بالقول", words="الطريق مغلق")],
    ),
    Case(
        "a call after a comma",
        "وقال الوزير إن الجسر آمن، وحث السكان على الصبر.",
        [expect(words="الجسر آمن")],
    ),
    Case(
        "a verb whose participle leads on",
        "وقال الوزير إن الجسر آمن، وختم الجلسة قائلا: سنفتح الطريق.",
        [expect(words="الجسر آمن"), expect(cue="قائلا", words="سنفتح الطريق")],
    ),
    Case("إلا without أن goes on", "وقال الوزير إنه لم يبق إلا جسر واحد.", [expect(words="لم يبق إلا جسر واحد")]),
    Case(
        "the writer goes on after a comma",
        "وقال الوزير إن الجسر آمن، ويقع الجسر على بعد كيلومتر من المدينة.",
        [expect(words="الجسر آمن")],
        fails="nothing marks where the writer's own account begins",
    ),
    Case(
        "ولكنهم",
        "أكد الخبراء أن الجسر آمن، ولكنهم قالوا إن الطريق مغلق.",
        [expect(words="الجسر آمن"), expect(words="الطريق مغلق")],
    ),
    Case(
        "the next speaker in the present",
        "وقال الوزير إن الجسر آمن ويقول النائب سليم الحداد إن الطريق مغلق.",
        [expect(words="الجسر آمن"), expect(words="الطريق مغلق")],
    ),
    Case("ومشيرا", "وقال الوزير إن الجسر يصلح للعبور ومشيرا إلى خطة جديدة.", [expect(words="الجسر يصلح للعبور")]),
    Case(
        "an accusative without a comma",
        "وقال الوزير إن الجسر بني بسرعة مشيدا بالعمال.",
        [expect(words="الجسر بني بسرعة")],
    ),
    Case(
        "an accusative after a name may be of the clause",
        "وقال الوزير إن المدير خرج مع سليم معلنا فتح الجسر.",
        [expect(words="المدير خرج مع سليم معلنا فتح الجسر")],
    ),
    Case("an evil", "وقال الشيخ: من رأى منكم منكرا فليغيره بيده.", [expect(words="من رأى منكم منكرا فليغيره بيده")]),
    Case("useful", "وقال الوزير إن الجسر ليس مفيدا للمدينة.", [expect(words="الجسر ليس مفيدا للمدينة")]),
    Case("كما أعرب عن", "وقال الوزير إن الجسر آمن، كما أعرب عن شكره للعمال.", [expect(words="الجسر آمن")]),
    Case(
        "بالقول",
        "ورد على الذين يقولون إن الجسر مغلق، بالقول «سنفتحه غدا صباحا».",
        [expect(words="الجسر مغلق"), expect(cue="بالقول", content="mark")],
    ),
    Case(
        "فيما with an object is no report",
        "وقال الوزير إن الجسر آمن، فيما سجل السوق مكاسب.",
        [expect(words="الجسر آمن، فيما سجل السوق مكاسب")],
    ),
    Case(
        "an attribution between dashes stays",
        "ويعتمد الجسر الجديد - وفق الوزارة - على أعمدة كثيرة من حديد.",
        [expect(cue="وفق", words="ويعتمد الجسر الجديد - وفق الوزارة - على أعمدة كثيرة من حديد")],
    ),
    Case(
        "so does what he says himself before what belongs to the verb",
        "وعجزت فرق الوزارة الكثيرة حسب قوله عن حماية الجسر القديم.",
        [expect(cue="حسب قوله", words="وعجزت فرق الوزارة الكثيرة حسب قوله عن حماية الجسر القديم")],
    ),
    Case("a standard is nobody's words", "وقسمت اللجنة الفرق إلى أربع مجموعات حسب تصنيف الاتحاد الدولي.", []),
    Case("a follow-up is no cue", "النهر- متابعة: فتحت البلدية الجسر الجديد أمس.", []),
    Case("what is decided is not said", "وقررت اللجنة في وقت سابق أن يفتح الجسر غدا.", []),
    Case("nor what is hoped", "ويأمل سكان القرية في أن يفتح الجسر غدا.", []),
    Case(
        "داعيا without a comma",
        "وقال الوزير إن الجسر بني بسرعة داعيا السكان إلى الصبر.",
        [expect(words="الجسر بني بسرعة")],
    ),
    Case(
        "a city is no participle",
        "وقالت بلدية مدينة النهر إن الجسر يقع شمال مدينة الوادي.",
        [expect(subject="بلدية مدينة النهر", words="الجسر يقع شمال مدينة الوادي")],
    ),
    Case(
        "بينما with a view of somebody else's",
        "وقال الوزير إن الجسر آمن، بينما يرى سكان القرية أن الطريق ضيق.",
        [expect(words="الجسر آمن"), expect(words="الطريق ضيق")],
    ),
    Case(
        "فيما with a judgement of somebody else's",
        "وقال الوزير إن الجسر آمن، فيما انتقدت النائبة ليلى الحداد بطء العمل.",
        [expect(words="الجسر آمن")],
    ),
    Case(
        "فيما with what some of them think goes on",
        "وقال الوزير إن السكان راضون، فيما يرى بعضهم العمل بطيئا.",
        [expect(words="السكان راضون، فيما يرى بعضهم العمل بطيئا")],
    ),
    Case(
        "إلا أن with a report of no words",
        "وقالت الشركة إن الجسر قديم، إلا أنها أكدت سلامة العابرين.",
        [expect(words="الجسر قديم")],
    ),
    Case(
        "وأشادت",
        "وقالت الوزيرة إن الجسر آمن، وأشادت بسرعة المهندسين.",
        [expect(words="الجسر آمن")],
    ),
    Case(
        "what another gender thinks is of the clause",
        "وقالت الوزيرة إن الوفد زار الجسر، وأشاد بسرعة المهندسين.",
        [expect(words="الوفد زار الجسر، وأشاد بسرعة المهندسين")],
    ),
    Case(
        "كما دعا",
        "وقال الوزير إن الجسر آمن، كما دعا السكان إلى الصبر.",
        [expect(words="الجسر آمن")],
    ),
    Case(
        "a verb with no connective and its speaker",
        "وفي وقت نفى فيه الوالي أن الجسر مغلق أمام السيارات، قال الوزير سليم الحداد إن الجسر ضيق.",
        [expect(words="الجسر مغلق أمام السيارات"), expect(words="الجسر ضيق")],
    ),
    Case(
        "where it comes from",
        "وقال النبي صلى الله عليه وسلم: الدين النصيحة لكل مسلم (رواه مسلم).",
        [expect(words="الدين النصيحة لكل مسلم")],
    ),
]

GROUPS = {"words": WORDS, "ends": ENDS}


@pytest.mark.parametrize(
    ("body", "expected"),
    table([case._replace(label=f"{group}: {case.label}") for group, cases in GROUPS.items() for case in cases]),
)
def test_report(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
