"""Where words end because the writer, or another speaker, reports again: فيما قال, كما دعا, وهو ما نفاه."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

TURNS = [
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
        "the answer with ف",
        "وقال الوزير إن الجسر آمن، فردت النائبة ليلى الحداد بالقول إن الطريق مغلق.",
        [expect(words="الجسر آمن"), expect(cue="بالقول", words="الطريق مغلق")],
    ),
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
    Case("كما أعرب عن", "وقال الوزير إن الجسر آمن، كما أعرب عن شكره للعمال.", [expect(words="الجسر آمن")]),
    Case(
        "فيما with an object is no report",
        "وقال الوزير إن الجسر آمن، فيما سجل السوق مكاسب.",
        [expect(words="الجسر آمن، فيما سجل السوق مكاسب")],
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
        "what another body insists on meanwhile",
        "وقالت النقابة إن المصنع رابح، في حين تصر الشركة على أنه خاسر.",
        [expect(words="المصنع رابح"), expect(subject="الشركة", words="خاسر")],
    ),
    Case(
        "a clause that begins with after that, before the sentence's own verb",
        "وبعد أن سجل أن الماء قليل في السد، دعا الوزير إلى الصبر.",
        [expect(cue="سجل", words="الماء قليل في السد")],
    ),
    Case(
        "a clause that begins with since, before the sentence's own verb",
        "وإذ أكد أن الماء قليل في السد، أعلن الوزير أن الجسر آمن.",
        [expect(words="الماء قليل في السد"), expect(subject="الوزير", words="الجسر آمن")],
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
]


@pytest.mark.parametrize(("body", "expected"), table(TURNS))
def test_where_the_writer_turns(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
