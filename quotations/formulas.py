"""Formulas of reverence that stand for the one they honour."""

from quotations.matching import word_form
from quotations.text import Text

_GOD, _PROPHET = "الله", "النبي"
_OF_GOD = (
        "تعالى", "عز وجل", "سبحانه وتعالى", "سبحانه", "جل وعلا", "الله تعالى", "الله عز وجل",
        "الله سبحانه وتعالى", "المولى عز وجل", "الحق سبحانه وتعالى", "الحق تبارك وتعالى", "ربنا",
        "المولى تعالى", "رب العزة", "الحق سبحانه", "الله سبحانه", "الله", "الله جل وعلا",
)  # fmt: skip
_OF_THE_PROPHET = (
        "صلى الله عليه وسلم", "صلى الله عليه وآله وسلم", "عليه الصلاة والسلام", "عليه أفضل الصلاة والسلام",
        "عليه السلام", "رسول الله صلى الله عليه وسلم", "رسول الله عليه الصلاة والسلام",
        "النبي صلى الله عليه وسلم", "النبي الكريم", "الرسول صلى الله عليه وسلم", "الرسول الكريم", "رسول الله",
        "رسول الله صلوات الله وسلامه عليه",
)  # fmt: skip
_FORMULAS: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    (tuple(map(word_form, phrase.split())), name)
    for phrases, name in ((_OF_GOD, _GOD), (_OF_THE_PROPHET, _PROPHET))
    for phrase in phrases
)


def formula(text: Text, i: int) -> tuple[str, int] | None:
    """A formula that stands for its subject (قال تعالى، قال صلى الله عليه وسلم): whose, and how many tokens."""
    best: tuple[str, int] | None = None
    first = text.forms[i]
    first = first[1:] if first == "والله" else first
    for parts, name in _FORMULAS:
        if (
            first == parts[0]
            and tuple(text.forms[i + 1 : i + len(parts)]) == parts[1:]
            and (best is None or len(parts) > best[1])
        ):
            best = (name, len(parts))
    return best
