"""Whom a clause without a relative pronoun describes, and who is described by a clause set in behind his name."""

import pytest

from tests.quotations.cases import SPOKE, WORDS, Case, last_of, table

DESCRIBED = [
    Case("a document", f"{SPOKE}وقبل أعوام نشر باحثون دراسة حديثة أظهرت أن السوق آمنة.", "دراسة حديثة"),
    Case("what goes with it in between", f"{SPOKE}وظل السوق مغلقا مع معلومات لـ«النهر» كشفت أن السوق آمنة.", "معلومات"),
    Case(
        "many with their number",
        f"{SPOKE}وهذا يوافق رأي خمسة مهندسين في القرية توقعوا أن يبدأ البيع.",
        "خمسة مهندسين في القرية",
    ),
    Case(
        "many whom a preposition governs",
        f"{SPOKE}وتحدثت الصحيفة مع شهود في القرية أكدوا أن البيع بدأ.",
        "شهود في القرية",
    ),
    Case("one whom a preposition governs", f"{SPOKE}واستعانت الصحيفة بخبير في الري قال إن الماء ملوث.", "خبير في الري"),
    Case("a woman", f"{SPOKE}والتقت الصحيفة امرأة من السوق قالت إن البيع بدأ.", "امرأة"),
    Case(
        "before an auxiliary",
        f"{SPOKE}مع أن أفرادا من النقابة كانوا قد توقعوا أن تغلق السوق.",
        "أفرادا من النقابة",
    ),
    Case("an agreement", f"{SPOKE}ووقعت البلدية اتفاقا مع التجار ينص على {WORDS}.", "اتفاقا"),
    Case("not what a pronoun takes up", f"{SPOKE}وأصدر بيانا موجزا قال فيه إن البيع بدأ.", "سليم الحداد"),
    Case("nor through it", f"{SPOKE}ووزع بيانا أوضح من خلاله أن البيع بدأ.", "سليم الحداد"),
    Case("nor the frame", f"{SPOKE}وفي بيان صحفي أكد أن البيع بدأ.", "سليم الحداد"),
    Case("nor the side from which he speaks", f"{SPOKE}ومن جانب آخر أكد أن البيع بدأ.", "سليم الحداد"),
    Case("nor an office behind a name", f"{SPOKE}عمر الكيلاني رئيس شركة ألبان يقول إن البيع بدأ.", "عمر الكيلاني"),
    Case(
        "nor a noun inside a longer phrase",
        f"{SPOKE}مصدر من داخل شركة ألبان أكد أن البيع بدأ.",
        "مصدر من داخل شركة ألبان",
    ),
    Case("nor a guest of the frame", f"{SPOKE}وفي تصريح لصحيفة عربية أمس أكد أن البيع بدأ.", "سليم الحداد"),
    Case(
        "nor whom somebody named talks with",
        f"{SPOKE}هدى العلي في مقابلة مع صحيفة محلية قالت إن البيع بدأ.",
        "هدى العلي",
    ),
    Case("nor who is with somebody named", f"{SPOKE}عمر الكيلاني مع خبير أجنبي أعلن أن البيع بدأ.", "عمر الكيلاني"),
    Case("nor who is employed", f"{SPOKE}لكن قرار الاستعانة بخبير أجنبي يؤكد أن البيع بدأ.", "سليم الحداد"),
    Case("nor what agrees in no gender", f"{SPOKE}وكتب رسالة قصيرة أكد أن البيع بدأ.", "سليم الحداد"),
    Case("a document that is published", f"{SPOKE}ورأى دراسة نشرت أمس في مجلة النهر أن البيع بدأ.", "سليم الحداد"),
]


@pytest.mark.parametrize(("body", "name"), table(DESCRIBED))
def test_whom_a_clause_describes(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


SET_IN = [
    Case("who he is", f"{SPOKE}لكن عمر الكيلاني وهو تاجر كبير في المدينة أكد أن البيع بدأ.", "عمر الكيلاني"),
    Case("between commas", f"{SPOKE}لكن عمر الكيلاني، وهو تاجر كبير، أكد أن البيع بدأ.", "عمر الكيلاني"),
    Case("who she is", f"{SPOKE}غير أن هدى العلي وهي باحثة في شؤون الري ترى أن الماء ملوث.", "هدى العلي"),
]


@pytest.mark.parametrize(("body", "name"), table(SET_IN))
def test_who_is_described(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name
