"""Where a body's name ends and its description begins: منظمة كذا المعنية بحقوق الناس, صحيفة «كذا» المقربة من فلان."""

from quotations.lexicon import of_class
from quotations.page.marks import MARKS
from quotations.words import wordclass as wc
from quotations.words.text import Text
from quotations.words.wordclass import Word, classify

_TELLING = of_class("adjectives.tsv", "describes")
_PROPER = wc.MEDIA_NAME | wc.BODY_NAME


def name_end(text: Text, first: int, last: int) -> int:
    """The last token of the name in a body's phrase: what only tells of it is left out.

    >>> t = Text("منظمة هيومان ووتش المعنية بقضايا الناس"); t.slice(0, name_end(t, 0, 5))
    'منظمة هيومان ووتش'
    """
    named = False
    for k in range(first + 1, last + 1):
        if not text.words[k]:
            named = named or (text.forms[k] in MARKS and k > first + 2)
            continue
        w = classify(text.forms[k])
        if named and w.definite and not w.prep and _stem(w) in _TELLING:
            return k - 1 if text.words[k - 1] or text.forms[k - 1] not in "،," else k - 2
        named = named or _is_proper(text.forms[k], w)
    return last


def _stem(w: Word) -> str:
    return w.stem.removesuffix("ه")


def _is_proper(form: str, w: Word) -> bool:
    """A word that no list knows, or a name: not what tells of an ordinary noun (الشركة التابعة للبنك)."""
    if w.definite or w.prep or w.conj:
        return False
    return bool(w.flags & _PROPER) or form.isascii() or not w.flags
