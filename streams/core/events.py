"""The engine's quotations → `QuoteEvent`s: pure mapping, and the offsets' exactness checked once more."""

from collections.abc import Iterator, Sequence
from uuid import UUID

import quotations as engine
import quotations.model as found
from schemas.article import RawArticle
from schemas.quote import Context, Cue, FieldSpan, Member, QuoteEvent, Sentence, Span, Speaker, TextRef
from streams.core.identity import article_id, article_revision, quote_id

_CONTEXT = 64  # code points on either side
_SENTENCE = 1_000  # code points, at most
_SENTENCE_LEAD = 250  # code points kept before a span that alone fills the sentence


def quote_events(
    article: RawArticle, text: engine.Article, quotations: Sequence[engine.Quotation]
) -> Iterator[QuoteEvent]:
    """One event for each of `quotations`, in their order; offsets are into `text`, which was made from `article`.

    One at a time, for all of a long article's can take gigabytes.

    Raises ValueError where a span does not hold the words it claims to hold, or an index points nowhere.
    """
    ident, revision = article_id(article), article_revision(article)
    ids = [quote_id(ident, quotation) for quotation in quotations]
    for index, quotation in enumerate(quotations):
        field = text.body if quotation.field == "body" else text.title or ""
        start, end = quotation.span
        _check(field, quotation)
        yield QuoteEvent(
            quote_id=ids[index],
            article_id=ident,
            article_revision=revision,
            article_title=article.title,
            url=article.url,
            outlet=article.outlet,
            author=article.author,
            published_at=article.published_at,
            language=article.language,
            engine_version=engine.ENGINE_VERSION,
            kind=quotation.kind,
            text=quotation.text,
            normalized_text=quotation.normalized_text,
            span=FieldSpan(field=quotation.field, start=start, end=end),
            context=Context(prefix=field[max(0, start - _CONTEXT) : start], suffix=field[end : end + _CONTEXT]),
            sentence=_sentence(field, quotation.sentence, quotation.span),
            interruptions=tuple(_span(span) for span in quotation.interruptions),
            block=quotation.block,
            cue=_cue(quotation.cue),
            speaker=_speaker(quotation.speaker),
            medium=_text_ref(quotation.medium),
            addressee=_text_ref(quotation.addressee),
            occasion=_text_ref(quotation.occasion),
            within=_referred(ids, quotation.within),
            part_of=_referred(ids, quotation.part_of),
            confidence=round(quotation.confidence, 4),
            rule=quotation.rule,
        )


def _check(field: str, quotation: engine.Quotation) -> None:
    named: list[tuple[str | None, found.Span | None]] = [(quotation.text, quotation.span)]
    named += [(ref.text, ref.span) for ref in (quotation.medium, quotation.addressee, quotation.occasion) if ref]
    if quotation.cue:
        named.append((quotation.cue.text, quotation.cue.span))
    if quotation.speaker.mention_span:
        named.append((quotation.speaker.mention, quotation.speaker.mention_span))
    for text, span in named:
        if span is not None and (not 0 <= span.start <= span.end or field[span.start : span.end] != text):
            raise ValueError(f"the span {tuple(span)} of the {quotation.field} does not hold the words {text!r}")


def _sentence(field: str, sentence: found.Span, span: found.Span) -> Sentence:
    start, end = sentence
    if end - start > _SENTENCE:
        # As much before the words as after them, and where one side has less, the other has more.
        room = max(_SENTENCE - (span.end - span.start), 2 * _SENTENCE_LEAD)
        start = max(start, min(span.start - room // 2, end - _SENTENCE))
        end = min(end, start + _SENTENCE)
    return Sentence(text=field[start:end], start=start, end=end)


def _referred(ids: list[UUID], index: int | None) -> UUID | None:
    if index is None:
        return None
    if not 0 <= index < len(ids):
        raise ValueError(f"a quotation refers to number {index} of {len(ids)}")
    return ids[index]


def _span(span: found.Span) -> Span:
    return Span(start=span.start, end=span.end)


def _text_ref(ref: found.TextRef | None) -> TextRef | None:
    return None if ref is None else TextRef(text=ref.text, span=_span(ref.span))


def _cue(cue: found.Cue | None) -> Cue | None:
    if cue is None:
        return None
    return Cue(text=cue.text, span=_span(cue.span), lemma=cue.lemma, class_=cue.cls, negated=cue.negated)


def _speaker(speaker: found.Speaker) -> Speaker:
    return Speaker(
        mention=speaker.mention,
        mention_span=None if speaker.mention_span is None else _span(speaker.mention_span),
        name=speaker.name,
        title=speaker.title,
        kind=speaker.kind,
        key=speaker.key,
        members=tuple(Member(name=member.name, key=member.key) for member in speaker.members),
        resolution=speaker.resolution,
    )
