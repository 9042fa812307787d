"""The JSON Schema of an instrument's front matter, for editors that complete and check YAML."""

from pathlib import Path
from typing import Any

from app.records.instrument import Instrument
from app.records.instrument_file import UNIT_KEYS
from app.records.lists import read_vocabularies

_NOT_WRITTEN = ("id", "summary", "whole", "words", "label", "heading", "anchor")


def editor_schema(corpus: Path) -> dict[str, Any]:
    """The schema of the models, with every vocabulary's values filled in (JSON Schema 2020-12)."""
    vocabularies, _ = read_vocabularies(corpus / "vocabularies", corpus)
    schema = Instrument.model_json_schema(by_alias=True)
    definitions = schema["$defs"]
    provision = definitions["Provision"]
    provision["properties"] = {k: v for k, v in provision["properties"].items() if k not in _NOT_WRITTEN}
    provision["required"] = []
    unit = definitions["Unit"]["properties"]
    properties = {key: value for key, value in schema["properties"].items() if key not in _NOT_WRITTEN}
    properties["provisions"] = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Provision"}}
    schema["properties"] = properties | {key: unit[key] for key in UNIT_KEYS}
    schema["required"] = [key for key in schema["required"] if key not in _NOT_WRITTEN]
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    lists = {scheme: list(vocabulary.concepts) for scheme, vocabulary in vocabularies.items()}
    return _bare_allowed(_filled(schema, lists))


def _filled(node: Any, lists: dict[str, list[str]]) -> Any:
    if isinstance(node, list):
        return [_filled(each, lists) for each in node]
    if not isinstance(node, dict):
        return node
    found = {key: _filled(value, lists) for key, value in node.items()}
    scheme = found.pop("x-vocabulary", None)
    return found | {"enum": lists[scheme]} if scheme in lists else found


def _bare_allowed(schema: dict[str, Any]) -> dict[str, Any]:
    """What may be written short: a claim as its source's id, an alias as its name, sources as one id."""
    definitions = schema["$defs"]
    for name in ("Claim", "Alias"):
        definitions[name] = {"anyOf": [{"type": "string"}, definitions[name]]}
    for definition in [schema, *definitions.values()]:
        for part in (definition, *definition.get("anyOf", ())):
            if "by" in part.get("properties", {}) and part["properties"]["by"].get("type") == "array":
                part["properties"]["by"] = {"anyOf": [{"type": "string"}, part["properties"]["by"]]}
    return schema
