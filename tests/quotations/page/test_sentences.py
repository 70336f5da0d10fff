"""Where sentences end: outside marks, and never in another block."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotations.page.blocks import blocks
from quotations.page.marks import pair
from quotations.page.sentences import Sentence, Stories, cut
from quotations.words.text import Text

CUTS: list[tuple[str, list[str]]] = [
    ("فتح الجسر. ومر الناس.", ["فتح الجسر.", "ومر الناس."]),
    ("فتح الجسر.ومر الناس.", ["فتح الجسر.", "ومر الناس."]),  # scraped text loses spaces
    ("هل فتح الجسر؟ نعم! فتح", ["هل فتح الجسر؟", "نعم!", "فتح"]),
    ("قال د. سامي عبر aqwal.example إن السعر 2.5 دينار.", ["قال د. سامي عبر aqwal.example إن السعر 2.5 دينار."]),
    ("قال: «فتح الجسر. ومر الناس». ثم سكت.", ["قال: «فتح الجسر. ومر الناس».", "ثم سكت."]),
    ("قال: «فتح الجسر.» ثم سكت.", ["قال: «فتح الجسر.»", "ثم سكت."]),  # the full stop inside the mark
    ("«فتح الجسر.»، قال سامي.", ["«فتح الجسر.»، قال سامي."]),
    ("قال: «فتح الجسر.\nومر الناس». ثم سكت.", ["قال: «فتح الجسر.\nومر الناس».", "ثم سكت."]),  # over two paragraphs
    ('وأضاف: "سنفتح الجسر قريبا جدا\nوحضر جمع من الناس.', ['وأضاف: "سنفتح الجسر قريبا جدا', "وحضر جمع من الناس."]),
    ("قال: «فتح الجسر\n»\nومر الناس.", ["قال: «فتح الجسر\n»", "ومر الناس."]),  # a closing mark on its own line
    ("قال «فتح الجسر\n»", ["قال «فتح الجسر\n»"]),
    ("\n\n فتح الجسر \n\r\n ومر الناس\n", ["فتح الجسر", "ومر الناس"]),
    ("... !\n؟", []),
    (
        "فتح الوزير الجسر الجديد أمام الناس أمس.\nوعاد سامي من الجسر القديم في الطريق إلى\nالقرية البعيدة أمس.",
        ["فتح الوزير الجسر الجديد أمام الناس أمس.", "وعاد سامي من الجسر القديم في الطريق إلى\nالقرية البعيدة أمس."],
    ),  # a line that breaks off
    ("عاد سامي من الجسر وكان راضيا عنه\nومر الناس.", ["عاد سامي من الجسر وكان راضيا عنه", "ومر الناس."]),
    ("فتح الجسر لـ(النهر. نت) أمس.", ["فتح الجسر لـ(النهر. نت) أمس."]),
]


def _cut(raw: str) -> tuple[Text, list[Sentence]]:
    text = Text(raw)
    return text, cut(text, pair(text)[0])


@pytest.mark.parametrize(("raw", "sentences"), CUTS)
def test_where_sentences_end(raw: str, sentences: list[str]) -> None:
    text, found = _cut(raw)
    assert [text.slice(s.first, s.last) for s in found] == sentences


def test_furniture_is_in_no_sentence() -> None:
    text, found = _cut("كتب: سليم الحداد\nفتح الجسر أمام الناس صباح اليوم بعد شهر.\nالكلمات المفتاحية: «الجسر»، النهر")
    assert [text.slice(s.first, s.last) for s in found] == ["فتح الجسر أمام الناس صباح اليوم بعد شهر."]


def test_a_text_without_full_stops_is_cut_at_commas() -> None:
    """What later stages do for each sentence would otherwise grow with the square of the text's length."""
    _, found = _cut("ثم مضى الناس إلى السوق القديم، " * 500)
    assert max(s.last - s.first + 1 for s in found) <= 600
    assert found[0].first == 0
    assert all(a.last + 1 == b.first for a, b in pairwise(found))


def test_a_text_without_any_stop_is_cut_all_the_same() -> None:
    _, found = _cut("كلمة " * 3000)
    assert [s.last - s.first + 1 for s in found] == [600] * 5


def test_no_part_of_a_long_sentence_ends_inside_marks() -> None:
    words = "كلمة " * 590
    text, found = _cut(f"{words}«نعم، سنفتح الجسر غدا، ثم نفتح الطريق كله، ثم نعود إلى العمل»، {words}")
    marked = pair(text)[0][0]
    assert len(found) == 2
    assert not any(marked.opening <= s.last < marked.closing for s in found)


PAGE = """قال وزير النقل حسان الزين إن الخط سيعمل في موعده هذا العام.
اقرأ أيضا
وزير النقل: لا تأجيل
الوزير: لا زيادة

افتتحت مديرة المتحف وفاء شهاب معرضا للسفن القديمة. وقال الوزير إن الدخول مجاني للجميع."""


@pytest.mark.parametrize(
    ("sentence", "name", "whole", "reached"),
    [
        (0, "الزين", False, True),  # his own story
        (1, "الزين", True, True),  # a link with the office's whole name
        (2, "الزين", False, False),
        (4, "الزين", True, False),  # another story has its own minister
        (4, "شهاب", False, True),
        (1, "غريب", True, False),
    ],
)
def test_titles_reach_nobody_in_another_story(sentence: int, name: str, whole: bool, reached: bool) -> None:
    text, found = _cut(PAGE)
    assert Stories(text, found).reaches(found[sentence].scope, name, by_whole_title=whole) == reached


WORDS = ["قال", "الوزير", "اقرأ أيضا", "شارك", "كتب", "#عاجل", "2024"]
SIGNS = [":", ".", "؟", "...", "«", "»", '"', "،", "\n", "    ", " | ", "•", "\t"]


@settings(max_examples=1500)
@given(st.lists(st.sampled_from(WORDS + SIGNS), max_size=60))
def test_every_word_is_in_one_line_and_in_one_sentence_or_in_furniture(pieces: list[str]) -> None:
    text, found = _cut(" ".join(pieces))
    lines = blocks(text)
    assert all(a.last < b.first for a, b in pairwise(lines))
    assert all(a.last < b.first for a, b in pairwise(found))
    in_lines = {k for line in lines for k in range(line.first, line.last + 1)}
    assert {k for k, word in enumerate(text.words) if word} <= in_lines
    in_sentences = {k for s in found for k in range(s.first, s.last + 1)}
    assert {k for x in lines if not x.furniture for k in range(x.first, x.last + 1) if text.words[k]} <= in_sentences
