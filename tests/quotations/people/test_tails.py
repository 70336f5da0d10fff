"""Where a body's phrase ends before what is none of its name."""

import pytest

from quotations.people.tails import own_end
from quotations.words.text import Text
from tests.quotations.cases import WORDS, Case, last_of, table

# -- (phrase) -> what of it is the body's own --------------------------------------------------------------------------

ENDS = [
    Case("an object with the article that is no adjective", "الجهاز الإداري الصعداء", "الجهاز الإداري"),
    Case("an object of another gender", "الجيش التونسي القلعة", "الجيش التونسي"),
    Case("an adjective of the same gender", "السلطات التونسية المحلية", "السلطات التونسية المحلية"),
    Case("an elative", "الهيئة الوطنية العليا", "الهيئة الوطنية العليا"),
    Case("an adjective of the first noun", "مجلس الشؤون الدينية الأعلى", "مجلس الشؤون الدينية الأعلى"),
    Case("an object without the article", "وزارة النقل حملة", "وزارة النقل"),
    Case("a foreign name of words that look ordinary", "شركة غرينلو درب هالفن", "شركة غرينلو درب هالفن"),
    Case("a dual without the article", "كتائب القائد سفينتين", "كتائب القائد"),
    Case("an adjective without the article", "الجامعة التونسية لكرة القدم نهائي", "الجامعة التونسية لكرة القدم"),
    Case("how many they are", "الحزب البالغ عددهم", "الحزب"),
    Case("another one", "منظمة بحارة بلا مرافئ والثانية", "منظمة بحارة بلا مرافئ"),
    Case("others without the article", "الحركة الوطنية وفاعلين", "الحركة الوطنية"),
    Case("where it is at home", "شركة غرينلو لاب ومقرها", "شركة غرينلو لاب"),
    Case("more of its field", "هيئة الاتصالات وتقنية المعلومات", "هيئة الاتصالات وتقنية المعلومات"),
    Case("two fields without the article", "منظمات معونة وإغاثة دولية", "منظمات معونة وإغاثة دولية"),
    Case("a body that is an adjective elsewhere", "البنك الدولي المؤسسة الشقيقة", "البنك الدولي"),
    Case("what somebody warned of", "دائرة الأرصاد الجوية من الخروج", "دائرة الأرصاد الجوية"),
    Case("where a paper comes from", "صحيفة النهر الصادرة من لندن", "صحيفة النهر الصادرة من لندن"),
    Case("who is told about it", "الحركة الوطنية نبيل سعيد", "الحركة الوطنية"),
    Case("a body named by whom it is of", "حكومة الرئيس التونسي نبيل سعيد", "حكومة الرئيس التونسي نبيل سعيد"),
    Case("who speaks for it", "شركة مترو الوادي الدكتور", "شركة مترو الوادي"),
    Case("a mosque's own epithet", "الأزهر الشريف", "الأزهر الشريف"),
    Case("what it is", "البنك الدولي الشركة", "البنك الدولي"),
    Case("a share", "بنك الوادي الوطني 1.9 في المئة", "بنك الوادي الوطني"),
    Case("a number behind an adjective", "السلطات المغربية 22", "السلطات المغربية"),
    Case("a number that is its name", "الفرقة 30", "الفرقة 30"),
    Case("a number in front", "19 منظمة غير حكومية", "19 منظمة غير حكومية"),
    Case("what the verb takes by من", "الفريق الضيف من الاختراق", "الفريق الضيف"),
    Case("what a body is made of", "قوات من الجيش", "قوات من الجيش"),
    Case("what a movement is for", "التحالف من أجل النهوض بأحوال العمال", "التحالف من أجل النهوض بأحوال العمال"),
    Case("who appointed it", "اللجنة المشكلة من المؤسسة", "اللجنة المشكلة من المؤسسة"),
    Case("when", "بنك الوادي في النصف الأول", "بنك الوادي"),
    Case("where", "المقاومة الشعبية في لبنان", "المقاومة الشعبية في لبنان"),
    Case("where, in a place that no list knows", "جامعة ساسكس في كرونبرغ", "جامعة ساسكس في كرونبرغ"),
    Case("where, in one that ends like a pronoun", "جامعة ساسكس في برونتيلة", "جامعة ساسكس في برونتيلة"),
    Case("a bracket that nothing opens", "وزارة النقل) حملة", "وزارة النقل)"),
    Case("in what is theirs", "الحركة الوطنية في تسلقها", "الحركة الوطنية"),
    Case("in what it works", "الشركة المتخصصة في تحلية المياه", "الشركة المتخصصة في تحلية المياه"),
    Case("what the verb takes by ل", "الحكومة للتراجع", "الحكومة"),
    Case("what a body is for", "الهيئة العامة للرقابة", "الهيئة العامة للرقابة"),
    Case("the complement of what it is for", "لجنة مكافحة التهرب من العقوبة", "لجنة مكافحة التهرب من العقوبة"),
    Case("what the verb takes by ب", "القطاع الخاص برؤية", "القطاع الخاص"),
    Case("a name in marks", 'قوات "الدرع السريع" في ضواحي العاصمة', 'قوات "الدرع السريع"'),
    Case("a country beside it", "الاتحاد الأفريقي وتونس", "الاتحاد الأفريقي"),
    Case("two places that it is of", "بنك الكويت والشرق الأوسط", "بنك الكويت والشرق الأوسط"),
]


@pytest.mark.parametrize(("phrase", "own"), table(ENDS))
def test_own_end(phrase: str, own: str) -> None:
    text = Text(phrase)
    assert text.slice(0, own_end(text, 0, len(text) - 1)) == own


# -- (text) -> the name of whoever speaks last -------------------------------------------------------------------------

NAMES = [
    Case(
        "the object behind the body",
        f"وتنفس الجهاز الإداري الصعداء بعد العاصفة. وشدد الجهاز الإداري على أن {WORDS}.",
        "الجهاز الإداري",
    ),
    Case(
        "a fuller phrase whose tail is the verb's is none",
        f"ودعت المعارضة الوطنية إلى لقاء. ويطالب النائب المعارضة للتراجع عنه. وقالت المعارضة: {WORDS}.",
        "المعارضة الوطنية",
    ),
    Case("the body itself", f"وقالت وزارة النقل في حملة جديدة: {WORDS}.", "وزارة النقل"),
    Case(
        "who issued a document, without when",
        f"صدرت أمس أرقام الاتحاد الدولي للملاحة. وتشير أرقام الاتحاد الدولي للملاحة الواردة إلى أن {WORDS}.",
        "الاتحاد الدولي للملاحة",
    ),
]


@pytest.mark.parametrize(("body", "name"), table(NAMES))
def test_names(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name
