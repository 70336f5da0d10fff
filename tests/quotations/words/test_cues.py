"""Which words report: the forms made from the lexicon, and which of them are cues where they stand."""

import pytest

from quotations.lexicon import rows
from quotations.matching import word_form
from quotations.page.marks import pair
from quotations.page.sentences import cut
from quotations.reports.events import Reader
from quotations.words.cues import jussives, lookup, says_we, verbs
from quotations.words.text import Text
from tests.quotations.cases import Case, table

# form: (lemma, class, shape, gender, number, letters of proclitics before the cue)
FORMS = [
    Case("past, masculine", "قال", ("قال", "say", "past", "m", "s", 0)),
    Case("past, feminine", "أعلنت", ("اعلن", "say", "past", "f", "s", 0)),
    Case("past, plural", "أوضحوا", ("اوضح", "say", "past", "m", "p", 0)),
    Case("past, two women", "أكدتا", ("اكد", "say", "past", "f", "d", 0)),
    Case("past of a defective verb", "نفت", ("نفي", "deny", "past", "f", "s", 0)),
    Case("its plural", "ادعوا", ("ادعي", "say", "past", "m", "p", 0)),
    Case("past with و", "وأضاف", ("اضاف", "add", "past", "m", "s", 1)),
    Case("past with ف", "فقال", ("قال", "say", "past", "m", "s", 1)),
    Case("present", "يؤكد", ("اكد", "say", "present", "m", "s", 0)),
    Case("present, feminine", "تشير", ("اشار", "say", "present", "f", "s", 0)),
    Case("present, plural", "يرون", ("راي", "believe", "present", "m", "p", 0)),
    Case("future", "سيعلن", ("اعلن", "say", "present", "m", "s", 1)),
    Case("participle", "مشيرا", ("اشار", "say", "participle", "m", "s", 0)),
    Case("participle, feminine", "مؤكدة", ("اكد", "say", "participle", "f", "s", 0)),
    Case("participle, plural", "قائلين", ("قال", "say", "participle", "m", "p", 0)),
    Case("masdar with a pronoun", "قوله", ("قال", "say", "masdar", "m", "s", 0)),
    Case("masdar with a preposition", "بالقول", ("قال", "say", "masdar", "x", "x", 1)),
    Case("vowel marks and tatweel", "أكّــدَ", ("اكد", "say", "past", "m", "s", 0)),
    Case("a hamza left out", "اوضح", ("اوضح", "say", "past", "m", "s", 0)),
    Case("to demand", "طالبت", ("طالب", "demand", "past", "f", "s", 0)),
    Case("to ask", "تساءل", ("تساءل", "ask", "past", "m", "s", 0)),
    Case("to warn", "محذرا", ("حذر", "warn", "participle", "m", "s", 0)),
    Case("to expect", "يتوقع", ("توقع", "expect", "present", "m", "s", 0)),
    Case("to deny", "استبعد", ("استبعد", "deny", "past", "m", "s", 0)),
]


@pytest.mark.parametrize(("form", "expected"), table(FORMS))
def test_form(form: str, expected: tuple[str, str, str, str, str, int]) -> None:
    readings, cut_off = lookup(word_form(form))
    found = [
        (r.lemma, r.cls, r.shape, r.gender, r.number, cut_off)
        for r in readings
        if not r.has_object or r.shape == "masdar"
    ]
    assert expected in found


def test_no_form_that_is_nearly_always_another_word() -> None:
    for row in rows("not_cues.txt"):
        for word in row[0].split():
            if word.endswith("+"):
                continue
            readings, proclitics = lookup(word_form(word))
            kept = all(r.lemma == word_form(word) and r.strength == "w" for r in readings)
            assert not readings or proclitics or kept, word


@pytest.mark.parametrize("form", ["قدره", "قدرها", "قدرهما", "قدرا", "قدرته", "قدرتهم", "ثمنهم", "طالباتها"])
def test_no_noun_with_its_pronoun(form: str) -> None:
    assert not lookup(word_form(form))[0]


