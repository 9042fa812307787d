"""Catalogue: the instruments, units and passages of a release as numbers, and every facet as an array."""

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from app.records.corpus import Corpus
from app.records.dating import ENDED, NEVER
from app.records.instrument import Instrument
from app.records.units import Unit
from app.search.analysis import fold_letters
from app.search.arrays import Column, Indices, Mask, UnitRow, build_column
from app.search.facets import FACETS, PROVISION_STATE, Facet, FacetValues
from app.search.in_force import in_force_on
from app.search.passage import Passage
from app.search.query import CountedUnit

NO_UNIT = -1
_UNTAGGED = Unit(role="scope", state="unverified")


class Catalogue:
    """Numbers stand for instruments (by id), for units (by instrument, in its order) and for passages (by key)."""

    def __init__(self, corpus: Corpus, passages: tuple[Passage, ...]) -> None:
        self.instruments = tuple(corpus.instruments.values())
        self.rows = _rows(self.instruments)
        self.values = FacetValues(corpus)
        self.unit_owner = _array(row.owner for row in self.rows)
        self.passage_owner, self.passage_unit = _places_of(passages, self.instruments, self.rows)
        self.standing = _ranks([(not each.principal, *_title(each)) for each in self.instruments])
        self.by_title = _ranks([_title(each) for each in self.instruments])
        self.years = _array(each.year or 0 for each in self.instruments)
        self.ended = np.array([each.status.value in (*ENDED, *NEVER) for each in self.instruments], dtype=bool)
        self.principal = np.array([each.principal for each in self.instruments], dtype=bool)
        self._columns = {facet.name: self._column(facet) for facet in FACETS}
        self._provision_states = self._column(PROVISION_STATE)

    def column(self, facet: str, unit: CountedUnit) -> Column:
        """A facet's array; the state is the record's or the provision's, as they are counted."""
        by_provision = facet == PROVISION_STATE.name and unit is CountedUnit.PROVISION
        return self._provision_states if by_provision else self._columns[facet]

    def dated(self, year_from: int | None, year_to: int | None) -> Mask:
        """The instruments of some years; one without a year is of none."""
        first, last = year_from or 1, year_to or 9999
        if year_from is None and year_to is None:
            return np.ones(len(self.instruments), dtype=bool)
        return (self.years >= first) & (self.years <= last)

    def in_force(self, day: date | None) -> Mask:
        """The instruments in force on a day."""
        return np.array([day is None or in_force_on(each, day) for each in self.instruments], dtype=bool)

    def _column(self, facet: Facet) -> Column:
        return build_column(self.rows, lambda row: self.values.of(facet, self.instruments[row.owner], row.unit))


def _rows(instruments: tuple[Instrument, ...]) -> tuple[UnitRow, ...]:
    units = [(owner, unit) for owner, each in enumerate(instruments) for unit in each.units or (_UNTAGGED,)]
    return tuple(UnitRow(number, owner, unit) for number, (owner, unit) in enumerate(units))


def _places_of(
    passages: tuple[Passage, ...], instruments: tuple[Instrument, ...], rows: tuple[UnitRow, ...]
) -> tuple[Indices, Indices]:
    """The instrument and the unit of each passage; the summary of an instrument with provisions is in no unit."""
    owners = {each.id: number for number, each in enumerate(instruments)}
    units = {(row.owner, row.unit.anchor): row.number for row in rows}
    found = [(owners[each.instrument], each.anchor) for each in passages]
    return _array(owner for owner, _ in found), _array(units.get(place, NO_UNIT) for place in found)


def _title(instrument: Instrument) -> tuple[str, str]:
    return fold_letters(instrument.title), instrument.id


def _ranks(keys: Sequence[tuple[str, str] | tuple[bool, str, str]]) -> Indices:
    """The place of each in sorted order."""
    ranks = np.empty(len(keys), dtype=np.int64)
    ranks[sorted(range(len(keys)), key=lambda number: keys[number])] = np.arange(len(keys))
    return ranks


def _array(numbers: Iterable[int]) -> Indices:
    return np.fromiter(numbers, dtype=np.int64)
