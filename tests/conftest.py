"""What every test may use, and the closing line that says on which brokers the suite ran."""

import os
import signal
from typing import Any

import hypothesis
import pytest

from tests.brokers.fixtures import RAN, SKIPPED, apache_kafka, embedded_broker, partitions, stage

# The suites that are inherited are no test modules by name.
pytest.register_assert_rewrite(
    *(
        f"tests.brokers.{name}"
        for name in ("behaviour", "commands", "faults", "feeding", "rejected", "rejected_on_kafka", "stage")
    )
)

# Machines are shared: no test may fail for being slow. Examples derive from the test, so that a run can be repeated.
hypothesis.settings.register_profile("aqwal", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("aqwal")

__all__ = ["apache_kafka", "embedded_broker", "partitions", "stage"]

_BROKERS = {RAN: "brokers-ran", SKIPPED: "brokers-skipped"}  # and how a process of several calls them


def pytest_configure() -> None:
    """Undo what a shell does to its background jobs: they, and whatever they start, ignore Ctrl-C."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no process is left with it when the others have done: tests with a long
    time-out, those on a real Kafka, those on the embedded broker, all others. What shares fixtures stays together."""
    places: dict[str, tuple[float, int]] = {}
    for item in items:
        places[_scope(item)] = min(_place(item), places.get(_scope(item), (0, 2)))
    items.sort(key=lambda item: places[_scope(item)])


def _scope(item: pytest.Item) -> str:
    """The class or the module, which one process runs (`--dist loadscope`)."""
    return item.nodeid.rpartition("::")[0]


def _place(item: pytest.Item) -> tuple[float, int]:
    timeout = item.get_closest_marker("timeout")
    brokers = [number for number, name in enumerate(("kafka", "embedded")) if item.get_closest_marker(name)]
    return -timeout.args[0] if timeout else 0, min(brokers, default=2)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Where several processes share the tests: what one of them, which has ended, had to say of the brokers."""
    for key, name in _BROKERS.items():
        node.config.stash.setdefault(key, []).extend(getattr(node, "workeroutput", {}).get(name, []))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which brokers ran."""
    ran, skipped = config.stash.get(RAN, []), config.stash.get(SKIPPED, [])
    if ran or skipped:
        terminalreporter.section("brokers")
        for line in ran:
            terminalreporter.line(f"ran: {line}")
        for line in dict.fromkeys(skipped):
            terminalreporter.line(f"SKIPPED: {line}")
        if _failing_for_skips(config):
            terminalreporter.line("CI=true: what users run must have been tried, so the suite FAILS", red=True)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Under CI a skipped Apache Kafka is a failure. One of several processes tells the one that started it."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput |= {name: session.config.stash.get(key, []) for key, name in _BROKERS.items()}
        return
    if _failing_for_skips(session.config) and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _failing_for_skips(config: pytest.Config) -> bool:
    return os.environ.get("CI") == "true" and bool(config.stash.get(SKIPPED, []))
