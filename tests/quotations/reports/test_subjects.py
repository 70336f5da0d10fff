"""Who is the subject right behind a verb of reporting, where no list knows the word for a speaker's."""

import pytest

from quotations import Article, extract
from quotations.phrases.nouns import parse
from quotations.words.text import Text
from tests.quotations.cases import SPOKE, WORDS, Case, last_of, table

SALIM = ("الوزير سليم الحداد", "سليم الحداد")

UNLISTED = [
    Case("a surname", f"{SPOKE}وأشار التهامي إلى أن المياه تكفي المدينة.", "التهامي"),
    Case("a surname with a frame", f"{SPOKE}وأوضح الجاسر خلال أمسية في القرية أن الطريق مغلق.", "الجاسر"),
    Case("a first name that is an ordinary word", f"{SPOKE}وقال كمال مدير السوق إن البيع بدأ.", "كمال"),
    Case(
        "a first name and a trade that are ordinary words",
        f"{SPOKE}وأكد فوزي الشيخ مدير السوق أن البيع بدأ.",
        "فوزي الشيخ",
    ),
    Case("a company of one ordinary word", f"{SPOKE}وقالت تكامل في بيان إن البيع يبدأ غدا.", "تكامل"),
    Case("an office that is no head", f"{SPOKE}أكدت الكتابة المحلية أن الحصيلة ضعيفة.", "الكتابة المحلية"),
    Case("a noun of an agent", f"{SPOKE}أفاد الجاني في أقواله بأن الباب كان مفتوحا.", "الجاني"),
    Case("a body of either gender", f"{SPOKE}أعلن الكرملين الأربعاء أن الزيارة تأجلت.", "الكرملين"),
    Case("an object with a preposition", f"{SPOKE}وأكد الحرص على أن تبقى الأبواب مفتوحة.", "سليم الحداد"),
    Case("a man of somebody's", f"{SPOKE}وقال محاميه إن الباب كان مفتوحا.", "محاميه"),
    Case("who pays attention is nobody", f"{SPOKE}ولفت الانتباه إلى أن الباب مفتوح.", "سليم الحداد"),
    Case("a participle", f"{SPOKE}وأشار قائلا: «راجعنا كل القياسات أمس».", "سليم الحداد"),
    Case("a verb of the words", f"{SPOKE}وقال ستأخذ الأعمال وقتا لكني آمل أن تنتهي.", "سليم الحداد"),
    Case("a body called as what it does", f"{SPOKE}وزعم الادعاء العام أن الشاهد غادر.", "الادعاء العام"),
    Case("known by a name with و", "وليد مقداد وصل. وأوضح وليد مقداد مدير السوق أن البيع بدأ.", "وليد مقداد"),
    Case("behind a verb with an object", f"{SPOKE}وكشف الجاسر أن البيع بدأ.", "الجاسر"),
    Case("a bank by one word", f"{SPOKE}أعلنت الإعانة أنها ربحت مليون دينار.", "الإعانة"),
    Case("behind such a verb, before a comma", f"{SPOKE}ولاحظ الجاسر، أن البيع بدأ.", "الجاسر"),
    Case("an answer is none of the name", f"{SPOKE}وأشار المسؤول، جوابا عن سؤال، إلى أن البيع بدأ.", "سليم الحداد"),
    Case("nor a name", f"{SPOKE}وقال الدنقيري جوابا على سؤال للجريدة إن البيع بدأ.", "الدنقيري"),
    Case("behind a comma", f"{SPOKE}وقالت، هدى العلي إن البيع بدأ.", "هدى العلي"),
    Case("behind what stands between commas", f"{SPOKE}وأوضحت، بالمناسبة، شركة المياه، أن البيع بدأ.", "شركة المياه"),
    Case("what is said behind a comma", f"{SPOKE}وأضاف، شركة المياه، وهي كبيرة، لم تعمل.", "سليم الحداد"),
    Case("in marks, before أيضا", f"{SPOKE}وأوضح «ميلر» أيضا أن البيع بدأ.", "ميلر"),
    Case("in marks, before a time of some words", f"{SPOKE}وأوضحت «زهرانتل» قبل شهر أن البيع بدأ.", "زهرانتل"),
    Case("in marks, who he is behind it", f"{SPOKE}وأضاف «ميلر» الذي زار السوق أمس أن البيع بدأ.", "ميلر"),
    Case("in marks, what is called so", f"{SPOKE}وانتقد ما يسميه الناس «الحجاب المائي الكبير».", "الناس"),
    Case("in marks, who judges them", f"{SPOKE}ويصفهم «المرصد» بـ«تجار كبار في السوق».", "المرصد"),
    Case("a past time and a colon", f"{SPOKE}وقال الشهر الماضي: «راجعنا كل القياسات أمس».", "سليم الحداد"),
    Case("a past time of another name", f"{SPOKE}وقال الأسبوع الفائت إن البيع بدأ.", "سليم الحداد"),
    Case("many who are told", f"{SPOKE}وأبلغ الفرنسيين بأن الماء قليل في الصيف.", "سليم الحداد"),
    Case("many who are called upon", f"{SPOKE}ودعا المسؤولين إلى العمل، مؤكدا أن البيع بدأ.", "سليم الحداد"),
    Case("peoples who are called upon", f"{SPOKE}وطالب الشعوب العربية بأن تساعد تجار السوق.", "سليم الحداد"),
    Case("the time is nobody", f"{SPOKE}وأعلن الأسبوع الماضي أنه يغادر المدينة.", "سليم الحداد"),
    Case("what things show", f"{SPOKE}وأثبت الواقع أنه كان على حق.", "سليم الحداد"),
    Case("فان is a name", f"{SPOKE}وقال فان هولت للصحفيين: «بدأنا البيع أمس».", "فان هولت"),
    Case("a state in the feminine", f"{SPOKE}ونفت اليمن أن تكون السوق مغلقة.", "اليمن"),
    Case("who believes it", f"{SPOKE}ويعتقد الكثير من الموحدين في الجبل أن الطريق ضيق.", "الكثير"),
    Case("an object before marks", f"{SPOKE}وأكد وجود «ماء كثير في كل بئر من الآبار».", "سليم الحداد"),
    Case("an idea", f"{SPOKE}وأيد فكرة أن الماء ملك للناس جميعا.", "سليم الحداد"),
    Case("an accusative without its ending", f"{SPOKE}ويثبت لنا يوما بعد يوم أن الماء قليل.", "سليم الحداد"),
    Case("a state of hers", "قالت هدى العلي إن السد آمن.\n\nوتابعت متلهفة: «ننتظر المطر كل يوم».", "هدى العلي"),
    Case("where it was written", f"{SPOKE}وكتب تحتها: «هذه صورة السد قبل عامين».", "سليم الحداد"),
    Case("the day before yesterday", f"{SPOKE}وقال أول أمس الأحد: «ننتظر المطر منذ شهرين».", "سليم الحداد"),
    Case("the same, turned round", f"{SPOKE}وأعلن أمس الأول أن البيع بدأ.", "سليم الحداد"),
    Case("who looks like a verb", f"{SPOKE}وأكد سيلفان كاتر المدير العام للسوق أنهم باعوا كل شيء.", "سيلفان كاتر"),
    Case("a state, by name", f"{SPOKE}وقالت عالية بلقاسم، إن الماء لا يكفي المدينة.", "عالية بلقاسم"),
    Case("a name and وهو", f"{SPOKE}وأوضح صابر فارز وهو بائع في السوق أن البيع بدأ.", "صابر فارز"),
    Case("strange words, and من", f"{SPOKE}وصرح غيد برودين، من جمعية السوق، بأن البيع بدأ.", "غيد برودين"),
    Case("another obstacle", f"{SPOKE}ويضيف عقبة أخرى وهي الطريق، مشيرا إلى أن الماء قليل.", "سليم الحداد"),
    Case("a first person", f"{SPOKE}وقال ننتظر قرار المدير: «لن نبيع الماء لأحد».", "سليم الحداد"),
    Case("her envoy", f"{SPOKE}إذ قال ممثلها في العاصمة: «نحن مع بناء السد وننتظر».", "ممثلها في العاصمة"),
    Case("his deputy", f"{SPOKE}فقال نائبه: «نحن مع بناء السد وننتظر».", "نائبه"),
    Case("her head by a strange name", f"{SPOKE}وقال رئيسها كلودن زرداف في بيان إن البيع بدأ.", "كلودن زرداف"),
    Case("by what agrees, a paper", f"{SPOKE}وكتبت الوادي التونسية تحت عنوان «الماء»: {WORDS}.", "الوادي التونسية"),
    Case("a blessing tells of somebody", f"{SPOKE}وقال السرخاني رحمه الله: {WORDS}.", "السرخاني"),
    Case("most", f"{SPOKE}ويعتقد أغلبية السكان أن الماء قليل.", "أغلبية السكان"),
    Case("a share in words", f"{SPOKE}وقال ثلاثة أرباع من السكان إن الماء قليل.", "ثلاثة أرباع من السكان"),
    Case("one of each five", f"{SPOKE}وأكد واحد من كل خمسة تجار أن الماء قليل.", "واحد من كل خمسة تجار"),
    Case("close to a half", f"{SPOKE}وقال ما يقرب من نصف التجار إن الماء قليل.", "ما يقرب من نصف التجار"),
    Case("of whom he says it", f"{SPOKE}وهم الصيادون الذين يقول عنهم الشيخ عمر الكيلاني: {WORDS}.", "عمر الكيلاني"),
    Case("a noun with more behind it", f"{SPOKE}وقال عدد من زوار السوق إن الأسعار ارتفعت.", "عدد من زوار السوق"),
]


