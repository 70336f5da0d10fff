"""`aqwal extract`, run as a user runs it."""

import gzip
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from schemas.quote import QuoteEvent
from streams.core.handle import handle
from streams.core.options import HandleOptions
from streams.core.records import Record
from tests.core.samples import processed

COMMAND = [sys.executable, "-c", "from streams.cli import main; main()", "extract"]
WORDS = "سنزرع مليون شجرة قبل نهاية العام"
TEXT = f"قال وزير الزراعة سامر الخطيب: «{WORDS}».\r\nوتوجه الوزير بعد ذلك إلى المطار.\r\n"
PLAIN = "افتتح المتحف أبوابه أمس أمام الزوار بعد ترميم دام عامين.\n"
ARTICLE = {"article_id": "trees-1", "title": "مليون شجرة", "body": TEXT, "outlet": "الحقل", "revision": 2}


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *map(str, arguments)], input=stdin, capture_output=True, check=False)


def line(article: object) -> bytes:
    return json.dumps(article, ensure_ascii=False).encode() + b"\n"


def published(value: bytes) -> bytes:
    """What the worker publishes for `value`, a line each."""
    record = Record("articles.raw", 1, 99, 1_600_000_000_000, b"k", value)
    outcome = processed(handle(record, HandleOptions(), now=1_700_000_000_000))
    return b"".join(quote.value + b"\n" for quote in outcome.quotes if quote.value)


def texts(output: bytes) -> list[str]:
    return [QuoteEvent.model_validate_json(one).text for one in output.splitlines()]


def test_events_are_those_of_the_worker_byte_by_byte(tmp_path: Path) -> None:
    lines = [line({**ARTICLE, "article_id": f"trees-{number}"}) for number in range(3)]
    plain, packed = tmp_path / "articles.jsonl", tmp_path / "articles.jsonl.gz"
    plain.write_bytes(b"\n".join(lines))
    packed.write_bytes(gzip.compress(b"".join(lines)))
    expected = b"".join(map(published, lines))
    assert texts(expected) == [WORDS] * 3
    for done in (run(plain), run(packed), run("-", stdin=b"".join(lines)), run(stdin=b"".join(lines))):
        assert (done.stdout, done.stderr, done.returncode) == (expected, b"", 0)


def test_packed_lines_come_through_a_pipe_too() -> None:
    assert run("-", stdin=gzip.compress(line(ARTICLE))).stdout == published(line(ARTICLE))


@pytest.mark.parametrize("arguments", [("-",), ()])
@pytest.mark.parametrize(
    "prefix",
    [
        b"",
        b"\xef\xbb\xbf",
        b"\n \n",
        "{قوس} ".encode(),
        "[متابعة] ".encode(),
        "\u200f".encode(),
        "<خبر> ".encode(),
        b"<3 ",
    ],
)
def test_a_text_from_a_pipe_is_one_article(prefix: bytes, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, stdin=prefix + TEXT.encode())
    (event,) = map(QuoteEvent.model_validate_json, done.stdout.splitlines())
    body = (prefix + TEXT.encode()).decode("utf-8-sig")
    assert body[event.span.start : event.span.end] == event.text == WORDS
    assert (done.stderr, done.returncode) == (b"", 0)


@pytest.mark.parametrize(
    "start",
    ["<!DOCTYPE html>\n<html><body>", "\ufeff\n<!doctype HTML>", "<!-- x -->", '<div class="a">', "<p>", "<br/>"],
)
def test_a_page_from_a_pipe_is_read_as_from_a_file(tmp_path: Path, start: str) -> None:
    page = f"{start}<p>قال وزير الزراعة سامر الخطيب:&nbsp;&laquo;سنزرع <b>مليون</b> شجرة قبل نهاية العام&raquo;</p>"
    path = tmp_path / "a.html"
    path.write_text(page, "utf-8")
    done = run("-", stdin=page.encode())
    assert texts(done.stdout) == [WORDS]
    assert done.stdout == run(path).stdout


@pytest.mark.parametrize("prefix", [b"\xef\xbb\xbf", b"\n\n", b" "])
def test_json_lines_from_a_pipe_are_known_by_their_start(prefix: bytes) -> None:
    assert run("-", stdin=prefix + line(ARTICLE)).stdout == published(line(ARTICLE))


