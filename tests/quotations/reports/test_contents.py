"""Which words a cue governs: where they begin."""

from typing import Any

import pytest

from tests.quotations.cases import Case, table
from tests.quotations.reading import check, expect

WORDS = [
    Case("after أن with a pronoun", "وأكد الوزير أنه راض.", [expect(words="راض")]),
    Case("after بأن", "وصرح الوزير بأن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("after a colon", "قال سليم الحداد: سنبني الجسر هذا العام.", [expect(words="سنبني الجسر هذا العام")]),
    Case("bare", "قال سليم الحداد نحن سنبني الجسر هذا الصيف.", [expect(words="نحن سنبني الجسر هذا الصيف")]),
    Case(
        "in brackets behind قوله",
        "وختم الوزير بقوله (كان العمل صعبا علينا جميعا ولكننا نجحنا). وعاد.",
        [expect(cue="بقوله", words="كان العمل صعبا علينا جميعا ولكننا نجحنا")],
    ),
    Case(
        "in brackets behind a name",
        "وقال سليم الحداد (لم يعد من السهل على الناس أن يعبروا الجسر)!",
        [expect(subject="سليم الحداد", words="لم يعد من السهل على الناس أن يعبروا الجسر")],
    ),
    Case(
        "who he is, in brackets",
        "وقال سليم الحداد (مدير الجسر القديم في المدينة)، إن الجسر آمن.",
        [expect(words="الجسر آمن")],
    ),
    Case(
        "when he said it, in brackets",
        "والحداد قال (في لقاء مع أهل القرية قبل شهر)، وهو يضحك، إن الجسر آمن.",
        [expect(words="الجسر آمن")],
    ),
    Case("a proverb in brackets", "وهناك مثل قديم يقول (من عبر الجسر مرة عبر الجسر مرتين).", []),
    Case("what ought to be", "وأكد الوزير على ضرورة فتح الطريق سريعا.", [expect(words="فتح الطريق سريعا")]),
    Case("أن after what matters", "وشدد الخبراء على أهمية أن تفتح الطرق.", [expect(words="تفتح الطرق")]),
    Case("the importance of a thing is no clause", "وأكد الوزير أهمية المعرض السنوي.", []),
    Case("nor that of this thing", "وأكد الوزير على أهمية هذه الزيارة للمدينة.", []),
    Case("nor that of a deed described", "وأكد الوزير على أهمية الاجتماع الذي عقد أمس.", []),
    Case("nor that of things", "وأكد الوزير أهمية برامج التدريب الحديثة.", []),
    Case("but of something to be done", "وأكد العمال على أهمية التقدم في البناء.", [expect(words="التقدم في البناء")]),
    Case("bare, behind لقد", "وقال الوزير لقد فتحنا الجسر في موعده.", [expect(words="لقد فتحنا الجسر في موعده")]),
    Case(
        "bare, in the first person", "ويقول سأعود إلى المدينة غدا صباحا.", [expect(words="سأعود إلى المدينة غدا صباحا")]
    ),
    Case(
        "bare, behind a participle",
        "وخاطب الوزير العمال قائلا أنا معكم حتى النهاية.",
        [expect(words="أنا معكم حتى النهاية")],
    ),
    Case("a question", "وتساءل الكاتب هل يكفي الماء للجميع.", [expect(cls="ask", words="هل يكفي الماء للجميع")]),
    Case("an object, then بأنه", "ووصفها الخبراء بأنها ضربة قاسية للسوق.", [expect(words="ضربة قاسية للسوق")]),
    Case(
        "an object with its description, then بأنه",
        "ووصف الوزير سليم الحداد القرار الذي صدر أمس بأنه خطوة كبيرة.",
        [expect(words="خطوة كبيرة")],
    ),
    Case("a masdar with its speaker", "وكان رأي الدكتور سليم الحداد أن الجسر آمن.", [expect(cue="رأي")]),
    Case("قوله", "ونقلت وكالة النهر للأنباء عن الوزير قوله إن الجسر آمن.", [expect(cue="قوله", words="الجسر آمن")]),
    Case(
        "the particle far from a weak cue",
        "وكشفت الوزيرة ليلى الحداد، اليوم الأحد في العاصمة، أن الجسر آمن.",
        [expect(words="الجسر آمن")],
    ),
    Case("an infinitive's أن far from it", "ونشر الوزير سليم الحداد صورا كثيرة للجسر الجديد قبل أن يفتح.", []),
    Case("رغم أن is no clause", "وقال الوزير رغم أنه مريض: سنبني الجسر.", [expect(words="سنبني الجسر")]),
    Case(
        "words below the colon",
        "قال الشاعر:\nإذا الليل طال فصبرك أطول يا صديقي",
        [expect(words="إذا الليل طال فصبرك أطول يا صديقي")],
    ),
    Case("in brackets", "قال الوزير: (سنبني الجسر قبل الصيف) ثم غادر القاعة.", [expect(words="سنبني الجسر قبل الصيف")]),
    Case(
        "a name in marks begins the clause",
        "وأكدت الشركة أن «النهر» ستبني الجسر.",
        [expect(words="«النهر» ستبني الجسر")],
    ),
    Case(
        "a title in marks stands before the clause",
        "وأوضح التقرير الذي أعد حول «مياه الوادي»، أن الماء نقي.",
        [expect(words="الماء نقي")],
    ),
    Case(
        "an attribution between verb and particle",
        "وأعلنت ليلى الحداد، بحسب ما نقل عنها جيران، أنها تغادر القرية.",
        [expect(words="تغادر القرية", medium="جيران")],
    ),
    Case(
        "the second colon opens the words: a book between",
        "وقال سليم الحداد: في كتابه «الجسور القديمة»: كل جسر يحكي حكاية.",
        [expect(words="كل جسر يحكي حكاية")],
    ),
    Case(
        "the second colon opens the words: a matter in brackets between",
        "وقال سليم الحداد: (عن الجسور): كل جسر يحكي حكاية.",
        [expect(words="كل جسر يحكي حكاية")],
    ),
    Case(
        "a second colon inside the words",
        "وقال سليم الحداد: في الجسر عيبان: الارتفاع والعرض.",
        [expect(words="في الجسر عيبان: الارتفاع والعرض")],
    ),
    Case("one word", "وقال الوزير إنه بريء.", [expect(words="بريء")]),
    Case("what does not seem so", "وأعلن الوزير الخبر، وهو قرار لا يبدو أن أحدا فهمه.", []),
    Case("a weak cue, last year", "وكانت اللجنة قررت العام الماضي بأن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("a weak cue, later on", "ذكر التلفزيون في وقت لاحق أن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("although", "وقال الوزير، وإن كان مريضا، إن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("asked whether they think", "وسئل السكان عما إذا كانوا يرون أن الجسر آمن.", []),
    Case("one may say", "ويمكن القول إن الجسر آمن.", []),
    Case("a relative clause is no bare speech", "وقال الوزير الذي زار الجسر الجديد أمس.", []),
    Case(
        "bare speech with أن inside",
        "وأضاف النقطة التي تعنينا هنا هي أن الجسر آمن.",
        [expect(words="النقطة التي تعنينا هنا هي أن الجسر آمن")],
        fails="the particle inside bare speech is taken for the one that opens it",
    ),
    Case(
        "a view inside a clause is part of it",
        "وقال الوزير إنه يأمل بأن يفتح الجسر قريبا.",
        [expect(words="يأمل بأن يفتح الجسر قريبا")],
    ),
    Case("the writer's own formula", "يذكر أن الجسر بني عام 1950.", []),
    Case("it turned out", "وعند الفحص تبين أن الجسر آمن.", []),
    Case("what the writer concludes", "وزاد العدد، مما يشير إلى أن الجسر مزدحم.", []),
    Case("in the present", "ويقول سليم الحداد كنا نعبر الجسر كل يوم.", [expect(words="كنا نعبر الجسر كل يوم")]),
    Case(
        "inside a sentence",
        "أكد المدرب أن الروح عالية وقال ثقتنا كبيرة باللاعبين جميعا.",
        [expect(words="الروح عالية"), expect(cue="وقال", words="ثقتنا كبيرة باللاعبين جميعا")],
    ),
    Case(
        "after what he was asked about",
        "وعن موعد الافتتاح قال سليم الحداد يمكن أن نفتح الجسر قريبا.",
        [expect(words="يمكن أن نفتح الجسر قريبا")],
    ),
    Case(
        "an infinitive's أن belongs to it",
        "ويقول سليم الحداد استطاعت البلدية أن تفتح الجسر.",
        [expect(words="استطاعت البلدية أن تفتح الجسر")],
    ),
    Case(
        "behind the outlet",
        "وأضاف أمام الناس في حديث لفرانس برس نؤكد على فتح الجسر قريبا.",
        [expect(medium="لفرانس برس", words="نؤكد على فتح الجسر قريبا")],
    ),
    Case(
        "behind the frame of a name that no list knows",
        "وقال التهامي، في حوار مع صحيفة النهر، هذا الجسر قديم ويحتاج إلى عمل كبير.",
        [expect(words="هذا الجسر قديم ويحتاج إلى عمل كبير")],
    ),
    Case("told me is no speech of ours", "ثم قال لي: الجسر آمن.", [expect(words="الجسر آمن")]),
    Case("what he is called", "وقال ناشط يدعى سليم الحداد عبر الهاتف أمس مساء.", []),
    Case("who she is", "وقالت ليلى الحداد وهي طبيبة في مدينة الوادي منذ سنوات.", []),
    Case("what comes on top", "وحذر الوزير من الزحام خاصة وأن الجسر ضيق.", []),
    Case("although with a verb", "وأيد الوزير الخطة، وهي، وإن رحبت بها المدينة، طويلة.", []),
    Case("to speak of", "وتحدث الوزير عن أن الجسر آمن.", [expect(words="الجسر آمن")]),
    Case(
        "past a name in marks", "وأعلن الوزير في بيان تسلمت «النهر» نسخة منه أن الجسر آمن.", [expect(words="الجسر آمن")]
    ),
    Case(
        "what ought to be, behind an occasion",
        "وشدد الربان خلال مران الأمس على ضرورة العوم بهدوء.",
        [expect(words="العوم بهدوء", occasion="مران الأمس")],
        why="the occasion ends before على",
    ),
    Case("what things show", "وأكد الوزير أن الواقع يشير إلى أن الجسر آمن.", [expect(cue="وأكد")]),
    Case("what will be said", "وقال الوزير إنه سيؤكد لهم أن الجسر آمن.", [expect(cue="وقال")]),
    Case("what he says it is", "وغادر سليم الحداد بسبب ما يقول إنه ضجيج.", [expect(cue="يقول", words="ضجيج")]),
    Case("a reminder of nobody's", "ومن الضروري التذكير بأن الجسر ضيق.", []),
    Case("a woman", "وأشارت الصحف إلى أن امرأة «مجهولة» عبرت الجسر.", [expect(words="امرأة «مجهولة» عبرت الجسر")]),
    Case("a byline", "كتب: سليم الحداد افتتح أمس معرض الزهور.", []),
]


@pytest.mark.parametrize(("body", "expected"), table(WORDS))
def test_where_words_begin(body: str, expected: list[dict[str, Any]]) -> None:
    check(body, expected)
