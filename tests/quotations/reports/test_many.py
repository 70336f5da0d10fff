"""Who the many are before a verb in the plural, and where their phrase begins and ends."""

import pytest

from quotations.reports.many import many_before
from quotations.words.text import Text
from tests.quotations.cases import SPOKE, Case, last_of, table

MANY = [
    Case("an accusative behind but", f"{SPOKE}لكن كثيرا من التجار يقولون إن البيع بدأ.", "كثيرا من التجار"),
    Case("more behind the quantity", f"{SPOKE}لأن عديدا من زوار السوق يرون أن البيع بدأ.", "عديدا من زوار السوق"),
    Case("a majority", f"{SPOKE}لكن الأكثرية المطلقة منهم يؤكدون أن البيع بدأ.", "الأكثرية المطلقة منهم"),
    Case(
        "more of them",
        f"{SPOKE}والواقع أن الكثير من السكان بمن فيهم العمدة يؤكدون أن البيع بدأ.",
        "الكثير من السكان بمن فيهم العمدة",
    ),
    Case("who had said it", f"{SPOKE}والواقع أن مقربين منه كانوا قد أكدوا أن البيع بدأ.", "مقربين منه"),
    Case("before a relative pronoun", f"{SPOKE}ضاع الأمل في أعين الصينيين، الذين يتوقعون أن يعود المطر.", "الصينيين"),
    Case("with an adjective", f"{SPOKE}وهذا رأي الخبراء المحليين الذين يؤكدون أن البيع بدأ.", "الخبراء المحليين"),
]


@pytest.mark.parametrize(("body", "name"), table(MANY))
def test_who_the_many_are(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


@pytest.mark.parametrize("words", ["أنهم يمتلكون البيت", "أن هؤلاء في السوق", "لكن المدينة في الجبل", "الشعارات التي"])
def test_nobody(words: str) -> None:
    text = Text(words)
    assert many_before(text, 0, len(text) - 1) is None


STRANGE = [
    Case("an announcement that says", f"{SPOKE}ووقع الجيران إعلانا يقول إن البيع بدأ.", "إعلانا"),
    Case("a statement that makes clear", f"{SPOKE}ورأينا على الجدار لافتة تقول إن البيع بدأ.", "لافتة"),
    Case("sources that are no others'", f"{SPOKE}وأكدت مصادر خاصة أن البيع بدأ.", "مصادر خاصة"),
    Case("a spokesman in the accusative", f"{SPOKE}إلا أن متحدثا باسم السوق قال إن البيع بدأ.", "متحدثا باسم السوق"),
    Case("by the tongue of an office", f"{SPOKE}والبلدية تقول على لسان مدير السوق إن البيع بدأ.", "مدير السوق"),
    Case("who judges whom", "يميل الوزير سليم حداد إلى وصف خصمه بأنه «بلا أي برنامج».", "سليم حداد"),
    Case(
        "who hurried to do something",
        f"{SPOKE}غير أن منظمات محلية سارعت إلى التنديد بالبيع، مؤكدة أنه بدأ.",
        "منظمات محلية",
    ),
    Case("behind but", f"{SPOKE}ووصلت الدفعة الأولى لكن جرودين قالت إن البيع بدأ.", "جرودين"),
    Case("behind a particle", f"{SPOKE}ولا ينكر أحد أن شيرزاك أكد أن البيع بدأ.", "شيرزاك"),
    Case("a paper in brackets", f"{SPOKE}وتشير (المنارة) إلى أن البيع بدأ.", "المنارة"),
    Case("a foreign one", f"{SPOKE}وخلصت (فورتيس) إلى أن البيع بدأ.", "فورتيس"),
    Case("an insertion behind a name", f"{SPOKE}يقول كريسان موران -في كتابه الأخير-: البيع بدأ أمس.", "كريسان موران"),
]


@pytest.mark.parametrize(("body", "name"), table(STRANGE))
def test_a_strange_word_that_can_be_nothing_else(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name
