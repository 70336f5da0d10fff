"""Who holds a long office: the name right before the words (قالت الأستاذة في جامعة كذا في باريس نادين جبارة إن)."""

from quotations.matching import forms_of
from quotations.phrases.nouns import NounPhrase, parse
from quotations.words import wordclass as wc
from quotations.words.cues import SAY, lookup
from quotations.words.phrase_words import IN_NAMES, MARKS_OPEN, RANKS
from quotations.words.text import Text
from quotations.words.wordclass import classify

_FARTHEST = 18  # tokens from the end of what is surely the office
_WITHIN = forms_of("في من على عن لدى إلى")  # prepositions inside an office; others begin a frame
_STOPS = wc.THAT | wc.RELATIVE | wc.OCCASION | wc.ADDRESSEE | wc.TIME | wc.PRONOUN
_NAMES = wc.GIVEN | wc.SURNAME


def with_holder(text: Text, np: NounPhrase, end: int) -> NounPhrase:
    """The phrase with the name of whoever holds the office, where an honorific, a comma or a place leads to a name and
    the words follow at once; else the phrase as it is."""
    office = np.kind == "person" and np.head >= 0 and not (np.has_name or np.plural or np.joined)
    if not office or not classify(text.forms[np.head]).flags & wc.TITLE or _opens_words(text, np.last + 1):
        return np
    for k in range(np.last, min(np.last + _FARTHEST, end)):
        if _may_lead(text, k, np.last):
            holder = parse(text, k, end)
            if holder is None or not _is_name(text, holder, k) or not _opens_words(text, holder.last + 1):
                holder = _by_place(text, k)
            if holder is not None:
                name = holder.name_first, holder.name_last
                return NounPhrase(np.first, holder.last, "person", *name, np.head, np.feminine, cut=np.cut)
        if k > np.last and not _goes_on(text, k):
            return np
    return np


def _may_lead(text: Text, k: int, last: int) -> bool:
    """Whether a name may begin at token `k`: an honorific, or a word behind a comma, a place or the article."""
    if not text.words[k]:
        return False
    w = classify(text.forms[k])
    if w.prep or w.conj:
        return False
    if w.flags & wc.HONORIFIC or (w.definite and w.stem in RANKS):
        return True
    if k == last or w.definite or w.flags & ~(_NAMES | wc.COMMON):
        return False
    if not text.words[k - 1] or text.forms[k - 1][0].isdigit():
        return text.forms[k - 1] in "،," or (text.words[k - 1] and bool(w.flags & wc.GIVEN))  # القناة 12 سليم حداد
    before = classify(text.forms[k - 1])
    return not w.flags & wc.COMMON and (before.definite or bool(before.flags & wc.PLACE))


def _is_name(text: Text, holder: NounPhrase, k: int) -> bool:
    """Whether a phrase is a name of two words or more, with its honorific or alone."""
    if not holder.has_name or holder.joined or holder.plural or holder.name_last == holder.name_first:
        return False
    w = classify(text.forms[k])
    return holder.name_first == k or bool(w.flags & wc.HONORIFIC) or w.stem in RANKS


def _by_place(text: Text, k: int) -> NounPhrase | None:
    """The two to four words between an honorific and what is said, whatever they mean (السيد بناصر بولعراس، إن)."""
    if not classify(text.forms[k]).flags & wc.HONORIFIC:
        return None
    first = k + 1 + (text.forms[k + 1 : k + 2] in (["."], ["/"]))
    for j in range(first, min(first + 5, len(text))):
        if j > first + 1 and _opens_words(text, j):
            return NounPhrase(k, j - 1, "person", first, j - 1)
        w = classify(text.forms[j])
        named = w.flags & _NAMES or (j > first and text.forms[j - 1] in IN_NAMES) or text.forms[j] in IN_NAMES
        if not text.words[j] or (w.flags & (wc.FUNCTION | wc.HEAD | wc.PORTFOLIO | wc.PLACE) and not named):
            return None
    return None


def _goes_on(text: Text, k: int) -> bool:
    """Whether an office may go on over token `k`: no verb, no frame, nobody who is told."""
    form = text.forms[k]
    if not text.words[k]:
        return form in "،,-–ـ"
    w = classify(form)
    if w.flags & wc.PREPOSITION:
        return form in _WITHIN
    if w.flags & _STOPS and not w.flags & (wc.ORGANIZATION | wc.PORTFOLIO | wc.MEDIA):
        return False
    person = w.prep and w.flags & wc.PERSON_HEAD
    return not person and (w.definite or not any(r.shape != "masdar" for r in lookup(form)[0]))


def _opens_words(text: Text, k: int) -> bool:
    """Whether what is said begins at token `k`, behind a comma too: a particle, a colon, a mark, قائلا."""
    if k < len(text) and text.forms[k] in "،,":
        k += 1
    if k >= len(text):
        return False
    form = text.forms[k]
    if not text.words[k]:
        return form == ":" or form in MARKS_OPEN
    said = any(r.lemma == SAY and r.shape == "participle" for r in lookup(form)[0])
    return said or bool(classify(form).flags & wc.THAT)
