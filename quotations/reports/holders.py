"""Who holds a long office: the name right before the words (قالت الأستاذة في جامعة كذا في باريس نادين جبارة إن)."""

from quotations.matching import forms_of, word_form
from quotations.page.marks import MARKS
from quotations.phrases.ali import writes_ala
from quotations.phrases.nouns import NounPhrase, parse
from quotations.words import wordclass as wc
from quotations.words.cues import SAY, lookup
from quotations.words.phrase_words import IN_NAMES, MARKS_OPEN, RANKS, THEN
from quotations.words.text import Text
from quotations.words.wordclass import classify

_FARTHEST = 24  # tokens from the end of what is surely the office
_CLAUSE = 16  # tokens of what is told of a holder between commas
_MARKED = 8  # tokens of a name in marks inside an office
_WITHIN = forms_of("في من على عن لدى إلى بين")  # prepositions inside an office; others begin a frame
_STOPS = wc.THAT | wc.RELATIVE | wc.OCCASION | wc.ADDRESSEE | wc.TIME | wc.PRONOUN
_NAMES = wc.GIVEN | wc.SURNAME
_MEDIA = wc.MEDIA | wc.MEDIA_NAME
_NAMED_TOO = wc.COMMON | wc.BODY_NAME | wc.MEDIA_NAME | wc.PLACE
_BODIES = wc.ORGANIZATION | wc.PORTFOLIO | wc.MEDIA | wc.PLACE
_ALI, _FOREIGN = word_form("علي"), forms_of("آن لي")  # names that are words of function too
_AT = word_form("في")
_BY_WAY = forms_of("حسب بحسب وفق خلال عبر")  # by whose account, or at what, something was said
_THEN = THEN | forms_of("أيضا")  # when somebody held the office: مدير السد سابقا المهندس فلان


def with_holder(text: Text, np: NounPhrase, end: int) -> NounPhrase:
    """The phrase with the name of whoever holds the office, where an honorific, a comma or a place leads to a name and
    the words follow at once; else the phrase as it is."""
    office = np.kind == "person" and np.head >= 0 and not (np.has_name or np.plural or np.joined)
    if not office or not classify(text.forms[np.head]).flags & wc.TITLE:
        return np
    if opens_words(text, np.last + 1) and not _waits(text, np.last + 1, end):
        return np
    k = np.last
    while k < min(np.last + _FARTHEST, end):
        holder = _holder(text, k, np.last, end)
        if holder is not None:
            name = holder.name_first, holder.name_last
            return NounPhrase(np.first, holder.last, "person", *name, np.head, np.feminine, cut=np.cut)
        if k > np.last and (leap := _leap(text, k, end)) > k:
            k = leap
        elif k > np.last and not _goes_on(text, k):
            return np
        else:
            k += 1
    return np


def _waits(text: Text, k: int, end: int) -> bool:
    """Whether the mark at token `k` opens a name inside the office: مدير مجمع «كذا»، فلان; behind the article only
    where an honorific follows (المشرف على البرنامج الوطني «كذا» الدكتور فلان إن)."""
    if text.forms[k] not in MARKS:
        return False
    if not classify(text.forms[k - 1]).definite:
        return _closing(text, k, end) > 0
    closing = _short(text, k, end)
    return closing > 0 and bool(classify(text.forms[closing + 1]).flags & wc.HONORIFIC) and text.words[closing + 1]


def _leap(text: Text, k: int, end: int) -> int:
    """The token behind a name in marks inside an office (المحلل في صحيفة «كذا»، فلان), or at the comma that ends what
    is told of its holder (الباحث الرئيس، الذي قاد الفريق، فلان); `k` where neither stands."""
    form = text.forms[k]
    if form in MARKS:
        return (_closing(text, k, end) if not _waits(text, k, end) else _short(text, k, end)) + 1 or k
    if classify(form).flags & wc.RELATIVE and not classify(form).prep:
        tokens = range(k + 2, min(k + _CLAUSE, end))
        comma = next((j for j in tokens if text.forms[j] in "،,"), k)
        return k if any(classify(text.forms[j]).flags & wc.THAT for j in range(k, comma)) else comma
    return k


def _holder(text: Text, k: int, last: int, end: int) -> NounPhrase | None:
    """The holder's name that begins at token `k`, with its honorific, right before what is said."""
    if k > last + 1 and text.words[k] and text.forms[k - 1] in "،,":
        between = _between_commas(text, k, end)
        if between is not None:
            return between
    if not _may_lead(text, k, last):
        return None
    holder = parse(text, k, end)
    if holder is not None and _is_name(text, holder, k) and _ends(text, holder.last + 1):
        return holder
    return _by_place(text, k)


def _closing(text: Text, k: int, end: int) -> int:
    """Where a name in marks inside an office ends (المحلل في صحيفة «كذا»، فلان): a short one, and no sentence."""
    if k >= end or text.forms[k] not in MARKS or not text.words[k - 1]:
        return -1
    if text.forms[k - 1] != _AT and not classify(text.forms[k - 1]).flags & (_BODIES | wc.NAME_MARK):
        return -1
    return _short(text, k, end)


def _short(text: Text, k: int, end: int) -> int:
    """Where the mark at token `k` closes, with few words and no sentence between; -1 where it does not."""
    closing = next((j for j in range(k + 2, min(k + _MARKED, end)) if text.forms[j] in MARKS), -1)
    return closing if not any(text.forms[j] in ".:؟" for j in range(k, closing)) else -1


