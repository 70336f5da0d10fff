"""What is promised of every result, whatever the text; and the words, signs and gaps to make such texts of."""

from collections.abc import Iterator

from quotations import Article, Quotation
from quotations.model import Span

# What the stages look for, in no order: so that they meet each other in ways that no writer thought of.
WORDS = """
قال وقال يقول قالت وأضاف وأضافت أكد مؤكدا مشيرا قائلا
قوله بقوله بحسب وفقا نقلا عن نقلت ونفى لم وصف اعتبر يرى تصريح على حد قول جاء في
الوزير وزير الوزيرة الرئيس المتحدث باسم وزارة الري
الخارجية رويترز وكالة صحيفة مصدر أمني المصدر ذاته البيان تقرير بيان خبراء هو
سليم الحداد هدى العلي محمد أبو عبد الله تعالى الروسي السابق للصحفيين لوكالة لصحيفة مؤتمر صحفي
إن أن أنه بأن ضرورة إلى من ما الذي و ب ل كان هل بين ثم أمس السد آمن جدا كلمة
اقرأ أيضا المصدر كتب سؤال جواب س ج
« » " " “ ” ” ″ ' ' : : ، ، . . .. ... … ؟ ! ( ) [ ] - – ـ / # _ @ * • | &
1 2024 2.5 CNN BBC a أ
""".split()
GAPS = [" ", " ", " ", " ", "", "\n", "\n\n", "\r\n", "\u00a0", "    ", "\t", "\u200f", "\u064e", "\u0640", "\u2028"]


def spans(q: Quotation) -> Iterator[tuple[str | None, Span]]:
    """Everything of a quotation that has a place, with its words where it carries them."""
    yield q.text, q.span
    yield None, q.sentence
    for part in q.interruptions:
        yield None, part
    for ref in (q.cue, q.medium, q.addressee, q.occasion):
        if ref is not None:
            yield ref.text, ref.span
    if q.speaker.mention_span is not None:
        yield q.speaker.mention, q.speaker.mention_span


def holds(article: Article, found: list[Quotation]) -> None:
    """What is promised of every result."""
    for n, q in enumerate(found):
        raw = article.body if q.field == "body" else article.title or ""
        for words, (start, end) in spans(q):
            assert 0 <= start < end <= len(raw)
            assert words is None or words == raw[start:end]
        assert q.text == q.text.strip()
        assert any(c.isalnum() for c in q.text)
        assert q.sentence.start <= q.span.start <= q.span.end <= q.sentence.end
        assert all(q.span.start <= a < b <= q.span.end for a, b in q.interruptions)
        assert q.family == ("unmarked" if q.kind in ("indirect", "interview") else "marked")
        assert 0 <= q.confidence <= 1
        speaker = q.speaker
        assert (speaker.kind == "unknown") == (speaker.resolution == "none") == (speaker.name is None)
        assert (speaker.mention is None) == (speaker.mention_span is None)
        assert (speaker.name is None) == (speaker.key is None)
        if q.within is not None:
            outer = found[q.within]
            assert q.within != n
            assert outer.field == q.field
            assert outer.span.start <= q.span.start <= q.span.end <= outer.span.end
        if q.part_of is not None:
            assert 0 <= q.part_of < len(found)
            assert q.part_of != n
