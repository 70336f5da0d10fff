"""What each cue governs: its subject, the medium, the addressee, the occasion, and whether it is denied."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

SUBJECTS = [
    Case(
        "after the verb",
        "قال وزير النقل سليم الحداد إن الجسر آمن.",
        [expect(cue="قال", subject="وزير النقل سليم الحداد", words="الجسر آمن")],
    ),
    Case(
        "before the verb",
        "وزير النقل سليم الحداد قال إن الجسر آمن.",
        [expect(subject="وزير النقل سليم الحداد", words="الجسر آمن")],
    ),
    Case(
        "before a relative pronoun",
        "وحضر وزير النقل سليم الحداد الذي أكد أن الجسر آمن.",
        [expect(cue="أكد", subject="وزير النقل سليم الحداد", words="الجسر آمن")],
    ),
    Case("dropped", "وأضاف أن الجسر آمن.", [expect(cue="وأضاف", subject=None, words="الجسر آمن")]),
    Case("after a short word", "وقال عنه المهندس سليم الحداد إن الجسر آمن.", [expect(subject="المهندس سليم الحداد")]),
    Case("after a word of time", "وأعلنت أمس وزارة النقل أن الجسر آمن.", [expect(subject="وزارة النقل")]),
    Case(
        "agreement: the minister is no subject of a feminine verb",
        "وقالت للوزير إن الجسر آمن.",
        [expect(subject=None, words="الجسر آمن")],
    ),
    Case(
        "of an estimate",
        "ويقدر خبراء في المدينة أن الجسر يحتاج إلى عامين.",
        [expect(cue="ويقدر", subject="خبراء في المدينة", words="الجسر يحتاج إلى عامين")],
    ),
    Case(
        "of an estimate, a body",
        "وقدرت منظمة النهر العالمية أن الماء قليل.",
        [expect(subject="منظمة النهر العالمية", words="الماء قليل")],
    ),
    Case("nobody estimates", "ويقدر أن الجسر يحتاج إلى عامين.", []),
    Case("what is estimated at something", "وبلغت الخسائر التي تقدر بمليون درهم، ومن شأنها أن تزيد، حدا كبيرا.", []),
    Case("who can do something", "والجسر القديم يقدر أن يحمل القطار.", []),
    Case(
        "a first name that is a verb too, before whose son he is",
        "وقال المهندس طالب بن سليم إن الجسر آمن.",
        [expect(cue="وقال", subject="المهندس طالب بن سليم", words="الجسر آمن")],
    ),
    Case("what nobody can do", "ولا يقدر أحد أن يعبر الجسر في الشتاء.", []),
    Case(
        "with a withheld name",
        "وقال مسؤول أمني طلب عدم الكشف عن هويته إن الجسر آمن.",
        [expect(subject="مسؤول أمني", words="الجسر آمن")],
    ),
    Case(
        "whom a paper quotes",
        "ونشرت صحيفة النهر عن مسؤولين أن الجسر آمن.",
        [expect(subject="مسؤولين", medium="صحيفة النهر", words="الجسر آمن")],
    ),
    Case(
        "of whom its report tells",
        "ونشرت صحيفة النهر تقريرا عن ليلى الوادي التي حلمت بأن الجسر آمن.",
        [],
    ),
    Case("a share of those asked", "وقال 63% إن الجسر آمن.", [expect(subject="63%", words="الجسر آمن")]),
    Case("a document", "وكشف تقرير حديث صادر عن بلدية الوادي حول الطرق أن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case(
        "no dateline",
        "نابلس (وكالة النهر) -- أكد أن الجسر آمن.",
        [expect(cue="أكد", subject=None, words="الجسر آمن")],
    ),
    Case(
        "whom the verb asks is not its subject",
        "وزار الوفد السد، وطالب سكان القرى بأن يصبروا.",
        [expect(cue="وطالب", subject=None, words="يصبروا")],
    ),
    Case(
        "between the auxiliary and قد",
        "ونفت الوزارة أن يكون النائب قد قال إن الجسر مغلق.",
        [expect(cls="deny"), expect(subject="النائب", negated=True)],
    ),
    Case("what somebody owns is no subject", "سليم الحداد يصف تجربته بأنها طويلة.", [expect(subject="سليم الحداد")]),
    Case(
        "nor is whoever follows a purpose",
        "عاد سليم الحداد لينتقد ليلى الوادي، وقال: الجسر قديم جدا.",
        [expect(cue="وقال", subject=None)],
    ),
    Case("nor what he speaks of", "وعن لاعبي المنتخب قال: إن الفريق جاهز.", [expect(subject=None)]),
    Case("nor the report he speaks of", "وانتقد الوزير التقرير الذي قال إنه منحاز.", [expect(cue="قال", subject=None)]),
    Case(
        "the tongue of a spokeswoman",
        "ورفضت المدينة الخطة، وأكدت على لسان المتحدثة ليلى الحداد أن الجسر آمن.",
        [expect(cue="وأكدت", subject="المتحدثة ليلى الحداد", words="الجسر آمن")],
    ),
    Case("past بذلك", "وصرح بذلك وزير النقل، مؤكدا أن الجسر آمن.", [expect(cue="مؤكدا")]),
    Case(
        "figures that show",
        "وعرض سليم الحداد الإحصائيات التي تظهر أن الجسر آمن.",
        [expect(subject="الإحصائيات", words="الجسر آمن")],
    ),
    Case("God's words after قوله", "واستندوا إلى قوله تعالى: «وأقسطوا».", [expect(cue="قوله", subject="تعالى")]),
]


ATTRIBUTIONS = [
    Case(
        "at the end",
        "بني الجسر قبل عام واحد، بحسب الوزير سليم الحداد.",
        [expect(cue="بحسب", subject="الوزير سليم الحداد", content="before")],
    ),
    Case(
        "at the beginning",
        "بحسب الوزير سليم الحداد، بني الجسر قبل عام.",
        [expect(subject="الوزير سليم الحداد", words="بني الجسر قبل عام")],
    ),
    Case(
        "وفقا ل",
        "وفقا لوزارة النقل، بني الجسر قبل عام.",
        [expect(cue="وفقا", subject="لوزارة النقل", words="بني الجسر قبل عام")],
    ),
    Case("فإن opens the clause", "ووفقا لوزارة النقل فإن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case(
        "words that describe the source, up to فإن",
        "وبحسب مصادر حضرت اللقاء في جدة، فإن الجسر آمن.",
        [expect(subject="مصادر", words="الجسر آمن")],
    ),
    Case(
        "an attribution behind a cue and its subject",
        "وقال سليم الحداد، وفقا لموقع المدى، إن الجسر آمن.",
        [expect(subject="سليم الحداد", words="الجسر آمن")],
    ),
    Case(
        "as it stands in a document",
        "بني الجسر قبل عام واحد، بحسب ما جاء في وثيقة لوزارة النقل.",
        [expect(cue="بحسب ما جاء في", subject="وثيقة لوزارة النقل", content="before")],
    ),
    Case("على حد قوله", "بني الجسر قبل عام واحد، على حد قوله.", [expect(cue="على حد قوله", content="before")]),
    Case(
        "بحسب ما أفادت",
        "بني الجسر قبل عام واحد، بحسب ما أفادت وزارة النقل.",
        [expect(cue="بحسب ما أفادت", subject="وزارة النقل", negated=False)],
    ),
    Case("وجاء في", "وجاء في البيان أن الجسر آمن.", [expect(cue="وجاء في", subject="البيان", words="الجسر آمن")]),
    Case(
        "whoever judges what a clause without a relative pronoun describes",
        "وهي جماعة تصفها الوزارة بـ«التنظيم المسلح».",
        [expect(cue="تصفها", subject="الوزارة", content="mark")],
    ),
    Case(
        "words that stand in a statement",
        "وردت الشركة في بيان جاء فيه: «الجسر آمن تماما».",
        [expect(cue="جاء فيه", content="mark")],
    ),
    Case(
        "the rest of an attribution, to its comma",
        "وبحسب مصدر أمني في شرطة الوادي، بني الجسر قبل عام.",
        [expect(words="بني الجسر قبل عام")],
    ),
    Case(
        "it closes the last clause only",
        "ارتفع سعر القمح، أما سعر الماء فلم يتغير هذا العام، بحسب وزارة النقل.",
        [expect(cue="بحسب", content="before")],
    ),
    Case("not by a law", "أغلق الجسر وفق قانون الطرق.", []),
    Case("بحسبه", "وبحسبه فإن من يعبر الجسر آمن.", [expect(cue="وبحسبه", subject=None, words="من يعبر الجسر آمن")]),
    Case("God grant him success", "تحدث الوزير عن الجسر الذي وفقه الله إليه.", []),
    Case(
        "with an expression",
        "وطبقا لرأي بعض الخبراء، فإن الجسر آمن.",
        [expect(subject="بعض الخبراء", words="الجسر آمن")],
    ),
    Case(
        "also, not as",
        "ودخل النادي المهرجان، وكما يوضح الوزير سليم الحداد، أن الجسر آمن.",
        [expect(cue="يوضح", words="الجسر آمن")],
    ),
    Case("it shows its own", "تمثل كل أغنية قصة، كما توضح صلتها بالناس.", []),
    Case(
        "as they say, and a clause far behind",
        "الشتاء قريب -كما يقول النواب- مع قلق السكان من أن الجسر ضيق.",
        [expect(cue="كما يقول", content="that")],
    ),
    Case(
        "the rest of an attribution, to فقد",
        "ووفقا لأحدث البيانات المنشورة على موقع البلدية فقد بلغ طول الجسر ألف متر.",
        [expect(words="بلغ طول الجسر ألف متر")],
    ),
    Case(
        "as he says, of marks",
        "والحياة جميلة «سنعبر الجسر معا ونبقى»، كما يقول.",
        [expect(cue="كما يقول", subject=None, content="before")],
    ),
    Case(
        "inserted: all of its clause",
        "يعتمد الجسر، وفقا لوزارة النقل، على أعمدة من الحديد.",
        [expect(cue="وفقا", words="يعتمد الجسر، وفقا لوزارة النقل، على أعمدة من الحديد")],
    ),
    Case(
        "inserted in somebody's clause",
        "وأكدت المدينة أن الجسر، وفق وزارة النقل، آمن على الجميع.",
        [expect(cue="وأكدت", words="الجسر، وفق وزارة النقل، آمن على الجميع")],
    ),
    Case("a saying", "الجسر هو وقع الماء على الحجر، كما يقولون.", []),
    Case(
        "what the words answer",
        "وتعليقا على ما نقلته صحيفة النهر، قال الوزير إن الجسر آمن.",
        [expect(cue="قال", subject="الوزير", words="الجسر آمن")],
    ),
    Case("to succeed", "وفق سليم الحداد في بناء جسر طويل.", []),
    Case(
        "inserted with its own verb",
        "ومن خلال هذا الجسر، يضيف المصدر ذاته، تصل المدينة إلى النهر.",
        [expect(cue="يضيف", words="ومن خلال هذا الجسر، يضيف المصدر ذاته، تصل المدينة إلى النهر")],
    ),
    Case(
        "inserted before فإن",
        "ووفق القياسات الأولى، يضيف المصدر نفسه، فإنه يخشى على أعمدة الجسر.",
        [expect(cue="يضيف", subject="المصدر نفسه", words="يخشى على أعمدة الجسر")],
    ),
    Case(
        "inserted without a pause",
        "وسيتضمن برنامج المهرجان الكبير وفقا لبيان البلدية عشرين حفلا في ساحات المدينة.",
        [
            expect(
                subject="لبيان البلدية",
                words="وسيتضمن برنامج المهرجان الكبير وفقا لبيان البلدية عشرين حفلا في ساحات المدينة",
            )
        ],
    ),
    Case(
        "before فقد",
        "وتعطل العمل في الجسر أسابيع، ولكن وفقا للشركة فقد عاد العمال أمس.",
        [expect(subject="للشركة", words="عاد العمال أمس")],
    ),
    Case("in accordance with", "ويسير العمل في الجسر الجديد على وفق الخطة القديمة.", []),
    Case("customs", "ووفقا للتقاليد القديمة بدأ الحفل بنشيد المدينة.", []),
    Case("not as some think", "وليس العمل في الجسر سهلا كما يعتقد البعض.", []),
    Case("between a verb of reporting and its object", "وأشار الوزير سليم الحداد، حسب صحيفة النهر، إلى الجسر.", []),
    Case(
        "what stands in somebody's words",
        "وأورد الموقع ما جاء على لسان الوزير من أخطاء في الحفل الكبير.",
        [],
    ),
    Case("of the sentence before", "وذلك بحسب دراسة للبلدية، وهي الأولى من نوعها.", []),
    Case(
        "a name and a colon", "سليم الحداد: سنبني الجسر.", [expect(cue=":", subject="سليم الحداد", words="سنبني الجسر")]
    ),
    Case("a byline and a colon", "تقرير: سليم الحداد", []),
    Case(
        "words of two words behind a colon", "وزير المالية: الصادرات تعافت", [expect(words="الصادرات تعافت", cue=":")]
    ),
    Case("an entry of a list", "الشبكة القديمة: وتشمل عشرين محطة في المدينة.", []),
    Case("a source and a colon", "مصدر أمني: الطريق مفتوح أمام الجميع.", [expect(subject="مصدر أمني")]),
    Case("where the news comes from", "رويترز: أعلنت الحكومة فتح الطريق.", []),
    Case("an agency behind a place", "وادي النهر رويترز: فاز الفريق بكأس المدينة.", []),
    Case("a place and a masdar", "دمشق: اختتام معرض الزهور السنوي.", []),
    Case("a caption", "الوزير في مكتبه (تصوير: سليم الحداد) أمس.", []),
]

DENIALS = [
    Case("نفى", "ونفى الوزير أن يكون الجسر مغلقا.", [expect(cls="deny")]),
    Case("أنكر", "وأنكرت الشركة أنها باعت الجسر.", [expect(cls="deny")]),
    Case("استبعد", "واستبعد الخبير أن يغلق الجسر.", [expect(cls="deny")]),
    Case("لم يقل", "ولم يقل الوزير إن الجسر مغلق.", [expect(cls="say", negated=True)]),
    Case("لم يؤكد", "ولم يؤكد الجيش أن الجسر مغلق.", [expect(negated=True)]),
    Case("لا يعتقد", "ولا يعتقد الخبير أن الجسر مغلق.", [expect(cls="believe", negated=True)]),
    Case("ما قال", "ما قال الوزير إن الجسر مغلق.", [expect(negated=True)]),
    Case("دون أن يؤكد", "وغادر الوزير دون أن يؤكد أن الجسر مغلق.", [expect(negated=True)]),
    Case(
        "in a denied clause", "ونفى أن يكون قال: «الجسر مغلق».", [expect(cls="deny"), expect(cue="قال", negated=True)]
    ),
    Case(
        "what somebody is denied to have said",
        "ونفت الوزارة ما قاله النائب سليم الحداد من أن الجسر مغلق.",
        [expect(cue="قاله", negated=True)],
    ),
    Case("what somebody wrote", "وما ذكرته الوزيرة لا يعني أن الجسر مغلق.", []),
    Case("to add in earnest", "ولم تضف الشركة شيئا جديدا للمدينة لأنها تحاول فقط أن تربح.", []),
    Case("an assertion", "وقال الوزير إن الجسر لم يغلق.", [expect(negated=False)]),
    Case("the relative ما is no negation", "وهذا ما قاله الوزير: الجسر مفتوح.", [expect(negated=False)]),
]

SCRIPTURE = [
    Case(
        "a verse with its reference",
        "والعدل أساس (وَأَقْسِطُوا إِنَّ اللَّهَ يُحِبُّ الْمُقْسِطِينَ) [الحجرات: 9] كما نعرف.",
        [expect(words="وَأَقْسِطُوا إِنَّ اللَّهَ يُحِبُّ الْمُقْسِطِينَ")],
    ),
    Case(
        "after a cue",
        "قال تعالى: {وَأَقْسِطُوا إِنَّ اللَّهَ يُحِبُّ الْمُقْسِطِينَ} (سورة الحجرات).",
        [expect(cue="قال", subject="تعالى", words="وَأَقْسِطُوا إِنَّ اللَّهَ يُحِبُّ الْمُقْسِطِينَ")],
    ),
    Case(
        "a verse that nothing but its vowel signs shows",
        "والعدل أساس البلاد (وَأَقْسِطُوا إِنَّ اللَّهَ يُحِبُّ الْمُقْسِطِينَ) كما نعرف.",
        [expect(words="وَأَقْسِطُوا إِنَّ اللَّهَ يُحِبُّ الْمُقْسِطِينَ")],
    ),
    Case("a name in brackets with its vowel signs", "وفازت مدينة (الوَادِي الكَبِيرُ) في السباق.", []),
    Case(
        "the Prophet's words in brackets",
        "واستند الشيخ إلى قول الرسول صلى الله عليه وسلم (الدين النصيحة لكل مسلم) في خطبته.",
        [expect(cue="قول", words="الدين النصيحة لكل مسلم")],
    ),
    Case("the abbreviation", "وكما قال رسول الله (ص) في الخطبة.", []),
    Case("a bracket without a reference", "وصل الوفد (وفيه عشرة من الخبراء) إلى المدينة.", []),
]

GROUPS = {
    "subjects": SUBJECTS,
    "attributions": ATTRIBUTIONS,
    "denials": DENIALS,
    "scripture": SCRIPTURE,
}


@pytest.mark.parametrize(
    ("body", "expected"),
    table([case._replace(label=f"{group}: {case.label}") for group, cases in GROUPS.items() for case in cases]),
)
def test_report(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
