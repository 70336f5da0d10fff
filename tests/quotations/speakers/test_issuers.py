"""Whose words a document holds: who issued, sent or signed it, or nobody but itself."""

import pytest

from tests.quotations.cases import WORDS, Case, last_of, table

ISSUERS = [
    Case(
        "a day between a statement and who issued it",
        f"تأجل الافتتاح بحسب بيان صدر صباح اليوم عن بلدية الوادي. وأضاف البيان: {WORDS}.",
        "بلدية الوادي",
    ),
    Case(
        "a body that begins with ل, in a construct behind ل",
        f"وأوضح بلاغ للجنة المياه أن {WORDS}.",
        "لجنة المياه",
        fails="two ل are taken for a preposition and an article",
    ),
    Case(
        "a body that begins with ل and has its article, behind ل",
        f"وأوضح بلاغ للجنة المحلية أن {WORDS}.",
        "اللجنة المحلية",
    ),
    Case("an article behind ل", f"وأوضح بلاغ للمجلس المحلي أن {WORDS}.", "المجلس المحلي"),
    Case(
        "who made the figures known",
        f"ووفق الأرقام التي كشفت عنها المندوبية السامية للمياه، فإن {WORDS}.",
        "المندوبية السامية للمياه",
    ),
    Case(
        "who did a survey",
        f"ونشر أمس استطلاع للرأي قام به مركز أبحاث المياه. ويقول الاستطلاع: {WORDS}.",
        "مركز أبحاث المياه",
    ),
    Case(
        "who did what the statement is about did not issue it",
        f"وصدر بيان عما قامت به شركة المياه في الوادي. ويقول البيان: {WORDS}.",
        "البيان",
    ),
    Case(
        "whom a document came from, the document before it",
        f"صدر تقرير جديد عن مركز أبحاث المياه. ويقول التقرير: {WORDS}.",
        "مركز أبحاث المياه",
    ),
    Case(
        "a document of a body's name in marks",
        f"أصدرت حركة «مراسيل» بيانا أمس. وجاء في بيان «مراسيل»: {WORDS}.",
        "حركة «مراسيل»",
    ),
    Case(
        "a document of whoever has one name only",
        f"نشرت الفنانة القديرة أحلام، بيانا رسميا أمس. وجاء في بيان أحلام: {WORDS}.",
        "أحلام",
    ),
    Case(
        "a law by its own name",
        f"وتنص المادة 12 من قانون هيئة الأنهار على أن {WORDS}.",
        "المادة 12 من قانون هيئة الأنهار",
    ),
    Case(
        "what an index is about has not issued it",
        f"وحسب النشرة السنوية لإحصاء العاملين بوزارة الري، {WORDS}.",
        "النشرة السنوية لإحصاء العاملين بوزارة الري",
    ),
    Case(
        "who sent a letter",
        f"وجّه أعضاء مكتب مجلس المدينة رسالة إلى الوزير. وقالت الرسالة: {WORDS}.",
        "أعضاء مكتب مجلس المدينة",
    ),
    Case(
        "who made a report, in marks, behind what it is for",
        f'ونشر التقرير الأول لملاحظة الموانئ الذي أنجزه "تحالف الصيد من أجل البحر". وقال التقرير: {WORDS}.',
        "تحالف الصيد من أجل البحر",
    ),
    Case(
        "who issued a report of late",
        f"ونشر تقرير أصدرته مؤخرا وكالة الموانئ. وقال التقرير: {WORDS}.",
        "وكالة الموانئ",
    ),
    Case(
        "who issued it, named by a verb right behind",
        f"وحسب بيان نشره الكرملين، {WORDS}.",
        "الكرملين",
    ),
    Case(
        "who issued a statement in which a country speaks",
        f"واستنكرت ليبيا في بيان صادر عن رئاسة المجلس الحادث، وقالت إنه خطير. وأضاف البيان: {WORDS}.",
        "رئاسة المجلس",
    ),
    Case(
        "the latest report of somebody whom no list knows",
        f"ونشر تقرير نوركو الأخير أمس. وقال التقرير: {WORDS}.",
        "نوركو",
    ),
    Case(
        "the results of a poll are the poll's",
        f"كشف استطلاع للرأي أن النهر نظيف. وأظهرت نتائج الاستطلاع: {WORDS}.",
        "استطلاع للرأي",
    ),
    Case(
        "an article of another number",
        f"وتقول المادة (27) من قانون السدود إن الماء لنا. ونصت المادة (28) على أن: {WORDS}.",
        "المادة (28)",
    ),
    Case(
        "another article of a law, by an ordinal",
        f"ونص البند الثالث على أن الماء لنا. كما جاء في البند الثامن من الاتفاق: {WORDS}.",
        "البند الثامن من الاتفاق",
    ),
    Case(
        "the many who signed a statement",
        f"وقال بيان الصيادين المضربين: {WORDS}.",
        "الصيادين المضربين",
    ),
    Case("those to whom a letter goes", f"وجاء في رسالة للصيادين: {WORDS}.", "رسالة للصيادين"),
    Case("a state whose statement it is", f"وقال بيان للفاتيكان: {WORDS}.", "الفاتيكان"),
    Case(
        "a body whose noun is a document's as well, in a letter of its own",
        f"وأوضحت المبادرة الوطنية للسدود في رسالتها أن الماء قليل. وجاء في الرسالة: {WORDS}.",
        "المبادرة الوطنية للسدود",
    ),
    Case(
        "an adjective of studies has not issued them",
        "وأظهرت الدراسات العربية أن للنحل فائدة عظيمة للحقول.",
        "الدراسات العربية",
    ),
    Case(
        "a ministry by its name alone issues a statement",
        "وأعلنت وزارة الداخلية التونسية أن الطريق مفتوح. وأضاف بيان الداخلية التونسية أن الجسر مغلق.",
        "وزارة الداخلية التونسية",
    ),
]


@pytest.mark.parametrize(("body", "name"), table(ISSUERS))
def test_issuers(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name
