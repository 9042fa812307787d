"""Comparison rows: tables across States taken apart into rows, and put together again."""

from collections.abc import Iterator

from sqlmodel import SQLModel

from app.records.comparisons import Comparison
from app.store.instrument_rows import support_rows
from app.store.rows import HistoryRow
from app.store.rows_of_comparisons import CellRow, ColumnRow, ComparisonRow, LineRow
from app.store.tables import Tables, facts


def comparison_rows(comparison: Comparison) -> Iterator[SQLModel]:
    """Every row of a comparison, in the order they are read back."""
    owner = f"comparisons/{comparison.id}"
    yield ComparisonRow(key=comparison.id, **comparison.model_dump(include={"title", "summary", "as_of"}))
    for column in comparison.columns:
        yield ColumnRow(owner=owner, key=column.id, label=column.label, definition=column.definition)
    for number, row in enumerate(comparison.rows):
        yield LineRow(owner=owner, **row.model_dump(exclude={"cells"}))
        for column_id, cell in row.cells.items():
            yield CellRow(owner=owner, line=number, column=column_id, **cell.model_dump(exclude={"at"}))
            yield from support_rows(f"cell:{number}:{column_id}", cell.at, owner)
    for change in comparison.history:
        yield HistoryRow(owner=owner, by="", **change.model_dump())


def read_comparisons(tables: Tables) -> dict[str, Comparison]:
    """All comparisons by id."""
    return {row.key: _comparison(row, tables) for row in tables.all(ComparisonRow)}


def _comparison(row: ComparisonRow, tables: Tables) -> Comparison:
    owner = f"comparisons/{row.key}"
    lines = [facts(line) | {"cells": {}} for line in tables.of(LineRow, owner)]
    for cell in tables.of(CellRow, owner):
        at = tables.by(owner, f"cell:{cell.line}:{cell.column}")
        lines[cell.line]["cells"][cell.column] = facts(cell, "line", "column") | {"at": at}
    return Comparison.model_validate(
        facts(row, "key")
        | {
            "id": row.key,
            "columns": [facts(column, "key") | {"id": column.key} for column in tables.of(ColumnRow, owner)],
            "rows": lines,
            "history": [facts(change, "by") for change in tables.of(HistoryRow, owner)],
        }
    )
