"""Metrics and probes over real HTTP."""

import contextlib
import socket
import struct
import threading
import urllib.error
import urllib.request

import pytest

from streams.worker import metrics
from streams.worker.web import serve


def _get(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_metrics_and_probes_answer() -> None:
    ready = [False]
    metrics.QUOTATIONS.labels("direct").inc(3)
    with serve("127.0.0.1", 0, {"/healthz": lambda: True, "/readyz": lambda: ready[0]}) as port:
        status, text = _get(port, "/metrics")
        assert status == 200
        assert 'aqwal_quotations_total{kind="direct"}' in text
        assert _get(port, "/healthz") == (200, "ok\n")
        assert _get(port, "/readyz") == (503, "not ok\n")
        ready[0] = True
        assert _get(port, "/readyz") == (200, "ok\n")
        assert _get(port, "/")[0] == 404
        with pytest.raises(OSError, match="in use"), serve("127.0.0.1", port, {}):
            pass
    with pytest.raises(urllib.error.URLError):
        _get(port, "/healthz")


@pytest.mark.parametrize("bind", ["127.0.0.1", "::1", "::", "localhost"])
def test_ipv6_and_host_names_are_listened_on(bind: str) -> None:
    asked = "::1" if bind == "::" else bind
    try:
        socket.create_server((asked, 0), family=socket.AF_INET6 if ":" in asked else socket.AF_INET).close()
    except OSError:
        pytest.skip("this machine has no IPv6")
    with serve(bind, 0, {"/healthz": lambda: True}) as port, socket.create_connection((asked, port), 10) as connection:
        connection.sendall(b"GET /healthz HTTP/1.0\r\n\r\n")
        assert connection.recv(65536).startswith(b"HTTP/1.0 200 ")


@pytest.mark.parametrize("bind", ["no-such-host.invalid", "192.0.2.1", "2001:db8::1"])
def test_what_is_not_this_machines_is_refused(bind: str) -> None:
    with pytest.raises(OSError, match=r"."), serve(bind, 0, {}):
        pass


def _answer(port: int, request: bytes) -> bytes:
    """What the server says to raw bytes, up to the end of the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get"])
def test_only_reading_is_permitted(method: str) -> None:
    with serve("127.0.0.1", 0, {"/healthz": lambda: True}) as port:
        for path in ("/metrics", "/healthz"):
            answer = _answer(port, f"{method} {path} HTTP/1.0\r\nContent-Length: 0\r\n\r\n".encode())
            assert answer.startswith(b"HTTP/1.0 405 ")
            assert b"\r\nAllow: GET, HEAD\r\n" in answer
            assert b"aqwal_" not in answer
        assert _answer(port, b"HEAD /healthz HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.0 200 ")


@pytest.mark.parametrize(
    "path", ["/", "/metrics/", "/healthz/x", "/../metrics", "/router/", "/table/", "/%2e%2e/etc/passwd"]
)
def test_nothing_else_is_there(path: str) -> None:
    with serve("127.0.0.1", 0, {"/healthz": lambda: True}) as port:
        assert _answer(port, f"GET {path} HTTP/1.0\r\n\r\n".encode()).startswith(b"HTTP/1.0 404 ")


def test_clients_that_never_finish_give_way_to_those_that_do(capfd: pytest.CaptureFixture[str]) -> None:
    before = threading.active_count()
    with serve("127.0.0.1", 0, {"/healthz": lambda: True}) as port, contextlib.ExitStack() as stack:
        slow = [stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=10)) for _ in range(300)]
        for connection in slow[::2]:
            with contextlib.suppress(OSError):  # it may have been cut off already
                connection.sendall(b"GET /metrics HTTP/1.0\r\nX: ")
        for _ in range(3):
            assert _get(port, "/healthz") == (200, "ok\n")
        with contextlib.suppress(ConnectionResetError):
            assert slow[0].recv(1) == b""  # cut off
        assert threading.active_count() - before < 50
    assert capfd.readouterr().err == ""


def test_junk_and_clients_that_hang_up_are_not_told(capfd: pytest.CaptureFixture[str]) -> None:
    with serve("127.0.0.1", 0, {"/healthz": lambda: True}) as port:
        assert _answer(port, b"\x16\x03\x01 no HTTP \x1b[2J\r\n\r\n").startswith((b"HTTP/1.0 400", b"<!DOCTYPE"))
        assert b" 414 " in _answer(port, b"GET /" + b"a" * 70_000 + b" HTTP/1.0\r\n\r\n")[:60]
        for _ in range(20):
            with socket.create_connection(("127.0.0.1", port)) as connection:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # a reset
                connection.sendall(b"GET /metrics HTTP/1.0\r\n\r\n")
        assert _get(port, "/healthz") == (200, "ok\n")
    assert capfd.readouterr().err == ""
