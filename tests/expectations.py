"""Hold the engine to annotated articles, with its known failures listed one by one.

An annotated article is what `aqwal evaluate` reads (`id`, `body`, `quotes`, `indirect`), with these optional additions:
`title` {the same for the headline given apart}, and for an entry `interview` (its kind is `interview`), `cue_class`,
`negated`, `members`, `block`, `continues` (it is `part_of` the quotation before it). A failure is called by the
annotation's place and what is wrong with it, such as `reservoir#2 name` for the second marked quotation, `reservoir#u1
missed` for the first unmarked one and `reservoir spurious 31: السد` for what nobody said (at code point 31).

The list must be exact, so that a failure that begins to pass is noticed and its line taken out. This writes both lists
anew, for a diff to be read before it is committed: `python -m tests.expectations tests/samples tests/pages`.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from quotations import Article, extract
from schemas.article import RawArticle
from schemas.quote import QuoteEvent, Resolution
from streams.core.events import quote_events
from streams.evaluation.comparison import Pair, compare
from streams.evaluation.records import Family, Found, GoldArticle

PREFIX: dict[Family, str] = {"quotes": "#", "indirect": "#u"}


@dataclass(frozen=True)
class Failure:
    """What is wrong with one annotation; `found` is what the engine gives instead."""

    name: str
    found: str


def load(path: Path) -> list[dict[str, Any]]:
    """The annotated articles of a file, with their additions."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def assert_exact_annotations(annotated: dict[str, Any]) -> None:
    """Fail where an annotation is not a substring of its article at its offsets, or contradicts itself."""
    title = annotated.get("title")
    whole = annotated["body"] + (title["body"] if title else "")
    for field in filter(None, (annotated, title)):
        for entry in field["quotes"] + field["indirect"]:
            assert field["body"][entry["start"] : entry["end"]] == entry["text"] == entry["text"].strip()
            assert entry["how"] in get_args(Resolution)
            assert (entry["speaker"] is None) == (entry["name"] is None) == (entry["how"] == "none")
            assert (entry["speaker"] or "") in whole
            assert (entry["cue"] or "") in field["body"]
            assert (entry["via"] or "") in field["body"]
        for family in ("quotes", "indirect"):
            places = [(entry["start"], entry["end"]) for entry in field[family]]
            assert places == sorted(set(places))


def assert_only_known_failures(annotated: dict[str, Any], known_failures: Path) -> None:
    """Fail where the engine's failures on the article are not exactly those in the file."""
    ident = annotated["id"]
    lines = known_failures.read_text("utf-8").splitlines()
    known = {line for line in lines if line.startswith((f"{ident} ", f"{ident}#", f"{ident}/"))}
    failures = {failure.name: failure.found for failure in _failures(annotated)}
    new = [f"  {name}   (found: {failures[name]})" for name in sorted(failures.keys() - known)]
    mended = [f"  {name}" for name in sorted(known - failures.keys())]
    message = [f"{known_failures.name} is not exact for {ident}"]
    message += ["new failures:", *new] if new else []
    message += ["these pass now, take their lines out:", *mended] if mended else []
    assert not new, "\n".join(message)
    assert not mended, "\n".join(message)


def _failures(annotated: dict[str, Any]) -> Iterator[Failure]:
    title = annotated["title"]["body"] if annotated.get("title") else None
    text = Article(annotated["body"], title)
    raw = RawArticle(article_id=annotated["id"], body=text.body, title=title)
    events = list(quote_events(raw, text, extract(text)))
    yield from _of_field(annotated, [event for event in events if event.span.field == "body"])
    if title:
        yield from _of_field(annotated["title"], [event for event in events if event.span.field == "title"])


def _of_field(annotated: dict[str, Any], events: list[QuoteEvent]) -> Iterator[Failure]:
    ident = annotated["id"]
    by_place = {(event.span.start, event.span.end, event.kind): event for event in events}
    found = [Found.model_validate(event.model_dump() | {"article_id": ident}) for event in events]
    comparisons, _ = compare([GoldArticle.model_validate(annotated)], found)
    for c in comparisons:
        numbers = {(entry["start"], entry["end"]): n for n, entry in enumerate(annotated[c.family], 1)}
        for entry in c.missed:
            yield Failure(f"{ident}{PREFIX[c.family]}{numbers[entry.start, entry.end]} missed", "nothing")
        for spurious in c.spurious:
            words = " ".join(spurious.text.split()[:5])
            yield Failure(
                f"{ident} spurious {spurious.start}: {words}", f"{spurious.kind} by {spurious.speaker}, {spurious.rule}"
            )
        for pair in c.pairs:
            number = numbers[pair.gold.start, pair.gold.end]
            event = by_place[pair.found.start, pair.found.end, pair.found.kind]
            for what, right, instead in _judged(pair, annotated[c.family][number - 1], event):
                if not right:
                    yield Failure(f"{ident}{PREFIX[c.family]}{number} {what}", str(instead))


Judgement = tuple[str, bool, object]


def _judged(pair: Pair, entry: dict[str, Any], event: QuoteEvent) -> Iterator[Judgement]:
    """Each thing that the annotation says: its name, whether the engine agrees, and what the engine says."""
    gold, found = pair.gold, pair.found
    if gold.kind:
        yield "span", (found.start, found.end) == (gold.start, gold.end), found.text
    expected_kind = "interview" if entry.get("interview") else gold.kind or "indirect"
    yield "kind", found.kind == expected_kind, found.kind
    yield "speaker", pair.speaker_right, found.speaker
    if pair.speaker_right:
        yield "name", pair.full_name_right, found.name
        yield "resolution", found.resolution == gold.how, found.resolution
    if not entry.get("interview"):
        yield "cue", pair.cue_right, found.cue
    yield "medium", pair.medium_right or not (gold.via or found.medium), found.medium
    yield from _additions(entry, event)


def _additions(entry: dict[str, Any], event: QuoteEvent) -> Iterator[Judgement]:
    negated = bool(event.cue and event.cue.negated)
    yield "negated", negated == entry.get("negated", False), negated
    if "cue_class" in entry:
        cue_class = event.cue.class_ if event.cue else None
        yield "cue class", cue_class == entry["cue_class"], cue_class
    if "members" in entry:
        members = [member.name for member in event.speaker.members]
        yield "members", members == entry["members"], members
    if "block" in entry:
        yield "block", event.block == entry["block"], event.block
    yield "continues", (event.part_of is not None) == entry.get("continues", False), event.part_of


def rewrite(folder: Path) -> None:
    """Write `known_failures.txt` anew; the diff shows what was mended and what was broken."""
    annotated = [a for path in sorted(folder.glob("*.jsonl")) for a in load(path)]
    names = sorted(failure.name for a in annotated for failure in _failures(a))
    (folder / "known_failures.txt").write_text("".join(f"{name}\n" for name in names), "utf-8")


if __name__ == "__main__":
    for each in map(Path, sys.argv[1:]):
        rewrite(each)
