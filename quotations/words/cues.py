"""The cue lexicon: which words report, in every form that a writer may use.

`lexicon/cues.tsv` holds one line a verb; the forms are generated here after the rules of Arabic conjugation, for the
third person, which is the one in which news reports.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from quotations.lexicon import rows
from quotations.matching import word_form
from quotations.model import CueClass
from quotations.words.memo import Memo
from quotations.words.verb_facts import facts_of, facts_of_spelling

Shape = Literal["past", "present", "participle", "masdar", "passive"]
Gender = Literal["m", "f", "x"]
Number = Literal["s", "d", "p", "x"]
Strength = Literal["s", "w", "e"]
SAY = word_form("قال")  # the verb of saying: what only holds of it (لقوله, قوله تعالى) asks for it by name


class CueForm(NamedTuple):
    """One form of a verb of reporting. `gender` and `number` are "x" where the form leaves them open."""

    lemma: str
    cls: CueClass
    strength: Strength
    shape: Shape
    gender: Gender
    number: Number
    has_object: bool  # a pronoun is attached: وصفه
    facts: int = 0  # what it takes, and what else is known of it: see `verb_facts`
    needs: tuple[str, ...] = ()  # without one of these words behind it, it is another verb: عبر … عن, توصل … إلى أن


@dataclass(frozen=True, slots=True)
class _Verb:
    past: str
    present: str
    participle: str
    masdar: str
    cls: CueClass
    strength: Strength
    facts: int
    needs: tuple[str, ...]
    ends_in_i: bool  # its present: يسمي, not يرى

    @property
    def lemma(self) -> str:
        return self.past if self.past != "-" else self.present

    def form(self, shape: Shape, gender: Gender, number: Number, has_object: bool) -> CueForm:
        return CueForm(self.lemma, self.cls, self.strength, shape, gender, number, has_object, self.facts, self.needs)


_JUSSIVE_PREFIXES: tuple[tuple[str, Gender], ...] = (("ي", "m"), ("ت", "f"))
_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "ني", "نا", "ك")
_OF_NOUNS = ("ا", "ه", "ها", "هم", "هما", "هن", "نا", "ك")  # the accusative and the pronouns of a noun


def _past(stem: str) -> list[tuple[str, Gender, Number]]:
    """Third persons of the past: قال قالت قالا قالتا قالوا قلن; رأى رأت رأيا رأتا رأوا."""
    if stem[-1] == "ي" and len(stem) > 2:  # defective: نفى, رأى, ادعى (خشي loses nothing before ت)
        base = stem[:-1]
        return [(stem, "m", "s"), (base + "ت", "f", "s"), (stem + "ت", "f", "s"), (stem + "ا", "m", "d"),
                (base + "تا", "f", "d"), (base + "وا", "m", "p"), (stem + "ن", "f", "p")]  # fmt: skip
    if stem[-1] == "ا" and len(stem) > 2:  # defective: دعا, شكا (and hamza-final بدأ, تنبأ, which keep it)
        base = stem[:-1]
        return [
            (stem, "m", "s"),
            (base + "ت", "f", "s"),
            (stem + "ت", "f", "s"),
            (base + "وا", "m", "d"),
            (base + "تا", "f", "d"),
            (base + "وا", "m", "p"),
            (base + "ءوا", "m", "p"),
            (stem + "وا", "m", "p"),
        ]
    return [(stem, "m", "s"), (stem + "ت", "f", "s"), (stem + "ا", "m", "d"), (stem + "تا", "f", "d"),
            (stem + "وا", "m", "p"), (stem + "ن", "f", "p")]  # fmt: skip


def _present(form: str) -> list[tuple[str, Gender, Number]]:
    """Third persons of the present: يقول تقول يقولان تقولان يقولون يقلن; يرى ترى يرون; يدعو يدعون."""
    rest = form[1:]
    base = rest[:-1] if rest[-1] in "يو" and len(rest) > 1 else rest
    out: list[tuple[str, Gender, Number]] = [("ي" + rest, "m", "s"), ("ت" + rest, "f", "s")]
    out += [("ي" + base + "ون", "m", "p"), ("ي" + base + "وا", "m", "p"), ("ت" + rest + "ون", "m", "p")]
    out += [("ي" + rest + "ان", "m", "d"), ("ت" + rest + "ان", "f", "d"), ("ي" + rest + "ن", "f", "p")]
    return out


def _participle(form: str) -> list[tuple[str, Gender, Number]]:
    """قائلا قائلة قائلين قائلات; داعيا داعية داعين."""
    base = form[:-1] if form[-1] == "ا" else form
    short = base[:-1] if base[-1] == "ي" else base
    return [(form, "m", "s"), (base + "ه", "f", "s"), (short + "ين", "m", "p"), (base + "ين", "m", "d"),
            (base + "ات", "f", "p"), (base + "تين", "f", "d")]  # fmt: skip


def _with_objects(
    forms: list[tuple[str, Gender, Number]], *, ends_in_i: bool = False
) -> list[tuple[str, Gender, Number, bool]]:
    """Every form without and with a pronoun: نفى نفاه, يرى يراه, and with `ends_in_i` يسمي يسميه."""
    out = [(form, gender, number, False) for form, gender, number in forms]
    for form, gender, number in forms:
        stem = form[:-1] if form.endswith("وا") else form
        if form.endswith("ي") and not ends_in_i:
            stem = form[:-1] + "ا"
        out += [(stem + suffix, gender, number, True) for suffix in _OBJECTS]
    return out


@cache
def verbs() -> tuple[_Verb, ...]:
    """The lexicon's lines in matching form; "-" where a verb has no such form."""
    out: list[_Verb] = []
    for *spelled, cls, strength, takes, needs, besides in rows("cues.tsv"):
        past, present, participle, masdar = (word_form(word) for word in spelled)
        needed = tuple(word_form(word) for word in needs.split(",")) if needs != "-" else ()
        facts = facts_of(takes, besides) | facts_of_spelling(spelled[0], spelled[2])
        i = spelled[1].endswith("ي")
        out.append(_Verb(past, present, participle, masdar, cls, strength, facts, needed, i))  # type: ignore[arg-type]
    return tuple(out)


