"""What a word may be: the lexicons as one look-up, proclitics and the article taken off."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quotations.lexicon import rows, words
from quotations.matching import matching_form
from quotations.words.memo import Memo

TITLE = 1 << 0  # an office, an occupation, a rank: رئيس، لاعب، اللواء
HONORIFIC = 1 << 1  # before a name only: الدكتور، سمو
SPOKESPERSON = 1 << 2
ORGANIZATION = 1 << 3  # the head of a body: وزارة، شركة
MEDIA = 1 << 4  # the head of an outlet: وكالة، صحيفة
MEDIA_NAME = 1 << 5
BODY_NAME = 1 << 6  # a body's proper name: اليونسكو
PLACE = 1 << 7
NISBA = 1 << 8  # relational and other adjectives after a title: الروسي، السابق
GIVEN = 1 << 9
SURNAME = 1 << 10
UNNAMED = 1 << 11  # مصدر، مسؤول
GROUP = 1 << 12  # شهود، خبراء
DOCUMENT = 1 << 13
OCCASION = 1 << 14
ADDRESSEE = 1 << 15
PORTFOLIO = 1 << 16
PREPOSITION = 1 << 17
CONJUNCTION = 1 << 18
RELATIVE = 1 << 19
PRONOUN = 1 << 20
DEMONSTRATIVE = 1 << 21
TIME = 1 << 22
ADVERB = 1 << 23
THAT = 1 << 24  # أن، إنه، بأن: opens a reported clause
AUXILIARY = 1 << 25
NAME_MARK = 1 << 26  # before marks that hold a name or a title of a work
PLURAL = 1 << 27
FEMININE = 1 << 28
MASCULINE = 1 << 29
SAME = 1 << 30  # نفسه، ذاته
KIN = 1 << 31
COMMON = 1 << 32  # an ordinary word: no name by itself

HIS = ("ه", "ها", "هم")  # the pronouns of the third person behind a noun; what ends in هما or هن is mostly another word

FUNCTION = PREPOSITION | CONJUNCTION | RELATIVE | PRONOUN | TIME | ADVERB | THAT | AUXILIARY
PERSON_HEAD = TITLE | HONORIFIC | SPOKESPERSON | KIN
HEAD = PERSON_HEAD | ORGANIZATION | MEDIA | UNNAMED | GROUP | DOCUMENT


class Word(NamedTuple):
    """A word's classes, and what stands before its stem: `conj` (و، ف), `prep` (ب، ل، ك) and the article."""

    flags: int
    conj: str
    prep: str
    definite: bool
    stem: str


_GENDERS = {"m": MASCULINE, "f": FEMININE, "p": PLURAL, "x": 0}
_FUNCTION_CLASSES = {
    "prep": PREPOSITION, "conj": CONJUNCTION, "rel": RELATIVE, "pron": PRONOUN, "dem": DEMONSTRATIVE, "time": TIME,
    "time-adj": NISBA, "adv": ADVERB, "adv-np": SAME, "that": THAT, "aux": AUXILIARY,
}  # fmt: skip
_TITLE_CLASSES = {"honorific": TITLE | HONORIFIC, "spokesperson": TITLE | SPOKESPERSON, "kin": TITLE | KIN}


_HAMZA_LAM = ("أل", "إل", "آل")  # ألماني، إلكتروني: no article


@cache
def _whole_words() -> frozenset[str]:
    """Words that begin like the article in matching form and have none: ألماني, إلكتروني, آلية."""
    listed = (
        "titles.tsv",
        "organizations.tsv",
        "unnamed.tsv",
        "documents.tsv",
        "portfolios.txt",
        "occasions.txt",
        "nisba.txt",
        "name_marks.txt",
    )
    entries = [row[0] for name in listed for row in rows(name)] + [row[2] for row in rows("places.tsv")]
    whole = {matching_form(entry) for entry in entries if entry.startswith(_HAMZA_LAM) and " " not in entry}
    whole |= {word + end for word in whole for end in ("ه", "ون", "ين", "ان")}
    return frozenset(word for word in whole if len(word) > 4 and not _base().get(word[2:], 0) & HEAD)


_ALONE = MEDIA_NAME | BODY_NAME | PLACE | DOCUMENT | OCCASION | ADDRESSEE | GIVEN | NAME_MARK
_LISTS = (
    ("common_words.txt", COMMON), ("media_names.txt", MEDIA_NAME), ("organization_names.txt", BODY_NAME),
    ("surnames.txt", SURNAME), ("portfolios.txt", PORTFOLIO), ("occasions.txt", OCCASION),
    ("addressees.txt", ADDRESSEE), ("name_marks.txt", NAME_MARK), ("given_names.tsv", GIVEN),
)  # fmt: skip


