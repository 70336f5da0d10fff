"""What a walk asks of every word, answered once for each spelling: without its bit a step need not be tried."""

from quotations.words import phrase_words as words
from quotations.words import wordclass as wc
from quotations.words.cues import lookup
from quotations.words.formulas import BY_FIRST as FORMULAS
from quotations.words.memo import Memo
from quotations.words.morphology import looks_verbal
from quotations.words.wordclass import Word, classify, without_pronoun

VERBAL = 1 << 0  # may be a verb, of reporting or listed
GOES_ON = 1 << 1  # may belong to a phrase whatever else it is elsewhere (see `_inside`)
JOINS = 1 << 2  # a conjunction, a relative, what opens a clause (see `_joint`)
FUNCTIONAL = 1 << 3  # a verb, a preposition or another word of function (see `_particle`)
DETERMINES = 1 << 4  # باسم, a demonstrative or a quantifier
LISTED_PHRASE = 1 << 5  # a listed name of several words may begin here
STRANGE_START = 1 << 6  # a phrase may begin here that does not begin with its noun (see `run`)
PLAIN_START = 1 << 7  # a phrase begins here, unless the word is written as an accusative
NO_START = 1 << 8  # no phrase begins here
HEADS = 1 << 9  # at its beginning this word can be nothing but the phrase's head
ODD = 1 << 10  # stands for something else than it says in certain places (see `_odd`)
NAMES_TOO = 1 << 11  # behind a name it may be more of the name, whatever else it is elsewhere
UNUSUAL = 1 << 12  # no noun or name of the ordinary kind (see `_unusual`)

_CLAUSES = wc.THAT | wc.PRONOUN | wc.RELATIVE
_GOING_ON = (
    words.BLESSINGS
    | words.THEN
    | words.TEN
    | words.ELATIVES
    | {second for _, second in words.COMPOUNDS}
    | {"عام", "غير", words.CAPITAL, words.SPECIAL, words.ITSELF}
)
_DETERMINERS = frozenset({"باسم", "ذلك"})
_ODD = frozenset({*words.WITH_MADDA, "ابن", "باسم", "علي", "اول", *words.UPON, *words.OF_RANKS})
_STRANGE = frozenset({*words.ABOUT, *FORMULAS, *words.VON, *words.WITH_MADDA, words.IMAM, "والله", "علي", "ام"})
_STRANGE |= {words.WHAT, *words.NUMBERS}
_STRANGE |= {first for first, entries in wc.phrases().items() if any(flags & wc.GIVEN for _, flags in entries)}


def begins_phrase(word: Word, form: str) -> bool:
    """Whether a noun phrase may begin with this word."""
    if word.prep and not word.flags & wc.GIVEN:
        return False
    if word.flags & wc.FUNCTION and not word.flags & (wc.HEAD | wc.PLACE | wc.BODY_NAME | wc.GIVEN):
        return False
    if word.conj and not word.definite and not word.flags & wc.HEAD and word.stem not in words.OF:
        return False
    if word.flags & wc.OCCASION and not word.flags & (wc.DOCUMENT | wc.HEAD):
        return False
    return not _is_accusative(word, form)


def _is_accusative(word: Word, form: str) -> bool:
    """حيزا, واضعا: an ordinary noun with the ending of an object and no mark on it, unlike دورا and كارلا."""
    if word.flags or word.definite or len(form) < 5 or form[-1] != "ا" or form.endswith("يا"):
        return False
    if words.OF & {form, form[:-1]}:
        return False  # كثيرا من السكان
    base = classify(form[:-1])
    return base.flags == wc.COMMON and not base.prep and not base.conj


def _traits(form: str) -> int:
    word, traits = classify(form), 0
    if lookup(form)[0] or looks_verbal(form) or _may_be_listed_verb(form[len(word.conj) :]):
        traits |= VERBAL
    if form in wc.phrases():
        traits |= LISTED_PHRASE | GOES_ON
    if form in _GOING_ON or word.flags & wc.SAME:
        traits |= GOES_ON
    owned = form[0] == "و" and len(form) > 5 and form.endswith(("ها", "هم", "ه"))  # ومطلقها
    if word.flags & _CLAUSES or word.conj or owned or form == "و" or form in words.AUTHORED:
        traits |= JOINS
    if traits & VERBAL or word.flags & wc.FUNCTION or word.prep:
        traits |= FUNCTIONAL
    if form in _DETERMINERS or word.flags & wc.DEMONSTRATIVE or word.stem in words.OF:
        traits |= DETERMINES
    if form in _STRANGE or form[0].isdigit() or word.conj or word.prep:
        traits |= STRANGE_START
    decided = word.stem not in words.ACTORS
    if decided and (form in words.SELF or not begins_phrase(word, form)):
        traits |= NO_START
    elif decided and not _needs_neighbours(form, word, traits):
        traits |= PLAIN_START
    return traits | _of_places(form, word, traits)


def is_adverb(form: str, word: Word) -> bool:
    """رسميا, سريعا: the accusative of an adjective; with a name before it, how something was said."""
    if len(form) < 5 or form[-1] != "ا" or word.definite or word.prep or word.conj:
        return False
    adjective = classify(form[:-1])
    names = wc.GIVEN | wc.SURNAME | wc.PLACE | wc.HEAD
    kind = wc.NISBA | (wc.COMMON if len(form) == 5 and form[2] == "ي" else 0)  # سريعا
    return bool(adjective.flags & kind) and not (word.flags | adjective.flags) & names and not adjective.prep


def _of_places(form: str, word: Word, traits: int) -> int:
    """What a word is at the beginning of a phrase, behind a name, or beside certain others."""
    more = 0
    told = form[0] == "ل" and any(flags & wc.MEDIA_NAME for _, flags in wc.phrases().get(form[1:], ()))
    if form in _ODD or told or is_adverb(form, word):
        more |= ODD
    if (
        form in words.ORDINALS
        or word.conj == "ف"
        or form in words.NAMES_TOO
        or form in ("لا", "لو")
        or form == words.IMAM
        or (form in words.IN_NAMES and word.flags & wc.THAT)
    ):
        more |= NAMES_TOO
    if len(form) == 1 or traits & (LISTED_PHRASE | DETERMINES) or form in words.IN_NAMES:
        more |= UNUSUAL
    given = word.flags & wc.GIVEN and not word.definite
    if (
        word.flags & wc.HEAD
        and not given
        and traits & PLAIN_START
        and not (traits | more) & (STRANGE_START | ODD | UNUSUAL)
    ):
        more |= HEADS
    return more


def _needs_neighbours(form: str, word: Word, traits: int) -> bool:
    """Whether it takes more than the form to say that a phrase begins with this word."""
    if (
        form in words.BLESSINGS
        or form in words.AUTHORED
        or form in words.MONTHS
        or traits & VERBAL
        or word.flags & wc.AUXILIARY
    ):
        return True
    if word.flags:
        return False
    rest = form[len(word.conj) :]
    if rest[:1] == "ل":
        return True
    owned = rest.endswith(words.PRONOUNS)
    return owned and any(without_pronoun(rest, suffix)[1] & wc.COMMON for suffix in words.PRONOUNS)


_VERBS = words.VERBS | {verb[:-1] for verb in words.VERBS if verb[-1] == "ت"}  # خرجت tells خرج, too


def _may_be_listed_verb(form: str) -> bool:
    if form in _VERBS or (form[:2] == "لا" and form[2:] in _VERBS):
        return True
    return form.endswith(words.OBJECTS) and any(form.removesuffix(suffix) in _VERBS for suffix in words.OBJECTS)


TRAITS = Memo(_traits)
