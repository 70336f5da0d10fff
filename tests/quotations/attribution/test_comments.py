"""Who is named behind marks that open a sentence and have no cue: (words, name) of the last quotation in marks."""

import pytest

from quotations import Article, extract
from tests.quotations.cases import Case, table

SEA = "لم نعد نخاف من البحر كما كنا"

BEHIND = [
    Case(
        "a caption",
        f"وعاد الصيادون إلى المرفأ مساء أمس. «{SEA}»\nهدى العلي، مديرة متحف الصيد في المدينة\nويضم المتحف قوارب كثيرة.",
        (SEA, "هدى العلي"),
    ),
    Case(
        "a caption that is a title and a name",
        f"وعاد الصيادون إلى المرفأ. «{SEA}»\nالوزير سليم الحداد\nثم غادروا.",
        (SEA, "سليم الحداد"),
    ),
    Case(
        "a line that tells what happened is no caption",
        f"وعاد الناس. «{SEA}»\nالوزير سليم الحداد غادر المرفأ أمس.",
        None,
    ),
    Case(
        "whoever reports in the line below",
        f"* «{SEA}».\nوزير الصيد سليم الحداد قال أمس إن المرفأ سيفتح من جديد.",
        (SEA, "سليم الحداد"),
    ),
    Case(
        "a label below, in a headline",
        f"«{SEA}»\nسليم الحداد: المرفأ يفتح غدا\nفتح وزير الصيد المرفأ صباح اليوم في المدينة القديمة.",
        (SEA, "سليم الحداد"),
    ),
    Case(
        "who wrote the story, below a headline in marks",
        f"«{SEA}»\nسليم الحداد، من المرفأ\nفتح وزير الصيد المرفأ صباح اليوم في المدينة القديمة.",
        None,
    ),
    Case("this is what he said", f"«{SEA}»، هذا ما قالته الباحثة هدى العلي في ختام الموسم.", (SEA, "هدى العلي")),
    Case(
        "this is what she said, in the sentence below",
        f"«{SEA}».\nهذا ما أكدته الباحثة هدى العلي في ختام الموسم.",
        (SEA, "هدى العلي"),
    ),
    Case("this is what happened", f"«{SEA}». هذا ما دفع الباحثة هدى العلي إلى السفر.", None),
    Case("with these words", f"«{SEA}»، بهذه الكلمات بدأ القبطان سليم الحداد حديثه.", (SEA, "سليم الحداد")),
    Case("words that he said", f"«{SEA}».. كلمات قالها القبطان سليم الحداد في آخر الموسم.", (SEA, "سليم الحداد")),
    Case("a letter that he sent", f"«{SEA}». رسالة وجهها القبطان سليم الحداد إلى الصيادين.", (SEA, "سليم الحداد")),
    Case("his last messages", f"«{SEA}». هذه الكلمات كانت آخر رسائل القبطان سليم الحداد.", (SEA, "سليم الحداد")),
    Case("words that they repeat", f"«{SEA}».. عبارة يرددها سكان المرفأ منذ عام.", (SEA, "سكان المرفأ")),
    Case("a word that is explained", "«الشبكة» كلمة لها معان كثيرة عند الصيادين.", None),
]


@pytest.mark.parametrize(("body", "expected"), table(BEHIND))
def test_who_is_named_behind(body: str, expected: tuple[str, str] | None) -> None:
    marked = [(q.text, q.speaker.name) for q in extract(Article(body)) if q.family == "marked"]
    assert marked == ([expected] if expected else [])
