"""Settings by name: what is unknown or wrong stops the start, and no value is ever repeated."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from streams.cli import app
from streams.settings import SettingsError, load_settings

SASL = {"AQWAL_SASL_USERNAME": "reader", "AQWAL_SASL_PASSWORD": "geheim"}


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.upper().startswith("AQWAL_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def _set(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def test_without_any_setting_everything_has_its_default() -> None:
    settings = load_settings()
    assert settings.topics == ("articles.raw", "quotes.attributed", "articles.processed", "articles.rejected")
    assert settings.kinds == ("direct", "mixed")
    assert settings.web_bind == "127.0.0.1"


def test_the_environment_wins_over_dotenv_and_arguments_over_both(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("AQWAL_GROUP=from-file\nAQWAL_BATCH_SIZE=7\nAQWAL_LOG_FORMAT=json\nOTHER=x\n")
    _set(monkeypatch, AQWAL_GROUP="from-environment", AQWAL_BATCH_SIZE="8")
    settings = load_settings(batch_size=9)
    assert (settings.group, settings.batch_size, settings.log_format) == ("from-environment", 9, "json")


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::", "::"),
        ("[::1]", "::1"),
        ("fe80::1%eth0", "fe80::1%eth0"),
        ("node-1.lan", "node-1.lan"),
    ],
)
def test_the_web_is_bound_to_addresses_of_either_kind_and_to_names(
    monkeypatch: pytest.MonkeyPatch, value: str, meant: str
) -> None:
    _set(monkeypatch, AQWAL_WEB_BIND=value)
    assert load_settings().web_bind == meant


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"AQWAL_KIND": "direct"}, "AQWAL_KIND: no such setting"),
        ({"aqwal_topik": "x"}, "AQWAL_TOPIK: no such setting"),
        ({"AQWAL_KINDS": "direct,quoted"}, "AQWAL_KINDS: "),
        ({"AQWAL_KINDS": ""}, "AQWAL_KINDS: "),
        ({"AQWAL_BOOTSTRAP_SERVERS": "kafka"}, "AQWAL_BOOTSTRAP_SERVERS: must be host:port"),
        ({"AQWAL_BOOTSTRAP_SERVERS": "a:1,,b:2"}, "AQWAL_BOOTSTRAP_SERVERS: "),
        ({"AQWAL_BOOTSTRAP_SERVERS": "http://a:1"}, "AQWAL_BOOTSTRAP_SERVERS: "),
        ({"AQWAL_BOOTSTRAP_SERVERS": "a:1,b:70000"}, "AQWAL_BOOTSTRAP_SERVERS: must be host:port"),
        ({"AQWAL_BOOTSTRAP_SERVERS": "a:0"}, "AQWAL_BOOTSTRAP_SERVERS: must be host:port"),
        ({"AQWAL_TOPIC_RAW": "no blank"}, "AQWAL_TOPIC_RAW: "),
        ({"AQWAL_TOPIC_RAW": "articles.rejected"}, "AQWAL_TOPIC_*: "),
        ({"AQWAL_BATCH_SIZE": "many"}, "AQWAL_BATCH_SIZE: "),
        ({"AQWAL_BATCH_SIZE": "0"}, "AQWAL_BATCH_SIZE: "),
        *(
            ({"AQWAL_WEB_BIND": wrong}, "AQWAL_WEB_BIND: must be an IPv4 or IPv6 address or a host name")
            for wrong in ("", "*", "127.0.0.1:9100", "[::1]:9100", "[127.0.0.1]", "[::1", "::1::", "300.0.0.1", "a b")
        ),
        ({"AQWAL_WEB_PORT": "70000"}, "AQWAL_WEB_PORT: "),
        ({"AQWAL_LOG_LEVEL": "LOUD"}, "AQWAL_LOG_LEVEL: "),
        ({"AQWAL_STALL_TIMEOUT": "60"}, "AQWAL_STALL_TIMEOUT: must be longer than AQWAL_REBALANCE_TIMEOUT"),
        ({"AQWAL_SESSION_TIMEOUT": "3"}, "AQWAL_SESSION_TIMEOUT: Apache Kafka refuses less than 6 seconds"),
        ({"AQWAL_SECURITY_PROTOCOL": "SASL_SSL"}, "AQWAL_SASL_USERNAME, AQWAL_SASL_PASSWORD: "),
        ({"AQWAL_SECURITY_PROTOCOL": "TLS"}, "AQWAL_SECURITY_PROTOCOL: "),
        (SASL, "AQWAL_SECURITY_PROTOCOL: a SASL user or password is set"),
        (SASL | {"AQWAL_SECURITY_PROTOCOL": "SASL_PLAINTEXT"}, "AQWAL_ALLOW_PLAINTEXT_PASSWORD"),
        (
            SASL | {"AQWAL_SECURITY_PROTOCOL": "SASL_SSL", "AQWAL_SASL_MECHANISM": "GSSAPI"},
            "AQWAL_SASL_MECHANISM: ",
        ),
        ({"AQWAL_SSL_CAFILE": "ca.pem"}, "AQWAL_SECURITY_PROTOCOL: "),
        ({"AQWAL_SECURITY_PROTOCOL": "SSL", "AQWAL_SSL_CAFILE": "ca.pem"}, "AQWAL_SSL_CAFILE: no such file"),
        ({"AQWAL_SECURITY_PROTOCOL": "SSL", "AQWAL_SSL_KEYFILE": "k.pem"}, "AQWAL_SSL_CERTFILE: "),
    ],
)
def test_a_wrong_setting_is_told_by_its_name(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], named: str
) -> None:
    _set(monkeypatch, **values)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert named in str(caught.value)
    assert "geheim" not in str(caught.value)
    assert "input_value" not in str(caught.value)


def test_a_name_in_dotenv_is_checked_too() -> None:
    Path(".env").write_text("AQWAL_BATCHSIZE=5\n")
    with pytest.raises(SettingsError, match=r"^AQWAL_BATCHSIZE: no such setting$"):
        load_settings()


def test_all_wrong_settings_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, AQWAL_X="1", AQWAL_WEB_PORT="-1", AQWAL_KINDS="none")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert [line.partition(":")[0] for line in str(caught.value).splitlines()] == [
        "AQWAL_X",
        "AQWAL_KINDS",
        "AQWAL_WEB_PORT",
    ]


def test_what_is_permitted_by_name_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, **SASL, AQWAL_SECURITY_PROTOCOL="SASL_PLAINTEXT", AQWAL_ALLOW_PLAINTEXT_PASSWORD="true")
    settings = load_settings()
    assert settings.sasl_password is not None
    assert "geheim" not in repr(settings) + str(settings) + settings.model_dump_json()
    _set(monkeypatch, AQWAL_BROKER="embedded", AQWAL_SESSION_TIMEOUT="3", AQWAL_TEST_BOOTSTRAP_SERVERS="x:1")
    assert load_settings().session_timeout == 3


@pytest.mark.parametrize("command", ["worker", "topics"])
def test_a_command_ends_with_code_2_and_the_name_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    _set(monkeypatch, AQWAL_SESION_TIMEOUT="7", AQWAL_SASL_PASSWORD="geheim")
    result = CliRunner().invoke(app, [command])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("aqwal: AQWAL_SESION_TIMEOUT: no such setting\n")
    assert "geheim" not in result.stderr
