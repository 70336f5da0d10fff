"""Whose words a review of the press passes on, paper by paper, where no list knows the papers."""

import pytest

from tests.quotations.cases import WORDS, Case, last_of, table

TITLE = "تحت عنوان « العاصمة تستعد للموسم »"
STORY = "«أكد سالم الكيلاني مدير المهرجان أن الموسم سيكون طويلا هذا العام.»"


def review(line: str, then: str = "وأضافت") -> str:
    return f"ذكرت صحيفة السنبلة أن الماء قليل.\nالنهر\n{line}\n{STORY}\n{then}: {WORDS}."


PAPERS = [
    Case("two words", review(f"وكتبت النهر العربي {TITLE} تقول:"), "النهر العربي"),
    Case("two words, and a participle", review(f"وكتبت النهر العربي {TITLE}:", "وأشارت قائلة"), "النهر العربي"),
    Case("by a country", review(f"كتبت أفنان الكويتية {TITLE}:"), "أفنان الكويتية"),
    Case("what looks like many", review(f"كتبت الناس القطرية {TITLE}:"), "الناس القطرية"),
    Case("what looks like a day", review(f"وكتبت اليوم العاشر المصرية {TITLE}:", "وقالت"), "اليوم العاشر المصرية"),
    Case("where it appears", review(f"كتبت الضفة الأخرى الصادرة في المدينة {TITLE}:", "وختمت"), "الضفة الأخرى"),
    Case("the title first", review(f"و{TITLE} كتبت الموج اليومي التونسية تقول:"), "الموج اليومي التونسية"),
    Case(
        "a story that it passes on",
        review("نشرت الموج التونسية قصة من الجبل بعنوان « البيت ».", "وقالت"),
        "الموج التونسية",
    ),
    Case("الصحيفة is the last of them", review(f"وكتبت النهر العربي {TITLE}:", "وتابعت الصحيفة"), "النهر العربي"),
    Case("a line above, behind أما", review(f"أما النهر، فكتبت {TITLE} تقول:"), "النهر"),
    Case("a line above, and a country", review(f"أما النهر المصرية، فكتبت {TITLE} تقول:"), "النهر المصرية"),
    Case("a line above, before its verb", review(f"النهر تابعت الموسم وكتبت {TITLE} تقول:"), "النهر"),
    Case(
        "a line above, whose verb reports nothing",
        review("وفتحت النهر باب الصيف في خبر بعنوان « السد ».", "وختمت").replace(STORY, f"وقالت: {STORY}"),
        "النهر",
    ),
    Case(
        "a line above, and the title alone",
        review(f"{TITLE}.", "وختمت").replace(STORY, f"وقالت: {STORY}"),
        "النهر",
    ),
    Case(
        "the paper that a sentence begins with", review("وفي صحيفة الموج نقرأ عن السد.", "وقالت الصحيفة"), "صحيفة الموج"
    ),
    Case(
        "words, and no name in marks",
        review("", 'وأضافت الصحيفة "لاحظ «الزهريون» أن الماء قليل." وتابعت'),
        "صحيفة السنبلة",
    ),
    Case(
        "whom an attribution names last",
        f"قالت منظمة السهل إن الماء قليل. وجفت الآبار، وفقا لمنظمة الجبل الدولية. وأفادت المنظمة بأن {WORDS}.",
        "منظمة الجبل الدولية",
    ),
    Case("no paper without a title", f"قالت هدى العلي نعم. وكتبت الرسالة الطويلة أمس. وأضافت: {WORDS}.", "هدى العلي"),
    Case("a woman by her office", review(f"وكتبت الأديبة المصرية هدى العلي {TITLE} تقول:"), "هدى العلي"),
]


@pytest.mark.parametrize(("body", "name"), table(PAPERS))
def test_the_paper_under_whose_title_words_stand_speaks(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


def test_a_colon_at_the_end_of_a_line_lets_somebody_speak() -> None:
    below = f"قال الوزير سليم الحداد إن السد آمن.\nوكتب المهندس عمر الكيلاني يقول:\n{STORY}\nوأضاف: {WORDS}."
    assert last_of(below).speaker.name == "عمر الكيلاني"
