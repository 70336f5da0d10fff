"""What a run is fed with follows from its seed, and holds what the account is to be tried on."""

import json
from collections import Counter

from tests.faults.news import Publication, count, publications


def _articles(records: list[Publication]) -> list[dict[str, object]]:
    return [
        json.loads(record.value or b"")
        for record in records
        if (record.key or b"").startswith(b"news-") and record.value
    ]


def test_the_same_seed_gives_the_same_records() -> None:
    assert list(publications(1, 300)) == list(publications(1, 300))
    assert list(publications(1, 300)) != list(publications(2, 300))


def test_their_number_is_known_beforehand() -> None:
    assert count(1, 300) == len(list(publications(1, 300)))


def test_a_fifth_of_the_articles_is_edited_twice_each_edit_after_the_one_before() -> None:
    revisions: dict[object, list[object]] = {}
    for article in _articles(list(publications(1, 300))):
        revisions.setdefault(article["article_id"], []).append(article["revision"])
    assert len(revisions) == 300
    assert Counter(map(tuple, revisions.values())) == {(1,): 240, (1, 2, 3): 60}


def test_an_edit_changes_the_text() -> None:
    bodies = [article["body"] for article in _articles(list(publications(1, 300))) if article["article_id"] == "news-5"]
    assert len(set(bodies)) == 3


def test_some_records_are_withdrawals_and_some_no_articles() -> None:
    records = list(publications(1, 300))
    assert sum(record.value is None for record in records if (record.key or b"").startswith(b"news-")) == 5
    assert len(records) - len(_articles(records)) - 5 == 8
