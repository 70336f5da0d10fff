"""The one public function of the engine."""

from collections import Counter

from quotations.attribution import Attribution
from quotations.interviews import with_answers
from quotations.marks import pair
from quotations.model import Article, Quotation
from quotations.results import Seen, results
from quotations.sentences import cut
from quotations.text import Text
from quotations.version import engine_version

ENGINE_VERSION = engine_version()


def extract(article: Article) -> list[Quotation]:
    """All quotations of `article`, of every kind, in the order of their spans (the title's first).

    Offsets are code points into the named field: `field[span.start:span.end] == text`. Time is linear in the length.
    """
    out: list[Quotation] = []
    seen: Seen = Counter()
    for field, raw in (("title", article.title), ("body", article.body)):
        if raw:
            text = Text(raw)
            marked, _ = pair(text)
            sentences = cut(text, marked)
            attribution = Attribution(text, sentences, marked)
            found = with_answers(attribution, attribution.run())
            out += results(text, sentences, marked, found, "title" if field == "title" else "body", len(out), seen)
    return out
