"""The list of known failures must be exact: nothing new, and nothing that passes now."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.expectations import assert_only_known_failures, rewrite

BODY = "قالت عمدة البلدة نوال الصافي: «سنفتح الجسر غدا»."
TEXT = "سنفتح الجسر غدا"


def _annotated(*texts: str) -> dict[str, Any]:
    speaker = {
        "speaker": "عمدة البلدة نوال الصافي",
        "name": "نوال الصافي",
        "cue": "قالت",
        "via": None,
        "how": "explicit",
    }
    places = [{"text": text, "start": BODY.index(text), "end": BODY.index(text) + len(text)} for text in texts]
    return {"id": "a", "body": BODY, "quotes": [{**p, "kind": "direct", **speaker} for p in places], "indirect": []}


@pytest.fixture
def known(tmp_path: Path) -> Path:
    path = tmp_path / "known_failures.txt"
    path.write_text("ab#1 missed\n", "utf-8")  # another article's
    return path


def test_an_article_without_failures_needs_no_line(known: Path) -> None:
    assert_only_known_failures(_annotated(TEXT), known)


def test_a_failure_that_is_not_listed_fails(known: Path) -> None:
    with pytest.raises(AssertionError, match=r"new failures:\n  a#1 missed"):
        assert_only_known_failures(_annotated("عمدة", TEXT), known)


def test_what_nobody_said_is_a_failure(known: Path) -> None:
    with pytest.raises(AssertionError, match=rf"new failures:\n  a spurious {BODY.index(TEXT)}: {TEXT}"):
        assert_only_known_failures(_annotated(), known)


def test_a_listed_failure_passes_until_it_is_mended(known: Path) -> None:
    known.write_text("a#1 missed\n", "utf-8")
    assert_only_known_failures(_annotated("عمدة", TEXT), known)
    with pytest.raises(AssertionError, match=r"these pass now, take their lines out:\n  a#1 missed"):
        assert_only_known_failures(_annotated(TEXT), known)


def test_rewriting_makes_the_list_exact(known: Path) -> None:
    annotated = _annotated("عمدة", TEXT)
    (known.parent / "expected.jsonl").write_text(json.dumps(annotated) + "\n", "utf-8")
    rewrite(known.parent)
    assert known.read_text("utf-8") == "a#1 missed\n"
    assert_only_known_failures(annotated, known)
