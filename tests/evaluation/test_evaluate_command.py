"""`aqwal evaluate` from the outside, on an article of our own."""

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from streams.cli import app

BODY = (
    "وقال المهندس نادر الشامي: «انتهى العمل في الجسر <b>الجديد</b> & افتُتح». "
    'وأضاف: "لن ننتظر طويلا"، مؤكدا أن الكلفة معقولة.'
)


def _entry(text: str, **fields: Any) -> dict[str, Any]:
    start = BODY.index(text)
    common = {"speaker": "المهندس نادر الشامي", "name": "نادر الشامي", "via": None}
    return {"text": text, "start": start, "end": start + len(text), **common, **fields}


FIRST = _entry("انتهى العمل في الجسر <b>الجديد</b> & افتُتح", kind="direct", cue="وقال", how="explicit")
SECOND = _entry("لن ننتظر طويلا", kind="direct", cue="وأضاف", how="continued")
CLAUSE = _entry("الكلفة معقولة", cue="مؤكدا", how="continued")


def _event(entry: dict[str, Any], kind: str = "direct", mention: str = "نادر الشامي") -> dict[str, Any]:
    return {
        "article_id": "bridge",
        "kind": kind,
        "text": entry["text"],
        "span": {"field": "body", "start": entry["start"], "end": entry["end"]},
        "speaker": {"mention": mention, "name": mention, "resolution": "explicit"},
        "cue": {"text": entry["cue"]},
        "medium": None,
        "rule": "a-rule",
    }


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    article = {"id": "bridge", "outlet": "جريدة الجسر", "body": BODY, "quotes": [FIRST, SECOND], "indirect": [CLAUSE]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(article, ensure_ascii=False) + "\n", "utf-8")
    return path


@pytest.fixture
def pred(tmp_path: Path) -> Path:
    """The first is right, the second has a wrong speaker, the clause is missed, and there is a spurious one."""
    spurious = _entry("الجسر", cue="وقال")
    events = [_event(FIRST), _event(SECOND, mention="سلمى الحاج"), _event(spurious, "mixed")]
    path = tmp_path / "pred.jsonl"
    path.write_text("".join(json.dumps(event) + "\n" for event in events), "utf-8")
    return path


def _run(*args: object) -> Result:
    return CliRunner().invoke(app, ["evaluate", *map(str, args)])


