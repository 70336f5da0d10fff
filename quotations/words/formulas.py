"""Formulas of reverence: those that stand for the one they honour, and those that stand behind a name."""

from quotations.lexicon import rows
from quotations.matching import word_form
from quotations.words.landmarks import Landmark
from quotations.words.text import Text
from quotations.words.wordclass import GIVEN, classify

GOD, PROPHET = "الله", "النبي"
_WHOSE = {"god": GOD, "god-praised": GOD, "prophet": PROPHET, "prophet-prayed": PROPHET}
_HONOURS = {"praise": GOD, "prayer": PROPHET}
_ABBREVIATED = ("(", "ص", ")")  # محمد (ص)
_MUHAMMAD = word_form("محمد")
_SET_OFF = frozenset("-–—ـ(),،[]")
_Parts = tuple[str, ...]

BY_FIRST: dict[str, list[tuple[_Parts, str, bool]]] = {}  # by its first word: the formula, whose, and whether it
# needs nothing behind it
_PRAISES: dict[str, list[tuple[_Parts, str]]] = {}  # by its first word: what stands behind a name, and whose
_BEHIND: dict[str, list[_Parts]] = {}  # by its last word: what stands behind anybody's name
for _phrase, _class in rows("reverence.tsv"):
    _forms = tuple(map(word_form, _phrase.split()))
    _apart = tuple(part for form in _forms for part in (("و", form[1:]) if form[0] == "و" else (form,)))
    for _parts in {_forms, _apart, (" ".join(_forms),)}:  # عليه و سلم; ﷺ is one token, its form the words that it holds
        if _class in _WHOSE and _parts == _forms:
            BY_FIRST.setdefault(_parts[0], []).append((_parts, _WHOSE[_class], "-" not in _class))
        elif _class in _HONOURS:
            BY_FIRST.setdefault(_parts[0], []).append((_parts, _HONOURS[_class], True))
            _PRAISES.setdefault(_parts[0], []).append((_parts, _HONOURS[_class]))
        if _class not in _WHOSE:
            _BEHIND.setdefault(_parts[-1], []).append(_parts)
_PRAISES[_ABBREVIATED[0]] = [(_ABBREVIATED, PROPHET)]
HONOURED = Landmark(first for first, known in BY_FIRST.items() if any(name == PROPHET for _, name, _ in known))


def formula(text: Text, i: int) -> tuple[str, int] | None:
    """A formula that stands for its subject (قال تعالى، قال النبي - صلى الله عليه وسلم -): whose, and how many tokens,
    a sign behind it left out."""
    first = text.forms[i]
    best: tuple[str, int] | None = None
    for parts, name, alone in BY_FIRST.get(first[1:] if first in ("والله", "فالله") else first, ()):
        end = i + len(parts)
        if tuple(text.forms[i + 1 : end]) != parts[1:]:
            continue
        if name == PROPHET and parts[-1] != _MUHAMMAD and text.forms[end : end + 1] == [_MUHAMMAD]:
            end += 1  # خاتم الأنبياء محمد
        praised = _praised(text, end, name)
        if not alone and praised == end:
            continue
        if name == PROPHET and praised == i + 1 < len(text) and classify(text.forms[praised]).flags & GIVEN:
            continue  # النبي موسى
        if best is None or praised - i > best[1]:
            best = (name, praised - i)
    return best


def _praised(text: Text, k: int, name: str) -> int:
    """The token behind the praise or prayer at `k`, which a dash, a comma or a bracket may set off; `k` where none
    stands there."""
    if k >= len(text):
        return k
    end = k
    for at in (k, k + 1) if text.forms[k] in _SET_OFF else (k,):
        for parts, whose in _PRAISES.get(text.forms[at], ()):
            if whose == name and tuple(text.forms[at : at + len(parts)]) == parts:
                end = max(end, at + len(parts))
    return end


def before_blessing(text: Text, last: int) -> int:
    """The last token before a blessing that ends at token `last`, with the dashes or brackets that set it off
    (النبي - صلى الله عليه وسلم - قال, أبو هريرة رضي الله عنه قال); `last` itself where none ends there."""
    end = last - (text.forms[last] in _SET_OFF)
    longest = max((len(parts) for parts in _BEHIND.get(text.forms[end], ()) if _ends(text, end, parts)), default=0)
    if not longest:
        return last
    before = end - longest
    return before - (text.forms[before] in _SET_OFF)


def _ends(text: Text, end: int, parts: _Parts) -> bool:
    return end - len(parts) > 0 and tuple(text.forms[end - len(parts) + 1 : end + 1]) == parts
