"""`aqwal extract` over many files: several processes, and an output that is completed after whatever broke it off."""

import contextlib
import gzip
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.brokers.articles import article
from tests.cli.test_extract import COMMAND, published, run

BAD = b'{"body": 7}'


def lines_of(first: int, count: int) -> list[bytes]:
    """Articles of very different lengths, so that processes end them in another order than they began."""
    return [article(f"n-{number}", statements=1 + number * 7 % 16) for number in range(first, first + count)]


class Archive:
    """Three files in `home`, a line of them no article; `events` is what extracting them gives."""

    def __init__(self, home: Path, count: int) -> None:
        lines = lines_of(0, 3 * count)
        self.home, self.output, self.state = home, home / "quotes.jsonl", home / "quotes.jsonl.state"
        self.files = [home / "a.jsonl", home / "b.jsonl.gz", home / "c.jsonl"]
        self.files[0].write_bytes(b"\n".join([BAD, *lines[:count]]))
        self.files[1].write_bytes(gzip.compress(b"\n".join(lines[count : 2 * count])))
        self.files[2].write_bytes(b"\n".join(lines[2 * count :]))
        self.events = b"".join(map(published, lines))
        self.command = [*COMMAND, *map(str, self.files), "--output", str(self.output)]

    def run(self, *options: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([*self.command, *options], capture_output=True, check=False)

    def start(self, *options: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([*self.command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def come_to(self) -> int:
        """The bytes that the state says are whole."""
        return int(json.loads(self.state.read_bytes())["size"])

    def interrupt(self, process: subprocess.Popen[bytes], number: signal.Signals) -> None:
        """Send the signal when something has been written, or cut off."""
        before = self._size()
        while self._size() == before:
            assert process.poll() is None, process.communicate()
            time.sleep(0.005)
        process.send_signal(number)

    def _size(self) -> int:
        return self.output.stat().st_size if self.output.exists() else 0


@pytest.fixture(scope="module")
def unfinished(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive whose extraction was stopped; tests leave it as it is."""
    archive = Archive(tmp_path_factory.mktemp("unfinished"), 40)
    process = archive.start()
    archive.interrupt(process, signal.SIGTERM)
    process.communicate()
    assert process.returncode == 130
    assert archive.state.exists()
    return archive


def test_several_processes_give_what_one_gives_in_the_order_of_the_inputs(tmp_path: Path) -> None:
    archive = Archive(tmp_path, 40)
    text = tmp_path / "d.txt"
    text.write_text("قال الوزير سامي الحداد: «سنزرع مليون شجرة قبل نهاية العام».", "utf-8")
    binary, missing = tmp_path / "e.txt", tmp_path / "missing.jsonl"
    binary.write_bytes(b"\xff\xfe")
    inputs = [text, archive.files[0], binary, missing, *archive.files[1:]]
    one, three = run("--processes", "1", *inputs), run("--processes", "3", *inputs)
    assert one.stdout.endswith(archive.events)
    assert [told.split(": ")[1] for told in one.stderr.decode().splitlines()] == [
        f"{archive.files[0]}:1",
        str(binary),
        str(missing),
    ]
    assert (three.stdout, three.stderr, three.returncode) == (one.stdout, one.stderr, 1)


def test_an_output_file_holds_what_standard_output_would_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    archive = Archive(tmp_path, 20)
    done = archive.run()
    assert done.returncode == 1  # for the line that is no article
    assert archive.output.read_bytes() == archive.events
    quotations = len(archive.events.splitlines())
    assert f"60 articles read, 1 inputs not; {quotations} quotations in {archive.output}" in done.stdout.decode()
    assert not archive.state.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_what_is_killed_again_and_again_is_completed_without_a_lost_or_repeated_line(tmp_path: Path) -> None:
    archive = Archive(tmp_path, 80)
    stop, kill = signal.SIGTERM, signal.SIGKILL  # what is stopped has come further, what is killed perhaps not
    for number in (kill, stop, kill, kill, stop, kill):
        process = archive.start("--resume")
        archive.interrupt(process, number)
        process.communicate()
        assert process.returncode == (130 if number is stop else -kill)
    assert 0 < archive.come_to() < len(archive.events)
    done = archive.run("--resume")
    assert archive.output.read_bytes() == archive.events
    assert done.returncode == 1  # the line that is no article was in what an earlier process read
    assert done.stdout.startswith(b"240 articles read, 1 inputs not; ")
    assert not archive.state.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_with_all_that_is_written_kept(tmp_path: Path, number: signal.Signals) -> None:
    archive = Archive(tmp_path, 40)
    process = archive.start()
    archive.interrupt(process, number)
    _, said = process.communicate()
    assert process.returncode == 130
    assert f"aqwal: stopped; the same command with --resume goes on with {archive.output}" in said.decode()
    kept = archive.output.read_bytes()
    assert len(kept) == archive.come_to()
    assert kept
    assert archive.events.startswith(kept)
    assert archive.run("--resume").returncode == 1
    assert archive.output.read_bytes() == archive.events


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_without_a_word_while_it_waits_for_standard_input(number: signal.Signals) -> None:
    value = article("piped")
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(value + b"\n")
        process.stdin.flush()
        assert process.stdout.readline() == published(value).splitlines(keepends=True)[0]
        process.send_signal(number)
        assert process.stderr.read() == b""
        assert process.wait() == 130


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on files")
def test_a_disk_that_is_full_is_told_and_gone_on_with_when_there_is_room(tmp_path: Path) -> None:
    archive = Archive(tmp_path, 20)
    limited = ["sh", "-c", 'ulimit -f 100; exec "$@"', "sh", *archive.command]
    full = subprocess.run(limited, capture_output=True, check=False)
    assert full.returncode == 1
    last = full.stderr.decode().splitlines()[-1]
    assert last == f"aqwal: {archive.output}: File too large; with --resume the same command goes on"
    assert 0 < archive.output.stat().st_size < len(archive.events)
    assert archive.run("--resume").returncode == 1
    assert archive.output.read_bytes() == archive.events


@pytest.mark.skipif(sys.platform == "win32", reason="needs a lock")
def test_two_never_write_to_one_output(tmp_path: Path) -> None:
    archive = Archive(tmp_path, 40)
    first = archive.start()
    while not archive.state.exists():
        assert first.poll() is None
    first.send_signal(signal.SIGSTOP)
    second = archive.run("--resume")
    assert second.returncode == 2
    assert b"is being written by another process" in second.stderr
    first.send_signal(signal.SIGCONT)
    first.communicate()
    assert archive.output.read_bytes() == archive.events


def test_an_unfinished_output_is_not_begun_anew(unfinished: Archive) -> None:
    refused(unfinished, unfinished.run(), "is unfinished: --resume goes on with it")


def test_other_kinds_are_refused(unfinished: Archive) -> None:
    refused(unfinished, unfinished.run("--resume", "--kinds", "direct"), "begun with the kinds direct,mixed")


def test_other_inputs_are_refused(unfinished: Archive) -> None:
    command = [*COMMAND, str(unfinished.files[0]), "--resume", "--output", str(unfinished.output)]
    done = subprocess.run(command, capture_output=True, check=False)
    refused(unfinished, done, "begun with other input files, or in another order")


def test_a_changed_input_is_refused_by_name(unfinished: Archive) -> None:
    path = unfinished.files[1]
    before = path.stat()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000))
    try:
        refused(unfinished, unfinished.run("--resume"), f"{path} has changed since it was begun")
    finally:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize(
    ("found", "instead", "told"),
    [
        (b'"engine_version":"', b'"engine_version":"0.0.9-', "begun by the engine 0.0.9-"),
        (b'"size":', b'"size":9', "is shorter than it was (9"),
        (b'{"work"', b'{"wort"', "does not say how far an output has come"),
    ],
)
def test_a_state_that_does_not_fit_is_refused(unfinished: Archive, found: bytes, instead: bytes, told: str) -> None:
    before = unfinished.state.read_bytes()
    where = before.rindex(found)  # the sizes of the inputs come first
    unfinished.state.write_bytes(before[:where] + instead + before[where + len(found) :])
    try:
        refused(unfinished, unfinished.run("--resume"), told)
    finally:
        unfinished.state.write_bytes(before)


def refused(archive: Archive, done: subprocess.CompletedProcess[bytes], told: str) -> None:
    """With code 2, for what is `told`, and nothing of what is there is lost."""
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert archive.output.stat().st_size >= archive.come_to() or b"shorter" in done.stderr
    assert archive.events.startswith(archive.output.read_bytes())


def test_a_file_that_is_no_unfinished_output_is_not_overwritten(tmp_path: Path) -> None:
    archive = Archive(tmp_path, 1)
    archive.output.write_bytes(b"mine\n")
    for options in ((), ("--resume",)):
        done = archive.run(*options)
        assert done.returncode == 2
        assert b"remove it to begin anew" in done.stderr
    assert archive.output.read_bytes() == b"mine\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("a.jsonl", "--resume"), "only with --output"),
        (("-", "--output", "o.jsonl"), "needs files to read from"),
        (("missing.jsonl", "--output", "o.jsonl"), "needs files to read from"),
        (("a.jsonl", "--output", "a.jsonl"), "is an input"),
        (("a.jsonl", "--output", "nowhere/o.jsonl"), "No such file or directory"),
        (("a.jsonl", "--output", "o.jsonl", "--pretty"), "--explain"),
        (("a.jsonl", "--explain", "--processes", "2"), "not with --explain"),
        (("a.jsonl", "--processes", "0"), "--processes"),
    ],
)
def test_options_that_do_not_go_together_are_refused(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(article("a"))
    environment = os.environ | {"COLUMNS": "200"}  # no message is wrapped
    command = [*COMMAND, *arguments]
    done = subprocess.run(command, input=b"", capture_output=True, check=False, cwd=tmp_path, env=environment)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_progress_is_shown_on_a_terminal_that_does_not_show_the_events(tmp_path: Path) -> None:
    archive = Archive(tmp_path, 1)
    ours, theirs = pty.openpty()
    shown = b""
    try:
        subprocess.run(archive.command, stdout=subprocess.PIPE, stderr=theirs, check=False)
        os.set_blocking(ours, False)
        with contextlib.suppress(BlockingIOError):
            while True:
                shown += os.read(ours, 100_000)
    finally:
        os.close(ours)
        os.close(theirs)
    assert b"articles" in shown
    assert f"aqwal: {archive.files[0]}:1: invalid-article: " in shown.decode()
