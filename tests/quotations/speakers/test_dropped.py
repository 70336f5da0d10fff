"""Who speaks where the nearest noun is not the speaker: prayers, أما, clauses, people who act before they speak."""

import pytest

from tests.quotations.cases import WORDS, Case, last_of, table

SALIM = f"قال الوزير سليم الحداد إن السد آمن. {{}} {WORDS}."

DROPPED = [
    Case(
        "a woman's verbal noun",
        f"قالت المديرة هدى العلي إن الماء قليل. وقال الوزير سليم الحداد إن السد آمن. ومن ذلك قولها: {WORDS}.",
        "هدى العلي",
    ),
    Case(
        "nobody of a passage in brackets",
        SALIM.format("ثم قرأ (ما جاء في الكتاب القديم للسد على لسان عمر الكيلاني) ثم قال:"),
        "سليم الحداد",
    ),
    Case(
        "a month with a man's name",
        f"طرحت البلدية سلعا كثيرة لشهر رمضان المبارك في أسواق القرية. وأكد أن {WORDS}.",
        None,
    ),
    Case(
        "a paper is not the many of its clause",
        f"وذكرت صحيفة السهل أن المطر قليل. وتابعت أن حراس السد ذكروا أنهم لم يناموا، ثم قالوا إن {WORDS}.",
        "حراس السد",
    ),
    Case(
        "two bodies within a body's clause",
        f"وقالت منظمة السنبلة إن بلدية السهل وبلدية الزهراء طلبتا المال، وأعلنتا أن {WORDS}.",
        "بلدية السهل وبلدية الزهراء",
    ),
    Case(
        "some are not one woman",
        f"زرت وزيرة الري هدى العلي في مكتبها. ويظن البعض أن السد قديم. طلبت منها أن تشرح ذلك فقالت: {WORDS}.",
        "هدى العلي",
    ),
    Case(
        "one man is not the many he greets",
        SALIM.format("وحيا الحداد من زاروه. وحيا الجمهور الزهري لأنه صبر، مضيفا أن"),
        "سليم الحداد",
    ),
    Case("God is prayed to", SALIM.format("ودعا الله أن يحفظ السد، وقال:"), "سليم الحداد"),
    Case(
        "some who did something",
        f"زار عدد من طلاب المعهد مقر البلدية صباح أمس. وقالوا إن {WORDS}.",
        "عدد من طلاب المعهد",
    ),
    Case(
        "many who did something in the sentence before",
        f"أثنى مواطنون في محافظة الزهراء على خطوة المجلس. وقالوا لجريدة السهل إن {WORDS}.",
        "مواطنون في محافظة الزهراء",
    ),
    Case(
        "two groups who did something together",
        f"واصل المزارعون والتجار احتجاجهم على رفع الرسوم. وأكدوا أن {WORDS}.",
        "المزارعون والتجار",
    ),
    Case("two of a profession", f"أرجع اقتصاديان ارتفاع الأسعار إلى قلة المطر. وأشارا إلى أن {WORDS}.", "اقتصاديان"),
    Case("a people that no list knows", SALIM.format("وهاجم الزهريون مقر البلدية أمس. وقالوا إن"), "الزهريون"),
    Case(
        "a surname that no list knows acts",
        SALIM.format("وقال النائب عمر الدنقيري إن الماء قليل. وقال الحداد نعم. وافتتح الدنقيري السد أمس وطلب أن"),
        "عمر الدنقيري",
    ),
    Case(
        "a foreign woman who acts and stands elsewhere with her first name",
        f"وصلت دوريلا هالفن إلى الجزيرة. وكانت هالفن أول من نزل من القارب. وقالت وهي تنظر إلى البحر: {WORDS}.",
        "دوريلا هالفن",
    ),
    Case("a sign behind a verb", SALIM.format("وكان ـ هالفن ـ هنا. وزار ـ هالفن ـ السد. وقال:"), "سليم الحداد"),
    Case(
        "who does something while others speak",
        SALIM.format("وفي الوقت الذي قلل فيه النائب عمر الكيلاني من الخطر، قائلا:"),
        "عمر الكيلاني",
    ),
    Case(
        "who stands right before when it was said",
        SALIM.format("وهو أمر لم يغفل عنه النائب عمر الكيلاني أيضا حين قال:"),
        "عمر الكيلاني",
    ),
    Case(
        "who is honoured right before that",
        SALIM.format("والأهالي يعملون بوصية النبي عليه السلام حينما يقول:"),
        "النبي",
    ),
    Case(
        "whom a remark of the writer is about",
        SALIM.format("جدير بالذكر أن النائب عمر الكيلاني زار القرية قبل عام، وقال يومها إن"),
        "عمر الكيلاني",
    ),
    Case(
        "an outlet before its verb says more",
        f"وسائل إعلام محلية تشير إلى أن السد امتلأ، ويؤكد أن {WORDS}.",
        "وسائل إعلام محلية",
    ),
    Case("God is asked, with his praise", SALIM.format("وسأل المولى عز وجل أن يديم المطر، وقال:"), "سليم الحداد"),
    Case("whom أما names", SALIM.format("أما المهندس عمر الكيلاني فأوضح أن العمل بدأ. وأضاف:"), "عمر الكيلاني"),
    Case(
        "whom أما names, known from no list",
        SALIM.format("أما زكورة دنقير رئيسة الفريق فأشارت إلى أن العمل بدأ. وأضافت:"),
        "زكورة دنقير",
    ),
    Case("أما turns to a matter", SALIM.format("أما عن السعر فقال إنه ثابت. وأضاف:"), "سليم الحداد"),
    Case(
        "a surname, and the verb of أما",
        SALIM.format("أما الخبير عمر الكيلاني فيرى أن العمل بدأ. وقال:"),
        "عمر الكيلاني",
    ),
    Case(
        "nobody of a clause goes on behind it",
        f"قالت المهندسة هدى العلي نعم. وذكرت أن اللجنة خيرتها بين موقعين، كما أكدت أن {WORDS}.",
        "هدى العلي",
    ),
    Case(
        "the object of what somebody had done",
        SALIM.format("وكان المهندس عمر الكيلاني قد حذر المجلس من أن الماء قليل. وقال:"),
        "عمر الكيلاني",
    ),
    Case(
        "somebody of a relative clause",
        f"دعت المهندسة هدى العلي إلى رفع القرار الذي أعلنه الوزير سليم الحداد، مؤكدة أن {WORDS}.",
        "هدى العلي",
    ),
    Case(
        "who opens an evening with a speech",
        SALIM.format("وبدأ الحفل بكلمة من المهندس عمر الكيلاني قال فيها:"),
        "عمر الكيلاني",
    ),
    Case(
        "a woman in a man's office goes on",
        SALIM.format("ثم عرضت مدير الجمعية هدى العلي البرنامج، فقالت إنه كبير. كما عرضت الأسماء، وأوضحت أن"),
        "هدى العلي",
    ),
    Case(
        "the subject of a sentence that opens with إلا أن",
        SALIM.format("إلا أن الخبير عمر الكيلاني رفض هذه الأرقام، وقال إن"),
        "عمر الكيلاني",
    ),
    Case(
        "who was only named is likelier than who spoke long ago",
        SALIM.format(
            "ويمتد النهر إلى البحر. وحوله الحقول. وتنتشر القرى. وتمر السفن. وزار الخبير عمر الكيلاني القرية أمس. وقال:"
        ),
        "عمر الكيلاني",
    ),
    Case(
        "a body that did something before it speaks",
        SALIM.format("واستأنفت شركة المياه أعمال الحفر صباح أمس، وقالت:"),
        "شركة المياه",
    ),
    Case(
        "a body that does something in a clause",
        SALIM.format("وهدأ السوق بعدما رصدت شركة المياه ما قالت إنه"),
        "شركة المياه",
    ),
    Case(
        "the subject of a later clause",
        SALIM.format("وامتلأت الشوارع، حيث انضم الخبير الزراعي عمر الكيلاني إلى المحتجين على اللاعب وأكد أن"),
        "عمر الكيلاني",
    ),
    Case(
        "many who act in a later clause",
        f"وكانت وزارة المياه وافقت على السد، لكن سكان القرية اعترضوا عليه قائلين إن {WORDS}.",
        "سكان القرية",
    ),
    Case(
        "the subject of a clause behind وكانت",
        f"منحت صحف الجبل الخبر حيزا واسعا، وكانت صحف السهل أيضا خصصت له صفحات وقالت إن {WORDS}.",
        "صحف السهل",
    ),
    Case(
        "as to something, in no clause of its own",
        SALIM.format("وبدا الخبير عمر الكيلاني واضحا فيما يخص مستقبل مدينة الزهراء، حيث كشف أن"),
        "عمر الكيلاني",
    ),
    Case(
        "the object of a verb behind وكانت",
        f"قالت المهندسة هدى العلي نعم. وتحب القرية كثيرا، وكانت تكفل عددا من الأيتام، وأكدت أن {WORDS}.",
        "هدى العلي",
    ),
    Case(
        "many in a clause of another's",
        SALIM.format("وتجول في السوق، مشيرا إلى أن أصحاب المتاجر كانوا يغلقون أبوابهم باكرا، ويخبرون الناس بأن"),
        "أصحاب المتاجر",
    ),
    Case(
        "the object of what happens in a clause",
        SALIM.format("وهدأ السوق بعدما زار شركة المياه، وقال إن"),
        "سليم الحداد",
    ),
    Case(
        "an ordinary word is no first name before another one",
        "استقبل المهندس عمر الكيلاني الطلاب. ثم انتهى العمل. "
        f"ولا يتجاوز عمر المتقدم ثلاثين سنة عند التسجيل. وقال: {WORDS}.",
        "عمر الكيلاني",
    ),
    Case(
        "a feast is nobody",
        f"ونقلت الجريدة عن مصادر في البلدية أن سليم مقداد اتصل بالسكان بمناسبة عيد الفطر، قال لهم خلالها إن {WORDS}.",
        "سليم مقداد",
    ),
    Case(
        "a first name tells the gender",
        SALIM.format("وزارت القرية الخبيرة هدى العلي. وأوضحت:"),
        "هدى العلي",
    ),
    Case(
        "a participle in another gender than the verb before it",
        f"أكد الوزير سليم الحداد، بعدما أعلنت دعمها الكامل، قائلا: {WORDS}.",
        "سليم الحداد",
    ),
    Case(
        "a participle in another gender than the verb of a body before it",
        SALIM.format("وأعرب عن استعداده للبيع كما اقترحت شركة المياه، موضحا أن"),
        "سليم الحداد",
    ),
    Case(
        "وقال أيضا is God's again",
        f"حث النبي صلى الله عليه وسلم على الزرع. وقال تعالى: «وأنزلنا من السماء ماء». وقال أيضا: {WORDS}.",
        "الله",
    ),
    Case(
        "a first name of two words tells the gender",
        SALIM.format("ثم انتهى العمل. واستعرض عبد الرحمن الكيلاني مدير المعهد صور السد القديم. وتساءل:"),
        "عبد الرحمن الكيلاني",
    ),
    Case(
        "the media are feminine",
        f"وقالت بعض الصحف إن السد آمن. وقارنت وسائل الإعلام المحلية بين السدين وقالت إن {WORDS}.",
        "وسائل الإعلام المحلية",
    ),
    Case(
        "who spoke long ago and acts now, by the surname alone before the verb",
        "قال النائب عمر دنقيري إن الماء قليل. وقال الوزير سليم الحداد إن السد آمن. وأضاف: «الماء قليل جدا». "
        f"دنقيري يوافق على ذلك تماما اليوم. ويقول: {WORDS}.",
        "عمر دنقيري",
    ),
    Case(
        "who acts behind before that",
        SALIM.format("وقبل ذلك، عبر وزير الري عمر الكيلاني عن أسفه للحادث وذكر بأن"),
        "عمر الكيلاني",
    ),
    Case(
        "when he said it: whom the sentence tells of",
        SALIM.format("وكم صدق أمس أمام الجميع وزير الري عمر الكيلاني -وهو مهندس- حينما قال:"),
        "عمر الكيلاني",
    ),
    Case(
        "who was asked",
        SALIM.format("وسئل المهندس عمر الكيلاني أمس عن الماء في السد فأجاب:"),
        "عمر الكيلاني",
    ),
    Case("who was asked something by some", SALIM.format("وقيل لعمر الكيلاني: لماذا لا تزرع؟ قال:"), "عمر الكيلاني"),
    Case("nobody is told whom they asked", SALIM.format("وسئل عن الماء في السد فقال:"), "سليم الحداد"),
    Case("who is called upon in the question", SALIM.format("قالوا: كيف نزرع يا رسول الله؟ قال:"), "النبي"),
    Case(
        "the subject of the sentence's own verb, in the clause before it",
        "قال الوزير سليم الحداد إن السد آمن. وإذ أكد أن الماء «قليل جدا هذا العام»، دعا المهندس عمر الكيلاني للصبر.",
        "عمر الكيلاني",
    ),
    Case(
        "who spoke last, where the sentence's own verb has no subject either",
        "قال الوزير سليم الحداد إن السد آمن. وإذ أكد أن الماء «قليل جدا هذا العام»، دعا إلى الصبر.",
        "سليم الحداد",
    ),
    Case(
        "those take up the many who spoke last",
        f"قال شهود في القرية إن الماء قليل. وقال الوزير سليم الحداد إن السد آمن. وأوضح هؤلاء أن {WORDS}.",
        "شهود في القرية",
    ),
]


@pytest.mark.parametrize(("body", "name"), table(DROPPED))
def test_dropped(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


def test_a_name_is_heard_from_its_first_word() -> None:
    said = last_of(f"وصل النائب جون دالوس. جون دالوس، رئيس اللجنة التي زارت القرية، يصف الوضع قائلا: {WORDS}.")
    assert said.speaker.mention is not None
    assert said.speaker.mention.startswith("جون دالوس")
