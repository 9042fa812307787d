"""The API page's parts: the endpoints of the OpenAPI description, each with an example that works."""

from dataclasses import dataclass
from typing import Any

EXAMPLES = {
    "/api/v1/search": "/api/v1/search?q=discourage+demand&place=un",
    "/api/v1/instruments": "/api/v1/instruments?size=5",
    "/api/v1/instruments/{id}": "/api/v1/instruments/palermo-protocol",
    "/api/v1/places/{code}": "/api/v1/places/no",
    "/api/v1/vocabularies/{scheme}": "/api/v1/vocabularies/measure",
}


@dataclass(frozen=True)
class Parameter:
    """A parameter, what it takes and what it means."""

    name: str
    takes: str
    meaning: str
    repeatable: bool


@dataclass(frozen=True)
class Endpoint:
    """A path that answers, with an example."""

    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    example: str


def endpoints(schema: dict[str, Any]) -> tuple[Endpoint, ...]:
    """Every GET of the description, in its order."""
    shapes = schema.get("components", {}).get("schemas", {})
    paths = schema["paths"].items()
    return tuple(_endpoint(path, found["get"], shapes) for path, found in paths if "get" in found)


def _endpoint(path: str, said: dict[str, Any], shapes: dict[str, Any]) -> Endpoint:
    return Endpoint(
        path,
        said.get("summary", ""),
        said.get("description", ""),
        tuple(_parameter(each, shapes) for each in said.get("parameters", ())),
        EXAMPLES.get(path, "" if "{" in path else path),
    )


def _parameter(said: dict[str, Any], shapes: dict[str, Any]) -> Parameter:
    shape = said.get("schema", {})
    shape = shapes.get(shape.get("$ref", "").rpartition("/")[2], {}) | shape
    repeatable = shape.get("type") == "array"
    meaning = said.get("description", "") or shape.get("description", "")
    return Parameter(said["name"], _takes(shape.get("items", shape)), meaning, repeatable)


def _takes(shape: dict[str, Any]) -> str:
    """The kind of value in a word or two; the choices where they are few."""
    kinds = [each for each in shape.get("anyOf", (shape,)) if each.get("type") != "null"]
    kind = kinds[0] if kinds else shape
    if "enum" in kind:
        return ", ".join(str(each) for each in kind["enum"])
    words = {"integer": "whole number", "boolean": "true or false", "string": "text"}
    if kind.get("format") == "date":
        return "day, such as 2024-01-31"
    bounds = [str(kind[name]) for name in ("minimum", "maximum") if name in kind]
    return words.get(kind.get("type", ""), "text") + (f", {' to '.join(bounds)}" if len(bounds) == 2 else "")
