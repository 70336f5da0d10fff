"""Metrics and probes over real HTTP."""

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
