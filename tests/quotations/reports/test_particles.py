"""Which particle opens the words of a cue: over what stands between, and which ones belong to something else."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

OVER = [
    Case(
        "a phrase that a comma closes, behind a participle",
        "وشكر الوزير العمال، مبرزا في هذا الصدد، أن الجسر آمن.",
        [expect(cue="مبرزا", words="الجسر آمن")],
    ),
    Case(
        "this phrase without a comma",
        "واجتمع الخبراء ولاحظوا في هذا الإطار أن الجسر آمن.",
        [expect(cue="ولاحظوا", words="الجسر آمن")],
    ),
    Case(
        "whom a call goes to",
        "ودعا الوزير سليم الحداد الشركات المحلية إلى أن تبني الجسر.",
        [expect(subject="الوزير سليم الحداد", words="تبني الجسر")],
    ),
    Case(
        "what a rule says, behind its description",
        "ونص المرسوم، الذي صدر بعد أشهر من النقاش، على أنه لا رسوم على الجسر.",
        [expect(subject="المرسوم", words="لا رسوم على الجسر")],
    ),
    Case(
        "on which somebody insists, behind a frame",
        "وأكد الوزير، في ختام الزيارة، على أن الجسر آمن.",
        [expect(words="الجسر آمن")],
    ),
    Case(
        "an infinitive right behind the verb's frame",
        "وأكد الوزير، في ختام الزيارة، على أن تفتح الطرق غدا.",
        [expect(words="تفتح الطرق غدا")],
    ),
    Case(
        "beside the clause of another verb",
        "وقال الوزير إن التجار أكدوا حضورهم المعرض وإن الأسعار ستنخفض.",
        [expect(words="التجار أكدوا حضورهم المعرض وإن الأسعار ستنخفض")],
    ),
    Case(
        "behind a frame's noun with its pronoun",
        "وكشف سليم الحداد في نهاية حديثه أن المعرض يفتح غدا.",
        [expect(subject="سليم الحداد", words="المعرض يفتح غدا")],
    ),
    Case(
        "at the same time",
        "لكن المهندسين اعتبروا في الوقت ذاته أن الجسر قديم.",
        [expect(subject="المهندسين", words="الجسر قديم")],
    ),
    Case(
        "at the same time, behind a participle",
        "ودافع التجار عن المعرض، مبينين في الوقت نفسه أن الجسر قديم.",
        [expect(cue="مبينين", words="الجسر قديم")],
    ),
    Case(
        "over an outlet's name in marks",
        "وشدد سليم الحداد في حديثه مع «النهر» على أن الجسر قديم.",
        [expect(subject="سليم الحداد", words="الجسر قديم")],
    ),
    Case(
        "over marks in what describes who speaks",
        "وأعلن الحداد بعد زيارة فريق «الوادي» في المدينة أنه مستعد.",
        [expect(subject="الحداد", words="مستعد")],
    ),
    Case("without its space", "وأشار الحداد إلى أنّالجسر قديم.", [expect(subject="الحداد", words="الجسر قديم")]),
    Case("that it is so", "وشدد الحداد على كون الجسر آمنا.", [expect(subject="الحداد", words="الجسر آمنا")]),
    Case(
        "that it is so, behind a weak verb",
        "ولفت بعض التجار إلى كون الجسر آمنا.",
        [expect(subject="بعض التجار", words="الجسر آمنا")],
    ),
    Case(
        "beside a noun, with its vowel signs",
        "وتحدث الوزير لافتا إلى قلة الماء في المدينة، وَأن الجسر قديم.",
        [expect(cue="لافتا", words="الجسر قديم")],
    ),
]

LETTERS = [
    Case("CNN, then the particle", "وقالت قناة سي إن إن إن الجسر مغلق.", [expect(words="الجسر مغلق")]),
    Case("CNN at the colon", "وقال الوزير (سي إن إن): الجسر مغلق.", [expect(words="الجسر مغلق")]),
    Case("CNBC", "وقالت قناة سي إن بي سي إن الجسر مغلق.", [expect(words="الجسر مغلق")]),
    Case("BBC", "وقالت قناة بي بي سي إن الجسر مغلق.", [expect(words="الجسر مغلق")]),
    Case("beIN", "وقال اللاعب لقناة بي إن سبورتس إن الملعب مغلق.", [expect(words="الملعب مغلق")]),
]
NOT = [
    Case("noting", "ورفض الوزير بيع الجسر، مع العلم بأن الجسر قديم.", []),
    Case("what a marked noun takes", "وأكد الوزير للتجار «التزام» المدينة بأن تفتح الطرق.", [expect(words=None)]),
    Case("which is due to", "ويرجع غلق الجسر إلى كون الطريق قديما.", []),
    Case("what they owe themselves", "ورأى الوزير التجار وقد آلوا على أنفسهم أن يغلقوا السوق.", []),
    Case("while", "وأشار الوزير إلى ضعف العمل، في حين أن الجسر مغلق.", []),
    Case("although, with a conjunction", "وأشار الوزير إلى ضعف العمل ورغم أن الجسر مغلق.", []),
    Case("on condition that", "وأعلنت الوزارة فتح الجسر غدا، على أن تحصل الرسوم لاحقا.", []),
    Case("at one time", "وأعلنت الوزارة بناء الجسر والطريق في آن واحد من هذا العام.", []),
    Case("if not", "وأفاد الجسر المدينة كثيرا ولا يفيدها إن لم يفتح كل يوم.", []),
    Case("what has been before", "وأعلن الحراس دعمهم للقرار الذي سبق أن أصدره مدير الميناء.", []),
    Case("because we", "وكتب الحارس هذا الخبر لأنني سألته عن الجسر المغلق كل يوم.", []),
    Case("what a writer adds", "ووصف الوزير الجسر القديم، كما أن الطريق لم يعد آمنا.", []),
    Case("what another verb governs", "وأشار الوزير إلى الجسر وهو لا يدرك أنه مغلق.", []),
    Case("what is in the nature of a thing", "وأكد الوزير دعم المشاريع التي من شأنها أن تنفع المدينة.", []),
    Case("a prayer", "وختم الوزير الحفل سائلا الله أن يحفظ المدينة.", []),
    Case("a prayer by whoever prays", "وسأل الوزير سليم الحداد المولى عز وجل أن يحفظ المدينة.", []),
    Case("said like this", "وهكذا قالها الوزير، وكان أمله أن يفتح الجسر.", []),
    Case("what a body may do", "وأعلن المجلس أمس إنشاء لجنة كبيرة يحق لها أن تراجع العقود.", []),
    Case("how a thing is to go on", "وأعلن النادي الأسبوع الماضي تشكيل لجنة من عشرة أعضاء على أن يرأسها مهندس.", []),
    Case("if they agree", "وأكد الوزير للعمال استعداده لخفض الرسوم إن وافقوا على العقد.", []),
    Case("if they agree, with its vowel signs", "وأكد الوزير للعمال استعداده لخفض الرسوم وَإِن وافقوا على العقد.", []),
    Case("a letter of a name", "وأعلن الوزير ترشحه على قناة سي إن بي سي أمس.", []),
    Case("it had happened", "وأكد الوزير عزل المدير كونه سبق وأن أغلق الجسر.", []),
]

GROUPS = {"over": OVER, "letters": LETTERS, "not": NOT}


@pytest.mark.parametrize(
    ("body", "expected"),
    table([case._replace(label=f"{group}: {case.label}") for group, cases in GROUPS.items() for case in cases]),
)
def test_report(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
