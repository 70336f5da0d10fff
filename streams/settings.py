"""The service's settings: `AQWAL_*` environment variables over an optional `.env` file in the working directory."""

import os
import re
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from schemas.quote import QuoteKind

PREFIX = "AQWAL_"
# Names that share the prefix and are not the service's: the test suite's own.
FOREIGN_PREFIXES = ("AQWAL_TEST_",)
DOTENV = Path(".env")
KAFKA_MIN_SESSION_TIMEOUT = 6.0  # seconds; Apache Kafka's group.min.session.timeout.ms


class SettingsError(ValueError):
    """A setting is unknown or wrong. Each line of the message begins with the setting's name; no value is repeated."""


def _servers(value: str) -> str:
    for server in value.split(","):
        match = re.fullmatch(r"\s*(?:\[[0-9A-Fa-f:.]+\]|[^\s:,/\[\]]+):([0-9]{1,5})\s*", server)
        if not match or not 0 < int(match[1]) <= 65535:
            raise ValueError("must be host:port, or several separated by commas")
    return ",".join(server.strip() for server in value.split(","))


def _web_address(value: str) -> str:
    """An IP address, without the brackets of IPv6, or a host name; whether it is this machine's is tried later."""
    bare = value[1:-1] if value.startswith("[") and value.endswith("]") else value
    try:
        address = ip_address(bare)
    except ValueError:
        labels = bare.removesuffix(".").split(".")
        named = all(re.fullmatch(r"(?!-)[A-Za-z0-9_-]{1,63}(?<!-)", label) for label in labels)
        if bare == value and named and len(bare) <= 253 and not labels[-1].isdigit():
            return bare
    else:
        if bare == value or address.version == 6:
            return bare
    raise ValueError("must be an IPv4 or IPv6 address or a host name, without a port")


def _comma_separated(value: Any) -> Any:
    return tuple(part.strip() for part in value.split(",")) if isinstance(value, str) else value


def _without_repeats(value: tuple[QuoteKind, ...]) -> tuple[QuoteKind, ...]:
    return tuple(dict.fromkeys(value))


TopicName = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,249}$")]
Kinds = Annotated[
    tuple[QuoteKind, ...],
    NoDecode,
    BeforeValidator(_comma_separated),
    AfterValidator(_without_repeats),
    Field(min_length=1),
]