@pytest.mark.parametrize(("body", "name"), table(UNLISTED))
def test_words_that_no_list_knows(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


MANAGER = ("مدير السوق عمر الكيلاني", "عمر الكيلاني")

BEHIND_A_FRAME = [
    Case("an outlet in marks", f"{SPOKE}وقال لـ«النهر» مدير السوق عمر الكيلاني إن البيع بدأ.", MANAGER),
    Case("an outlet by its name", f"{SPOKE}وقال لرويترز مدير السوق عمر الكيلاني إن البيع بدأ.", MANAGER),
    Case("an agency", f"{SPOKE}وقال لوكالة الأنباء القطرية مدير السوق عمر الكيلاني إن البيع بدأ.", MANAGER),
    Case("an occasion", f"{SPOKE}وأوضح في تصريح صحفي مدير السوق عمر الكيلاني أن البيع بدأ.", MANAGER),
    Case("who heard it", f"{SPOKE}وقال للصحفيين مدير السوق عمر الكيلاني إن البيع بدأ.", MANAGER),
    Case("an outlet and a comma", f"{SPOKE}وقال لـ«النهر»، مدير السوق عمر الكيلاني، إن البيع بدأ.", MANAGER),
    Case("a time and a comma", f"{SPOKE}وقال آنذاك، مدير السوق عمر الكيلاني، إن البيع بدأ.", MANAGER),
    Case(
        "a strange name behind an outlet",
        f"{SPOKE}وقال لـ«النهر» برتيران مازونيه، السفير السابق في المدينة، إن البيع بدأ.",
        ("برتيران مازونيه، السفير السابق في المدينة", "برتيران مازونيه"),
    ),
    Case("whose statement it is", f"{SPOKE}وقال في بيان المدير إن البيع بدأ.", SALIM),
    Case("whom he met", f"{SPOKE}وقال خلال لقائه مدير السوق عمر الكيلاني إن البيع بدأ.", SALIM),
    Case("whom he told", f"{SPOKE}وقال لمدير السوق عمر الكيلاني إن البيع بدأ.", SALIM),
    Case("with whom he talked", f"{SPOKE}وقال في محادثة هاتفية مع مدير السوق عمر الكيلاني إن البيع بدأ.", SALIM),
]


@pytest.mark.parametrize(("body", "expected"), table(BEHIND_A_FRAME))
def test_a_subject_behind_the_frame_of_its_verb(body: str, expected: tuple[str, str]) -> None:
    speaker = last_of(body).speaker
    assert (speaker.mention, speaker.name) == expected


TURNED_TO = [
    Case("with an office behind", f"{SPOKE}أما عمر الكيلاني مدير السوق فأشار إلى أن البيع بدأ.", "عمر الكيلاني"),
    Case("an office before فقد", f"{SPOKE}أما وزارة الزراعة، فقد أكدت أن البيع بدأ.", "وزارة الزراعة"),
    Case("with who he is", f"{SPOKE}أما عمر الكيلاني، وهو تاجر، فيقول إن البيع بدأ.", "عمر الكيلاني"),
    Case("of what he spoke", f"{SPOKE}أما الأزمة فقال إنها صعبة على الجميع.", "سليم الحداد"),
    Case("about what he spoke", f"{SPOKE}أما عن السوق فقال إن البيع بدأ.", "سليم الحداد"),
]

ASKED = [
    Case("God", f"{SPOKE}ودعا الله أن يعم الخير.", "سليم الحداد"),
    Case("God with praise", f"{SPOKE}وسأل المولى عز وجل أن يعم الخير.", "سليم الحداد"),
    Case("who spoke goes on", f"{SPOKE}ودعا الله أن يعم الخير. وقال: «نحن هنا في خدمة الجميع».", "سليم الحداد"),
    Case("an accusative", f"{SPOKE}وطالب المسؤولين بأن يفتحوا الباب.", "سليم الحداد"),
    Case("bodies behind a masculine verb", f"{SPOKE}وطالب الدول المجاورة بأن تفتح الباب.", "سليم الحداد"),
    Case("bodies that ask", f"{SPOKE}وطالبت الدول المجاورة بأن يفتح الباب.", "الدول المجاورة"),
]


@pytest.mark.parametrize(("body", "name"), table(TURNED_TO))
def test_whom_the_writer_turns_to(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


@pytest.mark.parametrize(("body", "name"), table(ASKED))
def test_who_is_asked_does_not_speak(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


AGREEING = [
    Case("with this view", f"{SPOKE}واتفق مع هذا الرأي المهندس عمر الكيلاني. وقال: {WORDS}.", "عمر الكيلاني"),
    Case("with him in it", f"{SPOKE}ويتفق معه في الرأي عمر الكيلاني، مشيرا إلى أن البيع بدأ.", "عمر الكيلاني"),
    Case("in a view", f"{SPOKE}ووافقه الرأي التاجر عمر الكيلاني. وقال: {WORDS}.", "عمر الكيلاني"),
    Case("sharing a view", f"{SPOKE}ويشاطره الرأي التاجر عمر الكيلاني، قائلا: {WORDS}.", "عمر الكيلاني"),
    Case("sharing this view", f"{SPOKE}وتشاطره هذا الرأي التاجرة هدى العلي، قائلة: {WORDS}.", "هدى العلي"),
    Case("in that", f"{SPOKE}ويؤيده في ذلك التاجر عمر الكيلاني. وقال: {WORDS}.", "عمر الكيلاني"),
    Case("while another says", f"{SPOKE}فيما يشاطره الرأي عمر الكيلاني الذي يرى أن البيع بدأ.", "عمر الكيلاني"),
    Case(
        "with this view in marks",
        f"{SPOKE}ويتفق مع هذا «الرأي» التاجر عمر الكيلاني، مشيرا إلى أن البيع بدأ.",
        "عمر الكيلاني",
    ),
    Case("with these", f"{SPOKE}ويتفق مع هؤلاء سالم، مشيرا إلى أن البيع بدأ.", "سالم"),
    Case("a noun of agreement", f"{SPOKE}وتوافق جديد بين أهل الرأي. وقال: {WORDS}.", "سليم الحداد"),
]


@pytest.mark.parametrize(("body", "name"), table(AGREEING))
def test_who_agrees_stands_behind_what_he_agrees_with(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


THINGS = [
    Case("a masdar and whose it is", f"{SPOKE}واستبعد انسحاب الفريق الأول، مؤكدا أن الباب مفتوح.", "سليم الحداد"),
    Case("a thing of many", f"{SPOKE}وانتقد أسلوب وسائل الإعلام الكبرى مؤكدا أن الباب مفتوح.", "سليم الحداد"),
    Case("people in a chain", f"{SPOKE}وقال عناصر الدفاع المدني إن الباب مفتوح.", "عناصر الدفاع المدني"),
    Case("what tells something", f"{SPOKE}وتشير تفاصيل الحادث أن الباب مفتوح.", "تفاصيل الحادث"),
    Case("a thing of somebody's", f"{SPOKE}وردد موقف بلاده من السوق، مشيرا إلى أن الباب مفتوح.", "سليم الحداد"),
    Case(
        "whose deed the sentence begins with",
        f"{SPOKE}وأثار إصرار المدير عمر الكيلاني على البيع جدلا، مؤكدا أن الباب مفتوح.",
        "عمر الكيلاني",
    ),
    Case("a body's", f"{SPOKE}ولم يتغير موقف وزارة الري كثيرا، إذ أكدت أن الباب مفتوح.", "وزارة الري"),
    Case(
        "whose deed somebody rejects",
        f"{SPOKE}وانتقد إصرار المدير عمر الكيلاني على البيع، مؤكدا أن الباب مفتوح.",
        "سليم الحداد",
    ),
    Case("a paper like a thing", f"{SPOKE}وكتبت أوان الكويتية: «الباب مفتوح أمام الجميع».", "أوان الكويتية"),
    Case("whose view it is", f"{SPOKE}الباب مفتوح منذ أعوام، بحسب تأكيد رئيسة البلدية.", "رئيسة البلدية"),
]


@pytest.mark.parametrize(("body", "name"), table(THINGS))
def test_who_stands_inside_a_thing_does_not_speak(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


def test_nothing_is_said_by_what_is_only_done_accordingly() -> None:
    assert extract(Article(f"{SPOKE}يسير العمل في المدينة منذ أعوام وفق منطق المصلحة.", None))[1:] == []


SUBJECTS = [
    Case("an adverb is nobody", f"{SPOKE}وأضاف فورا قائلا: «لكن الأمر صعب علينا كلنا».", "سليم الحداد"),
    Case("an adverb behind a name", f"{SPOKE}وأعلن لخضرا رسميا أن البيع بدأ.", "لخضرا"),
    Case("a name in marks before حسب", f"{SPOKE}وتعتقد «نوريكو» حسب البلاغ، أن البيع بدأ.", "نوريكو"),
    Case(
        "a body in marks and a comma",
        f"{SPOKE}وشددت «الشركة الأهلية لزيت الجبل في المدينة»، بعد أيام، على سلامة المخازن، معلنة «تشكيل لجنة تحقيق».",
        "الشركة الأهلية لزيت الجبل في المدينة",
    ),
    Case(
        "a long body in marks and a time",
        f"{SPOKE}وأعلنت «جمعية أصدقاء الماء والهواء في الجبل الغربي» أمس «تشكيل لجنة تحقيق في الحريق».",
        "جمعية أصدقاء الماء والهواء في الجبل الغربي",
    ),
    Case("words about a body in marks", f"{SPOKE}وقال «الشركة ملتزمة بالعقود»، وهو رأي الجميع.", "سليم الحداد"),
    Case("a doctor in marks", f"{SPOKE}عن ذلك تقول الدكتورة «هدى العلي» إن البيع بدأ.", "هدى العلي"),
    Case("people of a force", f"{SPOKE}وقال أحد أفراد الحراسة إن الباب مفتوح.", "أحد أفراد الحراسة"),
    Case(
        "a second group",
        f"{SPOKE}وأكد شهود عيان وأفراد من الشرطة أن الباب مفتوح.",
        "شهود عيان وأفراد من الشرطة",
    ),
    Case("a verb behind كما", f"{SPOKE}كما تقدم مدير السوق بالشكر للجميع، مؤكدا أن البيع بدأ.", "مدير السوق"),
    Case(
        "a turn before the verb",
        f"{SPOKE}وفي سياق متصل أصدرت نقابة العمال بيانا قالت فيه إن البيع بدأ.",
        "نقابة العمال",
    ),
    Case("after that", f"{SPOKE}إثر ذلك قدم مدير السوق عرضا للضيوف حيث أكد أن البيع بدأ.", "مدير السوق"),
    Case("some of them are refused", f"{SPOKE}ورفض الحداد بعض التهم قائلا: «بدأنا البيع أمس».", "سليم الحداد"),
    Case("a frame before the verb", f"{SPOKE}عن ذلك تحدث مدير السوق أمس قائلا: بدأنا البيع أمس.", "مدير السوق"),
    Case(
        "who passed a statement on",
        "قال عمر الكيلاني في تصريحات تناقلتها وسائل الإعلام أمس إن البيع بدأ، مرجحا أن يطول.",
        "عمر الكيلاني",
    ),
    Case("who works somewhere", f"{SPOKE}وقال ممرض يعمل في الجبل إن الباب مفتوح.", "ممرض يعمل في الجبل"),
    Case("which of many", f"{SPOKE}وقال السكان الذين عادوا أمس إن الباب مفتوح.", "السكان الذين عادوا أمس"),
    Case("which of the figures", f"{SPOKE}وبينت الأرقام التي جمعها المكتب أن البيع بدأ.", "المكتب"),
    Case("which of many is said", f"{SPOKE}وقال أهالي القرية الذين عادوا أمس إن الباب مفتوح.", "أهالي القرية"),
    Case("more of one alone", f"{SPOKE}وقال مواطن الذي عاد أمس إن الباب مفتوح.", "مواطن"),
    Case("more of one of many", f"{SPOKE}وقال أحد السكان الذي عاد أمس إن الباب مفتوح.", "أحد السكان"),
    Case(
        "a speech from somebody",
        f"{SPOKE}وبدأ الحفل بكلمة من مدير السوق عمر الكيلاني قال فيها إن البيع بدأ.",
        "عمر الكيلاني",
    ),
]


@pytest.mark.parametrize(("body", "name"), table(SUBJECTS))
def test_who_is_the_subject(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


SURE = [
    Case(
        "a surname before its object",
        "عزا جوليان لوفيك التأخر إلى المطر. واستبعد لوفيك إمكانية نشوب حرب، مشيرا إلى أن الباب مفتوح.",
        "جوليان لوفيك",
    ),
    Case(
        "a body of a city before its object", f"{SPOKE}ونشرت بلدية باريس الصورة أمس وقالت إن البيع بدأ.", "بلدية باريس"
    ),
    Case("a strange name in brackets", f"{SPOKE}والحق كما يؤكد (ييفيك لوديك) في كتابه أن لكل بيع حدا.", "ييفيك لوديك"),
    Case("who was heard", f"{SPOKE}سمعت مدير السوق عمر الكيلاني يقول: لا بيع في المساء.", "عمر الكيلاني"),
    Case(
        "a name before an office of either gender",
        f"{SPOKE}أما جوكا خياطة مدرب الناشئين فأشار إلى أن البيع بدأ.",
        "جوكا",
    ),
]


@pytest.mark.parametrize(("body", "name"), table(SURE))
def test_where_a_subject_ends(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


@pytest.mark.parametrize("words", ["وسيترك سليم المدينة", "وتنقسم المدينة", "ستنطلق المباراة"])
def test_no_subject_begins_with_a_verb(words: str) -> None:
    assert parse(Text(words), 0, 3) is None


HOW = [
    Case("once more", f"{SPOKE}وأكد مرة أخرى أن البيع بدأ.", "سليم الحداد"),
    Case("at first", f"{SPOKE}وقال بداية إن البيع بدأ.", "سليم الحداد"),
    Case("by mistake", f"{SPOKE}وهو يعتقد خطأ أن البيع بدأ.", "سليم الحداد"),
    Case("coldly", f"{SPOKE}ثم سأله بكل برود: هل بدأ البيع؟", "سليم الحداد"),
    Case("proudly", f"{SPOKE}ثم رد بإباء: لن يبدأ البيع اليوم.", "سليم الحداد"),
    Case("of whom", f"{SPOKE}ويقول عنك: هذا خير من باع واشترى.", "سليم الحداد"),
    Case("many whose plural ends in ة", f"{SPOKE}ويرى ساسة الغرب أن البيع بدأ.", "ساسة الغرب"),
    Case("many who sell", f"{SPOKE}ويقول باعة السمك إن البيع بدأ.", "باعة السمك"),
    Case("a thing of the other gender", f"{SPOKE}ولخص حكاية تأسيسها: «بدأنا من الصفر تماما».", "سليم الحداد"),
]


@pytest.mark.parametrize(("body", "name"), table(HOW))
def test_how_and_what_are_no_subjects(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


NOMINATIVE = [
    Case("before whom they judge", f"{SPOKE}ووصف مراقبون البلدية بأنها غائبة عن السوق.", "مراقبون"),
    Case("with their adjective", f"{SPOKE}واتهم خبراء محليون البلدية بأنها غائبة عن السوق.", "خبراء محليون"),
    Case("many others", f"{SPOKE}واتهم آخرون البلدية بأنها غائبة عن السوق.", "آخرون"),
    Case("behind a verb with its object", f"{SPOKE}ووصفه كثيرون بأنه غائب عن السوق.", "كثيرون"),
    Case("before whom they judge in marks", f"{SPOKE}ويتهم المحافظون «جابر» بأنه غائب عن السوق.", "المحافظون"),
    Case("what they expect", f"{SPOKE}ويتوقع كثيرون أن البيع يبدأ غدا.", "كثيرون"),
]


@pytest.mark.parametrize(("body", "name"), table(NOMINATIVE))
def test_the_plural_in_waw_is_the_subject_and_no_construct(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


TALKING = [
    Case("who talked to an outlet", f"{SPOKE}وأفاد عمر الكيلاني الذي تحدث إلى الوادي بأن البيع بدأ.", "عمر الكيلاني"),
    Case("who was talking", f"{SPOKE}وأوضح عمر الكيلاني الذي كان يتحدث أمام التجار أن البيع بدأ.", "عمر الكيلاني"),
    Case("before marks", f"{SPOKE}وقال عمر الكيلاني الذي كان يتحدث أمس بحضور التجار: {WORDS}.", "عمر الكيلاني"),
    Case("to an outlet in marks", f"{SPOKE}وأضافت العاملات اللواتي تحدثن لـ«الوادي»، أن البيع بدأ.", "العاملات"),
    Case("of what he talks", f"{SPOKE}وحضر عمر الكيلاني الذي تحدث عن أن البيع بدأ.", "عمر الكيلاني"),
]


@pytest.mark.parametrize(("body", "name"), table(TALKING))
def test_talking_inside_a_description_takes_no_clause(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name
    assert last_of(body).span.start > len(SPOKE)
