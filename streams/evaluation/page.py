"""A self-contained page: on each article the annotated quotations beside the found ones, right to left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Literal

from streams.evaluation.comparison import Comparison
from streams.evaluation.records import FAMILIES, Family, Found, GoldArticle, GoldEntry

State = Literal["right", "speaker", "missed", "spurious"]
_LABEL: dict[State, str] = {
    "right": "right",
    "speaker": "wrong speaker",
    "missed": "missed",
    "spurious": "spurious",
}

_STYLE = """
:root { color-scheme: light dark; --right: #2e7d3244; --speaker: #f9a82566; --missed: #c6282844;
  --spurious: #6a1b9a44; }
body { font: 17px/1.9 "Noto Naskh Arabic", "Noto Sans Arabic", "Geeza Pro", Tahoma, sans-serif; margin: 0 auto;
  max-width: 110rem; padding: 1rem; }
h1, nav, h2 .id, .legend { font-family: system-ui, sans-serif; }
article { border-top: 2px solid; margin-top: 2rem; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: inherit; border-radius: 3px; padding: .1em 0; background: none; }
mark.quotes { border-bottom: 3px solid; }
mark.indirect { border-bottom: 2px dotted; }
.right { background: var(--right); } .speaker { background: var(--speaker); }
.missed { background: var(--missed); } .spurious { background: var(--spurious); }
ol { font-size: .9em; padding-inline-start: 2em; }
li > b { padding: 0 .4em; border-radius: 3px; }
.note { opacity: .75; }
.legend span { padding: 0 .5em; margin-inline-end: 1em; }
@media (max-width: 60rem) { .sides { grid-template-columns: 1fr; } }
"""


@dataclass(frozen=True, slots=True)
class _Marking:
    start: int
    end: int
    family: Family
    state: State
    text: str
    speaker: str | None
    note: str


def page(comparisons: Sequence[Comparison]) -> str:
    """The page as HTML. Nothing of an article is taken for markup."""
    by_article: dict[str, list[Comparison]] = {}
    for c in comparisons:
        by_article.setdefault(c.article.id, []).append(c)
    legend = "".join(f'<span class="{state}">{label}</span>' for state, label in _LABEL.items())
    articles = "".join(_article(number, rows[0].article, rows) for number, rows in enumerate(by_article.values(), 1))
    return (
        '<!DOCTYPE html>\n<html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Aqwal: annotated and found</title>'
        f"<style>{_STYLE}</style></head><body>"
        f'<h1 dir="ltr">Annotated and found, {len(by_article)} articles</h1>'
        f'<p class="legend" dir="ltr">{legend} <u>in marks</u>, dotted: unmarked</p>{articles}</body></html>\n'
    )


def _article(number: int, article: GoldArticle, rows: Iterable[Comparison]) -> str:
    gold, found = [], []
    for c in rows:
        for pair in c.pairs:
            state: State = "right" if pair.speaker_right else "speaker"
            gold.append(_of_gold(c, pair.gold, state))
            found.append(_of_found(c, pair.found, state))
        gold.extend(_of_gold(c, entry, "missed") for entry in c.missed)
        found.extend(_of_found(c, spurious, "spurious") for spurious in c.spurious)
    name = f"{escape(article.id)} · <bdi>{escape(article.outlet or '')}</bdi>"
    sides = "".join(
        f'<section><h3 dir="ltr">{label}</h3><div class="text" dir="rtl">{_marked(article.body, markings)}</div>'
        f"{_list(markings)}</section>"
        for label, markings in (("annotated", gold), ("found", found))
    )
    heading = f'<h2><span class="id" dir="ltr">{name}</span></h2>'
    return f'<article id="a{number}">{heading}<div class="sides">{sides}</div></article>'


def _of_gold(c: Comparison, g: GoldEntry, state: State) -> _Marking:
    note = " · ".join(part for part in (g.kind, g.how, g.cue) if part)
    return _Marking(g.start, g.end, c.family, state, g.text, g.name or g.speaker, note)


def _of_found(c: Comparison, f: Found, state: State) -> _Marking:
    note = " · ".join(part for part in (f.kind, f.resolution, f.cue, f.rule) if part)
    return _Marking(f.start, f.end, c.family, state, f.text, f.name or f.mention, note)


def _marked(body: str, markings: Sequence[_Marking]) -> str:
    """The body with every marking; where they overlap, a piece has one element a marking around it."""
    cuts = sorted(
        {0, len(body), *(min(m.start, len(body)) for m in markings), *(min(m.end, len(body)) for m in markings)}
    )
    pieces = []
    for start, end in pairwise(cuts):
        around = [m for m in markings if m.start <= start and end <= m.end]
        opening = "".join(
            f'<mark class="{m.family} {m.state}" title="{escape(m.speaker or "?")} · {escape(m.note)}">' for m in around
        )
        pieces.append(opening + escape(body[start:end]) + "</mark>" * len(around))
    return "".join(pieces)


def _list(markings: Iterable[_Marking]) -> str:
    rows = (
        f'<li><b class="{m.state}"><bdi>{escape(m.speaker or "؟")}</bdi></b> <bdi>{escape(m.text)}</bdi> '
        f'<span class="note"><bdi>{escape(m.note)}</bdi></span></li>'
        for m in sorted(markings, key=lambda m: (FAMILIES.index(m.family), m.start))
    )
    return f"<ol>{''.join(rows)}</ol>"
