"""Models of files: a RecordFile's data validated into values, each fault with its line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from app.records.problem import Problem
from app.records.record_file import RecordFile
from app.records.terms import nearest
from app.records.yaml_text import Path as KeyPath

Model = TypeVar("Model", bound=BaseModel)
Context = Mapping[str, Any]

_SAID = {
    "missing": "the key '{key}' is missing; add it",
    "extra_forbidden": "the key '{key}' is unknown here; {offer}",
    "model_type": "'{key}' must be a mapping of 'key: value' lines",
    "dict_type": "'{key}' must be a mapping of 'key: value' lines",
    "tuple_type": "'{key}' must be a list; write [a, b] or lines that begin with '- '",
    "bool_parsing": "'{key}' must be true or false",
    "bool_type": "'{key}' must be true or false",
    "string_type": "'{key}' must be a single text, not a list or mapping",
    "literal_error": "'{key}' must be one of {expected}, not '{input}'",
}


@dataclass(frozen=True)
class Written:
    """How a value is written in its file: where a part of its data came from, and more keys of the top."""

    at: Mapping[KeyPath, KeyPath]
    also: tuple[str, ...] = ()

    def path(self, where: KeyPath) -> KeyPath:
        """Where in the file a part of the data came from."""
        for length in range(len(where), -1, -1):
            if where[:length] in self.at:
                return (*self.at[where[:length]], *where[length:])
        return where


_AS_IT_IS = Written({})


def validate(
    model: type[Model], data: Any, file: RecordFile, context: Context, written: Written = _AS_IT_IS
) -> tuple[Model | None, list[Problem]]:
    """A value, or its problems."""
    try:
        return model.model_validate(data, context=dict(context)), []
    except ValidationError as error:
        return None, [_problem(each, file, model, written) for each in error.errors()]


def _problem(error: ErrorDetails, file: RecordFile, model: type[BaseModel], written: Written) -> Problem:
    where = tuple(error["loc"])
    path = written.path(where)
    key = next((step for step in reversed(path) if isinstance(step, str)), "front matter")
    said = _SAID.get(error["type"])
    if said is None:
        message = f"'{key}': {error['msg'].removeprefix('Value error, ')}"
    else:
        message = said.format(
            key=key,
            offer=_offer(key, model, where[:-1], written),
            expected=(error.get("ctx") or {}).get("expected", ""),
            input=error.get("input"),
        )
    return file.problem(message, path)


def _offer(key: str, model: type[BaseModel], where: KeyPath, written: Written) -> str:
    """The nearest of the keys known at that place."""
    known = [*_keys_at(model.model_json_schema(by_alias=True), where), *(() if where else written.also)]
    return nearest(key, known, f"known here: {', '.join(known) or 'none'}")


def _keys_at(schema: dict[str, Any], where: KeyPath) -> list[str]:
    node: Any = schema
    for step in where:
        node = _branch(schema, node, step)
    return list(_resolved(schema, node).get("properties", {}))


def _branch(schema: dict[str, Any], node: Any, step: str | int) -> Any:
    found = _resolved(schema, node)
    if isinstance(step, int):
        return found.get("items", {})
    return found.get("properties", {}).get(step) or found.get("additionalProperties") or {}


def _resolved(schema: dict[str, Any], node: Any) -> dict[str, Any]:
    for choice in node.get("anyOf", []) if isinstance(node, dict) else []:
        if "$ref" in choice or "properties" in choice:
            node = choice
    while isinstance(node, dict) and "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return node if isinstance(node, dict) else {}