@pytest.mark.parametrize(
    ("form", "lemma"), [("يسميه", "سمي"), ("تنفيها", "نفي"), ("يرويه", "روي"), ("يراه", "راي"), ("نفاه", "نفي")]
)
def test_defective_verbs_with_a_pronoun(form: str, lemma: str) -> None:
    assert (lemma, True) in {(r.lemma, r.has_object) for r in lookup(word_form(form))[0]}


def test_jussives_are_known_only_apart() -> None:
    assert {"يقل", "يضف", "يشر", "ينف"} <= set(jussives())
    assert not lookup("يقل")[0]


@pytest.mark.parametrize(
    ("form", "expected"),
    [("نؤكد", True), ("سنعلن", True), ("ونطالب", True), ("نقول", True), ("نهر", False), ("يؤكد", False)],
)
def test_first_person_plural(form: str, expected: bool) -> None:
    assert says_we(word_form(form)) is expected


def test_each_line_of_the_lexicon_is_a_verb() -> None:
    lemmas = [verb.lemma for verb in verbs()]
    assert len(lemmas) == len(rows("cues.tsv"))
    assert {verb.strength for verb in verbs()} == {"s", "w", "e"}
    for verb in verbs():
        assert verb.present == "-" or verb.present[0] == "ي", verb


