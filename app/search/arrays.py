"""Arrays: every unit's values side by side in memory, so that a facet is counted without a search."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.records.units import Unit

Mask = NDArray[np.bool_]
Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with the numbers by which arrays know it and its instrument."""

    number: int
    owner: int
    unit: Unit


@dataclass(frozen=True)
class Column:
    """One facet: an entry for each value of each unit, and for each pair of value and instrument."""

    values: tuple[str, ...]
    units: Indices
    codes: Indices
    pairs: Indices
    pair_codes: Indices
    size: int

    def mask(self, wanted: Iterable[str]) -> Mask:
        """The units that have at least one of the values."""
        codes = [self._codes[value] for value in wanted if value in self._codes]
        mask = np.zeros(self.size, dtype=bool)
        mask[self.units[np.isin(self.codes, codes)]] = True
        return mask

    def count_units(self, mask: Mask) -> Indices:
        """How many of the units have each value."""
        return np.bincount(self.codes[mask[self.units]], minlength=len(self.values))

    def count_owners(self, mask: Mask) -> Indices:
        """How many instruments have one of the units with each value."""
        met = np.zeros(len(self.pair_codes), dtype=bool)
        met[self.pairs[mask[self.units]]] = True
        return np.bincount(self.pair_codes[met], minlength=len(self.values))

    @property
    def _codes(self) -> dict[str, int]:
        return {value: code for code, value in enumerate(self.values)}


def build_column(rows: tuple[UnitRow, ...], values_of: Callable[[UnitRow], Iterable[str]]) -> Column:
    """Flatten the values of all units."""
    entries = [(row.number, value, row.owner) for row in rows for value in sorted(set(values_of(row)))]
    values = tuple(sorted({value for _, value, _ in entries}))
    codes = {value: code for code, value in enumerate(values)}
    pairs: dict[tuple[int, int], int] = {}
    for _, value, owner in entries:
        pairs.setdefault((codes[value], owner), len(pairs))
    return Column(
        values=values,
        units=_array(unit for unit, _, _ in entries),
        codes=_array(codes[value] for _, value, _ in entries),
        pairs=_array(pairs[codes[value], owner] for _, value, owner in entries),
        pair_codes=_array(code for code, _ in pairs),
        size=len(rows),
    )


def _array(numbers: Iterable[int]) -> Indices:
    return np.fromiter(numbers, dtype=np.int64)
