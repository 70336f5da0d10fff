"""What of an article a terminal is sent."""

import json

import pytest

from streams.core.printable import printable, printable_json

COMMANDS = "\x00\x08\x1b\x7f\x85\x9b\u2028\u2029"
# Overrides, embeddings and isolates with their ends; marks of direction; what has no width at all.
FORMATS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u00ad\u2060\ufeff\U000e0041"
LETTERS = "وقال «می\u200cخواهم» 👩\u200d🌾 \u0600٣ \u06dd ڤـ قَال\ufe0f"  # joiners and signs are what is written


@pytest.mark.parametrize("char", COMMANDS)
def test_a_control_character_is_a_blank(char: str) -> None:
    assert printable(f"قال{char}نعم") == "قال نعم"


@pytest.mark.parametrize("char", FORMATS)
def test_what_turns_or_hides_letters_is_shown_by_its_number(char: str) -> None:
    assert printable(f"قال{char}نعم") == f"قال<U+{ord(char):04X}>نعم"


@pytest.mark.parametrize("char", COMMANDS + FORMATS + "\n\t")
def test_in_json_each_is_an_escape_for_the_same_character(char: str) -> None:
    line = printable_json(json.dumps(f"قال{char}نعم", ensure_ascii=False))
    assert char not in line
    assert json.loads(line) == f"قال{char}نعم"


def test_letters_stay_as_they_are() -> None:
    assert printable(LETTERS) == LETTERS
    assert printable_json(LETTERS) == LETTERS
