"""Who may be meant where a verb of reporting has no subject: those who spoke, are spoken of, or were only named."""

import math
from dataclasses import dataclass, field, replace
from functools import cache

from quotations.lexicon import rows
from quotations.matching import word_form
from quotations.model import Speaker
from quotations.people.registry import Registry
from quotations.phrases.nouns import NounPhrase
from quotations.reports.events import Report
from quotations.reports.reading import ALSO
from quotations.speakers.turns import agree, shows_agreement
from quotations.words import wordclass as wc
from quotations.words.cues import SAY, lookup
from quotations.words.formulas import GOD
from quotations.words.morphology import is_listed_verb
from quotations.words.phrase_words import MARKS_CLOSE, MARKS_OPEN
from quotations.words.text import Text
from quotations.words.wordclass import classify

_SERVANT = word_form("عبد")  # … of one of God's names


@dataclass(slots=True)
class Candidate:
    """Somebody who may be meant, in whatever ways the text speaks of them; `sentence` is where it does so last."""

    speaker: Speaker
    dropped: bool  # whether the verb leaves out its subject; it may share the one that its sentence names
    feminine: bool | None
    plural: bool
    sentence: int
    why: str
    signs: dict[str, float] = field(default_factory=dict)


class Candidates:
    """The candidates for one report in sentence `n`, each once, in the order in which they were thought of."""

    def __init__(self, text: Text, registry: Registry, n: int, r: Report) -> None:
        self.text, self.registry, self.n, self.r = text, registry, n, r
        self._by_key: dict[str, Candidate] = {}
        following = text.forms[r.last + 1 : r.last + 2]
        too = bool(following) and following[0] in ALSO
        self.adds = too or (r.form is not None and r.form.cls == "add")
        self._alone = not self.adds and r.style == "finite" and r.form is not None and r.form.lemma == SAY

    def add(
        self,
        speaker: Speaker,
        agreement: tuple[bool | None, bool],
        sentence: int,
        why: str,
        dropped: bool = True,
        /,
        **signs: float,
    ) -> None:
        """One more way to think of somebody; `why` says the first. Who is named only is given `only` before all else
        is known of them, and loses it with any other sign."""
        key = speaker.key or speaker.mention
        if speaker.kind == "unknown" or not key:
            return
        known = self._by_key.get(key)
        if known is None:
            self._by_key[key] = Candidate(speaker, dropped, *agreement, sentence, why, signs)
            return
        if known.feminine is None:
            known.feminine, plural = agreement
            known.plural = known.plural or plural
        if "only" not in signs:
            known.signs.update(signs)
            known.sentence = max(known.sentence, sentence)  # who spoke long ago, and does something now
        elif "only" in known.signs:
            known.signs["only"] = min(known.signs["only"], signs["only"])

    def likely(self) -> list[tuple[Candidate, dict[str, float]]]:
        """Each with its features; a person of another gender or number than the verb's only where nobody
        else agrees. Writers err, and the text may tell a gender wrongly."""
        every = [(c, self._features(c)) for c in self._by_key.values()]
        strict = any("agrees" in f and ("thing" not in f or f.get("only", 0.0) < 1) for _, f in every)
        people = ("person", "group", "scripture")
        return [
            (c, f)
            for c, f in every
            if "disagrees" not in f or c.speaker.kind not in people or not (strict or "only" in f)
        ]

    def spoke(self, name: str) -> bool:
        """Whether somebody of this name is among them."""
        return any(c.speaker.name == name for c in self._by_key.values())

    def _features(self, c: Candidate) -> dict[str, float]:
        """The features of one of them by the names of `choice.NAMES`, those that are 0 left out."""
        r, person = self.r, c.speaker.kind == "person"
        feminine = self._gender(c) if person and not c.plural else c.feminine
        if feminine is None and not c.plural and (c.speaker.name or "").partition(" ")[0].endswith(("ة", "ات")):
            feminine = True  # السلطة, الولايات المتحدة, by their ending
        fits = agree(r, feminine, c.plural or c.speaker.kind == "group", person or self._is_single(c.speaker))
        told = r.form is not None and shows_agreement(r)
        many = r.form is not None and r.form.number != "s"
        told = told and (many or (feminine is not None and r.form is not None and r.form.gender in "mf"))
        values = {
            **c.signs,
            "since": math.log2(1 + self.n - c.sentence),
            "agrees": float(fits and told),
            "disagrees": float(not fits),
            "thing": float(not person),
            "full": float(person and " " in (c.speaker.name or "")),
            "sure": float(person and (c.signs.get("sure") == 1 or self._is_sure(c.speaker.name or ""))),
            "god": float(self._alone and c.speaker.name == GOD and "subject" not in c.signs),
        }
        return {name: value for name, value in values.items() if value}

    def _is_single(self, speaker: Speaker) -> bool:
        """Whether a speaker other than a person is no subject of a verb in the plural: القناة, البيان, not قوات."""
        many = (speaker.name or "").partition(" ")[0].endswith("ات")
        return speaker.kind == "scripture" or (speaker.kind in ("organization", "document") and not many)

    def _is_sure(self, name: str) -> bool:
        entity = self.registry.by_written(name)
        return entity is not None and (entity.sure or (entity.speaks and entity.times > 1))

    def _gender(self, c: Candidate) -> bool | None:
        """Whether a person is a woman: who bears an office in the feminine, or had a verb in it, is one; an office in
        the masculine may be a woman's too (مدير الجمعية هدى العلي), so the first name comes before it."""
        name = c.speaker.name or ""
        by_name = given_gender(name)
        if c.feminine or (c.feminine is None and by_name is None):
            entity = None if c.feminine else self.registry.by_written(name)
            return entity.feminine if entity is not None else c.feminine
        return c.feminine if by_name is None else by_name


