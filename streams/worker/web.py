"""/metrics, /healthz and /readyz, in a thread of their own: they answer also while an article is being worked on."""

import contextlib
import socket
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING, Any, cast
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from prometheus_client import make_wsgi_app

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

Check = Callable[[], bool]


_MOST_CONNECTIONS = 20  # probes and a scrape need one each for milliseconds


class _Server(ThreadingMixIn, WSGIServer):
    """A thread a connection. The newest are served: whoever is slow gives way, so that nobody can keep probes out."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._open.append(request)
            if len(self._open) > _MOST_CONNECTIONS:
                with contextlib.suppress(OSError):  # it may have ended by itself
                    self._open.pop(0).shutdown(socket.SHUT_RDWR)  # its thread then reads the end
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock, contextlib.suppress(ValueError):
            self._open.remove(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing of clients that hang up or are cut off."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Server6(_Server):
    address_family = socket.AF_INET6


class _QuietHandler(WSGIRequestHandler):
    timeout = 10  # seconds without a byte

    def log_message(self, *_: object) -> None:
        """Nothing: probes come every few seconds."""


@contextlib.contextmanager
def serve(bind: str, port: int, checks: dict[str, Check]) -> Iterator[int]:
    """Serve Prometheus' metrics at /metrics and each of `checks` at its path: 200 where it holds, else 503.

    `bind` is an address, IPv4 or IPv6, or a host name. Gives the port (a free one for 0). Raises OSError where it
    cannot be listened on.
    """
    metrics = make_wsgi_app()

    def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            start_response("405 Method Not Allowed", [("Content-Type", "text/plain"), ("Allow", "GET, HEAD")])
            return [b"only for reading\n"]
        if path == "/metrics":
            return cast(Iterable[bytes], metrics(environ, start_response))
        if path not in checks:
            start_response("404 Not Found", [("Content-Type", "text/plain")])
            return [b"not found\n"]
        good = checks[path]()
        start_response("200 OK" if good else "503 Service Unavailable", [("Content-Type", "text/plain")])
        return [b"ok\n" if good else b"not ok\n"]

    # Of a host name the first address: a server has one socket.
    first = socket.getaddrinfo(bind, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    server_class = _Server6 if first[0] == socket.AF_INET6 else _Server
    with make_server(bind, port, application, server_class=server_class, handler_class=_QuietHandler) as server:
        thread = threading.Thread(target=server.serve_forever, name="web", daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()
