"""The fields of one article, ready to be read: the title knows whom the body names in full."""

from quotations.attribution.one_pass import Attribution
from quotations.model import Article, TextField
from quotations.page.marks import pair
from quotations.page.sentences import cut
from quotations.people.registry import Registry
from quotations.words.text import Text


def fields_of(article: Article) -> list[tuple[TextField, Attribution]]:
    """The fields that hold text, the title first. A headline says فيلود: …; his full name stands in the body."""
    body = _prepared(article.body, None)
    title = _prepared(article.title, body.registry if body else None)
    named: tuple[tuple[TextField, Attribution | None], ...] = (("title", title), ("body", body))
    return [(field, attribution) for field, attribution in named if attribution is not None]


def _prepared(raw: str | None, elsewhere: Registry | None) -> Attribution | None:
    if not raw:
        return None
    text = Text(raw)
    marked, _ = pair(text)
    return Attribution(text, cut(text, marked), marked, elsewhere)