def test_a_narrow_terminal_gets_labels_and_figures_whole(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    output = _run(gold).stdout
    assert "end to end, full name" in output
    assert "…" not in output


def test_json_figures(gold: Path, pred: Path) -> None:
    result = _run(gold, "--pred", pred, "--json", "--by", "resolution", "--by", "marks")
    assert result.exit_code == 0, result.output
    figures = json.loads(result.stdout)
    assert figures["quotes"]["spans"] == [0.6667, 1.0, 0.8]
    assert figures["quotes"]["end_to_end"] == [0.3333, 0.5, 0.4]
    assert figures["quotes"]["by_how"] == {"explicit": "1/1/1", "continued": "0/1/1", "title": "0/0/0", "none": "0/0/0"}
    assert figures["indirect"]["spans"] == [0.0, 0.0, 0.0]
    assert {(g["name"], g["gold"], g["pred"]) for g in figures["by"]["marks"] if g["family"] == "quotes"} == {
        ("« »", 1, 1),
        ('" "', 1, 1),
        ("none", 0, 1),
    }


def test_errors_one_a_line(gold: Path, pred: Path) -> None:
    result = _run(gold, "--pred", pred, "--errors")
    assert result.exit_code == 0, result.output
    assert [line.split("\t") for line in result.stdout.splitlines() if line.startswith("bridge\t")] == [
        ["bridge", "quotes", "spurious", "a-rule", "-", "نادر الشامي", "الجسر"],
        ["bridge", "quotes", "speaker", "a-rule", "نادر الشامي", "سلمى الحاج", "لن ننتظر طويلا"],
        ["bridge", "indirect", "missed", "-", "نادر الشامي", "-", "الكلفة معقولة"],
    ]


def test_neither_errors_nor_figures_deceive_a_reader(gold: Path, tmp_path: Path) -> None:
    pred = tmp_path / "pred.jsonl"
    event = {**_event(FIRST, mention="نادر\u202e\x1b[2J"), "article_id": "bridge"}
    pred.write_text(json.dumps(event) + "\n", "utf-8")
    article = json.loads(gold.read_text("utf-8")) | {"outlet": "ج\u2067[b]"}
    gold.write_text(json.dumps(article) + "\n", "utf-8")
    shown = _run(gold, "--pred", pred, "--errors", "--by", "outlet").stdout
    assert "نادر<U+202E> [2J" in shown
    assert "ج<U+2067>[b]" in shown
    exact = json.loads(_run(gold, "--pred", pred, "--errors", "--json").stdout)
    assert "نادر\u202e\x1b[2J" in [error["found"] for error in exact["errors"]]


def test_a_hit_with_everything_else_wrong_is_an_error_of_each_kind(gold: Path, tmp_path: Path) -> None:
    event = {**_event(FIRST, "mixed", mention="الشامي"), "cue": {"text": "وأضاف"}, "medium": {"text": "صحيفة الجسر"}}
    pred = tmp_path / "hit.jsonl"
    pred.write_text(json.dumps(event) + "\n", "utf-8")
    lines = [line.split("\t") for line in _run(gold, "--pred", pred, "--errors").stdout.splitlines()]
    assert [fields[2:6] for fields in lines if fields[-1].startswith("انتهى")] == [
        ["name", "a-rule", "نادر الشامي", "الشامي"],
        ["kind", "a-rule", "direct", "mixed"],
        ["cue", "a-rule", "وقال", "وأضاف"],
        ["medium", "a-rule", "-", "صحيفة الجسر"],
    ]


def test_errors_as_json(gold: Path, pred: Path) -> None:
    figures = json.loads(_run(gold, "--pred", pred, "--errors", "--json").stdout)
    assert [error["what"] for error in figures["errors"]] == ["spurious", "speaker", "missed"]


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.sides: list[str] = []
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "div" and ("class", "text") in attrs:
            self.sides.append("")
            self._inside = 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self._inside = 0

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.sides[-1] += data


def test_the_page_shows_the_text_unchanged_on_both_sides(gold: Path, pred: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    assert _run(gold, "--pred", pred, "--html", out).exit_code == 0
    parsed = _Texts()
    parsed.feed(out.read_text("utf-8"))
    assert parsed.sides == [BODY, BODY]
    # The `<b>` of the article is text: the only b elements are those of the lists, one a quotation.
    assert parsed.tags.count("b") == 6


def test_the_engine_is_run_where_no_events_are_given(gold: Path) -> None:
    result = _run(gold, "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["bad_offsets"] == 0


NO_ARTICLES = {
    "{": "line 2: the line",
    '{"id": "x", "body": "y"}': "line 2: quotes",
    '{"id": "x", "body": "y", "quotes": [{"text": "z", "start": 0, "end": 1}]}': "'z' does not stand at 0 to 1",
    '{"id": "x", "body": "y", "quotes": [{"text": "y", "start": 0, "end": 1, "speaker": "y"}]}': "without a name",
}


@pytest.mark.parametrize(("line", "said"), NO_ARTICLES.items())
def test_a_line_that_is_no_article_is_named(gold: Path, line: str, said: str) -> None:
    gold.write_text(gold.read_text("utf-8") + line + "\n", "utf-8")
    result = _run(gold)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"aqwal: {gold}: line 2: ")
    assert said in result.stderr


def test_a_page_that_cannot_be_written_is_said(gold: Path, pred: Path, tmp_path: Path) -> None:
    result = _run(gold, "--pred", pred, "--html", tmp_path / "no" / "page.html")
    assert result.exit_code == 1
    assert result.stderr.startswith("aqwal: ")
    assert "No such file" in result.stderr


def test_an_empty_gold_set_has_figures_too(tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", "utf-8")
    result = _run(empty, "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["articles"] == 0
