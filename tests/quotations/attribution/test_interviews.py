"""Answers without marks: which texts are interviews, who answers, and what stays a quotation."""

import pytest

from quotations import Article, Quotation, extract

INTRODUCTION = "التقينا الرسام فؤاد الجبالي في مرسمه قرب الميناء القديم، فكان هذا الحوار:"
QUESTIONS = ["كيف بدأت حكايتك مع الألوان؟", "ومن كان أول معلميك؟", "ما الذي ترسمه الآن في مرسمك؟"]
ANSWERS = [
    "بدأت وأنا طفل أرسم على جدران بيتنا.",
    "كان جارنا النجار، وأنا مدين له بكل شيء.",
    "أرسم البحر كل صباح، لأنني أخاف أن أنساه.",
]


def _interview(question: str, answer: str, introduction: str = INTRODUCTION) -> str:
    turns = [f"{question}{q}\n{answer}{a}" for q, a in zip(QUESTIONS, ANSWERS, strict=True)]
    return "\n\n".join([introduction, *turns])


def _answers(body: str) -> list[Quotation]:
    return [q for q in extract(Article(body)) if q.kind == "interview"]


FORMS = [
    ("سؤال: ", "جواب: "),
    ("السؤال/ ", "الجواب/ "),
    ("س: ", "ج: "),
    ("- س - ", "- ج - "),
    ("* ", "- "),
    ("", ""),
    ("• ", ""),
    ("@ ", "@@ "),
]


@pytest.mark.parametrize(("question", "answer"), FORMS)
def test_the_person_of_the_introduction_answers(question: str, answer: str) -> None:
    found = _answers(_interview(question, answer))
    assert [q.text for q in found] == ANSWERS
    assert {q.speaker.name for q in found} == {"فؤاد الجبالي"}
    assert {(q.speaker.mention, q.speaker.resolution) for q in found} == {("الرسام فؤاد الجبالي", "continued")}
    assert {(q.family, q.rule, q.cue) for q in found} == {("unmarked", "interview", None)}


def test_numbered_questions() -> None:
    body = INTRODUCTION + "".join(
        f"\nس{n}: {q}\nج{n}: {a}" for n, (q, a) in enumerate(zip(QUESTIONS, ANSWERS, strict=True), 1)
    )
    assert [q.text for q in _answers(body)] == ANSWERS


def test_a_name_and_a_colon_turn_by_turn() -> None:
    found = _answers(_interview("المرفأ: ", "الجبالي: "))
    assert [q.text for q in found] == ANSWERS
    assert {(q.speaker.mention, q.speaker.name, q.speaker.resolution) for q in found} == {
        ("الجبالي", "فؤاد الجبالي", "explicit")
    }
    assert {q.cue.text for q in found if q.cue} == {":"}


def test_two_who_answer_keep_their_turns() -> None:
    body = (
        "استضافت «المرفأ» العداءة هالة النمر ومدربها كريم الوزان قبل السباق.\n\n"
        "المرفأ: كم ساعة تتدربان؟\nالنمر: أربع ساعات كل يوم.\nالوزان: بل خمس، وهي تنسى.\n\n"
        "المرفأ: وما الهدف؟\nالنمر: أن أصل أولا.\nالوزان: وأن تصل سالمة.\n"
    )
    found = _answers(body)
    assert [(q.speaker.mention, q.text) for q in found] == [
        ("النمر", "أربع ساعات كل يوم."),
        ("الوزان", "بل خمس، وهي تنسى."),
        ("النمر", "أن أصل أولا."),
        ("الوزان", "وأن تصل سالمة."),
    ]


def test_an_answer_of_several_paragraphs_is_one() -> None:
    body = _interview("س: ", "ج: ").replace(ANSWERS[1], f"{ANSWERS[1]}\n\nثم سافرت وحدي إلى الجبل.")
    assert _answers(body)[1].text == f"{ANSWERS[1]}\n\nثم سافرت وحدي إلى الجبل."


def test_what_follows_the_last_answer_is_the_writer_again() -> None:
    body = (
        _interview("* ", "- ") + "\n\nويُفتتح المعرض يوم الخميس. وقالت منسقة المعرض هناء طعمة: «هذه أعمال لم يرها أحد»."
    )
    found = extract(Article(body))
    assert [q.text for q in found if q.kind == "interview"] == ANSWERS
    assert [(q.kind, q.text) for q in found if q.kind != "interview"] == [("direct", "هذه أعمال لم يرها أحد")]


def test_a_heading_between_two_answers_is_in_neither() -> None:
    body = _interview("* ", "- ").replace(ANSWERS[0], f"{ANSWERS[0]}\nجار ونجار")
    assert _answers(body)[0].text == ANSWERS[0]


def test_a_cue_before_the_answer_is_not_in_it() -> None:
    assert [q.text for q in _answers(_interview("* ", "أجاب: "))] == ANSWERS


def test_who_asks_does_not_answer() -> None:
    body = _interview("س: ", "ج: ", f"حاورته: منى العابد\n{INTRODUCTION}")
    assert {q.speaker.name for q in _answers(body)} == {"فؤاد الجبالي"}


def test_what_is_told_in_an_answer_is_no_report_of_the_writer() -> None:
    body = _interview("س: ", "ج: ").replace(ANSWERS[2], "قال لي ابني إن البحر يشبهني كثيرا، فرسمته.")
    assert [q.kind for q in extract(Article(body))] == ["interview"] * 3


def test_what_a_question_quotes_from_who_answers() -> None:
    body = _interview("س: ", "ج: ").replace(QUESTIONS[1], "قلت مرة إن «البحر لا يُرسم مرتين». ماذا قصدت؟")
    quoted = [q for q in extract(Article(body)) if q.kind == "direct"]
    assert [(q.text, q.speaker.name) for q in quoted] == [("البحر لا يُرسم مرتين", "فؤاد الجبالي")]
    assert [q.cue.text for q in quoted if q.cue] == ["قلت"]


NO_INTERVIEWS = {
    "two questions and two answers": "\n".join(_interview("س: ", "ج: ").split("\n")[:-3]),
    "an explainer asks and answers itself": (
        "يسأل كثيرون عن مرض السكري، وهنا إجابات الدكتور سامي الخطيب.\nما هو السكري؟\nهو ارتفاع السكر في الدم.\n"
        "ما أعراضه؟\nالعطش والتعب.\nكيف يعالج؟\nبالحمية والدواء.\n"
    ),
    "readers ask, and nobody is named": _interview("السؤال: ", "الجواب: ", "أحكام الصيام"),
    "questions of the writer": "\n".join(["قال الوزير سامي الخطيب في حوار قصير كلاما كثيرا.", *QUESTIONS, "لا نعرف."]),
    "labels of a programme": (
        "في حلقة اليوم لقاء مع الكاتب سامي الخطيب.\n"
        + "الملف الأول: هل تراجعت الأسعار؟\nقضية اليوم: هل تعود الأمطار؟\nوثيقة اليوم: تقرير عن المياه.\n" * 3
    ),
    "verbs and colons in a report": ("وقال سامي: هل نعود؟\nوأضاف: نعود غدا.\n" * 3),
}


@pytest.mark.parametrize("body", NO_INTERVIEWS.values(), ids=NO_INTERVIEWS.keys())
def test_what_is_no_interview(body: str) -> None:
    assert _answers(body) == []
