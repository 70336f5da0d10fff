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
        "with a withheld name",
        "وقال مسؤول أمني طلب عدم الكشف عن هويته إن الجسر آمن.",
        [expect(subject="مسؤول أمني", words="الجسر آمن")],
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

FRAMES = [
    Case(
        "to an agency", "وقال الوزير لوكالة رويترز إن الجسر آمن.", [expect(medium="لوكالة رويترز", words="الجسر آمن")]
    ),
    Case("to an outlet in marks", "وقال الوزير لـ«رويترز» إن الجسر آمن.", [expect(medium="رويترز")]),
    Case("the bare name", "وقال الوزير لفرانس برس إن الجسر آمن.", [expect(medium="لفرانس برس")]),
    Case("a name with the article", "وقال الوزير للجزيرة نت إن الجسر آمن.", [expect(medium="للجزيرة نت")]),
    Case(
        "in an interview",
        "وقال الوزير في مقابلة مع صحيفة النهر إن الجسر آمن.",
        [expect(medium="صحيفة النهر", occasion="مقابلة")],
    ),
    Case(
        "in front of the verb",
        "وفي تصريح لصحيفة النهر، قال الوزير إن الجسر آمن.",
        [expect(medium="لصحيفة النهر", occasion="تصريح")],
    ),
    Case("in brackets", "وقال الوزير لـ(النهر) إن الجسر آمن.", [expect(medium="النهر", words="الجسر آمن")]),
    Case(
        "in brackets, with a full stop inside",
        "وقال الوزير في تصريح لـ(النهر. نت) إن الجسر آمن.",
        [expect(medium="النهر. نت", words="الجسر آمن")],
    ),
    Case(
        "in front of the subject",
        "وأوضح لـ«النهر» الناطق الإعلامي سليم الحداد أن الجسر آمن.",
        [expect(subject="الناطق الإعلامي سليم الحداد", medium="النهر")],
    ),
    Case(
        "who got a copy of it",
        "وقال الوزير في بيان تلقت صحيفة النهر نسخة منه إن الجسر آمن.",
        [expect(medium="صحيفة النهر", words="الجسر آمن")],
    ),
    Case(
        "who got the document that speaks",
        "وأفاد بيان للوزارة، تسلمت «النهر» نسخة منه، بأن الجسر آمن.",
        [expect(medium="النهر", words="الجسر آمن")],
    ),
    Case(
        "who saw it",
        "وقال الوزير في وثيقة اطلعت عليها رويترز إن الجسر آمن.",
        [expect(cue="وقال", medium="رويترز", words="الجسر آمن")],
    ),
    Case(
        "no medium: where a letter arrived",
        "وقال الوزير في بيان وصل المدينة أمس إن الجسر آمن.",
        [expect(medium=None, words="الجسر آمن")],
    ),
    Case(
        "a platform in marks",
        "وقال الوزير في تدوينة على «فيسبوك» إن الجسر آمن.",
        [expect(medium="فيسبوك", words="الجسر آمن")],
    ),
    Case(
        "what was published there",
        "ونشر سليم الحداد تدوينة على تويتر قال فيها إن الجسر آمن.",
        [expect(cue="قال", medium="تويتر", words="الجسر آمن")],
    ),
    Case(
        "a document between commas passes on what somebody says",
        "وبالمناسبة، يضيف البلاغ، أكد الوزير على ضرورة فتح الجسر.",
        [expect(subject="الوزير", medium="البلاغ", words="فتح الجسر")],
    ),
    Case(
        "a source between subject and words",
        "وتشير الدراسات، يضيف المصدر ذاته، إلى أن الجسر آمن.",
        [expect(subject="الدراسات", medium="المصدر ذاته", words="الجسر آمن")],
    ),
    Case(
        "a statement that an agency passed on",
        "وقال الوزير في بيان نقلته وكالة رويترز إن الجسر آمن.",
        [expect(medium="وكالة رويترز")],
    ),
    Case(
        "quoted from somebody",
        "ونقلت صحيفة النهر عن الوزير سليم الحداد أن الجسر آمن.",
        [expect(subject="الوزير سليم الحداد", medium="صحيفة النهر", words="الجسر آمن")],
    ),
    Case(
        "an agency at the end",
        "وقال الوزير إن الجسر آمن، بحسب ما ذكرت وكالة رويترز.",
        [expect(words="الجسر آمن", medium="وكالة رويترز")],
    ),
    Case(
        "what an agency passed on",
        "وقال الوزير إن الجسر آمن، وفق ما أوردته وكالة رويترز.",
        [expect(words="الجسر آمن", medium="وكالة رويترز")],
    ),
    Case(
        "the outlet in front of the document",
        "وحسب موقع «ميديا»، يكشف كتاب جديد أن الجسر قديم.",
        [expect(cue="يكشف", subject="كتاب جديد", medium="موقع «ميديا»", words="الجسر قديم")],
    ),
    Case(
        "passed on, between the verb and its words",
        "وأشارت الشركة المالكة حسب ما أوردته صحيفة النهر إلى أنها قد تخفض السعر.",
        [expect(words="قد تخفض السعر", medium="صحيفة النهر")],
    ),
    Case("a town is no newspaper", "وقال الشيخ الذي انتقل إلى المدينة إن الجسر آمن.", [expect(medium=None)]),
    Case(
        "an agency that quotes",
        "وذكرت وكالة رويترز أن الوزير قال إن الجسر آمن.",
        [expect(subject="الوزير", medium="وكالة رويترز", words="الجسر آمن")],
    ),
    Case("a platform", "وكتب سليم الحداد على حسابه في فيسبوك: سنبني الجسر.", [expect(medium="حسابه في فيسبوك")]),
    Case(
        "no medium: an office of a body in marks", "وقال المتحدث الرسمي لـ«النهر» إن الجسر آمن.", [expect(medium=None)]
    ),
    Case(
        "to a correspondent of an agency in brackets",
        "وأكد مدير الصحة سليم الحداد لمراسل (وات) أن الجسر آمن.",
        [expect(medium="وات", words="الجسر آمن")],
    ),
    Case(
        "to a correspondent of a named agency",
        "وأكد الوزير لموفدة وكالة رويترز أن الجسر آمن.",
        [expect(medium="وكالة رويترز", words="الجسر آمن")],
    ),
    Case(
        "to a network of abbreviated name: its letters are no particles",
        "وقال الوزير لشبكة (بي.ان.ان-اي.تي.في) التلفزيونية انه متفائل بالجسر.",
        [expect(medium="لشبكة (بي.ان.ان-اي.تي.في) التلفزيونية", words="متفائل بالجسر")],
    ),
    Case(
        "to an outlet in marks behind the place of an office",
        "وقال سليم الحداد أستاذ النقل في جامعة قطر لـ«صوت النهر» إن الجسر آمن.",
        [expect(medium="صوت النهر", words="الجسر آمن")],
    ),
    Case(
        "as a site passed on, between the frame and the words",
        "وأعلن الوزير خلال مؤتمر صحفي في بيروت كما نقل موقع النهر الإلكتروني أن الجسر آمن.",
        [expect(subject="الوزير", medium="موقع النهر الإلكتروني", words="الجسر آمن")],
    ),
    Case(
        "as others passed on of her, whoever they are",
        "وأعلنت الوزيرة، بحسب ما نقل عنها نواب، أن الجسر آمن.",
        [expect(subject="الوزيرة", medium="نواب", words="الجسر آمن")],
    ),
    Case(
        "sources in front of the report",
        "وحسب مصادر شاركت في الجلسة، فقد قال الوزير إن الجسر آمن.",
        [expect(subject="الوزير", medium="مصادر", words="الجسر آمن")],
    ),
    Case(
        "what somebody mentioned: a form that is a noun elsewhere",
        "عاد القطار إلى رحلاته نحو الجبال، وفق ما ذكره مدير الشركة سليم الحداد لمراسلة (وات).",
        [expect(cue="وفق ما ذكره", subject="مدير الشركة سليم الحداد", medium="وات")],
    ),
    Case(
        "leaning on an official",
        "وذكرت صحيفة النهر استنادا إلى مسؤول أمني أن الجسر آمن.",
        [expect(subject="مسؤول أمني", medium="صحيفة النهر", words="الجسر آمن")],
    ),
    Case(
        "asked by a paper",
        "وأجاب الوزير على سؤال للحياة عن الجسر قائلا «لن نترك الجسر هكذا أبدا».",
        [expect(cue="قائلا", medium="للحياة")],
    ),
    Case(
        "to an agency whose name a surname of the text repeats",
        "وقال الخبير نادر برس إن الجسر آمن. ويضيف لفرانس برس أن الجسر جميل.",
        [expect(subject="الخبير نادر برس"), expect(subject=None, medium="لفرانس برس", words="الجسر جميل")],
    ),
    Case(
        "no medium: an outlet's own channel on a platform",
        "وأفادت قناة «النهر» على تلغرام بأن الجسر آمن.",
        [expect(medium=None, words="الجسر آمن")],
    ),
    Case(
        "no medium: the trade in an agency's name",
        "وأوردت الوكالة الوطنية للإعلام أن الجسر آمن.",
        [expect(medium=None, words="الجسر آمن")],
    ),
    Case("no medium: a standard", "وقال الوزير إن الجسر آمن، وفقا لتقرير اللجنة.", [expect(medium=None)]),
    Case("journalists", "وقال الوزير للصحفيين إن الجسر آمن.", [expect(addressee="للصحفيين", words="الجسر آمن")]),
    Case("a meeting", "وقال الوزير في مؤتمر صحفي إن الجسر آمن.", [expect(occasion="مؤتمر صحفي", words="الجسر آمن")]),
    Case(
        "a label to an outlet",
        "سليم الحداد لوكالة رويترز: سنبني الجسر.",
        [expect(cue=":", subject="سليم الحداد", medium="لوكالة رويترز", words="سنبني الجسر")],
    ),
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
        [expect(words="فقد بلغ طول الجسر ألف متر")],
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
    Case("of the sentence before", "وذلك بحسب دراسة للبلدية، وهي الأولى من نوعها.", []),
    Case(
        "a name and a colon", "سليم الحداد: سنبني الجسر.", [expect(cue=":", subject="سليم الحداد", words="سنبني الجسر")]
    ),
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
    "frames": FRAMES,
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
