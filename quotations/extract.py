"""The one public function of the engine."""

from collections import Counter

from quotations.attribution import Attribution, Found
from quotations.marks import pair
from quotations.matching import matching_form
from quotations.model import Article, Cue, Quotation, Span, TextField, TextRef
from quotations.reports import Report, Tokens
from quotations.sentences import cut
from quotations.text import Text

ENGINE_VERSION = "0.1.0"


def extract(article: Article) -> list[Quotation]:
    """All quotations of `article`, of every kind, in the order of their spans (the title's first)."""
    out: list[Quotation] = []
    if article.title:
        out += _extract(article.title, "title", 0)
    out += _extract(article.body, "body", len(out))
    return out


def _extract(raw: str, field: TextField, base: int) -> list[Quotation]:
    text = Text(raw)
    marked, _ = pair(text)
    sentences = cut(text, marked)
    found = Attribution(text, sentences, marked).run()
    found.sort(key=lambda f: (f.first, -f.last))
    ordinals = _ordinals(text, marked, found)
    out: list[Quotation] = []
    for n, f in enumerate(found):
        span = text.span(f.first, f.last)
        s = sentences[f.sentence]
        words = raw[span.start : span.end]
        form = matching_form(words)
        family = "unmarked" if f.kind in ("indirect", "interview") else "marked"
        r = f.report
        within = next(
            (base + k for k in range(n - 1, -1, -1) if found[k].first <= f.first and f.last <= found[k].last), None
        )
        out.append(
            Quotation(
                field=field, kind=f.kind, family=family, span=span, text=words, normalized_text=form,  # type: ignore[arg-type]
                ordinal=ordinals[n], sentence=Span(text.starts[s.first], text.ends[s.last]), interruptions=(), block=s.block,
                cue=_cue(text, r), speaker=f.speaker, medium=_ref(text, r.medium if r else None),
                addressee=_ref(text, r.addressee if r else None), occasion=_ref(text, r.occasion if r else None),
                within=within, part_of=None, confidence=0.5, rule=f.rule,
            )
        )  # fmt: skip
    return out


def _ordinals(text: Text, marked: list[object], found: list[Found]) -> list[int]:
    seen: Counter[tuple[str, str]] = Counter()
    out = []
    for f in found:
        family = "unmarked" if f.kind in ("indirect", "interview") else "marked"
        key = (family, matching_form(text.slice(f.first, f.last)))
        out.append(seen[key])
        seen[key] += 1
    return out


def _cue(text: Text, r: Report | None) -> Cue | None:
    if r is None:
        return None
    lemma = r.form.lemma if r.form else text.forms[r.first]
    cls = r.form.cls if r.form else "say"
    return Cue(text.slice(r.first, r.last), text.span(r.first, r.last), lemma, cls, r.negated)


def _ref(text: Text, tokens: Tokens | None) -> TextRef | None:
    if tokens is None:
        return None
    return TextRef(text.slice(*tokens), text.span(*tokens))
