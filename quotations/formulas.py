"""Formulas of reverence that stand for the one they honour."""

from quotations.matching import word_form
from quotations.text import Text
from quotations.wordclass import GIVEN, classify

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
        "رسول الله صلوات الله وسلامه عليه", "الرسول", "النبي", "نبينا", "رسولنا", "النبي محمد", "الرسول محمد",
        "النبي محمد صلى الله عليه وسلم", "الرسول محمد صلى الله عليه وسلم",
)  # fmt: skip
BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrases, _name in ((_OF_GOD, _GOD), (_OF_THE_PROPHET, _PROPHET)):
    for _phrase in _phrases:
        _parts = tuple(map(word_form, _phrase.split()))
        BY_FIRST.setdefault(_parts[0], []).append((_parts, _name))


def formula(text: Text, i: int) -> tuple[str, int] | None:
    """A formula that stands for its subject (قال تعالى، قال صلى الله عليه وسلم): whose, and how many tokens."""
    first = text.forms[i]
    best: tuple[str, int] | None = None
    for parts, name in BY_FIRST.get(first[1:] if first == "والله" else first, ()):
        if tuple(text.forms[i + 1 : i + len(parts)]) == parts[1:] and (best is None or len(parts) > best[1]):
            best = (name, len(parts))
    if best == (_PROPHET, 1) and i + 1 < len(text) and classify(text.forms[i + 1]).flags & GIVEN:
        return None  # النبي موسى
    return best
