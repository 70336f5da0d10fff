"""The inputs that fuzzing begins with, and those that it found, under the checks that it makes."""

import pytest

from tests.fuzz.checks import Checks, article_of, from_pieces
from tests.fuzz.seeds import seeds


@pytest.mark.parametrize("order", [1, -1])
def test_every_seed_passes_whatever_came_before_it(order: int) -> None:
    checks = Checks()
    for seed in seeds()[::order]:
        checks(seed)


def test_a_nul_ends_the_title() -> None:
    article = article_of("السد آمن\0قال: «نعم».")
    assert (article.title, article.body) == ("السد آمن", "قال: «نعم».")
    assert article_of("قال: «نعم».").title is None


def test_bytes_stand_for_words_and_gaps() -> None:
    assert from_pieces(bytes([0, 0, 1, 5])) == "قال وقال\n"


def test_too_much_work_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.checks.FOR_EACH", 0)
    monkeypatch.setattr("tests.fuzz.checks.TO_START", 10)
    with pytest.raises(AssertionError, match="calls for"):
        Checks()("\1قال الوزير: «نعم».".encode())
