"""The AsyncAPI 3.0 document: channels, messages, operations and their Kafka bindings, made from the models."""

from typing import Any

from pydantic.json_schema import models_json_schema

from schemas.jsonschema import CONTRACTS, WithoutFieldTitles

_BINDING = "0.5.0"  # of the Kafka bindings
_KEEP = {"cleanup.policy": ["delete"], "retention.ms": -1}
_NEWEST = {"cleanup.policy": ["compact"]}

_DESCRIPTION = """\
Who said what in Arabic news: one article in, its quotations out, each with its speaker.

Delivery is at least once. Ids are deterministic: the same article gives byte-identical quotations under the same engine
version, so a consumer that upserts by key holds each once. Every record of `articles.raw` ends in a record of
`articles.processed`, published after all its quotations, or in one of `articles.rejected`. The names of the topics are
those of the default settings. Fields are only ever added.
"""


def asyncapi_document(version: str) -> dict[str, Any]:
    """The document of the service of that `version`, as plain values in the order in which a reader wants them."""
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Aqwal",
            "version": version,
            "description": _DESCRIPTION,
            "license": {"name": "Apache-2.0"},
        },
        "defaultContentType": "application/json",
        "channels": _channels(),
        "operations": _operations(),
        "components": {"messages": _messages(), "schemas": _schemas()},
    }


def _schemas() -> dict[str, Any]:
    inputs = [(contract.model, contract.mode) for contract in CONTRACTS.values()]
    template = "#/components/schemas/{model}"
    _, definitions = models_json_schema(inputs, ref_template=template, schema_generator=WithoutFieldTitles)
    schemas: dict[str, Any] = definitions["$defs"]
    return schemas


def _messages() -> dict[str, Any]:
    article_key = {"type": "string", "description": "The article id. The partition is murmur2 of it, Java's default."}
    original_key = {"type": "string", "format": "binary", "description": "The original record's key, or null."}
    return {
        "article": _message("One article", _ref("RawArticle"), article_key),
        "withdrawal": _message(
            "An article withdrawn",
            {"type": "null", "description": "A null value: the article of the key is withdrawn."},
            article_key,
        ),
        "quotation": _message(
            "One attributed quotation",
            _ref("QuoteEvent"),
            {
                "type": "string",
                "format": "uuid",
                "description": "The quotation's id: upsert by it. The partition is murmur2 of the article id.",
            },
            _ref("EventHeaders"),
        ),
        "retraction": _message(
            "A quotation deleted",
            {"type": "null", "description": "A null value: the article's newest revision has no such quotation."},
            {
                "type": "string",
                "format": "uuid",
                "description": "The quotation's id. The partition is that of the quotation: murmur2 of the article id.",
            },
            _ref("EventHeaders"),
        ),
        "marker": _message(
            "The account of one input record", _ref("ArticleProcessed"), article_key, _ref("EventHeaders")
        ),
        "letter": {
            **_message(
                "A record that cannot be processed",
                {
                    "type": ["string", "null"],
                    "format": "binary",
                    "description": "The original bytes, unchanged; null where the headers say that they were left out.",
                },
                original_key,
                _ref("DeadLetterHeaders"),
            ),
            "contentType": "application/octet-stream",
        },
        "retryNote": _message(
            "A dead letter was sent back",
            {"type": "string", "maxLength": 0, "description": "Empty."},
            {**original_key, "description": "The dead letter's key, or null. The note lies in its partition."},
            _ref("RetryNoteHeaders"),
        ),
        "backfillRun": _message(
            "How far a replay has come",
            _ref("BackfillRun"),
            {"type": "string", "description": "The run's id: its last record counts."},
        ),
    }


def _message(title: str, payload: dict[str, Any], key: dict[str, Any], headers: Any = None) -> dict[str, Any]:
    return {
        "title": title,
        **({"headers": headers} if headers else {}),
        "payload": payload,
        "bindings": {"kafka": {"key": key, "bindingVersion": _BINDING}},
    }


def _channels() -> dict[str, Any]:
    return {
        "articlesRaw": _channel("articles.raw", "Articles as their producers publish them.", "article", "withdrawal"),
        "quotesAttributed": _channel(
            "quotes.attributed", "Quotations, each with its speaker.", "quotation", "retraction"
        ),
        "articlesProcessed": _channel(
            "articles.processed", "One marker for each input record, after its quotations.", "marker"
        ),
        "articlesRejected": _channel(
            "articles.rejected", "Dead letters: the original and the reason.", "letter", "retryNote"
        ),
        "backfillRuns": _channel("backfill.runs", "One key a replay.", "backfillRun", configuration=_NEWEST),
    }


def _channel(topic: str, description: str, *messages: str, configuration: dict[str, Any] = _KEEP) -> dict[str, Any]:
    return {
        "address": topic,
        "description": description,
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
        "bindings": {"kafka": {"topic": topic, "topicConfiguration": configuration, "bindingVersion": _BINDING}},
    }


def _operations() -> dict[str, Any]:
    return {
        "readArticles": _operation("receive", "articlesRaw", "Read articles and withdrawals."),
        "publishQuotations": _operation("send", "quotesAttributed", "Publish an article's quotations."),
        "markProcessed": _operation("send", "articlesProcessed", "Publish the marker, after all quotations."),
        "retract": _operation(
            "send", "quotesAttributed", "Delete, or publish again, what is not as an article's newest revision says."
        ),
        "reject": _operation("send", "articlesRejected", "Publish a dead letter instead."),
        "noteProgress": _operation("send", "backfillRuns", "Note how far a replay has come, in a transaction."),
    }


def _operation(action: str, channel: str, summary: str) -> dict[str, Any]:
    return {"action": action, "channel": {"$ref": f"#/channels/{channel}"}, "summary": summary}


def _ref(model: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{model}"}