def _inflected(nisba: str) -> tuple[str, ...]:
    return (nisba, nisba + "ة", nisba + "ون", nisba + "ين", nisba + "ان")


def _entries() -> Iterator[tuple[str, int]]:
    """Every entry of the lexicons but the words of function, with its classes."""
    for word, gender, kind in rows("titles.tsv"):
        yield word, _TITLE_CLASSES.get(kind, TITLE) | _GENDERS[gender]
    for word, gender, kind in rows("organizations.tsv"):
        yield word, (MEDIA if kind == "media" else ORGANIZATION) | _GENDERS[gender]
    for word, gender, kind in rows("unnamed.tsv"):
        yield word, (GROUP if kind == "group" else UNNAMED) | _GENDERS[gender]
    for word, gender, _ in rows("documents.tsv"):
        yield word, DOCUMENT | _GENDERS[gender]
    for place, _, nisba, gender in rows("places.tsv"):
        yield place, PLACE | _GENDERS.get(gender, 0)
        if nisba != "-":
            yield from ((form, NISBA) for form in _inflected(nisba))
    for name, flags in _LISTS:
        yield from ((row[0], flags) for row in rows(name))
    for (nisba,) in rows("nisba.txt"):
        yield from ((form, NISBA) for form in _inflected(nisba))


def _key(entry: str, flags: int) -> tuple[str, int]:
    """The form under which an entry is found, and its classes; none where its first word proves nothing alone."""
    form = matching_form(entry)
    if " " in form:
        form = form.split(" ", 1)[0]
        flags &= ~(MASCULINE | FEMININE)
        if flags & _ALONE:
            return form, 0  # see `phrases`
    article = form.startswith("ال") and len(form) > 4 and not entry.startswith(_HAMZA_LAM)
    if article and not flags & (MEDIA_NAME | BODY_NAME | PLACE | GIVEN | SURNAME):
        form = form[2:]
    return form, flags


@cache
def _base() -> dict[str, int]:
    """Every listed single word in matching form, without the article, to its classes."""
    table: dict[str, int] = {}
    for entry, flags in _entries():
        form, classes = _key(entry, flags)
        if classes:
            table[form] = table.get(form, 0) | classes
    for word, kind in rows("function_words.tsv"):
        form = matching_form(word)
        own = table.get(form, 0)
        if kind in ("prep", "conj") and own & HEAD:
            table["ال" + form] = own & ~COMMON  # الإمام, beside the preposition أمام
        only = kind in ("prep", "conj", "that", "rel", "pron")
        table[form] = _FUNCTION_CLASSES[kind] if only else own | _FUNCTION_CLASSES[kind]
    return table


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Names and phrases of several words by their first word in matching form, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for name, flags in (
        ("media_names.txt", MEDIA_NAME),
        ("organization_names.txt", BODY_NAME),
        ("places.tsv", PLACE),
        ("given_names.tsv", GIVEN),
    ):
        for row in rows(name):
            parts = tuple(matching_form(row[0]).split(" "))
            if len(parts) > 1:
                table.setdefault(parts[0], []).append((parts, flags))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in table.items()}


_NOT_THE_ARTICLE = frozenset(words("places.tsv") | words("organization_names.txt") | words("media_names.txt"))


_NOTHING = Word(0, "", "", False, "")


def _classify(form: str) -> Word:
    """The classes of a word in matching form.

    >>> classify("والرءيس").definite, bool(classify("والرءيس").flags & TITLE)
    (True, True)
    """
    if not form:
        return _NOTHING
    table = _base()
    if form in _whole_words():
        return Word(table.get(form, NISBA), "", "", False, form)
    joined = form[0] == "و" and table.get(form) == COMMON and len(form) > 5 and _prefixed(form[1:], table)
    if form in table and not joined:
        return _listed(form, table)
    accusative = len(form) > 4 and form[-1] == "ا" and form[-2] != "ه"  # رئيسها: no tanwin stands on ة
    if accusative and table.get(form[:-1], 0) & (HEAD | NISBA | GROUP):
        return Word(table[form[:-1]], "", "", False, form[:-1])  # the accusative: مصدرا، مسؤولا
    options = _options(form, table)[joined:]  # والناشط: frequent as it is, no word of its own
    best = _best(options, table)
    if best.prep == "ك" and best.definite and not best.flags and not best.conj:
        return Word(0, "", "", False, form)  # كاليفورني, كاليداسة: a foreign word, not كالـ
    if not best.flags and not best.prep and len(form) > 6 and form[0] in "بل" and form.endswith("ات"):
        return Word(0, "", form[0], False, form[1:])  # لاسطبلات
    plain = not best.flags or (best.prep and not best.flags & ~COMMON)
    if plain and not best.definite:
        for conj, prep, rest in options:
            owned = _owned(rest, table)
            if owned:
                return Word(owned, conj, prep, True, rest)
    return best


