"""The people and bodies of a text as values, and the forms in which their names are compared."""

from dataclasses import dataclass, field

from quotations import wordclass as wc
from quotations.nouns import NounPhrase
from quotations.wordclass import classify

_JOINING = frozenset({"ابو", "ابا", "ابي", "عبد", "بو"})


@dataclass(slots=True)
class Entity:
    """One name as it stands: `forms` in matching form, at tokens `first` to `last` where it stands first."""

    forms: tuple[str, ...]
    first: int
    last: int
    conj: bool  # the first word carries و, which is no part of the name
    titles: set[str] = field(default_factory=set)
    feminine: bool | None = None
    times: int = 0  # how often it stands in the text
    titled: int = 0  # how often a title stands with it

    @property
    def sure(self) -> bool:
        """Whether anything but its place makes it a name."""
        return self.titled > 0 or bool(classify(self.forms[0]).flags & wc.GIVEN)


@dataclass(slots=True)
class Body:
    """One phrase that names a body, a source or a document, with the stems of its words."""

    np: NounPhrase
    stems: tuple[str, ...]


def bare(form: str) -> str:
    """A word without the article."""
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


def joined(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Names of two words written as one, so that أبو زكي and أبوزكي are the same."""
    out: list[str] = []
    for form in forms:
        if out and out[-1] in _JOINING:
            out[-1] += form
        else:
            out.append(form)
    return tuple(out)


def masculine(stem: str) -> str:
    """An adjective without its ending: رئيس لجنة الحكام السعودية may be whom رئيس لجنة الحكام السعودي was."""
    return stem[:-1] if stem.endswith("يه") and len(stem) > 4 else stem
