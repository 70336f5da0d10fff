"""Who is the subject, where it stands before its verb: behind a blessing, behind «و» of a headline, as an office."""

import pytest

from tests.quotations.cases import SPOKE, WORDS, Case, last_of, table

BLESSED = [
    Case("who told it", f"{SPOKE}وعن أنس رضي الله عنه قال: كنا نمشي إلى الحقل كل صباح.", "أنس"),
    Case("two words of a name", f"{SPOKE}فعن أبي الدرداء رضي الله عنه قال: كنا نمشي إلى الحقل.", "أبي الدرداء"),
    Case("set off by dashes", f"{SPOKE}جاء أن النبي - صلى الله عليه وسلم - قال: «الدين يسر كله».", "النبي"),
    Case("God", f"{SPOKE}ومعلوم أن الله ـ تعالى ـ قال: «والصلح خير من الخصام».", "الله"),
    Case("behind أنه", f"{SPOKE}ورُوي عن عمر رضي الله عنه أنه قال: «لا يغرنك قول أحد».", "عمر"),
    Case("behind the verb", f"{SPOKE}كما قال - عليه الصلاة والسلام -: «الدين يسر كله».", "النبي"),
    Case("by whom it is handed down", f"{SPOKE}ومنه قوله ﷺ فيما رواه مسلم: «الدين يسر كله».", "النبي"),
    Case("as another tells", f"{SPOKE}وقال رسول الله ﷺ كما رواه البخاري: «الدين يسر كله».", "النبي"),
    Case("who tells it himself", f"{SPOKE}كما روى الحداد: «بدأ البيع أمس في السوق».", "سليم الحداد"),
    Case("behind ف", f"{SPOKE}فالله تعالى يقول: «والصلح خير من الخصام».", "الله"),
    Case("of whom it is told", f"{SPOKE}ونُقل عن المدير عمر الكيلاني أنه قال: «بدأ البيع أمس».", "عمر الكيلاني"),
    Case("what he speaks of", f"{SPOKE}وعن المدير عمر الكيلاني قال: «نعرفه جيدا منذ أعوام».", "سليم الحداد"),
    Case("at a comma", f"{SPOKE}وعن تأخر العمل أو التقرير، أوضح أن الطريق طويل.", "سليم الحداد"),
    Case(
        "who narrates takes no turn",
        "عن أنس رضي الله عنه قال: قال النبي إن الدين يسر.\n\nوقال: «يسروا على الناس».",
        "النبي",
    ),
]


