"""What written vowels tell of a verb, where a writer has set them: a passive (يُزعم, نُشر), the first person (صرحتُ).

The vowels are those of the paradigms (Wright, A Grammar of the Arabic Language, vol. I, §§ 90-100).
"""

import re

from quotations.words import verb_facts as vf
from quotations.words.cues import CueForm

U = "\u064f"
_A = "\u064e"
_LETTER = re.compile(r"\w[\u064b-\u0652\u0670]*")  # with the vowel marks on it
_TATWEEL = "\u0640"


def is_passive(word: str, form: CueForm, cut: int) -> bool:
    """Whether a word as it is written, with `cut` letters of proclitics, has the vowels of a passive: u on the first
    radical or behind the prefix of the past; in the present u on a prefix that has a in the active, or a on the last
    radical but one where the active has u and i (يُعلَن, not يُعلن)."""
    if U not in word:
        return False
    letters = _LETTER.findall(word.replace(_TATWEEL, ""))[cut:]
    size = len(form.lemma)
    if form.shape == "past":
        return any(U in letter for letter in letters[: 1 if size == 3 else min(3, size - 1)])
    if form.shape != "present" or not letters or U not in letters[0]:
        return False
    return not form.facts & vf.U_PREFIX or (not form.has_object and len(letters) > 3 and _A in letters[-2])


def is_first_person(word: str, form: CueForm) -> bool:
    """صرحتُ, سألتُه: the ت of the first person, where the third has none with a vowel before it."""
    if U not in word or form.shape != "past" or (form.gender, form.number) != ("f", "s"):
        return False
    letters = [letter for letter in _LETTER.findall(word.replace(_TATWEEL, "")) if letter[0] == "ت"]
    return bool(letters) and U in letters[-1]
