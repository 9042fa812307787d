"""Comparisons: tables across States or instruments, each cell with its provisions and its state."""

from pydantic import Field

from app.records.dating import Change
from app.records.partial_date import PartialDate
from app.records.sources import SourceIds
from app.records.terms import FactState, PlaceCode
from app.records.value import Value


class Column(Value):
    """What is compared; the definition says how a cell is filled."""

    id: str
    label: str
    definition: str = ""


class Cell(Value):
    """What one row says of one column; `at` names the provisions (id#anchor) it rests on."""

    value: str
    at: SourceIds = ()
    state: FactState = "unverified"
    note: str = ""


class Row(Value):
    """A State, or an instrument of it, with a cell for every column: none is left blank."""

    place: PlaceCode
    label: str = ""
    instrument: str = ""
    cells: dict[str, Cell] = Field(min_length=1)


class Comparison(Value):
    """A table of our own making; `summary` is Markdown."""

    id: str
    title: str
    summary: str
    as_of: PartialDate
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    history: tuple[Change, ...]
