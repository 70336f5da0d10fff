"""The fullest name of a person: what belongs to it, what stands behind it, and where the text has more of it."""

import pytest

from tests.quotations.cases import WORDS, Case, last_of, table

PEOPLE = [
    Case(
        "علي before a surname that is an adjective too",
        f"قال مدير المرفأ علي الأسمر: {WORDS}. ووقف الصياد على صخرة.",
        "علي الأسمر",
    ),
    Case("علي behind a verb and before such a surname", "أكد علي البصري أن البيع بدأ على النهر.", "علي البصري"),
    Case(
        "على where the writer has ي too",
        f"وضع محمد على كتفه الشبكة في القارب. ويقول محمد: {WORDS}.",
        "محمد",
    ),
    Case(
        "a word before على is no first name",
        f"كما ذكر الإمام علي (ع) في رسالة: {WORDS}. ثم ضرب العامل ضربا شديدا على الباب.",
        "علي",
    ),
    Case(
        "علي before a surname is a first name",
        f"تردد على السوق السيد علي زنبقي وهو نجار قديم. وعرض الباحث زنبقي أدواته، وأضاف: {WORDS}.",
        "علي زنبقي",
    ),
    Case(
        "a first name that no list knows and that ends like an accusative",
        f"وقالت الأستاذة في جامعة باريس زارا كلفون إن القرار صدر. وأوضحت كلفون: {WORDS}.",
        "زارا كلفون",
    ),
    Case(
        "آلان is not الآن",
        f"ووردت الفكرة في دراسة قادها آلان درفيل من جامعة ليون. ويقول درفيل: {WORDS}.",
        "آلان درفيل",
    ),
    Case(
        "a verb before a surname is no first name",
        f"وبينما يسعى زمردوخ إلى الصلح هدأت المدينة. وبقيت خطة يستخدمها زمردوخ. وقال زمردوخ: {WORDS}.",
        "زمردوخ",
    ),
    Case(
        "a first name that is a kind of contest too",
        f"وعندما سئل قال دوري غلومب مدير عام الشركة إن العقد جاهز. وقال غلومب: {WORDS}.",
        "دوري غلومب",
    ),
    Case(
        "a middle name behind a verb with its object",
        f"وأعده نبيل رشيد الحداد أمس على عجل. وقال الفنان نبيل الحداد: {WORDS}.",
        "نبيل رشيد الحداد",
    ),
    Case(
        "whose document it is is named in full",
        f"وتابع الحضور كلمة الرئيس التونسي نبيل رشيد الحداد عن السدود. وقال الحداد: {WORDS}.",
        "نبيل رشيد الحداد",
    ),
    Case(
        "a hyphen in a name",
        f"وتحدث وزير الري يوهان-فالتر كرونبرغ أمس عن السد. وقال كرونبرغ: {WORDS}.",
        "يوهان-فالتر كرونبرغ",
    ),
    Case(
        "the title of a book is no surname",
        f"وأصدر الكاتب نبيل بن سعد العنقري بعنوان طويل كتابا. وقال المؤلف نبيل العنقري: {WORDS}.",
        "نبيل بن سعد العنقري",
    ),
    Case(
        "a letter that somebody has left out of a name told before",
        f"وصل الوزير عبد الرزاق الزمراني أمس. وكتب الخبير عبد الرزاق الزمراني. وقال عبد الرزق الزمراني: {WORDS}.",
        "عبد الرزاق الزمراني",
    ),
    Case(
        "another letter in a surname that no list knows",
        f"وصل الوزير نبيل زمردوخ أمس. وكتب الوزير نبيل زمردوخ عنه. وقال نبيل زمرذوخ: {WORDS}.",
        "نبيل زمردوخ",
    ),
    Case(
        "a brother and a sister",
        f"{'وصلت الوزيرة ديرانة زمردوخ أمس. ' * 3}وقال الوزير ديران زمردوخ: {WORDS}.",
        "ديران زمردوخ",
    ),
    Case(
        "brothers, perhaps",
        f"وصل الوزير حسين زمردوخ أمس. وكتب الوزير حسين زمردوخ عنه. وقال حسن زمردوخ: {WORDS}.",
        "حسن زمردوخ",
    ),
    Case(
        "of one name that two words more tell",
        f"وصل الوزير محمود علي زمردوخ أمس. وكتب الوزير محمود علي زمردوخ عنه. وقال محمد علي زمردوخ: {WORDS}.",
        "محمود علي زمردوخ",
    ),
    Case(
        "أبو is no slip for أبي",
        f"وتحدث إلى الشيخ أبي سالم الزمراني. ورد على الشيخ أبي سالم الزمراني. وقال أبو سالم الزمراني: {WORDS}.",
        "أبو سالم الزمراني",
    ),
    Case(
        "of two spellings that stand once each, each is one's own",
        f"وقال نبيل زمردوخ: {WORDS}. وقال نبيل زمرذوخ: {WORDS}.",
        "نبيل زمرذوخ",
    ),
    Case(
        "a noun with its pronoun is the object",
        f"وقدم رئيس النادي الأمير نبيل بن راشد شكره للمدرب. وأضاف: {WORDS}.",
        "نبيل بن راشد",
    ),
    Case(
        "a surname that looks like a noun with its pronoun",
        f"وقال نبيل حسن شكره: {WORDS}.",
        "نبيل حسن شكره",
    ),
    Case(
        "a verb before a first name that is an ordinary word too",
        f"بعد أيام خرج سيف الحداد، يحذر من العواقب. وأضاف: {WORDS}.",
        "سيف الحداد",
    ),
    Case(
        "a right is no part of a foreign surname",
        f"أعطى القانون الرئيس خوليو كارنيرا حق الكلام. وأعطى الرئيس كارنيرا الحق بسفينة أخرى. وقال كارنيرا: {WORDS}.",
        "خوليو كارنيرا",
    ),
    Case(
        "a deed behind a name is its object",
        f"وكرر رئيس الوزراء نبيل مدبولي إلغاء العقود القديمة، مؤكدا: {WORDS}.",
        "نبيل مدبولي",
    ),
    Case(
        "the author by his fullest name",
        f"صدر كتاب للإعلامي نبيل بن سعد العنقري. وشرح المؤلف نبيل العنقري فكرته. ورأى المؤلف: {WORDS}.",
        "نبيل بن سعد العنقري",
    ),
    Case(
        "whose title stands behind his surname is named in full before",
        f"زار نور الدين بوحسين الميناء. ورحب بوحسين، مدير المعهد، بالزوار. وقال مدير المعهد: {WORDS}.",
        "نور الدين بوحسين",
    ),
    Case(
        "a surname that is a first name too, behind a first name that no list knows",
        f"وقال غرفاز محمود إن العمل بدأ. ورحب الجميع بالزوار. وأضاف محمود: {WORDS}.",
        "غرفاز محمود",
    ),
    Case(
        "a surname of somebody no list knows who has spoken",
        f"وقال غرفاز شنودل إن العمل بدأ. ورحب الجميع بالزوار. وأضاف شنودل: {WORDS}.",
        "غرفاز شنودل",
    ),
    Case(
        "a surname that looks like a verb",
        f"ذهب الجميع إلى الميناء على عجل. وقال جون راي، مصمم الدار، إن العمل بدأ. وأضاف راي: {WORDS}.",
        "جون راي",
    ),
    Case(
        "two ordinary words behind a verb without an object",
        f"وقال مفيد ظاهر إن العمل بدأ على عجل. وأضاف ظاهر: {WORDS}.",
        "مفيد ظاهر",
    ),
    Case(
        "an object behind a title is nobody's name",
        f"وصل المدير نبيل الحداد. وأبلغ المدير متعاملي الهاتف بذلك. وقال المدير: {WORDS}.",
        "نبيل الحداد",
    ),
    Case(
        "a verb behind a title is nobody's name",
        f"وكتب الجار أن المواطن دفع رسما سنويا ثابتا يحدد الحصة. ويضيف المواطن: {WORDS}.",
        "المواطن",
    ),
    Case(
        "the name behind أبو is no participle",
        f"وتحدث الخبير سليم أبو منبهة أمس. وأضاف أبو منبهة: {WORDS}.",
        "سليم أبو منبهة",
    ),
    Case(
        "what has the letters of a verb and of no noun is no first name",
        f"ولم يتقبل سليم بن حداد الخسارة. وقال بن حداد: {WORDS}.",
        "سليم بن حداد",
    ),
    Case(
        "a first name that is an office too, before whose son he is",
        f"ورسم المهندس طالب بن سليم الزهري. وقال المهندس: {WORDS}.",
        "طالب بن سليم الزهري",
    ),
    Case("a first name with its article", f"وقال الهيثم بن مقداد: {WORDS}.", "الهيثم بن مقداد"),
    Case("an office before a surname that begins with بن", f"وقال الرئيس بن حداد: {WORDS}.", "بن حداد"),
    Case("a surname alone that begins with بن", f"وقال بن حداد: {WORDS}.", "بن حداد"),
    Case(
        "علي before a surname and an office",
        f"وقال علي الحداد مدير المرفأ أمس: {WORDS}.",
        "علي الحداد",
    ),
    Case(
        "a surname that looks like an adjective behind عبد",
        f"وقال عبد السلام النهري، مدير المعرض: {WORDS}.",
        "عبد السلام النهري",
    ),
    Case(
        "a surname that is an ordinary word too, before a frame",
        f"وقال المدير عبد السلام الهدهد خلال زيارته للمرفأ: {WORDS}.",
        "عبد السلام الهدهد",
    ),
    Case(
        "who has come from somewhere has no surname more",
        f"وقال سليم مقداد القادم من المدينة: {WORDS}.",
        "سليم مقداد",
    ),
    Case(
        "a foreign name that begins like و and a verb",
        f"وقال مارتن ويتشارف رئيس الفريق أمس: {WORDS}.",
        "مارتن ويتشارف",
    ),
    Case(
        "many behind a body are the verb's object",
        f"واتهم ضابط صغير موال للبلدية المعارضين بإغراق القارب، قائلا: {WORDS}.",
        "ضابط صغير موال للبلدية",
    ),
]


@pytest.mark.parametrize(("body", "name"), table(PEOPLE))
def test_people(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name
