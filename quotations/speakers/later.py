"""Whom a long office means that the text has not named yet: the one who speaks next by his name alone.

قال رئيس مجلس إدارة الشركة إن …. وقال نبيل الحداد لرويترز …: nobody new is named without saying who he is.
"""

from bisect import bisect_left

from quotations.people.registry import Registry
from quotations.phrases.nouns import NounPhrase
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.text import Text
from quotations.words.wordclass import classify

_REACH = 150  # tokens from the office to the name
_TOLD = wc.RELATIVE | wc.PRONOUN | wc.TITLE  # behind a name: who he is


def named_later(text: Text, registry: Registry, office: NounPhrase) -> NounPhrase | None:
    """The phrase of the name, where it is the next person's behind the office, stands there for the first time, right
    behind a verb of reporting, and nothing beside it says who he is."""
    head = classify(text.forms[office.head])
    if office.plural or office.joined or not head.flags & wc.TITLE or head.flags & (wc.HONORIFIC | wc.KIN):
        return None
    if not is_one(text, office):
        return None
    at = bisect_left(registry.named, office.last + 1, key=lambda item: item[0])
    if at >= len(registry.named):
        return None
    first, np = registry.named[at]
    genders = {r.gender for r in lookup(text.forms[first - 1])[0] if r.shape in ("past", "present")}
    if first - office.last > _REACH or np.name_first != first or np.name_last == first or np.last != np.name_last:
        return None
    if office.feminine is None or ("f" if office.feminine else "m") not in genders:
        return None
    entity = registry.by_name(tuple(text.forms[first : np.name_last + 1]))
    alone = entity is not None and entity.first == first and not entity.titled and entity.sure
    return np if alone and not _is_told(text, np.last + 1) else None


def is_one(text: Text, office: NounPhrase) -> bool:
    """Whether an office of two words or more has one holder: with the article, or by what it is over (وزير النقل)."""
    for k in range(office.head, office.last + 1):
        w = classify(text.forms[k])
        if not text.words[k] or (k > office.head and (w.prep or w.flags & wc.PREPOSITION)):
            return False
        if w.definite or w.flags & (wc.PLACE | wc.BODY_NAME):
            return office.last > office.head
    return False


def _is_told(text: Text, k: int) -> bool:
    """Whether somebody is told about at token `k`, behind a comma too: سليم الحداد، وهو …, سليم الحداد (40 عاما)."""
    k += text.forms[k] in "،,"
    w = classify(text.forms[k])
    return text.forms[k] in "(-–" or (bool(w.flags & _TOLD) and not w.prep)