@cache
def _excluded() -> frozenset[str]:
    """Generated forms that are far more often another word (lexicon/not_cues.txt): nouns with their pronouns and their
    accusative, and single forms."""
    out: set[str] = set()
    for word in (word for row in rows("not_cues.txt") for word in row[0].split()):
        noun = word_form(word.removesuffix("+"))
        if noun == word_form(word):
            out.add(noun)
            continue
        feminine = word.endswith("ة+")
        stem = noun[:-1] + "ت" if feminine else noun
        out.update(stem + ending for ending in (*_OF_NOUNS, *(("",) if feminine else ())))
    return frozenset(out)


@cache
def jussives() -> dict[str, tuple[CueForm, ...]]:
    """Forms that only لم and a prohibiting لا allow, since they look like other words: لم يقل، لم ينف، لم يشر،
    لم تر."""
    table: dict[str, dict[CueForm, None]] = {}
    for verb in verbs():
        rest = verb.present[1:]
        if len(rest) > 1 and rest[-1] in "يو":
            short = rest[:-1]
        elif len(rest) > 2 and rest[-2] in "يوا" and verb.present != verb.past:
            short = rest[:-2] + rest[-1]
        else:
            continue
        for prefix, gender in _JUSSIVE_PREFIXES:
            table.setdefault(prefix + short, {})[verb.form("present", gender, "s", False)] = None
    return {form: tuple(readings) for form, readings in table.items()}


@cache
def after_what() -> dict[str, tuple[CueForm, ...]]:
    """Forms that only the relative ما allows, since they look like nouns: وفق ما ذكره فلان، ما نقله الموقع."""
    excluded = _excluded()
    table: dict[str, dict[CueForm, None]] = {}
    for verb in verbs():
        if verb.past == "-":
            continue
        for form, gender, number, has_object in _with_objects(_past(verb.past)):
            if has_object and form in excluded:
                table.setdefault(form, {})[verb.form("past", gender, number, True)] = None
    return {form: tuple(readings) for form, readings in table.items()}


@cache
def forms() -> dict[str, tuple[CueForm, ...]]:
    """Every generated form in matching form, without proclitics; several readings where several verbs share one, those
    without an object first (تراهن: راهن, not رأى with هن)."""
    table: dict[str, dict[CueForm, None]] = {}

    def put(form: str, cue: CueForm) -> None:
        table.setdefault(form, {})[cue] = None

    excluded = _excluded()
    for verb in verbs():
        sources: list[tuple[Shape, list[tuple[str, Gender, Number, bool]]]] = []
        if verb.past != "-":
            sources.append(("past", _with_objects(_past(verb.past))))
        if verb.present != "-":
            sources.append(("present", _with_objects(_present(verb.present), ends_in_i=verb.ends_in_i)))
        if verb.participle != "-":
            sources.append(("participle", _with_objects(_participle(verb.participle))))
        if verb.masdar != "-":
            owners = [(verb.masdar + s, g, n, True) for s, g, n in _OWNERS]
            sources.append(("masdar", [(verb.masdar, "x", "x", False), ("ال" + verb.masdar, "x", "x", False), *owners]))
        for shape, generated in sources:
            for form, gender, number, has_object in generated:
                if form in excluded and not (form == verb.past and verb.strength == "w"):
                    continue
                put(form, verb.form(shape, gender, number, has_object))
    return {form: tuple(sorted(readings, key=lambda cue: cue.has_object)) for form, readings in table.items()}


_OWNERS: list[tuple[str, Gender, Number]] = [
    ("ه", "m", "s"), ("ها", "f", "s"), ("هم", "m", "p"), ("هما", "x", "d"), ("هن", "f", "p"),
]  # fmt: skip


def _lookup(form: str) -> tuple[tuple[CueForm, ...], int]:
    """The readings of a word in matching form, and how many letters of proclitics (و ف س ل) stand before the cue."""
    table = forms()
    if form in table:
        return table[form], 0
    for cut in (1, 2):
        if len(form) > cut + 1 and form[:cut] in _PROCLITICS and form[cut:] in table:
            readings = tuple(r for r in table[form[cut:]] if _allows(form[cut - 1], r))
            if readings:
                return readings, cut
    return (), 0


lookup = Memo(_lookup).__getitem__


def _allows(proclitic: str, cue: CueForm) -> bool:
    """سيقول, ليقول, لقوله, بقوله: which forms the last proclitic may stand before."""
    if proclitic == "س":
        return cue.shape == "present"
    if proclitic == "ل":
        return cue.shape == "present" or (cue.shape == "masdar" and cue.lemma == SAY)
    return proclitic != "ب" or cue.shape == "masdar"


def _says_we(form: str) -> bool:
    """نؤكد, ونطالب, سنعلن: the first person plural of a verb of reporting."""
    form = form.removeprefix("و").removeprefix("س")
    if form[:1] != "ن" or len(form) < 4:
        return False
    return any(cue.shape == "present" and not cue.has_object for cue in forms().get("ي" + form[1:], ()))


says_we = Memo(_says_we).__getitem__
_PROCLITICS = frozenset({"و", "ف", "س", "ل", "ب", "وس", "فس", "ول", "فل", "وب", "فب", "اف"})
