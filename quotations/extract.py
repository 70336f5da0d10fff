"""The one public function of the engine."""

from collections import Counter

from quotations.attribution.interviews import with_answers
from quotations.attribution.results import Seen, results
from quotations.fields import fields_of
from quotations.model import Article, Quotation
from quotations.version import engine_version

ENGINE_VERSION = engine_version()


def extract(article: Article) -> list[Quotation]:
    """All quotations of `article`, of every kind, in the order of their spans (the title's first).

    Offsets are code points into the named field: `field[span.start:span.end] == text`. Time is linear in the length.
    """
    out: list[Quotation] = []
    seen: Seen = Counter()
    for field, a in fields_of(article):
        found = with_answers(a, a.run())
        out += results(a.text, a.sentences, a.marked, found, field, len(out), seen)
    return out
