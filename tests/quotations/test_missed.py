"""Reports that are easy to miss: what stands between a cue and its subject or its words, cues that report only in
company."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

TOLD = [
    Case(
        "told first, then who speaks",
        "وأوضح لـ«النهر» المتحدث الرسمي سليم الحداد أن الجسر آمن.",
        [expect(subject="المتحدث الرسمي سليم الحداد", medium="النهر", words="الجسر آمن")],
    ),
    Case(
        "told in brackets",
        "وأكد لـ(النهر) مدير المشروع سليم الحداد أن الجسر آمن.",
        [expect(subject="مدير المشروع سليم الحداد", medium="النهر", words="الجسر آمن")],
    ),
    Case(
        "a weak verb, an unnamed source",
        "وكشف لـ«النهر» مصدر مطلع أن الجسر آمن.",
        [expect(subject="مصدر مطلع", medium="النهر", words="الجسر آمن")],
    ),
    Case(
        "what he told of is nobody",
        "غير أن الوزير سليم الحداد أكد لـ«النهر» اكتمال الجسر، وقال: «انتهى العمل فيه».",
        [expect(cue="وقال", subject=None)],
    ),
]

BETWEEN = [
    Case(
        "a name in marks behind the subject's noun",
        "وصرح الممثل ''الحداد'' مساء أمس في المدينة، بأن الجسر آمن.",
        [expect(cue="وصرح", words="الجسر آمن")],
    ),
    Case("a name in marks is the subject", "وأعلن «النهر» في وقت سابق أن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case(
        "his name in marks, and his body",
        'ويرى "سليم الحداد" من مؤسسة النهر للبناء، أن الجسر آمن.',
        [expect(subject="سليم الحداد", words="الجسر آمن")],
    ),
    Case(
        "his trade in marks behind his name",
        "ويقول سليم الحداد «صياد»: عبرت الجسر كل يوم.",
        [expect(subject="سليم الحداد", words="عبرت الجسر كل يوم")],
    ),
    Case(
        "an agency's short name in marks",
        "وقال الوزير في تصريح خص به وكالة أنباء الوادي «واو» أمس، إن الجسر آمن.",
        [expect(subject="الوزير", words="الجسر آمن")],
    ),
    Case(
        "statements to an outlet in marks",
        "وأشارت مصادر مطلعة في تصريحات إلى «النهر» إلى أن الجسر آمن.",
        [expect(medium="النهر", words="الجسر آمن")],
    ),
    Case(
        "what ought to be, behind when it was said",
        "وأكد الوزير في مؤتمر بعد زيارة الميناء ضرورة فتح الجسر.",
        [expect(subject="الوزير", words="فتح الجسر")],
    ),
    Case("what another verb takes", "وأكد الوزير في اللقاء الذي تناول المطالب ضرورة الجسر للناس.", []),
    Case("وجاء أيضا", "وجاء أيضا في البيان أن الجسر آمن.", [expect(subject="البيان", words="الجسر آمن")]),
    Case(
        "a text states, however it was made",
        "ذكرت دراسة حديثة أجريت على نطاق ضيق أن الماء نقي.",
        [expect(subject="دراسة حديثة", words="الماء نقي")],
    ),
    Case(
        "but not what it assumes", "ذكرت الدراسة، في جدول طويل عن المدن، ثلاثة أنهار كبيرة على افتراض أن الماء نقي.", []
    ),
    Case(
        "a masdar with office and name",
        "أثار إعلان وزير النقل سليم الحداد أن الجسر آمن غضبا.",
        [expect(cue="إعلان", subject="وزير النقل سليم الحداد")],
    ),
    Case(
        "inserted in the past",
        "إلى جانب ذلك، أضاف المصدر، بلغت كلفة الجسر مليون درهم.",
        [expect(subject="المصدر", words="بلغت كلفة الجسر مليون درهم")],
    ),
    Case("no insertion: what he announced", "وفي المساء، أعلن الوزير، بعد لقاء طويل، فتح الجسر.", []),
]

COMPANY = [
    Case(
        "what an outlet has learned",
        "وعلمت «النهر» أن الجسر آمن.",
        [expect(cue="وعلمت", words="الجسر آمن")],
    ),
    Case(
        "what it has learned from a source",
        "وعلمت «النهر» من مصدر مطلع أن الجسر آمن.",
        [expect(cue="وعلمت", subject="مصدر مطلع", medium="النهر", words="الجسر آمن")],
    ),
    Case("from sources of its own", "وعلمت «النهر» من مصادرها أن الجسر آمن.", [expect(cue="وعلمت", words="الجسر آمن")]),
    Case("to retort", "ورد الوزير بأن الجسر آمن.", [expect(cue="ورد", words="الجسر آمن")]),
    Case("for that reason", "ولذلك ترى الكاتبة أن الجسر آمن.", [expect(subject="الكاتبة", words="الجسر آمن")]),
    Case(
        "an outlet in marks, of which he is",
        "وقال المعلق العسكري في «القناة الخامسة»، سليم الحداد، إن الجسر آمن.",
        [expect(words="الجسر آمن")],
    ),
    Case("what a mother has learned", "وعلمت الأم أن الجسر آمن.", []),
    Case("the science of rivers", "وزار معهد علم الأنهار لأن الجسر آمن.", []),
    Case(
        "the pretext of whoever refuses",
        "ورفضت اللجنة الطلب بحجة أن الجسر آمن.",
        [expect(cue="بحجة", words="الجسر آمن")],
    ),
    Case("a pretext that is nobody's", "وأغلقت الطريق بدعوى أن الجسر قديم.", []),
    Case("whoever found out", "وتبين للباحثين أن الماء نقي.", [expect(subject="للباحثين", words="الماء نقي")]),
    Case("nobody found out", "وتبين أن الماء نقي.", []),
    Case("he does not hide", "ولا يخفي الوزير أن الجسر قديم.", [expect(subject="الوزير", words="الجسر قديم")]),
    Case("it is hidden from nobody", "ولا يخفى على أحد أن الجسر قديم.", []),
    Case("to add a remark", "وعقب النائب سليم الحداد بأن الجسر قديم.", [expect(cue="وعقب", words="الجسر قديم")]),
    Case("after the meeting", "وعقب اللقاء قال الوزير إن الجسر قديم.", [expect(cue="قال")]),
    Case("to find", "وتوصل الباحثون إلى أن الماء نقي.", [expect(cue="وتوصل", words="الماء نقي")]),
    Case(
        "to receive",
        "وقال المجلس في بلاغ توصلت به صحيفة النهر إن الماء نقي.",
        [expect(cue="وقال", medium="صحيفة النهر")],
    ),
    Case("on another matter", "وفي سياق آخر توقع سليم الحداد أن يفتح الجسر.", [expect(words="يفتح الجسر")]),
    Case("a layer of society", "ترى شريحة من السكان أن الجسر قديم.", [expect(subject="شريحة من السكان")]),
    Case("after what he disclosed", "غاب اللاعب بعد أن كشف المدرب سليم الحداد عن أن الجسر مغلق.", [expect(cue="كشف")]),
    Case(
        "a view far behind whose it is",
        "واعتبر الشباب الذين جاؤوا مع فرق محلية أن الجسر قديم.",
        [expect(subject="الشباب الذين جاؤوا مع فرق محلية", words="الجسر قديم")],
    ),
    Case("but no infinitive", "وتعتبر المدينة الرائدة في مجالها حيث استطاع الباحثون أن ينتجوا الورق.", []),
    Case("to be of the opinion", "وتذهب الدراسة إلى أن الماء نقي.", [expect(subject="الدراسة", words="الماء نقي")]),
    Case("to be of the opinion, in the past", "وذهب الخبير سليم الحداد إلى أن الماء نقي.", [expect(words="الماء نقي")]),
    Case("to go somewhere", "وذهبت الوزيرة إلى الجسر لأن العمل انتهى.", []),
    Case("some hold a view", "وهذا خطأ لأن البعض يعتقد أن الجسر قديم.", [expect(subject="البعض", words="الجسر قديم")]),
    Case("it is held", "وهو جسر يعتقد أن عمره قرون.", []),
    Case(
        "بين before office and name",
        "بدوره، بين المشرف على مشاريع الجسور والطرق سليم الحداد أن الجسر آمن.",
        [expect(cue="بين", words="الجسر آمن")],
    ),
    Case(
        "what somebody with a long office made clear, behind and",
        "وبين أمين المدينة المشرف العام على معرض الكتب سليم الحداد أن الجسر آمن.",
        [expect(cue="وبين", words="الجسر آمن")],
    ),
    Case(
        "an outlet named before that quotes somebody",
        "ونقلت عن مسؤول كبير في وزارة الري أن الجسر آمن.",
        [expect(cue="ونقلت", subject="مسؤول كبير في وزارة الري", words="الجسر آمن")],
    ),
    Case(
        "whom he asks", "وشكر الضيوف مطالبا الجامعة العربية أن تفتح الجسر.", [expect(cue="مطالبا", words="تفتح الجسر")]
    ),
    Case("a prayer", "وشكر الوزير الضيوف داعيا الله العلي أن يحفظ المدينة.", []),
    Case("whom others place there", "وحضر سليم الحداد الذي يعتقد أنه في المدينة.", []),
    Case(
        "what another one found, within a clause",
        "وقال سليم الحداد إن اللجنة وجدت أن الجسر آمن.",
        [expect(cue="وقال", subject="سليم الحداد"), expect(cue="وجدت", subject="اللجنة", words="الجسر آمن")],
    ),
    Case("what he thought himself", "وقال سليم الحداد إن دراساته أظهرت أن الجسر آمن.", [expect(cue="وقال")]),
    Case("to argue", "وجادل الوزير بأن الجسر آمن.", [expect(cls="say", words="الجسر آمن")]),
]

INSERTED = [
    Case(
        "a verb that adds, before a preposition",
        "وقد مكنت المراقبة، يضيف البيان، من فتح الجسر قبل الموعد.",
        [expect(subject="البيان", words="وقد مكنت المراقبة، يضيف البيان، من فتح الجسر قبل الموعد")],
    ),
    Case("a frame before it covers nothing", "وفي تعليقه على القرار، يقول الوزير، في لقاء مع الصحفيين، كلاما آخر.", []),
    Case(
        "in whose eyes",
        "وهذا القرار، في نظر الوزير سليم الحداد، يفتح باب الخلاف.",
        [
            expect(
                cue="في نظر",
                subject="الوزير سليم الحداد",
                words="وهذا القرار، في نظر الوزير سليم الحداد، يفتح باب الخلاف",
            )
        ],
    ),
    Case(
        "in whose eyes, behind one word",
        "فهي - في نظر الوزير - أهملت الجسر القديم كله.",
        [expect(cue="في نظر", words="فهي - في نظر الوزير - أهملت الجسر القديم كله")],
    ),
    Case("from whose point of view", "ومن وجهة نظر الوزارة، الجسر آمن تماما.", [expect(words="الجسر آمن تماما")]),
    Case("in whose opinion", "وبرأي الوزير سليم الحداد فإن الجسر آمن.", [expect(cue="وبرأي", words="الجسر آمن")]),
    Case("in his opinion", "وقال الوزير إنه راض. وبرأيه، فإن الجسر آمن.", [expect(), expect(words="الجسر آمن")]),
    Case("by his opinion", "وقال الوزير إنه راض. وبحسب رأيه، فإن الجسر آمن.", [expect(), expect(words="الجسر آمن")]),
    Case(
        "between a subject and what is said of it, without a pause",
        "إن قوارب الصيد بحسب «سليم الحداد» تمثل الآن أكثر ما يباع في المدينة.",
        [expect(cue="بحسب", words="قوارب الصيد بحسب «سليم الحداد» تمثل الآن أكثر ما يباع في المدينة")],
    ),
    Case(
        "the same behind a particle",
        "وترك الناس القرية لأن الجسر حسب خبراء لا يحتمل الماء.",
        [expect(cue="حسب", words="الجسر حسب خبراء لا يحتمل الماء")],
    ),
    Case("two clauses", "ويباع القمح في السوق بحسب التجار وتباع الخضار في الشارع.", [expect()]),
    Case("behind this", "وهذا بحسب المهندسين يجعل الجسر أقوى وأجمل.", [expect(words="يجعل الجسر أقوى وأجمل")]),
    Case(
        "between dashes, before a word that reports elsewhere",
        "وأغلق الباب، لأن التوازن -حسب سليم الحداد- بين الماء والرمل مختل تماما.",
        [expect(cue="حسب", words="التوازن -حسب سليم الحداد- بين الماء والرمل مختل تماما")],
    ),
    Case(
        "between dashes, before what the writer adds",
        "وتراجعت الصادرات في أبريل -وفق وزارة النقل- ما أثار خشية التجار.",
        [expect(cue="وفق", content="before")],
    ),
    Case(
        "as he says, between commas",
        "وقال سليم الحداد إن الجسر آمن. لكن النهر، كما يقول، يحتاج إلى عناية كبيرة.",
        [expect(cue="وقال"), expect(cue="كما يقول", words="النهر، كما يقول، يحتاج إلى عناية كبيرة")],
    ),
    Case("as is said, between commas", "والنهر، كما يقال، أساس الحياة في كل مدن الشرق.", []),
    Case("what else he spoke of", "وعرض الوزير صورا من الحرب، كما تطرق إلى تاريخ الجسر القديم.", []),
    Case(
        "as the author thinks",
        "وتبقى مياه النهر، كما يرى المؤلف، قادرة على كل شيء.",
        [expect(cue="كما يرى", words="وتبقى مياه النهر، كما يرى المؤلف، قادرة على كل شيء")],
    ),
    Case(
        "in the estimate of those who spoke",
        "وقال سكان الوادي إن السد قديم. وبني الجسر القديم - حسب تقديرهم - في القرن الماضي كله.",
        [
            expect(cue="وقال"),
            expect(cue="حسب تقديرهم", words="وبني الجسر القديم - حسب تقديرهم - في القرن الماضي كله"),
        ],
    ),
    Case(
        "it closes a relative clause that «و» joins",
        "وزار الوفد الجسر القديم، والذي بني قبل مئة عام، بحسب البلدية.",
        [expect(cue="بحسب", content="before")],
    ),
    Case("to insist on one's opinion", "وبقي الوزير متمسكا برأيه من البداية إلى النهاية.", []),
]

RARE = [
    Case(
        "a weak verb after «after»",
        "وبدأ العمل بعد أن كشفت شركة النهر للبناء أن الجسر آمن.",
        [expect(cue="كشفت", subject="شركة النهر للبناء", words="الجسر آمن")],
    ),
    Case(
        "the sentence's own verb takes it",
        "أكد الوزير، بعد أن كشفت الصحيفة الأمر، أن الجسر آمن.",
        [expect(cue="أكد", words="الجسر آمن")],
    ),
    Case(
        "marks on the way to the particle",
        "وقال الوزير سليم الحداد في خطاب قاطعه هتاف «الجسر للجميع» و«نريد الجسر» إن الجسر آمن.",
        [expect(subject="الوزير سليم الحداد", words="الجسر آمن")],
    ),
    Case(
        "banners, no cue",
        "وقال الوزير سليم الحداد في حفل حملت فيه لافتات «الجسر للجميع» و«نريد الجسر» إن الجسر آمن.",
        [expect(subject="الوزير سليم الحداد", words="الجسر آمن")],
    ),
    Case("what is known is nobody's word", "والكل يعرف أن الجسر قديم.", []),
    Case(
        "who handed it down",
        "وعن أنس رضي الله عنه قال: قال رسول الله: «الدين النصيحة».",
        [expect(cue="قال", subject="رسول الله")],
    ),
    Case("a verb behind marked words", "«كلام كل مرة»، تعلق ليلى الحداد، وتضيف كلاما آخر عنه.", []),
    Case("some hold a view", "وهناك من يرى أن الجسر آمن.", [expect(cue="يرى", subject=None, words="الجسر آمن")]),
    Case("between those who", "واختلفوا بين من اعتبر أن الجسر آمن وغيرهم.", [expect(cue="اعتبر", subject=None)]),
    Case("from a noun", "وخرج الوزير من كشف طبي فيه أن قلبه سليم.", []),
    Case("all agree", "وأجمع الخبراء على أن الجسر آمن.", [expect(cls="believe", words="الجسر آمن")]),
    Case("the whole world", "وشرح للعالم أجمع أن الجسر آمن.", [expect(cue="وشرح")]),
    Case("what a rule says", "ونصت اللوائح على أن الرسوم ثابتة.", [expect(subject="اللوائح", words="الرسوم ثابتة")]),
    Case("a text with its name", "وفاز نص «بيت على النهر القديم» بالجائزة الأولى.", []),
    Case(
        "a study that was published",
        "وتؤكد دراسة نشرت في «مجلة الجسور» أن الماء نقي.",
        [expect(cue="وتؤكد", subject="دراسة", words="الماء نقي")],
    ),
    Case(
        "what he calls it", "وتعهد بإنهاء ما يصفه بأنه فوضى في المدينة.", [expect(cue="يصفه", words="فوضى في المدينة")]
    ),
    Case("to warn that something must be", "ونبه الخبير سليم الحداد إلى ضرورة فتح الجسر.", [expect(words="فتح الجسر")]),
    Case("a verb behind لم", "وهو قانون سيئ ما لم نقل إنه ظالم.", []),
]

ON_THE_WAY = [
    Case(
        "a clause beside a noun",
        "وطالب الحداد بفتح الجسر وأن تنظف البلدية النهر.",
        [expect(words="تنظف البلدية النهر")],
    ),
    Case(
        "beside what it draws attention to",
        "ووصل الوزير لافتا إلى قلة المطر في الصيف، وأن النهر جاف.",
        [expect(cue="لافتا", words="النهر جاف")],
    ),
    Case(
        "a law that says further on",
        "ونوقش الفصل الثاني من الدستور الذي ينص في بنده الأول على أن الماء للجميع.",
        [expect(cue="ينص", words="الماء للجميع")],
    ),
    Case(
        "who speaks stands before a weak verb",
        "وكان مجلس المدينة أقر في بداية نيسان (أبريل) بأن الجسر قديم.",
        [expect(cue="أقر", subject="مجلس المدينة", words="الجسر قديم")],
    ),
    Case("so that not", "ويوصي الخبراء بألا يشرب الأطفال الماء.", [expect(words="يشرب الأطفال الماء")]),
    Case("to bet, not to see them", "تراهن الشركة على أن الجسر آمن.", [expect(subject="الشركة", words="الجسر آمن")]),
    Case("to go so far as to say", "وذهب الوزير إلى القول إن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("what one may say", "ووصلنا إلى ما يمكن القول إن الجسر معه آمن.", []),
    Case("a name of two words", "وذكر خلف الله أن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case(
        "a foreign name behind its description",
        "وذكر الباحث الرئيس، الذي عاد أمس، ميلو برازدل أن الماء نقي.",
        [expect(cue="وذكر", words="الماء نقي")],
    ),
]

AFTERWARDS = [
    Case(
        "as a study came to find",
        "ارتفعت مياه النهر كثيرا هذا العام، وفق ما توصلت إليه دراسة جديدة.",
        [expect(cue="وفق ما توصلت", subject="دراسة جديدة", content="before")],
    ),
    Case(
        "as it stands there",
        "ارتفعت مياه النهر كثيرا هذا العام، حسبما ورد في تقرير للبلدية.",
        [expect(subject="تقرير للبلدية", content="before")],
    ),
    Case(
        "in whose opinion, at the end",
        "وارتفعت مياه النهر كثيرا هذا العام، في رأي خبراء المياه.",
        [expect(cue="في رأي", subject="خبراء المياه", content="before")],
    ),
    Case(
        "but according to them",
        "سقط الجسر في الصيف الماضي ولكن وفقا لبلدية المدينة فقد بدأ العمل فيه.",
        [expect(cue="وفقا", subject="لبلدية المدينة", words="بدأ العمل فيه")],
    ),
    Case(
        "the clause goes on in the next sentence",
        "وقالت الشرطة إن المدينة هادئة. وإن التحقيق مستمر.",
        [expect(words="المدينة هادئة"), expect(cue="وإن", subject=None, words="التحقيق مستمر")],
    ),
    Case(
        "although", "وقالت الشرطة إن المدينة هادئة. وإن كانت المدينة كبيرة فهي آمنة.", [expect(words="المدينة هادئة")]
    ),
    Case("a rubric before the label", "فيديو: الوزير سليم الحداد: سنبني الجسر", [expect(cue=":", words="سنبني الجسر")]),
]

NAMES = [
    Case(
        "a name in marks behind a weak verb is no words",
        "ولم ترد «النهر» بعد على أسئلة الصحفيين، وفقا لوكالة الأنباء.",
        [expect(cue="ترد"), expect(cue="وفقا", subject="لوكالة الأنباء", content="before")],
    ),
    Case(
        "the name of the body of which he is",
        "ترتفع مياه النهر كل عام، وفق ما كشف عنه سليم الحداد رئيس شركة «مياه الوادي».",
        [expect(subject="سليم الحداد رئيس شركة «مياه الوادي»", content="before")],
    ),
    Case("children's books", "إن كتب الأطفال «الجديدة» تباع في كل مكان.", []),
    Case(
        "a body in a headline",
        "«مياه الوادي»: سنبني الجسر هذا العام\nفي المدينة ثلاثة جسور قديمة بناها العمال في القرن الماضي.",
        [expect(cue=":", subject="مياه الوادي")],
    ),
    Case("as it stands, at the head", "كما جاء في البيان أن الجسر آمن.", [expect(subject="البيان", words="الجسر آمن")]),
    Case("among what it holds", "وجاء ضمن التقرير أن الجسر آمن.", [expect(cue="وجاء ضمن", words="الجسر آمن")]),
    Case(
        "between dashes",
        "وأضافت الوزارة -ردا على ما نشرته «النهر» أمس-: إن الجسر آمن.",
        [expect(subject="الوزارة", words="الجسر آمن"), expect(cue="نشرته")],
    ),
    Case(
        "of whom he asks it",
        "وطلب الوزير من مدير المدرسة سليم الحداد أن يفتح الباب.",
        [expect(cue="وطلب", subject="الوزير", words="يفتح الباب")],
    ),
    Case(
        "on its necessity",
        "وهو القانون الذي تصر فيه الوزارة على ضرورة فتح الجسر.",
        [expect(cue="تصر", words="فتح الجسر")],
    ),
    Case(
        "one item after the other",
        "يقول التقرير إن الماء قليل. 2) أن النهر جاف هذا العام.",
        [expect(words="الماء قليل"), expect(words="النهر جاف هذا العام")],
    ),
]

NOMINAL = [
    Case(
        "what a source announced to whom",
        "وفي السياق، برز إعلان مصدر مطلع إلى وكالة الأنباء أن الجسر آمن.",
        [expect(cue="إعلان", subject="مصدر مطلع", words="الجسر آمن")],
    ),
    Case(
        "what a warning says",
        "وتأتي الخطوة بعد تحذير وزارة الري من أن المياه ملوثة، بالتزامن مع الحملة.",
        [expect(cue="تحذير", subject="وزارة الري", words="المياه ملوثة")],
    ),
    Case(
        "what who demands calls necessary",
        "وهذا يفسر مطالب نقابات الصيادين بضرورة فتح الميناء للجميع.",
        [expect(cue="مطالب", words="فتح الميناء للجميع")],
    ),
    Case(
        "accusations, and whom they accuse",
        "وفيما يتعلق باتهامات سليم الحداد للشركة بأنها سرقت المال، قال الوزير إن الأمر انتهى.",
        [expect(cue="باتهامات", subject="سليم الحداد", words="سرقت المال"), expect(cue="قال")],
    ),
    Case(
        "announced by him",
        "وبين أيدينا إعلان مبكر من قبل الوزير بأنه وقع الاتفاق.",
        [expect(cue="إعلان", subject="الوزير", words="وقع الاتفاق")],
    ),
    Case("whom somebody accuses", "ورفض الوزير اتهام الشركة بأنها لوثت النهر.", []),
    Case("of whom something is demanded", "وجاء ذلك بعد مطالبة البلدية بأن تفتح الجسر.", []),
    Case("who are warned", "وجاء ذلك بعد تحذير السكان من أن الماء ملوث.", []),
    Case("what warnings led to", "وأدت تحذيرات الوزارة إلى أن يغلق المصنع أبوابه.", []),
    Case("what demands helped to bring", "وساهمت مطالب النقابة في أن ترتفع الأجور.", []),
    Case("who is asked to", "والكل مطالب بأن يحفظ الماء.", []),
    Case("after something else", "وصدرت تصريحات الوزير بعد أن أغلقت البلدية الجسر.", []),
    Case("another verb's particle", "ووافقت على نفي مصدر مطلع لكنها تريد أن يبقى.", []),
    Case(
        "a view, and whose it is",
        "وبالنسبة إلى سليم الحداد، مدير المدرسة، فإن الجسر آمن.",
        [expect(cue="وبالنسبة إلى", subject="سليم الحداد، مدير المدرسة", words="الجسر آمن")],
    ),
    Case("what is spoken of", "وبالنسبة إلى القمح فإن الأسعار ثابتة.", []),
    Case("a rule that says it", "وحسب النظام فإن اللاعب باق.", [expect(cue="وحسب", words="اللاعب باق")]),
    Case("in accordance with a rule", "وعاد اللاعب إلى فريقه القديم حسب النظام.", []),
    Case(
        "to define",
        "وتعرف الدراسات الضجيج بأنه صوت لا يريده أحد.",
        [expect(subject="الدراسات", words="صوت لا يريده أحد")],
    ),
    Case(
        "as being",
        "ووصف الوزير سليم الحداد الجسر بكونه تحفة نادرة.",
        [expect(subject="الوزير سليم الحداد", words="تحفة نادرة")],
    ),
    Case("to be known as", "وهو رجل يعرف بأنه كريم.", []),
    Case("knowledge", "وقال إن الأمر صعب: ومعرفة الحل أصعب.", [expect(cue="وقال")]),
    Case("made clear", "ووضح المصدر نفسه أن الجسر آمن.", [expect(subject="المصدر نفسه", words="الجسر آمن")]),
]

GROUPS = {"told": TOLD, "between": BETWEEN, "company": COMPANY, "inserted": INSERTED, "rare": RARE}
GROUPS |= {"on the way": ON_THE_WAY, "afterwards": AFTERWARDS, "names": NAMES, "nominal": NOMINAL}


@pytest.mark.parametrize(
    ("body", "expected"),
    table([case._replace(label=f"{group}: {case.label}") for group, cases in GROUPS.items() for case in cases]),
)
def test_report(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