def _between_commas(text: Text, k: int, end: int) -> NounPhrase | None:
    """…، آن برونيل، إن; …، أور هيلدن: «: two to four words behind a comma that are a name, and nothing else."""
    named, known = 0, False
    for j in range(k, min(k + 5, end)):
        form, w = text.forms[j], classify(text.forms[j])
        if not text.words[j]:
            spoken = opens_words(text, j) or (form in "،," and _is_frame(text, j + 1))
            return NounPhrase(k, j - 1, "person", k, j - 1) if j > k + 1 and named and spoken else None
        if opens_words(text, j):
            return NounPhrase(k, j - 1, "person", k, j - 1) if j > k + 1 and named else None
        strange = not w.flags and form.isalpha() and j not in text.tanwin
        given = bool(w.flags & wc.GIVEN) or strange or form == _ALI
        named_too = j == k and not w.flags & ~(_NAMED_TOO) and not classify(text.forms[j + 1]).flags  # ميلان برازنيل
        surname = bool(w.flags & wc.SURNAME) or form in IN_NAMES or form in _FOREIGN
        ordinary = known and not w.flags & ~(wc.COMMON | wc.NISBA) and not w.definite  # سليم أصغر
        if not (given or surname or named_too or ordinary) or (j == k and w.definite):
            return None
        known = known or (j == k and (bool(w.flags & wc.GIVEN) or (form == _ALI and writes_ala(text))))
        named += given
    return None


def _may_lead(text: Text, k: int, last: int) -> bool:
    """Whether a name may begin at token `k`: an honorific, or a word behind a comma, a place or the article."""
    if not text.words[k]:
        return False
    w = classify(text.forms[k])
    if w.prep or w.conj:
        return False
    if w.flags & wc.HONORIFIC or (w.definite and (w.stem in RANKS or w.flags & wc.TITLE)):
        return True
    if k == last or w.definite or w.flags & ~(_NAMES | wc.COMMON):
        return False
    if not text.words[k - 1] or text.forms[k - 1][0].isdigit():
        number = text.words[k - 1] or text.forms[k - 1] in MARKS
        return text.forms[k - 1] in "،," or (number and bool(w.flags & wc.GIVEN))  # القناة 12 سليم حداد
    before = classify(text.forms[k - 1])
    if w.flags & wc.GIVEN:
        return before.definite or (bool(before.flags & (wc.PLACE | wc.COMMON)) and not before.flags & wc.HEAD)
    return not w.flags & wc.COMMON and (before.definite or bool(before.flags & wc.PLACE))


def _is_name(text: Text, holder: NounPhrase, k: int) -> bool:
    """Whether a phrase is a name of two words or more, with its honorific or alone."""
    if not holder.has_name or holder.joined or holder.plural or holder.name_last == holder.name_first:
        return False
    w = classify(text.forms[k])
    return holder.name_first == k or bool(w.flags & wc.HONORIFIC) or (w.definite and bool(w.flags & wc.TITLE))


def _by_place(text: Text, k: int) -> NounPhrase | None:
    """The two to four words between an honorific and what is said, whatever they mean (السيد بناصر بولعراس، إن)."""
    title = classify(text.forms[k])
    if not (title.flags & wc.HONORIFIC or (title.definite and title.stem in RANKS)):
        return None
    first = k + 1 + (text.forms[k + 1 : k + 2] in (["."], ["/"]))
    for j in range(first, min(first + 5, len(text))):
        if j > first + 1 and opens_words(text, j):
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
    if w.flags & wc.PREPOSITION:  # not طلب الوزير من مدير المدرسة فلان أن
        return form in _WITHIN and not classify(text.forms[k + 1]).flags & wc.PERSON_HEAD & ~wc.HONORIFIC
    if form in _THEN or (w.flags & wc.OCCASION and w.prep == "ل"):
        return True
    if w.flags & _STOPS and not w.flags & (wc.ORGANIZATION | wc.PORTFOLIO | wc.MEDIA):
        return False
    person = w.prep and w.flags & wc.PERSON_HEAD
    return not person and (w.definite or not any(r.shape != "masdar" for r in lookup(form)[0]))


def _ends(text: Text, k: int) -> bool:
    """Whether a holder's name ends before token `k`: what is said begins, or a frame (لـ«كذا», في تصريح, اليوم)."""
    return opens_words(text, k) or _is_frame(text, k + (text.forms[k] in "،,"))


def _is_frame(text: Text, k: int) -> bool:
    """Whether who was told, on what occasion or when stands at token `k`."""
    if not text.words[k]:
        return False
    form, w, after = text.forms[k], classify(text.forms[k]), classify(text.forms[k + 1])
    if form in ("ل", "لـ") or form in _BY_WAY:
        return True
    if form == _AT:
        return bool(after.flags & (wc.OCCASION | wc.DOCUMENT)) and not after.flags & _BODIES & ~wc.PORTFOLIO
    if w.prep == "ل":
        return bool(w.flags & _MEDIA)
    return bool(w.flags & wc.TIME) and not w.flags & wc.PREPOSITION


def opens_words(text: Text, k: int) -> bool:
    """Whether what is said begins at token `k`, behind a comma too: a particle, a colon, a mark, قائلا."""
    k += text.forms[k] in "،,"
    form = text.forms[k]
    if not text.words[k]:
        return form == ":" or form in MARKS_OPEN
    if classify(form).flags & wc.PREPOSITION:
        k, form = k + 1, text.forms[k + 1]  # شدد فلان على أن
    if form == "ان" and text.alif(k) == "آ":
        return False  # آن بريت
    said = any(r.lemma == SAY and r.shape == "participle" for r in lookup(form)[0])
    return said or bool(classify(form).flags & wc.THAT)