def test_a_text_file_and_an_html_file_are_one_article_each(tmp_path: Path) -> None:
    text, html = tmp_path / "a.txt", tmp_path / "b.html"
    text.write_bytes(TEXT.encode())
    html.write_text(f"<h1>x</h1><p>قال وزير الزراعة سامر الخطيب:&nbsp;&laquo;{WORDS}&raquo;</p>", "utf-8")
    done = run(text, html)
    first, second = map(QuoteEvent.model_validate_json, done.stdout.splitlines())
    assert TEXT[first.span.start : first.span.end] == first.text == second.text == WORDS
    assert first.article_id != second.article_id


def test_bad_lines_are_named_and_the_others_done(tmp_path: Path) -> None:
    path, binary, missing = tmp_path / "a.jsonl", tmp_path / "b.txt", tmp_path / "c.jsonl.gz"
    bad = [b"no json\n", b'{"body": 1}\n', b"\xff\n", b'{"body": " "}\n']
    path.write_bytes(line(ARTICLE) + b"\n" + b"".join(bad) + line(ARTICLE))
    binary.write_bytes(b"\xff\xfe")
    missing.write_bytes(gzip.compress(line(ARTICLE) * 100)[:-20])
    done = run(missing, path, binary, path)
    said = done.stderr.decode().splitlines()
    reasons = ["invalid-json", "invalid-article", "invalid-encoding", "empty-body"]
    lines = [f"aqwal: {path}:{number}: {reason}: " for number, reason in enumerate(reasons, start=3)]
    starts = [f"aqwal: {missing}", *lines, f"aqwal: {binary}: invalid-encoding: ", *lines]
    assert len(said) == len(starts)
    for given, start in zip(said, starts, strict=True):
        assert given.startswith(start)
    assert done.stdout.count(published(line(ARTICLE))) >= 4
    assert done.returncode == 1


def test_a_line_is_done_before_the_next_has_come() -> None:
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(line(ARTICLE))
        process.stdin.flush()
        assert process.stdout.readline() == published(line(ARTICLE))
        process.stdin.write(b"{}\n")
        process.stdin.flush()
        assert b"standard input:2: invalid-article" in process.stderr.readline()
        process.stdin.close()
        assert process.wait() == 1


@pytest.mark.parametrize("option", [(), ("--pretty",), ("--explain",)])
def test_a_reader_that_has_enough_is_met_with_silence(tmp_path: Path, option: tuple[str, ...]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line(ARTICLE) * 2000)
    command = [*COMMAND, *option, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_pretty_shows_words_speaker_and_kind_unbroken() -> None:
    words = "سنزرع " * 60 + "غدا"
    body = f"قال وزير الزراعة سامر الخطيب: «{words}»."
    shown = run("--pretty", stdin=line({**ARTICLE, "body": body})).stdout.decode()
    assert any(words in one for one in shown.splitlines())
    for part in ("سامر الخطيب", "قال", "direct", "الحقل"):
        assert part in shown


def test_kinds_choose_what_is_given() -> None:
    assert run("--kinds", "direct", stdin=line(ARTICLE)).stdout == published(line(ARTICLE))
    assert run("--kinds", "indirect, direct", stdin=line(ARTICLE)).stdout == published(line(ARTICLE))
    assert run("--kinds", "mixed,interview", stdin=line(ARTICLE)).stdout == b""


@pytest.mark.parametrize("kinds", ["", "no", "direct,", "direct,no", "direct mixed"])
def test_an_unknown_kind_is_refused_by_name(kinds: str) -> None:
    done = run("--kinds", kinds, stdin=line(ARTICLE))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--kinds" in done.stderr


def test_without_marked_quotations_the_reported_statements_are_counted() -> None:
    done = run(stdin=PLAIN.encode())
    assert (done.stdout, done.returncode) == (b"", 0)
    assert "would give 0 reported statements" in done.stderr.decode()
    assert run("--kinds", "direct,indirect", stdin=PLAIN.encode()).stderr == b""


def test_with_reported_statements_alone_their_count_is_that_of_the_events() -> None:
    text = "وقال وزير الزراعة سامر الخطيب إن الموسم سيكون جيدا هذا العام. وأضاف أن الأمطار جاءت في وقتها."
    events = run("--kinds", "indirect", stdin=text.encode()).stdout.splitlines()
    assert events
    assert f"`--kinds indirect` would give {len(events)} reported" in run(stdin=text.encode()).stderr.decode()


def test_what_was_looked_for_and_not_found_is_said_in_its_kinds() -> None:
    said = run("--kinds", "mixed, interview", stdin=line(ARTICLE)).stderr.decode()
    assert said.startswith("aqwal: no quotation found (mixed, interview); ")


def test_an_empty_pipe_is_no_article_and_nothing_else_is_said_of_it() -> None:
    done = run(stdin=b"")
    assert done.returncode == 1
    (said,) = done.stderr.decode().splitlines()
    assert "empty-body" in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("option", [(), ("--pretty",), ("--explain",)])
def test_a_full_disk_is_said(option: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *option], input=line(ARTICLE), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [b"aqwal: standard output: No space left on device"]


@pytest.mark.parametrize("option", ["--pretty", "--explain"])
def test_a_terminal_that_is_not_utf_8_gets_escapes(option: str) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*COMMAND, option], input=line(ARTICLE), capture_output=True, check=False, env=environment)
    assert (done.stderr, done.returncode) == (b"", 0)
    assert WORDS.encode("ascii", "backslashreplace") in done.stdout


