"""Filters: which units a question lets through, and the honest count of every facet value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from app.search.arrays import Indices, Mask
from app.search.catalogue import Catalogue
from app.search.facets import FACETS, Facet
from app.search.query import CountedUnit, SearchQuery, Selection
from app.search.result import FacetResult, FacetValue
from app.search.syntax import FilterWord

_YEARS = re.compile(r"(\d{1,4})?(\.\.)?(\d{1,4})?")
_TRUTH = {"yes": "true", "1": "true", "no": "false", "0": "false"}


@dataclass(frozen=True)
class Filtered:
    """The units let through, those let through but for one facet, and what could not be understood."""

    units: Mask
    without: dict[str, Mask]
    selections: dict[str, Selection]
    notices: tuple[str, ...]
    by_unit: bool


def filter_units(catalogue: Catalogue, query: SearchQuery, words: tuple[FilterWord, ...], matched: Mask) -> Filtered:
    """Apply every filter; `matched` are the units the words let through.

    A filter among the words is part of the question and not a choice of its facet, so no facet is counted without it.
    """
    owners = catalogue.dated(query.year_from, query.year_to) & catalogue.in_force(query.in_force_on)
    base = matched & owners[catalogue.unit_owner]
    notices: list[str] = []
    for word in words:
        base = base & _word_mask(catalogue, query.unit, word, notices)
    selections = {facet.name: query.selection(facet.name) for facet in FACETS}
    masks = {name: _mask(catalogue, query.unit, name, chosen) for name, chosen in selections.items() if chosen}
    notices += [sentence for facet in FACETS for sentence in _unknown(catalogue, facet, selections[facet.name])]
    return Filtered(
        units=_all(base, masks),
        without={name: _all(base, {key: mask for key, mask in masks.items() if key != name}) for name in masks},
        selections=selections,
        notices=tuple(dict.fromkeys(notices)),
        by_unit=bool(masks or words),
    )


def count_facets(catalogue: Catalogue, unit: CountedUnit, filtered: Filtered) -> tuple[FacetResult, ...]:
    """Every counted facet: each under the filters of the others, a chosen value even at 0."""
    return tuple(_count(catalogue, unit, filtered, facet) for facet in FACETS if facet.counted)


def _count(catalogue: Catalogue, unit: CountedUnit, filtered: Filtered, facet: Facet) -> FacetResult:
    column = catalogue.column(facet.name, unit)
    mask = filtered.without.get(facet.name, filtered.units)
    counted: Indices = column.count_units(mask) if unit is CountedUnit.PROVISION else column.count_owners(mask)
    chosen = filtered.selections[facet.name]
    counts = {column.values[code]: int(counted[code]) for code in np.flatnonzero(counted)}
    counts |= {value: counts.get(value, 0) for value in (*chosen.included, *chosen.excluded)}
    values = [
        _facet_value(
            (value, catalogue.values.label(facet, value), catalogue.values.broader(facet, value)),
            count,
            value in chosen.included,
            value in chosen.excluded,
        )
        for value, count in counts.items()
    ]
    values.sort(key=lambda each: (-each.count, each.label, each.value))
    return FacetResult(name=facet.name, label=facet.label, values=tuple(values))


@lru_cache(maxsize=20_000)  # an answer has hundreds, and most were made before
def _facet_value(names: tuple[str, str, str], count: int, selected: bool, excluded: bool) -> FacetValue:
    value, label, broader = names
    return FacetValue(value=value, label=label, count=count, selected=selected, excluded=excluded, broader=broader)


def _mask(catalogue: Catalogue, unit: CountedUnit, facet: str, chosen: Selection) -> Mask:
    column = catalogue.column(facet, unit)
    mask = ~column.mask(chosen.excluded)
    return mask & column.mask(chosen.included) if chosen.included else mask


def _all(base: Mask, masks: dict[str, Mask]) -> Mask:
    found = base
    for mask in masks.values():
        found = found & mask
    return found


def _word_mask(catalogue: Catalogue, unit: CountedUnit, word: FilterWord, notices: list[str]) -> Mask:
    if word.field == "year":
        return _year_mask(catalogue, word, notices)
    values = (
        tuple(_TRUTH.get(value, value) for value in word.values) if word.field == "own_procurement" else word.values
    )
    facet = next(each for each in FACETS if each.name == word.field)
    notices.extend(_unknown(catalogue, facet, Selection(included=values)))
    mask = catalogue.column(word.field, unit).mask(values)
    return ~mask if word.excluded else mask


def _year_mask(catalogue: Catalogue, word: FilterWord, notices: list[str]) -> Mask:
    owners = np.zeros(len(catalogue.instruments), dtype=bool)
    for value in word.values:
        found = _YEARS.fullmatch(value)
        if not found or not (found[1] or found[3]):
            notices.append(f"'{value}' is no year; write year:2015 or year:2015..2020.")
            continue
        first = int(found[1]) if found[1] else None
        last = int(found[3]) if found[3] else None if found[2] else first
        owners |= catalogue.dated(first, last)
    return (~owners if word.excluded else owners)[catalogue.unit_owner]


def _unknown(catalogue: Catalogue, facet: Facet, chosen: Selection) -> Iterator[str]:
    for value in (*chosen.included, *chosen.excluded):
        if not catalogue.values.known(facet, value):
            yield f"'{value}' is no known value of {facet.name}; choose one from the list of '{facet.label}'."
