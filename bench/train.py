"""Train the engine's three small models anew and write their weights.

usage: python -m bench.train verdict|speaker|confidence GOLD.jsonl [GOLD.jsonl ...] [--apart OTHER.jsonl] [--write]

`verdict` decides whether a linked pair of marks is somebody's words, `speaker` whom a verb without a subject means,
`confidence` says how sure a quotation is (in `quotations`: attribution/verdict.py, speakers/choice.py,
attribution/confidence.py); all are logistic models over a dozen features fixed beforehand. Folds group the articles of
an outlet, merged where two articles share a sentence's worth of words. What is printed is out of fold: for the verdict
the decisions changed against "every linked span of three words or more", won and lost; for the speaker those changed
against "who spoke last"; for the confidence a reliability table, the Brier score beside the base rate's, and the share
of the errors in the least confident tenth. With `--apart` the same is printed for articles that have no part in
fitting.

Who may be meant depends on who has spoken, which depends on the speaker's weights: train it again with the new ones.
"""

import argparse
import json
import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from bench.logit import Choice, Row, chances, fit, fit_choices, probability
from quotations.attribution import confidence, verdict
from quotations.attribution.found import Found
from quotations.attribution.one_pass import Attribution
from quotations.matching import matching_form
from quotations.model import Speaker
from quotations.page.marks import pair
from quotations.page.sentences import cut
from quotations.speakers import choice
from quotations.words.text import Text
from streams.evaluation.comparison import THRESHOLD
from streams.evaluation.records import FAMILIES, GoldArticle, GoldEntry, read_gold
from streams.evaluation.spans import match
from streams.evaluation.speakers import speaker_right

FOLDS = 8
SHINGLE = 12  # words: two articles that share a run of as many tell the same story
WEIGHTS = Path(__file__).parent.parent / "quotations" / "weights"


class Model(NamedTuple):
    """What is needed to train one model: of its rows, each has an `article`, and `judge` gives what `report` wants."""

    names: tuple[str, ...]  # of the weights
    read: Callable[[list[GoldArticle]], list[Any]]
    fit: Callable[[list[Any]], list[float]]
    judge: Callable[[list[float], Any], Any]
    report: Callable[[list[Any], list[Any]], None]


def passes(articles: list[GoldArticle]) -> Iterator[tuple[int, GoldArticle, Text, Attribution]]:
    """The engine's pass over each article's body."""
    for n, article in enumerate(articles):
        text = Text(article.body)
        marked, _ = pair(text)
        attribution = Attribution(text, cut(text, marked), marked)
        attribution.run()
        yield n, article, text, attribution


def spans(text: Text, found: list[Found]) -> list[SimpleNamespace]:
    """What the evaluation's rules ask of a found quotation."""
    out = []
    for f in found:
        span = text.span(f.first, f.last)
        speaker = f.speaker
        out.append(
            SimpleNamespace(
                start=span.start,
                end=span.end,
                mention=speaker.mention,
                name=speaker.name,
                speaker=speaker.mention or speaker.name,
            )
        )
    return out


def verdict_rows(articles: list[GoldArticle]) -> list[Row]:
    """One row a linked pair of marks: right where the gold set has it."""
    rows = []
    for n, article, text, attribution in passes(articles):
        found = spans(text, attribution.candidates)
        hits = {i for i, _ in match(found, list(article.quotes), THRESHOLD["quotes"])}
        for i, c in enumerate(attribution.candidates):
            rows.append(Row(n, [c.features[name] for name in verdict.NAMES], i in hits))
    return rows


def confidence_rows(articles: list[GoldArticle]) -> list[Row]:
    """One row a quotation: right where both its span and its speaker are."""
    rows = []
    for n, article, text, attribution in passes(articles):
        often = confidence.turns(attribution.found)
        for family in FAMILIES:
            unmarked = family == "indirect"
            found = [f for f in attribution.found if (f.kind in ("indirect", "interview")) == unmarked]
            where = spans(text, found)
            golds: list[GoldEntry] = list(article.entries(family))
            right = {i for i, j in match(where, golds, THRESHOLD[family]) if speaker_right(where[i], golds[j])}  # type: ignore[arg-type]
            forgiven = {i for i, _ in match(where, list(article.quotes), THRESHOLD["quotes"])} if unmarked else set()
            for i, f in enumerate(found):
                if i in right or i not in forgiven:
                    values = confidence.features(f, often[f.speaker.key])
                    rows.append(Row(n, [values[name] for name in confidence.NAMES], i in right))
    return rows


def speaker_choices(articles: list[GoldArticle]) -> list[Choice]:
    """One choice a report without a subject whose words are found: right are the candidates that are the speaker."""
    choices = []
    for n, article, text, attribution in passes(articles):
        judged: set[int] = set()
        for family in FAMILIES:
            unmarked = family == "indirect"
            found = [f for f in attribution.found if (f.kind in ("indirect", "interview")) == unmarked]
            golds: list[GoldEntry] = list(article.entries(family))
            for i, j in match(spans(text, found), golds, THRESHOLD[family]):
                r = found[i].report
                looked = attribution.speakers.considered.get(r.first, []) if r is not None and r.np is None else []
                if r is None or r.first in judged or not any(c.features for c in looked):
                    continue
                judged.add(r.first)
                values = [[c.features.get(name, 0.0) for name in choice.NAMES] for c in looked]
                choices.append(Choice(n, values, [_is(c.speaker, golds[j]) for c in looked]))
    return choices


def _is(speaker: Speaker, gold: GoldEntry) -> bool:
    found = SimpleNamespace(mention=speaker.mention, name=speaker.name, speaker=speaker.mention or speaker.name)
    return speaker_right(found, gold)  # type: ignore[arg-type]