@pytest.mark.parametrize(("body", "name"), table(BLESSED))
def test_whom_a_blessing_honours(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


HEADLINES = [
    Case("a surname behind «و»", f"{SPOKE}البرلمان يقر الموازنة.. وأردوغان يؤكد أن العجز تراجع", "أردوغان"),
    Case("within the sentence", f"{SPOKE}البلدية تفتح السوق وأردوغان يقول إن البيع بدأ", "أردوغان"),
    Case("a body", f"{SPOKE}البرلمان يقر الموازنة والحكومة تقول إن العجز تراجع", "الحكومة"),
    Case(
        "an office with its name",
        f"{SPOKE}بعد فوزه بالكأس أمام جمهوره المدرب الأردني عمر الكيلاني يؤكد للصحيفة أنه باق",
        "عمر الكيلاني",
    ),
    Case(
        "a surname behind «و» that is an adjective too",
        "وصل الوزير سليم العربي.\n\nوقال عمر الكيلاني نعم.\n\nالبلدية تفتح السوق والعربي يقول إن البيع بدأ",
        "سليم العربي",
    ),
    Case("who warns, not who is warned", f"{SPOKE}السعودية تحذر إيران من «رد حاسم» على الخطوة", "السعودية"),
    Case("who calls, not who is called", f"{SPOKE}الأمم المتحدة تدعو الحكومة إلى «وقف العمل فورا»", "الأمم المتحدة"),
    Case("a byline before a verb", f"{SPOKE}نبيل الرافعي - يحذر خبراء السدود من «خطر كبير»", "خبراء السدود"),
]


@pytest.mark.parametrize(("body", "name"), table(HEADLINES))
def test_headlines(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


CLAUSES = [
    Case("whom somebody hears", f"{SPOKE}وفي السوق نسمع التجار يقولون: {WORDS}.", "التجار"),
    Case("a man of the town", f"{SPOKE}وسمعت رجلا من السوق يقول: {WORDS}.", "رجلا من السوق"),
    Case("who replies by saying", f"{SPOKE}والمعروف أن مكتب الوزيرة كان يرد عليهم بالقول: {WORDS}.", "مكتب الوزيرة"),
    Case(
        "a saying of last week",
        f"{SPOKE}وليس أدل على ذلك من قول مدير السوق عمر الكيلاني قبل يومين إنه {WORDS}.",
        "عمر الكيلاني",
    ),
    Case("a trade behind its particle", f"{SPOKE}إلا أن الجباية البلدية أكدت أن الماء قليل.", "الجباية البلدية"),
    Case("who hold this view", f"{SPOKE}لكن حتى أنصار هذا الحل يعتقدون أن الماء قليل.", "أنصار هذا الحل"),
    Case("three of them", f"{SPOKE}ومع أن الثلاثة اعترفوا بأن الماء قليل.", "الثلاثة"),
    Case("the findings described", f"{SPOKE}لكن القياسات التي أجرتها البلدية أكدت أن الماء قليل.", "القياسات"),
    Case("who looked like a verb", f"{SPOKE}غير أن أولكارت أكد للتجار أن الماء قليل.", "أولكارت"),
    Case("his own tests", f"{SPOKE}وأضاف أن فحوصه أثبتت أن الماء قليل.", "سليم الحداد"),
    Case("many of them", f"{SPOKE}وأوضح أن الكثير من السكان يعتقدون أن البيع بدأ.", "الكثير من السكان"),
    Case("a number in the accusative", f"{SPOKE}إلا أن عددا من السكان يرون أن البيع بدأ.", "عددا من السكان"),
    Case(
        "behind a frame inside the clause",
        f"{SPOKE}وعلمت صحيفة النهر أن المدير عمر الكيلاني خلال لقائه بالسكان أكد أن البيع بدأ.",
        "عمر الكيلاني",
    ),
    Case(
        "a participle behind the clause",
        f"{SPOKE}وقال المدير عمر الكيلاني إن وزارة الري أغلقت السوق، مؤكدا أن البيع بدأ.",
        "عمر الكيلاني",
    ),
    Case("who has said it before", f"{SPOKE}وسبق لوزارة الري أن أعلنت أن البيع بدأ.", "وزارة الري"),
    Case("a person, before", f"{SPOKE}وسبق للمدير عمر الكيلاني أن أكد أن البيع بدأ.", "عمر الكيلاني"),
    Case("before, with «و»", f"{SPOKE}وسبق للمدير عمر الكيلاني وأن ذكر أمس أن البيع بدأ.", "عمر الكيلاني"),
    Case("as to", f"{SPOKE}وفيما يتعلق بميزانية المجلس، أوضح أن البيع بدأ.", "سليم الحداد"),
    Case("what concerns", f"{SPOKE}وفي ما يخص أجر المدير الجديد، أكد أن البيع بدأ.", "سليم الحداد"),
    Case("as to, and another", f"{SPOKE}وفيما يتعلق بالماء، شركة الكهرباء أكدت أن البيع بدأ.", "شركة الكهرباء"),
    Case("whom a topic describes", f"{SPOKE}وعن المدير عمر الكيلاني الذي قال إن البيع بدأ.", "عمر الكيلاني"),
    Case("all of this", f"{SPOKE}كل هذا يؤكد أن البيع بدأ.", "سليم الحداد"),
]


@pytest.mark.parametrize(("body", "name"), table(CLAUSES))
def test_subjects_of_clauses(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


TAKEN_UP = [
    Case(
        "who is described", f"{SPOKE}وأشار إلى المدرب عمر الكيلاني الذي وصفه بأنه «خبير كبير في عمله».", "سليم الحداد"
    ),
    Case("a woman", f"{SPOKE}وأشار إلى المديرة هدى العلي التي اعتبرها «خبيرة كبيرة في عملها».", "سليم الحداد"),
    Case("many", f"{SPOKE}وأضاف أن المتظاهرين، الذين وصفهم بـ«عناصر خارجة عن القانون»، رحلوا.", "سليم الحداد"),
    Case(
        "not whom the pronoun cannot mean",
        f"{SPOKE}ووصل المدرب عمر الكيلاني الذي وصفها بأنها «زيارة كبيرة جدا».",
        "عمر الكيلاني",
    ),
    Case(
        "not who warns somebody", f"{SPOKE}وفكر في المدرب عمر الكيلاني الذي حذره من «عواقب كبيرة جدا».", "عمر الكيلاني"
    ),
]


@pytest.mark.parametrize(("body", "name"), table(TAKEN_UP))
def test_whom_a_pronoun_takes_up_is_silent(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


BEFORE_OBJECTS = [
    Case("behind a particle", f"{SPOKE}إلا أن شركة الكهرباء أبلغت وزارة الري أن البيع بدأ.", "شركة الكهرباء"),
    Case("at the head, past a comma", f"{SPOKE}مصادر مطلعة، أبلغت الصحيفة بأن البيع بدأ.", "مصادر مطلعة"),
    Case("behind كان", f"{SPOKE}وكان المدير عمر الكيلاني دعا الوزير إلى «فتح السوق فورا».", "عمر الكيلاني"),
    Case("with an object in marks", f"{SPOKE}وعلم أن عمر الكيلاني أبلغ «النهر» أن البيع بدأ.", "عمر الكيلاني"),
    Case(
        "between كان and قد with a clause of its own",
        f"{SPOKE}وكانت القائمة الوطنية التي يرأسها عمر قد وثقت سلسلة من المخالفات، مؤكدة أن البيع بدأ.",
        "القائمة الوطنية",
    ),
    Case(
        "whom the verb's pronoun takes up, between كان and قد",
        f"{SPOKE}وكان المدير سالم الرافعي قد وصفه التاجر عمر الكيلاني بأنه «سارق كبير للمال العام».",
        "عمر الكيلاني",
    ),
    Case(
        "to whom somebody says it, between كان and قد",
        f"{SPOKE}وكان المدير سالم الرافعي قد أكد له التاجر عمر الكيلاني أن البيع بدأ.",
        "عمر الكيلاني",
    ),
    Case("behind whom it is according to", f"{SPOKE}وحسب رويترز أعلنت وزارة الري أن البيع بدأ.", "وزارة الري"),
    Case("behind where", f"{SPOKE}ومن العاصمة عمان أعلنت وزارة الري أن البيع بدأ.", "وزارة الري"),
    Case("behind when", f"{SPOKE}الاثنين أعلنت وزارة الري أن البيع بدأ.", "وزارة الري"),
]


@pytest.mark.parametrize(("body", "name"), table(BEFORE_OBJECTS))
def test_subjects_before_verbs_with_objects(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


IN_MARKS = [
    Case("a name that heads the sentence", f'{SPOKE}"زهرانتل" ذكرت أن البيع بدأ.', "زهرانتل"),
    Case("behind لكن", f"{SPOKE}لكن «زهرانتل» رأت أن البيع بدأ.", "زهرانتل"),
    Case("within a clause", f"{SPOKE}وأوضح الحداد أن «زهرانتل» تعتقد أن البيع بدأ.", "زهرانتل"),
    Case("behind a comma and «و»", f"{SPOKE}البلدية تغلق السوق، و«أنصار النهر» تقول إن البيع بدأ.", "أنصار النهر"),
    Case("what he wrote in", f"{SPOKE}وفي «زهرانتل» أكد أن البيع بدأ.", "سليم الحداد"),
    Case("his words before a verb of his", f"{SPOKE}«لن نعود» قال إن البيع بدأ.", "سليم الحداد"),
]


@pytest.mark.parametrize(("body", "name"), table(IN_MARKS))
def test_a_name_in_marks_before_its_verb_speaks(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name
