"""The people and bodies of a text as values, and the forms in which their names are compared."""

from dataclasses import dataclass, field

from quotations.matching import word_form
from quotations.model import Resolution, Speaker, SpeakerKind
from quotations.phrases.nouns import NounPhrase
from quotations.words import wordclass as wc
from quotations.words.phrase_words import JOINS, OF_NAMES
from quotations.words.text import Text
from quotations.words.wordclass import classify

_JOINING = frozenset({"ابو", "ابا", "ابي", "عبد", "بو"})
_SHORT = 3  # letters of a word in which one letter makes no other word
_ALI = word_form("علي")


@dataclass(slots=True)
class Entity:
    """One name as it stands: `forms` in matching form, at tokens `first` to `last` where it stands first."""

    forms: tuple[str, ...]
    words: tuple[str, ...]  # the same, those of two words joined, without the article
    first: int
    last: int
    cut: int  # letters of proclitics before the first word, which are no part of the name (وهدى, لأحمد)
    titles: set[str] = field(default_factory=set)
    feminine: bool | None = None
    times: int = 0  # how often it stands in the text
    titled: int = 0  # how often a title stands with it
    speaks: bool = False  # whether it stands behind a verb of reporting
    last_first: int = -1  # where it has been read last: a title and the name alone lead to it

    @property
    def weight(self) -> int:
        """How much the text makes of the name: how often it stands there, with a title, behind a verb of reporting."""
        return self.times + self.titled + self.speaks

    @property
    def sure(self) -> bool:
        """Whether anything but its place makes it a name: a title, a listed first name, or words that no list knows
        behind a verb of reporting."""
        if self.titled > 0 or self.forms[0] == _ALI:
            return True
        first = classify(self.forms[0]).flags
        if first & wc.GIVEN:
            ambiguous = first & wc.COMMON and len(self.forms) > 1 and self.forms[0] not in JOINS
            return not (ambiguous and self.forms[1] not in OF_NAMES and _is_ordinary(self.forms[1]))
        return self.speaks and len(self.forms) > 1 and not any(classify(f).flags & ~wc.SURNAME for f in self.forms)

    @property
    def doubtful(self) -> bool:
        """Whether nothing but a title before it, once, makes a name of ordinary words or of a lone one that no list
        knows: وجه المدير تحاياه, أبلغ الرئيس متعاملي الهاتف."""
        if self.times > 1 or self.speaks or any(is_name(form) for form in self.forms):
            return False
        words = [classify(form) for form in self.forms]
        ordinary = any(w.flags & wc.COMMON and (w.definite or w.flags & wc.NISBA or w is words[0]) for w in words)
        return ordinary or len(words) == 1 or any(w.flags & (wc.FUNCTION | wc.HEAD) for w in words)


def _is_ordinary(form: str) -> bool:
    """Whether a word goes on as in a sentence behind what is a first name and an ordinary word as well: عمر الإنسان,
    عيد الفطر, ولد فيه; not نور الدين, عمر الفاضل."""
    w = classify(form)
    return bool(w.flags & wc.FUNCTION) or (w.definite and w.flags & (wc.COMMON | wc.SURNAME) == wc.COMMON)


@dataclass(slots=True)
class Body:
    """One phrase that names a body, a source or a document, with the stems of its words."""

    np: NounPhrase
    stems: tuple[str, ...]


def is_name(form: str) -> bool:
    """Whether a word is listed as a first name or a surname, or is علي, which is على elsewhere."""
    return form == _ALI or bool(classify(form).flags & (wc.GIVEN | wc.SURNAME))


def bare(form: str) -> str:
    """A word without the article."""
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


def bones_of(form: str) -> str:
    """The consonants of a word: what two hands write alike of a foreign name."""
    return "".join(c for c in form if c not in "اويه")


def joined(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Names of two words written as one, so that أبو زكي and أبوزكي are the same, as are ابن حمد and بن حمد."""
    out: list[str] = []
    for form in forms:
        if out and out[-1] in _JOINING:
            out[-1] += form
        else:
            out.append("بن" if form == "ابن" else form)
    return tuple(out)


def is_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a name, its words joined, is another one but for a letter of one word: a slip of the pen.

    A listed word (حسن for حسين) is none, unless two more words are the same.
    """
    if not 1 < len(one) == len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(pairs) != 1 or not _differ_in_a_letter(*pairs[0]):
        return False
    listed, meant = (bool(classify(form).flags & (wc.GIVEN | wc.SURNAME)) for form in pairs[0])
    return not listed or (meant and len(one) > 2)


def _differ_in_a_letter(a: str, b: str) -> bool:
    """Whether two words of some length are the same but for a letter more, or another in its place: no digits, and no
    case (أبو, أبي)."""
    a, b = sorted((a, b), key=len)
    if len(a) < _SHORT or len(b) > len(a) + 1 or not (a + b).isalpha() or a[:2] == b[:2] == "اب":
        return False
    same = next((k for k in range(len(a)) if a[k] != b[k]), len(a))
    return a[same + (len(a) == len(b)) :] == b[same + 1 :]


def masculine(stem: str) -> str:
    """An adjective without its ending: رئيس لجنة الحكام السعودية may be whom رئيس لجنة الحكام السعودي was."""
    return stem[:-1] if stem.endswith("يه") and len(stem) > 4 else stem


def name_of(text: Text, entity: Entity) -> str:
    """A name as it stands in `text` for the first time."""
    start = text.starts[entity.first]
    if entity.cut:
        start = after_letters(text.raw, start, entity.cut)
    return text.raw[start : text.ends[entity.last]]


def named(
    said: Speaker, name: str, how: Resolution, kind: SpeakerKind | None = None, title: str | None = None
) -> Speaker:
    """`said`, as whom `name` names; of another `kind`, or with a `title`, where one is given."""
    title = said.title if title is None else title
    return Speaker(said.mention, said.mention_span, name, title, kind or said.kind, key_of(name), how, said.members)


def after_letters(raw: str, start: int, count: int) -> int:
    """The offset after `count` letters, vowel marks and tatweel passed over."""
    if not count:
        return start
    while count and start < len(raw):
        count -= raw[start].isalpha() and raw[start] != "\u0640"
        start += 1
    while start < len(raw) and not raw[start].isalnum():
        start += 1
    return start


def key_of(name: str) -> str:
    """The grouping form of a name: its words in matching form without the article."""
    return " ".join([bare(form) for form in map(word_form, name.split())])
