"""Whose words a formula of reverence leads to: names of God and the Prophet, with praise and prayers in any signs."""

import pytest

from quotations import Article, extract
from tests.quotations.cases import Case, last_of, table

SAID = "قال الشيخ سليم الحداد إن الزرع كثير.\n\n"
SPEECH = "«اغرسوا الشجر قبل المطر»"

NAMED = [
    Case("the last of the prophets", f"{SAID}وقال خاتم الأنبياء: {SPEECH}.", "النبي"),
    Case("with his name", f"{SAID}وقال خاتم الأنبياء محمد صلى الله عليه وسلم: {SPEECH}.", "النبي"),
    Case("of mercy", f"{SAID}وقال نبي الرحمة: {SPEECH}.", "النبي"),
    Case("who spoke the truth", f"{SAID}كما أخبر الصادق المصدوق: {SPEECH}.", "النبي"),
    Case("the beloved", f"{SAID}وقال الحبيب المصطفى: {SPEECH}.", "النبي"),
    Case("the prayer as one sign", f"{SAID}وقال ﷺ: {SPEECH}.", "النبي"),
    Case("a name and that sign", f"{SAID}وقال الحبيب المصطفى ﷺ: {SPEECH}.", "النبي"),
    Case("behind عن", f"{SAID}وعنه ﷺ قال: {SPEECH}.", "النبي"),
    Case("another prophet", f"{SAID}وقال النبي موسى عليه السلام: {SPEECH}.", "موسى"),
    Case("a surname without a prayer", f"{SAID}وقال المصطفى: {SPEECH}.", "المصطفى"),
    Case("Lord of the worlds", f"{SAID}وقال رب العالمين: {SPEECH}.", "الله"),
    Case("God's praise as one sign", f"{SAID}وقال المولى ﷻ: {SPEECH}.", "الله"),
]


@pytest.mark.parametrize(("body", "name"), table(NAMED))
def test_names(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


PRAYERS = [
    Case("in brackets before a colon", "قال رسول الله (صلى الله عليه وسلم): اغرسوا الشجر.", ["اغرسوا الشجر"]),
    Case("in brackets before marks", f"قال رسول الله (صلى الله عليه وسلم): {SPEECH}.", ["اغرسوا الشجر قبل المطر"]),
    Case("in brackets behind a masdar", "ومنه قول النبي (صلى الله عليه وسلم): اغرسوا الشجر.", ["اغرسوا الشجر"]),
    Case(
        "behind a dash, the words in brackets",
        "وقد قال رسول الله- صلى الله عليه وسلم (اغرسوا الشجر قبل المطر).",
        ["اغرسوا الشجر قبل المطر"],
    ),
]


@pytest.mark.parametrize(("body", "texts"), table(PRAYERS))
def test_a_prayer_is_nobody_s_words(body: str, texts: list[str]) -> None:
    assert [(q.text, q.speaker.name) for q in extract(Article(body))] == [(text, "النبي") for text in texts]


DROPPED = [
    Case(
        "the subject of the sentence", f"{SAID}وقد حث الرسول صلى الله عليه وسلم على الزرع عندما قال: {SPEECH}.", "النبي"
    ),
    Case("by his prayer alone", f"{SAID}وكان صلى الله عليه وسلم يزور الحقول ويقول: {SPEECH}.", "النبي"),
    Case("of a clause", f"{SAID}ومن السنة أن النبي ﷺ كان إذا زار حقلا قال: {SPEECH}.", "النبي"),
    Case("God", f"{SAID}وامتن الله تعالى على الناس بالمطر، حيث قال: {SPEECH}.", "الله"),
    Case(
        "whom those who hand it down tell of",
        f"{SAID}وعن أنس بن مالك رضي الله عنه أن النبي صلى الله عليه وسلم زار حقلا، فقال: {SPEECH}.",
        "النبي",
    ),
    Case("a woman answers", f"{SAID}وأثنى رسول الله عليها، وقالت هدى العلي نعم. فقالت: {SPEECH}.", "هدى العلي"),
    Case("honoured in the sentence", f"{SAID}وصدق رسول الله إذ يقول: {SPEECH}.", "النبي"),
    Case("whose saying it is", f"وامتثالا لقول رسولنا الكريم حين قال: {SPEECH}.", "النبي"),
]


@pytest.mark.parametrize(("body", "name"), table(DROPPED))
def test_who_is_meant_without_a_subject(body: str, name: str) -> None:
    assert last_of(body).speaker.name == name


BRACKETS = [
    Case("two words", "قال تعالى: (وأنزلنا ماء) وهذا وعد لكل من زرع أرضه.", "وأنزلنا ماء"),
    Case("an abbreviation", "قال النبي (ص): اغرسوا الشجر.", "اغرسوا الشجر"),
]


@pytest.mark.parametrize(("body", "text"), table(BRACKETS))
def test_few_words_in_brackets(body: str, text: str) -> None:
    assert [q.text for q in extract(Article(body))] == [text]


HADITH = [
    Case("right before marks", f"{SAID}وفي الحديث {SPEECH}.", "اغرسوا الشجر قبل المطر"),
    Case("with a colon", f"{SAID}وقد جاء في الحديث: {SPEECH}.", "اغرسوا الشجر قبل المطر"),
    Case("in brackets", f"{SAID}ففي الحديث الشريف (اغرسوا الشجر قبل المطر) وهو باب واسع.", "اغرسوا الشجر قبل المطر"),
    Case("without marks", f"{SAID}وفي الحديث النبوي الصحيح: اغرسوا الشجر.", "اغرسوا الشجر"),
    Case(
        "of whom it is",
        f"{SAID}كما ورد في حديث الرسول صلى الله عليه و سلم (اغرسوا الشجر قبل المطر).",
        "اغرسوا الشجر قبل المطر",
    ),
]


@pytest.mark.parametrize(("body", "text"), table(HADITH))
def test_hadith(body: str, text: str) -> None:
    found = [q for q in extract(Article(body)) if q.speaker.name == "النبي"]
    assert [q.text for q in found] == [text]


@pytest.mark.parametrize("talk", ["قال الوزير سليم الحداد في الحديث:", "وشارك الوزير سليم الحداد في حديث قال فيه:"])
def test_talk_that_is_no_hadith(talk: str) -> None:
    assert last_of(f"{talk} {SPEECH}.").speaker.name == "سليم الحداد"
