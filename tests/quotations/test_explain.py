"""The explanation: one for each pair of marks, which tells the same as the result and the steps that led there."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quotations import Article, extract
from quotations.attribution.verdict import NAMES
from quotations.explain import Explanation, explain
from tests.quotations.test_any_text import articles

BODY = (
    "قال الوزير سليم الحداد إن شركة «النور» بدأت العمل. وقالت المهندسة هدى العلي نعم. "
    "وأضاف: «راجعنا كل القياسات أمس».\n"
    "وكان على الجدار «السد لنا» بخط كبير."
)


def _of(words: str) -> Explanation:
    return next(e for e in explain(Article(BODY)) if e.text == words)


def test_every_pair_of_marks_is_explained_in_reading_order() -> None:
    assert [e.text for e in explain(Article(BODY))] == ["النور", "راجعنا كل القياسات أمس", "السد لنا"]


def test_a_name_is_rejected_for_what_stands_before_it() -> None:
    e = _of("النور")
    assert not e.accepted
    assert e.probability is not None
    assert e.probability < 0.5
    assert dict(e.evidence)["name_before"] < 0
    assert e.candidates == ()


def test_who_was_considered_and_who_won() -> None:
    e = _of("راجعنا كل القياسات أمس")
    assert e.accepted
    assert (e.cue, e.rule) == ("وأضاف", "cue-lead")
    assert next((c.name, c.why, c.won) for c in e.candidates) == ("سليم الحداد", "spoke before that", True)
    assert "هدى العلي" not in [c.name for c in e.candidates]  # وأضاف is no woman's verb
    assert [c.probability for c in e.candidates] == sorted((c.probability for c in e.candidates), reverse=True)


def test_what_no_cue_governs_is_said_to_be_so() -> None:
    e = _of("السد لنا")
    assert (e.accepted, e.cue, e.probability, e.evidence) == (False, None, None, ())


@settings(max_examples=150, deadline=None)
@given(articles)
def test_the_explanation_and_the_result_never_disagree(article: Article) -> None:
    """Interviews apart, where the turns of the whole text decide afterwards."""
    found = extract(article)
    if any(q.kind == "interview" for q in found):
        return
    explained = explain(article)
    accepted = {(e.field, e.span) for e in explained if e.accepted}
    assert accepted == {(q.field, q.span) for q in found if q.family == "marked"}
    for e in explained:
        assert {name for name, _ in e.evidence} <= {*NAMES, "bias"}
        assert sum(c.won for c in e.candidates) <= 1


@given(st.text(max_size=30))
def test_it_raises_on_no_text(raw: str) -> None:
    explain(Article(raw, raw))