def groups(articles: list[GoldArticle]) -> list[int]:
    """The group of each article: its outlet's, outlets merged where their articles share a story."""
    parent: dict[str, str] = {a.outlet or a.id: a.outlet or a.id for a in articles}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    seen: dict[tuple[str, ...], str] = {}
    for a in articles:
        words = matching_form(a.body).split()
        for k in range(0, len(words) - SHINGLE, 4):
            run = tuple(words[k : k + SHINGLE])
            other = seen.setdefault(run, a.outlet or a.id)
            parent[root(other)] = root(a.outlet or a.id)
        for k in range(len(words) - SHINGLE):
            other = seen.get(tuple(words[k : k + SHINGLE]), a.outlet or a.id)
            parent[root(other)] = root(a.outlet or a.id)
    names = sorted({root(a.outlet or a.id) for a in articles})
    return [names.index(root(a.outlet or a.id)) for a in articles]


def out_of_fold(model: Model, rows: list[Any], group: list[int]) -> list[Any]:
    """What each row is given under weights that were fitted without its group."""
    order = sorted(set(group))
    random.Random(0).shuffle(order)
    fold = {g: k % FOLDS for k, g in enumerate(order)}
    fitted = [model.fit([r for r in rows if fold[group[r.article]] != k]) for k in range(FOLDS)]
    return [model.judge(fitted[fold[group[r.article]]], r) for r in rows]


def articles_of(path: Path) -> list[GoldArticle]:
    """The annotated articles of a file."""
    with path.open(encoding="utf-8") as lines:
        return read_gold(lines)


def report_verdict(rows: list[Row], p: list[float]) -> None:
    """Decisions changed against the rule of three words, won and lost."""
    three = math.log2(3)
    changed = [
        (r, x >= 0.5)
        for r, x in zip(rows, p, strict=True)
        if (x >= 0.5) != (r.features[verdict.NAMES.index("length")] >= three)
    ]
    won = sum(new == r.right for r, new in changed)
    right = sum((x >= 0.5) == r.right for r, x in zip(rows, p, strict=True))
    print(f"{len(rows)} linked spans; right out of fold {right / len(rows):.4f}")
    print(f"decisions changed {len(changed)}: won {won}, lost {len(changed) - won}")


def report_confidence(rows: list[Row], p: list[float]) -> None:
    """Reliability, Brier score, errors among the least confident."""
    base = sum(r.right for r in rows) / len(rows)
    brier = sum((x - r.right) ** 2 for r, x in zip(rows, p, strict=True)) / len(rows)
    print(f"{len(rows)} quotations, {base:.4f} right; Brier {brier:.4f}, of the base rate {base * (1 - base):.4f}")
    table: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for r, x in zip(rows, p, strict=True):
        table[min(9, int(x * 10))].append((x, r.right))
    print("| confidence | quotations | mean | right |\n|---|---|---|---|")
    for k in sorted(table):
        cell = table[k]
        mean, right = (sum(pair[n] for pair in cell) / len(cell) for n in (0, 1))
        print(f"| {k / 10:.1f} to {(k + 1) / 10:.1f} | {len(cell)} | {mean:.2f} | {right:.2f} |")
    order = sorted(range(len(rows)), key=lambda i: p[i])
    tenth = order[: len(order) // 10]
    errors = sum(not r.right for r in rows)
    share = sum(not rows[i].right for i in tenth) / errors
    print(f"the least confident tenth holds {share:.3f} of the errors ({share * 10:.1f} times its share)")


def report_speaker(choices: list[Choice], p: list[list[float]]) -> None:
    """Decisions changed against "who spoke last", won and lost."""
    last = choice.NAMES.index("last")
    new, old = [], []
    for c, q in zip(choices, p, strict=True):
        best = max(range(len(q)), key=q.__getitem__, default=-1)
        new.append(best >= 0 and q[best] > 1 - sum(q) and c.right[best])
        old.append(any(right and x[last] for x, right in zip(c.candidates, c.right, strict=True)))
    print(f"{len(choices)} choices, the speaker among the candidates of {sum(any(c.right) for c in choices)}")
    print(f"right out of fold {sum(new)}, who spoke last {sum(old)}")
    won, lost = (sum(a > b for a, b in zip(x, y, strict=True)) for x, y in ((new, old), (old, new)))
    print(f"decisions changed for the better {won}, for the worse {lost}")


MODELS = {
    "verdict": Model((*verdict.NAMES, "bias"), verdict_rows, fit, probability, report_verdict),
    "speaker": Model(choice.NAMES, speaker_choices, fit_choices, chances, report_speaker),
    "confidence": Model((*confidence.NAMES, "bias"), confidence_rows, fit, probability, report_confidence),
}


def main() -> None:
    """Cross-validate, report, and with --write fit the whole set and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("model", choices=MODELS)
    parser.add_argument("gold", type=Path, nargs="+", help="annotated articles, JSON lines")
    parser.add_argument(
        "--apart", type=Path, metavar="OTHER", help="report on these articles, too, without fitting them"
    )
    parser.add_argument("--write", action="store_true", help="fit the whole set and write the weights")
    options = parser.parse_args()
    model = MODELS[options.model]
    articles = [article for path in options.gold for article in articles_of(path)]
    rows = model.read(articles)
    model.report(rows, out_of_fold(model, rows, groups(articles)))
    fitted = model.fit(rows)
    if options.apart:
        print(f"apart, {options.apart.name}:")
        others = model.read(articles_of(options.apart))
        model.report(others, [model.judge(fitted, row) for row in others])
    if options.write:
        weights = {name: round(value, 4) for name, value in zip(model.names, fitted, strict=True)}
        (WEIGHTS / f"{options.model}.json").write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
