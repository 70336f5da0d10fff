"""The engine on whatever comes: it never raises, every offset is exact, and the same text gives the same result."""

import gzip
import json
import random
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotations import Article, extract
from tests.quotations import test_missed
from tests.quotations.promises import GAPS, WORDS, holds
from tests.quotations.reports import test_contents, test_ends, test_ends_at_turns

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "articles.jsonl.gz"

pieces = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=60).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
letters = st.text(alphabet="قالوزيرإنأةى«»\"“”″'‹›:،.؟()-\n\r\u00a0\u0651\u0654\u0640\u200f\ufefb😀<>#_1a", max_size=99)
articles = st.builds(Article, pieces | letters | st.text(), st.none() | pieces | st.text())


@settings(max_examples=400, deadline=None)
@given(articles)
def test_everything_is_where_it_says(article: Article) -> None:
    holds(article, extract(article))


@pytest.mark.parametrize("seed", range(4))
def test_everything_is_where_it_says_in_many_longer_texts(seed: int) -> None:
    """What meets only once in a thousand texts: nothing here needs to be shrunk, so it is made faster than above."""
    chance = random.Random(seed)  # noqa: S311 (texts, no secrets)
    words = WORDS
    for _ in range(500):
        size = chance.randrange(1, 120)
        article = Article("".join(chance.choice(words) + chance.choice(GAPS) for _ in range(size)))
        holds(article, extract(article))


@pytest.mark.parametrize(
    "body",
    [case.text for case in (*test_contents.WORDS, *test_ends.ENDS, *test_ends_at_turns.TURNS, *test_missed.RARE)]
    + ["قال جهته", "وأضاف جانبه", "الوزير قال أمس", "قال هدى و أن الجسر", "بأن بحسب “ ) بأن\nبوزارة ه ”\nليست"]
    + ["نقل » ) كا » :", "نقل»)كا»:"],
)
def test_a_text_may_break_off_behind_any_word(body: str) -> None:
    words = body.split(" ")
    for size in range(1, len(words) + 1):
        article = Article(" ".join(words[:size]))
        holds(article, extract(article))


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.exists(), reason="no ../shared/corpus beside the repository")
def test_everything_is_where_it_says_in_real_articles() -> None:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, 2):
            raw = json.loads(line)
            article = Article(raw["body"], raw.get("title"))
            holds(article, extract(article))


@settings(max_examples=200, deadline=None)
@given(articles)
def test_results_are_in_the_order_of_their_spans_and_no_id_is_given_twice(article: Article) -> None:
    found = extract(article)
    order = [(q.field == "body", q.span.start, -q.span.end) for q in found]
    assert order == sorted(order)
    ids = [(q.family, q.normalized_text, q.ordinal) for q in found]
    assert len(set(ids)) == len(ids)


@settings(max_examples=100, deadline=None)
@given(st.lists(articles, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_no_article_leaves_anything_behind_for_the_next(batch: list[Article], chance: random.Random) -> None:
    first = {article: extract(article) for article in batch}
    chance.shuffle(batch)
    for article in batch:
        assert extract(article) == first[article]


@settings(max_examples=100, deadline=None)
@given(pieces)
def test_a_title_is_read_like_a_body_of_its_own(raw: str) -> None:
    """It has its own offsets; what is said of the body does not depend on it, but for the ordinals."""
    alone, both = extract(Article("", raw)), extract(Article(raw, raw))
    assert [q for q in both if q.field == "title"] == alone
    assert [q.span for q in both if q.field == "body"] == [q.span for q in extract(Article(raw))]
