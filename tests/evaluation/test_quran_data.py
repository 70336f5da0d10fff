"""How the data file of the Quran's words is computed: from lines in Tanzil's format, without a download."""

import sys
from array import array
from base64 import b64decode
from pathlib import Path

import pytest

from bench import quran
from quotations.lexicon import rows
from quotations.page.quran import skeleton, triple

# Sura, verse, text; a comment of the source's own ends the file.
LINES = """\
1|2|الحمد لله رب العالمين
1|3|الرحمن الرحيم
112|1|قل هو الله أحد

# Tanzil Quran Text
"""


def _numbers(lines: list[str]) -> list[int]:
    numbers = array("I")
    numbers.frombytes(b64decode("".join(lines)))
    if sys.byteorder == "big":
        numbers.byteswap()
    return list(numbers)


def _triple(words: str) -> int:
    one, two, three = map(skeleton, words.split())
    return triple(one, two, three)


def test_the_data_file_of_a_few_verses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "simple-clean.txt"
    source.write_text(LINES, encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["quran", str(source)])
    quran.main()
    lines = capsys.readouterr().out.splitlines()
    head = [line for line in lines if line.startswith("#")]
    found = _numbers(lines[len(head) :])
    assert any("CC BY 3.0" in line for line in head)
    assert found == sorted(set(found))
    assert {_triple("هو الله أحد"), _triple("رب العالمين الرحمن")} <= set(found)  # also from verse to verse
    assert _triple("الحمد لله رب") not in found  # a formula of every day
    assert len(found) == 6  # of ten words, without two of the formula


def test_the_data_file_is_sorted_and_knows_a_verse() -> None:
    found = _numbers([row[0] for row in rows("quran.txt")])
    assert found == sorted(set(found))
    assert _triple("قل هو الله") in found
