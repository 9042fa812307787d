"""A column counts units, and instruments once however many of their units have a value."""

import numpy as np

from app.records.units import Unit
from app.search.arrays import UnitRow, build_column

_UNIT = Unit(role="scope", state="unverified")
_ROWS = tuple(UnitRow(number, owner, _UNIT) for number, owner in enumerate((0, 0, 1)))
_VALUES = {0: ("a", "b"), 1: ("a", "a"), 2: ("b",)}
_COLUMN = build_column(_ROWS, lambda row: _VALUES[row.number])
_ALL = np.ones(3, dtype=bool)


def test_values_are_sorted() -> None:
    assert _COLUMN.values == ("a", "b")


def test_units_are_counted_each() -> None:
    assert _COLUMN.count_units(_ALL).tolist() == [2, 2]


def test_instruments_are_counted_once() -> None:
    assert _COLUMN.count_owners(_ALL).tolist() == [1, 2]


def test_only_units_let_through_count() -> None:
    assert _COLUMN.count_owners(np.array([False, True, True])).tolist() == [1, 1]


def test_a_mask_holds_units_with_any_of_the_values() -> None:
    assert _COLUMN.mask(("b", "unknown")).tolist() == [True, False, True]
    assert _COLUMN.mask(()).tolist() == [False, False, False]


def test_a_column_without_values_counts_nothing() -> None:
    column = build_column(_ROWS, lambda row: ())
    assert (column.values, column.count_units(_ALL).tolist(), column.count_owners(_ALL).tolist()) == ((), [], [])
