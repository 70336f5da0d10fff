"""Memos: each word is computed once, and what they hold stays bounded."""

import pytest

from quotations.words import memo
from quotations.words.memo import Memo


def counted() -> tuple[Memo[int], list[str]]:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    return Memo(length), asked


def test_a_word_is_computed_once() -> None:
    lengths, asked = counted()
    assert [lengths[word] for word in ("قال", "ثم", "قال")] == [3, 2, 3]
    assert asked == ["قال", "ثم"]


def test_words_that_come_again_outlive_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "_GENERATION", 4)
    lengths, asked = counted()
    for n in range(40):
        assert lengths["قال"] == 3
        assert lengths["ا" * n] == n
    assert asked.count("قال") == 1


def test_what_is_held_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "_GENERATION", 4)
    lengths, _ = counted()
    for n in range(100):
        assert lengths["ا" * n] == n
        assert len(lengths) + len(lengths._old) <= 8
