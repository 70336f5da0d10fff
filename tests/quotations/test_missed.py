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
    Case(
        "what an inquiry ends at",
        "وانتهت لجنة التحقيق إلى أن الجسر آمن.",
        [expect(cue="وانتهت", subject="لجنة التحقيق", words="الجسر آمن")],
    ),
    Case("until something was done", "وانتهت التجارب إلى أن أقاموا جسرا.", []),
    Case("where things end", "وقد ينتهي الأمر إلى أن تغلق الحدود.", []),
    Case("what a thing came to", "وانتهى الخلاف إلى أن الجسر ملك للجميع.", []),
    Case("until somebody became something", "سافر كثيرا وانتهى إلى أن أصبح بحارا.", []),
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

GROUPS = {"told": TOLD, "between": BETWEEN, "company": COMPANY, "rare": RARE}
GROUPS |= {"on the way": ON_THE_WAY, "afterwards": AFTERWARDS, "names": NAMES}


@pytest.mark.parametrize(
    ("body", "expected"),
    table([case._replace(label=f"{group}: {case.label}") for group, cases in GROUPS.items() for case in cases]),
)
def test_report(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
