"""Scraped pages with all their furniture, and whole interviews: the engine finds what a careful reader finds.

Each annotation of a page says in which `block` it stands: the `headline` above the story, the `body`, or what is
`related` (walls of other headlines, lists of links, readers' comments, an index of first sentences). A second story
with paragraphs of its own is a `body` too.
"""

from pathlib import Path
from typing import Any

import pytest

from tests.expectations import assert_exact_annotations, assert_only_known_failures, load

HERE = Path(__file__).parent
PAGES = load(HERE / "pages.jsonl")
INTERVIEWS = load(HERE / "interviews.jsonl")
ALL = pytest.mark.parametrize("annotated", PAGES + INTERVIEWS, ids=[a["id"] for a in PAGES + INTERVIEWS])


@ALL
def test_annotations_are_exact_substrings(annotated: dict[str, Any]) -> None:
    assert_exact_annotations(annotated)


@ALL
def test_the_engine_finds_what_a_reader_finds(annotated: dict[str, Any]) -> None:
    assert_only_known_failures(annotated, HERE / "known_failures.txt")


def test_no_page_is_called_like_another() -> None:
    ids = [annotated["id"] for annotated in PAGES + INTERVIEWS]
    assert len(set(ids)) == len(ids)
