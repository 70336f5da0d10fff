"""What a row says about a report, and the comparison with what was read.

An expected report names only what the row is about; the reports of the text that govern words are listed in order.
"""

from typing import Any

from quotations.attribution.one_pass import Attribution
from quotations.page.marks import pair
from quotations.page.sentences import cut
from quotations.reports.events import Report
from quotations.words.text import Text


def expect(**fields: Any) -> dict[str, Any]:
    """The fields of one report: cue, subject, words, medium, addressee, occasion, negated, cls."""
    return fields


def report(text: Text, r: Report, fields: dict[str, Any]) -> dict[str, Any]:
    """The same fields of a report that was read."""
    parts = {"medium": r.medium, "addressee": r.addressee, "occasion": r.occasion}
    found: dict[str, Any] = {name: text.slice(*part) if part else None for name, part in parts.items()}
    found["cue"] = text.slice(r.first, r.last)
    found["subject"] = text.slice(r.np.first, r.np.last) if r.np else None
    found["words"] = text.slice(r.content_at, r.content_end) if r.content_end >= r.content_at >= 0 else None
    found["negated"] = r.negated
    found["cls"] = r.form.cls if r.form else None
    found["content"] = r.content
    return {name: found[name] for name in fields}


def check(body: str, expected: list[dict[str, Any]]) -> None:
    text = Text(body)
    marked, _ = pair(text)
    sentences = cut(text, marked)
    reader = Attribution(text, sentences, marked).reader
    read = [r for n in range(len(sentences)) for r in reader.read(n) if r.content != "none"]
    assert [report(text, r, e) for r, e in zip(read, expected, strict=True)] == expected
