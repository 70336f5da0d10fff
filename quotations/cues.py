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

Shape = Literal["past", "present", "participle", "masdar", "passive"]
Gender = Literal["m", "f", "x"]
Number = Literal["s", "d", "p", "x"]
Strength = Literal["s", "w", "e"]


class CueForm(NamedTuple):
    """One form of a verb of reporting. `gender` and `number` are "x" where the form leaves them open."""

    lemma: str
    cls: CueClass
    strength: Strength
    shape: Shape
    gender: Gender
    number: Number
    has_object: bool  # a pronoun is attached: وصفه


@dataclass(frozen=True, slots=True)
class _Verb:
    past: str
    present: str
    participle: str
    masdar: str
    cls: CueClass
    strength: Strength


_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "ني", "نا", "ك")


def _past(stem: str) -> list[tuple[str, Gender, Number]]:
    """Third persons of the past: قال قالت قالا قالتا قالوا قلن; رأى رأت رأيا رأتا رأوا."""
    if stem[-1] == "ي" and len(stem) > 2:  # defective: نفى, رأى, ادعى (خشي loses nothing before ت)
        base = stem[:-1]
        return [(stem, "m", "s"), (base + "ت", "f", "s"), (stem + "ت", "f", "s"), (stem + "ا", "m", "d"),
                (base + "تا", "f", "d"), (base + "وا", "m", "p"), (stem + "ن", "f", "p")]  # fmt: skip
    if stem[-1] == "ا" and len(stem) > 2:  # defective: دعا, شكا (and hamza-final بدأ, تنبأ, which keep it)
        base = stem[:-1]
        return [(stem, "m", "s"), (base + "ت", "f", "s"), (stem + "ت", "f", "s"), (base + "وا", "m", "d"),
                (base + "تا", "f", "d"), (base + "وا", "m", "p"), (base + "ءوا", "m", "p"), (stem + "وا", "m", "p")]  # fmt: skip
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


def _with_objects(forms: list[tuple[str, Gender, Number]]) -> list[tuple[str, Gender, Number, bool]]:
    out = [(form, gender, number, False) for form, gender, number in forms]
    for form, gender, number in forms:
        stem = form[:-1] if form.endswith("وا") else form[:-1] + "ا" if form.endswith("ي") else form
        out += [(stem + suffix, gender, number, True) for suffix in _OBJECTS]
    return out


# Written apart from the table: forms that conjugation cannot tell from something far more frequent.
_NEVER = frozenset(
    word_form(w)
    for w in """
    شبه شبهه قولا ذكرا رايا رايت رايته ردا ردت ردن ردنا ردك زادا زادك عبرا عبرنا سالا دعوا دعوه دعت كتبا كتبه كتبها كتبهم كتبك كتبنا بينا بينه بينها
    بينهم بينهما بينك بينن بيننا بدات قدرا قدره قدرها قدرهم قدرت قدرته قدرتها قدرتهم حملها وجدا سجلا سجله سجلها سجلهم حملا اعدت يعد تعد يعدون طالبا طالبه طالبين طالبات
    عقبا عقبها عقبه علما نقلا نقله نقلها نقلهم حثا ثمنا ثمنه ثمنها وصفا امرا امره امرها امرهم امرنا امرك امرت نشرا نشره نشرها طلبا طلبه طلبها طلبهم طلبات شرحا
    رفضا رفضه رفضها رفضهم كشفا كشفه امله املها املنا املهم امل املا املك املين حديثا ختما نصا نصه نصها نصهم نصت وعدا وعده وعدها وعدهم وعدنا
    خلصا علقه يزيد تزيد يزيده يزيدها تزيده دونه دونها دونهم دونا دونك دوننا دون عرفا سمه بدءا رويه تعبر عبرها عبره عبرهم مجددا مجدده مرجعا
    ذكره ذكرها ذكرهم ذكرك قصه قصها قصته قصتها قصا قصت قصتنا قصته زعما بين مركزا تقدر يقدر عرضا تعليقا تقر مضي وعد عرف علم رد ختم بدا وجد عد تقرر حمل اثنين اثنان اثنا دون دونه
    """.split()
)


@cache
def forms() -> dict[str, tuple[CueForm, ...]]:
    """Every generated form in matching form, without proclitics; several readings where several verbs share one."""
    table: dict[str, dict[CueForm, None]] = {}

    def put(form: str, cue: CueForm) -> None:
        table.setdefault(form, {})[cue] = None

    for past, present, participle, masdar, cls, strength in rows("cues.tsv"):
        verb = _Verb(past, present, participle, masdar, cls, strength)  # type: ignore[arg-type]
        sources: list[tuple[Shape, list[tuple[str, Gender, Number, bool]]]] = []
        if verb.past != "-":
            sources.append(("past", _with_objects(_past(verb.past))))
        if verb.present != "-":
            sources.append(("present", _with_objects(_present(verb.present))))
        if verb.participle != "-":
            sources.append(("participle", _with_objects(_participle(verb.participle))))
        if verb.masdar != "-":
            owners = [(verb.masdar + s, g, n, True) for s, g, n in _OWNERS]
            sources.append(("masdar", [(verb.masdar, "x", "x", False), ("ال" + verb.masdar, "x", "x", False), *owners]))
        for shape, generated in sources:
            for form, gender, number, has_object in generated:
                if form in _NEVER and not (form == verb.past and verb.strength == "w"):
                    continue
                put(form, CueForm(verb.past if verb.past != "-" else verb.present, verb.cls, verb.strength, shape, gender, number, has_object))
    return {form: tuple(readings) for form, readings in table.items()}


_OWNERS: list[tuple[str, Gender, Number]] = [
    ("ه", "m", "s"), ("ها", "f", "s"), ("هم", "m", "p"), ("هما", "x", "d"), ("هن", "f", "p"),
]  # fmt: skip


@cache
def lookup(form: str) -> tuple[tuple[CueForm, ...], int]:
    """The readings of a word in matching form, and how many letters of proclitics (و ف س ل) stand before the cue."""
    table = forms()
    if form in table:
        return table[form], 0
    for cut in (1, 2):
        if len(form) > cut + 1 and form[:cut] in _PROCLITICS and form[cut:] in table:
            readings = table[form[cut:]]
            last = form[cut - 1]
            if last in "سل":
                readings = tuple(r for r in readings if r.shape == "present")
            elif last == "ب":
                readings = tuple(r for r in readings if r.shape == "masdar")
            if readings:
                return readings, cut
    return (), 0


_PROCLITICS = frozenset({"و", "ف", "س", "ل", "ب", "وس", "فس", "ول", "فل", "وب", "فب", "اف"})