def is_free(text: Text, np: NounPhrase, first: int) -> bool:
    """Whether a phrase of the sentence that begins with token `first` may be a subject: right behind its first word or
    behind a comma, and neither governed by a preposition nor in a genitive."""
    k = np.first - 1
    w = classify(text.forms[np.first])
    if w.prep or (w.conj and np.cut):
        return False  # one more of those who are named
    if k >= first and text.words[k]:
        w = classify(text.forms[k])
        noun = k > first and w.flags & (wc.COMMON | wc.HEAD) and not w.definite and not lookup(text.forms[k])[0]
        if w.flags & (wc.PREPOSITION | wc.UNNAMED) or noun:  # وسائل إعلام محلية: the source, not the «media» in it
            return False
    return k <= first or "،" in text.forms[k - 1 : k + 1] or "," in text.forms[k - 1 : k + 1]


def acts(text: Text, np: NounPhrase, end: int) -> bool:
    """Whether a phrase is the subject of a clause before token `end`: right behind its particle, or behind a verb that
    agrees (رصدت الشركة أمس ما قالت إنه …); no mark stands between, within which it may be somebody's words."""
    before, w = text.forms[np.first - 1], classify(text.forms[np.first])
    if w.prep or (w.conj and np.cut) or np.first in text.tanwin:
        return False
    if not classify(before).flags & wc.THAT and not _is_verb_of(before, np):
        return False
    return not any(form in MARKS_OPEN or form in MARKS_CLOSE for form in text.forms[np.last + 1 : end])


def _is_verb_of(form: str, np: NounPhrase) -> bool:
    """Whether a word is a verb that agrees with the phrase behind it, and has no object of its own: أرقام نشرتها
    الصحيفة tells of the numbers."""
    flags = classify(form).flags
    if flags & wc.PREPOSITION or form.endswith(wc.HIS):
        return False
    if np.feminine is not None and not np.plural:
        stem = form.removeprefix("و").removeprefix("ف").removeprefix("س")
        if np.feminine != ("ت" in (stem[:1], stem[-1:])):
            return False
    return is_listed_verb(form) or any(f.shape in ("past", "present") for f in lookup(form)[0])


@cache
def given_genders() -> dict[str, bool]:
    """Listed first names of one gender alone, each to whether it is a woman's."""
    return {word_form(name): gender == "f" for name, gender in rows("given_names.tsv") if gender in "mf"}


def given_gender(name: str) -> bool | None:
    """Whether a name is a woman's by its first name, of one word or of two (عبد الرحمن)."""
    words = [word_form(word) for word in name.split(maxsplit=2)[:2]]
    if not words:
        return None
    two = given_genders().get(" ".join(words))
    return given_genders().get(words[0], False if words[0] == _SERVANT else None) if two is None else two


def again(speaker: Speaker) -> Speaker:
    """The same speaker where the subject is dropped."""
    if speaker.kind == "unknown" or speaker.resolution == "continued":
        return speaker
    return replace(speaker, resolution="continued")
