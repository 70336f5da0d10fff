"""What is promised whatever comes, checked on bytes that say themselves how they are read.

An input's first byte says how the others are read: as a record's value, as a text, or each as one of the words, signs
and gaps that the engine looks for. Whatever comes, the engine never raises, its offsets are exact, the same article
gives the same result whatever came before, and the work stays in proportion to the length; `handle` always has an
outcome, and always the same one.
"""

from quotations import Article, Quotation, extract
from schemas.dead_letter import DeadLetterHeaders
from streams.core.handle import handle
from streams.core.options import KINDS, SMALLEST_LETTER, HandleOptions
from streams.core.records import Record, Rejected
from tests.quotations.promises import GAPS, WORDS, holds
from tests.quotations.work import PYTHON, calls

NOW = 1_700_000_000_000
OPTIONS = HandleOptions(kinds=KINDS, max_letter_bytes=SMALLEST_LETTER)
# Python functions called for each code point, and for any text at all: a line of one word takes 20 for each of its own,
# a sentence may hold forty cues, and each looks for its subject in a window of words that may be all there is.
FOR_EACH, TO_START = 25, 20_000


class Checks:
    """Checks one input after the other; keeps the last article, to see whether the next leaves anything behind."""

    def __init__(self) -> None:
        self.last: tuple[Article, list[Quotation]] = (Article(""), [])

    def __call__(self, data: bytes) -> None:
        """One input."""
        if not data:
            return
        if data[0] % 3 == 0:
            self._record(data[1:])
        else:
            self._article(article_of(data[1:].decode(errors="replace") if data[0] % 3 == 1 else from_pieces(data[1:])))

    def _record(self, value: bytes) -> None:
        record = Record("articles.raw", 0, 1, NOW, b"key", value)
        outcome = handle(record, OPTIONS, now=NOW)
        assert outcome == handle(record, OPTIONS, now=NOW)
        if isinstance(outcome, Rejected):
            assert outcome.reason != "engine-error", outcome.detail
            assert DeadLetterHeaders.decode(outcome.letter.headers).reason == outcome.reason
            assert outcome.letter.size <= SMALLEST_LETTER

    def _article(self, article: Article) -> None:
        found = extract(article)  # fills the caches, whose work is not counted
        holds(article, found)
        before, result = self.last
        assert extract(before) == result
        again: list[Quotation] = []
        work = calls(lambda: again.extend(extract(article)), PYTHON)
        assert again == found
        size = len(article.body) + len(article.title or "")
        assert work <= TO_START + FOR_EACH * size, f"{work} calls for {size} code points"
        self.last = article, found


def article_of(text: str) -> Article:
    """What stands before a NUL is the title."""
    title, nul, body = text.partition("\0")
    return Article(body, title) if nul else Article(text)


def from_pieces(data: bytes) -> str:
    """Each byte is a word or sign with a gap behind it; the last of all is the NUL before which the title stands."""
    size = len(WORDS) + 1
    pieces = [*WORDS, "\0"]
    return "".join(pieces[a % size] + GAPS[b % len(GAPS)] for a, b in zip(data[::2], data[1::2], strict=False))
