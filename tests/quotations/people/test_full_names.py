"""The fullest name: what belongs to it, what stands behind it, and where the text has more of it."""

import pytest

from tests.quotations.cases import WORDS, Case, last_of, table

# -- of people: (text) -> the name of whoever speaks last --------------------------------------------------------------

PEOPLE = [
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
        f"منح القانون الرئيس هوغو شافيز حق الترشح. ومنح الرئيس شافيز الحق بولاية أخرى. وقال شافيز: {WORDS}.",
        "هوغو شافيز",
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
        f"وتحدث الخبير سليم أبو مذللة أمس. واقترح أبو مذللة: {WORDS}.",
        "سليم أبو مذللة",
    ),
    Case(
        "what has the letters of a verb and of no noun is no first name",
        f"ولم يتقبل سليم بن حداد الخسارة. وقال بن حداد: {WORDS}.",
        "سليم بن حداد",
    ),
    Case(
        "a foreign name that begins like و and a verb",
        f"وقال مارتن ويتشارف رئيس الفريق أمس: {WORDS}.",
        "مارتن ويتشارف",
    ),
    Case(
        "many behind a body are the verb's object",
        f"واتهم مسؤول رفيع موال للحكومة المتمردين بتنفيذ الهجوم، قائلا: {WORDS}.",
        "مسؤول رفيع موال للحكومة",
    ),
]


