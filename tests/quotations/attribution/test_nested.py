"""Who is quoted within a quotation: other people's words in somebody's marks, with their own speaker."""

import pytest

from quotations import Article, Quotation, extract

OUTER = "وقال النائب سليم النهري: «{}»."


def _inner(words: str) -> list[Quotation]:
    found = extract(Article(OUTER.format(words)))
    return [q for q in found if q.within is not None]


# label, the words in marks, who is quoted there with what
TOLD = [
    ("a-verb-first", "لقد أكدت لجنة الجسور أن الجسر آمن تماما", "لجنة الجسور", "الجسر آمن تماما"),
    ("in-few-words", "لقد أكدت اللجنة أن الجسر آمن", "اللجنة", "الجسر آمن"),
    ("its-subject-first", "إن البلدية قالت إنها ستدفع الكلفة كلها", "البلدية", "ستدفع الكلفة كلها"),
    ("a-person-by-surname", "أخبرتنا البلدية أمس، ثم أكد هادي الشامي أن العمل انتهى", "هادي الشامي", "العمل انتهى"),
    (
        "in-marks-of-its-own",
        'قرأت ما كتب كثيرون، وقال المهندس هادي الشامي "لن يسقط هذا الجسر أبدا" وصدقته',
        "المهندس هادي الشامي",
        "لن يسقط هذا الجسر أبدا",
    ),
    ("the-second-sentence", "ننتظر الرد. وقد أعلنت وزارة النقل أن الطريق سيفتح غدا", "وزارة النقل", "الطريق سيفتح غدا"),
]

# label, the words in marks, and why nobody else is quoted there
NOT_TOLD = [
    ("the-speaker-of-both", "لقد أكدنا للجنة أن الجسر آمن تماما", "who speaks tells what he said"),
    ("ones-own-body", "تعلن نقابتنا اليوم أن الإضراب مستمر", "his own body's words are his"),
    ("without-a-subject", "سألناهم فقالوا إنهم لم يروا القارب في الليل", "only his listeners know who they are"),
    ("whom-it-is-said-to", "على الشركة أن تأتي وتقول للسكان إنهم في أمان تام", "they are told, and say nothing"),
    ("what-is-wished", "نريد فقط أن تؤكد اللجنة أن الجسر آمن تماما", "nobody has said it yet"),
    ("a-view", "يعتقد سكان الحي أن الجسر قديم جدا", "what others think is the speaker's to tell"),
    ("few-words", "أكد الوزير أن", "nothing was said"),
]


@pytest.mark.parametrize(("words", "speaker", "text"), [pytest.param(*row[1:], id=row[0]) for row in TOLD])
def test_words_of_others_in_somebodys_marks_have_their_speaker(words: str, speaker: str, text: str) -> None:
    (q,) = _inner(words)
    assert (q.speaker.mention, q.text) == (speaker, text)


@pytest.mark.parametrize("words", [pytest.param(row[1], id=row[0]) for row in NOT_TOLD])
def test_what_the_speaker_only_mentions_is_nobodys(words: str) -> None:
    assert _inner(words) == []


def test_the_outer_quotation_stays_whole_and_encloses_them() -> None:
    outer, inner = extract(Article(OUTER.format("لقد أكدت لجنة الجسور أن الجسر آمن تماما")))
    assert (outer.text, outer.speaker.name) == ("لقد أكدت لجنة الجسور أن الجسر آمن تماما", "سليم النهري")
    assert (inner.kind, inner.within) == ("indirect", 0)
    assert outer.span.start < inner.span.start < inner.span.end <= outer.span.end


def test_marks_that_nobody_speaks_are_not_read() -> None:
    assert extract(Article("صدر كتاب «قالت المدينة إن البحر بعيد» أمس في العاصمة.")) == []
