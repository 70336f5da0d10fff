"""Formulas of reverence that stand for the one they honour."""

from quotations.matching import word_form
from quotations.text import Text

_FORMULAS: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    (tuple(map(word_form, phrase.split())), name)
    for phrase, name in (
        ("صلى الله عليه وسلم", "النبي"), ("صلى الله عليه وآله وسلم", "النبي"), ("عليه الصلاة والسلام", "النبي"),
        ("عليه أفضل الصلاة والسلام", "النبي"), ("عليه السلام", "النبي"), ("تعالى", "الله"), ("عز وجل", "الله"), ("سبحانه وتعالى", "الله"),
        ("سبحانه", "الله"), ("جل وعلا", "الله"), ("الله تعالى", "الله"), ("الله عز وجل", "الله"), ("الله سبحانه وتعالى", "الله"),
        ("المولى عز وجل", "الله"), ("رسول الله صلى الله عليه وسلم", "النبي"), ("رسول الله عليه الصلاة والسلام", "النبي"),
        ("النبي صلى الله عليه وسلم", "النبي"), ("النبي الكريم", "النبي"), ("الرسول صلى الله عليه وسلم", "النبي"), ("الرسول الكريم", "النبي"), ("رسول الله", "النبي"),
        ("الحق سبحانه وتعالى", "الله"), ("الحق تبارك وتعالى", "الله"), ("ربنا", "الله"), ("المولى تعالى", "الله"), ("رب العزة", "الله"), ("الحق سبحانه", "الله"),
        ("الله سبحانه", "الله"), ("الله", "الله"), ("رسول الله صلوات الله وسلامه عليه", "النبي"), ("الله جل وعلا", "الله"),
    )
)  # fmt: skip


def formula(text: Text, i: int) -> tuple[str, int] | None:
    """A formula of reverence that stands for its subject (قال تعالى، قال صلى الله عليه وسلم): whose, and how many tokens."""
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
