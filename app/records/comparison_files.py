"""Comparison files: read, and every cell held against the provisions it names."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.records.checks import check_name
from app.records.comparisons import Comparison
from app.records.known import Known
from app.records.models_of import Context, Written, validate
from app.records.problem import Problem
from app.records.record_file import RecordFile
from app.records.yaml_text import Path as KeyPath


def read_comparison(file: RecordFile, context: Context) -> tuple[Comparison | None, list[Problem]]:
    """The comparison a file describes; None beside its problems."""
    if not file.is_mapping:
        return None, []
    columns = [
        facts | {"id": key} if isinstance(facts, dict) else facts for key, facts in file.mapping("columns").items()
    ]
    at: dict[KeyPath, KeyPath] = {
        ("columns", index): ("columns", key) for index, key in enumerate(file.mapping("columns"))
    }
    return validate(Comparison, file.data | {"id": file.id, "columns": columns}, file, context, Written(at))


def check_comparison(file: RecordFile, known: Known) -> Iterator[Problem]:
    """No blank cell, no cell of another table, and none that says more than its provisions do."""
    yield from check_name(file)
    columns = list(file.mapping("columns"))
    for path, row in file.items("rows"):
        instrument = row.get("instrument")
        if isinstance(instrument, str) and (fault := known.fault(instrument)):
            yield file.problem(f"row of nothing: {fault}", (*path, "instrument"))
        cells = row.get("cells")
        found: Mapping[str, Any] = cells if isinstance(cells, dict) else {}
        for missing in (each for each in columns if each not in found):
            message = f"no cell for '{missing}'; write one, if only {{value: Not read, state: unverified}}"
            yield file.problem(message, path)
        for column, cell in found.items():
            here = (*path, "cells", column)
            if column not in columns:
                yield file.problem(f"there is no column '{column}'; columns: {', '.join(columns)}", here)
            if isinstance(cell, dict):
                yield from _cell(file, known, here, cell)


def _cell(file: RecordFile, known: Known, path: KeyPath, cell: Mapping[str, Any]) -> Iterator[Problem]:
    at = cell.get("at", [])
    addresses = [each for each in ([at] if isinstance(at, str) else at) if isinstance(each, str)]
    for address in addresses:
        if fault := known.fault(address):
            yield file.problem(f"cell of nothing: {fault}", (*path, "at"))
    state = cell.get("state", "unverified")
    if state != "unverified" and not addresses:
        yield file.problem(f"a cell that is {state} names its provisions under at; add them", path)
    weak = [each for each in addresses if not known.fault(each) and known.state(each) not in ("verified", "")]
    if state == "verified" and weak:
        message = f"verified, but {', '.join(weak)} is not; lower the state of the cell"
        yield file.problem(message, (*path, "state"))
