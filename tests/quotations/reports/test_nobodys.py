"""Which cues report nobody's words, and which of their like do."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

NOBODYS = [
    Case("hearsay", "وعاد المصنع الذي قيل إنه أغلق، وعاد العمال.", [expect(cue="قيل", words="أغلق", subject=None)]),
    Case("reported by nobody named", "وعند الفجر، أفيد بأن الجسر أغلق.", [expect(cue="أفيد", words="الجسر أغلق")]),
    Case("whatever is said", "ومهما قيل، فالأكيد أن الجسر قديم.", []),
    Case("destined", "وكتب عليهم أن يعبروا الجسر كل يوم.", []),
    Case("required", "ولا يشترط أن يكون الجسر قرب المدينة.", []),
    Case("supposed", "وعاد الوزير إلى الجسر الذي يفترض أن يغلق اليوم.", []),
    Case("who supposes", "وتفترض وزارة الري أن الماء ملوث.", [expect(words="الماء ملوث")]),
    Case("so that", "واستغلت الشركة العادة بإعلان جديد بحيث إن الناس نسوا الجسر.", []),
    Case("between", "والقوارب أنواع ما بين: الصغيرة والكبيرة.", []),
    Case("between two things", "ثم وقف الوزير حائرا وهو بين أمرين أهونهما: «جسر ضيق قديم».", []),
    Case("two things, and no orders", "وانتهى الخلاف على الجسر إلى أحد أمرين: البيع أو الهدم.", []),
    Case("all agree", "أجمع الأطباء أن الماء ملوث.", [expect(words="الماء ملوث")]),
    Case("all agree, behind who does", "لكن المجلس أجمع على أن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("my father", "قال أبي مؤكدا أن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("all the world", "والعالم أجمع يحب الجسر لأنه قديم وأنه جميل.", []),
    Case("part of a name", "وشدد سليم أبو منبهة على أن الجسر آمن.", [expect(cue="وشدد", words="الجسر آمن")]),
    Case("a passive that judges", "وتحدثت الصحف عن القرار الذي وصف بأنه خطأ كبير.", []),
    Case("what a thing is called", "ويحفر الناس آبارا أو جبابا كما يسميها أهل القرية، وهي عميقة.", []),
    Case("its active", "ووصفته الصحف بأنه خطأ كبير.", [expect(cue="ووصفته", words="خطأ كبير")]),
    Case("marked words in the passive", "وألقى كلمة وصفت بأنها «قاسية».", [expect(cue="وصفت")]),
    Case("the vowels of the passive", "وزار الوزير القرية التي يُزعم أن ماءها ملوث.", []),
    Case("of its past", "واعتُبر أن الجسر خطر على الناس.", []),
    Case("a vowel of the active", "وعاد الوزير الذي يُقر بأن الجسر خطر.", [expect(cue="يُقر", words="الجسر خطر")]),
    Case("the passive of such a verb", "ويُعلَن أن الجسر خطر.", []),
    Case(
        "marked words in it", "وفي كلمة وُصفت بأنها «أقسى ما قيل هناك» عاد إلى ذلك.", [expect(cue="وُصفت", subject=None)]
    ),
    Case("the vowel of the first person", "وسبق أن صرحتُ بأن الجسر آمن.", []),
    Case("of the third", "وسبق أن صرحَت بأن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("nothing that is judged", "وأزال تعليقات اعتبرت «جارحة».", []),
    Case("by بأنه", "وفي تقرير وصف بأنه «جارح» عاد إلى ذلك.", [expect(cue="وصف", subject=None)]),
    Case(
        "inside somebody's clause",
        "وقال الوزير إن الأمر يعتبر «سرا كبيرا».",
        [expect(cue="وقال", words="الأمر يعتبر «سرا كبيرا»")],
    ),
    Case("a clause in marks", "وعاد الوزير الذي اعتبر «أن الجسر آمن».", [expect(cue="اعتبر", subject="الوزير")]),
    Case("whoever is asked", "وهل تعتقدون أن الجسر آمن؟", []),
    Case("somebody who is asked about", "ألا يعتقد الوزير أن الجسر في خطر؟", []),
    Case("what somebody might say", "وسيبقى الجسر مغلقا حتى لو قال الوزير إنه آمن.", []),
    Case("then", "إذا تؤكد الوزارة أن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("what somebody may say", "وقد يقول قائل إن الجسر آمن.", []),
    Case("what he has said", "وكان الوزير قد قال إن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("what he cannot say", "ولا يستطيع أن ينكر أن الجسر آمن.", []),
    Case("what he should say", "وكان على الوزير الغائب، بل عليه أن يقول إن الجسر آمن.", []),
    Case("up to where he says", "ويسير الوزير إلى أن يقول إن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("as if", "ووقف هناك كأنه يقول: هذا الجسر لن يسقط.", []),
    Case("as if he would", "وكأنهم يريدون أن يقولوا إن الجسر لن يسقط.", []),
    Case("as if, with a noun's particle", "فتح الباب كأن يقول: هذا الجسر لن يسقط.", []),
    Case("was", "وكان يقول إن الجسر لن يسقط.", [expect(words="الجسر لن يسقط")]),
    Case("except what he says", "ولا خبر إلا قال الوزير إنه صحيح.", [expect(words="صحيح")]),
    Case("whoever reads it", "وإذا كنت ترى أن الأمر صعب فاتصل بنا.", []),
    Case("what the reader should not think", "فلا تظن أن الطريق سهل.", []),
    Case("this", "وهذا يؤكد أن الجسر في خطر.", []),
    Case("the cause", "ولعل السبب الذي يفسر ذلك أن الجسر قديم.", []),
    Case("a thing with its adjective", "ولا نثق بالأفكار السابقة التي تفيد أن الماء ملوث.", []),
    Case("somebody", "وحضر الوزير الذي يؤكد أن الجسر آمن.", [expect(cue="يؤكد", words="الجسر آمن")]),
    Case("a thing before its verb", "لكن الواقع في المدينة القديمة يؤكد أن الجسر في خطر.", []),
    Case("behind a comma", "ونظرة سريعة إلى السوق، تشير إلى أن التجار راضون.", []),
    Case("a ministry before its verb", "لكن الوزارة تؤكد أن الجسر آمن.", [expect(cue="تؤكد", words="الجسر آمن")]),
    Case("rumours tell", "لكن الشائعات تشير إلى أن الجسر مغلق.", [expect(words="الجسر مغلق")]),
    Case("now and then", "ويخرج الوزير بين الحين والآخر يؤكد أن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("proved by what he does", "وأثبت اللاعب سليم الحداد أنه جدير بالثقة.", []),
    Case("proved by what they do", "وأثبتت الشرطة أنها جديرة بالثقة.", []),
    Case("it became clear", "وتغيرت المدينة، وهو ما وضح في أن الجسر صار ضيقا.", []),
    Case("made clear by somebody", "ووضح الوزير أن الجسر ضيق.", [expect(words="الجسر ضيق")]),
    Case("as I think, without its hamza", "وكانت الرحلة طويلة واعتقد ان الناس تعبوا.", []),
    Case("as he thought", "واعتقد الوزير أن الناس تعبوا.", [expect(words="الناس تعبوا")]),
    Case("proved by a study", "وأثبتت الدراسة أن الماء نظيف.", [expect(words="الماء نظيف")]),
    Case("nobody at all", "ولا أحد يقول إن الجسر آمن.", []),
    Case("nobody behind the verb", "ولا يقول أحدهم: هذا الجسر آمن.", []),
    Case("what is not there", "ولا توجد أي دراسة تؤكد أن الماء نظيف.", []),
    Case("what is there", "وهناك دراسة تؤكد أن الماء نظيف.", [expect(cue="تؤكد", words="الماء نظيف")]),
    Case("a common belief", "ويسود اعتقاد واسع بأن الجسر آمن.", []),
    Case("somebody's belief", "ويسود اعتقاد الخبير بأن الجسر آمن.", [expect(cue="اعتقاد", words="الجسر آمن")]),
    Case("certainly", "وهذه الأرقام تعني بالتأكيد أن الطريق جاهز.", []),
    Case("in closing", "وختم الوزير كلمته بالتأكيد أن الطريق جاهز.", [expect(cue="بالتأكيد", words="الطريق جاهز")]),
    Case(
        "what who speaks says of himself",
        "وقال الوزير إنه ينفي أن الجسر مغلق.",
        [expect(cue="وقال", words="ينفي أن الجسر مغلق")],
    ),
    Case(
        "what figures show",
        "وقال الوزير إن التقديرات تشير إلى أن الجسر آمن.",
        [expect(cue="وقال")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), table(NOBODYS))
def test_report(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