classify = Memo(_classify).__getitem__


def _listed(form: str, table: dict[str, int]) -> Word:
    """A word that is listed as it stands."""
    own = table[form]
    if len(form) < 4 or not form.startswith("ال"):
        return Word(own, "", "", False, form)
    bare = table.get(form[2:], 0)
    if own & GIVEN:  # ألكسندر، إلياس: no article
        return Word(own | bare & (HEAD | NISBA | MASCULINE | FEMININE | PLURAL), "", "", False, form)
    proper = own & (MEDIA_NAME | BODY_NAME | PLACE | SURNAME)
    return Word(own | bare & ~FUNCTION if proper else own, "", "", True, form[2:])  # البنا is no بنا


def _options(form: str, table: dict[str, int]) -> list[tuple[str, str, str]]:
    """The ways to take conjunction and preposition off a word: what is taken, and the rest."""
    options = [("", "", form)]
    if form[0] not in "وفبلك":
        return options
    if form[0] in "وف" and (len(form) > 3 or table.get(form[1:], 0) & FUNCTION):
        options.append((form[0], "", form[1:]))
    return options + [
        (conj, rest[0], rest[1:])
        for conj, _, rest in options
        if rest[0] in "بلك" and (len(rest) > 3 or (len(rest) == 3 and table.get(rest[1:], 0) & PORTFOLIO))
    ]


def _best(options: list[tuple[str, str, str]], table: dict[str, int]) -> Word:
    """The first reading that the lists know; else the one with the article; else the word as it stands."""
    if len(options) == 1:
        return _reading(*options[0], table)
    best = _NOTHING
    for option in options:
        word = _reading(*option, table)
        if best is _NOTHING or (not best.flags and (word.flags or (word.definite and not best.definite))):
            best = word
        known = word.flags and (not word.conj or word.definite or word.flags & ~(GIVEN | SURNAME | NISBA))
        if known and not word.prep:
            return word
    return best


def _reading(conj: str, prep: str, rest: str, table: dict[str, int]) -> Word:
    """One way to read a word, with the article taken off."""
    stem, flags = rest, table.get(rest, 0)
    if len(rest) > 3 and rest.startswith("ال") and rest not in _whole_words():
        stem = rest[2:]
    elif len(rest) > 3 and prep == "ل" and rest[0] == "ل":
        stem = rest[1:]
    definite = stem is not rest
    if definite:  # with the article it is a noun: no particle (الله is not له)
        flags |= table.get(stem, 0) & ~(FUNCTION & ~TIME | PLACE)  # الحماة is not the city of حماة
        if prep == "ل" and rest[0] == "ل":
            flags |= table.get("ال" + stem, 0) & PLACE  # للقاهرة
    return Word(flags, conj, prep, definite or (rest in _NOT_THE_ARTICLE and not flags & HEAD), stem)


def _prefixed(rest: str, table: dict[str, int]) -> bool:
    """Whether an ordinary word that begins with و is the conjunction and a noun with the article or an office."""
    return rest.startswith("ال") or bool(table.get(rest, 0) & (HEAD | NISBA))


_PRONOUNS = ("هما", "ها", "هم", "ه", "نا")


def _owned(stem: str, table: dict[str, int]) -> int:
    """The classes of a head with an attached pronoun: نائبه، والدتها، محاميهم."""
    for suffix in _PRONOUNS if stem.endswith(_PRONOUNS) else ():
        if stem.endswith(suffix) and len(stem) - len(suffix) >= 3:
            base = stem[: -len(suffix)]
            if base.endswith("ت") and table.get(base[:-1] + "ه", 0) & HEAD:
                return table[base[:-1] + "ه"]
            if not table.get(base, 0) & HEAD and base[-1] in "اوي":
                base = base[:-1]  # dual and sound plural before a pronoun: نظيراه، مؤيدوها
            return table.get(base, 0) & ~(GIVEN | SURNAME) if table.get(base, 0) & HEAD else 0
    return 0


def without_pronoun(form: str, pronoun: str) -> tuple[str, int]:
    """The noun under an attached pronoun, with its classes: كتاب of كتابه, دراسة of دراستها; "" where it has none."""
    stem = form[: -len(pronoun)] if form.endswith(pronoun) else ""
    if not stem:
        return "", 0
    flags = classify(stem).flags
    if stem[-1] == "ت":
        feminine = classify(stem[:-1] + "ه").flags
        return (stem[:-1] + "ه" if feminine else stem), flags | feminine
    return stem, flags


def lam_letters(form: str) -> int:
    """How many letters of «لل» stand before a noun with its article behind ل: two in للمركز, which is ل and المركز, one
    in للجنة, which is ل and اللجنة: three ل are written as two."""
    word = classify(form[1:])
    return 1 if word.flags & HEAD and not word.prep else 2