# a sentence: the cues in it, as they stand
CHOICES = [
    Case("verb and participle", "قال سليم الحداد إن الجسر آمن، مؤكدا أن العمل انتهى.", ["قال", "مؤكدا"]),
    Case("the preposition بين is no verb", "وقع الاتفاق بين وزارتين على أن تفتح الحدود.", []),
    Case("بين before its clause is one", "وبين الوزير أن الجسر آمن.", ["وبين"]),
    Case("its shadda says so", "بيّن الوزير حدود المشروع.", ["بيّن"]),
    Case("عبر is across without عن", "وصل الوفد عبر البحر.", []),
    Case("عبر with عن", "وعبر الوزير عن «قلق بالغ».", ["وعبر"]),
    Case("ما يسمى", "زار ما يسمى «مجلس الوادي».", []),
    Case("the first person is no cue", "أعترف أن الطريق طويل.", []),
    Case("the past of the same letters is", "اعترف المدير بأن الطريق طويل.", ["اعترف"]),
    Case("in a purpose", "حضر ليظهر أنه قادر.", []),
    Case("in a wish", "يجب أن تعرف المدينة أن النهر يفيض.", []),
    Case("who withholds his name", "قال مصدر طلب عدم ذكر اسمه إن الجسر آمن.", ["قال"]),
    Case("a paper that published", "قال الباحث في دراسة نشرتها مجلة كبيرة إن الماء نقي.", ["قال"]),
    Case("after بعد أن", "قال الوزير بعد أن أبلغته اللجنة بالنتائج إن الجسر آمن.", ["قال"]),
    Case("a jussive after لم", "لم يقل الوزير إن الجسر آمن.", ["يقل"]),
    Case("the same letters elsewhere", "السعر يقل كل يوم.", []),
    Case("inside marks nothing is a cue", "«قالت أمي إن المطر قادم» عنوان ديوان.", []),
    Case("a son's name", "زار ابن زعم الحي.", []),
    Case("إضافة is no past with a pronoun", "الجسر طويل، إضافة إلى أن الطريق ضيق.", []),
    Case("an adjective", "وأكدت اللجنة شراء مواد محددة تضمن أن يبقى الجسر آمنا.", ["وأكدت"]),
    Case("a participle with its words", "قالت ليلى كلمة قصيرة مبينة أن الجسر آمن.", ["قالت", "مبينة"]),
    Case("after a family name it is one", "قالت ليلى الحداد معلقة على الخبر: الجسر آمن.", ["قالت", "معلقة"]),
    Case("between two towns", "وقال بيان عن العلاقات بين سكان الوادي إن الجسر آمن.", ["وقال"]),
    Case("its subject before بين", "الوزير بين أن الجسر آمن.", ["بين"]),
    Case("after حيث", "وحضر الوزير حيث بين وزير النقل أن الجسر آمن.", ["بين"]),
    Case("the second بين", "الطريق بين المدينة وبين الوادي آمن إن فتح الجسر.", []),
    Case("a matter", "وهو أمر لا يعني أن الجسر آمن.", []),
    Case("to take charge of publishing", "وقالت الدار التي تولت نشر الكتاب: الجسر آمن.", ["وقالت"]),
    Case("the most notable", "وقال الوزير إن المعارض كثيرة، أبرزها «بيت على النهر».", ["وقال"]),
    Case("to resemble", "ويشبه الجسر في طوله «نهر الوادي» القديم.", []),
    Case("to liken", "ويشبه الوزير الجسر بأنه «نهر من حديد».", ["ويشبه"]),
    Case("I was", "كنت كلما تحدثت عن الجسر ضحك الناس.", []),
    Case("is called", "قالت معلمة تدعى ليلى إن الجسر آمن.", ["قالت"]),
    Case("whom the paper met", "قال خبراء تحدثت إليهم صحيفة النهر إن الجسر آمن.", ["قال"]),
    Case("whom it met, between commas", "يعتقد خبراء، تحدثت إليهم صحيفة النهر، بأن الجسر آمن.", ["يعتقد"]),
    Case("a participle after له", "وعرض علامات له قائلا: الجسر آمن.", ["قائلا"]),
    Case("after عندما", "وقع ذلك عندما قال الوزير إن الجسر آمن.", ["قال"]),
    Case("after بعدما", "ارتفع السهم بعدما أكدت الشركة أن الجسر آمن.", ["أكدت"]),
    Case("after عندها", "عندها قال الوزير إن الجسر آمن.", ["قال"]),
    Case("an article of his that appeared", "قال الباحث في مقال له نشر أمس إن الجسر آمن.", ["قال"]),
    Case("an article of opinion", "قال الوزير على الهواء في مقال رأي مشترك: الجسر آمن.", ["قال"]),
    Case("his opinion", "ورأي الحداد على الهواء أن الجسر آمن.", ["ورأي"]),
    Case("a careless ي", "ونفي الوزير على الهواء أن الجسر مغلق.", ["ونفي"]),
    Case("it was told, with ي", "وروي أن رجلا عاد إلى القرية.", []),
    Case("where ى is written ي", "وروي أن رجلا عاد الي القرية.", ["وروي"]),
    Case("a report of the army", "وأشار تقرير للجيش نشر أمس إلى أن الجسر آمن.", ["وأشار"]),
    Case("a report behind marks", "وأوضح تقرير للسوق «النهر» نشر اليوم أن الجسر آمن.", ["وأوضح", "نشر"]),
    Case("one about something", "وقالت مديرة أعدت تقريرا عن السد نشر في مجلة إن الجسر آمن.", ["وقالت"]),
    Case("who publishes behind somebody's report", "وبعد تقرير الخبراء نشرت أمس البلدية أن الجسر آمن.", ["نشرت"]),
    Case("a paper that published it", "وكانت الصحيفة نشرت أمس أن الجسر آمن.", ["نشرت"]),
    Case("to confide", "وأسر إلينا بأن الجسر ليس آمنا.", ["وأسر"]),
    Case("families", "وعبرت أسر الضحايا عن غضبها من السد.", ["وعبرت"]),
    Case("careful", "وكان موقف الوزير أكثر حذرا إن زار الجسر.", []),
    Case("لقوله", "والعدل أساس لقوله تعالى: «وأقسطوا».", ["لقوله"]),
    Case("لتصريح is where it was said", "وهذا رد لتصريح أن الجسر آمن.", []),
    Case(
        "an outlet's spokesman has said",
        "في تصريح لقناة النهر أكد الوزير أن الجسر آمن.",
        ["أكد"],
        why="the masdar after في says where, not that",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), table(CHOICES))
def test_choice(sentence: str, expected: list[str]) -> None:
    text = Text(sentence)
    marked, _ = pair(text)
    sentences = cut(text, marked)
    reader = Reader(text, sentences, marked)
    assert [text.slice(j, j) for s in sentences for j, _ in reader._cues(s)] == expected