@pytest.mark.parametrize(("body", "name"), table(PEOPLE))
def test_people(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


# -- of bodies and of documents' issuers: (text) -> the name of whoever speaks last ------------------------------------

BODIES = [
    Case(
        "a plural in the genitive is no second speaker",
        f"وأكدت نقابة المهندسين والمعلمين أن العدد زاد. وأضافت: {WORDS}.",
        "نقابة المهندسين والمعلمين",
    ),
    Case(
        "a body and a person are two",
        f"وأكدت هيئة الأسرى والنادي معا: {WORDS}.",
        "هيئة الأسرى والنادي",
    ),
    Case(
        "the same head without its adjectives",
        f"اجتمعت أمس المندوبية السامية للتخطيط. وقالت مندوبية التخطيط: {WORDS}.",
        "المندوبية السامية للتخطيط",
    ),
    Case(
        "what a body is for stands for it",
        f"تبدأ الهيئة العامة للتأمينات البحرية غدا التسجيل. وأكدت التأمينات أن الدفعة جاهزة. وأضافت: {WORDS}.",
        "الهيئة العامة للتأمينات البحرية",
    ),
    Case(
        "a short name in marks behind the long one",
        f"توقعت شركة الشحن البحري «مراسيل» زيادة الأرباح. وقالت مراسيل إن العام جيد، وأضافت: {WORDS}.",
        "شركة الشحن البحري «مراسيل»",
    ),
    Case(
        "a day between a statement and who issued it",
        f"تأجل الافتتاح بحسب بيان صدر صباح اليوم عن بلدية الوادي. وأضاف البيان: {WORDS}.",
        "بلدية الوادي",
    ),
    Case(
        "who made the figures known",
        f"ووفق الأرقام التي كشفت عنها المندوبية السامية للمياه، فإن {WORDS}.",
        "المندوبية السامية للمياه",
    ),
    Case("how strongly, in marks", f'استنكرت تونس "بشدة" ما جرى، وقالت: {WORDS}.', "تونس"),
    Case(
        "an outlet before the verb passes on",
        f"وكانت وكالة الضفاف قد نقلت أمس عن مصدر في البلدية قوله إن {WORDS}.",
        "مصدر في البلدية",
    ),
    Case(
        "what a man without a title is called",
        f"زارت سيدة تدعى حياة الشماسي المكتب. وأوضحت السيدة: {WORDS}.",
        "حياة الشماسي",
    ),
    Case(
        "a newspaper's source is not the newspaper",
        f"علمت صحيفة «الضفاف» أن الاتحاد يدرس الملفات. وتوقع المصدر: {WORDS}.",
        "المصدر",
    ),
    Case(
        "sources are those who have spoken without a name",
        f"أكدت قيادات ميدانية رفيعة سيطرتها أمس على الطريق. وأوضحت المصادر: {WORDS}.",
        "قيادات ميدانية رفيعة",
    ),
    Case(
        "a predicate is no part of a body's name",
        f"ظلت الهيئة السامية للتخطيط متخبطة في توقعاتها. وقالت الهيئة: {WORDS}.",
        "الهيئة السامية للتخطيط",
    ),
    Case(
        "whom a document came from, the document before it",
        f"صدر تقرير جديد عن مركز أبحاث المياه. ويقول التقرير: {WORDS}.",
        "مركز أبحاث المياه",
    ),
    Case(
        "a document of a body's name in marks",
        f"أصدرت حركة «مراسيل» بيانا أمس. وجاء في بيان «مراسيل»: {WORDS}.",
        "حركة «مراسيل»",
    ),
    Case(
        "a document of whoever has one name only",
        f"نشرت الفنانة القديرة أحلام، بيانا رسميا أمس. وجاء في بيان أحلام: {WORDS}.",
        "أحلام",
    ),
    Case(
        "a group named by its head's own word and an unknown one",
        f"تمكنت مجموعة بيلتو من بيع السفن. وذكرت المجموعة: {WORDS}.",
        "مجموعة بيلتو",
    ),
    Case(
        "a noun with its pronoun behind a body is none of its name",
        f"باعت مجموعة بيلتو بعلامتيها سفنا كثيرة. وذكرت المجموعة: {WORDS}.",
        "مجموعة بيلتو",
    ),
    Case(
        "many of a group are counted, and no body",
        f"قال مجموعة من الصيادين إن البحر هادئ. وأضافوا: {WORDS}.",
        "مجموعة من الصيادين",
    ),
    Case(
        "what a body does is none of its name",
        f"نشرت منظمة غرين ووتش المعنية بقضايا الأنهار تقريرا. وقالت المنظمة: {WORDS}.",
        "منظمة غرين ووتش",
    ),
    Case(
        "whose a paper in marks is",
        f"نشرت صحيفة «صوت النهر» المقربة من الحكومة خبرا. وقالت الصحيفة: {WORDS}.",
        "صحيفة «صوت النهر»",
    ),
    Case(
        "what a body without a name of its own does tells which it is",
        f"وقالت اللجنة المكلفة بملف الأنهار: {WORDS}.",
        "اللجنة المكلفة بملف الأنهار",
    ),
    Case(
        "people of a place",
        f"وانتظر أهالي قرية الوادي طويلا. وقال الأهالي: {WORDS}.",
        "أهالي قرية الوادي",
    ),
    Case(
        "the same people in another case",
        f"ونقلت الصحيفة الخبر عن باحثين محليين. وقال الباحثون: {WORDS}.",
        "باحثين محليين",
    ),
    Case(
        "the same people before a complement",
        f"وأعد باحثو جامعة الوادي الدراسة. وقال الباحثون: {WORDS}.",
        "باحثو جامعة الوادي",
    ),
    Case(
        "a number of people",
        f"ودرس عدد من علماء البحار العينات. وقال العلماء: {WORDS}.",
        "عدد من علماء البحار",
    ),
    Case(
        "not the others",
        f"وتحفظ عدد من العلماء الآخرين. وقال العلماء: {WORDS}.",
        "العلماء",
    ),
    Case(
        "what many do is none of their name",
        f"باحثون يكتشفون نهرا تحت الأرض\nوقال الباحثون: {WORDS}.",
        "الباحثون",
    ),
    Case(
        "a law by its own name",
        f"وتنص المادة 12 من قانون هيئة الأنهار على أن {WORDS}.",
        "المادة 12 من قانون هيئة الأنهار",
    ),
    Case(
        "what an index is about has not issued it",
        f"وحسب النشرة السنوية لإحصاء العاملين بوزارة الري، {WORDS}.",
        "النشرة السنوية لإحصاء العاملين بوزارة الري",
    ),
    Case(
        "who sent a letter",
        f"وجّه أعضاء مكتب مجلس المدينة رسالة إلى الوزير. وقالت الرسالة: {WORDS}.",
        "أعضاء مكتب مجلس المدينة",
    ),
    Case(
        "whoever bears the name of a body",
        f"أسست ليلى هافن مجموعة «هافن» قبل عام. وقالت هافن: {WORDS}.",
        "ليلى هافن",
    ),
    Case(
        "what an alliance is for",
        f"أصدرت المبادرة الأهلية من أجل البحر بلاغا أمس. وقالت المبادرة: {WORDS}.",
        "المبادرة الأهلية من أجل البحر",
    ),
    Case(
        "who made a report, in marks, behind what it is for",
        f'ونشر التقرير الأول لملاحظة الموانئ الذي أنجزه "تحالف الصيد من أجل البحر". وقال التقرير: {WORDS}.',
        "تحالف الصيد من أجل البحر",
    ),
    Case(
        "who issued a report of late",
        f"ونشر تقرير أصدرته مؤخرا وكالة الموانئ. وقال التقرير: {WORDS}.",
        "وكالة الموانئ",
    ),
    Case(
        "who issued it, named by a verb right behind",
        f"وحسب بيان نشره الكرملين، {WORDS}.",
        "الكرملين",
    ),
    Case(
        "who issued a statement in which a country speaks",
        f"واستنكرت ليبيا في بيان صادر عن رئاسة المجلس الحادث، وقالت إنه خطير. وأضاف البيان: {WORDS}.",
        "رئاسة المجلس",
    ),
    Case(
        "the latest report of somebody whom no list knows",
        f"ونشر تقرير نوركو الأخير أمس. وقال التقرير: {WORDS}.",
        "نوركو",
    ),
    Case(
        "the results of a poll are the poll's",
        f"كشف استطلاع للرأي أن النهر نظيف. وأظهرت نتائج الاستطلاع: {WORDS}.",
        "استطلاع للرأي",
    ),
    Case(
        "an outlet's adjective behind its name in marks",
        f'ونشرت صحيفة "ذا ريفر" الخبر. وعلقت صحيفة "ذا ريفر" الأسترالية عليه. وقالت "ذا ريفر": {WORDS}.',
        'صحيفة "ذا ريفر" الأسترالية',
    ),
    Case(
        "the same name in marks behind a longer noun",
        f'ونقلت وكالة الأنباء المحلية "نهرنا" الخبر. وقالت وكالة "نهرنا": {WORDS}.',
        'وكالة الأنباء المحلية "نهرنا"',
    ),
    Case(
        "a short name in marks is part of the whole name",
        f"أعلنت شركة الخطوط البحرية الليبية «مارو لاينز» رحلات جديدة. وقالت الشركة: {WORDS}.",
        "شركة الخطوط البحرية الليبية «مارو لاينز»",
    ),
    Case(
        "words in marks that are no name",
        f"وصفت الصحيفة المحلية «خطوة مهمة للميناء» بالمتأخرة. وقالت الصحيفة: {WORDS}.",
        "الصحيفة المحلية",
    ),
    Case(
        "a company's name without its noun",
        f"وتأسست شركة نوركو للشحن قبل عام. وقالت نوركو: {WORDS}.",
        "شركة نوركو للشحن",
    ),
    Case(
        "of a body that only a preposition names",
        f"وصل الفريق التابع للمؤسسة الطبية الروسية. وقالت المؤسسة: {WORDS}.",
        "المؤسسة الطبية الروسية",
    ),
    Case(
        "these people",
        f"وحضر عدد من الفنانين أمس. وقال هؤلاء الفنانون: {WORDS}.",
        "عدد من الفنانين",
    ),
    Case(
        "an unnamed source is another one each time",
        "وصل الوفد إلى المدينة أمس بعد رحلة طويلة استمرت يومين كاملين في القطار الجديد الذي يربط الشمال بالجنوب منذ "
        "عام واحد، وكان في استقباله عند المحطة عدد من السكان الذين انتظروا طويلا. وقال مصدر أمني في الميناء إن النهر "
        f"هادئ. وقال مصدر أمني: {WORDS}.",
        "مصدر أمني",
    ),
    Case(
        "an object that no list knows, where the body stands alone elsewhere",
        f"ورأت وكالة السدود الوطنية حظمات في النهر. ثم صمتت وكالة السدود الوطنية. وقالت الوكالة: {WORDS}.",
        "وكالة السدود الوطنية",
    ),
    Case(
        "a mark that is left over at the end",
        f'واختارت المنظمة الوطنية لكرة اليد ("موي") مديرا. وقالت المنظمة الوطنية: {WORDS}.',
        "المنظمة الوطنية لكرة اليد",
    ),
    Case(
        "an article of another number",
        f"وتقول المادة (27) من قانون السدود إن الماء لنا. ونصت المادة (28) على أن: {WORDS}.",
        "المادة (28)",
    ),
    Case(
        "another article of a law, by an ordinal",
        f"ونص البند الثالث على أن الماء لنا. كما جاء في البند الثامن من الاتفاق: {WORDS}.",
        "البند الثامن من الاتفاق",
    ),
    Case(
        "the many who signed a statement",
        f"وقال بيان الصيادين المضربين: {WORDS}.",
        "الصيادين المضربين",
    ),
    Case("those to whom a letter goes", f"وجاء في رسالة للصيادين: {WORDS}.", "رسالة للصيادين"),
    Case("a state whose statement it is", f"وقال بيان للفاتيكان: {WORDS}.", "الفاتيكان"),
    Case(
        "a body whose noun is a document's as well, in a letter of its own",
        f"وأوضحت المبادرة الوطنية للسدود في رسالتها أن الماء قليل. وجاء في الرسالة: {WORDS}.",
        "المبادرة الوطنية للسدود",
    ),
    Case(
        "the one paper that was named, by where it is from",
        f"ونشرت صحيفة «النهر اليوم» تقريرا طويلا. وقالت الصحيفة البريطانية: {WORDS}.",
        "صحيفة «النهر اليوم»",
    ),
    Case(
        "one of two papers",
        f"وقرأ صحيفة «النهر اليوم» ثم صحيفة «الوادي الأخضر». وقالت الصحيفة البريطانية: {WORDS}.",
        "الصحيفة البريطانية",
    ),
    Case(
        "one of two papers whose names begin alike",
        f"وقرأ صحيفة ديلي زردان ثم صحيفة ديلي كلفون. وقالت الصحيفة البريطانية: {WORDS}.",
        "الصحيفة البريطانية",
    ),
    Case(
        "a side has no name of its own",
        f"وتحدث إلى جانب كلفون أمس. وقال الجانب الروسي: {WORDS}.",
        "الجانب الروسي",
    ),
    Case(
        "an adjective of studies has not issued them",
        "وأثبتت الدراسات الاقتصادية أن للري دورا مهما في التنمية.",
        "الدراسات الاقتصادية",
    ),
    Case(
        "a ministry by its name alone issues a statement",
        "وقالت وزارة الدفاع الروسية إن الأمر سهل. وأضاف بيان الدفاع الروسية أن السعر يرتفع.",
        "وزارة الدفاع الروسية",
    ),
]


@pytest.mark.parametrize(("body", "name"), table(BODIES))
def test_bodies(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name
