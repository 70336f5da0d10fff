"""From tokens to values: ordinals that survive, what stands within what, what goes on from what, the writer's words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotations import Article, Quotation, extract
from tests.quotations.cases import Case, table

SAFE = "راجعنا كل القياسات أمس"
ROAD = "ثم نفتح الطريق كله"


def _marked(body: str, title: str | None = None) -> list[Quotation]:
    return [q for q in extract(Article(body, title)) if q.family == "marked"]


def _ids(found: list[Quotation]) -> set[tuple[str, str, int]]:
    return {(q.family, q.normalized_text, q.ordinal) for q in found}


# -- ordinals ----------------------------------------------------------------------------------------------------------

# Everything between the marks of one form counts, emitted or not: text, and the ordinals of what is emitted.
ORDINALS = [
    Case("once", f"قال سليم الحداد: «{SAFE}».", [0]),
    Case("twice", f"قال سليم الحداد: «{SAFE}».\nوقال عمر الكيلاني: «{SAFE}».", [0, 1]),
    Case(
        "twice, spelt otherwise",
        "قال سليم الحداد: «راجعنا كلّ القياسات أمسِ».\nوقال عمر: «راجعنـا كل القياسات أمس!».",
        [0, 1],
    ),
    Case("the first is no quotation", f"وكان على الجدار «{SAFE}» بخط كبير.\nوقال سليم الحداد: «{SAFE}».", [1]),
    Case("marked and unmarked words count apart", f"قال سليم الحداد إن {SAFE}.\nوقال عمر الكيلاني: «{SAFE}».", [0]),
    Case("two forms", f"قال سليم الحداد: «{SAFE}».\nوقال عمر الكيلاني: «{ROAD}».", [0, 0]),
]


@pytest.mark.parametrize(("body", "ordinals"), table(ORDINALS))
def test_ordinals(body: str, ordinals: list[int]) -> None:
    assert [q.ordinal for q in _marked(body)] == ordinals


def test_ordinals_run_on_from_the_title_to_the_body() -> None:
    found = _marked(f"قال سليم الحداد: «{SAFE}».", title=f"سليم الحداد: «{SAFE}»")
    assert [(q.field, q.ordinal) for q in found] == [("title", 0), ("body", 1)]


def test_ids_survive_edits_elsewhere() -> None:
    body = f"قال سليم الحداد: «{SAFE}».\nوقال عمر الكيلاني: «{ROAD}»."
    edited = f"افتتح السد أمس.\n{body}\nثم مضى الناس.\nوأكدت هدى العلي: «كلنا معكم اليوم وغدا»."
    assert _ids(_marked(body)) < _ids(_marked(edited))


def test_ids_survive_an_engine_that_accepts_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    body = f"وصف سليم الحداد الأمر كما يلي: «{SAFE}».\nومضى «النهر» قرب «النهر».\nوقال عمر الكيلاني: «{SAFE}»."
    before = _ids(_marked(body))
    monkeypatch.setattr("quotations.attribution.finder.THRESHOLD", 0.0)
    assert before <= _ids(_marked(body))
    monkeypatch.setattr("quotations.attribution.finder.THRESHOLD", 0.999)
    assert _ids(_marked(body)) <= before


# -- within ------------------------------------------------------------------------------------------------------------

WITHIN = [
    Case("a fragment in a clause", "قال سليم الحداد إن القرار كان «خطأ كبيرا منذ البداية» وإن العمل بدأ.", [None, 0]),
    Case("two fragments in a clause", "وصف سليم الحداد القرار بأنه «خطأ كبير» و«ظلم واضح».", [None, 0, 0]),
    Case("a report in a report", "قال سليم الحداد إن المهندسين أكدوا أن السد آمن.", [None, 0]),
    Case("side by side", f"قال سليم الحداد: «{SAFE}»، وأضاف: «{ROAD}».", [None, None]),
    Case("a clause and another one", "قال سليم الحداد إن السد آمن، مؤكدا أن العمل بدأ.", [None, None]),
]


@pytest.mark.parametrize(("body", "expected"), table(WITHIN))
def test_within(body: str, expected: list[int | None]) -> None:
    assert [q.within for q in extract(Article(body))] == expected


# -- part_of -----------------------------------------------------------------------------------------------------------

PARTS = [
    Case("cut by the writer", f"«{SAFE}»، قال سليم الحداد، «{ROAD}».", [None, 0]),
    Case("cut by the writer, straight marks", f'"{SAFE}"، قال سليم الحداد، "{ROAD}".', [None, 0]),
    Case("two quotations of one sentence are no parts", f"قال سليم الحداد: «{SAFE}»، وأضاف: «{ROAD}».", [None, None]),
    Case(
        "over three paragraphs",
        f"قال سليم الحداد: «{SAFE} في السد.\n«{ROAD} قبل الصيف.\n«ثم نعود إلى العمل من جديد».",
        [None, 0, 1],
    ),
    Case("a new cue begins anew", f"قال سليم الحداد: «{SAFE}».\nوأضاف: «{ROAD}».", [None, None]),
]


@pytest.mark.parametrize(("body", "expected"), table(PARTS))
def test_part_of(body: str, expected: list[int | None]) -> None:
    assert [q.part_of for q in _marked(body)] == expected


def test_indices_count_the_titles_quotations_too() -> None:
    found = extract(Article(f"«{SAFE}»، قال سليم الحداد، «{ROAD}».", f"سليم الحداد: «{SAFE}»"))
    (last,) = [q for q in found if q.part_of is not None]
    assert last.part_of is not None
    assert (last.text, found[last.part_of].text, found[last.part_of].field) == (ROAD, SAFE, "body")


# -- interruptions -----------------------------------------------------------------------------------------------------

INTERRUPTED = [
    Case("commas", f'"{SAFE}، يقول الوزير سليم الحداد، {ROAD}".', ["، يقول الوزير سليم الحداد،"]),
    Case("dashes", f"«{SAFE} - تقول هدى العلي - {ROAD}».", ["- تقول هدى العلي -"]),
    Case("nothing of the writer's", f"قال سليم الحداد: «{SAFE}، {ROAD}».", []),
    Case("what the speaker says of others is his own", f"قال سليم الحداد: «{SAFE}، وقال لي عمر الكيلاني، {ROAD}».", []),
]


@pytest.mark.parametrize(("body", "expected"), table(INTERRUPTED))
def test_interruptions(body: str, expected: list[str]) -> None:
    (q,) = _marked(body)
    assert [body[a:b] for a, b in q.interruptions] == expected


# -- the other fields --------------------------------------------------------------------------------------------------


def test_the_sentence_is_the_one_that_reports() -> None:
    body = f"افتتح السد أمس. وقال سليم الحداد: «{SAFE}. {ROAD}». ثم مضى."
    (q,) = _marked(body)
    assert body[slice(*q.sentence)] == f"وقال سليم الحداد: «{SAFE}. {ROAD}»."


def test_the_cue_has_its_lemma_and_class() -> None:
    cues = [q.cue for q in _marked(f"قال سليم الحداد: «{SAFE}».\nوأضاف: «{ROAD}».\nعمر الكيلاني: «كلنا معكم».")]
    assert [(c.text, c.lemma, c.cls) for c in cues if c] == [
        ("قال", "قال", "say"),
        ("وأضاف", "اضاف", "add"),
        (":", ":", "say"),
    ]


CLASSES = [
    Case("say", f"قال سليم الحداد: «{SAFE}».", ("say", False)),
    Case("ask", "وتساءل سليم الحداد: «متى يفتح السد؟».", ("ask", False)),
    Case("demand", "طالب سليم الحداد بأن «يفتح السد فورا للناس».", ("demand", False)),
    Case("warn", "وحذر سليم الحداد من «كارثة كبيرة».", ("warn", False)),
    Case("deny", "ونفى سليم الحداد أن «يكون السد خطرا».", ("deny", False)),
    Case("negated", "ولم يؤكد سليم الحداد أن «السد خطر على الناس».", ("say", True)),
    Case(
        "never said",
        "لم يقل سليم الحداد إن «السد خطر على الناس».",
        ("say", True),
    ),
]


@pytest.mark.parametrize(("body", "expected"), table(CLASSES))
def test_a_denial_never_looks_like_an_assertion(body: str, expected: tuple[str, bool]) -> None:
    (q,) = _marked(body)
    assert q.cue is not None
    assert (q.cue.cls, q.cue.negated) == expected


def test_addressee_and_occasion() -> None:
    (q,) = _marked(f"قال الوزير سليم الحداد للصحفيين في مؤتمر صحفي: «{SAFE}».")
    assert q.addressee is not None
    assert q.occasion is not None
    assert (q.addressee.text, q.occasion.text) == ("للصحفيين", "مؤتمر صحفي")


def test_a_clause_before_its_preposition_keeps_its_closing_mark() -> None:
    (q,) = extract(Article("الجسر «آمن جدا»، على حد قول الوزير سليم الحداد."))
    assert q.text == "الجسر «آمن جدا»"


@settings(deadline=None)
@given(st.permutations([f"قال سليم الحداد: «{SAFE}».", f"وقال عمر الكيلاني: «{ROAD}».", f"هدى العلي: «{SAFE} معا»."]))
def test_the_order_of_paragraphs_changes_no_id(lines: list[str]) -> None:
    assert _ids(_marked("\n".join(lines))) == _ids(_marked("\n".join(sorted(lines))))


def test_nothing_found_is_nothing_given() -> None:
    assert extract(Article("")) == []
    assert extract(Article("", "")) == []
