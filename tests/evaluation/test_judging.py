"""When a span, a speaker and a cue are right: by sentences of our own."""

import pytest

from streams.evaluation.comparison import compare
from streams.evaluation.records import Found, GoldArticle, GoldEntry
from streams.evaluation.spans import match, overlap
from streams.evaluation.speakers import full_name_right, speaker_right


def _gold(speaker: str | None, name: str | None = None, **other: object) -> GoldEntry:
    return GoldEntry.model_validate({"text": "س", "start": 0, "end": 1, "speaker": speaker, "name": name, **other})


def _found(mention: str | None, name: str | None = None, **other: object) -> Found:
    fields = {"article_id": "a", "kind": "direct", "text": "س", "span": {"start": 0, "end": 1}, **other}
    return Found.model_validate({**fields, "speaker": {"mention": mention, "name": name}})


RIGHT = [
    ("the full name", ("الوزير", "سامي الرفاعي"), ("وزير الزراعة", "سامي الرفاعي")),
    ("hamza, ta marbuta and harakat apart", (None, "أُسامه الإدريسى"), ("أسامة", "أسامة الإدريسي")),
    ("titles apart", (None, "الدكتور سامي الرفاعي"), ("الرفاعي", "سامي الرفاعي")),
    ("the mention word for word", ("المتحدث باسم البلدية", None), ("المتحدث باسم البلدية", "سامي الرفاعي")),
    ("the surname alone", ("الرفاعي", None), ("الوزير الرفاعي", "سامي الرفاعي")),
    ("a title more than the annotation has", ("وزير الزراعة سامي الرفاعي", None), ("سامي الرفاعي", "سامي الرفاعي")),
    ("nobody, where nobody is named", (None, None), (None, None)),
]
WRONG = [
    ("the first name alone", ("سامي", "سامي"), ("الوزير", "سامي الرفاعي")),
    ("somebody else", ("ليلى حداد", "ليلى حداد"), ("الرفاعي", "سامي الرفاعي")),
    ("the sentence around the name", ("قال أمس في عمان وزير الزراعة سامي الرفاعي", None), ("الرفاعي", "سامي الرفاعي")),
    ("another of the family", ("ليلى الرفاعي", "ليلى الرفاعي"), ("الرفاعي", "سامي الرفاعي")),
    ("nobody, where somebody speaks", (None, None), ("الرفاعي", "سامي الرفاعي")),
    ("somebody, where nobody is named", ("مصدر", "مصدر"), (None, None)),
]


@pytest.mark.parametrize(("found", "gold"), [case[1:] for case in RIGHT], ids=[case[0] for case in RIGHT])
def test_right_speakers(found: tuple[str | None, str | None], gold: tuple[str | None, str | None]) -> None:
    assert speaker_right(_found(*found), _gold(*gold))


@pytest.mark.parametrize(("found", "gold"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_wrong_speakers(found: tuple[str | None, str | None], gold: tuple[str | None, str | None]) -> None:
    assert not speaker_right(_found(*found), _gold(*gold))


def test_a_surname_is_the_speaker_but_not_the_full_name() -> None:
    found, gold = _found("الرفاعي", "الرفاعي"), _gold("الرفاعي", "سامي الرفاعي")
    assert speaker_right(found, gold)
    assert not full_name_right(found, gold)


def _spans(*pairs: tuple[int, int]) -> list[GoldEntry]:
    return [GoldEntry(text="", start=start, end=end) for start, end in pairs]


def test_overlap_is_intersection_over_union() -> None:
    a, b, c = _spans((0, 10), (5, 15), (10, 12))
    assert overlap(a, b) == pytest.approx(5 / 15)
    assert overlap(a, c) == 0
    assert overlap(a, a) == 1


def test_spans_match_one_to_one_and_the_best_first() -> None:
    found, gold = _spans((0, 9), (0, 10), (50, 60)), _spans((0, 10), (52, 60), (80, 90))
    assert sorted(match(found, gold, 0.8)) == [(1, 0), (2, 1)]
    assert match(found, gold, 0.9) == [(1, 0)]


BODY = "وقال سامي الرفاعي إن «الموسم جيد»، وأضاف: «سنزرع أكثر»."


def _article() -> GoldArticle:
    def entry(text: str, **other: object) -> dict[str, object]:
        start = BODY.index(text)
        return {"text": text, "start": start, "end": start + len(text), "speaker": "سامي الرفاعي", **other}

    quotes = [
        entry("الموسم جيد", kind="direct", name="سامي الرفاعي", cue="وقال", how="explicit"),
        entry("سنزرع أكثر", kind="direct", name="سامي الرفاعي", cue="وأضاف", how="continued"),
    ]
    return GoldArticle.model_validate({"id": "a", "body": BODY, "quotes": quotes})


def _event(text: str, kind: str = "direct", **other: object) -> Found:
    start = BODY.index(text)
    span = {"field": "body", "start": start, "end": start + len(text)}
    return _found("الرفاعي", "سامي الرفاعي", text=text, kind=kind, span=span, **other)


def test_a_clause_that_is_a_marked_quotation_is_forgiven_but_another_is_spurious() -> None:
    found = [_event("الموسم جيد", "indirect"), _event("سامي الرفاعي إن", "indirect")]
    (quotes, indirect), strays = compare([_article()], found)
    assert [entry.text for entry in quotes.missed] == ["الموسم جيد", "سنزرع أكثر"]
    assert [f.text for f in indirect.spurious] == ["سامي الرفاعي إن"]
    assert strays == 0


@pytest.mark.parametrize(
    ("cue", "right"), [("قال", False), ("وقال", True), ("وقال في", True), (None, False), (":", False)]
)
def test_a_cue_shares_a_word_with_the_annotated_one(cue: str | None, right: bool) -> None:
    (quotes, _), _ = compare([_article()], [_event("الموسم جيد", cue={"text": cue} if cue else None)])
    assert quotes.pairs[0].cue_right is right


def test_text_that_is_not_at_its_offsets_is_counted() -> None:
    shifted = _event("الموسم جيد").model_copy(update={"start": BODY.index("الموسم جيد") + 1})
    (quotes, _), _ = compare([_article()], [shifted])
    assert quotes.bad_offsets == 1
    assert len(quotes.pairs) == 1
