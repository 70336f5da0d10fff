"""Where the words that a cue governs end."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

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
    Case("no details", "وأعلنت الشرطة أن الجسر مغلق، من دون إعطاء أي تفاصيل.", [expect(words="الجسر مغلق")]),
    Case("no reasons, without a comma", "وأعلنت الشرطة أن الجسر مغلق دون ذكر الأسباب.", [expect(words="الجسر مغلق")]),
    Case(
        "what others do not tell, and the clause goes on",
        "وأكد الوزير أن البلدية أغلقت الجسر دون توضيح الأسباب وأنه سيفتح غدا.",
        [expect(words="البلدية أغلقت الجسر دون توضيح الأسباب وأنه سيفتح غدا")],
    ),
    Case(
        "what others do not tell, in marks",
        "وقال الوزير إن الجسر أغلق «دون ذكر أسباب تقنع أحدا».",
        [expect(words="الجسر أغلق «دون ذكر أسباب تقنع أحدا»")],
    ),
    Case(
        "no details behind an attribution",
        "وأغلقت الشرطة الجسر القديم، وفق ما أعلنت البلدية، دون إعطاء تفاصيل أخرى.",
        [expect(cue="وفق ما أعلنت", words=None)],  # what stands before it
    ),
    Case(
        "marked words that are a sentence of their own, behind a comma",
        "وقال الوزير إن الجسر القديم آمن، «وهذا كل ما أستطيع أن أقوله لكم اليوم عن الجسر».",
        [expect(words="الجسر القديم آمن")],
    ),
    Case(
        "marked words of who speaks, without a comma",
        "وقال الوزير إن الجسر القديم آمن «لكننا لا نستطيع أن نفتح الطريق إليه قبل الصيف».",
        [expect(words="الجسر القديم آمن")],
    ),
    Case(
        "not at what the clause says of its subject",
        "وقال الوزير إن الحملة الأخيرة «لن تنال من عزم المدينة على فتح الجسر قبل الصيف».",
        [expect(words="الحملة الأخيرة «لن تنال من عزم المدينة على فتح الجسر قبل الصيف»")],
    ),
    Case("وكشف عن", "وأكد الوزير أن الجسر آمن وكشف عن خطة جديدة.", [expect(words="الجسر آمن")]),
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
        "nor without a comma, where it is somebody's words",
        "وقال الوزير إن الجسر آمن تماما حسب قوله.",
        [expect(words="الجسر آمن تماما"), expect(cue="حسب قوله")],
    ),
    Case(
        "a standard without a comma stays",
        "وقال الوزير إن الجسر شيد وفق الأنظمة.",
        [expect(words="الجسر شيد وفق الأنظمة")],
    ),
    Case(
        "so does what somebody answers",
        "وقال الوزير إن اللجنة ترد قريبا على ما يقوله النائب سليم الحداد.",
        [expect(words="اللجنة ترد قريبا على ما يقوله النائب سليم الحداد"), expect(content="before")],
    ),
    Case(
        "an attribution behind وذلك",
        "وقالت البلدية إن الجسر آمن تماما، وذلك وفق مدير المشروع.",
        [expect(words="الجسر آمن تماما"), expect(cue="وفق")],
    ),
    Case(
        "an attribution whose authority is described",
        "وتشير البلدية إلى أن الجسر آمن تماما، بحسب دراسة شملت مئة جسر.",
        [expect(words="الجسر آمن تماما")],
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
    Case(
        "بالقول",
        "ورد على الذين يقولون إن الجسر مغلق، بالقول «سنفتحه غدا صباحا».",
        [expect(words="الجسر مغلق"), expect(cue="بالقول", content="mark")],
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
    Case("nor with any verb", "وقررت اللجنة أن يتم فتح الجسر غدا، وأن تكون الطرق سالكة.", []),
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
        "where it comes from",
        "وقال النبي صلى الله عليه وسلم: الدين النصيحة لكل مسلم (رواه مسلم).",
        [expect(words="الدين النصيحة لكل مسلم")],
    ),
    Case(
        "the body that closes another one's report",
        "ورأت اللجنة أن الجسر لا يحتمل الشاحنات، وفق هيئة الطرق.",
        [expect(words="الجسر لا يحتمل الشاحنات", medium=None)],
    ),
    Case(
        "in her words",
        "واعتبرت النائبة ليلى الحداد أن الجسر لا يحتمل الشاحنات، وفق تعبيرها.",
        [expect(words="الجسر لا يحتمل الشاحنات"), expect(cue="وفق تعبيرها", content="before")],
    ),
    Case(
        "what the source does not tell: دون أن",
        "وقال مصدر أمني إن شاحنتين سقطتا في النهر، من دون أن يوضح سبب سقوطهما.",
        [expect(words="شاحنتين سقطتا في النهر")],
    ),
    Case(
        "what the source does not tell: لكنه لم",
        "وقالت الشرطة إن شاحنتين سقطتا في النهر، لكنها لم تكشف عن سبب سقوطهما.",
        [expect(words="شاحنتين سقطتا في النهر")],
    ),
    Case(
        "what the source does not tell: إلا أنه لم",
        "وقال الحارس إن شاحنتين سقطتا في النهر، إلا أنه لم يحدد وقت سقوطهما.",
        [expect(words="شاحنتين سقطتا في النهر")],
    ),
    Case(
        "without a comma it is of the clause",
        "وقال الوزير إن المقاول بدأ العمل دون أن يحدد موعدا لنهايته.",
        [expect(words="المقاول بدأ العمل دون أن يحدد موعدا لنهايته")],
    ),
    Case(
        "وذلك في بيان",
        "وقال الوزير إن العمل في الجسر سيبدأ قريبا، وذلك في بيان وزع مساء السبت.",
        [expect(words="العمل في الجسر سيبدأ قريبا")],
    ),
    Case(
        "وذلك في سياق حديثه",
        "وقال الوزير إن العمل في الجسر سيبدأ قريبا، وذلك في معرض رده على الصحافيين.",
        [expect(words="العمل في الجسر سيبدأ قريبا")],
    ),
    Case(
        "وذلك في إطار is of the clause",
        "وقال الوزير إن العمل في الجسر سيبدأ قريبا، وذلك في إطار الخطة الجديدة.",
        [expect(words="العمل في الجسر سيبدأ قريبا، وذلك في إطار الخطة الجديدة")],
    ),
    Case(
        "the main clause behind رغم أن",
        "ورغم أن هيئة الطرق وجدت أن أعمدة الجسر سليمة كلها، فإن سكان الضفة يخشون عبوره.",
        [expect(words="أعمدة الجسر سليمة كلها")],
    ),
    Case(
        "the main clause behind في حين",
        "وفي حين أعلنت البلدية أن أعمدة الجسر سليمة كلها، أشار المهندس سليم الحداد إلى شقوق فيها.",
        [expect(words="أعمدة الجسر سليمة كلها")],
    ),
    Case(
        "dots before another particle only pause",
        "وقالت المرشدة إن الكهف واسع جدا.. وأن الزوار يدخلونه بالمصابيح... كما أنه رطب. ثم مضت.",
        [expect(words="الكهف واسع جدا.. وأن الزوار يدخلونه بالمصابيح... كما أنه رطب")],
    ),
    Case(
        "so on",
        "وقالت المرشدة إن في الكهف أدوات كثيرة من الفخار والحجر... إلخ، وكلها قديمة.",
        [expect(words="في الكهف أدوات كثيرة من الفخار والحجر... إلخ، وكلها قديمة")],
    ),
    Case(
        "dots before another report end the sentence",
        "وقالت المرشدة إن الكهف واسع جدا.. وأضافت أن الزوار يدخلونه بالمصابيح.",
        [expect(words="الكهف واسع جدا"), expect(words="الزوار يدخلونه بالمصابيح")],
    ),
    Case(
        "a question mark for the percent sign",
        "وقال المدير إن الإنتاج زاد هذا الصيف بنسبة 12?، مقارنة بالصيف الماضي.",
        [expect(words="الإنتاج زاد هذا الصيف بنسبة 12?، مقارنة بالصيف الماضي")],
    ),
    Case(
        "a clause conceded in the middle of a sentence",
        "ولا بد من توقيع العقد، ورغم أن الشركة تقول إنه قديم إلا أن العمال يقبلونه.",
        [expect(words="قديم")],
    ),
    Case(
        "a clause that begins before what it concedes",
        "وقال الوزير إن العقد جيد، ورغم أنه قديم إلا أن العمال يقبلونه.",
        [expect(words="العقد جيد، ورغم أنه قديم إلا أن العمال يقبلونه")],
    ),
    Case(
        "a report behind what is conceded",
        "ورغم أن العقد قديم، قال الوزير إن الشركة ستدفع، إلا أن العمال لن يقبلوا.",
        [expect(words="الشركة ستدفع، إلا أن العمال لن يقبلوا")],
    ),
    Case(
        "a cause",
        "ولأن الشركة أعلنت أنها لن تدفع فإن العمال أغلقوا باب المصنع.",
        [expect(words="لن تدفع")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), table(ENDS))
def test_where_words_end(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
