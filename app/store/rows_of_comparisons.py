"""Rows of comparisons: the tables of tables across States."""

from sqlmodel import Field

from app.store.rows import OwnedRow, Row


class ComparisonRow(Row, table=True):
    """A table across States or instruments."""

    __tablename__ = "comparison"

    key: str = Field(unique=True)
    title: str
    summary: str
    as_of: str


class ColumnRow(OwnedRow, table=True):
    """What a comparison compares."""

    __tablename__ = "comparison_column"

    key: str
    label: str
    definition: str


class LineRow(OwnedRow, table=True):
    """A row of a comparison: a State, or an instrument of it."""

    __tablename__ = "comparison_line"

    place: str = Field(index=True)
    label: str
    instrument: str


class CellRow(OwnedRow, table=True):
    """What one line of a comparison says of one column; its provisions are its support."""

    __tablename__ = "comparison_cell"

    line: int
    column: str
    value: str
    state: str
    note: str
