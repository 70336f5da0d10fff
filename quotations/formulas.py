"""Formulas of reverence: those that stand for the one they honour, and those that stand behind a name."""

from quotations.landmarks import Landmark
from quotations.matching import word_form
from quotations.text import Text
from quotations.wordclass import GIVEN, classify

GOD, PROPHET = "الله", "النبي"
_WHO_IS_GOD = ("", "الله", "المولى", "الحق", "الخالق", "الباري", "ربنا", "رب العزة", "الرب")
_PRAISE = (
    "تعالى", "عز وجل", "سبحانه", "سبحانه وتعالى", "جل وعلا", "جل و علا", "تبارك وتعالى", "جل شأنه", "جل جلاله",
    "جل ثناؤه", "جل ذكره", "جل في علاه", "عز شأنه", "عز من قائل",
)  # fmt: skip
_OF_GOD = (*(f"{who} {praise}".strip() for who in _WHO_IS_GOD for praise in _PRAISE), "الله", "ربنا", "رب العزة")
_WHO_IS_PROPHET = (
    "رسول الله", "النبي", "الرسول", "النبي محمد", "الرسول محمد", "نبينا", "رسولنا", "نبينا محمد", "رسولنا محمد",
    "النبي الكريم", "الرسول الكريم", "رسولنا الكريم", "نبينا الكريم", "الرسول الأعظم", "الرسول الأكرم",
)  # fmt: skip
_PRAYERS = (
    "صلى الله عليه وسلم", "صلى الله عليه وآله وسلم", "صلى الله عليه واله", "عليه الصلاة والسلام",
    "عليه أفضل الصلاة والسلام", "عليه السلام", "صلوات الله عليه", "صلوات الله وسلامه عليه", "( ص )",
)  # fmt: skip
_OF_THE_PROPHET = (
    *(f"{who} {prayer}" for who in (*_WHO_IS_PROPHET, "المصطفى", "سيدنا محمد", "محمد") for prayer in _PRAYERS),
    *_WHO_IS_PROPHET,
    *_PRAYERS[:-1],
)
_BLESSINGS = (
    *_PRAISE,
    *_PRAYERS[:-1],
    *(f"رضي الله {upon}" for upon in ("عنه", "عنها", "عنهما", "عنهم", "تعالى عنه", "تعالى عنها", "عنه وأرضاه")),
    "عليها السلام", "عليهم السلام", "رحمه الله", "رحمها الله", "رحمه الله تعالى", "حفظه الله", "حفظها الله",
    "حفظه الله ورعاه", "كرم الله وجهه", "طيب الله ثراه",
)  # fmt: skip
_BEHIND: dict[str, list[tuple[str, ...]]] = {}
for _blessing in _BLESSINGS:
    _parts = tuple(map(word_form, _blessing.split()))
    _BEHIND.setdefault(_parts[-1], []).append(_parts)
_SET_OFF = frozenset("-–—ـ(),،[]")
BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrases, _name in ((_OF_GOD, GOD), (_OF_THE_PROPHET, PROPHET)):
    for _phrase in _phrases:
        _parts = tuple(map(word_form, _phrase.split()))
        BY_FIRST.setdefault(_parts[0], []).append((_parts, _name))
HONOURED = Landmark(
    frozenset(first for first, known in BY_FIRST.items() if any(name == PROPHET for _, name in known)).__contains__
)


def formula(text: Text, i: int) -> tuple[str, int] | None:
    """A formula that stands for its subject (قال تعالى، قال صلى الله عليه وسلم): whose, and how many tokens."""
    first = text.forms[i]
    best: tuple[str, int] | None = None
    for parts, name in BY_FIRST.get(first[1:] if first in ("والله", "فالله") else first, ()):
        if tuple(text.forms[i + 1 : i + len(parts)]) == parts[1:] and (best is None or len(parts) > best[1]):
            best = (name, len(parts))
    if best == (PROPHET, 1) and i + 1 < len(text) and classify(text.forms[i + 1]).flags & GIVEN:
        return None  # النبي موسى
    return best


def before_blessing(text: Text, last: int) -> int:
    """The last token before a blessing that ends at token `last`, with the dashes or brackets that set it off
    (النبي - صلى الله عليه وسلم - قال, أبو هريرة رضي الله عنه قال); `last` itself where none ends there."""
    end = last - (text.forms[last] in _SET_OFF)
    longest = max((len(parts) for parts in _BEHIND.get(text.forms[end], ()) if _ends(text, end, parts)), default=0)
    if not longest:
        return last
    before = end - longest
    return before - (text.forms[before] in _SET_OFF)


def _ends(text: Text, end: int, parts: tuple[str, ...]) -> bool:
    return end - len(parts) > 0 and tuple(text.forms[end - len(parts) + 1 : end + 1]) == parts
