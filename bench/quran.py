"""Computes lexicon/quran.txt, the triples of following words by which the engine knows the Quran.

    python -m bench.quran simple-clean.txt > quotations/lexicon/quran.txt

The text is Tanzil's "Simple Clean" with sura and verse numbers (https://tanzil.net/download), one verse a line.
"""

import sys
from array import array
from base64 import b64encode
from pathlib import Path

from quotations.page.quran import skeleton, triple

# Said every day, by anybody: their triples alone show no verse.
_EVERYDAY = (
    "لا إله إلا الله",
    "لا إله إلا هو",
    "إنا لله وإنا إليه راجعون",
    "حسبنا الله ونعم الوكيل",
    "والحمد لله رب العالمين",
    "الحمد لله رب العالمين",
    "بسم الله الرحمن الرحيم",
    "ما شاء الله لا قوة إلا بالله",
    "إن شاء الله",
    "محمد رسول الله",
    "من عند الله",
    "في سبيل الله",
    "من دون الله",
)
_HEAD = """\
# The word triples of the Quran, as numbers: where a passage has them, its words are the Quran's (page/quran.py).
# Each triple of following words, in matching form without alif and hamza (in which spellings of the Quran differ),
# as the CRC-32 of its UTF-8 bytes; the numbers sorted, four bytes each, the lowest first, in base64. The text itself
# cannot be read from them. Triples of everyday formulas are left out. Written by bench/quran.py.
# Source: the Tanzil Quran Text (Simple Clean, Version 1.1), Copyright (C) 2007-2026 Tanzil Project, CC BY 3.0,
# https://tanzil.net."""
_WIDTH = 4096


def _triples(words: list[str]) -> set[int]:
    kept = [form for form in map(skeleton, words) if form]
    return {triple(*kept[k : k + 3]) for k in range(len(kept) - 2)}


def main() -> None:
    """Prints the data file for the text that the first argument names."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    verses = [line.split("|")[2] for line in lines if not line.startswith("#") and line.count("|") == 2]
    known = _triples(" ".join(verses).split())
    for formula in _EVERYDAY:
        known -= _triples(formula.split())
    numbers = array("I", sorted(known))
    if sys.byteorder == "big":
        numbers.byteswap()
    data = b64encode(numbers.tobytes()).decode()
    print("\n".join([_HEAD, *(data[k : k + _WIDTH] for k in range(0, len(data), _WIDTH))]))


if __name__ == "__main__":
    main()
