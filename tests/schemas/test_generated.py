"""The files beside the models: made from them, and valid by the official validators."""

import gzip
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from schemas.generate import HERE, generated
from schemas.jsonschema import CONTRACTS, json_schemas
from tests.schemas.examples import EXAMPLES

OFFICIAL = Path(__file__).parent / "data" / "asyncapi-3.0.0.schema.json.gz"
DOCUMENT = yaml.safe_load((HERE / "asyncapi.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("path", "text"), [pytest.param(*file, id=file[0].name) for file in generated().items()])
def test_what_is_checked_in_is_what_the_models_give(path: Path, text: str) -> None:
    assert path.read_text("utf-8") == text, "run: python -m schemas.generate"


def test_no_file_is_left_of_a_contract_that_is_gone() -> None:
    assert set((HERE / "json").iterdir()) == {path for path in generated() if path.suffix == ".json"}


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_json_schema_passes_the_official_metaschema(name: str) -> None:
    schema = json_schemas()[name]
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)


def both_read(name: str, example: dict[str, Any]) -> tuple[bool, bool]:
    """Whether the JSON Schema and whether the model accepts `example`."""
    validator = Draft202012Validator(json_schemas()[name], format_checker=Draft202012Validator.FORMAT_CHECKER)
    try:
        CONTRACTS[name].model.model_validate_json(json.dumps(example))
    except ValueError:
        return validator.is_valid(example), False
    return validator.is_valid(example), True


@pytest.mark.parametrize("name", CONTRACTS)
def test_an_example_passes_schema_and_model(name: str) -> None:
    assert both_read(name, EXAMPLES[name]) == (True, True)


@pytest.mark.parametrize("name", CONTRACTS)
def test_an_example_comes_back_from_its_model_as_it_was(name: str) -> None:
    read = CONTRACTS[name].model.model_validate_json(json.dumps(EXAMPLES[name]))
    dumped = json.loads(read.model_dump_json(by_alias=True))
    assert {key: str(part) if name == "dead_letter_headers" else part for key, part in dumped.items()} == EXAMPLES[name]


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_reader_accepts_fields_that_a_later_version_adds(name: str) -> None:
    assert both_read(name, {**EXAMPLES[name], "later": 1}) == (True, True)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("raw_article", {"body": None}),
        ("raw_article", {"article_id": " "}),
        ("raw_article", {"revision": -1}),
        ("raw_article", {"published_at": "1577836800"}),
        ("raw_article", {"published_at": 1577836800}),
        ("raw_article", {"revision": 2**63}),
        ("raw_article", {"content_type": "text/rtf"}),
        ("quote_event", {"kind": "other"}),
        ("quote_event", {"confidence": 1.1}),
        ("quote_event", {"schema_version": "2.0"}),
        ("quote_event", {"context": {"prefix": "x" * 65, "suffix": ""}}),
        ("quote_event", {"sentence": {"start": 0, "end": 1001, "text": "x" * 1001}}),
        ("quote_event", {"cue": {"text": "قال"}}),
        ("article_processed", {"source": {"topic": "t", "partition": -1, "offset": 0}}),
        ("article_processed", {"kinds": ["other"]}),
        ("event_headers", {"ce_type": "other"}),
        ("event_headers", {"aqwal-source": "t/1"}),
        ("event_headers", {"aqwal-retract": "other"}),
        ("dead_letter_headers", {"__aqwal.errors.reason": "other"}),
        ("dead_letter_headers", {"__aqwal.errors.offset": "-1"}),
        ("dead_letter_headers", {"__aqwal.errors.omitted": "other"}),
        ("backfill_run", {"state": "stopped"}),
        ("backfill_run", {"ranges": [{"partition": 0, "start": 5}]}),
        ("retry_note_headers", {"__aqwal.errors.retried": "t/1"}),
    ],
)
def test_what_is_wrong_fails_schema_and_model(name: str, wrong: dict[str, Any]) -> None:
    assert both_read(name, {**EXAMPLES[name], **wrong}) == (False, False)


@pytest.mark.parametrize("name", ["quote_event", "article_processed", "event_headers", "retry_note_headers"])
def test_what_is_published_always_has_every_field(name: str) -> None:
    schema = json_schemas()[name]
    assert set(schema["required"]) == set(schema["properties"]) - {"aqwal-replay", "aqwal-retract"}


def test_the_asyncapi_document_is_valid_by_the_official_schema() -> None:
    official = json.loads(gzip.decompress(OFFICIAL.read_bytes()))
    validator = Draft7Validator(official)
    jsonschema.validate(DOCUMENT, official, cls=Draft7Validator)
    # The validator can say no: of the whole document, and deep within it.
    assert not validator.is_valid({**DOCUMENT, "channels": [], "asyncapi": "3.0.0"})
    wrong = json.loads(json.dumps(DOCUMENT))
    wrong["operations"]["readArticles"]["action"] = "read"
    assert not validator.is_valid(wrong)


def references(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        return own + [ref for part in node.values() for ref in references(part)]
    return [ref for part in node for ref in references(part)] if isinstance(node, list) else []


def test_every_reference_of_the_document_leads_somewhere() -> None:
    found = references(DOCUMENT)
    assert len(found) > 20
    for reference in found:
        node = DOCUMENT
        for step in reference.removeprefix("#/").split("/"):
            node = node[step]


@pytest.mark.parametrize(
    ("message", "part", "name"),
    [
        ("article", "payload", "raw_article"),
        ("quotation", "payload", "quote_event"),
        ("quotation", "headers", "event_headers"),
        ("retraction", "headers", "event_headers"),
        ("marker", "payload", "article_processed"),
        ("marker", "headers", "event_headers"),
        ("letter", "headers", "dead_letter_headers"),
        ("backfillRun", "payload", "backfill_run"),
        ("retryNote", "headers", "retry_note_headers"),
    ],
)
def test_the_documents_messages_accept_the_examples(message: str, part: str, name: str) -> None:
    reference = DOCUMENT["components"]["messages"][message][part]["$ref"]
    Draft7Validator({"$ref": reference, "components": DOCUMENT["components"]}).validate(EXAMPLES[name])
