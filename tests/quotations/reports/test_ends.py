"""Where the words that a cue governs end."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

ENDS = [
    Case(
        "before he adds",
        "وقال الوزير إن الجسر آمن، قبل أن يضيف أن العمل مستمر.",
        [expect(words="الجسر آمن"), expect(cue="يضيف", words="العمل مستمر")],
    ),
    Case(
        "before another one does",
        "وقال الوزير إن الجسر أغلق، قبل أن تؤكد الشرطة أنه آمن.",
        [expect(words="الجسر أغلق، قبل أن تؤكد الشرطة أنه آمن"), expect(cue="تؤكد")],
    ),
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
        "فيما at the head only turns to another speaker",
        "فيما يرى المهندسون أن خطر الشاحنات ليس جديدا، فقد سقط جسر قبل أعوام.",
        [expect(words="خطر الشاحنات ليس جديدا، فقد سقط جسر قبل أعوام")],
    ),
    Case(
        "كما with an object is no attribution",
        "وأكد الجانبان أهمية فتح الجسر أمام الشاحنات الكبيرة، كما أكد الجانبان رغبتهما في بناء جسر آخر.",
        [expect(words="فتح الجسر أمام الشاحنات الكبيرة")],
    ),
    Case(
        "كما with another speaker",
        "وذكر شهود عيان أن شاحنتين سقطتا في النهر، كما وجه بعض السكان نداء إلى البلدية.",
        [expect(words="شاحنتين سقطتا في النهر")],
    ),
    Case(
        "what somebody with a name does with words",
        "وقالت الطبيبة هند العلي إن المستشفى ممتلئ، وختمت العلي حديثها بشكر المتطوعين.",
        [expect(words="المستشفى ممتلئ")],
    ),
    Case(
        "what others do with words is of the clause",
        "وقالت الطبيبة هند العلي إن المستشفى ممتلئ، ووجهت دوريات الشرطة المرضى إلى مستشفى آخر.",
        [expect(words="المستشفى ممتلئ، ووجهت دوريات الشرطة المرضى إلى مستشفى آخر")],
    ),
    Case(
        "an act of speech: thanks",
        "وأكد مدير المستشفى أن الأسرة تكفي الجميع، مقدما شكره للمتطوعين.",
        [expect(words="الأسرة تكفي الجميع")],
    ),
    Case(
        "an act of speech: blame",
        "وقالت النقابة إن الأسرة لا تكفي المرضى، محملة الوزارة كامل المسؤولية.",
        [expect(words="الأسرة لا تكفي المرضى")],
    ),
    Case(
        "what is only carried is of the clause",
        "وقالت الشرطة إن المركب وصل أمس، محملا بالسمك من الجزيرة.",
        [expect(words="المركب وصل أمس، محملا بالسمك من الجزيرة")],
    ),
    Case(
        "في وقت with another speaker",
        "وقالت النقابة إن الأسرة لا تكفي المرضى، في وقت أعلن فيه الوزير سليم الحداد أن المستشفى سيتسع.",
        [expect(words="الأسرة لا تكفي المرضى"), expect(words="المستشفى سيتسع")],
    ),
    Case(
        "في الوقت الذي with another speaker",
        "وقالت النقابة إن الأسرة لا تكفي المرضى، في الوقت الذي أكد فيه الوزير سليم الحداد أن المستشفى سيتسع.",
        [expect(words="الأسرة لا تكفي المرضى"), expect(words="المستشفى سيتسع")],
    ),
    Case(
        "من حيث is no turn",
        "ورأت لجنة التحكيم أن الروايتين تختلفان من حيث أن الراوي يؤكد أنه شاهد.",
        [expect(words="الروايتين تختلفان من حيث أن الراوي يؤكد أنه شاهد"), expect(words="شاهد")],
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
        "what another body insists on meanwhile",
        "وقالت النقابة إن المصنع رابح، في حين تصر الشركة على أنه خاسر.",
        [expect(words="المصنع رابح"), expect(subject="الشركة", words="خاسر")],
    ),
    Case(
        "what the speaker does not rule out",
        "وقال الوزير إن الجسر آمن، ولم يستبعد أن تغلقه البلدية في الشتاء.",
        [expect(words="الجسر آمن"), expect(cue="يستبعد", words="تغلقه البلدية في الشتاء")],
    ),
    Case(
        "what another one takes up",
        "وقالت النقابة إن الشركة ستغلق المصنع نهاية العام، وهو ما نفاه مديرها سليم الحداد.",
        [expect(words="الشركة ستغلق المصنع نهاية العام")],
    ),
    Case(
        "what another one takes up by a preposition",
        "وقالت النقابة إن الشركة ستغلق المصنع نهاية العام، الأمر الذي سبق أن حذرت منه وزارة الري.",
        [expect(words="الشركة ستغلق المصنع نهاية العام")],
    ),
    Case(
        "what nobody else takes up",
        "وقالت النقابة إن الشركة ستغلق المصنع نهاية العام، وهو ما أدى إلى الإضراب.",
        [expect(words="الشركة ستغلق المصنع نهاية العام، وهو ما أدى إلى الإضراب")],
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