def test_a_missing_file_is_named_and_the_others_done() -> None:
    done = run("no-such-file.jsonl", "-", stdin=line(ARTICLE))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [b"aqwal: no-such-file.jsonl: No such file or directory"]
    assert done.stdout == published(line(ARTICLE))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_is_not_waited_for() -> None:
    import pty

    ours, theirs = pty.openpty()
    done = subprocess.run(COMMAND, stdin=theirs, capture_output=True, check=False)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 2
    assert b"pipe in an article" in done.stderr


def test_explain_shows_the_verdict_on_each_marked_span_and_who_was_considered() -> None:
    text = f"قال وزير الزراعة سامر الخطيب: «{WORDS}». وزار بعد ذلك مقر صحيفة «الحقل» في المدينة.\n"
    output = run("--explain", "-", stdin=text.encode()).stdout.decode()
    quotation, name = output.strip().split("\n\n")
    assert quotation.startswith("quotation  body")
    assert f"«{WORDS}»" in quotation
    assert "→ 1.00 سامر الخطيب: named right there" in quotation
    assert name.startswith("no quotation  body")
    assert "«الحقل»" in name


def test_explain_reports_what_is_no_article() -> None:
    ended = run("--explain", "-", stdin=b'{"body": 1}\n')
    assert ended.returncode == 1
    assert b"invalid-article" in ended.stderr


def _on_a_terminal(*arguments: str | Path) -> str:
    """What a command writes where standard output is a terminal."""
    master, slave = pty.openpty()
    try:
        subprocess.run([*COMMAND, *map(str, arguments)], stdin=slave, stdout=slave, check=True)
        os.set_blocking(master, False)
        return os.read(master, 1_000_000).decode()
    finally:
        os.close(slave)
        os.close(master)


@pytest.mark.parametrize("options", [[], ["--pretty"], ["--explain"]], ids=["json", "pretty", "explain"])
def test_an_article_cannot_command_the_terminal_that_it_is_shown_on(tmp_path: Path, options: list[str]) -> None:
    path = tmp_path / "a.jsonl"
    commands = ["\x1b]0;title\x07", "\x9b2J", "\x7f", "\u202e", "\u2067", "\u200f"]
    path.write_bytes(
        line(ARTICLE | {"outlet": "o" + commands[0], "body": TEXT.replace("قبل", f"قبل {''.join(commands[1:])}")})
    )
    bare = _on_a_terminal(*options, path)
    assert "مليون" in bare
    assert not any(command in bare for command in commands)
    if not options:
        (event,) = bare.splitlines()
        assert json.loads(event)["text"] == json.loads(run(path).stdout)["text"]


def test_what_is_wrong_with_an_article_cannot_command_the_terminal_either(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    deep = "<b>" * 3_000 + "<x\x1b[2J\x9b>"
    path.write_bytes(b'{"body": \x1b[2J \xc2\x9b}\n' + line({"body": deep, "content_type": "text/html"}))
    for option in ("--pretty", "--explain"):
        refused = run(option, path)
        assert refused.returncode == 1
        assert len(refused.stderr.decode().splitlines()) == 2
        assert not set(refused.stderr.decode()) & {"\x1b", "\x9b"}


@pytest.mark.skipif(sys.platform != "linux", reason="a process's memory is limited only on Linux")
def test_an_article_for_which_memory_does_not_suffice_is_told_and_the_others_follow(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_bytes(line({"body": "," * 1_000_000}) + line(ARTICLE))
    limited = ["sh", "-c", 'ulimit -d 100000; exec "$@"', "sh", *COMMAND, str(path)]  # kilobytes
    done = subprocess.run(limited, capture_output=True, check=False)
    assert done.stdout == published(line(ARTICLE))
    assert f"{path}:1: engine-crash: the engine's process ran out of memory" in done.stderr.decode()
    assert done.returncode == 1
