"""The editors' schema: it knows every key the records use, and every value of the lists."""

from pathlib import Path
from typing import Any

import pytest

from app.records.record_file import read_markdown
from app.records.schema import editor_schema

ROOT = Path(__file__).resolve().parents[2]
RECORDS = sorted((ROOT / "tests" / "corpus" / "instruments").rglob("*.md"))
Schema = dict[str, Any]


@pytest.fixture(scope="module")
def schema(corpus_folder: Path) -> Schema:
    """The schema of the tiny corpus."""
    return editor_schema(corpus_folder)


def branches(schema: Schema, node: Schema) -> list[Schema]:
    """A schema's alternatives, with references followed."""
    if "$ref" in node:
        return branches(schema, schema["$defs"][node["$ref"].rsplit("/", 1)[1]])
    return [found for each in node["anyOf"] for found in branches(schema, each)] if "anyOf" in node else [node]


def faults(schema: Schema, node: Schema, value: Any, path: str = "") -> list[str]:
    """Why a value does not fit, under the alternative it fits best; types of scalars are the editor's affair."""
    return min((_misfit(schema, each, value, path) for each in branches(schema, node)), key=len)


def _misfit(schema: Schema, node: Schema, value: Any, path: str) -> list[str]:
    kind = node.get("type")
    if isinstance(value, dict):
        known, other = node.get("properties", {}), node.get("additionalProperties", True)
        if kind != "object":
            return [f"{path}: a mapping"]
        found = [f"{path}: {key} is missing" for key in node.get("required", []) if key not in value]
        for key, each in value.items():
            inner = known.get(key, other)
            wrong = [f"{path}.{key}"] if inner is False else []
            found += wrong if inner in (True, False) else faults(schema, inner, each, f"{path}.{key}")
        return found
    if isinstance(value, list):
        inner = [faults(schema, node.get("items", {}), each, path) for each in value]
        return [each for found in inner for each in found] if kind == "array" else [f"{path}: a list"]
    fits = kind not in ("object", "array") and value in node.get("enum", [value])
    return [] if fits else [f"{path}: {value}"]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_every_record_fits_the_schema(schema: Schema, path: Path) -> None:
    assert faults(schema, schema, read_markdown(path, ROOT).data) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [("foo", "bar"), ("type", "acts"), ("places", {"no": "x"}), ("id", "a-law"), ("status", {"value": "in-forced"})],
)
def test_what_does_not_fit_is_seen(schema: Schema, key: str, value: Any) -> None:
    record = read_markdown(RECORDS[0], ROOT).data
    assert len(faults(schema, schema, record | {key: value})) == 1


def test_a_term_is_one_of_its_list(schema: Schema) -> None:
    assert "exclusion" in schema["properties"]["measures"]["items"]["enum"]
    assert "treaty" in schema["properties"]["type"]["enum"]


def test_no_mark_of_a_list_is_left_unfilled(schema: Schema) -> None:
    assert "x-vocabulary" not in str(schema)


def test_what_name_and_body_say_is_no_key(schema: Schema) -> None:
    assert {"id", "summary", "whole"} & set(schema["properties"]) == set()


def test_the_dialect_is_named(schema: Schema) -> None:
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_claim_may_be_a_bare_source(schema: Schema) -> None:
    assert faults(schema, {"$ref": "#/$defs/Claim"}, "s1") == []