class Settings(BaseSettings):
    """Every setting, under its field's name in capitals with `AQWAL_` before it. Times are seconds, sizes bytes."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=DOTENV, extra="ignore", frozen=True)

    broker: Literal["kafka", "embedded"] = Field(
        "kafka", description="`embedded` for the broker of `aqwal broker` and `aqwal demo`."
    )
    bootstrap_servers: Annotated[str, AfterValidator(_servers)] = Field(
        "127.0.0.1:9092", description="host:port of one or more brokers, separated by commas."
    )
    group: str = Field("aqwal", pattern=r"^[A-Za-z0-9._-]{1,200}$", description="The workers' consumer group.")
    topic_raw: TopicName = Field("articles.raw", description="Articles in.")
    topic_quotes: TopicName = Field("quotes.attributed", description="Quotations out.")
    topic_processed: TopicName = Field("articles.processed", description="One marker an input record.")
    topic_rejected: TopicName = Field("articles.rejected", description="Dead letters.")
    topic_runs: TopicName = Field("backfill.runs", description="How far each `aqwal backfill` has come.")

    kinds: Kinds = Field(("direct", "mixed"), description="Kinds of quotation given out, separated by commas.")
    max_article_chars: int = Field(
        1_000_000, ge=1, description="Longer articles, in code points of title and body, are dead letters."
    )
    max_message_bytes: int = Field(
        1_048_588,
        ge=10_000,
        description="A topic's message limit where the broker does not tell it (Apache Kafka's default).",
    )

    engine_memory: int = Field(
        1_000_000_000,
        ge=100_000_000,
        description="Bytes that the engine's process may take (on Linux); an article that needs more is a dead letter.",
    )

    batch_size: int = Field(100, ge=1, le=1000, description="Articles processed before their events are awaited.")
    batch_linger: float = Field(0.1, gt=0, le=10, description="Wait at most so long for a batch to fill.")
    session_timeout: float = Field(
        30.0, ge=1, le=300, description="A worker that is silent for so long loses its partitions; at least 6 on Kafka."
    )
    rebalance_timeout: float = Field(
        60.0, ge=10, le=600, description="The time a worker has to join a new assignment; bounds retries of a send."
    )
    commit_interval: float = Field(1.0, ge=0.1, le=60, description="Seconds between commits of what is done.")
    shutdown_timeout: float = Field(20.0, ge=1, le=300, description="On SIGTERM, the time to finish what is begun.")
    stall_timeout: float = Field(
        120.0, ge=10, le=3600, description="A worker ends that could read for so long, and gets nowhere."
    )
    skip_deleted: bool = Field(
        False, description="Go on where records were deleted before they were read; else the worker stops."
    )
    datadir: Path | None = Field(None, description="Where Faust keeps its files; a temporary directory if not set.")

    security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = Field(
        "PLAINTEXT", description="PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL."
    )
    ssl_cafile: Path | None = Field(None, description="Certificates to trust (PEM); the system's if not set.")
    ssl_certfile: Path | None = Field(None, description="The client's certificate (PEM).")
    ssl_keyfile: Path | None = Field(None, description="The client's key (PEM).")
    ssl_key_password: SecretStr | None = Field(None, description="The password of that key, where it has one.")
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = Field(
        "SCRAM-SHA-512", description="PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512."
    )
    sasl_username: str | None = Field(None, description="The user, for SASL.")
    sasl_password: SecretStr | None = Field(None, description="The user's password.")
    allow_plaintext_password: bool = Field(False, description="Permit SASL without TLS.")

    web_bind: Annotated[str, AfterValidator(_web_address)] = Field(
        "127.0.0.1",
        description="The address of /metrics, /healthz and /readyz: IPv4, IPv6 or a host name (its first address).",
    )
    web_port: int = Field(0, ge=0, le=65535, description="Their port; 0: they are not served.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR."
    )
    log_format: Literal["text", "json"] = Field("text", description="`json`: one object a line, for a log collector.")

    @property
    def topics(self) -> tuple[str, str, str, str]:
        """The four topics: raw, quotes, processed, rejected."""
        return self.topic_raw, self.topic_quotes, self.topic_processed, self.topic_rejected

    @model_validator(mode="after")
    def _topics_differ(self) -> Self:
        if len({*self.topics, self.topic_runs}) < 5:
            raise ValueError("AQWAL_TOPIC_*: five different topics are needed")
        return self

    @model_validator(mode="after")
    def _session_is_long_enough(self) -> Self:
        if self.broker == "kafka" and self.session_timeout < KAFKA_MIN_SESSION_TIMEOUT:
            raise ValueError(
                f"AQWAL_SESSION_TIMEOUT: Apache Kafka refuses less than {KAFKA_MIN_SESSION_TIMEOUT:g} seconds "
                "(AQWAL_BROKER=embedded permits it)"
            )
        return self

    @model_validator(mode="after")
    def _a_rebalance_is_no_stall(self) -> Self:
        if self.stall_timeout <= max(self.rebalance_timeout, self.session_timeout):
            raise ValueError(
                "AQWAL_STALL_TIMEOUT: must be longer than AQWAL_REBALANCE_TIMEOUT and AQWAL_SESSION_TIMEOUT, "
                "or a rebalance would be taken for a stall"
            )
        return self

    @model_validator(mode="after")
    def _password_is_safe(self) -> Self:
        given = self.sasl_username is not None, self.sasl_password is not None
        if not self.security_protocol.startswith("SASL"):
            if any(given):
                raise ValueError("AQWAL_SECURITY_PROTOCOL: a SASL user or password is set, but this is not SASL_SSL")
        elif not all(given):
            raise ValueError("AQWAL_SASL_USERNAME, AQWAL_SASL_PASSWORD: SASL needs both")
        if self.security_protocol == "SASL_PLAINTEXT" and not self.allow_plaintext_password:
            raise ValueError(
                "AQWAL_SECURITY_PROTOCOL: SASL_PLAINTEXT would send the password without TLS; "
                "AQWAL_ALLOW_PLAINTEXT_PASSWORD=true permits it"
            )
        return self

    @model_validator(mode="after")
    def _files_are_there(self) -> Self:
        files = {name: getattr(self, name) for name in ("ssl_cafile", "ssl_certfile", "ssl_keyfile")}
        if any(files.values()) and not self.security_protocol.endswith("SSL"):
            raise ValueError("AQWAL_SECURITY_PROTOCOL: AQWAL_SSL_* files are set, but the protocol has no TLS")
        if self.ssl_keyfile and not self.ssl_certfile:
            raise ValueError("AQWAL_SSL_CERTFILE: missing, though AQWAL_SSL_KEYFILE is set")
        for name, path in files.items():
            if path is not None and not path.is_file():
                raise ValueError(f"{PREFIX}{name.upper()}: no such file")
        return self


def load_settings(**overrides: Any) -> Settings:
    """The settings of this process; `overrides` (field names) win over environment and `.env`.

    Raises SettingsError, one line a wrong or unknown setting.
    """
    if unread := _unread_lines():  # before anybody else reads the file and passes over them
        raise SettingsError("\n".join(unread))
    lines = [f"{name}: no such setting" for name in _unknown_names()]
    try:
        settings = Settings(**overrides)
    except ValidationError as error:
        lines += [_line(e["loc"], e["msg"]) for e in error.errors(include_input=False, include_url=False)]
    if lines:
        raise SettingsError("\n".join(lines))
    return settings


def _line(location: tuple[int | str, ...], message: str) -> str:
    message = message.removeprefix("Value error, ")
    return f"{PREFIX}{str(location[0]).upper()}: {message}" if location else message


def _unread_lines() -> list[str]:
    """What is wrong with the `.env` file itself, a line each; nothing of its content is repeated."""
    if not DOTENV.is_file():
        return []
    try:
        with DOTENV.open(encoding="utf-8") as file:
            return [f"{DOTENV}: line {one.original.line} is no setting" for one in parse_stream(file) if one.error]
    except UnicodeDecodeError:
        return [f"{DOTENV}: is not UTF-8"]
    except OSError as error:
        return [f"{DOTENV}: cannot be read: {error.strerror}"]


def _unknown_names() -> list[str]:
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    given = {name.upper() for name in (*os.environ, *(dotenv_values(DOTENV) if DOTENV.is_file() else ()))}
    return sorted(
        name
        for name in given
        if name.startswith(PREFIX) and name not in known and not name.startswith(FOREIGN_PREFIXES)
    )
