"""What every test may use, and the closing line that says on which brokers the suite ran."""

import os
import signal

import hypothesis
import pytest

from tests.brokers.fixtures import RAN, SKIPPED, apache_kafka, embedded_broker

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

__all__ = ["apache_kafka", "embedded_broker"]


def pytest_configure() -> None:
    """Undo what a shell does to its background jobs: they, and whatever they start, ignore Ctrl-C."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


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
    """Under CI a skipped Apache Kafka is a failure."""
    if _failing_for_skips(session.config) and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _failing_for_skips(config: pytest.Config) -> bool:
    return os.environ.get("CI") == "true" and bool(config.stash.get(SKIPPED, []))
