"""What the page on running says is so: its metrics, its alerts, its Kubernetes example."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import REGISTRY

from streams.settings import PREFIX, Settings
from streams.worker import metrics, run
from streams.worker.exits import Exit

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "operations.md").read_text("utf-8")


def _ours() -> dict[str, tuple[str, ...]]:
    """Our metrics by the name that Prometheus shows, with their labels."""
    assert metrics.__doc__
    collectors = [value for value in vars(metrics).values() if hasattr(value, "_labelnames")]
    found = {}
    for collector in collectors:
        name = collector._name + ("_total" if collector._type == "counter" else "")
        found[name] = tuple(collector._labelnames)
    return found


def test_every_metric_stands_in_the_table_with_its_labels_and_no_other_does() -> None:
    rows = re.findall(r"^\| `(aqwal_\w+)(?:\{([\w,]+)\})?` \|", PAGE, re.MULTILINE)
    assert {name: tuple(labels.split(",")) if labels else () for name, labels in rows} == _ours()


def test_every_exit_code_stands_in_the_table() -> None:
    codes = re.findall(r"^\| (\d) \|", PAGE, re.MULTILINE)
    assert {int(code) for code in codes} == {*Exit, 2}


def _rules() -> list[dict[str, Any]]:
    document = yaml.safe_load((DOCS / "prometheus-rules.yaml").read_text("utf-8"))
    return [rule for group in document["groups"] for rule in group["rules"]]


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule["alert"])
def test_an_alert_asks_for_metrics_that_there_are_and_leads_to_a_part_of_the_page(rule: dict[str, Any]) -> None:
    asked = set(re.findall(r"\b(?:aqwal|process)_\w+", rule["expr"]))
    there = {*_ours(), *(metric.name for metric in REGISTRY.collect())}
    assert asked <= there
    page, _, anchor = rule["annotations"]["runbook"].partition("#")
    assert (DOCS.parent / page).is_file()
    titles = re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)
    assert anchor in {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    assert f"`{rule['alert']}`" in PAGE


def _manifests() -> list[dict[str, Any]]:
    return list(yaml.safe_load_all((DOCS / "kubernetes.yaml").read_text("utf-8")))


def _container() -> dict[str, Any]:
    (deployment,) = (each for each in _manifests() if each["kind"] == "Deployment")
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    return dict(container)


def _environment() -> Iterator[tuple[str, str]]:
    for each in _manifests():
        if each["kind"] == "ConfigMap":
            yield from each["data"].items()
    for variable in _container()["env"]:
        yield variable["name"], "of a secret"


def test_the_settings_of_the_kubernetes_example_are_settings_and_good_ones() -> None:
    given = {name.removeprefix(PREFIX).lower(): value for name, value in _environment()}
    assert given.keys() <= Settings.model_fields.keys()
    values = given | {"ssl_cafile": __file__}  # it lies in the cluster's secret
    settings = Settings(_env_file=None, **values)  # type: ignore[arg-type]
    assert settings.web_port == _container()["ports"][0]["containerPort"]


def test_no_secret_of_the_kubernetes_example_stands_in_it() -> None:
    secrets = {"AQWAL_SASL_PASSWORD", "AQWAL_SASL_USERNAME"}
    assert {variable["name"] for variable in _container()["env"] if "secretKeyRef" in variable["valueFrom"]} == secrets
    plain = {name for each in _manifests() if each["kind"] == "ConfigMap" for name in each["data"]}
    assert not plain & secrets


def test_the_probes_of_the_kubernetes_example_ask_for_what_the_worker_serves() -> None:
    container = _container()
    assert container["livenessProbe"]["httpGet"]["path"] == run.ALIVE
    assert container["startupProbe"]["httpGet"]["path"] == run.ALIVE
    assert container["readinessProbe"]["httpGet"]["path"] == run.READY


def test_the_kubernetes_example_gives_a_worker_the_time_to_stop() -> None:
    (deployment,) = (each for each in _manifests() if each["kind"] == "Deployment")
    grace = deployment["spec"]["template"]["spec"]["terminationGracePeriodSeconds"]
    assert grace > float(dict(_environment())["AQWAL_SHUTDOWN_TIMEOUT"])
