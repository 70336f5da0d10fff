"""Who is who in a text: what names, titles, bodies and short names lead to."""

import pytest

from quotations.matching import word_form
from quotations.people.entities import bare, joined
from quotations.people.registry import Registry
from quotations.words.text import Text
from tests.quotations.cases import Case, table


def _forms(words: str) -> tuple[str, ...]:
    return tuple(word_form(word) for word in words.split())


# -- names: (text, words) -> the fullest name that the words may stand for ---------------------------------------------

MINISTER = "قال وزير الري سليم الحداد إن السد آمن."
NAMES = [
    Case("the full name", (MINISTER, "سليم الحداد"), "سليم الحداد"),
    Case("the surname", (MINISTER, "الحداد"), "سليم الحداد"),
    Case("the surname without its article", (MINISTER, "حداد"), "سليم الحداد"),
    Case("the first name", (MINISTER, "سليم"), "سليم الحداد"),
    Case("inside a work's phrase", ("صدر كتاب جديد للناقد عمر الكيلاني أمس.", "الكيلاني"), "عمر الكيلاني"),
    Case("inside a body's phrase", ("حكومة الرئيس عمر الكيلاني تعود.", "الكيلاني"), "عمر الكيلاني"),
    Case("another name", (MINISTER, "الكيلاني"), None),
    Case("another first name with the same surname", (MINISTER, "عمر الحداد"), None),
    Case(
        "a name in three parts by two of them",
        ("قال الوزير سليم عمر الحداد إن السد آمن.", "سليم الحداد"),
        "سليم عمر الحداد",
    ),
    Case("a name of two words in one", ("قال الوزير محمد أبو زيد إن السد آمن.", "أبوزيد"), "محمد ابو زيد"),
    Case(
        "the second word of a surname in two",
        ("كان سليم عبد الرزاق رئيس الوزراء حاضرا. ورأى رزاق ذلك.", "رزاق"),
        "سليم عبد الرزاق",
    ),
    Case("a name after it is learned too", ("مضى الحداد. ثم عاد الوزير سليم الحداد.", "الحداد"), "سليم الحداد"),
    Case("a name without a title after a verb", ("قال سليم الحداد إن السد آمن.", "الحداد"), "سليم الحداد"),
    Case(
        "two bearers of one surname: the one named in full",
        ("قال سليم الحداد نعم. وقالت هدى الحداد لا.", "هدى الحداد"),
        "هدي الحداد",
    ),
    Case("vowel marks and tatweel do not matter", ("قال الوزيرُ سَليـم الحدّاد إن السد آمن.", "الحداد"), "سليم الحداد"),
]


@pytest.mark.parametrize(("query", "expected"), table(NAMES))
def test_names(query: tuple[str, str], expected: str | None) -> None:
    text, words = query
    entity = Registry(Text(text)).by_name(_forms(words))
    assert (entity and " ".join(entity.forms)) == expected


# -- titles: (text, stems, token from which one looks back) -> name ----------------------------------------------------

TWO = "قال وزير الري سليم الحداد نعم. وقال وزير النقل عمر الكيلاني لا. ثم مضى الوزير."
TITLES = [
    Case("the whole title", (TWO, "وزير ري"), "سليم الحداد"),
    Case("the other's whole title", (TWO, "وزير نقل"), "عمر الكيلاني"),
    Case("the head alone: the nearest before", (TWO, "وزير"), "عمر الكيلاني"),
    Case("a title of nobody here", (TWO, "سفير"), None),
    Case("the name only comes later", ("قال الوزير نعم. وكان وزير الري سليم الحداد حاضرا.", "وزير"), "سليم الحداد"),
]


@pytest.mark.parametrize(("query", "expected"), table(TITLES))
def test_titles(query: tuple[str, str], expected: str | None) -> None:
    raw, words = query
    text = Text(raw)
    entity = Registry(text).by_title(tuple(words.split()), len(text))
    assert (entity and " ".join(entity.forms)) == expected


def test_an_honorific_alone_is_the_person_titled_last() -> None:
    text = Text("قال الأمير سليم الحداد نعم. ووصل عمر. وأضاف سموه: لا.")
    entity = Registry(text).last_titled(len(text))
    assert entity is not None
    assert entity.forms == _forms("سليم الحداد")


# -- bodies -----------------------------------------------------------------------------------------------------------

BODIES = [
    Case(
        "the head alone stands for the full name",
        ("أكدت وزارة الموارد المائية ذلك. وقالت الوزارة نعم.", "وزارة"),
        "وزارة الموارد المائية",
    ),
    Case(
        "the full name comes later",
        ("وقالت الوزارة نعم. وأكدت وزارة الموارد المائية ذلك.", "وزارة"),
        "وزارة الموارد المائية",
    ),
    Case(
        "a body named inside a title",
        ("قال الأمين العام لحزب النهر سليم الحداد نعم. وأكد الحزب ذلك.", "حزب"),
        "حزب النهر",
    ),
    Case("another body", ("أكدت وزارة الموارد المائية ذلك.", "شركه"), None),
    Case(
        "no verb belongs to a body's name",
        ("وقالت الوزارة نعم. وكانت وزارة الموارد المائية بدأت العمل.", "وزارة"),
        "وزارة الموارد المائية",
    ),
]


@pytest.mark.parametrize(("query", "expected"), table(BODIES))
def test_bodies(query: tuple[str, str], expected: str | None) -> None:
    raw, words = query
    text = Text(raw)
    body = Registry(text).body(_forms(words), len(text))
    assert (body and text.slice(body.np.first, body.np.last).lstrip("ل")) == expected


def test_the_short_name_in_brackets_is_an_alias() -> None:
    text = Text("أكد الاتحاد الدولي للسدود (فيدا) أن السد آمن.")
    body = Registry(text).aliases[("فيدا",)]
    assert text.slice(body.np.first, body.np.last).startswith("الاتحاد الدولي للسدود")


def test_a_long_bracket_is_no_alias() -> None:
    assert not Registry(Text("أكد الاتحاد الدولي للسدود (وهو يضم عشرين دولة من قارات كثيرة) أن السد آمن.")).aliases


# -- small things -----------------------------------------------------------------------------------------------------


def test_the_article_is_left_out_where_something_remains() -> None:
    assert [bare(word) for word in ("الحداد", "حداد", "الي", "ال")] == ["حداد", "حداد", "الي", "ال"]


def test_names_of_two_words_become_one() -> None:
    assert joined(("عبد", "الله", "ابو", "زيد")) == ("عبدالله", "ابوزيد")


def test_what_a_title_stands_for_in_a_text_of_a_thousand_ministers_is_bounded() -> None:
    """Only the nearest are looked at, so that the look-up costs the same however many there are."""
    text = Text("قال الوزير سليم نعم. " * 1000)
    assert Registry(text).by_title(("وزير",), len(text)) is not None


# -- genders: what the verb tells of its subject -----------------------------------------------------------------------

ACTING = [("وكانت", True), ("وكان", False), ("وبات", False), ("ويثبت", False), ("وتعمل", None)]


@pytest.mark.parametrize(("verb", "feminine"), ACTING)
def test_a_verb_tells_the_gender(verb: str, feminine: bool | None) -> None:
    (entity,) = Registry(Text(f"وصل دوريلا هالفن إلى الجزيرة. {verb} هالفن في القارب.")).people
    assert entity.feminine is feminine
