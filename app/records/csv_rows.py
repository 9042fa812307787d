"""CSV rows: a table of the corpus read line by line, each fault with its line."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from app.records.problem import Problem
from app.records.record_file import read_text

Model = TypeVar("Model", bound=BaseModel)


def read_rows(
    path: Path,
    root: Path,
    model: type[Model],
    columns: tuple[str, ...],
    context: Mapping[str, Any] = MappingProxyType({}),
) -> tuple[dict[int, Model], list[Problem]]:
    """All rows by their line, empty cells left out, and the problems of those that cannot be read."""
    if not path.exists():
        return {}, []
    name, text, problems = read_text(path, root)
    lines = csv.reader(io.StringIO(text))
    if tuple(next(lines, ())) != columns:
        return {}, [*problems, Problem(file=name, line=1, message=f"the first line must be {','.join(columns)}")]
    found: dict[int, Model] = {}
    for line in lines:
        if len(line) > len(columns):
            message = f"{len(line)} columns instead of {len(columns)}; put text that holds a comma in double quotes"
            problems.append(Problem(file=name, line=lines.line_num, message=message))
            continue
        given = {key: value for key, value in zip(columns, line, strict=False) if value}
        try:
            found |= {lines.line_num: model.model_validate(given, context=dict(context))} if line else {}
        except ValidationError as error:
            problems += [Problem(file=name, line=lines.line_num, message=_unread(each)) for each in error.errors()]
    return found, problems


def _unread(error: ErrorDetails) -> str:
    if not error["loc"]:
        return error["msg"].removeprefix("Value error, ")
    column = error["loc"][0]
    if error["type"] == "missing":
        return f"the column '{column}' is empty; fill it in"
    if error["type"] == "literal_error":
        return f"'{column}' must be {error['ctx']['expected']}, not '{error['input']}'"
    return f"'{column}': {error['msg']}"
